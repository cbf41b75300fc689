//! The journal: an append-only record of every change, chained by hashes.
//!
//! An *act* is what a person did as one step; its *entries* hold each changed row before and after. Undo, redo, the
//! bin, the history of a row and readings of the past are all answered from it. Nothing here is ever rewritten but the
//! mark that says whether an act stands undone.

mod history;
mod names;
mod past;
mod revert;

pub(crate) use history::BIN_SHOWN;
pub(crate) use names::{field, full, named, own, shortened, shown};
pub(crate) use past::past_view;

use sha2::{Digest as _, Sha256};

use crate::{
    clock::stamp,
    error::Result,
    row::Record,
    store::{ActRow, NewEntry},
    transact::{Act, Entering},
    vocabulary::ActKind,
    wire::ActView,
};

/// The version of the records that entries hold.
pub(crate) const RECORD_VERSION: i32 = 1;

/// Hash of nothing: what the first entry is chained to.
pub(crate) const ROOT: &str = "";

/// Appends the act's entries; answers nothing where nothing changed.
pub(crate) fn enter(act: &Act<'_>, entering: &Entering) -> Result<Option<ActView>> {
    if act.written.is_empty() {
        return Ok(None);
    }
    let session = act.session;
    let at = stamp(act.now);
    let (mut seq, mut hash) = session.journal_end()?;
    let joined = match entering.joins {
        Some(id) => session.last_act()?.filter(|last| {
            // Only what was done last, under the same name, can be gone on with.
            last.id == id && last.op == entering.op.word() && last.actor == act.actor && !last.undone
        }),
        None => None,
    };
    let rows = i32::try_from(act.written.len()).unwrap_or(i32::MAX);
    let header = match joined {
        Some(mut joined) => {
            joined.entries += rows;
            session.set_entries(joined.id, joined.entries)?;
            joined
        }
        None => {
            let header = ActRow {
                id: act.id(),
                seq: session.next_act_seq()?,
                op: entering.op.word().to_owned(),
                title: act.titled().to_owned(),
                actor: act.actor.to_owned(),
                at: at.clone(),
                kind: entering.kind,
                reverts: entering.reverts,
                undoable: entering.op.undoable() && entering.kind == ActKind::Done,
                undone: false,
                entries: rows,
            };
            if header.kind == ActKind::Done {
                session.forget_undone()?;
            }
            session.insert_act(&header)?;
            header
        }
    };
    for row in &act.written {
        seq += 1;
        let (before, after) = (row.before.as_ref().map(Record::to_text), row.after.as_ref().map(Record::to_text));
        let entry = NewEntry {
            seq,
            at: &at,
            noun: row.noun,
            row: row.id,
            revision: row.revision,
            version: RECORD_VERSION,
            before: before.as_deref(),
            after: after.as_deref(),
        };
        hash = chain(&hash, &header, &entry);
        session.insert_entry(header.seq, &entry, &hash)?;
    }
    Ok(Some(header.view()))
}

/// SHA-256, in hexadecimal, of the hash before and of all that an entry says, each part with its length in front.
pub(crate) fn chain(previous: &str, act: &ActRow, entry: &NewEntry<'_>) -> String {
    let mut digest = Sha256::new();
    let mut part = |text: &str| {
        digest.update((text.len() as u64).to_le_bytes());
        digest.update(text.as_bytes());
    };
    part(previous);
    for text in [
        act.id.to_string().as_str(),
        &act.op,
        &act.title,
        &act.actor,
        act.kind.word(),
        &act.reverts.map(|id| id.to_string()).unwrap_or_default(),
        &entry.seq.to_string(),
        entry.at,
        entry.noun.word(),
        &entry.row.to_string(),
        &entry.revision.to_string(),
        &entry.version.to_string(),
        entry.before.unwrap_or("-"),
        entry.after.unwrap_or("-"),
    ] {
        part(text);
    }
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    digest.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

impl ActRow {
    /// As people read it.
    pub(crate) fn view(&self) -> ActView {
        ActView {
            id: self.id,
            op: self.op.clone(),
            title: self.title.clone(),
            actor: self.actor.clone(),
            at: self.at.clone(),
            kind: self.kind,
            undone: self.undone,
            undoable: self.undoable,
            rows: u32::try_from(self.entries).unwrap_or(0),
        }
    }
}
