//! Where an instrument stands, as the acts say and as it was set by hand.

use super::{
    Entered, Facts, Terms,
    end::{End, end},
    enter::signing,
};
use crate::{
    clock::Day,
    vocabulary::{InstrumentActKind, Stage},
};

/// What the stage rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Why {
    /// Nothing has been entered.
    Nothing,
    /// An act of this kind.
    Act(InstrumentActKind),
    /// Its entry into force.
    Entered,
    /// A suspension, to this day where it says so.
    Suspended(Option<Day>),
    /// Its end.
    Ended,
    /// Somebody set it by hand.
    ByHand,
}

/// Where an instrument stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Standing {
    /// The stage: by hand, or as the acts say.
    pub(crate) stage: Stage,
    /// Since when; none where the day is not known.
    pub(crate) since: Option<Day>,
    /// What it rests on.
    pub(crate) why: Why,
    /// What the acts say; none where they decide nothing.
    pub(crate) of_acts: Option<(Stage, Option<Day>, Why)>,
    /// The end it has come to, or will come to as things stand.
    pub(crate) end: Option<End>,
}

impl Standing {
    /// Whether the stage set by hand and that of the acts differ.
    pub(crate) fn contradicts(&self) -> bool {
        self.why == Why::ByHand && self.of_acts.is_some_and(|(stage, ..)| stage != self.stage)
    }
}

/// Where it stands as of a day.
pub(super) fn standing(facts: &Facts, entered: &Entered, terms: &Terms, day: Day) -> Standing {
    let end = end(facts, terms, day);
    let of_acts = of_acts(facts, entered, end.as_ref(), day);
    let (stage, since, why) = match (facts.by_hand, of_acts) {
        (Some((stage, since)), _) => (stage, since, Why::ByHand),
        (None, Some(found)) => found,
        (None, None) => (Stage::Proposed, None, Why::Nothing),
    };
    Standing { stage, since, why, of_acts, end }
}

fn of_acts(facts: &Facts, entered: &Entered, end: Option<&End>, day: Day) -> Option<(Stage, Option<Day>, Why)> {
    if let Some(end) = end.filter(|end| end.last < day) {
        return Some((end.stage(), end.last.succ_opt(), Why::Ended));
    }
    if entered.has_happened(day) {
        if let Some((since, until)) = suspended(facts, day) {
            return Some((Stage::Suspended, since, Why::Suspended(until)));
        }
        return Some((facts.in_effect(), entered.on(), Why::Entered));
    }
    let signed = signing(facts, day);
    if !signed.days.is_empty() {
        let kind = facts.done(day).find(|act| act.kind.signs()).map_or(InstrumentActKind::Signature, |act| act.kind);
        let since = signed.days.iter().flatten().min().copied();
        return Some((Stage::Signed, since, Why::Act(kind)));
    }
    let earlier = [
        (InstrumentActKind::Initialling, Stage::Initialled),
        (InstrumentActKind::AdReferendum, Stage::AdReferendum),
        (InstrumentActKind::Negotiation, Stage::Negotiating),
        (InstrumentActKind::Proposal, Stage::Proposed),
    ];
    earlier.into_iter().find_map(|(kind, stage)| {
        let act = facts.of(kind, day).next()?;
        Some((stage, act.day(), Why::Act(kind)))
    })
}

/// Since when, and to which day, it is suspended on a day. A suspension by one party of several suspends nothing between
/// the others.
fn suspended(facts: &Facts, day: Day) -> Option<(Option<Day>, Option<Day>)> {
    let several = facts.parties.len() > 2;
    let acts = facts.of(InstrumentActKind::Suspension, day).filter(|act| act.party.is_none() || !several);
    let last = acts.filter(|act| act.effect().is_none_or(|from| from <= day)).last()?;
    if last.until_on.is_some_and(|until| until < day) {
        return None;
    }
    let resumed = facts
        .of(InstrumentActKind::Resumption, day)
        .any(|act| act.effect().is_some_and(|on| on <= day && last.effect().is_none_or(|from| from <= on)));
    (!resumed).then_some((last.effect(), last.until_on))
}
