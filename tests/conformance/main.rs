//! Behaviour of the register through `Dossier` alone, never SQL: what holds for every storage engine.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says by failing what went wrong")]

mod bulk;
mod capture;
mod commitment;
mod compare;
mod dates;
mod decision;
mod file;
mod filters;
mod finding;
mod follow_ups;
mod ground;
mod handover;
mod instrument;
mod instrument_around;
mod journal;
mod kept_papers;
mod lamps;
mod ledger;
mod lineage;
mod lists;
mod log;
mod meeting;
mod papers;
mod past;
mod people;
mod pictures;
mod quick;
mod random;
mod search;
mod text;
mod views;
