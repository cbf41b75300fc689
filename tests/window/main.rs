//! The real window, started and driven as a person would: with keys, and with the pointer where a person would use it.
//!
//! - `opening`: the sample, a new dossier, files that are none.
//! - `logging`: a meeting, its text, the commitments taken from it, its record.
//! - `capturing`: a statement becomes commitments on the workbench, by key.
//! - `dates`: a meeting moves, is cancelled; a period is reported; Today says so; undone.
//! - `instruments`: what is signed, entered with its acts by key: where it stands, its notice; undone, and there after a restart.
//! - `lineage`: the picture of where a promise comes from and what became of it, walked by key.
//! - `lists`: a hundred thousand rows, sorted, parted, changed all at once.
//! - `reviewing`: the review before a meeting, by key; undo; what stands after a restart.
//! - `reading`: every page, light and dark, in the sample and in an empty dossier: axe finds nothing.
//! - `past`: a past day, looked at by key and not to be changed; two days compared.
//! - `papers`: the brief with its real pages, planned by key, saved, kept and compared; a list exported; replies pasted.
//! - `palette`: anywhere and anything from one field; the page of all results.
//! - `pictures`: the time line, the trend and what was said again, by key and wheel; drawings saved and read back.
//! - `views`: lists that one goes back to; a commitment entered in one line.
//! - `room`: long titles, Hindi, wide and narrow windows.
//!
//! The tests bring their own words, in `words` and `long_dossier`. They run one after the other (`make window`), each with an application,
//! a driver and folders of its own, since only one window can have the focus. They know the pages by their roles and
//! names and never by classes or positions, so that a page may be drawn anew without breaking one of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says by failing what went wrong")]

mod capturing;
mod dates;
mod instruments;
mod lineage;
mod lists;
mod logging;
mod long_dossier;
mod opening;
mod palette;
mod papers;
mod past;
mod pictures;
mod reading;
mod reviewing;
mod room;
mod views;
mod words;
