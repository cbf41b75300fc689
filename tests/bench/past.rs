//! Reading the list as of a year ago, with ten thousand changes between: on a copy, in which follow-ups are entered first,
//! a hundred an act, each on another commitment as far as there are so many.

use std::{ops::ControlFlow, sync::Arc};

use rapporteur_core::{
    Dossier, Surroundings,
    clock::{Day, SetClock},
    id::{Id, SeededIds},
    wire::{CommitmentQuery, CommitmentRow, FollowUpDraft},
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
    let mut figures = Vec::new();
    for size in sizes.all().iter().copied() {
        let path = sizes.copy(size, "past");
        let (dossier, day) = changed(&path);
        let query = CommitmentQuery::open();
        let mut times = Vec::new();
        for round in 0..=ROUNDS {
            let took = timed(|| dossier.commitments_as_of(day, &query).expect("the list as of then"));
            if round > 0 {
                times.push(took);
            }
        }
        figures.push(Figure { size, warm: Spread::of(times), cold: None, against: None });
        drop(dossier);
        std::fs::remove_file(path).expect("the copy goes");
    }
    let goal = Goal { p95: Some(200.0), growth: Some(2.0), ..Goal::default() };
    goals.take("The list as of a year ago, 10 000 changes between", goal, &figures);
}

/// The dossier with its changes, and the day before them.
fn changed(path: &std::path::Path) -> (Dossier, Day) {
    let clock = Arc::new(SetClock::at("2030-01-01T12:00:00Z".parse().expect("an instant")));
    let around =
        Surroundings { clock: clock.clone(), ids: Arc::new(SeededIds::new(2030)), actor: "Measurement".into() };
    let dossier = Dossier::open(path, around).expect("the dossier opens");
    let mut ids: Vec<Id> = Vec::new();
    let each = |row: CommitmentRow| {
        ids.push(row.id);
        if ids.len() < ACTS * AN_ACT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    dossier.each_commitment(None, &CommitmentQuery::all(), each).expect("commitments");
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
            our_status: None,
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
