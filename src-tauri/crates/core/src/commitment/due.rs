//! Due dates: by when a commitment is to be kept, and how often it was put off.

use std::collections::BTreeSet;

use crate::{
    clock::{Day, spoken},
    commitment::{Commitment, period, spoken_count},
    dossier::Dossier,
    error::{Result, invalid, refused},
    field,
    id::Id,
    meeting::Meeting,
    op::Op,
    row::row,
    store::Session,
    transact::Act,
    vocabulary::{DueKind, MeetingState, Noun, Status},
    wire::{Changed, DueDateDraft, DueDraft},
};

row! {
    /// One change of a due date.
    DueChange as DueChange {
        /// The commitment.
        commitment: Id = "commitment_id",
        /// Day of the change.
        day: Day = "day",
        /// What day it was, where it came to one.
        from_on: Option<Day> = "from_on",
        /// What it was, in words.
        from_words: String = "from_words",
        /// What day it became, where it comes to one.
        to_on: Option<Day> = "to_on",
        /// What it became, in words.
        to_words: String = "to_words",
        /// Why.
        reason: String = "reason",
        /// Whether it was put off: later than it was, or to no day at all.
        slip: bool = "slip",
        /// Whether it moved with the meeting it follows: then the promise did not change, and it is no slip.
        moved: bool = "moved",
        /// How many days it was overdue when it changed; none where that was entered before it was kept.
        late_days: Option<i32> = "late_days",
    }
}

impl DueChange {
    /// How many days it was overdue when it changed; nought where it was not.
    pub(crate) fn late(&self) -> u32 {
        let days = self.late_days.map(i64::from).or(self.from_on.map(|from| (self.day - from).num_days()));
        u32::try_from(days.unwrap_or(0)).unwrap_or(0)
    }
}

/// How many days a commitment is overdue that comes to `due`; nought where it is not.
fn days_late(act: &Act<'_>, row: &Commitment, due: Option<Day>) -> i32 {
    let under_way = matches!(row.status, Status::NotStarted | Status::InProgress);
    let days = due.filter(|_| under_way).map_or(0, |due| (act.day - due).num_days());
    i32::try_from(days).unwrap_or(0).max(0)
}

/// A due date, checked, with the day it comes to.
pub(super) struct Due {
    pub(super) kind: DueKind,
    pub(super) on: Option<Day>,
    pub(super) meeting: Option<Id>,
    pub(super) event: String,
    pub(super) months: Option<i32>,
    /// The day it comes to: its own, or the meeting's first.
    pub(super) day: Option<Day>,
}

/// A due date as entered, checked.
pub(super) fn resolve(act: &Act<'_>, draft: &DueDraft) -> Result<Due> {
    let mut due = Due { kind: DueKind::None, on: None, meeting: None, event: String::new(), months: None, day: None };
    match draft {
        DueDraft::None => {}
        DueDraft::Ongoing => due.kind = DueKind::Ongoing,
        DueDraft::Day { on } => (due.kind, due.on) = (DueKind::Day, Some(*on)),
        DueDraft::Meeting { meeting } => {
            let row: Meeting = act.session.require(*meeting)?;
            if row.state == MeetingState::Cancelled {
                return refused(format!("{} was cancelled: nothing can be due by it.", row.title));
            }
            (due.kind, due.meeting, due.day) = (DueKind::Meeting, Some(*meeting), row.begins_on);
        }
        DueDraft::Event { event, on } => {
            (due.kind, due.event, due.on) = (DueKind::Event, field::required("The event", event)?, *on);
        }
        DueDraft::Recurring { months, on } => {
            if !(1..=120).contains(months) {
                return invalid("A recurring commitment falls due every 1 to 120 months.");
            }
            (due.kind, due.months, due.on) = (DueKind::Recurring, Some(*months), Some(*on));
        }
    }
    due.day = due.day.or(due.on);
    Ok(due)
}

/// The day a commitment's due date comes to.
pub(crate) fn due_of(session: &Session<'_>, row: &Commitment) -> Result<Option<Day>> {
    match (row.due_kind, row.due_meeting) {
        (DueKind::Meeting, Some(meeting)) => Ok(session.require::<Meeting>(meeting)?.due_day()),
        _ => Ok(row.due_on),
    }
}

/// A due date in words: `30 Jun 2015`, `by the leaders' meeting`, `every 3 months`.
pub(crate) fn words(kind: DueKind, on: Option<Day>, meeting: Option<&str>, event: &str, months: Option<i32>) -> String {
    match kind {
        DueKind::None => "no date".into(),
        DueKind::Ongoing => "ongoing".into(),
        DueKind::Day => on.map_or_else(|| "no date".into(), spoken),
        DueKind::Meeting => format!("by {}", meeting.unwrap_or("a meeting")),
        DueKind::Event => format!("by {event}"),
        DueKind::Recurring => match months {
            Some(1) => "every month".into(),
            Some(12) => "every year".into(),
            months => format!("every {} months", months.unwrap_or_default()),
        },
    }
}

impl Dossier {
    /// Changes the due date of one commitment or several. The first date is kept; a later one counts as a slip.
    pub fn set_due_date(&self, draft: &DueDateDraft) -> Result<Changed<u32>> {
        self.transact(Op::SetDueDate, |act| {
            let to = NewDue::checked(act, &draft.due, &draft.reason)?;
            let mut ids: Vec<Id> = draft.commitments.iter().map(|seen| seen.id).collect();
            let mut events = BTreeSet::new();
            for seen in &draft.commitments {
                let row: Commitment = act.seen(seen.id, seen.revision)?;
                if draft.with_event && row.due_kind == DueKind::Event {
                    events.insert(row.due_event.clone());
                }
                to.give(act, row)?;
            }
            // An event has one day, whoever promised what by it.
            for event in events {
                for row in act.session.due_by_event(&event)? {
                    if row.status.is_open() && !ids.contains(&row.id) {
                        ids.push(row.id);
                        to.give(act, row)?;
                    }
                }
            }
            act.title(format!("Due date of {}: {}", spoken_count(act, &ids)?, to.words));
            Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
        })
    }
}

/// A due date to be given, with the reason.
pub(crate) struct NewDue {
    due: Due,
    /// In words.
    pub(crate) words: String,
    reason: String,
}

impl NewDue {
    /// As entered, checked.
    pub(crate) fn checked(act: &Act<'_>, due: &DueDraft, reason: &str) -> Result<Self> {
        let reason = field::line("The reason", reason)?;
        let due = resolve(act, due)?;
        let meeting = due.meeting.map(|id| act.session.require::<Meeting>(id)).transpose()?;
        let words = words(due.kind, due.on, meeting.as_ref().map(|row| row.title.as_str()), &due.event, due.months);
        Ok(Self { due, words, reason })
    }

    /// Gives it to one commitment, within an act.
    pub(crate) fn give(&self, act: &mut Act<'_>, mut row: Commitment) -> Result<()> {
        let due = &self.due;
        let before = row.clone();
        (row.due_kind, row.due_on, row.due_meeting) = (due.kind, due.on, due.meeting);
        (row.due_event, row.due_months) = (due.event.clone(), due.months);
        // Another day or another interval begins the count of periods anew; those reported stay.
        if (row.due_kind, row.due_on, row.due_months) != (before.due_kind, before.due_on, before.due_months) {
            row.due_anchor = None;
            period::comes_after_reports(act, &row)?;
        }
        row.first_due_on = row.first_due_on.or(due.day);
        if row == before {
            return Ok(());
        }
        let from_on = due_of(&act.session, &before)?;
        let from_meeting =
            before.due_meeting.map(|id| act.session.require::<Meeting>(id)).transpose()?.map(|row| row.title);
        let from_words =
            words(before.due_kind, before.due_on, from_meeting.as_deref(), &before.due_event, before.due_months);
        if before.due_kind != DueKind::None && self.reason.is_empty() {
            return invalid(format!(
                "{} had a due date ({from_words}). Give the reason for changing it.",
                row.called()
            ));
        }
        let slip = match (from_on, due.day) {
            (Some(from), Some(to)) => to > from,
            (Some(_), None) => true,
            (None, _) => false,
        };
        act.change(&before, &row)?;
        act.insert(&DueChange {
            id: act.id(),
            revision: 0,
            commitment: row.id,
            day: act.day,
            from_on,
            from_words,
            to_on: due.day,
            to_words: self.words.clone(),
            reason: self.reason.clone(),
            slip,
            moved: false,
            late_days: Some(days_late(act, &before, from_on)),
        })
    }
}

/// Tells each open commitment that is due by a meeting that the meeting moved, within the act that moves it; answers how
/// many there are. The promise itself does not change, so this is no slip; the first day it ever has is kept.
pub(crate) fn follow(act: &mut Act<'_>, before: &Meeting, after: &Meeting, reason: &str) -> Result<u32> {
    let (from_on, to_on) = (before.due_day(), after.due_day());
    let from_words = format!("with {}, {}", before.title, before.due_words());
    let mut count = 0;
    for id in act.session.referring(Noun::Commitment, "due_meeting_id", false, after.id)? {
        let row: Commitment = act.session.require(id)?;
        if !row.status.is_open() {
            continue;
        }
        count += 1;
        if row.first_due_on.is_none() && to_on.is_some() {
            act.change(&row, &Commitment { first_due_on: to_on, ..row.clone() })?;
        }
        act.insert(&DueChange {
            id: act.id(),
            revision: 0,
            commitment: id,
            day: act.day,
            from_on,
            from_words: from_words.clone(),
            to_on,
            to_words: after.due_words(),
            reason: reason.to_owned(),
            slip: false,
            moved: true,
            late_days: Some(days_late(act, &row, from_on)),
        })?;
    }
    Ok(count)
}
