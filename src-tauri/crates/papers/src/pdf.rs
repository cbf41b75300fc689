//! A paper as PDF: set by Typst from the templates in `templates/`, tagged for readers that speak (PDF/UA-1) and fit to be
//! archived (PDF/A-2a). Whatever Typst warns of is an error, because nobody would read the warning.

mod clusters;
mod picture;
mod sheet;
mod table;
mod typefaces;
mod words;
mod world;

pub(crate) use typefaces::FILES as TYPEFACES;

use std::{
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use chrono::{Datelike, Timelike};
use rapporteur_core::{
    brief::{Block, Paper},
    clock::{Instant, stamp},
};
use typst::{
    WorldExt,
    diag::SourceDiagnostic,
    foundations::{Datetime, Smart},
};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{Error, Progress};
use world::Desk;

/// How often `going` hears how far it is.
const BEAT: Duration = Duration::from_millis(40);
/// Setting descends deep into a paper's parts; the stack that threads have by default is a quarter of what a program has.
const STACK: usize = 16 << 20;

/// Sets the pages and writes them. It runs beside, so that it can be left alone when `going` wants no more of it.
pub(crate) fn write(paper: &Paper, going: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<u8>, Error> {
    pictures_can_be_drawn(paper)?;
    let sheet = sheet::of(paper);
    let options = options(paper)?;
    let marks = sheet.marks;
    // To write the set pages takes about a third as long as to set them.
    let total = marks + marks / 3 + 1;
    let json = serde_json::to_string(&sheet).map_err(|error| Error::Pages(error.to_string()))?;
    drop(sheet);

    let desk = Arc::new(Desk::with(json));
    let (done, outcome) = mpsc::channel();
    let beside = Arc::clone(&desk);
    let work = move || {
        // Nobody hears the outcome of what was broken off.
        let _ = done.send(set(&beside, &options));
    };
    thread::Builder::new()
        .name("pages".into())
        .stack_size(STACK)
        .spawn(work)
        .map_err(|error| Error::Pages(error.to_string()))?;
    loop {
        match outcome.recv_timeout(BEAT) {
            Ok(outcome) => return outcome,
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(Error::Pages("the setting ended without an answer".into()));
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {
                if !going(Progress { done: desk.reached().min(marks), total }) {
                    desk.stop();
                    return Err(Error::Stopped);
                }
            }
        }
    }
}

/// Pages, then bytes. What Typst remembers of them is let go at once: a paper of thousands of rows would stay in memory.
fn set(desk: &Desk, options: &PdfOptions) -> Result<Vec<u8>, Error> {
    let compiled = typst::compile(desk);
    let outcome = match compiled.output {
        _ if desk.is_stopped() => Err(Error::Stopped),
        Err(errors) => Err(fault(desk, errors.first())),
        Ok(_) if !compiled.warnings.is_empty() => Err(fault(desk, compiled.warnings.first())),
        Ok(document) => {
            typst_pdf::pdf(&clusters::joined(document), options).map_err(|errors| fault(desk, errors.first()))
        }
    };
    typst::comemo::evict(0);
    outcome
}

/// What Typst says, with the place in the template that it says it of.
fn fault(desk: &Desk, said: Option<&SourceDiagnostic>) -> Error {
    let Some(said) = said else { return Error::Pages(String::new()) };
    let place = said.span.id().map(|id| {
        let start = desk.range(said.span).map_or(0, |range| range.start);
        format!(", {} at byte {start}", id.get().vpath().get_without_slash())
    });
    Error::Pages(format!("{}{}", said.message, place.unwrap_or_default()))
}

fn options(paper: &Paper) -> Result<PdfOptions, Error> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| Error::Pages(error.message().to_string()))?;
    let identity = format!("{}|{}|{}|{}", paper.kind.word(), paper.dossier, paper.title, stamp(paper.made_at));
    Ok(PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Rapporteur".into())),
        timestamp: moment(paper.made_at).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

fn moment(at: Instant) -> Option<Datetime> {
    let [month, day, hour, minute, second] =
        [at.month(), at.day(), at.hour(), at.minute(), at.second()].map(|n| u8::try_from(n).unwrap_or(0));
    Datetime::from_ymd_hms(at.year(), month, day, hour, minute, second)
}

/// A picture that is no picture is told by its caption, before anything is set.
fn pictures_can_be_drawn(paper: &Paper) -> Result<(), Error> {
    for block in paper.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Picture { svg, caption, .. } = block
            && !picture::can_be_drawn(svg)
        {
            return Err(Error::Picture { caption: caption.clone() });
        }
    }
    Ok(())
}
