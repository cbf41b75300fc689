//! Where each commitment stands: derived columns that lists sort and filter by, kept in the transaction of the row.

use rusqlite::OptionalExtension as _;

use super::{
    Session, Touched,
    journal::{word, word_or_none},
    rows::value,
    trend::{Trend, month_at},
};
use crate::{
    clock::{Day, Instant, stored},
    error::Result,
    id::Id,
    row::{Value, unreadable},
    vocabulary::Status,
};

/// Stands for "no date" and sorts after every day.
pub(super) const NO_DATE: &str = "9999-12-31";
/// Stands for "no date, since its meeting was cancelled": not before any day that is one.
pub(super) const ADRIFT: &str = "9999-12-30";
/// Stands for "never" and sorts before every day.
pub(super) const NEVER: &str = "0000-00-00";

/// Where a commitment stands, whatever the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Its status.
    pub(crate) status: Status,
    /// Whether it is blocked.
    pub(crate) blocked: bool,
    /// The day its due date comes to.
    pub(crate) due_on: Option<Day>,
    /// Day of the newest follow-up.
    pub(crate) heard_on: Option<Day>,
    /// Whether the meeting that it was due by was cancelled.
    pub(crate) adrift: bool,
    /// How often it was put off.
    pub(crate) slips: u32,
    /// Whether its date was changed while it was overdue.
    pub(crate) was_overdue: bool,
    /// How many of its periods were kept, and how many missed.
    pub(crate) periods: (u32, u32),
}

impl Standing {
    /// Whether work on it is expected: neither closed nor suspended nor delivered.
    pub(crate) fn under_way(&self) -> bool {
        matches!(self.status, Status::NotStarted | Status::InProgress)
    }
}

/// The most rows of a kind that hang on one commitment and are gone through for it.
///
/// A bound lets them be gone through where they lie: without it the database would first gather those of all
/// commitments, where a past day is read.
macro_rules! bounded {
    ($rows:expr) => {
        concat!("(", $rows, " LIMIT 1000000) bounded")
    };
}
pub(super) use bounded;

/// What a commitment's standing is, derived from the rows; but for its number, which it keeps. The commitments `c` that
/// it is derived for follow.
pub(super) const DERIVED: &str = concat!(
    "
SELECT c.id AS commitment_id, c.ref, folded(c.title) AS title, c.track_id,
       c.status IN ('not_started', 'in_progress', 'delivered', 'suspended') AS is_open,
       c.status, c.blocked,
       coalesce(CASE c.due_kind WHEN 'meeting' THEN (SELECT CASE m.state WHEN 'cancelled' THEN '9999-12-30' ELSE m.begins_on END
                                                         FROM meeting m WHERE m.id = c.due_meeting_id)
                                ELSE c.due_on END, '9999-12-31') AS due_on,
       coalesce((SELECT f.day FROM follow_up f WHERE f.commitment_id = c.id ORDER BY f.day DESC LIMIT 1),
                '0000-00-00') AS heard_on,
       coalesce(c.made_on, '0000-00-00') AS made_on,
       (SELECT count(*) FROM ",
    bounded!("SELECT d.slip FROM due_change d WHERE d.commitment_id = c.id AND d.slip = true"),
    ") AS slips,
       c.bound, c.strength,
       coalesce((SELECT coalesce(l.person_id, l.body_id) FROM (SELECT o.id, o.person_id, o.body_id FROM owner o
                  WHERE o.commitment_id = c.id AND o.role = 'lead' ORDER BY o.id LIMIT 1) l), '') AS lead_id,
       coalesce((SELECT l.body_id FROM (SELECT o.id, o.body_id FROM owner o
                  WHERE o.commitment_id = c.id AND o.role = 'lead' ORDER BY o.id LIMIT 1) l), '') AS lead_body_id,
       coalesce(c.meeting_id, '') AS meeting_id,
       coalesce((SELECT m.begins_on FROM meeting m
                  WHERE m.id IN (SELECT r.meeting_id FROM raising r WHERE r.commitment_id = c.id UNION ALL SELECT c.meeting_id)
                    AND m.state || '' = 'held' AND m.begins_on || '' <> ''
                  ORDER BY m.begins_on DESC LIMIT 1), '0000-00-00') AS raised_on,
       coalesce((SELECT string_agg(bounded.ids, ' ' ORDER BY bounded.ids) FROM ",
    bounded!(
        "SELECT coalesce(o.body_id, '') || ' ' || coalesce(o.person_id, '') AS ids FROM owner o WHERE o.commitment_id = c.id"
    ),
    "), '') || CASE c.bound WHEN 'named' THEN ' ' || c.bound_parties ELSE '' END AS parts,
       coalesce(c.due_meeting_id, c.due_event) AS due_by,
       (SELECT count(*) FROM ",
    bounded!(
        "SELECT d.id FROM due_change d WHERE d.commitment_id = c.id
            AND (d.late_days > 0 OR (d.late_days IS NULL AND d.from_on < d.day))"
    ),
    ") > 0 AS was_overdue,
       (SELECT count(*) FROM ",
    bounded!("SELECT p.id FROM period p WHERE p.commitment_id = c.id AND p.outcome = 'kept'"),
    ") AS kept,
       (SELECT count(*) FROM ",
    bounded!("SELECT p.id FROM period p WHERE p.commitment_id = c.id AND p.outcome = 'missed'"),
    ") AS missed,
       coalesce((SELECT m.dialogue_id FROM meeting m WHERE m.id = c.meeting_id), '') AS dialogue_id,
       (SELECT count(*) FROM ",
    bounded!("SELECT n.id FROM mention n WHERE n.commitment_id = c.id"),
    ") + (SELECT count(*) FROM ",
    bounded!("SELECT l.id FROM link l WHERE l.to_id = c.id AND l.kind || '' = 'reaffirms'"),
    ") AS reaffirmed,
       coalesce((SELECT substr(j.at, 1, 10) FROM journal j
                  WHERE j.noun = 'commitment' AND j.row_id = c.id AND j.revision = 1 ORDER BY j.seq LIMIT 1),
                '0000-00-00') AS created_on,
       coalesce((SELECT substr(j.at, 1, 10) FROM journal j
                  WHERE j.noun = 'commitment' AND j.row_id = c.id AND j.revision = c.revision ORDER BY j.seq DESC LIMIT 1),
                '0000-00-00') AS changed_on,
       coalesce(c.their_status, '') AS theirs
  FROM"
);

pub(super) const COLUMNS: &str =
    "commitment_id, ref, title, track_id, is_open, status, blocked, due_on, heard_on, made_on, slips,
                       bound, strength, lead_id, lead_body_id, meeting_id, raised_on, parts, due_by, was_overdue, kept, missed,
                       dialogue_id, reaffirmed, created_on, changed_on, theirs";

const ENTER: &str =
    "INSERT INTO standing (commitment_id, ref, title, track_id, is_open, status, blocked, due_on, heard_on, made_on,
                           slips, bound, strength, lead_id, lead_body_id, meeting_id, raised_on, parts, due_by, was_overdue, kept, missed,
                           dialogue_id, reaffirmed, created_on, changed_on, theirs, number)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
             ?23, ?24, ?25, ?26, ?27,
             (SELECT coalesce(max(number), 0) + 1 FROM standing))";

/// The statement that changes those columns of a standing that differ, and their values: an index that holds none of
/// them is not written to.
fn change<'v>(kept: &[Value], derived: &'v [Value]) -> (String, Vec<&'v Value>) {
    let mut values: Vec<&Value> = derived.first().into_iter().collect();
    let mut columns = Vec::new();
    for ((column, kept), derived) in COLUMNS.split(',').zip(kept).zip(derived).skip(1) {
        if kept != derived {
            values.push(derived);
            columns.push(format!("{} = ?{}", column.trim(), values.len()));
        }
    }
    (format!("UPDATE standing SET {} WHERE commitment_id = ?1", columns.join(", ")), values)
}

/// What counting needs of a row of [`COLUMNS`].
pub(super) struct Counted {
    pub(super) track: String,
    pub(super) open: bool,
    pub(super) standing: Standing,
    pub(super) bound: String,
    /// Who has a part in it, by id, parted by blanks.
    pub(super) parts: String,
    /// The meeting it was made at; empty where none.
    pub(super) meeting: String,
    /// The dialogue of that meeting; empty where none.
    pub(super) dialogue: String,
    /// The meeting or the outside event it is due by; empty where none.
    pub(super) due_by: String,
}

/// Whether a text stands for no day.
fn no_day(text: &str) -> bool {
    text == NO_DATE || text == NEVER || text == ADRIFT
}

/// What counting needs of a row of [`COLUMNS`].
pub(super) fn counted(values: &[Value]) -> Result<Counted> {
    fn at<T: crate::row::Column>(values: &[Value], column: usize) -> Result<T> {
        let value = values.get(column).cloned().unwrap_or(Value::Null);
        T::from_value(value).map_err(|e| unreadable("a standing", &e))
    }
    let day = |column: usize| -> Result<Option<Day>> {
        let text: String = at(values, column)?;
        if no_day(&text) { Ok(None) } else { at(values, column).map(Some) }
    };
    let standing = Standing {
        status: at(values, 5)?,
        blocked: at(values, 6)?,
        due_on: day(7)?,
        heard_on: day(8)?,
        adrift: at::<String>(values, 7)? == ADRIFT,
        slips: u32::try_from(at::<i32>(values, 10)?).unwrap_or(0),
        was_overdue: at(values, 19)?,
        periods: (0, 0),
    };
    Ok(Counted {
        track: at(values, 3)?,
        open: at(values, 4)?,
        standing,
        bound: at(values, 11)?,
        meeting: at(values, 15)?,
        parts: at(values, 17)?,
        due_by: at(values, 18)?,
        dialogue: at(values, 22)?,
    })
}

/// A column that holds a day; none where there is none, or a text stands for "no date" or "never".
pub(super) fn day(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Day>> {
    let read = |text: &str| if no_day(text) { Some(None) } else { stored(text).map(Some) };
    word_or_none(row, at, read).map(Option::flatten)
}

/// Whether a column of due days says that the meeting was cancelled.
pub(super) fn adrift(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<bool> {
    Ok(row.get_ref(at)?.as_str()? == ADRIFT)
}

impl Session<'_> {
    /// Derives the standing of these commitments anew, writes what differs from what was kept, and counts it anew.
    pub(super) fn refresh_standing(&self, touched: &Touched, at: Instant) -> Result<()> {
        let mut counting = self.counting()?;
        let month = month_at(at);
        let mut trend = Trend::default();
        for commitment in touched.standing.union(&touched.heard) {
            let id = commitment.to_string();
            let kept = self.columns_of(&format!("SELECT {COLUMNS} FROM standing WHERE commitment_id = ?1"), &id)?;
            let derived = match &kept {
                Some(kept) if !touched.standing.contains(commitment) => Some(self.heard_otherwise(kept, &id)?),
                _ => self.columns_of(&format!("{DERIVED} commitment c WHERE c.id = ?1"), &id)?,
            };
            if kept == derived {
                continue;
            }
            if let Some(values) = &kept {
                counting.out(values)?;
                trend.count(&counted(values)?.standing, &month, -1);
            }
            let Some(values) = derived else {
                self.fail(self.prepare("DELETE FROM standing WHERE commitment_id = ?1")?.execute([&id]))?;
                continue;
            };
            counting.within(&values)?;
            trend.count(&counted(&values)?.standing, &month, 1);
            let (sql, values) = match &kept {
                Some(kept) => change(kept, &values),
                None => (ENTER.to_owned(), values.iter().collect()),
            };
            self.fail(self.prepare(&sql)?.execute(rusqlite::params_from_iter(values)))?;
        }
        self.add_to_trend(&trend)?;
        self.count_again(&counting)
    }

    /// The row of a standing that is as it was kept but for the day on which something was last heard: everything else
    /// that it is derived from, in a dozen tables, need not be read again.
    fn heard_otherwise(&self, kept: &[Value], commitment: &str) -> Result<Vec<Value>> {
        let mut statement =
            self.prepare("SELECT f.day FROM follow_up f WHERE f.commitment_id = ?1 ORDER BY f.day DESC LIMIT 1")?;
        let last: Option<String> = self.fail(statement.query_row([commitment], |row| row.get(0)).optional())?;
        let heard = Value::Text(last.unwrap_or_else(|| NEVER.to_owned()));
        let each = COLUMNS.split(',').zip(kept);
        Ok(each.map(|(column, kept)| if column.trim() == "heard_on" { heard.clone() } else { kept.clone() }).collect())
    }

    /// Derives the standing of every commitment, numbered in the order of their creation. The indexes are made anew
    /// afterwards, which takes a fraction of the time that it takes to enter each row in each of them.
    pub(super) fn derive_standing(&self) -> Result<()> {
        self.run("DELETE FROM standing")?;
        let indexes = self.without_indexes("tbl_name = 'standing'")?;
        self.run(&format!("INSERT INTO standing ({COLUMNS}) {DERIVED} commitment c ORDER BY c.id"))?;
        self.with_indexes(&indexes)
    }

    /// The row of a standing, kept or derived.
    fn columns_of(&self, sql: &str, commitment: &str) -> Result<Option<Vec<Value>>> {
        let mut found = None;
        self.each_standing(sql, &[&commitment], |values| {
            found = Some(values.to_vec());
            Ok(())
        })?;
        Ok(found)
    }

    /// The rows of standings that a statement selects, with all columns of [`COLUMNS`].
    pub(super) fn each_standing(
        &self,
        sql: &str,
        with: &[&dyn rusqlite::ToSql],
        mut each: impl FnMut(&[Value]) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = self.fail(statement.query(with))?;
        while let Some(row) = self.fail(rows.next())? {
            let values: Vec<Value> =
                (0..columns).map(|at| value(self.fail(row.get_ref(at))?)).collect::<Result<_>>()?;
            each(&values)?;
        }
        Ok(())
    }

    /// Where a commitment stands.
    pub(crate) fn standing(&self, commitment: Id) -> Result<Option<Standing>> {
        let mut statement = self.prepare(
            "SELECT status, blocked, due_on, heard_on, slips, was_overdue, kept, missed FROM standing
              WHERE commitment_id = ?1",
        )?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        Ok(Some(Standing {
            status: self.fail(word(row, 0, Status::from_word))?,
            blocked: self.fail(row.get(1))?,
            due_on: self.fail(day(row, 2))?,
            heard_on: self.fail(day(row, 3))?,
            adrift: self.fail(adrift(row, 2))?,
            slips: self.fail(row.get(4))?,
            was_overdue: self.fail(row.get(5))?,
            periods: (self.fail(row.get(6))?, self.fail(row.get(7))?),
        }))
    }

    /// Refs of commitments whose kept standing is not what their rows say; at most 100.
    pub(crate) fn strayed_standings(&self) -> Result<Vec<String>> {
        self.column(&format!(
            "SELECT coalesce(d.ref, s.ref) FROM ({DERIVED} commitment c) d
               FULL OUTER JOIN (SELECT {COLUMNS} FROM standing) s ON s.commitment_id = d.commitment_id
              WHERE s.commitment_id IS NULL OR d.commitment_id IS NULL
                 OR (s.ref, s.title, s.track_id, s.is_open, s.status, s.blocked, s.due_on, s.heard_on, s.made_on,
                     s.slips, s.bound, s.strength, s.lead_id, s.lead_body_id, s.meeting_id, s.raised_on, s.parts,
                     s.due_by, s.was_overdue, s.kept, s.missed, s.dialogue_id, s.reaffirmed,
                     s.created_on, s.changed_on, s.theirs)
                 <> (d.ref, d.title, d.track_id, d.is_open, d.status, d.blocked, d.due_on, d.heard_on, d.made_on,
                     d.slips, d.bound, d.strength, d.lead_id, d.lead_body_id, d.meeting_id, d.raised_on, d.parts,
                     d.due_by, d.was_overdue, d.kept, d.missed, d.dialogue_id, d.reaffirmed,
                     d.created_on, d.changed_on, d.theirs)
              LIMIT 100"
        ))
    }
}
