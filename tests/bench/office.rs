//! Papers as files of offices: a workbook of a hundred thousand commitments, as the matrix lists them, and a brief of three
//! hundred as a Word document.
//!
//! Each is written in a process of its own, so that the most memory held is that of one writing; the paper itself is in it.

use std::{process::Command, time::Instant};

use rapporteur_core::{
    brief::{Block, Cell, Column, Holds, Paper, Row, Table, Tone},
    vocabulary::{Delivery, Freshness, PaperForm, PaperKind},
};
use rapporteur_papers::write;

use crate::{
    goals::{Figure, Goal, Goals, Spread},
    pages::{self, day, held, mark, reference, wording, words},
    sizes::Sizes,
    table,
};

const ROWS: [u32; 2] = [10_000, 100_000];
const COMMITMENTS: u32 = 300;
const RUNS: usize = 5;

pub fn measure(_: &Sizes, goals: &mut Goals) {
    let figures = |what: &str, sizes: &[u32]| -> (Vec<Figure>, Vec<Vec<String>>, Vec<Figure>) {
        let mut times = Vec::new();
        let mut memories = Vec::new();
        let mut rows = Vec::new();
        for size in sizes {
            let runs: Vec<[f64; 4]> = (0..RUNS).map(|_| in_a_new_process(what, *size)).collect();
            let of = |at: usize| Spread::of(runs.iter().map(|run| run[at]).collect());
            let figure = |warm: Spread| Figure { size: *size, warm, cold: None, against: None };
            rows.push(vec![
                what.to_owned(),
                size.to_string(),
                format!("{:.2}", of(3).p50()),
                format!("{:.0}", of(1).p50()),
                format!("{:.0}", of(2).p50()),
            ]);
            times.push(figure(of(0)));
            memories.push(figure(of(2)));
        }
        (times, rows, memories)
    };
    let (times, mut rows, memories) = figures("xlsx", &ROWS);
    goals.take("A matrix as a workbook", Goal { p95: Some(5_000.0), growth: Some(11.5), ..Goal::default() }, &times);
    // The goal is the same figure, in MiB.
    goals.take_memory("The most memory held for it", 500.0, &memories);
    let (times, more, _) = figures("docx", &[COMMITMENTS]);
    goals.take("A brief as a Word document", Goal { p95: Some(1_000.0), ..Goal::default() }, &times);
    rows.extend(more);
    table::print(
        "Papers as files of offices: what they come to (memory in MiB: the paper itself, and the most that was held)",
        &["form", "commitments", "MB", "paper", "most"],
        &rows,
    );
}

/// Writes one paper, and prints the milliseconds that it took, the memory held before and the most, and the size of the file.
pub fn once(what: &str, size: u32) {
    let (form, paper) = match what {
        "xlsx" => (PaperForm::Xlsx, matrix(size)),
        _ => (PaperForm::Docx, pages::paper(size)),
    };
    let before = held("VmRSS");
    let began = Instant::now();
    let bytes = write(&paper, form, &mut |_| true).expect("a file");
    let took = began.elapsed().as_secs_f64() * 1e3;
    println!("{took} {before} {} {}", held("VmHWM"), bytes.len() as f64 / 1e6);
}

fn in_a_new_process(what: &str, size: u32) -> [f64; 4] {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(["one-office", what, &size.to_string()]).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let mut figures = said.split_whitespace().map(|figure| figure.parse().expect("a figure"));
    std::array::from_fn(|_| figures.next().expect("four figures"))
}

/// Commitments in the columns of the matrix, parted by track.
fn matrix(size: u32) -> Paper {
    let columns = [
        ("Ref", Holds::Ref),
        ("Commitment", Holds::Words),
        ("Wording", Holds::Words),
        ("Bound", Holds::Words),
        ("Owner", Holds::Words),
        ("Counterpart", Holds::Words),
        ("Due", Holds::Day),
        ("Slips", Holds::Number),
        ("Status", Holds::Words),
        ("Lamps", Holds::Lamps),
        ("Last heard on", Holds::Day),
        ("Last report", Holds::Words),
        ("Last raised", Holds::Words),
    ];
    let columns = columns.into_iter().map(|(heading, holds)| Column::new(heading, holds, 10));
    let mut paper = pages::paper(0);
    paper.kind = PaperKind::Matrix;
    paper.title = "Commitments".into();
    paper.sections.truncate(1);
    let rows = (0..size).map(row).collect();
    paper.sections[0].blocks =
        vec![Block::Table(Table { caption: "Commitments".into(), columns: columns.collect(), rows })];
    paper
}

fn row(number: u32) -> Row {
    let said = |tone: Tone, text: String| Cell::Words { lines: vec![words(tone, text)] };
    let on =
        |words: String, note: &str, late: bool| Cell::Day { day: Some(day(number)), words, note: note.into(), late };
    let cells = vec![
        said(Tone::Ref, reference(number)),
        said(Tone::Strong, format!("Commitment of some weight, number {number}")),
        said(Tone::Verbatim, wording(number)),
        said(Tone::Plain, ["Both", "Us", "Them"][number as usize % 3].into()),
        said(Tone::Plain, "Ministry of External Affairs".into()),
        said(Tone::Plain, "Department of State".into()),
        on(format!("by round {}", number % 40), "put off 2×", number.is_multiple_of(3)),
        Cell::Number { number: i64::from(number % 5) },
        said(Tone::Plain, "In progress".into()),
        Cell::Lamps {
            delivery: Delivery::ALL[number as usize % 4],
            stands: String::new(),
            freshness: Freshness::ALL[number as usize % 3],
        },
        on(String::new(), "", false),
        said(
            Tone::Plain,
            format!("Draft {number} lies with the other side, and an answer is expected before the meeting."),
        ),
        said(Tone::Plain, format!("Round {}, 14 Aug 2015", number % 40)),
    ];
    Row { mark: mark(), head: false, cells }
}
