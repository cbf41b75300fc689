//! Days as people type and read them. `2015-08-20` and `20 Aug 2015` are both understood; `20/08/2015` is not, since it
//! is another day on the other side of the Atlantic.

use rapporteur_core::clock::{Day, Instant, spoken};

/// A day from an argument.
pub(crate) fn parse(text: &str) -> Result<Day, String> {
    let text = text.trim();
    Day::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| Day::parse_from_str(text, "%d %B %Y"))
        .map_err(|_| "write the day as 2015-08-20 or 20 Aug 2015".to_owned())
}

/// A number of days: `90d`, or `90`.
pub(crate) fn ahead(text: &str) -> Result<u32, String> {
    let number = text.trim().trim_end_matches(['d', 'D']);
    number.parse().map_err(|_| "write a number of days, such as 90d".to_owned())
}

/// An instant of the journal, with its zone: `14 Aug 2015, 12:00 UTC`.
pub(crate) fn at(stamp: &str) -> String {
    stamp.parse::<Instant>().map_or_else(
        |_| stamp.to_owned(),
        |instant| format!("{}, {} UTC", spoken(instant.date_naive()), instant.format("%H:%M")),
    )
}

/// A day, or a dash where there is none.
pub(crate) fn or_dash(day: Option<Day>) -> String {
    day.map_or_else(|| "–".to_owned(), spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_a_day_mean_the_same() {
        for text in ["2015-08-20", "20 Aug 2015", " 20 August 2015 "] {
            assert_eq!(parse(text).unwrap().to_string(), "2015-08-20", "{text}");
        }
    }

    #[test]
    fn days_ahead_are_a_number() {
        assert_eq!(ahead("90d"), Ok(90));
        assert_eq!(ahead(" 7 "), Ok(7));
        for text in ["", "d", "3m", "-1", "ninety"] {
            assert!(ahead(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_ambiguous_day_is_refused() {
        for text in ["20/08/2015", "08-20-2015", "31 Feb 2015", ""] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
