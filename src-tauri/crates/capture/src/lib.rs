//! From the text of a statement to the commitments in it: text in, candidates out.
//!
//! Pure functions: no file, no clock, no register, nothing remote. The caller gives the text, the parties to it, the day
//! it bears and the names it knows; the answer says for every candidate where it stands, what made it one, who is bound,
//! how strongly and by when. The same input gives the same answer.
//!
//! The way of a text: `segment` makes blocks, `text` and `scene` make sentences with what the lexicon knows of every word,
//! `actor` with `person` finds who can act, `frame` with `cue`, `usage`, `subject`, `complement` and `noun_act` where somebody may
//! bind himself, `feature` (what is counted stands in `counts`, what the parties have together in `ties`, the names in `catalog`)
//! and `weight` how much speaks for it; `engine` goes through the text, and `answer` puts the candidate together with `due`,
//! `named`, `acts` and `title`. `work` and `hostile` watch that all of it stays in proportion to the text.

mod actor;
mod acts;
mod answer;
mod candidate;
mod catalog;
mod closed;
mod complement;
mod counts;
mod cue;
mod deadline;
mod describe;
mod due;
mod engine;
mod feature;
mod frame;
#[doc(hidden)]
pub mod hostile;
mod lead;
mod lexicon;
mod name;
mod named;
mod noun_act;
mod numbers;
mod person;
mod place;
mod read;
mod scene;
mod segment;
mod shape;
mod strength;
mod subject;
mod table;
mod text;
mod ties;
mod title;
#[doc(hidden)]
pub mod train;
mod usage;
mod weight;
mod work;

pub use candidate::{Bound, Candidate, Class, Cue, Due, DueMeaning, Named, NamedKind, Party, Range, Request, Strength};
pub use deadline::deadlines;
pub use engine::candidates;
pub use lexicon::{Lexicon, LexiconError};
