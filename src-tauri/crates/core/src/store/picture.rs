//! What the pictures ask: rounds and dates along time, by dialogue; and what was said again.

use rusqlite::params;

use super::{
    Session,
    journal::word,
    standing::{NEVER, bounded, day},
    tally::LANE,
};
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    row::{Column as _, unreadable},
    vocabulary::{MeetingState, Status},
    wire::{HeardOn, MonthDues, MonthRounds, SaidAgain, TimeDue, TimeRound},
};

/// What has a date in a month: its track, its dialogue, the month with both counts.
pub(crate) struct DueCount {
    pub(crate) track: String,
    pub(crate) dialogue: Option<Id>,
    pub(crate) dues: MonthDues,
}

/// A commitment that was said again.
pub(crate) struct Said {
    pub(crate) id: Id,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) track: Id,
    pub(crate) status: Status,
    pub(crate) made_on: Option<Day>,
    pub(crate) due_on: Option<Day>,
    pub(crate) heard_on: Option<Day>,
    pub(crate) times: u32,
}

fn id(text: &str) -> Result<Id> {
    text.parse().map_err(|e| unreadable("an id", &format!("{e}")))
}

impl Session<'_> {
    /// The first and last day on which a meeting begins.
    pub(crate) fn meeting_days(&self) -> Result<(Option<Day>, Option<Day>)> {
        let one = |order: &str| -> Result<Option<Day>> {
            let found: Vec<String> = self.column(&format!(
                "SELECT begins_on FROM meeting WHERE begins_on > '' ORDER BY begins_on {order} LIMIT 1"
            ))?;
            found.first().map(|text| text.parse().map_err(|_| unreadable("a day", text))).transpose()
        };
        Ok((one("ASC")?, one("DESC")?))
    }

    /// Rounds of a dialogue, or meetings of none, by month.
    pub(crate) fn month_rounds(&self, dialogue: Option<Id>, from: Day, to: Day) -> Result<Vec<MonthRounds>> {
        let which = if dialogue.is_some() { "= ?3" } else { "IS ?3" };
        let mut statement = self.prepare(&format!(
            "SELECT substr(begins_on, 1, 7) AS month, count(CASE WHEN state = 'held' THEN 1 END),
                    count(CASE WHEN state <> 'held' THEN 1 END)
               FROM meeting WHERE dialogue_id {which} AND begins_on >= ?1 AND begins_on <= ?2
              GROUP BY substr(begins_on, 1, 7) ORDER BY month"
        ))?;
        let dialogue = dialogue.map(|dialogue| dialogue.to_string());
        let rows = statement.query_map(params![from.to_value(), to.to_value(), dialogue], |row| {
            Ok(MonthRounds { month: row.get(0)?, held: row.get(1)?, others: row.get(2)? })
        });
        self.fail(rows.and_then(Iterator::collect))
    }

    /// The same, one by one.
    pub(crate) fn time_rounds(&self, dialogue: Option<Id>, from: Day, to: Day) -> Result<Vec<TimeRound>> {
        let which = if dialogue.is_some() { "= ?3" } else { "IS ?3" };
        let mut statement = self.prepare(&format!(
            "SELECT id, title, ordinal, state, begins_on, coalesce(ends_on, '9999-12-31') FROM meeting
              WHERE dialogue_id {which} AND begins_on >= ?1 AND begins_on <= ?2 ORDER BY begins_on, id"
        ))?;
        let dialogue = dialogue.map(|dialogue| dialogue.to_string());
        let mut rows = self.fail(statement.query(params![from.to_value(), to.to_value(), dialogue]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let Some(begins_on) = self.fail(day(row, 4))? else { continue };
            found.push(TimeRound {
                id: id(&self.fail(row.get::<_, String>(0))?)?,
                title: self.fail(row.get(1))?,
                ordinal: self.fail(row.get(2))?,
                state: self.fail(word(row, 3, MeetingState::from_word))?,
                begins_on,
                ends_on: self.fail(day(row, 5))?.filter(|ends| *ends > begins_on),
            });
        }
        Ok(found)
    }

    /// All that has a date, by track, dialogue and month.
    pub(crate) fn due_counts(&self) -> Result<Vec<DueCount>> {
        let mut found = Vec::new();
        for (what, (open, all)) in self.kept(LANE)? {
            let mut parts = what.splitn(3, ':');
            let (Some(track), Some(dialogue), Some(month)) = (parts.next(), parts.next(), parts.next()) else {
                return Err(unreadable("a count", &what));
            };
            let dialogue = if dialogue.is_empty() { None } else { Some(id(dialogue)?) };
            if all > 0 {
                let dues = MonthDues { month: month.to_owned(), open, closed: all - open };
                found.push(DueCount { track: track.to_owned(), dialogue, dues });
            }
        }
        Ok(found)
    }

    /// Commitments due from one day to another, with the dialogue each was made in.
    pub(crate) fn time_dues(
        &self,
        from: Day,
        to: Day,
        today: Day,
        track: Option<Id>,
        dialogue: Option<Id>,
    ) -> Result<Vec<(Option<Id>, TimeDue)>> {
        let which = match (track, dialogue) {
            (_, Some(_)) => "s.dialogue_id = ?3 AND (?4 IS NULL OR s.track_id = ?4)",
            (Some(_), None) => "s.track_id = ?4 AND s.is_open IN (true, false) AND ?3 IS NULL",
            (None, None) => "s.is_open IN (true, false) AND ?3 IS NULL AND ?4 IS NULL",
        };
        let mut statement = self.prepare(&format!(
            "SELECT s.dialogue_id, s.commitment_id, s.ref, c.title, s.made_on, s.due_on, s.status
               FROM standing s JOIN commitment c ON c.id = s.commitment_id
              WHERE {which} AND s.due_on >= ?1 AND s.due_on <= ?2 ORDER BY s.due_on, s.ref"
        ))?;
        let text = |id: Option<Id>| id.map(|id| id.to_string());
        let mut rows =
            self.fail(statement.query(params![from.to_value(), to.to_value(), text(dialogue), text(track)]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let Some(due_on) = self.fail(day(row, 5))? else { continue };
            let status = self.fail(word(row, 6, Status::from_word))?;
            let of: String = self.fail(row.get(0))?;
            let due = TimeDue {
                id: id(&self.fail(row.get::<_, String>(1))?)?,
                r#ref: self.fail(row.get(2))?,
                title: self.fail(row.get(3))?,
                made_on: self.fail(day(row, 4))?,
                due_on,
                status,
                overdue: matches!(status, Status::NotStarted | Status::InProgress) && due_on < today,
            };
            found.push((if of.is_empty() { None } else { Some(id(&of)?) }, due));
        }
        Ok(found)
    }

    /// Commitments of a status that were said again, the most often said first, then those not heard of longest.
    pub(crate) fn said_again(&self, status: Status, limit: usize) -> Result<Vec<Said>> {
        let mut statement = self.prepare(
            "SELECT s.commitment_id, s.ref, c.title, s.track_id, s.made_on, s.due_on, s.heard_on, s.reaffirmed
               FROM standing s JOIN commitment c ON c.id = s.commitment_id
              WHERE s.status = ?1 AND s.reaffirmed > 0 ORDER BY s.reaffirmed DESC, s.heard_on, s.ref LIMIT ?2",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut rows = self.fail(statement.query(params![status.word(), limit]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            found.push(Said {
                id: id(&self.fail(row.get::<_, String>(0))?)?,
                reference: self.fail(row.get(1))?,
                title: self.fail(row.get(2))?,
                track: id(&self.fail(row.get::<_, String>(3))?)?,
                status,
                made_on: self.fail(day(row, 4))?,
                due_on: self.fail(day(row, 5))?,
                heard_on: self.fail(day(row, 6))?,
                times: self.fail(row.get(7))?,
            });
        }
        Ok(found)
    }

    /// How many commitments of a status were said again.
    pub(crate) fn count_said_again(&self, status: Status) -> Result<u32> {
        let mut statement = self.prepare("SELECT count(*) FROM standing s WHERE s.status = ?1 AND s.reaffirmed > 0")?;
        self.fail(statement.query_row([status.word()], |row| row.get(0)))
    }

    /// Where a commitment was said again: in texts, and by commitments that reaffirm it.
    pub(crate) fn said_of(&self, commitment: Id) -> Result<Vec<SaidAgain>> {
        let mut statement = self.prepare(concat!(
            "SELECT coalesce(t.dated_on, (SELECT m.begins_on FROM meeting m WHERE m.id = t.meeting_id), '9999-12-31') AS said_on,
                    t.title AS said_by
               FROM ",
            bounded!("SELECT n.passage_id FROM mention n WHERE n.commitment_id = ?1"),
            "
               JOIN passage p ON p.id = bounded.passage_id JOIN text t ON t.id = p.text_id
             UNION ALL
             SELECT coalesce(c.made_on, '9999-12-31'), c.ref || ' ' || c.title
               FROM ",
            bounded!("SELECT l.from_id FROM link l WHERE l.to_id = ?1 AND l.kind || '' = 'reaffirms'"),
            "
               JOIN commitment c ON c.id = bounded.from_id
              ORDER BY said_on, said_by"
        ))?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            found.push(SaidAgain { on: self.fail(day(row, 0))?, by: self.fail(row.get(1))? });
        }
        Ok(found)
    }

    /// The newest follow-ups of a commitment, newest first.
    pub(crate) fn heard_of(&self, commitment: Id, limit: u32) -> Result<Vec<HeardOn>> {
        let mut statement = self.prepare(
            "SELECT f.day, f.our_status IS NOT NULL FROM follow_up f WHERE f.commitment_id = ?1
              ORDER BY f.day DESC LIMIT ?2",
        )?;
        let mut rows = self.fail(statement.query(params![commitment.to_string(), limit]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            if let Some(on) = self.fail(day(row, 0))? {
                found.push(HeardOn { on, status: self.fail(row.get(1))? });
            }
        }
        Ok(found)
    }

    /// How many follow-ups a commitment had from a day on, or ever.
    pub(crate) fn heard_since(&self, commitment: Id, day: Option<Day>) -> Result<u32> {
        let mut statement =
            self.prepare("SELECT count(*) FROM follow_up f WHERE f.commitment_id = ?1 AND f.day >= ?2")?;
        self.fail(
            statement.query_row(
                params![commitment.to_string(), day.map_or(NEVER.to_owned(), |day| day.to_string())],
                |row| row.get(0),
            ),
        )
    }
}
