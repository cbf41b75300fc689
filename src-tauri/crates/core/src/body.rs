//! Bodies: ministries, agencies and offices under a party.

use crate::{
    clock::Day,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    party::Party,
    row::row,
    wire::{BodyDraft, Changed},
};

row! {
    /// A ministry, agency or office.
    Body as Body {
        /// Its party.
        party: Id = "party_id",
        /// The body above it.
        parent: Option<Id> = "parent_id",
        /// Short name; may be empty.
        short_name: String = "short_name",
        /// Full name.
        name: String = "name",
        /// Anything worth knowing.
        note: String = "note",
        /// No longer offered since.
        retired_on: Option<Day> = "retired_on",
    }
}

impl Body {
    /// The short name, or the full one where none is in use.
    pub(crate) fn short(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }
}

impl Dossier {
    /// Enters a body or changes it.
    pub fn save_body(&self, draft: &BodyDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveBody, |act| {
            act.session.require::<Party>(draft.party)?;
            if let Some(parent) = draft.parent {
                let parent: Body = act.session.require(parent)?;
                if parent.party != draft.party {
                    return invalid(format!("{} belongs to another party and cannot stand above it.", parent.short()));
                }
            }
            let row = Body {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                party: draft.party,
                parent: draft.parent,
                short_name: field::line("The short name", &draft.short_name)?,
                name: field::required("The body's name", &draft.name)?,
                note: field::note("The note", &draft.note)?,
                retired_on: draft.retired_on,
            };
            let twin = act.session.with::<Body>("party_id", row.party)?;
            if twin.iter().any(|other| other.id != row.id && other.name == row.name) {
                return invalid(format!("{} is in the register already.", row.name));
            }
            act.save(draft.id.is_none(), &row, row.short())
        })
    }
}
