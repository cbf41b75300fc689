//! How a list is ordered: by levels, of which each parts it (by track, by status, by month), and within a part along a
//! column. A review goes by track and by exceptions, then along the due date; a grouped list has its groups in front.

use rusqlite::OptionalExtension as _;

use super::{
    Session, folded,
    listing::{Values, Window},
    standing::{ADRIFT, NO_DATE},
};
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    search::Ask,
    vocabulary::{Bound, Status, Strength},
    wire::{Grouping, Sort},
};

/// A column that a list goes along; rows of the same value go by ref.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Due,
    Heard,
    Made,
    Ref,
    Title,
    Slips,
    Raised,
}

impl Key {
    pub(super) const fn column(self) -> &'static str {
        match self {
            Self::Due => "s.due_on",
            Self::Heard => "s.heard_on",
            Self::Made => "s.made_on",
            Self::Ref => "s.ref",
            Self::Title => "s.title",
            Self::Slips => "s.slips",
            Self::Raised => "s.raised_on",
        }
    }
}

/// What parts a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    Track,
    Status,
    Bound,
    Strength,
    /// The body or person that leads.
    Lead,
    /// The body that leads, or whose person does.
    Body,
    /// As lists show it: the body, or the person where there is no body.
    Shown,
    Meeting,
    DueMonth,
    /// Exceptions first.
    Course,
}

/// One part of a level.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// What its rows have in common, as it stands in cursors.
    pub(super) value: String,
    /// For a person.
    pub(super) label: String,
}

/// A level: what it parts by, and its parts in their order.
pub(super) struct Level {
    pub(super) by: Dimension,
    pub(super) places: Vec<Place>,
}

/// The order of a list.
pub(super) struct Order {
    pub(super) levels: Vec<Level>,
    pub(super) key: Key,
    pub(super) descending: bool,
    /// Whether the first level is a grouping that was asked for.
    pub(super) grouped: bool,
}

/// The month that stands for "no date"; sorts after every month.
const NO_MONTH: &str = "9999-12";
/// Before the id of a person who leads without a body.
const ALONE: &str = "alone:";

impl Dimension {
    /// The value that tells a row's part, where the exceptions are known by themselves.
    pub(super) fn of_row(self, window: &Window<'_>, with: &mut Values) -> String {
        match self {
            Self::Track => "s.track_id".into(),
            Self::Status => "s.status".into(),
            Self::Bound => "s.bound".into(),
            Self::Strength => "s.strength".into(),
            Self::Lead => "s.lead_id".into(),
            Self::Body => "s.lead_body_id".into(),
            Self::Shown => format!(
                "CASE WHEN s.lead_body_id <> '' THEN s.lead_body_id WHEN s.lead_id <> '' THEN '{ALONE}' || s.lead_id ELSE '' END"
            ),
            Self::Meeting => "s.meeting_id".into(),
            Self::DueMonth => "substr(s.due_on, 1, 7)".into(),
            Self::Course => format!("CASE WHEN {} THEN '0' ELSE '1' END", window.excepted(with)),
        }
    }

    /// Whether a row is in a part, as conditions that an index on the due date answers together, the rows in their
    /// order; none where there is no such index.
    pub(super) fn along_due(self, value: &str, open: bool, with: &mut Values) -> Option<String> {
        let open = format!("s.is_open = {open}");
        Some(match self {
            Self::Track => format!("s.track_id = {} AND {open}", with.text(value)),
            // A status says itself whether it is open.
            Self::Status => format!("s.status = {}", with.text(value)),
            Self::Bound => format!("s.bound = {} AND {open}", with.text(value)),
            Self::Strength => format!("s.strength = {} AND {open}", with.text(value)),
            Self::Lead => format!("s.lead_id = {} AND {open}", with.text(value)),
            Self::Body => format!("s.lead_body_id = {} AND {open}", with.text(value)),
            Self::Shown => match value.strip_prefix(ALONE) {
                // The blank keeps the database from beginning with all that no body leads.
                Some(person) => format!("s.lead_id = {} AND {open} AND s.lead_body_id || '' = ''", with.text(person)),
                None if value.is_empty() => format!("s.lead_id = '' AND {open}"),
                None => format!("s.lead_body_id = {} AND {open}", with.text(value)),
            },
            Self::Meeting => format!("s.meeting_id = {} AND {open}", with.text(value)),
            Self::DueMonth => {
                let (from, to) = month(value);
                format!("{open} AND s.due_on >= {} AND s.due_on <= {}", with.text(from), with.text(to))
            }
            Self::Course => return None,
        })
    }

    /// Whether a row is in a part, asked of the row.
    pub(super) fn holds(self, value: &str, window: &Window<'_>, with: &mut Values) -> String {
        match self {
            Self::Course if value == "0" => window.excepted(with),
            Self::Course => format!("NOT {}", window.excepted(with)),
            Self::DueMonth => {
                let (from, to) = month(value);
                format!("(s.due_on >= {} AND s.due_on <= {})", with.text(from), with.text(to))
            }
            other => format!("{} = {}", other.of_row(window, with), with.text(value)),
        }
    }

    /// The numbers of the rows of a part, where they begin in an index.
    pub(super) fn set(self, value: &str, window: &Window<'_>, with: &mut Values) -> Option<String> {
        let each: Vec<String> = window
            .opens()
            .into_iter()
            .filter_map(|open| self.along_due(value, open, with))
            .map(|condition| format!("SELECT s.number FROM standing s WHERE {condition}"))
            .collect();
        (!each.is_empty()).then(|| each.join(" UNION ALL "))
    }

    /// Whether open or closed rows can be in a part.
    pub(super) fn may_be(self, value: &str, open: bool) -> bool {
        match self {
            Self::Course => open || value == "1",
            Self::Status => Status::from_word(value).is_none_or(|status| status.is_open() == open),
            _ => true,
        }
    }
}

/// The days, as text, from and to which rows of a month are due.
fn month(value: &str) -> (String, String) {
    if value == NO_MONTH { (ADRIFT.into(), NO_DATE.into()) } else { (format!("{value}-01"), format!("{value}-31")) }
}

impl Session<'_> {
    /// The order that a list asks for.
    pub(super) fn order(&self, window: &Window<'_>) -> Result<Order> {
        let query = window.query;
        let group = query.group.map(|group| match group {
            Grouping::Track => Dimension::Track,
            Grouping::Owner => Dimension::Lead,
            Grouping::Body => Dimension::Body,
            Grouping::Meeting => Dimension::Meeting,
            Grouping::Status => Dimension::Status,
            Grouping::DueMonth => Dimension::DueMonth,
        });
        let (own, key): (&[Dimension], Key) = match query.sort {
            // A review is parted by track as it is; parted otherwise, its exceptions stay first.
            Sort::Review if group.is_some() => (&[Dimension::Course], Key::Due),
            Sort::Review => (&[Dimension::Track, Dimension::Course], Key::Due),
            Sort::Due => (&[], Key::Due),
            Sort::Ref => (&[], Key::Ref),
            Sort::Heard => (&[], Key::Heard),
            Sort::Title => (&[], Key::Title),
            Sort::Made => (&[], Key::Made),
            Sort::Slips => (&[], Key::Slips),
            Sort::Raised => (&[], Key::Raised),
            Sort::Track => (&[Dimension::Track], Key::Due),
            Sort::Status => (&[Dimension::Status], Key::Due),
            Sort::Bound => (&[Dimension::Bound], Key::Due),
            Sort::Strength => (&[Dimension::Strength], Key::Due),
            Sort::Owner => (&[Dimension::Shown], Key::Due),
        };
        let descending = query.descending && query.sort != Sort::Review;
        let mut levels = Vec::new();
        if let Some(by) = group {
            levels.push(Level { by, places: self.places_of(by, window)? });
        }
        for by in own.iter().copied().filter(|by| Some(*by) != group) {
            let mut places = self.places_of(by, window)?;
            if descending {
                places.reverse();
            }
            levels.push(Level { by, places });
        }
        Ok(Order { levels, key, descending, grouped: group.is_some() })
    }

    fn places_of(&self, by: Dimension, window: &Window<'_>) -> Result<Vec<Place>> {
        let words = |all: &[(&str, &str)]| -> Vec<Place> {
            all.iter().map(|(value, label)| Place { value: (*value).into(), label: (*label).into() }).collect()
        };
        Ok(match by {
            Dimension::Course => words(&[("0", "Exceptions"), ("1", "On course")]),
            Dimension::Status => {
                let asked = |status: &Status| window.asks.iter().all(|ask| ask.may_have(*status));
                let all: Vec<_> = Status::ALL.iter().filter(|s| asked(s)).map(|s| (s.word(), s.label())).collect();
                words(&all)
            }
            // A part that nothing asked for can be in would be gone through to its end for nothing.
            Dimension::Bound => {
                let asked = |one: &Bound| window.asks.iter().all(|ask| !matches!(ask, Ask::Bound(of) if of != one));
                let all = [Bound::Home, Bound::Partner, Bound::Both, Bound::Named];
                let all: Vec<_> = all.iter().filter(|b| asked(b)).map(|b| (b.word(), b.label())).collect();
                words(&all)
            }
            Dimension::Strength => {
                let asked =
                    |one: &Strength| window.asks.iter().all(|ask| !matches!(ask, Ask::Strength(of) if of != one));
                let all: Vec<_> = Strength::ALL.iter().filter(|s| asked(s)).map(|s| (s.word(), s.label())).collect();
                words(&all)
            }
            Dimension::Track => {
                let asked =
                    |id: Id| window.asks.iter().all(|ask| !matches!(ask, Ask::Tracks(ids) if !ids.contains(&id)));
                let tracks = self.tracks()?.into_iter().filter(|track| asked(track.id));
                tracks.map(|track| Place { value: track.id.to_string(), label: track.name }).collect()
            }
            Dimension::Lead => in_order(self.leads("lead_id", "lead_id > ?1", "")?),
            Dimension::Body => in_order(self.leads("lead_body_id", "lead_body_id > ?1", "")?),
            Dimension::Shown => {
                let mut found = self.leads("lead_body_id", "lead_body_id > ?1", "")?;
                found.extend(self.leads("lead_id", "lead_body_id = '' AND lead_id > ?1", ALONE)?);
                in_order(found)
            }
            Dimension::Meeting => {
                let mut found = self.pairs("SELECT id, title FROM meeting ORDER BY begins_on DESC, id DESC")?;
                found.push(Place { value: String::new(), label: "No meeting".into() });
                found
            }
            Dimension::DueMonth => self.due_months(window)?,
        })
    }

    fn pairs(&self, sql: &str) -> Result<Vec<Place>> {
        let mut statement = self.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok(Place { value: row.get(0)?, label: row.get(1)? }));
        self.fail(rows)?.map(|row| self.fail(row)).collect()
    }

    /// Those that lead something, each found by going on in an index from the one before.
    fn leads(&self, column: &str, condition: &str, prefix: &str) -> Result<Vec<Place>> {
        let mut next =
            self.prepare(&format!("SELECT {column} FROM standing WHERE {condition} ORDER BY {column} LIMIT 1"))?;
        let mut name = self.prepare(
            "SELECT CASE WHEN short_name = '' THEN name ELSE short_name END FROM body WHERE id = ?1
             UNION ALL SELECT name FROM person WHERE id = ?1",
        )?;
        let mut found: Vec<Place> = Vec::new();
        let mut last = String::new();
        while let Some(id) = self.fail(next.query_row([&last], |row| row.get::<_, String>(0)).optional())? {
            let label: Option<String> = self.fail(name.query_row([&id], |row| row.get(0)).optional())?;
            found.push(Place { value: format!("{prefix}{id}"), label: label.unwrap_or_default() });
            last = id;
        }
        Ok(found)
    }

    /// The months in which something is due, at last those without a day.
    fn due_months(&self, window: &Window<'_>) -> Result<Vec<Place>> {
        let mut next =
            self.prepare("SELECT due_on FROM standing WHERE is_open = ?1 AND due_on > ?2 ORDER BY due_on LIMIT 1")?;
        let mut found: Vec<String> = Vec::new();
        for open in window.opens() {
            let mut after = String::new();
            while let Some(due) =
                self.fail(next.query_row(rusqlite::params![open, after], |row| row.get::<_, String>(0)).optional())?
            {
                let month = due.get(..7).unwrap_or(NO_MONTH).to_owned();
                after = format!("{month}-99");
                found.push(month);
            }
        }
        found.sort_unstable();
        found.dedup();
        let label = |month: &str| match format!("{month}-01").parse::<Day>() {
            Ok(day) if month != NO_MONTH => day.format("%B %Y").to_string(),
            _ => "No date".into(),
        };
        Ok(found.into_iter().map(|value| Place { label: label(&value), value }).collect())
    }
}

/// By name without case and accents; at last those rows that nobody leads.
fn in_order(mut leads: Vec<Place>) -> Vec<Place> {
    leads.sort_by_cached_key(|place| (folded(&place.label), place.value.clone()));
    leads.push(Place { value: String::new(), label: "No owner".into() });
    leads
}

impl Order {
    /// What a group is called across the wire: nothing where its rows have nothing in common.
    pub(super) fn key_of(&self, place: &Place) -> String {
        if place.value == NO_MONTH { String::new() } else { place.value.clone() }
    }
}
