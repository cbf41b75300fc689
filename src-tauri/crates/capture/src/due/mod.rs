//! Deadlines: which words of a sentence say when something is to be done, and what they mean.

mod calendar;
mod date;
mod find;
mod occasion;

pub use find::{Found, all};
