//! Verdicts: candidates that are not entered, and why.

use crate::{id::Id, row::row, vocabulary::Judgement};

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
