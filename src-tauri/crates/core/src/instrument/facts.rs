//! From rows to what is reckoned from.

use super::{
    Instrument, InstrumentAct, InstrumentLink, InstrumentParty,
    reckon::{Facts, Happened},
};
use crate::{error::Result, store::Session, vocabulary::InstrumentLinkKind};

/// The facts of an instrument, from its rows.
pub(crate) fn facts_of(session: &Session<'_>, instrument: &Instrument) -> Result<Facts> {
    let mut parties = session.with::<InstrumentParty>("instrument_id", instrument.id)?;
    parties.sort_by_key(|row| row.id);
    let mut acts = session.with::<InstrumentAct>("instrument_id", instrument.id)?;
    in_order(&mut acts);
    let replacing = session.with::<InstrumentLink>("to_id", instrument.id)?;
    Ok(Facts {
        kind: instrument.kind,
        by_hand: instrument.stage.map(|stage| (stage, instrument.stage_since)),
        parties: parties.iter().map(|row| (row.party, row.effect)).collect(),
        acts: acts.iter().map(happened).collect(),
        entry: instrument.entry(),
        term: instrument.term(),
        replaced_by: replacing
            .iter()
            .filter(|link| link.kind == InstrumentLinkKind::Replaces)
            .map(|link| link.from)
            .collect(),
        replaced_on: None,
    })
}

/// An act as reckoning takes it.
pub(super) fn happened(row: &InstrumentAct) -> Happened {
    Happened {
        kind: row.kind,
        party: row.party,
        on: row.on,
        dated: row.dated,
        effective_on: row.effective_on,
        until_on: row.until_on,
    }
}

/// Puts acts in the order of time; what bears no day comes first, and of one day what is done first.
pub(super) fn in_order(acts: &mut [InstrumentAct]) {
    acts.sort_by_key(|row| (happened(row).day().or(row.on), row.kind, row.id));
}
