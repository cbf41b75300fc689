//! Papers as whole files: what a reader, an archive and another program find in them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says by failing what went wrong")]

mod docx;
mod ics;
mod libre_office;
mod markdown;
mod pdf;
mod programs;
mod samples;
mod xlsx;
