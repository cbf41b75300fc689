//! Finds the words of time in a sentence. One pass; every expression looks at a dozen words at most.

use super::calendar::{self, Open, Part, Span, Unit};
use crate::DueMeaning;
use crate::lexicon::{is, time};
use crate::scene::Scene;
use crate::text;
use chrono::NaiveDate;

/// An expression found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// First word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// Whether words such as `by` open it.
    pub opened: bool,
    /// Whether it names an occasion rather than a time.
    pub occasion: bool,
    /// What it means; the words of an occasion are put in by the caller.
    pub meaning: DueMeaning,
}

pub(super) struct Reader<'a> {
    pub(super) scene: &'a Scene,
    pub(super) text: &'a str,
    pub(super) day: Option<NaiveDate>,
}

/// All expressions of time of the sentence.
pub fn all(scene: &Scene, text: &str, day: Option<NaiveDate>) -> Vec<Found> {
    let reader = Reader { scene, text, day };
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.tokens.len() && found.len() < 12 {
        match reader.at(at) {
            Some(expression) => {
                at = expression.end.max(at + 1);
                // "in this year's strategy": which one, and no time.
                let meets = |n: usize| scene.has(n, is::MEETING | is::OCCASION);
                if scene.looks(expression.end - 1, text::POSS)
                    && !(expression.end..expression.end + 6).any(meets)
                    && !expression.occasion
                {
                    continue;
                }
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

impl Reader<'_> {
    pub(super) fn is(&self, at: usize, word: u64) -> bool {
        self.scene.tokens.get(at).is_some_and(|token| token.word() && token.hash == word)
    }

    pub(super) fn any(&self, at: usize, words: &[u64]) -> bool {
        self.scene.tokens.get(at).is_some_and(|token| token.word() && words.contains(&token.hash))
    }

    pub(super) fn month(&self, at: usize) -> u32 {
        let capital = self.scene.looks(at, text::CAP);
        self.scene.words.get(at).map_or(0, |word| if capital { u32::from(word.month) } else { 0 })
    }

    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let token = self.scene.tokens.get(at)?;
        let year = token.is(text::NUM) && (1950..2200).contains(&token.value) && token.hi - token.lo == 4;
        // "the 2030 Agenda" is a name, "2.2025" a number.
        let glued =
            token.is(text::GLUED) && !self.any(at.wrapping_sub(1), &const { text::hashes(["mid", "early", "late"]) });
        (year && !glued).then(|| i32::try_from(token.value).unwrap_or(0))
    }

    fn count(&self, at: usize) -> Option<u32> {
        let (token, word) = (self.scene.tokens.get(at)?, self.scene.words.get(at)?);
        if token.is(text::NUM) && (1..1000).contains(&token.value) {
            return Some(token.value);
        }
        (word.number > 0).then(|| u32::from(word.number)).or_else(|| {
            (self.is(at, const { text::hash("a") }) || self.is(at, const { text::hash("an") })).then_some(1)
        })
    }

    fn unit(&self, at: usize) -> Option<Unit> {
        if self.any(at, &const { text::hashes(["day", "days"]) }) {
            Some(Unit::Day)
        } else if self.any(at, &const { text::hashes(["week", "weeks"]) }) {
            Some(Unit::Week)
        } else if self.any(at, &const { text::hashes(["month", "months"]) }) {
            Some(Unit::Month)
        } else if self.any(at, &const { text::hashes(["year", "years"]) }) {
            Some(Unit::Year)
        } else if self.any(at, &const { text::hashes(["decade", "decades"]) }) {
            Some(Unit::Decade)
        } else {
            None
        }
    }

    /// Words that open a deadline: how many, and how they open it.
    fn opener(&self, at: usize) -> Option<(usize, Open)> {
        // Most words open nothing; this says so quickly.
        if self.scene.words[at].time & time::OPENS == 0 {
            return None;
        }
        let next = at + 1;
        if (self.is(at, const { text::hash("no") }) || self.is(at, const { text::hash("not") }))
            && self.is(next, const { text::hash("later") })
            && self.is(at + 2, const { text::hash("than") })
        {
            return Some((3, Open::By));
        }
        if self.is(at, const { text::hash("ahead") }) && self.is(next, const { text::hash("of") })
            || self.is(at, const { text::hash("prior") }) && self.is(next, const { text::hash("to") })
            || self.is(at, const { text::hash("advance") }) && self.is(next, const { text::hash("of") })
        {
            return Some((2, Open::Before));
        }
        // "in the lead-up to the summit", "in the run-up to", "on the margins of", "on the sidelines of".
        let the = usize::from(self.is(next, const { text::hash("the") }));
        if self.any(at, &const { text::hashes(["in", "on", "at"]) }) {
            let up = self.any(next + the, &const { text::hashes(["lead", "run"]) })
                && self.is(next + the + 1, const { text::hash("up") })
                && self.is(next + the + 2, const { text::hash("to") });
            if up {
                return Some((4 + the, Open::Before));
            }
            if self.any(next + the, &const { text::hashes(["margins", "sidelines"]) })
                && self.is(next + the + 1, const { text::hash("of") })
            {
                return Some((3 + the, Open::Before));
            }
        }
        if self.any(at, &const { text::hashes(["starting", "beginning", "effective", "commencing"]) })
            && self.any(next, &const { text::hashes(["in", "from", "on", "with"]) })
        {
            return Some((2, Open::In));
        }
        if self.is(at, const { text::hash("as") })
            && self.any(next, &const { text::hashes(["early", "soon"]) })
            && self.is(at + 2, const { text::hash("as") })
        {
            return Some((3, Open::In));
        }
        if self.is(at, const { text::hash("as") }) && self.any(next, &const { text::hashes(["of", "from"]) }) {
            return Some((2, Open::In));
        }
        if self.is(at, const { text::hash("on") })
            && self.is(next, const { text::hash("or") })
            && self.is(at + 2, const { text::hash("before") })
        {
            return Some((3, Open::By));
        }
        if self.any(at, &const { text::hashes(["by", "until", "till", "within"]) }) {
            return Some((1, Open::By));
        }
        if self.is(at, const { text::hash("before") }) {
            return Some((1, Open::Before));
        }
        if self.any(
            at,
            &const {
                text::hashes([
                    "in",
                    "on",
                    "during",
                    "over",
                    "through",
                    "throughout",
                    "from",
                    "at",
                    "for",
                    "around",
                    "after",
                    "following",
                    "beyond",
                ])
            },
        ) {
            return Some((1, Open::In));
        }
        None
    }

    fn at(&self, at: usize) -> Option<Found> {
        let mark = &self.scene.marks[at];
        if mark.recurring != 0 {
            let months = u32::from(mark.recurring - 1);
            let end = at + usize::from(mark.recurring_len);
            // "a yearly report", "the quarterly meeting": an adjective, no deadline.
            let describes = mark.recurring_len == 1
                && self.scene.tokens.get(end).is_some_and(text::Token::word)
                && !self.scene.has(end, is::PREP | is::AND | is::TO | is::THAT | is::WHICH | is::ADVERB)
                && at > 0
                && self.scene.has(at - 1, is::DET | is::OWN | is::AND | is::PREP);
            if describes {
                return None;
            }
            // "annual basis" alone is taken with the words before it; an adjective before a noun is none.
            let meaning = if months == 0 { DueMeaning::Ongoing } else { DueMeaning::Recurring(Some(months)) };
            return Some(Found { start: at, end, opened: true, occasion: false, meaning });
        }
        // "Upon completion of the study": when something else is done.
        if self.is(at, const { text::hash("upon") })
            && let Some(end) = self.done(at + 1)
        {
            let meaning = DueMeaning::Event(String::new());
            return Some(Found { start: at, end, opened: true, occasion: true, meaning });
        }
        // "between 2024 and 2027"
        if self.is(at, const { text::hash("between") })
            && self.year(at + 1).is_some()
            && self.scene.has(at + 2, is::AND)
            && let Some(year) = self.year(at + 3)
        {
            let meaning = calendar::meaning(Open::By, Span::Year(year), Part::Whole);
            return Some(Found { start: at, end: at + 4, opened: true, occasion: false, meaning });
        }
        if let Some((length, open)) = self.opener(at) {
            // "By: July 2026", in a table of actions.
            let from = at + length + usize::from(self.scene.sign(at + length, ':'));
            if let Some((end, meaning)) = self.time(from, open).or_else(|| self.span(from, open)) {
                return Some(Found { start: at, end, opened: true, occasion: false, meaning });
            }
            if let Some(end) = self.occasion(at, from, open) {
                return Some(Found {
                    start: at,
                    end,
                    opened: true,
                    occasion: true,
                    meaning: DueMeaning::Event(String::new()),
                });
            }
            return None;
        }
        // "later this year", "this fall", "next month", "early next year", "mid-2026".
        let bare = self.scene.words[at].time & time::BARE != 0;
        if bare && let Some((end, meaning)) = self.time(at, Open::In) {
            return Some(Found { start: at, end, opened: false, occasion: false, meaning });
        }
        // "NISAR's 2024 launch".
        if self.year(at).is_some_and(|_| at > 0)
            && self.scene.looks(at - 1, text::POSS)
            && self.scene.has(at + 1, is::MEETING | is::OCCASION)
        {
            let year = self.year(at)?;
            return Some(Found {
                start: at,
                end: at + 1,
                opened: false,
                occasion: false,
                meaning: calendar::meaning(Open::In, Span::Year(year), Part::Whole),
            });
        }
        if let Some(year) = self.named_year(at) {
            let meaning = calendar::meaning(Open::In, Span::Year(year), Part::Whole);
            return Some(Found { start: at, end: at + 1, opened: false, occasion: false, meaning });
        }
        None
    }

    pub(super) fn part(&self, at: usize) -> Option<(usize, Part)> {
        let the = usize::from(self.is(at, const { text::hash("the") }));
        let word = at + the;
        let of = |n: usize| {
            usize::from(self.is(n, const { text::hash("of") }))
                + usize::from(self.is(n, const { text::hash("of") }) && self.is(n + 1, const { text::hash("the") }))
        };
        if self.any(word, &const { text::hashes(["end", "close", "conclusion"]) })
            && self.is(word + 1, const { text::hash("of") })
        {
            return Some((the + 1 + of(word + 1), Part::End));
        }
        if self.any(word, &const { text::hashes(["beginning", "start"]) })
            && self.is(word + 1, const { text::hash("of") })
        {
            return Some((the + 1 + of(word + 1), Part::Start));
        }
        if self.any(word, &const { text::hashes(["middle"]) }) && self.is(word + 1, const { text::hash("of") }) {
            return Some((the + 1 + of(word + 1), Part::Mid));
        }
        let ordinal = self.scene.words.get(word).map_or(0, |word| word.ordinal);
        if ordinal > 0 && self.is(word + 1, const { text::hash("semester") }) {
            return Some((the + 2 + of(word + 2), Part::Half(ordinal.min(2))));
        }
        if ordinal > 0 && self.is(word + 1, const { text::hash("fortnight") }) {
            return Some((the + 2 + of(word + 2), if ordinal == 1 { Part::Early } else { Part::Late }));
        }
        if self.any(word, &const { text::hashes(["course", "month", "onset"]) })
            && self.is(word + 1, const { text::hash("of") })
        {
            return Some((the + 1 + of(word + 1), Part::Whole));
        }
        if ordinal > 0 && self.is(word + 1, const { text::hash("half") }) {
            return Some((the + 2 + of(word + 2), Part::Half(ordinal)));
        }
        if self.is(word, const { text::hash("latter") }) && self.is(word + 1, const { text::hash("half") }) {
            return Some((the + 2 + of(word + 2), Part::Half(2)));
        }
        // "in the first week of March"
        let last = self.is(word, const { text::hash("last") });
        if (ordinal > 0 || last)
            && self.is(word + 1, const { text::hash("week") })
            && self.is(word + 2, const { text::hash("of") })
        {
            let part = match ordinal {
                _ if last => Part::Late,
                1 => Part::Early,
                2 | 3 => Part::Mid,
                _ => Part::Late,
            };
            return Some((the + 2 + of(word + 2), part));
        }
        // "by Q3 2026"
        const QUARTERS: [u64; 4] = text::hashes(["q1", "q2", "q3", "q4"]);
        if let Some(quarter) =
            self.scene.tokens.get(word).and_then(|token| QUARTERS.iter().position(|q| *q == token.hash))
        {
            return Some((the + 1 + of(word + 1), Part::Quarter(u8::try_from(quarter).unwrap_or(0) + 1)));
        }
        if self.is(word, const { text::hash("last") }) && self.is(word + 1, const { text::hash("quarter") }) {
            return Some((the + 2 + of(word + 2), Part::Quarter(4)));
        }
        if ordinal > 0 && self.is(word + 1, const { text::hash("quarter") }) {
            return Some((the + 2 + of(word + 2), Part::Quarter(ordinal)));
        }
        for (name, part) in [
            (const { text::hash("early") }, Part::Early),
            (const { text::hash("mid") }, Part::Mid),
            (const { text::hash("late") }, Part::Late),
            (const { text::hash("later") }, Part::Late),
            (const { text::hash("sometime") }, Part::Whole),
            (const { text::hash("end") }, Part::End),
        ] {
            if self.is(word, name) {
                let more = usize::from(self.any(word + 1, &const { text::hashes(["in", "during"]) }));
                return Some((the + 1 + more, part));
            }
        }
        None
    }

    /// A span of the calendar, with the part of it.
    fn time(&self, at: usize, open: Open) -> Option<(usize, DueMeaning)> {
        let (skip, part) = self.part(at).unwrap_or((0, Part::Whole));
        let from = at + skip;
        // "by the end of the first quarter of 2026"
        let (from, part) = match self.part(from) {
            Some((more, inner @ (Part::Quarter(_) | Part::Half(_)))) if part == Part::End => (from + more, inner),
            _ => (from, part),
        };
        let (end, span) = self.calendar(from)?;
        let meaning = span.map_or(DueMeaning::Unresolved, |span| {
            // "later this year" reaches from the day of the text to its end.
            match (part, self.day) {
                (Part::Late, Some(day)) if self.is(at, const { text::hash("later") }) => {
                    calendar::days(span, Part::Whole)
                        .map_or(DueMeaning::Unresolved, |(_, end)| DueMeaning::Interval(day.min(end), end))
                }
                _ => calendar::meaning(open, span, part),
            }
        });
        Some((end, meaning))
    }

    /// Spans counted from the day of the text: "six months", "the next two years", "the coming weeks", "the months ahead".
    fn span(&self, at: usize, open: Open) -> Option<(usize, DueMeaning)> {
        // "over a period of five years", "for a further three years"
        let period = self.any(at, &const { text::hashes(["a", "the", "another"]) })
            && self.is(at + 1, const { text::hash("period") })
            && self.is(at + 2, const { text::hash("of") });
        let further = self.any(at, &const { text::hashes(["a", "an", "another"]) })
            && self.any(at + 1, &const { text::hashes(["further", "additional"]) });
        let the = at
            + usize::from(self.is(at, const { text::hash("the") }))
            + if period { 3 - usize::from(self.is(at, const { text::hash("the") })) } else { 2 * usize::from(further) };
        let another = !period && self.is(at, const { text::hash("another") }) && self.count(at + 1).is_some();
        let the = the + usize::from(another);
        let counted = period || further || another || at > 0 && self.is(at - 1, const { text::hash("over") });
        let coming = self.any(the, &const { text::hashes(["next", "coming", "following"]) });
        let from = the + usize::from(coming);
        let few = self.any(from, &const { text::hashes(["few", "several", "couple"]) });
        let from = from + usize::from(few) + usize::from(few && self.is(from + 1, const { text::hash("of") }));
        // "for an additional year"
        if further && let Some(kind) = self.unit(from) {
            let end = self.day.and_then(|day| calendar::after(day, 1, kind).map(|end| (day, end)));
            return Some((from + 1, end.map_or(DueMeaning::Unresolved, |(day, end)| DueMeaning::Interval(day, end))));
        }
        if let Some(count) = self.count(from).filter(|_| coming || counted || open == Open::By || open == Open::Before)
        {
            let bracket = from + 1 + if self.scene.sign(from + 1, '(') { 3 } else { 0 };
            // "the next five to ten years"
            let bracket = bracket
                + 2 * usize::from(self.is(bracket, const { text::hash("to") }) && self.count(bracket + 1).is_some());
            let unit =
                bracket + usize::from(self.any(bracket, &const { text::hashes(["calendar", "working", "business"]) }));
            let hours = self.any(unit, &const { text::hashes(["hour", "hours"]) });
            // "hostilities over eleven days": how long something took.
            let lasted = counted
                && !coming
                && !period
                && !further
                && self.any(unit, &const { text::hashes(["day", "days", "hour", "hours"]) });
            if lasted {
                return None;
            }
            let (kind, count) = if hours { (Unit::Day, count.div_ceil(24)) } else { (self.unit(unit)?, count) };
            let mut end = unit + 1;
            // "within six months of the date this memorandum becomes operative": counted from something else.
            let other = self.any(end, &const { text::hashes(["of", "after", "from", "following"]) });
            if other {
                end = self.clause_end(end);
                return Some((end, DueMeaning::Event(String::new())));
            }
            let meaning = self.day.and_then(|day| calendar::after(day, count, kind).map(|end| (day, end)));
            let meaning = meaning.map_or(DueMeaning::Unresolved, |(day, end)| {
                if open == Open::In { DueMeaning::Interval(day, end) } else { DueMeaning::Day(end) }
            });
            return Some((end, meaning));
        }
        let kind = self.unit(from)?;
        let ahead = self.any(from + 1, &const { text::hashes(["ahead"]) })
            || self.is(from + 1, const { text::hash("to") }) && self.is(from + 2, const { text::hash("come") });
        if coming || ahead {
            let end = from + 1 + if ahead { 1 + usize::from(self.is(from + 1, const { text::hash("to") })) } else { 0 };
            return Some((end, self.day.map_or(DueMeaning::Unresolved, |day| calendar::coming(day, kind))));
        }
        None
    }

    pub(super) fn clause_end(&self, at: usize) -> usize {
        let limit = self.scene.tokens.len().min(at + 14);
        (at..limit)
            .find(|n| self.scene.sign(*n, ',') || self.scene.sign(*n, ';') || self.scene.sign(*n, '.'))
            .unwrap_or(limit)
    }
}
