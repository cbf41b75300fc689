//! `log`: a meeting with all that came of it, from JSON. Its shape stands in the help of the command, and as
//! `MeetingLog` in the core.

use std::{
    io::{Read as _, Write},
    path::Path,
};

use rapporteur_core::{Error, wire::log::MeetingLog};

use crate::{desk, fault::Fault};

pub(super) fn run(file: &Path, meeting: &Path, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let log = parse(meeting, &read(meeting)?)?;
    let dossier = desk::to_write(file, name)?;
    let logged = dossier.log_meeting(&log)?;
    let view = dossier.meeting(logged.output)?;
    writeln!(out, "Logged {}.", view.row.title)?;
    for outcome in &view.outcomes {
        writeln!(out, "{}  {}", outcome.r#ref, outcome.title)?;
    }
    Ok(())
}

fn read(meeting: &Path) -> Result<Vec<u8>, Fault> {
    let failed = |cause: std::io::Error| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::Missing { path: meeting.to_owned() },
        _ => Error::File { path: meeting.to_owned(), doing: "read", cause },
    };
    if meeting == Path::new("-") {
        let mut text = Vec::new();
        std::io::stdin().lock().read_to_end(&mut text).map_err(failed)?;
        return Ok(text);
    }
    Ok(std::fs::read(meeting).map_err(failed)?)
}

fn parse(meeting: &Path, text: &[u8]) -> Result<MeetingLog, Fault> {
    // Editors of one house put a byte order mark in front, which JSON does not know.
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let mut json = serde_json::Deserializer::from_slice(text);
    let parsed = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let part = match error.path().to_string() {
            path if path == "." => String::new(),
            path => format!("{path}: "),
        };
        (part, error.into_inner())
    });
    let parsed = parsed.and_then(|log| json.end().map(|()| log).map_err(|error| (String::new(), error)));
    parsed.map_err(|(part, error)| {
        let name = if meeting == Path::new("-") { "Standard input".to_owned() } else { meeting.display().to_string() };
        Fault::Input(format!("{name} was not understood. {part}{error}. Nothing was entered."))
    })
}
