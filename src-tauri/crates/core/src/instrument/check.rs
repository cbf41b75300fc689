//! What is said of an act that is entered although something about it is unusual: reality is messier than a rule.

use super::{Instrument, InstrumentAct, facts::happened, facts_of, when};
use crate::{
    clock::{Day, spoken},
    error::Result,
    id::Id,
    party::Party,
    transact::Act,
    vocabulary::InstrumentActKind,
};

/// Says what is unusual about an act that has just been entered.
pub(super) fn warn(act: &mut Act<'_>, row: &InstrumentAct) -> Result<()> {
    let instrument: Instrument = act.session.require(row.instrument)?;
    let others: Vec<InstrumentAct> = act
        .session
        .with::<InstrumentAct>("instrument_id", row.instrument)?
        .into_iter()
        .filter(|other| other.id != row.id)
        .collect();
    let by = match row.party {
        Some(party) => act.session.require::<Party>(party)?.name,
        None => "All parties".into(),
    };
    let mut said = Vec::new();
    let same = |kind: InstrumentActKind| others.iter().find(|other| other.kind == kind && other.party == row.party);
    if once(row.kind)
        && let Some(other) = same(row.kind)
    {
        let on = when(other.on, other.dated);
        let on = if on.is_empty() { on } else { format!(", {on}") };
        said.push(format!(
            "There is a {} by {} already{on}; this one stands beside it, and the first counts.",
            row.kind.label(),
            lower_all(&by)
        ));
    }
    if let Some(on) = happened(row).day() {
        out_of_order(&others, row, on, &by, &mut said);
        if on > act.day {
            said.push(format!("{} lies ahead: it counts from that day on.", spoken(on)));
        }
    }
    if !row.kind.ends() && row.kind != InstrumentActKind::Revocation && row.kind != InstrumentActKind::Renewal {
        ended(act, &instrument, row, &mut said)?;
    }
    if revokes_nothing(&others, row) {
        said.push(format!("{by} has given no notice that could be revoked."));
    }
    said.into_iter().for_each(|sentence| act.warn(sentence));
    Ok(())
}

fn lower_all(by: &str) -> String {
    if by == "All parties" { "all parties".into() } else { by.to_owned() }
}

/// What a party does once as a rule.
const fn once(kind: InstrumentActKind) -> bool {
    use InstrumentActKind as Kind;
    matches!(
        kind,
        Kind::Signature
            | Kind::DefinitiveSignature
            | Kind::Ratification
            | Kind::Acceptance
            | Kind::Approval
            | Kind::Accession
            | Kind::Succession
            | Kind::Notification
            | Kind::EntryIntoForce
            | Kind::Termination
    )
}

/// The usual order: consent and notification follow the party's own signature, entry into force follows consent.
fn out_of_order(others: &[InstrumentAct], row: &InstrumentAct, on: Day, by: &str, said: &mut Vec<String>) {
    let later = |kinds: &dyn Fn(InstrumentActKind) -> bool, of: Option<Id>| {
        others
            .iter()
            .filter(|other| kinds(other.kind) && (of.is_none() || other.party.is_none() || other.party == of))
            .filter_map(|other| Some((other.kind, happened(other).day()?)))
            .filter(|(_, other)| *other > on)
            .min_by_key(|(_, other)| *other)
    };
    let follows = matches!(
        row.kind,
        InstrumentActKind::Ratification
            | InstrumentActKind::Acceptance
            | InstrumentActKind::Approval
            | InstrumentActKind::Notification
            | InstrumentActKind::ProvisionalApplication
    );
    if follows
        && let Some((kind, other)) =
            later(&|kind| matches!(kind, InstrumentActKind::Signature | InstrumentActKind::Adoption), row.party)
    {
        said.push(format!(
            "The {} of {} by {} comes before its {} of {}.",
            row.kind.label(),
            spoken(on),
            lower_all(by),
            kind.label(),
            spoken(other)
        ));
    }
    if row.kind == InstrumentActKind::EntryIntoForce
        && let Some((kind, other)) =
            later(&|kind| kind.consents() || kind == InstrumentActKind::Notification, row.party)
    {
        said.push(format!(
            "It would be in force from {}, before the {} of {}.",
            spoken(on),
            kind.label(),
            spoken(other)
        ));
    }
}

/// Something is done on an instrument that had come to its end.
fn ended(act: &Act<'_>, instrument: &Instrument, row: &InstrumentAct, said: &mut Vec<String>) -> Result<()> {
    let Some(on) = happened(row).day() else { return Ok(()) };
    let facts = facts_of(&act.session, instrument)?;
    if let Some(end) = facts.reckon(on).standing.end.filter(|end| end.last < on) {
        said.push(format!("{} had come to its end after {}.", instrument.reference, spoken(end.last)));
    }
    Ok(())
}

fn revokes_nothing(others: &[InstrumentAct], row: &InstrumentAct) -> bool {
    row.kind == InstrumentActKind::Revocation
        && !others.iter().any(|other| {
            matches!(other.kind, InstrumentActKind::Denunciation | InstrumentActKind::NonRenewal)
                && other.party == row.party
        })
}
