//! Meetings and dialogues: the statements only they need.

use rusqlite::{OptionalExtension as _, Row as DriverRow};

use super::{
    Session,
    journal::{day_or_none, word, word_or_none},
};
use crate::{
    agenda::AgendaItem,
    clock::Day,
    error::Result,
    id::Id,
    meeting::{Corrigendum, Meeting},
    meeting_move::MeetingMove,
    row::{Column as _, unreadable},
    vocabulary::{DayPrecision, Level, MeetingState, Noun, RecordState},
};

/// A meeting as lists show it: without its record and what else is asked of one meeting alone. There may be tens of
/// thousands; all of this stands in one index.
pub(crate) struct MeetingHead {
    pub(crate) id: Id,
    pub(crate) revision: i32,
    pub(crate) dialogue: Option<Id>,
    pub(crate) ordinal: Option<i32>,
    pub(crate) title: String,
    pub(crate) level: Level,
    pub(crate) begins_on: Option<Day>,
    pub(crate) ends_on: Option<Day>,
    pub(crate) precision: DayPrecision,
    pub(crate) place: String,
    pub(crate) state: MeetingState,
    pub(crate) record_state: RecordState,
}

const HEAD: &str =
    "id, revision, dialogue_id, ordinal, title, level, begins_on, ends_on, day_precision, place, state, record_state";

impl MeetingHead {
    fn read(row: &DriverRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: word(row, 0, |text| text.parse().ok())?,
            revision: row.get(1)?,
            dialogue: word_or_none(row, 2, |text| text.parse().ok())?,
            ordinal: row.get(3)?,
            title: row.get(4)?,
            level: word(row, 5, Level::from_word)?,
            begins_on: day_or_none(row, 6)?,
            ends_on: day_or_none(row, 7)?,
            precision: word(row, 8, DayPrecision::from_word)?,
            place: row.get(9)?,
            state: word(row, 10, MeetingState::from_word)?,
            record_state: word(row, 11, RecordState::from_word)?,
        })
    }
}

/// A meeting as a finder offers it.
pub(crate) struct MeetingTitle {
    pub(crate) id: Id,
    pub(crate) title: String,
    pub(crate) begins_on: Option<Day>,
    pub(crate) ends_on: Option<Day>,
    pub(crate) precision: DayPrecision,
}

impl MeetingTitle {
    fn read(row: &DriverRow<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: word(row, 0, |text| text.parse().ok())?,
            title: row.get(1)?,
            begins_on: day_or_none(row, 2)?,
            ends_on: day_or_none(row, 3)?,
            precision: word(row, 4, DayPrecision::from_word)?,
        })
    }
}

/// Newest first; those without a day first of all. They come in the order of the index, oldest first: nearly all that is
/// left is to turn it round.
fn newest_first<T>(found: &mut [T], of: impl Fn(&T) -> (Option<Day>, Id)) {
    found.sort_by(|a, b| {
        let ((a_on, a), (b_on, b)) = (of(a), of(b));
        (b_on.is_none(), b_on, b).cmp(&(a_on.is_none(), a_on, a))
    });
}

impl From<&Meeting> for MeetingHead {
    fn from(meeting: &Meeting) -> Self {
        Self {
            id: meeting.id,
            revision: meeting.revision,
            dialogue: meeting.dialogue,
            ordinal: meeting.ordinal,
            title: meeting.title.clone(),
            level: meeting.level,
            begins_on: meeting.begins_on,
            ends_on: meeting.ends_on,
            precision: meeting.precision,
            place: meeting.place.clone(),
            state: meeting.state,
            record_state: meeting.record_state,
        }
    }
}

impl Session<'_> {
    /// A dialogue's rounds, oldest first; those without a day last.
    pub(crate) fn rounds_of(&self, dialogue: Id) -> Result<Vec<Meeting>> {
        self.list(
            "WHERE dialogue_id = ?1 ORDER BY coalesce(begins_on, '9999-12-31'), ordinal, id",
            &[&dialogue.to_string()],
        )
    }

    /// The day of the last of a dialogue's rounds that was held.
    pub(crate) fn last_held_of(&self, dialogue: Id) -> Result<Option<Day>> {
        let mut statement =
            self.prepare("SELECT max(coalesce(begins_on, '')) FROM meeting WHERE dialogue_id = ?1 AND state = 'held'")?;
        let found: Option<String> = self.fail(statement.query_row([dialogue.to_string()], |row| row.get(0)))?;
        match found.filter(|day| !day.is_empty()) {
            Some(day) => day.parse().map(Some).map_err(|_| unreadable("a day", &day)),
            None => Ok(None),
        }
    }

    /// The highest ordinal of a dialogue's rounds that were not cancelled; nought where there is none.
    pub(crate) fn last_ordinal_of(&self, dialogue: Id) -> Result<i32> {
        let mut statement = self
            .prepare("SELECT coalesce(max(ordinal), 0) FROM meeting WHERE dialogue_id = ?1 AND state <> 'cancelled'")?;
        self.fail(statement.query_row([dialogue.to_string()], |row| row.get(0)))
    }

    /// Who was host of the last of a dialogue's rounds that names one and was not cancelled.
    pub(crate) fn last_host_of(&self, dialogue: Id) -> Result<Option<Id>> {
        let found = self.ids(
            "SELECT host_id FROM meeting
              WHERE dialogue_id = ?1 AND state <> 'cancelled' AND host_id IS NOT NULL
              ORDER BY coalesce(begins_on, '9999-12-31') DESC, coalesce(ordinal, 0) DESC, id DESC LIMIT 1",
            &dialogue.to_string(),
        )?;
        Ok(found.first().copied())
    }

    /// All meetings, newest first; those without a day first of all.
    pub(crate) fn meetings(&self) -> Result<Vec<MeetingHead>> {
        let mut statement = self.prepare(&format!("SELECT {HEAD} FROM meeting"))?;
        let rows = self.fail(statement.query_map([], MeetingHead::read))?;
        let mut found: Vec<MeetingHead> = rows.map(|row| self.fail(row)).collect::<Result<_>>()?;
        newest_first(&mut found, |row| (row.begins_on, row.id));
        Ok(found)
    }

    /// The title of a meeting, its day and its state, without its record.
    pub(crate) fn meeting_told(&self, id: Id) -> Result<(String, Option<Day>, MeetingState)> {
        let mut statement = self.prepare("SELECT title, begins_on, state FROM meeting WHERE id = ?1")?;
        let told = statement.query_row([id.to_string()], |row| {
            Ok((row.get(0)?, day_or_none(row, 1)?, word(row, 2, MeetingState::from_word)?))
        });
        self.fail(told.optional())?.ok_or_else(|| self.gone(Noun::Meeting))
    }

    /// Every round of a dialogue: its dialogue, itself, where it stands and its day. There may be tens of thousands.
    pub(crate) fn each_round(&self, mut each: impl FnMut(Id, Id, MeetingState, Option<Day>)) -> Result<()> {
        let mut statement =
            self.prepare("SELECT dialogue_id, id, state, begins_on FROM meeting WHERE dialogue_id IS NOT NULL")?;
        let mut rows = self.fail(statement.query([]))?;
        while let Some(row) = self.fail(rows.next())? {
            let id = |at: usize| self.fail(word(row, at, |text| text.parse().ok()));
            let state = self.fail(word(row, 2, MeetingState::from_word))?;
            each(id(0)?, id(1)?, state, self.fail(day_or_none(row, 3))?);
        }
        Ok(())
    }

    /// All meetings in the same order, as finders offer them.
    pub(crate) fn meeting_titles(&self) -> Result<Vec<MeetingTitle>> {
        let mut statement = self.prepare("SELECT id, title, begins_on, ends_on, day_precision FROM meeting")?;
        let rows = self.fail(statement.query_map([], MeetingTitle::read))?;
        let mut found: Vec<MeetingTitle> = rows.map(|row| self.fail(row)).collect::<Result<_>>()?;
        newest_first(&mut found, |row| (row.begins_on, row.id));
        Ok(found)
    }

    /// Meetings planned or postponed that begin from one day to another, soonest first.
    pub(crate) fn coming(&self, from: Day, to: Day) -> Result<Vec<Meeting>> {
        self.list(
            "WHERE begins_on >= ?1 AND begins_on <= ?2 AND state IN ('planned', 'postponed') ORDER BY begins_on, id",
            &[&from.to_value(), &to.to_value()],
        )
    }

    /// Moves of meetings from a day on, in the order in which they were entered.
    pub(crate) fn moves_since(&self, day: Day) -> Result<Vec<MeetingMove>> {
        let mut found: Vec<MeetingMove> = self.list("WHERE day >= ?1", &[&day.to_value()])?;
        found.sort_by_key(|row| row.id);
        Ok(found)
    }

    /// Held meetings whose record is a draft, newest first; at most `limit`.
    pub(crate) fn draft_records(&self, limit: u32) -> Result<Vec<Meeting>> {
        self.list(
            "WHERE state = 'held' AND record_state = 'draft' ORDER BY coalesce(begins_on, '9999-12-31') DESC, id DESC LIMIT ?1",
            &[&limit],
        )
    }

    /// How many held meetings have a draft for a record.
    pub(crate) fn count_draft_records(&self) -> Result<u32> {
        let mut statement =
            self.prepare("SELECT count(*) FROM meeting WHERE state = 'held' AND record_state = 'draft'")?;
        self.fail(statement.query_row([], |row| row.get(0)))
    }

    /// The last meeting held before `day` of the same dialogue, or of the same level where it is a meeting by itself.
    pub(crate) fn last_held_before(&self, meeting: &Meeting, day: Day) -> Result<Option<Meeting>> {
        let found = match meeting.dialogue {
            Some(dialogue) => self.list(
                "WHERE state = 'held' AND begins_on < ?1 AND dialogue_id = ?2 ORDER BY begins_on DESC LIMIT 1",
                &[&day.to_value(), &dialogue.to_string()],
            ),
            None => self.list(
                "WHERE state = 'held' AND begins_on < ?1 AND level = ?2 ORDER BY begins_on DESC LIMIT 1",
                &[&day.to_value(), &meeting.level.word()],
            ),
        };
        Ok(found?.pop())
    }

    /// The meetings held that began by `day`, newest first; at most `limit`.
    pub(crate) fn held_by(&self, day: Day, limit: u32) -> Result<Vec<Meeting>> {
        self.list(
            "WHERE state = 'held' AND begins_on <= ?1 ORDER BY begins_on DESC, id DESC LIMIT ?2",
            &[&day.to_value(), &limit],
        )
    }

    /// An agenda in its order.
    pub(crate) fn agenda_of(&self, meeting: Id) -> Result<Vec<AgendaItem>> {
        self.list("WHERE meeting_id = ?1 ORDER BY ordinal, id", &[&meeting.to_string()])
    }

    /// Corrigenda in their order.
    pub(crate) fn corrigenda_of(&self, meeting: Id) -> Result<Vec<Corrigendum>> {
        self.list("WHERE meeting_id = ?1 ORDER BY day, id", &[&meeting.to_string()])
    }

    /// Meetings a person attended, newest first.
    pub(crate) fn attended(&self, person: Id) -> Result<Vec<Meeting>> {
        self.list(
            "WHERE id IN (SELECT meeting_id FROM attendance WHERE person_id = ?1) ORDER BY coalesce(begins_on, '9999-12-31') DESC, id DESC",
            &[&person.to_string()],
        )
    }
}
