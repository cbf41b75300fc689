//! How the columns of a table become columns of a sheet. On paper one column says several things, one beneath the other; in
//! a workbook each stands by itself, so that it can be sorted, filtered and reckoned with.

use rapporteur_core::{
    brief::{Cell, Holds, Table},
    clock::spoken,
};

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetColumn {
    /// Its head.
    pub(super) heading: String,
    /// What of the table it holds.
    pub(super) shows: Shows,
    /// Its width, in digits.
    pub(super) width: u16,
    /// What it keeps of that when all are made narrower.
    least: u16,
}

/// What a column shows. The figure is the place of the table's column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The head over the row.
    Group,
    /// Refs.
    Ref(usize),
    /// Words.
    Words(usize),
    /// Days, as days.
    Day(usize),
    /// Days in the words that stand on paper: `every 3 months, next 31 Oct 2015`.
    DayWords(usize),
    /// What stands beneath a day: `put off 2×`.
    DayNote(usize),
    /// Whether a day is past and still open.
    DayLate(usize),
    /// Whole numbers.
    Number(usize),
    /// Shares.
    Share(usize),
    /// The first lamp.
    Delivery(usize),
    /// The second lamp.
    Freshness(usize),
    /// The marking of the row.
    Marking,
}

/// Widths of columns that do not hang on their contents, and bounds of those that do, in digits.
const DAY: u16 = 12;
const FIGURE: u16 = 10;
const LAMP: u16 = 18;
const NARROWEST: u16 = 9;
const WIDEST: u16 = 50;
/// How many digits the columns have together where they can: a page of A3 across, with letters still large enough to read.
const TOGETHER: u16 = 330;
/// What a column of words keeps when all are made narrower: one of names, and one of sentences.
const NAMES: u16 = 16;
const SENTENCES: u16 = 30;
/// What a column has at the most that says of a day what is not its date.
const OF_A_DAY: u16 = 18;
/// How many rows are looked at for the width of their words.
const LOOKED_AT: usize = 2_000;

/// Whether tables have the same heads. Their sheets then have the same columns, whatever the rows of each say.
fn are_alike(one: &Table, other: &Table) -> bool {
    one.columns == other.columns
}

/// The columns of a sheet, among all tables of the workbook; the last says how each row is marked, where parts of the paper
/// differ.
pub(super) fn of(table: &Table, all: &[&Table], marked: bool) -> Vec<SheetColumn> {
    let alike: Vec<&Table> = all.iter().copied().filter(|other| are_alike(table, other)).collect();
    let rows = || table.rows.iter().filter(|row| !row.head);
    let mut columns = Vec::new();
    let mut put = |heading: String, shows: Shows, width: u16| {
        // Room for the heading's longest word and for the arrow of the filter.
        let word = heading.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        let width = width.max(u16::try_from(word).unwrap_or(WIDEST).saturating_add(4)).min(WIDEST);
        let least = match shows {
            Shows::Words(_) if width > SENTENCES => SENTENCES,
            Shows::Words(_) => width.min(NAMES),
            _ => width,
        };
        columns.push(SheetColumn { heading, shows, width, least });
    };
    if alike.iter().any(|table| table.rows.iter().any(|row| row.head)) {
        let names = table.rows.iter().filter(|row| row.head).map(|row| longest(row.cells.first()));
        put("Group".into(), Shows::Group, names.max().unwrap_or(0).clamp(NARROWEST, 28));
    }
    for (place, column) in table.columns.iter().enumerate().filter(|(_, column)| !column.off_sheets) {
        let heading = || column.heading.clone();
        let with = |what: &str| format!("{}, {what}", column.heading);
        let cells = || rows().filter_map(move |row| row.cells.get(place));
        match column.holds {
            Holds::Ref => {
                let width = cells().take(LOOKED_AT).map(|cell| longest(Some(cell))).max().unwrap_or(0);
                put(heading(), Shows::Ref(place), (width + 2).clamp(NARROWEST, 24));
            }
            Holds::Words => put(heading(), Shows::Words(place), words_width(cells().take(LOOKED_AT))),
            Holds::Day => {
                put(heading(), Shows::Day(place), DAY);
                let rows = || alike.iter().flat_map(|table| &table.rows).filter(|row| !row.head);
                let days = || rows().filter_map(|row| row.cells.get(place)).filter_map(day);
                let widest = |words: &mut dyn Iterator<Item = &String>| {
                    let letters = words.take(LOOKED_AT).map(|words| words.chars().count()).max();
                    letters.map(|letters| u16::try_from(letters + 2).unwrap_or(OF_A_DAY).min(OF_A_DAY))
                };
                if let Some(width) =
                    widest(&mut days().filter(|(day, words, ..)| otherwise(*day, words)).map(|(_, words, ..)| words))
                {
                    put(with("in words"), Shows::DayWords(place), width);
                }
                if let Some(width) =
                    widest(&mut days().filter(|(_, _, note, _)| !note.is_empty()).map(|(_, _, note, _)| note))
                {
                    put(with("note"), Shows::DayNote(place), width);
                }
                if days().any(|(_, _, _, late)| late) {
                    put(with("late"), Shows::DayLate(place), NARROWEST);
                }
            }
            Holds::Number => put(heading(), Shows::Number(place), FIGURE),
            Holds::Share => put(heading(), Shows::Share(place), FIGURE),
            Holds::Lamps => {
                put(with("delivery"), Shows::Delivery(place), LAMP);
                put(with("freshness"), Shows::Freshness(place), 16);
            }
        }
    }
    if marked {
        put("Marking".into(), Shows::Marking, 22);
    }
    narrowed(columns)
}

/// Columns of words made narrower where all together are too wide to be printed: each gives of what it has to spare.
fn narrowed(mut columns: Vec<SheetColumn>) -> Vec<SheetColumn> {
    let whole: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
    let over = whole.saturating_sub(u32::from(TOGETHER));
    let spare: u32 = columns.iter().map(|column| u32::from(column.width - column.least)).sum();
    for column in columns.iter_mut().filter(|column| column.width > column.least) {
        let own = u32::from(column.width - column.least);
        let less = (own * over).div_ceil(spare).min(own);
        column.width -= u16::try_from(less).unwrap_or(0);
    }
    columns
}

/// Whether a day is put in other words than its own: `ongoing`, `by COP 21`.
pub(super) fn otherwise(day: Option<chrono::NaiveDate>, words: &str) -> bool {
    day.map_or(!words.is_empty(), |day| words != spoken(day))
}

/// The parts of a day.
pub(super) fn day(cell: &Cell) -> Option<(Option<chrono::NaiveDate>, &String, &String, bool)> {
    match cell {
        Cell::Day { day, words, note, late } => Some((*day, words, note, *late)),
        _ => None,
    }
}

/// How many letters the longest line of a cell has.
fn longest(cell: Option<&Cell>) -> u16 {
    let Some(Cell::Words { lines }) = cell else { return 0 };
    let letters = lines.iter().flat_map(|line| line.text().lines().map(|line| line.chars().count()).max());
    letters.max().map_or(0, |letters| u16::try_from(letters).unwrap_or(u16::MAX))
}

/// The width of a column of words: all of the short ones, and of long ones enough to be read in few lines.
fn words_width<'a>(cells: impl Iterator<Item = &'a Cell>) -> u16 {
    // What is seldom said is to be read where it is.
    let mut letters: Vec<u16> = cells.map(|cell| longest(Some(cell))).filter(|letters| *letters > 0).collect();
    letters.sort_unstable();
    // What nine of ten need on one line; a long text then takes up to six lines.
    let most = letters.get(letters.len().saturating_mul(9) / 10).copied().unwrap_or(0);
    let width = if most <= 28 { most + 2 } else { 30 + (most - 28) / 6 };
    width.clamp(NARROWEST, WIDEST)
}
