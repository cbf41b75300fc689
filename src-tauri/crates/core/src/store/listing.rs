//! Lists of commitments: which, in which order, and which stretch, by keyset and never by offset.
//!
//! Conditions on lamps and exceptions say in SQL what [`crate::commitment::Lamps`] says of one commitment.

use chrono::Days;
use rusqlite::types::ToSql;

use super::{
    Session, Standing,
    journal::word,
    search::bound_by,
    standing::{NEVER, NO_DATE, day},
};
use crate::{
    clock::Day,
    commitment::{HORIZON, Lamps, STALE_AFTER},
    error::{Error, Result},
    id::Id,
    row::{Column as _, Value, unreadable},
    search::Ask,
    vocabulary::{Bound, Delivery, Exception, Freshness, Status},
    wire::{CommitmentQuery, Sort, Tally},
};

/// Where a stretch of a list begins: after the row with these values.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Cursor {
    /// In a review, the place of the track among those listed.
    pub(crate) track: usize,
    /// In a review, whether the exceptions of the track are through.
    pub(crate) on_course: bool,
    /// The column sorted by.
    pub(crate) key: String,
    /// The ref, which tells rows of the same key apart.
    pub(crate) reference: String,
}

impl Cursor {
    /// As it crosses the wire.
    pub(crate) fn to_text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|e| unreadable("a cursor", &e.to_string()))
    }

    /// From the wire.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|_| Error::Invalid("This list cannot be gone on with; read it anew.".into()))
    }
}

/// A list as of a day.
pub(crate) struct Window<'q> {
    pub(crate) query: &'q CommitmentQuery,
    /// The dossier's day.
    pub(crate) day: Day,
    /// The last day that "due before" looks ahead to.
    pub(crate) ahead: Day,
    /// The side that the query's party is on.
    pub(crate) side: Option<Bound>,
    /// What the query's words ask.
    pub(crate) ask: Ask,
}

/// The conditions of a statement, with their values.
#[derive(Default)]
pub(super) struct Conditions {
    all: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// A value's placeholder.
    pub(super) fn value(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    pub(super) fn text(&mut self, text: impl Into<String>) -> String {
        self.value(Value::Text(text.into()))
    }

    fn day(&mut self, day: Day) -> String {
        self.value(day.to_value())
    }

    fn and(&mut self, condition: String) {
        self.all.push(condition);
    }

    fn any(&mut self, conditions: &[String]) {
        if !conditions.is_empty() {
            self.all.push(format!("({})", conditions.join(" OR ")));
        }
    }

    fn clause(&self) -> String {
        if self.all.is_empty() { "true".into() } else { self.all.join(" AND ") }
    }
}

const UNDER_WAY: &str = "s.status IN ('not_started', 'in_progress')";
const BROUGHT_UP: &str = "s.status IN ('not_started', 'in_progress', 'delivered')";

impl Window<'_> {
    pub(super) fn exception(&self, what: Exception, with: &mut Conditions) -> String {
        match what {
            Exception::Overdue => format!("({UNDER_WAY} AND s.due_on < {})", with.day(self.day)),
            Exception::Blocked => format!("({BROUGHT_UP} AND s.blocked = true)"),
            Exception::DueBefore => {
                let (from, to) = (with.day(self.day), with.day(self.ahead));
                format!("({UNDER_WAY} AND s.due_on >= {from} AND s.due_on <= {to})")
            }
            Exception::Stale => {
                format!("({BROUGHT_UP} AND s.heard_on < {})", with.day(self.day - Days::new(STALE_AFTER)))
            }
        }
    }

    fn excepted(&self, with: &mut Conditions) -> String {
        let all: Vec<String> = Exception::ALL.iter().map(|what| self.exception(*what, with)).collect();
        format!("({})", all.join(" OR "))
    }

    pub(super) fn delivery(&self, lamp: Delivery, with: &mut Conditions) -> String {
        match lamp {
            Delivery::Green => "(s.status = 'fulfilled' OR (s.status = 'delivered' AND s.blocked = false))".into(),
            Delivery::Grey => "s.status IN ('suspended', 'superseded', 'dropped')".into(),
            Delivery::Red => {
                let (day, soon) = (with.day(self.day), with.day(self.day + Days::new(HORIZON)));
                format!(
                    "(s.status = 'not_fulfilled' OR (s.status = 'delivered' AND s.blocked = true)
                      OR ({UNDER_WAY} AND (s.blocked = true OR s.due_on < {day}))
                      OR (s.status = 'not_started' AND s.due_on <= {soon}))"
                )
            }
            Delivery::Amber => {
                let red = self.delivery(Delivery::Red, with);
                format!("({UNDER_WAY} AND NOT {red})")
            }
        }
    }

    pub(super) fn freshness(&self, lamp: Freshness, with: &mut Conditions) -> String {
        // A value stands in the statement only where it is used: one too many is an error.
        let ageing = self.day - Days::new(30);
        let stale = self.day - Days::new(STALE_AFTER);
        match lamp {
            Freshness::Fresh => format!("s.heard_on >= {}", with.day(ageing)),
            Freshness::Ageing => format!("(s.heard_on < {} AND s.heard_on >= {})", with.day(ageing), with.day(stale)),
            Freshness::Stale => format!("s.heard_on < {}", with.day(stale)),
        }
    }

    /// What the query asks for, but tracks and the stretch.
    fn conditions(&self) -> Conditions {
        let query = self.query;
        let mut with = Conditions::default();
        if let Some(open) = query.open {
            with.and(format!("s.is_open = {open}"));
        }
        let statuses: Vec<String> = query.statuses.iter().map(|s| with.text(s.word())).collect();
        let statuses: Vec<String> = statuses.into_iter().map(|place| format!("s.status = {place}")).collect();
        with.any(&statuses);
        let lamps: Vec<String> = query.delivery.iter().map(|lamp| self.delivery(*lamp, &mut with)).collect();
        with.any(&lamps);
        let lamps: Vec<String> = query.freshness.iter().map(|lamp| self.freshness(*lamp, &mut with)).collect();
        with.any(&lamps);
        let exceptions: Vec<String> = query.exceptions.iter().map(|what| self.exception(*what, &mut with)).collect();
        with.any(&exceptions);
        if let Some(on_course) = query.on_course {
            let excepted = self.excepted(&mut with);
            with.and(if on_course { format!("NOT {excepted}") } else { excepted });
        }
        if let Some(day) = query.due_before {
            let place = with.day(day);
            with.and(format!("s.due_on <= {place}"));
        }
        if let Some(owner) = query.owner {
            let place = with.text(owner.to_string());
            with.and(format!(
                "s.commitment_id IN (SELECT commitment_id FROM owner WHERE body_id = {place}
                                     UNION ALL SELECT commitment_id FROM owner WHERE person_id = {place})"
            ));
        }
        if let Some(party) = query.party {
            let bound = bound_by(party, self.side, &mut with);
            with.and(format!("s.commitment_id IN (SELECT c.id FROM commitment c WHERE {bound})"));
        }
        if let Some(meeting) = query.meeting {
            let place = with.text(meeting.to_string());
            with.and(format!(
                "s.commitment_id IN (SELECT id FROM commitment WHERE meeting_id = {place}
                                     UNION ALL SELECT id FROM commitment WHERE due_meeting_id = {place})"
            ));
        }
        if let Some(dialogue) = query.dialogue {
            let place = with.text(dialogue.to_string());
            with.and(format!(
                "s.commitment_id IN (SELECT c.id FROM commitment c JOIN meeting m ON m.id = c.meeting_id
                                      WHERE m.dialogue_id = {place})"
            ));
        }
        if self.ask != Ask::All(Vec::new()) {
            let asked = self.condition(&self.ask, &mut with);
            with.and(asked);
        }
        with
    }
}

/// Letters without case and accents, so that `resume` finds `Résumé`.
pub(crate) fn folded(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    // Vowel signs of Indic scripts are combining marks too, and are kept: only those of Latin, Greek and Cyrillic go.
    text.nfd()
        .filter(|c| !(is_combining_mark(*c) && ('\u{300}'..='\u{36f}').contains(c)))
        .flat_map(char::to_lowercase)
        .collect()
}

impl Session<'_> {
    /// Ids of a stretch of a list, and where the next stretch begins. `tracks` are those to list, in their order.
    pub(crate) fn stretch(&self, window: &Window<'_>, tracks: &[Id]) -> Result<(Vec<Id>, Option<Cursor>)> {
        let limit = window.query.limit.clamp(1, 500) as usize;
        let after = window.query.after.as_deref().map(Cursor::parse).transpose()?;
        match window.query.sort {
            Sort::Review => self.review_stretch(window, tracks, limit, after),
            Sort::Due => self.plain_stretch(window, tracks, "s.due_on", limit, after.as_ref()),
            Sort::Heard => self.plain_stretch(window, tracks, "s.heard_on", limit, after.as_ref()),
            Sort::Ref => self.plain_stretch(window, tracks, "s.ref", limit, after.as_ref()),
            Sort::Title => self.plain_stretch(window, tracks, "s.title", limit, after.as_ref()),
            Sort::Made => self.plain_stretch(window, tracks, "s.made_on", limit, after.as_ref()),
            _ => self.plain_stretch(window, tracks, "s.due_on", limit, after.as_ref()),
        }
    }

    /// Track by track, the exceptions of each first, each part by due date.
    fn review_stretch(
        &self,
        window: &Window<'_>,
        tracks: &[Id],
        limit: usize,
        mut after: Option<Cursor>,
    ) -> Result<(Vec<Id>, Option<Cursor>)> {
        let mut found = Vec::new();
        let first = after.as_ref().map_or((0, false), |cursor| (cursor.track, cursor.on_course));
        for (at, track) in tracks.iter().enumerate().skip(first.0) {
            for on_course in [false, true] {
                if (at, on_course) < first {
                    continue;
                }
                let mut with = window.conditions();
                let place = with.text(track.to_string());
                with.and(format!("s.track_id = {place}"));
                let excepted = window.excepted(&mut with);
                with.and(if on_course { format!("NOT {excepted}") } else { excepted });
                let rows = self.part(with, "s.due_on", limit + 1 - found.len(), after.take().as_ref())?;
                found.extend(
                    rows.into_iter().map(|(id, key, reference)| (id, Cursor { track: at, on_course, key, reference })),
                );
                if found.len() > limit {
                    return Ok(cut(found, limit));
                }
            }
        }
        Ok(cut(found, limit))
    }

    fn plain_stretch(
        &self,
        window: &Window<'_>,
        tracks: &[Id],
        key: &str,
        limit: usize,
        after: Option<&Cursor>,
    ) -> Result<(Vec<Id>, Option<Cursor>)> {
        let mut with = window.conditions();
        if !window.query.tracks.is_empty() {
            let places: Vec<String> = tracks.iter().map(|track| with.text(track.to_string())).collect();
            with.and(format!("s.track_id IN ({})", places.join(", ")));
        }
        let rows = self.part(with, key, limit + 1, after)?;
        let rows =
            rows.into_iter().map(|(id, key, reference)| (id, Cursor { track: 0, on_course: false, key, reference }));
        Ok(cut(rows.collect(), limit))
    }

    fn part(
        &self,
        mut with: Conditions,
        key: &str,
        limit: usize,
        after: Option<&Cursor>,
    ) -> Result<Vec<(Id, String, String)>> {
        if let Some(after) = after {
            let (from, reference) = (with.text(&after.key), with.text(&after.reference));
            with.and(format!("({key}, s.ref) > ({from}, {reference})"));
        }
        let sql = format!(
            "SELECT s.commitment_id, {key}, s.ref FROM standing s WHERE {} ORDER BY {key}, s.ref LIMIT {limit}",
            with.clause()
        );
        let mut statement = self.prepare(&sql)?;
        let values: Vec<&dyn ToSql> = with.values.iter().map(|value| value as &dyn ToSql).collect();
        let mut rows = self.fail(statement.query(values.as_slice()))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let id = self.fail(row.get::<_, String>(0))?.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
            found.push((id, self.fail(row.get(1))?, self.fail(row.get(2))?));
        }
        Ok(found)
    }

    /// How many commitments the query has, on any stretch.
    pub(crate) fn count_window(&self, window: &Window<'_>) -> Result<u32> {
        let mut with = window.conditions();
        let places: Vec<String> = window.query.tracks.iter().map(|track| with.text(track.to_string())).collect();
        if !places.is_empty() {
            with.and(format!("s.track_id IN ({})", places.join(", ")));
        }
        let mut statement = self.prepare(&format!("SELECT count(*) FROM standing s WHERE {}", with.clause()))?;
        let values: Vec<&dyn ToSql> = with.values.iter().map(|value| value as &dyn ToSql).collect();
        self.fail(statement.query_row(values.as_slice(), |row| row.get(0)))
    }

    /// Open commitments counted by track. Each is read once, from an index alone, and judged by its lamps: putting the
    /// same questions in SQL compares every text a dozen times over and takes four times as long.
    pub(crate) fn count_tallies(&self, today: Day, ahead: Day) -> Result<Vec<Tally>> {
        let mut statement =
            self.prepare("SELECT track_id, status, blocked, due_on, heard_on FROM standing WHERE is_open = true")?;
        let mut rows = self.fail(statement.query([]))?;
        let mut found: Vec<(String, Tally)> = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let track = self.fail(row.get_ref(0).and_then(|text| Ok(text.as_str()?)))?;
            let standing = Standing {
                status: self.fail(word(row, 1, Status::from_word))?,
                blocked: self.fail(row.get(2))?,
                due_on: self.fail(day(row, 3))?,
                heard_on: self.fail(day(row, 4))?,
                slips: 0,
            };
            let at = found.iter().position(|(known, _)| known == track).unwrap_or_else(|| {
                found.push((track.to_owned(), Tally::default()));
                found.len() - 1
            });
            Lamps { standing: &standing, day: today, ahead }.count_in(&mut found[at].1);
        }
        let named = |(track, tally): (String, Tally)| {
            let track = track.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
            Ok(Tally { track: Some(track), ..tally })
        };
        found.into_iter().map(named).collect()
    }

    /// Open commitments on these tracks, soonest due first.
    pub(crate) fn open_on_tracks(&self, tracks: &[Id]) -> Result<Vec<Id>> {
        let mut found = Vec::new();
        for track in tracks {
            let mut with = Conditions::default();
            let place = with.text(track.to_string());
            with.and(format!("s.track_id = {place} AND s.is_open = true AND s.status <> 'suspended'"));
            found.extend(self.part(with, "s.due_on", 10_000, None)?.into_iter().map(|(id, ..)| id));
        }
        Ok(found)
    }
}

fn cut(mut rows: Vec<(Id, Cursor)>, limit: usize) -> (Vec<Id>, Option<Cursor>) {
    let next = if rows.len() > limit {
        rows.truncate(limit);
        rows.last().map(|(_, cursor)| cursor.clone())
    } else {
        None
    };
    (rows.into_iter().map(|(id, _)| id).collect(), next)
}

const _: () = assert!(NO_DATE.len() == NEVER.len());
