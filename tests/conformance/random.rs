//! Random acts, then undo all: the same state, byte for byte as exported.

use proptest::prelude::*;
use rapporteur_core::{
    id::Id,
    vocabulary::{
        DayPrecision, DecisionKind, InstrumentActKind, InstrumentLinkKind, Judgement, LinkKind, MeetingState, Noun,
        Outcome, Status,
    },
    wire::{
        AcceptDraft, CommitmentDraft, DecisionDraft, DeliveredByDraft, InstrumentDraft, InstrumentLinkDraft, LinkDraft,
        MentionDraft, MoveDraft, PassDraft, PassageDraft, PeriodDraft, Seen, StatusDraft, TextDraft, VerdictDraft,
    },
};

use crate::ground::{Ground, lead, meeting, text};

/// What a random hand does; numbers pick among what is there.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Commit { from_text: bool, due: u8 },
    Follow { on: usize, status: u8 },
    Status { on: usize, to: u8, blocked: bool },
    PutOff { on: usize, days: u8 },
    Link { from: usize, to: usize, kind: u8 },
    Meet { prefill: bool },
    Move { what: usize, days: u8, state: u8 },
    Report { on: usize, kept: bool },
    Write { on: usize },
    Finalise { on: usize },
    Text { on: usize },
    Accept { on: usize, supersedes: bool },
    Judge { on: usize, never: bool },
    Mention { of: usize, on: usize },
    Decide { on: usize, before: usize, kind: u8, other: bool },
    Pass { before: usize },
    Clear { on: usize, before: usize },
    Instrument { on: usize },
    Act { on: usize, kind: usize, days: u8, ours: bool },
    Relate { from: usize, to: usize, kind: u8 },
    Deliver { what: usize, by: usize },
    Remove { noun: u8, on: usize },
    Undo,
    Redo,
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (any::<bool>(), 0..4u8).prop_map(|(from_text, due)| Deed::Commit { from_text, due }),
        4 => (any::<usize>(), 0..4u8).prop_map(|(on, status)| Deed::Follow { on, status }),
        3 => (any::<usize>(), 0..8u8, any::<bool>()).prop_map(|(on, to, blocked)| Deed::Status { on, to, blocked }),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(on, days)| Deed::PutOff { on, days }),
        2 => (any::<usize>(), any::<usize>(), 0..3u8).prop_map(|(from, to, kind)| Deed::Link { from, to, kind }),
        2 => any::<bool>().prop_map(|prefill| Deed::Meet { prefill }),
        2 => (any::<usize>(), any::<u8>(), 0..4u8).prop_map(|(what, days, state)| Deed::Move { what, days, state }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(on, kept)| Deed::Report { on, kept }),
        1 => any::<usize>().prop_map(|on| Deed::Write { on }),
        1 => any::<usize>().prop_map(|on| Deed::Finalise { on }),
        2 => any::<usize>().prop_map(|on| Deed::Text { on }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(on, supersedes)| Deed::Accept { on, supersedes }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(on, never)| Deed::Judge { on, never }),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(of, on)| Deed::Mention { of, on }),
        3 => (any::<usize>(), any::<usize>(), 0..5u8, any::<bool>())
            .prop_map(|(on, before, kind, other)| Deed::Decide { on, before, kind, other }),
        1 => any::<usize>().prop_map(|before| Deed::Pass { before }),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(on, before)| Deed::Clear { on, before }),
        2 => any::<usize>().prop_map(|on| Deed::Instrument { on }),
        3 => (any::<usize>(), any::<usize>(), any::<u8>(), any::<bool>())
            .prop_map(|(on, kind, days, ours)| Deed::Act { on, kind, days, ours }),
        1 => (any::<usize>(), any::<usize>(), 0..3u8).prop_map(|(from, to, kind)| Deed::Relate { from, to, kind }),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(what, by)| Deed::Deliver { what, by }),
        3 => (0..14u8, any::<usize>()).prop_map(|(noun, on)| Deed::Remove { noun, on }),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

/// What is decided on a commitment before a meeting, as it is seen now.
fn decided(ground: &Ground, meeting: Id, commitment: Id) -> Seen {
    let decisions = ground.dossier.commitment(commitment).unwrap().decisions;
    let there = decisions.iter().find(|decision| decision.meeting.id == meeting);
    Seen { id: commitment, revision: there.map_or(0, |decision| decision.revision) }
}

/// Does a deed; a refusal is an answer too, as long as it changes nothing.
pub(crate) fn carry_out(ground: &Ground, deed: &Deed) {
    let dossier = &ground.dossier;
    let ids = |noun: Noun| -> Vec<Id> {
        let prefix = format!("{} ", noun.word());
        let export = dossier.export().unwrap();
        export.lines().filter_map(|line| line.strip_prefix(&prefix)?.split(' ').next()?.parse().ok()).collect()
    };
    let pick = |noun: Noun, number: usize| {
        let all = ids(noun);
        if all.is_empty() { None } else { Some(all[number % all.len()]) }
    };
    let before = dossier.export().unwrap();
    let refused = match deed {
        Deed::Commit { from_text, due } => {
            let mut draft = CommitmentDraft { owners: vec![lead(ground.agency)], ..ground.promise("Promise") };
            draft.meeting = pick(Noun::Meeting, usize::from(*due));
            if let (true, Some(text)) = (from_text, pick(Noun::Text, usize::from(*due))) {
                draft.passage = Some(PassageDraft { text, start: 2, end: 8 });
            }
            if let (2, Some(meeting)) = (due, draft.meeting) {
                draft.due = rapporteur_core::wire::DueDraft::Meeting { meeting };
            }
            if *due == 3 {
                let on = crate::ground::day("2015-06-30");
                draft.due = rapporteur_core::wire::DueDraft::Recurring { months: 1, on };
            }
            dossier.save_commitment(&draft).is_err()
        }
        Deed::Move { what, days, state } => pick(Noun::Meeting, *what).is_some_and(|id| {
            let revision = dossier.meeting(id).unwrap().row.revision;
            let on = crate::ground::day("2015-06-01").iter_days().nth(usize::from(*days)).unwrap();
            let draft = MoveDraft {
                meeting: Seen { id, revision },
                begins_on: (*days % 8 != 0).then_some(on),
                ends_on: None,
                precision: DayPrecision::Day,
                state: MeetingState::ALL[usize::from(*state)],
                reason: String::new(),
            };
            dossier.move_meeting(&draft).is_err()
        }),
        Deed::Report { on, kept } => pick(Noun::Commitment, *on).is_some_and(|id| {
            let draft = PeriodDraft {
                commitment: ground.seen(id),
                period: None,
                outcome: if *kept { Outcome::Kept } else { Outcome::Missed },
                day: None,
                reported_by: String::new(),
                note: String::new(),
                evidence: String::new(),
            };
            dossier.report_period(&draft).is_err()
        }),
        Deed::Follow { on, status } => pick(Noun::Commitment, *on).is_some_and(|id| {
            let mut draft = crate::ground::follow_up(vec![id], "2015-08-01", "Heard");
            draft.our_status = Status::ALL.get(usize::from(*status)).copied();
            dossier.save_follow_up(&draft).is_err()
        }),
        Deed::Status { on, to, blocked } => pick(Noun::Commitment, *on).is_some_and(|id| {
            let draft = StatusDraft {
                blocked: blocked.then_some(true),
                blocked_reason: "Held up".into(),
                evidence: if *to % 2 == 0 { "Seen.".into() } else { String::new() },
                ..ground.status(id, Status::ALL[usize::from(*to)])
            };
            dossier.set_status(&draft).is_err()
        }),
        Deed::PutOff { on, days } => pick(Noun::Commitment, *on).is_some_and(|id| {
            let to = crate::ground::day("2015-06-01").iter_days().nth(usize::from(*days)).unwrap();
            ground.put_off(id, &to.to_string(), if *days % 2 == 0 { "Reason" } else { "" }).is_err()
        }),
        Deed::Link { from, to, kind } => match (pick(Noun::Commitment, *from), pick(Noun::Commitment, *to)) {
            (Some(from), Some(to)) => {
                dossier.add_link(&LinkDraft { from, kind: LinkKind::ALL[usize::from(*kind)], to }).is_err()
            }
            _ => false,
        },
        Deed::Meet { prefill } => {
            let mut draft = meeting(Some(ground.dialogue), "", "2015-08-14");
            draft.prefill_agenda = *prefill;
            dossier.save_meeting(&draft).is_err()
        }
        Deed::Write { on } => pick(Noun::Meeting, *on).is_some_and(|id| {
            let view = dossier.meeting(id).unwrap();
            let text = format!("{} And more.", view.record);
            dossier.save_record(id, view.row.revision, &text, None).is_err()
        }),
        Deed::Finalise { on } => pick(Noun::Meeting, *on).is_some_and(|id| dossier.finalise_record(id).is_err()),
        Deed::Text { on } => dossier.save_text(&text(pick(Noun::Meeting, *on), "Text", "They will share.")).is_err(),
        Deed::Accept { on, supersedes } => pick(Noun::Text, *on).is_some_and(|text| {
            let passage = Some(PassageDraft { text, start: 0, end: 9 });
            let draft = CommitmentDraft { passage, ..ground.promise("From a text") };
            let supersedes = if *supersedes { pick(Noun::Commitment, *on) } else { None };
            dossier.accept_candidates(&[AcceptDraft { draft, supersedes }]).is_err()
        }),
        Deed::Judge { on, never } => pick(Noun::Text, *on).is_some_and(|text| {
            let judgement = if *never { Judgement::Never } else { Judgement::Skipped };
            dossier.judge_candidate(&VerdictDraft { at: PassageDraft { text, start: 0, end: 16 }, judgement }).is_err()
        }),
        Deed::Mention { of, on } => match (pick(Noun::Commitment, *of), pick(Noun::Text, *on)) {
            (Some(commitment), Some(text)) => {
                let at = PassageDraft { text, start: 5, end: 15 };
                dossier.add_mention(&MentionDraft { commitment, at, note: String::new() }).is_err()
            }
            _ => false,
        },
        Deed::Decide { on, before, kind, other } => match (pick(Noun::Commitment, *on), pick(Noun::Meeting, *before)) {
            (Some(commitment), Some(meeting)) => {
                dossier.set_actor(if *other { "B. Director" } else { "A. Officer" }).unwrap();
                let draft = DecisionDraft {
                    meeting,
                    commitments: vec![decided(ground, meeting, commitment)],
                    kind: DecisionKind::ALL[usize::from(*kind)],
                    remark: String::new(),
                    level: None,
                    to_meeting: None,
                };
                dossier.decide(&draft).is_err()
            }
            _ => false,
        },
        Deed::Pass { before } => pick(Noun::Meeting, *before)
            .is_some_and(|meeting| dossier.pass_unopposed(&PassDraft { meeting, tracks: Vec::new() }).is_err()),
        Deed::Clear { on, before } => match (pick(Noun::Commitment, *on), pick(Noun::Meeting, *before)) {
            (Some(commitment), Some(meeting)) => {
                dossier.clear_decisions(meeting, &[decided(ground, meeting, commitment)]).is_err()
            }
            _ => false,
        },
        Deed::Instrument { on } => {
            let draft = InstrumentDraft { dialogue: Some(ground.dialogue), ..ground.agreement("Agreement") };
            let entered = dossier.save_instrument(&draft);
            if let (Ok(entered), Some(text)) = (&entered, pick(Noun::Text, *on)) {
                // A text is given to it, with what was taken from it.
                let view = dossier.text(text).unwrap();
                let given = TextDraft {
                    id: Some(text),
                    revision: view.row.revision,
                    instrument: Some(entered.output),
                    ..self::text(view.row.meeting.map(|meeting| meeting.id), "Text", &view.body)
                };
                dossier.save_text(&given).unwrap();
            }
            entered.is_err()
        }
        Deed::Act { on, kind, days, ours } => pick(Noun::Instrument, *on).is_some_and(|id| {
            let kind = InstrumentActKind::ALL[*kind % InstrumentActKind::ALL.len()];
            let party = if *ours { ground.home } else { ground.partner };
            let on = crate::ground::day("2015-01-01").iter_days().nth(usize::from(*days)).unwrap();
            dossier.save_instrument_act(&ground.act(id, kind, Some(party), &on.to_string())).is_err()
        }),
        Deed::Relate { from, to, kind } => match (pick(Noun::Instrument, *from), pick(Noun::Instrument, *to)) {
            (Some(from), Some(to)) => {
                let kind = InstrumentLinkKind::ALL[usize::from(*kind)];
                dossier.add_instrument_link(&InstrumentLinkDraft { from, kind, to }).is_err()
            }
            _ => false,
        },
        Deed::Deliver { what, by } => match (pick(Noun::Commitment, *what), pick(Noun::Instrument, *by)) {
            (Some(commitment), Some(instrument)) => {
                dossier.add_delivered_by(&DeliveredByDraft { commitment, instrument }).is_err()
            }
            _ => false,
        },
        Deed::Remove { noun, on } => {
            let nouns = [
                Noun::Commitment,
                Noun::FollowUp,
                Noun::Meeting,
                Noun::Text,
                Noun::Link,
                Noun::Body,
                Noun::AgendaItem,
                Noun::Mention,
                Noun::Verdict,
                Noun::Decision,
                Noun::Instrument,
                Noun::InstrumentAct,
                Noun::InstrumentLink,
                Noun::DeliveredBy,
            ];
            let noun = nouns[usize::from(*noun)];
            pick(noun, *on).is_some_and(|id| dossier.remove(noun, id).is_err())
        }
        Deed::Undo => dossier.undo().is_err(),
        Deed::Redo => dossier.redo().is_err(),
    };
    if refused {
        assert_eq!(dossier.export().unwrap(), before, "a refusal changed something: {deed:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_leaves_the_same_state(deeds in prop::collection::vec(deed(), 1..40)) {
        let ground = Ground::new();
        ground.dossier.seal().unwrap();
        let before = ground.dossier.export().unwrap();
        for deed in &deeds {
            carry_out(&ground, deed);
        }
        let after = ground.dossier.export().unwrap();
        let report = ground.dossier.check(|_| {}).unwrap();
        prop_assert!(report.sound, "{:?}", report.faults);
        let mut undone = 0;
        while ground.dossier.overview().unwrap().undo.is_some() {
            ground.dossier.undo().unwrap();
            undone += 1;
        }
        prop_assert_eq!(&ground.dossier.export().unwrap(), &before);
        for _ in 0..undone {
            ground.dossier.redo().unwrap();
        }
        prop_assert_eq!(&ground.dossier.export().unwrap(), &after);
        let report = ground.dossier.check(|_| {}).unwrap();
        prop_assert!(report.sound, "{:?}", report.faults);
    }
}
