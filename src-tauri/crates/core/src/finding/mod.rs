//! Finding anything by its words, and names by what resembles them.
//!
//! - `sought`: what was typed, as words the index takes.
//! - `search`: what holds them, ranked: title and ref first, then wording, then the rest; in each, the newest first.
//! - `context`: where the words stand, with some words around.
//! - `names`: names that share threes of letters with what was typed, for those who mistype.

mod context;
mod names;
mod search;
mod sought;

pub(crate) use names::{likeness, threes};
pub(crate) use sought::sought;
