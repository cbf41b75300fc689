//! Parties: states and international organisations.

use crate::{
    clock::Day,
    dossier::{Dossier, settings},
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    row::row,
    store::Session,
    vocabulary::{Bound, PartyKind},
    wire::{Changed, PartyDraft},
};

row! {
    /// A state or an international organisation.
    Party as Party {
        /// Short code: `IN`, `US`, `UNFCCC`.
        code: String = "code",
        /// Its name.
        name: String = "name",
        /// State or organisation.
        kind: PartyKind = "kind",
        /// No longer offered since.
        retired_on: Option<Day> = "retired_on",
    }
}

impl Party {
    /// What fits a narrow column: the name where it is short, the code otherwise.
    pub(crate) fn short(&self) -> &str {
        if self.name.chars().count() <= 8 { &self.name } else { &self.code }
    }
}

/// Which side a party is on: ours, theirs, or neither. Where the dossier is about states, an organisation is bound only
/// where it is named.
pub(crate) fn side(session: &Session<'_>, party: Id) -> Result<Option<Bound>> {
    let home = settings(session)?.home;
    if party == home {
        return Ok(Some(Bound::Home));
    }
    let all = session.all::<Party>()?;
    let kind = |id: Id| all.iter().find(|party| party.id == id).map(|party| party.kind);
    let about_states = all.iter().any(|party| party.id != home && party.kind == PartyKind::State);
    Ok((kind(party) == Some(PartyKind::State) || !about_states).then_some(Bound::Partner))
}

impl Dossier {
    /// Enters a party or changes it.
    pub fn save_party(&self, draft: &PartyDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveParty, |act| {
            let row = Party {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                code: code(&draft.code)?,
                name: field::required("The party's name", &draft.name)?,
                kind: draft.kind,
                retired_on: draft.retired_on,
            };
            if let Some(other) =
                act.session.all::<Party>()?.iter().find(|other| other.code == row.code && other.id != row.id)
            {
                return invalid(format!("The code {} is {}’s already. Choose another.", row.code, other.name));
            }
            act.save(draft.id.is_none(), &row, &row.name)
        })
    }
}

/// A party's code: capital letters, digits and hyphens, at most twelve.
pub(crate) fn code(text: &str) -> Result<String> {
    let code = field::required("The party's code", text)?.to_uppercase();
    if code.chars().count() > 12 || !code.chars().all(|c| c.is_alphanumeric() || c == '-') {
        return invalid("A party's code has at most twelve letters and digits, such as IN, US or UNFCCC.");
    }
    Ok(code)
}
