//! How many megabytes of text a second, for 1, 5 and 50 MB made of the sentences of the regression set: `speed [TEXT…]` takes
//! other texts instead.

use rapporteur_capture::{Lexicon, Party, Request, candidates};
use std::io::Write as _;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut source = String::new();
    for path in std::env::args().skip(1) {
        source.push_str(&std::fs::read_to_string(path)?);
        source.push('\n');
    }
    if source.is_empty() {
        for line in include_str!("../tests/data/regression.tsv").lines().filter(|line| !line.starts_with('#')) {
            source.push_str(&line.rsplit('\t').next().unwrap_or("").replace('¶', "\n").replace('»', ""));
            source.push('\n');
        }
    }
    let parties: Vec<Party> =
        ["IN", "US"].iter().map(|code| Party { code: (*code).to_owned(), names: Vec::new() }).collect();
    let mut out = std::io::stdout().lock();
    let start = Instant::now();
    Lexicon::standard();
    writeln!(out, "words read in {:.2} ms", start.elapsed().as_secs_f64() * 1000.0)?;
    for megabytes in [1usize, 5, 50] {
        let text = source.repeat(megabytes * 1_000_000 / source.len() + 1);
        let request = Request { text: &text, parties: &parties, day: None };
        let start = Instant::now();
        let found = candidates(&request, Lexicon::standard()).len();
        let seconds = start.elapsed().as_secs_f64();
        writeln!(out, "{megabytes:3} MB  {:6.1} MB/s  {found} candidates", text.len() as f64 / 1e6 / seconds)?;
    }
    Ok(())
}
