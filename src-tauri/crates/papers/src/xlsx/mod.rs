//! The tables of a paper as an Excel workbook: a sheet for each, behind one that says what the workbook is.
//!
//! What a paper says in prose is not in it; whoever wants that has the paper itself.

mod about;
mod columns;
mod formats;
mod height;
mod names;
mod sheet;

use std::{
    io::{self, Write},
    path::Path,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use chrono::{Datelike, Timelike};
use rapporteur_core::brief::{Block, Cell, Paper, Row, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::{Error, Progress, marks::Portions};
use about::Listed;
use formats::Formats;
use names::Names;
use sheet::Sheet;

/// The most rows of a sheet beneath its head.
const ROWS_MOST: usize = 1_048_575;
/// From how many rows on they are not held in memory until the end: half a gigabyte would not be enough for them. They go
/// to a file without a name, which nobody else can open and which ends with the program, however that ends.
///
/// Where the system keeps files in memory, that is where it is made, so that nothing of a dossier touches the disk before
/// the whole paper is saved; elsewhere, and where there is no room, it is made among the temporary files, which is the one
/// time that words of an encrypted dossier stand on a disk in the clear. No register so far has so many commitments.
const MANY_ROWS: usize = 50_000;
/// Where Linux keeps files in memory.
const IN_MEMORY: &str = "/dev/shm";
/// After how many rows it is asked whether to go on.
const ASKED_AFTER: usize = 500;
/// How long packing goes on before it is asked whether to.
const ASKED_EVERY: Duration = Duration::from_millis(50);

/// The tables of a paper as an XLSX file. The same paper is the same bytes.
///
/// # Errors
/// [`Error::Packing`], [`Error::Stopped`].
pub(crate) fn write(paper: &Paper, going: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<u8>, Error> {
    let tables: Vec<&Table> = paper
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    // Packing takes about as long as writing the rows.
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    let half = u32::try_from(rows / ASKED_AFTER).unwrap_or(u32::MAX / 2).max(1);
    let mut steps = Steps { done: 0, total: half * 2, going };
    let many = tables.iter().any(|table| table.rows.len() >= MANY_ROWS);
    let in_memory = Some(Path::new(IN_MEMORY)).filter(|place| many && place.is_dir());
    let mut workbook = match book(paper, &tables, in_memory, &mut steps) {
        // There was too little room.
        Err(Error::Packing(_)) if in_memory.is_some() => {
            steps.done = 0;
            book(paper, &tables, None, &mut steps)?
        }
        made => made?,
    };
    steps.done = half;
    pack(&mut workbook, &mut steps)
}

/// How far it has come, and whether to go on.
struct Steps<'a> {
    done: u32,
    total: u32,
    going: &'a mut dyn FnMut(Progress) -> bool,
}

impl Steps<'_> {
    fn go_on(&mut self) -> bool {
        (self.going)(Progress { done: self.done.min(self.total), total: self.total })
    }
}

fn wrong(error: &XlsxError) -> Error {
    Error::Packing(error.to_string())
}

/// The workbook; rows that are not held in memory go to a file in `place`, or among the temporary files.
fn book(paper: &Paper, tables: &[&Table], place: Option<&Path>, steps: &mut Steps<'_>) -> Result<Workbook, Error> {
    let formats = Formats::new();
    let portions = Portions::of(paper);
    let mut workbook = Workbook::new();
    if let Some(place) = place {
        workbook.set_tempdir(place).map_err(|error| wrong(&error))?;
    }
    workbook.set_properties(&properties(paper).map_err(|error| wrong(&error))?);
    workbook.add_worksheet().set_name(about::NAME).map_err(|error| wrong(&error))?;
    let mut names = Names::beside(about::NAME);
    let mut listed = Vec::new();
    let mut cut = 0;
    for table in tables {
        let columns = columns::of(table, tables, portions.differ());
        let mut group = String::new();
        let bodies: Vec<&[Row]> =
            if table.rows.is_empty() { vec![&[]] } else { table.rows.chunks(ROWS_MOST).collect() };
        for rows in bodies {
            let name = names.take(&table.caption);
            let many = rows.len() >= MANY_ROWS;
            let added = if many {
                workbook.add_worksheet_with_constant_memory().map_err(|error| wrong(&error))?
            } else {
                workbook.add_worksheet()
            };
            let added = added.set_name(&name).map_err(|error| wrong(&error))?;
            let mut sheet = Sheet { sheet: added, formats: &formats, columns: &columns, portions: &portions, cut: 0 };
            sheet.begin(paper).map_err(|error| wrong(&error))?;
            let mut at = 0;
            for (place, row) in rows.iter().enumerate() {
                if place % ASKED_AFTER == 0 {
                    if !steps.go_on() {
                        return Err(Error::Stopped);
                    }
                    steps.done += 1;
                }
                if row.head {
                    group = sheet::lines(row.cells.first().unwrap_or(&Cell::Empty), &|_| None);
                    continue;
                }
                at += 1;
                sheet.row(at, row, &group).map_err(|error| wrong(&error))?;
            }
            sheet.end(at).map_err(|error| wrong(&error))?;
            cut += sheet.cut;
            let heads: Vec<&str> = table
                .columns
                .iter()
                .filter(|column| !column.off_sheets)
                .map(|column| column.heading.as_str())
                .collect();
            let columns = heads.join(", ");
            listed.push(Listed { name, caption: table.caption.clone(), rows: at as usize, columns });
        }
    }
    let first = workbook.worksheet_from_index(0).map_err(|error| wrong(&error))?;
    about::write(first, paper, &formats, &listed, cut).map_err(|error| wrong(&error))?;
    Ok(workbook)
}

/// Title, maker, marking and time, and nothing else.
fn properties(paper: &Paper) -> Result<DocProperties, XlsxError> {
    let at = paper.made_at;
    let part = |part: u32| u8::try_from(part).unwrap_or(0);
    let made = ExcelDateTime::from_ymd(u16::try_from(at.year()).unwrap_or(1900), part(at.month()), part(at.day()))?
        .and_hms(u16::try_from(at.hour()).unwrap_or(0), part(at.minute()), at.second())?;
    Ok(DocProperties::new()
        .set_title(crate::letters::legal(&paper.title))
        .set_author(crate::letters::legal(&paper.made_by))
        .set_keywords(crate::letters::legal(paper.marking.words()))
        .set_creation_datetime(&made))
}

/// Packs the workbook beside this thread, which meanwhile asks whether to go on.
fn pack(workbook: &mut Workbook, steps: &mut Steps<'_>) -> Result<Vec<u8>, Error> {
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let (done, packed) = mpsc::channel();
        let into = Watched { bytes: Vec::new(), stop: &stop, refused: false };
        scope.spawn(move || {
            let mut into = into;
            let result = workbook.save_to_writer(&mut into);
            // Nobody hears it only where this thread has ended already.
            let _ = done.send(result.map(|()| into.bytes));
        });
        loop {
            match packed.recv_timeout(ASKED_EVERY) {
                Ok(_) if stop.load(Ordering::Relaxed) => return Err(Error::Stopped),
                Ok(result) => return result.map_err(|error| wrong(&error)),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    steps.done = (steps.done + 1).min(steps.total - 1);
                    if !steps.go_on() {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    return Err(Error::Packing("the packing ended without an answer".into()));
                }
            }
        }
    })
}

/// Bytes in the making, which refuse more once it was broken off. They refuse once: what the packer then writes to end in
/// order is taken, and thrown away with the rest.
struct Watched<'a> {
    bytes: Vec<u8>,
    stop: &'a AtomicBool,
    refused: bool,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.stop.load(Ordering::Relaxed) && !std::mem::replace(&mut self.refused, true) {
            return Err(io::Error::other("broken off"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
