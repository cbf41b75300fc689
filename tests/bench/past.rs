//! Reading the list as of a year ago, with ten thousand changes between: on a copy, in which follow-ups are entered first,
//! a hundred an act, each on another commitment as far as there are so many, from all over the register.
//!
//! The two days are compared as well: what is told of them is read from the same changes.
//!
//! *First* is a day that was not asked for before, so that all of it has to be put back; *again* is the same day once
//! more, as when one goes from page to page of it.

use std::sync::Arc;

use rapporteur_core::{
    Dossier, Surroundings,
    clock::{Day, SetClock},
    id::{Id, SeededIds},
    vocabulary::Status,
    wire::{CommitmentQuery, CompareQuery, FollowUpDraft, Sort},
};

use crate::{
    goals::{Figure, Goal, Goals, Spread},
    sizes::Sizes,
    subject::timed,
};

const ROUNDS: usize = 9;
const ACTS: usize = 100;
const AN_ACT: usize = 100;

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let (mut figures_first, mut figures_again, mut figures_words) = (Vec::new(), Vec::new(), Vec::new());
    let mut figures_compared = Vec::new();
    for size in sizes.all().iter().copied() {
        let path = sizes.copy(size, "past");
        let (dossier, changed) = changed(&path);
        let query = CommitmentQuery::open();
        let words = CommitmentQuery { words: "ports".into(), ..CommitmentQuery::open() };
        let (mut first, mut again, mut worded) = (Vec::new(), Vec::new(), Vec::new());
        // Between the last act of the register and the first that was entered here lie as many changes for every day.
        for (round, day) in changed.iter_days().rev().take(ROUNDS + 1).enumerate() {
            let ask = |query: &CommitmentQuery| dossier.commitments_as_of(day, query).expect("the list as of then");
            let took = [timed(|| ask(&query)), timed(|| ask(&query)), timed(|| ask(&words))];
            if round > 0 {
                for (times, took) in [&mut first, &mut again, &mut worded].into_iter().zip(took) {
                    times.push(took);
                }
            }
        }
        // Of the changes every fifth is one of a status besides.
        let query = CompareQuery { from: changed, to: None, section: None, skip: 0, limit: 100 };
        let compared = (0..ROUNDS).map(|_| timed(|| dossier.compare(&query).expect("the two days compared"))).collect();
        let figure = |times| Figure { size, warm: Spread::of(times), cold: None, against: None };
        figures_first.push(figure(first));
        figures_again.push(figure(again));
        figures_words.push(figure(worded));
        figures_compared.push(figure(compared));
        drop(dossier);
        std::fs::remove_file(path).expect("the copy goes");
    }
    let goal = Goal { p95: Some(200.0), growth: Some(2.0), ..Goal::default() };
    goals.take("Then and now, 10 000 changes between", goal, &figures_compared);
    goals.take("The list as of a year ago, 10 000 changes between, first", goal, &figures_first);
    goals.take("… again", goal, &figures_again);
    goals.take("… with words, for which their index is put back", Goal::default(), &figures_words);
}

/// Commitments from all over the register.
fn spread(dossier: &Dossier) -> Vec<Id> {
    let query = CommitmentQuery { sort: Sort::Ref, ..CommitmentQuery::open() };
    let places = dossier.list_places(&query).expect("how long the list is");
    let stretches = places.marks.len() + 1;
    let limit = u32::try_from((ACTS * AN_ACT).div_ceil(stretches).min(500)).expect("a few");
    let begins = std::iter::once(None).chain(places.marks.into_iter().map(|mark| Some(mark.after)));
    let rows =
        begins.map(|after| dossier.commitments(&CommitmentQuery { after, limit, ..query.clone() }).expect("rows"));
    rows.flat_map(|page| page.rows).map(|row| row.id).collect()
}

/// The dossier with its changes, and the day before them.
fn changed(path: &std::path::Path) -> (Dossier, Day) {
    let clock = Arc::new(SetClock::at("2030-01-01T12:00:00Z".parse().expect("an instant")));
    let around =
        Surroundings { clock: clock.clone(), ids: Arc::new(SeededIds::new(2030)), actor: "Measurement".into() };
    let dossier = Dossier::open(path, around).expect("the dossier opens");
    let ids = spread(&dossier);
    let first = Day::from_ymd_opt(2030, 1, 1).expect("a day");
    let mut day = first;
    for act in 0..ACTS {
        day = (0..3).fold(day, |day, _| day.succ_opt().expect("a day after"));
        clock.set(day.and_hms_opt(12, 0, 0).expect("noon").and_utc());
        let commitments = (0..AN_ACT).map(|at| ids[(act * AN_ACT + at) % ids.len()]).collect();
        let draft = FollowUpDraft {
            id: None,
            revision: 0,
            commitments,
            instrument: None,
            day: Some(day),
            reported_by: "Desk".into(),
            note: "Asked again; no answer yet.".into(),
            // Every fifth says where it stands now.
            our_status: (act % 5 == 0).then_some(Status::InProgress),
            their_status: None,
            next_step: String::new(),
            next_step_due: None,
            evidence: String::new(),
            agenda_item: None,
            marking: Vec::new(),
        };
        dossier.save_follow_up(&draft).expect("follow-ups");
    }
    (dossier, first)
}
