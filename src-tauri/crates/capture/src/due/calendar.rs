//! What words of time mean against the day of the text.

use crate::DueMeaning;
use chrono::{Datelike, Months, NaiveDate, TimeDelta};

/// A part of a year, month or other span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its first third.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third.
    Late,
    /// Its end.
    End,
    /// Its beginning.
    Start,
    /// A half, from 1.
    Half(u8),
    /// A quarter, from 1.
    Quarter(u8),
}

/// A span named by a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// A year.
    Year(i32),
    /// A decade, by its first year.
    Decade(i32),
    /// A month of a year.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
    /// A season of a year, by its first month; winter runs into the next year.
    Season(i32, u32),
}

/// How a deadline opens: whether it names a last day or a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// By, until, within, no later than.
    By,
    /// Before, ahead of: the last day before.
    Before,
    /// In, during, on, over.
    In,
}

/// The last day of a month.
fn last(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

fn months(year: i32, from: u32, to: u32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, from, 1)?, last(year, to)?))
}

/// First and last day of a part of a span.
pub fn days(span: Span, part: Part) -> Option<(NaiveDate, NaiveDate)> {
    match (span, part) {
        (Span::Year(y), Part::Early) => months(y, 1, 4),
        (Span::Year(y), Part::Mid) => months(y, 5, 8),
        (Span::Year(y), Part::Late) => months(y, 9, 12),
        (Span::Year(y), Part::Half(n)) => months(y, if n == 1 { 1 } else { 7 }, if n == 1 { 6 } else { 12 }),
        (Span::Year(y), Part::Quarter(n)) => {
            let n = u32::from(n.clamp(1, 4));
            months(y, n * 3 - 2, n * 3)
        }
        (Span::Year(y), Part::Start) => months(y, 1, 1),
        (Span::Year(y), _) => months(y, 1, 12),
        (Span::Decade(y), _) => Some((NaiveDate::from_ymd_opt(y, 1, 1)?, NaiveDate::from_ymd_opt(y + 9, 12, 31)?)),
        (Span::Month(y, m), part) => {
            let (first, end) = months(y, m, m)?;
            Some(match part {
                Part::Early | Part::Start => (first, first.with_day(10)?),
                Part::Mid => (first.with_day(11)?, first.with_day(20)?),
                Part::Late => (first.with_day(21)?, end),
                _ => (first, end),
            })
        }
        (Span::Season(y, m), _) => {
            let first = NaiveDate::from_ymd_opt(y, m, 1)?;
            Some((first, first.checked_add_months(Months::new(3))?.pred_opt()?))
        }
        (Span::Day(day), _) => Some((day, day)),
    }
}

/// What a deadline on a span means.
pub fn meaning(open: Open, span: Span, part: Part) -> DueMeaning {
    let Some((first, end)) = days(span, part) else { return DueMeaning::Unresolved };
    match (open, part) {
        (Open::Before | Open::In, Part::End) | (Open::By, _) => DueMeaning::Day(end),
        (Open::Before, _) => first.pred_opt().map_or(DueMeaning::Unresolved, DueMeaning::Day),
        (Open::In, _) if first == end => DueMeaning::Day(end),
        (Open::In, _) => DueMeaning::Interval(first, end),
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// So many units after a day.
pub fn after(day: NaiveDate, count: u32, unit: Unit) -> Option<NaiveDate> {
    let count = count.min(4000);
    match unit {
        Unit::Day => day.checked_add_signed(TimeDelta::days(i64::from(count))),
        Unit::Week => day.checked_add_signed(TimeDelta::weeks(i64::from(count))),
        Unit::Month => day.checked_add_months(Months::new(count)),
        Unit::Year => day.checked_add_months(Months::new(count * 12)),
        Unit::Decade => day.checked_add_months(Months::new(count * 120)),
    }
}

/// "The coming weeks": how far vague spans reach. Eight weeks, six months, three years.
pub fn coming(day: NaiveDate, unit: Unit) -> DueMeaning {
    let end = match unit {
        Unit::Day => after(day, 14, Unit::Day),
        Unit::Week => after(day, 8, Unit::Week),
        Unit::Month => after(day, 6, Unit::Month),
        Unit::Year => after(day, 3, Unit::Year),
        Unit::Decade => after(day, 1, Unit::Decade),
    };
    end.map_or(DueMeaning::Unresolved, |end| DueMeaning::Interval(day, end))
}

/// The year that a month without one belongs to: the next such month from the day of the text on.
pub fn next_month(day: NaiveDate, month: u32) -> i32 {
    if month >= day.month() { day.year() } else { day.year() + 1 }
}
