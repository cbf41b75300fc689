//! Lamps, exceptions, lists and their counts, as of the dossier's day: 20 August 2015.

use rapporteur_core::{
    vocabulary::{Delivery, Exception, Freshness, MeetingState, Status},
    wire::{
        CommitmentDraft, CommitmentQuery, DossierDraft, DueDateDraft, DueDraft, MeetingDraft, ReviewFrame, Sort,
        StatusDraft,
    },
};

use crate::ground::{Ground, day, lead, meeting, track};

#[test]
fn the_delivery_lamp_says_whether_it_is_done() {
    let ground = Ground::new();
    let lamp = |id| ground.row(id).delivery;
    let started = |title: &str, on: &str| {
        let id = ground.due(title, on);
        ground.dossier.set_status(&ground.status(id, Status::InProgress)).unwrap();
        id
    };
    assert_eq!(lamp(ground.commitment("No date, not started")), Delivery::Amber);
    assert_eq!(lamp(ground.due("Within thirty days, not started", "2015-09-19")), Delivery::Red);
    assert_eq!(lamp(ground.due("In thirty-one days, not started", "2015-09-20")), Delivery::Amber);
    assert_eq!(lamp(started("Due today, started", "2015-08-20")), Delivery::Amber);
    let late = started("Due yesterday, started", "2015-08-19");
    assert_eq!(lamp(late), Delivery::Red);
    assert!(ground.row(late).due.overdue);
    ground.dossier.set_status(&ground.status(late, Status::Delivered)).unwrap();
    assert_eq!((lamp(late), ground.row(late).due.overdue), (Delivery::Green, false));
    ground.dossier.set_status(&ground.status(late, Status::Suspended)).unwrap();
    assert_eq!(lamp(late), Delivery::Grey);
    ground.dossier.set_status(&ground.status(late, Status::NotFulfilled)).unwrap();
    assert_eq!(lamp(late), Delivery::Red);
    let blocked = ground.commitment("Blocked");
    let draft = StatusDraft {
        status: None,
        blocked: Some(true),
        blocked_reason: "No budget".into(),
        ..ground.status(blocked, Status::NotStarted)
    };
    ground.dossier.set_status(&draft).unwrap();
    assert_eq!((lamp(blocked), ground.row(blocked).blocked.as_deref()), (Delivery::Red, Some("No budget")));
}

#[test]
fn the_freshness_lamp_says_how_old_the_news_is() {
    let ground = Ground::new();
    let cases = [
        ("2015-08-20", 0, Freshness::Fresh),
        ("2015-07-21", 30, Freshness::Fresh),
        ("2015-07-20", 31, Freshness::Ageing),
        ("2015-05-22", 90, Freshness::Ageing),
        ("2015-05-21", 91, Freshness::Stale),
    ];
    for (on, days, lamp) in cases {
        let id = ground.commitment(on);
        ground.heard(id, on, "Heard");
        let heard = ground.row(id).heard;
        assert_eq!((heard.days, heard.lamp), (Some(days), lamp), "{on}");
    }
    let never = ground.row(ground.commitment("Never heard of"));
    assert_eq!((never.heard.days, never.heard.lamp), (None, Freshness::Stale));
}

/// One commitment of every status, due date and news around the limits.
fn every_kind(ground: &Ground) {
    let second = ground.dossier.save_track(&track("CLI", "Climate")).unwrap().output;
    let statuses = [Status::NotStarted, Status::InProgress, Status::Delivered, Status::Suspended, Status::Dropped];
    let dues =
        [None, Some("2015-08-19"), Some("2015-08-20"), Some("2015-09-19"), Some("2015-09-25"), Some("2016-01-01")];
    let news = [None, Some("2015-08-01"), Some("2015-07-20"), Some("2015-01-01")];
    let planned = MeetingDraft { state: MeetingState::Planned, ..meeting(None, "Doubtful talks", "2015-09-01") };
    let doubtful = ground.dossier.save_meeting(&planned).unwrap().output;
    let mut number = 0;
    for status in statuses {
        for due in dues {
            for heard in news {
                for blocked in [false, true] {
                    number += 1;
                    let mut draft = CommitmentDraft { owners: vec![lead(ground.agency)], ..ground.promise("Promise") };
                    if number % 3 == 0 {
                        draft.track = second;
                    }
                    let id = ground.dossier.save_commitment(&draft).unwrap().output;
                    // Every eleventh by a meeting that is then cancelled.
                    if number % 11 == 0 {
                        let due = DueDraft::Meeting { meeting: doubtful };
                        let (commitments, reason) = (vec![ground.seen(id)], String::new());
                        ground
                            .dossier
                            .set_due_date(&DueDateDraft { commitments, due, reason, with_event: false })
                            .unwrap();
                    } else if let Some(on) = due {
                        ground.put_off(id, on, "").unwrap();
                    }
                    if let Some(on) = heard {
                        ground.heard(id, on, "Heard");
                    }
                    let blocked = (blocked && status != Status::Dropped).then_some(true);
                    let draft = StatusDraft { blocked, blocked_reason: "Held up".into(), ..ground.status(id, status) };
                    ground.dossier.set_status(&draft).unwrap();
                }
            }
        }
    }
    let cancelled = MeetingDraft { id: Some(doubtful), revision: 1, state: MeetingState::Cancelled, ..planned };
    ground.dossier.save_meeting(&cancelled).unwrap();
}

#[test]
fn lists_and_counts_say_what_the_lamps_of_each_row_say() {
    let ground = Ground::new();
    every_kind(&ground);
    let frame = ReviewFrame::Day { on: day("2015-09-25") };
    let list = |query: CommitmentQuery| {
        ground.dossier.commitments(&CommitmentQuery { frame: Some(frame), limit: 500, ..query }).unwrap().rows
    };
    let everything = list(CommitmentQuery::all());
    assert_eq!(everything.len(), 240);
    let refs = |rows: Vec<rapporteur_core::wire::CommitmentRow>| {
        let mut refs: Vec<String> = rows.into_iter().map(|row| row.r#ref).collect();
        refs.sort_unstable();
        refs
    };
    let expected = |holds: &dyn Fn(&rapporteur_core::wire::CommitmentRow) -> bool| {
        refs(everything.iter().filter(|row| holds(row)).cloned().collect())
    };
    for lamp in Delivery::ALL {
        let found = refs(list(CommitmentQuery { delivery: vec![*lamp], ..CommitmentQuery::all() }));
        assert_eq!(found, expected(&|row| row.delivery == *lamp), "{lamp}");
        assert!(!found.is_empty());
    }
    for lamp in Freshness::ALL {
        let found = refs(list(CommitmentQuery { freshness: vec![*lamp], ..CommitmentQuery::all() }));
        assert_eq!(found, expected(&|row| row.heard.lamp == *lamp), "{lamp}");
    }
    for what in Exception::ALL {
        let found = refs(list(CommitmentQuery { exceptions: vec![*what], ..CommitmentQuery::all() }));
        assert_eq!(found, expected(&|row| row.exceptions.contains(what)), "{what}");
        assert!(!found.is_empty());
    }
    let on_course = refs(list(CommitmentQuery { on_course: Some(true), ..CommitmentQuery::open() }));
    assert_eq!(on_course, expected(&|row| row.status.is_open() && row.exceptions.is_empty()));

    let total = ground.dossier.review(frame).unwrap().total;
    let count = |holds: &dyn Fn(&rapporteur_core::wire::CommitmentRow) -> bool| {
        u32::try_from(everything.iter().filter(|row| row.status.is_open() && holds(row)).count()).unwrap()
    };
    assert_eq!(total.open, count(&|_| true));
    assert_eq!(total.overdue, count(&|row| row.exceptions.contains(&Exception::Overdue)));
    assert_eq!(total.blocked, count(&|row| row.exceptions.contains(&Exception::Blocked)));
    assert_eq!(total.due_before, count(&|row| row.exceptions.contains(&Exception::DueBefore)));
    assert_eq!(total.stale, count(&|row| row.exceptions.contains(&Exception::Stale)));
    assert_eq!(total.cancelled, count(&|row| row.exceptions.contains(&Exception::Cancelled)));
    assert_eq!(total.on_course, count(&|row| row.exceptions.is_empty()));
    assert_eq!(total.red, count(&|row| row.delivery == Delivery::Red));
    assert_eq!(total.green, count(&|row| row.delivery == Delivery::Green));
    assert_eq!(total.red + total.amber + total.green + total.grey, total.open);
}

#[test]
fn a_review_goes_by_track_exceptions_first_and_pages_join_without_gap_or_repeat() {
    let ground = Ground::new();
    every_kind(&ground);
    for sort in [Sort::Review, Sort::Due, Sort::Ref, Sort::Heard] {
        let query = CommitmentQuery { sort, limit: 500, ..CommitmentQuery::open() };
        let whole: Vec<_> = ground.dossier.commitments(&query).unwrap().rows;
        let mut paged = Vec::new();
        let mut after = None;
        loop {
            let page = ground.dossier.commitments(&CommitmentQuery { after, limit: 7, ..query.clone() }).unwrap();
            paged.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(paged, whole);
    }
    let rows = ground.dossier.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::open() }).unwrap().rows;
    let tracks: Vec<_> = ground.dossier.overview().unwrap().tracks.iter().map(|track| track.id).collect();
    let key = |row: &rapporteur_core::wire::CommitmentRow| {
        let track = tracks.iter().position(|track| *track == row.track).unwrap();
        // What a cancelled meeting left without a date stands before what never had one.
        let undated = if row.due.waits.as_deref() == Some("cancelled") { "9999-12-30" } else { "9999-12-31" };
        (track, row.exceptions.is_empty(), row.due.on.unwrap_or(day(undated)), row.r#ref.clone())
    };
    assert!(rows.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
}

#[test]
fn a_list_is_narrowed_by_words_owners_meetings_and_parties() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let draft = CommitmentDraft {
        owners: vec![lead(ground.agency)],
        meeting: Some(round),
        ..ground.promise("Échange of indicators")
    };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    ground.commitment("कार्य योजना");
    let found = |query: CommitmentQuery| -> Vec<_> {
        assert_eq!(
            ground.dossier.count_commitments(&query).unwrap() as usize,
            ground.dossier.commitments(&query).unwrap().rows.len()
        );
        ground.dossier.commitments(&query).unwrap().rows.into_iter().map(|row| row.id).collect()
    };
    let words = |words: &str| CommitmentQuery { words: words.into(), ..CommitmentQuery::all() };
    assert_eq!(found(words("echange INDIC*")), [id]);
    assert_eq!(found(words("csa indicators")), [id]);
    assert_eq!(found(words("योजना")).len(), 1);
    assert!(found(words("indic")).is_empty());
    assert!(found(words("यजना")).is_empty());
    assert_eq!(found(CommitmentQuery { owner: Some(ground.agency), ..CommitmentQuery::all() }), [id]);
    assert_eq!(found(CommitmentQuery { meeting: Some(round), ..CommitmentQuery::all() }), [id]);
    assert_eq!(found(CommitmentQuery { dialogue: Some(ground.dialogue), ..CommitmentQuery::all() }), [id]);
    assert_eq!(found(CommitmentQuery { party: Some(ground.partner), ..CommitmentQuery::all() }).len(), 2);
}

#[test]
fn a_fixed_day_moves_every_lamp() {
    let ground = Ground::new();
    let id = ground.due("Share formats", "2015-09-30");
    let view = ground.dossier.overview().unwrap();
    let fixed = DossierDraft {
        revision: view.revision,
        title: view.title,
        home: view.home.id,
        time_zone: view.time_zone,
        day: Some(day("2016-01-01")),
        marking: Vec::new(),
    };
    assert!(!ground.row(id).due.overdue);
    ground.dossier.save_settings(&fixed).unwrap();
    assert_eq!((ground.dossier.day().unwrap(), ground.row(id).due.days_left), (day("2016-01-01"), Some(-93)));
    assert_eq!(ground.dossier.today().unwrap().overdue.len(), 1);
}

#[test]
fn a_review_looks_ahead_to_its_meeting() {
    let ground = Ground::new();
    let mut summit = meeting(None, "Summit", "2015-09-25");
    summit.state = MeetingState::Planned;
    summit.level = rapporteur_core::vocabulary::Level::Summit;
    let id = ground.dossier.save_meeting(&summit).unwrap().output;
    ground.due("Before it", "2015-09-24");
    ground.due("After it", "2015-09-26");
    let review = ground.dossier.review(ReviewFrame::Meeting { id }).unwrap();
    assert_eq!((review.title.as_str(), review.days, review.total.due_before), ("Review before Summit", 36, 1));
    assert_eq!(ground.dossier.overview().unwrap().next_meeting.unwrap().id, id);
    assert_eq!(review.coming.len(), 1);
}

#[test]
fn a_commitment_was_last_raised_at_the_newest_meeting_held() {
    let ground = Ground::new();
    let first = ground.round("2014-08-14");
    let draft = CommitmentDraft { meeting: Some(first), ..ground.promise("Share formats") };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    assert_eq!(ground.row(id).raised.unwrap().on, Some(day("2014-08-14")));
    let mut second = meeting(Some(ground.dialogue), "", "2015-08-14");
    second.prefill_agenda = true;
    ground.dossier.save_meeting(&second).unwrap();
    second.begins_on = Some(day("2015-12-01"));
    second.state = MeetingState::Planned;
    ground.dossier.save_meeting(&second).unwrap();
    // The round that is only planned does not count yet.
    assert_eq!(ground.row(id).raised.unwrap().on, Some(day("2015-08-14")));
}
