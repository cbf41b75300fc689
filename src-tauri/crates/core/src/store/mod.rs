//! The only module that names a database driver.
//!
//! [`Store`] holds the file and its connections; [`Session`] is what the rest of the core reads and writes through.
//! It knows rows and domain types and never `Dossier`. Statements are written by hand beside the noun they read, in the
//! subset that SQLite and PostgreSQL share; only the statements that every noun needs alike (get, enter, put,
//! delete, list) are put together from a row's column list, in [`rows`].

mod capture;
mod commitment;
mod compared;
mod decision;
mod derived;
mod fill;
mod found;
mod instrument;
mod journal;
mod known;
mod ledger;
mod lineage;
mod listing;
mod lock;
mod marking;
mod meeting;
mod order;
mod overhear;
mod past;
mod people;
mod picture;
mod place;
mod places;
mod rows;
mod search;
mod sets;
mod sieve;
mod sqlite;
mod standing;
mod tally;
mod text;
mod trend;
mod walk;
mod words;

pub(crate) use capture::{DecidedLine, WordingLine};
pub(crate) use commitment::OwnerLine;
pub(crate) use compared::{Between, Net};
pub(crate) use derived::Touched;
pub(crate) use fill::{left_behind, unfinished};
pub(crate) use found::Found;
pub(crate) use instrument::InstrumentLine;
pub(crate) use journal::{ActRow, Asked, EntryRow, NewEntry};
pub(crate) use lineage::Kindred;
pub(crate) use listing::{Window, folded};
pub(crate) use meeting::MeetingHead;
pub(crate) use picture::DueCount;
pub(crate) use sqlite::{Session, Store};
pub(crate) use standing::Standing;
pub(crate) use trend::month_of;
pub use walk::Ways;
pub(crate) use words::{Expressions, Place, Sought, Term, Words, split};
