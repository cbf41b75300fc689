//! The lineage of a commitment or an instrument: what led to it and what came of it, in the order of time.

use super::wire;
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{Delivery, LineageKind, LineageLink, Noun},
};

wire! {
    /// What led to a commitment or an instrument, and what came of it. Nodes stand from left to right in the order of time;
    /// edges name them by their place in that list, and always lead from an earlier place to a later one.
    pub struct Lineage {
        /// The place of what was asked for.
        pub root: u32,
        /// What is shown, from left to right.
        pub nodes: Vec<LineageNode>,
        /// What leads from one to the next.
        pub edges: Vec<LineageEdge>,
        /// How many things are linked to what is shown and are not shown themselves.
        pub left_out: u32,
    }
}

wire! {
    /// One thing in a lineage.
    pub struct LineageNode {
        /// What it is.
        pub kind: LineageKind,
        /// The page it opens: itself, or what it was said on.
        pub opens: Noun,
        /// The id of that page.
        pub id: Id,
        /// `CYB-2011-001`; empty where it has none.
        pub r#ref: String,
        /// What it is called.
        pub title: String,
        /// Its words, shortened: a commitment's wording, a statement's passage; may be empty.
        pub quote: String,
        /// First character of the passage in the statement, and one past the last.
        pub passage: Option<(u32, u32)>,
        /// The day it is ordered by; none where it is not known.
        pub on: Option<Day>,
        /// That day as people read it, as exactly as it is known: `May 2011`; empty where it is not known.
        pub when: String,
        /// Where it stands, in words: `closed, fulfilled`, `in force`, `held`, `joint statement`.
        pub state: String,
        /// The delivery lamp of a commitment.
        pub delivery: Option<Delivery>,
        /// Its column, from 0 at the left; later things never stand in an earlier column.
        pub column: u32,
        /// What is shown as one: a meeting with what was put out and signed there, in one column.
        pub group: u32,
        /// How many things linked to it are not shown; one goes on from its own page.
        pub more: u32,
    }
}

wire! {
    /// How one thing leads to another.
    pub struct LineageEdge {
        /// The earlier one.
        pub from: u32,
        /// The later one.
        pub to: u32,
        /// What holds between them.
        pub links: Vec<LineageLink>,
        /// The same, read from the earlier to the later one: `delivered by, shown by`.
        pub words: String,
    }
}
