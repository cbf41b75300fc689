//! What a list is filtered by besides its words, as words of the search language, and back again.
//!
//! A saved view keeps words alone, so that it reads the same in the window, in the companion and to a person. Folded and
//! unfolded it finds the same commitments; what has no filter of its own stays among the words.

use super::{
    ask::Unasked,
    day::DayValue,
    field::{Field, Flag},
    names,
    parse::parse,
    tree::{Node, Op, Span, Value},
};
use crate::{
    error::{Result, invalid},
    id::Id,
    store::Session,
    vocabulary::{Delivery, Exception, Freshness},
    wire::CommitmentQuery,
};

/// All that a query filters by, as one tree. Refuses what no words say: the frame of a review, and being on course.
pub(crate) fn fold(session: &Session<'_>, query: &CommitmentQuery) -> Result<Node, Unasked> {
    if query.frame.is_some() || query.on_course.is_some() {
        return Ok(invalid("What a review looks ahead to is no part of a view.")?);
    }
    let mut parts = Vec::new();
    parts.extend(query.open.map(|open| Node::Flag(if open { Flag::Open } else { Flag::Closed })));
    parts.extend(any(named(session, &[Field::Track], &query.tracks)?));
    parts.extend(any(words(Field::Lamp, query.delivery.iter().map(|lamp| lamp.word()))));
    parts.extend(any(words(Field::Lamp, query.freshness.iter().map(|lamp| lamp.word()))));
    parts.extend(any(words(Field::Exception, query.exceptions.iter().map(|what| what.word()))));
    parts.extend(any(words(Field::Status, query.statuses.iter().map(|status| status.word()))));
    parts.extend(any(named(session, &[Field::Owner, Field::Counterpart], query.owner.as_slice())?));
    parts.extend(any(named(session, &[Field::Bound], query.party.as_slice())?));
    parts.extend(any(named(session, &[Field::Meeting], query.meeting.as_slice())?));
    parts.extend(any(named(session, &[Field::By], query.due_by.as_slice())?));
    parts.extend(any(named(session, &[Field::Dialogue], query.dialogue.as_slice())?));
    parts.extend(query.due_before.map(|day| Node::Field {
        field: Field::Due,
        op: Op::AtMost,
        value: Value::Day(DayValue::On(day)),
        at: Span::default(),
    }));
    match parse(&query.words)? {
        Node::All(more) => parts.extend(more),
        one => parts.push(one),
    }
    Ok(if parts.len() == 1 { parts.remove(0) } else { Node::All(parts) })
}

/// The query whose filters say as much of these words as filters can; the words themselves where they cannot be read.
pub(crate) fn unfold(session: &Session<'_>, text: &str) -> Result<CommitmentQuery> {
    let mut query = CommitmentQuery::all();
    let Ok(tree) = parse(text) else { return Ok(CommitmentQuery { words: text.to_owned(), ..query }) };
    let parts = match tree {
        Node::All(parts) => parts,
        one => vec![one],
    };
    let mut rest = Vec::new();
    for part in parts {
        if !taken(session, &mut query, &part)? {
            rest.push(part);
        }
    }
    query.words = if rest.len() == 1 { rest.remove(0) } else { Node::All(rest) }.to_string();
    Ok(query)
}

/// Puts one condition into the filter that stands for it; false where there is none, or it is taken.
fn taken(session: &Session<'_>, query: &mut CommitmentQuery, part: &Node) -> Result<bool> {
    let (field, text) = match part {
        Node::Flag(flag @ (Flag::Open | Flag::Closed)) if query.open.is_none() => {
            query.open = Some(*flag == Flag::Open);
            return Ok(true);
        }
        Node::Field { field, op: Op::Is, value: Value::Text(text), .. } => (*field, text.as_str()),
        _ => return Ok(false),
    };
    let word = text.replace('-', "_");
    Ok(match field {
        Field::Lamp => match (Delivery::from_word(&word), Freshness::from_word(&word)) {
            (Some(lamp), _) => put(&mut query.delivery, lamp),
            (None, Some(lamp)) => put(&mut query.freshness, lamp),
            (None, None) => false,
        },
        Field::Exception => Exception::from_word(&word).is_some_and(|what| put(&mut query.exceptions, what)),
        Field::Track => only(session, field, text)?.is_some_and(|id| put(&mut query.tracks, id)),
        Field::Owner | Field::Counterpart if query.owner.is_none() => {
            query.owner = only(session, field, text)?;
            query.owner.is_some()
        }
        // What is due by an outside event stays in words.
        Field::By if query.due_by.is_none() => {
            query.due_by = match names::occasions(session, text, Span::default()) {
                Ok(found) => match found.as_slice() {
                    [one] => one.parse().ok(),
                    _ => None,
                },
                Err(Unasked::Wrong(_)) => None,
                Err(Unasked::Failed(error)) => return Err(error),
            };
            query.due_by.is_some()
        }
        // In lower case it is a side, not a party.
        Field::Bound
            if query.party.is_none()
                && !matches!(text, "us" | "we" | "home" | "them" | "they" | "partner" | "both") =>
        {
            query.party = only(session, field, text)?;
            query.party.is_some()
        }
        _ => false,
    })
}

fn put<T>(place: &mut Vec<T>, value: T) -> bool {
    // A second one would widen the filter, where in words it narrows.
    let free = place.is_empty();
    if free {
        place.push(value);
    }
    free
}

/// The one row that a name means; none where it means several, or nothing any more.
fn only(session: &Session<'_>, field: Field, text: &str) -> Result<Option<Id>> {
    match names::ids(session, field, text, Span::default()) {
        Ok(ids) => Ok(if let [id] = ids.as_slice() { Some(*id) } else { None }),
        Err(Unasked::Wrong(_)) => Ok(None),
        Err(Unasked::Failed(error)) => Err(error),
    }
}

fn condition(field: Field, text: String) -> Node {
    Node::Field { field, op: Op::Is, value: Value::Text(text), at: Span::default() }
}

fn words(field: Field, words: impl Iterator<Item = &'static str>) -> Vec<Node> {
    words.map(|word| condition(field, word.replace('_', "-"))).collect()
}

/// Rows by the names that mean each of them alone.
fn named(session: &Session<'_>, fields: &[Field], ids: &[Id]) -> Result<Vec<Node>> {
    let mut found = Vec::new();
    for id in ids {
        let mut name = None;
        for field in fields {
            name = name.or(names::name_of(session, *field, *id)?.map(|name| condition(*field, name)));
        }
        match name {
            Some(node) => found.push(node),
            None => {
                let word = fields.first().map_or("", |field| field.word());
                return invalid(format!(
                    "No words tell this {word} from others of its name. Give it a name of its own."
                ));
            }
        }
    }
    Ok(found)
}

fn any(mut nodes: Vec<Node>) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 => Some(nodes.remove(0)),
        _ => Some(Node::Any(nodes)),
    }
}
