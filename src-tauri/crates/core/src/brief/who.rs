//! Who: parties as a sentence names them, delegations, and who sits opposite.

use super::{
    gather::Gathering,
    mark::Mark,
    paper::{Block, Cell, Holds, Paragraph, Row, Table, Tone},
    promise::Promise,
    rows::{cell, column, row},
    words::listed,
};
use crate::{
    attendance::Attendance,
    body::Body,
    dialogue::Dialogue,
    error::Result,
    id::Id,
    meeting::Meeting,
    party::Party,
    person::Person,
    rules::capital,
    vocabulary::{AttendanceRole, OwnerRole, PartyKind},
};

/// What a name that bears the article has in it: `the United States`, `the Republic of Korea`.
const WITH_ARTICLE: &[&str] = &[
    "United",
    "Republic",
    "Kingdom",
    "Union",
    "Federation",
    "Emirates",
    "States",
    "Islands",
    "Netherlands",
    "Philippines",
    "Maldives",
    "Bahamas",
    "Gambia",
    "Seychelles",
    "Comoros",
    "Holy",
];

/// A party's name within a sentence.
pub(super) fn called(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let takes = WITH_ARTICLE.iter().any(|word| name.split_whitespace().any(|own| own == *word));
    if takes && first != "the" && first != "The" { format!("the {name}") } else { name.to_owned() }
}

/// What stands before a meeting's title within a sentence: `the 4th Cyber Dialogue`, `the Ministerial meeting`; nothing
/// before what begins with a name.
pub(super) fn article(title: &str) -> &'static str {
    const KINDS: &[&str] = &[
        "Ministerial",
        "Leaders’",
        "Leaders'",
        "Technical-level",
        "Senior",
        "Joint",
        "Summit",
        "Signing",
        "Visit",
        "Second",
        "First",
        "Third",
        "Fourth",
        "Fifth",
        "Inaugural",
        "Annual",
        "Working",
    ];
    let first = title.split_whitespace().next().unwrap_or_default();
    let counted = first.chars().next().is_some_and(|c| c.is_ascii_digit());
    if counted || KINDS.contains(&first) { "the " } else { "" }
}

/// When a meeting was, behind its title: ` on 14 Aug 2015`, ` in May 2011`, nothing where that is not known.
pub(super) fn on(when: &str) -> String {
    match when.chars().next() {
        None => String::new(),
        Some(c) if c.is_ascii_digit() => format!(" on {when}"),
        Some(_) => format!(" in {when}"),
    }
}

/// A body's name within a sentence: a name of several words bears the article, an abbreviation does not.
pub(super) fn body_called(name: &str) -> String {
    let written_out = name.split(' ').any(|word| word.chars().any(char::is_lowercase));
    let bears = name.contains(' ') && written_out && !name.to_lowercase().starts_with("the ");
    if bears { format!("the {name}") } else { name.to_owned() }
}

/// Somebody, or a delegation, at a meeting.
pub(super) struct Attending {
    pub(super) party: Id,
    pub(super) role: AttendanceRole,
    pub(super) name: String,
    pub(super) post: String,
    pub(super) body: String,
    pub(super) size: Option<i32>,
}

/// The two sides of a paper.
pub(super) struct Sides {
    /// `India`.
    pub(super) us: String,
    /// `the United States`; `the other side` where there are several or none is known.
    pub(super) them: String,
    /// Whether the others are several.
    pub(super) many: bool,
    /// Both: `India and the United States`, `Arvenia, Belmora and Caldria`.
    pub(super) both: String,
}

impl Sides {
    /// The form of a verb that goes with the other side.
    pub(super) const fn they<'v>(&self, one: &'v str, many: &'v str) -> &'v str {
        if self.many { many } else { one }
    }
}

impl Gathering<'_> {
    /// The sides of a meeting: the parties of its dialogue, or of those who attend.
    pub(super) fn sides_of(&self, meeting: &Meeting) -> Result<Sides> {
        let session = &self.showing.session;
        let mut parties = match meeting.dialogue {
            Some(id) => session.require::<Dialogue>(id)?.parties,
            None => Vec::new(),
        };
        if parties.is_empty() {
            parties = session.with::<Attendance>("meeting_id", meeting.id)?.iter().map(|row| row.party).collect();
        }
        self.sides(parties)
    }

    fn sides(&self, mut parties: Vec<Id>) -> Result<Sides> {
        let home = self.showing.home();
        if parties.is_empty() {
            let states = self.showing.session.all::<Party>()?;
            parties = states.iter().filter(|party| party.kind == PartyKind::State).map(|party| party.id).collect();
        }
        let mut others: Vec<String> = Vec::new();
        for party in parties.into_iter().filter(|party| *party != home) {
            let name = called(&self.showing.party(party).name);
            if !others.contains(&name) {
                others.push(name);
            }
        }
        let us = called(&self.showing.party(home).name);
        let named = !others.is_empty() && others.len() <= 3;
        let them = if named { listed(&others) } else { "the other side".into() };
        let both = if named { [&us].into_iter().chain(&others).collect() } else { vec![&us, &them] };
        Ok(Sides { both: listed(&both), many: named && others.len() > 1, us, them })
    }

    /// Who takes part in a meeting: heads first, then in the order in which they were entered.
    pub(super) fn attending(&self, meeting: Id) -> Result<Vec<Attending>> {
        let session = &self.showing.session;
        let mut found = Vec::new();
        for row in session.with::<Attendance>("meeting_id", meeting)? {
            let person = row.person.map(|id| session.require::<Person>(id)).transpose()?;
            let body = row.body.or(person.as_ref().and_then(|person| person.body));
            let body = body.map(|id| session.require::<Body>(id)).transpose()?;
            let name = match (&person, &body) {
                (Some(person), _) => person.name.clone(),
                (None, _) if !row.name.is_empty() => row.name.clone(),
                (None, Some(body)) => body.name.clone(),
                (None, None) => "Delegation".into(),
            };
            found.push(Attending {
                party: row.party,
                role: row.role,
                name,
                post: person.as_ref().map(|person| person.post.clone()).unwrap_or_default(),
                body: body.filter(|_| row.body.is_none()).map(|body| body.name).unwrap_or_default(),
                size: row.size,
            });
        }
        found.sort_by_key(|row| (row.party != self.showing.home(), row.party, row.role));
        Ok(found)
    }

    /// Who takes part, as a table with a head for each side.
    pub(super) fn attendance<'a>(
        &self,
        attending: impl IntoIterator<Item = &'a Attending>,
        mark: &Mark,
        without: &str,
    ) -> Block {
        let attending: Vec<&Attending> = attending.into_iter().collect();
        if attending.is_empty() {
            return self.nothing(without);
        }
        let home = self.showing.home();
        let mut parties: Vec<Id> = Vec::new();
        for row in &attending {
            if !parties.contains(&row.party) {
                parties.push(row.party);
            }
        }
        parties.sort_by_key(|party| *party != home);
        let words = |text: &str| cell(vec![Paragraph::plain(mark.clone(), text)]);
        let mut rows: Vec<Row> = Vec::new();
        for party in parties {
            let name = self.showing.party(party).name;
            let line = Paragraph::new(mark.clone(), Tone::Strong, name);
            rows.push(Row { mark: mark.clone(), head: true, cells: vec![Cell::Words { lines: vec![line] }] });
            for who in attending.iter().filter(|who| who.party == party) {
                let name = match who.size {
                    Some(size) => format!("{} ({size} members)", who.name),
                    None => who.name.clone(),
                };
                let name = cell(vec![Paragraph::new(mark.clone(), Tone::Strong, name)]);
                rows.push(row(mark, vec![name, words(&who.post), words(&who.body), words(&capital(who.role.label()))]));
            }
        }
        Block::Table(Table {
            caption: "Delegations".into(),
            columns: vec![
                column("Name", Holds::Words, 26),
                column("Post", Holds::Words, 34),
                column("Body", Holds::Words, 24),
                column("Part", Holds::Words, 16),
            ],
            rows,
        })
    }
}

/// The heads of delegation, ours first: `Narendra Modi and Barack Obama`; empty where none is named.
pub(super) fn heads(attending: &[Attending]) -> String {
    let heads: Vec<&str> =
        attending.iter().filter(|who| who.role == AttendanceRole::Head).map(|who| who.name.as_str()).collect();
    listed(&heads)
}

/// Who sees to a commitment, as a sentence without its stop: `MHA leads, with DHS opposite`.
pub(super) fn leading(promise: &Promise) -> String {
    let lead = promise.spoken_part(OwnerRole::Lead);
    let opposite = promise.spoken_part(OwnerRole::Counterpart);
    let verb = if lead.contains(" and ") { "lead" } else { "leads" };
    match (lead.is_empty(), opposite.is_empty()) {
        (false, false) => format!("{lead} {verb}, with {opposite} opposite"),
        (false, true) => format!("{lead} {verb}"),
        (true, false) => format!("no one on our side leads; {opposite} is the counterpart"),
        (true, true) => "nobody is named as its owner".into(),
    }
}
