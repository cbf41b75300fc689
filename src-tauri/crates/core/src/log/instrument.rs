//! Instruments of a meeting's entry: signed there, or taken further.

use crate::{
    dialogue::Dialogue,
    error::{Result, invalid},
    find,
    id::Id,
    instrument::{self, Instrument},
    meeting::Meeting,
    person::Person,
    text::Text,
    transact::Act,
    vocabulary::{
        Dated, Denouncing, InstrumentActKind, InstrumentType, LegalEffect, Noun, Renewal, TermKind, TermStart,
    },
    wire::{
        EntryRule, InstrumentActDraft, InstrumentDraft, InstrumentPartyDraft, TermRule,
        log::{EntryLog, InstrumentActLog, InstrumentLog, InstrumentPartyLog, TermLog, TextLog},
    },
};

/// Enters an instrument of a meeting with what was done on it there, or what was done on one that stood before.
pub(super) fn enter(act: &mut Act<'_>, meeting: Id, entry: &InstrumentLog) -> Result<Id> {
    let acts = entry.acts.iter().map(|one| act_draft(act, meeting, one)).collect::<Result<Vec<_>>>()?;
    let id = match &entry.instrument {
        Some(name) => {
            let id = find::find(&act.session, Noun::Instrument, name)?;
            if !entry.title.trim().is_empty() {
                return invalid("Give the instrument that stood before, or the title of a new one, not both.");
            }
            for one in &acts {
                let draft = InstrumentActDraft { instrument: Some(id), ..one.clone() };
                instrument::save_act(act, &draft)?;
            }
            id
        }
        None => {
            let draft = draft(act, meeting, entry, acts)?;
            instrument::save(act, &draft)?
        }
    };
    for name in &entry.delivers {
        let commitment = find::find(&act.session, Noun::Commitment, name)?;
        instrument::deliver(act, commitment, id)?;
    }
    Ok(id)
}

fn draft(act: &Act<'_>, meeting: Id, entry: &InstrumentLog, acts: Vec<InstrumentActDraft>) -> Result<InstrumentDraft> {
    let dialogue = match &entry.dialogue {
        Some(name) => Some(find::find(&act.session, Noun::Dialogue, name)?),
        None => act.session.require::<Meeting>(meeting)?.dialogue,
    };
    let dialogue = dialogue.map(|id| act.session.require::<Dialogue>(id)).transpose()?;
    let mut parties = entry.parties.iter().map(|party| party_draft(act, party)).collect::<Result<Vec<_>>>()?;
    let plain = |party: Id| InstrumentPartyDraft {
        party,
        effect: LegalEffect::NotStated,
        body: None,
        implementing: Vec::new(),
    };
    if parties.is_empty() {
        parties = dialogue.iter().flat_map(|dialogue| dialogue.parties.iter().copied()).map(plain).collect();
    }
    if parties.is_empty() {
        for one in &acts {
            let person = one.person.map(|id| act.session.require::<Person>(id)).transpose()?;
            let party = one.party.or(person.map(|person| person.party));
            if let Some(party) = party.filter(|party| !parties.iter().any(|known| known.party == *party)) {
                parties.push(plain(party));
            }
        }
    }
    let mut tracks: Vec<Id> =
        entry.tracks.iter().map(|name| find::find(&act.session, Noun::Track, name)).collect::<Result<_>>()?;
    if tracks.is_empty() {
        tracks = dialogue.as_ref().map(|dialogue| dialogue.tracks.clone()).unwrap_or_default();
    }
    Ok(InstrumentDraft {
        id: None,
        revision: 0,
        title: entry.title.clone(),
        short_title: entry.short_title.clone(),
        kind: entry.kind.unwrap_or(InstrumentType::MemorandumOfUnderstanding),
        stage: None,
        stage_since: None,
        parties,
        dialogue: dialogue.map(|dialogue| dialogue.id),
        tracks,
        languages: entry.languages.clone(),
        authentic: entry.authentic.clone(),
        prevailing: String::new(),
        depositary: String::new(),
        holder: None,
        holder_note: String::new(),
        entry: entry.entry.as_ref().map_or_else(EntryRule::not_stated, entry_rule),
        term: entry.term.as_ref().map_or_else(TermRule::not_stated, term_rule),
        note: entry.note.clone(),
        marking: Vec::new(),
        acts,
    })
}

fn party_draft(act: &Act<'_>, entry: &InstrumentPartyLog) -> Result<InstrumentPartyDraft> {
    let body = |name: &String| find::find(&act.session, Noun::Body, name);
    Ok(InstrumentPartyDraft {
        party: find::find(&act.session, Noun::Party, &entry.party)?,
        effect: entry.effect.unwrap_or(LegalEffect::NotStated),
        body: entry.body.as_ref().map(body).transpose()?,
        implementing: entry.implementing.iter().map(body).collect::<Result<_>>()?,
    })
}

fn act_draft(act: &Act<'_>, meeting: Id, entry: &InstrumentActLog) -> Result<InstrumentActDraft> {
    let named = |noun: Noun, name: &Option<String>| -> Result<Option<Id>> {
        name.as_ref().map(|name| find::find(&act.session, noun, name)).transpose()
    };
    Ok(InstrumentActDraft {
        id: None,
        revision: 0,
        instrument: None,
        kind: entry.kind.unwrap_or(InstrumentActKind::Signature),
        party: named(Noun::Party, &entry.party)?,
        on: entry.on,
        dated: Dated::Day,
        place: entry.place.clone(),
        person: named(Noun::Person, &entry.person)?,
        name: entry.name.clone(),
        post: entry.post.clone(),
        meeting: Some(meeting),
        effective_on: None,
        until_on: None,
        note: entry.note.clone(),
    })
}

fn entry_rule(entry: &EntryLog) -> EntryRule {
    EntryRule {
        clause: entry.clause,
        count: entry.count,
        on: entry.on,
        after: entry.after,
        first_of_month: entry.first_of_month,
    }
}

fn term_rule(entry: &TermLog) -> TermRule {
    let kind = match (entry.length, entry.until) {
        (Some(_), _) => TermKind::Period,
        (None, Some(_)) => TermKind::Until,
        (None, None) => TermKind::NotStated,
    };
    let from = if entry.from_on.is_some() { TermStart::Day } else { TermStart::Signature };
    TermRule {
        kind: entry.kind.unwrap_or(kind),
        length: entry.length,
        from: entry.from.unwrap_or(from),
        from_on: entry.from_on,
        until: entry.until,
        renewal: entry.renewal.unwrap_or(Renewal::NotStated),
        renewal_length: entry.renewal_length,
        renewal_most: entry.renewal_most,
        notice: entry.notice,
        notice_form: entry.notice_form.clone(),
        denouncing: entry.denouncing.unwrap_or(Denouncing::NotStated),
    }
}

/// Says of a text of the entry whose it is.
pub(super) fn give(act: &mut Act<'_>, text: Id, instruments: &[Id], entry: &TextLog) -> Result<()> {
    let Some(number) = entry.instrument else {
        if entry.authentic || entry.side_letter {
            return invalid("Say of which instrument it is the text, by its number in the entry.");
        }
        return Ok(());
    };
    let instrument = numbered(instruments, number)?;
    act.session.require::<Instrument>(instrument)?;
    let stored: Text = act.session.require(text)?;
    let row = Text {
        instrument: Some(instrument),
        authentic: entry.authentic,
        side_letter: entry.side_letter,
        ..stored.clone()
    };
    act.change(&stored, &row)
}

/// The instrument with this number in the entry, from 1.
pub(super) fn numbered(instruments: &[Id], number: usize) -> Result<Id> {
    match instruments.get(number.wrapping_sub(1)) {
        Some(id) => Ok(*id),
        None => invalid(format!("There is no instrument {number}; the entry has {}.", instruments.len())),
    }
}
