//! `search`: whatever holds some words.

use std::io::{IsTerminal as _, Write};

use rapporteur_core::{
    Dossier,
    wire::{SearchHit, SearchPart, SearchQuery},
};

use super::json;
use crate::{arguments::Search, desk, fault::Fault};

/// How many names are offered where nothing is found.
const OFFERED: u32 = 5;

pub(super) fn run(search: &Search, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&search.read.file)?;
    let words = search.words.join(" ");
    let hits = hits(&dossier, &words, search.limit)?;
    if search.read.json {
        return json(out, &hits);
    }
    let marked = std::io::stdout().is_terminal();
    for hit in &hits {
        let reference = if hit.reference.is_empty() { hit.noun.label() } else { &hit.reference };
        let place = if hit.place.is_empty() { String::new() } else { format!("  ({})", hit.place) };
        writeln!(out, "{reference}  {}{place}", line(&hit.title, marked))?;
        if !hit.context.is_empty() {
            writeln!(out, "    {}: {}", hit.source, line(&hit.context, marked))?;
        }
    }
    match hits.len() {
        0 => nothing(&dossier, &words, out),
        1 => Ok(writeln!(out, "1 found.")?),
        count if count as u64 == u64::from(search.limit) => {
            Ok(writeln!(out, "The first {count} are shown; --limit shows more.")?)
        }
        count => Ok(writeln!(out, "{count} found.")?),
    }
}

fn hits(dossier: &Dossier, words: &str, limit: u32) -> Result<Vec<SearchHit>, Fault> {
    let mut hits: Vec<SearchHit> = Vec::new();
    let mut after = None;
    loop {
        let left = limit - u32::try_from(hits.len()).unwrap_or(limit);
        let page = dossier.search(&SearchQuery {
            words: words.to_owned(),
            typing: false,
            nouns: Vec::new(),
            after,
            limit: left.min(200),
        })?;
        hits.extend(page.hits);
        after = page.next;
        if after.is_none() || hits.len() as u64 >= u64::from(limit) {
            return Ok(hits);
        }
    }
}

fn nothing(dossier: &Dossier, words: &str, out: &mut impl Write) -> Result<(), Fault> {
    let alike: Vec<String> = dossier.find_names(words, OFFERED)?.into_iter().map(|hit| hit.name).collect();
    if alike.is_empty() {
        return Ok(writeln!(out, "Nothing is found.")?);
    }
    Ok(writeln!(out, "Nothing is found. Names that resemble it: {}.", alike.join(", "))?)
}

/// A line of text; what was found stands out on a terminal.
fn line(parts: &[SearchPart], marked: bool) -> String {
    parts
        .iter()
        .map(|part| if part.found && marked { format!("\u{1b}[1m{}\u{1b}[0m", part.text) } else { part.text.clone() })
        .collect()
}
