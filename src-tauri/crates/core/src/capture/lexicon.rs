//! The lexicon: the standard words by which commitments are found, and those the user adds in a dossier.

use rapporteur_capture::Lexicon;

use super::Memory;
use crate::{
    dossier::{Dossier, settings},
    error::{Error, Result},
    field,
    op::Op,
    store::Session,
    wire::{Changed, LexiconView},
};

impl Dossier {
    /// What the user added, and the standard lexicon to read and to copy from.
    pub fn lexicon(&self) -> Result<LexiconView> {
        self.store().read(|session| {
            let settings = settings(&session)?;
            Ok(LexiconView {
                revision: settings.revision,
                lexicon: settings.lexicon,
                standard: Lexicon::STANDARD_FILE.to_owned(),
            })
        })
    }

    /// Changes what the user adds. Refused, with what is wrong and where, when it cannot be read.
    pub fn save_lexicon(&self, revision: i32, lexicon: &str) -> Result<Changed<()>> {
        let lexicon = field::note("The lexicon", lexicon)?.replace("\r\n", "\n");
        Lexicon::extended(&lexicon).map_err(|fault| Error::Invalid(fault.to_string()))?;
        self.transact(Op::SaveLexicon, |act| {
            act.title("Changed the lexicon of the capture");
            let mut row = settings(&act.session)?;
            row.revision = revision;
            row.lexicon = lexicon;
            act.update(&row)
        })
    }
}

impl Memory {
    /// The lexicon of a dossier; with a sentence where what the user added cannot be read by this version, and the
    /// standard one then.
    pub(super) fn lexicon(&mut self, session: &Session<'_>) -> Result<(Lexicon, Option<String>)> {
        let added = settings(session)?.lexicon;
        if added.trim().is_empty() {
            return Ok((Lexicon::standard().clone(), None));
        }
        if let Some((known, lexicon)) = &self.lexicon
            && *known == added
        {
            return Ok((lexicon.clone(), None));
        }
        match Lexicon::extended(&added) {
            Ok(lexicon) => {
                self.lexicon = Some((added, lexicon.clone()));
                Ok((lexicon, None))
            }
            Err(fault) => {
                let problem =
                    format!("What was added to the lexicon cannot be read, so only the standard one was used. {fault}");
                Ok((Lexicon::standard().clone(), Some(problem)))
            }
        }
    }
}
