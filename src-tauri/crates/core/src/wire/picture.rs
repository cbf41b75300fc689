//! Pictures: the time line, the trend, and what was said again and again.

use super::wire;
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{MeetingState, Stage, Status},
};

wire! {
    /// A stretch of the time line.
    pub struct TimeLineQuery {
        /// Its first day.
        pub from: Day,
        /// Its last day.
        pub to: Day,
        /// Only dialogues that deal with this track, and what was promised on it.
        pub track: Option<Id>,
        /// Only this dialogue.
        pub dialogue: Option<Id>,
    }
}

wire! {
    /// A round, or a meeting by itself.
    pub struct TimeRound {
        /// Its id.
        pub id: Id,
        /// Its title.
        pub title: String,
        /// Its number among the rounds of its dialogue.
        pub ordinal: Option<i32>,
        /// Planned, held, postponed, cancelled.
        pub state: MeetingState,
        /// First day.
        pub begins_on: Day,
        /// Last day, where it has several.
        pub ends_on: Option<Day>,
    }
}

wire! {
    /// Rounds of a month, where there are too many to show each.
    pub struct MonthRounds {
        /// `2026-06`.
        pub month: String,
        /// Held.
        pub held: u32,
        /// Planned, postponed or cancelled.
        pub others: u32,
    }
}

wire! {
    /// A commitment with a date, from the day it was made to the day it is due.
    pub struct TimeDue {
        /// The commitment.
        pub id: Id,
        /// Its reference.
        pub r#ref: String,
        /// Its title.
        pub title: String,
        /// The day it was made, where that is known.
        pub made_on: Option<Day>,
        /// The day it is due.
        pub due_on: Day,
        /// Its status.
        pub status: Status,
        /// Whether it is being worked on and past its day.
        pub overdue: bool,
    }
}

wire! {
    /// Commitments due in a month, where there are too many to show each.
    pub struct MonthDues {
        /// `2026-06`.
        pub month: String,
        /// Open.
        pub open: u32,
        /// Closed.
        pub closed: u32,
    }
}

wire! {
    /// An instrument, as long as it has effect.
    pub struct TimeTerm {
        /// The instrument.
        pub id: Id,
        /// Its reference.
        pub r#ref: String,
        /// What people call it, or its title.
        pub title: String,
        /// Its first day; none where only the last is known.
        pub from: Option<Day>,
        /// The last day of its current term, or the day it ended with; none where there is no end.
        pub to: Option<Day>,
        /// Where it stands.
        pub stage: Stage,
    }
}

wire! {
    /// What happened, and is to happen, in one dialogue; or without any.
    pub struct TimeLane {
        /// The dialogue; none for what belongs to none.
        pub dialogue: Option<Id>,
        /// Its full name.
        pub name: String,
        /// Its short name.
        pub short_name: String,
        /// Its rounds, in the order of days; empty where they are counted.
        pub rounds: Vec<TimeRound>,
        /// Its rounds by month; empty where each is shown.
        pub month_rounds: Vec<MonthRounds>,
        /// What was promised in it and has a date, in the order of dates; empty where it is counted.
        pub dues: Vec<TimeDue>,
        /// The same by month; empty where each is shown.
        pub month_dues: Vec<MonthDues>,
        /// Instruments of the dialogue, in the order of their first days.
        pub terms: Vec<TimeTerm>,
    }
}

wire! {
    /// Dialogues as lanes, over a stretch of time.
    pub struct TimeLineView {
        /// The dossier's day.
        pub day: Day,
        /// The first day of anything there is, whatever the stretch.
        pub first: Option<Day>,
        /// The last day of anything there is.
        pub last: Option<Day>,
        /// The dialogues, each followed by those beneath it; then what belongs to none.
        pub lanes: Vec<TimeLane>,
        /// Whether rounds are counted by month.
        pub rounds_counted: bool,
        /// Whether commitments are counted by month.
        pub dues_counted: bool,
        /// How many more instruments there are than are shown.
        pub terms_left: u32,
    }
}

wire! {
    /// The register at a month's end, as it was known then.
    pub struct TrendMonth {
        /// The last day of the month; for the month under way, the dossier's day.
        pub on: Day,
        /// Open.
        pub open: u32,
        /// Of those, past their day.
        pub overdue: u32,
        /// Of those, not heard of for more than 90 days.
        pub stale: u32,
    }
}

wire! {
    /// The register month by month.
    pub struct TrendView {
        /// The dossier's day.
        pub day: Day,
        /// Every month from the first in which anything was entered, to that of the dossier's day.
        pub months: Vec<TrendMonth>,
    }
}

wire! {
    /// Where a commitment was said again.
    pub struct SaidAgain {
        /// The day, where it is known.
        pub on: Option<Day>,
        /// The text that says it, or the commitment that reaffirms it.
        pub by: String,
    }
}

wire! {
    /// A follow-up, as a mark on a line of time.
    pub struct HeardOn {
        /// The day.
        pub on: Day,
        /// Whether it says how the commitment stands.
        pub status: bool,
    }
}

wire! {
    /// A commitment that was said again, and what came of it.
    pub struct ReiterationRow {
        /// The commitment.
        pub id: Id,
        /// Its reference.
        pub r#ref: String,
        /// Its title.
        pub title: String,
        /// Its track.
        pub track: Id,
        /// Its status.
        pub status: Status,
        /// The day it was made, where that is known.
        pub made_on: Option<Day>,
        /// The day it is due, where there is one.
        pub due_on: Option<Day>,
        /// How often it was said again.
        pub times: u32,
        /// Each of these, oldest first; those without a day last.
        pub said: Vec<SaidAgain>,
        /// Its newest follow-ups, oldest first; at most 60.
        pub heard: Vec<HeardOn>,
        /// How many follow-ups there were since it was first said again; of all where no day of that is known.
        pub heard_since: u32,
    }
}

wire! {
    /// Commitments being worked on that were said again, the most often said first.
    pub struct ReiterationView {
        /// The dossier's day.
        pub day: Day,
        /// At most 40. Of those said again equally often, first what is not started, then what was not heard of longest.
        pub rows: Vec<ReiterationRow>,
        /// How many there are in all.
        pub total: u32,
    }
}
