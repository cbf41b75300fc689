//! Days of the register as calendar files.

use chrono::NaiveDateTime;
use rapporteur_core::brief::{Calendar, Entry, Mark, Time, What};
use rapporteur_papers::write_calendar;

use crate::{
    programs,
    samples::{day, green, made_at, restricted},
};

fn hour(words: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(words, "%Y-%m-%d %H:%M").expect("an hour")
}

fn entry(uid: &str, title: &str, what: What) -> Entry {
    Entry {
        uid: uid.into(),
        sequence: 3,
        changed_at: day(2015, 8, 14).and_hms_opt(16, 0, 0).expect("an hour").and_utc(),
        title: title.into(),
        description: String::new(),
        place: String::new(),
        mark: restricted(),
        what,
    }
}

fn hours(from: &str, to: &str, zone: &str) -> What {
    What::Event {
        time: Time::Hours { from: hour(from), to: hour(to), zone: zone.into() },
        cancelled: false,
        tentative: false,
    }
}

/// Meetings and to-dos of every kind.
fn calendar() -> Calendar {
    let days = |from, to, cancelled, tentative| What::Event { time: Time::Days { from, to }, cancelled, tentative };
    let to_do = |due, done_on, remind| What::ToDo { due, done_on, remind };
    let mut round = entry(
        "meeting-1@dossier",
        "Fourth round of the Cyber Dialogue",
        hours("2015-08-14 10:00", "2015-08-14 17:30", "America/New_York"),
    );
    round.place = "Washington; the Department's, room 7\\2".into();
    round.description = "Points, in this order:\none; two\r\nदोनों पक्षों ने सूचना के आदान-प्रदान की प्रगति पर संतोष व्यक्त किया, और अगली बैठक की तिथि तय की।\u{0}".into();
    let mut summit =
        entry("meeting-2@dossier", "Leaders' meeting, New York", days(day(2015, 9, 24), day(2015, 9, 28), false, true));
    summit.mark = green();
    let mut owed = entry(
        "due-1@dossier",
        &format!("Due: {}", "consultations before the conference ".repeat(9)),
        to_do(day(2015, 10, 31), None, 7),
    );
    owed.mark = Mark::default();
    Calendar {
        name: "India–United States; register".into(),
        made_at: made_at(),
        marking: restricted(),
        file_name: "RESTRICTED Calendar".into(),
        entries: vec![
            round,
            summit,
            entry(
                "meeting-3@dossier",
                "Climate ministerial",
                hours("2011-07-19 09:00", "2011-07-19 09:00", "Asia/Kolkata"),
            ),
            entry("meeting-4@dossier", "Technical meeting", days(day(2015, 12, 31), day(2015, 12, 31), true, false)),
            owed,
            entry("due-2@dossier", "Due: names of contacts", to_do(day(2015, 8, 1), Some(day(2015, 7, 30)), 7)),
            entry("notice-1@dossier", "Notice must be given", to_do(day(2016, 1, 19), None, 0)),
        ],
    }
}

#[test]
fn the_same_calendar_is_the_same_bytes() {
    assert_eq!(write_calendar(&calendar()), write_calendar(&calendar()));
}

#[test]
fn lines_are_folded_at_75_octets_and_never_within_a_letter() {
    let mut long = calendar();
    // Every length that a line can have where it is folded, in letters of one to four octets.
    for (letter, most) in [("x", 400), ("é", 200), ("क", 150), ("𝄞", 100)] {
        for length in 1..most {
            let mut one = entry(
                &format!("{letter}-{length}"),
                &letter.repeat(length),
                What::ToDo { due: day(2016, 1, 1), done_on: None, remind: 1 },
            );
            one.description = format!("a{}", letter.repeat(length));
            long.entries.push(one);
        }
    }
    let bytes = write_calendar(&long);
    let text = String::from_utf8(bytes).expect("letters whole");
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n', '\0']), "{line:?}");
    }
    let whole = text.replace("\r\n ", "");
    assert!(whole.contains(&format!("{}\r\n", "𝄞".repeat(99))));
}

#[test]
fn the_file_says_what_the_register_says() {
    let text = String::from_utf8(write_calendar(&calendar())).expect("UTF-8");
    insta::assert_snapshot!("calendar", text.replace("\r\n", "\n"));
}

#[test]
fn python_reads_what_was_written() {
    let said = programs::read(
        r#"
import sys, icalendar
from datetime import date, datetime, timedelta
raw = open(sys.argv[1], 'rb').read()
calendar = icalendar.Calendar.from_ical(raw)
def walk(part):
    assert not part.errors, part.errors
    for inner in part.subcomponents: walk(inner)
walk(calendar)
assert calendar['X-WR-CALNAME'] == 'India–United States; register'
assert calendar['METHOD'] == 'PUBLISH' and calendar['VERSION'] == '2.0'
of = {str(part['UID']): part for part in calendar.walk() if 'UID' in part}
assert len(of) == 7
one = of['meeting-1@dossier']
assert one['DTSTART'].dt.utcoffset() == timedelta(hours=-4), one['DTSTART'].dt
assert one['DTSTART'].params['TZID'] == 'America/New_York'
assert one['DTEND'].dt - one['DTSTART'].dt == timedelta(hours=7.5)
assert str(one['LOCATION']) == "Washington; the Department's, room 7\\2", one['LOCATION']
assert str(one['DESCRIPTION']).split('\n')[:2] == ['Points, in this order:', 'one; two']
assert str(one['DESCRIPTION']).endswith('तय की।')
assert one['SUMMARY'] == '(RESTRICTED · TLP:AMBER) Fourth round of the Cyber Dialogue' and one['CLASS'] == 'CONFIDENTIAL' and one['SEQUENCE'] == 3
assert one['DTSTAMP'].dt.isoformat() == '2015-08-20T09:30:00+00:00'
assert one['LAST-MODIFIED'].dt.isoformat() == '2015-08-14T16:00:00+00:00'
summit = of['meeting-2@dossier']
assert (summit['DTSTART'].dt, summit['DTEND'].dt) == (date(2015, 9, 24), date(2015, 9, 29))
assert summit['STATUS'] == 'TENTATIVE' and summit['SUMMARY'].startswith('(RESTRICTED · TLP:GREEN) ')
kolkata = of['meeting-3@dossier']
assert kolkata['DTSTART'].dt.utcoffset() == timedelta(hours=5.5) and 'DTEND' not in kolkata
assert of['meeting-4@dossier']['STATUS'] == 'CANCELLED' and of['meeting-4@dossier']['DTEND'].dt == date(2016, 1, 1)
owed = of['due-1@dossier']
assert owed.name == 'VTODO' and owed['DUE'].dt == date(2015, 10, 31) and owed['STATUS'] == 'NEEDS-ACTION' and 'CLASS' not in owed
assert owed['SUMMARY'].startswith('(no marking) Due: consultations')
alarm = owed.subcomponents[0]
assert alarm.name == 'VALARM' and alarm['TRIGGER'].dt == timedelta(days=-7) and alarm['TRIGGER'].params['RELATED'] == 'END'
done = of['due-2@dossier']
assert done['STATUS'] == 'COMPLETED' and done['COMPLETED'].dt.date() == date(2015, 7, 30) and not done.subcomponents
assert of['notice-1@dossier'].subcomponents[0]['TRIGGER'].dt == timedelta(0)
# The zones of the file itself, not those that Python knows: hours of every month, against the database.
import pytz
for zone in calendar.walk('VTIMEZONE'):
    own, known = zone.to_tz(), pytz.timezone(str(zone['TZID']))
    for year in (2011, 2015, 2016):
        for month in range(1, 13):
            at = datetime(year, month, 15, 12)
            if zone['TZID'] == 'America/New_York' and year < 2014: continue
            assert own.utcoffset(at) == known.utcoffset(at), (zone['TZID'], at, own.utcoffset(at))
print(len(calendar.walk('VTIMEZONE')))
"#,
        "ics",
        &write_calendar(&calendar()),
    );
    assert_eq!(said, "2");
}

#[test]
fn a_strict_reader_finds_nothing_to_complain_of() {
    let said = programs::read(
        r#"
import sys, vobject
calendar = vobject.readOne(open(sys.argv[1], encoding='utf-8', newline=''), validate=True)
calendar.validate(raiseException=True)
print(len(list(calendar.components())))
"#,
        "ics",
        &write_calendar(&calendar()),
    );
    assert_eq!(said, "9");
}
