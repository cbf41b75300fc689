//! From a text to its blocks (paragraphs, list items, headings) and from a block to its sentences.
//!
//! Blocks come one at a time, so that a text of any length costs no more room than its longest paragraph; a line is looked
//! at once and the line after it once more, never further.

use crate::work;
use memchr::memchr2;

/// A paragraph, heading or list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// First byte of its wording, behind bullet or number.
    pub lo: usize,
    /// One past the last byte.
    pub hi: usize,
    /// What stands before the wording.
    pub marker: Marker,
    /// Whether a blank line stands before it.
    pub apart: bool,
}

/// What a block begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// Nothing.
    None,
    /// `12.`: a numbered paragraph or item.
    Number,
    /// A bullet, dash, letter or roman numeral: a list item.
    Bullet,
}

/// The blocks of a text, in order.
pub struct Blocks<'a> {
    text: &'a str,
    at: usize,
    /// Width at which lines were broken, where the text came with broken lines; 0 otherwise.
    wrap: usize,
}

/// How much of the text is looked at to see whether its lines are broken.
const SAMPLE: usize = 40_000;

impl<'a> Blocks<'a> {
    /// Over `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, wrap: width(text) }
    }

    /// The line at `at` without its end, and where the next one begins.
    fn line(&self, at: usize) -> (usize, usize, usize) {
        let bytes = self.text.as_bytes();
        let hi = memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
        let next = if bytes[hi..].starts_with(b"\r\n") { hi + 2 } else { (hi + 1).min(bytes.len()) };
        work::walked(next - at);
        let (lo, hi) = trim(self.text, at, hi);
        (lo, hi, next)
    }

    /// Whether the line `b` goes on with the paragraph that the line `a` belongs to.
    fn joins(&self, a: (usize, usize), b: (usize, usize)) -> bool {
        let (bytes, width) = (self.text.as_bytes(), a.1 - a.0);
        work::walked(b.1 - b.0);
        if b.0 == b.1
            || !self.text[b.0..b.1].contains(char::is_alphanumeric)
            || marker(self.text, b.0, b.1).0 != Marker::None
        {
            return false;
        }
        let (last, first) = (bytes[a.1 - 1], bytes[b.0]);
        let ended = matches!(last, b'.' | b':' | b';' | b'!' | b'?');
        if self.wrap > 0 && width * 4 >= self.wrap * 3 && last != b':' {
            return true;
        }
        if ended || bytes[b.0..b.1].contains(&b'\t') {
            return false;
        }
        (width >= 30 && (first.is_ascii_lowercase() || last == b',' || last == b'-' || dangling(&self.text[a.0..a.1])))
            && self.wrap_or_flow(width)
    }

    /// Lines are joined by their words alone where they are not so short that they are cells of a table.
    fn wrap_or_flow(&self, width: usize) -> bool {
        self.wrap == 0 || width * 2 >= self.wrap
    }
}

/// Whether a line ends in a word that cannot end a sentence.
fn dangling(line: &str) -> bool {
    let start = line.len().saturating_sub(12);
    let tail = line.get(start..).unwrap_or("");
    let word = tail.rsplit(' ').next().unwrap_or("");
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "of"
            | "and"
            | "to"
            | "in"
            | "for"
            | "with"
            | "by"
            | "on"
            | "or"
            | "their"
            | "our"
            | "its"
            | "that"
            | "will"
            | "from"
            | "at"
            | "as"
    )
}

/// Leaves out white space at both ends.
fn trim(text: &str, lo: usize, hi: usize) -> (usize, usize) {
    let part = &text[lo..hi];
    let front = part.len() - part.trim_start().len();
    let part = part.trim();
    (lo + front, lo + front + part.len())
}

/// The width at which lines are broken: most lines are about as long as the longest, and few of them end a sentence.
fn width(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = bytes.len().min(SAMPLE);
    let (mut at, mut lengths, mut open) = (0, Vec::new(), 0usize);
    while at < end {
        let hi = memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |n| at + n);
        let length = hi - at;
        if length > 20 {
            lengths.push(length);
            open += usize::from(!matches!(bytes[hi - 1], b'.' | b':' | b';' | b'!' | b'?' | b'"'));
        }
        at = hi + 1;
    }
    lengths.sort_unstable();
    let count = lengths.len();
    if count < 6 {
        return 0;
    }
    let long = lengths[count * 9 / 10];
    let full = lengths.iter().filter(|length| **length * 4 >= long * 3).count();
    if long <= 140 && full * 2 >= count && open * 2 >= count { long } else { 0 }
}

/// What a line begins with, and where its wording begins.
pub fn marker(text: &str, lo: usize, hi: usize) -> (Marker, usize) {
    let line = &text[lo..hi];
    let bytes = line.as_bytes();
    let Some(first) = line.chars().next() else { return (Marker::None, lo) };
    let rest = |n: usize| lo + n + (line[n..].len() - line[n..].trim_start().len());
    if matches!(first, '•' | '·' | '▪' | '‣' | '◦' | '●' | '○' | '■' | '–' | '—' | '➢' | '►' | '∙' | '\u{f0b7}')
        || (matches!(first, '-' | '*' | '+' | 'o') && bytes.get(1).is_some_and(|b| matches!(b, b' ' | b'\t')))
    {
        return (Marker::Bullet, rest(first.len_utf8()));
    }
    let open = usize::from(first == '(');
    let digits = bytes[open..].iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    let letters = bytes[open..].iter().take(5).take_while(|b| b.is_ascii_lowercase()).count();
    let close = |n: usize| bytes.get(open + n).copied().unwrap_or(0);
    let space = |n: usize| bytes.get(open + n + 1).is_none_or(|b| b.is_ascii_whitespace());
    if (1..=3).contains(&digits) {
        let mut at = digits;
        // `3.1` and `2.4.1` as well.
        while close(at) == b'.' && bytes.get(open + at + 1).is_some_and(u8::is_ascii_digit) && at < 9 {
            at += 1 + bytes[open + at + 1..].iter().take(2).take_while(|b| b.is_ascii_digit()).count();
        }
        let sign = close(at);
        // `3.1 The Commission`: no second full stop.
        if at > digits && open == 0 && sign == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase) {
            return (Marker::Number, rest(at + 1));
        }
        if (sign == b'.' && open == 0 || sign == b')') && space(at) {
            return (if sign == b')' { Marker::Bullet } else { Marker::Number }, rest((open + at + 1).min(line.len())));
        }
    }
    // "IV. The two sides": numbered as declarations are.
    let capitals = bytes[open..].iter().take(6).take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    if (1..=5).contains(&capitals) && matches!(close(capitals), b'.' | b')') && space(capitals) {
        let kind = if close(capitals) == b'.' { Marker::Number } else { Marker::Bullet };
        return (kind, rest((open + capitals + 1).min(line.len())));
    }
    let roman = bytes[open..].iter().take(letters).all(|b| matches!(b, b'i' | b'v' | b'x'));
    if (letters == 1 || (letters > 1 && roman))
        && (close(letters) == b')' || (close(letters) == b'.' && open == 0))
        && space(letters)
    {
        return (Marker::Bullet, rest((open + letters + 1).min(line.len())));
    }
    (Marker::None, lo)
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let mut apart = self.at == 0;
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            let (lo, hi, next) = self.line(self.at);
            self.at = next;
            work::walked(hi - lo);
            // Lines of rules, stars or comment signs separate as blank lines do.
            if lo == hi || !self.text[lo..hi].contains(char::is_alphanumeric) {
                apart = true;
                continue;
            }
            let (marker, body) = marker(self.text, lo, hi);
            let mut block = Block { lo: body.min(hi), hi, marker, apart };
            let mut line = (lo, hi);
            while self.at < self.text.len() {
                let (lo, hi, next) = self.line(self.at);
                if !self.joins(line, (lo, hi)) {
                    break;
                }
                self.at = next;
                line = (lo, hi);
                block.hi = hi;
            }
            if block.lo >= block.hi {
                // A number or bullet alone on its line belongs to the line after it.
                let (lo, hi, next) = if self.at < self.text.len() { self.line(self.at) } else { (0, 0, 0) };
                if lo == hi {
                    continue;
                }
                self.at = next;
                block.lo = lo;
                block.hi = hi;
            }
            return Some(block);
        }
    }
}
