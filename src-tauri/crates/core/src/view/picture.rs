//! What the pictures show: dialogues along time, the register month by month, what was said again and again. Bounded,
//! whatever the register holds: what is too much to be shown one by one is counted by month.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{Datelike as _, Days, Months};

use super::review::month as tally_of;
use crate::{
    clock::Day,
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    instrument::{self, Instrument},
    store::{DueCount, Session, month_of},
    vocabulary::Status,
    wire::{
        MonthDues, ReiterationRow, ReiterationView, TimeLane, TimeLineQuery, TimeLineView, TimeTerm, TrendMonth,
        TrendView,
    },
};

/// The most rounds, dates and instruments that are shown one by one. More marks would lie on one another.
const ROUNDS_MOST: u32 = 400;
const DUES_MOST: u32 = 150;
const TERMS_MOST: usize = 300;
/// How many commitments that were said again are shown, and how many follow-ups of each.
const SAID_MOST: usize = 40;
const HEARD_MOST: u32 = 60;

impl Dossier {
    /// A stretch of the time line.
    pub fn time_line(&self, query: &TimeLineQuery) -> Result<TimeLineView> {
        if query.from > query.to {
            return invalid("The stretch of time ends before it begins.");
        }
        self.store().read(|session| time_line(&session, self.day_in(session)?, query))
    }

    /// How many commitments were open, overdue and stale at each month's end, as it was known then.
    pub fn trend(&self) -> Result<TrendView> {
        self.store().read(|session| trend(&session, self.day_in(session)?))
    }

    /// Commitments that were said again most often, with what came of them.
    pub fn reiteration(&self) -> Result<ReiterationView> {
        self.store().read(|session| reiteration(&session, self.day_in(session)?))
    }
}

/// The lanes, empty: dialogues, each followed by those beneath it.
fn lanes(session: &Session<'_>, query: &TimeLineQuery) -> Result<Vec<TimeLane>> {
    fn beneath(all: &[Dialogue], parent: Option<Id>, found: &mut Vec<Dialogue>) {
        for dialogue in all.iter().filter(|dialogue| dialogue.parent == parent) {
            found.push(dialogue.clone());
            beneath(all, Some(dialogue.id), found);
        }
    }
    let mut all = session.all::<Dialogue>()?;
    all.sort_by(|a, b| a.short().cmp(b.short()));
    let mut found = Vec::new();
    beneath(&all, None, &mut found);
    let lane = |dialogue: Option<Id>, name: String, short_name: String| TimeLane {
        dialogue,
        name,
        short_name,
        rounds: Vec::new(),
        month_rounds: Vec::new(),
        dues: Vec::new(),
        month_dues: Vec::new(),
        terms: Vec::new(),
    };
    let mut lanes: Vec<TimeLane> = found
        .into_iter()
        .filter(|dialogue| query.dialogue.is_none_or(|id| dialogue.id == id))
        .filter(|dialogue| query.track.is_none_or(|track| dialogue.tracks.contains(&track)))
        .map(|dialogue| lane(Some(dialogue.id), dialogue.name.clone(), dialogue.short().to_owned()))
        .collect();
    if query.dialogue.is_none() {
        lanes.push(lane(None, "Outside the dialogues".into(), "Outside the dialogues".into()));
    }
    Ok(lanes)
}

fn time_line(session: &Session<'_>, day: Day, query: &TimeLineQuery) -> Result<TimeLineView> {
    let mut lanes = lanes(session, query)?;
    let (mut first, mut last) = session.meeting_days()?;
    let mut reach = |from: Option<Day>, to: Option<Day>| {
        first = first.into_iter().chain(from).min();
        last = last.into_iter().chain(to).max();
    };

    // Meetings outside the dialogues belong to no track.
    let of_track = |lane: &TimeLane| query.track.is_none() || lane.dialogue.is_some();
    for lane in lanes.iter_mut().filter(|lane| of_track(lane)) {
        lane.month_rounds = session.month_rounds(lane.dialogue, query.from, query.to)?;
    }
    let rounds: u32 = lanes.iter().flat_map(|lane| &lane.month_rounds).map(|of| of.held + of.others).sum();
    let rounds_counted = rounds > ROUNDS_MOST;
    if !rounds_counted {
        for lane in lanes.iter_mut().filter(|lane| !lane.month_rounds.is_empty()) {
            lane.rounds = session.time_rounds(lane.dialogue, query.from, query.to)?;
            lane.month_rounds.clear();
        }
    }

    // A commitment on the track may have been made in a dialogue that does not deal with it by rule.
    let counts = session.due_counts()?;
    for count in &counts {
        let on = month_day(&count.dues.month);
        reach(on, on);
    }
    let months = month_of(query.from)..=month_of(query.to);
    let dues = by_lane(counts, query, &months);
    let due: u32 = dues.iter().map(|(_, dues)| dues.open + dues.closed).sum();
    let dues_counted = due > DUES_MOST;
    let at = |lanes: &[TimeLane], dialogue: Option<Id>| {
        lanes
            .iter()
            .position(|lane| lane.dialogue == dialogue)
            .or_else(|| lanes.iter().position(|l| l.dialogue.is_none()))
    };
    if dues_counted {
        for (dialogue, of_month) in dues {
            if let Some(at) = at(&lanes, dialogue) {
                add(&mut lanes[at].month_dues, of_month);
            }
        }
    } else {
        for (dialogue, due) in session.time_dues(query.from, query.to, day, query.track, query.dialogue)? {
            if let Some(at) = at(&lanes, dialogue) {
                lanes[at].dues.push(due);
            }
        }
    }

    let mut left = 0;
    let mut terms = terms(session, day, query)?;
    for (_, term) in &terms {
        reach(term.from, term.to);
    }
    terms
        .retain(|(_, term)| term.from.is_none_or(|from| from <= query.to) && term.to.is_none_or(|to| to >= query.from));
    if terms.len() > TERMS_MOST {
        left = terms.len() - TERMS_MOST;
        terms.truncate(TERMS_MOST);
    }
    for (dialogue, mut term) in terms {
        term.title = session.require::<Instrument>(term.id)?.short().to_owned();
        if let Some(at) = at(&lanes, dialogue) {
            lanes[at].terms.push(term);
        }
    }
    // What belongs to no dialogue has a lane where there is anything of the kind.
    lanes.retain(|lane| {
        lane.dialogue.is_some()
            || !(lane.rounds.is_empty()
                && lane.month_rounds.is_empty()
                && lane.dues.is_empty()
                && lane.month_dues.is_empty()
                && lane.terms.is_empty())
    });
    let terms_left = u32::try_from(left).unwrap_or(u32::MAX);
    Ok(TimeLineView { day, first, last, lanes, rounds_counted, dues_counted, terms_left })
}

/// The first day of a month.
fn month_day(month: &str) -> Option<Day> {
    format!("{month}-01").parse().ok()
}

/// What is due in some months, by dialogue.
fn by_lane(
    counts: Vec<DueCount>,
    query: &TimeLineQuery,
    months: &RangeInclusive<String>,
) -> Vec<(Option<Id>, MonthDues)> {
    let track = query.track.map(|track| track.to_string());
    counts
        .into_iter()
        .filter(|count| track.as_ref().is_none_or(|track| count.track == *track))
        .filter(|count| query.dialogue.is_none_or(|dialogue| count.dialogue == Some(dialogue)))
        .filter(|count| months.contains(&count.dues.month))
        .map(|count| (count.dialogue, count.dues))
        .collect()
}

/// Adds to the counts of a lane: several tracks count for the same month.
fn add(dues: &mut Vec<MonthDues>, of: MonthDues) {
    match dues.binary_search_by(|other| other.month.cmp(&of.month)) {
        Ok(at) => {
            dues[at].open += of.open;
            dues[at].closed += of.closed;
        }
        Err(at) => dues.insert(at, of),
    }
}

/// Instruments that have, had or will have effect, by the day it begins.
fn terms(session: &Session<'_>, day: Day, query: &TimeLineQuery) -> Result<Vec<(Option<Id>, TimeTerm)>> {
    let mut found: Vec<(Option<Id>, TimeTerm)> = instrument::all(session, day)?
        .into_iter()
        .filter(|of| query.dialogue.is_none_or(|dialogue| of.line.dialogue == Some(dialogue)))
        .filter(|of| query.track.is_none_or(|track| of.line.tracks.contains(&track)))
        .filter_map(|of| {
            let (from, to) = of.span();
            let stage = of.came.standing.stage;
            // Its name is looked up where it is shown.
            let term = TimeTerm { id: of.line.id, r#ref: of.line.reference, title: String::new(), from, to, stage };
            (from.is_some() || to.is_some()).then_some((of.line.dialogue, term))
        })
        .collect();
    found.sort_by(|(_, a), (_, b)| (a.from, &a.r#ref).cmp(&(b.from, &b.r#ref)));
    Ok(found)
}

/// The last day of the month in which a day lies.
fn end_of_month(day: Day) -> Day {
    day.with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(day)
}

fn trend(session: &Session<'_>, day: Day) -> Result<TrendView> {
    let changes: BTreeMap<String, [i64; 3]> = session.trend_before(&month_of(day))?.into_iter().collect();
    let mut months = Vec::new();
    let mut sums = [0; 3];
    let mut at = changes.keys().next().and_then(|month| month_day(month)).unwrap_or(day);
    while month_of(at) < month_of(day) {
        if let Some(by) = changes.get(&month_of(at)) {
            sums.iter_mut().zip(by).for_each(|(sum, by)| *sum += by);
        }
        let [open, overdue, stale] = sums.map(|sum| u32::try_from(sum).unwrap_or(0));
        months.push(TrendMonth { on: end_of_month(at), open, overdue, stale });
        let Some(next) = at.checked_add_months(Months::new(1)) else { break };
        at = next;
    }
    let now = tally_of(session, day)?;
    months.push(TrendMonth { on: day, open: now.open, overdue: now.overdue, stale: now.stale });
    Ok(TrendView { day, months })
}

fn reiteration(session: &Session<'_>, day: Day) -> Result<ReiterationView> {
    let mut said = session.said_again(Status::NotStarted, SAID_MOST)?;
    said.extend(session.said_again(Status::InProgress, SAID_MOST)?);
    said.sort_by(|a, b| {
        let rank = |status: Status| status != Status::NotStarted;
        (b.times, rank(a.status), a.heard_on, &a.reference).cmp(&(a.times, rank(b.status), b.heard_on, &b.reference))
    });
    said.truncate(SAID_MOST);
    let mut rows = Vec::new();
    for of in said {
        let again = session.said_of(of.id)?;
        let first = again.iter().filter_map(|said| said.on).min();
        let mut heard = session.heard_of(of.id, HEARD_MOST)?;
        heard.reverse();
        rows.push(ReiterationRow {
            id: of.id,
            r#ref: of.reference,
            title: of.title,
            track: of.track,
            status: of.status,
            made_on: of.made_on,
            due_on: of.due_on,
            times: of.times,
            said: again,
            heard,
            heard_since: session.heard_since(of.id, first)?,
        });
    }
    let total = session.count_said_again(Status::NotStarted)? + session.count_said_again(Status::InProgress)?;
    Ok(ReiterationView { day, rows, total })
}
