//! Mentions: a later text says again what a commitment promised.
//!
//! A mention is no follow-up: that something was said again does not tell whether it is being done, and no lamp moves.

use crate::{
    commitment::Commitment,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    row::row,
    text::{self, Passage, Text},
    wire::{Changed, MentionDraft},
};

row! {
    /// A text says again what a commitment promised.
    Mention as Mention {
        /// The commitment.
        commitment: Id = "commitment_id",
        /// Where the text says it.
        passage: Id = "passage_id",
        /// Anything worth knowing.
        note: String = "note",
    }
}

impl Dossier {
    /// Enters that a text says a commitment again.
    pub fn add_mention(&self, draft: &MentionDraft) -> Result<Changed<Id>> {
        self.transact(Op::AddMention, |act| {
            let commitment: Commitment = act.session.require(draft.commitment)?;
            let text: Text = act.session.require(draft.at.text)?;
            for other in act.session.with::<Mention>("commitment_id", commitment.id)? {
                let passage: Passage = act.session.require(other.passage)?;
                if passage.lies_at(&draft.at) {
                    return invalid(format!(
                        "That {} says {} again has been entered already.",
                        text.title,
                        commitment.called()
                    ));
                }
            }
            let passage = text::cut(act, &draft.at)?;
            let row = Mention {
                id: act.id(),
                revision: 0,
                commitment: commitment.id,
                passage: passage.id,
                note: field::note("The note", &draft.note)?,
            };
            act.insert(&row)?;
            act.title(format!("{} is reaffirmed in {}", commitment.called(), text.title));
            Ok(row.id)
        })
    }
}
