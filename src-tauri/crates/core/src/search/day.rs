//! Days as a query says them: `2026-06-01`, `2026-06`, `2026`, `today`, `+30`, `this-month`, `none`.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::clock::Day;

/// A unit of the calendar; weeks begin on Monday (ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Seven days from a Monday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

const UNITS: [(Unit, &str); 3] = [(Unit::Week, "week"), (Unit::Month, "month"), (Unit::Year, "year")];
const WHICH: [(i8, &str); 3] = [(-1, "last"), (0, "this"), (1, "next")];

/// A day or a stretch of days, still relative where the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayValue {
    /// No day at all.
    None,
    /// That day.
    On(Day),
    /// The whole of that month.
    Month(i32, u32),
    /// The whole of that year.
    Year(i32),
    /// So many days from today; negative before.
    From(i32),
    /// The last, this or the next week, month or year: −1, 0, 1.
    Unit(i8, Unit),
}

impl DayValue {
    /// Reads it; none where the words are no day.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "none" | "never" => return Some(Self::None),
            "today" => return Some(Self::From(0)),
            "tomorrow" => return Some(Self::From(1)),
            "yesterday" => return Some(Self::From(-1)),
            _ => {}
        }
        if let Some((which, unit)) = text.split_once('-')
            && let Some((which, _)) = WHICH.iter().find(|(_, word)| *word == which)
        {
            return UNITS.iter().find(|(_, word)| *word == unit).map(|(unit, _)| Self::Unit(*which, *unit));
        }
        if text.starts_with(['+', '-']) {
            let days: i32 = text.strip_suffix('d').unwrap_or(text).parse().ok()?;
            return (days.abs() <= 36_500).then_some(Self::From(days));
        }
        let parts: Vec<&str> = text.split('-').collect();
        if !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let year = || (parts[0].len() == 4).then(|| parts[0].parse::<i32>().ok()).flatten();
        match parts.as_slice() {
            [_] => year().map(Self::Year),
            [_, month] => {
                let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
                year().map(|year| Self::Month(year, month))
            }
            [_, month, day] => NaiveDate::from_ymd_opt(year()?, month.parse().ok()?, day.parse().ok()?).map(Self::On),
            _ => None,
        }
    }

    /// Back to text.
    pub(crate) fn write(self) -> String {
        match self {
            Self::None => "none".into(),
            Self::On(day) => day.format("%Y-%m-%d").to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::From(0) => "today".into(),
            Self::From(days) => format!("{days:+}"),
            Self::Unit(which, unit) => {
                let word =
                    |of: &[(i8, &'static str)]| of.iter().find(|(n, _)| *n == which).map_or("this", |(_, word)| word);
                let name = UNITS.iter().find(|(one, _)| *one == unit).map_or("month", |(_, word)| word);
                format!("{}-{name}", word(&WHICH))
            }
        }
    }

    /// The first and the last day it means, as of today; none for "no day at all" and beyond the calendar.
    pub(crate) fn range(self, today: Day) -> Option<(Day, Day)> {
        let month = |first: Day| Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?));
        match self {
            Self::None => None,
            Self::On(day) => Some((day, day)),
            Self::Month(year, number) => month(NaiveDate::from_ymd_opt(year, number, 1)?),
            Self::Year(year) => Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)),
            Self::From(days) => {
                let size = Days::new(u64::from(days.unsigned_abs()));
                let day = if days < 0 { today.checked_sub_days(size) } else { today.checked_add_days(size) }?;
                Some((day, day))
            }
            Self::Unit(which, Unit::Week) => {
                let monday = today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))?;
                let first = match which {
                    0 => monday,
                    n if n < 0 => monday.checked_sub_days(Days::new(7))?,
                    _ => monday.checked_add_days(Days::new(7))?,
                };
                Some((first, first.checked_add_days(Days::new(6))?))
            }
            Self::Unit(which, Unit::Month) => {
                let first = today.with_day(1)?;
                month(match which {
                    0 => first,
                    n if n < 0 => first.checked_sub_months(Months::new(1))?,
                    _ => first.checked_add_months(Months::new(1))?,
                })
            }
            Self::Unit(which, Unit::Year) => Self::Year(today.year() + i32::from(which)).range(today),
        }
    }
}
