//! Lists that somebody goes back to.

use super::{CommitmentQuery, wire};
use crate::id::Id;

wire! {
    /// A view to save, or to change.
    pub struct SavedViewDraft {
        /// Which one; none for a new one.
        pub id: Option<Id>,
        /// Revision read; 0 for a new one.
        pub revision: i32,
        /// Its name, which no other view has.
        pub name: String,
        /// What it asks, its order and grouping: all that filters is put in words. Frame, stretch and limit are not kept.
        pub query: CommitmentQuery,
        /// The columns it shows, in their order; the usual ones where empty.
        pub columns: Vec<String>,
        /// Whether it stands in the navigation.
        pub pinned: bool,
        /// Its place among the views; 0 for the last.
        pub rank: i32,
    }
}

wire! {
    /// A saved view.
    pub struct SavedViewRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Its name.
        pub name: String,
        /// All that it asks, in the search language.
        pub words: String,
        /// The same as a list is asked: what a filter of its own stands for is there, the rest in its words.
        pub query: CommitmentQuery,
        /// The columns it shows, in their order; the usual ones where empty.
        pub columns: Vec<String>,
        /// Whether it stands in the navigation.
        pub pinned: bool,
        /// Its place among the views.
        pub rank: i32,
    }
}
