//! `meetings`: newest first.

use std::io::Write;

use rapporteur_core::{
    vocabulary::{MeetingState, RecordState},
    wire::MeetingRow,
};

use crate::{arguments::Read, desk, fault::Fault, table};

pub(super) fn run(read: &Read, out: &mut impl Write) -> Result<(), Fault> {
    let meetings = desk::to_read(&read.file)?.meetings()?;
    if read.json {
        return super::json(out, &meetings);
    }
    if meetings.is_empty() {
        return Ok(writeln!(out, "No meetings yet. Enter one with: rapporteur-cli log FILE MEETING.json")?);
    }
    let headings = ["=When", "*Meeting", "Level", "Place", "State", "Record", ">Made", ">Open"];
    table::with_headings(out, &headings, meetings.iter().map(line))
}

fn line(row: &MeetingRow) -> Vec<String> {
    let dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    // Only what has been held has a record.
    let record = match (row.state, row.record_state) {
        (MeetingState::Held, RecordState::Final) => "final",
        (MeetingState::Held, RecordState::Draft) => "draft",
        _ => "–",
    };
    vec![
        dash(&row.when),
        row.title.clone(),
        row.level.to_string(),
        dash(&row.place),
        row.state.to_string(),
        record.to_owned(),
        table::count(row.commitments),
        table::count(row.open),
    ]
}
