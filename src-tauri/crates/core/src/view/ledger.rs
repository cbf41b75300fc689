//! The ledger: what we owe them, what they owe us, what both owe, by track.

use std::collections::BTreeMap;

use crate::{
    clock::Day,
    dossier::Dossier,
    error::Result,
    id::Id,
    store::Session,
    vocabulary::Bound,
    wire::{Ledger, LedgerCell, LedgerRow, LedgerSide},
};

/// The sides in the order of an account: ours first.
const SIDES: [Bound; 4] = [Bound::Home, Bound::Partner, Bound::Both, Bound::Named];

impl Dossier {
    /// What each side owes and how it kept it, as of the dossier's day.
    pub fn ledger(&self) -> Result<Ledger> {
        self.store().read(|session| ledger(session, self.day_in(session)?))
    }
}

fn ledger(session: Session<'_>, day: Day) -> Result<Ledger> {
    let mut cells: BTreeMap<(Id, Bound), LedgerCell> = BTreeMap::new();
    let mut total: BTreeMap<Bound, LedgerCell> = BTreeMap::new();
    for (track, bound, cell) in session.ledger(day)? {
        add(cells.entry((track, bound)).or_default(), &cell);
        add(total.entry(bound).or_default(), &cell);
    }
    let mut sides = SIDES.to_vec();
    // Parties named one by one are a side of their own only where there are such commitments.
    sides.retain(|bound| *bound != Bound::Named || total.contains_key(bound));
    let row = |track: Option<Id>, cell: &dyn Fn(Bound) -> LedgerCell| LedgerRow {
        track,
        sides: sides.iter().map(|bound| LedgerSide { bound: *bound, cell: cell(*bound) }).collect(),
    };
    let tracks = session
        .tracks()?
        .iter()
        .filter(|track| SIDES.iter().any(|bound| cells.contains_key(&(track.id, *bound))))
        .map(|track| row(Some(track.id), &|bound| cells.get(&(track.id, bound)).cloned().unwrap_or_default()))
        .collect();
    let total = row(None, &|bound| total.get(&bound).cloned().unwrap_or_default());
    Ok(Ledger { day, tracks, total, sides: sides.clone() })
}

fn add(sum: &mut LedgerCell, cell: &LedgerCell) {
    sum.open += cell.open;
    sum.overdue += cell.overdue;
    sum.kept += cell.kept;
    sum.not_kept += cell.not_kept;
    sum.dated += cell.dated;
    sum.in_time += cell.in_time;
}
