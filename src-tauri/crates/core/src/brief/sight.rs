//! What one reader may see, and the last look that no paper leaves without.
//!
//! The labels of an axis stand in the order of their ranks, those of handling as well: a ceiling on it says how narrow a
//! circle the reader belongs to, and whoever may see a caveat may see every one that ranks beneath it. Labels of several
//! schemes that have one rank are held to be alike (`Secret`, `SECRET UE/EU SECRET`). What bears no label on an axis is
//! under no ceiling there, and an axis without a ceiling is seen whole.

use super::{
    highest::{each_mark, each_text},
    mark::{Label, Mark},
    names::Names,
    paper::Paper,
};
use crate::{
    error::{Error, Result},
    marking::{self, Marking},
    store::Session,
    vocabulary::MarkingAxis,
    wire::Reader,
};

/// What a reader may see.
pub(super) struct Sight {
    /// The highest label on each axis, as far as there is one.
    ceilings: Vec<(MarkingAxis, Label)>,
    /// Whether the reader may be told how many things were left out.
    pub(super) told_of_gaps: bool,
}

impl Sight {
    /// Of a reader, whose ceilings have to be labels of the dossier's scheme, one on an axis.
    pub(super) fn of(session: &Session<'_>, reader: &Reader) -> Result<Self> {
        let mut ceilings = Vec::new();
        for id in marking::checked(session, &reader.ceilings)? {
            let row: Marking = session.require(id)?;
            ceilings.push((row.axis, row.as_label()));
        }
        ceilings.sort();
        Ok(Self { ceilings, told_of_gaps: reader.told_of_gaps })
    }

    /// Whether there is anything that the reader may not see.
    pub(super) fn is_limited(&self) -> bool {
        !self.ceilings.is_empty()
    }

    /// Whether what is marked so may be seen.
    pub(super) fn sees(&self, mark: &Mark) -> bool {
        self.ceilings.iter().all(|(axis, ceiling)| mark.on(*axis).is_none_or(|label| label.rank <= ceiling.rank))
    }

    /// `Restricted, TLP:AMBER`; empty where the reader may see everything.
    pub(super) fn words(&self) -> String {
        let words: Vec<&str> = self.ceilings.iter().map(|(_, label)| label.words.as_str()).collect();
        words.join(", ")
    }

    /// Who it is for, as the head of a paper says it: `Readers up to Restricted, TLP:AMBER`; empty where they may see
    /// everything.
    pub(super) fn reader(&self) -> String {
        if self.is_limited() { format!("Readers up to {}", self.words()) } else { String::new() }
    }

    /// Refuses a paper of which any part stands above the reader, or names by its ref what does.
    pub(super) fn look_over(&self, paper: &Paper, hidden: Option<&Names>) -> Result<()> {
        let mut above = 0_u32;
        each_mark(paper, &mut |mark| above += u32::from(!self.sees(mark)));
        if let Some(hidden) = hidden {
            each_text(paper, &mut |text| above += u32::from(hidden.has_reference(text)));
        }
        if above == 0 {
            return Ok(());
        }
        Err(Error::Refused(
            "The paper would show something that stands above its reader. It was not made, and nothing was written; \
             please report this as a fault of the application."
                .into(),
        ))
    }
}
