//! What a list is asked for, answered as a limited reader may have it answered.
//!
//! The register answers by all it holds: that a commitment stands in the list of what was heard of since June, or of what a
//! report says a word in, tells of a report. For such a reader whatever hangs on reports is asked again, of those alone that
//! they may see.

use std::collections::HashSet;

use super::{gather::Gathering, promise::Promise};
use crate::{
    error::Result,
    id::Id,
    search::{Ask, When},
    store::{Term, Window},
    vocabulary::Exception,
};

/// A question of which some parts hang on reports.
pub(super) enum Asked {
    Every(Vec<Asked>),
    Either(Vec<Asked>),
    Not(Box<Asked>),
    /// What hangs on no report: those the register finds.
    Among(HashSet<Id>),
    /// What hangs on reports.
    Reported(Ask),
}

/// Whether the answer may depend on what was heard of a commitment.
pub(super) fn hangs_on_reports(ask: &Ask) -> bool {
    match ask {
        Ask::All(parts) | Ask::Any(parts) => parts.iter().any(hangs_on_reports),
        Ask::Not(part) => hangs_on_reports(part),
        Ask::Words(..)
        | Ask::Stale
        | Ask::Freshness(_)
        | Ask::Heard(_)
        | Ask::Exception(Exception::Stale)
        | Ask::Excepted => true,
        _ => false,
    }
}

/// A question that finds at least what may be found, whatever was heard; with `holds` false, at most what must be.
pub(super) fn widened(ask: &Ask, holds: bool) -> Ask {
    let each = |parts: &[Ask]| parts.iter().map(|part| widened(part, holds)).collect();
    match ask {
        ask if !hangs_on_reports(ask) => ask.clone(),
        Ask::All(parts) => Ask::All(each(parts)),
        Ask::Any(parts) => Ask::Any(each(parts)),
        Ask::Not(part) => Ask::Not(Box::new(widened(part, !holds))),
        // What the reader may read holds no word that the register does not find.
        Ask::Words(..) if holds => ask.clone(),
        _ if holds => Ask::All(Vec::new()),
        _ => Ask::Not(Box::new(Ask::All(Vec::new()))),
    }
}

impl Gathering<'_> {
    /// A question made ready to be put to one commitment after another.
    pub(super) fn asked(&self, window: &Window<'_>, ask: &Ask) -> Result<Asked> {
        let each = |parts: &[Ask]| parts.iter().map(|part| self.asked(window, part)).collect::<Result<Vec<_>>>();
        Ok(match ask {
            ask if !hangs_on_reports(ask) => {
                let found = self.showing.session.whole_list(&window.asking(vec![ask.clone()]))?;
                Asked::Among(found.into_iter().collect())
            }
            Ask::All(parts) => Asked::Every(each(parts)?),
            Ask::Any(parts) => Asked::Either(each(parts)?),
            Ask::Not(part) => Asked::Not(Box::new(self.asked(window, part)?)),
            reported => Asked::Reported(reported.clone()),
        })
    }

    /// Whether a commitment is what is asked for, by what the reader may know of it.
    pub(super) fn fits(&self, promise: &Promise, asked: &Asked) -> Result<bool> {
        match asked {
            Asked::Among(ids) => Ok(ids.contains(&promise.row.id)),
            Asked::Not(part) => Ok(!self.fits(promise, part)?),
            Asked::Every(parts) => {
                for part in parts {
                    if !self.fits(promise, part)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Asked::Either(parts) => {
                for part in parts {
                    if self.fits(promise, part)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Asked::Reported(ask) => self.fits_as_reported(promise, ask),
        }
    }

    fn fits_as_reported(&self, promise: &Promise, ask: &Ask) -> Result<bool> {
        Ok(match ask {
            Ask::Stale | Ask::Exception(_) => promise.exceptions.contains(&Exception::Stale),
            Ask::Excepted => !promise.exceptions.is_empty(),
            Ask::Freshness(lamp) => promise.freshness == *lamp,
            Ask::Heard(When::Never) => promise.standing.heard_on.is_none(),
            Ask::Heard(When::Within(from, to)) => promise
                .standing
                .heard_on
                .is_some_and(|on| from.is_none_or(|from| from <= on) && to.is_none_or(|to| on <= to)),
            Ask::Words(terms, owners) => self.has_part(promise, owners) || self.says(promise, terms)?,
            _ => false,
        })
    }

    /// Whether one of these bodies and persons has a part in it.
    fn has_part(&self, promise: &Promise, owners: &[Id]) -> bool {
        let named = promise.owners.iter().flat_map(|owner| owner.body.iter().chain(&owner.person));
        named.into_iter().any(|(id, name)| owners.contains(id) && !self.tells(name))
    }

    /// Whether all these words stand in what the reader may read of it and of the reports on it.
    fn says(&self, promise: &Promise, terms: &[Term]) -> Result<bool> {
        let row = &promise.row;
        let named = format!("{} {}", row.reference, row.title);
        let own = [&named, &row.wording, &row.note, &row.due_event, &row.blocked_reason, &row.evidence];
        let missing: Vec<&Term> =
            terms.iter().filter(|term| !own.iter().any(|text| term.stands_in(text) && !self.tells(text))).collect();
        if missing.is_empty() {
            return Ok(true);
        }
        let reports = self.all_heard(row.id, &promise.mark)?;
        Ok(missing.iter().all(|term| {
            reports.iter().any(|(report, _)| {
                [&report.note, &report.next_step, &report.reported_by, &report.evidence]
                    .iter()
                    .any(|text| term.stands_in(text))
            })
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{hangs_on_reports, widened};
    use crate::{search::Ask, store::Term, vocabulary::Strength};

    #[test]
    fn what_hangs_on_reports_is_taken_to_hold_or_not_whichever_finds_more() {
        let (stale, firm) = (Ask::Stale, Ask::Strength(Strength::Firm));
        let anything = Ask::All(Vec::new());
        let both = Ask::Any(vec![firm.clone(), Ask::Not(Box::new(stale.clone()))]);
        assert!(hangs_on_reports(&both) && !hangs_on_reports(&firm));
        assert_eq!(widened(&stale, true), anything);
        let nothing = Ask::Not(Box::new(anything));
        assert_eq!(widened(&both, true), Ask::Any(vec![firm.clone(), Ask::Not(Box::new(nothing.clone()))]));
        assert_eq!(widened(&firm, false), firm);
        let words = Ask::Words(Term::read("satellite", false).into_iter().collect(), Vec::new());
        assert_eq!(widened(&words, true), words);
        assert_eq!(widened(&words, false), nothing);
    }
}
