//! The register as it stood on a past day.

use proptest::prelude::*;
use rapporteur_core::{
    Dossier,
    clock::Day,
    vocabulary::{Freshness, Noun, Status},
    wire::{ActView, CommitmentQuery, Grouping, JournalQuery, ReviewFrame, SearchQuery, Sort, TimeLineQuery},
};
use serde::Serialize;

use crate::{
    ground::{Ground, day, noon, refusal},
    random::{carry_out, deed},
};

#[test]
fn a_list_is_read_as_it_stood() {
    let ground = Ground::new();
    let first = ground.due("Share formats", "2015-10-01");
    let gone = ground.commitment("Dropped later");
    ground.clock.set(noon("2016-02-01"));
    ground.heard(first, "2016-01-31", "Nearly there");
    ground.dossier.set_status(&ground.status(first, Status::InProgress)).unwrap();
    ground.put_off(first, "2016-06-30", "Late").unwrap();
    ground.dossier.remove(Noun::Commitment, gone).unwrap();
    ground.commitment("Made later");
    let now = ground.dossier.export().unwrap();

    let list = |on: &str| ground.dossier.commitments_as_of(day(on), &CommitmentQuery::open()).unwrap().rows;
    let then = list("2015-12-24");
    let titles: Vec<&str> = then.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["Share formats", "Dropped later"]);
    assert_eq!((then[0].status, then[0].due.overdue, then[0].due.slips), (Status::NotStarted, true, 0));
    assert_eq!(then[0].heard.lamp, Freshness::Stale);
    assert_eq!(list("2016-02-01").len(), 2);
    assert!(list("2016-02-01").iter().any(|row| row.id == first && row.status == Status::InProgress));
    // Looking back changes nothing.
    assert_eq!(ground.dossier.export().unwrap(), now);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
    let before = ground.dossier.commitments_as_of(day("2015-08-19"), &CommitmentQuery::open());
    assert!(refusal(before).contains("begun after 19 Aug 2015"));
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// All that a dossier answers, but for what tells that it is looked at from later on.
fn answers(dossier: &Dossier) -> Vec<String> {
    // What waits for whom depends on who looks.
    dossier.set_actor("A. Officer").unwrap();
    let mut found = vec![dossier.export().unwrap()];
    let words =
        ["", "open", "lamp:red", "heard:none", "promise", "prom*", "text", "slips>0", "reaffirmed>0", "owner:CSA"];
    let words = words.iter().chain(&["meeting:cyber", "changed>2015-08-01", "created:2015-08", "status:in-progress"]);
    for (number, words) in (0..).zip(words) {
        let query = CommitmentQuery { words: (*words).into(), ..CommitmentQuery::all() };
        // What a name means depends on what there is.
        match dossier.count_commitments(&query) {
            Ok(count) => found.push(format!("{words}: {count}")),
            Err(error) => {
                found.push(error.to_string());
                continue;
            }
        }
        // Each in some of the orders.
        for sort in Sort::ALL.iter().skip(number % 5).step_by(5) {
            let mut query = CommitmentQuery { sort: *sort, descending: number % 2 == 0, limit: 3, ..query.clone() };
            loop {
                let page = dossier.commitments(&query).unwrap();
                found.push(json(&page.rows));
                query.after = page.next;
                if query.after.is_none() {
                    break;
                }
            }
        }
    }
    let query = TimeLineQuery { from: day("2010-01-01"), to: day("2020-12-31"), track: None, dialogue: None };
    found.push(json(&dossier.time_line(&query).unwrap()));
    found.push(json(&dossier.trend().unwrap()));
    found.push(json(&dossier.reiteration().unwrap()));
    for group in
        [Grouping::Track, Grouping::Owner, Grouping::Body, Grouping::Meeting, Grouping::Status, Grouping::DueMonth]
    {
        let query = CommitmentQuery { group: Some(group), sort: Sort::Title, ..CommitmentQuery::all() };
        found.push(json(&dossier.list_places(&query).unwrap()));
        found.push(json(&dossier.commitments(&query).unwrap()));
    }
    // Rows that came back have other numbers in the index of words, so what is found is compared without its order.
    for words in ["promise", "cyber", "heard", "share"] {
        let query = SearchQuery { words: words.into(), typing: true, nouns: Vec::new(), after: None, limit: 200 };
        let mut hits: Vec<String> = dossier.search(&query).unwrap().hits.iter().map(json).collect();
        hits.sort();
        found.extend(hits);
    }
    let mut names: Vec<String> = dossier.find_names("cybr dialoge", 20).unwrap().iter().map(json).collect();
    names.sort();
    found.extend(names);
    let view = dossier.overview().unwrap();
    found.push(json(&(&view.title, &view.tracks, &view.next_meeting, &view.markings)));
    found.push(json(&(view.counts.today, view.counts.commitments, view.counts.meetings, view.counts.people)));
    // What was taken back since, or done again, had not been then.
    let query = JournalQuery { noun: None, row: None, before: None, limit: 200 };
    let undoable = |act: &ActView| ActView { undoable: true, ..act.clone() };
    found.extend(dossier.journal(&query).unwrap().acts.iter().map(|page| json(&undoable(&page.act))));
    found.push(json(&dossier.journal_places(&query).unwrap()));
    let bin = dossier.bin().unwrap();
    found.push(json(&bin.iter().map(|row| (undoable(&row.act), &row.name, row.along)).collect::<Vec<_>>()));
    found.push(json(&view.counts.bin));
    found.push(json(&dossier.review(ReviewFrame::Day { on: day("2015-12-01") }).unwrap()));
    found.push(json(&dossier.today().unwrap()));
    found.push(json(&dossier.dialogues().unwrap()));
    found.push(json(&dossier.parties().unwrap()));
    for meeting in dossier.meetings().unwrap() {
        found.push(json(&dossier.meeting(meeting.id).unwrap()));
    }
    for row in dossier.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::all() }).unwrap().rows {
        found.push(json(&dossier.commitment(row.id).unwrap()));
    }
    found
}

/// The answers one by one, so that the one that differs is told.
fn same(now: &[String], then: &[String]) -> Result<(), TestCaseError> {
    for (now, then) in now.iter().zip(then) {
        prop_assert_eq!(now, then);
    }
    prop_assert_eq!(now.len(), then.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// What was answered at the end of each day is answered again from later on: also when what was put back of a day is
    /// gone on with after more was entered, and when all of it has been undone.
    #[test]
    fn every_past_day_answers_as_it_did(days in prop::collection::vec(prop::collection::vec(deed(), 1..10), 1..6)) {
        let ground = Ground::new();
        ground.round("2015-03-01");
        ground.dossier.seal().unwrap();
        let mut told: Vec<(Day, Vec<String>)> = Vec::new();
        let mut on = day("2015-08-20");
        for deeds in &days {
            on = on.iter_days().nth(9).unwrap();
            ground.clock.set(on.and_hms_opt(12, 0, 0).unwrap().and_utc());
            deeds.iter().for_each(|deed| carry_out(&ground, deed));
            told.push((on, answers(&ground.dossier)));
            let (on, then) = &told[0];
            same(&answers(&ground.dossier.past(*on).unwrap()), then)?;
        }
        ground.clock.set(noon("2016-02-01"));
        for _ in 0..2 {
            for (on, then) in told.iter().rev() {
                same(&answers(&ground.dossier.past(*on).unwrap()), then)?;
            }
            while ground.dossier.undo().is_ok() {}
        }
        let report = ground.dossier.check(|_| {}).unwrap();
        prop_assert!(report.sound, "{:?}", report.faults);
    }
}

#[test]
fn what_a_day_counted_it_counts_again_when_all_was_undone() {
    let ground = Ground::new();
    ground.round("2015-03-01");
    ground.dossier.seal().unwrap();
    ground.clock.set(noon("2015-08-30"));
    let heard = ground.commitment("Share reports");
    let on = day("2015-08-30");
    let count = || ground.dossier.past(on).unwrap().count_commitments(&CommitmentQuery::all()).unwrap();
    // Read the first time, the commitment had only been heard of since; the second time, it is gone.
    ground.clock.set(noon("2015-09-08"));
    ground.heard(heard, "2015-09-08", "Sent");
    assert_eq!(count(), 1);
    ground.clock.set(noon("2015-09-09"));
    while ground.dossier.undo().is_ok() {}
    assert_eq!(count(), 1);
}
