//! One size of dossier with what is asked of it, and the ways of asking: warm and cold, through the register and directly.

use std::time::Instant;

use rapporteur_core::Dossier;

use crate::{
    bare::{self, Replay},
    goals::{Figure, Spread},
    sizes::Sizes,
};

/// How often something is tried with nothing in memory: each time the dossier is opened anew.
const COLD: usize = 5;

/// Milliseconds that something took.
pub fn timed<T>(act: impl FnOnce() -> T) -> f64 {
    let began = Instant::now();
    std::hint::black_box(act());
    began.elapsed().as_secs_f64() * 1e3
}

/// Tries `ask` on a dossier that was opened a moment ago and of which nothing is in memory.
pub fn cold(sizes: &Sizes, size: u32, ask: &dyn Fn(&Dossier)) -> Spread {
    cold_times(sizes, size, COLD, ask)
}

/// The same, so many times.
pub fn cold_times(sizes: &Sizes, size: u32, times: usize, ask: &dyn Fn(&Dossier)) -> Spread {
    let one = || {
        sizes.chill(size);
        let dossier = sizes.open(size);
        timed(|| ask(&dossier))
    };
    Spread::of((0..times).map(|_| one()).collect())
}

/// Measures `ask` on every size: cold, then warm in `rounds`, in turn with the very statements it had the database run,
/// asked directly.
pub fn measure(sizes: &Sizes, rounds: usize, direct: bool, ask: &dyn Fn(&Dossier, u32)) -> Vec<Figure> {
    let colds: Vec<Spread> =
        sizes.all().iter().map(|size| cold(sizes, *size, &|dossier: &Dossier| ask(dossier, *size))).collect();
    let subjects: Vec<(u32, Dossier, Option<Replay>)> = sizes
        .all()
        .iter()
        .map(|size| {
            let dossier = sizes.open(*size);
            ask(&dossier, *size);
            let replay = direct.then(|| {
                let (_, statements) = dossier.overhear(|dossier| ask(dossier, *size)).expect("its statements");
                Replay::of(bare::connect(&sizes.path(*size)), statements)
            });
            (*size, dossier, replay)
        })
        .collect();
    let mut measured: Vec<(Vec<f64>, Vec<f64>)> = subjects.iter().map(|_| (Vec::new(), Vec::new())).collect();
    for round in 0..=rounds {
        for ((size, dossier, replay), (own, theirs)) in subjects.iter().zip(&mut measured) {
            let took = timed(|| ask(dossier, *size));
            let directly = replay.as_ref().map(|replay| timed(|| replay.run()));
            if round > 0 {
                own.push(took);
                theirs.extend(directly);
            }
        }
    }
    let figures = sizes.all().iter().zip(colds).zip(measured);
    figures
        .map(|((size, cold), (own, theirs))| Figure {
            size: *size,
            warm: Spread::of(own),
            cold: Some(cold),
            against: direct.then(|| Spread::of(theirs)),
        })
        .collect()
}
