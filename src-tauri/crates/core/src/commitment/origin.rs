//! Origin: the words of a text that a commitment comes from, where that is found out, or found to be wrong, after it was
//! entered. A commitment taken from a text has its origin from the beginning.

use super::Commitment;
use crate::{
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    text::{self, Text},
    transact::Act,
    vocabulary::Noun,
    wire::{Changed, OriginDraft},
};

impl Dossier {
    /// Says which words of which text a commitment comes from, in place of what was said before; they become its wording.
    /// Without a text, its wording stays, and comes from no text any more.
    pub fn set_origin(&self, draft: &OriginDraft) -> Result<Changed<Id>> {
        self.transact(Op::SetOrigin, |act| set(act, draft))
    }
}

fn set(act: &mut Act<'_>, draft: &OriginDraft) -> Result<Id> {
    let mut row: Commitment = act.seen(draft.commitment, draft.revision)?;
    let before = row.passage.take();
    match draft.text {
        Some(id) => {
            let text: Text = act.session.require(id)?;
            let quote = field::body("The words", &draft.quote)?;
            let mut places = text::places(&text, quote.trim());
            let Some(place) = places.next() else {
                return invalid(format!("These words do not stand in {}, word for word.", text.title));
            };
            if places.next().is_some() {
                return invalid(format!("These words stand in {} more than once; quote more of them.", text.title));
            }
            let passage = text::cut(act, &place)?;
            row.passage = Some(passage.id);
            row.wording = passage.quote;
            row.meeting = row.meeting.or(text.meeting);
            row.instrument = row.instrument.or(text.instrument);
            act.title(format!("{} comes from {}", row.called(), text.title));
        }
        None if before.is_none() => return invalid(format!("{} comes from no text as it is.", row.called())),
        None => act.title(format!("{} no longer comes from a text", row.called())),
    }
    act.update(&row)?;
    if let Some(passage) = before {
        leave(act, passage)?;
    }
    Ok(row.id)
}

/// A passage is there for what was taken from it, and goes with the last of that.
fn leave(act: &mut Act<'_>, passage: Id) -> Result<()> {
    for noun in [Noun::Commitment, Noun::Mention] {
        if !act.session.referring(noun, "passage_id", false, passage)?.is_empty() {
            return Ok(());
        }
    }
    act.delete(Noun::Passage, passage)
}
