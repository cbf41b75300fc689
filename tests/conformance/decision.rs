//! Decisions before a coming meeting: proposed, decided by another, passed unopposed; what they put on the agenda, and
//! what becomes of them when the record is final.

use rapporteur_core::{
    id::Id,
    vocabulary::{DecisionKind, Level, MeetingState, Noun, Status},
    wire::{CommitmentQuery, DecisionDraft, DecisionView, MeetingDraft, PassDraft, ReviewFrame, Seen},
};

use crate::ground::{Ground, day, meeting, refusal};

/// The leaders' meeting five weeks ahead.
fn summit(ground: &Ground) -> Id {
    let draft = MeetingDraft {
        level: Level::Summit,
        state: MeetingState::Planned,
        ..meeting(None, "Leaders’ meeting", "2015-09-25")
    };
    ground.dossier.save_meeting(&draft).unwrap().output
}

fn coming(ground: &Ground, level: Level, title: &str, on: &str) -> Id {
    let draft = MeetingDraft { level, state: MeetingState::Planned, ..meeting(None, title, on) };
    ground.dossier.save_meeting(&draft).unwrap().output
}

fn on(ground: &Ground, meeting: Id, commitment: Id) -> Option<DecisionView> {
    let query = CommitmentQuery { frame: Some(ReviewFrame::Meeting { id: meeting }), ..CommitmentQuery::all() };
    let page = ground.dossier.commitments(&query).unwrap();
    page.rows.into_iter().find(|row| row.id == commitment).unwrap().decision
}

fn draft(ground: &Ground, meeting: Id, commitment: Id, kind: DecisionKind) -> DecisionDraft {
    let revision = on(ground, meeting, commitment).map_or(0, |decision| decision.revision);
    DecisionDraft {
        meeting,
        commitments: vec![Seen { id: commitment, revision }],
        kind,
        remark: String::new(),
        level: None,
        to_meeting: None,
    }
}

fn decide(ground: &Ground, meeting: Id, commitment: Id, kind: DecisionKind) {
    ground.dossier.decide(&draft(ground, meeting, commitment, kind)).unwrap();
}

fn agenda(ground: &Ground, meeting: Id) -> Vec<String> {
    ground.dossier.meeting(meeting).unwrap().agenda.into_iter().map(|item| item.title).collect()
}

#[test]
fn the_first_proposes_and_another_decides() {
    let ground = Ground::new();
    let (late, summit) = (ground.due("Share formats", "2015-07-31"), summit(&ground));
    let with_remark =
        DecisionDraft { remark: "Ready since May.".into(), ..draft(&ground, summit, late, DecisionKind::Announce) };
    ground.dossier.decide(&with_remark).unwrap();
    let proposed = on(&ground, summit, late).unwrap();
    assert_eq!((proposed.stands, proposed.decided.clone()), (DecisionKind::Announce, None));
    assert_eq!(proposed.proposed.by, "A. Officer");
    assert!(!proposed.to_confirm, "nobody confirms their own proposal");

    ground.dossier.set_actor("B. Director").unwrap();
    assert!(on(&ground, summit, late).unwrap().to_confirm);
    decide(&ground, summit, late, DecisionKind::Hold);
    let decided = on(&ground, summit, late).unwrap();
    let voice = decided.decided.unwrap();
    assert_eq!(
        (decided.stands, voice.kind, voice.by.as_str()),
        (DecisionKind::Hold, DecisionKind::Hold, "B. Director")
    );
    assert_eq!((decided.proposed.kind, decided.proposed.remark.as_str()), (DecisionKind::Announce, "Ready since May."));
    let counts = ground.dossier.review(ReviewFrame::Meeting { id: summit }).unwrap().decisions.unwrap();
    assert_eq!((counts.decided, counts.exceptions, counts.to_confirm, counts.opposed), (1, 1, 0, 1));

    // The one who proposed says something else: the decision was on what is gone.
    ground.dossier.set_actor("A. Officer").unwrap();
    let again = ground.dossier.decide(&draft(&ground, summit, late, DecisionKind::Deliver)).unwrap();
    assert!(again.warnings[0].contains("decided by B. Director"), "{:?}", again.warnings);
    assert_eq!(on(&ground, summit, late).unwrap().decided, None);
}

#[test]
fn what_is_decided_stands_on_the_agenda_and_goes_with_it() {
    let ground = Ground::new();
    let (late, summit) = (ground.due("Share formats", "2015-07-31"), summit(&ground));
    decide(&ground, summit, late, DecisionKind::Deliver);
    assert_eq!(agenda(&ground, summit), ["Share formats"]);
    let shown = ground.dossier.meeting(summit).unwrap();
    assert_eq!(shown.decisions[0].decision.stands, DecisionKind::Deliver);
    let point = &shown.agenda[0].commitments[0];
    assert_eq!(point.decision.as_ref().unwrap().stands, DecisionKind::Deliver, "the agenda shows the decision");
    assert_eq!(ground.dossier.commitment(late).unwrap().decisions[0].meeting.name, "Leaders’ meeting");

    decide(&ground, summit, late, DecisionKind::Hold);
    assert_eq!(agenda(&ground, summit), [""; 0], "what is held is not spoken about");
    ground.dossier.undo().unwrap();
    assert_eq!(agenda(&ground, summit), ["Share formats"]);
    ground.dossier.undo().unwrap();
    assert_eq!((agenda(&ground, summit).len(), on(&ground, summit, late)), (0, None));
    ground.dossier.redo().unwrap();
    let seen = Seen { id: late, revision: on(&ground, summit, late).unwrap().revision };
    ground.dossier.clear_decisions(summit, &[seen]).unwrap();
    assert_eq!((agenda(&ground, summit).len(), on(&ground, summit, late)), (0, None));
    assert!(ground.dossier.check(|_| {}).unwrap().faults.is_empty());
}

#[test]
fn a_point_that_was_worked_on_stays() {
    let ground = Ground::new();
    let (late, summit) = (ground.due("Share formats", "2015-07-31"), summit(&ground));
    decide(&ground, summit, late, DecisionKind::Deliver);
    let point = ground.dossier.meeting(summit).unwrap().agenda.remove(0);
    let worked_on = rapporteur_core::wire::AgendaItemDraft {
        id: Some(point.id),
        revision: point.revision,
        meeting: summit,
        ordinal: point.ordinal,
        title: point.title,
        track: Some(ground.track),
        home_said: "Ready to sign.".into(),
        partner_said: String::new(),
        commitments: vec![late],
    };
    ground.dossier.save_agenda_item(&worked_on, None).unwrap();
    decide(&ground, summit, late, DecisionKind::Hold);
    assert_eq!(agenda(&ground, summit), ["Share formats"]);
}

#[test]
fn what_is_escalated_goes_to_the_next_level_that_meets() {
    let ground = Ground::new();
    let late = ground.due("Share formats", "2015-07-31");
    let officials = coming(&ground, Level::SeniorOfficials, "Officials", "2015-08-30");
    let ministers = coming(&ground, Level::Ministerial, "Ministers", "2015-10-01");
    let leaders = summit(&ground);
    decide(&ground, officials, late, DecisionKind::Escalate);
    let decision = on(&ground, officials, late).unwrap();
    assert_eq!((decision.level, decision.to.unwrap().name.as_str()), (Some(Level::Ministerial), "Ministers"));
    assert_eq!((agenda(&ground, officials).len(), agenda(&ground, ministers).len()), (0, 1));

    let named = DecisionDraft { to_meeting: Some(leaders), ..draft(&ground, officials, late, DecisionKind::Escalate) };
    ground.dossier.decide(&named).unwrap();
    assert_eq!((agenda(&ground, ministers).len(), agenda(&ground, leaders).len()), (0, 1));

    // A summit has no level above it.
    decide(&ground, leaders, late, DecisionKind::Escalate);
    assert_eq!(on(&ground, leaders, late).unwrap().to.unwrap().id, leaders);
    // Nobody meets at that level: the level stands by itself.
    ground.dossier.remove(Noun::Meeting, ministers).unwrap();
    let level =
        DecisionDraft { level: Some(Level::Ministerial), ..draft(&ground, officials, late, DecisionKind::Escalate) };
    ground.dossier.decide(&level).unwrap();
    let decision = on(&ground, officials, late).unwrap();
    assert_eq!((decision.level, decision.to), (Some(Level::Ministerial), None));
}

#[test]
fn what_nobody_opposes_passes_in_one_stroke() {
    let ground = Ground::new();
    let late = ground.due("Share formats", "2015-07-31");
    let fine: Vec<Id> = (0..3).map(|n| ground.commitment(&format!("Exercise {n}"))).collect();
    for id in &fine {
        ground.heard(*id, "2015-08-19", "Under way.");
    }
    let summit = summit(&ground);
    let pass = PassDraft { meeting: summit, tracks: Vec::new() };
    assert_eq!(ground.dossier.pass_unopposed(&pass).unwrap().output, 3);
    assert!(on(&ground, summit, fine[0]).unwrap().passed);
    assert_eq!(on(&ground, summit, late), None, "an exception wants a decision");
    assert_eq!(agenda(&ground, summit), [""; 0]);
    assert!(refusal(ground.dossier.pass_unopposed(&pass)).contains("nothing to pass"));
    let undecided = CommitmentQuery {
        frame: Some(ReviewFrame::Meeting { id: summit }),
        decided: Some(false),
        ..CommitmentQuery::open()
    };
    assert_eq!(ground.dossier.count_commitments(&undecided).unwrap(), 1);
    decide(&ground, summit, late, DecisionKind::Drop);

    ground.dossier.set_actor("B. Director").unwrap();
    assert_eq!(ground.dossier.pass_unopposed(&pass).unwrap().output, 4);
    assert_eq!(on(&ground, summit, late).unwrap().decided.unwrap().kind, DecisionKind::Drop);
    ground.dossier.undo().unwrap();
    assert!(on(&ground, summit, late).unwrap().to_confirm);
}

#[test]
fn a_final_record_makes_follow_ups_of_decisions_and_freezes_them() {
    let ground = Ground::new();
    let (late, other) = (ground.due("Share formats", "2015-07-31"), ground.commitment("Exercise"));
    ground.heard(other, "2015-08-19", "Under way.");
    let held = coming(&ground, Level::Ministerial, "Ministers", "2015-08-20");
    let said =
        DecisionDraft { remark: "Both sides are ready.".into(), ..draft(&ground, held, late, DecisionKind::Announce) };
    ground.dossier.decide(&said).unwrap();
    ground.dossier.pass_unopposed(&PassDraft { meeting: held, tracks: Vec::new() }).unwrap();
    let row = ground.dossier.meeting(held).unwrap().row;
    let over = MeetingDraft {
        id: Some(held),
        revision: row.revision,
        level: Level::Ministerial,
        ..meeting(None, "Ministers", "2015-08-20")
    };
    ground.dossier.save_meeting(&over).unwrap();
    ground.dossier.finalise_record(held).unwrap();
    let heard = ground.dossier.commitment(late).unwrap().follow_ups.remove(0);
    assert_eq!(heard.note, "Decided before Ministers: announce. Both sides are ready.");
    assert_eq!((heard.day, heard.reported_by.as_str()), (day("2015-08-20"), "A. Officer"));
    assert_eq!(ground.dossier.commitment(other).unwrap().follow_ups.len(), 1, "what passed is no news");
    let frozen = refusal(ground.dossier.decide(&draft(&ground, held, late, DecisionKind::Drop)));
    assert!(frozen.contains("is final"), "{frozen}");
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.commitment(late).unwrap().follow_ups.len(), 0);
    decide(&ground, held, late, DecisionKind::Drop);
}

#[test]
fn bad_decisions_are_refused_with_a_sentence() {
    let ground = Ground::new();
    let (late, summit) = (ground.due("Share formats", "2015-07-31"), summit(&ground));
    let first = draft(&ground, summit, late, DecisionKind::Deliver);
    ground.dossier.decide(&first).unwrap();
    assert!(refusal(ground.dossier.decide(&first)).contains("This decision"), "a second window saw none");
    let none = DecisionDraft { commitments: Vec::new(), ..first.clone() };
    assert!(refusal(ground.dossier.decide(&none)).contains("which commitment"));
    ground.dossier.set_status(&ground.status(late, Status::Dropped)).unwrap();
    let closed = refusal(ground.dossier.decide(&draft(&ground, summit, late, DecisionKind::Deliver)));
    assert!(closed.contains("is closed"), "{closed}");
    let cancelled = MeetingDraft { state: MeetingState::Cancelled, ..meeting(None, "Called off", "2015-10-10") };
    let cancelled = ground.dossier.save_meeting(&cancelled).unwrap().output;
    let open = ground.commitment("Exercise");
    let called_off = refusal(ground.dossier.decide(&draft(&ground, cancelled, open, DecisionKind::Deliver)));
    assert!(called_off.contains("was cancelled"), "{called_off}");
    let untouched = [Seen { id: open, revision: 0 }];
    assert!(refusal(ground.dossier.clear_decisions(summit, &untouched)).contains("Nothing has been decided"));
}

#[test]
fn a_round_begins_with_the_last_ones_record() {
    let ground = Ground::new();
    ground.round("2014-08-10");
    let draft = MeetingDraft {
        prefill_agenda: true,
        state: MeetingState::Planned,
        ..meeting(Some(ground.dialogue), "", "2015-09-14")
    };
    ground.commitment("Share formats");
    let next = ground.dossier.save_meeting(&draft).unwrap().output;
    assert_eq!(agenda(&ground, next), ["Approve the record of the 1st Cyber Dialogue", "Share formats"]);
}

#[test]
fn decisions_come_back_with_what_they_hang_on() {
    let ground = Ground::new();
    let (late, summit) = (ground.due("Share formats", "2015-07-31"), summit(&ground));
    decide(&ground, summit, late, DecisionKind::Announce);
    ground.dossier.remove(Noun::Commitment, late).unwrap();
    assert_eq!(ground.dossier.meeting(summit).unwrap().decisions.len(), 0);
    ground.dossier.undo().unwrap();
    assert_eq!(on(&ground, summit, late).unwrap().stands, DecisionKind::Announce);
    let ground = ground.reopened();
    assert_eq!(on(&ground, summit, late).unwrap().stands, DecisionKind::Announce);
}
