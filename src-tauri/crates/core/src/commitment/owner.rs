//! Owners: who leads, who supports, who is the counterpart.

use crate::{
    body::Body,
    commitment::{Commitment, spoken_count},
    dossier::{Dossier, settings},
    error::{Result, invalid},
    id::Id,
    op::Op,
    person::Person,
    row::row,
    store::Session,
    transact::Act,
    vocabulary::{Noun, OwnerRole},
    wire::{Changed, OwnerDraft, OwnersDraft},
};

row! {
    /// A body or person that has a part in a commitment.
    Owner as Owner {
        /// The commitment.
        commitment: Id = "commitment_id",
        /// Lead, supporting, counterpart.
        role: OwnerRole = "role",
        /// The party of the body or person.
        party: Id = "party_id",
        /// The body.
        body: Option<Id> = "body_id",
        /// The person.
        person: Option<Id> = "person_id",
    }
}

impl Dossier {
    /// Gives one commitment or several new owners in some roles; those of other roles stay.
    pub fn set_owners(&self, draft: &OwnersDraft) -> Result<Changed<u32>> {
        self.transact(Op::SetOwners, |act| {
            if draft.owners.iter().any(|owner| !draft.roles.contains(&owner.role)) {
                return invalid("An owner was given for a role that is not to be changed.");
            }
            let ids: Vec<Id> = draft.commitments.iter().map(|seen| seen.id).collect();
            act.title(format!("Owners of {}", spoken_count(act, &ids)?));
            for seen in &draft.commitments {
                act.seen::<Commitment>(seen.id, seen.revision)?;
                replace(act, seen.id, &draft.owners, &draft.roles)?;
            }
            Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
        })
    }
}

/// The party, body and person of an owner as entered, checked.
pub(crate) fn resolve(session: &Session<'_>, draft: &OwnerDraft) -> Result<(Id, Option<Id>, Option<Id>)> {
    let person = draft.person.map(|id| session.require::<Person>(id)).transpose()?;
    let body = match draft.body.or(person.as_ref().and_then(|person| person.body)) {
        Some(id) => Some(session.require::<Body>(id)?),
        None => None,
    };
    let party = match (&body, &person) {
        (Some(body), Some(person)) if body.party != person.party => {
            return invalid(format!("{} does not belong to the party of {}.", person.name, body.short()));
        }
        (Some(body), _) => body.party,
        (None, Some(person)) => person.party,
        (None, None) => return invalid("An owner is a body, a person, or both."),
    };
    let home = settings(session)?.home;
    match (draft.role, party == home) {
        (OwnerRole::Lead | OwnerRole::Supporting, false) => {
            invalid("Leading and supporting owners are of the home side; those of another side are counterparts.")
        }
        (OwnerRole::Counterpart, true) => invalid("A counterpart is of another side than ours."),
        _ => Ok((party, body.map(|body| body.id), person.map(|person| person.id))),
    }
}

/// Makes `owners` those of a commitment in the given roles; owners that stay keep their rows.
pub(crate) fn replace(act: &mut Act<'_>, commitment: Id, owners: &[OwnerDraft], roles: &[OwnerRole]) -> Result<()> {
    let mut stored = act.session.with::<Owner>("commitment_id", commitment)?;
    stored.retain(|owner| roles.contains(&owner.role));
    for draft in owners {
        let (party, body, person) = resolve(&act.session, draft)?;
        let same = |owner: &Owner| (owner.role, owner.body, owner.person) == (draft.role, body, person);
        match stored.iter().position(same) {
            Some(at) => {
                stored.swap_remove(at);
            }
            None => {
                act.insert(&Owner { id: act.id(), revision: 0, commitment, role: draft.role, party, body, person })?
            }
        }
    }
    for gone in stored {
        act.delete(Noun::Owner, gone.id)?;
    }
    Ok(())
}
