//! The search language: text ↔ tree ↔ SQL. One language for the bar, for saved lists, for the companion and for the core.
//!
//! - `tree`: what a query says, as data; `field` and `day` are its words.
//! - `parse`: from text, with the spot of what it cannot read. `write`: back to text, in one form.
//! - `ask`: the question it comes to, names looked up (`names`); `store::search` makes a condition of that.
//! - `offer`: help while one types.
//! - `fold`: what a list is filtered by besides words, as words, and back: a saved view is words alone.
//!
//! Words are looked for in the full text. `field:value` and `field<value` ask one thing of a commitment; a space means
//! "and", `or` means "or", `-` means "not", brackets group.

mod ask;
mod day;
mod field;
mod fold;
mod names;
mod offer;
mod parse;
mod tree;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use ask::{Ask, Unasked, When, ask};
pub(crate) use day::DayValue;
pub(crate) use fold::{fold, unfold};
pub(crate) use parse::parse;
