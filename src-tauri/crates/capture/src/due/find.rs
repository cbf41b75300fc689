//! Finds the words of time in a sentence. One pass; every expression looks at a dozen words at most.

use super::calendar::{self, Open, Part, Span, Unit};
use crate::DueMeaning;
use crate::lexicon::is;
use crate::scene::Scene;
use crate::text;
use chrono::{Datelike, NaiveDate};

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

struct Reader<'a> {
    scene: &'a Scene,
    text: &'a str,
    day: Option<NaiveDate>,
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
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

impl Reader<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.scene.tokens.get(at).is_some_and(|token| token.word() && token.hash == text::hash(word))
    }

    fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    fn month(&self, at: usize) -> u32 {
        let capital = self.scene.looks(at, text::CAP);
        self.scene.words.get(at).map_or(0, |word| if capital { u32::from(word.month) } else { 0 })
    }

    fn year(&self, at: usize) -> Option<i32> {
        let token = self.scene.tokens.get(at)?;
        let year = token.is(text::NUM) && (1950..2200).contains(&token.value) && token.hi - token.lo == 4;
        // "the 2030 Agenda" is a name, "2.2025" a number.
        let glued = token.is(text::GLUED) && !self.any(at.wrapping_sub(1), &["mid", "early", "late"]);
        (year && !glued).then(|| i32::try_from(token.value).unwrap_or(0))
    }

    fn count(&self, at: usize) -> Option<u32> {
        let (token, word) = (self.scene.tokens.get(at)?, self.scene.words.get(at)?);
        if token.is(text::NUM) && (1..1000).contains(&token.value) {
            return Some(token.value);
        }
        (word.number > 0).then(|| u32::from(word.number)).or_else(|| (self.is(at, "a") || self.is(at, "an")).then_some(1))
    }

    fn unit(&self, at: usize) -> Option<Unit> {
        if self.any(at, &["day", "days"]) {
            Some(Unit::Day)
        } else if self.any(at, &["week", "weeks"]) {
            Some(Unit::Week)
        } else if self.any(at, &["month", "months"]) {
            Some(Unit::Month)
        } else if self.any(at, &["year", "years"]) {
            Some(Unit::Year)
        } else if self.any(at, &["decade", "decades"]) {
            Some(Unit::Decade)
        } else {
            None
        }
    }

    /// Words that open a deadline: how many, and how they open it.
    fn opener(&self, at: usize) -> Option<(usize, Open)> {
        let next = at + 1;
        if (self.is(at, "no") || self.is(at, "not")) && self.is(next, "later") && self.is(at + 2, "than") {
            return Some((3, Open::By));
        }
        if self.is(at, "ahead") && self.is(next, "of") || self.is(at, "prior") && self.is(next, "to") || self.is(at, "advance") && self.is(next, "of") {
            return Some((2, Open::Before));
        }
        if self.any(at, &["starting", "beginning", "effective", "commencing"]) && self.any(next, &["in", "from", "on", "with"]) {
            return Some((2, Open::In));
        }
        if self.is(at, "as") && self.is(next, "of") {
            return None;
        }
        if self.is(at, "on") && self.is(next, "or") && self.is(at + 2, "before") {
            return Some((3, Open::By));
        }
        if self.any(at, &["by", "until", "till", "within"]) {
            return Some((1, Open::By));
        }
        if self.is(at, "before") {
            return Some((1, Open::Before));
        }
        if self.any(at, &["in", "on", "during", "over", "through", "throughout", "from", "at", "for", "around", "after", "following", "beyond"]) {
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
            let describes = mark.recurring_len == 1 && self.scene.tokens.get(end).is_some_and(text::Token::word) && !self.scene.has(end, is::PREP | is::AND | is::TO | is::THAT | is::WHICH | is::ADVERB) && at > 0 && self.scene.has(at - 1, is::DET | is::OWN | is::AND | is::PREP);
            if describes {
                return None;
            }
            // "annual basis" alone is taken with the words before it; an adjective before a noun is none.
            return Some(Found { start: at, end, opened: true, occasion: false, meaning: DueMeaning::Recurring(Some(months)) });
        }
        if let Some((length, open)) = self.opener(at) {
            let from = at + length;
            if let Some((end, meaning)) = self.time(from, open).or_else(|| self.span(from, open)) {
                return Some(Found { start: at, end, opened: true, occasion: false, meaning });
            }
            if let Some(end) = self.occasion(at, from, open) {
                return Some(Found { start: at, end, opened: true, occasion: true, meaning: DueMeaning::Event(String::new()) });
            }
            return None;
        }
        // "later this year", "this fall", "next month", "early next year", "mid-2026".
        let bare = self.any(at, &["later", "early", "late", "mid", "this", "next", "sometime"]);
        if bare && let Some((end, meaning)) = self.time(at, Open::In) {
            return Some(Found { start: at, end, opened: false, occasion: false, meaning });
        }
        // "NISAR's 2024 launch".
        if self.year(at).is_some_and(|_| at > 0) && self.scene.looks(at - 1, text::POSS) && self.scene.has(at + 1, is::MEETING | is::OCCASION) {
            let year = self.year(at)?;
            return Some(Found { start: at, end: at + 1, opened: false, occasion: false, meaning: calendar::meaning(Open::In, Span::Year(year), Part::Whole) });
        }
        None
    }

    fn part(&self, at: usize) -> Option<(usize, Part)> {
        let the = usize::from(self.is(at, "the"));
        let word = at + the;
        let of = |n: usize| usize::from(self.is(n, "of")) + usize::from(self.is(n, "of") && self.is(n + 1, "the"));
        if self.any(word, &["end", "close", "conclusion"]) && self.is(word + 1, "of") {
            return Some((the + 1 + of(word + 1), Part::End));
        }
        if self.any(word, &["beginning", "start"]) && self.is(word + 1, "of") {
            return Some((the + 1 + of(word + 1), Part::Start));
        }
        if self.any(word, &["middle"]) && self.is(word + 1, "of") {
            return Some((the + 1 + of(word + 1), Part::Mid));
        }
        let ordinal = self.scene.words.get(word).map_or(0, |word| word.ordinal);
        if ordinal > 0 && self.is(word + 1, "half") {
            return Some((the + 2 + of(word + 2), Part::Half(ordinal)));
        }
        if self.is(word, "latter") && self.is(word + 1, "half") {
            return Some((the + 2 + of(word + 2), Part::Half(2)));
        }
        if ordinal > 0 && self.is(word + 1, "quarter") {
            return Some((the + 2 + of(word + 2), Part::Quarter(ordinal)));
        }
        for (name, part) in [("early", Part::Early), ("mid", Part::Mid), ("late", Part::Late), ("later", Part::Late), ("sometime", Part::Whole), ("end", Part::End)] {
            if self.is(word, name) {
                let more = usize::from(self.any(word + 1, &["in", "during"]));
                return Some((the + 1 + more, part));
            }
        }
        None
    }

    /// A span of the calendar, with the part of it.
    fn time(&self, at: usize, open: Open) -> Option<(usize, DueMeaning)> {
        let (skip, part) = self.part(at).unwrap_or((0, Part::Whole));
        let from = at + skip;
        let (end, span) = self.calendar(from)?;
        let meaning = span.map_or(DueMeaning::Unresolved, |span| {
            // "later this year" reaches from the day of the text to its end.
            match (part, self.day) {
                (Part::Late, Some(day)) if self.is(at, "later") => {
                    calendar::days(span, Part::Whole).map_or(DueMeaning::Unresolved, |(_, end)| DueMeaning::Interval(day.min(end), end))
                }
                _ => calendar::meaning(open, span, part),
            }
        });
        Some((end, meaning))
    }

    /// A span of the calendar at `at`; `Some(None)` where it needs the day of the text and there is none.
    fn calendar(&self, at: usize) -> Option<(usize, Option<Span>)> {
        // 15 March 2026, 15th of March 2026, March 15, 2026, March 2026, March.
        let number = |n: usize| self.scene.tokens.get(n).filter(|token| token.word() && self.day_number(token) > 0).map(|token| self.day_number(token));
        if let Some(day) = number(at) {
            let of = at + 1 + usize::from(self.is(at + 1, "of"));
            if self.month(of) > 0 {
                let comma = of + 1 + usize::from(self.scene.sign(of + 1, ','));
                return Some(self.day_of(self.month(of), day, comma, of + 1));
            }
        }
        if self.month(at) > 0 {
            let month = self.month(at);
            let stop = at + 1 + usize::from(self.scene.sign(at + 1, '.') && self.scene.tokens[at].hi - self.scene.tokens[at].lo < 5);
            if self.year(stop).is_none() && let Some(day) = number(stop) {
                let comma = stop + 1 + usize::from(self.scene.sign(stop + 1, ','));
                return Some(self.day_of(month, day, comma, stop + 1));
            }
            let year_at = stop + usize::from(self.scene.sign(stop, ',') || self.is(stop, "of"));
            if let Some(year) = self.year(year_at) {
                return Some((year_at + 1, Some(Span::Month(year, month))));
            }
            let relative = stop + usize::from(self.is(stop, "of"));
            if let Some((end, Some(Span::Year(year)))) = self.relative(relative) {
                return Some((end, Some(Span::Month(year, month))));
            }
            if let Some((end, None)) = self.relative(relative) {
                return Some((end, None));
            }
            if self.is(at, "may") || self.is(at, "march") {
                let prep = at > 0 && self.scene.has(at - 1, is::PREP) || at > 0 && self.any(at - 1, &["early", "late", "mid", "next", "until"]);
                if !prep {
                    return None;
                }
            }
            return Some((at + 1, self.day.map(|day| Span::Month(calendar::next_month(day, month), month))));
        }
        // 2026-03-15 and 15/03/2026.
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        if let Some(year) = self.year(at) {
            // "2026-27" and "2026-2027" end with their second year.
            if self.scene.looks(at + 1, text::GLUED | text::NUM) {
                let second = self.scene.tokens[at + 1].value;
                let second = if second < 100 { i32::try_from(second).unwrap_or(0) + year / 100 * 100 } else { i32::try_from(second).unwrap_or(year) };
                if second > year && second < year + 20 {
                    return Some((at + 2, Some(Span::Year(second))));
                }
            }
            // "2030 Agenda": a name.
            let named = self.scene.looks(at + 1, text::CAP) && self.scene.tokens[at + 1].lo <= self.scene.tokens[at].hi + 2 && !self.scene.has(at + 1, is::MEETING | is::OCCASION);
            if named {
                return None;
            }
            return Some((at + 1, Some(Span::Year(year))));
        }
        // "the 2020s"
        let the = at + usize::from(self.is(at, "the"));
        if let Some(token) = self.scene.tokens.get(the).filter(|token| token.hi - token.lo == 5) {
            let word = &self.text[token.lo..token.hi];
            if let Some(year) = word.strip_suffix('s').and_then(|year| year.parse::<i32>().ok()).filter(|year| (1900..2200).contains(year)) {
                return Some((the + 1, Some(Span::Decade(year))));
            }
        }
        // "the summer of 2026", "spring 2026"
        if self.scene.has(the, is::SEASON) {
            let of = the + 1 + usize::from(self.is(the + 1, "of"));
            if let Some(year) = self.year(of) {
                return Some((of + 1, Some(Span::Season(year, self.season(the)))));
            }
        }
        if the > at && let Some(year) = self.year(the).filter(|_| self.is(the + 1, "calendar") || self.is(the + 1, "fiscal") || self.is(the + 1, "financial")) {
            return Some((the + 1, Some(Span::Year(year))));
        }
        // "fiscal year 2026", "FY 2026"
        if self.is(at, "fy") || self.any(at, &["fiscal", "financial", "calendar"]) && self.is(at + 1, "year") {
            let n = if self.is(at, "fy") { at + 1 } else { at + 2 };
            if let Some(year) = self.year(n) {
                return Some((n + 1, Some(Span::Year(year))));
            }
        }
        self.relative(at)
    }

    /// The first month of a season, of the northern half of the world.
    fn season(&self, at: usize) -> u32 {
        match () {
            () if self.is(at, "spring") => 3,
            () if self.is(at, "summer") => 6,
            () if self.is(at, "winter") => 12,
            () => 9,
        }
    }

    fn day_number(&self, token: &text::Token) -> u32 {
        if token.is(text::NUM) {
            return if (1..=31).contains(&token.value) && token.hi - token.lo <= 2 { token.value } else { 0 };
        }
        let word = &self.text[token.lo..token.hi];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits) && matches!(&word[digits..], "st" | "nd" | "rd" | "th") {
            word[..digits].parse().ok().filter(|day| (1..=31).contains(day)).unwrap_or(0)
        } else {
            0
        }
    }

    fn day_of(&self, month: u32, day: u32, year_at: usize, bare_end: usize) -> (usize, Option<Span>) {
        if let Some(year) = self.year(year_at) {
            return (year_at + 1, NaiveDate::from_ymd_opt(year, month, day).map(Span::Day));
        }
        let year = self.day.map(|today| {
            let this = NaiveDate::from_ymd_opt(today.year(), month, day);
            if this.is_some_and(|this| this >= today) { today.year() } else { today.year() + 1 }
        });
        (bare_end, year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day)).map(Span::Day))
    }

    /// Dates in digits: year first, or day first.
    fn numeric(&self, at: usize) -> Option<(usize, Option<Span>)> {
        let value = |n: usize| self.scene.tokens.get(n).filter(|token| token.is(text::NUM)).map(|token| token.value);
        let first = value(at)?;
        if self.scene.looks(at + 1, text::NUM | text::GLUED) && self.scene.looks(at + 2, text::NUM | text::GLUED) {
            let date = if first > 1900 {
                NaiveDate::from_ymd_opt(i32::try_from(first).ok()?, value(at + 1)?, value(at + 2)?)
            } else {
                NaiveDate::from_ymd_opt(i32::try_from(value(at + 2)?).ok()?, value(at + 1)?, first)
            };
            return date.map(|date| (at + 3, Some(Span::Day(date))));
        }
        if self.scene.sign(at + 1, '/') && self.scene.sign(at + 3, '/') {
            let year = i32::try_from(value(at + 4)?).ok()?;
            let date = NaiveDate::from_ymd_opt(year, value(at + 2)?, first).or_else(|| NaiveDate::from_ymd_opt(year, first, value(at + 2)?));
            return date.map(|date| (at + 5, Some(Span::Day(date))));
        }
        None
    }

    /// This year, next year, this month, this fall, the year, the decade.
    fn relative(&self, at: usize) -> Option<(usize, Option<Span>)> {
        let the = at + usize::from(self.any(at, &["the"]));
        let (next, skip) = if self.is(the, "next") || self.is(the, "coming") || self.is(the, "following") {
            (1, 1)
        } else if self.is(the, "this") || self.is(the, "current") {
            (0, 1)
        } else {
            (0, 0)
        };
        let word = the + skip;
        if skip == 1 && self.any(word, &["calendar", "fiscal", "financial"]) && self.is(word + 1, "year") {
            return Some((word + 2, self.day.map(|day| Span::Year(day.year() + next))));
        }
        let bare = skip == 0;
        // Without "this" or "next", only behind "the end of".
        let ended = at > 0 && self.any(at - 1, &["of", "the"]) && (self.any(at.saturating_sub(2), &["end", "close", "of", "half", "quarter", "beginning"]));
        if bare && !ended {
            return None;
        }
        let end = word + 1;
        if self.is(word, "year") {
            return Some((end, self.day.map(|day| Span::Year(day.year() + next))));
        }
        if self.is(word, "decade") {
            return Some((end, self.day.map(|day| Span::Decade(day.year() / 10 * 10 + next * 10))));
        }
        if self.is(word, "month") {
            let day = self.day.and_then(|day| calendar::after(day.with_day(1)?, u32::try_from(next).unwrap_or(0), Unit::Month));
            return Some((end, day.map(|day| Span::Month(day.year(), day.month()))));
        }
        if self.is(word, "week") && !bare {
            return Some((end, None));
        }
        if self.scene.has(word, is::SEASON) && !bare {
            let month = self.season(word);
            let year = self.day.map(|day| day.year() + next + i32::from(month + 2 < day.month() && next == 0));
            return Some((end, year.map(|year| Span::Season(year, month))));
        }
        if !bare && self.month(word) > 0 {
            return Some((end, self.day.map(|day| Span::Month(calendar::next_month(day, self.month(word)), self.month(word)))));
        }
        None
    }

    /// Spans counted from the day of the text: "six months", "the next two years", "the coming weeks", "the months ahead".
    fn span(&self, at: usize, open: Open) -> Option<(usize, DueMeaning)> {
        let the = at + usize::from(self.is(at, "the")) + usize::from(self.is(at, "a") && self.is(at + 1, "period"));
        let coming = self.any(the, &["next", "coming", "following"]);
        let from = the + usize::from(coming);
        let few = self.any(from, &["few", "several", "couple"]);
        let from = from + usize::from(few) + usize::from(few && self.is(from + 1, "of"));
        if let Some(count) = self.count(from).filter(|_| coming || open == Open::By || open == Open::Before) {
            let bracket = from + 1 + if self.scene.sign(from + 1, '(') { 3 } else { 0 };
            let unit = bracket + usize::from(self.any(bracket, &["calendar", "working", "business"]));
            let kind = self.unit(unit)?;
            let mut end = unit + 1;
            // "within six months of the date this memorandum becomes operative": counted from something else.
            let other = self.any(end, &["of", "after", "from", "following"]);
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
        let ahead = self.any(from + 1, &["ahead"]) || self.is(from + 1, "to") && self.is(from + 2, "come");
        if coming || ahead {
            let end = from + 1 + if ahead { 1 + usize::from(self.is(from + 1, "to")) } else { 0 };
            return Some((end, self.day.map_or(DueMeaning::Unresolved, |day| calendar::coming(day, kind))));
        }
        None
    }

    fn clause_end(&self, at: usize) -> usize {
        let limit = self.scene.tokens.len().min(at + 14);
        (at..limit).find(|n| self.scene.sign(*n, ',') || self.scene.sign(*n, ';') || self.scene.sign(*n, '.')).unwrap_or(limit)
    }

    /// An occasion as a deadline; answers where its words end.
    fn occasion(&self, start: usize, at: usize, open: Open) -> Option<usize> {
        let place = self.any(start, &["at", "in", "during", "by", "before", "through", "on", "for", "from", "after", "following"]);
        let strict = open == Open::Before || self.is(start, "by");
        if self.any(start, &["from", "through", "over", "after", "following", "around", "beyond", "within"]) {
            return None;
        }
        let limit = self.scene.tokens.len().min(at + 14);
        let mut coming = false;
        let mut capital = false;
        let mut n = at;
        while n < limit {
            let token = &self.scene.tokens[n];
            if !token.word() || self.scene.has(n, is::MODAL | is::BE | is::AND | is::WHICH | is::THAT) && !token.is(text::CAP) {
                break;
            }
            if n > at + 1 && self.scene.has(n, is::PREP) && !self.scene.has(n, is::OF) {
                break;
            }
            let word = &self.text[token.lo..token.hi];
            coming |= self.any(n, &["next", "upcoming", "forthcoming", "coming"]) || self.scene.words[n].ordinal > 1 || (word.len() <= 4 && word.ends_with("th") && word.as_bytes()[0].is_ascii_digit());
            capital |= token.is(text::CAP);
            let cop = token.is(text::CAP) && word.len() >= 5 && word.starts_with("COP") && word[3..].bytes().all(|b| b.is_ascii_digit());
            let short = self.is(n, "cop") && self.scene.looks(n + 1, text::NUM);
            if cop || short {
                let end = n + 1 + usize::from(short);
                let more = self.scene.has(end, is::AND) && self.scene.looks(end + 1, text::CAP) && self.scene.tokens[end + 1].hi - self.scene.tokens[end + 1].lo <= 4;
                return (place || strict).then_some(if more { end + 2 } else { end });
            }
            if self.scene.has(n, is::OCCASION) && !self.scene.has(n + 1, is::OCCASION | is::MEETING) {
                let enough = coming || (strict && (capital || self.is(at, "the") || self.is(at, "their"))) || (capital && self.is(start, "at") && self.any(n, &["summit", "conference", "assembly"]));
                // "hosted by the committee", "proscribed by the council": those who do it, not a time.
                let doer = self.is(start, "by") && (self.any(n, &["committee", "commission", "council", "review", "presidency", "visit"]) || start > 0 && (self.scene.looks(start - 1, text::ED) || self.scene.words[start - 1].form & crate::lexicon::form::PARTICIPLE != 0));
                if !enough || doer {
                    return None;
                }
                let mut end = n + 1;
                // "the Leaders' Summit in New Delhi", "the summit in Seoul in 2026"
                if self.any(end, &["in", "of", "on"]) && self.scene.looks(end + 1, text::CAP) {
                    end += 2;
                    while end < limit + 4 && self.scene.looks(end, text::CAP) {
                        end += 1;
                    }
                }
                return Some(end);
            }
            n += 1;
        }
        None
    }
}
