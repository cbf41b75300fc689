//! The days people write, in all their orders: `31 Mar`, `March 31st, 2026`, `31.3.2026`, `2026-03-31`, `Friday`, `+30`.
//! Words such as "the end of 2026" and "the next Cyber Dialogue" are left to the capture.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::clock::Day;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What opens a deadline; after "before" the day itself is too late.
const OPENERS: [(&[&str], bool); 9] = [
    (&["no", "later", "than"], false),
    (&["not", "later", "than"], false),
    (&["due", "by"], false),
    (&["due", "on"], false),
    (&["by"], false),
    (&["until"], false),
    (&["till"], false),
    (&["due"], false),
    (&["before"], true),
];

/// A day found in a line. Places are in Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The day, or why these words are none.
    pub(super) day: Result<Day, String>,
}

struct Word {
    start: usize,
    end: usize,
    /// In small letters, without a comma or full stop at its end.
    text: String,
}

/// The first deadline of the line that is a day.
pub(super) fn find(chars: &[char], today: Day) -> Option<Dated> {
    let words = words(chars);
    for at in 0..words.len() {
        let opener = OPENERS.iter().find(|(opener, _)| {
            opener.iter().enumerate().all(|(n, word)| words.get(at + n).is_some_and(|found| found.text == *word))
        });
        let Some((opener, before)) = opener else { continue };
        let from = at + opener.len();
        if let Some((len, day)) = read(&words[from..], today) {
            let day = day.and_then(|day| if *before { day.pred_opt().ok_or_else(out_of_reach) } else { Ok(day) });
            return Some(Dated { start: words[at].start, end: words[from + len - 1].end, day });
        }
    }
    // A day written as machines do means itself wherever it stands.
    words.iter().find_map(|word| {
        let day = iso(&word.text)?;
        Some(Dated { start: word.start, end: word.end, day })
    })
}

fn words(chars: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len() && !chars[at].is_whitespace() {
            at += 1;
        }
        let mut end = at;
        while end > start && matches!(chars[end - 1], ',' | '.' | ';' | ':' | ')') {
            end -= 1;
        }
        if end > start {
            let text = chars[start..end].iter().flat_map(|c| c.to_lowercase()).collect();
            words.push(Word { start, end, text });
        }
    }
    words
}

/// A day at the beginning of these words, with how many of them it takes.
fn read(words: &[Word], today: Day) -> Option<(usize, Result<Day, String>)> {
    // "the 31st of March"
    let skip = usize::from(words.first().is_some_and(|word| word.text == "the"));
    let text = |n: usize| words.get(skip + n).map_or("", |word| word.text.as_str());
    if skip == 0 {
        match text(0) {
            "today" => return Some((1, Ok(today))),
            "tomorrow" => return Some((1, today.succ_opt().ok_or_else(out_of_reach))),
            _ => {}
        }
        if let Some(days) = text(0).strip_prefix('+').map(|days| days.strip_suffix('d').unwrap_or(days))
            && let Ok(days) = days.parse::<u16>()
        {
            return Some((1, today.checked_add_days(Days::new(days.into())).ok_or_else(out_of_reach)));
        }
        if let Some(weekday) = WEEKDAYS.iter().position(|name| *name == text(0)) {
            let ahead = (weekday as u64 + 7 - u64::from(today.weekday().num_days_from_monday()) - 1) % 7 + 1;
            return Some((1, today.checked_add_days(Days::new(ahead)).ok_or_else(out_of_reach)));
        }
        if let Some(day) = iso(text(0)) {
            return Some((1, day));
        }
        if let Some(day) = figures(text(0)) {
            return Some((1, day));
        }
    }
    // 31 March 2026, 31st of Mar
    if let Some(day) = ordinal(text(0)) {
        let of = usize::from(text(1) == "of");
        if let Some(month) = month(text(1 + of)) {
            let (len, day) = with_year(day, month, whole(text(2 + of)), today);
            return Some((skip + 2 + of + len, day));
        }
    }
    // 31-Mar-2026
    if let Some((day, rest)) = text(0).split_once(['-', '/'])
        && let Some((name, year)) = rest.split_once(['-', '/']).or(Some((rest, "")))
        && let (Some(day), Some(month)) = (ordinal(day), month(name))
    {
        let (_, day) = with_year(day, month, year, today);
        return Some((skip + 1, day));
    }
    // March 31st, 2026; March 2026, which is its last day
    let month = month(text(0))?;
    if let Some(day) = ordinal(text(1)) {
        let (len, day) = with_year(day, month, whole(text(2)), today);
        return Some((skip + 2 + len, day));
    }
    match year(text(1)) {
        Some(year) => Some((skip + 2, last_of(year, month))),
        // "may" is a month only where a year follows it.
        None if text(0) == "may" => None,
        None => {
            let this = last_of(today.year(), month);
            let day = if this.as_ref().is_ok_and(|day| *day < today) { last_of(today.year() + 1, month) } else { this };
            Some((skip + 1, day))
        }
    }
}

fn with_year(day: u32, month: u32, text: &str, today: Day) -> (usize, Result<Day, String>) {
    if let Some(year) = year(text) {
        return (1, on(year, month, day));
    }
    // Without a year it is the next such day; 29 February may be years ahead.
    let next =
        (0..9).filter_map(|ahead| NaiveDate::from_ymd_opt(today.year() + ahead, month, day)).find(|on| *on >= today);
    (0, next.map_or_else(|| on(today.year(), month, day), Ok))
}

fn on(year: i32, month: u32, day: u32) -> Result<Day, String> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let name = MONTHS
            .get(month.wrapping_sub(1) as usize)
            .map_or_else(|| "no month".to_owned(), |name| crate::rules::capital(name));
        match last_of(year, month) {
            Ok(last) => format!(
                "{name} {year} has {} days. Write one of them, such as {} {} {year}.",
                last.day(),
                last.day(),
                &name[..3]
            ),
            Err(sentence) => sentence,
        }
    })
}

fn last_of(year: i32, month: u32) -> Result<Day, String> {
    NaiveDate::from_ymd_opt(year, month, 1)
        .and_then(|first| first.checked_add_months(Months::new(1))?.pred_opt())
        .ok_or_else(|| "There are twelve months. Write the day as 31 Mar 2026 or 2026-03-31.".to_owned())
}

fn out_of_reach() -> String {
    "No calendar goes that far.".into()
}

/// `2026-03-31`, and `2026-03`, which is its last day.
fn iso(text: &str) -> Option<Result<Day, String>> {
    let parts: Vec<&str> = text.split('-').collect();
    if parts.first()?.len() != 4
        || !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let number = |n: usize| parts.get(n).filter(|part| part.len() <= 2).and_then(|part| part.parse::<u32>().ok());
    let year = parts[0].parse().ok()?;
    match parts.len() {
        2 => Some(last_of(year, number(1)?)),
        3 => Some(on(year, number(1)?, number(2)?)),
        _ => None,
    }
}

/// `31.3.2026`, `31/3/26`: the day first, unless only the other order makes one. Strokes that can be read both ways are
/// refused, since they are another day on the other side of the Atlantic.
fn figures(text: &str) -> Option<Result<Day, String>> {
    let stroke = text.contains('/');
    let parts: Vec<&str> = text.split(if stroke { '/' } else { '.' }).collect();
    let [first, second, last] = parts.as_slice() else { return None };
    if !parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let (first, second, mut year): (u32, u32, i32) = (first.parse().ok()?, second.parse().ok()?, last.parse().ok()?);
    if last.len() == 2 {
        year += 2000;
    }
    let other = NaiveDate::from_ymd_opt(year, first, second);
    if stroke
        && first != second
        && let (Some(one), Some(other)) = (NaiveDate::from_ymd_opt(year, second, first), other)
    {
        let spoken = crate::clock::spoken;
        return Some(Err(format!("“{text}” is {} or {}. Write {} or {one}.", spoken(one), spoken(other), spoken(one))));
    }
    match (stroke, other) {
        (true, Some(day)) if second > 12 => Some(Ok(day)),
        _ => Some(on(year, second, first)),
    }
}

/// A day of a month: 31, 31st.
fn ordinal(text: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    (digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

fn month(text: &str) -> Option<u32> {
    let fits = |name: &&str| text.len() >= 3 && (name.starts_with(text) || (text == "sept" && **name == *"september"));
    MONTHS.iter().position(fits).and_then(|at| u32::try_from(at + 1).ok())
}

/// A year that stands by itself: two figures behind a day may count anything.
fn whole(text: &str) -> &str {
    if text.len() == 2 { "" } else { text }
}

fn year(text: &str) -> Option<i32> {
    let text = text.strip_prefix(['\'', '’']).filter(|rest| rest.len() == 2).unwrap_or(text);
    let year: i32 = text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    match text.len() {
        4 if (1900..2200).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}
