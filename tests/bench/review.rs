//! The review before the next meeting: its first page of a hundred rows, and its counts, at three sizes; each against
//! the same statements run directly on the bare database, every column read, nothing made of it.

use std::{collections::BTreeMap, time::Instant};

use rapporteur_core::{
    Dossier,
    wire::{CommitmentQuery, ReviewFrame},
};

use crate::{
    direct::Direct,
    sizes::{LARGE, MIDDLE, SMALL, Sizes},
    table::{self, median, times},
};

const ROUNDS: usize = 41;
const PAGE: u32 = 100;

/// One size, ready to be measured.
struct Subject {
    size: u32,
    register: Dossier,
    query: CommitmentQuery,
    frame: ReviewFrame,
    direct: Direct,
}

/// Microseconds of each round.
#[derive(Default)]
struct Measured {
    page: Vec<f64>,
    direct_page: Vec<f64>,
    counts: Vec<f64>,
    direct_counts: Vec<f64>,
}

pub fn measure(sizes: &Sizes) {
    let subjects: Vec<Subject> = [SMALL, MIDDLE, LARGE].map(|size| subject(sizes, size)).into();
    let mut measured: BTreeMap<u32, Measured> = BTreeMap::new();
    for round in 0..=ROUNDS {
        for subject in &subjects {
            let times = measured.entry(subject.size).or_default();
            let page = timed(|| subject.register.commitments(&subject.query).expect("a page").rows.len());
            let direct_page = timed(|| subject.direct.page(PAGE as usize).len());
            let counts = timed(|| subject.register.review(subject.frame).expect("counts").total.open);
            let direct_counts = timed(|| subject.direct.counts().len());
            if round > 0 {
                times.page.push(page);
                times.direct_page.push(direct_page);
                times.counts.push(counts);
                times.direct_counts.push(direct_counts);
            }
        }
    }
    let medians: Vec<(u32, [f64; 4])> = measured
        .into_iter()
        .map(|(size, times)| (size, [times.page, times.direct_page, times.counts, times.direct_counts].map(median)))
        .collect();
    show("The first page of the review, 100 rows", "≤ 1.50×", &medians, 0);
    show("The head of the review: its counts by track", "", &medians, 2);
}

fn show(what: &str, growth_goal: &str, medians: &[(u32, [f64; 4])], at: usize) {
    let first = medians[0].1[at];
    let rows: Vec<Vec<String>> = medians
        .iter()
        .map(|(size, times_of)| {
            let (register, direct) = (times_of[at], times_of[at + 1]);
            let last = *size == LARGE;
            vec![
                format!("{size} commitments"),
                format!("{register:.0} µs"),
                format!("{direct:.0} µs"),
                times(register / direct),
                "≤ 1.30×".into(),
                times(register / first),
                if last { growth_goal.into() } else { String::new() },
            ]
        })
        .collect();
    let columns = ["", "register", "same SQL directly", "ratio", "goal", "growth", "goal"];
    table::print(&format!("{what} ({ROUNDS} rounds in turn)"), &columns, &rows);
}

fn timed<T>(act: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    std::hint::black_box(act());
    began.elapsed().as_secs_f64() * 1e6
}

fn subject(sizes: &Sizes, size: u32) -> Subject {
    let register = sizes.open(size);
    let overview = register.overview().expect("the dossier's overview");
    let meeting = overview.next_meeting.expect("a meeting to come");
    let frame = ReviewFrame::Meeting { id: meeting.id };
    let query = CommitmentQuery { frame: Some(frame), limit: PAGE, ..CommitmentQuery::open() };
    let direct =
        Direct::new(&sizes.path(size), &meeting.id.to_string(), &overview.day.to_string(), &meeting.on.to_string());
    let listed: Vec<String> =
        register.commitments(&query).expect("a page").rows.iter().map(|row| row.id.to_string()).collect();
    assert_eq!(listed, direct.page(PAGE as usize), "both ways must list the same commitments");
    Subject { size, register, query, frame, direct }
}
