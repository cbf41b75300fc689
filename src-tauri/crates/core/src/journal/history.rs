//! The journal as people read it: pages of acts, the history of a row, the bin.

use super::names;
use crate::{
    bin::{Hanging, going_along},
    dossier::Dossier,
    error::Result,
    id::Id,
    register,
    row::{Record, Value},
    store::{ActRow, Asked, EntryRow, Session},
    vocabulary::{ActKind, Noun},
    wire::{ActPage, BinRow, EntryView, FieldChange, JournalPage, JournalQuery, ListMark, ListPlaces},
};

/// How many entries of one act a page shows.
const ENTRIES_SHOWN: u32 = 50;

/// How many acts lie between two marks.
const STRIDE: usize = 500;

/// How many removals the bin shows.
pub(crate) const BIN_SHOWN: u32 = 500;

/// How many entries of a removal the bin counts; of more it answers how many the act has.
const MOST_LOOKED_AT: u32 = 2_000;

impl Dossier {
    /// A stretch of the journal, newest acts first.
    pub fn journal(&self, query: &JournalQuery) -> Result<JournalPage> {
        self.store().read(|session| {
            let limit = query.limit.clamp(1, 200);
            let before = query.before.map_or(i64::MAX, i64::from);
            let hanging = query.noun.map(going_along).unwrap_or_default();
            let asked = asked(query, &hanging);
            let rows = session.acts_before(before, asked, limit)?;
            let next = (rows.len() == limit as usize)
                .then(|| rows.last().and_then(|act| u32::try_from(act.seq).ok()))
                .flatten();
            let acts = match (asked, rows.last(), rows.first()) {
                (Asked::Row { noun, row, hanging }, Some(oldest), Some(newest)) => {
                    let touching = session.entries_touching((noun, row, hanging), oldest.seq..=newest.seq)?;
                    let of = |act: &ActRow| -> Vec<EntryRow> {
                        let own = touching.iter().filter(|entry| entry.act == act.seq).take(ENTRIES_SHOWN as usize);
                        own.cloned().collect()
                    };
                    rows.iter().map(|act| shown(&session, act, &of(act))).collect::<Result<_>>()?
                }
                _ => {
                    let of = |act: &ActRow| session.entries_of(act.seq, ENTRIES_SHOWN);
                    rows.iter().map(|act| shown(&session, act, &of(act)?)).collect::<Result<_>>()?
                }
            };
            Ok(JournalPage { acts, next })
        })
    }

    /// How many acts the journal has of those asked for, and from where stretches of them can be read. None where that
    /// cannot be told without going through too many.
    pub fn journal_places(&self, query: &JournalQuery) -> Result<Option<ListPlaces>> {
        self.store().read(|session| {
            let hanging = query.noun.map(going_along).unwrap_or_default();
            let Some(numbers) = session.act_numbers(asked(query, &hanging))? else { return Ok(None) };
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let mut marks = Vec::new();
            for at in (STRIDE..numbers.len()).step_by(STRIDE) {
                marks.push(ListMark { at: count(at), after: numbers[at - 1].to_string() });
            }
            Ok(Some(ListPlaces { total: count(numbers.len()), groups: Vec::new(), marks }))
        })
    }

    /// Every change of one row, newest first; of an instrument, also of the acts, parties and links that belong to it.
    pub fn history(&self, noun: Noun, id: Id) -> Result<Vec<EntryView>> {
        self.store().read(|session| {
            let mut entries = session.entries_on(noun, id)?;
            if noun == Noun::Instrument {
                // What an instrument is stands in its acts and parties as much as in its own row.
                for (noun, row) in belonging(&session, id)? {
                    entries.extend(session.entries_on(noun, row)?);
                }
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
            }
            let mut found = Vec::new();
            for entry in entries {
                if let Some(act) = session.act_numbered(entry.act)? {
                    found.push(entry_view(&session, &act, &entry)?);
                }
            }
            Ok(found)
        })
    }

    /// What was removed and can come back, newest first; at most 500.
    pub fn bin(&self) -> Result<Vec<BinRow>> {
        self.store().read(|session| {
            let mut rows = Vec::new();
            for act in session.removals(BIN_SHOWN)? {
                // The row that was removed stands last in its act, after all that hung on it.
                let Some(last) = session.last_gone(act.seq)? else { continue };
                let Some(record) = &last.before else { continue };
                let entries = session.entries_of(act.seq, MOST_LOOKED_AT)?;
                let gone = || entries.iter().filter(|entry| entry.after.is_none());
                // A commitment takes no other along: where several went, they were removed at once, and the act says
                // what they were.
                let several = gone().filter(|entry| entry.noun == Noun::Commitment).nth(1).is_some();
                let name = match act.title.strip_prefix("Removed ") {
                    Some(what) if last.noun == Noun::Commitment && several => what.to_owned(),
                    _ => names::full(&session, last.noun, record)?,
                };
                let whole = entries.len() < MOST_LOOKED_AT as usize;
                let along = if whole { gone().count() } else { usize::try_from(act.entries).unwrap_or_default() };
                let along = u32::try_from(along.saturating_sub(1)).unwrap_or(u32::MAX);
                rows.push(BinRow { act: act.view(), noun: last.noun, name, along });
            }
            Ok(rows)
        })
    }
}

/// Which acts a query asks for.
fn asked<'h>(query: &JournalQuery, hanging: &'h [Hanging]) -> Asked<'h> {
    match (query.noun, query.row) {
        (Some(noun), Some(row)) => Asked::Row { noun, row, hanging },
        (Some(noun), None) => Asked::Noun(noun),
        (None, _) => Asked::All,
    }
}

/// The rows that an instrument consists of besides its own.
fn belonging(session: &Session<'_>, instrument: Id) -> Result<Vec<(Noun, Id)>> {
    let mut rows = Vec::new();
    for (noun, column) in [
        (Noun::InstrumentParty, "instrument_id"),
        (Noun::InstrumentAct, "instrument_id"),
        (Noun::DeliveredBy, "instrument_id"),
        (Noun::InstrumentLink, "from_id"),
        (Noun::InstrumentLink, "to_id"),
    ] {
        rows.extend(session.referring(noun, column, false, instrument)?.into_iter().map(|row| (noun, row)));
    }
    Ok(rows)
}

fn shown(session: &Session<'_>, act: &ActRow, entries: &[EntryRow]) -> Result<ActPage> {
    let entries = entries.iter().map(|entry| entry_view(session, act, entry)).collect::<Result<_>>()?;
    Ok(ActPage { act: act.view(), entries })
}

fn entry_view(session: &Session<'_>, act: &ActRow, entry: &EntryRow) -> Result<EntryView> {
    let record = entry.after.as_ref().or(entry.before.as_ref());
    let mut fields = Vec::new();
    // In the noun's own order; a record leaves out what is empty.
    for column in register::columns(entry.noun) {
        let value = |record: &Option<Record>| record.as_ref().and_then(|record| record.get(column).cloned());
        let (before, after) = (value(&entry.before), value(&entry.after));
        if before != after {
            let shown = |value: Option<Value>| match value {
                Some(value) => names::shown(session, entry.noun, column, &value),
                None => Ok(None),
            };
            fields.push(FieldChange {
                field: names::field(entry.noun, column),
                before: shown(before)?,
                after: shown(after)?,
            });
        }
    }
    let mut view = act.view();
    // An act that was gone on with has entries of later instants than its own.
    view.at.clone_from(&entry.at);
    Ok(EntryView {
        seq: u32::try_from(entry.seq).unwrap_or(u32::MAX),
        act: view,
        noun: entry.noun,
        id: entry.row,
        name: match record {
            Some(record) => names::full(session, entry.noun, record)?,
            None => String::new(),
        },
        revision: entry.revision,
        created: entry.before.is_none() && act.kind == ActKind::Done,
        removed: entry.after.is_none(),
        fields,
    })
}
