//! Where characters stand: from Unicode scalar values, which ranges are counted in, to bytes, which Rust slices by.

use rapporteur_capture::Range;

use crate::wire::Stretch;

/// The byte that each Unicode scalar value of a text begins at.
pub(super) struct Places<'t> {
    text: &'t str,
    /// Empty where every character is one byte.
    bytes: Vec<u32>,
    length: usize,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let bytes: Vec<u32> = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().filter_map(|(at, _)| u32::try_from(at).ok()).collect()
        };
        let length = if bytes.is_empty() { text.len() } else { bytes.len() };
        Self { text, bytes, length }
    }

    /// The words of a stretch; as much of them as lies on the text.
    pub(super) fn words(&self, range: Range) -> &'t str {
        self.text.get(self.byte(range.start)..self.byte(range.end)).unwrap_or_default()
    }

    fn byte(&self, place: usize) -> usize {
        if place >= self.length { self.text.len() } else { self.bytes.get(place).map_or(place, |at| *at as usize) }
    }
}

/// A range as it crosses the wire.
pub(super) fn stretch(range: Range) -> Stretch {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Stretch { start: place(range.start), end: place(range.end) }
}

/// How many characters two ranges have in common.
pub(super) fn overlap(one: Range, other: Range) -> usize {
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}

/// Whether two ranges mean the same sentence: they share at least half of the shorter.
pub(super) fn same(one: Range, other: Range) -> bool {
    let shorter = (one.end - one.start).min(other.end - other.start);
    let common = overlap(one, other);
    common > 0 && common * 2 >= shorter
}

#[cfg(test)]
mod tests {
    use super::{Places, Range, same};

    #[test]
    fn words_are_found_whatever_the_script() {
        for text in ["They will share.", "वे साझा करेंगे। 🤝 They will."] {
            let places = Places::of(text);
            let end = text.chars().count();
            assert_eq!(places.words(Range { start: 0, end }), text);
            let tail: String = text.chars().skip(end - 5).collect();
            assert_eq!(places.words(Range { start: end - 5, end: end + 9 }), tail);
        }
    }

    #[test]
    fn half_of_the_shorter_is_the_same_sentence() {
        let range = |start, end| Range { start, end };
        assert!(same(range(0, 100), range(40, 60)));
        assert!(same(range(0, 100), range(50, 150)));
        assert!(!same(range(0, 100), range(51, 151)));
        assert!(!same(range(0, 10), range(10, 20)));
    }
}
