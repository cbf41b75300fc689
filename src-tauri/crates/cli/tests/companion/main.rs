//! The companion from end to end: the real program on real files, its answers, sentences and exit codes.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says by failing what went wrong")]

mod capture;
mod create;
mod faults;
mod generate;
mod instruments;
mod log;
mod paper;
mod read;
mod support;
mod views;
