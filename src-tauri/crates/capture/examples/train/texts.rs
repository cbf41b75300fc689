//! The labelled texts: those that lie beside the repository as a text with a table of places, and those written for training,
//! whose sentences stand in the table itself. Nothing is weighed here.

use rapporteur_capture::train::examine;
use rapporteur_capture::{Lexicon, Party, Request};
use std::path::{Path, PathBuf};

pub type Failure = Box<dyn std::error::Error>;

/// Where a text comes from; each counts in a way of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Every sentence labelled by readers.
    Dev,
    /// Communiqués of which a sample is coded.
    G7,
    /// Written for training.
    Own,
    /// Real ones kept for the last test; never trained on.
    Kept,
}

/// A labelled sentence, with the frames found in it.
pub struct Row {
    pub text: usize,
    pub set: Set,
    pub group: bool,
    pub wanted: bool,
    pub frames: Vec<Vec<u16>>,
    pub words: String,
    pub rules: Vec<String>,
}

/// All of them.
#[derive(Default)]
pub struct Texts {
    pub names: Vec<(Set, String)>,
    pub rows: Vec<Row>,
}

/// A sentence's place in its text, and its label.
struct Place {
    start: usize,
    end: usize,
    label: String,
}

impl Texts {
    /// Every table of a folder; a folder that is not there has none.
    pub fn read(&mut self, folder: &Path, set: Set, lexicon: &Lexicon) -> Result<(), Failure> {
        if !folder.is_dir() {
            return Ok(());
        }
        let mut paths: Vec<PathBuf> =
            std::fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
        paths.sort();
        for path in paths {
            let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
            let table = std::fs::read_to_string(&path)?;
            let wording = path.with_extension("txt");
            let (text, codes, places) = if wording.is_file() {
                (std::fs::read_to_string(wording)?, codes(&name), beside(&table)?)
            } else {
                within(&table)
            };
            self.add(set, name, &text, &codes, &places, lexicon);
        }
        Ok(())
    }

    fn add(&mut self, set: Set, name: String, text: &str, codes: &[String], places: &[Place], lexicon: &Lexicon) {
        let parties: Vec<Party> = codes.iter().map(|code| Party { code: code.clone(), names: Vec::new() }).collect();
        let sentences = examine(&Request { text, parties: &parties, day: None }, lexicon);
        let scalars: Vec<char> = text.chars().collect();
        for place in places {
            let wanted = match place.label.as_str() {
                "C" | "POS" => true,
                "N" | "D" | "NEG" => false,
                _ => continue,
            };
            let (start, end) = (place.start, place.end);
            let mut row = Row {
                text: self.names.len(),
                set,
                group: codes.len() == 1,
                wanted,
                frames: Vec::new(),
                words: scalars[start..end].iter().collect(),
                rules: Vec::new(),
            };
            for sentence in &sentences {
                let common = sentence.range.end.min(end) as i64 - sentence.range.start.max(start) as i64;
                let shorter = (sentence.range.end - sentence.range.start).min(end - start) as i64;
                if common <= 0 || common * 2 < shorter {
                    continue;
                }
                // What others promise is a class of its own, and no mistake here.
                for ((features, rule), _) in sentence.frames.iter().zip(&sentence.others).filter(|(_, other)| !**other)
                {
                    row.frames.push(features.clone());
                    row.rules.push(rule.clone());
                }
            }
            self.rows.push(row);
        }
        self.names.push((set, name));
    }
}

/// The parties, by the name of a text.
fn codes(name: &str) -> Vec<String> {
    let fixed = [("PRESS", "IN,US"), ("G7", "G7"), ("QUAD", "AU,IN,JP,US"), ("US-CH", "CH,LI,US")];
    let known = fixed.iter().find(|(start, _)| name.starts_with(start));
    known.map_or_else(
        || name.split('-').take(2).map(str::to_owned).collect(),
        |(_, codes)| codes.split(',').map(str::to_owned).collect(),
    )
}

/// A table of places in a text beside it.
fn beside(table: &str) -> Result<Vec<Place>, Failure> {
    let mut places = Vec::new();
    for line in table.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(start), Some(end), Some(label)) = (cells.next(), cells.next(), cells.next()) else { continue };
        places.push(Place { start: start.parse()?, end: end.parse()?, label: label.to_owned() });
    }
    Ok(places)
}

/// A table that holds its text: sentences in order, an empty line between paragraphs, list items on lines of their own.
fn within(table: &str) -> (String, Vec<String>, Vec<Place>) {
    let (mut text, mut codes, mut places) = (String::new(), Vec::new(), Vec::new());
    let (mut scalars, mut gap) = (0, "");
    for line in table.lines() {
        if let Some(rest) = line.strip_prefix("# ") {
            if let Some(list) = rest.strip_prefix("parties:") {
                codes = list.split(',').map(|code| code.trim().to_owned()).collect();
            }
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let [label, _, _, _, sentence] = cells[..] else {
            gap = if text.is_empty() { "" } else { "\n\n" };
            continue;
        };
        if gap.is_empty() && !text.is_empty() {
            // What has no full stop is a heading, or an item.
            let open = !text.ends_with(['.', ';', ':', ',', '!', '?', '"', '”', ')']);
            gap = if item(sentence) || open { "\n" } else { " " };
        }
        text.push_str(gap);
        scalars += gap.len();
        let start = scalars;
        text.push_str(sentence);
        scalars += sentence.chars().count();
        places.push(Place { start, end: scalars, label: label.to_owned() });
        gap = "";
    }
    text.push('\n');
    (text, codes, places)
}

/// Whether a line begins with the mark of a list item.
fn item(sentence: &str) -> bool {
    let Some(mark) = sentence.split(' ').next() else { return false };
    let inner = mark.trim_matches(|c| matches!(c, '(' | ')' | '.' | '*'));
    matches!(mark, "-" | "–" | "—" | "•" | "*" | "o" | "▪" | "·" | "➢")
        || mark.ends_with(['.', ')'])
            && (mark.len() > inner.len())
            && !inner.is_empty()
            && (inner.chars().all(|c| c.is_ascii_digit() || c == '.')
                || inner.chars().count() == 1 && inner != "I"
                || inner.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X')))
}
