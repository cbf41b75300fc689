//! Reading commitments in lists: the review, Today, and what hangs on filters.

use super::{CommitmentRow, DecisionCounts, InstrumentRow, MeetingRow, MoveView, NextMeeting, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{Delivery, Exception, Freshness, Level, Status},
};

/// What a review looks ahead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReviewFrame {
    /// A coming meeting.
    Meeting {
        /// Which one.
        id: Id,
    },
    /// A day.
    Day {
        /// Which one.
        on: Day,
    },
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By track, exceptions first, then by due date.
    #[default]
    Review,
    /// By due date, soonest first, then by ref.
    Due,
    /// By ref.
    Ref,
    /// By the day it was last heard of, longest ago first.
    Heard,
    /// By title, letters without case and accents.
    Title,
    /// By the day it was made, oldest first.
    Made,
    /// By how often it was put off, fewest first.
    Slips,
    /// By the day it was last on the table, longest ago first.
    Raised,
    /// By track in the dossier's order, then by due date.
    Track,
    /// By status in the order of its vocabulary, then by due date.
    Status,
    /// By who owes it: us, them, both, named parties; then by due date.
    Bound,
    /// By strength: firm, intent, soft; then by due date.
    Strength,
    /// By the name of the owner that leads, then by due date; those without one last.
    Owner,
}

impl Sort {
    /// Every order.
    pub const ALL: &'static [Self] = &[
        Self::Review,
        Self::Due,
        Self::Ref,
        Self::Heard,
        Self::Title,
        Self::Made,
        Self::Slips,
        Self::Raised,
        Self::Track,
        Self::Status,
        Self::Bound,
        Self::Strength,
        Self::Owner,
    ];
}

/// What a list is parted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// The track.
    Track,
    /// The body or person that leads.
    Owner,
    /// The body that leads, or whose person does.
    Body,
    /// The meeting it was made at.
    Meeting,
    /// The status.
    Status,
    /// The month it is due in.
    DueMonth,
}

wire! {
    /// Which commitments, in which order, and which stretch of them.
    pub struct CommitmentQuery {
        /// What "due before" looks ahead to; 30 days from the dossier's day where left out.
        pub frame: Option<ReviewFrame>,
        /// Open ones (true), closed ones (false), or all.
        pub open: Option<bool>,
        /// Only these tracks; all where empty.
        pub tracks: Vec<Id>,
        /// Only these delivery lamps; all where empty.
        pub delivery: Vec<Delivery>,
        /// Only these freshness lamps; all where empty.
        pub freshness: Vec<Freshness>,
        /// Only those with one of these exceptions; all where empty.
        pub exceptions: Vec<Exception>,
        /// Only those with no exception (true), or with at least one (false).
        pub on_course: Option<bool>,
        /// For a meeting: only those on which something was decided (true), or nothing (false).
        pub decided: Option<bool>,
        /// Only these states; all where empty.
        pub statuses: Vec<Status>,
        /// Only those this body or person has a part in.
        pub owner: Option<Id>,
        /// Only those this party is bound by.
        pub party: Option<Id>,
        /// Only those made at this meeting, or due by it.
        pub meeting: Option<Id>,
        /// Only those of this dialogue's meetings.
        pub dialogue: Option<Id>,
        /// Only those due by this meeting.
        pub due_by: Option<Id>,
        /// Only those due on or before this day.
        pub due_before: Option<Day>,
        /// What is searched for, in the search language: words of ref, title, wording and owners, and `field:value`.
        pub words: String,
        /// In which order.
        pub sort: Sort,
        /// Whether the order is turned round; a review's is not.
        pub descending: bool,
        /// What the list is parted by; within a part the order holds. A review is parted by track as it is.
        pub group: Option<Grouping>,
        /// From a page's `next`; none for the beginning.
        pub after: Option<String>,
        /// At most 500.
        pub limit: u32,
    }
}

wire! {
    /// A stretch of a list.
    pub struct CommitmentPage {
        /// The rows.
        pub rows: Vec<CommitmentRow>,
        /// Where the next page begins; none at the end.
        pub next: Option<String>,
    }
}

wire! {
    /// How long a list is, and where in it things stand: what a scroll bar needs to be true.
    pub struct ListPlaces {
        /// How many rows it has in all.
        pub total: u32,
        /// Its parts, in order; empty where it is not parted.
        pub groups: Vec<ListGroup>,
        /// Where stretches can begin besides the beginning, in order.
        pub marks: Vec<ListMark>,
    }
}

wire! {
    /// A part of a list.
    pub struct ListGroup {
        /// What its rows have in common: an id, a word, or a month `2026-03`; empty where they have none.
        pub key: String,
        /// Its name, for a person.
        pub label: String,
        /// The place of its first row, from 0.
        pub first: u32,
        /// How many rows it has.
        pub count: u32,
    }
}

wire! {
    /// A place in a list that a stretch can begin at.
    pub struct ListMark {
        /// How many rows stand before it.
        pub at: u32,
        /// The query's `after` for it.
        pub after: String,
    }
}

wire! {
    /// Open commitments counted, for a track or for all.
    #[derive(Default)]
    pub struct Tally {
        /// The track; none for the total.
        pub track: Option<Id>,
        /// Open and past their day.
        pub overdue: u32,
        /// Blocked.
        pub blocked: u32,
        /// Due from the dossier's day to the frame's.
        pub due_before: u32,
        /// Not heard of for more than 90 days, or never.
        pub stale: u32,
        /// The meeting they were due by was cancelled.
        pub cancelled: u32,
        /// With at least one exception.
        pub exceptions: u32,
        /// With none.
        pub on_course: u32,
        /// Delivery lamp red.
        pub red: u32,
        /// Delivery lamp amber.
        pub amber: u32,
        /// Delivery lamp green.
        pub green: u32,
        /// Delivery lamp grey.
        pub grey: u32,
        /// All of them.
        pub open: u32,
    }
}

wire! {
    /// The head of a review: what it looks ahead to, and the counts.
    pub struct ReviewView {
        /// What it looks ahead to.
        pub frame: ReviewFrame,
        /// For a person: `Review before the leaders' meeting, New York`.
        pub title: String,
        /// The day looked ahead to.
        pub on: Day,
        /// Days until then.
        pub days: i32,
        /// The meeting's level.
        pub level: Option<Level>,
        /// Who meets, in one line: heads of delegation entered for the meeting.
        pub who: String,
        /// When the same dialogue or level last met.
        pub last_met: Option<MeetingRow>,
        /// A tally for each track that has open commitments.
        pub tracks: Vec<Tally>,
        /// The sum of all tracks.
        pub total: Tally,
        /// How far its decisions have come; none where it looks ahead to a day.
        pub decisions: Option<DecisionCounts>,
        /// Coming meetings to choose from.
        pub coming: Vec<NextMeeting>,
    }
}

wire! {
    /// What the day brings.
    pub struct TodayView {
        /// The dossier's day.
        pub day: Day,
        /// Past their day, latest first; at most 12.
        pub overdue: Vec<CommitmentRow>,
        /// Due within 30 days; at most 12.
        pub due_soon: Vec<CommitmentRow>,
        /// Not heard of for more than 90 days, or never; at most 12.
        pub stale: Vec<CommitmentRow>,
        /// The meeting they were due by was cancelled; at most 12.
        pub cancelled: Vec<CommitmentRow>,
        /// What moved with its meeting in the last 30 days, newest first.
        pub moves: Vec<MoveView>,
        /// Meetings to come within 30 days, soonest first; at most 12.
        pub meetings: Vec<MeetingRow>,
        /// How many those are.
        pub meeting_count: u32,
        /// Held meetings whose record is not final, newest first; at most 12.
        pub drafts: Vec<MeetingRow>,
        /// How many those are.
        pub draft_count: u32,
        /// Instruments on which notice is due, or which end, within 90 days; soonest first, at most 12.
        pub notices: Vec<InstrumentRow>,
        /// How many those are.
        pub notice_count: u32,
        /// Instruments signed more than a year ago and not in force; longest first, at most 12.
        pub not_in_force: Vec<InstrumentRow>,
        /// How many those are.
        pub not_in_force_count: u32,
        /// The counts behind the lists.
        pub tally: Tally,
        /// How many are due within 30 days.
        pub due_soon_count: u32,
    }
}

wire! {
    /// Help while a query is typed. Places are in Unicode scalar values.
    pub struct QueryHelp {
        /// What is wrong so far.
        pub problem: Option<QueryProblem>,
        /// Where what an offer replaces begins.
        pub from: u32,
        /// One past its end.
        pub to: u32,
        /// What could stand there.
        pub offers: Vec<QueryOffer>,
    }
}

wire! {
    /// What is wrong with a query, and where.
    pub struct QueryProblem {
        /// First Unicode scalar value of the spot, from 0.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// What is wrong and what would be right, for a person.
        pub message: String,
    }
}

wire! {
    /// Something that could stand at the cursor.
    pub struct QueryOffer {
        /// What is put in.
        pub insert: String,
        /// What is shown.
        pub label: String,
        /// What it asks; empty for values.
        pub help: String,
    }
}
