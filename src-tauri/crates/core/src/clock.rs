//! Time enters the register here and nowhere else.
//!
//! A [`Clock`] answers one question: what instant is it? The *day* a dossier reckons with is derived from it, or
//! fixed by the dossier itself (the sample does), see [`crate::Dossier::day`].

use chrono::{DateTime, Datelike as _, NaiveDate, SecondsFormat, SubsecRound, Utc};

/// A calendar day, `YYYY-MM-DD`, without a time zone.
pub type Day = NaiveDate;

/// A point in time, UTC, to the millisecond.
pub type Instant = DateTime<Utc>;

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;

    /// The calendar day it is for the person at the machine.
    fn today(&self) -> Day {
        self.now().date_naive()
    }
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[allow(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Utc::now().trunc_subsecs(3)
    }

    fn today(&self) -> Day {
        chrono::Local::now().date_naive()
    }
}

/// A clock that stands where it is put: for tests, and for a register that is built as of past days.
#[derive(Debug)]
pub struct SetClock(std::sync::Mutex<Instant>);

impl SetClock {
    /// A clock that shows `instant` until it is set anew.
    #[must_use]
    pub fn at(instant: Instant) -> Self {
        Self(std::sync::Mutex::new(instant))
    }

    /// Puts the clock to `instant`.
    pub fn set(&self, instant: Instant) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = instant;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl<C: Clock + ?Sized> Clock for std::sync::Arc<C> {
    fn now(&self) -> Instant {
        (**self).now()
    }

    fn today(&self) -> Day {
        (**self).today()
    }
}

/// RFC 3339 with milliseconds and `Z`, the form in which instants are stored: its text order is the order in time.
#[must_use]
pub fn stamp(instant: Instant) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The last instant of a day (UTC).
#[must_use]
pub(crate) fn end_of(day: Day) -> Instant {
    day.and_hms_milli_opt(23, 59, 59, 999).map_or(Instant::MAX_UTC, |at| at.and_utc())
}

/// A day as people read it, without ambiguity: `19 Jul 2011`.
#[must_use]
pub fn spoken(day: Day) -> String {
    format!("{} {}", day.day(), spoken_month(day))
}

/// The month of a day as people read it: `Jul 2011`. Lists show very many; a pattern would be read anew for each.
pub(crate) fn spoken_month(day: Day) -> String {
    match (MONTHS.get(day.month0() as usize), day.year()) {
        (Some(month), year @ 0..=9999) => format!("{month} {year:04}"),
        _ => day.format("%b %Y").to_string(),
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day in the form in which it is stored, `2011-07-19`: of the one form that they have without a look at any other.
pub(crate) fn stored(text: &str) -> Option<Day> {
    let digits = |from: usize, to: usize| {
        let of = text.get(from..to).filter(|of| of.bytes().all(|byte| byte.is_ascii_digit()))?;
        of.parse::<u32>().ok()
    };
    let usual = || {
        let dashed = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let year = digits(0, 4).filter(|_| dashed)?;
        Day::from_ymd_opt(i32::try_from(year).ok()?, digits(5, 7)?, digits(8, 10)?)
    };
    usual().or_else(|| text.parse().ok())
}
