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
                column("Bound", Holds::Words, 7).beneath(0),
                column("Owner, counterpart", Holds::Words, 15),
                column("Due", Holds::Day, 19),
                column("Lamps", Holds::Lamps, 11).beneath(4),
                column("Last heard", Holds::Words, 26).beneath(1),
            ],
            rows: promises.iter().map(|promise| self.table_row(promise)).collect(),
        })
    }

    fn table_row(&self, promise: &Promise) -> Row {
        let mark = &promise.mark;
        let mut what = vec![Paragraph::new(mark.clone(), Tone::Strong, &promise.row.title)];
        if !promise.row.wording.is_empty() {
            what.push(Paragraph::new(mark.clone(), Tone::Verbatim, shortened(&promise.row.wording, WORDING_SHOWN)));
        }
        if let Some(why) = &promise.blocked {
            let line = Line::new(mark.clone()).add(Tone::Strong, "Blocked");
            let line = if why.is_empty() { line } else { line.say(format!(": {why}")) };
            what.push(line.done());
        }
        let cells = vec![
            cell(vec![Paragraph::new(mark.clone(), Tone::Ref, &promise.row.reference)]),
            cell(what),
            cell(vec![Paragraph::new(mark.clone(), Tone::Quiet, &promise.bound)]),
            cell(self.owners(promise)),
            due_cell(promise),
            promise.lamps(),
            cell(self.last_heard(promise)),
        ];
        // A due date may name a meeting that is marked higher.
        row(&mark.higher(&promise.due.mark), cells)
    }

    /// Who leads, and who stands opposite, a line each.
    fn owners(&self, promise: &Promise) -> Vec<Paragraph> {
        let part = |role: OwnerRole, tone: Tone| {
            let names = promise.part(role);
            Line::new(promise.mark.clone()).add(tone, names).done()
        };
        vec![
            part(OwnerRole::Lead, Tone::Plain),
            part(OwnerRole::Supporting, Tone::Quiet),
            part(OwnerRole::Counterpart, Tone::Emphasis),
        ]
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
