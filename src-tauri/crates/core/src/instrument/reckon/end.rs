//! How an instrument comes to its end: denounced, terminated, replaced, or with its last term.

use super::{
    Facts, Terms,
    given::{self, Given},
    period,
    terms::After,
};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{Denouncing, InstrumentActKind, LegalEffect, PeriodUnit, Renewal, Stage, TermKind},
    wire::Period,
};

/// What article 56(2) of the Vienna Convention asks where a treaty says nothing: twelve months.
pub(super) const UNSTATED: Period = Period { length: 12, unit: PeriodUnit::Months };

/// How an instrument ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum How {
    /// With its last term.
    Term,
    /// By notice that it is not renewed, or a denunciation at the end of a term.
    Notice(Given),
    /// By denunciation after notice.
    Denunciation(Given, Reckoned),
    /// By agreement.
    Agreement,
    /// Replaced, by an act or by another instrument.
    Replacement(Option<Id>),
}

/// What the last day of a denunciation was reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reckoned {
    /// The denunciation itself says it.
    Said,
    /// The instrument's notice.
    Notice(Period),
    /// Nothing is stated: twelve months, as for treaties.
    Unstated,
    /// Nothing is stated, and it does not bind: at once.
    AtOnce,
    /// The end of its last term.
    TermEnd,
}

/// The end of an instrument.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct End {
    /// Its last day in effect.
    pub(crate) last: Day,
    /// How.
    pub(crate) how: How,
}

impl End {
    /// The stage after it.
    pub(crate) fn stage(&self) -> Stage {
        match self.how {
            How::Term => Stage::Expired,
            How::Notice(notice) if notice.kind == InstrumentActKind::NonRenewal => Stage::Expired,
            How::Notice(_) | How::Denunciation(..) | How::Agreement => Stage::Terminated,
            How::Replacement(_) => Stage::Replaced,
        }
    }
}

/// The end that comes first, as far as is known by a day.
pub(crate) fn end(facts: &Facts, terms: &Terms, day: Day) -> Option<End> {
    let mut ends: Vec<End> = Vec::new();
    if let Some(last) = terms.ends_on() {
        let how = match terms.after {
            After::Noticed(notice) => How::Notice(notice),
            _ => How::Term,
        };
        ends.push(End { last, how });
    }
    ends.extend(denounced(facts, terms, day));
    let eve = |on: Day| on.pred_opt().unwrap_or(on);
    for (kind, how) in
        [(InstrumentActKind::Termination, How::Agreement), (InstrumentActKind::Replacement, How::Replacement(None))]
    {
        ends.extend(facts.of(kind, day).filter_map(|act| Some(End { last: eve(act.effect()?), how })));
    }
    ends.extend(facts.replaced_on.map(|(by, on)| End { last: eve(on), how: How::Replacement(Some(by)) }));
    ends.into_iter().min_by_key(|end| end.last)
}

/// The last day that a denunciation leaves in effect, and why.
pub(crate) fn runs_out(facts: &Facts, terms: &Terms, notice: &Given) -> Option<(Day, Reckoned)> {
    if let Some(said) = notice.effective_on {
        return Some((said, Reckoned::Said));
    }
    let rule = &facts.term;
    let no_renewal = matches!(rule.renewal, Renewal::None | Renewal::NotStated | Renewal::Express);
    if rule.denouncing == Denouncing::AtTermEnd && matches!(rule.kind, TermKind::Period | TermKind::Until) {
        // Where it is renewed tacitly, the chain of terms has stopped for it; where it is not, the term ends anyway.
        let to = terms.last().and_then(|span| span.to).filter(|_| no_renewal)?;
        return Some((to, Reckoned::TermEnd));
    }
    match rule.notice {
        Some(period) => Some((period::runs_out(notice.on, period.into())?, Reckoned::Notice(period))),
        None if facts.effect() == Some(LegalEffect::NotBinding) || !facts.binds() => {
            Some((notice.on, Reckoned::AtOnce))
        }
        None => Some((period::runs_out(notice.on, UNSTATED.into())?, Reckoned::Unstated)),
    }
}

/// The end by denunciation: when fewer than two parties remain.
fn denounced(facts: &Facts, terms: &Terms, day: Day) -> Option<End> {
    let mut last: Vec<(Day, Given, Reckoned)> = given::notices(facts, InstrumentActKind::Denunciation, day)
        .into_iter()
        .filter_map(|notice| {
            let (last, why) = runs_out(facts, terms, &notice)?;
            notice.stands(last).then_some((last, notice, why))
        })
        .collect();
    last.sort_by_key(|(last, ..)| *last);
    let mut gone = Vec::new();
    let (last, notice, why) = last.into_iter().find(|(_, notice, _)| {
        gone.push(notice.party);
        given::too_few_remain(facts, &gone)
    })?;
    Some(End { last, how: How::Denunciation(notice, why) })
}

/// Parties that have left an instrument of several, and their last days, as far as is known by a day.
pub(crate) fn leaving(facts: &Facts, terms: &Terms, day: Day) -> Vec<(Given, Day)> {
    if facts.parties.len() < 3 {
        return Vec::new();
    }
    given::notices(facts, InstrumentActKind::Denunciation, day)
        .into_iter()
        .filter_map(|notice| {
            let (last, _) = runs_out(facts, terms, &notice)?;
            (notice.party.is_some() && notice.stands(last)).then_some((notice, last))
        })
        .collect()
}
