//! What pages show: rows brought together with their names and counts. Nothing here writes.

mod choices;
mod compare;
mod decision;
mod dialogue;
mod follow_up;
mod handover;
mod ledger;
mod list;
mod meeting;
mod overview;
mod people;
mod picture;
#[cfg(test)]
mod plans;
mod review;
mod text;

pub(crate) use decision::{decision, unopposed};
pub(crate) use list::{ids_of, looked_ahead, window};
pub(crate) use text::row as text_row;
