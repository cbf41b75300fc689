//! `rapporteur-cli`: the companion of Rapporteur on the command line, for scripts, tests and measurements.
//!
//! A thin way in: it reads arguments, asks the core, and sets the answer for a terminal or as JSON. No rule of the
//! register stands here, and no clock is read but through the core. Answers go to standard output; progress and the
//! one sentence of an error go to standard error.

#![forbid(unsafe_code)]

mod arguments;
mod command;
mod days;
mod desk;
mod fault;
mod generate;
mod progress;
mod table;

use std::{
    io::{BufWriter, Write as _},
    process::ExitCode,
};

use clap::Parser as _;

use crate::{arguments::Arguments, fault::Fault};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let done = command::run(&arguments, &mut out).and_then(|found| out.flush().map(|()| found).map_err(Fault::Output));
    match done {
        Ok(exit) => exit,
        Err(fault) => {
            // What was answered before the fault is not lost with it.
            let _ = out.flush();
            if let Some(sentence) = fault.sentence() {
                eprintln!("{sentence}");
            }
            fault.exit()
        }
    }
}
