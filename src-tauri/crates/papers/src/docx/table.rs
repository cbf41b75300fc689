//! Tables: heads repeated on every page, rows whole, columns as wide as they say.

use rapporteur_core::{
    brief::{Cell, Holds, Mark, Paragraph, Row, Table},
    vocabulary::{Delivery, Freshness},
};

use super::{
    Writing,
    blocks::{grid, table_properties},
    words::{line_break, marking, paragraph, run, runs},
    xml::Xml,
};
use crate::{
    folded::{self, Folded, Part},
    lamps,
};

/// What a letter of a table takes at most, in twentieths of a point, and what a cell keeps free at its sides.
const LETTER: u32 = 90;
const SIDES: u32 = 150;
/// What a column of words has at least, so that its lines hold some words each.
const WORDS: u32 = 1_150;
/// What a column has at least.
const NARROWEST: u32 = 600;
/// How many lines of a table fit on a page that lies across; a row of more may part.
const LINES: u32 = 34;

impl Writing<'_> {
    /// A table.
    pub(super) fn table(&mut self, table: &Table) {
        let measure = self.page.measure();
        let columns = folded::columns(table);
        let widths = widths(table, &columns, measure);
        let xml = &mut self.xml;
        xml.open("w:tbl", &[]);
        table_properties(xml, "Register", measure, &table.caption, |xml| {
            xml.empty(
                "w:tblLook",
                &[
                    ("w:val", "0020"),
                    ("w:firstRow", "1"),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "0"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ],
            );
        });
        grid(xml, &widths);
        head(xml, &columns, &widths);
        for row in &table.rows {
            if row.head {
                group(xml, row, measure, columns.len(), self.marking);
            } else {
                line(xml, &columns, row, &widths, self.marking);
            }
        }
        xml.close("w:tbl");
        paragraph(xml, "AfterTable", |_| {});
    }
}

/// The width that a table needs, in twentieths of a point.
pub(super) fn least(table: &Table) -> u32 {
    folded::columns(table).iter().map(|column| needed(table, column)).sum()
}

/// The widths of the columns: their shares of the measure, but what may not be parted has the room it needs.
fn widths(table: &Table, columns: &[Folded<'_>], measure: u32) -> Vec<u32> {
    let needed: Vec<u32> = columns.iter().map(|column| needed(table, column).min(measure / 3)).collect();
    let share = |place: usize| u32::from(columns[place].width());
    let mut widths = vec![0; columns.len()];
    let mut open: Vec<usize> = (0..columns.len()).collect();
    let mut left = measure;
    // Columns whose share is too small get what they need; the others share what is then left, until all have enough.
    loop {
        let shares: u32 = open.iter().map(|place| share(*place)).sum();
        let of = |place: usize| left * share(place) / shares.max(1);
        let Some(at) = open.iter().position(|place| of(*place) < needed[*place]) else {
            for place in &open {
                widths[*place] = of(*place);
            }
            break;
        };
        let place = open.remove(at);
        widths[place] = needed[place].min(left);
        left -= widths[place];
    }
    // What was lost in dividing goes to the widest.
    let lost = measure.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += lost;
    }
    widths
}

/// What a column needs so that nothing in it is parted that may not be: the longest word of its head, and its refs, days and
/// figures.
fn needed(table: &Table, column: &Folded<'_>) -> u32 {
    let word = |text: &str| text.split([' ', '\n', '/']).map(|word| word.chars().count()).max().unwrap_or(0);
    let whole = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let letters = |part: Part<'_>| match part.cell {
        Cell::Words { lines } if part.holds == Holds::Ref => {
            lines.iter().map(|line| whole(&line.text())).max().unwrap_or(0).min(14)
        }
        // A short name stays whole, hyphens and all: `CERT-In`.
        Cell::Words { lines } => {
            lines.iter().map(|line| word(&line.text())).filter(|letters| *letters <= 11).max().unwrap_or(0)
        }
        Cell::Day { day: Some(_), .. } => 11,
        Cell::Number { number } => number.to_string().len(),
        Cell::Share { .. } => 6,
        Cell::Lamps { .. } => 9,
        Cell::Day { .. } | Cell::Empty => 0,
    };
    let rows = || table.rows.iter().filter(|row| !row.head);
    let cells = rows().flat_map(|row| column.cells(row)).map(letters).max().unwrap_or(0);
    let letters = u32::try_from(word(&column.heading()).max(cells)).unwrap_or(20).min(24);
    // A column of sentences, rather than of single words, holds some words in a line.
    let long =
        |part: Part<'_>| matches!(part.cell, Cell::Words { lines } if lines.iter().any(|line| line.text().len() > 24));
    let sentences = column.holds() == Holds::Words && rows().flat_map(|row| column.cells(row)).any(long);
    (letters * LETTER + SIDES).max(if sentences { WORDS } else { NARROWEST })
}

fn head(xml: &mut Xml, columns: &[Folded<'_>], widths: &[u32]) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:tblHeader", &[]);
        });
        for (column, width) in columns.iter().zip(widths) {
            let style = if figures(column.holds()) { "TableHeadFigure" } else { "TableHead" };
            cell(xml, *width, 1, false, |xml| paragraph(xml, style, |xml| run(xml, None, &column.heading())));
        }
    });
}

/// A head over the rows beneath.
fn group(xml: &mut Xml, row: &Row, measure: u32, columns: usize, around: &Mark) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        cell(xml, measure, columns, true, |xml| match row.cells.first() {
            Some(cell) => {
                let part = Part { holds: Holds::Words, cell, beneath: false, named: "" };
                contents(xml, part, "TableGroup", &row.mark, around);
            }
            None => paragraph(xml, "TableGroup", |_| {}),
        });
    });
}

fn line(xml: &mut Xml, columns: &[Folded<'_>], row: &Row, widths: &[u32], around: &Mark) {
    xml.element("w:tr", &[], |xml| {
        if height(columns, row, widths) <= LINES {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        }
        // The marking of a row stands before its first words that are no ref, as in every form; the other cells are of the row.
        let refs = columns.iter().take_while(|column| column.holds() == Holds::Ref).count();
        let marked = refs.min(columns.len().saturating_sub(1));
        for (place, (column, width)) in columns.iter().zip(widths).enumerate() {
            let style = if figures(column.holds()) { "TableFigure" } else { "TableText" };
            cell(xml, *width, 1, false, |xml| {
                let mut empty = true;
                for part in column.cells(row).filter(|part| !part.beneath || !matches!(part.cell, Cell::Empty)) {
                    let outside = if place == marked && empty { around } else { &row.mark };
                    empty = false;
                    match part.cell {
                        Cell::Words { lines } if part.holds == Holds::Ref => {
                            refs_alone(xml, lines, style, &row.mark, outside);
                        }
                        _ => contents(xml, part, style, &row.mark, outside),
                    }
                }
                if empty {
                    paragraph(xml, style, |_| {});
                }
            });
        }
    });
}

/// A ref has no room for a marking of its own: it is of its row, whose marking is the highest of its parts.
fn refs_alone(xml: &mut Xml, lines: &[Paragraph], style: &str, own: &Mark, outside: &Mark) {
    let first = |xml: &mut Xml| marking(xml, own, outside);
    if lines.is_empty() {
        paragraph(xml, style, first);
    }
    for (place, line) in lines.iter().enumerate() {
        paragraph(xml, style, |xml| {
            if place == 0 {
                first(xml);
            }
            run(xml, Some("Ref"), &line.text());
        });
    }
}

/// Whether a column is of figures, which stand flush right.
const fn figures(holds: Holds) -> bool {
    matches!(holds, Holds::Number | Holds::Share)
}

/// How many lines a row takes, roughly and rather too many.
fn height(columns: &[Folded<'_>], row: &Row, widths: &[u32]) -> u32 {
    let part = |part: Part<'_>, width: u32| match part.cell {
        Cell::Words { lines } => {
            let wide = (width.saturating_sub(SIDES) / 90).max(1);
            let of = |line: u32| line.div_ceil(wide).max(1);
            let parts = lines.iter().flat_map(|line| {
                line.text()
                    .split('\n')
                    .map(|part| u32::try_from(part.chars().count()).unwrap_or(u32::MAX))
                    .collect::<Vec<_>>()
            });
            parts.map(of).fold(0_u32, u32::saturating_add)
        }
        Cell::Empty => 0,
        _ => 4,
    };
    let column = |(column, width): (&Folded<'_>, &u32)| {
        column.cells(row).map(|one| part(one, *width)).fold(0_u32, u32::saturating_add)
    };
    columns.iter().zip(widths).map(column).max().unwrap_or(0)
}

fn cell(xml: &mut Xml, width: u32, columns: usize, shaded: bool, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if columns > 1 {
                xml.value("w:gridSpan", &columns.to_string());
            }
            if shaded {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F4F2EC")]);
            }
        });
        inner(xml);
    });
}

/// What a cell says. `own` is the marking of its row, `outside` what that is compared with where the row's is to be said.
fn contents(xml: &mut Xml, part: Part<'_>, style: &str, own: &Mark, outside: &Mark) {
    let said = |xml: &mut Xml| marking(xml, own, outside);
    match part.cell {
        Cell::Words { lines } if !lines.is_empty() => {
            for (place, words) in lines.iter().enumerate() {
                paragraph(xml, style, |xml| {
                    // A line of another marking says that one alone, and not the row's before it.
                    if place == 0 && (words.mark == *own || words.mark.words() == own.words()) {
                        said(xml);
                    }
                    if place == 0 {
                        named(xml, part);
                    }
                    runs(xml, words, own);
                });
            }
        }
        Cell::Empty | Cell::Words { .. } => paragraph(xml, style, said),
        Cell::Day { words, note, late, .. } => {
            paragraph(xml, style, |xml| {
                said(xml);
                if !words.is_empty() {
                    named(xml, part);
                }
                run(xml, late.then_some("Late"), words);
                if *late {
                    line_break(xml);
                    run(xml, Some("Late"), lamps::LATE);
                }
            });
            if !note.is_empty() {
                paragraph(xml, style, |xml| run(xml, Some("Quiet"), note));
            }
        }
        Cell::Number { number } => paragraph(xml, style, |xml| {
            said(xml);
            run(xml, None, &number.to_string());
        }),
        Cell::Share { share } => paragraph(xml, style, |xml| {
            said(xml);
            run(xml, None, &share.map(lamps::percent).unwrap_or_default());
        }),
        Cell::Lamps { delivery, stands, freshness } => {
            paragraph(xml, style, |xml| {
                said(xml);
                run(xml, Some(of_delivery(*delivery)), &lamps::stands(*delivery, stands));
            });
            paragraph(xml, style, |xml| run(xml, Some(of_freshness(*freshness)), &lamps::freshness(*freshness)));
        }
    }
}

/// What a part is of, where it would be taken for what stands above it.
fn named(xml: &mut Xml, part: Part<'_>) {
    if !part.named.is_empty() {
        run(xml, Some("Quiet"), &format!("{} ", part.named));
    }
}

const fn of_delivery(lamp: Delivery) -> &'static str {
    match lamp {
        Delivery::Red => "LampRed",
        Delivery::Amber => "LampAmber",
        Delivery::Green => "LampGreen",
        Delivery::Grey => "LampGrey",
    }
}

const fn of_freshness(lamp: Freshness) -> &'static str {
    match lamp {
        Freshness::Stale => "LampRed",
        Freshness::Ageing => "LampAmber",
        Freshness::Fresh => "LampGreen",
    }
}
