//! `check`: whether anything is not as it should be.

use std::{io::Write, process::ExitCode};

use crate::{
    arguments::Read,
    desk,
    fault::{FAULTS_FOUND, Fault},
    progress,
};

pub(super) fn run(read: &Read, out: &mut impl Write) -> Result<ExitCode, Fault> {
    let view = desk::to_read(&read.file)?.check(|what| progress::say(&format!("Examining {what}")))?;
    if read.json {
        super::json(out, &view)?;
    } else {
        for line in &view.examined {
            writeln!(out, "{line}")?;
        }
        match view.faults.len() {
            0 => writeln!(out, "Nothing is wrong.")?,
            1 => writeln!(out, "One fault:")?,
            count => writeln!(out, "{count} faults:")?,
        }
        for fault in &view.faults {
            writeln!(out, "- {fault}")?;
        }
    }
    Ok(if view.sound { ExitCode::SUCCESS } else { ExitCode::from(FAULTS_FOUND) })
}
