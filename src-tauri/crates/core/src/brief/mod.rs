//! What a paper says, as data. Each paper is gathered here from the register, for one reader; `rapporteur-papers` draws it.
//!
//! [`paper`] is the tree that all papers are made of, [`mark`] the marking of its parts. What the reader may not see is left
//! out while it is gathered, never afterwards: neither a count, a link nor a name can then tell of it.

mod calendar;
mod compare;
mod kept;
mod mark;
mod paper;
mod planned;
mod reply;
mod replies;

pub use calendar::{Calendar, Entry, Time, What};
pub(crate) use kept::KeptPaper;
pub use mark::{Label, Mark};
pub use paper::{Block, Cell, Column, Fact, Holds, Paper, Paragraph, Row, Run, Section, Table, Tone};
pub(crate) use planned::{Plan, kept as kept_plan};
