//! `history`: every change of a commitment or an instrument and of what hangs on it, newest first.

use std::io::Write;

use rapporteur_core::{
    Dossier, Result,
    vocabulary::Noun,
    wire::{CommitmentView, EntryView},
};

use super::show::{Asked, asked_for};
use crate::{arguments::Show, days, desk, fault::Fault, table};

pub(super) fn run(show: &Show, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&show.read.file)?;
    let (reference, title, entries) = match asked_for(&dossier, show)? {
        Asked::Commitment(view) => {
            let entries = entries(&dossier, &view)?;
            (view.row.r#ref, view.row.title, entries)
        }
        Asked::Instrument(view) => {
            let mut entries = dossier.history(Noun::Instrument, view.row.id)?;
            for row in &view.follow_ups {
                entries.extend(dossier.history(Noun::FollowUp, row.id)?);
            }
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
            (view.row.r#ref, view.row.title, entries)
        }
    };
    if show.read.json {
        return super::json(out, &entries);
    }
    writeln!(out, "{reference}  {title}\n")?;
    table::with_headings(out, &["=When", "Who", "What", "*Change"], entries.iter().map(line))
}

/// Changes of the commitment itself, and of the follow-ups, owners, due dates and links it has.
fn entries(dossier: &Dossier, view: &CommitmentView) -> Result<Vec<EntryView>> {
    let hanging = [
        (Noun::FollowUp, view.follow_ups.iter().map(|row| row.id).collect::<Vec<_>>()),
        (Noun::Owner, view.owners.iter().map(|row| row.id).collect()),
        (Noun::DueChange, view.due_history.iter().map(|row| row.id).collect()),
        (Noun::Link, view.links.iter().map(|row| row.id).collect()),
        (Noun::Raising, view.raisings.iter().map(|row| row.id).collect()),
    ];
    let mut entries = dossier.history(Noun::Commitment, view.row.id)?;
    for (noun, ids) in hanging {
        for id in ids {
            entries.extend(dossier.history(noun, id)?);
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    Ok(entries)
}

fn line(entry: &EntryView) -> Vec<String> {
    let changes: Vec<String> = entry
        .fields
        .iter()
        // Which commitment it is stands above the table.
        .filter(|field| {
            matches!(entry.noun, Noun::Commitment | Noun::Instrument)
                || !matches!(field.field.as_str(), "commitment" | "instrument")
        })
        .filter_map(|field| match (&field.before, &field.after) {
            (None, None) => None,
            (None, Some(after)) => Some(format!("{}: {after}", field.field)),
            (Some(before), None) => Some(format!("{}: {before} → nothing", field.field)),
            (Some(before), Some(after)) => Some(format!("{}: {before} → {after}", field.field)),
        })
        .collect();
    let what = if entry.noun == Noun::Commitment {
        entry.act.title.clone()
    } else {
        format!("{} ({})", entry.act.title, entry.noun)
    };
    vec![days::at(&entry.act.at), entry.act.actor.clone(), what, changes.join("\n")]
}
