//! What an instrument's facts come to as of a day: its stage, its term, the last day for notice, what is missing.
//!
//! Pure functions: they know neither the store nor a clock. Every result comes with a sentence that explains it, see
//! [`say`]. Where the field has a rule, it is followed and named here; where it has none, the convention is ours, and the
//! safe one: nobody is too late for having trusted it.
//!
//! **Periods** ([`period`]). Two ways of counting, as in Regulation (EEC, Euratom) 1182/71 and the European Convention on
//! the Calculation of Time-Limits (Basle 1972, ETS 76):
//! - A *time-limit that runs from an event* (notice, the wait after a notification) leaves the day of the event out and
//!   ends with the day of the same date; where the last month has no such date, with the last day of that month
//!   (Regulation 1182/71, article 3(1) and 3(2)(c); Basle Convention, article 4). Six months from 31 May: 30 November.
//! - A *term in which something is in force* counts its first day, and ends on the eve of the same date: five years from
//!   19 Jul 2011 end on 18 Jul 2016. Where the last month has no such date, the term ends with that month, and the next
//!   begins on the first day of the following one: a year from 29 Feb 2012 ends on 28 Feb 2013 (so for whatever is
//!   reckoned from the beginning of a day §§ 187(2) and 188 of the German Civil Code). Periods of days are days.
//! - Holidays move nothing: those of two capitals are not the same (article 3(4) of the Regulation is not followed).
//! - Terms that follow each other are reckoned from the first day of the first, as long as they are counted in months or
//!   years: what ends on 28 February in a short year ends on 28 February because of that year alone.
//! - Reckoning stops with the year 9999. What would end later has no end.
//!
//! **Days that are not known exactly.** Of a month or a year, its first day counts, so that no day for notice comes too
//! late, and a remark says so. An act known to have been done before a day has been done, but nothing is reckoned from it.
//!
//! **Stage.** The latest that the acts done by the day come to: proposed, negotiating, agreed ad referendum, initialled,
//! signed (from the first signature on; the missing ones are named), in force or operative, suspended, ended. What binds
//! is in force; what no party holds to bind is operative; where nobody says anything, the type decides. A joint paper that
//! is adopted or issued counts as signed by all. A stage set by hand is kept; where the acts say another, that is said.
//!
//! **Entry into force.** As the clause says (Vienna Convention on the Law of Treaties, article 24(1)). Where none is
//! stated, what binds enters into force when all parties have consented to be bound (article 24(2)), an exchange of notes
//! or letters with the last of them (article 13), and what does not bind operates from the last signature. An act of entry into force stands above the clause; of acts by single parties,
//! the second one counts, since it takes two.
//!
//! **Terms.** The first begins with the last signature, with entry into force, or on a day; what nobody has signed has
//! none, and does not expire. Tacit renewal repeats, as
//! often as its limit allows, until notice is given in time. Express renewal takes an act by every party or one by all; a
//! renewal agreed after the end counts from the end, and a remark says that it was late. Without one, the instrument has
//! expired. A renewal lasts as long as the first term where nothing else is stated. Suspension stops no term (article 72
//! suspends obligations, not time).
//!
//! **Notice.** The last day for it lies the period before the last day of the *current* term, of the same date or, where
//! there is none, the last day of that month. Where several days would do when reckoned forwards, that is the earliest.
//! It may lie before the term began, where notice is longer than the term: then the window has passed.
//!
//! **Ending.** A denunciation after notice takes effect when the notice has run out; one at the end of the term, with the
//! term in which notice was in time. Where neither is stated and no period of notice is, twelve months are reckoned for
//! what binds (article 56(2)), and none for what does not. A notice can be revoked before it takes effect (article 68).
//! An instrument of two parties ends with either; one of more goes on while two remain (article 55). A termination or a
//! replacement counts from its day on.

mod end;
mod enter;
mod given;
pub(crate) mod period;
pub(crate) mod say;
mod stage;
mod terms;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub(crate) use enter::{Entered, Missing};
pub(crate) use stage::Standing;
pub(crate) use terms::{Notice, Terms};

use crate::{
    clock::Day,
    id::Id,
    vocabulary::{Dated, InstrumentActKind, InstrumentType, LegalEffect, Stage},
    wire::{EntryRule, TermRule},
};

/// An act as reckoning takes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Happened {
    /// What was done.
    #[serde(rename = "k")]
    pub(crate) kind: InstrumentActKind,
    /// By which party; none where all did it together.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) party: Option<Id>,
    /// The day, as far as it is known.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<Day>,
    /// How exactly.
    #[serde(rename = "d")]
    pub(crate) dated: Dated,
    /// The day it takes effect, where that is another one.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub(crate) effective_on: Option<Day>,
    /// To which day.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub(crate) until_on: Option<Day>,
}

/// All that is reckoned from: what lists keep of an instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// What kind of instrument it is.
    pub(crate) kind: InstrumentType,
    /// The stage set by hand, and since when.
    pub(crate) by_hand: Option<(Stage, Option<Day>)>,
    /// The parties, and what each holds of the legal effect.
    pub(crate) parties: Vec<(Id, LegalEffect)>,
    /// What was done, in the order of time; what bears no day comes first.
    pub(crate) acts: Vec<Happened>,
    /// When it enters into force.
    pub(crate) entry: EntryRule,
    /// Its term.
    pub(crate) term: TermRule,
    /// Instruments that replace it.
    pub(crate) replaced_by: Vec<Id>,
    /// Since when one of those that replace it has taken effect: worked out when it is read.
    #[serde(skip)]
    pub(crate) replaced_on: Option<(Id, Day)>,
}

/// What the facts come to as of a day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reckoned {
    /// Where it stands.
    pub(crate) standing: Standing,
    /// Whether and when it entered into force.
    pub(crate) entered: Entered,
    /// Its terms, and the notice that can be given.
    pub(crate) terms: Terms,
    /// What is missing before it enters into force.
    pub(crate) missing: Vec<Missing>,
}

impl Happened {
    /// The day that is reckoned from; none where it is not known well enough.
    pub(crate) fn day(&self) -> Option<Day> {
        let on = self.on?;
        match self.dated {
            Dated::Day => Some(on),
            Dated::Month => period::first_of_month(on),
            Dated::Year => period::first_of_year(on),
            Dated::Before => None,
        }
    }

    /// The day from which it takes effect.
    pub(crate) fn effect(&self) -> Option<Day> {
        self.effective_on.or_else(|| self.day())
    }

    /// Whether it has been done by a day.
    pub(crate) fn done_by(&self, day: Day) -> bool {
        match (self.dated, self.on) {
            (_, None) => true,
            (Dated::Before, Some(on)) => on.pred_opt().is_none_or(|last| last <= day),
            _ => self.day().is_none_or(|on| on <= day),
        }
    }

    /// Whether its day is known to be another than a single one.
    pub(crate) fn is_vague(&self) -> bool {
        self.on.is_none() || self.dated != Dated::Day
    }
}

impl Facts {
    /// What was done by a day, in the order of time.
    pub(crate) fn done(&self, day: Day) -> impl Iterator<Item = &Happened> {
        self.acts.iter().filter(move |act| act.done_by(day))
    }

    /// Of one kind.
    fn of(&self, kind: InstrumentActKind, day: Day) -> impl Iterator<Item = &Happened> {
        self.done(day).filter(move |act| act.kind == kind)
    }

    /// What all parties that say something hold of the legal effect; none where they differ.
    pub(crate) fn effect(&self) -> Option<LegalEffect> {
        let mut stated = self.parties.iter().map(|(_, effect)| *effect).filter(|e| *e != LegalEffect::NotStated);
        let first = stated.next().unwrap_or(LegalEffect::NotStated);
        stated.all(|effect| effect == first).then_some(first)
    }

    /// Whether it is taken to bind in law: where any party holds so, or where none says anything and its type does.
    pub(crate) fn binds(&self) -> bool {
        match self.effect() {
            Some(LegalEffect::NotStated) => self.kind.binds_as_a_rule(),
            Some(LegalEffect::NotBinding) => false,
            Some(LegalEffect::Binding) | None => true,
        }
    }

    /// Whether it takes more than signatures to enter into force where nothing is stated of that: what binds waits for
    /// the consent of all, but notes and letters that are exchanged consent by being exchanged.
    pub(crate) fn waits_for_consent(&self) -> bool {
        self.binds() && !matches!(self.kind, InstrumentType::ExchangeOfNotes | InstrumentType::ExchangeOfLetters)
    }

    /// *In force* for what binds, *operative* for what does not.
    pub(crate) fn in_effect(&self) -> Stage {
        if self.binds() { Stage::InForce } else { Stage::Operative }
    }

    /// Day of the newest act done by a day; of one done before a day, that day, so that none seems older than it is.
    pub(crate) fn newest(&self, day: Day) -> Option<Day> {
        self.done(day).filter_map(|act| act.day().or(act.on)).max()
    }

    /// What they come to as of a day.
    pub(crate) fn reckon(&self, day: Day) -> Reckoned {
        let entered = enter::entered(self, day);
        let terms = terms::terms(self, &entered, day);
        let standing = stage::standing(self, &entered, &terms, day);
        let waits = !standing.stage.has_effect() && !standing.stage.is_ended() && !entered.has_happened(day);
        let missing = if waits { enter::missing(self, day) } else { Vec::new() };
        Reckoned { standing, entered, terms, missing }
    }

    /// The day it entered into force or operation, as of a day; none where it has not, or the day is not known.
    pub(crate) fn in_effect_on(&self, day: Day) -> Option<Day> {
        enter::entered(self, day).on().filter(|on| *on <= day)
    }
}
