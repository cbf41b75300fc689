//! The review before a meeting or a day, and Today.

use chrono::Days;

use super::list::looked_ahead;
use crate::{
    attendance::Attendance,
    clock::{Day, spoken},
    commitment::HORIZON,
    dossier::Dossier,
    error::Result,
    id::Id,
    instrument,
    meeting::Meeting,
    meeting_move,
    person::Person,
    store::Session,
    vocabulary::{AttendanceRole, Exception, Level},
    wire::{CommitmentPage, CommitmentQuery, NextMeeting, ReviewFrame, ReviewView, Sort, Tally, TodayView},
};

/// How many rows each list of Today shows; the list of all of them is one press away.
const TODAY_ROWS: u32 = 12;
/// From how many open commitments on their counts are kept: fewer are counted in less than a millisecond or two, and
/// looking at a file should not change it without need.
const KEPT_FROM: u32 = if cfg!(test) { 1 } else { 5_000 };

impl Dossier {
    /// The head of a review: what it looks ahead to, and the open commitments counted.
    pub fn review(&self, frame: ReviewFrame) -> Result<ReviewView> {
        self.keep_counts(Some(frame))?;
        let actor = self.actor();
        self.showing(Some(frame), |showing| {
            let session = showing.session;
            let tallies = tallies(&session, showing.day, frame)?;
            let meeting = match frame {
                ReviewFrame::Meeting { id } => Some(session.require::<Meeting>(id)?),
                ReviewFrame::Day { .. } => None,
            };
            let last_met = match &meeting {
                Some(meeting) => session
                    .last_held_before(meeting, showing.day)?
                    .map(|row| super::meeting::row(&session, &row, showing.day))
                    .transpose()?,
                None => None,
            };
            let days = (showing.ahead - showing.day).num_days();
            Ok(ReviewView {
                frame,
                title: match &meeting {
                    Some(meeting) => format!("Review before {}", meeting.title),
                    None => format!("Review up to {}", spoken(showing.ahead)),
                },
                on: showing.ahead,
                days: i32::try_from(days).unwrap_or(i32::MAX),
                level: meeting.as_ref().map(|meeting| meeting.level),
                who: match &meeting {
                    Some(meeting) => heads(&session, meeting.id)?,
                    None => String::new(),
                },
                last_met,
                total: sum(&tallies),
                tracks: in_order(&session, tallies)?,
                decisions: match frame {
                    ReviewFrame::Meeting { id } => {
                        Some(session.decision_counts(id, showing.day, showing.ahead, &actor)?)
                    }
                    ReviewFrame::Day { .. } => None,
                },
                coming: coming(&session, showing.day)?,
            })
        })
    }

    /// What the day brings.
    pub fn today(&self) -> Result<TodayView> {
        let list = |query: CommitmentQuery| -> Result<CommitmentPage> { self.commitments(&query) };
        let overdue = list(CommitmentQuery {
            exceptions: vec![Exception::Overdue],
            sort: Sort::Due,
            limit: TODAY_ROWS,
            ..CommitmentQuery::open()
        })?;
        let due_soon = CommitmentQuery {
            exceptions: vec![Exception::DueBefore],
            sort: Sort::Due,
            limit: TODAY_ROWS,
            ..CommitmentQuery::open()
        };
        self.keep_counts(None)?;
        let due_soon = list(due_soon)?;
        let stale = list(CommitmentQuery {
            exceptions: vec![Exception::Stale],
            sort: Sort::Heard,
            limit: TODAY_ROWS,
            ..CommitmentQuery::open()
        })?;
        let cancelled = list(CommitmentQuery {
            exceptions: vec![Exception::Cancelled],
            sort: Sort::Ref,
            limit: TODAY_ROWS,
            ..CommitmentQuery::open()
        })?;
        self.showing(None, |showing| {
            let session = showing.session;
            let day = showing.day;
            let row = |meeting: &Meeting| super::meeting::row(&session, meeting, day);
            let tally = month(&session, day)?;
            let troubles = instrument::Brought::of(self, &session, day)?;
            let rows = TODAY_ROWS as usize;
            let shown = |found: &[instrument::Reckoned]| instrument::rows_from(showing, found, rows);
            let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
            let coming = session.coming(day, day + Days::new(HORIZON))?;
            Ok(TodayView {
                day,
                overdue: overdue.rows,
                due_soon: due_soon.rows,
                stale: stale.rows,
                meetings: coming.iter().take(rows).map(row).collect::<Result<_>>()?,
                meeting_count: count(coming.len()),
                drafts: session.draft_records(TODAY_ROWS)?.iter().map(row).collect::<Result<_>>()?,
                draft_count: session.count_draft_records()?,
                notices: shown(&troubles.notices)?,
                notice_count: count(troubles.notices.len()),
                not_in_force: shown(&troubles.not_in_force)?,
                not_in_force_count: count(troubles.not_in_force.len()),
                moves: meeting_move::since(&session, day - Days::new(HORIZON))?,
                cancelled: cancelled.rows,
                due_soon_count: tally.due_before,
                tally,
            })
        })
    }
}

impl Dossier {
    /// Keeps the counts that a review looks at, from the first time on that they take long to count.
    pub(super) fn keep_counts(&self, frame: Option<ReviewFrame>) -> Result<()> {
        // Of a past day, they are kept beside the file.
        let past = self.store().past().is_some();
        if self.read_only().is_some() && !past {
            return Ok(());
        }
        let missing = self.store().read(|session| {
            let day = self.day_in(session)?;
            let ahead = looked_ahead(&session, day, frame)?;
            let open: u32 = session.counts_by_track()?.iter().map(|(_, open, _)| open).sum();
            Ok(open >= KEPT_FROM && session.kept_tallies(day, ahead)?.is_none())
        })?;
        if missing {
            let keep = |session: Session<'_>| {
                let day = self.day_in(session)?;
                let ahead = looked_ahead(&session, day, frame)?;
                session.keep_tallies(day, ahead, &session.count_tallies(day, ahead)?)
            };
            let kept = if past { self.store().read(keep) } else { self.store().write(keep) };
            if let Err(error) = kept {
                // Looking does not fail for want of room on the disk: what is not kept is counted each time.
                tracing::warn!(%error, "the counts are not kept");
            }
        }
        Ok(())
    }
}

impl CommitmentQuery {
    /// All open commitments, in the order of a review.
    #[must_use]
    pub fn open() -> Self {
        Self { open: Some(true), ..Self::all() }
    }

    /// All commitments, in the order of a review; a hundred at a time.
    #[must_use]
    pub fn all() -> Self {
        Self {
            frame: None,
            open: None,
            tracks: Vec::new(),
            delivery: Vec::new(),
            freshness: Vec::new(),
            exceptions: Vec::new(),
            on_course: None,
            decided: None,
            statuses: Vec::new(),
            owner: None,
            party: None,
            meeting: None,
            dialogue: None,
            due_by: None,
            due_before: None,
            words: String::new(),
            sort: Sort::Review,
            descending: false,
            group: None,
            after: None,
            limit: 100,
        }
    }
}

/// Meetings to come, soonest first.
pub(super) fn coming(session: &Session<'_>, day: Day) -> Result<Vec<NextMeeting>> {
    // Days are compared as text, so the last one that counts has four digits of years.
    let found = session.coming(day, Day::from_ymd_opt(9999, 12, 31).unwrap_or(Day::MAX))?;
    Ok(found
        .into_iter()
        .filter_map(|meeting| {
            let on = meeting.begins_on?;
            Some(NextMeeting {
                id: meeting.id,
                title: meeting.title,
                on,
                days: i32::try_from((on - day).num_days()).ok()?,
                level: meeting.level,
            })
        })
        .collect())
}

/// The meeting that a review is opened with: the next at ministerial level or above, or else the next of any.
pub(super) fn next(session: &Session<'_>, day: Day) -> Result<Option<NextMeeting>> {
    let coming = coming(session, day)?;
    let high = coming.iter().position(|meeting| meeting.level >= Level::Ministerial).unwrap_or(0);
    Ok(coming.into_iter().nth(high))
}

/// Open commitments counted, looking a month ahead.
pub(super) fn month(session: &Session<'_>, day: Day) -> Result<Tally> {
    Ok(sum(&tallies(session, day, ReviewFrame::Day { on: day + Days::new(HORIZON) })?))
}

/// Open commitments counted by track.
pub(super) fn tallies(session: &Session<'_>, day: Day, frame: ReviewFrame) -> Result<Vec<Tally>> {
    let ahead = looked_ahead(session, day, Some(frame))?;
    match session.kept_tallies(day, ahead)? {
        Some(tallies) => Ok(tallies),
        None => session.count_tallies(day, ahead),
    }
}

fn in_order(session: &Session<'_>, mut tallies: Vec<Tally>) -> Result<Vec<Tally>> {
    let tracks: Vec<Option<Id>> = session.tracks()?.iter().map(|track| Some(track.id)).collect();
    tallies.sort_by_key(|tally| tracks.iter().position(|track| *track == tally.track));
    Ok(tallies)
}

/// The sum of tallies.
pub(super) fn sum(tallies: &[Tally]) -> Tally {
    let add = |field: fn(&Tally) -> u32| tallies.iter().map(field).sum();
    Tally {
        track: None,
        overdue: add(|tally| tally.overdue),
        blocked: add(|tally| tally.blocked),
        due_before: add(|tally| tally.due_before),
        stale: add(|tally| tally.stale),
        cancelled: add(|tally| tally.cancelled),
        exceptions: add(|tally| tally.exceptions),
        on_course: add(|tally| tally.on_course),
        red: add(|tally| tally.red),
        amber: add(|tally| tally.amber),
        green: add(|tally| tally.green),
        grey: add(|tally| tally.grey),
        open: add(|tally| tally.open),
    }
}

/// The heads of delegation, in one line: `Modi and Obama`.
fn heads(session: &Session<'_>, meeting: Id) -> Result<String> {
    let mut names = Vec::new();
    for row in session.with::<Attendance>("meeting_id", meeting)? {
        if row.role == AttendanceRole::Head {
            names.push(match row.person {
                Some(person) => session.require::<Person>(person)?.name,
                None => row.name,
            });
        }
    }
    names.retain(|name| !name.is_empty());
    Ok(match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    })
}
