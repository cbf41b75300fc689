//! What an instrument says of its entry into force and its term, and what that comes to as of a day.

use super::{Named, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{
        Denouncing, EntryClause, InstrumentActKind, LifeState, NoticeWindow, PeriodUnit, Renewal, Stage, TermKind,
        TermStart,
    },
};

wire! {
    /// A period, such as five years.
    #[derive(Copy, Eq)]
    pub struct Period {
        /// How many, from 1.
        pub length: i32,
        /// Of what.
        pub unit: PeriodUnit,
    }
}

wire! {
    /// When an instrument enters into force.
    pub struct EntryRule {
        /// As its clause says.
        pub clause: EntryClause,
        /// How many ratifications it takes; all where left out. Only where it goes by ratifications.
        pub count: Option<i32>,
        /// The day. Only where it is a day.
        pub on: Option<Day>,
        /// How long after that: `thirty days after the later notification`.
        pub after: Option<Period>,
        /// Whether it waits for the first day of the month that follows.
        pub first_of_month: bool,
    }
}

impl EntryRule {
    /// Nothing is stated.
    #[must_use]
    pub fn not_stated() -> Self {
        Self { clause: EntryClause::NotStated, count: None, on: None, after: None, first_of_month: false }
    }
}

wire! {
    /// How long an instrument lasts, how it is renewed and denounced.
    pub struct TermRule {
        /// Without end, for a period, until a day.
        pub kind: TermKind,
        /// How long at first. Only for a period.
        pub length: Option<Period>,
        /// What the first term begins with.
        pub from: TermStart,
        /// The day it begins. Only from a fixed day.
        pub from_on: Option<Day>,
        /// Its last day. Only until a day.
        pub until: Option<Day>,
        /// What follows the end of a term.
        pub renewal: Renewal,
        /// How long a renewal lasts; as long as the first term where left out.
        pub renewal_length: Option<Period>,
        /// How many renewals there can be; any number where left out.
        pub renewal_most: Option<i32>,
        /// How long before the end of a term, or before a denunciation takes effect, notice has to be given.
        pub notice: Option<Period>,
        /// In which form.
        pub notice_form: String,
        /// When a denunciation takes effect.
        pub denouncing: Denouncing,
    }
}

impl TermRule {
    /// Nothing is stated.
    #[must_use]
    pub fn not_stated() -> Self {
        Self {
            kind: TermKind::NotStated,
            length: None,
            from: TermStart::Signature,
            from_on: None,
            until: None,
            renewal: Renewal::NotStated,
            renewal_length: None,
            renewal_most: None,
            notice: None,
            notice_form: String::new(),
            denouncing: Denouncing::NotStated,
        }
    }
}

wire! {
    /// What acts, clause and term come to as of a day. Every result has a sentence that explains it.
    pub struct Reckoning {
        /// Where the instrument stands: as set by hand, or else as the acts say.
        pub stage: Stage,
        /// Since when; none where the day is not known.
        pub stage_since: Option<Day>,
        /// Why.
        pub stage_why: String,
        /// Where the acts say that it stands; none where they decide nothing.
        pub stage_of_acts: Option<Stage>,
        /// How a stage set by hand contradicts the acts; none where it does not.
        pub contradiction: Option<String>,
        /// The day it entered, or will enter, into force or operation.
        pub in_force_on: Option<Day>,
        /// Why, or what it waits for.
        pub in_force_why: String,
        /// Since when it is applied provisionally; none once it is in force.
        pub provisional_on: Option<Day>,
        /// The current term, from 1.
        pub term: Option<u32>,
        /// Its first day.
        pub term_begins_on: Option<Day>,
        /// Its last day; none where it has no end.
        pub term_ends_on: Option<Day>,
        /// Why: `Term ends 18 Jul 2016: five years from signature; tacitly renewed once.`
        pub term_why: String,
        /// Last day on which notice can be given in the current term.
        pub notice_on: Option<Day>,
        /// Days until then; negative when past.
        pub notice_days: Option<i32>,
        /// Whether notice can still be given.
        pub window: NoticeWindow,
        /// Why.
        pub notice_why: String,
        /// The day with which the instrument will have come, or has come, to its end as things stand.
        pub ends_on: Option<Day>,
        /// Why; empty where there is no such day.
        pub ends_why: String,
        /// What is missing before it enters into force, and from whom.
        pub missing: Vec<MissingAct>,
        /// The same in one sentence; empty where nothing is missing.
        pub missing_why: String,
        /// What does not fit together, or rests on a day that is not known exactly; a sentence each.
        pub remarks: Vec<String>,
    }
}

wire! {
    /// An act that is missing.
    pub struct MissingAct {
        /// Which.
        pub kind: InstrumentActKind,
        /// From which party; none where all have to do it together, or any will do.
        pub party: Option<Named>,
        /// For a person: `ratification by India`.
        pub label: String,
    }
}

wire! {
    /// An entry of an instrument's life line, in the order of time; what is missing comes last.
    pub struct LifeEntry {
        /// How it stands to the day.
        pub state: LifeState,
        /// The act, where it is one; none for what is missing and for what is reckoned.
        pub act: Option<Id>,
        /// Which kind of act; none for the ends of terms and the days for notice.
        pub kind: Option<InstrumentActKind>,
        /// By which party.
        pub party: Option<Named>,
        /// What it is, for a person: `Signature`, `Term 2 ends`, `Last day for notice`.
        pub label: String,
        /// Its day, as far as it is known.
        pub on: Option<Day>,
        /// The day as people read it.
        pub when: String,
        /// Who and where, or why: `R. Chandrashekhar, Secretary, New Delhi`.
        pub detail: String,
    }
}
