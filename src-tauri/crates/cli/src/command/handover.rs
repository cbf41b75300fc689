//! `handover`: what a person would hand over; with `--to`, the handover itself, as one act.

use std::io::Write;

use rapporteur_core::{
    vocabulary::Noun,
    wire::{CommitmentRow, HandoverDraft, HandoverView},
};

use crate::{arguments::Handover, days, desk, fault::Fault, table};

pub(super) fn run(asked: &Handover, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let Some(to) = &asked.to else {
        let dossier = desk::to_read(&asked.read.file)?;
        let view = dossier.handover(dossier.find(Noun::Person, &asked.from)?)?;
        return if asked.read.json { super::json(out, &view) } else { list(&view, out) };
    };
    let dossier = desk::to_write(&asked.read.file, name)?;
    let draft = HandoverDraft {
        from: dossier.find(Noun::Person, &asked.from)?,
        to: dossier.find(Noun::Person, to)?,
        day: asked.day,
        reason: asked.reason.clone().unwrap_or_default(),
    };
    let done = dossier.hand_over(&draft)?;
    if asked.read.json {
        return super::json(out, &dossier.person(draft.to)?.handovers);
    }
    Ok(writeln!(out, "{}.", done.act.map(|act| act.title).unwrap_or_default())?)
}

/// What a successor reads first, as on paper.
fn list(view: &HandoverView, out: &mut impl Write) -> Result<(), Fault> {
    let person = &view.person;
    writeln!(out, "{}: {} open, {} late", person.name, table::count(view.open), table::count(view.late))?;
    if !view.commitments.is_empty() {
        writeln!(out)?;
        table::with_headings(out, &["=Ref", "*Commitment", "Due", "Status"], view.commitments.iter().map(line))?;
    }
    if !view.said.is_empty() {
        writeln!(out, "\nSaid to come next:")?;
        let said = view
            .said
            .iter()
            .map(|entry| vec![days::or_dash(entry.next_step_due), entry.on_ref.clone(), entry.next_step.clone()]);
        table::of_rows(out, said)?;
    }
    if !view.meetings.is_empty() {
        writeln!(out, "\nMeetings to come:")?;
        table::of_rows(out, view.meetings.iter().map(|row| vec![row.when.clone(), row.title.clone()]))?;
    }
    Ok(())
}

fn line(row: &CommitmentRow) -> Vec<String> {
    let late = if row.due.overdue { ", late" } else { "" };
    vec![row.r#ref.clone(), row.title.clone(), format!("{}{late}", row.due.label), row.status.to_string()]
}
