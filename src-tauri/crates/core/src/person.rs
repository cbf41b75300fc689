//! Persons: officials, with the post and body they hold.

use crate::{
    body::Body,
    clock::Day,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    party::Party,
    row::row,
    wire::{Changed, PersonDraft},
};

row! {
    /// An official.
    Person as Person {
        /// Party.
        party: Id = "party_id",
        /// Body of that party.
        body: Option<Id> = "body_id",
        /// Name as used.
        name: String = "name",
        /// Post; may be empty.
        post: String = "post",
        /// In post since.
        active_from: Option<Day> = "active_from",
        /// In post until.
        active_to: Option<Day> = "active_to",
        /// Anything worth knowing.
        note: String = "note",
    }
}

impl Dossier {
    /// Enters a person or changes it.
    pub fn save_person(&self, draft: &PersonDraft) -> Result<Changed<Id>> {
        self.transact(Op::SavePerson, |act| {
            act.session.require::<Party>(draft.party)?;
            if let Some(body) = draft.body
                && act.session.require::<Body>(body)?.party != draft.party
            {
                return invalid("The body belongs to another party than the person.");
            }
            if let (Some(from), Some(to)) = (draft.active_from, draft.active_to)
                && to < from
            {
                return invalid("The post ends before it begins.");
            }
            let row = Person {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                party: draft.party,
                body: draft.body,
                name: field::required("The person's name", &draft.name)?,
                post: field::line("The post", &draft.post)?,
                active_from: draft.active_from,
                active_to: draft.active_to,
                note: field::note("The note", &draft.note)?,
            };
            act.save(draft.id.is_none(), &row, &row.name)
        })
    }
}
