//! Meetings and dialogues: the statements only they need.

use super::Session;
use crate::{
    agenda::AgendaItem,
    clock::Day,
    error::Result,
    id::Id,
    meeting::{Corrigendum, Meeting},
    meeting_move::MeetingMove,
    row::Column as _,
};

impl Session<'_> {
    /// A dialogue's rounds, oldest first; those without a day last.
    pub(crate) fn rounds_of(&self, dialogue: Id) -> Result<Vec<Meeting>> {
        self.list(
            "WHERE dialogue_id = ?1 ORDER BY coalesce(begins_on, '9999-12-31'), ordinal, id",
            &[&dialogue.to_string()],
        )
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
    pub(crate) fn meetings(&self) -> Result<Vec<Meeting>> {
        self.list("ORDER BY coalesce(begins_on, '9999-12-31') DESC, id DESC", &[])
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
