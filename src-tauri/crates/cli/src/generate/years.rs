//! Fifteen years of rounds, one after the other: each is logged with what was promised and heard, and settles what has
//! come to its end since.

use std::collections::HashMap;

use rapporteur_core::{
    Dossier, Result,
    clock::{Day, SetClock},
    id::Id,
    vocabulary::{DayPrecision, Level, MeetingState, Mode, Noun, Status},
    wire::{Changed, DueDateDraft, DueDraft, MeetingDraft, Seen, StatusDraft},
};

use super::{
    cast::{CAPITAL, Cast},
    chance::Chance,
    day, first_day, last_day, noon,
    promise::{Fate, Promise, days},
    round, wording,
};
use crate::progress::Progress;

/// Most commitments changed by one act.
const AT_ONCE: usize = 200;

/// The desk that keeps the synthetic dossier.
pub(super) struct Desk<'d> {
    pub(super) dossier: &'d Dossier,
    pub(super) clock: &'d SetClock,
    pub(super) cast: &'d Cast,
}

/// The revision each commitment has now, since a change states the one it was read at.
#[derive(Default)]
pub(super) struct Revisions(HashMap<Id, i32>);

impl Revisions {
    pub(super) fn take<T>(&mut self, changed: &Changed<T>) {
        for change in changed.changes.iter().filter(|change| change.noun == Noun::Commitment) {
            self.0.insert(change.id, change.revision);
        }
    }

    fn seen(&self, ids: &[Id]) -> Vec<Seen> {
        ids.iter().map(|id| Seen { id: *id, revision: self.0.get(id).copied().unwrap_or(1) }).collect()
    }
}

/// Tells the years. Answers the promises that are still open, dialogue by dialogue.
pub(super) fn run(
    desk: &Desk<'_>,
    chance: &mut Chance,
    commitments: u32,
    progress: &mut Progress,
) -> Result<Vec<Promise>> {
    let rounds = rounds(desk, chance, commitments);
    let mechanisms = desk.cast.mechanisms.len();
    let last_of =
        |mechanism: usize| rounds.iter().rev().find(|(_, of)| *of == mechanism).map_or(last_day(), |(on, _)| *on);
    let last_rounds: Vec<Day> = (0..mechanisms).map(last_of).collect();
    let mut open: Vec<Vec<Promise>> = last_rounds.iter().map(|_| Vec::new()).collect();
    let mut revisions = Revisions::default();
    let mut summits = Summits::default();
    let mut left = commitments;
    for (number, (on, mechanism)) in rounds.iter().enumerate() {
        let summit = summits.before(desk, *on)?;
        desk.clock.set(noon(*on));
        let count = share(chance, left, rounds.len() - number);
        let round = round::Round { on: *on, mechanism: *mechanism, last: last_rounds[*mechanism], summit };
        let promises = &mut open[*mechanism];
        round::log(desk, chance, &round, count, promises, &mut revisions)?;
        // Where a dialogue meets every few weeks, its desk goes through the list every third time.
        if rounds.len() < mechanisms * 20 || number % 3 == 0 || *on == last_rounds[*mechanism] {
            settle(desk, chance, *on, promises, &mut revisions)?;
        }
        left -= count;
        progress.at(commitments - left);
    }
    summits.before(desk, last_day())?;
    planned(desk, chance)?;
    Ok(open.into_iter().flatten().collect())
}

/// When which dialogue meets, in order.
fn rounds(desk: &Desk<'_>, chance: &mut Chance, commitments: u32) -> Vec<(Day, usize)> {
    let mechanisms = desk.cast.mechanisms.len();
    let of_each = i64::from(commitments) / i64::try_from(mechanisms).unwrap_or(1);
    // A yearly round as soon as each makes a few promises; up to three a year where there are very many.
    let each = (of_each / 4).min(15).max((of_each / 12).min(45)).max(2);
    // The last rounds lie some weeks back.
    let span = (last_day() - first_day()).num_days() - 60;
    let step = span / each;
    let mut found: Vec<(Day, usize)> = (0..mechanisms)
        .flat_map(|mechanism| (0..each).map(move |number| (number, mechanism)))
        .map(|(number, mechanism)| {
            (first_day() + days(10 + number * step + chance.between(0, step.min(120) - 1)), mechanism)
        })
        .collect();
    found.sort_unstable();
    found
}

/// How many commitments a round makes: of what is left, as many as its place asks for, give or take a half.
fn share(chance: &mut Chance, left: u32, rounds: usize) -> u32 {
    let rounds = u32::try_from(rounds).unwrap_or(1);
    match left / rounds {
        _ if rounds == 1 => left,
        0 => u32::from(chance.of_hundred(left * 100 / rounds)),
        even => {
            let even = i64::from(even);
            u32::try_from(chance.between(even / 2, even * 3 / 2)).unwrap_or(0).min(left)
        }
    }
}

/// The yearly meetings of the leaders: one is always planned, so that promises can be due by it.
#[derive(Default)]
struct Summits {
    coming: Option<(Id, Day)>,
    year: i32,
}

impl Summits {
    /// The summit to come as of `on`; those that have passed are entered as held.
    fn before(&mut self, desk: &Desk<'_>, on: Day) -> Result<Id> {
        loop {
            match self.coming {
                Some((id, day)) if day >= on => return Ok(id),
                Some((id, day)) => {
                    desk.clock.set(noon(day));
                    let row = desk.dossier.meeting(id)?.row;
                    summit(desk, day, MeetingState::Held, Some((id, row.revision)))?;
                    self.coming = None;
                }
                None => {
                    self.year = if self.year == 0 { 2010 } else { self.year + 1 };
                    let on = day(self.year, 11, 20);
                    self.coming = Some((summit(desk, on, MeetingState::Planned, None)?, on));
                }
            }
        }
    }
}

fn summit(desk: &Desk<'_>, on: Day, state: MeetingState, stored: Option<(Id, i32)>) -> Result<Id> {
    let draft = MeetingDraft {
        id: stored.map(|(id, _)| id),
        revision: stored.map_or(0, |(_, revision)| revision),
        dialogue: None,
        ordinal: None,
        title: format!("Leaders’ meeting {}", on.format("%Y")),
        level: Level::Summit,
        begins_on: Some(on),
        ends_on: None,
        precision: DayPrecision::Day,
        place: CAPITAL.into(),
        mode: Mode::InPerson,
        host: Some(desk.cast.home),
        state,
        parent: None,
        note: String::new(),
        prefill_agenda: false,
    };
    Ok(desk.dossier.save_meeting(&draft)?.output)
}

/// Every dialogue has its next round planned.
fn planned(desk: &Desk<'_>, chance: &mut Chance) -> Result<()> {
    for mechanism in &desk.cast.mechanisms {
        let draft = MeetingDraft {
            id: None,
            revision: 0,
            dialogue: Some(mechanism.id),
            ordinal: None,
            title: String::new(),
            level: mechanism.level,
            begins_on: Some(last_day() + days(chance.between(5, 200))),
            ends_on: None,
            precision: DayPrecision::Day,
            place: CAPITAL.into(),
            mode: Mode::InPerson,
            host: Some(desk.cast.home),
            state: MeetingState::Planned,
            parent: None,
            note: String::new(),
            prefill_agenda: false,
        };
        desk.dossier.save_meeting(&draft)?;
    }
    Ok(())
}

/// Puts off, blocks and closes what has come to that by `on`.
fn settle(
    desk: &Desk<'_>,
    chance: &mut Chance,
    on: Day,
    promises: &mut Vec<Promise>,
    revisions: &mut Revisions,
) -> Result<()> {
    let slipped = picked(promises, |promise| promise.slips_on.take_if(|day| *day <= on).is_some());
    for ids in slipped.chunks(AT_ONCE) {
        let changed = desk.dossier.set_due_date(&DueDateDraft {
            commitments: revisions.seen(ids),
            due: DueDraft::Day { on: on + days(chance.between(120, 720)) },
            reason: (*chance.one(wording::PUT_OFF)).into(),
        })?;
        revisions.take(&changed);
    }
    let blocked = picked(promises, |promise| promise.blocked_on.take_if(|day| *day <= on).is_some());
    for ids in blocked.chunks(AT_ONCE / 20) {
        let changed = desk.dossier.set_status(&StatusDraft {
            blocked: Some(true),
            blocked_reason: (*chance.one(wording::BLOCKED)).into(),
            ..unchanged(revisions.seen(ids))
        })?;
        revisions.take(&changed);
    }
    for status in [Status::Fulfilled, Status::NotFulfilled, Status::Dropped, Status::Superseded] {
        let ended = |promise: &Promise| matches!(promise.fate, Fate::Closed(how, day) if how == status && day <= on);
        let closed = picked(promises, |promise| ended(promise));
        for ids in closed.chunks(AT_ONCE) {
            let changed = desk.dossier.set_status(&StatusDraft {
                status: Some(status),
                evidence: (*chance.one(wording::SHOWN)).into(),
                ..unchanged(revisions.seen(ids))
            })?;
            revisions.take(&changed);
        }
        promises.retain(|promise| !ended(promise));
    }
    Ok(())
}

fn picked(promises: &mut [Promise], mut which: impl FnMut(&mut Promise) -> bool) -> Vec<Id> {
    promises.iter_mut().filter_map(|promise| which(promise).then_some(promise.id)).collect()
}

fn unchanged(commitments: Vec<Seen>) -> StatusDraft {
    StatusDraft {
        commitments,
        status: None,
        their_status: None,
        blocked: None,
        blocked_reason: String::new(),
        on: None,
        evidence: String::new(),
        evidence_text: None,
        evidence_follow_up: None,
    }
}
