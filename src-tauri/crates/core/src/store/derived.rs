//! What is derived from the rows and kept beside them, in the transaction of the row: where commitments stand, what
//! instruments are reckoned from, the index of words, the counts. `check` derives it again and compares.

use std::collections::BTreeSet;

use super::Session;
use crate::{clock::Instant, error::Result, id::Id, row::Record, vocabulary::Noun};

/// What is to be derived anew after some rows changed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Touched {
    /// Commitments that may stand otherwise.
    pub(super) standing: BTreeSet<Id>,
    /// Commitments of which something else may have been heard, and that stand and are worded as they were but for that.
    pub(super) heard: BTreeSet<Id>,
    /// Commitments that may be worded otherwise.
    pub(super) worded: BTreeSet<Id>,
    /// Instruments that lists may keep otherwise.
    pub(super) instruments: BTreeSet<Id>,
    /// Other pages that may be worded otherwise.
    pub(super) pages: BTreeSet<(Noun, Id)>,
}

impl Touched {
    /// Takes in what was touched besides.
    pub(super) fn take_in(&mut self, mut other: Self) {
        self.standing.append(&mut other.standing);
        self.heard.append(&mut other.heard);
        self.worded.append(&mut other.worded);
        self.instruments.append(&mut other.instruments);
        self.pages.append(&mut other.pages);
    }

    /// Notes that instruments may be kept, and worded, otherwise.
    fn instrument(&mut self, ids: &[Id]) {
        self.instruments.extend(ids);
        self.pages.extend(ids.iter().map(|id| (Noun::Instrument, *id)));
    }
}

/// Whether it is a column of its record that says what depends on a row.
pub(super) const fn told_by_record(noun: Noun) -> bool {
    matches!(
        noun,
        Noun::Commitment
            | Noun::Text
            | Noun::Passage
            | Noun::FollowUp
            | Noun::DueChange
            | Noun::Mention
            | Noun::Link
            | Noun::Period
            | Noun::Owner
            | Noun::Raising
            | Noun::Meeting
            | Noun::AgendaItem
            | Noun::Corrigendum
            | Noun::InstrumentParty
            | Noun::InstrumentAct
            | Noun::InstrumentLink
    )
}

impl Session<'_> {
    /// Derives anew what depends on rows that changed.
    /// In an act of the instant `at`.
    pub(crate) fn refresh(&self, touched: &Touched, at: Instant) -> Result<()> {
        self.unindex(touched)?;
        self.refresh_standing(touched, at)?;
        self.refresh_instruments(touched)?;
        self.index(touched)
    }

    /// Notes what depends on a row that stood as `before` and stands as `after`.
    pub(crate) fn touch(
        &self,
        touched: &mut Touched,
        noun: Noun,
        id: Id,
        before: Option<&Record>,
        after: Option<&Record>,
    ) -> Result<()> {
        let named = |column: &str| -> Vec<Id> {
            [before, after].into_iter().flatten().filter_map(|record| record.id(column)).collect()
        };
        match noun {
            Noun::Commitment => {
                touched.standing.insert(id);
                touched.worded.insert(id);
                touched.instruments.extend(named("instrument_id"));
            }
            Noun::FollowUp => {
                touched.heard.extend(named("commitment_id"));
                touched.instrument(&named("instrument_id"));
            }
            Noun::Instrument => touched.instrument(&[id]),
            Noun::InstrumentParty | Noun::InstrumentAct => touched.instrument(&named("instrument_id")),
            Noun::InstrumentLink => touched.instruments.extend(named("to_id")),
            Noun::DueChange | Noun::Period | Noun::Owner | Noun::Raising | Noun::Mention => {
                touched.standing.extend(named("commitment_id"))
            }
            // How often a commitment was said again.
            Noun::Link => touched.standing.extend(named("to_id")),
            Noun::Meeting => {
                // A due date that follows a meeting moves with it, and so does the day on which something was raised; what
                // was made at it was made in its dialogue.
                let said = |record: Option<&Record>| {
                    record.map(|record| {
                        ["begins_on", "state", "dialogue_id"].map(|column| record.text(column).to_owned())
                    })
                };
                if said(before) != said(after) {
                    for column in ["due_meeting_id", "meeting_id"] {
                        touched.standing.extend(self.referring(Noun::Commitment, column, false, id)?);
                    }
                    touched.standing.extend(self.raised_at(id)?);
                }
                touched.pages.insert((noun, id));
            }
            Noun::AgendaItem | Noun::Corrigendum => {
                touched.pages.extend(named("meeting_id").into_iter().map(|meeting| (Noun::Meeting, meeting)));
            }
            Noun::Party | Noun::Body | Noun::Person | Noun::Track | Noun::Dialogue => {
                touched.pages.insert((noun, id));
            }
            Noun::Passage => {
                // Its commitment may be gone with it.
                for text in named("text_id") {
                    touched.instruments.extend(self.instrument_of_text(text)?);
                }
            }
            Noun::Text => {
                touched.pages.insert((noun, id));
                touched.instruments.extend(named("instrument_id"));
            }
            _ => {}
        }
        Ok(())
    }

    /// Derives everything from the rows, as after a change of the schema.
    pub(super) fn derive_all(&self) -> Result<()> {
        self.derive_standing()?;
        self.derive_counts()?;
        self.derive_trend()?;
        self.derive_instruments()?;
        self.derive_words()
    }
}
