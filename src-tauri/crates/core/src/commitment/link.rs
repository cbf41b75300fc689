//! Links between commitments: reaffirms, supersedes, depends on. Superseding and depending make no cycle.

use crate::{
    commitment::Commitment,
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    op::Op,
    row::row,
    transact::Act,
    vocabulary::LinkKind,
    wire::{Changed, LinkDraft},
};

row! {
    /// How one commitment stands to another.
    Link as Link {
        /// The commitment that reaffirms, supersedes, depends.
        from: Id = "from_id",
        /// How.
        kind: LinkKind = "kind",
        /// The other one.
        to: Id = "to_id",
    }
}

impl LinkKind {
    /// How the link reads from its other end.
    pub(super) const fn backwards(self) -> &'static str {
        match self {
            Self::Reaffirms => "is reaffirmed by",
            Self::Supersedes => "is superseded by",
            Self::DependsOn => "is needed by",
        }
    }
}

impl Dossier {
    /// Links two commitments. That a link closes no circle is a rule of the register, held for every act.
    pub fn add_link(&self, draft: &LinkDraft) -> Result<Changed<Id>> {
        self.transact(Op::AddLink, |act| add(act, draft))
    }
}

/// Links two commitments, within an act.
pub(crate) fn add(act: &mut Act<'_>, draft: &LinkDraft) -> Result<Id> {
    if draft.from == draft.to {
        return invalid("A commitment is not linked to itself.");
    }
    let from: Commitment = act.session.require(draft.from)?;
    let to: Commitment = act.session.require(draft.to)?;
    let there = act.session.with::<Link>("from_id", from.id)?;
    if there.iter().any(|link| link.to == to.id && link.kind == draft.kind) {
        return invalid(format!("{} {} {} already.", from.called(), draft.kind.label(), to.called()));
    }
    let row = Link { id: act.id(), revision: 0, from: from.id, kind: draft.kind, to: to.id };
    act.insert(&row)?;
    act.title(format!("{} {} {}", from.called(), draft.kind.label(), to.called()));
    Ok(row.id)
}
