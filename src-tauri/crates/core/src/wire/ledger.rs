//! The ledger: what each side owes the other, by track.

use super::wire;
use crate::{clock::Day, id::Id, vocabulary::Bound};

wire! {
    /// What one side owes on one track, counted.
    #[derive(Default)]
    pub struct LedgerCell {
        /// Open.
        pub open: u32,
        /// Of those, past their day.
        pub overdue: u32,
        /// Closed as fulfilled.
        pub kept: u32,
        /// Closed as not fulfilled.
        pub not_kept: u32,
        /// Kept or not kept, and with a date: what the share kept in time is counted of.
        pub dated: u32,
        /// Of those, kept by the first date that was ever set: later dates do not make up for it.
        pub in_time: u32,
    }
}

wire! {
    /// What one side owes.
    pub struct LedgerSide {
        /// Which: us, them, both, or parties named one by one.
        pub bound: Bound,
        /// Its counts.
        pub cell: LedgerCell,
    }
}

wire! {
    /// A track's line, or that of all.
    pub struct LedgerRow {
        /// The track; none for the sum.
        pub track: Option<Id>,
        /// Each side that appears in the ledger, in the order of [`Ledger::sides`].
        pub sides: Vec<LedgerSide>,
    }
}

wire! {
    /// What we owe them, what they owe us, what both owe.
    pub struct Ledger {
        /// The dossier's day.
        pub day: Day,
        /// The sides: us, them, both; parties named one by one where there are such commitments.
        pub sides: Vec<Bound>,
        /// A line for each track that has commitments, in the dossier's order.
        pub tracks: Vec<LedgerRow>,
        /// The sum of all tracks.
        pub total: LedgerRow,
    }
}
