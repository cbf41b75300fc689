//! `attach`: the words of a file as a new text, with the original kept.

use std::io::Write;

use rapporteur_core::vocabulary::Noun;

use crate::{arguments::Attach, desk, fault::Fault};

pub(super) fn run(attach: &Attach, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_write(&attach.file, name)?;
    let meeting = attach.meeting.as_deref().map(|meeting| dossier.find(Noun::Meeting, meeting)).transpose()?;
    let instrument = attach.instrument.as_deref().map(|name| dossier.find(Noun::Instrument, name)).transpose()?;
    let text = dossier.attach_file(meeting, instrument, &attach.original)?.output;
    let row = dossier.text(text)?.row;
    let to = row.instrument.or(row.meeting).map(|place| format!(" to {}", place.name)).unwrap_or_default();
    writeln!(out, "Attached {}{to}: {} characters.", row.title, row.length)?;
    Ok(())
}
