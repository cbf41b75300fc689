//! The lines of all pages, put together into paragraphs, items and rows.

use std::collections::HashSet;

use crate::{Refusal, writing::Writing};

use super::line::Line;

/// What stands between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// Nothing: the second goes on where the first ended.
    Nothing,
    /// The second is an item, a row, or a line of its own.
    Line,
    /// The second begins a paragraph.
    Paragraph,
}

/// A column: lines that stand below each other.
struct Column {
    left: f64,
    right: f64,
    /// Usual distance between its lines, in heights of type.
    leading: f64,
}

pub(crate) fn write(pages: &[Vec<Line>], writing: &mut Writing) -> Result<(), Refusal> {
    let known = words(pages);
    let mut before: Option<(&Line, bool)> = None;
    let mut so_far = String::new();
    let mut items = false;
    for page in pages {
        let columns = columns(page);
        let mut fresh = true;
        for (line, column) in page.iter().zip(&columns) {
            let between = match before {
                None => Between::Paragraph,
                Some((above, _)) if fresh || above.base >= line.base => across(above, line, column),
                Some((above, begins)) => below(above, begins, line, column, items),
            };
            fresh = false;
            let begins = between != Between::Nothing;
            if begins {
                flush(&mut so_far, writing)?;
                let item = mark(&line.text).is_some();
                match between {
                    Between::Line => writing.line(),
                    // Items follow each other line upon line, as they do in a list.
                    _ if item && items => writing.line(),
                    _ => writing.paragraph(),
                }
                items = item;
                so_far.push_str(&line.text);
            } else {
                join(&mut so_far, &line.text, &known);
            }
            before = Some((line, begins));
        }
    }
    flush(&mut so_far, writing)
}

fn flush(words: &mut String, writing: &mut Writing) -> Result<(), Refusal> {
    for (at, cell) in std::mem::take(words).split('\t').enumerate() {
        if at > 0 {
            writing.open_cell(false);
            writing.close_cell();
        }
        writing.words(cell)?;
    }
    Ok(())
}

/// For every line, the column it stands in.
fn columns(lines: &[Line]) -> Vec<std::rc::Rc<Column>> {
    let mut columns = Vec::with_capacity(lines.len());
    let mut from = 0;
    while from < lines.len() {
        let rest = lines.get(from..).unwrap_or_default();
        let length = 1 + rest
            .windows(2)
            .take_while(|pair| {
                let [above, below] = pair else { return false };
                below.base > above.base && above.right.min(below.right) > above.left.max(below.left) - above.size * 4.0
            })
            .count();
        let lines = rest.get(..length).unwrap_or(rest);
        let mut distances: Vec<f64> = lines
            .windows(2)
            .filter_map(|pair| {
                let [above, below] = pair else { return None };
                alike(above.size, below.size).then(|| (below.base - above.base) / below.size)
            })
            .collect();
        distances.sort_by(f64::total_cmp);
        let leading = distances.get(distances.len() * 3 / 10).copied().unwrap_or(1.2).clamp(1.0, 3.0);
        let column = std::rc::Rc::new(Column {
            left: lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min),
            right: lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max),
            leading,
        });
        columns.extend(std::iter::repeat_n(column, length));
        from += length;
    }
    columns
}

fn alike(one: f64, other: f64) -> bool {
    (one - other).abs() <= one.max(other) * 0.12
}

/// What stands between two lines of one column.
fn below(above: &Line, begins: bool, line: &Line, column: &Column, in_item: bool) -> Between {
    if above.text.contains('\t') || line.text.contains('\t') {
        return if above.text.contains('\t') && line.text.contains('\t') { Between::Line } else { Between::Paragraph };
    }
    let distance = (line.base - above.base) / line.size.max(above.size);
    if !alike(above.size, line.size) || distance > column.leading * 1.35 {
        return Between::Paragraph;
    }
    if mark(&line.text).is_some() && (ends(&above.text) || fits(above, line, column)) {
        return Between::Line;
    }
    // A word that is parted goes on, wherever the line ended.
    let parted =
        above.text.strip_suffix(['-', '\u{2010}', '\u{ad}']).is_some_and(|stem| stem.ends_with(char::is_alphanumeric));
    if parted && line.text.starts_with(char::is_lowercase) {
        return Between::Nothing;
    }
    let indent = (line.left - above.left) / line.size;
    let above_is_item = begins && mark(&above.text).is_some();
    if indent > 0.8 && !above_is_item && !is_centred(above, column) {
        return Between::Paragraph;
    }
    // An item hangs from its mark; what stands to the left of its words again is no part of it.
    if indent < -0.8 && in_item && !begins && ends(&above.text) {
        return Between::Paragraph;
    }
    if fits(above, line, column) { Between::Paragraph } else { Between::Nothing }
}

/// What stands between the end of a column or page and the beginning of the next.
fn across(above: &Line, line: &Line, column: &Column) -> Between {
    if above.text.contains('\t') || line.text.contains('\t') {
        return Between::Line;
    }
    let starts_small = line.text.chars().next().is_some_and(char::is_lowercase);
    let caseless =
        line.text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    if !alike(above.size, line.size) || mark(&line.text).is_some() {
        return Between::Paragraph;
    }
    let long = above.right - above.left > (column.right - column.left) * 0.75;
    let goes_on = starts_small && !above.text.ends_with(['.', ';', ':', '!', '?']);
    if goes_on || !ends(&above.text) && long && (caseless || !begins_like_heading(line, column)) {
        Between::Nothing
    } else {
        Between::Paragraph
    }
}

fn begins_like_heading(line: &Line, column: &Column) -> bool {
    line.right - line.left < (column.right - column.left) * 0.5
}

/// Whether the first word of a line would have stood on the line above, so that the line was ended on purpose.
fn fits(above: &Line, line: &Line, column: &Column) -> bool {
    let length = line.text.chars().count().max(1);
    let first = line.text.split(' ').next().unwrap_or_default().chars().count();
    // Counts of characters are far below where a float becomes inexact.
    #[allow(clippy::cast_precision_loss, reason = "lines are short")]
    let width = (line.right - line.left) * first as f64 / length as f64;
    let mut room = column.right - above.right;
    if is_centred(above, column) {
        room += above.left - column.left;
    }
    room > width + line.size * 0.6
}

fn is_centred(line: &Line, column: &Column) -> bool {
    let (left, right) = (line.left - column.left, column.right - line.right);
    left > line.size && (left - right).abs() < line.size
}

/// Whether words end as a sentence, an item or a heading's number does.
fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '’', '\'', ')', ']', ' ']);
    text.ends_with(['.', ';', ':', '!', '?', ',', '।', '॥']) || text.ends_with(" and") || text.ends_with(" or")
}

/// The length of the mark that a line begins with: "1.", "2.3", "(a)", "iv)", "•".
pub(crate) fn mark(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let after = |length: usize| {
        let rest = text.get(length..)?;
        (rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\t'])).then_some(length)
    };
    if matches!(first, '•' | '◦' | '▪' | '■' | '●' | '○' | '‣' | '⁃' | '·' | '➢' | '➤' | '✓' | '*')
    {
        return Some(first.len_utf8());
    }
    if matches!(first, '-' | '–' | '—' | 'o' | '§') {
        return after(first.len_utf8());
    }
    let head = text.split([' ', '\u{a0}', '\t']).next().unwrap_or_default();
    if head.len() > 12 {
        return None;
    }
    let closed = head.strip_suffix(')').or_else(|| head.strip_suffix('.'));
    let inner = closed.unwrap_or(head);
    let opened = inner.strip_prefix('(');
    let inner = opened.unwrap_or(inner);
    let numbers =
        inner.split('.').all(|part| (1..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit()));
    let letter = inner.len() == 1 && inner.chars().all(|c| c.is_ascii_lowercase());
    let capital = inner.len() == 1 && inner.chars().all(|c| c.is_ascii_uppercase()) && head.ends_with(')');
    let roman = (1..=5).contains(&inner.len()) && inner.chars().all(|c| "ivx".contains(c));
    let is_mark = if closed.is_some() { numbers || letter || capital || roman } else { numbers && inner.contains('.') };
    (is_mark && (opened.is_none() || head.ends_with(')'))).then_some(head.len())
}

/// All words of the text, to tell a hyphen that parts a word at the end of a line from one that belongs to it.
fn words(pages: &[Vec<Line>]) -> HashSet<String> {
    let mut known = HashSet::new();
    for line in pages.iter().flatten() {
        let mut parts: Vec<&str> = line.text.split_whitespace().collect();
        // The last word may be the half of one.
        if line.text.ends_with('-') {
            parts.pop();
        }
        for part in parts {
            let word = part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if !word.is_empty() {
                known.insert(word);
            }
        }
    }
    known
}

/// Beginnings of words that are mostly followed by a hyphen.
const KEEP_THEIR_HYPHEN: &[&str] = &["co", "ex", "non", "self", "so"];

/// Joins a line to the words before it.
fn join(so_far: &mut String, line: &str, known: &HashSet<String>) {
    let soft = so_far.ends_with('\u{ad}');
    let stem = so_far.trim_end_matches(['-', '\u{2010}', '\u{ad}']);
    let hyphen = stem.len() < so_far.len() && stem.ends_with(char::is_alphanumeric);
    let starts_small = line.chars().next().is_some_and(char::is_lowercase);
    if hyphen && (soft || starts_small) {
        let last_word = stem.rsplit(char::is_whitespace).next().unwrap_or_default();
        let first = last_word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let second = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let joined = known.contains(&format!("{first}{second}"));
        let parted = known.contains(&format!("{first}-{second}"))
            || last_word.contains('-')
            || KEEP_THEIR_HYPHEN.contains(&first.as_str())
            || first.chars().count() > 2 && known.contains(&first) && known.contains(&second);
        if soft || joined || !parted {
            so_far.truncate(stem.len());
        }
    } else if !hyphen && !so_far.ends_with(['/', '—']) {
        so_far.push(' ');
    }
    so_far.push_str(line);
}
