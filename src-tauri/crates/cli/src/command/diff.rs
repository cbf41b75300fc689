//! `diff`: what changed between two days.

use std::io::Write;

use rapporteur_core::{
    clock::spoken,
    vocabulary::Likeness,
    wire::{CompareQuery, ComparedField, ComparedRow},
};

use crate::{arguments::Diff, desk, fault::Fault};

pub(super) fn run(asked: &Diff, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&asked.read.file)?;
    let query = CompareQuery { from: asked.from, to: asked.to, section: None, skip: 0, limit: u32::MAX };
    let found = dossier.compare(&query)?;
    if asked.read.json {
        return super::json(out, &found);
    }
    let to = found.to.map_or_else(|| "now".to_owned(), spoken);
    let days = format!("{} and {to}", spoken(found.from));
    if found.sections.is_empty() && found.follow_ups == 0 {
        return Ok(writeln!(out, "Nothing differs between {days}.")?);
    }
    for section in &found.sections {
        writeln!(out, "{}: {}\n", section.kind.label(), section.total)?;
        for row in &section.rows {
            tell(row, out)?;
        }
        writeln!(out)?;
    }
    let heard = match found.follow_ups {
        0 => String::new(),
        1 => " 1 follow-up was entered.".into(),
        count => format!(" {count} follow-ups were entered."),
    };
    Ok(writeln!(out, "Between {days}.{heard}")?)
}

/// A row, and beneath it what changed.
fn tell(row: &ComparedRow, out: &mut impl Write) -> Result<(), Fault> {
    let reference = if row.r#ref.is_empty() { String::new() } else { format!("{}  ", row.r#ref) };
    writeln!(out, "  {reference}{} ({}, {})", row.title, spoken(row.on), row.by)?;
    if !row.line.is_empty() {
        writeln!(out, "      {}", row.line)?;
    }
    for field in &row.fields {
        writeln!(out, "      {}", line(field))?;
        if !field.note.is_empty() {
            writeln!(out, "        {}", field.note)?;
        }
    }
    Ok(())
}

/// `due: 30 Jun 2015 → 31 Dec 2015`; words as one run, in the marks of a word diff.
fn line(field: &ComparedField) -> String {
    let name = &field.field;
    if !field.difference.is_empty() {
        let words: String = field
            .difference
            .iter()
            .map(|part| match part.kind {
                Likeness::Kept => part.words.clone(),
                Likeness::Old => format!("[-{}-]", part.words),
                Likeness::New => format!("{{+{}+}}", part.words),
            })
            .collect();
        return format!("{name}: {words}");
    }
    match (&field.before, &field.after) {
        (None, None) => name.clone(),
        (None, Some(after)) => format!("{name}: {after}"),
        (Some(before), None) => format!("{name}: {before} → –"),
        (Some(before), Some(after)) => format!("{name}: {before} → {after}"),
    }
}
