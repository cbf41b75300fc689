//! Stretches of a list, by keyset and never by offset.
//!
//! A list is read in one of two ways. It *walks* along the index of its order and puts the question to each row, which
//! is quick where many rows are what is asked for; or it *gathers* a set that holds all of them ([`super::sets`]) and
//! sorts that, which is quick where the set is small. How large a set is, is found by counting it, but no further than
//! would still be small. A walk that finds nothing for long looks for a set that is not too large after all, and goes on
//! through it as through a *sieve* ([`super::sieve`]): what is not in the set is passed by without a look at its row.
//! Where what is asked for lies together in the order, a walk is tried before anything is counted.

use std::{cell::Cell, cmp::Ordering, collections::HashMap, ops::ControlFlow};

use rusqlite::types::ValueRef;

use super::{
    Session,
    listing::{Values, Window},
    order::{Dimension, Key, Level, Order, Place},
    sets::of_words,
    sieve::Sieve,
};
use crate::{
    error::{Error, Result},
    id::Id,
    row::{Value, unreadable},
    search::Ask,
};

/// When a list is gathered and when it is walked along.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// A set of so many rows is gathered at once.
    pub small: u32,
    /// A set of so many is a sieve rather than walking on for long, and is gathered for reading a list from end to end.
    pub large: u32,
    /// How many rows a walk looks at before it asks whether there is a set.
    pub long: u64,
}

impl Ways {
    /// As measured on a million commitments.
    pub const MEASURED: Self = Self { small: 10_000, large: 250_000, long: 2_000 };

    /// Those in force on this thread.
    pub(super) fn now() -> Self {
        WAYS.get()
    }

    /// Puts them in force on this thread, so that a test can read every list in every way.
    pub fn take(self) {
        WAYS.set(self);
    }
}

thread_local! {
    static WAYS: Cell<Ways> = const { Cell::new(Ways::MEASURED) };
}

/// Where a stretch of a list begins: after the row with these values, or with a part.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Cursor {
    /// The part on each level.
    parts: Vec<String>,
    /// The column sorted by, and the ref, which tells rows of the same value apart; none for the beginning of the part.
    at: Option<(String, String)>,
}

impl Cursor {
    /// As it crosses the wire.
    pub(crate) fn to_text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|e| unreadable("a cursor", &e.to_string()))
    }

    /// From the wire.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|_| gone())
    }
}

fn gone() -> Error {
    Error::Invalid("This list cannot be gone on with; read it anew.".into())
}

/// A row of a list, by what places it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// The place of its part on each level.
    pub(super) parts: [usize; 2],
    pub(super) key: String,
    pub(super) reference: String,
    pub(super) number: i64,
}

impl Placed {
    fn against(&self, other: &Self, descending: bool) -> Ordering {
        let within = (&self.key, &self.reference).cmp(&(&other.key, &other.reference));
        self.parts.cmp(&other.parts).then(if descending { within.reverse() } else { within })
    }

    pub(super) fn cursor(&self, order: &Order) -> Cursor {
        Cursor { parts: order.values(self.parts), at: Some((self.key.clone(), self.reference.clone())) }
    }
}

impl Order {
    /// What stands in a cursor for a part.
    pub(super) fn values(&self, parts: [usize; 2]) -> Vec<String> {
        self.levels.iter().zip(parts).map(|(level, at)| level.places[at].value.clone()).collect()
    }

    /// The part that a cursor stands in.
    fn part_of(&self, cursor: &Cursor) -> Result<[usize; 2]> {
        if cursor.parts.len() != self.levels.len() {
            return Err(gone());
        }
        let mut parts = [0, 0];
        for ((level, value), part) in self.levels.iter().zip(&cursor.parts).zip(&mut parts) {
            *part = level.places.iter().position(|place| place.value == *value).ok_or_else(gone)?;
        }
        Ok(parts)
    }

    /// A cursor that stands at the beginning of a part.
    pub(super) fn beginning(&self, parts: [usize; 2]) -> Cursor {
        Cursor { parts: self.values(parts), at: None }
    }

    /// Every part in order, from one on.
    pub(super) fn parts_from(&self, from: [usize; 2]) -> impl Iterator<Item = [usize; 2]> + use<> {
        let count = |level: usize| self.levels.get(level).map_or(1, |level| level.places.len());
        let (outer, inner) = (count(0), count(1));
        (from[0]..outer)
            .flat_map(move |first| (0..inner).map(move |second| [first, second]))
            .skip_while(move |part| *part < from)
    }

    fn place(&self, level: usize, parts: [usize; 2]) -> Option<(Dimension, &Place)> {
        self.levels.get(level).map(|level_| (level_.by, &level_.places[parts[level]]))
    }

    /// How a value of the column is written so that it sorts as a text.
    fn key_text(&self, value: ValueRef<'_>, into: &mut String) -> Result<()> {
        into.clear();
        match value {
            ValueRef::Integer(number) => into.push_str(&format!("{number:010}")),
            other => into.push_str(other.as_str().map_err(|e| unreadable("a list", &e.to_string()))?),
        }
        Ok(())
    }

    fn key_value(&self, text: &str) -> Result<Value> {
        match self.key {
            Key::Slips => text.parse().map(Value::Integer).map_err(|_| gone()),
            _ => Ok(Value::Text(text.to_owned())),
        }
    }
}

/// How a walk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walked {
    /// At the end of the part.
    Through,
    /// Where it was told to.
    Stopped,
    /// It looked at more rows than it may.
    TooLong,
}

/// What becomes of a walk that looked at more rows than it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TooFar {
    /// Something else is tried.
    GiveUp,
    /// It goes on through a sieve.
    Sift,
}

/// How a walk goes: from end to end and with a look at every row, where nothing else is said.
#[derive(Default)]
pub(super) struct Pace {
    /// How many rows it may still look at; none for as many as there are.
    left: Option<u64>,
    /// What it passes by without a look.
    sieve: Option<Sieve>,
}

/// The next row of one of the statements of a walk.
#[derive(Default)]
struct Head {
    key: String,
    reference: String,
    number: i64,
    fits: bool,
}

impl Session<'_> {
    /// Ids of a stretch of a list, and where the next stretch begins.
    pub(crate) fn stretch(&self, window: &Window<'_>) -> Result<(Vec<Id>, Option<Cursor>)> {
        let limit = window.query.limit.clamp(1, 500) as usize;
        let order = self.order(window)?;
        let after = window.query.after.as_deref().map(Cursor::parse).transpose()?;
        let from = after.as_ref().map_or(Ok([0, 0]), |cursor| order.part_of(cursor))?;
        let after = after.and_then(|cursor| cursor.at).map(|(key, reference)| Placed {
            parts: from,
            key,
            reference,
            number: 0,
        });
        // What lies together in the order is not counted first: a page of it is read sooner.
        let along = match window.lies_along(&order) {
            true => self.walked(window, &order, from, after.as_ref(), limit + 1, TooFar::GiveUp)?,
            false => None,
        };
        let mut found = match along {
            Some(found) => found,
            None => match self.small_set(window, Ways::now().small)? {
                Some(ask) => {
                    self.gathered(window, &order, &Begin::Asked(ask), from, after.as_ref(), Some(limit + 1))?
                }
                None => self.walked(window, &order, from, after.as_ref(), limit + 1, TooFar::Sift)?.unwrap_or_default(),
            },
        };
        let next = if found.len() > limit {
            found.truncate(limit);
            found.last().map(|last| last.cursor(&order))
        } else {
            None
        };
        let mut ids = Vec::with_capacity(found.len());
        for row in found {
            let id = self.commitment_numbered(row.number)?;
            ids.push(id.ok_or_else(|| unreadable("a list", "a number without a commitment"))?);
        }
        Ok((ids, next))
    }

    /// The question whose set is smallest, where one has at most `most` rows.
    pub(super) fn small_set<'w>(&self, window: &'w Window<'_>, most: u32) -> Result<Option<&'w Ask>> {
        let mut best: Option<(&Ask, u32)> = None;
        for ask in &window.asks {
            let mut with = Values::default();
            let Some(set) = window.set(self, ask, &mut with)? else { continue };
            let bar = best.map_or(most.saturating_add(1), |(_, size)| size);
            let size = match self.kept_size(ask)? {
                Some(size) => size,
                None => self.size(&set, &with, bar)?,
            };
            if size < bar {
                best = Some((ask, size));
            }
            if size < 100 {
                break;
            }
        }
        Ok(best.map(|(ask, _)| ask))
    }

    /// How many rows a set has, counted as far as `most`.
    fn size(&self, set: &str, with: &Values, most: u32) -> Result<u32> {
        let mut statement =
            self.prepare(&format!("SELECT count(*) FROM (SELECT 1 FROM ({set}) counted LIMIT {most}) bounded"))?;
        self.fail(statement.query_row(with.bound().as_slice(), |row| row.get(0)))
    }

    /// At most `most` rows of a list along its order; none where it went too far and was to give up.
    fn walked(
        &self,
        window: &Window<'_>,
        order: &Order,
        from: [usize; 2],
        after: Option<&Placed>,
        most: usize,
        too_far: TooFar,
    ) -> Result<Option<Vec<Placed>>> {
        let mut found = Vec::new();
        // What was sifted a moment ago is sifted from the beginning.
        let known = if too_far == TooFar::Sift { self.known_sieve(window, Ways::now().large)? } else { None };
        let mut pace = match known {
            Some(sieve) => Pace { left: None, sieve: Some(sieve) },
            None => Pace { left: Some(Ways::now().long), sieve: None },
        };
        let mut alone = None;
        for parts in order.parts_from(from) {
            let here = after.filter(|after| after.parts == parts);
            // A group that has no index for the order of its rows is gathered where it is small, whole.
            if order.grouped && order.key != Key::Due {
                if alone == Some(parts[0]) {
                    continue;
                }
                if let Some(begin) = self.small_group(window, order, parts[0])? {
                    alone = Some(parts[0]);
                    let rows = self.gathered(window, order, &begin, parts, here, Some(most - found.len()))?;
                    found.extend(rows);
                    if found.len() >= most {
                        return Ok(Some(found));
                    }
                    continue;
                }
            }
            let mut take = |row: &Placed| {
                found.push(row.clone());
                if found.len() >= most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let mut ended = self.walk(window, order, parts, here, &mut pace, &mut take)?;
            if ended == Walked::TooLong {
                if too_far == TooFar::GiveUp {
                    return Ok(None);
                }
                // Where there is no set, all that is left is to go on as before; in either case from the row found last.
                pace = Pace { left: None, sieve: self.sieve(window, Ways::now().large)? };
                let last = found.last().filter(|last| last.parts == parts).cloned();
                let mut take = |row: &Placed| {
                    found.push(row.clone());
                    if found.len() >= most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                ended = self.walk(window, order, parts, last.as_ref().or(here), &mut pace, &mut take)?;
            }
            if ended == Walked::Stopped {
                return Ok(Some(found));
            }
        }
        Ok(Some(found))
    }

    /// A group as a set to gather, where it is small enough.
    pub(super) fn small_group(&self, window: &Window<'_>, order: &Order, group: usize) -> Result<Option<Begin<'_>>> {
        let Some((by, place)) = order.place(0, [group, 0]) else { return Ok(None) };
        let mut with = Values::default();
        let Some(set) = by.set(&place.value, window, &mut with) else { return Ok(None) };
        let small = self.size(&set, &with, Ways::now().small.saturating_add(1))? <= Ways::now().small;
        Ok(small.then(|| Begin::Group(by, place.value.clone())))
    }

    /// Goes along a part of a list, in its order, from after a row on.
    pub(super) fn walk(
        &self,
        window: &Window<'_>,
        order: &Order,
        parts: [usize; 2],
        after: Option<&Placed>,
        pace: &mut Pace,
        mut each: impl FnMut(&Placed) -> ControlFlow<()>,
    ) -> Result<Walked> {
        let Pace { left, sieve } = pace;
        let places: Vec<(Dimension, &Place)> = (0..2).filter_map(|level| order.place(level, parts)).collect();
        let may_be = |open: bool| places.iter().all(|(by, place)| by.may_be(&place.value, open));
        let opens: Vec<bool> = window.sides(self)?.iter().copied().filter(|open| may_be(*open)).collect();
        let mut statements = Vec::new();
        for open in &opens {
            let (sql, with) = self.walking(window, order, &places, *open, after, sieve.is_some())?;
            statements.push((self.prepare(&sql)?, with));
        }
        let held = window.held(self)?;
        let mut sifting = sieve.as_ref().map(|sieve| sieve.ready(self)).transpose()?;
        let mut rows = Vec::new();
        for (statement, with) in &mut statements {
            rows.push(self.fail(statement.query(with.bound().as_slice()))?);
        }
        let mut heads: Vec<Option<Head>> = (0..rows.len()).map(|_| Some(Head::default())).collect();
        let mut due: Vec<usize> = (0..rows.len()).collect();
        let mut placed = Placed { parts, key: String::new(), reference: String::new(), number: 0 };
        loop {
            // The statements whose row was taken bring their next.
            for at in due.drain(..) {
                let Some(mut head) = heads[at].take() else { continue };
                while let Some(row) = self.fail(rows[at].next())? {
                    if let Some(left) = left {
                        if *left == 0 {
                            return Ok(Walked::TooLong);
                        }
                        *left -= 1;
                    }
                    head.number = self.fail(row.get(2))?;
                    head.fits = self.fail(row.get(3))? && held.iter().all(|numbers| numbers.holds(head.number));
                    if let Some(sifting) = &mut sifting {
                        head.fits = head.fits && sifting.passes(self, head.number)?;
                    }
                    if head.fits {
                        order.key_text(self.fail(row.get_ref(0))?, &mut head.key)?;
                        head.reference.clear();
                        head.reference.push_str(self.fail(row.get_ref(1).and_then(|text| Ok(text.as_str()?)))?);
                        heads[at] = Some(head);
                        break;
                    }
                }
            }
            let first = match heads.as_slice() {
                [one] => one.as_ref().map(|_| 0),
                [one, other] => match (one, other) {
                    (Some(one), Some(other)) => {
                        let within = (&one.key, &one.reference).cmp(&(&other.key, &other.reference));
                        let within = if order.descending { within.reverse() } else { within };
                        Some(usize::from(within == Ordering::Greater))
                    }
                    (Some(_), None) => Some(0),
                    (None, Some(_)) => Some(1),
                    (None, None) => None,
                },
                _ => None,
            };
            let Some(at) = first else { return Ok(Walked::Through) };
            if let Some(head) = &mut heads[at] {
                std::mem::swap(&mut placed.key, &mut head.key);
                std::mem::swap(&mut placed.reference, &mut head.reference);
                placed.number = head.number;
            }
            if each(&placed).is_break() {
                return Ok(Walked::Stopped);
            }
            due.push(at);
        }
    }

    /// The statement that goes along a part: the index of the order is all that it may begin with, and the question is
    /// put to each row that comes; through a sieve, no more of it than what tells the part.
    fn walking(
        &self,
        window: &Window<'_>,
        order: &Order,
        places: &[(Dimension, &Place)],
        open: bool,
        after: Option<&Placed>,
        sieved: bool,
    ) -> Result<(String, Values)> {
        let mut with = Values::default();
        let key = order.key.column();
        let along = if order.key == Key::Due {
            places.iter().enumerate().find_map(|(at, (by, place))| {
                by.along_due(&place.value, open, &mut with).map(|condition| (at, condition))
            })
        } else {
            None
        };
        let by_index = along.as_ref().map(|(at, _)| *at);
        let mut conditions = vec![along.map_or_else(|| format!("s.is_open = {open}"), |(_, condition)| condition)];
        let (sign, way) = if order.descending { ("<", " DESC") } else { (">", "") };
        if let Some(after) = after {
            if order.key == Key::Ref {
                conditions.push(format!("s.ref {sign} {}", with.text(&after.reference)));
            } else {
                let from = with.value(order.key_value(&after.key)?);
                conditions.push(format!("({key}, s.ref) {sign} ({from}, {})", with.text(&after.reference)));
            }
        }
        // What is asked of the column itself is where the walk begins and where it ends. Gone on with, it begins farther on.
        for ask in &window.asks {
            let (from, to) = window.reach(order.key, ask);
            let (from, to) = match (after.is_some(), order.descending) {
                (true, false) => (None, to),
                (true, true) => (from, None),
                (false, _) => (from, to),
            };
            conditions.extend(from.map(|from| format!("{key} >= {}", with.text(from))));
            conditions.extend(to.map(|to| format!("{key} <= {}", with.text(to))));
        }
        let mut fits: Vec<String> = places
            .iter()
            .enumerate()
            .filter(|(at, _)| Some(*at) != by_index)
            .map(|(_, (by, place))| by.holds(&place.value, window, &mut with))
            .collect();
        let by_track = places.iter().any(|(by, _)| *by == Dimension::Track);
        let known =
            |ask: &Ask| matches!(ask, Ask::Open(_)) || of_words(ask) || (by_track && matches!(ask, Ask::Tracks(_)));
        if !sieved {
            fits.extend(window.fits(known, &mut with));
        }
        let fits = all_of(&fits);
        let by = if order.key == Key::Ref { format!("s.ref{way}") } else { format!("{key}{way}, s.ref{way}") };
        let conditions = conditions.join(" AND ");
        Ok((format!("SELECT {key}, s.ref, s.number, {fits} FROM standing s WHERE {conditions} ORDER BY {by}"), with))
    }
}

/// Where rows are gathered from.
pub(super) enum Begin<'w> {
    /// The set of something asked.
    Asked(&'w Ask),
    /// A group.
    Group(Dimension, String),
}

impl Session<'_> {
    /// The rows of a list that are in a set, in their order, from after a row on; at most `most`. A group is gathered
    /// from the part `from` on and no further than itself.
    pub(super) fn gathered(
        &self,
        window: &Window<'_>,
        order: &Order,
        begin: &Begin<'_>,
        from: [usize; 2],
        after: Option<&Placed>,
        most: Option<usize>,
    ) -> Result<Vec<Placed>> {
        let mut with = Values::default();
        let set = match begin {
            Begin::Asked(ask) => window.set(self, ask, &mut with)?,
            Begin::Group(by, value) => by.set(value, window, &mut with),
        };
        let Some(set) = set else { return Ok(Vec::new()) };
        // What the set itself says need not be asked again.
        let known = |ask: &Ask| matches!(begin, Begin::Asked(begun) if std::ptr::eq(*begun, ask));
        let fits = all_of(&window.fits(known, &mut with));
        let levels: Vec<String> = order.levels.iter().map(|level| level.by.of_row(window, &mut with)).collect();
        let levels = levels.iter().map(|level| format!(", {level}")).collect::<String>();
        let key = order.key.column();
        let mut statement = self.prepare(&format!(
            "SELECT {fits}, {key}, s.ref, s.number{levels} FROM standing s WHERE s.number IN ({set})"
        ))?;
        let by_value: Vec<HashMap<&str, usize>> = order.levels.iter().map(Level::by_value).collect();
        let mut rows = self.fail(statement.query(with.bound().as_slice()))?;
        let mut found: Vec<Placed> = Vec::new();
        let crowd = most.map_or(usize::MAX, |most| 4 * most + 1_000);
        let mut last: Option<Placed> = None;
        let mut row_ = Placed { parts: [0, 0], key: String::new(), reference: String::new(), number: 0 };
        'rows: while let Some(row) = self.fail(rows.next())? {
            if !self.fail(row.get::<_, bool>(0))? {
                continue;
            }
            for (level, by_value) in by_value.iter().enumerate() {
                let value = self.fail(row.get_ref(4 + level).and_then(|text| Ok(text.as_str()?)))?;
                match by_value.get(value) {
                    Some(at) => row_.parts[level] = *at,
                    // Of a part that was not asked for.
                    None => continue 'rows,
                }
            }
            if row_.parts < from {
                continue;
            }
            order.key_text(self.fail(row.get_ref(1))?, &mut row_.key)?;
            row_.reference.clear();
            row_.reference.push_str(self.fail(row.get_ref(2).and_then(|text| Ok(text.as_str()?)))?);
            row_.number = self.fail(row.get(3))?;
            let later = |than: &Placed| row_.against(than, order.descending) == Ordering::Greater;
            if after.is_some_and(|after| !later(after)) || last.as_ref().is_some_and(later) {
                continue;
            }
            found.push(row_.clone());
            if found.len() >= crowd {
                found.sort_unstable_by(|a, b| a.against(b, order.descending));
                found.truncate(most.unwrap_or(usize::MAX));
                last = found.last().cloned();
            }
        }
        found.sort_unstable_by(|a, b| a.against(b, order.descending));
        found.truncate(most.unwrap_or(usize::MAX));
        Ok(found)
    }
}

impl Level {
    fn by_value(&self) -> HashMap<&str, usize> {
        self.places.iter().enumerate().map(|(at, place)| (place.value.as_str(), at)).collect()
    }
}

/// Whether all of these hold, as a value; asked one after the other, and no further than the first that does not.
pub(super) fn all_of(fits: &[String]) -> String {
    if fits.is_empty() {
        return "true".into();
    }
    format!("CASE WHEN {} THEN true ELSE false END", super::search::halved(fits, " AND "))
}
