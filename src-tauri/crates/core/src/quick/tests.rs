//! Lines as people type them, and lines of anything at all.

use proptest::prelude::*;

use super::{
    date,
    line::{Sign, parts, plain, tidy},
};
use crate::clock::Day;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The parts of a line as `#cyber @"A B"`, and the words between.
fn cut(text: &str) -> (String, String) {
    let line = chars(text);
    let found = parts(&line);
    let shown: Vec<String> = found
        .iter()
        .map(|part| {
            if part.quoted {
                format!("{}\"{}\"", part.sign.char(), part.text)
            } else {
                format!("{}{}", part.sign.char(), part.text)
            }
        })
        .collect();
    (shown.join(" "), tidy(&plain(&line, found.iter().map(|part| (part.start, part.end)))))
}

#[test]
fn signs_open_parts_and_nothing_else_does() {
    let cases = [
        ("share reports #cyber @CERT-In ~US-CERT", "#cyber @CERT-In ~US-CERT", "share reports"),
        ("#cyber share reports", "#cyber", "share reports"),
        ("share, #cyber, reports", "#cyber", "share, reports"),
        ("share (with @DHS) reports", "@DHS", "share (with) reports"),
        ("share @\"Ministry of Home Affairs\" reports", "@\"Ministry of Home Affairs\"", "share reports"),
        (
            "share @“Ministry of Home Affairs” now",
            "@“Ministry of Home Affairs”".replace(['“', '”'], "\"").leak(),
            "share now",
        ),
        ("write to a@b.org", "", "write to a@b.org"),
        ("item #1 of ~30 experts", "", "item #1 of ~30 experts"),
        ("done!", "", "done!"),
        ("share reports #", "#", "share reports"),
        ("share # reports", "", "share # reports"),
        ("share reports @CERT-In.", "@CERT-In", "share reports"),
        ("share @\"Ministry of", "@\"Ministry of\"", "share"),
        ("!them share reports !soft", "!them !soft", "share reports"),
        ("साझा करना #साइबर @गृह", "#साइबर @गृह", "साझा करना"),
        ("   ", "", ""),
        ("#", "#", ""),
        ("", "", ""),
    ];
    for (text, wanted, words) in cases {
        assert_eq!(cut(text), (wanted.to_owned(), words.to_owned()), "{text}");
    }
}

#[test]
fn days_are_read_in_all_their_orders() {
    let today = day("2015-08-20");
    let cases = [
        ("share by 31 Mar", "by 31 Mar", "2016-03-31"),
        ("share by 31 mar please", "by 31 mar", "2016-03-31"),
        ("by 31 March 2017 share", "by 31 March 2017", "2017-03-31"),
        ("by March 31", "by March 31", "2016-03-31"),
        ("by March 31st, 2017", "by March 31st, 2017", "2017-03-31"),
        ("by the 1st of September", "by the 1st of September", "2015-09-01"),
        ("by 2nd of Sept '16", "by 2nd of Sept '16", "2016-09-02"),
        ("by 20 Aug", "by 20 Aug", "2015-08-20"),
        ("by 19 Aug", "by 19 Aug", "2016-08-19"),
        ("by 31.3.2016", "by 31.3.2016", "2016-03-31"),
        ("by 3.4.2016", "by 3.4.2016", "2016-04-03"),
        ("by 31/3/2016", "by 31/3/2016", "2016-03-31"),
        ("by 3/31/2016", "by 3/31/2016", "2016-03-31"),
        ("by 5/5/16", "by 5/5/16", "2016-05-05"),
        ("by 2016-03-31", "by 2016-03-31", "2016-03-31"),
        ("by 2016-02", "by 2016-02", "2016-02-29"),
        ("share 2016-03-31 reports", "2016-03-31", "2016-03-31"),
        ("by 31-Mar-2016", "by 31-Mar-2016", "2016-03-31"),
        ("by 31-mar", "by 31-mar", "2016-03-31"),
        ("by March 2016", "by March 2016", "2016-03-31"),
        ("by march", "by march", "2016-03-31"),
        ("by September", "by September", "2015-09-30"),
        ("by May 2016", "by May 2016", "2016-05-31"),
        ("by 29 Feb", "by 29 Feb", "2016-02-29"),
        ("no later than 1 Oct", "no later than 1 Oct", "2015-10-01"),
        ("due on 1 Oct", "due on 1 Oct", "2015-10-01"),
        ("until 1 Oct", "until 1 Oct", "2015-10-01"),
        ("before 1 Oct", "before 1 Oct", "2015-09-30"),
        ("by today", "by today", "2015-08-20"),
        ("by tomorrow,", "by tomorrow", "2015-08-21"),
        ("by +30", "by +30", "2015-09-19"),
        ("by Friday", "by Friday", "2015-08-21"),
        ("by thursday", "by thursday", "2015-08-27"),
        ("led by experts by 1 Oct", "by 1 Oct", "2015-10-01"),
    ];
    for (text, words, wanted) in cases {
        let line = chars(text);
        let found = date::find(&line, today).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(line[found.start..found.end].iter().collect::<String>(), words, "{text}");
        assert_eq!(found.day, Ok(day(wanted)), "{text}");
    }
}

#[test]
fn what_is_no_day_is_left_alone_or_said() {
    let today = day("2015-08-20");
    for text in [
        "share reports",
        "led by CERT-In",
        "by the end of 2026",
        "by the next Cyber Dialogue",
        "by may be late",
        "by 31",
        "by 12 experts",
        "version 3.4.2",
        "by mid",
        "",
    ] {
        assert_eq!(date::find(&chars(text), today), None, "{text}");
    }
    for (text, wanted) in [
        ("by 31 Feb 2016", "February 2016 has 29 days. Write one of them, such as 29 Feb 2016."),
        ("by 2016-13-01", "There are twelve months."),
        ("by 03/04/2016", "“03/04/2016” is 3 Apr 2016 or 4 Mar 2016. Write 3 Apr 2016 or 2016-04-03."),
        ("by 32.1.2016", "January 2016 has 31 days."),
    ] {
        let sentence = date::find(&chars(text), today).unwrap().day.unwrap_err();
        assert!(sentence.starts_with(wanted), "{text}: {sentence}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        look(&text);
    }

    #[test]
    fn no_line_of_signs_and_days_panics(pieces in proptest::collection::vec(
        prop_oneof![
            Just("#"), Just("@"), Just("~"), Just("!"), Just("\""), Just("“"), Just(" "), Just("by "), Just("before "),
            Just("31"), Just("Feb"), Just("-"), Just("/"), Just("."), Just("2016"), Just("the "), Just("of "), Just("st"),
            Just("0000"), Just("9999"), Just("+65535"), Just("हिन्दी"), Just("𝔘"), Just("\u{301}"), Just("İ"),
        ], 0..24)) {
        look(&pieces.concat());
    }
}

/// Reads a line and holds what must hold: parts lie in it, one behind the other, and each begins with its sign.
fn look(text: &str) {
    let line = chars(text);
    let mut last = 0;
    for part in parts(&line) {
        assert!(last <= part.start && part.start < part.end && part.end <= line.len(), "{text:?} {part:?}");
        assert_eq!(Sign::from_char(line[part.start]), Some(part.sign));
        last = part.end;
    }
    for today in ["2015-08-20", "2016-02-29", "9999-12-31"] {
        if let Some(found) = date::find(&line, day(today)) {
            assert!(found.start < found.end && found.end <= line.len(), "{text:?} {found:?}");
        }
    }
}
