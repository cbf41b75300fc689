//! What becomes of a promise: how it ends, when it is due, when something is heard of it. Drawn when it is made, so that
//! the years can be told in order.

use rapporteur_core::{
    clock::Day,
    id::Id,
    vocabulary::{Bound, Status, Strength},
};

use super::{chance::Chance, last_day};

const YEAR: i64 = 365;

/// How a promise ends, or stands on the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Open(Status),
    Closed(Status, Day),
}

/// By when, before meetings have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    NoDate,
    Ongoing,
    Day(Day),
    NextSummit,
    Event(Day),
    Recurring(i32, Day),
}

/// A promise under way.
pub(super) struct Promise {
    pub(super) id: Id,
    pub(super) fate: Fate,
    /// When something is still to be heard of it, latest first.
    pub(super) heard: Vec<Day>,
    /// When its date is put off.
    pub(super) slips_on: Option<Day>,
    /// When it comes to be blocked.
    pub(super) blocked_on: Option<Day>,
}

/// What a promise will be, before it is entered.
pub(super) struct Prospect {
    pub(super) bound: Bound,
    pub(super) strength: Strength,
    pub(super) by: By,
    pub(super) status: Status,
    pub(super) fate: Fate,
    pub(super) heard: Vec<Day>,
    pub(super) slips_on: Option<Day>,
    pub(super) blocked_on: Option<Day>,
}

/// Draws what becomes of a promise made on `made` in a dialogue that meets for the last time on `last_round`.
/// Something is heard of it `times` times on average.
pub(super) fn draw(chance: &mut Chance, made: Day, last_round: Day, times: f64) -> Prospect {
    let fate = fate(chance, made, last_round);
    let by = by(chance, made, matches!(fate, Fate::Open(_)));
    let heard = heard(chance, made, fate, times);
    let status = match fate {
        Fate::Open(Status::NotStarted) => Status::NotStarted,
        // Nothing is ever heard of it, so it stands as it was entered.
        Fate::Open(_) if heard.is_empty() => Status::InProgress,
        _ => Status::NotStarted,
    };
    let slips_on = match by {
        By::Day(on) | By::Event(on) if chance.of_hundred(24) => {
            let on = made + days((on - made).num_days() * 3 / 4);
            Some(on).filter(|on| *on < last_round && !matches!(fate, Fate::Closed(_, closed) if closed <= *on))
        }
        _ => None,
    };
    let blocked_on = match fate {
        Fate::Open(Status::NotStarted | Status::InProgress) if chance.of_hundred(6) => {
            Some(made + days(chance.between(20, (last_round - made).num_days().max(21))))
        }
        _ => None,
    };
    Prospect {
        bound: chance.weighted(&[(70, Bound::Both), (16, Bound::Partner), (14, Bound::Home)]),
        strength: chance.weighted(&[(60, Strength::Firm), (27, Strength::Intent), (13, Strength::Soft)]),
        by,
        status,
        fate,
        heard,
        slips_on,
        blocked_on,
    }
}

/// The older, the likelier closed.
fn fate(chance: &mut Chance, made: Day, last_round: Day) -> Fate {
    let age = (last_day() - made).num_days();
    let closed = u32::try_from((15 + age * 6 / YEAR).min(88)).unwrap_or(88);
    if chance.of_hundred(closed) {
        let on = made + days(chance.between(45, age.min(4 * YEAR)));
        if on <= last_round {
            let how = chance.weighted(&[
                (72, Status::Fulfilled),
                (8, Status::NotFulfilled),
                (10, Status::Dropped),
                (10, Status::Superseded),
            ]);
            return Fate::Closed(how, on);
        }
    }
    Fate::Open(chance.weighted(&[
        (28, Status::NotStarted),
        (54, Status::InProgress),
        (11, Status::Delivered),
        (7, Status::Suspended),
    ]))
}

/// By when. What is still open is seldom long overdue: such promises were given new dates, or closed.
fn by(chance: &mut Chance, made: Day, open: bool) -> By {
    let mut on = made + days(chance.between(60, 900));
    if open && on < last_day() && !chance.of_hundred(25) {
        on = last_day() + days(chance.between(3, 540));
    }
    match chance.between(1, 100) {
        1..=14 => By::NoDate,
        15..=28 => By::Ongoing,
        73..=84 if !open || (last_day() - made).num_days() < YEAR => By::NextSummit,
        29..=84 => By::Day(on),
        85..=89 => By::Event(on),
        _ => {
            let months = *chance.one(&[3, 6, 12]);
            By::Recurring(months, on.max(made + days(i64::from(months) * 30)))
        }
    }
}

/// How often something is heard, in cases of a hundred, where it is [`EVEN`] times on average: of some never, of most a
/// few times, of one in a hundred dozens of times.
const HEARD: &[(u32, u32)] =
    &[(13, 0), (12, 1), (14, 2), (14, 3), (12, 4), (10, 6), (9, 8), (7, 10), (5, 13), (3, 18), (1, 48)];
const EVEN: f64 = 4.99;

/// What is heard, `times` times on average; of open promises the last time lies within a month for a good third.
fn heard(chance: &mut Chance, made: Day, fate: Fate, times: f64) -> Vec<Day> {
    let last = match fate {
        Fate::Open(_) => last_day(),
        Fate::Closed(_, on) => on,
    };
    let span = (last - made).num_days();
    let drawn = f64::from(chance.weighted(HEARD));
    let times = chance.about(drawn * times / EVEN);
    let mut found: Vec<Day> = (0..times).map(|_| made + days(chance.between(span.min(7), span))).collect();
    found.sort_unstable();
    if let (Fate::Open(_), Some(newest)) = (fate, found.last_mut()) {
        let ago = match chance.between(1, 100) {
            1..=35 => chance.between(0, 30),
            36..=55 => chance.between(31, 90),
            _ => i64::MAX,
        };
        if ago < span {
            *newest = last - days(ago);
        }
    }
    found.sort_unstable_by(|one, other| other.cmp(one));
    found
}

impl Promise {
    /// The promise, now that it is entered.
    pub(super) fn of(id: Id, prospect: &Prospect) -> Self {
        Self {
            id,
            fate: prospect.fate,
            heard: prospect.heard.clone(),
            slips_on: prospect.slips_on,
            blocked_on: prospect.blocked_on,
        }
    }

    /// The next day something is heard, if that is by `day`, and the status it then gets.
    pub(super) fn hear(&mut self, day: Day) -> Option<(Day, Option<Status>)> {
        let on = self.heard.pop_if(|on| *on <= day)?;
        let status = match self.fate {
            Fate::Open(Status::NotStarted) => None,
            Fate::Open(status) if self.heard.is_empty() => Some(status),
            _ => Some(Status::InProgress),
        };
        Some((on, status))
    }
}

/// So many days.
pub(super) fn days(count: i64) -> chrono::TimeDelta {
    chrono::TimeDelta::days(count)
}
