//! Lists of commitments: the first page under every filter and in every order that is offered; and the other pages of
//! the window, each as the window asks for it.

use rapporteur_core::{
    Dossier,
    vocabulary::{Delivery, Exception, Noun},
    wire::{CommitmentQuery, JournalQuery, Sort},
};

use crate::{
    goals::{Figure, Goal, Goals, Spread},
    sizes::Sizes,
    subject::{self, timed},
};

/// Rounds of each list, after a first that brings it into memory; one that takes long is tried once.
const ROUNDS: usize = 3;
const LONG: f64 = 250.0;
/// How many of the slowest are named.
const NAMED: usize = 25;

/// What is asked in the search language.
const ASKED: &[&str] = &[
    "",
    "open",
    "closed",
    "track:CYB",
    "track:space",
    "bound:us",
    "bound:them",
    "strength:soft",
    "status:in-progress",
    "status:fulfilled",
    "status:suspended",
    "theirs:delivered",
    "lamp:red",
    "lamp:amber",
    "lamp:grey open",
    "lamp:fresh",
    "stale",
    "overdue",
    "blocked",
    "slips>2",
    "due<2020-01-01 open",
    "due:this-month",
    "due:none",
    "made:1999",
    "heard>2025-06-01",
    "changed>2025-06-01",
    "created:2001",
    "owner:\"AV MFA\"",
    "counterpart:\"BM CYB\"",
    "partner:Belmora",
    "dialogue:\"Belmora Cyber\"",
    "reaffirmed>2",
    "marking:Synthetic",
    "ref:CYB-2015",
    "title:ransomware",
    "ransomware",
    "\"joint exercise\" ports",
    "hydro*",
    "सुरक्षा",
    "track:CYB (overdue or slips>1) -owner:\"AV MFA\"",
];

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let figures: Vec<Figure> = sizes.all().iter().map(|size| of(sizes, *size)).collect();
    let goal = Goal { p95: Some(50.0), growth: Some(2.0), ..Goal::default() };
    goals.take("Any list: first page under any filter and sort", goal, &figures);
    pages(sizes, goals);
}

/// Every filter in every order.
fn of(sizes: &Sizes, size: u32) -> Figure {
    let mut colds = Vec::new();
    let asked = filters(&sizes.open(size));
    // Each of them opens the dossier anew; every fourth filter is enough.
    for (_, query) in asked.iter().step_by(4) {
        colds.push(subject::cold_times(sizes, size, 1, &|dossier| page(dossier, query).unwrap_or_default()).p50());
    }
    let register = sizes.open(size);
    let mut each: Vec<(f64, String)> = Vec::new();
    let mut all = Vec::new();
    for (name, query) in asked {
        for sort in Sort::ALL.iter().copied() {
            for descending in [false, true] {
                if descending && sort == Sort::Review {
                    continue;
                }
                let query = CommitmentQuery { sort, descending, ..query.clone() };
                let mut times: Vec<f64> = Vec::new();
                let _ = page(&register, &query);
                while times.len() < ROUNDS && times.first().is_none_or(|first| *first < LONG) {
                    let mut told = Ok(());
                    times.push(timed(|| told = page(&register, &query)));
                    if let Err(sentence) = told {
                        println!("List, {size} commitments: {name:?} is refused: {sentence}");
                        break;
                    }
                }
                let way = if descending { ", turned round" } else { "" };
                each.push((Spread::of(times.clone()).p50(), format!("{name} by {sort:?}{way}")));
                all.extend(times);
            }
        }
    }
    each.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    println!("\nLists of {size} commitments, the slowest of {}:", each.len());
    for (took, name) in each.iter().take(NAMED) {
        println!("  {took:8.1} ms  {name}");
    }
    Figure { size, warm: Spread::of(all), cold: Some(Spread::of(colds)), against: None }
}

fn filters(dossier: &Dossier) -> Vec<(String, CommitmentQuery)> {
    let words =
        |words: &&str| ((*words).to_owned(), CommitmentQuery { words: (*words).into(), ..CommitmentQuery::all() });
    let mut found: Vec<(String, CommitmentQuery)> = ASKED.iter().map(words).collect();
    let mut add = |name: &str, query: CommitmentQuery| found.push((name.to_owned(), query));
    add("delivery red", CommitmentQuery { delivery: vec![Delivery::Red], ..CommitmentQuery::all() });
    add("exception stale", CommitmentQuery { exceptions: vec![Exception::Stale], ..CommitmentQuery::open() });
    add("on course", CommitmentQuery { on_course: Some(true), ..CommitmentQuery::open() });
    let owner = dossier.find(Noun::Body, "AV CYB").ok();
    add("one owner", CommitmentQuery { owner, ..CommitmentQuery::open() });
    let party = dossier.find(Noun::Party, "CD").ok();
    add("one party", CommitmentQuery { party, ..CommitmentQuery::open() });
    let meeting = dossier.meetings().ok().and_then(|meetings| meetings.get(meetings.len() / 2).map(|row| row.id));
    add("one meeting", CommitmentQuery { meeting, ..CommitmentQuery::all() });
    found
}

fn page(dossier: &Dossier, query: &CommitmentQuery) -> Result<(), String> {
    dossier.commitments(query).map(|page| drop(std::hint::black_box(page))).map_err(|error| error.to_string())
}

/// What a page of the window asks for.
type Ask = fn(&Dossier);

/// The other pages.
const PAGES: &[(&str, Ask)] = &[
    ("Today", |dossier| drop(dossier.today().expect("today"))),
    ("Head of the dossier", |dossier| drop(dossier.overview().expect("the overview"))),
    ("Choices of every form", |dossier| drop(dossier.choices().expect("choices"))),
    ("Meetings", |dossier| drop(dossier.meetings().expect("meetings"))),
    ("Dialogues", |dossier| drop(dossier.dialogues().expect("dialogues"))),
    ("Parties and bodies", |dossier| drop(dossier.parties().expect("parties"))),
    ("Journal, first page", |dossier| {
        let query = JournalQuery { noun: None, row: None, before: None, limit: 50 };
        drop(dossier.journal(&query).expect("the journal"));
    }),
    ("Journal of meetings, first page", |dossier| {
        let query = JournalQuery { noun: Some(Noun::Meeting), row: None, before: None, limit: 50 };
        drop(dossier.journal(&query).expect("the journal"));
    }),
    ("Bin", |dossier| drop(dossier.bin().expect("the bin"))),
];

fn pages(sizes: &Sizes, goals: &mut Goals) {
    for (name, ask) in PAGES {
        let figures = subject::measure(sizes, 5, false, &|dossier, _| ask(dossier));
        let goal = Goal { p95: Some(50.0), growth: Some(2.0), ..Goal::default() };
        goals.take(&format!("Page: {name}"), goal, &figures);
    }
}
