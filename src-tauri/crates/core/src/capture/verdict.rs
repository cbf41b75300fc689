//! Verdicts: candidates that are not entered, and why.

use crate::{
    dossier::Dossier,
    error::Result,
    id::Id,
    journal::shortened,
    op::Op,
    row::row,
    text::{self, Text},
    vocabulary::Judgement,
    wire::{Changed, VerdictDraft, VerdictRow},
};

row! {
    /// A candidate that was set aside. The words are what counts: the text itself stays free to change.
    Verdict as Verdict {
        /// The text.
        text: Id = "text_id",
        /// First Unicode scalar value, from 0, when it was given.
        start: i32 = "start_at",
        /// One past the last.
        end: i32 = "end_at",
        /// The words it was given on.
        quote: String = "quote",
        /// Skipped, or never again.
        judgement: Judgement = "judgement",
    }
}

/// Longest stretch of a quote in the title of an act, in characters.
const QUOTED: usize = 60;

impl Dossier {
    /// Sets a candidate aside. A second verdict on the same words takes the place of the first.
    pub fn judge_candidate(&self, draft: &VerdictDraft) -> Result<Changed<Id>> {
        self.transact(Op::JudgeCandidate, |act| {
            let text: Text = act.session.require(draft.at.text)?;
            let (start, end, quote) = text::stretch(&text, &draft.at)?;
            let stored = act.session.with::<Verdict>("text_id", text.id)?;
            let stored = stored.into_iter().find(|verdict| (verdict.start, verdict.end) == (start, end));
            let quoted = shortened(quote, QUOTED);
            let row = Verdict {
                id: stored.as_ref().map_or_else(|| act.id(), |verdict| verdict.id),
                revision: stored.as_ref().map_or(0, |verdict| verdict.revision),
                text: text.id,
                start,
                end,
                quote: quote.to_owned(),
                judgement: draft.judgement,
            };
            act.title(match draft.judgement {
                Judgement::Skipped => format!("Skipped “{quoted}” in {}", text.title),
                Judgement::Never => format!("No commitment, and nothing like it: “{quoted}” in {}", text.title),
            });
            if stored.is_none() {
                act.insert(&row)?
            } else {
                act.update(&row)?
            }
            Ok(row.id)
        })
    }

    /// The verdicts that speak for later texts too, newest first.
    pub fn verdicts(&self) -> Result<Vec<VerdictRow>> {
        self.store().read(|session| {
            let lines = session.verdicts_for_all()?;
            Ok(lines
                .into_iter()
                .map(|(id, quote, text, text_title)| VerdictRow { id, quote, text, text_title })
                .collect())
        })
    }
}
