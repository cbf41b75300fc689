//! Rules on instruments that hold for every act of the register, undo included.

use std::collections::BTreeSet;

use super::{
    Instrument, InstrumentAct, InstrumentLink, InstrumentParty,
    facts::{happened, in_order},
    when,
};
use crate::{
    clock::Day,
    error::{Result, refused},
    id::Id,
    party::Party,
    rules::capital,
    store::Session,
    vocabulary::InstrumentActKind,
};

/// Looks at an instrument after its acts or parties have changed: acts are by its parties, none stands before the
/// negotiations began, and nothing is ended that had not been signed.
pub(crate) fn hold(session: &Session<'_>, instrument: Id) -> Result<()> {
    let Some(row) = session.get::<Instrument>(instrument)? else { return Ok(()) };
    let parties: Vec<Id> =
        session.with::<InstrumentParty>("instrument_id", instrument)?.iter().map(|row| row.party).collect();
    let mut acts = session.with::<InstrumentAct>("instrument_id", instrument)?;
    in_order(&mut acts);
    for act in &acts {
        if let Some(party) = act.party.filter(|party| !parties.contains(party)) {
            let party: Party = session.require(party)?;
            return refused(format!(
                "{} is no party to {}, and there is a {} by it. Enter it among the parties first, or remove that act.",
                party.name,
                row.reference,
                act.kind.label()
            ));
        }
    }
    let first = |kinds: &dyn Fn(InstrumentActKind) -> bool| -> Option<(&InstrumentAct, Day)> {
        acts.iter().filter(|act| kinds(act.kind)).find_map(|act| Some((act, happened(act).day()?)))
    };
    let began = first(&|kind| kind == InstrumentActKind::Negotiation);
    if let Some((began, from)) = began {
        for act in acts.iter().filter(|act| !matches!(act.kind, InstrumentActKind::Proposal)) {
            // A month or a year that the day lies in is not before it.
            if act.id != began.id && happened(act).day().is_some() && last_possible(act) < Some(from) {
                return refused(format!(
                    "Negotiations on {} began on {}, after the {} of {}. Nothing was entered; mend one of the days.",
                    row.reference,
                    when(began.on, began.dated),
                    act.kind.label(),
                    when(act.on, act.dated)
                ));
            }
        }
    }
    let ending = |kind: InstrumentActKind| {
        kind.ends() || matches!(kind, InstrumentActKind::Suspension | InstrumentActKind::EntryIntoForce)
    };
    let Some((signed, signed_on)) = first(&InstrumentActKind::signs) else { return Ok(()) };
    for act in acts.iter().filter(|act| ending(act.kind)) {
        if happened(act).day().is_some() && last_possible(act) < Some(signed_on) {
            return refused(format!(
                "{} was first signed on {}: a {} on {} comes before that. Nothing was entered; mend one of the days.",
                capital(&row.reference),
                when(signed.on, signed.dated),
                act.kind.label(),
                when(act.on, act.dated)
            ));
        }
    }
    Ok(())
}

/// The last day on which an act may have been done, as exactly as its day is known.
fn last_possible(act: &InstrumentAct) -> Option<Day> {
    use crate::vocabulary::Dated;
    let on = act.on?;
    match act.dated {
        Dated::Day | Dated::Before => Some(on),
        Dated::Month => on.checked_add_months(chrono::Months::new(1)),
        Dated::Year => on.checked_add_months(chrono::Months::new(12)),
    }
}

/// Replacing, amending and implementing make no circle.
pub(crate) fn links_hold(session: &Session<'_>, link: Id) -> Result<()> {
    let Some(link) = session.get::<InstrumentLink>(link)? else { return Ok(()) };
    let mut seen = BTreeSet::new();
    let mut open = vec![link.to];
    while let Some(id) = open.pop() {
        if id == link.from {
            return refused(format!("That would go in a circle: in the end it {} itself.", link.kind.label()));
        }
        if seen.insert(id) {
            let next = session.with::<InstrumentLink>("from_id", id)?;
            open.extend(next.iter().filter(|next| next.kind == link.kind).map(|next| next.to));
        }
    }
    Ok(())
}
