//! Handovers: what is open passes to the successor, what is closed stays, and all of it comes back with one undo.

use proptest::prelude::*;
use rapporteur_core::{
    id::Id,
    vocabulary::{AttendanceRole, MeetingState, OwnerRole, Status},
    wire::{
        AttendanceDraft, CommitmentDraft, DialogueDraft, FollowUpDraft, HandoverDraft, MeetingDraft, OwnerDraft,
        StatusDraft,
    },
};

use crate::{
    ground::{Ground, day, follow_up, meeting, person, refusal},
    random::{carry_out, deed},
};

fn owned_by(ground: &Ground, title: &str, person: Id) -> Id {
    let owner = OwnerDraft { role: OwnerRole::Lead, body: Some(ground.agency), person: Some(person) };
    let draft = CommitmentDraft { owners: vec![owner], ..ground.promise(title) };
    ground.dossier.save_commitment(&draft).unwrap().output
}

fn successor(ground: &Ground) -> Id {
    ground.dossier.save_person(&person(ground.home, Some(ground.ministry), "Ben Successor")).unwrap().output
}

fn draft(ground: &Ground, to: Id) -> HandoverDraft {
    HandoverDraft { from: ground.person, to, day: Some(day("2015-09-01")), reason: "Posted abroad".into() }
}

fn lead(ground: &Ground, commitment: Id) -> String {
    ground.dossier.commitment(commitment).unwrap().owners[0].label.clone()
}

#[test]
fn what_is_open_passes_and_what_is_closed_stays() {
    let ground = Ground::new();
    let (open, closed) =
        (owned_by(&ground, "Share formats", ground.person), owned_by(&ground, "Exercise", ground.person));
    let done = StatusDraft { evidence: "Seen.".into(), ..ground.status(closed, Status::Fulfilled) };
    ground.dossier.set_status(&done).unwrap();
    let to = successor(&ground);
    let before = ground.dossier.export().unwrap();
    let act = ground.dossier.hand_over(&draft(&ground, to)).unwrap();
    assert_eq!(act.output, 1);
    assert_eq!(act.act.unwrap().title, "Handed over 1 commitment from Ada Officer to Ben Successor");
    assert_eq!(lead(&ground, open), "CSA, Ben Successor", "the office stays beside the person");
    assert_eq!(lead(&ground, closed), "CSA, Ada Officer");
    let left = ground.dossier.person(ground.person).unwrap();
    assert_eq!((left.row.open, left.row.active_to), (0, Some(day("2015-09-01"))));
    let kept = &left.handovers[0];
    assert_eq!((kept.to.name.as_str(), kept.count, kept.reason.as_str()), ("Ben Successor", 1, "Posted abroad"));
    assert_eq!(kept.commitments[0].id, open, "a person who left keeps their history");
    let came = ground.dossier.person(to).unwrap();
    assert_eq!((came.row.open, came.row.active_from, came.handovers.len()), (1, Some(day("2015-09-01")), 1));

    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before, "undone in one act");
    ground.dossier.redo().unwrap();
    let ground = ground.reopened();
    assert_eq!(lead(&ground, open), "CSA, Ben Successor");
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn chairs_and_coming_seats_pass_and_past_ones_stay() {
    let ground = Ground::new();
    let (chaired, to) = (ground.dossier.dialogue(ground.dialogue).unwrap(), successor(&ground));
    let chairs = DialogueDraft {
        id: Some(ground.dialogue),
        revision: chaired.row.revision,
        co_chairs: vec![ground.person, to],
        ..crate::ground::dialogue("Cyber Dialogue", vec![ground.home, ground.partner], vec![ground.track])
    };
    ground.dossier.save_dialogue(&chairs).unwrap();
    let (past, planned) = (
        ground.round("2015-08-14"),
        ground
            .dossier
            .save_meeting(&MeetingDraft {
                state: MeetingState::Planned,
                ..meeting(Some(ground.dialogue), "", "2015-12-01")
            })
            .unwrap()
            .output,
    );
    for at in [past, planned] {
        let seat = AttendanceDraft {
            id: None,
            revision: 0,
            meeting: at,
            person: Some(ground.person),
            body: None,
            name: String::new(),
            party: None,
            role: AttendanceRole::Head,
            size: None,
        };
        ground.dossier.save_attendance(&seat).unwrap();
    }
    let list = ground.dossier.handover(ground.person).unwrap();
    assert_eq!((list.open, list.meetings.len(), list.dialogues.len()), (0, 1, 1));
    assert_eq!(ground.dossier.hand_over(&draft(&ground, to)).unwrap().output, 0);
    let sits = |meeting: Id| ground.dossier.meeting(meeting).unwrap().attendance.remove(0).person.unwrap().name;
    assert_eq!((sits(past).as_str(), sits(planned).as_str()), ("Ada Officer", "Ben Successor"));
    assert_eq!(ground.dossier.person(ground.person).unwrap().dialogues.len(), 0);
    assert_eq!(ground.dossier.person(to).unwrap().dialogues.len(), 1, "who chairs already chairs once");
}

#[test]
fn the_list_to_read_first_has_what_is_late_on_top_and_what_was_said() {
    let ground = Ground::new();
    let fine = owned_by(&ground, "Exercise", ground.person);
    let late = owned_by(&ground, "Share formats", ground.person);
    ground.put_off(late, "2015-08-01", "").unwrap();
    let said = FollowUpDraft {
        next_step: "Send the draft".into(),
        next_step_due: Some(day("2015-08-25")),
        ..follow_up(vec![fine], "2015-08-18", "Promised on the telephone.")
    };
    ground.dossier.save_follow_up(&said).unwrap();
    let list = ground.dossier.handover(ground.person).unwrap();
    assert_eq!((list.open, list.late), (2, 1));
    assert_eq!(list.commitments.iter().map(|row| row.id).collect::<Vec<_>>(), [late, fine]);
    assert_eq!(list.said[0].next_step, "Send the draft");
}

#[test]
fn a_successor_who_owns_it_already_owns_it_once() {
    let ground = Ground::new();
    let to = successor(&ground);
    let owner = |person: Id| OwnerDraft { role: OwnerRole::Lead, body: Some(ground.ministry), person: Some(person) };
    let draft_both = CommitmentDraft { owners: vec![owner(ground.person), owner(to)], ..ground.promise("Shared") };
    let shared = ground.dossier.save_commitment(&draft_both).unwrap().output;
    ground.dossier.hand_over(&draft(&ground, to)).unwrap();
    assert_eq!(ground.dossier.commitment(shared).unwrap().owners.len(), 1);
}

#[test]
fn a_handover_that_cannot_be_says_why() {
    let ground = Ground::new();
    let to = successor(&ground);
    assert!(refusal(ground.dossier.hand_over(&draft(&ground, to))).contains("owns nothing that is open"));
    owned_by(&ground, "Share formats", ground.person);
    assert!(refusal(ground.dossier.hand_over(&draft(&ground, ground.person))).contains("Nobody hands over"));
    let other = ground.dossier.save_person(&person(ground.partner, None, "Cy Other")).unwrap().output;
    assert!(refusal(ground.dossier.hand_over(&draft(&ground, other))).contains("not of the same party"));
    let silent = HandoverDraft { reason: " ".into(), ..draft(&ground, to) };
    assert!(refusal(ground.dossier.hand_over(&silent)).contains("The reason is still empty"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a person owns, in whatever part, and whatever became of it: a handover taken back leaves what was.
    #[test]
    fn a_handover_and_its_undo_leave_what_was(
        parts in prop::collection::vec((0..3usize, any::<bool>()), 1..6),
        deeds in prop::collection::vec(deed(), 0..16),
    ) {
        let ground = Ground::new();
        let to = successor(&ground);
        for (at, (role, beside)) in parts.iter().enumerate() {
            // The successor may have a part in it already.
            let own = OwnerDraft { role: OwnerRole::ALL[*role], body: Some(ground.agency), person: Some(ground.person) };
            let other = OwnerDraft { person: Some(to), ..own.clone() };
            let owners = if *beside { vec![own, other] } else { vec![own] };
            let promise = CommitmentDraft { owners, ..ground.promise(&format!("Promise {at}")) };
            // Nobody stands opposite on their own side: such a promise is refused, and does not matter here.
            let _ = ground.dossier.save_commitment(&promise);
        }
        owned_by(&ground, "Share formats", ground.person);
        deeds.iter().for_each(|deed| carry_out(&ground, deed));
        let before = ground.dossier.export().unwrap();
        match ground.dossier.hand_over(&draft(&ground, to)) {
            Ok(_) => {
                prop_assert_ne!(&ground.dossier.export().unwrap(), &before);
                ground.dossier.undo().unwrap();
            }
            // What was owned may lie in the bin, or be closed.
            Err(refused) => prop_assert!(refused.to_string().contains("owns nothing that is open"), "{refused}"),
        }
        prop_assert_eq!(&ground.dossier.export().unwrap(), &before);
        let report = ground.dossier.check(|_| {}).unwrap();
        prop_assert!(report.sound, "{:?}", report.faults);
    }
}
