//! Remarks: what does not fit together, what rests on a day that is not known exactly, what came too late.

use super::{Names, clause_differs, list, missing_line};
use crate::{
    clock::{Day, spoken},
    instrument::reckon::{
        Facts, Reckoned, end,
        enter::{by_clause, missing},
        given, terms,
        terms::{After, Came},
    },
    vocabulary::{Dated, Denouncing, InstrumentActKind, Renewal},
};

/// All that is to be remarked, a sentence each.
pub(super) fn all(facts: &Facts, reckoned: &Reckoned, day: Day, names: Names<'_>) -> Vec<String> {
    let mut said = Vec::new();
    vague(facts, reckoned, day, &mut said);
    entry(facts, reckoned, day, names, &mut said);
    late(reckoned, &mut said);
    pending(facts, reckoned, day, names, &mut said);
    said
}

/// The term rests on a month or a year.
fn vague(facts: &Facts, reckoned: &Reckoned, day: Day, said: &mut Vec<String>) {
    let Some(first) = reckoned.terms.spans.first().and_then(|span| span.from) else { return };
    let vague = facts.done(day).find(|act| act.is_vague() && act.day() == Some(first));
    if let Some(act) = vague {
        let known = if act.dated == Dated::Year { "year" } else { "month" };
        said.push(format!(
            "Reckoned from {}, since only the {known} of the {} is known; the term may end later.",
            spoken(first),
            act.kind.label()
        ));
    }
}

/// The act of entry into force and the clause say different things.
fn entry(facts: &Facts, reckoned: &Reckoned, day: Day, names: Names<'_>, said: &mut Vec<String>) {
    if let Some((on, clause)) = clause_differs(facts, reckoned.entered, day) {
        said.push(format!("It was entered as in force from {}; its clause comes to {}.", spoken(on), spoken(clause)));
    } else if reckoned.entered.is_said() && by_clause(facts, day) == super::Entered::No {
        let missing = missing(facts, day);
        if !missing.is_empty() {
            said.push(format!(
                "It was entered as in force, though not all that its clause asks for is: {}.",
                missing_line(&missing, names)
            ));
        }
    }
}

/// Renewals agreed after the end of the term before.
fn late(reckoned: &Reckoned, said: &mut Vec<String>) {
    let mut ended: Option<Day> = None;
    for span in &reckoned.terms.spans {
        if let (Came::Agreed { on, late: true }, Some(to)) = (span.came, ended) {
            said.push(format!(
                "Renewal was agreed on {}, after the term had ended on {}; the new term follows on it.",
                spoken(on),
                spoken(to)
            ));
        }
        ended = span.to;
    }
}

/// What has been begun and does not count yet.
fn pending(facts: &Facts, reckoned: &Reckoned, day: Day, names: Names<'_>, said: &mut Vec<String>) {
    let renewing = given::renewing(facts, day);
    if !renewing.is_empty() {
        let left: Vec<String> = facts
            .parties
            .iter()
            .map(|(party, _)| *party)
            .filter(|party| !renewing.contains(party))
            .map(names)
            .collect();
        said.push(format!("Renewal is agreed by some only; that of {} is missing.", list(&left)));
    }
    if reckoned.standing.stage.is_ended() {
        return;
    }
    let last = reckoned.terms.last().and_then(|span| span.to);
    if let (After::Renews, Some(to)) = (reckoned.terms.after, last) {
        let mut late = given::notices(facts, InstrumentActKind::NonRenewal, day);
        if facts.term.denouncing == Denouncing::AtTermEnd {
            late.extend(given::notices(facts, InstrumentActKind::Denunciation, day));
        }
        for notice in late.iter().filter(|notice| notice.on > terms::in_time(facts, to) && notice.stands(day)) {
            said.push(format!(
                "The {} of {} came after the last day for it, {}: it takes effect with the end of the next term.",
                notice.kind.label(),
                spoken(notice.on),
                spoken(terms::in_time(facts, to))
            ));
        }
    }
    for (notice, on) in end::leaving(facts, &reckoned.terms, day) {
        let name = notice.party.map_or_else(String::new, names);
        let left = if on < day { "left it after" } else { "leaves it after" };
        said.push(format!("{name} {left} {}; it goes on between the others.", spoken(on)));
    }
    if facts.term.renewal == Renewal::Tacit && facts.term.renewal_length.is_none() && facts.term.length.is_none() {
        said.push("How long a renewal lasts is not stated; none is reckoned after the first term.".into());
    }
}
