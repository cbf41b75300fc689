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
    finding::{likeness, threes},
    id::Id,
    marking::Marking,
    party::Party,
    person::Person,
    store::{Session, folded},
    vocabulary::Noun,
};

/// How many names an error or a completion gives at most.
const SHOWN: usize = 8;
/// How many rows one name may mean at most. More are not meant, and a condition on each would be slow.
const MEANT: usize = 200;

/// How many names are proposed to somebody who mistyped one.
const MEANT_MAYBE: usize = 3;
/// How alike a name has to be for that, from 0 to 1. Nearer than in a search: there is no list to choose from.
const ALIKE: f64 = 0.5;

/// A row, by the names people call it, the shortest first.
struct Known {
    id: Id,
    names: Vec<String>,
}

/// What can stand behind a field and may be meant by `typed`. There are few tracks, parties, bodies and persons, but
/// meetings by the ten thousand: of these only those that have its letters are read.
fn known(session: &Session<'_>, field: Field, typed: &str) -> Result<Vec<Known>> {
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
        Field::Meeting | Field::By => {
            let letters: Vec<String> = threes(typed).into_iter().collect();
            if letters.is_empty() {
                let newest = session.meetings()?;
                return Ok(newest.iter().map(|row| known(row.id, &[&row.title, &row.place])).collect());
            }
            let mut found = session.meetings_spelt(&letters, false)?;
            if found.is_empty() {
                found = session.meetings_spelt(&letters, true)?;
            }
            found.iter().map(|(id, title, place)| known(*id, &[title, place])).collect()
        }
        Field::Dialogue => {
            session.all::<Dialogue>()?.iter().map(|row| known(row.id, &[&row.short_name, &row.name])).collect()
        }
        Field::Instrument => session
            .instruments()?
            .iter()
            .map(|row| known(row.id, &[&row.short_title, &row.title, &row.reference]))
            .collect(),
        Field::Marking => session.all::<Marking>()?.iter().map(|row| known(row.id, &[&row.label])).collect(),
        _ => Vec::new(),
    })
}

/// Meetings, by id, and outside events, by name, that a name means: those called just that, or else those whose name
/// holds it. Events are those that some commitment is due by.
pub(super) fn occasions(session: &Session<'_>, text: &str, at: Span) -> Result<Vec<String>, Unasked> {
    let wanted = folded(text.trim());
    let all = session.events()?;
    let mut events: Vec<String> = all.iter().filter(|event| folded(event) == wanted).cloned().collect();
    if events.is_empty() {
        events = all.into_iter().filter(|event| folded(event).contains(&wanted)).take(MEANT).collect();
    }
    match ids(session, Field::By, text, at) {
        Ok(meetings) => events.extend(meetings.iter().map(Id::to_string)),
        Err(Unasked::Wrong(_)) if !events.is_empty() => {}
        Err(other) => return Err(other),
    }
    Ok(events)
}

/// The rows a name means: those called just that, or else those whose name holds it.
pub(super) fn ids(session: &Session<'_>, field: Field, text: &str, at: Span) -> Result<Vec<Id>, Unasked> {
    let wanted = folded(text.trim());
    let all = known(session, field, &wanted)?;
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
        let meant = resembling(&all, &wanted);
        let message =
            if some.is_empty() && matches!(field, Field::Meeting | Field::By) && session.count(Noun::Meeting)? > 0 {
                format!("No meeting is called anything like “{text}”.")
            } else if some.is_empty() {
                format!("This dossier has nothing yet that “{word}” could mean.")
            } else if !meant.is_empty() {
                format!("Nothing that “{word}” can mean is called “{text}”. Did you mean {}?", meant.join(" or "))
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

/// The names most like what was typed, for those who mistype; at most three.
fn resembling(all: &[Known], typed: &str) -> Vec<String> {
    let alike = |name: &String| likeness(typed, &folded(name));
    let mut found: Vec<(f64, &String)> = all
        .iter()
        .filter_map(|row| row.names.iter().map(|name| (alike(name), name)).max_by(|(a, _), (b, _)| a.total_cmp(b)))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut names: Vec<String> = Vec::new();
    for (_, name) in found {
        if names.len() < MEANT_MAYBE && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The name by which a row alone is meant; none where each of its names means others too.
pub(super) fn name_of(session: &Session<'_>, field: Field, id: Id) -> Result<Option<String>> {
    let all = known(session, field, "")?;
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
            let sides = if field == Field::Bound { &["us", "them", "both", "named"][..] } else { &[] };
            let rows = known(session, field, &wanted)?;
            let fits = |row: &Known| row.names.iter().any(|name| folded(name).contains(&wanted));
            let names = rows.iter().filter(|row| fits(row)).filter_map(|row| row.names.first().cloned());
            let mut words: Vec<String> =
                sides.iter().map(|side| (*side).to_owned()).filter(|side| side.contains(&wanted)).collect();
            words.extend(names);
            if field == Field::By {
                words.extend(session.events()?.into_iter().filter(|event| folded(event).contains(&wanted)));
            }
            // What begins with it comes first; the order of the dossier stays otherwise.
            words.sort_by_key(|word| !folded(word).starts_with(&wanted));
            // Two meetings may bear the same title; offered is what they are called.
            let mut seen = BTreeSet::new();
            words.retain(|word| seen.insert(word.clone()));
            words.truncate(SHOWN);
            if words.is_empty() {
                words = resembling(&rows, &wanted);
            }
            return Ok(words);
        }
    };
    Ok(words.into_iter().filter(|word| word.starts_with(&wanted)).take(SHOWN).collect())
}
