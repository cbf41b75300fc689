//! What a query says.

use super::{
    day::DayValue,
    field::{Field, Flag},
};

/// Where something stands in the text of a query, in Unicode scalar values. Two trees are equal wherever they stood.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Span {
    /// First scalar value.
    pub(crate) start: usize,
    /// One past the last.
    pub(crate) end: usize,
}

impl PartialEq for Span {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Span {}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    /// `:` or `=`.
    Is,
    /// `<`.
    Below,
    /// `<=`.
    AtMost,
    /// `>`.
    Above,
    /// `>=`.
    AtLeast,
}

impl Op {
    /// As it is written.
    pub(crate) const fn sign(self) -> &'static str {
        match self {
            Self::Is => ":",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// What a field is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A name, or an entry of a vocabulary.
    Text(String),
    /// A whole number.
    Number(u32),
    /// A day, a stretch of days, or none.
    Day(DayValue),
}

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Every one of these holds; everything where there is none.
    All(Vec<Node>),
    /// At least one of these holds.
    Any(Vec<Node>),
    /// This does not hold.
    Not(Box<Node>),
    /// Words of the full text, one after the other.
    Words {
        /// The words, as typed.
        text: String,
        /// Whether the last may go on: `secur*`.
        beginning: bool,
    },
    /// A property with a word of its own: `overdue`.
    Flag(Flag),
    /// A field and what it is compared with.
    Field {
        /// Which.
        field: Field,
        /// How.
        op: Op,
        /// With what.
        value: Value,
        /// Where the value stands.
        at: Span,
    },
}
