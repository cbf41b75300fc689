//! `show`: everything about one commitment or instrument.

mod instrument;

use std::io::Write;

use rapporteur_core::{
    Dossier, Error, Result,
    clock::spoken,
    id::Id,
    vocabulary::{Noun, OwnerRole},
    wire::{CommitmentView, FollowUpQuery, FollowUpView, InstrumentView},
};

use crate::{arguments::Show, days, desk, fault::Fault, table};

pub(super) fn run(show: &Show, out: &mut impl Write) -> Result<(), Fault> {
    match asked_for(&desk::to_read(&show.read.file)?, show)? {
        Asked::Commitment(view) if show.read.json => super::json(out, &*view),
        Asked::Commitment(view) => commitment(&view, out),
        Asked::Instrument(view) if show.read.json => super::json(out, &*view),
        Asked::Instrument(view) => instrument::show(&view, out),
    }
}

fn commitment(view: &CommitmentView, out: &mut impl Write) -> Result<(), Fault> {
    let row = &view.row;
    writeln!(out, "{} {}  {}", table::lamp(row.delivery), row.r#ref, row.title)?;
    if !row.wording.is_empty() {
        writeln!(out, "\n“{}”", row.wording)?;
    }
    if let Some(passage) = &view.passage {
        writeln!(out, "{}, paragraph {}", passage.text_title, passage.paragraph)?;
    }
    writeln!(out)?;
    table::of_fields(out, &fields(view))?;
    part(out, "Follow-ups", view.follow_ups.iter().map(follow_up).collect())?;
    part(
        out,
        "Due date",
        view.due_history
            .iter()
            .map(|change| {
                let slip = if change.slip { " (slip)" } else { "" };
                let late = match change.late {
                    0 => String::new(),
                    1 => ", 1 day overdue then".into(),
                    days => format!(", {days} days overdue then"),
                };
                let moved = if change.moved { "moved " } else { "" };
                vec![
                    spoken(change.day),
                    format!("{moved}{} → {}{slip}{late}", change.from, change.to),
                    change.reason.clone(),
                ]
            })
            .collect(),
    )?;
    part(
        out,
        "Periods",
        view.periods
            .iter()
            .map(|period| {
                let reported = period.reported_on.map_or_else(String::new, |on| format!("reported {}", spoken(on)));
                vec![spoken(period.due_on), period.state.label().to_owned(), reported]
            })
            .collect(),
    )?;
    part(
        out,
        "On the table",
        view.raisings
            .iter()
            .map(|raising| {
                let item = raising.agenda_item.as_ref().map_or("", |item| item.name.as_str());
                vec![raising.when.clone(), raising.meeting.name.clone(), item.to_owned()]
            })
            .collect(),
    )?;
    part(
        out,
        "Links",
        view.links
            .iter()
            .map(|link| vec![link.label.clone(), link.other.r#ref.clone(), link.other.title.clone()])
            .chain(view.delivered_by.iter().map(|link| {
                let row = &link.instrument;
                vec!["is delivered by".into(), row.r#ref.clone(), row.title.clone()]
            }))
            .collect(),
    )
}

/// What the arguments name.
pub(super) enum Asked {
    Commitment(Box<CommitmentView>),
    Instrument(Box<InstrumentView>),
}

/// The commitment or instrument that the arguments name.
pub(super) fn asked_for(dossier: &Dossier, show: &Show) -> Result<Asked> {
    Ok(match found(dossier, show)? {
        (Noun::Instrument, id) => Asked::Instrument(Box::new(dossier.instrument(id)?)),
        (_, id) => Asked::Commitment(Box::new(whole(dossier, id)?)),
    })
}

/// Which commitment or instrument the arguments name; several words are those of its title. A title that several
/// commitments have is not taken for an instrument's.
pub(super) fn found(dossier: &Dossier, show: &Show) -> Result<(Noun, Id)> {
    let name = show.named.join(" ");
    let nothing = || Error::NotFound(format!("No commitment or instrument fits “{}”.", name.trim()));
    let instrument = || match dossier.find(Noun::Instrument, &name) {
        Ok(id) => Ok((Noun::Instrument, id)),
        Err(Error::NotFound(_)) => Err(nothing()),
        Err(error) => Err(error),
    };
    match dossier.find(Noun::Commitment, &name) {
        Ok(id) => Ok((Noun::Commitment, id)),
        Err(Error::NotFound(_)) => instrument(),
        Err(error) => Err(error),
    }
}

/// Everything about a commitment: the view holds its newest follow-ups, here all of them are told.
fn whole(dossier: &Dossier, id: Id) -> Result<CommitmentView> {
    let mut view = dossier.commitment(id)?;
    if view.follow_ups.len() < view.follow_up_count as usize {
        let mut query = FollowUpQuery { commitment: id, after: None, limit: 200 };
        view.follow_ups.clear();
        loop {
            let page = dossier.follow_ups(&query)?;
            view.follow_ups.extend(page.rows);
            match page.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
        }
    }
    Ok(view)
}

fn fields(view: &CommitmentView) -> Vec<(&'static str, String)> {
    let row = &view.row;
    let part = |role: OwnerRole| {
        let names: Vec<&str> =
            view.owners.iter().filter(|owner| owner.role == role).map(|owner| owner.label.as_str()).collect();
        names.join("; ")
    };
    let made = row.made_on.map(spoken).into_iter().chain(view.meeting.as_ref().map(|meeting| meeting.name.clone()));
    let due = match (row.due.on, row.due.days_left) {
        (Some(on), Some(left)) if row.due.overdue => format!("{}: {}, {} days late", row.due.label, spoken(on), -left),
        (Some(on), _) if spoken(on) != row.due.label => format!("{}: {}", row.due.label, spoken(on)),
        _ => row.due.label.clone(),
    };
    let marking: Vec<&str> = view.marking.iter().map(|marking| marking.label.as_str()).collect();
    vec![
        ("Track", view.track_name.clone()),
        ("Bound", format!("{} · {}", row.bound_label, row.strength)),
        ("Made", made.collect::<Vec<_>>().join(", ")),
        ("Made in", view.instrument.as_ref().map_or_else(String::new, |row| row.name.clone())),
        ("We say", row.status.to_string()),
        ("They say", row.their_status.map_or_else(String::new, |status| status.to_string())),
        ("Blocked", row.blocked.clone().unwrap_or_default()),
        ("Due", due),
        ("First due", row.due.first_on.filter(|_| row.due.slips > 0).map_or_else(String::new, spoken)),
        ("Lead", part(OwnerRole::Lead)),
        ("Supporting", part(OwnerRole::Supporting)),
        ("Counterpart", part(OwnerRole::Counterpart)),
        (
            "Last heard",
            row.heard.days.map_or_else(
                || "never".to_owned(),
                |days| format!("{}, {days} days ago: {}", days::or_dash(row.heard.on), row.heard.lamp),
            ),
        ),
        (
            "Closed",
            view.closing.as_ref().map_or_else(String::new, |closing| {
                let shown = closing.text.as_ref().or(closing.instrument.as_ref()).or(closing.follow_up.as_ref());
                let text = shown.map(|named| named.name.as_str());
                let parts: Vec<&str> =
                    text.into_iter().chain([closing.evidence.as_str()]).filter(|part| !part.is_empty()).collect();
                format!("{}: {}", spoken(closing.on), parts.join("; "))
            }),
        ),
        ("Score", view.score.map_or_else(String::new, |score| format!("{score:+}"))),
        ("Marking", marking.join(" · ")),
        ("Note", view.note.clone()),
    ]
}

fn follow_up(view: &FollowUpView) -> Vec<String> {
    let mut says = vec![view.note.clone()];
    if let Some(ours) = view.our_status {
        says.push(format!("We say: {ours}."));
    }
    if let Some(theirs) = view.their_status {
        says.push(format!("They say: {theirs}."));
    }
    if !view.next_step.is_empty() {
        let by = view.next_step_due.map_or_else(String::new, |day| format!(", by {}", spoken(day)));
        says.push(format!("Next: {}{by}.", view.next_step));
    }
    if !view.evidence.is_empty() {
        says.push(format!("Evidence: {}", view.evidence));
    }
    vec![spoken(view.day), view.reported_by.clone(), says.join(" ").trim().to_owned()]
}

fn part(out: &mut impl Write, heading: &str, rows: Vec<Vec<String>>) -> Result<(), Fault> {
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}")?;
    table::of_rows(out, rows)
}
