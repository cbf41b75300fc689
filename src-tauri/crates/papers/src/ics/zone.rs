//! Zones: how far clocks stand from UTC, and when that changes (RFC 5545 § 3.6.5). The rules are those of the IANA database
//! that the program was built with, written out for the years that are needed, so that they hold in programs that know no
//! zones and in those that know others.

use chrono::{
    DateTime, Datelike, Days, Duration, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _, Timelike as _, Utc,
    Weekday,
};
use chrono_tz::{OffsetComponents as _, OffsetName as _, Tz};

use super::{File, Kind, Part, Property, clock};

/// How many years beyond the last one are written out: whoever puts a meeting off finds the zone right there too.
const BEYOND: i32 = 10;

/// A change of clocks, or how they stand at the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// When, as clocks show it just before.
    at: NaiveDateTime,
    /// How it is from then on.
    observance: Observance,
}

/// What changes have alike that come of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Observance {
    /// Seconds from UTC before.
    from: i32,
    /// Seconds from UTC after.
    to: i32,
    /// Whether it is daylight saving time.
    daylight: bool,
    /// `IST`, `EDT`; may be empty.
    name: String,
}

/// Puts a zone into a file, for meetings from the first to the last of these years.
pub(super) fn put(file: &mut File, zone: &str, (first, last): (i32, i32)) {
    let Ok(tz) = zone.parse::<Tz>() else { return };
    let mut part = Part::new(Kind::VTimezone);
    part.put(Property::Tzid, zone);
    let place = file.add(0, part);
    for (observance, times) in rules(changes(tz, first, last)) {
        let kind = if observance.daylight { Kind::Daylight } else { Kind::Standard };
        let mut part = Part::new(kind);
        part.put(Property::Dtstart, &clock(times[0]));
        part.put(Property::Tzoffsetfrom, &offset(observance.from));
        part.put(Property::Tzoffsetto, &offset(observance.to));
        part.put(Property::Tzname, &observance.name);
        match yearly(&times) {
            Some(rule) => part.put(Property::Rrule, &rule),
            None => times.iter().skip(1).for_each(|time| part.put(Property::Rdate, &clock(*time))),
        }
        file.add(place, part);
    }
}

/// How clocks stand before the first of these years, and every change until well after the last.
fn changes(tz: Tz, first: i32, last: i32) -> Vec<Change> {
    let begin =
        NaiveDate::from_ymd_opt(first - 1, 1, 1).unwrap_or(NaiveDate::MIN).and_time(chrono::NaiveTime::MIN).and_utc();
    let end = NaiveDate::from_ymd_opt(last + BEYOND, 12, 31)
        .unwrap_or(NaiveDate::MAX)
        .and_time(chrono::NaiveTime::MIN)
        .and_utc();
    let stands = |at: DateTime<Utc>| tz.offset_from_utc_datetime(&at.naive_utc());
    let seconds = |at: DateTime<Utc>| stands(at).fix().local_minus_utc();
    let observance = |from: i32, at: DateTime<Utc>| {
        let offset = stands(at);
        Observance {
            from,
            to: offset.fix().local_minus_utc(),
            daylight: !offset.dst_offset().is_zero(),
            name: offset.abbreviation().unwrap_or_default().to_owned(),
        }
    };
    let mut changes = vec![Change { at: begin.naive_utc(), observance: observance(seconds(begin), begin) }];
    let mut day = begin;
    while day < end {
        let next = day + Days::new(1);
        if seconds(day) != seconds(next) {
            // The second at which it changes, between the two, found in whole seconds.
            let (mut before, mut after) = (day, next);
            while (after - before).num_seconds() > 1 {
                let middle = before + Duration::seconds((after - before).num_seconds() / 2);
                if seconds(middle) == seconds(day) {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            let from = seconds(before);
            let at = after.naive_utc() + Duration::seconds(from.into());
            changes.push(Change { at, observance: observance(from, after) });
        }
        day = next;
    }
    changes
}

/// The changes by what they have alike, in the order of their first.
fn rules(changes: Vec<Change>) -> Vec<(Observance, Vec<NaiveDateTime>)> {
    let mut rules: Vec<(Observance, Vec<NaiveDateTime>)> = Vec::new();
    for Change { at, observance } in changes {
        match rules.iter_mut().find(|(known, _)| *known == observance) {
            Some((_, times)) => times.push(at),
            None => rules.push((observance, vec![at])),
        }
    }
    rules
}

/// The rule by which something comes every year, where there is one: on the second Sunday of March, on the last of October.
/// Programs that know no lists of days know these, and they go on after the last year that is written out.
fn yearly(times: &[NaiveDateTime]) -> Option<String> {
    let first = *times.first()?;
    if times.len() < 3 {
        return None;
    }
    let alike = |time: &NaiveDateTime| {
        time.month() == first.month() && time.weekday() == first.weekday() && time.time() == first.time()
    };
    let every = times.windows(2).all(|pair| pair[1].year() == pair[0].year() + 1);
    if !every || !times.iter().all(alike) {
        return None;
    }
    let week = |time: &NaiveDateTime| time.day0() / 7 + 1;
    let is_last = |time: &NaiveDateTime| {
        time.date().checked_add_days(Days::new(7)).is_some_and(|next| next.month() != time.month())
    };
    let which = if times.iter().all(|time| week(time) == week(&first)) {
        week(&first).to_string()
    } else if times.iter().all(is_last) {
        "-1".to_owned()
    } else {
        return None;
    };
    let day = match first.weekday() {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    };
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={which}{day}", first.month()))
}

/// Seconds from UTC as RFC 5545 § 3.3.14 writes them: `+0530`.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds.unsigned_abs(), 0).unwrap_or_default();
    let rest = if time.second() == 0 { String::new() } else { format!("{:02}", time.second()) };
    format!("{sign}{:02}{:02}{rest}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(zone: &str, first: i32, last: i32) -> Vec<String> {
        let tz: Tz = zone.parse().expect("a zone");
        let said = |(observance, times): (Observance, Vec<NaiveDateTime>)| {
            let rule = yearly(&times).unwrap_or_else(|| format!("{} times", times.len()));
            format!("{} {} {}→{} {rule}", observance.name, times[0], offset(observance.from), offset(observance.to))
        };
        rules(changes(tz, first, last)).into_iter().map(said).collect()
    }

    #[test]
    fn a_zone_without_changes_has_one_observance() {
        assert_eq!(of("Asia/Kolkata", 2011, 2015), ["IST 2010-01-01 00:00:00 +0530→+0530 1 times"]);
        assert_eq!(of("Asia/Kathmandu", 2011, 2015), [" 2010-01-01 00:00:00 +0545→+0545 1 times"]);
    }

    #[test]
    fn yearly_changes_are_rules() {
        assert_eq!(
            of("America/New_York", 2015, 2015),
            [
                "EST 2014-01-01 00:00:00 -0500→-0500 1 times",
                "EDT 2014-03-09 02:00:00 -0500→-0400 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                "EST 2014-11-02 02:00:00 -0400→-0500 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            ]
        );
        assert_eq!(
            of("Europe/London", 2015, 2016),
            [
                "GMT 2014-01-01 00:00:00 +0000→+0000 1 times",
                "BST 2014-03-30 01:00:00 +0000→+0100 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "GMT 2014-10-26 02:00:00 +0100→+0000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            ]
        );
    }

    #[test]
    fn changes_without_a_rule_are_written_out() {
        // Moscow left summer time in 2011 and went to winter time for good in 2014.
        let moscow = of("Europe/Moscow", 2011, 2015);
        assert!(moscow.contains(&"MSK 2010-10-31 03:00:00 +0400→+0300 2 times".to_owned()), "{moscow:?}");
        assert_eq!(moscow.last().map(String::as_str), Some("MSK 2011-03-27 02:00:00 +0300→+0400 1 times"));
        // The rule of the United States changed in 2007, so that no one rule holds from 2005 on.
        assert!(of("America/New_York", 2006, 2006).iter().skip(1).all(|rule| rule.ends_with("times")));
    }
}
