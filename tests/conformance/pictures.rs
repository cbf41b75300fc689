//! Pictures: the time line, the trend and what was said again, against what the register says one by one.

use proptest::prelude::*;
use rapporteur_core::{
    clock::Day,
    vocabulary::{LinkKind, MeetingState, Noun, Status},
    wire::{CommitmentQuery, LinkDraft, ReviewFrame, TimeLineQuery, TimeLineView},
};

use crate::{
    ground::{Ground, day, meeting, noon, refusal},
    random::{carry_out, deed},
};

fn whole(ground: &Ground) -> TimeLineView {
    let query = TimeLineQuery { from: day("2000-01-01"), to: day("2040-12-31"), track: None, dialogue: None };
    ground.dossier.time_line(&query).unwrap()
}

/// What each month of the trend says, and what the register as it stood then says.
fn compared(ground: &Ground) -> Vec<(Day, [u32; 3], [u32; 3])> {
    let trend = ground.dossier.trend().unwrap();
    let counted = |on: Day| {
        let total = ground.dossier.past(on).unwrap().review(ReviewFrame::Day { on }).unwrap().total;
        [total.open, total.overdue, total.stale]
    };
    trend.months.iter().map(|of| (of.on, [of.open, of.overdue, of.stale], counted(of.on))).collect()
}

#[test]
fn what_becomes_late_by_itself_stands_in_the_month_in_which_it_does() {
    let ground = Ground::new();
    let first = ground.due("Share formats", "2015-10-31");
    ground.due("Name contacts", "2015-11-30");
    ground.heard(first, "2015-08-20", "Begun");
    ground.clock.set(noon("2016-03-05"));
    ground.dossier.set_status(&ground.status(first, Status::InProgress)).unwrap();
    let trend: Vec<(String, [u32; 3])> = ground
        .dossier
        .trend()
        .unwrap()
        .months
        .iter()
        .map(|of| (of.on.to_string(), [of.open, of.overdue, of.stale]))
        .collect();
    let expected = [
        ("2015-08-31", [2, 0, 1]),
        ("2015-09-30", [2, 0, 1]),
        // Due on the last of October: late on the day after.
        ("2015-10-31", [2, 0, 1]),
        ("2015-11-30", [2, 1, 2]),
        ("2015-12-31", [2, 2, 2]),
        ("2016-01-31", [2, 2, 2]),
        ("2016-02-29", [2, 2, 2]),
        ("2016-03-05", [2, 2, 2]),
    ];
    let expected: Vec<(String, [u32; 3])> = expected.into_iter().map(|(on, of)| (on.to_owned(), of)).collect();
    assert_eq!(trend, expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_month_is_what_was_known_at_its_end(days in prop::collection::vec(prop::collection::vec(deed(), 1..8), 1..7)) {
        let ground = Ground::new();
        ground.round("2015-03-01");
        let mut on = day("2015-08-20");
        for deeds in &days {
            on = on.iter_days().nth(23).unwrap();
            ground.clock.set(on.and_hms_opt(12, 0, 0).unwrap().and_utc());
            deeds.iter().for_each(|deed| carry_out(&ground, deed));
        }
        for (on, kept, counted) in compared(&ground) {
            prop_assert_eq!(kept, counted, "at the end of {}", on);
        }
        // Said again, one by one.
        let view = ground.dossier.reiteration().unwrap();
        let mut total = 0;
        for status in [Status::NotStarted, Status::InProgress] {
            let query = CommitmentQuery { statuses: vec![status], limit: 500, ..CommitmentQuery::all() };
            for row in ground.dossier.commitments(&query).unwrap().rows {
                let page = ground.dossier.commitment(row.id).unwrap();
                let links = page.links.iter().filter(|link| link.kind == LinkKind::Reaffirms && !link.outgoing).count();
                let times = u32::try_from(page.mentions.len() + links).unwrap();
                total += u32::from(times > 0);
                let shown = view.rows.iter().find(|shown| shown.id == row.id);
                prop_assert_eq!(shown.map_or(0, |shown| shown.times), times, "{}", row.title);
                prop_assert_eq!(shown.map_or(0, |shown| shown.said.len()), times as usize);
            }
        }
        prop_assert_eq!(view.total, total);
        // Every date, and every meeting with a day, stands in some lane.
        let line = whole(&ground);
        let dues: usize = line.lanes.iter().map(|lane| lane.dues.len()).sum();
        let rows = ground.dossier.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::all() }).unwrap().rows;
        prop_assert_eq!(dues, rows.iter().filter(|row| row.due.on.is_some()).count());
        let rounds: usize = line.lanes.iter().map(|lane| lane.rounds.len()).sum();
        prop_assert_eq!(rounds, ground.dossier.meetings().unwrap().iter().filter(|of| of.begins_on.is_some()).count());
        let report = ground.dossier.check(|_| {}).unwrap();
        prop_assert!(report.sound, "{:?}", report.faults);
    }
}

#[test]
fn too_many_marks_are_counted_by_month_and_lane() {
    let ground = Ground::new();
    let round = ground.round("2015-03-01");
    for number in 0..151 {
        let on = day("2015-09-01").iter_days().nth(number % 60).unwrap();
        let mut draft = ground.promise(&format!("Promise {number}"));
        draft.meeting = Some(round);
        draft.due = rapporteur_core::wire::DueDraft::Day { on };
        ground.dossier.save_commitment(&draft).unwrap();
    }
    let line = whole(&ground);
    assert!(line.dues_counted && !line.rounds_counted);
    let lane = line.lanes.iter().find(|lane| lane.dialogue == Some(ground.dialogue)).unwrap();
    let months: Vec<(&str, u32, u32)> =
        lane.month_dues.iter().map(|of| (of.month.as_str(), of.open, of.closed)).collect();
    assert_eq!(months, [("2015-09", 90, 0), ("2015-10", 61, 0)]);
    assert_eq!((lane.rounds.len(), lane.rounds[0].state), (1, MeetingState::Held));
    // A closer look shows each.
    let near =
        TimeLineQuery { from: day("2015-10-01"), to: day("2015-10-30"), track: Some(ground.track), dialogue: None };
    let near = ground.dossier.time_line(&near).unwrap();
    assert!(!near.dues_counted);
    assert_eq!(near.lanes.iter().map(|lane| lane.dues.len()).sum::<usize>(), 61);
    // The dialogue of the round is changed, and with it the lane.
    let view = ground.dossier.meeting(round).unwrap();
    let mut draft = meeting(None, &view.row.title, "2015-03-01");
    (draft.id, draft.revision) = (Some(round), view.row.revision);
    ground.dossier.save_meeting(&draft).unwrap();
    let outside = whole(&ground).lanes.pop().unwrap();
    assert_eq!((outside.dialogue, outside.month_dues.len(), outside.rounds.len()), (None, 2, 1));
    ground.dossier.undo().unwrap();
    assert_eq!(whole(&ground), line);
}

#[test]
fn what_is_said_again_most_often_with_least_progress_comes_first() {
    let ground = Ground::new();
    let again = |of| {
        let by = ground.commitment("Said again");
        ground.dossier.add_link(&LinkDraft { from: by, kind: LinkKind::Reaffirms, to: of }).unwrap();
    };
    let (moved, often, quiet, done) =
        (ground.commitment("Moved"), ground.commitment("Often"), ground.commitment("Quiet"), ground.commitment("Done"));
    [moved, moved, often, often, often, quiet, quiet, done, done, done, done].into_iter().for_each(again);
    ground.dossier.set_status(&ground.status(moved, Status::InProgress)).unwrap();
    ground.heard(moved, "2015-08-20", "Under way");
    let draft =
        rapporteur_core::wire::StatusDraft { evidence: "Seen.".into(), ..ground.status(done, Status::Fulfilled) };
    ground.dossier.set_status(&draft).unwrap();
    let view = ground.dossier.reiteration().unwrap();
    let told: Vec<(&str, u32, u32)> =
        view.rows.iter().map(|row| (row.title.as_str(), row.times, row.heard_since)).collect();
    assert_eq!(told, [("Often", 3, 0), ("Quiet", 2, 0), ("Moved", 2, 1)]);
    assert_eq!(view.total, 3);
    ground.dossier.remove(Noun::Commitment, often).unwrap();
    assert_eq!(ground.dossier.reiteration().unwrap().rows[0].title, "Quiet");
}

#[test]
fn a_stretch_that_ends_before_it_begins_is_refused() {
    let ground = Ground::new();
    let query = TimeLineQuery { from: day("2016-01-01"), to: day("2015-01-01"), track: None, dialogue: None };
    assert!(refusal(ground.dossier.time_line(&query)).contains("ends before it begins"));
}
