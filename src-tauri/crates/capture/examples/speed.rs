//! How many megabytes of text a second, for 1, 5 and 50 MB made of the sentences of the regression set: `speed [TEXT…]` takes
//! other texts instead. `speed --hostile [NAME]` reads the texts made to be slow, at every length from 1 MB doubled to 50 MB: how
//! long a megabyte takes in each.

use rapporteur_capture::hostile::{TEXTS, text};
use rapporteur_capture::{Lexicon, Party, Request, candidates};
use std::io::Write as _;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut asked = std::env::args().skip(1).peekable();
    if asked.next_if(|first| first == "--hostile").is_some() {
        return hostile(asked.next().as_deref().unwrap_or(""));
    }
    let mut source = String::new();
    for path in asked {
        source.push_str(&std::fs::read_to_string(path)?);
        source.push('\n');
    }
    if source.is_empty() {
        for line in include_str!("../tests/data/regression.tsv").lines().filter(|line| !line.starts_with('#')) {
            source.push_str(&line.rsplit('\t').next().unwrap_or("").replace('¶', "\n").replace('»', ""));
            source.push('\n');
        }
    }
    let parties = parties();
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

fn parties() -> [Party; 2] {
    ["IN", "US"].map(|code| Party { code: code.to_owned(), names: Vec::new() })
}

/// The texts made to be slow whose name has `part` in it.
fn hostile(part: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (parties, mut out) = (parties(), std::io::stdout().lock());
    for (name, parts) in TEXTS.iter().filter(|(name, _)| name.contains(part)) {
        write!(out, "{name:42}")?;
        for megabytes in [1usize, 2, 4, 8, 16, 32, 50] {
            let text = text(parts, megabytes * 1_000_000);
            let start = Instant::now();
            let found = candidates(&Request { text: &text, parties: &parties, day: None }, Lexicon::standard()).len();
            let seconds = start.elapsed().as_secs_f64();
            write!(out, " {:5.0}", seconds * 1000.0 / megabytes as f64)?;
            if megabytes == 50 {
                write!(out, "  ms/MB, {found} candidates")?;
            }
            out.flush()?;
        }
        writeln!(out)?;
    }
    Ok(())
}
