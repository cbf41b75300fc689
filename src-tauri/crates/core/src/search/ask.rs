//! From tree to question: names looked up, days worked out, so that nothing is left but to ask the store.

use super::{
    field::{Field, Flag},
    names,
    parse::Wrong,
    tree::{Node, Op, Span, Value},
};
use crate::{
    clock::Day,
    error::Error,
    id::Id,
    store::{Session, Term},
    vocabulary::{Bound, Delivery, Exception, Freshness, Status, Strength},
};

/// Where a day has to lie; both ends count. None at an end leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// There is no day at all.
    Never,
    /// There is one, from and to these.
    Within(Option<Day>, Option<Day>),
}

/// A condition on a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Every one of these.
    All(Vec<Ask>),
    /// One of these.
    Any(Vec<Ask>),
    /// Not this.
    Not(Box<Ask>),
    /// All these words of the full text; or a part of one of these bodies and persons, whose names hold them.
    Words(Vec<Term>, Vec<Id>),
    /// Open or closed.
    Open(bool),
    /// Past its day.
    Overdue,
    /// Its date was changed while it was overdue.
    WasOverdue,
    /// Due by one of these meetings, by id, or outside events, by name.
    DueBy(Vec<String>),
    /// Flagged as blocked.
    Blocked,
    /// Not heard of for long.
    Stale,
    /// With this exception.
    Exception(Exception),
    /// With any exception.
    Excepted,
    /// Something was decided on it (or nothing) for this meeting.
    Decided(Id, bool),
    /// On one of these tracks.
    Tracks(Vec<Id>),
    /// Status as we see it.
    Status(Status),
    /// Status as they see it: one of these.
    Theirs(Vec<Status>),
    /// A delivery lamp.
    Delivery(Delivery),
    /// A freshness lamp.
    Freshness(Freshness),
    /// Who owes it.
    Bound(Bound),
    /// One of these parties owes it, with the side each is on.
    BoundBy(Vec<(Id, Option<Bound>)>),
    /// How strongly.
    Strength(Strength),
    /// Due then.
    Due(When),
    /// Last heard of then.
    Heard(When),
    /// Made then.
    Made(When),
    /// Entered in the register then.
    Created(When),
    /// Changed in the register then, for the last time.
    Changed(When),
    /// Put off so often: by a comparison sign.
    Slips(&'static str, u32),
    /// Said again so often.
    Reaffirmed(&'static str, u32),
    /// One of these bodies and persons has a part.
    Owned(Vec<Id>),
    /// One of these bodies and persons has a part on our side.
    Owners(Vec<Id>),
    /// One of these bodies and persons has a part on another side.
    Counterparts(Vec<Id>),
    /// One of these parties has a part.
    Partners(Vec<Id>),
    /// Made at one of these meetings or due by it.
    Meetings(Vec<Id>),
    /// Made at a meeting of one of these dialogues.
    Dialogues(Vec<Id>),
    /// Made in one of these instruments, taken from its texts, or delivered by it.
    Instruments(Vec<Id>),
    /// Bears one of these markings.
    Markings(Vec<Id>),
    /// Its ref begins with that.
    Ref(String),
    /// Its title holds words that begin with these, which are folded.
    Title(Vec<String>),
}

impl Ask {
    /// Taken apart into what has to hold at once; words that no owner's name holds are looked for together.
    pub(crate) fn parted(self, into: &mut Vec<Self>) {
        match self {
            Self::All(parts) => parts.into_iter().for_each(|part| part.parted(into)),
            Self::Words(terms, owners) if owners.is_empty() => {
                let known = into.iter_mut().find_map(|ask| match ask {
                    Self::Words(known, owners) if owners.is_empty() => Some(known),
                    _ => None,
                });
                match known {
                    Some(known) => known.extend(terms),
                    None => into.push(Self::Words(terms, owners)),
                }
            }
            other => into.push(other),
        }
    }

    /// Whether a commitment that is open, or one that is closed, may be what is asked for.
    pub(crate) fn may_be(&self, open: bool) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.may_be(open)),
            Self::Any(parts) => parts.iter().any(|part| part.may_be(open)),
            Self::Not(part) => match &**part {
                Self::Open(what) => *what != open,
                _ => true,
            },
            Self::Open(what) => *what == open,
            Self::Status(status) => status.is_open() == open,
            Self::Overdue | Self::Stale | Self::Exception(_) | Self::Excepted | Self::Delivery(Delivery::Amber) => open,
            _ => true,
        }
    }

    /// Whether the set that the store finds for it holds what is asked for and nothing else.
    pub(crate) fn is_its_set(&self) -> bool {
        matches!(
            self,
            Self::Open(_)
                | Self::Words(..)
                | Self::Owned(_)
                | Self::Partners(_)
                | Self::Meetings(_)
                | Self::Dialogues(_)
                | Self::Instruments(_)
                | Self::Theirs(_)
                | Self::Markings(_)
                | Self::Ref(_)
                | Self::Tracks(_)
                | Self::Status(_)
                | Self::WasOverdue
                | Self::DueBy(_)
                | Self::Decided(_, true)
                | Self::Bound(_)
                | Self::Strength(_)
                | Self::Slips(..)
                | Self::Freshness(_)
                | Self::Created(When::Within(..))
                | Self::Changed(When::Within(..))
        )
    }

    /// Whether a commitment of this status may be what is asked for.
    pub(crate) fn may_have(&self, status: Status) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.may_have(status)),
            Self::Any(parts) => parts.iter().any(|part| part.may_have(status)),
            Self::Status(asked) => *asked == status,
            // As the lamp itself is told, by the status alone.
            Self::Delivery(Delivery::Amber) => matches!(status, Status::NotStarted | Status::InProgress),
            Self::Delivery(Delivery::Green) => matches!(status, Status::Delivered | Status::Fulfilled),
            Self::Delivery(Delivery::Grey) => {
                matches!(status, Status::Suspended | Status::Superseded | Status::Dropped)
            }
            Self::Delivery(Delivery::Red) => {
                matches!(status, Status::NotStarted | Status::InProgress | Status::Delivered | Status::NotFulfilled)
            }
            other => other.may_be(status.is_open()),
        }
    }
}

/// Why a query cannot be asked: what it says, or the store.
#[derive(Debug)]
pub(crate) enum Unasked {
    /// The query is wrong at a spot.
    Wrong(Wrong),
    /// The store failed.
    Failed(Error),
}

impl From<Error> for Unasked {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Wrong> for Unasked {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(wrong)
    }
}

impl From<Unasked> for Error {
    fn from(unasked: Unasked) -> Self {
        match unasked {
            Unasked::Wrong(wrong) => Self::Invalid(wrong.message),
            Unasked::Failed(error) => error,
        }
    }
}

/// What a tree asks, in this dossier and as of this day.
pub(crate) fn ask(session: &Session<'_>, today: Day, node: &Node) -> Result<Ask, Unasked> {
    let each = |parts: &[Node]| parts.iter().map(|part| ask(session, today, part)).collect::<Result<Vec<_>, _>>();
    Ok(match node {
        Node::All(parts) => Ask::All(each(parts)?),
        Node::Any(parts) => Ask::Any(each(parts)?),
        Node::Not(part) => Ask::Not(Box::new(ask(session, today, part)?)),
        Node::Words { text, beginning } => match Term::read(text, *beginning) {
            Some(term) => {
                let named = session.owners_named(&term)?;
                Ask::Words(vec![term], named)
            }
            // Signs alone are in no index, and ask for nothing.
            None => Ask::All(Vec::new()),
        },
        Node::Flag(Flag::Open) => Ask::Open(true),
        Node::Flag(Flag::Closed) => Ask::Open(false),
        Node::Flag(Flag::Overdue) => Ask::Overdue,
        Node::Flag(Flag::WasOverdue) => Ask::WasOverdue,
        Node::Flag(Flag::Blocked) => Ask::Blocked,
        Node::Flag(Flag::Stale) => Ask::Stale,
        Node::Field { field, op, value: Value::Number(number), .. } => match field {
            Field::Reaffirmed => Ask::Reaffirmed(comparison(*op), *number),
            _ => Ask::Slips(comparison(*op), *number),
        },
        Node::Field { field, op, value: Value::Day(day), at } => {
            let when = match day.range(today) {
                None if *day == super::DayValue::None => When::Never,
                None => return Err(Wrong { at: *at, message: "No calendar goes that far.".into() }.into()),
                Some((from, to)) => within(*op, from, to),
            };
            match field {
                Field::Heard => Ask::Heard(when),
                Field::Made => Ask::Made(when),
                Field::Created | Field::Changed if when == When::Never => {
                    let message = format!("Everything was {} at some time; name a day.", field.word());
                    return Err(Wrong { at: *at, message }.into());
                }
                Field::Created => Ask::Created(when),
                Field::Changed => Ask::Changed(when),
                _ => Ask::Due(when),
            }
        }
        Node::Field { field, value: Value::Text(text), at, .. } => text_field(session, *field, text, *at)?,
    })
}

fn text_field(session: &Session<'_>, field: Field, text: &str, at: Span) -> Result<Ask, Unasked> {
    let named = || names::ids(session, field, text, at);
    let word = text.replace('-', "_");
    Ok(match field {
        Field::Track => Ask::Tracks(named()?),
        Field::Owner => Ask::Owners(named()?),
        Field::Counterpart => Ask::Counterparts(named()?),
        Field::Partner => Ask::Partners(named()?),
        Field::Meeting => Ask::Meetings(named()?),
        Field::By => Ask::DueBy(names::occasions(session, text, at)?),
        Field::Dialogue => Ask::Dialogues(named()?),
        Field::Instrument => Ask::Instruments(named()?),
        Field::Marking => Ask::Markings(named()?),
        Field::Bound => match text {
            // In lower case it is the side; a party's code is written in capitals.
            "us" | "we" | "home" => Ask::Bound(Bound::Home),
            "them" | "they" | "partner" => Ask::Bound(Bound::Partner),
            "both" => Ask::Bound(Bound::Both),
            "named" => Ask::Bound(Bound::Named),
            _ => Ask::BoundBy(
                named()?
                    .into_iter()
                    .map(|party| Ok((party, crate::party::side(session, party)?)))
                    .collect::<Result<_, Error>>()?,
            ),
        },
        Field::Status => match (word.as_str(), Status::from_word(&word)) {
            (_, Some(status)) => Ask::Status(status),
            (word, None) => Ask::Open(word == "open"),
        },
        Field::Theirs => Ask::Theirs(match Status::from_word(&word) {
            Some(status) => vec![status],
            None => Status::ALL.iter().copied().filter(|status| status.is_open() == (word == "open")).collect(),
        }),
        Field::Lamp => match (Delivery::from_word(&word), Freshness::from_word(&word)) {
            (Some(lamp), _) => Ask::Delivery(lamp),
            (None, lamp) => Ask::Freshness(lamp.unwrap_or(Freshness::Stale)),
        },
        Field::Exception => Ask::Exception(Exception::from_word(&word).unwrap_or(Exception::Overdue)),
        Field::Strength => Ask::Strength(Strength::from_word(&word).unwrap_or(Strength::Firm)),
        Field::Ref => Ask::Ref(text.to_uppercase()),
        _ => match Term::read(text, true) {
            Some(term) => Ask::Title(term.words),
            None => Ask::All(Vec::new()),
        },
    })
}

const fn comparison(op: Op) -> &'static str {
    match op {
        Op::Is => "=",
        Op::Below => "<",
        Op::AtMost => "<=",
        Op::Above => ">",
        Op::AtLeast => ">=",
    }
}

fn within(op: Op, from: Day, to: Day) -> When {
    match op {
        Op::Is => When::Within(Some(from), Some(to)),
        Op::Below => When::Within(None, from.pred_opt()),
        Op::AtMost => When::Within(None, Some(to)),
        Op::Above => When::Within(to.succ_opt(), None),
        Op::AtLeast => When::Within(Some(from), None),
    }
}
