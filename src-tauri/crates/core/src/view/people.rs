//! Parties, bodies and persons as pages and rows.

use crate::{
    body::Body,
    commitment::{Owner, Showing},
    dossier::Dossier,
    error::Result,
    id::Id,
    party::{self, Party},
    person::Person,
    view::list::window,
    vocabulary::OwnerRole,
    wire::{BodyRow, BodyView, CommitmentQuery, Named, OwnedCommitment, PartyView, PersonRow, PersonView, Sort},
};

/// How many commitments stand on the page of a body or person; the list of all is one press away.
const OWNED_SHOWN: u32 = 50;

impl Dossier {
    /// All parties with their bodies and persons, the home party first.
    pub fn parties(&self) -> Result<Vec<PartyView>> {
        self.showing(None, |showing| {
            let mut parties = showing.session.all::<Party>()?;
            parties.sort_by(|a, b| (a.id != showing.home(), &a.name).cmp(&(b.id != showing.home(), &b.name)));
            parties.iter().map(|party| whole_party(showing, party)).collect()
        })
    }

    /// Everything about one body.
    pub fn body(&self, id: Id) -> Result<BodyView> {
        self.showing(None, |showing| {
            let session = showing.session;
            let body: Body = session.require(id)?;
            let beneath = session.with::<Body>("parent_id", id)?;
            let persons = session.with::<Person>("body_id", id)?;
            Ok(BodyView {
                row: body_row(showing, &body, 0)?,
                note: body.note.clone(),
                bodies: beneath.iter().map(|body| body_row(showing, body, 0)).collect::<Result<_>>()?,
                persons: persons.iter().map(|person| person_row(showing, person)).collect::<Result<_>>()?,
                commitments: owned(showing, id)?,
                owned: session.count_owned(id)?,
                tracks: session
                    .tracks_led_by(id)?
                    .into_iter()
                    .map(|track| Named { id: track.id, name: track.name })
                    .collect(),
            })
        })
    }

    /// Everything about one person.
    pub fn person(&self, id: Id) -> Result<PersonView> {
        self.showing(None, |showing| {
            let session = showing.session;
            let person: Person = session.require(id)?;
            Ok(PersonView {
                row: person_row(showing, &person)?,
                note: person.note.clone(),
                commitments: owned(showing, id)?,
                owned: session.count_owned(id)?,
                meetings: session
                    .attended(id)?
                    .iter()
                    .map(|meeting| super::meeting::row(&session, meeting, showing.day))
                    .collect::<Result<_>>()?,
                handovers: super::handover::handovers_of(showing, id)?,
                dialogues: session
                    .chaired_by(id)?
                    .into_iter()
                    .map(|dialogue| Named { id: dialogue.id, name: dialogue.short().to_owned() })
                    .collect(),
            })
        })
    }
}

fn whole_party(showing: &Showing<'_>, party: &Party) -> Result<PartyView> {
    let session = showing.session;
    let all = session.bodies_of(party.id)?;
    let mut bodies = Vec::new();
    beneath(showing, &all, None, 0, &mut bodies)?;
    let home = party.id == showing.home();
    Ok(PartyView {
        id: party.id,
        revision: party.revision,
        code: party.code.clone(),
        name: party.name.clone(),
        kind: party.kind,
        home,
        retired_on: party.retired_on,
        open: session.open_bound(party.id, party::side(&session, party.id)?)?,
        bodies,
        persons: session
            .persons_of(party.id)?
            .iter()
            .map(|person| person_row(showing, person))
            .collect::<Result<_>>()?,
    })
}

fn beneath(showing: &Showing<'_>, all: &[Body], parent: Option<Id>, depth: u32, rows: &mut Vec<BodyRow>) -> Result<()> {
    for body in all.iter().filter(|body| body.parent == parent) {
        rows.push(body_row(showing, body, depth)?);
        beneath(showing, all, Some(body.id), depth + 1, rows)?;
    }
    Ok(())
}

fn body_row(showing: &Showing<'_>, body: &Body, depth: u32) -> Result<BodyRow> {
    let parent = body.parent.map(|id| showing.session.require::<Body>(id)).transpose()?;
    Ok(BodyRow {
        id: body.id,
        revision: body.revision,
        short_name: body.short().to_owned(),
        name: body.name.clone(),
        party: showing.party(body.party),
        parent: parent.map(|parent| Named { id: parent.id, name: parent.short().to_owned() }),
        depth,
        retired_on: body.retired_on,
        open: showing.session.open_owned(body.id)?,
    })
}

pub(super) fn person_row(showing: &Showing<'_>, person: &Person) -> Result<PersonRow> {
    let body = person.body.map(|id| showing.session.require::<Body>(id)).transpose()?;
    Ok(PersonRow {
        id: person.id,
        revision: person.revision,
        name: person.name.clone(),
        post: person.post.clone(),
        party: showing.party(person.party),
        body: body.map(|body| Named { id: body.id, name: body.short().to_owned() }),
        active_from: person.active_from,
        active_to: person.active_to,
        open: showing.session.open_owned(person.id)?,
    })
}

/// The first commitments that a body or person has a part in: open ones first, soonest due first.
fn owned(showing: &Showing<'_>, owner: Id) -> Result<Vec<OwnedCommitment>> {
    let mut ids = Vec::new();
    for open in [true, false] {
        let query = CommitmentQuery {
            owner: Some(owner),
            open: Some(open),
            sort: Sort::Due,
            limit: OWNED_SHOWN - u32::try_from(ids.len()).unwrap_or(OWNED_SHOWN),
            ..CommitmentQuery::all()
        };
        if query.limit > 0 {
            ids.extend(showing.session.stretch(&window(&showing.session, showing.day, showing.day, &query)?)?.0);
        }
    }
    let rows = showing.rows(&ids)?;
    rows.into_iter()
        .map(|commitment| Ok(OwnedCommitment { role: role_of(showing, commitment.id, owner)?, commitment }))
        .collect()
}

/// The part a body or person has in a commitment; of several, the first in order: leading, supporting, opposite.
fn role_of(showing: &Showing<'_>, commitment: Id, owner: Id) -> Result<OwnerRole> {
    let parts = showing.session.with::<Owner>("commitment_id", commitment)?;
    let own = |part: &&Owner| part.body == Some(owner) || part.person == Some(owner);
    Ok(parts.iter().filter(own).map(|part| part.role).min().unwrap_or(OwnerRole::Lead))
}
