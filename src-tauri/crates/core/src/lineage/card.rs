//! What each thing of a lineage is called, when it was, and where it stands.

use super::{order::When, walk::Thing};
use crate::{
    clock::{Day, spoken},
    commitment::{Commitment, Lamps, Showing},
    error::Result,
    follow_up::FollowUp,
    id::Id,
    instrument,
    journal::shortened,
    meeting::Meeting,
    vocabulary::{DayPrecision, Delivery, LineageKind, Noun, TextKind},
    wire::LineageNode,
};

/// Longest stretch of words shown, in characters.
const QUOTE_SHOWN: usize = 240;

/// A thing as it is shown, before it has its place.
pub(super) struct Card {
    pub(super) node: LineageNode,
    pub(super) when: When,
}

/// What is known of a thing.
struct Known {
    opens: Noun,
    id: Id,
    reference: String,
    title: String,
    quote: String,
    /// The days it spans, and how people read them.
    when: When,
    spoken: String,
    state: String,
    delivery: Option<Delivery>,
}

pub(super) fn of(showing: &Showing<'_>, thing: &Thing) -> Result<Card> {
    let (kind, id) = thing.key;
    let known = match kind {
        LineageKind::Meeting => meeting(showing, id)?,
        LineageKind::Statement => statement(showing, id)?,
        LineageKind::Commitment => commitment(showing, id)?,
        LineageKind::Instrument => paper(showing, id)?,
        LineageKind::FollowUp => follow_up(showing, id)?,
        LineageKind::Evidence => words(showing, id)?,
    };
    let passage = thing.passage.as_ref().filter(|_| kind == LineageKind::Statement);
    let at = |scalar: i32| u32::try_from(scalar).unwrap_or_default();
    let node = LineageNode {
        kind,
        opens: known.opens,
        id: known.id,
        r#ref: known.reference,
        title: known.title,
        quote: shortened(passage.map_or(&known.quote, |passage| &passage.quote), QUOTE_SHOWN),
        passage: passage.map(|passage| (at(passage.start), at(passage.end))),
        on: known.when.from,
        when: known.spoken,
        state: known.state,
        delivery: known.delivery,
        column: 0,
        group: 0,
        more: 0,
    };
    Ok(Card { node, when: known.when })
}

fn meeting(showing: &Showing<'_>, id: Id) -> Result<Known> {
    let row: Meeting = showing.session.require(id)?;
    Ok(Known {
        opens: Noun::Meeting,
        id,
        reference: String::new(),
        quote: String::new(),
        when: span(&row),
        spoken: row.when(),
        title: row.title,
        state: row.state.label().to_owned(),
        delivery: None,
    })
}

/// The days of a meeting: all of the month where only that is known.
fn span(row: &Meeting) -> When {
    let last_of_month = |day: Day| {
        let next = day.checked_add_months(chrono::Months::new(1))?;
        chrono::Datelike::with_day(&next, 1)?.pred_opt()
    };
    let to = match row.precision {
        DayPrecision::Month => row.begins_on.and_then(last_of_month),
        DayPrecision::Day => row.ends_on,
    };
    When { from: row.begins_on, to: to.or(row.begins_on) }
}

/// A text: of the day it bears, or else of its meeting's.
fn statement(showing: &Showing<'_>, id: Id) -> Result<Known> {
    let source = showing.session.source(id)?;
    let meeting = source.meeting.map(|id| showing.session.require::<Meeting>(id)).transpose()?;
    let (when, spoken) = match (source.dated_on, &meeting) {
        // A day taken over from a meeting of which only the month is known says no more than that.
        (Some(on), Some(at)) if at.precision == DayPrecision::Month && at.ends_on == Some(on) => (span(at), at.when()),
        (Some(on), _) => (When::on(Some(on)), spoken(on)),
        (None, Some(at)) => (span(at), at.when()),
        (None, None) => (When::on(None), String::new()),
    };
    Ok(Known {
        opens: Noun::Text,
        id,
        reference: String::new(),
        title: source.title,
        quote: String::new(),
        when,
        spoken,
        state: if source.kind == TextKind::Other { String::new() } else { source.kind.label().to_owned() },
        delivery: None,
    })
}

/// A commitment: of the day it was made, which is no better known than the days of its meeting.
fn commitment(showing: &Showing<'_>, id: Id) -> Result<Known> {
    let row: Commitment = showing.session.require(id)?;
    let meeting = row.meeting.map(|id| showing.session.require::<Meeting>(id)).transpose()?;
    let (when, spoken) = match (row.made_on, &meeting) {
        (Some(on), Some(at)) if at.precision == DayPrecision::Month && span(at).holds(on) => (span(at), at.when()),
        (Some(on), _) => (When::on(Some(on)), spoken(on)),
        (None, Some(at)) => (span(at), at.when()),
        (None, None) => (When::on(None), String::new()),
    };
    let standing = showing.session.standing(id)?;
    let delivery =
        standing.map(|standing| Lamps { standing: &standing, day: showing.day, ahead: showing.ahead }.delivery());
    let blocked = if row.blocked { ", blocked" } else { "" };
    Ok(Known {
        opens: Noun::Commitment,
        id,
        reference: row.reference,
        title: row.title,
        quote: row.wording,
        when,
        spoken,
        state: format!("{}{blocked}", row.status.label()),
        delivery,
    })
}

/// An instrument: of the day it was signed, or else of the first thing that was done on it.
fn paper(showing: &Showing<'_>, id: Id) -> Result<Known> {
    let found = instrument::dated(showing, id)?;
    Ok(Known {
        opens: Noun::Instrument,
        id,
        reference: found.reference,
        title: found.title,
        quote: String::new(),
        when: When::on(found.on),
        spoken: found.when,
        state: found.stage.label().to_owned(),
        delivery: None,
    })
}

fn follow_up(showing: &Showing<'_>, id: Id) -> Result<Known> {
    let row: FollowUp = showing.session.require(id)?;
    let (opens, on) = match (row.commitment, row.instrument) {
        (None, Some(instrument)) => (Noun::Instrument, instrument),
        (commitment, _) => (Noun::Commitment, commitment.unwrap_or(id)),
    };
    let reported = if row.reported_by.is_empty() { String::new() } else { format!("reported by {}", row.reported_by) };
    Ok(Known {
        opens,
        id: on,
        reference: String::new(),
        title: first_of([&row.evidence, &row.note]),
        quote: if row.evidence.is_empty() { String::new() } else { row.note },
        when: When::on(Some(row.day)),
        spoken: spoken(row.day),
        state: reported,
        delivery: None,
    })
}

/// What a closed commitment says of why it was closed.
fn words(showing: &Showing<'_>, id: Id) -> Result<Known> {
    let row: Commitment = showing.session.require(id)?;
    Ok(Known {
        opens: Noun::Commitment,
        id,
        reference: String::new(),
        title: first_of([&row.evidence]),
        quote: String::new(),
        when: When::on(row.closed_on),
        spoken: row.closed_on.map_or_else(String::new, spoken),
        state: format!("on {}", row.reference),
        delivery: None,
    })
}

/// The first of some words that says anything, as a title.
fn first_of<const N: usize>(words: [&String; N]) -> String {
    let found = words.into_iter().find(|words| !words.is_empty()).map_or("", String::as_str);
    shortened(found, QUOTE_SHOWN)
}
