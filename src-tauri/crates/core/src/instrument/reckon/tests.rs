//! Periods, and the conventions of reckoning: a table of cases, and what holds for all of them.

mod cases;
mod properties;

use super::period::{Length, last_before, runs_out, term_ends};
use crate::{clock::Day, vocabulary::PeriodUnit, wire::Period};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    let (length, unit) = text.split_at(text.len() - 1);
    let unit = match unit {
        "d" => PeriodUnit::Days,
        "m" => PeriodUnit::Months,
        "y" => PeriodUnit::Years,
        other => panic!("{other} is no unit"),
    };
    Period { length: length.parse().unwrap(), unit }
}

#[test]
fn periods_end_where_the_calendar_has_no_such_date() {
    // From; how long; the last day of a term that begins then; the last day of a time-limit that runs from then.
    for (from, long, term, limit) in [
        ("2011-07-19", "5y", "2016-07-18", "2016-07-19"),
        ("2012-02-29", "1y", "2013-02-28", "2013-02-28"),
        ("2012-02-29", "4y", "2016-02-28", "2016-02-29"),
        ("2011-08-31", "3m", "2011-11-30", "2011-11-30"),
        ("2011-01-31", "1m", "2011-02-28", "2011-02-28"),
        ("2011-01-30", "1m", "2011-02-28", "2011-02-28"),
        ("2011-01-29", "1m", "2011-02-28", "2011-02-28"),
        ("2011-01-28", "1m", "2011-02-27", "2011-02-28"),
        ("2011-01-01", "1y", "2011-12-31", "2012-01-01"),
        ("2011-03-01", "1m", "2011-03-31", "2011-04-01"),
        ("2011-12-31", "2m", "2012-02-29", "2012-02-29"),
        ("2011-07-19", "90d", "2011-10-16", "2011-10-17"),
        ("2012-02-28", "1d", "2012-02-28", "2012-02-29"),
    ] {
        let length = Length::from(period(long));
        assert_eq!(term_ends(day(from), length), Some(day(term)), "a term of {long} from {from}");
        assert_eq!(runs_out(day(from), length), Some(day(limit)), "{long} from {from}");
    }
    assert_eq!(term_ends(day("9999-06-01"), Length::from(period("1y"))), None);
    assert_eq!(last_before(day("2016-07-18"), Length::from(period("6m"))), Some(day("2016-01-18")));
    assert_eq!(last_before(day("2016-08-30"), Length::from(period("6m"))), Some(day("2016-02-29")));
    assert_eq!(last_before(day("2013-02-28"), Length::from(period("6m"))), Some(day("2012-08-28")));
}
