//! Moves of meetings: another day, a postponement, a cancellation, with the reason, and what follows from them for the
//! commitments that are due by the meeting.

use std::collections::BTreeMap;

use crate::{
    clock::{Day, spoken},
    commitment,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    meeting::{self, Meeting},
    op::Op,
    row::row,
    store::Session,
    transact::Act,
    vocabulary::MeetingState,
    wire::{Changed, MeetingMoveView, MoveDraft, MoveView, Named},
};

row! {
    /// A meeting was given another day, or was postponed or cancelled, or is to take place after all.
    MeetingMove as MeetingMove {
        /// The meeting.
        meeting: Id = "meeting_id",
        /// Day of the change.
        day: Day = "day",
        /// The first day it had.
        from_on: Option<Day> = "from_on",
        /// The state it had.
        from_state: MeetingState = "from_state",
        /// The first day it has now.
        to_on: Option<Day> = "to_on",
        /// The state it has now.
        to_state: MeetingState = "to_state",
        /// Why; may be empty.
        reason: String = "reason",
    }
}

impl Dossier {
    /// Gives a meeting another day, postpones or cancels it. Answers how many open commitments are due by it.
    pub fn move_meeting(&self, draft: &MoveDraft) -> Result<Changed<u32>> {
        self.transact(Op::MoveMeeting, |act| {
            let before: Meeting = act.seen(draft.meeting.id, draft.meeting.revision)?;
            let (begins_on, ends_on) = meeting::days(draft.begins_on, draft.ends_on, draft.precision)?;
            let after =
                Meeting { begins_on, ends_on, precision: draft.precision, state: draft.state, ..before.clone() };
            if after == before {
                return invalid("Give the meeting another day, or say that it is postponed or cancelled.");
            }
            act.change(&before, &after)?;
            let with = tell(act, &before, &after, &field::line("The reason", &draft.reason)?)?;
            act.title(format!("{}{}", done(&before, &after), along(with)));
            Ok(with)
        })
    }
}

/// What was done to a meeting, for a person.
fn done(before: &Meeting, after: &Meeting) -> String {
    let title = &after.title;
    match (after.state, before.due_day(), after.due_day()) {
        (MeetingState::Cancelled, ..) => format!("Cancelled {title}"),
        (_, from, Some(to)) if from != Some(to) => format!("Moved {title} to {}", spoken(to)),
        (MeetingState::Postponed, _, None) => format!("Postponed {title} without a new date"),
        (state, ..) => format!("{title}: {}", state.label()),
    }
}

fn along(with: u32) -> String {
    match with {
        0 => String::new(),
        1 => ", with 1 commitment due by it".into(),
        with => format!(", with {with} commitments due by it"),
    }
}

/// Whether something due by a meeting could tell the difference: its day, or that it is put off or will not be.
fn counts(meeting: &Meeting) -> (Option<Day>, MeetingState) {
    let state = match meeting.state {
        MeetingState::Held => MeetingState::Planned,
        other => other,
    };
    (meeting.begins_on, state)
}

/// Enters that a meeting moved, where it did, and tells the open commitments that are due by it; answers how many.
pub(crate) fn tell(act: &mut Act<'_>, before: &Meeting, after: &Meeting, reason: &str) -> Result<u32> {
    if counts(before) == counts(after) {
        return Ok(0);
    }
    let with = commitment::follow(act, before, after, reason)?;
    // The facts of a meeting that was held are only put right when they are filled in afterwards.
    if with > 0 || before.state != MeetingState::Held {
        let id = act.id();
        act.insert(&MeetingMove {
            id,
            revision: 0,
            meeting: after.id,
            day: act.day,
            from_on: before.begins_on,
            from_state: before.state,
            to_on: after.begins_on,
            to_state: after.state,
            reason: reason.to_owned(),
        })?;
    }
    Ok(with)
}

/// Where a meeting stood, in words: `3 Jun 2026`, `no date yet, postponed`, `cancelled`.
fn words(state: MeetingState, on: Option<Day>) -> String {
    match (state, on) {
        (MeetingState::Cancelled, _) => "cancelled".into(),
        (MeetingState::Postponed, None) => "no date yet, postponed".into(),
        (_, Some(on)) => spoken(on),
        (_, None) => "no date yet".into(),
    }
}

/// The moves of one meeting, oldest first.
pub(crate) fn of_meeting(session: &Session<'_>, meeting: Id) -> Result<Vec<MeetingMoveView>> {
    let mut rows = session.with::<MeetingMove>("meeting_id", meeting)?;
    rows.sort_by_key(|row| row.id);
    Ok(rows
        .into_iter()
        .map(|row| MeetingMoveView {
            id: row.id,
            day: row.day,
            from: words(row.from_state, row.from_on),
            to: words(row.to_state, row.to_on),
            reason: row.reason,
        })
        .collect())
}

/// What moved with its meeting since a day, newest first: several moves of one meeting come to one, from the first to
/// the last, and one that led back comes to nothing. Of cancelled meetings the commitments themselves come up.
pub(crate) fn since(session: &Session<'_>, day: Day) -> Result<Vec<MoveView>> {
    let mut by_meeting: BTreeMap<Id, Vec<MeetingMove>> = BTreeMap::new();
    for row in session.moves_since(day)? {
        by_meeting.entry(row.meeting).or_default().push(row);
    }
    let mut found = Vec::new();
    for (meeting, rows) in by_meeting {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
        let (from, to) = (words(first.from_state, first.from_on), words(last.to_state, last.to_on));
        let with = session.open_due_by(&meeting.to_string())?;
        if from == to || with == 0 || last.to_state == MeetingState::Cancelled {
            continue;
        }
        let Some(named) = session.meeting_named(meeting)? else { continue };
        let reason = rows.iter().rev().map(|row| row.reason.as_str()).find(|reason| !reason.is_empty());
        found.push((
            last.id,
            MoveView {
                sentence: sentence(with, &named.title, first, last),
                meeting: Named { id: meeting, name: named.title },
                on: last.day,
                commitments: with,
                reason: reason.unwrap_or_default().to_owned(),
            },
        ));
    }
    found.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

/// `7 commitments moved with the Ministerial, from 12 May 2026 to 3 Jun 2026`.
fn sentence(with: u32, title: &str, first: &MeetingMove, last: &MeetingMove) -> String {
    let one = with == 1;
    let what = if one { "1 commitment".to_owned() } else { format!("{with} commitments") };
    let from = first.from_on.filter(|_| first.from_state != MeetingState::Cancelled);
    match (from, last.to_on) {
        (Some(from), Some(to)) if from == to => {
            let waits = if one { "waits" } else { "wait" };
            format!("{what} {waits} for {title}, {}, {}", last.to_state.label(), spoken(to))
        }
        (Some(from), Some(to)) => format!("{what} moved with {title}, from {} to {}", spoken(from), spoken(to)),
        (None, Some(to)) => {
            format!("{what} now {} due with {title}, on {}", if one { "falls" } else { "fall" }, spoken(to))
        }
        (Some(from), None) => {
            let waits = if one { "waits" } else { "wait" };
            format!("{what} {waits} for {title}, put off from {} without a new date", spoken(from))
        }
        (None, None) => format!("{what} {} for {title}, which has no date yet", if one { "waits" } else { "wait" }),
    }
}
