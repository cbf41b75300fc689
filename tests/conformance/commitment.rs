//! Commitments: refs, owners, due dates and slips, closing, links.

use rapporteur_core::{
    vocabulary::{Bound, DueKind, LinkKind, Noun, OwnerRole, Status},
    wire::{CommitmentDraft, DueDateDraft, DueDraft, LinkDraft, OwnerDraft, OwnersDraft, StatusDraft},
};

use crate::ground::{Ground, day, follow_up, lead, meeting, refusal};

#[test]
fn the_first_due_date_is_kept_and_slips_are_counted() {
    let ground = Ground::new();
    let id = ground.due("Share formats", "2015-06-30");
    assert!(refusal(ground.put_off(id, "2015-09-30", "  ")).contains("Give the reason"));
    ground.put_off(id, "2015-09-30", "Draft is late").unwrap();
    ground.put_off(id, "2015-08-31", "Draft came early").unwrap();
    ground.put_off(id, "2015-12-31", "Ministry reshuffled").unwrap();
    let view = ground.dossier.commitment(id).unwrap();
    assert_eq!(view.row.due.first_on, Some(day("2015-06-30")));
    assert_eq!(view.row.due.slips, 2);
    let slips: Vec<bool> = view.due_history.iter().map(|change| change.slip).collect();
    assert_eq!(slips, [true, false, true]);
    assert_eq!(view.due_history[0].from, "30 Jun 2015");
    assert_eq!(view.due_history[2].reason, "Ministry reshuffled");
}

#[test]
fn a_due_date_by_a_meeting_follows_the_meeting() {
    let ground = Ground::new();
    let mut summit = meeting(None, "Summit", "2015-09-25");
    summit.state = rapporteur_core::vocabulary::MeetingState::Planned;
    let at = ground.dossier.save_meeting(&summit).unwrap().output;
    let draft = CommitmentDraft { due: DueDraft::Meeting { meeting: at }, ..ground.promise("Share formats") };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    assert_eq!(ground.row(id).due.on, Some(day("2015-09-25")));
    let revision = ground.dossier.meeting(at).unwrap().row.revision;
    summit.begins_on = Some(day("2015-08-01"));
    ground.dossier.save_meeting(&rapporteur_core::wire::MeetingDraft { id: Some(at), revision, ..summit }).unwrap();
    let due = ground.row(id).due;
    assert_eq!((due.on, due.overdue, due.label.as_str()), (Some(day("2015-08-01")), true, "by Summit"));
    ground.dossier.undo().unwrap();
    assert!(!ground.row(id).due.overdue);
}

#[test]
fn every_kind_of_due_date_is_kept_and_said() {
    let ground = Ground::new();
    let cases = [
        (DueDraft::None, DueKind::None, "no date"),
        (DueDraft::Ongoing, DueKind::Ongoing, "ongoing"),
        (DueDraft::Day { on: day("2015-12-01") }, DueKind::Day, "1 Dec 2015"),
        (DueDraft::Event { event: "COP 17".into(), on: None }, DueKind::Event, "by COP 17"),
        (DueDraft::Recurring { months: 3, on: day("2015-10-01") }, DueKind::Recurring, "every 3 months"),
    ];
    for (due, kind, label) in cases {
        let id = ground.dossier.save_commitment(&CommitmentDraft { due, ..ground.promise(label) }).unwrap().output;
        let view = ground.row(id).due;
        assert_eq!((view.kind, view.label.as_str()), (kind, label));
    }
    let wrong =
        CommitmentDraft { due: DueDraft::Recurring { months: 0, on: day("2015-10-01") }, ..ground.promise("x") };
    assert!(refusal(ground.dossier.save_commitment(&wrong)).contains("every 1 to 120 months"));
}

#[test]
fn closing_as_fulfilled_needs_what_shows_it() {
    let ground = Ground::new();
    let id = ground.commitment("Share formats");
    let close = ground.status(id, Status::Fulfilled);
    assert!(refusal(ground.dossier.set_status(&close)).contains("only with what shows it"));
    assert_eq!(ground.row(id).status, Status::NotStarted);
    ground.dossier.set_status(&StatusDraft { evidence: "Formats published.".into(), ..close }).unwrap();
    let closing = ground.dossier.commitment(id).unwrap().closing.unwrap();
    assert_eq!((closing.on, closing.evidence.as_str()), (day("2015-08-20"), "Formats published."));
    // Opened again, it is closed by nothing.
    ground.dossier.set_status(&ground.status(id, Status::InProgress)).unwrap();
    assert_eq!(ground.dossier.commitment(id).unwrap().closing, None);
}

#[test]
fn the_only_owner_who_closes_is_warned_and_recorded() {
    let ground = Ground::new();
    let owner = OwnerDraft { role: OwnerRole::Lead, body: None, person: Some(ground.person) };
    let draft = CommitmentDraft { owners: vec![owner], ..ground.promise("Share formats") };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    ground.dossier.set_actor("Ada Officer").unwrap();
    let close = StatusDraft { evidence: "Done.".into(), ..ground.status(id, Status::Fulfilled) };
    let changed = ground.dossier.set_status(&close).unwrap();
    assert!(changed.warnings[0].contains("closed by its only owner"));
    assert!(ground.dossier.commitment(id).unwrap().closing.unwrap().by_only_owner);
}

#[test]
fn owners_stand_on_their_own_side() {
    let ground = Ground::new();
    let draft = |owners| CommitmentDraft { owners, ..ground.promise("Share formats") };
    let wrong = OwnerDraft { role: OwnerRole::Lead, body: Some(ground.theirs), person: None };
    assert!(refusal(ground.dossier.save_commitment(&draft(vec![wrong]))).contains("of the home side"));
    let counterpart = OwnerDraft { role: OwnerRole::Counterpart, body: Some(ground.theirs), person: None };
    let id = ground.dossier.save_commitment(&draft(vec![lead(ground.agency), counterpart])).unwrap().output;
    let row = ground.row(id);
    assert_eq!((row.owner.as_str(), row.counterpart.as_str()), ("CSA", "SCERT"));
    let person = OwnerDraft { role: OwnerRole::Lead, body: None, person: Some(ground.person) };
    ground
        .dossier
        .set_owners(&OwnersDraft {
            commitments: vec![ground.seen(id)],
            owners: vec![person],
            roles: vec![OwnerRole::Lead],
        })
        .unwrap();
    let view = ground.dossier.commitment(id).unwrap();
    let labels: Vec<&str> = view.owners.iter().map(|owner| owner.label.as_str()).collect();
    // A person brings their body along; the counterpart stays.
    assert_eq!(labels, ["CSA, Ada Officer", "SCERT"]);
}

#[test]
fn named_parties_are_named() {
    let ground = Ground::new();
    let draft = CommitmentDraft { bound: Bound::Named, ..ground.promise("Share formats") };
    assert!(refusal(ground.dossier.save_commitment(&draft)).contains("Name the parties"));
    let draft = CommitmentDraft { bound_parties: vec![ground.partner], ..draft };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    assert_eq!(ground.row(id).bound_label, "Sudland");
    assert!(refusal(ground.dossier.remove(Noun::Party, ground.partner)).contains("hangs on this party"));
}

#[test]
fn superseding_and_depending_make_no_circle() {
    let ground = Ground::new();
    let [one, two, three] = ["One", "Two", "Three"].map(|title| ground.commitment(title));
    for kind in [LinkKind::Supersedes, LinkKind::DependsOn] {
        ground.dossier.add_link(&LinkDraft { from: one, kind, to: two }).unwrap();
        ground.dossier.add_link(&LinkDraft { from: two, kind, to: three }).unwrap();
        let circle = ground.dossier.add_link(&LinkDraft { from: three, kind, to: one });
        assert!(refusal(circle).contains("in a circle"));
    }
    // Reaffirming may go both ways: two texts can recall each other.
    ground.dossier.add_link(&LinkDraft { from: one, kind: LinkKind::Reaffirms, to: two }).unwrap();
    ground.dossier.add_link(&LinkDraft { from: two, kind: LinkKind::Reaffirms, to: one }).unwrap();
    let twice = ground.dossier.add_link(&LinkDraft { from: two, kind: LinkKind::Reaffirms, to: one });
    assert!(refusal(twice).contains("already"));
    let view = ground.dossier.commitment(two).unwrap();
    assert!(view.links.iter().any(|link| !link.outgoing && link.label == "is superseded by"));
}

#[test]
fn a_circle_does_not_come_back_by_undo() {
    let ground = Ground::new();
    let [one, two] = ["One", "Two"].map(|title| ground.commitment(title));
    let link = |from, to| LinkDraft { from, kind: LinkKind::DependsOn, to };
    let added = ground.dossier.add_link(&link(one, two)).unwrap();
    let removed = ground.dossier.remove(Noun::Link, added.output).unwrap().act.unwrap();
    ground.dossier.add_link(&link(two, one)).unwrap();
    assert!(refusal(ground.dossier.revert(removed.id)).contains("in a circle"));
}

#[test]
fn the_newest_follow_up_says_where_it_stands() {
    let ground = Ground::new();
    let id = ground.commitment("Share formats");
    let mut said = follow_up(vec![id], "2015-08-10", "Under way");
    said.our_status = Some(Status::InProgress);
    said.their_status = Some(Status::Delivered);
    ground.dossier.save_follow_up(&said).unwrap();
    let mut earlier = follow_up(vec![id], "2015-07-01", "Entered late");
    earlier.our_status = Some(Status::NotStarted);
    ground.dossier.save_follow_up(&earlier).unwrap();
    let row = ground.row(id);
    assert_eq!((row.status, row.their_status), (Status::InProgress, Some(Status::Delivered)));
    assert_eq!((row.heard.days, row.heard.note.as_str()), (Some(10), "Under way"));
    let mut closing = follow_up(vec![id], "2015-08-11", "Done");
    closing.our_status = Some(Status::Fulfilled);
    assert!(refusal(ground.dossier.save_follow_up(&closing)).contains("does not close"));
}

#[test]
fn many_are_changed_as_one_step() {
    let ground = Ground::new();
    let ids: Vec<_> = (0..20).map(|number| ground.commitment(&format!("Number {number}"))).collect();
    let before = ground.dossier.export().unwrap();
    let commitments = ids.iter().map(|id| ground.seen(*id)).collect();
    let changed = ground
        .dossier
        .set_due_date(&DueDateDraft {
            commitments,
            due: DueDraft::Day { on: day("2015-09-01") },
            reason: String::new(),
            with_event: false,
        })
        .unwrap();
    assert_eq!((changed.output, changed.act.unwrap().title.as_str()), (20, "Due date of 20 commitments: 1 Sep 2015"));
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
}

#[test]
fn titles_are_bounded_and_normalised() {
    let ground = Ground::new();
    let long = "क".repeat(301);
    let sentence = refusal(ground.dossier.save_commitment(&ground.promise(&long)));
    assert!(sentence.contains("301 characters") && sentence.contains("at most 300"), "{sentence}");
    ground.dossier.save_commitment(&ground.promise(&"क".repeat(300))).unwrap();
    // "é" typed as two characters is stored as one.
    let id = ground.commitment("Re\u{301}sume\u{301}  of\n talks");
    assert_eq!(ground.row(id).title, "Résumé of talks");
    assert!(refusal(ground.dossier.save_commitment(&ground.promise("  "))).contains("still empty"));
}
