//! What parties have given: renewals agreed by all of them, and notices that one of them ends its part.

use super::Facts;
use crate::{clock::Day, id::Id, vocabulary::InstrumentActKind};

/// A renewal that all parties have agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Agreed {
    /// The day on which the last of them did.
    pub(crate) on: Day,
    /// To which day, where it says so.
    pub(crate) until: Option<Day>,
}

/// A notice that a party ends its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Given {
    /// Of non-renewal, or a denunciation.
    pub(crate) kind: InstrumentActKind,
    /// By whom; none for all.
    pub(crate) party: Option<Id>,
    /// The day it was given.
    pub(crate) on: Day,
    /// The last day it leaves in force, where it says so.
    pub(crate) effective_on: Option<Day>,
    /// The day it was revoked: void where that was before it took effect.
    revoked_on: Option<Day>,
}

impl Given {
    /// Whether it stands on the last day it would leave in force.
    pub(super) fn stands(&self, last: Day) -> bool {
        self.revoked_on.is_none_or(|revoked| revoked > last)
    }
}

/// Renewals agreed by a day, in order. Of acts by single parties it takes one of each.
pub(super) fn renewals(facts: &Facts, day: Day) -> Vec<Agreed> {
    let mut found = Vec::new();
    let mut agreed: Vec<Id> = Vec::new();
    let mut until: Option<Day> = None;
    for act in facts.of(InstrumentActKind::Renewal, day) {
        let Some(on) = act.day() else { continue };
        let Some(party) = act.party else {
            found.push(Agreed { on, until: act.until_on });
            continue;
        };
        agreed.push(party);
        until = until.max(act.until_on);
        if facts.parties.iter().all(|(party, _)| agreed.contains(party)) {
            found.push(Agreed { on, until: until.take() });
            agreed.clear();
        }
    }
    found
}

/// Who has agreed to a renewal that others have not agreed to yet.
pub(super) fn renewing(facts: &Facts, day: Day) -> Vec<Id> {
    let mut agreed: Vec<Id> = Vec::new();
    for party in facts.of(InstrumentActKind::Renewal, day).filter(|act| act.day().is_some()).filter_map(|act| act.party)
    {
        agreed.push(party);
        if facts.parties.iter().all(|(party, _)| agreed.contains(party)) {
            agreed.clear();
        }
    }
    agreed
}

/// Notices of one kind given by a day, in order.
pub(super) fn notices(facts: &Facts, kind: InstrumentActKind, day: Day) -> Vec<Given> {
    let revoked = |party: Option<Id>, from: Day| {
        facts
            .of(InstrumentActKind::Revocation, day)
            .filter(|act| act.party == party)
            .filter_map(super::Happened::day)
            .find(|on| *on >= from)
    };
    facts
        .of(kind, day)
        .filter_map(|act| {
            let on = act.day()?;
            let revoked_on = revoked(act.party, on);
            Some(Given { kind, party: act.party, on, effective_on: act.effective_on, revoked_on })
        })
        .collect()
}

/// Whether fewer than two parties remain when these have gone; none of them stands for all.
pub(super) fn too_few_remain(facts: &Facts, gone: &[Option<Id>]) -> bool {
    if gone.contains(&None) {
        return true;
    }
    facts.parties.iter().filter(|(party, _)| !gone.contains(&Some(*party))).count() < 2
}
