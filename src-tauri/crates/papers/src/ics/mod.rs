//! Days of the register as a calendar file: iCalendar, RFC 5545. Meetings are events, what is to be done by a day is a to-do
//! with an alarm. Escaping and folding are the business of `calcard`.

mod zone;

use std::collections::BTreeMap;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType as Kind, ICalendarEntry, ICalendarParameter,
    ICalendarParameterName as Parameter, ICalendarParameterValue, ICalendarProperty as Property, ICalendarValue,
};
use chrono::{Datelike, Days, NaiveDateTime};
use chrono_tz::Tz;
use rapporteur_core::{
    brief::{Calendar, Entry, Mark, Time, What},
    clock::{Day, Instant},
    vocabulary::MarkingAxis,
};

use crate::letters::legal;

/// Who made the file, as RFC 5545 § 3.7.3 wants it named.
const MAKER: &str = "-//Rapporteur//Papers//EN";

/// The rank of the lowest label of an axis: `marking/schemes.toml`.
const LOWEST: i32 = 1;

/// A calendar as an ICS file. The same calendar is the same bytes.
#[must_use]
pub fn write_calendar(calendar: &Calendar) -> Vec<u8> {
    let differ = calendar.entries.iter().any(|entry| entry.mark.words() != calendar.marking.words());
    let shown = &Shown { made_at: calendar.made_at, differ };
    let mut file = File(vec![Part::new(Kind::VCalendar)]);
    let head = &mut file.0[0];
    head.put(Property::Version, "2.0");
    head.put(Property::Prodid, MAKER);
    head.put(Property::Calscale, "GREGORIAN");
    head.put(Property::Method, "PUBLISH");
    head.put(Property::Other("X-WR-CALNAME".into()), &calendar.name);
    head.put(Property::Other("X-WR-CALDESC".into()), calendar.marking.words());
    for (zone, years) in zones(&calendar.entries) {
        zone::put(&mut file, zone, years);
    }
    for entry in &calendar.entries {
        match &entry.what {
            What::Event { time, cancelled, tentative } => event(&mut file, shown, entry, time, *cancelled, *tentative),
            What::ToDo { due, done_on, remind } => to_do(&mut file, shown, entry, *due, *done_on, *remind),
        }
    }
    file.into_bytes()
}

/// What entries are written by.
struct Shown {
    made_at: Instant,
    /// Whether entries are marked differently: each then says its marking in its title, and not beneath.
    differ: bool,
}

/// The zones that meetings take place in, each with the first and the last year that it is needed for.
fn zones(entries: &[Entry]) -> BTreeMap<&'static str, (i32, i32)> {
    let mut zones: BTreeMap<&'static str, (i32, i32)> = BTreeMap::new();
    for entry in entries {
        if let What::Event { time: Time::Hours { from, to, zone }, .. } = &entry.what
            && let Ok(zone) = zone.parse::<Tz>()
        {
            let years = zones.entry(zone.name()).or_insert((from.year(), to.year()));
            *years = (years.0.min(from.year()), years.1.max(to.year()));
        }
    }
    zones
}

fn event(file: &mut File, shown: &Shown, entry: &Entry, time: &Time, cancelled: bool, tentative: bool) {
    let mut part = common(Kind::VEvent, shown, entry);
    match time {
        Time::Days { from, to } => {
            // The day on which it ends is the first one without it (§ 3.6.1).
            let after = to.max(from).checked_add_days(Days::new(1)).unwrap_or(Day::MAX);
            part.day(Property::Dtstart, *from);
            part.day(Property::Dtend, after);
        }
        Time::Hours { from, to, zone } => {
            part.hour(Property::Dtstart, *from, zone);
            // An end that is no later than the beginning is not one; the event then has a beginning alone.
            if to > from {
                part.hour(Property::Dtend, *to, zone);
            }
        }
    }
    let status = match (cancelled, tentative) {
        (true, _) => "CANCELLED",
        (false, true) => "TENTATIVE",
        (false, false) => "CONFIRMED",
    };
    part.put(Property::Status, status);
    file.add(0, part);
}

fn to_do(file: &mut File, shown: &Shown, entry: &Entry, due: Day, done_on: Option<Day>, remind: u16) {
    let mut part = common(Kind::VTodo, shown, entry);
    part.day(Property::Due, due);
    match done_on {
        Some(day) => {
            part.put(Property::Status, "COMPLETED");
            part.put(Property::PercentComplete, "100");
            // An instant is wanted where a day is known: noon is of that day in every zone where people live.
            part.put(Property::Completed, &format!("{}T120000Z", digits(day)));
        }
        None => part.put(Property::Status, "NEEDS-ACTION"),
    }
    let place = file.add(0, part);
    if done_on.is_none() {
        let mut alarm = Part::new(Kind::VAlarm);
        alarm.put(Property::Action, "DISPLAY");
        alarm.put(Property::Description, &entry.title);
        let before = if remind == 0 { "PT0S".to_owned() } else { format!("-P{remind}D") };
        alarm.put_with(Property::Trigger, (Parameter::Related, "END"), &before);
        file.add(place, alarm);
    }
}

/// What events and to-dos have alike.
fn common(kind: Kind, shown: &Shown, entry: &Entry) -> Part {
    let mut part = Part::new(kind);
    part.put(Property::Uid, &entry.uid);
    part.put(Property::Dtstamp, &instant(shown.made_at));
    part.put(Property::LastModified, &instant(entry.changed_at));
    part.put(Property::Sequence, &entry.sequence.to_string());
    // An entry is seen by itself, so that it says its whole marking whether or not it differs, and says it once.
    let marking = entry.mark.words();
    let (before, beneath) = match (shown.differ, marking) {
        (false, _) => (String::new(), marking),
        (true, "") => ("(no marking) ".into(), ""),
        (true, _) => (format!("({marking}) "), ""),
    };
    part.put(Property::Summary, &format!("{before}{}", entry.title));
    let description: Vec<&str> =
        [beneath, entry.description.as_str()].into_iter().filter(|words| !words.is_empty()).collect();
    part.put(Property::Description, &description.join("\n"));
    part.put(Property::Location, &entry.place);
    part.put(Property::Class, class(&entry.mark));
    part
}

/// Who may see an entry in a calendar that others look into (RFC 5545 § 3.8.1.3). What stands above the lowest label of its
/// classification or of TLP is confidential. A label of handling alone narrows the circle of readers and makes nothing
/// secret: private. What bears no label says nothing of it.
fn class(mark: &Mark) -> &'static str {
    let above = |axis: MarkingAxis| mark.on(axis).is_some_and(|label| label.rank > LOWEST);
    match () {
        () if mark.is_none() => "",
        () if above(MarkingAxis::Classification) || above(MarkingAxis::Tlp) => "CONFIDENTIAL",
        () if above(MarkingAxis::Handling) => "PRIVATE",
        () => "PUBLIC",
    }
}

/// `20150814`.
fn digits(day: Day) -> String {
    day.format("%Y%m%d").to_string()
}

/// `20150814T093000`.
fn clock(hour: NaiveDateTime) -> String {
    hour.format("%Y%m%dT%H%M%S").to_string()
}

/// `20150814T093000Z`.
fn instant(instant: Instant) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The parts of a file; the first is the calendar itself.
struct File(Vec<Part>);

/// A part with its lines, and the places of the parts in it.
struct Part(ICalendarComponent);

impl File {
    /// Puts a part into the one at that place, and says where it stands itself.
    fn add(&mut self, within: usize, part: Part) -> usize {
        let place = self.0.len();
        self.0.push(part);
        self.0[within].0.component_ids.push(u32::try_from(place).unwrap_or(u32::MAX));
        place
    }

    fn into_bytes(self) -> Vec<u8> {
        let components = self.0.into_iter().map(|part| part.0).collect();
        ICalendar { components }.to_string().into_bytes()
    }
}

impl Part {
    fn new(kind: Kind) -> Self {
        Self(ICalendarComponent { component_type: kind, entries: Vec::new(), component_ids: Vec::new() })
    }

    /// A line; none where there is nothing to say.
    fn put(&mut self, name: Property, words: &str) {
        self.line(name, Vec::new(), words);
    }

    /// A line with a parameter.
    fn put_with(&mut self, name: Property, (parameter, value): (Parameter, &str), words: &str) {
        let value = ICalendarParameterValue::Text(value.to_owned());
        self.line(name, vec![ICalendarParameter { name: parameter, value }], words);
    }

    fn line(&mut self, name: Property, params: Vec<ICalendarParameter>, words: &str) {
        if !words.is_empty() {
            self.0.entries.push(ICalendarEntry {
                name,
                params,
                values: vec![ICalendarValue::Text(legal(words).into_owned())],
            });
        }
    }

    /// A whole day.
    fn day(&mut self, name: Property, day: Day) {
        self.put_with(name, (Parameter::Value, "DATE"), &digits(day));
    }

    /// An hour as clocks show it in a zone. A zone that nobody knows is left out: the hour is then that of whoever reads it.
    fn hour(&mut self, name: Property, hour: NaiveDateTime, zone: &str) {
        match zone.parse::<Tz>() {
            Ok(zone) => self.put_with(name, (Parameter::Tzid, zone.name()), &clock(hour)),
            Err(_) => self.put(name, &clock(hour)),
        }
    }
}

#[cfg(test)]
mod tests {
    use rapporteur_core::brief::Label;

    use super::*;

    #[test]
    fn who_may_see_an_entry_follows_its_marking() {
        let with = |labels: &[(MarkingAxis, i32)]| {
            labels.iter().fold(Mark::default(), |mark, (axis, rank)| {
                mark.with(*axis, &Label { rank: *rank, words: "Label".into() })
            })
        };
        use MarkingAxis::{Classification, Handling, Tlp};
        assert_eq!(class(&with(&[])), "");
        assert_eq!(class(&with(&[(Classification, 1)])), "PUBLIC");
        assert_eq!(class(&with(&[(Classification, 1), (Tlp, 1)])), "PUBLIC");
        assert_eq!(class(&with(&[(Classification, 1), (Handling, 4)])), "PRIVATE");
        assert_eq!(class(&with(&[(Classification, 2)])), "CONFIDENTIAL");
        assert_eq!(class(&with(&[(Classification, 1), (Tlp, 3)])), "CONFIDENTIAL");
    }
}
