//! The ledger: who owes what on which track, and how it was kept.

use rapporteur_core::{
    vocabulary::{Bound, Status},
    wire::{CommitmentDraft, CommitmentQuery, LedgerCell, StatusDraft},
};

use crate::ground::{Ground, day, track};

fn owed(ground: &Ground, bound: Bound) -> LedgerCell {
    let ledger = ground.dossier.ledger().unwrap();
    let side = ledger.total.sides.into_iter().find(|side| side.bound == bound).unwrap();
    side.cell
}

fn close(ground: &Ground, commitment: rapporteur_core::id::Id, status: Status, on: &str) {
    let draft = StatusDraft { on: Some(day(on)), evidence: "Seen.".into(), ..ground.status(commitment, status) };
    ground.dossier.set_status(&draft).unwrap();
}

#[test]
fn what_is_kept_in_time_is_measured_by_the_first_date() {
    let ground = Ground::new();
    let ours = |title: &str, on: &str| {
        let due = rapporteur_core::wire::DueDraft::Day { on: day(on) };
        let draft = CommitmentDraft { bound: Bound::Home, due, ..ground.promise(title) };
        ground.dossier.save_commitment(&draft).unwrap().output
    };
    let (early, late, broken, open) =
        (ours("A", "2015-08-10"), ours("B", "2015-08-01"), ours("C", "2015-08-01"), ours("D", "2015-08-01"));
    ground.put_off(late, "2015-08-30", "Venue").unwrap();
    close(&ground, early, Status::Fulfilled, "2015-08-10");
    close(&ground, late, Status::Fulfilled, "2015-08-15");
    close(&ground, broken, Status::NotFulfilled, "2015-08-15");
    let undated = ground.commitment("E");
    close(&ground, undated, Status::Fulfilled, "2015-08-15");
    let expected = LedgerCell { open: 1, overdue: 1, kept: 2, not_kept: 1, dated: 3, in_time: 1 };
    assert_eq!(owed(&ground, Bound::Home), expected);
    assert_eq!(owed(&ground, Bound::Both), LedgerCell { kept: 1, ..LedgerCell::default() });
    // What is dropped is neither kept nor broken.
    close(&ground, open, Status::Dropped, "2015-08-16");
    assert_eq!(owed(&ground, Bound::Home), LedgerCell { open: 0, overdue: 0, ..expected });
    ground.dossier.undo().unwrap();
    assert_eq!(owed(&ground, Bound::Home).overdue, 1);
}

#[test]
fn named_parties_are_a_side_where_there_are_some() {
    let ground = Ground::new();
    ground.commitment("For both");
    let sides = |ground: &Ground| ground.dossier.ledger().unwrap().sides;
    assert_eq!(sides(&ground), [Bound::Home, Bound::Partner, Bound::Both]);
    let named =
        CommitmentDraft { bound: Bound::Named, bound_parties: vec![ground.partner], ..ground.promise("For one") };
    ground.dossier.save_commitment(&named).unwrap();
    assert_eq!(sides(&ground).last(), Some(&Bound::Named));
    let list = CommitmentQuery { words: "bound:named".into(), ..CommitmentQuery::open() };
    assert_eq!(ground.dossier.count_commitments(&list).unwrap(), owed(&ground, Bound::Named).open);
}

#[test]
fn each_track_has_its_line_and_they_add_up() {
    let ground = Ground::new();
    let climate = ground.dossier.save_track(&track("CLI", "Climate")).unwrap().output;
    assert!(ground.dossier.ledger().unwrap().tracks.is_empty());
    ground.due("Share formats", "2015-07-31");
    for title in ["Meet", "Report"] {
        let theirs = CommitmentDraft { track: climate, bound: Bound::Partner, ..ground.promise(title) };
        ground.dossier.save_commitment(&theirs).unwrap();
    }
    let ledger = ground.dossier.ledger().unwrap();
    let tracks: Vec<_> = ledger.tracks.iter().map(|row| row.track).collect();
    assert_eq!(tracks, [Some(ground.track), Some(climate)]);
    let open: Vec<u32> = ledger.total.sides.iter().map(|side| side.cell.open).collect();
    assert_eq!(open, [0, 2, 1]);
    for (at, side) in ledger.total.sides.iter().enumerate() {
        let sum: u32 = ledger.tracks.iter().map(|row| row.sides[at].cell.open).sum();
        assert_eq!(sum, side.cell.open);
    }
}
