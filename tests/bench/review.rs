//! The review before the next meeting: its first page of a hundred rows with its counts, against the same statements
//! run directly on the bare database.

use rapporteur_core::{
    Dossier,
    wire::{CommitmentQuery, ReviewFrame},
};

use crate::{
    goals::{Goal, Goals},
    sizes::Sizes,
    subject,
};

const ROUNDS: usize = 41;

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let frames: Vec<(u32, ReviewFrame)> = sizes.all().iter().map(|size| (*size, frame(&sizes.open(*size)))).collect();
    let figures = subject::measure(sizes, ROUNDS, true, &|dossier, size| {
        let frame = frames.iter().find(|(of, _)| *of == size).expect("a size").1;
        let query = CommitmentQuery { frame: Some(frame), limit: 100, ..CommitmentQuery::open() };
        dossier.review(frame).expect("its head");
        dossier.commitments(&query).expect("a page");
    });
    let goal = Goal { p95: Some(50.0), ratio: Some(1.3), growth: Some(2.0) };
    goals.take("Review for a meeting: first page with its counts", goal, &figures);
}

fn frame(dossier: &Dossier) -> ReviewFrame {
    let coming = dossier.overview().expect("the dossier's overview").next_meeting.expect("a meeting to come");
    ReviewFrame::Meeting { id: coming.id }
}
