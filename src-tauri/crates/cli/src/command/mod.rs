//! The commands, one file each. Each takes its arguments and writes its answer.

mod add;
mod attach;
mod capture;
mod check;
mod create;
mod diff;
mod handover;
mod history;
mod info;
mod instruments;
mod ledger;
mod lineage;
mod list;
mod log;
mod meetings;
mod paper;
mod picture;
mod search;
mod show;
mod views;

use std::{io::Write, process::ExitCode};

use serde::Serialize;

use crate::{
    arguments::{Arguments, Command},
    desk,
    fault::Fault,
    generate,
};

/// Carries out one command.
pub(crate) fn run(arguments: &Arguments, out: &mut impl Write) -> Result<ExitCode, Fault> {
    let name = arguments.name.as_deref();
    match &arguments.command {
        Command::New(new) => create::new(new, name, out)?,
        Command::Sample { file } => create::sample(file, out)?,
        Command::Info(read) => info::run(read, out)?,
        Command::List(list) => list::run(list, out)?,
        Command::Search(search) => search::run(search, out)?,
        Command::Views(read) => views::run(read, out)?,
        Command::Meetings(read) => meetings::run(read, out)?,
        Command::Ledger(read) => ledger::run(read, out)?,
        Command::Trend(read) => picture::trend(read, out)?,
        Command::Reiteration(read) => picture::reiteration(read, out)?,
        Command::Handover(asked) => handover::run(asked, name, out)?,
        Command::Instruments(asked) => instruments::run(asked, out)?,
        Command::Notices(asked) => instruments::notices(asked, out)?,
        Command::Show(show) => show::run(show, out)?,
        Command::Lineage(asked) => lineage::run(asked, out)?,
        Command::Log { file, meeting } => log::run(file, meeting, name, out)?,
        Command::Add(line) => add::run(line, name, out)?,
        Command::Capture(capture) => capture::run(capture, out)?,
        Command::Attach(attach) => attach::run(attach, name, out)?,
        Command::History(show) => history::run(show, out)?,
        Command::Diff(asked) => diff::run(asked, out)?,
        Command::Paper(asked) => paper::run(asked, name, out)?,
        Command::Undo { file } => {
            let undone = desk::to_write(file, name)?.undo()?;
            writeln!(out, "{}.", undone.act.map(|act| act.title).unwrap_or_default())?;
        }
        Command::Check(read) => return check::run(read, out),
        Command::Generate(generate) => generate::run(generate, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// An answer as JSON, with a line break at its end.
fn json(out: &mut impl Write, answer: &impl Serialize) -> Result<(), Fault> {
    serde_json::to_writer_pretty(&mut *out, answer).map_err(|error| Fault::Output(error.into()))?;
    Ok(writeln!(out)?)
}
