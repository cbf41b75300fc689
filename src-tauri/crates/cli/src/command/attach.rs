//! `attach`: the words of a file as a new text, with the original kept.

use std::io::Write;

use rapporteur_core::vocabulary::Noun;

use crate::{arguments::Attach, desk, fault::Fault};

pub(super) fn run(attach: &Attach, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_write(&attach.file, name)?;
    let meeting = attach.meeting.as_deref().map(|meeting| dossier.find(Noun::Meeting, meeting)).transpose()?;
    let text = dossier.attach_file(meeting, &attach.original)?.output;
    let row = dossier.text(text)?.row;
    let to = row.meeting.map(|meeting| format!(" to {}", meeting.name)).unwrap_or_default();
    writeln!(out, "Attached {}{to}: {} characters.", row.title, row.length)?;
    Ok(())
}
