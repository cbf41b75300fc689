//! Instruments: what governments signed. Here are the rows; how they are entered, linked and shown has files of its own.
//!
//! What a dossier holds of an instrument are facts: who did what on which day, and what its clauses say. Where it stands,
//! when its term ends and by when notice has to be given is reckoned from these as of a day, in [`reckon`], and never
//! stored.

mod act;
mod check;
mod enter;
mod facts;
mod life;
mod link;
mod list;
mod order;
pub(crate) mod reckon;
mod show;

pub(crate) use act::save as save_act;
pub(crate) use enter::save;
pub(crate) use facts::facts_of;
pub(crate) use link::deliver;
pub(crate) use list::{Brought, Reckoned, all, dated};
pub(crate) use order::{hold, links_hold};
pub(crate) use show::{rows_from, rows_of};

use crate::{
    clock::{Day, spoken},
    id::Id,
    row::row,
    vocabulary::{
        Dated, Denouncing, EntryClause, InstrumentActKind, InstrumentLinkKind, InstrumentType, LegalEffect, PeriodUnit,
        Renewal, Stage, TermKind, TermStart,
    },
    wire::{EntryRule, Period, TermRule},
};

/// The first part of an instrument's ref: `INS-2011-001`. No track may have it as its code.
pub(crate) const REF_CODE: &str = "INS";

row! {
    /// What governments signed.
    Instrument as Instrument {
        /// `INS`, year, number; never given twice.
        reference: String = "ref",
        /// Its full title.
        title: String = "title",
        /// What people call it; may be empty.
        short_title: String = "short_title",
        /// What kind of instrument it is.
        kind: InstrumentType = "kind",
        /// Where it stands, set by hand.
        stage: Option<Stage> = "stage",
        /// Since when, where it is set by hand.
        stage_since: Option<Day> = "stage_since",
        /// The dialogue it stands under.
        dialogue: Option<Id> = "dialogue_id",
        /// Tracks it serves.
        tracks: Vec<Id> = "tracks",
        /// Languages it is done in: BCP 47 tags parted by blanks.
        languages: String = "languages",
        /// Which of those are authentic.
        authentic: String = "authentic",
        /// The one that prevails; may be empty.
        prevailing: String = "prevailing",
        /// With whom it is deposited.
        depositary: String = "depositary",
        /// The body that holds our original.
        holder: Option<Id> = "holder_id",
        /// Where the original lies, in words.
        holder_note: String = "holder",
        /// When it enters into force.
        entry_clause: EntryClause = "entry_clause",
        /// How many ratifications it takes.
        entry_count: Option<i32> = "entry_count",
        /// The day it enters into force.
        entry_on: Option<Day> = "entry_on",
        /// How long after that.
        entry_after: Option<i32> = "entry_after",
        /// Counted in what.
        entry_unit: Option<PeriodUnit> = "entry_unit",
        /// Whether it waits for the first day of the month that follows.
        entry_first_of_month: bool = "entry_first_of_month",
        /// How long it lasts at first.
        term_kind: TermKind = "term_kind",
        /// How long the first term is.
        term_length: Option<i32> = "term_length",
        /// Counted in what.
        term_unit: Option<PeriodUnit> = "term_unit",
        /// What the first term begins with.
        term_from: TermStart = "term_from",
        /// The day it begins.
        term_from_on: Option<Day> = "term_from_on",
        /// Its last day.
        term_until: Option<Day> = "term_until",
        /// What follows the end of a term.
        renewal: Renewal = "renewal",
        /// How long a renewal lasts.
        renewal_length: Option<i32> = "renewal_length",
        /// Counted in what.
        renewal_unit: Option<PeriodUnit> = "renewal_unit",
        /// How many renewals there can be.
        renewal_most: Option<i32> = "renewal_most",
        /// How long notice is.
        notice_length: Option<i32> = "notice_length",
        /// Counted in what.
        notice_unit: Option<PeriodUnit> = "notice_unit",
        /// In which form.
        notice_form: String = "notice_form",
        /// When a denunciation takes effect.
        denouncing: Denouncing = "denouncing",
        /// Anything worth knowing.
        note: String = "note",
        /// At most one marking per axis.
        marking: Vec<Id> = "marking",
    }
}

row! {
    /// What an instrument is to one of its parties.
    InstrumentParty as InstrumentParty {
        /// The instrument.
        instrument: Id = "instrument_id",
        /// The party.
        party: Id = "party_id",
        /// What it holds of the legal effect.
        effect: LegalEffect = "effect",
        /// The body responsible for it.
        body: Option<Id> = "body_id",
        /// Bodies that carry it out.
        implementing: Vec<Id> = "implementing",
    }
}

row! {
    /// What was done on an instrument.
    InstrumentAct as InstrumentAct {
        /// The instrument.
        instrument: Id = "instrument_id",
        /// What was done.
        kind: InstrumentActKind = "kind",
        /// By which party; none where all did it together.
        party: Option<Id> = "party_id",
        /// The day, as far as it is known.
        on: Option<Day> = "day",
        /// How exactly.
        dated: Dated = "dated",
        /// Where.
        place: String = "place",
        /// Who did it.
        person: Option<Id> = "person_id",
        /// The bare name, where the register has no such person.
        name: String = "name",
        /// The post held then.
        post: String = "post",
        /// The meeting it was done at.
        meeting: Option<Id> = "meeting_id",
        /// The day it takes effect, where that is another one.
        effective_on: Option<Day> = "effective_on",
        /// To which day: of a renewal or a suspension.
        until_on: Option<Day> = "until_on",
        /// Anything worth knowing.
        note: String = "note",
    }
}

row! {
    /// How one instrument stands to another.
    InstrumentLink as InstrumentLink {
        /// The instrument that replaces, amends, implements.
        from: Id = "from_id",
        /// How.
        kind: InstrumentLinkKind = "kind",
        /// The other one.
        to: Id = "to_id",
    }
}

row! {
    /// That an instrument delivers a commitment.
    DeliveredBy as DeliveredBy {
        /// The commitment.
        commitment: Id = "commitment_id",
        /// The instrument.
        instrument: Id = "instrument_id",
    }
}

impl Instrument {
    /// What people call it: the short title, or the full one where none is in use.
    pub(crate) fn short(&self) -> &str {
        if self.short_title.is_empty() { &self.title } else { &self.short_title }
    }

    /// When it enters into force, as its clause says.
    pub(crate) fn entry(&self) -> EntryRule {
        EntryRule {
            clause: self.entry_clause,
            count: self.entry_count,
            on: self.entry_on,
            after: period(self.entry_after, self.entry_unit),
            first_of_month: self.entry_first_of_month,
        }
    }

    /// How long it lasts, how it is renewed and denounced.
    pub(crate) fn term(&self) -> TermRule {
        TermRule {
            kind: self.term_kind,
            length: period(self.term_length, self.term_unit),
            from: self.term_from,
            from_on: self.term_from_on,
            until: self.term_until,
            renewal: self.renewal,
            renewal_length: period(self.renewal_length, self.renewal_unit),
            renewal_most: self.renewal_most,
            notice: period(self.notice_length, self.notice_unit),
            notice_form: self.notice_form.clone(),
            denouncing: self.denouncing,
        }
    }
}

fn period(length: Option<i32>, unit: Option<PeriodUnit>) -> Option<Period> {
    length.zip(unit).map(|(length, unit)| Period { length, unit })
}

/// The day of an act as people read it; empty where it is not known.
pub(crate) fn when(on: Option<Day>, dated: Dated) -> String {
    let Some(on) = on else { return String::new() };
    match dated {
        Dated::Day => spoken(on),
        Dated::Month => on.format("%b %Y").to_string(),
        Dated::Year => on.format("%Y").to_string(),
        Dated::Before => format!("before {}", spoken(on)),
    }
}
