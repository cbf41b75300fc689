//! The commitments matrix: any list, filter or selection as a table, parted by track.

use std::collections::HashSet;

use super::{
    gather::{Gathering, Met},
    paper::{Block, Cell, Holds, Paper, Paragraph, Row, Table, Tone},
    promise::Promise,
    rows::{cell, column, day_cell, due_cell, heard_cells, row},
    whole::{Head, fact, section},
    words::{are, first_count, listed},
};
use crate::{
    clock::{Instant, spoken},
    error::Result,
    id::Id,
    journal::shortened,
    rules::capital,
    track::Track,
    vocabulary::{OwnerRole, PaperKind},
    wire::{CommitmentQuery, PaperRequest},
};

/// Longest stretch of a wording in the table, in characters; the history of a commitment holds all of it.
const WORDING_SHOWN: usize = 800;

/// The matrix.
pub(super) fn matrix(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let session = &g.showing.session;
    let query = request.query.clone().unwrap_or_else(CommitmentQuery::open);
    let [only, but] = [&request.only, &request.except].map(|ids| ids.iter().copied().collect::<HashSet<Id>>());
    let mut promises = g.listed_of(&query, |id| (only.is_empty() || only.contains(id)) && !but.contains(id))?;
    if !only.is_empty() {
        // A selection may hold what the list no longer does.
        let listed: HashSet<Id> = promises.iter().map(|promise| promise.row.id).collect();
        let mut left = Vec::new();
        for id in only.difference(&listed) {
            left.push((session.reference(*id)?, *id));
        }
        left.sort();
        promises.extend(g.promises(&left.into_iter().map(|(_, id)| id).collect::<Vec<_>>())?);
    }
    let tracks = session.tracks()?;
    let parted = matches!(query.sort, crate::wire::Sort::Review | crate::wire::Sort::Track);
    let blocks = if promises.is_empty() {
        vec![g.nothing("The list holds no commitment.")]
    } else {
        vec![Block::Prose(g.line(in_numbers(&promises))), table(g, &promises, if parted { &tracks } else { &[] })]
    };
    let words = query.words.trim();
    let facts = [
        fact("List", g.line(what_is_listed(&query, !only.is_empty() || !but.is_empty()))),
        fact("Searched for", g.line(if g.tells(words) { "" } else { words })),
        fact("For", g.line(g.sight.reader())),
        fact("As of", g.line(spoken(g.day()))),
    ];
    let head = Head {
        kind: PaperKind::Matrix,
        title: "Commitments".into(),
        subtitle: g.title.clone(),
        facts: facts.into_iter().flatten().collect(),
        file: format!("Commitments {}{}", of_tracks(&tracks, &query), g.day()),
        mark: g.dossier.clone(),
    };
    g.whole(head, vec![section("matrix", "Commitments", blocks)], made_at)
}

/// The codes of the tracks that a list is of, for the name of its file: `CYB CT `; empty where it is of all.
fn of_tracks(tracks: &[Track], query: &CommitmentQuery) -> String {
    tracks.iter().filter(|track| query.tracks.contains(&track.id)).map(|track| format!("{} ", track.code)).collect()
}

fn what_is_listed(query: &CommitmentQuery, selected: bool) -> String {
    let which = match query.open {
        Some(true) => "open commitments",
        Some(false) => "closed commitments",
        None => "commitments, open and closed",
    };
    if selected { format!("A selection of {which}") } else { capital(which) }
}

fn in_numbers(promises: &[Promise]) -> String {
    let of = |fits: &dyn Fn(&Promise) -> bool| promises.iter().filter(|promise| fits(promise)).count();
    let (open, late, blocked) =
        (of(&Promise::is_open), of(&|promise| promise.due.late), of(&|promise| promise.blocked.is_some()));
    let mut parts = vec![format!("{} late", are(late)), format!("{} blocked", are(blocked))];
    let all = if open == promises.len() { ", all of them open" } else { "" };
    if all.is_empty() {
        parts.insert(0, format!("{} open", are(open)));
    }
    let holds = first_count(promises.len(), "commitment");
    let verb = if promises.len() == 1 { "stands" } else { "stand" };
    format!("{holds} {verb} in the list{all}: {}.", listed(&parts))
}

fn table(g: &Gathering<'_>, promises: &[Promise], tracks: &[Track]) -> Block {
    let mut rows: Vec<Row> = Vec::new();
    let mut before: Option<Id> = None;
    for promise in promises {
        if let Some(track) = tracks.iter().find(|track| track.id == promise.row.track)
            && before.replace(track.id) != Some(track.id)
        {
            // A track bears no marking of its own, whatever stands on it.
            let name = Paragraph::new(g.dossier.clone(), Tone::Strong, &track.name);
            rows.push(Row { mark: g.dossier.clone(), head: true, cells: vec![Cell::Words { lines: vec![name] }] });
        }
        rows.push(table_row(promise));
    }
    Block::Table(Table {
        caption: "Commitments".into(),
        columns: vec![
            column("Ref", Holds::Ref, 11),
            column("Commitment", Holds::Words, 40),
            column("Wording", Holds::Words, 28).beneath(1),
            column("Bound", Holds::Words, 7).beneath(0),
            column("Lead", Holds::Words, 15),
            column("Support", Holds::Words, 10).within(4),
            column("Counterpart", Holds::Words, 10).beneath(4),
            column("Due", Holds::Day, 16),
            // On a page the day says how often it was put off.
            column("Slips", Holds::Number, 5).off_pages(),
            // On a page the lamps say it.
            column("Status", Holds::Words, 16).on_sheets(),
            column("Lamps", Holds::Lamps, 19),
            column("They say", Holds::Words, 10).named_beneath(10),
            column("Blocked", Holds::Words, 16).within(10),
            column("Last heard on", Holds::Day, 9).beneath(15),
            column("Heard from", Holds::Words, 9).on_sheets(),
            column("Last report", Holds::Words, 34),
            column("Next step", Holds::Words, 20).on_sheets(),
            column("Next step by", Holds::Day, 9).on_sheets(),
            column("Last raised", Holds::Words, 16).named_beneath(15).off_sheets(),
            column("Last raised at", Holds::Words, 16).on_sheets(),
            column("Last raised on", Holds::Day, 9).on_sheets(),
        ],
        rows,
    })
}

fn table_row(promise: &Promise) -> Row {
    let mark = &promise.mark;
    let plain = |text: String| cell(vec![Paragraph::plain(mark.clone(), text)]);
    let quiet = |text: String| cell(vec![Paragraph::new(mark.clone(), Tone::Quiet, text)]);
    let raised = promise.raised.as_ref();
    let raised_at = |what: &dyn Fn(&Met) -> String| {
        raised.map_or(Cell::Empty, |met| cell(vec![Paragraph::plain(mark.higher(&met.mark), what(met))]))
    };
    let in_all = |met: &Met| {
        let when = if met.when.is_empty() { String::new() } else { format!(", {}", met.when) };
        format!("{}{when}", met.title)
    };
    let blocked = promise.blocked.as_ref().map(|why| match why.as_str() {
        "" => "blocked".into(),
        why => format!("blocked: {why}"),
    });
    let [heard_on, from, report, next, next_by] = heard_cells(promise);
    row(
        &mark.higher(&promise.due.mark),
        vec![
            cell(vec![Paragraph::new(mark.clone(), Tone::Ref, &promise.row.reference)]),
            cell(vec![Paragraph::new(mark.clone(), Tone::Strong, &promise.row.title)]),
            cell(vec![Paragraph::new(mark.clone(), Tone::Verbatim, shortened(&promise.row.wording, WORDING_SHOWN))]),
            quiet(promise.bound.clone()),
            plain(promise.part(OwnerRole::Lead)),
            quiet(promise.part(OwnerRole::Supporting)),
            cell(vec![Paragraph::new(mark.clone(), Tone::Emphasis, promise.part(OwnerRole::Counterpart))]),
            due_cell(promise),
            Cell::Number { number: i64::from(promise.due.slips) },
            plain(capital(promise.row.status.label())),
            promise.lamps(),
            quiet(promise.they_say().unwrap_or_default().into()),
            quiet(blocked.unwrap_or_default()),
            heard_on,
            from,
            report,
            next,
            next_by,
            raised_at(&in_all),
            raised_at(&|met| met.title.clone()),
            day_cell(raised.and_then(|met| met.begins_on)),
        ],
    )
}
