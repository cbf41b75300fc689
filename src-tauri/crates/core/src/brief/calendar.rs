//! Days of the register for a calendar: meetings, due days, days to give notice.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::mark::Mark;
use crate::clock::{Day, Instant};

/// A calendar, whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calendar {
    /// Its name: the dossier's title.
    pub name: String,
    /// When it was made.
    pub made_at: Instant,
    /// The highest marking of its entries.
    pub marking: Mark,
    /// The name proposed for its file, without an ending.
    pub file_name: String,
    /// Its entries, by day.
    pub entries: Vec<Entry>,
}

/// An entry of a calendar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// Stable for as long as the thing stands in the register, and the same in every calendar made of it.
    pub uid: String,
    /// Raised with every change of the row: a second import then updates.
    pub sequence: u32,
    /// When the row was changed last.
    pub changed_at: Instant,
    /// What it is called.
    pub title: String,
    /// What else is to be said; may be empty.
    pub description: String,
    /// Town or venue; may be empty.
    pub place: String,
    /// Its marking.
    pub mark: Mark,
    /// What kind of entry it is.
    pub what: What,
}

/// What kind of entry it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum What {
    /// A meeting.
    Event {
        /// When it takes place.
        time: Time,
        /// Whether it was cancelled.
        cancelled: bool,
        /// Whether its day is not certain: planned for a month, or postponed.
        tentative: bool,
    },
    /// Something to be done by a day.
    ToDo {
        /// By when.
        due: Day,
        /// Day it was done; none while it is open.
        done_on: Option<Day>,
        /// How many days before to remind of it.
        remind: u16,
    },
}

/// The days or hours of a meeting.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Time {
    /// Whole days, the last one included.
    Days {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// From hour to hour, as clocks show them in a zone.
    Hours {
        /// From.
        from: NaiveDateTime,
        /// To.
        to: NaiveDateTime,
        /// IANA name of the zone: `Asia/Kolkata`.
        zone: String,
    },
}
