//! `add`: a commitment in one line.

use std::io::Write;

use rapporteur_core::{vocabulary::Noun, wire::QuickView};

use crate::{arguments::Add, desk, fault::Fault};

pub(super) fn run(add: &Add, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = if add.dry_run { desk::to_read(&add.file)? } else { desk::to_write(&add.file, name)? };
    let meeting = add.meeting.as_ref().map(|name| dossier.find(Noun::Meeting, name)).transpose()?;
    if add.dry_run {
        let view = dossier.read_quick_entry(&add.line, 0, meeting)?;
        return if add.json { super::json(out, &view) } else { understood(&view, out) };
    }
    let entered = dossier.enter_quick(&add.line, meeting)?;
    if add.json {
        return super::json(out, &dossier.commitment(entered.output)?);
    }
    Ok(writeln!(out, "{}.", entered.act.map(|act| act.title).unwrap_or_default())?)
}

/// The parts, a line each, and then what was not understood.
fn understood(view: &QuickView, out: &mut impl Write) -> Result<(), Fault> {
    for part in &view.parts {
        let proposed = if part.proposed { "  (proposed)" } else { "" };
        writeln!(out, "{:<12} {}{proposed}", part.kind.label(), part.value)?;
    }
    for problem in &view.problems {
        writeln!(out, "{}", problem.message)?;
    }
    Ok(())
}
