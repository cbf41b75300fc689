//! Capture: how well it finds the commitments of labelled texts, and how fast it reads.
//!
//! The labelled texts and their scoring script lie beside the repository, in `../shared/capture` or wherever
//! `RAPPORTEUR_LABELLED` says; without them the accuracy is left out with a sentence. The speed is that of one core on
//! the statements that were written for training, at three lengths: what is linear stays the same. How long the words take to
//! be read stands in rows of its own.

use std::{path::PathBuf, process::Command, time::Instant};

use rapporteur_capture::{Lexicon, Party, Request, candidates};
use rapporteur_tests::place;

use crate::table::{self, median, times};

/// Runs of each length; the middle one counts.
const RUNS: usize = 5;
const LENGTHS: [usize; 3] = [1, 5, 50];
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
    for (split, goal) in [
        ("dev", "F1 ≥ 0.92, recall ≥ 0.93; bound ≥ 97 %, strength ≥ 92 %, due ≥ 90 %, due invented ≤ 2 % of hits"),
        ("g7", "recall ≥ 0.90 at a false-alarm rate ≤ 0.15"),
    ] {
        let command = format!("'{}' capture", place::program("rapporteur-cli").display());
        let scored = Command::new("python3").arg(&script).arg(split).env("RAPPORTEUR_CAPTURE", command).output();
        let scored = scored.expect("python3 starts");
        assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
        println!(
            "\nCapture, accuracy on {split} (goal: {goal})\n{}",
            String::from_utf8_lossy(&scored.stdout).trim_end()
        );
    }
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
    let mut measured = LENGTHS.map(|_| Vec::new());
    let mut short = Vec::new();
    let seconds_of = |text: &str| {
        let request = Request { text, parties: &parties, day: None };
        let began = Instant::now();
        let found = candidates(&request, Lexicon::standard());
        let seconds = began.elapsed().as_secs_f64();
        assert!(!found.is_empty(), "the sentences hold commitments");
        seconds
    };
    // The first round fills the caches and is not counted.
    for run in 0..=RUNS {
        for (text, seconds) in
            texts.iter().map(String::as_str).chain([pages]).zip(measured.iter_mut().chain([&mut short]))
        {
            let took = seconds_of(text);
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
    let milliseconds = |seconds: f64| format!("{:.1} ms", seconds * 1000.0);
    let rows = [
        vec!["reading the words, once in a process".into(), milliseconds(start)],
        vec!["three pages, the words read".into(), milliseconds(median(short.clone()))],
        vec!["three pages, the first text of the process".into(), milliseconds(start + median(short))],
    ];
    table::print("Capture, until the candidates of three pages stand there", &["what", "time"], &rows);
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
