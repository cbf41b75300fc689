//! A table as a sheet: its head, its rows, and what Excel makes of them.

use std::borrow::Cow;

use chrono::Datelike;
use rapporteur_core::{
    brief::{Cell, Mark, Paper, Paragraph, Row},
    clock::{Day, spoken},
    vocabulary::{Delivery, Freshness},
};
use rust_xlsxwriter::{
    ConditionalFormatFormula, ConditionalFormatText, ConditionalFormatTextRule, ExcelDateTime, Worksheet, XlsxError,
};

use super::{
    columns::{SheetColumn, Shows, day, otherwise},
    formats::{AMBER, Formats, GREEN, GREY, RED, toned},
    height::Height,
};
use crate::{
    lamps,
    letters::{beginning, legal},
    marks,
};

/// The most characters that Excel takes in a cell; it counts them as UTF-16 does.
const CELL_MOST: usize = 32_767;
/// The largest whole number that a cell holds exactly.
const EXACT: i64 = 1 << 53;
/// How much of a dossier's title fits at the left of a foot.
const EDGE_MOST: usize = 42;
/// What the distance from the column before takes, in digits.
const INDENT: u16 = 2;
/// A4, as Excel numbers paper.
const A4: u8 = 9;

/// A sheet that is being written.
pub(super) struct Sheet<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) formats: &'a Formats,
    pub(super) columns: &'a [SheetColumn],
    /// How many cells were longer than Excel takes.
    pub(super) cut: usize,
}

impl Sheet<'_> {
    /// What stands above the rows, and how the sheet is printed.
    pub(super) fn begin(&mut self, paper: &Paper) -> Result<(), XlsxError> {
        let mut height = Height::one();
        for column in self.columns {
            // The arrow of the filter stands beside the words.
            height.hold(&column.heading, column.width.saturating_sub(INDENT + 2));
        }
        self.sheet.set_row_height(0, height.points())?;
        for (place, column) in (0..).zip(self.columns) {
            self.sheet.set_column_width(place, column.width)?;
            let figures = matches!(column.shows, Shows::Number(_) | Shows::Share(_));
            let format = if figures { &self.formats.head_of_figures } else { &self.formats.head };
            self.sheet.write_string_with_format(0, place, legal(&column.heading), format)?;
        }
        // What a row is known by stays in sight.
        let known = self.columns.iter().take(2).position(|column| matches!(column.shows, Shows::Ref(_)));
        let frozen = known.map_or(0, |place| u16::try_from(place + 1).unwrap_or(1));
        self.sheet.set_freeze_panes(1, frozen)?;
        self.sheet.set_repeat_rows(0, 0)?;
        self.sheet.set_landscape();
        printed(self.sheet, paper);
        Ok(())
    }

    /// A row of the table, in that row of the sheet, beneath that head.
    pub(super) fn row(&mut self, at: u32, row: &Row, group: &str) -> Result<(), XlsxError> {
        let said: Vec<Said<'_>> = self.columns.iter().map(|column| said(column.shows, row, group)).collect();
        // The height of a row comes before its cells, which may be written out at once.
        let mut height = Height::one();
        for (said, column) in said.iter().zip(self.columns) {
            if let Said::Words(words) | Said::Ref(words) = said {
                height.hold(words, column.width.saturating_sub(INDENT));
            }
        }
        if !height.is_one() {
            self.sheet.set_row_height(at, height.points())?;
        }
        let formats = self.formats;
        for (place, said) in (0..).zip(said) {
            match said {
                Said::Words(words) => self.words(at, place, &words, &formats.words)?,
                Said::Ref(words) => self.words(at, place, &words, &formats.reference)?,
                Said::Day(day) => match serial(day) {
                    Some(serial) => {
                        self.sheet.write_datetime_with_format(at, place, &serial, &formats.day)?;
                    }
                    // Excel's calendar begins with 1900.
                    None => self.words(at, place, &spoken(day), &formats.words)?,
                },
                Said::Number(number) => {
                    self.sheet.write_number_with_format(at, place, number, &formats.number)?;
                }
                Said::Share(share) => {
                    self.sheet.write_number_with_format(at, place, share, &formats.share)?;
                }
            }
        }
        Ok(())
    }

    /// Filters and colours, once all rows are there; `last` is the last row of the sheet.
    pub(super) fn end(&mut self, last: u32) -> Result<(), XlsxError> {
        let across = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        self.sheet.autofilter(0, 0, last, across)?;
        if last == 0 {
            return Ok(());
        }
        for (place, column) in (0..).zip(self.columns) {
            match column.shows {
                Shows::Delivery(_) => {
                    for lamp in Delivery::ALL {
                        let colours = match lamp {
                            Delivery::Red => RED,
                            Delivery::Amber => AMBER,
                            Delivery::Green => GREEN,
                            Delivery::Grey => GREY,
                        };
                        self.coloured(place, last, &lamps::delivery(*lamp), colours)?;
                    }
                }
                Shows::Freshness(_) => {
                    for lamp in Freshness::ALL {
                        let colours = match lamp {
                            Freshness::Stale => RED,
                            Freshness::Ageing => AMBER,
                            Freshness::Fresh => GREEN,
                        };
                        self.coloured(place, last, &lamps::freshness(*lamp), colours)?;
                    }
                }
                Shows::DayLate(of) => {
                    self.coloured(place, last, lamps::LATE, RED)?;
                    // The day itself too, which is told by the column beside it.
                    let day = (0..).zip(self.columns).find(|(_, column)| column.shows == Shows::Day(of));
                    if let Some((day, _)) = day {
                        let beside = rust_xlsxwriter::utility::column_number_to_name(place);
                        let rule = format!("=LEN(${beside}2)>0");
                        let late = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(toned(RED));
                        self.sheet.add_conditional_format(1, day, last, day, &late)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Colours the cells of a column that say so.
    fn coloured(&mut self, place: u16, last: u32, words: &str, colours: (u32, u32)) -> Result<(), XlsxError> {
        let rule = ConditionalFormatTextRule::BeginsWith(words.to_owned());
        let format = ConditionalFormatText::new().set_rule(rule).set_format(toned(colours));
        self.sheet.add_conditional_format(1, place, last, place, &format)?;
        Ok(())
    }

    /// Words, as words: whatever they begin with, they are never a formula.
    fn words(&mut self, at: u32, place: u16, words: &str, format: &rust_xlsxwriter::Format) -> Result<(), XlsxError> {
        if words.is_empty() {
            // The line beneath a row goes through.
            self.sheet.write_blank(at, place, format)?;
            return Ok(());
        }
        let (words, whole) = fitting(legal(words));
        self.cut += usize::from(!whole);
        self.sheet.write_string_with_format(at, place, words, format)?;
        Ok(())
    }
}

/// What a cell of a sheet says.
enum Said<'a> {
    Words(Cow<'a, str>),
    Ref(Cow<'a, str>),
    Day(Day),
    Number(f64),
    Share(f64),
}

fn said<'a>(shows: Shows, row: &'a Row, group: &'a str) -> Said<'a> {
    let words = |words: &'a str| Said::Words(Cow::Borrowed(words));
    let nothing = || words("");
    let cell = |place: usize| row.cells.get(place).unwrap_or(&Cell::Empty);
    let other = |cell: &Cell| Said::Words(Cow::Owned(lines(cell, &row.mark)));
    match shows {
        Shows::Group => words(group),
        Shows::Marking => Said::Words(Cow::Borrowed(row.mark.words())),
        Shows::Ref(of) => Said::Ref(Cow::Owned(refs(cell(of)))),
        Shows::Words(of) => other(cell(of)),
        Shows::Day(of) => day(cell(of)).and_then(|(day, ..)| day).map_or_else(nothing, Said::Day),
        Shows::DayWords(of) => match day(cell(of)) {
            Some((day, said, ..)) if otherwise(day, said) => words(said),
            _ => nothing(),
        },
        Shows::DayNote(of) => day(cell(of)).map_or_else(nothing, |(_, _, note, _)| words(note)),
        Shows::DayLate(of) => words(if day(cell(of)).is_some_and(|(.., late)| late) { lamps::LATE } else { "" }),
        Shows::Number(of) => match cell(of) {
            #[allow(clippy::cast_precision_loss, reason = "it is within what a cell holds exactly")]
            Cell::Number { number } if number.abs() <= EXACT => Said::Number(*number as f64),
            cell => other(cell),
        },
        Shows::Share(of) => match cell(of) {
            Cell::Share { share: Some(share) } if share.is_finite() => Said::Share(*share),
            Cell::Share { .. } => nothing(),
            cell => other(cell),
        },
        Shows::Delivery(of) => match cell(of) {
            Cell::Lamps { delivery, .. } => Said::Words(Cow::Owned(lamps::delivery(*delivery))),
            cell => other(cell),
        },
        Shows::Freshness(of) => match cell(of) {
            Cell::Lamps { freshness, .. } => Said::Words(Cow::Owned(lamps::freshness(*freshness))),
            _ => nothing(),
        },
    }
}

/// Head and foot of printed pages, their size, and that they are as wide as the sheet.
pub(super) fn printed(sheet: &mut Worksheet, paper: &Paper) {
    let plain = |words: &str| legal(words).replace('&', "&&").replace('\n', " ");
    let marking = plain(paper.marking.words());
    let dossier = plain(&beginning(&paper.dossier, EDGE_MOST));
    if !marking.is_empty() {
        sheet.set_header(format!("&C&\"-,Bold\"{marking}"));
    }
    sheet.set_footer(format!("&L&8{dossier}\nas of {}&C&\"-,Bold\"{marking}&R&8Page &P of &N", spoken(paper.day)));
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.75, 0.85, 0.3, 0.3);
}

/// A day as Excel counts them.
fn serial(day: Day) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let [month, of_month] = [day.month(), day.day()].map(u8::try_from);
    ExcelDateTime::from_ymd(year, month.ok()?, of_month.ok()?).ok()
}

/// Refs of a cell.
fn refs(cell: &Cell) -> String {
    match cell {
        Cell::Words { lines } => lines.iter().map(Paragraph::text).collect::<Vec<_>>().join("\n"),
        other => lines(other, &Mark::default()),
    }
}

/// What a cell says, line by line; a line says its marking where that differs from the row's.
pub(super) fn lines(cell: &Cell, mark: &Mark) -> String {
    match cell {
        Cell::Empty | Cell::Share { share: None } => String::new(),
        Cell::Words { lines } => {
            let line = |line: &Paragraph| match marks::prefix(&line.mark, mark) {
                Some(prefix) => format!("{prefix} {}", line.text()),
                None => line.text(),
            };
            lines.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Cell::Day { words, .. } => words.clone(),
        Cell::Number { number } => number.to_string(),
        Cell::Share { share: Some(share) } => lamps::percent(*share),
        Cell::Lamps { delivery, freshness, .. } => {
            format!("{}\n{}", lamps::delivery(*delivery), lamps::freshness(*freshness))
        }
    }
}

/// Words that a cell can hold, and whether that is all of them. Where it is not, it is said at their end.
fn fitting(words: Cow<'_, str>) -> (Cow<'_, str>, bool) {
    // A letter is one of them at the least and two at the most, and never more than its bytes.
    if words.len() <= CELL_MOST {
        return (words, true);
    }
    let units: usize = words.encode_utf16().count();
    if units <= CELL_MOST {
        return (words, true);
    }
    let sign = format!(
        " … [Cut here: a cell holds {CELL_MOST} characters, this text has {units}. The Word document has all of it.]"
    );
    let room = CELL_MOST - sign.encode_utf16().count();
    let mut kept = String::with_capacity(room);
    let mut taken = 0;
    for letter in words.chars() {
        taken += letter.len_utf16();
        if taken > room {
            break;
        }
        kept.push(letter);
    }
    kept.push_str(&sign);
    (Cow::Owned(kept), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_is_too_long_is_cut_and_says_so() {
        let (words, whole) = fitting("साइबर ".repeat(10_000).into());
        assert!(!whole);
        assert!(words.encode_utf16().count() <= CELL_MOST);
        assert!(words.ends_with("this text has 60000. The Word document has all of it.]"));
        assert_eq!(fitting("short".into()), ("short".into(), true));
    }
}
