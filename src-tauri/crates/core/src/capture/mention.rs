//! Mentions: a later text says again what a commitment promised.

use crate::{id::Id, row::row};

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
