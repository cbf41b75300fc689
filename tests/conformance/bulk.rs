//! Bulk acts: many commitments in one act and one step of undo, or not at all.

use std::ops::ControlFlow;

use rapporteur_core::{
    Error,
    error::Code,
    id::Id,
    vocabulary::{MarkingAxis, Noun, OwnerRole, Status},
    wire::{BulkChange, BulkDraft, CommitmentQuery, DueDraft, MarkingDraft, OwnerDraft},
};

use crate::ground::{Ground, day, follow_up, lead, refusal, track};

/// Twelve commitments, of which every third has begun.
fn dozen() -> (Ground, Vec<Id>) {
    let ground = Ground::new();
    let ids: Vec<Id> = (0..12).map(|number| ground.due(&format!("Promise {number}"), "2015-10-01")).collect();
    for id in ids.iter().step_by(3) {
        ground.dossier.set_status(&ground.status(*id, Status::InProgress)).unwrap();
    }
    (ground, ids)
}

fn words(words: &str) -> CommitmentQuery {
    CommitmentQuery { words: words.into(), ..CommitmentQuery::all() }
}

fn draft(query: &str, change: BulkChange) -> BulkDraft {
    BulkDraft { query: words(query), except: Vec::new(), ids: None, change }
}

fn status(status: Status) -> BulkChange {
    BulkChange::Status {
        status: Some(status),
        their_status: None,
        blocked: None,
        blocked_reason: String::new(),
        on: None,
        evidence: String::new(),
    }
}

fn on(_: u32, _: u32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[test]
fn every_change_is_one_act_and_one_step_of_undo() {
    let (ground, ids) = dozen();
    let dossier = &ground.dossier;
    let other = dossier.save_track(&track("TRA", "Trade")).unwrap().output;
    let label = MarkingDraft { id: None, revision: 0, axis: MarkingAxis::Handling, label: "Desk only".into(), rank: 9 };
    let marking = dossier.save_marking(&label).unwrap().output;
    let counterpart = OwnerDraft { role: OwnerRole::Counterpart, body: Some(ground.theirs), person: None };
    let changes: Vec<(BulkChange, &str, &str)> = vec![
        (status(Status::Delivered), "Status of 4 commitments: delivered (awaiting confirmation)", "status:delivered"),
        (
            BulkChange::DueDate { due: DueDraft::Day { on: day("2016-02-01") }, reason: "Elections".into() },
            "Due date of 4 commitments: 1 Feb 2016",
            "due:2016-02-01 slips:1",
        ),
        (
            BulkChange::Owners {
                owners: vec![lead(ground.agency), counterpart],
                roles: vec![OwnerRole::Lead, OwnerRole::Counterpart],
            },
            "Owners of 4 commitments",
            "owner:CSA counterpart:SCERT",
        ),
        (BulkChange::Track { track: other }, "Track of 4 commitments: Trade", "track:TRA"),
        (BulkChange::Marking { marking: vec![marking] }, "Marking of 4 commitments", "marking:desk"),
        (
            BulkChange::FollowUp { follow_up: follow_up(Vec::new(), "2015-08-19", "Asked again") },
            "Follow-up on 4 commitments",
            "heard:2015-08-19 asked",
        ),
        (BulkChange::Remove, "Removed 4 commitments", ""),
    ];
    let begun: Vec<Id> = ids.iter().step_by(3).copied().collect();
    for (change, title, finds) in changes {
        let before = dossier.export().unwrap();
        let mut told = Vec::new();
        let changed = dossier
            .bulk(&draft("status:in-progress", change), |done, total| {
                told.push((done, total));
                ControlFlow::Continue(())
            })
            .unwrap();
        let act = changed.act.unwrap();
        assert_eq!(changed.output, 4);
        assert!(act.title.starts_with(title.split(':').next().unwrap()), "{} {title}", act.title);
        assert_eq!((told[0], *told.last().unwrap()), ((0, 4), (4, 4)));
        let found: Vec<Id> = if finds.is_empty() {
            let left = dossier.commitments(&words("")).unwrap().rows;
            begun.iter().filter(|id| left.iter().all(|row| row.id != **id)).copied().collect()
        } else {
            dossier.commitments(&words(finds)).unwrap().rows.into_iter().map(|row| row.id).collect()
        };
        assert_eq!(found.len(), 4, "{title}");
        assert!(found.iter().all(|id| begun.contains(id)), "{title}");
        assert!(dossier.check(|_| {}).unwrap().sound);
        dossier.undo().unwrap();
        assert_eq!(dossier.export().unwrap(), before, "{title}");
        dossier.redo().unwrap();
        dossier.undo().unwrap();
        assert_eq!(dossier.export().unwrap(), before, "{title}");
        assert!(dossier.check(|_| {}).unwrap().sound);
    }
}

#[test]
fn some_are_left_out_and_some_are_named() {
    let (ground, ids) = dozen();
    let mut but = draft("", status(Status::Delivered));
    but.except = ids[..5].to_vec();
    assert_eq!(ground.dossier.bulk(&but, on).unwrap().output, 7);
    let named = BulkDraft { ids: Some(vec![ids[0], ids[1], ids[0]]), ..draft("", status(Status::Suspended)) };
    assert_eq!(ground.dossier.bulk(&named, on).unwrap().output, 2);
    assert_eq!(ground.dossier.count_commitments(&words("status:suspended")).unwrap(), 2);
    assert_eq!(ground.dossier.count_commitments(&words("status:delivered")).unwrap(), 7);
    let nothing = refusal(ground.dossier.bulk(&draft("status:dropped", status(Status::Delivered)), on));
    assert_eq!(nothing, "No commitment is chosen.");
}

#[test]
fn what_a_rule_refuses_leaves_nothing_and_is_counted() {
    let (ground, ids) = dozen();
    let before = ground.dossier.export().unwrap();
    let without_reason = BulkChange::DueDate { due: DueDraft::Ongoing, reason: String::new() };
    let first = ground.row(ids[0]).r#ref;
    assert_eq!(
        refusal(ground.dossier.bulk(&draft("", without_reason), on)),
        format!(
            "12 of 12 commitments do not allow this, so nothing was changed. The first is {first}: {first} had a due \
             date (1 Oct 2015). Give the reason for changing it."
        )
    );
    assert!(
        refusal(ground.dossier.bulk(&draft("", status(Status::Fulfilled)), on)).contains("only with what shows it")
    );
    assert_eq!(ground.dossier.export().unwrap(), before);
}

#[test]
fn an_act_that_is_broken_off_leaves_nothing() {
    let (ground, _) = dozen();
    let before = ground.dossier.export().unwrap();
    let stopped = ground.dossier.bulk(&draft("", status(Status::Delivered)), |done, total| {
        if done == total { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(Error::Cancelled.code(), Code::Cancelled);
    assert_eq!(ground.dossier.export().unwrap(), before);
    assert!(ground.dossier.bin().unwrap().is_empty());
}

#[test]
fn the_bin_names_many_by_their_number() {
    let (ground, _) = dozen();
    let act = ground.dossier.bulk(&draft("", BulkChange::Remove), on).unwrap().act.unwrap();
    let bin = ground.dossier.bin().unwrap();
    assert_eq!((bin[0].noun, bin[0].name.as_str()), (Noun::Commitment, "12 commitments"));
    ground.dossier.revert(act.id).unwrap();
    assert_eq!(ground.dossier.count_commitments(&words("")).unwrap(), 12);
}
