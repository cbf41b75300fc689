//! A table made ready for the page: how wide its columns are, which of its rows may be parted, how its cells read.

use std::{cmp::Ordering, collections::HashMap};

use rapporteur_core::{
    brief::{Cell, Holds, Mark, Row, Table, Tone},
    vocabulary::{Delivery, Freshness},
};
use serde::Serialize;

use super::{
    sheet::{Line, Maker, Said, Words},
    typefaces::TYPEFACES,
    words::{heard, unparted},
};
use crate::{
    folded::{self, Folded, Part},
    lamps::{meant, percent},
    marks::prefix,
};

/// Points, as `look.typ` has them: the width between the margins upright and on its side, the size of a table's words, the
/// distance between its columns, the height of a line, and what a page holds below a table's head at the least.
const UPRIGHT: f64 = 487.0;
const ON_ITS_SIDE: f64 = 745.0;
const SIZE: f64 = 8.4;
const SMALL: f64 = 7.6;
const MANY_COLUMNS: usize = 9;
const BETWEEN: f64 = 9.0;
const LINE: f64 = 11.6;
const PAGE_UPRIGHT: f64 = 590.0;
const PAGE_ON_ITS_SIDE: f64 = 360.0;
/// What stands beside the word of a lamp.
const SIGN: f64 = 12.0;
/// What is said of a day that is past and still open, and where more is said of it.
const LATE_ALONE: &str = "late";
const LATE_AND: &str = "late, ";
/// A note of so many characters stays on one line.
pub(super) const SHORT: usize = 14;
/// Rows that are looked at to tell how wide columns should be, and how much width is given away at a time.
const ROWS_TO_TELL: usize = 240;
const A_LITTLE: f64 = 3.0;
/// Which part of the share that words ask for they have at the least: the first for which there is room.
const OF_WHAT_IS_ASKED: [f64; 4] = [0.75, 0.6, 0.4, 0.0];
/// What a line loses at its end, where the next word has no room.
const RAGGED: f64 = 9.0;
/// A column of days has no use for more than this.
const MOST_FOR_A_DAY: f64 = 96.0;
/// A word that is longer than this may be parted for the sake of the other columns.
const LONGEST_WORD: f64 = 76.0;
/// After how many rows the pages come past a mark.
const ROWS_TO_A_MARK: usize = 40;

/// A table.
#[derive(Debug, Serialize)]
pub(super) struct Grid {
    caption: String,
    /// Whether it has so many columns that its words are set smaller.
    small: bool,
    columns: Vec<Column>,
    rows: Vec<GridRow>,
}

#[derive(Debug, Serialize)]
struct Column {
    heading: Words,
    /// In points.
    width: f64,
    right: bool,
    /// Whether it is the ref that a row is known by.
    names: bool,
}

#[derive(Debug, Serialize)]
struct GridRow {
    head: bool,
    parts: Parts,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<u32>,
    /// What stands in each column, line by line.
    cells: Vec<Vec<Line>>,
}

/// Whether a row may be parted between two pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Parts {
    /// It is far lower than a page.
    No,
    /// It is higher than a page.
    Yes,
    /// It is to be measured.
    Ask,
}

/// What the columns of a paper's tables need. Tables with the same heads have the same widths, wherever they stand in it.
#[derive(Default)]
pub(super) struct Needs(HashMap<String, Known>);

/// What is known of the tables with the same heads.
#[derive(Clone, Default)]
struct Known {
    needs: Vec<Need>,
    /// For so many of their rows as are enough to tell: how wide each line of each cell is.
    rows: Vec<Vec<Vec<f64>>>,
}

impl Needs {
    /// Of all tables of a paper.
    pub(super) fn of<'a>(tables: impl Iterator<Item = &'a Table>) -> Self {
        let mut all = Self::default();
        for table in tables {
            all.0.entry(heads(table)).or_default().take(table);
        }
        all
    }

    /// Whether any table needs more width than a page that stands upright has.
    pub(super) fn more_than_upright(&self) -> bool {
        self.0.values().any(|known| known.needs.iter().map(|need| need.least).sum::<f64>() > UPRIGHT)
    }
}

impl Known {
    fn take(&mut self, table: &Table) {
        let columns = folded::columns(table);
        let needs = needs(table, &columns);
        if self.needs.is_empty() {
            self.needs = needs;
        } else {
            self.needs.iter_mut().zip(needs).for_each(|(known, need)| {
                *known = Need { least: known.least.max(need.least), most: known.most.max(need.most) };
            });
        }
        let size = size_of(table);
        let room = ROWS_TO_TELL.saturating_sub(self.rows.len());
        self.rows.extend(table.rows.iter().filter(|row| !row.head).take(room).map(|row| {
            let lines = |column: &Folded<'_>| {
                let lines = column.cells(row).flat_map(lines_of);
                lines.map(|(words, beside)| TYPEFACES.width(&words, false, size) + beside).collect()
            };
            columns.iter().map(lines).collect()
        }));
    }
}

fn heads(table: &Table) -> String {
    table.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>().join("\n")
}

/// Makes a table ready.
pub(super) fn grid(table: &Table, maker: &mut Maker<'_>) -> Grid {
    let size = size_of(table);
    let shown = folded::columns(table);
    let known = maker.needs.0.get(&heads(table)).cloned().unwrap_or_default();
    let widths = widths(&shown, &known, if maker.landscape { ON_ITS_SIDE } else { UPRIGHT });
    let page = if maker.landscape { PAGE_ON_ITS_SIDE } else { PAGE_UPRIGHT };
    let columns = shown.iter().zip(&widths).map(|(column, width)| Column {
        heading: maker.words(&column.heading()),
        width: *width,
        right: matches!(column.holds(), Holds::Number | Holds::Share),
        names: column.holds() == Holds::Ref,
    });
    let columns = columns.collect();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        let mark = (at % ROWS_TO_A_MARK == 0).then(|| maker.mark());
        let mut cells: Vec<Vec<Line>> = if row.head {
            let part = row.cells.first().map(|cell| Part { holds: Holds::Words, cell, beneath: false, named: "" });
            vec![part.map(|part| lines(part, &row.mark, maker)).unwrap_or_default()]
        } else {
            let column =
                |column: &Folded<'_>| column.cells(row).flat_map(|part| lines(part, &row.mark, maker)).collect();
            shown.iter().map(column).collect()
        };
        if row.head {
            // The head of a group is repeated on each page, and what is repeated may not lead anywhere.
            cells.iter_mut().flatten().for_each(Line::lead_nowhere);
        } else {
            for (lines, width) in cells.iter_mut().zip(&widths) {
                lines.iter_mut().for_each(|line| line.hyphenate(*width - BETWEEN, size));
            }
        }
        if let Some(prefix) = prefix(&row.mark, maker.marking) {
            put_before(&mut cells, prefix);
        }
        rows.push(GridRow { head: row.head, parts: parts(row, &shown, &widths, page), mark, cells });
    }
    Grid { caption: heard(&table.caption), small: size < SIZE, columns, rows }
}

/// A row's marking stands before the first words that are not its ref.
fn put_before(cells: &mut [Vec<Line>], prefix: String) {
    let is_words = |lines: &Vec<Line>| lines.first().is_some_and(|line| !line.is_of(Tone::Ref) && !line.has_sign());
    let at = cells.iter().position(is_words).unwrap_or(0);
    if let Some(line) = cells.get_mut(at).and_then(|lines| lines.first_mut()) {
        line.marked(prefix);
    }
}

/// What a part of a column says, line by line.
fn lines(part: Part<'_>, mark: &Mark, maker: &mut Maker<'_>) -> Vec<Line> {
    let mut lines = match part.cell {
        Cell::Empty => Vec::new(),
        Cell::Words { lines } if part.holds == Holds::Ref => {
            let mut of = |paragraph: &rapporteur_core::brief::Paragraph| {
                let mut line = maker.line(paragraph, Some(mark));
                line.runs = paragraph.runs.iter().map(|run| maker.said(Tone::Ref, &run.text).fitting()).collect();
                line
            };
            lines.iter().map(&mut of).collect()
        }
        Cell::Words { lines } => lines.iter().map(|paragraph| maker.line(paragraph, Some(mark))).collect(),
        Cell::Day { words, note, late, .. } => {
            let said = maker.said(Tone::Plain, words);
            let short = words.chars().count() <= SHORT && part.named.is_empty();
            let mut lines = vec![Line::of(if short { said.fitting() } else { said })];
            if *late || !note.is_empty() {
                let late = late.then(|| if note.is_empty() { LATE_ALONE } else { LATE_AND }).map(Said::late);
                let note = (!note.is_empty()).then(|| maker.note(note));
                lines.push(Line::all(late.into_iter().chain(note).collect()));
            }
            lines
        }
        Cell::Number { number } => {
            vec![Line::of(maker.said(Tone::Plain, &number.to_string().replace('-', "\u{2212}")))]
        }
        Cell::Share { share } => {
            let (tone, words) = share.map_or((Tone::Quiet, "–".into()), |share| (Tone::Plain, percent(share)));
            vec![Line::of(maker.said(tone, &words))]
        }
        Cell::Lamps { delivery, stands, freshness } => {
            let shape = match delivery {
                Delivery::Red => "alert",
                Delivery::Amber => "doing",
                Delivery::Green => "done",
                Delivery::Grey => "aside",
            };
            let bars = match freshness {
                Freshness::Fresh => "bars-3",
                Freshness::Ageing => "bars-2",
                Freshness::Stale => "bars-1",
            };
            vec![
                Line::of(maker.said(Tone::Plain, meant(*delivery, stands))).beside(shape),
                Line::of(maker.said(Tone::Quiet, freshness.label())).beside(bars),
            ]
        }
    };
    if part.beneath
        && let Some(first) = lines.first_mut()
    {
        first.set_off();
        if !part.named.is_empty() {
            first.runs.insert(0, maker.said(Tone::Quiet, &format!("{} ", part.named)));
        }
    }
    lines
}

/// The words of a part by line, with the width that stands beside them.
fn lines_of(part: Part<'_>) -> Vec<(String, f64)> {
    let mut lines = lines_of_cell(part.cell);
    if let Some((first, _)) = lines.first_mut().filter(|_| !part.named.is_empty()) {
        *first = format!("{} {first}", part.named);
    }
    lines
}

fn lines_of_cell(cell: &Cell) -> Vec<(String, f64)> {
    match cell {
        Cell::Empty | Cell::Share { share: None } => Vec::new(),
        Cell::Words { lines } => lines
            .iter()
            .flat_map(|line| line.text().split('\n').map(str::to_owned).collect::<Vec<_>>())
            .map(|line| (line, 0.0))
            .collect(),
        Cell::Day { words, note, late, .. } => {
            let mut lines = vec![(words.clone(), 0.0)];
            let note = match (late, note.as_str()) {
                (true, "") => LATE_ALONE.to_owned(),
                (true, note) => format!("{LATE_AND}{note}"),
                (false, note) => note.to_owned(),
            };
            lines.extend((!note.is_empty()).then_some((note, 0.0)));
            lines
        }
        Cell::Number { number } => vec![(number.to_string(), 0.0)],
        Cell::Share { share: Some(share) } => vec![(percent(*share), 0.0)],
        Cell::Lamps { delivery, stands, freshness } => {
            vec![(meant(*delivery, stands).into(), SIGN), (freshness.label().into(), SIGN)]
        }
    }
}

/// What a column needs, in points.
#[derive(Debug, Clone, Copy)]
struct Need {
    /// The width of its longest word, and of a ref or number as a whole.
    least: f64,
    /// The width in which none of its lines is broken.
    most: f64,
}

fn needs(table: &Table, columns: &[Folded<'_>]) -> Vec<Need> {
    let size = size_of(table);
    let longest =
        |words: &str, bold: bool| unparted(words).map(|word| TYPEFACES.width(word, bold, size)).fold(0.0, f64::max);
    let column = |column: &Folded<'_>| {
        let heading = column.heading();
        let mut need =
            Need { least: longest(&heading, true).min(LONGEST_WORD), most: TYPEFACES.width(&heading, true, size) };
        let cells = table.rows.iter().filter(|row| !row.head).flat_map(|row| column.cells(row));
        for part in cells {
            // Words may be bold, which is a little wider; refs and days are not.
            let bold = part.holds == Holds::Words;
            for (words, beside) in lines_of(part) {
                let whole = TYPEFACES.width(&words, bold, size) + beside;
                let least = match part.holds {
                    Holds::Ref | Holds::Number | Holds::Share => whole,
                    // A lamp's word stands on two lines at the most, beneath a day as a short note on one.
                    Holds::Lamps if part.beneath => whole,
                    Holds::Lamps => on_two_lines(&words, size) + beside,
                    Holds::Day if words.chars().count() <= SHORT || !part.named.is_empty() => whole,
                    Holds::Day | Holds::Words => longest(&words, bold),
                };
                need.least =
                    need.least.max(least.min(if part.beneath { MOST_FOR_A_DAY + BETWEEN } else { LONGEST_WORD }));
                need.most = need.most.max(whole);
            }
        }
        if column.holds() == Holds::Day {
            need.most = need.most.min(MOST_FOR_A_DAY + BETWEEN);
        }
        let least = need.least.ceil() + BETWEEN + 1.0;
        Need { least, most: (need.most.ceil() + BETWEEN + 1.0).max(least) }
    };
    columns.iter().map(column).collect()
}

/// The width in which words stand on two lines.
fn on_two_lines(words: &str, size: f64) -> f64 {
    let width = |words: &str| TYPEFACES.width(words, false, size);
    let parted = words.match_indices(' ').map(|(at, _)| width(&words[..at]).max(width(&words[at + 1..])));
    parted.fold(width(words), f64::min)
}

/// The width of each column, in points, all of them together as wide as the page. Each has what it must have, and words
/// most of the share that they ask for; the rest goes, a little at a time, to the column that makes most rows high, and where
/// none does, by the shares that are asked for.
fn widths(columns: &[Folded<'_>], known: &Known, whole: f64) -> Vec<f64> {
    let needs = &known.needs;
    let share = |at: usize| f64::from(columns[at].width());
    let least: f64 = needs.iter().map(|need| need.least).sum();
    let most: f64 = needs.iter().map(|need| need.most).sum();
    if least >= whole {
        return needs.iter().map(|need| need.least * whole / least).collect();
    }
    let shares: f64 = (0..needs.len()).map(share).sum();
    if most <= whole {
        return (0..needs.len()).map(|at| needs[at].most + (whole - most) * share(at) / shares).collect();
    }
    let at_first = |part: f64| -> Vec<f64> {
        let asked = |at: usize| part * whole * share(at) / shares;
        let words = |at: usize| columns[at].holds() == Holds::Words;
        let width =
            |at: usize| if words(at) { asked(at).clamp(needs[at].least, needs[at].most) } else { needs[at].least };
        (0..needs.len()).map(width).collect()
    };
    let mut widths = OF_WHAT_IS_ASKED
        .map(at_first)
        .into_iter()
        .find(|widths| widths.iter().sum::<f64>() <= whole)
        .unwrap_or_default();
    let mut left = whole - widths.iter().sum::<f64>();
    while left > 0.0 {
        let step = left.min(A_LITTLE);
        let gains = gains(&known.rows, &widths);
        let can_grow = (0..needs.len()).filter(|at| widths[*at] < needs[*at].most);
        let wanted = |at: &usize| (gains[*at], share(*at) / widths[*at]);
        let Some(best) = can_grow.max_by(|a, b| wanted(a).partial_cmp(&wanted(b)).unwrap_or(Ordering::Equal)) else {
            break;
        };
        widths[best] += step;
        left -= step;
    }
    widths
}

/// For each column, how many lines the rows would be lower by if it took no more than the next highest.
fn gains(rows: &[Vec<Vec<f64>>], widths: &[f64]) -> Vec<f64> {
    let mut gains = vec![0.0; widths.len()];
    for row in rows {
        let (mut highest, mut at, mut second) = (0.0, 0, 0.0);
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let room = width - BETWEEN;
            let lines = |line: &f64| if *line <= room { 1.0 } else { (line / (room - RAGGED).max(10.0)).ceil() };
            let height: f64 = cell.iter().map(lines).sum();
            if height > highest {
                (second, highest, at) = (highest, height, column);
            } else {
                second = f64::max(second, height);
            }
        }
        gains[at] += highest - second;
    }
    gains
}

/// The size of a table's words: smaller where there are many columns.
fn size_of(table: &Table) -> f64 {
    if folded::columns(table).len() > MANY_COLUMNS { SMALL } else { SIZE }
}

/// Reckons whether a row fits on a page; what is near to it is measured while the page is set.
fn parts(row: &Row, columns: &[Folded<'_>], widths: &[f64], page: f64) -> Parts {
    let height = |part: Part<'_>, width: f64| {
        let lines = lines_of(part).into_iter().map(|(words, beside)| {
            (TYPEFACES.width(&words, false, SIZE) / (width - BETWEEN - beside).max(20.0)).ceil().max(1.0)
        });
        lines.sum::<f64>() * LINE
    };
    let height = match row.cells.first() {
        Some(cell) if row.head => {
            height(Part { holds: Holds::Words, cell, beneath: false, named: "" }, widths.iter().sum())
        }
        _ => {
            let column = |(column, width): (&Folded<'_>, &f64)| -> f64 {
                column.cells(row).map(|part| height(part, *width)).sum()
            };
            columns.iter().zip(widths).map(column).fold(0.0, f64::max)
        }
    };
    if height < page * 0.6 {
        Parts::No
    } else if height > page * 1.5 {
        Parts::Yes
    } else {
        Parts::Ask
    }
}

#[cfg(test)]
mod tests {
    use rapporteur_core::brief::{Column, Paragraph};

    use super::*;

    fn table(columns: &[(Holds, u8, &str)], row: Vec<Cell>) -> Table {
        let columns = columns.iter().map(|(holds, width, heading)| Column::new(*heading, *holds, *width));
        Table {
            caption: String::new(),
            columns: columns.collect(),
            rows: vec![Row { mark: Mark::default(), head: false, cells: row }],
        }
    }

    fn words(words: &str) -> Cell {
        Cell::Words { lines: vec![Paragraph::plain(Mark::default(), words)] }
    }

    #[test]
    fn columns_fill_the_page_and_keep_what_they_must_have() {
        let table = table(
            &[(Holds::Ref, 1, "Ref"), (Holds::Words, 20, "Commitment"), (Holds::Number, 1, "No")],
            vec![words("CYB-2015-014"), words("Exchange of information"), Cell::Number { number: 12_000 }],
        );
        let mut known = Known::default();
        known.take(&table);
        let widths = widths(&folded::columns(&table), &known, UPRIGHT);
        assert!((widths.iter().sum::<f64>() - UPRIGHT).abs() < 0.01);
        assert!(widths[0] >= TYPEFACES.width("CYB-2015-014", false, SIZE) + BETWEEN, "a ref is not parted: {widths:?}");
        assert!(widths[1] > widths[0] + widths[2], "what has most to say has most room: {widths:?}");
        assert!(!Needs::of([&table].into_iter()).more_than_upright());
    }

    #[test]
    fn a_row_is_parted_only_where_it_is_higher_than_a_page() {
        let table = |count: usize| table(&[(Holds::Words, 1, "Wording")], vec![words(&"word ".repeat(count))]);
        let of = |count| {
            let table = table(count);
            parts(&table.rows[0], &folded::columns(&table), &[100.0], PAGE_UPRIGHT)
        };
        assert_eq!((of(20), of(180), of(2_000)), (Parts::No, Parts::Ask, Parts::Yes));
    }
}
