//! An instrument as its page shows it, and what a form would come to before it is saved.

use super::{
    Instrument, InstrumentAct, InstrumentLink, InstrumentParty, enter,
    facts::in_order,
    life,
    list::{self, Rows, effect_label},
    reckon::{Facts, Happened, say},
};
use crate::{
    body::Body,
    commitment::Showing,
    dialogue::Dialogue,
    dossier::Dossier,
    error::Result,
    id::Id,
    instrument::DeliveredBy,
    marking,
    party::Party,
    store::Session,
    vocabulary::InstrumentActKind,
    wire::{
        DeliveryView, InstrumentActView, InstrumentDraft, InstrumentLinkView, InstrumentPartyView, InstrumentView,
        Named, Reckoning,
    },
};

impl Dossier {
    /// Everything about one instrument.
    pub fn instrument(&self, id: Id) -> Result<InstrumentView> {
        self.showing(None, |showing| whole(showing, id))
    }

    /// What the clauses of a draft, with the acts that stand or that it brings along, come to as of the dossier's day.
    pub fn reckon_instrument(&self, draft: &InstrumentDraft) -> Result<Reckoning> {
        self.showing(None, |showing| {
            let session = &showing.session;
            let mut facts = match draft.id {
                Some(id) => list::one(session, id, showing.day)?.line.facts,
                None => Facts {
                    kind: draft.kind,
                    by_hand: None,
                    parties: Vec::new(),
                    acts: Vec::new(),
                    entry: draft.entry.clone(),
                    term: draft.term.clone(),
                    replaced_by: Vec::new(),
                    replaced_on: None,
                },
            };
            facts.kind = draft.kind;
            facts.by_hand = draft.stage.map(|stage| (stage, draft.stage_since));
            facts.parties = draft.parties.iter().map(|party| (party.party, party.effect)).collect();
            facts.entry = enter::entry(&draft.entry)?;
            facts.term = enter::term(&draft.term)?;
            facts.acts.extend(draft.acts.iter().map(|act| Happened {
                kind: act.kind,
                party: act.party,
                on: act.on,
                dated: act.dated,
                effective_on: act.effective_on,
                until_on: act.until_on,
            }));
            facts.acts.sort_by_key(|act| (act.day().or(act.on), act.kind));
            let reckoned = facts.reckon(showing.day);
            Ok(say::explained(&facts, &reckoned, showing.day, &names(showing)))
        })
    }
}

/// What parties and instruments are called in a sentence.
pub(super) fn names<'s>(showing: &'s Showing<'_>) -> impl Fn(Id) -> String + 's {
    |id| {
        let party = showing.party(id).name;
        if !party.is_empty() {
            return party;
        }
        // What replaces an instrument is called by its ref; a name that cannot be read is none.
        showing.session.get::<Instrument>(id).ok().flatten().map_or_else(String::new, |row| row.reference)
    }
}

fn whole(showing: &Showing<'_>, id: Id) -> Result<InstrumentView> {
    let session = &showing.session;
    let day = showing.day;
    let instrument: Instrument = session.require(id)?;
    let rows = Rows::new(showing);
    let found = list::one(session, id, day)?;
    let facts = &found.line.facts;
    let mut acts = session.with::<InstrumentAct>("instrument_id", id)?;
    in_order(&mut acts);
    let acts: Vec<(InstrumentAct, InstrumentActView)> =
        acts.into_iter().map(|row| Ok((row.clone(), life::act_view(showing, &row)?))).collect::<Result<_>>()?;
    let names = names(showing);
    let signed_at = acts
        .iter()
        .filter(|(row, _)| {
            matches!(
                row.kind,
                InstrumentActKind::Signature | InstrumentActKind::DefinitiveSignature | InstrumentActKind::Adoption
            )
        })
        .find_map(|(_, view)| view.meeting.clone());
    let dialogue = instrument.dialogue.map(|id| session.require::<Dialogue>(id)).transpose()?;
    let tags = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (entry, term) = (instrument.entry(), instrument.term());
    Ok(InstrumentView {
        row: rows.row(&found)?,
        parties: parties(showing, id)?,
        effect_label: effect_label(showing, facts),
        stage_by_hand: instrument.stage,
        stage_by_hand_since: instrument.stage_since,
        dialogue: dialogue.map(|row| Named { id: row.id, name: row.short().to_owned() }),
        signed_at,
        languages: tags(&instrument.languages),
        authentic: tags(&instrument.authentic),
        prevailing: instrument.prevailing.clone(),
        depositary: instrument.depositary.clone(),
        holder: instrument.holder.map(|id| body(session, id)).transpose()?,
        holder_note: instrument.holder_note.clone(),
        entry_label: crate::rules::capital(&say::entry_label(&entry)),
        entry,
        term_labels: say::term_labels(&term),
        term,
        reckoned: say::explained(facts, &found.came, day, &names),
        life: life::line(facts, &found.came, &acts, day, &names),
        acts: acts.into_iter().map(|(_, view)| view).collect(),
        texts: session
            .texts_of_instrument(id)?
            .iter()
            .map(|text| crate::view::text_row(session, text))
            .collect::<Result<_>>()?,
        delivers: delivers(showing, id)?,
        commitments: showing.rows(&session.made_in(id)?)?,
        follow_ups: session
            .follow_ups_on_instrument(id)?
            .iter()
            .map(|row| showing.follow_up(row))
            .collect::<Result<_>>()?,
        links: links(session, &rows, id)?,
        note: instrument.note,
        marking: marking::views(session, &instrument.marking)?,
    })
}

fn body(session: &Session<'_>, id: Id) -> Result<Named> {
    let body: Body = session.require(id)?;
    Ok(Named { id, name: body.short().to_owned() })
}

fn parties(showing: &Showing<'_>, id: Id) -> Result<Vec<InstrumentPartyView>> {
    let session = &showing.session;
    let mut rows = session.with::<InstrumentParty>("instrument_id", id)?;
    rows.sort_by_key(|row| (row.party != showing.home(), row.id));
    rows.into_iter()
        .map(|row| {
            let party: Party = session.require(row.party)?;
            Ok(InstrumentPartyView {
                id: row.id,
                home: row.party == showing.home(),
                party: Named { id: party.id, name: party.name },
                effect: row.effect,
                body: row.body.map(|id| body(session, id)).transpose()?,
                implementing: row.implementing.iter().map(|id| body(session, *id)).collect::<Result<_>>()?,
            })
        })
        .collect()
}

fn delivers(showing: &Showing<'_>, id: Id) -> Result<Vec<DeliveryView>> {
    let links = showing.session.with::<DeliveredBy>("instrument_id", id)?;
    links
        .into_iter()
        .map(|link| {
            let commitment = showing.row(&showing.session.require(link.commitment)?)?;
            Ok(DeliveryView { id: link.id, commitment })
        })
        .collect()
}

fn links(session: &Session<'_>, rows: &Rows<'_>, id: Id) -> Result<Vec<InstrumentLinkView>> {
    let links: Vec<InstrumentLink> = session.links_of_instrument(id)?;
    links
        .into_iter()
        .map(|link| {
            let outgoing = link.from == id;
            Ok(InstrumentLinkView {
                id: link.id,
                kind: link.kind,
                outgoing,
                label: if outgoing { link.kind.label() } else { link.kind.backwards() }.to_owned(),
                other: rows.of(if outgoing { link.to } else { link.from })?,
            })
        })
        .collect()
}

/// Instruments by id, as rows.
pub(crate) fn rows_of(showing: &Showing<'_>, ids: &[Id]) -> Result<Vec<crate::wire::InstrumentRow>> {
    let rows = Rows::new(showing);
    ids.iter().map(|id| rows.of(*id)).collect()
}

/// Instruments that were reckoned already, as rows.
pub(crate) fn rows_from(
    showing: &Showing<'_>,
    found: &[list::Reckoned],
    most: usize,
) -> Result<Vec<crate::wire::InstrumentRow>> {
    let rows = Rows::new(showing);
    found.iter().take(most).map(|one| rows.row(one)).collect()
}
