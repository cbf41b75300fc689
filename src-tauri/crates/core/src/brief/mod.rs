//! What a paper says, as data. Each paper is gathered here from the register, for one reader; `rapporteur-papers` draws it.
//!
//! [`paper`] is the tree that all papers are made of, [`mark`] the marking of its parts. What the reader may not see is left
//! out while it is gathered, never afterwards: neither a count, a link nor a name can then tell of it. Everything a paper
//! takes from the register passes through [`gather`]; [`sight`] looks the whole over once more before it leaves.
//!
//! One file for each paper; [`promise`], [`rows`], [`who`] and [`words`] are what they share.

mod asked;
mod calendar;
mod chaser;
mod compare;
mod dates;
mod forms;
mod gather;
mod handover;
mod highest;
mod history;
mod instruments;
mod kept;
mod listed;
mod mark;
mod matrix;
mod names;
mod outcome;
mod paper;
mod picture;
mod plan;
mod planned;
mod promise;
mod record;
mod replies;
mod reply;
mod rows;
mod sight;
mod summit;
mod track;
mod who;
mod whole;
mod words;

pub use calendar::{Calendar, Entry, Time, What};
pub(crate) use kept::KeptPaper;
pub use mark::{Label, Mark};
pub use paper::{Block, Cell, Column, Fact, Holds, Paper, Paragraph, Row, Run, Section, Stands, Table, Tone};
pub(crate) use planned::Plan;

use std::ops::ControlFlow;

use gather::Gathering;

use crate::{
    commitment::Showing,
    dossier::Dossier,
    error::{Result, invalid},
    marking::Marking,
    view::looked_ahead,
    vocabulary::PaperKind,
    wire::{BriefPlan, MarkingView, PaperOutline, PaperRequest, ReviewFrame},
};

/// Hears how many commitments of how many were gathered, and says whether to go on.
pub type Watch<'w> = &'w dyn Fn(u32, u32) -> ControlFlow<()>;

/// Nobody waits.
const UNWATCHED: Watch<'static> = &|_, _| ControlFlow::Continue(());

/// A paper, and what is said of it to whoever makes it.
struct Made {
    paper: Paper,
    left_out: u32,
    /// Of a brief: its plan as it stands.
    plan: Option<BriefPlan>,
}

impl Dossier {
    /// A paper for one reader, as data. Refused where what it is about stands above them.
    pub fn paper(&self, request: &PaperRequest) -> Result<Paper> {
        self.paper_watched(request, UNWATCHED)
    }

    /// The same, telling how many commitments of how many were gathered; broken off where `watch` says so, with
    /// [`Error::Cancelled`](crate::Error::Cancelled).
    pub fn paper_watched(&self, request: &PaperRequest, watch: Watch<'_>) -> Result<Paper> {
        self.gather(request, watch, |g, made_at| Ok(made(g, request, made_at)?.paper))
    }

    /// Days of the register for a calendar.
    pub fn calendar(&self, request: &PaperRequest) -> Result<Calendar> {
        self.calendar_watched(request, UNWATCHED)
    }

    /// The same, watched like [`Self::paper_watched`].
    pub fn calendar_watched(&self, request: &PaperRequest, watch: Watch<'_>) -> Result<Calendar> {
        self.gather(request, watch, |g, made_at| dates::calendar(g, request, made_at))
    }

    /// What a paper will be: its title, marking and parts, and how many things its reader may not see.
    pub fn paper_outline(&self, request: &PaperRequest) -> Result<PaperOutline> {
        self.paper_outline_watched(request, UNWATCHED)
    }

    /// The same, watched like [`Self::paper_watched`].
    pub fn paper_outline_watched(&self, request: &PaperRequest, watch: Watch<'_>) -> Result<PaperOutline> {
        self.gather(request, watch, |g, made_at| {
            if request.kind == PaperKind::Calendar {
                let calendar = dates::calendar(g, request, made_at)?;
                return Ok(PaperOutline {
                    title: calendar.name,
                    file_name: calendar.file_name,
                    marking: calendar.marking.words().to_owned(),
                    left_out: g.left_out(),
                    forms: request.kind.forms().to_vec(),
                    plan: None,
                    markings: scheme(g)?,
                });
            }
            let made = made(g, request, made_at)?;
            Ok(PaperOutline {
                title: made.paper.title,
                file_name: made.paper.file_name,
                marking: made.paper.marking.words().to_owned(),
                left_out: made.left_out,
                forms: request.kind.forms().to_vec(),
                plan: made.plan,
                markings: scheme(g)?,
            })
        })
    }

    /// Gathers in one consistent state of the register, looking ahead to the meeting of the paper.
    fn gather<T>(
        &self,
        request: &PaperRequest,
        watch: Watch<'_>,
        make: impl FnOnce(&Gathering<'_>, crate::clock::Instant) -> Result<T>,
    ) -> Result<T> {
        let (actor, made_at) = (self.actor(), self.clock().now());
        self.store().read(|session| {
            let day = self.day_in(session)?;
            let frame =
                request.meeting.filter(|_| request.kind == PaperKind::Brief).map(|id| ReviewFrame::Meeting { id });
            let showing = Showing::new(session, day, looked_ahead(&session, day, frame)?)?;
            make(&Gathering::begin(&showing, &request.reader, actor, watch)?, made_at)
        })
    }
}

fn made(g: &Gathering<'_>, request: &PaperRequest, made_at: crate::clock::Instant) -> Result<Made> {
    let mut plan = None;
    let paper = match request.kind {
        PaperKind::Brief => {
            let (paper, as_it_stands) = summit::brief(g, request, made_at)?;
            plan = Some(as_it_stands);
            paper
        }
        PaperKind::Record => record::record(g, request, made_at)?,
        PaperKind::Matrix => matrix::matrix(g, request, made_at)?,
        PaperKind::Instruments => instruments::instruments(g, request, made_at)?,
        PaperKind::Chaser => chaser::chaser(g, request, made_at)?,
        PaperKind::Outcome => outcome::outcome(g, request, made_at)?,
        PaperKind::Handover => handover::handover(g, request, made_at)?,
        PaperKind::Track => track::track(g, request, made_at)?,
        PaperKind::History => history::history(g, request, made_at)?,
        PaperKind::Calendar => {
            return invalid("A calendar is no paper: ask for it as a calendar file.");
        }
    };
    Ok(Made { paper, left_out: g.left_out(), plan })
}

/// The markings of the scheme, by axis and rank.
fn scheme(g: &Gathering<'_>) -> Result<Vec<MarkingView>> {
    let mut rows = g.showing.session.all::<Marking>()?;
    rows.sort_by_key(|row| (row.axis, row.rank, row.label.clone()));
    Ok(rows.iter().map(Marking::view).collect())
}
