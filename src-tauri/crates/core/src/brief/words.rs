//! English for papers: numbers, lists and sentences, as a British foreign ministry writes them.

use super::paper::{Paragraph, Run, Tone};
use chrono::Datelike as _;

use crate::{clock::Day, rules::capital, vocabulary::Status};

use super::mark::Mark;

const ONES: [&str; 20] = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in words up to twelve, in figures beyond: `no`, `one`, `three`, `17`, `1,328`.
pub(super) fn number(count: usize) -> String {
    if count <= 12 { ONES[count].to_owned() } else { figures(count) }
}

/// A number that a sentence begins with: in words as far as they are short.
pub(super) fn first(count: usize) -> String {
    match count {
        0..20 => capital(ONES[count]),
        20..100 if count.is_multiple_of(10) => capital(TENS[count / 10 - 2]),
        20..100 => capital(&format!("{}-{}", TENS[count / 10 - 2], ONES[count % 10])),
        _ => figures(count),
    }
}

/// `Sixteen commitments`, at the beginning of a sentence.
pub(super) fn first_count(count: usize, one: &str) -> String {
    format!("{} {one}{}", first(count), if count == 1 { "" } else { "s" })
}

/// `1,328`.
fn figures(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A stretch of time as people say it: `51 days`, `seven months`, `three years and eight months`.
pub(super) fn stretch(from: Day, to: Day) -> String {
    let days = (to - from).num_days();
    if days < 100 {
        return self::days(days);
    }
    let months = (to.year() - from.year()) * 12 + i32::try_from(to.month()).unwrap_or(0)
        - i32::try_from(from.month()).unwrap_or(0)
        - i32::from(to.day() < from.day());
    let months = usize::try_from(months).unwrap_or(0);
    match (months / 12, months % 12) {
        (0 | 1, _) if months < 24 => count(months, "month"),
        (years, 0) => count(years, "year"),
        (years, months) => format!("{} and {}", count(years, "year"), count(months, "month")),
    }
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

/// What stands before the item at a place of so many, where each is said by itself: `a`, `, b`, ` and c`.
pub(super) const fn joint(at: usize, of: usize) -> &'static str {
    match at {
        0 => "",
        _ if at + 1 == of => " and ",
        _ => ", ",
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
    use super::{first, listed, number, sentence, stretch};

    #[test]
    fn numbers_and_lists_read_as_people_write_them() {
        assert_eq!(number(0), "no");
        assert_eq!(number(12), "twelve");
        assert_eq!(number(13), "13");
        assert_eq!(number(1328), "1,328");
        assert_eq!((first(16), first(42), first(40)), ("Sixteen".into(), "Forty-two".into(), "Forty".into()));
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn long_stretches_are_told_in_years_and_months() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(stretch(day("2015-06-30"), day("2015-08-20")), "51 days");
        assert_eq!(stretch(day("2014-12-31"), day("2015-08-20")), "seven months");
        assert_eq!(stretch(day("2011-12-31"), day("2015-08-20")), "three years and seven months");
        assert_eq!(stretch(day("2011-08-20"), day("2015-08-20")), "four years");
    }

    #[test]
    fn a_sentence_ends_with_one_stop() {
        assert_eq!(sentence("three are late"), "Three are late.");
        assert_eq!(sentence("“Are they?”"), "“Are they?”");
        assert_eq!(sentence(""), "");
    }
}
