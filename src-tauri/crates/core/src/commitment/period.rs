//! Recurring commitments: each period is kept or missed by itself, and reported, the oldest first.
//!
//! Periods are counted from an anchor, not from one another, so that a month without such a date does not shift the rest:
//! monthly from 31 January is 28 or 29 February, then 31 March. This is how instruments reckon periods too.

use chrono::{Datelike as _, Months};

use super::Commitment;
use crate::{
    clock::{Day, spoken},
    dossier::Dossier,
    error::{Result, invalid, refused},
    field,
    follow_up::FollowUp,
    id::Id,
    op::Op,
    row::row,
    store::Session,
    transact::Act,
    vocabulary::{DueKind, Outcome, PeriodState, Status},
    wire::{Changed, PeriodDraft, PeriodView},
};

/// How many reported periods stand on the page of their commitment, and how many that wait for a report.
const SHOWN: u32 = 240;
/// The last year that is reckoned with: days are compared as text elsewhere.
const LAST_YEAR: i32 = 9999;

row! {
    /// One period of a recurring commitment, reported.
    Period as Period {
        /// The commitment.
        commitment: Id = "commitment_id",
        /// The day on which the period fell due.
        due_on: Day = "due_on",
        /// Kept or missed.
        outcome: Outcome = "outcome",
        /// Day of the report.
        day: Day = "day",
        /// What was said of it.
        follow_up: Option<Id> = "follow_up_id",
    }
}

/// The first day after `day` among those that come every so many months from `anchor`; none beyond the last year.
fn next_after(anchor: Day, months: i32, day: Day) -> Option<Day> {
    let months = u32::try_from(months).ok().filter(|months| *months > 0)?;
    let apart = (day.year() - anchor.year()) * 12 + day.month0() as i32 - anchor.month0() as i32;
    let mut step = u32::try_from(apart).unwrap_or(0) / months;
    loop {
        let found = anchor.checked_add_months(Months::new(months.checked_mul(step)?))?;
        if found.year() > LAST_YEAR {
            return None;
        }
        if found > day {
            return Some(found);
        }
        step += 1;
    }
}

/// Where the count of periods begins anew, it begins after those that were reported.
pub(super) fn comes_after_reports(act: &Act<'_>, row: &Commitment) -> Result<()> {
    let (DueKind::Recurring, Some(on)) = (row.due_kind, row.due_on) else { return Ok(()) };
    match act.session.periods_of(row.id, 1)?.first() {
        Some(last) if on <= last.due_on => invalid(format!(
            "The period of {} that ended on {} is reported: the next one has to end after it.",
            row.called(),
            spoken(last.due_on)
        )),
        _ => Ok(()),
    }
}

impl Dossier {
    /// Reports a period of a recurring commitment: the oldest that was not, or corrects a report. Answers its id.
    pub fn report_period(&self, draft: &PeriodDraft) -> Result<Changed<Id>> {
        self.transact(Op::ReportPeriod, |act| {
            let row: Commitment = act.seen(draft.commitment.id, draft.commitment.revision)?;
            match draft.period {
                Some(period) => correct(act, &row, period, draft),
                None => report(act, &row, draft),
            }
        })
    }
}

fn report(act: &mut Act<'_>, row: &Commitment, draft: &PeriodDraft) -> Result<Id> {
    let (DueKind::Recurring, Some(due_on), Some(months)) = (row.due_kind, row.due_on, row.due_months) else {
        return refused(format!("{} is not recurring: it has no periods to report.", row.called()));
    };
    if !row.status.is_open() {
        return refused(format!("{} is closed: no period of it is open.", row.called()));
    }
    let day = draft.day.unwrap_or(act.day);
    not_too_early(due_on, draft.outcome, day)?;
    let anchor = row.due_anchor.unwrap_or(due_on);
    let Some(next) = next_after(anchor, months, due_on) else {
        return invalid("No calendar goes as far as the period after this one.");
    };
    let first = format!("Period to {}: {}.", spoken(due_on), draft.outcome.label());
    let follow_up = enter_follow_up(act, row, draft, day, first)?;
    let id = act.id();
    act.insert(&Period {
        id,
        revision: 0,
        commitment: row.id,
        due_on,
        outcome: draft.outcome,
        day,
        follow_up: Some(follow_up),
    })?;
    // Who keeps a period has begun.
    let begun = draft.outcome == Outcome::Kept && row.status == Status::NotStarted;
    let status = if begun { Status::InProgress } else { row.status };
    act.change(row, &Commitment { due_on: Some(next), due_anchor: Some(anchor), status, ..row.clone() })?;
    act.title(format!("{}: period to {} {}", row.called(), spoken(due_on), draft.outcome.label()));
    Ok(id)
}

/// Corrects a report; what was said of it before stays in the follow-ups.
fn correct(act: &mut Act<'_>, row: &Commitment, period: Id, draft: &PeriodDraft) -> Result<Id> {
    let stood: Period = act.session.require(period)?;
    if stood.commitment != row.id {
        return invalid(format!("That is no period of {}.", row.called()));
    }
    let day = draft.day.unwrap_or(act.day);
    not_too_early(stood.due_on, draft.outcome, day)?;
    let was = if stood.outcome == draft.outcome { String::new() } else { format!(", not {}", stood.outcome.label()) };
    let first = format!("Period to {}, corrected: {}{was}.", spoken(stood.due_on), draft.outcome.label());
    let follow_up = enter_follow_up(act, row, draft, day, first)?;
    act.change(&stood, &Period { outcome: draft.outcome, day, follow_up: Some(follow_up), ..stood.clone() })?;
    act.title(format!("{}: period to {} corrected, {}", row.called(), spoken(stood.due_on), draft.outcome.label()));
    Ok(period)
}

fn not_too_early(due_on: Day, outcome: Outcome, day: Day) -> Result<()> {
    if outcome == Outcome::Missed && due_on >= day {
        return invalid(format!(
            "The period to {} has not ended: it can be reported as kept, and only afterwards as missed.",
            spoken(due_on)
        ));
    }
    Ok(())
}

fn enter_follow_up(act: &mut Act<'_>, row: &Commitment, draft: &PeriodDraft, day: Day, first: String) -> Result<Id> {
    let note = field::note("The note", &draft.note)?;
    let note = if note.trim().is_empty() { first } else { format!("{first}\n{note}") };
    let id = act.id();
    act.insert(&FollowUp {
        id,
        revision: 0,
        commitment: Some(row.id),
        day,
        reported_by: field::line("Who reported", &draft.reported_by)?,
        note,
        our_status: None,
        their_status: None,
        next_step: String::new(),
        next_step_due: None,
        evidence: field::note("The evidence", &draft.evidence)?,
        meeting: None,
        agenda_item: None,
        marking: Vec::new(),
        instrument: None,
    })?;
    Ok(id)
}

/// The periods of a commitment, oldest first: those reported, those that ended without a report, the next one.
pub(super) fn shown(session: &Session<'_>, row: &Commitment, today: Day) -> Result<Vec<PeriodView>> {
    let mut views: Vec<PeriodView> = session
        .periods_of(row.id, SHOWN)?
        .into_iter()
        .map(|period| PeriodView {
            id: Some(period.id),
            due_on: period.due_on,
            state: match period.outcome {
                Outcome::Kept => PeriodState::Kept,
                Outcome::Missed => PeriodState::Missed,
            },
            reported_on: Some(period.day),
        })
        .collect();
    let (DueKind::Recurring, Some(due_on), Some(months)) = (row.due_kind, row.due_on, row.due_months) else {
        return Ok(views);
    };
    if !row.status.is_open() {
        return Ok(views);
    }
    let anchor = row.due_anchor.unwrap_or(due_on);
    let mut at = Some(due_on);
    for _ in 0..SHOWN {
        let Some(due_on) = at else { break };
        let ended = due_on < today;
        let state = if ended { PeriodState::Open } else { PeriodState::Next };
        views.push(PeriodView { id: None, due_on, state, reported_on: None });
        if !ended {
            break;
        }
        at = next_after(anchor, months, due_on);
    }
    Ok(views)
}

#[cfg(test)]
mod tests {
    use super::next_after;

    #[test]
    fn periods_are_counted_from_their_anchor_and_end_with_a_shorter_month() {
        let day = |text: &str| text.parse().unwrap();
        let mut at = day("2026-01-31");
        let mut found = Vec::new();
        for _ in 0..13 {
            at = next_after(day("2026-01-31"), 1, at).unwrap();
            found.push(at.to_string());
        }
        assert_eq!(found[..4], ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
        assert_eq!(found[12], "2027-02-28");
        assert_eq!(next_after(day("2023-12-31"), 2, day("2023-12-31")), Some(day("2024-02-29")));
        assert_eq!(next_after(day("2024-02-29"), 12, day("2027-02-28")), Some(day("2028-02-29")));
        assert_eq!(next_after(day("2024-01-15"), 5, day("2024-01-14")), Some(day("2024-01-15")));
        assert_eq!(next_after(day("9999-12-01"), 1, day("9999-12-01")), None);
    }
}
