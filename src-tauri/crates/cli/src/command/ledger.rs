//! `ledger`: what we owe them, what they owe us, what both owe, by track.

use std::{collections::HashMap, io::Write};

use rapporteur_core::{
    id::Id,
    vocabulary::Bound,
    wire::{LedgerCell, LedgerRow},
};

use crate::{arguments::Read, desk, fault::Fault, table};

pub(super) fn run(read: &Read, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&read.file)?;
    let ledger = dossier.ledger()?;
    if read.json {
        return super::json(out, &ledger);
    }
    if ledger.tracks.is_empty() {
        return Ok(writeln!(out, "Nothing has been promised yet.")?);
    }
    let names: HashMap<Id, String> =
        dossier.overview()?.tracks.into_iter().map(|track| (track.id, track.name)).collect();
    let headings = ["*Track", "Owed by", ">Open", ">Overdue", ">Kept", ">Not kept", ">In time"];
    let several = ledger.tracks.len() > 1;
    let rows = ledger.tracks.iter().chain(several.then_some(&ledger.total));
    table::with_headings(out, &headings, rows.flat_map(|row| lines(row, &names)))
}

/// A line for each side that owes anything.
fn lines(row: &LedgerRow, names: &HashMap<Id, String>) -> Vec<Vec<String>> {
    let track = row.track.and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| "All tracks".into());
    let owing = row.sides.iter().filter(|side| side.cell != LedgerCell::default());
    owing
        .enumerate()
        .map(|(at, side)| {
            let LedgerCell { open, overdue, kept, not_kept, dated, in_time } = side.cell.clone();
            vec![
                if at == 0 { track.clone() } else { String::new() },
                match side.bound {
                    Bound::Home => "us",
                    Bound::Partner => "them",
                    Bound::Both => "both",
                    Bound::Named => "named parties",
                }
                .to_owned(),
                table::count(open),
                table::count(overdue),
                table::count(kept),
                table::count(not_kept),
                (in_time * 100).checked_div(dated).map_or_else(|| "–".into(), |share| format!("{share} %")),
            ]
        })
        .collect()
}
