//! What a list asks, as conditions on a row `s` of `standing`, and the few counts that lamps and days are asked for.
//!
//! Conditions on lamps and exceptions say in SQL what [`crate::commitment::Lamps`] says of one commitment. How a list
//! is ordered stands in `order`, how its stretches are read in `walk`.

use std::{cell::OnceCell, sync::Arc};

use chrono::Days;
use rusqlite::types::ToSql;

use super::{
    Session, Standing,
    journal::word,
    order::{Key, Order},
    sets::Numbers,
    standing::{ADRIFT, NEVER, NO_DATE, adrift, day},
    tally::UNDER_WAY,
};
use crate::{
    clock::Day,
    commitment::{HORIZON, Lamps, STALE_AFTER},
    error::Result,
    id::Id,
    row::{Column as _, Value, unreadable},
    search::{Ask, When},
    vocabulary::{Delivery, Exception, Freshness, Status},
    wire::{CommitmentQuery, ReviewFrame, Tally},
};

/// A list as of a day.
pub(crate) struct Window<'q> {
    pub(crate) query: &'q CommitmentQuery,
    /// The dossier's day.
    pub(crate) day: Day,
    /// The last day that "due before" looks ahead to.
    pub(crate) ahead: Day,
    /// What is asked of each commitment: all of it has to hold.
    pub(crate) asks: Vec<Ask>,
    /// The rows that hold the words asked for, once they were looked up.
    pub(super) held: OnceCell<Vec<Arc<Numbers>>>,
    /// Whether open and whether closed ones are there at all of what is asked for, once that was looked up.
    pub(super) sides: OnceCell<Vec<bool>>,
}

/// The values of a statement, by their placeholders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Values(Vec<Value>);

impl Values {
    /// A value's placeholder.
    pub(super) fn value(&mut self, value: Value) -> String {
        self.0.push(value);
        format!("?{}", self.0.len())
    }

    pub(super) fn text(&mut self, text: impl Into<String>) -> String {
        self.value(Value::Text(text.into()))
    }

    pub(super) fn day(&mut self, day: Day) -> String {
        self.value(day.to_value())
    }

    /// As the driver takes them.
    pub(super) fn bound(&self) -> Vec<&dyn ToSql> {
        self.0.iter().map(|value| value as &dyn ToSql).collect()
    }
}

const BROUGHT_UP: &str = "s.status IN ('not_started', 'in_progress', 'delivered')";

impl Window<'_> {
    /// A list without filters but those of its query's words and names, which the caller has put into `asks`.
    pub(crate) fn new(query: &CommitmentQuery, day: Day, ahead: Day, words: Vec<Ask>) -> Window<'_> {
        let any = |mut parts: Vec<Ask>| match parts.len() {
            0 | 1 => parts.pop(),
            _ => Some(Ask::Any(parts)),
        };
        let mut asks: Vec<Ask> = query.open.map(Ask::Open).into_iter().collect();
        if !query.tracks.is_empty() {
            asks.push(Ask::Tracks(query.tracks.clone()));
        }
        asks.extend(any(query.statuses.iter().copied().map(Ask::Status).collect()));
        asks.extend(any(query.delivery.iter().copied().map(Ask::Delivery).collect()));
        asks.extend(any(query.freshness.iter().copied().map(Ask::Freshness).collect()));
        asks.extend(any(query.exceptions.iter().copied().map(Ask::Exception).collect()));
        asks.extend(query.on_course.map(|on_course| match on_course {
            true => Ask::Not(Box::new(Ask::Excepted)),
            false => Ask::Excepted,
        }));
        if let (Some(decided), Some(ReviewFrame::Meeting { id })) = (query.decided, query.frame) {
            asks.push(Ask::Decided(id, decided));
        }
        asks.extend(query.due_before.map(|day| Ask::Due(When::Within(None, Some(day)))));
        asks.extend(query.owner.map(|id| Ask::Owned(vec![id])));
        asks.extend(query.meeting.map(|id| Ask::Meetings(vec![id])));
        asks.extend(query.due_by.map(|id| Ask::DueBy(vec![id.to_string()])));
        asks.extend(query.dialogue.map(|id| Ask::Dialogues(vec![id])));
        for ask in words {
            ask.parted(&mut asks);
        }
        Window { query, day, ahead, asks, held: OnceCell::new(), sides: OnceCell::new() }
    }

    /// All that has to hold at once.
    pub(crate) fn asks(&self) -> &[Ask] {
        &self.asks
    }

    /// The same list, asked for something else.
    pub(crate) fn asking(&self, asks: Vec<Ask>) -> Self {
        Window {
            query: self.query,
            day: self.day,
            ahead: self.ahead,
            asks,
            held: OnceCell::new(),
            sides: OnceCell::new(),
        }
    }

    pub(super) fn exception(&self, what: Exception, with: &mut Values) -> String {
        match what {
            Exception::Overdue => format!("({UNDER_WAY} AND s.due_on < {})", with.day(self.day)),
            Exception::Blocked => format!("({BROUGHT_UP} AND s.blocked = true)"),
            Exception::DueBefore => {
                let (from, to) = (with.day(self.day), with.day(self.ahead));
                format!("({UNDER_WAY} AND s.due_on >= {from} AND s.due_on <= {to})")
            }
            Exception::Cancelled => format!("({UNDER_WAY} AND s.due_on = '{ADRIFT}')"),
            Exception::Stale => {
                format!("({BROUGHT_UP} AND s.heard_on < {})", with.day(self.stale_before()))
            }
        }
    }

    /// What was last heard of before this day is stale.
    pub(super) fn stale_before(&self) -> Day {
        self.day - Days::new(STALE_AFTER)
    }

    pub(super) fn excepted(&self, with: &mut Values) -> String {
        let all: Vec<String> = Exception::ALL.iter().map(|what| self.exception(*what, with)).collect();
        format!("({})", all.join(" OR "))
    }

    pub(super) fn delivery(&self, lamp: Delivery, with: &mut Values) -> String {
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

    /// The days, from and to, on which what shows this lamp was last heard of; none at an end leaves it open.
    pub(super) fn heard_within(&self, lamp: Freshness) -> (Option<Day>, Option<Day>) {
        let ageing = self.day - Days::new(30);
        let stale = self.stale_before();
        match lamp {
            Freshness::Fresh => (Some(ageing), None),
            Freshness::Ageing => (Some(stale), ageing.pred_opt()),
            Freshness::Stale => (None, stale.pred_opt()),
        }
    }

    /// From where and to where, in the column that a list goes along, what is asked for can be; none at an end leaves it
    /// open.
    pub(super) fn reach(&self, key: Key, ask: &Ask) -> (Option<String>, Option<String>) {
        let days =
            |(from, to): (Option<Day>, Option<Day>)| (from.map(|day| day.to_string()), to.map(|day| day.to_string()));
        let (when, none) = match (key, ask) {
            (Key::Due, Ask::Due(when)) => (*when, (Some(ADRIFT.to_owned()), None)),
            (Key::Heard, Ask::Heard(when)) | (Key::Made, Ask::Made(when)) => (*when, (None, Some(NEVER.to_owned()))),
            (Key::Due, Ask::Overdue | Ask::Exception(Exception::Overdue)) => return days((None, self.day.pred_opt())),
            (Key::Due, Ask::Exception(Exception::DueBefore)) => return days((Some(self.day), Some(self.ahead))),
            (Key::Heard, Ask::Stale | Ask::Exception(Exception::Stale)) => {
                return days((None, self.stale_before().pred_opt()));
            }
            (Key::Heard, Ask::Freshness(lamp)) => return days(self.heard_within(*lamp)),
            _ => return (None, None),
        };
        match when {
            When::Never => none,
            When::Within(from, to) => days((from, to)),
        }
    }

    /// Whether what is asked for lies together in an order, so that a walk begins where it begins.
    pub(super) fn lies_along(&self, order: &Order) -> bool {
        order.levels.is_empty() && self.asks.iter().any(|ask| self.reach(order.key, ask) != (None, None))
    }

    pub(super) fn freshness(&self, lamp: Freshness, with: &mut Values) -> String {
        // A value stands in the statement only where it is used: one too many is an error.
        let (from, to) = self.heard_within(lamp);
        let from = from.map(|day| format!("s.heard_on >= {}", with.day(day)));
        let to = to.map(|day| format!("s.heard_on <= {}", with.day(day)));
        format!("({})", from.into_iter().chain(to).collect::<Vec<_>>().join(" AND "))
    }

    /// Whether open commitments, and whether closed ones, may be what is asked for.
    pub(super) fn opens(&self) -> Vec<bool> {
        [true, false].into_iter().filter(|open| self.asks.iter().all(|ask| ask.may_be(*open))).collect()
    }

    /// What is asked of a row that is known to be in the sets of some questions.
    pub(super) fn fits(&self, in_set: impl Fn(&Ask) -> bool, with: &mut Values) -> Vec<String> {
        let asked = self.asks.iter();
        asked
            .filter_map(|ask| if in_set(ask) { self.left_in_set(ask, with) } else { Some(self.condition(ask, with)) })
            .collect()
    }
}

/// Letters without case and accents, so that `resume` finds `Résumé`.
pub(crate) fn folded(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    // Most text is plain, and much of it is folded with every act.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Vowel signs of Indic scripts are combining marks too, and are kept: only those of Latin, Greek and Cyrillic go.
    text.nfd()
        .filter(|c| !(is_combining_mark(*c) && ('\u{300}'..='\u{36f}').contains(c)))
        .flat_map(char::to_lowercase)
        .collect()
}

impl Session<'_> {
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
                adrift: self.fail(adrift(row, 3))?,
                slips: 0,
                was_overdue: false,
                periods: (0, 0),
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

    /// Open commitments on these tracks that work is expected on, soonest due first in each; at most `most`.
    pub(crate) fn open_on_tracks(&self, tracks: &[Id], most: usize) -> Result<Vec<Id>> {
        let mut found: Vec<Id> = Vec::new();
        for track in tracks {
            let mut statement = self.prepare(
                "SELECT s.commitment_id FROM standing s
                  WHERE s.track_id = ?1 AND s.is_open = true AND s.status <> 'suspended'
                  ORDER BY s.due_on, s.ref LIMIT ?2",
            )?;
            let left = i64::try_from(most - found.len()).unwrap_or(i64::MAX);
            let rows = statement.query_map(rusqlite::params![track.to_string(), left], |row| row.get::<_, String>(0));
            for id in self.fail(rows)? {
                found.push(self.fail(id)?.parse().map_err(|e| unreadable("an id", &format!("{e}")))?);
            }
        }
        Ok(found)
    }

    /// How many open commitments there are on these tracks that work is expected on.
    pub(crate) fn count_open_on_tracks(&self, tracks: &[Id]) -> Result<u32> {
        let mut statement = self.prepare(
            "SELECT count(*) FROM standing s WHERE s.track_id = ?1 AND s.is_open = true AND s.status <> 'suspended'",
        )?;
        let mut sum = 0;
        for track in tracks {
            sum += self.fail(statement.query_row([track.to_string()], |row| row.get::<_, u32>(0)))?;
        }
        Ok(sum)
    }
}

const _: () = assert!(NO_DATE.len() == NEVER.len());
