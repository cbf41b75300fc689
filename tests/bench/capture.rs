//! Capture: how well it finds the commitments of labelled texts, and how fast it reads.
//!
//! The labelled texts and their scoring script lie beside the repository, in `../shared/capture` or wherever
//! `RAPPORTEUR_LABELLED` says; without them the accuracy is left out with a sentence. The speed is that of one core on
//! the statements that were written for training, at three lengths: what is linear stays the same. So it is with the slowest of
//! the texts made to be slow. How long the words take to be read stands in rows of its own.

use std::{path::PathBuf, process::Command, time::Instant};

use rapporteur_capture::{Lexicon, Party, Request, candidates, hostile};
use rapporteur_tests::place;

use crate::table::{self, median, times};

/// Runs of each length; the middle one counts.
const RUNS: usize = 5;
const LENGTHS: [usize; 3] = [1, 10, 50];
/// How many of the hostile texts are read at every length.
const SLOWEST: usize = 3;
/// Three pages, in characters.
const PAGES: usize = 9000;

pub fn measure() {
    accuracy();
    speed();
}

fn accuracy() {
    let folder =
        std::env::var_os("RAPPORTEUR_LABELLED").map_or_else(|| place::repository("../shared/capture"), PathBuf::from);
    let script = folder.join("score.py");
    if !script.is_file() {
        println!(
            "\nCapture, accuracy: left out. No labelled texts lie in {}; RAPPORTEUR_LABELLED says where they are.",
            folder.display()
        );
        return;
    }
    let score = |split: &str| {
        let command = format!("'{}' capture", place::program("rapporteur-cli").display());
        let scored = Command::new("python3").arg(&script).arg(split).env("RAPPORTEUR_CAPTURE", command).output();
        let scored = scored.expect("python3 starts");
        assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
        Scored::read(&String::from_utf8_lossy(&scored.stdout))
    };
    let (dev, g7) = (score("dev"), score("g7"));
    let mut rows = Vec::new();
    let mut row = |what: &str, figure: f64, least: bool, goal: f64| {
        let met = if least { figure >= goal } else { figure <= goal };
        let goal = format!("{} {goal:.2}", if least { "≥" } else { "≤" });
        rows.push(vec![what.to_owned(), format!("{figure:.3}"), goal, if met { "yes" } else { "NO" }.to_owned()]);
    };
    row("dev: F1", dev.named("F1"), true, 0.92);
    row("dev: recall", dev.named("recall"), true, 0.93);
    row("dev: bound right, of hits", dev.part("bound"), true, 0.97);
    row("dev: strength right, of hits", dev.part("strength"), true, 0.92);
    row("dev: due found", dev.part("due"), true, 0.90);
    row("dev: due invented, of hits", dev.named("due invented") / dev.hits, false, 0.02);
    row("g7: recall", g7.named("recall"), true, 0.90);
    row("g7: false alarms", g7.named("false-alarm rate"), false, 0.15);
    println!("\nCapture, text by text\n{}\n{}", dev.texts.join("\n"), g7.texts.join("\n"));
    table::print("Capture, accuracy on the labelled texts", &["what", "figure", "goal", "met"], &rows);
    println!("What is learnt from all other texts finds in each text left out: `make train-capture` says it.");
}

/// What the scoring script printed.
struct Scored {
    /// A line for every text.
    texts: Vec<String>,
    /// The figures over all texts, as they stand there: names and figures between two spaces.
    figures: String,
    /// Hits of all texts.
    hits: f64,
}

impl Scored {
    fn read(printed: &str) -> Self {
        let (texts, rest): (Vec<&str>, Vec<&str>) = printed.lines().partition(|line| line.contains("false alarms"));
        let hits = |line: &&str| line.split("recall ").nth(1)?.split('/').next()?.parse::<f64>().ok();
        let hits = texts.iter().filter_map(hits).sum();
        Self { texts: texts.into_iter().map(str::to_owned).collect(), figures: rest.join("  "), hits }
    }

    /// The figure behind a name: `0.954`, `341/351`.
    fn behind(&self, name: &str) -> &str {
        let behind = |part: &str| {
            part.trim().strip_prefix(name).is_some_and(|rest| rest.trim().starts_with(|c: char| c.is_ascii_digit()))
        };
        let found = self.figures.split("  ").find(|part| behind(part));
        found.map_or("", |part| part.trim()[name.len()..].trim())
    }

    fn named(&self, name: &str) -> f64 {
        self.behind(name).parse().unwrap_or_else(|_| panic!("no figure for {name} in {}", self.figures))
    }

    fn part(&self, name: &str) -> f64 {
        let (part, whole) = self.behind(name).split_once('/').unwrap_or_else(|| panic!("no part for {name}"));
        part.parse::<f64>().expect("a number") / whole.parse::<f64>().expect("a number")
    }
}

/// How long a text is read, in seconds.
fn seconds_of(text: &str, parties: &[Party]) -> f64 {
    let request = Request { text, parties, day: None };
    let began = Instant::now();
    std::hint::black_box(candidates(&request, Lexicon::standard()));
    began.elapsed().as_secs_f64()
}

fn speed() {
    let source = statements();
    let parties = ["IN", "US"].map(|code| Party { code: code.to_owned(), names: Vec::new() });
    let texts = LENGTHS.map(|megabytes| source.repeat((megabytes * 1_000_000).div_ceil(source.len())));
    let pages = source.char_indices().nth(PAGES).map_or(source.as_str(), |(end, _)| &source[..end]);
    // The words are read once in a process, when the first text comes: this is that time.
    let began = Instant::now();
    Lexicon::standard();
    let start = began.elapsed().as_secs_f64();
    assert!(!candidates(&Request { text: pages, parties: &parties, day: None }, Lexicon::standard()).is_empty());
    // Before the long texts, whose memory would be given back in the time of a short one.
    let short: Vec<f64> = (0..=RUNS).map(|_| seconds_of(pages, &parties)).skip(1).collect();
    let mut measured = LENGTHS.map(|_| Vec::new());
    // The first round fills the caches and is not counted.
    for run in 0..=RUNS {
        for (text, seconds) in texts.iter().zip(measured.iter_mut()) {
            let took = seconds_of(text, &parties);
            if run > 0 {
                seconds.push(took);
            }
        }
    }
    let megabytes = texts.each_ref().map(|text| text.len() as f64 / 1e6);
    let seconds = measured.map(median);
    let rate = |n: usize| megabytes[n] / seconds[n];
    let mut rows: Vec<Vec<String>> = (0..LENGTHS.len())
        .map(|n| {
            let against = times(rate(0) / rate(n));
            vec![format!("{} MB", LENGTHS[n]), format!("{:.1} MB/s", rate(n)), against, "≥ 20 MB/s, ≤ 1.20×".into()]
        })
        .collect();
    let counted = megabytes[0] / (start + seconds[0]);
    rows.push(vec![
        "1 MB, the start counted".into(),
        format!("{counted:.1} MB/s"),
        times(rate(0) / counted),
        "≥ 20 MB/s".into(),
    ]);
    table::print("Capture, speed on one core", &["text", "rate", "time for a MB, against 1 MB", "goal"], &rows);
    hostile(&parties);
    let milliseconds = |seconds: f64| format!("{:.1} ms", seconds * 1000.0);
    let rows = [
        vec!["reading the words, once in a process".into(), milliseconds(start)],
        vec!["three pages, the words read".into(), milliseconds(median(short.clone()))],
        vec!["three pages, the first text of the process".into(), milliseconds(start + median(short))],
    ];
    table::print("Capture, until the candidates of three pages stand there", &["what", "time"], &rows);
}

/// The texts made to be slow: all of them are read at 1 MB, and the slowest at every length.
fn hostile(parties: &[Party]) {
    // Whatever else the machine does only makes a run longer, so the shortest counts.
    let rate = |parts: &[&str], megabytes: usize| {
        let text = hostile::text(parts, megabytes * 1_000_000);
        let seconds = (0..2).map(|_| seconds_of(&text, parties)).fold(f64::INFINITY, f64::min);
        text.len() as f64 / 1e6 / seconds
    };
    let mut slowest: Vec<(f64, &str, &[&str])> =
        hostile::TEXTS.iter().map(|(name, parts)| (rate(parts, 1), *name, *parts)).collect();
    slowest.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rows: Vec<Vec<String>> = slowest
        .iter()
        .take(SLOWEST)
        .map(|(_, name, parts)| {
            let rates = LENGTHS.map(|megabytes| rate(parts, megabytes));
            let against = times(rates[0] / rates[LENGTHS.len() - 1]);
            let mut row = vec![(*name).to_owned()];
            row.extend(rates.map(|rate| format!("{rate:.1} MB/s")));
            row.extend([against, "≤ 1.50×".to_owned()]);
            row
        })
        .collect();
    let heading = format!("Capture, the {SLOWEST} slowest of {} texts made to be slow", hostile::TEXTS.len());
    table::print(&heading, &["text", "1 MB", "10 MB", "50 MB", "time for a MB, 50 against 1", "goal"], &rows);
}

/// The statements that were written for training, as they would be read.
fn statements() -> String {
    let folder = place::repository("src-tauri/crates/capture/training");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the training texts").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut source = String::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "tsv")) {
        let lines = std::fs::read_to_string(file).expect("a training text");
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            source.push_str(line.rsplit('\t').next().unwrap_or_default());
            source.push('\n');
        }
    }
    source
}
