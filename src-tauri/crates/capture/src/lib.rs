//! From the text of a statement to the commitments in it: text in, candidates out.
//!
//! Pure functions: no file, no clock, no register, nothing remote. The caller gives the text, the parties to it, the day
//! it bears and the names it knows; the answer says for every candidate where it stands, what made it one, who is bound,
//! how strongly and by when. The same input gives the same answer.

mod candidate;

pub use candidate::{Bound, Candidate, Class, Cue, Due, DueMeaning, Named, NamedKind, Party, Range, Request, Strength};
