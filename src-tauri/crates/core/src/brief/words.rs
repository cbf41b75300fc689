//! English for papers: numbers, lists and sentences, as a British foreign ministry writes them.

use super::paper::{Paragraph, Run, Tone};
use crate::{clock::Day, rules::capital, vocabulary::Status};

use super::mark::Mark;

/// A number in words up to twelve, in figures beyond: `no`, `one`, `three`, `17`.
pub(super) fn number(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// `no commitments`, `one commitment`, `17 commitments`.
pub(super) fn count(count: usize, one: &str) -> String {
    match count {
        1 => format!("one {one}"),
        _ => format!("{} {one}s", number(count)),
    }
}

/// `one is`, `three are`, `none is`.
pub(super) fn are(count: usize) -> String {
    match count {
        0 => "none is".into(),
        1 => "one is".into(),
        _ => format!("{} are", number(count)),
    }
}

/// `once`, `twice`, `three times`.
pub(super) fn times(count: u32) -> String {
    match count {
        1 => "once".into(),
        2 => "twice".into(),
        _ => format!("{} times", number(count as usize)),
    }
}

/// `one day`, `36 days`.
pub(super) fn days(count: i64) -> String {
    self::count(usize::try_from(count.abs()).unwrap_or(usize::MAX), "day")
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [others @ .., last] => {
            let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", others.join(", "), last.as_ref())
        }
    }
}

/// A sentence: with a capital, and a stop unless it ends with one.
pub(super) fn sentence(text: &str) -> String {
    let text = capital(text.trim());
    let end = text.trim_end_matches(['”', '’', '"', '\'', ')']);
    if text.is_empty() || end.ends_with(['.', '!', '?', '…', '।']) { text } else { format!("{text}.") }
}

/// In how many days something is, or how long ago: `in 36 days`, `today`, `51 days ago`.
pub(super) fn away(from: Day, to: Day) -> String {
    match (to - from).num_days() {
        0 => "today".into(),
        1 => "tomorrow".into(),
        past if past < 0 => format!("{} ago", days(past)),
        coming => format!("in {}", days(coming)),
    }
}

/// Where a commitment stands, within a sentence.
pub(super) const fn standing(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not started",
        Status::InProgress => "in progress",
        Status::Delivered => "delivered and awaiting confirmation",
        Status::Fulfilled => "kept",
        Status::NotFulfilled => "closed without having been kept",
        Status::Dropped => "dropped by agreement",
        Status::Superseded => "superseded",
        Status::Suspended => "suspended",
    }
}

/// A paragraph put together from stretches.
pub(super) struct Line(Paragraph);

impl Line {
    /// An empty one.
    pub(super) fn new(mark: Mark) -> Self {
        Self(Paragraph { mark, runs: Vec::new() })
    }

    /// Goes on with words of a kind.
    pub(super) fn add(mut self, tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.runs.push(Run::new(tone, text));
        }
        self
    }

    /// Goes on with plain words.
    pub(super) fn say(self, text: impl Into<String>) -> Self {
        self.add(Tone::Plain, text)
    }

    /// Goes on with what is marked otherwise: the line bears the higher of both.
    pub(super) fn marked(mut self, mark: &Mark) -> Self {
        self.0.mark = self.0.mark.higher(mark);
        self
    }

    /// The paragraph.
    pub(super) fn done(self) -> Paragraph {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{listed, number, sentence};

    #[test]
    fn numbers_and_lists_read_as_people_write_them() {
        assert_eq!(number(0), "no");
        assert_eq!(number(12), "twelve");
        assert_eq!(number(13), "13");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn a_sentence_ends_with_one_stop() {
        assert_eq!(sentence("three are late"), "Three are late.");
        assert_eq!(sentence("“Are they?”"), "“Are they?”");
        assert_eq!(sentence(""), "");
    }
}
