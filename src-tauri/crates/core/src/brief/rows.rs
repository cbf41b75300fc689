//! Commitments as rows of a table: the same columns in every paper that has one.

use super::{
    gather::Gathering,
    highest::of_lines,
    paper::{Block, Cell, Column, Holds, Paragraph, Row, Table, Tone},
    promise::Promise,
    words::{Line, times},
};
use crate::{
    clock::{Day, spoken},
    journal::shortened,
    rules::capital,
    vocabulary::OwnerRole,
};

/// Longest stretch of a wording shown in a table, in characters; the whole of it stands in the annex.
const WORDING_SHOWN: usize = 280;
/// Longest stretch of a follow-up shown in a table, in characters.
const NOTE_SHOWN: usize = 240;

/// A column.
pub(super) fn column(heading: &str, holds: Holds, width: u8) -> Column {
    Column::new(heading, holds, width)
}

/// A day as a cell; nothing where there is none.
pub(super) fn day_cell(on: Option<Day>) -> Cell {
    on.map_or(Cell::Empty, |on| noted_day(on, ""))
}

/// A day as a cell, with what stands beneath it.
pub(super) fn noted_day(on: Day, note: impl Into<String>) -> Cell {
    Cell::Day { day: Some(on), words: spoken(on), note: note.into(), late: false }
}

/// Words as a cell; nothing where there are none.
pub(super) fn cell(lines: Vec<Paragraph>) -> Cell {
    let lines: Vec<Paragraph> = lines.into_iter().filter(|line| !line.text().is_empty()).collect();
    if lines.is_empty() { Cell::Empty } else { Cell::Words { lines } }
}

/// A row, whose marking is the highest of what stands in it.
pub(super) fn row(mark: &super::mark::Mark, cells: Vec<Cell>) -> Row {
    let lines = cells.iter().flat_map(|cell| match cell {
        Cell::Words { lines } => lines.as_slice(),
        _ => &[],
    });
    Row { mark: mark.higher(&of_lines(lines)), head: false, cells }
}

impl Gathering<'_> {
    /// Commitments as a table; a sentence where there are none.
    pub(super) fn table(&self, caption: &str, promises: &[&Promise], without: &str) -> Block {
        if promises.is_empty() {
            return self.nothing(without);
        }
        Block::Table(Table {
            caption: caption.into(),
            columns: vec![
                column("Ref", Holds::Ref, 11),
                column("Commitment", Holds::Words, 52),
                column("Wording", Holds::Words, 52).within(1),
                column("Bound", Holds::Words, 7).beneath(0),
                column("Lead", Holds::Words, 15),
                column("Support", Holds::Words, 15).within(4),
                column("Counterpart", Holds::Words, 15).beneath(4),
                column("Due", Holds::Day, 19),
                column("Slips", Holds::Number, 5).on_sheets(),
                column("Status", Holds::Words, 10).on_sheets(),
                column("They say", Holds::Words, 10).on_sheets(),
                column("Blocked", Holds::Words, 20).within(1),
                column("Lamps", Holds::Lamps, 11).beneath(7),
                column("Last heard", Holds::Words, 26).beneath(1).off_sheets(),
                column("Last heard on", Holds::Day, 9).on_sheets(),
                column("Heard from", Holds::Words, 9).on_sheets(),
                column("Last report", Holds::Words, 26).on_sheets(),
                column("Next step", Holds::Words, 20).on_sheets(),
                column("Next step by", Holds::Day, 9).on_sheets(),
            ],
            rows: promises.iter().map(|promise| self.table_row(promise)).collect(),
        })
    }

    fn table_row(&self, promise: &Promise) -> Row {
        let mark = &promise.mark;
        let one = |tone: Tone, words: String| cell(vec![Paragraph::new(mark.clone(), tone, words)]);
        let blocked = promise.blocked.as_ref().map_or(Cell::Empty, |why| {
            let line = Line::new(mark.clone()).add(Tone::Strong, "Blocked");
            let line = if why.is_empty() { line } else { line.say(format!(": {why}")) };
            cell(vec![line.done()])
        });
        let [heard_on, from, report, next, next_by] = heard_cells(promise);
        let cells = vec![
            one(Tone::Ref, promise.row.reference.clone()),
            one(Tone::Strong, promise.row.title.clone()),
            one(Tone::Verbatim, shortened(&promise.row.wording, WORDING_SHOWN)),
            one(Tone::Quiet, promise.bound.clone()),
            one(Tone::Plain, promise.part(OwnerRole::Lead)),
            one(Tone::Quiet, promise.part(OwnerRole::Supporting)),
            one(Tone::Emphasis, promise.part(OwnerRole::Counterpart)),
            due_cell(promise),
            Cell::Number { number: i64::from(promise.due.slips) },
            one(Tone::Plain, capital(promise.row.status.label())),
            one(Tone::Plain, promise.they_say().unwrap_or_default().into()),
            blocked,
            promise.lamps(),
            cell(self.last_heard(promise)),
            heard_on,
            from,
            report,
            next,
            next_by,
        ];
        // A due date may name a meeting that is marked higher.
        row(&mark.higher(&promise.due.mark), cells)
    }

    /// The last follow-up: day, who and what, and what comes next.
    fn last_heard(&self, promise: &Promise) -> Vec<Paragraph> {
        let Some(heard) = &promise.heard else {
            return vec![Paragraph::new(promise.mark.clone(), Tone::Quiet, self.of_none("Nothing heard so far"))];
        };
        let head = match heard.row.reported_by.as_str() {
            "" => spoken(heard.row.day),
            by => format!("{}, {by}", spoken(heard.row.day)),
        };
        let line = Line::new(heard.mark.clone()).add(Tone::Quiet, head);
        let note = shortened(&heard.row.note, NOTE_SHOWN);
        let mut lines = vec![if note.is_empty() { line.done() } else { line.say(format!(" – {note}")).done() }];
        if !heard.row.next_step.is_empty() {
            let by = heard.row.next_step_due.map(|due| format!(" (by {})", spoken(due))).unwrap_or_default();
            let line = Line::new(heard.mark.clone()).add(Tone::Quiet, "Next: ");
            lines.push(line.say(format!("{}{by}", heard.row.next_step)).done());
        }
        lines
    }
}

/// The last follow-up in cells of its own: its day, who told it, what it says, what comes next and by when.
pub(super) fn heard_cells(promise: &Promise) -> [Cell; 5] {
    let Some(heard) = &promise.heard else { return std::array::from_fn(|_| Cell::Empty) };
    let words = |words: &str| cell(vec![Paragraph::plain(heard.mark.clone(), words)]);
    let row = &heard.row;
    let next_by = Some(row.next_step_due).filter(|_| !row.next_step.is_empty()).flatten();
    [day_cell(Some(row.day)), words(&row.reported_by), words(&row.note), words(&row.next_step), day_cell(next_by)]
}

/// When a commitment is due, and how often it was put off.
pub(super) fn due_cell(promise: &Promise) -> Cell {
    let due = &promise.due;
    let mut note: Vec<String> = Vec::new();
    if !due.by.is_empty() {
        note.push(due.by.clone());
    }
    if due.slips > 0 {
        let first = due.first.map(|first| format!(" from {}", spoken(first))).unwrap_or_default();
        note.push(format!("put off {}{first}", times(due.slips)));
    }
    Cell::Day { day: due.on, words: due.words.clone(), note: note.join("; "), late: due.late }
}
