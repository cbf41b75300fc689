//! The names a field takes: looked up in the dossier, and offered while one types.

use std::collections::BTreeSet;

use super::{
    ask::Unasked,
    field::{Field, Takes},
    parse::Wrong,
    tree::Span,
};
use crate::{
    body::Body,
    dialogue::Dialogue,
    dossier::settings,
    error::Result,
    id::Id,
    marking::Marking,
    party::Party,
    person::Person,
    store::{Session, folded},
};

/// How many names an error or a completion gives at most.
const SHOWN: usize = 8;
/// How many rows one name may mean at most. More are not meant, and a condition on each would be slow.
const MEANT: usize = 200;

/// A row, by the names people call it, the shortest first.
struct Known {
    id: Id,
    names: Vec<String>,
}

/// Everything that can stand behind a field.
fn known(session: &Session<'_>, field: Field) -> Result<Vec<Known>> {
    let home = settings(session)?.home;
    let known = |id: Id, names: &[&str]| Known {
        id,
        names: names.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect(),
    };
    Ok(match field {
        Field::Track => session.tracks()?.iter().map(|row| known(row.id, &[&row.code, &row.name])).collect(),
        Field::Owner | Field::Counterpart => {
            let ours = |party: Id| (party == home) == (field == Field::Owner);
            let bodies = session.all::<Body>()?;
            let bodies = bodies.iter().filter(|row| ours(row.party));
            let persons = session.all::<Person>()?;
            let persons = persons.iter().filter(|row| ours(row.party));
            bodies
                .map(|row| known(row.id, &[&row.short_name, &row.name]))
                .chain(persons.map(|row| known(row.id, &[&row.name])))
                .collect()
        }
        Field::Partner | Field::Bound => session
            .all::<Party>()?
            .iter()
            .filter(|row| field == Field::Bound || row.id != home)
            .map(|row| known(row.id, &[&row.code, &row.name]))
            .collect(),
        Field::Meeting => session.meetings()?.iter().map(|row| known(row.id, &[&row.title, &row.place])).collect(),
        Field::Dialogue => {
            session.all::<Dialogue>()?.iter().map(|row| known(row.id, &[&row.short_name, &row.name])).collect()
        }
        Field::Marking => session.all::<Marking>()?.iter().map(|row| known(row.id, &[&row.label])).collect(),
        _ => Vec::new(),
    })
}

/// The rows a name means: those called just that, or else those whose name holds it.
pub(super) fn ids(session: &Session<'_>, field: Field, text: &str, at: Span) -> Result<Vec<Id>, Unasked> {
    let all = known(session, field)?;
    let wanted = folded(text.trim());
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<Id> {
        all.iter().filter(|row| row.names.iter().any(|name| fits(&folded(name)))).map(|row| row.id).collect()
    };
    let mut found = fitting(&|name| name == wanted);
    if found.is_empty() {
        found = fitting(&|name| name.contains(&wanted));
    }
    if found.is_empty() {
        let some: Vec<&str> = all.iter().filter_map(|row| row.names.first()).map(String::as_str).take(SHOWN).collect();
        let word = field.word();
        let message = if some.is_empty() {
            format!("This dossier has nothing yet that “{word}” could mean.")
        } else {
            let more = if all.len() > SHOWN { " and others" } else { "" };
            format!("Nothing that “{word}” can mean is called “{text}”. There are: {}{more}.", some.join("; "))
        };
        return Err(Wrong { at, message }.into());
    }
    if found.len() > MEANT {
        let message = format!("“{text}” is part of {} names here. Say more of the one you mean.", found.len());
        return Err(Wrong { at, message }.into());
    }
    Ok(found)
}

/// The name by which a row alone is meant; none where each of its names means others too.
pub(super) fn name_of(session: &Session<'_>, field: Field, id: Id) -> Result<Option<String>> {
    let all = known(session, field)?;
    let called = |name: &str| {
        let name = folded(name.trim());
        all.iter().filter(|row| row.names.iter().any(|other| folded(other) == name)).count()
    };
    let row = all.iter().find(|row| row.id == id);
    Ok(row.and_then(|row| row.names.iter().find(|name| called(name) == 1)).cloned())
}

/// Values that begin with, or hold, what was typed so far.
pub(super) fn offered(session: &Session<'_>, field: Field, typed: &str) -> Result<Vec<String>> {
    let wanted = folded(typed.trim());
    let words: Vec<String> = match field.takes() {
        Takes::OneOf(words) => words.iter().map(|word| (*word).to_owned()).collect(),
        Takes::Day => ["today", "this-week", "this-month", "next-month", "this-year", "none"].map(String::from).into(),
        Takes::Number | Takes::Text => Vec::new(),
        Takes::Name => {
            let sides = if field == Field::Bound { &["us", "them", "both"][..] } else { &[] };
            let rows = known(session, field)?;
            let fits = |row: &Known| row.names.iter().any(|name| folded(name).contains(&wanted));
            let names = rows.iter().filter(|row| fits(row)).filter_map(|row| row.names.first().cloned());
            let mut words: Vec<String> =
                sides.iter().map(|side| (*side).to_owned()).filter(|side| side.contains(&wanted)).collect();
            words.extend(names);
            // What begins with it comes first; the order of the dossier stays otherwise.
            words.sort_by_key(|word| !folded(word).starts_with(&wanted));
            // Two meetings may bear the same title; offered is what they are called.
            let mut seen = BTreeSet::new();
            words.retain(|word| seen.insert(word.clone()));
            words.truncate(SHOWN);
            return Ok(words);
        }
    };
    Ok(words.into_iter().filter(|word| word.starts_with(&wanted)).take(SHOWN).collect())
}
