//! Headers, footers and page numbers: left out where they are clearly repeated.

use std::collections::HashMap;

use super::line::Line;

/// How many lines at the top and at the bottom of a page may be furniture.
const REACH: usize = 3;
/// How much their height may differ from page to page, in points.
const NEAR: f64 = 6.0;

/// Takes out lines at the edges of pages that stand at the same height and say the same on at least half of them, page
/// numbers aside. On fewer than three pages only page numbers are clear enough.
pub(crate) fn remove(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    let edges: Vec<Vec<usize>> = pages.iter().map(|lines| edges(lines)).collect();
    for (lines, edges) in pages.iter().zip(&edges) {
        for line in edges.iter().filter_map(|at| lines.get(*at)) {
            *seen.entry((shape(&line.text), height(line))).or_default() += 1;
        }
    }
    let often = |line: &Line| {
        let shape = shape(&line.text);
        let at = height(line);
        (at - 1..=at + 1).filter_map(|at| seen.get(&(shape.clone(), at))).sum::<usize>()
    };
    let count = pages.len();
    let mut gone: Vec<Vec<usize>> = Vec::with_capacity(count);
    for (lines, edges) in pages.iter().zip(&edges) {
        let repeated = |line: &Line| {
            let often = often(line);
            // Even and odd pages may differ, and a first page has none.
            if count >= 3 { often >= 3 && often * 5 >= count * 2 } else { often >= 2 && is_number(&line.text) }
        };
        gone.push(edges.iter().copied().filter(|at| lines.get(*at).is_some_and(repeated)).collect());
    }
    for (lines, gone) in pages.iter_mut().zip(gone) {
        let mut at = 0;
        lines.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
}

/// The lines at the top and at the bottom of a page, by their place on it.
fn edges(lines: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|one, other| {
        let base = |at: &usize| lines.get(*at).map_or(0.0, |line| line.base);
        base(one).total_cmp(&base(other))
    });
    if order.len() > REACH * 2 {
        order.drain(REACH..order.len() - REACH);
    }
    order
}

fn height(line: &Line) -> i64 {
    // Points on a page are far within what an integer holds; beyond, the conversion saturates.
    #[allow(clippy::cast_possible_truncation, reason = "it saturates")]
    let height = (line.base / NEAR).round() as i64;
    height.clamp(-1_000_000, 1_000_000)
}

/// What a line says, numbers aside.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let sign = if c.is_numeric() { '#' } else { c };
        if sign != '#' || !shape.ends_with('#') {
            shape.push(sign);
        }
    }
    // A page numbered in small Roman numerals.
    if !shape.is_empty() && shape.len() <= 6 && shape.chars().all(|c| "ivxlc".contains(c)) {
        "#".to_owned()
    } else {
        shape
    }
}

/// Whether a line is nothing but the number of its page.
fn is_number(text: &str) -> bool {
    let shape = shape(text).to_lowercase();
    let rest = shape.replace("page", "").replace("of", "");
    shape.contains('#')
        && rest.chars().all(|c| matches!(c, '#' | '-' | '–' | '—' | '/' | '|' | '[' | ']' | '(' | ')' | '.'))
}
