//! What became of instruments and meetings between two days: acts entered, rounds held, days moved.

use std::collections::{HashMap, hash_map::Entry};

use super::{
    Changes, Pair,
    say::{differs, told},
};
use crate::{
    error::Result,
    id::Id,
    instrument::{Instrument, when},
    meeting::Meeting,
    row::{Record, Row as _},
    vocabulary::{Dated, InstrumentActKind, InstrumentType, LegalEffect, MeetingState, Noun},
    wire::{ComparedField, ComparedRow},
};

/// An instrument or a meeting that changed.
pub(super) struct Around {
    id: Id,
    /// As it stood on the two days.
    pair: Pair,
    /// Of an instrument, the acts on it and its parties that are not the same.
    acts: Vec<Pair>,
    parties: Vec<Pair>,
    /// The entry that changed it last.
    last: i64,
}

impl Around {
    fn new(id: Id, pair: Pair, last: i64) -> Self {
        Self { id, pair, acts: Vec::new(), parties: Vec::new(), last }
    }

    fn text(&self, column: &str) -> &str {
        self.pair.1.as_ref().or(self.pair.0.as_ref()).map_or("", |record| record.text(column))
    }
}

/// The instruments that changed, or on which something was done, by ref.
pub(super) fn instruments(changes: &Changes<'_>) -> Result<Vec<Around>> {
    let mut found: HashMap<Id, Around> = HashMap::new();
    for (net, pair) in changes.differing(Noun::Instrument)? {
        found.insert(net.id, Around::new(net.id, pair, net.last));
    }
    for noun in [Noun::InstrumentAct, Noun::InstrumentParty] {
        for (net, pair) in changes.differing(noun)? {
            let Some(id) = pair.1.as_ref().or(pair.0.as_ref()).and_then(|row| row.id("instrument_id")) else {
                continue;
            };
            let one = match found.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => {
                    let Some(record) = changes.unchanged(Noun::Instrument, id)? else { continue };
                    place.insert(Around::new(id, (Some(record.clone()), Some(record)), net.last))
                }
            };
            one.last = one.last.max(net.last);
            if noun == Noun::InstrumentAct { one.acts.push(pair) } else { one.parties.push(pair) }
        }
    }
    let mut found: Vec<Around> = found.into_values().collect();
    found.sort_unstable_by(|one, other| (one.text("ref"), one.id).cmp(&(other.text("ref"), other.id)));
    Ok(found)
}

/// The meetings that changed, by day.
pub(super) fn meetings(changes: &Changes<'_>) -> Result<Vec<Around>> {
    let mut found: Vec<Around> =
        changes.differing(Noun::Meeting)?.into_iter().map(|(net, pair)| Around::new(net.id, pair, net.last)).collect();
    found.sort_unstable_by(|one, other| (one.text("begins_on"), one.id).cmp(&(other.text("begins_on"), other.id)));
    Ok(found)
}

impl Around {
    /// An instrument, as people read it.
    pub(super) fn say_instrument(&self, changes: &Changes<'_>) -> Result<ComparedRow> {
        let mut row = changes.row(Noun::Instrument, self.id, &self.pair, self.last)?;
        row.line = InstrumentType::from_word(self.text("kind")).map_or("", InstrumentType::label).to_owned();
        match &self.pair {
            (None, _) => row.fields.push(told("entered", None, None)),
            (_, None) => row.fields.push(told("removed", None, None)),
            (Some(before), Some(after)) => {
                for column in Instrument::COLUMNS.iter().filter(|column| differs(before, after, column)) {
                    row.fields.push(changes.column(Noun::Instrument, before, after, column)?);
                }
                for (before, after) in &self.parties {
                    row.fields.push(party(changes, before.as_ref(), after.as_ref())?);
                }
            }
        }
        // What was done on what was taken out went with it.
        if self.pair.1.is_some() {
            for (before, after) in &self.acts {
                row.fields.push(act(changes, before.as_ref(), after.as_ref())?);
            }
        }
        Ok(row)
    }

    /// A meeting, as people read it.
    pub(super) fn say_meeting(&self, changes: &Changes<'_>) -> Result<ComparedRow> {
        let mut row = changes.row(Noun::Meeting, self.id, &self.pair, self.last)?;
        let days = |record: &Record| -> Result<String> {
            Ok(Meeting::from_values(self.id, 0, record.values(Meeting::COLUMNS))?.when())
        };
        if let Some(record) = self.pair.1.as_ref().or(self.pair.0.as_ref()) {
            let parts = [days(record)?, record.text("place").to_owned()];
            row.line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        }
        match &self.pair {
            (None, Some(after)) => {
                let state = MeetingState::from_word(after.text("state")).map_or("entered", MeetingState::label);
                row.fields.push(told(state, None, None));
            }
            (Some(_), None) => row.fields.push(told("removed", None, None)),
            (Some(before), Some(after)) => {
                let mut moved = false;
                for column in Meeting::COLUMNS.iter().filter(|column| differs(before, after, column)) {
                    match *column {
                        "begins_on" | "ends_on" | "day_precision" if moved => {}
                        "begins_on" | "ends_on" | "day_precision" => {
                            moved = true;
                            let said = |record| days(record).map(|days| Some(days).filter(|days| !days.is_empty()));
                            row.fields.push(told("days", said(before)?, said(after)?));
                        }
                        // A record is long, and stands on the page of its meeting.
                        "record_text" => row.fields.push(told("record written", None, None)),
                        "record_state" | "final_on" if after.text("record_state") == "final" => {
                            if *column == "record_state" {
                                row.fields.push(told("record made final", None, None));
                            }
                        }
                        _ => row.fields.push(changes.column(Noun::Meeting, before, after, column)?),
                    }
                }
            }
            (None, None) => {}
        }
        Ok(row)
    }
}

/// An act on an instrument: what it is, and by whom and when before and after.
fn act(changes: &Changes<'_>, before: Option<&Record>, after: Option<&Record>) -> Result<ComparedField> {
    let kind = after.or(before).and_then(|act| InstrumentActKind::from_word(act.text("kind")));
    let said = |act: Option<&Record>| -> Result<Option<String>> {
        let Some(act) = act else { return Ok(None) };
        let dated = Dated::from_word(act.text("dated")).unwrap_or(Dated::Day);
        let person = changes.value(Noun::InstrumentAct, act, "person_id")?;
        let parts = [
            changes.value(Noun::InstrumentAct, act, "party_id")?,
            if person.is_empty() { act.text("name").to_owned() } else { person },
            when(act.text("day").parse().ok(), dated),
            act.text("place").to_owned(),
        ];
        let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        Ok(Some(if said.is_empty() { "day not known".into() } else { said }))
    };
    Ok(told(kind.map_or("act", InstrumentActKind::label), said(before)?, said(after)?))
}

/// What an instrument is to one of its parties.
fn party(changes: &Changes<'_>, before: Option<&Record>, after: Option<&Record>) -> Result<ComparedField> {
    let name = match after.or(before) {
        Some(row) => changes.value(Noun::InstrumentParty, row, "party_id")?,
        None => String::new(),
    };
    let effect = |row: Option<&Record>| {
        row.and_then(|row| LegalEffect::from_word(row.text("effect"))).map(|effect| effect.label().to_owned())
    };
    let mut field = told(name, effect(before), effect(after));
    if field.before == field.after {
        field.note = "Bodies changed.".into();
    }
    Ok(field)
}
