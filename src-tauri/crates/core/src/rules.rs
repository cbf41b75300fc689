//! Rules that hold whoever calls: looked at once an act has written, before it is committed, undo and redo included.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use crate::{
    body::Body,
    commitment::Link,
    dialogue::Dialogue,
    error::{Result, refused},
    id::Id,
    instrument,
    meeting::Meeting,
    op::Op,
    row::{Record, Value},
    text::{Passage, Text},
    transact::{Act, Entering, Written},
    vocabulary::{LinkKind, Noun, RecordState},
};

/// Looks at every row that the act wrote.
pub(crate) fn hold(act: &Act<'_>, entering: &Entering) -> Result<()> {
    // A text may be millions of characters long, and hundreds of passages may be cut from it in one act.
    let mut texts = BTreeMap::new();
    let mut instruments = BTreeSet::new();
    for row in &act.written {
        match row.noun {
            Noun::Text | Noun::Passage => passages_match(act, row, &mut texts)?,
            Noun::Dialogue => no_circle(row, "is its own ancestor", |id| {
                Ok(act.session.get::<Dialogue>(id)?.and_then(|row| row.parent))
            })?,
            Noun::Body => {
                no_circle(row, "stands above itself", |id| Ok(act.session.get::<Body>(id)?.and_then(|row| row.parent)))?
            }
            Noun::Meeting => {
                no_circle(row, "takes place in its own margins", |id| {
                    Ok(act.session.get::<Meeting>(id)?.and_then(|row| row.parent))
                })?;
            }
            Noun::Link => no_link_circle(act, row)?,
            Noun::InstrumentLink => instrument::links_hold(&act.session, row.id)?,
            Noun::FollowUp => on_one_thing(row)?,
            Noun::KeptPaper => copies_stand(row)?,
            Noun::Instrument | Noun::InstrumentParty | Noun::InstrumentAct => instruments.extend(instrument_of(row)),
            _ => {}
        }
        // Undo takes back what was done; whether it may is answered by what stands, not by this rule.
        if !matches!(entering.op, Op::Revert | Op::FinaliseRecord | Op::LogMeeting) {
            final_records_stand(act, row)?;
        }
        if row.after.is_none() {
            nobody_lists(act, row)?;
        }
    }
    // Each once, however many of its acts were written.
    instruments.into_iter().try_for_each(|id| instrument::hold(&act.session, id))
}

/// The instrument that a row of it, or of what hangs on it, is about.
fn instrument_of(row: &Written) -> Option<Id> {
    if row.noun == Noun::Instrument {
        return Some(row.id);
    }
    [&row.after, &row.before].into_iter().flatten().find_map(|record| record.id("instrument_id"))
}

/// A follow-up is on a commitment or on an instrument.
fn on_one_thing(row: &Written) -> Result<()> {
    let Some(after) = &row.after else { return Ok(()) };
    if after.id("commitment_id").is_some() == after.id("instrument_id").is_some() {
        return refused("A follow-up is on a commitment or on an instrument, and on one of them only.");
    }
    Ok(())
}

/// A copy of what was handed over is what was handed over.
fn copies_stand(row: &Written) -> Result<()> {
    if row.before.is_some() && row.after.is_some() {
        return refused("A copy of what was handed over does not change. Keep another one beside it.");
    }
    Ok(())
}

/// A text, and the byte that each of its Unicode scalar values begins at.
struct Cut {
    text: Text,
    bytes: Vec<usize>,
}

impl Cut {
    fn of(text: Text) -> Self {
        let bytes = text.body.char_indices().map(|(at, _)| at).chain([text.body.len()]).collect();
        Self { text, bytes }
    }

    /// The words where a passage says it lies, if it lies on the text.
    fn words(&self, passage: &Passage) -> Option<&str> {
        let byte = |place: i32| self.bytes.get(usize::try_from(place).ok()?).copied();
        let (start, end) = (byte(passage.start)?, byte(passage.end)?);
        self.text.body.get(start..end).filter(|words| !words.is_empty())
    }
}

/// A passage's quote equals the text at its range.
fn passages_match(act: &Act<'_>, row: &Written, texts: &mut BTreeMap<Id, Cut>) -> Result<()> {
    if row.after.is_none() {
        return Ok(());
    }
    let passages = match row.noun {
        Noun::Text => act.session.with::<Passage>("text_id", row.id)?,
        _ => act.session.get::<Passage>(row.id)?.into_iter().collect(),
    };
    for passage in passages {
        let text = match texts.entry(passage.text) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Cut::of(act.session.require(passage.text)?)),
        };
        if text.words(&passage) != Some(passage.quote.as_str()) {
            return refused(format!(
                "Commitments rest on words of {}, and these would no longer stand where they did. The text was left as it is.",
                text.text.title
            ));
        }
    }
    Ok(())
}

/// Following parents from a row does not lead back to it.
fn no_circle(row: &Written, how: &str, parent: impl Fn(Id) -> Result<Option<Id>>) -> Result<()> {
    let mut seen = BTreeSet::from([row.id]);
    let mut at = if row.after.is_some() { parent(row.id)? } else { None };
    while let Some(id) = at {
        if !seen.insert(id) {
            let name = row.after.as_ref().map(|record| crate::journal::own(row.noun, record)).unwrap_or_default();
            return refused(format!("That way {name} {how}. It was left where it is."));
        }
        at = parent(id)?;
    }
    Ok(())
}

/// Superseding and depending make no circle.
fn no_link_circle(act: &Act<'_>, row: &Written) -> Result<()> {
    let Some(link) = act.session.get::<Link>(row.id)? else { return Ok(()) };
    if link.kind == LinkKind::Reaffirms {
        return Ok(());
    }
    let mut seen = BTreeSet::new();
    let mut open = vec![link.to];
    while let Some(id) = open.pop() {
        if id == link.from {
            return refused(format!("That would go in a circle: in the end it {} itself.", link.kind.label()));
        }
        if seen.insert(id) {
            let next = act.session.with::<Link>("from_id", id)?;
            open.extend(next.iter().filter(|next| next.kind == link.kind).map(|next| next.to));
        }
    }
    Ok(())
}

/// A final record does not change: neither the meeting but for its note, nor attendance, agenda, decisions and corrigenda.
fn final_records_stand(act: &Act<'_>, row: &Written) -> Result<()> {
    let is_final = |record: &Record| record.text("record_state") == RecordState::Final.word();
    let changed = match row.noun {
        Noun::Meeting => match (&row.before, &row.after) {
            (Some(before), Some(after)) if is_final(before) => {
                let but_note = |record: &Record| record.clone().with("note", Value::Null);
                but_note(before) != but_note(after)
            }
            (Some(before), None) => is_final(before),
            _ => false,
        },
        Noun::Attendance | Noun::AgendaItem | Noun::Decision => {
            meeting_of(row).map(|id| final_before(act, id)).transpose()?.unwrap_or(false)
        }
        Noun::Corrigendum => row.before.is_some(),
        // A follow-up may be entered later; what the record says was raised and reported there stays.
        Noun::Raising => meeting_of(row).map(|id| final_before(act, id)).transpose()?.unwrap_or(false),
        _ => false,
    };
    if changed {
        return refused("The record of this meeting is final and does not change. Enter a corrigendum instead.");
    }
    Ok(())
}

fn meeting_of(row: &Written) -> Option<Id> {
    [&row.before, &row.after].into_iter().flatten().find_map(|record| record.id("meeting_id"))
}

/// Whether a meeting's record was final before this act.
fn final_before(act: &Act<'_>, meeting: Id) -> Result<bool> {
    let written = act.written.iter().find(|row| row.noun == Noun::Meeting && row.id == meeting);
    match written {
        Some(row) => Ok(row.before.as_ref().is_some_and(|record| record.text("record_state") == "final")),
        None => Ok(act.session.get::<Meeting>(meeting)?.is_some_and(|row| row.record_state == RecordState::Final)),
    }
}

/// Lists of ids have no foreign key: a row that goes may stand in none of them.
fn nobody_lists(act: &Act<'_>, row: &Written) -> Result<()> {
    for hanging in crate::bin::HANGING.iter().filter(|hanging| hanging.on == row.noun && hanging.in_list) {
        if let Some(id) = act.session.referring(hanging.noun, hanging.column, true, row.id)?.first() {
            let name = crate::journal::named(&act.session, hanging.noun, *id)?;
            return refused(format!("{} {name} still refers to it, so it stays.", capital(hanging.noun.label())));
        }
    }
    Ok(())
}

pub(crate) fn capital(word: &str) -> String {
    // An address is not a word.
    if word.starts_with("http") && word.contains("://") {
        return word.to_owned();
    }
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
