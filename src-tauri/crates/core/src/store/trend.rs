//! How many commitments were open, overdue and stale at each month's end, as it was known then: kept as what changes
//! from month to month, in the transaction of the row. `check` derives it again from the journal.
//!
//! A commitment that stands as it does becomes overdue, or stale, at the end of a month that is known beforehand. When
//! it comes to stand so, it is added to that month, or to the month of the act where that is later; when it comes to
//! stand otherwise, it is taken out of the same month, or of the month of the act. The sums up to a month are then what
//! counting the commitments as of its end would give.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Days;
use rusqlite::params;

use super::{Session, Standing};
use crate::{
    clock::{Day, Instant},
    commitment::STALE_AFTER,
    error::Result,
    id::Id,
    row::{Record, unreadable},
    vocabulary::{Noun, Status},
};

/// What is counted, in the order of the table's columns.
const COUNTED: usize = 3;

/// A month, `YYYY-MM`: their order as text is their order in time.
pub(crate) fn month_of(day: Day) -> String {
    day.format("%Y-%m").to_string()
}

/// What changes from month to month.
#[derive(Debug, Default)]
pub(super) struct Trend(BTreeMap<String, [i64; COUNTED]>);

impl Trend {
    /// A commitment comes to stand so (`by` 1), or stands so no longer (`by` -1), in an act of `month`.
    pub(super) fn count(&mut self, standing: &Standing, month: &str, by: i64) {
        let from = |day: Option<Day>| day.map_or_else(|| month.to_owned(), |day| month_of(day).max(month.to_owned()));
        let mut add = |what: usize, month: String| self.0.entry(month).or_default()[what] += by;
        if standing.status.is_open() {
            add(0, month.to_owned());
        }
        if let (true, Some(due)) = (standing.under_way(), standing.due_on) {
            add(1, from(due.checked_add_days(Days::new(1))));
        }
        if standing.status.is_open() && standing.status != Status::Suspended {
            add(2, from(standing.heard_on.and_then(|on| on.checked_add_days(Days::new(STALE_AFTER + 1)))));
        }
    }
}

/// What the journal says of a commitment, so far as it bears on where it stands.
struct Told {
    status: Status,
    due_on: Option<Day>,
    due_meeting: Option<Id>,
}

/// The register as the journal tells it, entry by entry.
#[derive(Default)]
struct Replay {
    commitments: HashMap<Id, Told>,
    /// Days of follow-ups, by commitment; how many of each day.
    heard: HashMap<Id, BTreeMap<Day, u32>>,
    follow_ups: HashMap<Id, (Id, Day)>,
    begins: HashMap<Id, Day>,
    /// Commitments whose due date is a meeting's.
    following: HashMap<Id, BTreeSet<Id>>,
    trend: Trend,
}

fn day(record: &Record, column: &str) -> Result<Option<Day>> {
    let text = record.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| unreadable("a day", text))
}

impl Replay {
    fn standing(&self, commitment: Id) -> Option<Standing> {
        let told = self.commitments.get(&commitment)?;
        Some(Standing {
            status: told.status,
            blocked: false,
            due_on: match told.due_meeting {
                Some(meeting) => self.begins.get(&meeting).copied(),
                None => told.due_on,
            },
            heard_on: self.heard.get(&commitment).and_then(|days| days.last_key_value()).map(|(day, _)| *day),
            adrift: false,
            slips: 0,
            was_overdue: false,
            periods: (0, 0),
        })
    }

    fn count(&mut self, commitments: &BTreeSet<Id>, month: &str, by: i64) {
        for commitment in commitments {
            if let Some(standing) = self.standing(*commitment) {
                self.trend.count(&standing, month, by);
            }
        }
    }

    /// Goes on by one entry of the journal, entered in `month`.
    fn go_on(&mut self, noun: Noun, id: Id, after: Option<&Record>, month: &str) -> Result<()> {
        let touched: BTreeSet<Id> = match noun {
            Noun::Commitment => BTreeSet::from([id]),
            Noun::FollowUp => {
                let now = after.and_then(|record| record.id("commitment_id"));
                self.follow_ups.get(&id).map(|(of, _)| *of).into_iter().chain(now).collect()
            }
            Noun::Meeting => self.following.get(&id).cloned().unwrap_or_default(),
            _ => return Ok(()),
        };
        self.count(&touched, month, -1);
        match noun {
            Noun::Commitment => self.commitment(id, after)?,
            Noun::FollowUp => self.follow_up(id, after)?,
            // What is due by a meeting that was cancelled is due on no day.
            _ => match after
                .filter(|record| record.text("state") != "cancelled")
                .map(|record| day(record, "begins_on"))
                .transpose()?
                .flatten()
            {
                Some(on) => drop(self.begins.insert(id, on)),
                None => drop(self.begins.remove(&id)),
            },
        }
        self.count(&touched, month, 1);
        Ok(())
    }

    fn commitment(&mut self, id: Id, after: Option<&Record>) -> Result<()> {
        let before = self.commitments.remove(&id);
        if let Some(of) = before.and_then(|told| told.due_meeting).and_then(|of| self.following.get_mut(&of)) {
            of.remove(&id);
        }
        let Some(record) = after else { return Ok(()) };
        let status = record.text("status");
        let told = Told {
            status: Status::from_word(status).ok_or_else(|| unreadable("a status", status))?,
            due_on: day(record, "due_on")?,
            due_meeting: record.id("due_meeting_id").filter(|_| record.text("due_kind") == "meeting"),
        };
        if let Some(meeting) = told.due_meeting {
            self.following.entry(meeting).or_default().insert(id);
        }
        self.commitments.insert(id, told);
        Ok(())
    }

    fn follow_up(&mut self, id: Id, after: Option<&Record>) -> Result<()> {
        if let Some((of, on)) = self.follow_ups.remove(&id)
            && let Some(days) = self.heard.get_mut(&of)
            && let Some(count) = days.get_mut(&on)
        {
            *count -= 1;
            if *count == 0 {
                days.remove(&on);
            }
        }
        let Some(record) = after else { return Ok(()) };
        if let (Some(of), Some(on)) = (record.id("commitment_id"), day(record, "day")?) {
            self.follow_ups.insert(id, (of, on));
            *self.heard.entry(of).or_default().entry(on).or_default() += 1;
        }
        Ok(())
    }
}

impl Session<'_> {
    /// Adds what an act changed.
    pub(super) fn add_to_trend(&self, trend: &Trend) -> Result<()> {
        let mut write = self.prepare(
            "INSERT INTO trend (month, open, overdue, stale) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (month) DO UPDATE SET open = trend.open + excluded.open,
               overdue = trend.overdue + excluded.overdue, stale = trend.stale + excluded.stale",
        )?;
        for (month, [open, overdue, stale]) in trend.0.iter().filter(|(_, by)| **by != [0; COUNTED]) {
            self.fail(write.execute(params![month, open, overdue, stale]))?;
        }
        Ok(())
    }

    /// Derives what changed from month to month from the journal.
    pub(super) fn derive_trend(&self) -> Result<()> {
        self.run("DELETE FROM trend")?;
        self.add_to_trend(&self.replayed_trend()?)
    }

    fn replayed_trend(&self) -> Result<Trend> {
        let mut replay = Replay::default();
        let mut statement = self.prepare(
            "SELECT noun, row_id, after, at FROM journal WHERE noun IN ('commitment', 'follow_up', 'meeting') ORDER BY seq",
        )?;
        let mut rows = self.fail(statement.query([]))?;
        while let Some(row) = self.fail(rows.next())? {
            let noun = self.fail(super::journal::word(row, 0, Noun::from_word))?;
            let text = |at: usize| self.fail(row.get_ref(at).and_then(|text| Ok(text.as_str()?)));
            let id: Id = text(1)?.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
            let after = self.fail(row.get_ref(2).and_then(|text| Ok(text.as_str_or_null()?)))?;
            let after = after.map(Record::parse).transpose()?;
            let at = text(3)?;
            let month = at.get(..7).ok_or_else(|| unreadable("an instant", at))?;
            replay.go_on(noun, id, after.as_ref(), month)?;
        }
        Ok(replay.trend)
    }

    /// The changes of each month before one: month, open, overdue, stale.
    pub(crate) fn trend_before(&self, month: &str) -> Result<Vec<(String, [i64; COUNTED])>> {
        let mut statement =
            self.prepare("SELECT month, open, overdue, stale FROM trend WHERE month < ?1 ORDER BY month")?;
        let rows = statement.query_map([month], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?])));
        self.fail(rows.and_then(Iterator::collect))
    }

    /// Whether the kept changes are those that the journal tells, in a sentence where they are not.
    pub(crate) fn strayed_trend(&self) -> Result<Option<String>> {
        let mut kept: BTreeMap<String, [i64; COUNTED]> = self.trend_before("~")?.into_iter().collect();
        let mut told = self.replayed_trend()?.0;
        kept.retain(|_, by| *by != [0; COUNTED]);
        told.retain(|_, by| *by != [0; COUNTED]);
        Ok((kept != told)
            .then(|| "What was open at each month’s end is counted otherwise than the journal tells.".into()))
    }
}

/// The month of an act.
pub(super) fn month_at(at: Instant) -> String {
    month_of(at.date_naive())
}
