//! Commitments and what belongs to them: the statements only they need.

use rusqlite::{OptionalExtension as _, params};

use super::{
    Session,
    journal::{day_or_none, word},
    standing,
};
use crate::{
    clock::{Day, stored},
    commitment::{Commitment, DueChange, Link, Period},
    error::{Result, invalid},
    follow_up::FollowUp,
    id::Id,
    row::unreadable,
    vocabulary::{Noun, OwnerRole},
};

/// An owner with its names.
pub(crate) struct OwnerLine {
    pub(crate) id: Id,
    pub(crate) role: OwnerRole,
    pub(crate) party: (Id, String),
    pub(crate) body: Option<(Id, String)>,
    pub(crate) person: Option<(Id, String)>,
}

/// A follow-up by what they are ordered by.
pub(crate) struct FollowUpPlace {
    /// How many there are up to it, itself among them.
    pub(crate) before: u32,
    pub(crate) day: Day,
    pub(crate) id: Id,
}

/// A meeting named, with its first day.
pub(crate) struct MeetingLine {
    pub(crate) id: Id,
    pub(crate) title: String,
    pub(crate) begins_on: Option<Day>,
}

impl Session<'_> {
    /// The next ref of a track code and year: `CYB-2015-003`. The number only rises, whatever is undone.
    pub(crate) fn next_reference(&self, code: &str, year: i32) -> Result<String> {
        let mut statement = self.prepare(
            "INSERT INTO ref_number (code, year, last) VALUES (?1, ?2, 1)
             ON CONFLICT (code, year) DO UPDATE SET last = last + 1 RETURNING last",
        )?;
        let last: i64 = self.fail(statement.query_row(params![code, year], |row| row.get(0)))?;
        Ok(format!("{code}-{year}-{last:03}"))
    }

    /// The ref of a commitment, which has to be there.
    pub(crate) fn reference(&self, commitment: Id) -> Result<String> {
        let mut statement = self.prepare("SELECT ref FROM commitment WHERE id = ?1")?;
        let found = self.fail(statement.query_row([commitment.to_string()], |row| row.get(0)).optional())?;
        found.ok_or_else(|| self.gone(Noun::Commitment))
    }

    /// The commitment with this ref.
    pub(crate) fn by_reference(&self, reference: &str) -> Result<Option<Commitment>> {
        Ok(self.list("WHERE ref = ?1", &[&reference])?.pop())
    }

    /// Commitments whose title holds each of these words, in any case; those that hold them in one piece first. At most 10.
    pub(crate) fn commitments_titled(&self, words: &str) -> Result<Vec<Commitment>> {
        let whole = super::listing::folded(words.trim());
        if whole.is_empty() {
            return invalid("Name the commitment: its ref, or words of its title.");
        }
        let words: Vec<&str> = whole.split_whitespace().collect();
        let held: Vec<String> = (2..).zip(&words).map(|(at, _)| format!("instr(folded(title), ?{at}) > 0")).collect();
        let mut values: Vec<&dyn rusqlite::ToSql> = vec![&whole];
        values.extend(words.iter().map(|word| word as &dyn rusqlite::ToSql));
        self.list(
            &format!(
                "WHERE {} ORDER BY CASE WHEN folded(title) = ?1 THEN 1 WHEN instr(folded(title), ?1) > 0 THEN 2 ELSE 3 END,
                       ref LIMIT 10",
                held.join(" AND ")
            ),
            &values,
        )
    }

    /// Commitments made at a meeting, by ref.
    pub(crate) fn made_at(&self, meeting: Id) -> Result<Vec<Id>> {
        self.ids("SELECT id FROM commitment WHERE meeting_id = ?1 ORDER BY ref", &meeting.to_string())
    }

    /// Commitments due by a meeting, by ref.
    pub(crate) fn due_by(&self, meeting: Id) -> Result<Vec<Id>> {
        self.ids("SELECT id FROM commitment WHERE due_meeting_id = ?1 ORDER BY ref", &meeting.to_string())
    }

    /// Commitments due by an outside event of this name, by ref.
    pub(crate) fn due_by_event(&self, event: &str) -> Result<Vec<Commitment>> {
        self.list("WHERE due_event = ?1 AND due_event <> '' ORDER BY ref", &[&event])
    }

    /// The day of an outside event, as it was last given: the latest of those that commitments have of it.
    pub(crate) fn day_of_event(&self, event: &str) -> Result<Option<Day>> {
        let mut statement = self.prepare(
            "SELECT due_on FROM standing WHERE due_by = ?1 AND is_open = true AND due_on < '9999-12-30'
              ORDER BY due_on DESC LIMIT 1",
        )?;
        self.fail(statement.query_row([event], |row| standing::day(row, 0)).optional()).map(Option::flatten)
    }

    /// The reports of a recurring commitment's periods, oldest first; the newest `limit` of them.
    pub(crate) fn periods_of(&self, commitment: Id, limit: u32) -> Result<Vec<Period>> {
        let mut found: Vec<Period> =
            self.list("WHERE commitment_id = ?1 ORDER BY due_on DESC LIMIT ?2", &[&commitment.to_string(), &limit])?;
        found.reverse();
        Ok(found)
    }

    /// Commitments taken up under an agenda point, by ref.
    pub(crate) fn raised_under(&self, item: Id) -> Result<Vec<Id>> {
        self.ids(
            "SELECT c.id, c.ref FROM raising r JOIN commitment c ON c.id = r.commitment_id
              WHERE r.agenda_item_id = ?1 ORDER BY c.ref",
            &item.to_string(),
        )
    }

    /// Commitments taken up at a meeting.
    pub(super) fn raised_at(&self, meeting: Id) -> Result<Vec<Id>> {
        self.ids("SELECT commitment_id FROM raising WHERE meeting_id = ?1", &meeting.to_string())
    }

    pub(super) fn ids(&self, sql: &str, with: &str) -> Result<Vec<Id>> {
        let mut statement = self.prepare(sql)?;
        let rows = self.fail(statement.query_map([with], |row| row.get::<_, String>(0)))?;
        rows.map(|row| self.fail(row)?.parse().map_err(|e| unreadable("an id", &format!("{e}")))).collect()
    }

    /// Owners of a commitment with their names, leads first.
    pub(crate) fn owner_lines(&self, commitment: Id) -> Result<Vec<OwnerLine>> {
        let mut statement = self.prepare(
            "SELECT o.id, o.role, o.party_id, p.name,
                    o.body_id, CASE WHEN b.short_name = '' THEN b.name ELSE b.short_name END, o.person_id, n.name
               FROM owner o
               JOIN party p ON p.id = o.party_id
               LEFT JOIN body b ON b.id = o.body_id
               LEFT JOIN person n ON n.id = o.person_id
              WHERE o.commitment_id = ?1
              ORDER BY CASE o.role WHEN 'lead' THEN 1 WHEN 'supporting' THEN 2 ELSE 3 END, o.id",
        )?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let id = |at: usize| -> Result<Option<Id>> {
                let text: Option<String> = self.fail(row.get(at))?;
                text.map(|text| text.parse().map_err(|e| unreadable("an id", &format!("{e}")))).transpose()
            };
            let name =
                |at: usize| -> Result<String> { Ok(self.fail(row.get::<_, Option<String>>(at))?.unwrap_or_default()) };
            found.push(OwnerLine {
                id: id(0)?.unwrap_or(Id::NIL),
                role: self.fail(word(row, 1, OwnerRole::from_word))?,
                party: (id(2)?.unwrap_or(Id::NIL), name(3)?),
                body: id(4)?.map(|id| Ok::<_, crate::Error>((id, name(5)?))).transpose()?,
                person: id(6)?.map(|id| Ok::<_, crate::Error>((id, name(7)?))).transpose()?,
            });
        }
        Ok(found)
    }

    /// The meeting at which a commitment was last on the table: taken up, or made; held by `day`.
    pub(crate) fn last_raised(&self, commitment: &Commitment, day: Day) -> Result<Option<MeetingLine>> {
        // The blank keeps the database from beginning with every meeting ever held.
        let mut statement = self.prepare(
            "SELECT m.id, m.title, m.begins_on, coalesce(m.begins_on, '0000-00-00') AS raised_on
               FROM meeting m
              WHERE m.id IN (SELECT meeting_id FROM raising WHERE commitment_id = ?1 UNION SELECT ?2)
                AND m.state || '' = 'held' AND (m.begins_on IS NULL OR m.begins_on || '' <= ?3)
              ORDER BY raised_on DESC, m.id DESC LIMIT 1",
        )?;
        let origin = commitment.meeting.map(|id| id.to_string());
        let mut rows =
            self.fail(statement.query(params![commitment.id.to_string(), origin, day.format("%Y-%m-%d").to_string()]))?;
        match self.fail(rows.next())? {
            Some(row) => self.meeting_line(row).map(Some),
            None => Ok(None),
        }
    }

    /// A meeting's name and first day.
    pub(crate) fn meeting_named(&self, meeting: Id) -> Result<Option<MeetingLine>> {
        let mut statement = self.prepare("SELECT id, title, begins_on FROM meeting WHERE id = ?1")?;
        let mut rows = self.fail(statement.query([meeting.to_string()]))?;
        match self.fail(rows.next())? {
            Some(row) => self.meeting_line(row).map(Some),
            None => Ok(None),
        }
    }

    fn meeting_line(&self, row: &rusqlite::Row<'_>) -> Result<MeetingLine> {
        let id: String = self.fail(row.get(0))?;
        Ok(MeetingLine {
            id: id.parse().map_err(|e| unreadable("an id", &format!("{e}")))?,
            title: self.fail(row.get(1))?,
            begins_on: self.fail(day_or_none(row, 2))?,
        })
    }

    /// The newest follow-up on a commitment.
    pub(crate) fn newest_follow_up(&self, commitment: Id) -> Result<Option<FollowUp>> {
        Ok(self.list("WHERE commitment_id = ?1 ORDER BY day DESC, id DESC LIMIT 1", &[&commitment.to_string()])?.pop())
    }

    /// Which follow-up on a commitment is the newest, and its day.
    pub(crate) fn newest_heard(&self, commitment: Id) -> Result<Option<(Id, Day)>> {
        let mut statement =
            self.prepare("SELECT id, day FROM follow_up WHERE commitment_id = ?1 ORDER BY day DESC, id DESC LIMIT 1")?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        let id = self.fail(word(row, 0, |text| text.parse().ok()))?;
        Ok(Some((id, self.fail(word(row, 1, |text| text.parse().ok()))?)))
    }

    /// Follow-ups on a commitment, newest first, from behind the given one; at most `limit`.
    pub(crate) fn follow_ups_after(
        &self,
        commitment: Id,
        after: Option<(Day, Id)>,
        limit: u32,
    ) -> Result<Vec<FollowUp>> {
        let commitment = commitment.to_string();
        let Some((day, id)) = after else {
            return self.list("WHERE commitment_id = ?1 ORDER BY day DESC, id DESC LIMIT ?2", &[&commitment, &limit]);
        };
        let (day, id) = (day.format("%Y-%m-%d").to_string(), id.to_string());
        self.list(
            "WHERE commitment_id = ?1 AND (day, id) < (?2, ?3) ORDER BY day DESC, id DESC LIMIT ?4",
            &[&commitment, &day, &id, &limit],
        )
    }

    /// How many follow-ups a commitment has, and of each `stride` of them, newest first, the last one.
    pub(crate) fn follow_up_places(&self, commitment: Id, stride: u32) -> Result<(u32, Vec<FollowUpPlace>)> {
        let mut statement =
            self.prepare("SELECT day, id FROM follow_up WHERE commitment_id = ?1 ORDER BY day DESC, id DESC")?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        let (mut count, mut marks) = (0, Vec::new());
        while let Some(row) = self.fail(rows.next())? {
            count += 1;
            if count % stride == 0 {
                let day = self.fail(word(row, 0, stored))?;
                let id = self.fail(word(row, 1, |text| text.parse().ok()))?;
                marks.push(FollowUpPlace { before: count, day, id });
            }
        }
        Ok((count, marks))
    }

    /// How many follow-ups a commitment has.
    pub(crate) fn count_follow_ups(&self, commitment: Id) -> Result<u32> {
        let mut statement = self.prepare("SELECT count(*) FROM follow_up WHERE commitment_id = ?1")?;
        self.fail(statement.query_row([commitment.to_string()], |row| row.get(0)))
    }

    /// Shows the texts of the follow-ups on a commitment, newest first, until one is what was looked for: its day, and
    /// note, next step, evidence and who reported.
    pub(crate) fn look_through_follow_ups<T>(
        &self,
        commitment: Id,
        mut look: impl FnMut(Day, [&str; 4]) -> Option<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepare(
            "SELECT day, id, note, next_step, evidence, reported_by FROM follow_up
              WHERE commitment_id = ?1 ORDER BY day DESC, id DESC",
        )?;
        let mut rows = self.fail(statement.query([commitment.to_string()]))?;
        while let Some(row) = self.fail(rows.next())? {
            let day = self.fail(word(row, 0, |text| text.parse().ok()))?;
            let text = |at: usize| self.fail(row.get_ref(at).and_then(|text| Ok(text.as_str()?)));
            if let Some(found) = look(day, [text(2)?, text(3)?, text(4)?, text(5)?]) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Changes of a due date, oldest first.
    pub(crate) fn due_changes(&self, commitment: Id) -> Result<Vec<DueChange>> {
        self.list("WHERE commitment_id = ?1 ORDER BY id", &[&commitment.to_string()])
    }

    /// Links from or to a commitment.
    pub(crate) fn links_of(&self, commitment: Id) -> Result<Vec<Link>> {
        self.list("WHERE from_id = ?1 OR to_id = ?1 ORDER BY id", &[&commitment.to_string()])
    }
}
