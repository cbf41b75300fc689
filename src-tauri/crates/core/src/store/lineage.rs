//! What stands next to a commitment or an instrument along the links: a few of them, and how many there are.
//!
//! Each question begins at an index of the one row it is about, so that it costs what that row has, not what the
//! register holds. The blank behind `kind` keeps the database from beginning with all links of a kind.

use super::{
    Session,
    journal::{day_or_none, word, word_or_none},
};
use crate::{
    clock::Day,
    error::{Error, Result},
    id::Id,
    vocabulary::{InstrumentLinkKind, LinkKind, TextKind},
};

/// What is asked for of one row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kindred {
    /// Commitments that a commitment links to.
    LinkedTo(LinkKind),
    /// Commitments that link to it.
    LinkedFrom(LinkKind),
    /// Instruments that deliver it.
    Deliverers,
    /// Passages that say it again.
    Mentions,
    /// Meetings at which it was on the table.
    Raisings,
    /// Follow-ups on a commitment that bring evidence.
    Evidence,
    /// Follow-ups on an instrument that bring evidence.
    InstrumentEvidence,
    /// Commitments that an instrument delivers.
    Delivered,
    /// Commitments that it shows to have been kept.
    Shown,
    /// Commitments made in it, or taken from its texts.
    MadeIn,
    /// Commitments that its texts say again.
    SaidAgain,
    /// Instruments that it links to.
    InstrumentLinkedTo(InstrumentLinkKind),
    /// Instruments that link to it.
    InstrumentLinkedFrom(InstrumentLinkKind),
}

/// Some of what was asked for, and how many there are.
pub(crate) struct Kin {
    pub(crate) ids: Vec<Id>,
    pub(crate) count: u32,
}

/// What a lineage says of a text, without reading all of it.
pub(crate) struct Source {
    pub(crate) title: String,
    pub(crate) kind: TextKind,
    pub(crate) dated_on: Option<Day>,
    pub(crate) meeting: Option<Id>,
    pub(crate) instrument: Option<Id>,
}

impl Kindred {
    /// The column that is asked for, what it is asked of, and what it is ordered by, newest first.
    fn statement(self) -> (&'static str, String, &'static str) {
        let link = |by: &str, kind: &str| format!("link WHERE {by} = ?1 AND kind || '' = '{kind}'");
        let instrument_link =
            |by: &str, kind: &str| format!("instrument_link WHERE {by} = ?1 AND kind || '' = '{kind}'");
        match self {
            Self::LinkedTo(kind) => ("to_id", link("from_id", kind.word()), "max(id)"),
            Self::LinkedFrom(kind) => ("from_id", link("to_id", kind.word()), "max(id)"),
            Self::Deliverers => ("instrument_id", "delivered_by WHERE commitment_id = ?1".into(), "max(id)"),
            Self::Delivered => ("commitment_id", "delivered_by WHERE instrument_id = ?1".into(), "max(id)"),
            Self::Mentions => ("passage_id", "mention WHERE commitment_id = ?1".into(), "max(id)"),
            Self::SaidAgain => (
                "commitment_id",
                "mention WHERE passage_id IN
                  (SELECT id FROM passage WHERE text_id IN (SELECT id FROM text WHERE instrument_id = ?1))"
                    .into(),
                "max(id)",
            ),
            Self::Raisings => ("meeting_id", "raising WHERE commitment_id = ?1".into(), "max(id)"),
            Self::Evidence => ("id", "follow_up WHERE commitment_id = ?1 AND evidence <> ''".into(), "max(day)"),
            Self::InstrumentEvidence => {
                ("id", "follow_up WHERE instrument_id = ?1 AND evidence <> ''".into(), "max(day)")
            }
            Self::Shown => ("id", "commitment WHERE evidence_instrument_id = ?1".into(), "max(id)"),
            Self::MadeIn => ("id", format!("({}) made", super::instrument::MADE_IN), "max(id)"),
            Self::InstrumentLinkedTo(kind) => ("to_id", instrument_link("from_id", kind.word()), "max(id)"),
            Self::InstrumentLinkedFrom(kind) => ("from_id", instrument_link("to_id", kind.word()), "max(id)"),
        }
    }
}

impl Session<'_> {
    /// What stands next to a row, the newest of it: at most `most`, and how many there are.
    pub(crate) fn kin(&self, kindred: Kindred, of: Id, most: u32) -> Result<Kin> {
        let (column, of_what, order) = kindred.statement();
        let of = of.to_string();
        let mut statement = self.prepare(&format!(
            "SELECT {column} FROM {of_what} GROUP BY {column} ORDER BY {order} DESC, {column} DESC LIMIT ?2"
        ))?;
        let rows = self.fail(
            statement.query_map(rusqlite::params![of, most], |row| word(row, 0, |text| text.parse::<Id>().ok())),
        )?;
        let ids: Vec<Id> = rows.map(|row| self.fail(row)).collect::<Result<_>>()?;
        // The newest of them, in the order in which they were entered.
        let ids: Vec<Id> = ids.into_iter().rev().collect();
        let mut count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        if count == most {
            let mut statement = self.prepare(&format!("SELECT count(DISTINCT {column}) FROM {of_what}"))?;
            count = self.fail(statement.query_row([&of], |row| row.get(0)))?;
        }
        Ok(Kin { ids, count })
    }

    /// What a lineage says of a text.
    pub(crate) fn source(&self, text: Id) -> Result<Source> {
        let mut statement =
            self.prepare("SELECT title, kind, dated_on, meeting_id, instrument_id FROM text WHERE id = ?1")?;
        let mut rows = self.fail(statement.query([text.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else {
            return Err(Error::NotFound("This text is no longer in the dossier.".into()));
        };
        let id = |at: usize| self.fail(word_or_none(row, at, |text| text.parse::<Id>().ok()));
        Ok(Source {
            title: self.fail(row.get(0))?,
            kind: self.fail(word(row, 1, TextKind::from_word))?,
            dated_on: self.fail(day_or_none(row, 2))?,
            meeting: id(3)?,
            instrument: id(4)?,
        })
    }
}
