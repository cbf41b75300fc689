//! Signing, consent and entry into force: whether and when, and what is missing before.

use super::{Facts, Happened, period};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{EntryClause, InstrumentActKind, Stage},
};

/// Whether an instrument has entered into force or operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entered {
    /// Not, as far as it is known by the day.
    No,
    /// It has, or will, on this day; by an act of entry into force where `said`.
    On {
        /// The day.
        on: Day,
        /// Whether an act says so.
        said: bool,
    },
    /// It has, on a day that is not known.
    Some {
        /// Whether an act says so.
        said: bool,
    },
}

impl Entered {
    /// The day, where it is known.
    pub(crate) fn on(self) -> Option<Day> {
        match self {
            Self::On { on, .. } => Some(on),
            Self::No | Self::Some { .. } => None,
        }
    }

    /// Whether it has happened by a day.
    pub(crate) fn has_happened(self, day: Day) -> bool {
        match self {
            Self::No => false,
            Self::On { on, .. } => on <= day,
            Self::Some { .. } => true,
        }
    }

    /// Whether an act says so.
    pub(crate) fn is_said(self) -> bool {
        matches!(self, Self::On { said: true, .. } | Self::Some { said: true })
    }
}

/// An act that is missing before an instrument enters into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing {
    /// Which.
    pub(crate) kind: InstrumentActKind,
    /// From which party; none where all do it together, or any will do.
    pub(crate) party: Option<Id>,
    /// How many of them, where any parties will do.
    pub(crate) count: usize,
}

/// How far something that every party does has come.
pub(super) struct Progress {
    /// Who has not done it.
    pub(super) missing: Vec<Id>,
    /// The days on which the parties did it, in order; none for a day that is not known.
    pub(super) days: Vec<Option<Day>>,
}

impl Progress {
    /// How far an act that each party does, or all together, has come by a day. Of several by one party, the first counts.
    pub(super) fn of(facts: &Facts, day: Day, counts: impl Fn(InstrumentActKind) -> bool) -> Self {
        let done: Vec<&Happened> = facts.done(day).filter(|act| counts(act.kind)).collect();
        let together = done.iter().find(|act| act.party.is_none());
        let first = |party: Id| done.iter().find(|act| act.party == Some(party)).or(together);
        let mut days: Vec<Option<Day>> =
            facts.parties.iter().filter_map(|(party, _)| first(*party)).map(|act| act.day()).collect();
        // What bears no day was done at some time; it comes first, so that the last day is the last known one.
        days.sort();
        let missing = facts.parties.iter().map(|(party, _)| *party).filter(|party| first(*party).is_none()).collect();
        Self { missing, days }
    }

    /// Whether all have done it; the day of the last, where the days are known.
    pub(super) fn complete(&self) -> Option<Option<Day>> {
        let all = self.missing.is_empty() && !self.days.is_empty();
        all.then(|| self.nth(self.days.len()))
    }

    /// The day on which so many had done it.
    fn nth(&self, count: usize) -> Option<Day> {
        let days: Option<Vec<Day>> = self.days.iter().copied().collect();
        days?.get(count.checked_sub(1)?).copied()
    }
}

/// Whether anything has been begun by a day: signed by somebody, in force, or said by hand to have taken effect.
pub(super) fn is_begun(facts: &Facts, entered: &Entered, day: Day) -> bool {
    let by_hand = facts.by_hand.is_some_and(|(stage, _)| stage == Stage::Signed || stage.has_effect());
    by_hand || entered.has_happened(day) || facts.done(day).any(|act| act.kind.signs())
}

/// How far signing has come by a day.
pub(super) fn signing(facts: &Facts, day: Day) -> Progress {
    Progress::of(facts, day, InstrumentActKind::signs)
}

/// Whether, and when, it enters into force as far as is known by a day.
pub(super) fn entered(facts: &Facts, day: Day) -> Entered {
    let said = said(facts, day);
    if said != Entered::No { said } else { by_clause(facts, day) }
}

/// What acts of entry into force say: one by all, or the second of single parties, since it takes two.
fn said(facts: &Facts, day: Day) -> Entered {
    let acts: Vec<&Happened> = facts.of(InstrumentActKind::EntryIntoForce, day).collect();
    let on = |act: &Happened| match act.effect() {
        Some(on) => Entered::On { on, said: true },
        None => Entered::Some { said: true },
    };
    if let Some(together) = acts.iter().find(|act| act.party.is_none()) {
        return on(together);
    }
    let single = Progress::of(facts, day, |kind| kind == InstrumentActKind::EntryIntoForce);
    match single.days.len() {
        0 | 1 => Entered::No,
        _ => match single.nth(2) {
            Some(on) => Entered::On { on, said: true },
            None => Entered::Some { said: true },
        },
    }
}

/// What the entry clause comes to, with the acts done by a day.
pub(super) fn by_clause(facts: &Facts, day: Day) -> Entered {
    let rule = &facts.entry;
    let signed = signing(facts, day);
    let notified = |kind: InstrumentActKind| kind == InstrumentActKind::Notification;
    // Whether it is complete, and then from which day it counts, where that is known.
    let complete: Option<Option<Day>> = match rule.clause {
        EntryClause::NotStated if facts.waits_for_consent() => {
            Progress::of(facts, day, InstrumentActKind::consents).complete().or_else(|| exchanged(facts, day))
        }
        EntryClause::NotStated | EntryClause::OnSignature => signed.complete(),
        EntryClause::OnNotifications => Progress::of(facts, day, notified).complete(),
        EntryClause::OnExchange => exchanged(facts, day),
        EntryClause::OnRatifications => {
            let consents = Progress::of(facts, day, InstrumentActKind::consents);
            let wanted = wanted(facts);
            (consents.days.len() >= wanted && wanted > 0).then(|| consents.nth(wanted))
        }
        EntryClause::OnDay => signed.complete().map(|signed| {
            // What is signed later than its own day cannot enter into force before it is signed.
            let on = rule.on?;
            Some(signed.map_or(on, |signed| signed.max(on)))
        }),
    };
    let Some(from) = complete else { return Entered::No };
    let waited = from.and_then(|from| match rule.after {
        Some(period) => period::runs_out(from, period.into()),
        None => Some(from),
    });
    let on = waited.and_then(|on| if rule.first_of_month { period::first_of_next_month(on) } else { Some(on) });
    on.map_or(Entered::Some { said: false }, |on| Entered::On { on, said: false })
}

/// How many ratifications it takes.
fn wanted(facts: &Facts) -> usize {
    facts.entry.count.and_then(|count| usize::try_from(count).ok()).unwrap_or(facts.parties.len())
}

/// The exchange of instruments: one act, or the last of the parties'.
fn exchanged(facts: &Facts, day: Day) -> Option<Option<Day>> {
    Progress::of(facts, day, |kind| kind == InstrumentActKind::Exchange).complete()
}

/// What is missing by a day before it enters into force, in the order in which it is done.
pub(super) fn missing(facts: &Facts, day: Day) -> Vec<Missing> {
    let from = |kind: InstrumentActKind, parties: Vec<Id>| {
        parties.into_iter().map(move |party| Missing { kind, party: Some(party), count: 1 })
    };
    let mut found: Vec<Missing> = from(InstrumentActKind::Signature, signing(facts, day).missing).collect();
    let consents = Progress::of(facts, day, InstrumentActKind::consents);
    let has_consented = |party: &Id| !consents.missing.contains(party);
    // Who has acceded or signed with that effect need not sign besides; and where some ratifications are enough, it is
    // not for want of a signature that it waits.
    let some_will_do = facts.entry.clause == EntryClause::OnRatifications && wanted(facts) < facts.parties.len();
    found.retain(|missing| !some_will_do && !missing.party.as_ref().is_some_and(has_consented));
    match facts.entry.clause {
        EntryClause::OnSignature | EntryClause::OnDay => {}
        EntryClause::NotStated if !facts.waits_for_consent() => {}
        EntryClause::NotStated => found.extend(from(InstrumentActKind::Ratification, consents.missing)),
        EntryClause::OnNotifications => {
            let notified = Progress::of(facts, day, |kind| kind == InstrumentActKind::Notification);
            found.extend(from(InstrumentActKind::Notification, notified.missing));
        }
        EntryClause::OnExchange => {
            found.extend(from(InstrumentActKind::Ratification, consents.missing));
            if exchanged(facts, day).is_none() {
                found.push(Missing { kind: InstrumentActKind::Exchange, party: None, count: 1 });
            }
        }
        EntryClause::OnRatifications => {
            let left = wanted(facts).saturating_sub(consents.days.len());
            if left >= consents.missing.len() {
                found.extend(from(InstrumentActKind::Ratification, consents.missing));
            } else if left > 0 {
                found.push(Missing { kind: InstrumentActKind::Ratification, party: None, count: left });
            }
        }
    }
    found
}
