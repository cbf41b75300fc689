//! Forty years of rounds, one after the other: each is logged with what was promised and heard, and settles what has
//! come to its end since.

use std::collections::HashMap;

use chrono::Datelike as _;
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

/// How many promises a round makes where very many are made: a million come of twenty thousand rounds.
const ON_ONE_TABLE: i64 = 50;

/// The desk that keeps the synthetic dossier.
pub(super) struct Desk<'d> {
    pub(super) dossier: &'d Dossier,
    pub(super) clock: &'d SetClock,
    pub(super) cast: &'d Cast,
    /// How many follow-ups a commitment has on average.
    pub(super) times: f64,
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

/// What has come of the years.
pub(super) struct Told {
    /// The promises that are still open, dialogue by dialogue.
    pub(super) open: Vec<Promise>,
    /// How many follow-ups came with the rounds.
    pub(super) follow_ups: usize,
}

/// Tells the years.
pub(super) fn run(desk: &Desk<'_>, chance: &mut Chance, commitments: u32, progress: &mut Progress) -> Result<Told> {
    let mechanisms = &desk.cast.mechanisms;
    let rounds = rounds(desk, chance, commitments);
    let mut of_each = vec![0_u32; mechanisms.len()];
    let mut last_rounds = vec![last_day(); mechanisms.len()];
    for (on, mechanism) in &rounds {
        of_each[*mechanism] += 1;
        last_rounds[*mechanism] = *on;
    }
    let mut open: Vec<Vec<Promise>> = mechanisms.iter().map(|_| Vec::new()).collect();
    let mut revisions = Revisions::default();
    let mut summits = Summits::default();
    let mut follow_ups = 0;
    let mut left = commitments;
    // What each round of a dialogue weighs: together they are all that is left to be promised.
    let weight_of = |mechanism: usize| mechanisms[mechanism].weight / f64::from(of_each[mechanism]);
    let mut weight_left: f64 = rounds.iter().map(|(_, mechanism)| weight_of(*mechanism)).sum();
    for (number, (on, mechanism)) in rounds.iter().enumerate() {
        let summit = summits.before(desk, *on)?;
        desk.clock.set(noon(*on));
        let even = f64::from(left) * weight_of(*mechanism) / weight_left;
        weight_left -= weight_of(*mechanism);
        let last = number + 1 == rounds.len();
        let count = if last { left } else { share(chance, even).min(left) };
        let round = round::Round { on: *on, mechanism: *mechanism, last: last_rounds[*mechanism], summit };
        let promises = &mut open[*mechanism];
        follow_ups += round::log(desk, chance, &round, count, promises, &mut revisions)?;
        // Where a dialogue meets every few weeks, its desk goes through the list every third time.
        if of_each[*mechanism] < 60 || number % 3 == 0 || *on == last_rounds[*mechanism] {
            settle(desk, chance, *on, promises, &mut revisions)?;
        }
        left -= count;
        progress.at(commitments - left);
    }
    summits.before(desk, last_day())?;
    planned(desk, chance)?;
    Ok(Told { open: open.into_iter().flatten().collect(), follow_ups })
}

/// When which dialogue meets, in order: those that promise much meet more often.
fn rounds(desk: &Desk<'_>, chance: &mut Chance, commitments: u32) -> Vec<(Day, usize)> {
    let mechanisms = &desk.cast.mechanisms;
    let number = i64::try_from(mechanisms.len()).unwrap_or(1);
    let of_each = i64::from(commitments) / number;
    // A round every few years as soon as each makes a few promises; where there are very many, one for fifty of them.
    let each = (of_each / 4).min(12).max(of_each / ON_ONE_TABLE).max(2);
    let roots: Vec<f64> = mechanisms.iter().map(|mechanism| mechanism.weight.sqrt()).collect();
    let even: f64 = roots.iter().sum::<f64>() / f64::from(u32::try_from(number).unwrap_or(1));
    // The last rounds lie some weeks back.
    let span = (last_day() - first_day()).num_days() - 60;
    let mut found: Vec<(Day, usize)> = Vec::new();
    for (mechanism, root) in roots.iter().enumerate() {
        let each = f64::from(u32::try_from(each).unwrap_or(u32::MAX));
        let rounds = i64::from(chance.about(each * root / even)).max(2);
        let step = span / rounds;
        found.extend((0..rounds).map(|number| {
            (first_day() + days(10 + number * step + chance.between(0, step.clamp(1, 120) - 1)), mechanism)
        }));
    }
    found.sort_unstable();
    found
}

/// How many commitments a round makes: as many as its place asks for, give or take a half.
fn share(chance: &mut Chance, even: f64) -> u32 {
    let whole = i64::from(chance.about(even));
    match whole {
        0..=2 => chance.about(even),
        _ => u32::try_from(chance.between(whole / 2, whole * 3 / 2)).unwrap_or(0),
    }
}

/// The yearly meetings of the leaders: one is always planned, so that promises can be due by it.
#[derive(Default)]
struct Summits {
    coming: Option<(Id, i32, Day)>,
    year: i32,
}

impl Summits {
    /// The summit to come as of `on`; those that have passed are entered as held.
    fn before(&mut self, desk: &Desk<'_>, on: Day) -> Result<Id> {
        loop {
            match self.coming {
                Some((id, _, day)) if day >= on => return Ok(id),
                Some((id, revision, day)) => {
                    desk.clock.set(noon(day));
                    summit(desk, day, MeetingState::Held, Some((id, revision)))?;
                    self.coming = None;
                }
                None => {
                    self.year = if self.year == 0 { first_day().year() } else { self.year + 1 };
                    let on = day(self.year, 11, 20);
                    let (id, revision) = summit(desk, on, MeetingState::Planned, None)?;
                    self.coming = Some((id, revision, on));
                }
            }
        }
    }
}

fn summit(desk: &Desk<'_>, on: Day, state: MeetingState, stored: Option<(Id, i32)>) -> Result<(Id, i32)> {
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
        marking: Vec::new(),
        prefill_agenda: false,
    };
    let changed = desk.dossier.save_meeting(&draft)?;
    let revision =
        changed.changes.iter().find(|change| change.id == changed.output).map_or(1, |change| change.revision);
    Ok((changed.output, revision))
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
            marking: Vec::new(),
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
            with_event: false,
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
        evidence_instrument: None,
    }
}
