//! Links: how instruments stand to each other, and which commitments they deliver.

use super::{DeliveredBy, Instrument, InstrumentLink};
use crate::{
    commitment::Commitment,
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    op::Op,
    transact::Act,
    vocabulary::InstrumentLinkKind,
    wire::{Changed, DeliveredByDraft, InstrumentLinkDraft},
};

impl InstrumentLinkKind {
    /// How the link reads from its other end.
    pub(super) const fn backwards(self) -> &'static str {
        match self {
            Self::Replaces => "is replaced by",
            Self::Amends => "is amended by",
            Self::Implements => "is implemented by",
        }
    }
}

impl Dossier {
    /// Links two instruments. That a link closes no circle is a rule of the register, held for every act.
    pub fn add_instrument_link(&self, draft: &InstrumentLinkDraft) -> Result<Changed<Id>> {
        self.transact(Op::AddInstrumentLink, |act| {
            if draft.from == draft.to {
                return invalid("An instrument is not linked to itself.");
            }
            let from: Instrument = act.session.require(draft.from)?;
            let to: Instrument = act.session.require(draft.to)?;
            let there = act.session.with::<InstrumentLink>("from_id", from.id)?;
            let said = format!("{} {} {}", from.reference, draft.kind.label(), to.reference);
            if there.iter().any(|link| link.to == to.id && link.kind == draft.kind) {
                return invalid(format!("{said} already."));
            }
            let row = InstrumentLink { id: act.id(), revision: 0, from: from.id, kind: draft.kind, to: to.id };
            act.insert(&row)?;
            act.title(said);
            Ok(row.id)
        })
    }

    /// Enters that an instrument delivers a commitment. Whether that keeps the promise is for the status to say.
    pub fn add_delivered_by(&self, draft: &DeliveredByDraft) -> Result<Changed<Id>> {
        self.transact(Op::AddDeliveredBy, |act| {
            let commitment: Commitment = act.session.require(draft.commitment)?;
            let instrument: Instrument = act.session.require(draft.instrument)?;
            let said = format!("{} is delivered by {}", commitment.called(), instrument.reference);
            match deliver(act, draft.commitment, draft.instrument)? {
                Some(id) => {
                    act.title(said);
                    Ok(id)
                }
                None => invalid(format!("{said} already.")),
            }
        })
    }
}

/// Enters that an instrument delivers a commitment, within an act; none where it is entered already.
pub(crate) fn deliver(act: &mut Act<'_>, commitment: Id, instrument: Id) -> Result<Option<Id>> {
    let there = act.session.with::<DeliveredBy>("commitment_id", commitment)?;
    if there.iter().any(|link| link.instrument == instrument) {
        return Ok(None);
    }
    let row = DeliveredBy { id: act.id(), revision: 0, commitment, instrument };
    act.insert(&row)?;
    Ok(Some(row.id))
}
