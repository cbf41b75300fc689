//! Papers as PDF: briefs of thirty, three hundred and three thousand commitments, each with its line in a table and its
//! wording in the annex.
//!
//! *Cold* is the first writing in a new process, *warm* the second in it: what a larger brief leaves behind in the caches
//! of Typst does not count for a smaller one. The memory is the most that was held while the pages were written, above
//! what was held before.

use std::{fs, process::Command, sync::LazyLock, time::Instant};

use rapporteur_core::{
    brief::{Block, Cell, Column, Holds, Label, Mark, Paper, Paragraph, Row, Run, Section, Table, Tone},
    clock::{Day, Instant as Moment},
    vocabulary::{Delivery, Freshness, MarkingAxis, PaperForm, PaperKind},
};
use rapporteur_papers::write;

use crate::{
    goals::{Figure, Goal, Goals, Spread},
    sizes::Sizes,
    table,
};

const SIZES: [u32; 3] = [30, 300, 3_000];
const RUNS: usize = 5;
/// Eight tracks, as many as the window has colours for.
const TRACKS: u32 = 8;

pub fn measure(_: &Sizes, goals: &mut Goals) {
    let papers = SIZES.map(paper);
    let mut warm = SIZES.map(|_| Vec::new());
    let mut cold = SIZES.map(|_| Vec::new());
    let mut rows = Vec::new();
    for (at, paper) in papers.iter().enumerate() {
        forget_the_most();
        let before = held("VmRSS");
        let bytes = pdf(paper);
        let most = held("VmHWM") - before;
        rows.push(vec![
            SIZES[at].to_string(),
            pages(&bytes).to_string(),
            format!("{:.2}", bytes.len() as f64 / 1e6),
            format!("{most:.0}"),
            format!("{:.2}", most / f64::from(SIZES[at])),
        ]);
    }
    for _ in 0..RUNS {
        for (at, size) in SIZES.iter().enumerate() {
            let [first, second] = twice_in_a_new_process(*size);
            cold[at].push(first);
            warm[at].push(second);
        }
    }
    let mut figures = warm.into_iter().zip(cold).zip(SIZES).map(|((warm, cold), size)| Figure {
        size,
        warm: Spread::of(warm),
        cold: Some(Spread::of(cold)),
        against: None,
    });
    let figures: [Figure; 3] = std::array::from_fn(|_| figures.next().expect("three sizes"));
    let [thirty, three_hundred, three_thousand] = figures;
    let again = Figure { size: SIZES[1], warm: three_hundred.warm.clone(), cold: None, against: None };
    goals.take("A brief as PDF", Goal { p95: Some(1_000.0), ..Goal::default() }, &[thirty, three_hundred]);
    // Ten times the commitments may take ten times as long, and a little for what the machine's caches no longer hold.
    goals.take("A brief as PDF, growth", Goal { growth: Some(11.5), ..Goal::default() }, &[again, three_thousand]);
    table::print(
        "Briefs as PDF: what they come to (memory in MiB, the most held while writing)",
        &["commitments", "pages", "MB", "memory", "memory for one"],
        &rows,
    );
}

/// Writes a brief of that many commitments twice, and prints how many milliseconds each took.
pub fn twice(size: u32) {
    let paper = paper(size);
    for _ in 0..2 {
        let began = Instant::now();
        pdf(&paper);
        println!("{}", began.elapsed().as_secs_f64() * 1e3);
    }
}

fn twice_in_a_new_process(size: u32) -> [f64; 2] {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(["one-brief", &size.to_string()]).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let mut took = said.lines().map(|line| line.trim().parse().expect("milliseconds"));
    std::array::from_fn(|_| took.next().expect("two of them"))
}

fn pdf(paper: &Paper) -> Vec<u8> {
    write(paper, PaperForm::Pdf, &mut |_| true).expect("a PDF")
}

/// Pages name their own kind in every PDF, packed or not: the tree that holds them says how many there are.
fn pages(bytes: &[u8]) -> usize {
    let count = |sought: &[u8]| bytes.windows(sought.len()).filter(|window| *window == sought).count();
    count(b"/Type/Page/") + count(b"/Type/Page\n") + count(b"/Type /Page\n")
}

fn forget_the_most() {
    // Without the right to it the first figure stays right, and later ones are at least as large as they should be.
    let _ = fs::write("/proc/self/clear_refs", "5");
}

pub fn held(what: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}

pub fn mark() -> Mark {
    static MARK: LazyLock<Mark> = LazyLock::new(|| {
        Mark::default().with(MarkingAxis::Classification, &Label { rank: 2, words: "Restricted".into() })
    });
    MARK.clone()
}

pub fn words(tone: Tone, words: impl Into<String>) -> Paragraph {
    Paragraph::new(mark(), tone, words)
}

pub fn day(number: u32) -> Day {
    Day::from_ymd_opt(2015, number % 12 + 1, number % 28 + 1).expect("a day")
}

/// A brief of so many commitments.
pub fn paper(size: u32) -> Paper {
    let made_at = "2015-08-20T09:30:00Z".parse::<Moment>().expect("an instant");
    let mut sections: Vec<Section> =
        (0..TRACKS).map(|track| section(&format!("Track {}", track + 1), false, track_blocks(track, size))).collect();
    sections.push(section("Annex: wordings and sources", true, (0..size).flat_map(annex).collect()));
    sections.last_mut().expect("the annex").key = "annex".into();
    Paper {
        kind: PaperKind::Brief,
        title: "Brief for the leaders' meeting".into(),
        subtitle: String::new(),
        facts: Vec::new(),
        dossier: "Synthetic".into(),
        day: day(19),
        made_at,
        made_by: "Bench".into(),
        marking: mark(),
        notices: vec!["A marking is a label, not an accreditation.".into()],
        file_name: "brief".into(),
        sections,
    }
}

fn section(heading: &str, on_new_page: bool, blocks: Vec<Block>) -> Section {
    Section { key: heading.into(), heading: heading.into(), level: 1, on_new_page, mark: mark(), blocks }
}

fn track_blocks(track: u32, size: u32) -> Vec<Block> {
    let columns = [
        ("Ref", Holds::Ref, 11),
        ("Commitment", Holds::Words, 52),
        ("Bound", Holds::Words, 7),
        ("Owner, counterpart", Holds::Words, 15),
        ("Due", Holds::Day, 19),
        ("Lamps", Holds::Lamps, 11),
        ("Last heard", Holds::Words, 26),
    ];
    // As the brief has them: bound beneath ref, lamps beneath due, the last report beneath the commitment.
    let columns = columns.into_iter().map(|(heading, holds, width)| {
        let column = Column::new(heading, holds, width);
        match heading {
            "Bound" => column.beneath(0),
            "Lamps" => column.beneath(4),
            "Last heard" => column.beneath(1),
            _ => column,
        }
    });
    let rows = (0..size).filter(|number| number % TRACKS == track).map(row).collect();
    vec![
        Block::Prose(words(
            Tone::Plain,
            "The last round was held in spring. What is late stands first; what was put off says so beneath its day.",
        )),
        Block::Table(Table { caption: "Open commitments".into(), columns: columns.collect(), rows }),
    ]
}

pub fn wording(number: u32) -> String {
    const PARTS: [&str; 5] = [
        "exchange information that both sides need for it in good time",
        "hold consultations before each round, at the level of those who do the work",
        "report to the joint committee once in every quarter",
        "name bodies that answer for it on either side",
        "take the steps set out in the annex one after the other, and say which of them were taken",
    ];
    let part = |at: u32| PARTS[(number.wrapping_mul(7).wrapping_add(at * 3) % 5) as usize];
    format!("The two sides will {} and will {}, beginning in {}.", part(0), part(1), 2010 + number % 6)
}

fn row(number: u32) -> Row {
    let lines = |lines: Vec<Paragraph>| Cell::Words { lines };
    let mut heard = words(Tone::Quiet, "14 Aug 2015, CERT-In");
    heard.runs.push(Run::new(
        Tone::Plain,
        format!(" – Draft {number} lies with the other side, and an answer is expected before the meeting."),
    ));
    Row {
        mark: mark(),
        head: false,
        cells: vec![
            lines(vec![words(Tone::Ref, reference(number))]),
            lines(vec![
                words(Tone::Strong, format!("Commitment of some weight, number {number}")),
                words(Tone::Verbatim, wording(number)),
            ]),
            lines(vec![words(Tone::Plain, "Both")]),
            lines(vec![
                words(Tone::Plain, "Ministry of External Affairs"),
                words(Tone::Emphasis, "Department of State"),
            ]),
            Cell::Day {
                day: Some(day(number)),
                words: format!("{} Mar 2015", number % 28 + 1),
                note: "put off 2×".into(),
                late: number.is_multiple_of(3),
            },
            Cell::Lamps {
                delivery: Delivery::ALL[number as usize % 4],
                stands: String::new(),
                freshness: Freshness::ALL[number as usize % 3],
            },
            lines(vec![heard]),
        ],
    }
}

fn annex(number: u32) -> [Block; 2] {
    let mut heading = words(Tone::Ref, reference(number));
    heading.runs.push(Run::new(Tone::Plain, format!("  Commitment of some weight, number {number}")));
    [
        Block::Heading(heading),
        Block::Quote { text: wording(number), source: "Joint statement, 14 Aug 2015".into(), mark: mark() },
    ]
}

pub fn reference(number: u32) -> String {
    format!("T{}-2015-{number:03}", number % TRACKS + 1)
}
