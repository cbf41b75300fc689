//! The companion from the start of its process to its end: `info`.

use std::process::{Command, Stdio};

use rapporteur_tests::place;

use crate::{
    goals::{Figure, Goal, Goals, Spread},
    sizes::Sizes,
    subject::timed,
};

const ROUNDS: usize = 21;
const COLD: usize = 3;

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let program = place::program("rapporteur-cli");
    let mut figures = Vec::new();
    for size in sizes.all().iter().copied() {
        let path = sizes.path(size);
        let once = || {
            let mut info = Command::new(&program);
            let run = info.arg("info").arg(&path).stdout(Stdio::null()).status().expect("the companion starts");
            assert!(run.success(), "the companion says what the dossier holds");
        };
        let cold = (0..COLD).map(|_| {
            sizes.chill(size);
            timed(once)
        });
        let cold = Spread::of(cold.collect());
        once();
        let warm = Spread::of((0..ROUNDS).map(|_| timed(once)).collect());
        figures.push(Figure { size, warm, cold: Some(cold), against: None });
    }
    let goal = Goal { p95: Some(30.0), growth: Some(2.0), ..Goal::default() };
    goals.take("The companion’s info, from start to end", goal, &figures);
}
