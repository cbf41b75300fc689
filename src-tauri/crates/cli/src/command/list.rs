//! `list`: commitments, filtered, now or as of a past day.

use std::{io::Write, ops::ControlFlow};

use rapporteur_core::{
    Dossier, Error,
    clock::spoken,
    id::Id,
    vocabulary::{Exception, Noun, Status},
    wire::{CommitmentQuery, CommitmentRow, DueView, Grouping, Sort},
};
use serde::{Serializer as _, ser::SerializeSeq as _};

use crate::{
    arguments::{Group, List, Order},
    desk,
    fault::Fault,
    table,
};

pub(super) fn run(list: &List, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&list.read.file)?;
    let query = query(&dossier, list)?;
    if list.read.json {
        return as_json(&dossier, list, &query, out);
    }
    let mut rows = Vec::new();
    each(&dossier, list, &query, |row| {
        rows.push(line(row));
        ControlFlow::Continue(())
    })?;
    let day = match list.as_of {
        Some(day) => day,
        None => dossier.day()?,
    };
    let count = match rows.len() {
        1 => "1 commitment".to_owned(),
        count => format!("{count} commitments"),
    };
    if !rows.is_empty() {
        table::with_headings(out, &["=", "=Ref", "*Commitment", "Bound", "Owner", "Due", "Status", "Heard"], rows)?;
        writeln!(out)?;
    }
    Ok(writeln!(out, "{count}, as of {}.", spoken(day))?)
}

fn query(dossier: &Dossier, list: &List) -> Result<CommitmentQuery, Fault> {
    let view = match &list.view {
        Some(name) => Some(dossier.saved_view(dossier.find(Noun::SavedView, name)?)?),
        None => None,
    };
    let found = |noun: Noun, name: &Option<String>| name.as_ref().map(|name| dossier.find(noun, name)).transpose();
    Ok(CommitmentQuery {
        open: list.open.then_some(true),
        tracks: list.track.iter().map(|name| dossier.find(Noun::Track, name)).collect::<Result<_, _>>()?,
        due_before: list.before,
        meeting: found(Noun::Meeting, &list.meeting)?,
        owner: list.owner.as_ref().map(|name| owner(dossier, name)).transpose()?,
        words: match &view {
            // In brackets each, since either may hold an "or".
            Some(view) => [view.words.as_str(), &list.query]
                .into_iter()
                .filter(|words| !words.trim().is_empty())
                .map(|words| format!("({words})"))
                .collect::<Vec<_>>()
                .join(" "),
            None => list.query.clone(),
        },
        sort: match list.sort {
            Some(Order::Review) => Sort::Review,
            Some(Order::Due) => Sort::Due,
            Some(Order::Ref) => Sort::Ref,
            Some(Order::Heard) => Sort::Heard,
            Some(Order::Title) => Sort::Title,
            Some(Order::Made) => Sort::Made,
            Some(Order::Slips) => Sort::Slips,
            Some(Order::Raised) => Sort::Raised,
            Some(Order::Track) => Sort::Track,
            Some(Order::Status) => Sort::Status,
            Some(Order::Bound) => Sort::Bound,
            Some(Order::Strength) => Sort::Strength,
            Some(Order::Owner) => Sort::Owner,
            None => view.as_ref().map(|view| view.query.sort).unwrap_or_default(),
        },
        descending: list.desc || (list.sort.is_none() && view.as_ref().is_some_and(|view| view.query.descending)),
        group: list.group.map(|group| match group {
            Group::Track => Grouping::Track,
            Group::Owner => Grouping::Owner,
            Group::Body => Grouping::Body,
            Group::Meeting => Grouping::Meeting,
            Group::Status => Grouping::Status,
            Group::DueMonth => Grouping::DueMonth,
        }),
        ..CommitmentQuery::all()
    })
}

/// A body by that name, or else a person. Where neither fits, the sentence about the body names what came near, and
/// one that fits several bodies is not taken for a person.
fn owner(dossier: &Dossier, name: &str) -> Result<Id, Error> {
    match dossier.find(Noun::Body, name) {
        Err(Error::NotFound(_)) => dossier.find(Noun::Person, name).map_err(|error| match error {
            Error::NotFound(_) => Error::NotFound(format!("No body or person fits “{}”.", name.trim())),
            other => other,
        }),
        found => found,
    }
}

/// Goes through the list, as far as it is asked for.
fn each(
    dossier: &Dossier,
    list: &List,
    query: &CommitmentQuery,
    mut take: impl FnMut(&CommitmentRow) -> ControlFlow<()>,
) -> Result<(), Error> {
    let mut left = list.limit.unwrap_or(u32::MAX);
    dossier.each_commitment(list.as_of, query, |row| {
        take(&row)?;
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
}

/// Row after row, so that a long list needs no memory.
fn as_json(dossier: &Dossier, list: &List, query: &CommitmentQuery, out: &mut impl Write) -> Result<(), Fault> {
    let failed = |error: serde_json::Error| Fault::Output(error.into());
    let mut writer = serde_json::Serializer::pretty(&mut *out);
    let mut rows = writer.serialize_seq(None).map_err(failed)?;
    let mut broken = None;
    each(dossier, list, query, |row| match rows.serialize_element(row) {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => {
            broken = Some(error);
            ControlFlow::Break(())
        }
    })?;
    if let Some(error) = broken {
        return Err(failed(error));
    }
    rows.end().map_err(failed)?;
    Ok(writeln!(out)?)
}

fn line(row: &CommitmentRow) -> Vec<String> {
    let owner = match (row.owner.as_str(), row.counterpart.as_str()) {
        ("", "") => "–".to_owned(),
        (owner, "") => owner.to_owned(),
        ("", counterpart) => format!("→ {counterpart}"),
        (owner, counterpart) => format!("{owner} → {counterpart}"),
    };
    vec![
        table::lamp(row.delivery).to_owned(),
        row.r#ref.clone(),
        row.title.clone(),
        row.bound_label.clone(),
        owner,
        due(&row.due),
        status(row),
        heard(row),
    ]
}

/// `25 Sep 2015, 51 d late, 1 slip`.
fn due(due: &DueView) -> String {
    let mut parts = match due.on {
        Some(on) => vec![spoken(on)],
        None => vec![due.waits.clone().unwrap_or_else(|| due.label.clone())],
    };
    if let Some(days) = due.days_left.filter(|days| due.overdue && *days < 0) {
        parts.push(format!("{} d late", days.abs()));
    }
    match due.slips {
        0 => {}
        1 => parts.push("1 slip".into()),
        2 => parts.push("2 slips".into()),
        slips => parts.push(format!("put off {slips}×")),
    }
    if due.was_overdue {
        parts.push("was overdue".into());
    }
    parts.join(", ")
}

fn status(row: &CommitmentRow) -> String {
    let mut text = short(row.status).to_owned();
    if let Some(theirs) = row.their_status.filter(|theirs| *theirs != row.status) {
        text = format!("{text} / {}", short(theirs));
    }
    if row.exceptions.contains(&Exception::Blocked) {
        text.push_str(", blocked");
    }
    text
}

/// A status in a narrow column.
const fn short(status: Status) -> &'static str {
    match status {
        Status::Delivered => "delivered",
        Status::Fulfilled => "fulfilled",
        Status::NotFulfilled => "not fulfilled",
        Status::Dropped => "dropped",
        other => other.label(),
    }
}

fn heard(row: &CommitmentRow) -> String {
    row.heard.days.map_or_else(|| "never".to_owned(), |days| format!("{days} d, {}", row.heard.lamp))
}
