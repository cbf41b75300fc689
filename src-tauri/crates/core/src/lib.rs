//! The register of what governments promised each other: nouns, rules, journal, store.
//!
//! A synchronous library without a window, a network or a clock of its own. [`Dossier`] is the one object callers hold;
//! what it takes and gives stands in [`wire`]. The map:
//!
//! - `dossier`, then one module per noun: rows (`row!`) and the acts on them. `view` brings rows together for pages.
//! - [`vocabulary`]: the closed sets of words. `register`: from a noun to its row type.
//! - `transact` is the one way to write; `rules` hold for every act, undo included; `journal` is the truth about the past.
//! - `store` is the only module that names a database driver; it knows rows and never `Dossier`.
//! - [`clock`] and [`id`] are where time and chance come in.
//! - [`file`]: how a file is written for the user, whole or not at all.
//!
//! Dependencies run from the nouns to the store, never back. Errors are sentences for a person, see [`error`].

#[macro_use]
pub mod vocabulary;

pub mod brief;
pub mod clock;
pub mod error;
pub mod file;
pub mod id;
pub mod sample;
pub mod wire;

mod agenda;
mod attendance;
mod bin;
mod body;
mod bulk;
mod capture;
mod check;
mod commitment;
mod decision;
mod dialogue;
mod dossier;
mod export;
mod field;
mod find;
mod finding;
mod follow_up;
mod handover;
mod instrument;
mod journal;
mod lineage;
mod log;
mod marking;
mod meeting;
mod meeting_move;
mod op;
mod party;
mod person;
mod quick;
mod register;
mod row;
mod rules;
mod saved_view;
mod search;
mod store;
mod text;
mod track;
mod transact;
mod view;

pub use dossier::{Dossier, Surroundings};
pub use error::{Error, Result};
pub use field::{NOTE_MOST, TEXT_MOST, TITLE_MOST};
#[doc(hidden)]
pub use store::Ways;
pub use text::{Original, words_in, words_of};
