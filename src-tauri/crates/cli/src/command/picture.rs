//! `trend` and `reiteration`: what the pictures show, as tables.

use std::io::Write;

use rapporteur_core::clock::spoken;

use crate::{arguments::Read, days, desk, fault::Fault, table};

pub(super) fn trend(read: &Read, out: &mut impl Write) -> Result<(), Fault> {
    let trend = desk::to_read(&read.file)?.trend()?;
    if read.json {
        return super::json(out, &trend);
    }
    let headings = ["As of", ">Open", ">Overdue", ">Stale"];
    let rows = trend.months.iter().map(|month| {
        let mut row = vec![spoken(month.on)];
        row.extend([month.open, month.overdue, month.stale].map(table::count));
        row
    });
    table::with_headings(out, &headings, rows)
}

pub(super) fn reiteration(read: &Read, out: &mut impl Write) -> Result<(), Fault> {
    let said = desk::to_read(&read.file)?.reiteration()?;
    if read.json {
        return super::json(out, &said);
    }
    if said.rows.is_empty() {
        return Ok(writeln!(out, "Nothing that is being worked on was said again.")?);
    }
    let shown = said.rows.len();
    let headings = ["Ref", "*Commitment", ">Said again", "Last said", "Status", ">Follow-ups since"];
    let rows = said.rows.into_iter().map(|row| {
        let last = row.said.iter().filter_map(|said| said.on).max();
        vec![
            row.r#ref,
            row.title,
            table::count(row.times),
            days::or_dash(last),
            row.status.label().to_owned(),
            table::count(row.heard_since),
        ]
    });
    table::with_headings(out, &headings, rows)?;
    if said.total as usize > shown {
        writeln!(out, "{shown} of {} are shown.", said.total)?;
    }
    Ok(())
}
