//! Dates, months, seasons, years and their kin, in the orders in which people write them.

use super::calendar::{self, Span, Unit};
use super::find::Reader;
use crate::lexicon::is;
use crate::text;
use chrono::{Datelike, NaiveDate};

/// Years that are not counted from January.
const YEARS: [u64; 6] = text::hashes(["calendar", "fiscal", "financial", "academic", "school", "budget"]);

/// What stands before two years.
const PERIODS: [u64; 2] = text::hashes(["period", "years"]);

impl Reader<'_> {
    /// A span of the calendar at `at`; `Some(None)` where it needs the day of the text and there is none.
    pub(super) fn calendar(&self, at: usize) -> Option<(usize, Option<Span>)> {
        // 15 March 2026, 15th of March 2026, March 15, 2026, March 2026, March.
        let number = |n: usize| {
            self.scene
                .tokens
                .get(n)
                .filter(|token| token.word() && self.day_number(token) > 0)
                .map(|token| self.day_number(token))
        };
        let at = at + usize::from(self.is(at, const { text::hash("the") }) && number(at + 1).is_some());
        if let Some(day) = number(at) {
            let of = at + 1 + usize::from(self.is(at + 1, const { text::hash("of") }));
            if self.month(of) > 0 {
                let comma = of + 1 + usize::from(self.scene.sign(of + 1, ','));
                return Some(self.day_of(self.month(of), day, comma, of + 1));
            }
        }
        if self.month(at) > 0 {
            let month = self.month(at);
            let stop = at
                + 1
                + usize::from(self.scene.sign(at + 1, '.') && self.scene.tokens[at].hi - self.scene.tokens[at].lo < 5);
            if self.year(stop).is_none()
                && let Some(day) = number(stop)
            {
                let comma = stop + 1 + usize::from(self.scene.sign(stop + 1, ','));
                return Some(self.day_of(month, day, comma, stop + 1));
            }
            let year_at = stop + usize::from(self.scene.sign(stop, ',') || self.is(stop, const { text::hash("of") }));
            if let Some(year) = self.year(year_at) {
                return Some((year_at + 1, Some(Span::Month(year, month))));
            }
            let relative = stop + usize::from(self.is(stop, const { text::hash("of") }));
            if let Some((end, Some(Span::Year(year)))) = self.relative(relative) {
                return Some((end, Some(Span::Month(year, month))));
            }
            if let Some((end, None)) = self.relative(relative) {
                return Some((end, None));
            }
            if self.is(at, const { text::hash("may") }) || self.is(at, const { text::hash("march") }) {
                let prep = at > 0
                    && (self.scene.has(at - 1, is::PREP)
                        || self.any(at - 1, &const { text::hashes(["early", "late", "mid", "next", "until"]) }));
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
            let (end, span) = self.second_year(at, year);
            if end > at + 1 {
                let kind = usize::from(self.any(end, &YEARS) && self.is(end + 1, const { text::hash("year") }));
                return Some((end + 2 * kind, span));
            }
            // "2030 Agenda": a name.
            let named = self.scene.looks(at + 1, text::CAP)
                && self.scene.tokens[at + 1].lo <= self.scene.tokens[at].hi + 2
                && !self.scene.has(at + 1, is::MEETING | is::OCCASION);
            if named {
                return None;
            }
            return Some((at + 1, Some(Span::Year(year))));
        }
        // "the 2020s", "the period 2026-2030", "the 2026/27 financial year"
        let the = at + usize::from(self.is(at, const { text::hash("the") }));
        let the = the + usize::from(self.any(the, &PERIODS) && self.year(the + 1).is_some());
        if the > at
            && let Some(year) = self.year(the)
            && (self.any(the - 1, &PERIODS) || self.second_year(the, year).0 > the + 1 || self.any(the + 1, &YEARS))
        {
            let (end, span) = self.second_year(the, year);
            let kind = usize::from(self.any(end, &YEARS) && self.is(end + 1, const { text::hash("year") }));
            return Some((end + 2 * kind, span));
        }
        if let Some(token) = self.scene.tokens.get(the).filter(|token| token.hi - token.lo == 5) {
            let word = &self.text[token.lo..token.hi];
            if let Some(year) = word
                .strip_suffix('s')
                .and_then(|year| year.parse::<i32>().ok())
                .filter(|year| (1900..2200).contains(year))
            {
                return Some((the + 1, Some(Span::Decade(year))));
            }
        }
        // "the summer of 2026", "spring 2026"
        if self.scene.has(the, is::SEASON) {
            let of = the + 1 + usize::from(self.is(the + 1, const { text::hash("of") }));
            if let Some(year) = self.year(of) {
                return Some((of + 1, Some(Span::Season(year, self.season(the)))));
            }
        }
        // "the 2026 fiscal year", "the academic year 2026/27"
        let (of_year, kind) = (self.any(the, &YEARS) && self.is(the + 1, const { text::hash("year") }), the + 2);
        if of_year && let Some(year) = self.year(kind) {
            return Some(self.second_year(kind, year));
        }
        // "fiscal year 2026", "FY 2026"
        if self.is(at, const { text::hash("fy") })
            || self.any(at, &YEARS) && self.is(at + 1, const { text::hash("year") })
        {
            let n = if self.is(at, const { text::hash("fy") }) { at + 1 } else { at + 2 };
            if let Some(year) = self.year(n) {
                return Some((n + 1, Some(Span::Year(year))));
            }
        }
        self.relative(at)
    }

    /// "2026-27", "2026-2027" and "2026/27" end with their second year.
    fn second_year(&self, at: usize, year: i32) -> (usize, Option<Span>) {
        let slash = usize::from(self.scene.sign(at + 1, '/') || self.scene.sign(at + 1, '–'));
        let to = usize::from(self.is(at + 1, const { text::hash("to") }) && self.year(at + 2).is_some());
        let next = at + 1 + slash + to;
        if self.scene.looks(next, text::NUM) && (slash + to > 0 || self.scene.looks(next, text::GLUED)) {
            let second = i32::try_from(self.scene.tokens[next].value).unwrap_or(0);
            let second = if second < 100 { second + year / 100 * 100 } else { second };
            if second > year && second < year + 20 {
                return (next + 1, Some(Span::Year(second)));
            }
        }
        (at + 1, Some(Span::Year(year)))
    }

    /// The first month of a season, of the northern half of the world.
    fn season(&self, at: usize) -> u32 {
        match () {
            () if self.is(at, const { text::hash("spring") }) => 3,
            () if self.is(at, const { text::hash("summer") }) => 6,
            () if self.is(at, const { text::hash("winter") }) => 12,
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
            let date = NaiveDate::from_ymd_opt(year, value(at + 2)?, first)
                .or_else(|| NaiveDate::from_ymd_opt(year, first, value(at + 2)?));
            return date.map(|date| (at + 5, Some(Span::Day(date))));
        }
        None
    }

    /// This year, next year, this month, this fall, the year, the decade.
    fn relative(&self, at: usize) -> Option<(usize, Option<Span>)> {
        let the = at + usize::from(self.any(at, &const { text::hashes(["the"]) }));
        let (next, skip) = if self.is(the, const { text::hash("next") })
            || self.is(the, const { text::hash("coming") })
            || self.is(the, const { text::hash("following") })
        {
            (1, 1)
        } else if self.is(the, const { text::hash("this") }) || self.is(the, const { text::hash("current") }) {
            (0, 1)
        } else {
            (0, 0)
        };
        let word = the + skip;
        // "by year's end"
        if self.any(at, &const { text::hashes(["year", "month"]) })
            && self.scene.looks(at, text::POSS)
            && self.is(at + 1, const { text::hash("end") })
        {
            let year = self.is(at, const { text::hash("year") });
            let span = |day: chrono::NaiveDate| {
                if year { Span::Year(day.year()) } else { Span::Month(day.year(), day.month()) }
            };
            return Some((at + 2, self.day.map(span)));
        }
        let ending = at > 0 && self.any(at - 1, &const { text::hashes(["of", "the"]) });
        if (skip == 1 || ending) && self.any(word, &YEARS) && self.is(word + 1, const { text::hash("year") }) {
            return Some((word + 2, self.day.map(|day| Span::Year(day.year() + next))));
        }
        let bare = skip == 0;
        // "in the autumn", "before the onset of winter"
        if bare
            && self.scene.has(word, is::SEASON)
            && (the > at || at > 0 && self.is(at - 1, const { text::hash("of") }))
            && !self.is(word + 1, const { text::hash("of") })
            && (at > 0 && self.scene.has(at - 1, is::PREP)
                || self.any(at.wrapping_sub(1), &const { text::hashes(["in", "by", "before", "of"]) }))
        {
            let month = self.season(word);
            let year = self.day.map(|day| day.year() + i32::from(month + 2 < day.month()));
            return Some((word + 1, year.map(|year| Span::Season(year, month))));
        }
        // Without "this" or "next", only behind "the end of".
        let ended = at > 0
            && self.any(at - 1, &const { text::hashes(["of", "the"]) })
            && (self.any(
                at.saturating_sub(2),
                &const { text::hashes(["end", "close", "of", "half", "quarter", "beginning"]) },
            ));
        // "within the year"
        let within = the > at && at > 0 && self.is(at - 1, const { text::hash("within") });
        if bare && !ended && !within {
            return None;
        }
        let end = word + 1;
        if self.is(word, const { text::hash("year") }) {
            return Some((end, self.day.map(|day| Span::Year(day.year() + next))));
        }
        if self.is(word, const { text::hash("decade") }) {
            return Some((end, self.day.map(|day| Span::Decade(day.year() / 10 * 10 + next * 10))));
        }
        if self.is(word, const { text::hash("month") }) {
            let day = self
                .day
                .and_then(|day| calendar::after(day.with_day(1)?, u32::try_from(next).unwrap_or(0), Unit::Month));
            return Some((end, day.map(|day| Span::Month(day.year(), day.month()))));
        }
        if self.is(word, const { text::hash("week") }) && !bare {
            return Some((end, None));
        }
        if self.scene.has(word, is::SEASON) && !bare {
            let month = self.season(word);
            let year = self.day.map(|day| day.year() + next + i32::from(month + 2 < day.month() && next == 0));
            return Some((end, year.map(|year| Span::Season(year, month))));
        }
        if !bare && self.month(word) > 0 {
            return Some((
                end,
                self.day.map(|day| Span::Month(calendar::next_month(day, self.month(word)), self.month(word))),
            ));
        }
        None
    }
}
