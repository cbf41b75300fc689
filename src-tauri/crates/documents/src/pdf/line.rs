//! The pieces of a page, put together into lines.

use std::collections::HashMap;

use hayro_interpret::kurbo::Point;

use super::page::{Piece, Sheet};

/// A line, in points from the top left of the page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its words; cells of a table are parted by a tab.
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) base: f64,
    pub(crate) size: f64,
    marked: usize,
}

/// The lines of a page, with the bullets that are drawn beside them.
pub(crate) fn lines(sheet: Sheet) -> Vec<Line> {
    let mut lines = in_order(sheet.pieces);
    let mut dots: HashMap<i64, Vec<Point>> = HashMap::new();
    for dot in sheet.dots {
        dots.entry(band(dot.y)).or_default().push(dot);
    }
    for line in &mut lines {
        let middle = band(line.base - line.size * 0.3);
        let beside = |dot: &Point| {
            (line.base - line.size * 0.75..line.base).contains(&dot.y)
                && (line.left - line.size * 3.0..line.left).contains(&dot.x)
        };
        let has = (middle - 1..=middle + 1).filter_map(|band| dots.get(&band)).flatten().any(beside);
        if has && super::paragraph::mark(&line.text).is_none() {
            line.text.insert_str(0, "• ");
        }
    }
    lines
}

/// Heights are looked up by bands of this many points.
const BAND: f64 = 8.0;

fn band(height: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "it saturates")]
    let band = (height / BAND).floor() as i64;
    band.clamp(-1_000_000, 1_000_000)
}

/// The lines of a page in the order in which it was drawn, which is the reading order for nearly all programs; where it
/// jumps about, from the top down.
fn in_order(pieces: Vec<Piece>) -> Vec<Line> {
    let pieces = without_doubles(pieces);
    let lines = put_together(pieces.clone());
    let back = lines
        .windows(2)
        .filter(|pair| {
            let [above, below] = pair else { return false };
            let overlap = above.right.min(below.right) - above.left.max(below.left);
            overlap > 0.0 && below.base < above.base - above.size.max(below.size) * 0.5
        })
        .count();
    if back <= 3 || back * 5 < lines.len() {
        return lines;
    }
    let mut pieces = pieces;
    pieces.sort_by(|one, other| one.base.total_cmp(&other.base));
    // What stands on one line differs a little in height; within it, the order is from left to right.
    let mut from = 0;
    while from < pieces.len() {
        let (base, size) = pieces.get(from).map_or((0.0, 0.0), |piece| (piece.base, piece.size));
        let rest = pieces.get(from..).unwrap_or_default();
        let length = rest.iter().take_while(|piece| piece.base - base < size * 0.4).count().max(1);
        if let Some(row) = pieces.get_mut(from..from + length) {
            row.sort_by(|one, other| one.left.total_cmp(&other.left));
        }
        from += length;
    }
    put_together(pieces)
}

/// Leaves out what was drawn twice in the same place, as some programs do for bold type: words that end where the same
/// words ended before.
fn without_doubles(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let double = kept.iter().rev().take(4).any(|other| {
            other.text.ends_with(&piece.text)
                && (other.right - piece.right).abs() < piece.size * 0.2
                && (other.base - piece.base).abs() < piece.size * 0.2
        });
        if !double {
            kept.push(piece);
        }
    }
    kept
}

fn put_together(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in pieces {
        if piece.text.trim().is_empty() {
            continue;
        }
        if let Some(line) = lines.last_mut()
            && line.goes_on(&piece)
        {
            line.take(&piece);
            continue;
        }
        let Piece { text, left, right, base, size, marked, .. } = piece;
        lines.push(Line { text, left, right, base, size, marked });
    }
    for line in &mut lines {
        line.text = line.text.trim().to_owned();
    }
    lines
}

impl Line {
    fn goes_on(&self, piece: &Piece) -> bool {
        let larger = self.size.max(piece.size);
        (piece.base - self.base).abs() < larger * 0.45 && piece.left > self.right - larger * 0.6
    }

    fn take(&mut self, piece: &Piece) {
        let gap = (piece.left - self.right) / self.size.max(piece.size);
        let only_mark =
            !self.text.contains('\t') && super::paragraph::mark(self.text.trim()) == Some(self.text.trim().len());
        let cell = !only_mark && (gap > 2.5 || gap > 0.7 && piece.marked != self.marked);
        if cell {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('\t');
            self.text.push_str(piece.text.trim_start());
        } else {
            if !self.text.ends_with(' ') && !piece.text.starts_with(' ') && gap > 0.17 {
                self.text.push(' ');
            }
            self.text.push_str(&piece.text);
        }
        self.right = self.right.max(piece.right);
        self.marked = piece.marked;
        if piece.size > self.size {
            (self.size, self.base) = (piece.size, piece.base);
        }
    }
}
