//! `generate`: a synthetic dossier of any size, for measuring. Countries, offices and people are invented; how things
//! are spread (who owns much, how often dates slip, how many follow-ups there are) is as in real registers.
//!
//! Everything goes through `Dossier`, some hundred rows an act; the file is made in one stretch, see `Dossier::filled`.
//! Time and ids are set, chance is drawn from the seed: the same seed gives the same content.

mod cast;
mod chance;
mod instruments;
mod promise;
mod round;
mod subjects;
mod tail;
mod wording;
mod years;

use std::{io::Write, sync::Arc};

use rapporteur_core::{
    Dossier, Result, Surroundings,
    clock::{Day, Instant, SetClock},
    id::SeededIds,
    vocabulary::MarkingAxis,
    wire::{DossierDraft, MarkingDraft, NewDossier},
};

use crate::{arguments::Generate, fault::Fault, progress::Progress};

/// Under whose name the entries are made.
const ACTOR: &str = "Synthetic";

pub(crate) fn run(asked: &Generate, out: &mut impl Write) -> Result<(), Fault> {
    let clock = Arc::new(SetClock::at(noon(first_day())));
    let ids = Arc::new(SeededIds::new(asked.seed));
    let around = Surroundings { clock: clock.clone(), ids, actor: ACTOR.into() };
    let new = NewDossier {
        title: format!("Synthetic dossier of {} commitments, seed {}", asked.commitments, asked.seed),
        home_code: cast::HOME.0.into(),
        home_name: cast::HOME.1.into(),
        time_zone: "UTC".into(),
    };
    if Dossier::broken_off(&asked.file) {
        crate::progress::say("An earlier try was broken off; what it left behind is taken away");
    }
    let mut follow_ups = 0;
    Dossier::filled(&asked.file, &new, around, |dossier| {
        follow_ups = fill(dossier, &clock, asked)?;
        crate::progress::say("Writing what is left to the disk");
        Ok::<(), Fault>(())
    })?;
    let size = std::fs::metadata(&asked.file)?.len() / 1_000_000;
    let (file, commitments) = (asked.file.display(), asked.commitments);
    Ok(writeln!(out, "Made {file}: {commitments} commitments, {follow_ups} follow-ups, {size} MB.")?)
}

/// Fills the dossier. Answers how many follow-ups there are.
fn fill(dossier: &Dossier, clock: &SetClock, asked: &Generate) -> Result<usize> {
    let mut progress = Progress::of(asked.commitments, "commitments");
    let mut chance = chance::Chance::from(asked.seed);
    let cast = cast::enter(dossier, &mut chance, asked.commitments)?;
    let desk = years::Desk { dossier, clock, cast: &cast, times: f64::from(asked.follow_ups) };
    let told = years::run(&desk, &mut chance, asked.commitments, &mut progress)?;
    progress.done();
    crate::progress::say("Entering the latest follow-ups");
    let latest = tail::run(&desk, &mut chance, told.open)?;
    instruments::run(&desk, &mut chance, asked.commitments)?;
    settle(dossier)?;
    dossier.seal()?;
    Ok(told.follow_ups + latest)
}

/// Marks the dossier as what it is and fixes its day, so that it reads the same whenever it is opened.
fn settle(dossier: &Dossier) -> Result<()> {
    let label = MarkingDraft { id: None, revision: 0, axis: MarkingAxis::Handling, label: ACTOR.into(), rank: 4 };
    let marking = dossier.save_marking(&label)?.output;
    let stands = dossier.overview()?;
    dossier.save_settings(&DossierDraft {
        revision: stands.revision,
        title: stands.title,
        home: stands.home.id,
        time_zone: stands.time_zone,
        day: Some(last_day()),
        marking: vec![marking],
    })?;
    Ok(())
}

/// When the register was begun.
fn first_day() -> Day {
    day(1985, 7, 1)
}

/// The dossier's day, forty years later.
fn last_day() -> Day {
    day(2025, 6, 30)
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn noon(day: Day) -> Instant {
    day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc()
}
