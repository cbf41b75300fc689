//! What is common to all that is told of a comparison: fields as people read them, and who changed something last.

use super::{Changes, Pair};
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    journal::{field, shown},
    row::{Record, unreadable},
    vocabulary::Noun,
    wire::{ComparedField, ComparedRow},
};

/// A field with both its values.
pub(super) fn told(name: impl Into<String>, before: Option<String>, after: Option<String>) -> ComparedField {
    ComparedField { field: name.into(), before, after, difference: Vec::new(), note: String::new() }
}

/// Whether a column differs.
pub(super) fn differs(before: &Record, after: &Record, column: &str) -> bool {
    before.get(column) != after.get(column)
}

impl Changes<'_> {
    /// A column before and after: names for ids, labels for words.
    pub(super) fn column(&self, noun: Noun, before: &Record, after: &Record, column: &str) -> Result<ComparedField> {
        let value = |record: &Record| match record.get(column) {
            Some(value) => shown(&self.session, noun, column, value),
            None => Ok(None),
        };
        Ok(told(field(noun, column), value(before)?, value(after)?))
    }

    /// A column as people read it; empty where it holds nothing.
    pub(super) fn value(&self, noun: Noun, record: &Record, column: &str) -> Result<String> {
        match record.get(column) {
            Some(value) => Ok(shown(&self.session, noun, column, value)?.unwrap_or_default()),
            None => Ok(String::new()),
        }
    }

    /// A row without what is said of it: what it is called, who changed it last, whether it is still there.
    pub(super) fn row(&self, noun: Noun, id: Id, pair: &Pair, last: i64) -> Result<ComparedRow> {
        let record = pair.1.as_ref().or(pair.0.as_ref());
        let text = |column: &str| record.map_or_else(String::new, |record| record.text(column).to_owned());
        let (at, by) = self.session.made_by(last)?;
        let on = at.get(..10).and_then(|day| day.parse::<Day>().ok());
        Ok(ComparedRow {
            noun,
            id,
            r#ref: text("ref"),
            title: match text("short_title") {
                short if short.is_empty() => text("title"),
                short => short,
            },
            track: record.filter(|_| noun == Noun::Commitment).and_then(|record| record.id("track_id")),
            line: String::new(),
            fields: Vec::new(),
            on: on.ok_or_else(|| unreadable("an instant", &at))?,
            by,
            there: self.session.exists(noun, id)?,
        })
    }
}
