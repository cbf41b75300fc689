//! Where a question begins: the rows among which all that it asks for are, by number, as a statement to select them.
//!
//! A set may hold more than is asked for, since every row is put to the question anyway ([`super::search`]), and a row
//! more than once. What it costs is the rows it holds, whatever the size of the register: each begins in an index.

use std::{cell::OnceCell, sync::Arc};

use super::{
    Session,
    listing::{Values, Window},
    search::listed,
    standing::{ADRIFT, NEVER, NO_DATE},
    words,
};
use crate::{
    clock::Day,
    commitment::HORIZON,
    error::Result,
    id::Id,
    search::{Ask, When},
    vocabulary::{Delivery, Exception, Noun, Status},
};

/// Questions joined by `or` have a set together while they are few.
const TOGETHER: usize = 16;

impl Window<'_> {
    /// The numbers of the rows among which all that `ask` asks for are; none where it begins nowhere.
    pub(super) fn set(&self, session: &Session<'_>, ask: &Ask, with: &mut Values) -> Result<Option<String>> {
        Ok(Some(match ask {
            Ask::All(parts) => {
                for part in parts {
                    if let Some(set) = self.set(session, part, with)? {
                        return Ok(Some(set));
                    }
                }
                return Ok(None);
            }
            Ask::Any(parts) => return self.joint_set(session, parts, with),
            Ask::Words(terms, owners) => {
                let words = words::holding(&with.text(words::all_of(terms)));
                if owners.is_empty() { words } else { format!("{words} UNION ALL {}", owned(owners, with)) }
            }
            Ask::Title(words) => words::holding_in_title(&with.text(words::in_title(words))),
            Ask::Excepted => {
                let all: Vec<Ask> = Exception::ALL.iter().copied().map(Ask::Exception).collect();
                return self.joint_set(session, &all, with);
            }
            // What is brought up is open, also where closed ones are asked for beside it.
            Ask::Overdue | Ask::Exception(Exception::Overdue) => {
                numbers(&format!("s.is_open = true AND s.due_on < {}", with.day(self.day)))
            }
            Ask::Exception(Exception::DueBefore) => {
                let (from, to) = (with.day(self.day), with.day(self.ahead));
                numbers(&format!("s.is_open = true AND s.due_on >= {from} AND s.due_on <= {to}"))
            }
            Ask::Exception(Exception::Cancelled) => numbers(&format!("s.is_open = true AND s.due_on = '{ADRIFT}'")),
            Ask::WasOverdue => numbers("s.was_overdue = true"),
            Ask::DueBy(what) => {
                let places: Vec<String> = what.iter().map(|what| with.text(what.as_str())).collect();
                self.within(&format!("s.due_by IN ({})", places.join(", ")))
            }
            Ask::Stale | Ask::Exception(Exception::Stale) => {
                numbers(&format!("s.is_open = true AND s.heard_on < {}", with.day(self.stale_before())))
            }
            Ask::Blocked | Ask::Exception(Exception::Blocked) => numbers("s.blocked = true"),
            Ask::Decided(meeting, true) => format!(
                "SELECT s.number FROM decision d JOIN standing s ON s.commitment_id = d.commitment_id WHERE d.meeting_id = {}",
                with.text(meeting.to_string())
            ),
            Ask::Tracks(ids) => self.within(&format!("s.track_id IN ({})", listed(ids, with))),
            Ask::Status(status) => numbers(&format!("s.status = {}", with.text(status.word()))),
            Ask::Delivery(lamp) => self.lit(*lamp, with),
            Ask::Freshness(lamp) => {
                let (from, to) = self.heard_within(*lamp);
                self.ranged("s.heard_on", from, to, with)
            }
            Ask::Theirs(statuses) => {
                let words: Vec<String> = statuses.iter().map(|status| with.text(status.word())).collect();
                numbers(&format!("s.theirs IN ({}) AND s.theirs <> ''", words.join(", ")))
            }
            Ask::Bound(bound) => self.within(&format!("s.bound = {}", with.text(bound.word()))),
            Ask::Strength(strength) => self.within(&format!("s.strength = {}", with.text(strength.word()))),
            Ask::BoundBy(parties) if parties.iter().any(|(_, side)| side.is_some()) => return Ok(None),
            Ask::BoundBy(_) => self.within("s.bound = 'named'"),
            Ask::Due(when) => self.when("s.due_on", NO_DATE, *when, with),
            Ask::Heard(when) => self.when("s.heard_on", NEVER, *when, with),
            Ask::Made(when) => self.when("s.made_on", NEVER, *when, with),
            Ask::Created(when) => self.within(&days("s.created_on", *when, with)),
            Ask::Changed(when) => self.within(&days("s.changed_on", *when, with)),
            Ask::Slips(sign, number) => self.within(&format!("s.slips {sign} {number}")),
            // Where never may be asked for, every commitment may be; and nothing was decided on nearly all of them.
            Ask::Not(_)
            | Ask::Open(_)
            | Ask::Decided(_, false)
            | Ask::Reaffirmed("<" | "<=", _)
            | Ask::Reaffirmed(_, 0) => return Ok(None),
            Ask::Reaffirmed(..) => {
                "SELECT s.number FROM link l JOIN standing s ON s.commitment_id = l.to_id WHERE l.kind = 'reaffirms'
                 UNION ALL SELECT s.number FROM mention m JOIN standing s ON s.commitment_id = m.commitment_id"
                    .into()
            }
            Ask::Owned(ids) | Ask::Owners(ids) | Ask::Counterparts(ids) => owned(ids, with),
            Ask::Partners(ids) => of_owners(&format!("o.party_id IN ({})", listed(ids, with))),
            Ask::Meetings(ids) => {
                let places = listed(ids, with);
                let made = self.within(&format!("s.meeting_id IN ({places})"));
                format!("{made} UNION ALL {}", of_commitments(&format!("c.due_meeting_id IN ({places})")))
            }
            Ask::Dialogues(ids) => format!(
                "SELECT s.number FROM meeting m JOIN standing s ON s.meeting_id = m.id WHERE m.dialogue_id IN ({}) AND {}",
                listed(ids, with),
                self.either()
            ),
            Ask::Instruments(ids) => {
                let places = listed(ids, with);
                format!(
                    "{}
                     UNION ALL SELECT s.number FROM delivered_by d JOIN standing s ON s.commitment_id = d.commitment_id
                                WHERE d.instrument_id IN ({places})
                     UNION ALL SELECT s.number FROM text t JOIN passage p ON p.text_id = t.id
                                 JOIN commitment c ON c.passage_id = p.id JOIN standing s ON s.commitment_id = c.id
                                WHERE t.instrument_id IN ({places})",
                    of_commitments(&format!("c.instrument_id IN ({places})"))
                )
            }
            Ask::Markings(ids) => {
                let mut borne: Vec<String> = session.lists_of(Noun::Commitment, "marking")?;
                borne.retain(|list| ids.iter().any(|id| list.contains(&id.to_string())));
                let places: Vec<String> = borne.into_iter().map(|list| with.text(list)).collect();
                of_commitments(&format!("c.marking IN ({}) AND c.marking <> ''", places.join(", ")))
            }
            Ask::Ref(beginning) => {
                let (from, to) = (with.text(beginning.as_str()), with.text(format!("{beginning}\u{10ffff}")));
                self.within(&format!("s.ref >= {from} AND s.ref < {to}"))
            }
        }))
    }

    /// Open and closed, as far as there is anything of the kind among what is asked for: a list merges both, and would
    /// go through all that is closed to find that none of it is blocked.
    pub(super) fn sides(&self, session: &Session<'_>) -> Result<&[bool]> {
        if let Some(sides) = self.sides.get() {
            return Ok(sides);
        }
        let mut sides = Vec::new();
        for open in self.opens() {
            let mut some = true;
            for ask in &self.asks {
                some = some && !self.is_without(session, ask, open)?;
            }
            sides.extend(some.then_some(open));
        }
        Ok(self.sides.get_or_init(|| sides))
    }

    /// Whether an index says at once that nothing open, or nothing closed, is what is asked for.
    fn is_without(&self, session: &Session<'_>, ask: &Ask, open: bool) -> Result<bool> {
        let condition = match ask {
            Ask::All(parts) => {
                for part in parts {
                    if self.is_without(session, part, open)? {
                        return Ok(true);
                    }
                }
                return Ok(false);
            }
            Ask::Any(parts) if parts.len() <= TOGETHER => {
                for part in parts {
                    if !self.is_without(session, part, open)? {
                        return Ok(false);
                    }
                }
                return Ok(true);
            }
            _ if !ask.may_be(open) => return Ok(true),
            // Their index is of what is blocked alone. Asked for a value of the column it holds, the database would rather
            // begin with all that is open.
            Ask::Blocked => {
                let not = if open { "" } else { "NOT " };
                let mut statement = session
                    .prepare(&format!("SELECT 1 FROM standing s WHERE s.blocked = true AND {not}s.is_open LIMIT 1"))?;
                return Ok(!session.fail(statement.exists([]))?);
            }
            Ask::Freshness(_)
            | Ask::Heard(_)
            | Ask::Made(_)
            | Ask::Due(_)
            | Ask::Created(_)
            | Ask::Changed(_)
            | Ask::Slips(..)
            | Ask::Bound(_)
            | Ask::Strength(_)
            | Ask::DueBy(_)
            | Ask::Ref(_) => ask,
            _ => return Ok(false),
        };
        let mut with = Values::default();
        let narrowed = Window { asks: vec![Ask::Open(open)], held: OnceCell::new(), sides: OnceCell::new(), ..*self };
        let Some(set) = narrowed.set(session, condition, &mut with)? else { return Ok(false) };
        let mut statement = session.prepare(&format!("{set} LIMIT 1"))?;
        Ok(!session.fail(statement.exists(with.bound().as_slice()))?)
    }

    /// The sets of several questions, of which one has to hold.
    fn joint_set(&self, session: &Session<'_>, parts: &[Ask], with: &mut Values) -> Result<Option<String>> {
        let mut sets = Vec::new();
        for part in parts {
            match self.set(session, part, with)? {
                Some(set) if sets.len() < TOGETHER => sets.push(set),
                _ => return Ok(None),
            }
        }
        Ok((!sets.is_empty()).then(|| sets.join(" UNION ALL ")))
    }

    fn lit(&self, lamp: Delivery, with: &mut Values) -> String {
        match lamp {
            Delivery::Green => self.of_status(&[Status::Fulfilled, Status::Delivered], with),
            Delivery::Grey => self.of_status(&[Status::Suspended, Status::Superseded, Status::Dropped], with),
            // What is late is left out here already: it comes first in many an order, and there may be much of it.
            Delivery::Amber => numbers(&format!(
                "s.is_open = true AND s.due_on >= {} AND s.blocked = false AND s.status IN ('not_started', 'in_progress')",
                with.day(self.day)
            )),
            Delivery::Red => {
                let soon = with.day(self.day + chrono::Days::new(HORIZON));
                format!(
                    "{} UNION ALL {} UNION ALL {}",
                    numbers("s.status = 'not_fulfilled'"),
                    numbers("s.blocked = true"),
                    numbers(&format!("s.is_open = true AND s.due_on <= {soon}"))
                )
            }
        }
    }

    /// Rows of these states, as far as open or closed ones are asked for.
    fn of_status(&self, states: &[Status], with: &mut Values) -> String {
        let opens = self.opens();
        let asked = states.iter().filter(|status| opens.contains(&status.is_open()));
        let places: String = asked.map(|status| format!(", {}", with.text(status.word()))).collect();
        // No state is called by an empty word: the list may not be empty.
        numbers(&format!("s.status IN (''{places})"))
    }

    /// Rows in an index that begins with, or goes on with, whether they are open.
    fn within(&self, condition: &str) -> String {
        numbers(&format!("{} AND {condition}", self.either()))
    }

    /// Open or closed, as it may be: both have to be named, so that an index beginning with it is used.
    pub(super) fn either(&self) -> &'static str {
        match self.opens().as_slice() {
            [true] => "s.is_open = true",
            [false] => "s.is_open = false",
            _ => "s.is_open IN (true, false)",
        }
    }

    fn ranged(&self, column: &str, from: Option<Day>, to: Option<Day>, with: &mut Values) -> String {
        let from = from.map(|day| format!("{column} >= {}", with.day(day)));
        let to = to.map(|day| format!("{column} <= {}", with.day(day)));
        self.within(&from.into_iter().chain(to).collect::<Vec<_>>().join(" AND "))
    }

    fn when(&self, column: &str, none: &str, when: When, with: &mut Values) -> String {
        match when {
            When::Never => self.within(&format!("{column} IN ({})", nothing(none, with))),
            When::Within(None, None) => self.within("true"),
            // Texts that stand for no day lie beyond every day; the question itself leaves them out.
            When::Within(from, to) => self.ranged(column, from, to, with),
        }
    }
}

/// The texts that stand for no day in a column.
pub(super) fn nothing(none: &str, with: &mut Values) -> String {
    let adrift = if none == NO_DATE { format!(", '{ADRIFT}'") } else { String::new() };
    format!("{}{adrift}", with.text(none))
}

fn numbers(condition: &str) -> String {
    format!("SELECT s.number FROM standing s WHERE {condition}")
}

fn of_commitments(condition: &str) -> String {
    format!("SELECT s.number FROM commitment c JOIN standing s ON s.commitment_id = c.id WHERE {condition}")
}

fn of_owners(condition: &str) -> String {
    format!("SELECT s.number FROM owner o JOIN standing s ON s.commitment_id = o.commitment_id WHERE {condition}")
}

fn owned(ids: &[Id], with: &mut Values) -> String {
    let places = listed(ids, with);
    let (bodies, persons) = (format!("o.body_id IN ({places})"), format!("o.person_id IN ({places})"));
    format!("{} UNION ALL {}", of_owners(&bodies), of_owners(&persons))
}

/// That a column of days lies there, where everything has a day.
fn days(column: &str, when: When, with: &mut Values) -> String {
    let (from, to) = match when {
        When::Never => (None, None),
        When::Within(from, to) => (from, to),
    };
    let from = from.map(|day| format!("{column} >= {}", with.day(day)));
    let to = to.map(|day| format!("{column} <= {}", with.day(day)));
    let said: Vec<String> = from.into_iter().chain(to).collect();
    if said.is_empty() { format!("{column} >= ''") } else { said.join(" AND ") }
}

/// Numbers of rows, a bit for each that there may be.
#[derive(Debug, Default)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    /// Those that a statement selects; none where it selects more than `most` rows.
    pub(super) fn selected(session: &Session<'_>, set: &str, with: &Values, most: u32) -> Result<Option<Self>> {
        let mut numbers = Self::default();
        let mut left = most;
        let mut statement = session.prepare(set)?;
        let mut rows = session.fail(statement.query(with.bound().as_slice()))?;
        while let Some(row) = session.fail(rows.next())? {
            if left == 0 {
                return Ok(None);
            }
            left -= 1;
            numbers.insert(session.fail(row.get(0))?);
        }
        Ok(Some(numbers))
    }

    /// Those that are in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one & other).collect())
    }

    pub(super) fn holds(&self, number: i64) -> bool {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        self.0.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    fn insert(&mut self, number: i64) {
        let Ok(at) = usize::try_from(number) else { return };
        if at / 64 >= self.0.len() {
            self.0.resize(at / 64 + 1, 0);
        }
        self.0[at / 64] |= 1 << (at % 64);
    }
}

impl Window<'_> {
    /// The sets of the words that are asked for: looked up once, whatever the number of statements that a list takes.
    pub(super) fn held(&self, session: &Session<'_>) -> Result<&[Arc<Numbers>]> {
        if let Some(held) = self.held.get() {
            return Ok(held);
        }
        let mut held = Vec::new();
        for ask in self.asks.iter().filter(|ask| of_words(ask)) {
            let mut with = Values::default();
            let Some(set) = self.set(session, ask, &mut with)? else { continue };
            held.extend(session.numbers(&set, &with, u32::MAX)?);
        }
        Ok(self.held.get_or_init(|| held))
    }
}

/// Whether a question is put to the index of words, which answers for all rows at once.
pub(super) const fn of_words(ask: &Ask) -> bool {
    matches!(ask, Ask::Words(..) | Ask::Title(_))
}

impl Session<'_> {
    /// The outside events that commitments are due by, by name.
    pub(crate) fn events(&self) -> Result<Vec<String>> {
        self.lists_of(Noun::Commitment, "due_event")
    }

    /// The lists of ids that a column of a noun holds, each once. There are few, however many rows hold them, and each
    /// is found by going on in the index from the one before.
    pub(super) fn lists_of(&self, noun: Noun, column: &'static str) -> Result<Vec<String>> {
        use rusqlite::OptionalExtension as _;
        let table = noun.word();
        let mut statement = self.prepare(&format!(
            "SELECT {column} FROM {table} WHERE {column} <> '' AND {column} > ?1 ORDER BY {column} LIMIT 1"
        ))?;
        let mut found: Vec<String> = Vec::new();
        loop {
            let last = found.last().map_or("", String::as_str);
            match self.fail(statement.query_row([last], |row| row.get(0)).optional())? {
                Some(next) => found.push(next),
                None => return Ok(found),
            }
        }
    }
}
