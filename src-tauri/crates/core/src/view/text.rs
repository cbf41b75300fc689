//! Texts as pages and rows.

use crate::{
    dossier::Dossier,
    error::Result,
    id::Id,
    instrument::Instrument,
    marking,
    store::Session,
    text::Text,
    wire::{Named, TextRow, TextView},
};

impl Dossier {
    /// One text with what was taken from it.
    pub fn text(&self, id: Id) -> Result<TextView> {
        self.store().read(|session| {
            let text: Text = session.require(id)?;
            let taken = session.taken_from(id)?;
            Ok(TextView {
                row: row(&session, &text)?,
                file_sha256: text.file_sha256.clone(),
                marking: marking::views(&session, &text.marking)?,
                taken,
                body: text.body,
            })
        })
    }
}

/// A text for a list.
pub(crate) fn row(session: &Session<'_>, text: &Text) -> Result<TextRow> {
    let line = session.text_line(text.id)?;
    let meeting = match text.meeting {
        Some(id) => session.meeting_named(id)?.map(|line| Named { id: line.id, name: line.title }),
        None => None,
    };
    let instrument = match text.instrument {
        Some(id) => {
            let row: Instrument = session.require(id)?;
            Some(Named { id, name: format!("{} {}", row.reference, row.short()) })
        }
        None => None,
    };
    Ok(TextRow {
        id: line.id,
        revision: text.revision,
        title: text.title.clone(),
        kind: text.kind,
        language: text.language.clone(),
        dated_on: text.dated_on,
        source: text.source.clone(),
        meeting,
        instrument,
        authentic: text.authentic,
        side_letter: text.side_letter,
        length: line.length,
        commitments: line.commitments,
        file_name: text.file_name.clone(),
    })
}
