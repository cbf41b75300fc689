//! Due dates that live: they follow their meeting, recur, keep their first day and every slip, and never hide that they
//! were overdue.

use proptest::prelude::*;
use rapporteur_core::{
    id::Id,
    vocabulary::{DayPrecision, Delivery, Exception, MeetingState, Noun, Outcome, PeriodState, Status},
    wire::{
        CommitmentDraft, CommitmentQuery, DueDateDraft, DueDraft, MoveDraft, PeriodDraft, ReviewFrame, Seen, Sort,
        StatusDraft,
    },
};

use crate::ground::{Ground, day, lead, meeting, noon, refusal};

impl Ground {
    /// A meeting that is planned for a day.
    fn planned(&self, title: &str, on: &str) -> Id {
        let draft = rapporteur_core::wire::MeetingDraft { state: MeetingState::Planned, ..meeting(None, title, on) };
        self.dossier.save_meeting(&draft).unwrap().output
    }

    /// A commitment due by a meeting.
    fn by(&self, title: &str, meeting: Id) -> Id {
        let draft = CommitmentDraft { due: DueDraft::Meeting { meeting }, ..self.promise(title) };
        self.dossier.save_commitment(&draft).unwrap().output
    }

    fn moved(&self, meeting: Id, on: Option<&str>, state: MeetingState, reason: &str) -> rapporteur_core::Result<u32> {
        let revision = self.dossier.meeting(meeting).unwrap().row.revision;
        let draft = MoveDraft {
            meeting: Seen { id: meeting, revision },
            begins_on: on.map(day),
            ends_on: None,
            precision: DayPrecision::Day,
            state,
            reason: reason.into(),
        };
        Ok(self.dossier.move_meeting(&draft)?.output)
    }

    fn put(&self, meeting: Id, on: &str) -> u32 {
        self.moved(meeting, Some(on), MeetingState::Planned, "").unwrap()
    }

    /// A commitment that recurs every so many months from a day on.
    fn recurring(&self, title: &str, months: i32, on: &str) -> Id {
        let draft = CommitmentDraft { due: DueDraft::Recurring { months, on: day(on) }, ..self.promise(title) };
        self.dossier.save_commitment(&draft).unwrap().output
    }

    fn reported(&self, commitment: Id, outcome: Outcome) -> rapporteur_core::Result<Id> {
        Ok(self.dossier.report_period(&self.report(commitment, outcome))?.output)
    }

    fn report(&self, commitment: Id, outcome: Outcome) -> PeriodDraft {
        PeriodDraft {
            commitment: self.seen(commitment),
            period: None,
            outcome,
            day: None,
            reported_by: String::new(),
            note: String::new(),
            evidence: String::new(),
        }
    }

    /// Refs that a query finds.
    fn found(&self, words: &str) -> Vec<String> {
        let query = CommitmentQuery { words: words.into(), sort: Sort::Ref, ..CommitmentQuery::all() };
        self.dossier.commitments(&query).unwrap().rows.into_iter().map(|row| row.title).collect()
    }

    fn sound(&self) {
        let report = self.dossier.check(|_| {}).unwrap();
        assert!(report.sound, "{:?}", report.faults);
    }
}

#[test]
fn what_is_due_by_a_meeting_moves_with_it_and_today_says_so() {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    let ids: Vec<Id> = (1..=7).map(|at| ground.by(&format!("Promise {at}"), ministerial)).collect();
    let before = ground.dossier.export().unwrap();
    assert_eq!(ground.moved(ministerial, Some("2015-10-03"), MeetingState::Planned, "Elections").unwrap(), 7);

    let today = ground.dossier.today().unwrap();
    let said: Vec<&str> = today.moves.iter().map(|view| view.sentence.as_str()).collect();
    assert_eq!(said, ["7 commitments moved with Ministerial, from 12 Sep 2015 to 3 Oct 2015"]);
    assert_eq!((today.moves[0].commitments, today.moves[0].reason.as_str()), (7, "Elections"));

    let view = ground.dossier.commitment(ids[0]).unwrap();
    // The promise was to keep it by the meeting, and that did not change: no slip, and the first day stays.
    assert_eq!(
        (view.row.due.on, view.row.due.first_on, view.row.due.slips),
        (Some(day("2015-10-03")), Some(day("2015-09-12")), 0)
    );
    let change = &view.due_history[0];
    assert!(change.moved && !change.slip);
    assert_eq!((change.from.as_str(), change.to.as_str()), ("with Ministerial, 12 Sep 2015", "3 Oct 2015"));
    assert_eq!(change.reason, "Elections");

    let list = CommitmentQuery { due_by: Some(ministerial), ..CommitmentQuery::open() };
    assert_eq!(ground.dossier.count_commitments(&list).unwrap(), 7);
    assert_eq!(ground.found("by:ministerial").len(), 7);
    let moves = ground.dossier.meeting(ministerial).unwrap().moves;
    assert_eq!((moves[0].from.as_str(), moves[0].to.as_str()), ("12 Sep 2015", "3 Oct 2015"));
    ground.sound();

    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    assert!(ground.dossier.today().unwrap().moves.is_empty());
    ground.dossier.redo().unwrap();
    assert_eq!(ground.dossier.today().unwrap().moves.len(), 1);
    ground.sound();
}

#[test]
fn moves_of_one_meeting_come_to_one_and_there_and_back_to_nothing() {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    ground.by("Promise", ministerial);
    ground.put(ministerial, "2015-09-20");
    ground.put(ministerial, "2015-10-03");
    let said = |ground: &Ground| -> Vec<String> {
        ground.dossier.today().unwrap().moves.into_iter().map(|view| view.sentence).collect()
    };
    assert_eq!(said(&ground), ["1 commitment moved with Ministerial, from 12 Sep 2015 to 3 Oct 2015"]);
    ground.put(ministerial, "2015-09-12");
    assert!(said(&ground).is_empty());
    ground.put(ministerial, "2015-11-01");
    // After a month it is no news any more.
    ground.clock.set(noon("2015-09-19"));
    assert_eq!(said(&ground).len(), 1);
    ground.clock.set(noon("2015-09-20"));
    assert!(said(&ground).is_empty());
}

#[test]
fn saving_the_facts_of_a_meeting_tells_the_same() {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    let promise = ground.by("Promise", ministerial);
    let draft = rapporteur_core::wire::MeetingDraft {
        id: Some(ministerial),
        revision: 1,
        state: MeetingState::Planned,
        ..meeting(None, "Ministerial", "2015-10-03")
    };
    ground.dossier.save_meeting(&draft).unwrap();
    assert_eq!(ground.dossier.today().unwrap().moves.len(), 1);
    assert!(ground.dossier.commitment(promise).unwrap().due_history[0].moved);
    // That it was held on its day is no move.
    let held = rapporteur_core::wire::MeetingDraft { revision: 2, state: MeetingState::Held, ..draft };
    ground.dossier.save_meeting(&held).unwrap();
    assert_eq!(ground.dossier.commitment(promise).unwrap().due_history.len(), 1);
}

#[test]
fn a_meeting_postponed_without_a_day_leaves_no_date() {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    let promise = ground.by("Promise", ministerial);
    ground.moved(ministerial, None, MeetingState::Postponed, "").unwrap();
    let due = ground.row(promise).due;
    assert_eq!((due.on, due.waits.as_deref()), (None, Some("no date yet, postponed")));
    assert_eq!(due.first_on, Some(day("2015-09-12")));
    assert!(ground.row(promise).exceptions.iter().all(|what| *what != Exception::Cancelled));
    let today = ground.dossier.today().unwrap();
    assert_eq!(
        today.moves[0].sentence,
        "1 commitment waits for Ministerial, put off from 12 Sep 2015 without a new date"
    );
    assert_eq!(ground.found("due:none"), ["Promise"]);
    ground.sound();
}

#[test]
fn what_was_due_by_a_cancelled_meeting_comes_up_until_it_has_another_date() {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    let promise = ground.by("Promise", ministerial);
    let closed = ground.by("Kept", ministerial);
    let kept = StatusDraft { evidence: "Seen.".into(), ..ground.status(closed, Status::Fulfilled) };
    ground.dossier.set_status(&kept).unwrap();
    ground.heard(promise, "2015-08-20", "Under way");
    // Counts that are kept have to follow too.
    let frame = ReviewFrame::Day { on: day("2015-09-30") };
    assert_eq!(ground.dossier.review(frame).unwrap().total.cancelled, 0);
    let today = || ground.dossier.overview().unwrap().counts.today;
    let before = today();
    assert_eq!(ground.moved(ministerial, Some("2015-09-12"), MeetingState::Cancelled, "No quorum").unwrap(), 1);

    let row = ground.row(promise);
    assert_eq!(
        (row.exceptions, row.due.on, row.due.waits.as_deref()),
        (vec![Exception::Cancelled], None, Some("cancelled"))
    );
    let total = ground.dossier.review(frame).unwrap().total;
    assert_eq!((total.cancelled, total.exceptions, total.due_before), (1, 1, 0));
    let titles: Vec<String> = ground.dossier.today().unwrap().cancelled.into_iter().map(|row| row.title).collect();
    assert_eq!(titles, ["Promise"]);
    assert_eq!(today(), before - 1, "the meeting is off; what it leaves counts as what was due by it did");
    assert_eq!(ground.found("exception:cancelled"), ["Promise"]);
    assert_eq!(ground.found("due:none open"), ["Promise"]);
    assert!(ground.found("due>2015-01-01 open").is_empty());
    let refused = ground.dossier.set_due_date(&DueDateDraft {
        commitments: vec![ground.seen(promise)],
        due: DueDraft::Meeting { meeting: ministerial },
        reason: "Again".into(),
        with_event: false,
    });
    assert!(refusal(refused).contains("was cancelled: nothing can be due by it"));
    ground.sound();

    ground.put_off(promise, "2015-12-01", "The meeting was cancelled").unwrap();
    assert!(ground.row(promise).exceptions.is_empty());
    assert_eq!(ground.dossier.review(frame).unwrap().total.cancelled, 0);
    ground.sound();
}

#[test]
fn a_meeting_that_something_is_due_by_is_not_removed_but_may_be_cancelled() {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    let promise = ground.by("Promise", ministerial);
    ground.put(ministerial, "2015-10-03");
    let sentence = refusal(ground.dossier.remove(Noun::Meeting, ministerial));
    assert!(sentence.contains("give it another due date first, or cancel the meeting"), "{sentence}");
    ground.put_off(promise, "2015-12-01", "No longer bound to it").unwrap();
    let before = ground.dossier.export().unwrap();
    ground.dossier.remove(Noun::Meeting, ministerial).unwrap();
    // The commitment remembers what it moved with.
    assert_eq!(ground.dossier.commitment(promise).unwrap().due_history[0].from, "with Ministerial, 12 Sep 2015");
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    ground.sound();
}

#[test]
fn changing_the_date_of_what_is_overdue_does_not_hide_it() {
    let ground = Ground::new();
    let late = ground.due("Late", "2015-08-08");
    let soon = ground.due("Soon", "2015-08-25");
    let done = ground.due("Done", "2015-08-01");
    let kept = StatusDraft { evidence: "Seen.".into(), ..ground.status(done, Status::Fulfilled) };
    ground.dossier.set_status(&kept).unwrap();
    for id in [late, soon, done] {
        ground.put_off(id, "2015-12-01", "Asked for").unwrap();
    }
    let lateness = |id| ground.dossier.commitment(id).unwrap().due_history[0].late;
    assert_eq!([late, soon, done].map(lateness), [12, 0, 0]);
    assert_eq!([late, soon, done].map(|id| ground.row(id).due.was_overdue), [true, false, false]);
    assert_eq!(ground.found("was-overdue"), ["Late"]);
    assert_eq!(ground.found("-was-overdue"), ["Soon", "Done"]);

    // Nor does moving the meeting it waits for.
    let ministerial = ground.planned("Ministerial", "2015-08-10");
    let bound = ground.by("Bound", ministerial);
    assert_eq!(ground.row(bound).delivery, Delivery::Red);
    ground.put(ministerial, "2015-10-03");
    assert!(ground.row(bound).due.was_overdue);
    assert_eq!(ground.found("was-overdue"), ["Late", "Bound"]);
    ground.sound();
    ground.dossier.undo().unwrap();
    assert!(!ground.row(bound).due.was_overdue);
}

#[test]
fn what_is_kept_after_its_first_date_says_how_long_after() {
    let ground = Ground::new();
    let late = ground.due("Late", "2015-07-11");
    ground.put_off(late, "2015-09-30", "Asked for").unwrap();
    let kept = StatusDraft { evidence: "Seen.".into(), ..ground.status(late, Status::Fulfilled) };
    ground.dossier.set_status(&kept).unwrap();
    assert_eq!(ground.dossier.commitment(late).unwrap().closing.unwrap().after_first, Some(40));
    let punctual = ground.due("Punctual", "2015-08-20");
    let kept = StatusDraft { evidence: "Seen.".into(), ..ground.status(punctual, Status::Fulfilled) };
    ground.dossier.set_status(&kept).unwrap();
    assert_eq!(ground.dossier.commitment(punctual).unwrap().closing.unwrap().after_first, None);
}

#[test]
fn a_search_says_what_was_put_off_more_than_twice() {
    let ground = Ground::new();
    let often = ground.due("Share threat reports", "2015-09-01");
    for month in ["10", "11", "12"] {
        ground.put_off(often, &format!("2015-{month}-01"), "Again").unwrap();
    }
    let query = serde_json::json!({"words": "threat", "typing": false, "nouns": [], "after": null, "limit": 5});
    let hits = ground.dossier.search(&serde_json::from_value(query).unwrap()).unwrap().hits;
    assert_eq!(hits[0].place, "put off 3×, Cyber");
}

#[test]
fn each_period_is_kept_or_missed_by_itself() {
    let ground = Ground::new();
    let report = ground.recurring("Quarterly report", 1, "2015-05-31");
    let row = ground.row(report);
    assert!(row.due.overdue, "a period has ended without a report");
    let before = ground.dossier.export().unwrap();

    ground.reported(report, Outcome::Kept).unwrap();
    ground.reported(report, Outcome::Missed).unwrap();
    let row = ground.row(report);
    // The shorter month does not shift the rest.
    assert_eq!((row.due.on, row.due.kept, row.due.missed), (Some(day("2015-07-31")), 1, 1));
    assert_eq!(row.due.label, "every month · 1 kept, 1 missed");
    assert_eq!((row.status, row.due.first_on, row.due.slips), (Status::InProgress, Some(day("2015-05-31")), 0));
    let view = ground.dossier.commitment(report).unwrap();
    let periods: Vec<(String, PeriodState)> =
        view.periods.iter().map(|period| (period.due_on.to_string(), period.state)).collect();
    let expected = [
        ("2015-05-31", PeriodState::Kept),
        ("2015-06-30", PeriodState::Missed),
        ("2015-07-31", PeriodState::Open),
        ("2015-08-31", PeriodState::Next),
    ];
    assert_eq!(periods, expected.map(|(on, state)| (on.to_owned(), state)));
    // Each report is heard of.
    assert_eq!(view.follow_ups[0].note, "Period to 30 Jun 2015: missed.");
    assert_eq!(view.row.heard.days, Some(0));

    ground.reported(report, Outcome::Kept).unwrap();
    assert!(!ground.row(report).due.overdue);
    assert!(refusal(ground.reported(report, Outcome::Missed)).contains("has not ended"));
    ground.reported(report, Outcome::Kept).unwrap();
    assert_eq!(ground.row(report).due.on, Some(day("2015-09-30")));
    ground.sound();
    for _ in 0..4 {
        ground.dossier.undo().unwrap();
    }
    assert_eq!(ground.dossier.export().unwrap(), before);
}

#[test]
fn a_report_is_corrected_and_another_interval_keeps_what_was_reported() {
    let ground = Ground::new();
    let report = ground.recurring("Report", 3, "2015-03-31");
    let first = ground.reported(report, Outcome::Kept).unwrap();
    ground.reported(report, Outcome::Missed).unwrap();
    let correction = PeriodDraft { period: Some(first), ..ground.report(report, Outcome::Missed) };
    ground.dossier.report_period(&correction).unwrap();
    let due = ground.row(report).due;
    assert_eq!((due.kept, due.missed, due.on), (0, 2, Some(day("2015-09-30"))));
    let notes: Vec<String> =
        ground.dossier.commitment(report).unwrap().follow_ups.into_iter().map(|row| row.note).collect();
    assert!(notes.contains(&"Period to 31 Mar 2015, corrected: missed, not kept.".to_owned()), "{notes:?}");

    let change = |months, on: &str| DueDateDraft {
        commitments: vec![ground.seen(report)],
        due: DueDraft::Recurring { months, on: day(on) },
        reason: "Twice a year is enough".into(),
        with_event: false,
    };
    assert!(refusal(ground.dossier.set_due_date(&change(6, "2015-06-30"))).contains("has to end after it"));
    ground.dossier.set_due_date(&change(6, "2015-12-31")).unwrap();
    let view = ground.dossier.commitment(report).unwrap();
    assert_eq!((view.row.due.kept, view.row.due.missed, view.row.due.on), (0, 2, Some(day("2015-12-31"))));
    assert_eq!(view.periods.len(), 3);
    ground.reported(report, Outcome::Kept).unwrap();
    assert_eq!(ground.row(report).due.on, Some(day("2016-06-30")));

    let other = ground.due("No period", "2015-09-01");
    assert!(refusal(ground.reported(other, Outcome::Kept)).contains("is not recurring"));
    let kept = StatusDraft { evidence: "Seen.".into(), ..ground.status(report, Status::Fulfilled) };
    ground.dossier.set_status(&kept).unwrap();
    assert!(refusal(ground.reported(report, Outcome::Kept)).contains("is closed"));
    // A follow-up may go; the report stays.
    let heard = ground.dossier.commitment(report).unwrap().follow_ups[0].id;
    ground.dossier.remove(Noun::FollowUp, heard).unwrap();
    assert_eq!(ground.row(report).due.kept, 1);
    ground.dossier.remove(Noun::Commitment, report).unwrap();
    ground.sound();
}

#[test]
fn an_event_that_moves_moves_all_that_are_due_by_it_where_asked() {
    let ground = Ground::new();
    let by = |title: &str, event: &str| {
        let due = DueDraft::Event { event: event.into(), on: Some(day("2015-12-11")) };
        ground.dossier.save_commitment(&CommitmentDraft { due, ..ground.promise(title) }).unwrap().output
    };
    let ids = ["One", "Two", "Three"].map(|title| by(title, "COP 21"));
    let other = by("Other", "कोप 22");
    let events = ground.dossier.choices().unwrap().events;
    let offered: Vec<(&str, u32)> = events.iter().map(|event| (event.name.as_str(), event.open)).collect();
    assert_eq!(offered, [("COP 21", 3), ("कोप 22", 1)]);
    assert_eq!(events[0].on, Some(day("2015-12-11")));
    let draft = |with_event| DueDateDraft {
        commitments: vec![ground.seen(ids[0])],
        due: DueDraft::Event { event: "COP 21".into(), on: Some(day("2015-12-13")) },
        reason: "Prolonged".into(),
        with_event,
    };
    let on = |id| ground.row(id).due.on.unwrap().to_string();
    ground.dossier.set_due_date(&draft(false)).unwrap();
    assert_eq!(ids.map(on), ["2015-12-13", "2015-12-11", "2015-12-11"]);
    ground.dossier.undo().unwrap();
    let done = ground.dossier.set_due_date(&draft(true)).unwrap();
    assert_eq!(done.act.unwrap().title, "Due date of 3 commitments: by COP 21");
    assert_eq!((ids.map(on), on(other)), (["2015-12-13"; 3].map(str::to_owned), "2015-12-11".to_owned()));
    assert_eq!(ground.found("by:cop").len(), 3);
    assert_eq!(ground.found("by:\"कोप 22\""), ["Other"]);
    ground.sound();
    ground.dossier.undo().unwrap();
    assert_eq!(on(ids[0]), "2015-12-11");
}

#[test]
fn what_is_on_the_agenda_of_a_meeting_to_come_has_not_been_raised_there() {
    let ground = Ground::new();
    let promise = ground.commitment("Promise");
    let coming = ground.planned("Ministerial", "2015-09-12");
    let held = ground.round("2015-08-14");
    for meeting in [coming, held] {
        let point = serde_json::json!({
            "id": null, "revision": 0, "meeting": meeting, "ordinal": 0, "title": "Point", "track": null,
            "homeSaid": "", "partnerSaid": "", "commitments": [promise]});
        ground.dossier.save_agenda_item(&serde_json::from_value(point).unwrap(), None).unwrap();
    }
    let raisings = ground.dossier.commitment(promise).unwrap().raisings;
    let told: Vec<(Id, bool)> = raisings.iter().map(|raising| (raising.meeting.id, raising.held)).collect();
    assert_eq!(told, [(coming, false), (held, true)]);
    ground.moved(coming, None, MeetingState::Cancelled, "").unwrap();
    assert_eq!(ground.dossier.commitment(promise).unwrap().raisings.len(), 1);
}

/// Where a meeting is put: a day, or none, and how it stands.
#[derive(Debug, Clone, Copy)]
struct Put(Option<u8>, MeetingState);

fn put() -> impl Strategy<Value = Put> {
    prop_oneof![
        4 => any::<u8>().prop_map(|at| Put(Some(at), MeetingState::Planned)),
        1 => any::<u8>().prop_map(|at| Put(Some(at), MeetingState::Postponed)),
        1 => Just(Put(None, MeetingState::Postponed)),
        1 => any::<u8>().prop_map(|at| Put(Some(at), MeetingState::Cancelled)),
    ]
}

/// A ground with a meeting and some commitments due by it and otherwise.
fn bound() -> (Ground, Id) {
    let ground = Ground::new();
    let ministerial = ground.planned("Ministerial", "2015-09-12");
    for (at, status) in [Status::NotStarted, Status::InProgress, Status::Suspended].into_iter().enumerate() {
        let draft = CommitmentDraft {
            due: DueDraft::Meeting { meeting: ministerial },
            status,
            owners: vec![lead(ground.agency)],
            ..ground.promise(&format!("Bound {at}"))
        };
        ground.dossier.save_commitment(&draft).unwrap();
    }
    ground.due("On a day", "2015-09-20");
    ground.recurring("Recurring", 3, "2015-09-30");
    (ground, ministerial)
}

/// Everything that lists, lamps and counts say; but for whether something was overdue when it moved, which it may have
/// been on the way.
fn told(ground: &Ground) -> Vec<String> {
    let dossier = &ground.dossier;
    let mut said = Vec::new();
    for sort in [Sort::Review, Sort::Due] {
        for row in dossier.commitments(&CommitmentQuery { sort, ..CommitmentQuery::all() }).unwrap().rows {
            let due = &row.due;
            said.push(format!(
                "{} {:?} {:?} {:?} {:?} {} {:?} {:?}",
                row.title, due.on, due.waits, due.first_on, due.days_left, due.overdue, row.delivery, row.exceptions
            ));
            said.push(format!("{} {}", due.slips, due.label));
        }
    }
    for frame in [ReviewFrame::Day { on: day("2015-10-01") }, ReviewFrame::Day { on: day("2016-03-01") }] {
        said.push(format!("{:?}", dossier.review(frame).unwrap().tracks));
    }
    let today = dossier.today().unwrap();
    said.push(format!("{:?} {}", today.tally, today.due_soon_count));
    said.extend(today.moves.iter().map(|view| view.sentence.clone()));
    for words in ["due:none", "due<2015-10-01", "overdue", "exception:cancelled", "by:Ministerial", "lamp:red"] {
        said.push(ground.found(words).join(", "));
    }
    said
}

fn go(ground: &Ground, meeting: Id, Put(at, state): Put) {
    let on = at.map(|at| day("2015-07-01").iter_days().nth(usize::from(at)).unwrap().to_string());
    // Where it stands already, nothing is entered.
    let _ = ground.moved(meeting, on.as_deref(), state, "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn moving_a_meeting_twice_equals_moving_it_once(on_the_way in prop::collection::vec(put(), 1..4), last in put()) {
        let (twice, there) = bound();
        let (once, here) = bound();
        // What was counted before is carried on; what was not, is counted anew.
        told(&twice);
        let before = twice.dossier.export().unwrap();
        twice.dossier.seal().unwrap();
        for place in &on_the_way {
            go(&twice, there, *place);
        }
        go(&twice, there, last);
        go(&once, here, last);
        prop_assert_eq!(told(&twice), told(&once));
        twice.sound();
        while twice.dossier.overview().unwrap().undo.is_some() {
            twice.dossier.undo().unwrap();
        }
        prop_assert_eq!(twice.dossier.export().unwrap(), before);
        twice.sound();
    }
}
