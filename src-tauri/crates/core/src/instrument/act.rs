//! Acts on an instrument: signatures, ratifications, notifications, denunciations, each with its day, place and person.

use super::{Instrument, InstrumentAct, check, when};
use crate::{
    dossier::Dossier,
    error::{Error, Result, invalid},
    field,
    id::Id,
    meeting::Meeting,
    op::Op,
    party::Party,
    person::Person,
    transact::Act,
    vocabulary::{Dated, InstrumentActKind},
    wire::{Changed, InstrumentActDraft},
};

impl Dossier {
    /// Enters an act on an instrument or changes it. What is out of order but may be so is said in a warning.
    pub fn save_instrument_act(&self, draft: &InstrumentActDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveInstrumentAct, |act| {
            let id = save(act, draft)?;
            let row: InstrumentAct = act.session.require(id)?;
            let instrument: Instrument = act.session.require(row.instrument)?;
            let by = match row.party {
                Some(party) => format!(" by {}", act.session.require::<Party>(party)?.name),
                None => String::new(),
            };
            let on = when(row.on, row.dated);
            let on = if on.is_empty() { on } else { format!(", {on}") };
            let verb = if draft.id.is_some() { "Changed" } else { "Entered" };
            act.title(format!("{verb} on {}: {}{by}{on}", instrument.reference, row.kind.label()));
            Ok(id)
        })
    }
}

/// Enters an act on an instrument or changes it, within an act of the register.
pub(crate) fn save(act: &mut Act<'_>, draft: &InstrumentActDraft) -> Result<Id> {
    let stored = draft.id.map(|id| act.seen::<InstrumentAct>(id, draft.revision)).transpose()?;
    let instrument = match (&stored, draft.instrument) {
        (Some(stored), Some(asked)) if stored.instrument != asked => {
            return invalid("An act stays with its instrument; remove it and enter it on the other one.");
        }
        (Some(stored), _) => stored.instrument,
        (None, Some(asked)) => asked,
        (None, None) => return invalid("Say on which instrument the act is."),
    };
    act.session.require::<Instrument>(instrument)?;
    let meeting = draft.meeting.map(|id| act.session.require::<Meeting>(id)).transpose()?;
    let person = draft.person.map(|id| act.session.require::<Person>(id)).transpose()?;
    // The person's own party is meant where none is named; another one contradicts it.
    let party = match (draft.party, &person) {
        (None, Some(person)) if by_a_party(draft.kind) => Some(person.party),
        (Some(party), Some(person)) if party != person.party => {
            let named: Party = act.session.require(party)?;
            return invalid(format!("{} does not act for {}.", person.name, named.name));
        }
        (party, _) => party,
    };
    let held = meeting.as_ref().and_then(|meeting| meeting.ends_on.or(meeting.begins_on));
    let (on, dated) = match (draft.on, &meeting) {
        (Some(on), _) => (Some(on), draft.dated),
        (None, Some(meeting)) => (
            held,
            match meeting.precision {
                crate::vocabulary::DayPrecision::Day => Dated::Day,
                crate::vocabulary::DayPrecision::Month => Dated::Month,
            },
        ),
        (None, None) => (None, Dated::Day),
    };
    let place = field::line("The place", &draft.place)?;
    let post = field::line("The post", &draft.post)?;
    let row = InstrumentAct {
        id: act.id_or_new(draft.id),
        revision: draft.revision,
        instrument,
        kind: draft.kind,
        party,
        on,
        dated,
        // What a meeting adopts is often issued elsewhere.
        place: match (&meeting, place.is_empty() && draft.kind != InstrumentActKind::Adoption) {
            (Some(meeting), true) => meeting.place.clone(),
            _ => place,
        },
        post: match (&person, post.is_empty()) {
            (Some(person), true) => person.post.clone(),
            _ => post,
        },
        person: draft.person,
        name: field::line("The name", &draft.name)?,
        meeting: draft.meeting,
        effective_on: draft.effective_on,
        until_on: draft.until_on,
        note: field::note("The note", &draft.note)?,
    };
    if let (Some(from), Some(until)) = (row.effective_on.or(row.on), row.until_on)
        && until < from
        && row.dated != Dated::Before
    {
        return invalid(format!("The {} would end before it begins.", row.kind.label()));
    }
    if row.person.is_some() && !row.name.is_empty() {
        return Err(Error::Invalid("Give the person, or a bare name, not both.".into()));
    }
    if stored.is_some() {
        act.update(&row)?;
    } else {
        act.insert(&row)?;
    }
    check::warn(act, &row)?;
    Ok(row.id)
}

/// Whether one party does it by itself, so that a person's party is meant where none is named.
const fn by_a_party(kind: InstrumentActKind) -> bool {
    !matches!(
        kind,
        InstrumentActKind::Adoption
            | InstrumentActKind::Exchange
            | InstrumentActKind::EntryIntoForce
            | InstrumentActKind::Termination
            | InstrumentActKind::Replacement
    )
}
