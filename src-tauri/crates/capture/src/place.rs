//! From bytes to Unicode scalar values: a count every few dozen bytes, so that any place is a short walk away.

use crate::work;

/// The counts of a text.
pub struct Places<'a> {
    text: &'a str,
    marks: Vec<usize>,
}

/// A short step: places are asked for several times a sentence, and what is counted anew each time costs more than the marks.
const STEP: usize = 64;

impl<'a> Places<'a> {
    /// Counts once.
    pub fn new(text: &'a str) -> Self {
        work::walked(text.len());
        if text.is_ascii() {
            return Self { text, marks: Vec::new() };
        }
        let mut count = 0;
        let marks = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count += scalars(chunk);
            before
        });
        Self { text, marks: marks.collect() }
    }

    /// How many scalar values stand before the byte at `at`.
    pub fn at(&self, at: usize) -> usize {
        if self.marks.is_empty() {
            return at;
        }
        let mark = (at / STEP).min(self.marks.len() - 1);
        self.marks[mark] + scalars(&self.text.as_bytes()[mark * STEP..at.min(self.text.len())])
    }
}

/// Bytes that begin a scalar value.
fn scalars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
