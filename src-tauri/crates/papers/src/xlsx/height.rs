//! How high a row must be. Excel would work it out when it opens the file, but other programs do not.

/// Points of a line in the default typeface, and of one with letters that stand higher, as those of Devanagari do.
const LINE: f64 = 15.0;
const HIGH_LINE: f64 = 19.0;
/// The highest row that Excel knows, in points.
const HIGHEST: f64 = 409.0;

/// The height of the highest of some cells: their words, and the width that each has, in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Height(f64);

impl Height {
    /// That of a row of one line.
    pub(super) const fn one() -> Self {
        Self(LINE)
    }

    /// Makes room for words in a cell of that width.
    pub(super) fn hold(&mut self, words: &str, width: u16) {
        // A short word of plain letters, as most cells are.
        if words.len() <= usize::from(width) && words.is_ascii() && !words.contains('\n') {
            return;
        }
        let lines: usize = words.split('\n').map(|line| folded(line, letters(width))).sum();
        let line = if words.chars().any(|letter| letter > '\u{2fff}' || ('\u{590}'..'\u{1e00}').contains(&letter)) {
            HIGH_LINE
        } else {
            LINE
        };
        #[allow(clippy::cast_precision_loss, reason = "a cell holds some thousand letters")]
        let needed = lines as f64 * line;
        self.0 = self.0.max(needed);
    }

    /// In points.
    pub(super) fn points(self) -> f64 {
        self.0.min(HIGHEST)
    }

    /// Whether it is that of one plain line, which need not be said.
    pub(super) fn is_one(self) -> bool {
        self.0 <= LINE
    }
}

/// How many letters go into a line that is so many digits wide: letters are narrower, on average.
fn letters(width: u16) -> usize {
    (usize::from(width) * 6 / 5).max(1)
}

/// How many lines words take where so many letters go into one.
fn folded(words: &str, width: usize) -> usize {
    let mut lines = 1;
    let mut taken = 0;
    for word in words.split(' ') {
        let letters = word.chars().count();
        if taken > 0 && taken + 1 + letters > width {
            lines += 1;
            taken = 0;
        }
        taken += usize::from(taken > 0) + letters;
        // A word that is longer than a line is parted.
        lines += taken.saturating_sub(1) / width;
        taken = if taken == 0 { 0 } else { (taken - 1) % width + 1 };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_they_fold() {
        assert_eq!(folded("one two three", 20), 1);
        assert_eq!(folded("one two three", 7), 2);
        assert_eq!(folded("one two three", 3), 4);
        assert_eq!(folded("internationalisation", 7), 3);
        assert_eq!(folded("", 7), 1);
    }

    #[test]
    fn the_highest_cell_counts() {
        let mut height = Height::one();
        height.hold("short", 10);
        assert!(height.is_one());
        height.hold("one two three four", 8);
        assert!((height.points() - 45.0).abs() < 0.1);
        height.hold("साइबर", 10);
        height.hold(&"word ".repeat(1_000), 10);
        assert!((height.points() - HIGHEST).abs() < 0.1);
    }
}
