//! Who is named in a text, of those the register knows: bodies and persons, and the owners proposed from them.
//!
//! The text is gone through once for all names together. Nothing is invented: who is not in the register is not proposed.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use rapporteur_capture::Range;

use super::places::overlap;
use crate::{
    body::Body,
    clock::Day,
    error::{Error, Result},
    id::Id,
    person::Person,
    store::Session,
    track::Track,
    vocabulary::OwnerRole,
    wire::OwnerDraft,
};

/// Words before a surname that show it to be an official's.
const TITLES: &[&str] = &[
    "Minister",
    "Secretary",
    "President",
    "Ambassador",
    "Commissioner",
    "Chancellor",
    "Envoy",
    "Director",
    "Mr",
    "Mr.",
    "Ms",
    "Ms.",
    "Dr",
    "Dr.",
];

/// How far before a name "with" is looked for, in bytes.
const LEAD_UP: usize = 120;

/// Somebody the register knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Body(Id),
    Person(Id),
}

/// A name in the text.
struct Named {
    range: Range,
    who: Vec<Known>,
    /// Whether it stands where somebody is only spoken of: "the Minister's goal", "a meeting with the Minister".
    aside: bool,
}

/// The bodies and persons of a dossier, and where a text names them.
pub(super) struct Cast {
    home: Id,
    /// The parties to the text.
    parties: Vec<Id>,
    bodies: BTreeMap<Id, Body>,
    persons: BTreeMap<Id, Person>,
    /// In the order of the text.
    named: Vec<Named>,
}

impl Cast {
    /// Goes through `text` for everybody who was in office on `day`.
    pub(super) fn read(session: &Session<'_>, text: &str, day: Day, home: Id, parties: &[Id]) -> Result<Self> {
        let bodies: BTreeMap<Id, Body> = session
            .all::<Body>()?
            .into_iter()
            .filter(|body| body.retired_on.is_none_or(|on| on > day))
            .map(|body| (body.id, body))
            .collect();
        let persons: BTreeMap<Id, Person> = session
            .all::<Person>()?
            .into_iter()
            .filter(|person| person.active_from.is_none_or(|on| on <= day))
            .filter(|person| person.active_to.is_none_or(|on| on >= day))
            .map(|person| (person.id, person))
            .collect();
        let mut names: BTreeMap<String, Vec<Known>> = BTreeMap::new();
        let mut add = |name: String, who: Known| {
            let known = names.entry(name).or_default();
            if !known.contains(&who) {
                known.push(who);
            }
        };
        for body in bodies.values() {
            for name in names_of_body(body) {
                add(name, Known::Body(body.id));
            }
        }
        for person in persons.values() {
            for name in names_of_person(person) {
                add(name, Known::Person(person.id));
            }
        }
        let named = find(text, &names)?;
        Ok(Self { home, parties: parties.to_vec(), bodies, persons, named })
    }

    /// Who has a part in what is promised there: those named, on each side, or else the lead bodies of the track.
    ///
    /// Of persons, only those who act count; who is named with the deadline (`but`) does not.
    pub(super) fn owners(
        &self,
        ranges: &[Range],
        but: Option<Range>,
        track: Option<&Track>,
    ) -> (Vec<OwnerDraft>, String) {
        let mut owners: Vec<OwnerDraft> = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        let mut ranges = ranges.to_vec();
        ranges.sort_by_key(|range| range.start);
        for named in ranges.iter().flat_map(|range| self.inside(*range)) {
            let aside = named.aside || but.is_some_and(|but| overlap(but, named.range) > 0);
            for who in named.who.iter().filter(|who| !aside || matches!(who, Known::Body(_))) {
                names.extend(self.add(&mut owners, *who));
            }
        }
        let lead = |home: bool| {
            let leads = track.map_or(&[][..], |track| &track.leads);
            leads.iter().filter_map(|id| self.bodies.get(id)).find(|body| {
                (body.party == self.home) == home
                    && (home || self.parties.is_empty() || self.parties.contains(&body.party))
            })
        };
        let mut added = false;
        for (home, role) in [(true, OwnerRole::Lead), (false, OwnerRole::Counterpart)] {
            if !owners.iter().any(|owner| owner.role == role)
                && let Some(body) = lead(home)
            {
                owners.push(OwnerDraft { role, body: Some(body.id), person: None });
                added = true;
            }
        }
        owners.sort_by_key(|owner| owner.role);
        let named = match names.as_slice() {
            [] => String::new(),
            [one] => format!("{one} is named"),
            [rest @ .., last] => format!("{} and {last} are named", rest.join(", ")),
        };
        let reason = match (named.is_empty(), added) {
            (true, true) => "lead bodies of the track".into(),
            (true, false) => String::new(),
            (false, true) => format!("{named}; the other side by the track’s lead bodies"),
            (false, false) => named,
        };
        (owners, reason)
    }

    /// The names in a stretch. They stand in the order of the text, so that a long one is not gone through for each.
    fn inside(&self, range: Range) -> impl Iterator<Item = &Named> {
        let first = self.named.partition_point(|named| named.range.start < range.start);
        self.named[first..]
            .iter()
            .take_while(move |named| named.range.start < range.end)
            .filter(move |named| named.range.end <= range.end)
    }

    /// Adds somebody named to the owners; answers what to call them, where they were not there yet.
    fn add(&self, owners: &mut Vec<OwnerDraft>, who: Known) -> Option<&str> {
        let (party, body, person, called) = match who {
            Known::Body(id) => {
                let body = self.bodies.get(&id)?;
                (body.party, Some(id), None, body.short())
            }
            Known::Person(id) => {
                let person = self.persons.get(&id)?;
                (person.party, person.body, Some(id), person.name.as_str())
            }
        };
        // A person and the body they belong to are one owner.
        if let Some(same) = owners.iter_mut().find(|owner| body.is_some() && owner.body == body) {
            let more = person.is_some() && same.person.is_none();
            same.person = same.person.or(person);
            return more.then_some(called);
        }
        if owners.iter().any(|owner| owner.person.is_some() && owner.person == person) {
            return None;
        }
        let role = match party == self.home {
            false => OwnerRole::Counterpart,
            true if owners.iter().any(|owner| owner.role == OwnerRole::Lead) => OwnerRole::Supporting,
            true => OwnerRole::Lead,
        };
        owners.push(OwnerDraft { role, body, person });
        Some(called)
    }
}

/// What texts call a body: its short name, its full name, and `Home Ministry` for a `Ministry of Home`.
fn names_of_body(body: &Body) -> Vec<String> {
    let full = body.name.strip_prefix("The ").unwrap_or(&body.name);
    let mut names = vec![full.to_owned()];
    for kind in ["Ministry", "Department"] {
        if let Some(of) = full.strip_prefix(kind).and_then(|rest| rest.strip_prefix(" of ")) {
            names.push(format!("{} {kind}", of.strip_suffix(" Affairs").filter(|of| !of.contains(' ')).unwrap_or(of)));
        }
    }
    // A short name that is a plain word, such as State, says too little by itself.
    let plain = body.short_name.chars().skip(1).all(char::is_lowercase);
    if plain && !body.short_name.is_empty() {
        names.push(format!("{} Department", body.short_name));
        names.push(format!("{} Ministry", body.short_name));
    } else if body.short_name.chars().count() > 1 {
        names.push(body.short_name.clone());
    }
    names
}

/// What texts call a person: the full name, or the surname behind a title.
fn names_of_person(person: &Person) -> Vec<String> {
    let mut names = vec![person.name.clone()];
    if let Some((_, surname)) = person.name.rsplit_once(' ')
        && surname.chars().count() > 2
    {
        names.extend(TITLES.iter().map(|title| format!("{title} {surname}")));
    }
    names
}

/// Where names stand in a text.
fn find(text: &str, names: &BTreeMap<String, Vec<Known>>) -> Result<Vec<Named>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let known: Vec<&Vec<Known>> = names.values().collect();
    let forms: Vec<&String> = names.keys().collect();
    let search = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(forms.iter().map(|form| plain(form).0))
        .map_err(|e| Error::Store { doing: "read", detail: format!("the names of bodies and persons: {e}") })?;
    let (plain, places) = plain(text);
    let mut found = Vec::new();
    for hit in search.find_iter(&plain) {
        let (from, to) = (hit.start(), hit.end());
        if stands_alone(&plain, from, to) && spelled_alike(&plain[from..to], forms[hit.pattern().as_usize()]) {
            let range = Range { start: places[from] as usize, end: places[to - 1] as usize + 1 };
            let after = plain[to..].chars().take(2).collect::<String>();
            // "With" may stand a title or two before the name.
            let mut before = lead_up(&plain, from).split(' ').rev().skip(1).take(3);
            let aside = after == "'s" || before.any(|word| word == "with");
            found.push(Named { range, who: known[hit.pattern().as_usize()].clone(), aside });
        }
    }
    Ok(found)
}

/// What stands before a name, as far back as a word or two can reach: a text without blanks is not gone through for
/// each of its names.
fn lead_up(text: &str, to: usize) -> &str {
    let mut from = to.saturating_sub(LEAD_UP);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..to]
}

/// A text whose blanks and apostrophes are plain, so that a name broken over two lines is found; for each of its bytes,
/// the character it stands for.
fn plain(text: &str) -> (String, Vec<u32>) {
    let mut plain = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (place, c) in (0_u32..).zip(text.chars()) {
        let c = match c {
            c if c.is_whitespace() => ' ',
            '’' | '‘' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            c => c,
        };
        plain.push(c);
        places.resize(plain.len(), place);
    }
    (plain, places)
}

/// Whether no letter, digit or hyphenated word joins on: CERT is not named by US-CERT.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let mut before = text[..from].chars().rev();
    let mut after = text[to..].chars();
    let joins = |near: Option<char>, next: Option<char>| match near {
        Some('-') => next.is_some_and(char::is_alphanumeric),
        near => near.is_some_and(char::is_alphanumeric),
    };
    !joins(before.next(), before.next()) && !joins(after.next(), after.next())
}

/// Whether capitals stand where a name has them: all of an abbreviation's, the first letter of any other name.
fn spelled_alike(found: &str, name: &str) -> bool {
    let abbreviation = !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 1;
    if abbreviation { found == plain(name).0 } else { found.chars().next() == name.chars().next() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Id, Known, find};

    #[test]
    fn names_without_a_blank_between_them_are_found_in_a_moment() {
        let names = BTreeMap::from([("MHA".to_owned(), vec![Known::Body(Id::NIL)])]);
        // Looking back from each to the last blank would take minutes.
        let text = format!("Talks with the {}", "MHA—".repeat(400_000));
        let found = find(&text, &names).unwrap();
        assert_eq!(found.len(), 400_000);
        assert!(found[0].aside && !found[399_999].aside);
    }
}
