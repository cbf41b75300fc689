//! Adding periods to days. The two ways of counting, and their sources, stand in the module above.

use chrono::{Datelike as _, Days, Months};

use crate::{clock::Day, vocabulary::PeriodUnit, wire::Period};

/// The last year that is reckoned with: days are compared as text elsewhere, and have four digits of years there.
const LAST_YEAR: i32 = 9999;

/// A stretch of time as months and days, of which one is nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Length {
    /// Months; a year is twelve.
    pub(crate) months: u32,
    /// Days.
    pub(crate) days: u64,
}

impl From<Period> for Length {
    fn from(period: Period) -> Self {
        let length = u32::try_from(period.length).unwrap_or(0);
        match period.unit {
            PeriodUnit::Days => Self { months: 0, days: u64::from(length) },
            PeriodUnit::Months => Self { months: length, days: 0 },
            PeriodUnit::Years => Self { months: length.saturating_mul(12), days: 0 },
        }
    }
}

impl Length {
    /// Whether two lengths can be added without saying which comes first.
    pub(crate) fn is_like(self, other: Self) -> bool {
        (self.months == 0) == (other.months == 0)
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { months: self.months.saturating_add(other.months), days: self.days.saturating_add(other.days) }
    }
}

/// A day that is reckoned with; none beyond the last year.
fn within(day: Option<Day>) -> Option<Day> {
    day.filter(|day| day.year() <= LAST_YEAR)
}

/// The first day after a term that begins on `first`: that of the same date, or where there is none, the first of the
/// following month.
pub(crate) fn next_begins(first: Day, length: Length) -> Option<Day> {
    let clamped = first.checked_add_months(Months::new(length.months))?;
    let day = if length.months > 0 && clamped.day() < first.day() { clamped.succ_opt()? } else { clamped };
    within(day.checked_add_days(Days::new(length.days)))
}

/// The last day of a term that begins on `first`; none where it has no end.
#[cfg(test)]
pub(crate) fn term_ends(first: Day, length: Length) -> Option<Day> {
    next_begins(first, length)?.pred_opt()
}

/// The last day of a time-limit that runs from an event: the day of the event is left out.
pub(crate) fn runs_out(event: Day, length: Length) -> Option<Day> {
    within(event.checked_add_months(Months::new(length.months))?.checked_add_days(Days::new(length.days)))
}

/// The last day from which such a time-limit surely runs out by `end`.
pub(crate) fn last_before(end: Day, length: Length) -> Option<Day> {
    end.checked_sub_months(Months::new(length.months))?.checked_sub_days(Days::new(length.days))
}

/// The first day of a day's month.
pub(crate) fn first_of_month(day: Day) -> Option<Day> {
    day.with_day(1)
}

/// The first day of a day's year.
pub(crate) fn first_of_year(day: Day) -> Option<Day> {
    Day::from_ymd_opt(day.year(), 1, 1)
}

/// The first day of the month after a day's.
pub(crate) fn first_of_next_month(day: Day) -> Option<Day> {
    within(first_of_month(day)?.checked_add_months(Months::new(1)))
}
