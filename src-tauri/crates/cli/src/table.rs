//! Tables on a terminal: columns that line up, folded to the terminal's width; at full length where the answer goes to
//! a file or another program.

use std::io::{IsTerminal as _, Write};

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};
use rapporteur_core::vocabulary::Delivery;

use crate::fault::Fault;

/// Narrower than this, folding would leave a word a line.
const NARROWEST: u16 = 60;

/// A table with a line under its headings. A heading begins with how its column is set: `>` flush right, `*` with the
/// most room, for sentences, `=` never folded.
pub(crate) fn with_headings(
    out: &mut impl Write,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<(), Fault> {
    let mut table = plain();
    table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─')));
    table.set_header(headings.iter().map(|heading| heading.trim_start_matches(['>', '*', '='])));
    table.add_rows(rows);
    spaced(&mut table);
    let width = matches!(table.content_arrangement(), ContentArrangement::Dynamic).then(|| table.width()).flatten();
    for (column, heading) in table.column_iter_mut().zip(headings) {
        match (heading.chars().next(), width) {
            (Some('>'), _) => {
                column.set_cell_alignment(CellAlignment::Right);
            }
            (Some('*'), Some(width)) => {
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width * 3 / 10)));
            }
            (Some('='), Some(_)) => {
                column.set_constraint(ColumnConstraint::ContentWidth);
            }
            _ => {}
        }
    }
    write(out, &table)
}

/// Names with what they stand for, without headings. What is empty is left out.
pub(crate) fn of_fields(out: &mut impl Write, fields: &[(&str, String)]) -> Result<(), Fault> {
    let mut table = plain();
    table.add_rows(fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| [*name, value.as_str()]));
    spaced(&mut table);
    write(out, &table)
}

/// Rows without headings.
pub(crate) fn of_rows(out: &mut impl Write, rows: impl IntoIterator<Item = Vec<String>>) -> Result<(), Fault> {
    let mut table = plain();
    table.add_rows(rows);
    spaced(&mut table);
    write(out, &table)
}

fn plain() -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new());
    let terminal = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    match terminal {
        Some((width, _)) => {
            table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width.0.max(NARROWEST));
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    table
}

/// Two blanks between columns, none at the edges.
fn spaced(table: &mut Table) {
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
}

fn write(out: &mut impl Write, table: &Table) -> Result<(), Fault> {
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A delivery lamp by its shape.
pub(crate) const fn lamp(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Green => "●",
        Delivery::Amber => "◐",
        Delivery::Red => "▲",
        Delivery::Grey => "–",
    }
}

/// A number; a dash for nought, so that the eye finds what matters.
pub(crate) fn count(number: u32) -> String {
    if number == 0 { "–".into() } else { number.to_string() }
}
