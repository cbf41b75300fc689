//! What is asked of the capture, and what it answers. Shapes only; how they come about stands in the other modules.

use chrono::NaiveDate;

/// A stretch of the text, in Unicode scalar values: `start` is the first, `end` one past the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Range {
    /// First scalar value, from 0.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A party to the text: a state or an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its code, as the register has it: `IN`, `US`, `EU`.
    pub code: String,
    /// What else the text may call it, besides the names the lexicon knows for the code; may be empty.
    pub names: Vec<String>,
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The text, as it stands in the register.
    pub text: &'a str,
    /// The parties to it.
    pub parties: &'a [Party],
    /// The day it bears; relative words of time stay unresolved without it.
    pub day: Option<NaiveDate>,
}

/// What a sentence turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// One, some or all parties will do something.
    Commitment,
    /// Somebody else will.
    ThirdParty,
    /// It was done at or before the occasion, and nothing further is promised.
    Delivered,
}

/// How strongly the words bind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Strength {
    /// Will, shall, commit, decide, agree, undertake.
    Firm,
    /// Intend, plan, aim, seek.
    Intent,
    /// Look forward to, explore, consider, stand ready.
    Soft,
}

/// Who is bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// All parties to the text.
    Both,
    /// Some of them, by code, in the order of the request.
    Parties(Vec<String>),
    /// Somebody else, in the words of the text.
    Other(String),
}

/// The words that made the sentence a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Where they stand.
    pub range: Range,
    /// The words, for display.
    pub words: String,
    /// The rule that fired, by its name in the lexicon or the grammar, for example `firm.will` or `inherited.firm.will`.
    pub rule: String,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Where its words stand.
    pub range: Range,
    /// The exact words.
    pub words: String,
    /// What they mean, resolved against the day of the text.
    pub meaning: DueMeaning,
}

/// What a deadline means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueMeaning {
    /// On or by that day.
    Day(NaiveDate),
    /// Within that span, both days included; the last day is the deadline.
    Interval(NaiveDate, NaiveDate),
    /// By an occasion: "the next ministerial", "COP28".
    Event(String),
    /// Again and again, every so many months; `None` where the words do not say how often.
    Recurring(Option<u32>),
    /// Going on, without an end.
    Ongoing,
    /// Words of time that cannot be resolved, for want of the day of the text.
    Unresolved,
}

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NamedKind {
    /// A ministry, agency, office.
    Body,
    /// A person.
    Person,
}

/// A body or person named in the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where.
    pub range: Range,
    /// The words.
    pub words: String,
    /// Which of the two.
    pub kind: NamedKind,
}

/// One candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// What is taken as its wording: the sentence or list item, without bullet or number.
    pub range: Range,
    /// The lead-in it inherits from ("The two sides will:"), where it is a list item.
    pub lead_in: Option<Range>,
    /// What it is.
    pub class: Class,
    /// What made it one.
    pub cue: Cue,
    /// Who is bound.
    pub bound: Bound,
    /// How strongly.
    pub strength: Strength,
    /// By when.
    pub due: Option<Due>,
    /// Bodies and persons named, in the order of the text.
    pub named: Vec<Named>,
    /// Stretches that could each be an undertaking of their own, where there are several; empty where there is one.
    pub acts: Vec<Range>,
    /// Short and in the imperative, for the title: "Share threat reports quarterly".
    pub title: String,
    /// How sure the rule is, from 0 to 1.
    pub confidence: f32,
}
