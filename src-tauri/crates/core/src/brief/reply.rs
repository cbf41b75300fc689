//! Replies to a chaser sheet, as they come back by mail: which words answer which point. Pure.
//!
//! A point is known by its ref, or by its number on the sheet. Numbers count where no ref is used, since a reply may number
//! its own points; with `Point` or `Para` before them they always do, and so does the number after that of the point
//! answered before it, where nothing in that answer was numbered 1. What is quoted from the sheet leads to a point and answers
//! none; nor does what closes a letter.

/// A point of the sheet, in the sheet's order.
pub(crate) struct Point {
    /// The ref of its commitment.
    pub(crate) reference: String,
    /// What stands on the sheet beside it, which is no reply when it comes back.
    pub(crate) printed: Vec<String>,
}

/// What a reply was matched by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Reference,
    Number,
    /// The sheet asks nothing else.
    OnlyPoint,
}

/// What was understood.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Replies {
    /// Which point, counted from 0; the words; by what they were matched. In the order of the sheet, each point once.
    pub(crate) matched: Vec<(usize, String, By)>,
    /// Words that answer no point, and why.
    pub(crate) unmatched: Vec<(String, String)>,
}

/// Longest stretch of a line, in characters, within which a ref tells what a paragraph is about.
const NEAR: usize = 60;
/// What may stand before a number or a ref.
const LEAD: &[&str] = &["re", "ref", "reference", "regarding", "as", "to"];
/// What makes a number that of a point.
const LABELS: &[&str] = &["point", "para", "paragraph", "item", "no", "number", "sl", "sr", "s", "serial", "q"];
/// How what the sheet says of a point begins: it is no reply when it comes back, up to the next blank line.
const PRINTED: &[&str] = &["Asked:", "Last reply:"];
/// From this many letters on, words that stand in what was printed are taken for a line of it.
const LINE_OF_IT: usize = 20;
/// What a form says before a reply.
const PROMPTS: &[&str] = &["reply", "response", "answer", "our reply", "comments", "status"];

/// How a letter closes: what stands from there on answers nothing.
const CLOSINGS: &[&str] = &[
    "regards",
    "kind regards",
    "best regards",
    "warm regards",
    "with regards",
    "with kind regards",
    "with best regards",
    "best wishes",
    "with best wishes",
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "सादर",
    "भवदीय",
];

/// What a line opens.
enum Opening {
    Point(usize, By),
    /// A ref or number that is not on the sheet.
    Unknown(String),
}

/// Which words of a text answer which point. The first `numbered` points are those of the sheet, and have numbers there; the
/// others are known by their refs alone.
pub(crate) fn read(text: &str, points: &[Point], numbered: usize) -> Replies {
    let lines: Vec<(bool, &str)> = text.lines().map(unquoted).collect();
    let named: Vec<Option<usize>> =
        lines.iter().filter_map(|(_, line)| leading_ref(line, points)).map(|(at, ..)| at).collect();
    let mut stretches: Vec<(Option<Opening>, Vec<String>)> = vec![(None, Vec::new())];
    let mut before = Before { refs: !named.is_empty(), last: 0, next: None, after_blank: true };
    for (quoted, line) in &lines {
        if let Some((opening, rest)) = opening(line, points, numbered, &before) {
            if let Opening::Point(at, By::Number) = opening {
                before.last = at + 1;
            }
            before.next = match opening {
                Opening::Point(at, _) => Some(at + 1).filter(|next| !named.contains(&Some(*next))),
                Opening::Unknown(_) => None,
            };
            stretches.push((Some(opening), if *quoted { Vec::new() } else { vec![rest] }));
        } else {
            // Whoever begins with 1 numbers points of their own.
            if matches!(head(line).number, Some((1, true))) {
                before.next = None;
            }
            if !quoted && let Some((_, words)) = stretches.last_mut() {
                words.push((*line).trim_end().to_owned());
            }
        }
        before.after_blank = line.trim().is_empty();
    }
    let closing = closed(&mut stretches);
    let mut replies = sorted(stretches, points, numbered);
    replies.unmatched.extend(closing.map(|words| (words, "It closes the letter.".to_owned())));
    replies
}

/// What was read before a line.
struct Before {
    /// Whether any ref leads a line.
    refs: bool,
    /// The number of the last point opened by its number.
    last: usize,
    /// The point after the one opened last, where its number alone opens it.
    next: Option<usize>,
    /// Whether a blank line stands before it.
    after_blank: bool,
}

/// Takes from the last stretch what closes the letter; none where nothing does, or all of the text would.
fn closed(stretches: &mut [(Option<Opening>, Vec<String>)]) -> Option<String> {
    if stretches.len() < 2 {
        return None;
    }
    let (_, lines) = stretches.last_mut()?;
    let at = lines.iter().position(|line| {
        let greeting = line.split([',', '!', '.']).next().unwrap_or_default();
        CLOSINGS.iter().any(|closing| letters(closing) == letters(greeting))
    })?;
    let words = lines.split_off(at).join("\n").trim().to_owned();
    (!words.is_empty()).then_some(words)
}

fn sorted(stretches: Vec<(Option<Opening>, Vec<String>)>, points: &[Point], numbered: usize) -> Replies {
    let opened = stretches.len() > 1;
    let mut replies = Replies { matched: Vec::new(), unmatched: Vec::new() };
    for (opening, lines) in stretches {
        let printed = match &opening {
            Some(Opening::Point(at, _)) => points[*at].printed.as_slice(),
            _ => &[],
        };
        let words = said(&lines, printed);
        if words.is_empty() {
            continue;
        }
        match opening {
            Some(Opening::Point(at, by)) => put(&mut replies.matched, at, &words, by),
            Some(Opening::Unknown(reason)) => replies.unmatched.push((words, reason)),
            None if !opened && numbered == 1 => put(&mut replies.matched, 0, &words, By::OnlyPoint),
            None if opened => replies.unmatched.push((words, "It stands before the first point.".to_owned())),
            None => {
                let reason = "Neither a ref nor a number of the sheet stands in it.".to_owned();
                replies.unmatched.push((words, reason));
            }
        }
    }
    replies.matched.sort_by_key(|(at, ..)| *at);
    replies
}

/// What is said of a point in two places is one reply.
fn put(matched: &mut Vec<(usize, String, By)>, at: usize, words: &str, by: By) {
    if let Some((_, said, _)) = matched.iter_mut().find(|(there, ..)| *there == at) {
        said.push_str("\n\n");
        said.push_str(words);
    } else {
        matched.push((at, words.to_owned(), by));
    }
}

/// The words of a reply: without what the sheet printed, what prompts for it, and blank lines at either end.
fn said(lines: &[String], printed: &[String]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut printing = false;
    for line in lines {
        let plain = line.trim().trim_matches(['|', '*', '_']).trim();
        let (prompted, plain) = without_prompt(plain);
        printing = (printing && !prompted && !plain.is_empty()) || PRINTED.iter().any(|label| plain.starts_with(label));
        let empty = plain.is_empty() && kept.last().is_none_or(|last| last.is_empty());
        if printing || empty || printed.iter().any(|words| holds(words, plain)) {
            continue;
        }
        kept.push(plain);
    }
    kept.join("\n").trim().to_owned()
}

/// Whether a line is what was printed, or a line of it.
fn holds(printed: &str, line: &str) -> bool {
    let (printed, line) = (letters(printed), letters(line));
    !line.is_empty() && (printed == line || (line.chars().count() >= LINE_OF_IT && printed.contains(&line)))
}

/// The line without what prompts for a reply, and whether there was such a thing.
fn without_prompt(line: &str) -> (bool, &str) {
    let prompts = |words: &str| PROMPTS.iter().any(|prompt| letters(prompt) == letters(words));
    match line.split_once([':', '：']) {
        Some((prompt, rest)) if prompts(prompt) => (true, rest.trim()),
        None if prompts(line) => (true, ""),
        _ => (false, line),
    }
}

/// What a line says, whatever its capitals, signs and blanks.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A line without the signs of a quotation, and whether it had any.
fn unquoted(line: &str) -> (bool, &str) {
    let rest = line.trim_start_matches(['>', ' ', '\t']);
    let signs = &line[..line.len() - rest.len()];
    if signs.contains('>') { (true, rest) } else { (false, line) }
}

/// The ref that a line begins with, after signs, words that lead to it and a number; and what follows it.
fn leading_ref<'l>(line: &'l str, points: &[Point]) -> Option<(Option<usize>, &'l str, &'l str)> {
    let rest = head(line).rest;
    let (reference, after) = reference(rest)?;
    Some((known(reference, points), reference, after))
}

fn known(reference: &str, points: &[Point]) -> Option<usize> {
    let plain = plain(reference);
    points.iter().position(|point| point.reference.eq_ignore_ascii_case(&plain))
}

/// What a line opens, and its words behind that.
fn opening(line: &str, points: &[Point], numbered: usize, before: &Before) -> Option<(Opening, String)> {
    let unknown =
        |reference: &str| Opening::Unknown(format!("{} is not on this sheet.", plain(reference).to_uppercase()));
    if let Some((at, reference, after)) = leading_ref(line, points) {
        let opens = at.map_or_else(|| unknown(reference), |at| Opening::Point(at, By::Reference));
        let printed = at.map_or(&[][..], |at| points[at].printed.as_slice());
        return Some((opens, behind(after, printed)));
    }
    let head = head(line);
    if let Some((number, sure)) = head.number {
        let at = number.checked_sub(1).filter(|at| *at < numbered);
        match at {
            Some(at)
                if head.labelled
                    || (sure && !before.refs && number > before.last)
                    || (sure && before.next == Some(at)) =>
            {
                return Some((Opening::Point(at, By::Number), behind(head.rest, &points[at].printed)));
            }
            None if head.labelled => {
                return Some((Opening::Unknown(format!("The sheet has no point {number}.")), head.rest.to_owned()));
            }
            _ => {}
        }
    }
    // "With reference to the point CYB-2015-003, …": a paragraph that names one ref early is about that.
    if before.after_blank {
        let early: String = line.chars().take(NEAR).collect();
        let found = words(&early).find_map(|word| reference(word).map(|(reference, _)| reference.to_owned()))?;
        let at = known(&found, points)?;
        return Some((Opening::Point(at, By::Reference), line.trim().to_owned()));
    }
    None
}

/// What follows a ref or a number, without signs that part it and without the title that the sheet printed there.
fn behind(rest: &str, printed: &[String]) -> String {
    let parting = |c: char| c.is_whitespace() || ":.-–—|)]*_,".contains(c);
    let mut rest = rest.trim_start_matches(parting);
    for words in printed.iter().filter(|words| !words.is_empty()) {
        if let Some(after) = rest.strip_prefix(words.as_str()) {
            rest = after.trim_start_matches(parting);
        }
    }
    rest.trim_end().to_owned()
}

/// How a line begins.
struct Head<'l> {
    /// Whether `Point`, `Para` and the like stand there.
    labelled: bool,
    /// A number of at most three digits, and whether a sign follows that parts it from the words.
    number: Option<(usize, bool)>,
    /// What follows.
    rest: &'l str,
}

fn head(line: &str) -> Head<'_> {
    let signs = |c: char| c.is_whitespace() || "*•-–—|([#_".contains(c);
    let mut head = Head { labelled: false, number: None, rest: line.trim_start_matches(signs) };
    loop {
        let letters = head.rest.find(|c: char| !c.is_alphabetic()).unwrap_or(head.rest.len());
        let word = head.rest[..letters].to_lowercase();
        let label = LABELS.contains(&word.as_str());
        if word.is_empty() || !(label || LEAD.contains(&word.as_str())) {
            break;
        }
        let after = head.rest[letters..].trim_start_matches(|c: char| c.is_whitespace() || ".:".contains(c));
        // Such words lead somewhere, or are words as any.
        let leads = after.starts_with(|c: char| c.is_ascii_digit()) || reference(after).is_some();
        let more = after.find(|c: char| !c.is_alphabetic()).map_or("", |end| &after[..end]).to_lowercase();
        if !leads && !LABELS.contains(&more.as_str()) && !LEAD.contains(&more.as_str()) {
            break;
        }
        head.labelled |= label;
        head.rest = after;
    }
    if reference(head.rest).is_none() {
        let digits = head.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(head.rest.len());
        if let (1..=3, Ok(number)) = (digits, head.rest[..digits].parse()) {
            let after = &head.rest[digits..];
            let sure = after.starts_with(['.', ')', ':', ']', '|', '\t'])
                && !after[1..].starts_with(|c: char| c.is_ascii_digit());
            if sure || after.is_empty() || after.starts_with(char::is_whitespace) || head.labelled {
                head.number = Some((number, sure));
                head.rest = after.trim_start_matches(|c: char| c.is_whitespace() || ".):]|–—-".contains(c));
            }
        }
    }
    head
}

/// The ref that a text begins with, `CYB-2015-003`, and what follows it.
fn reference(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || is_dash(c))).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let plain = plain(word);
    let mut parts = plain.split('-');
    let (code, year, number) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is = parts.next().is_none()
        && (1..=8).contains(&code.len())
        && code.starts_with(|c: char| c.is_ascii_alphabetic())
        && year.len() == 4
        && digits(year)
        && number.len() >= 3
        && digits(number);
    is.then_some((word, rest))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || is_dash(c))).filter(|word| !word.is_empty())
}

/// Word processors turn hyphens into other dashes.
const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn plain(reference: &str) -> String {
    reference.chars().map(|c| if is_dash(c) { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::{By, Point, Replies, read};

    fn sheet() -> Vec<Point> {
        let point = |reference: &str, title: &str| Point { reference: reference.into(), printed: vec![title.into()] };
        vec![
            point("CYB-2015-001", "Share quarterly threat reports"),
            point("CYB-2015-003", "Name a point of contact"),
            point("CT-2011-002", "Exchange lists of designated entities"),
        ]
    }

    fn matched(text: &str) -> Vec<(usize, String, By)> {
        let Replies { matched, unmatched } = read(text, &sheet(), 3);
        assert_eq!(unmatched, [], "of {text}");
        matched
    }

    #[test]
    fn refs_lead_to_their_points_however_they_are_written() {
        let text = "CYB-2015-003: Named on 3 August.\n\n2) cyb\u{2011}2015\u{2011}001 – Sent.\nThe second follows.\n\nRe: CT-2011-002\nWith the ministry.";
        assert_eq!(
            matched(text),
            [
                (0, "Sent.\nThe second follows.".into(), By::Reference),
                (1, "Named on 3 August.".into(), By::Reference),
                (2, "With the ministry.".into(), By::Reference),
            ]
        );
    }

    #[test]
    fn numbers_count_where_no_ref_is_used() {
        let text = "1. Done:\n1.5 million were spent.\n\n3) Not yet.\n2015 was too early.";
        assert_eq!(
            matched(text),
            [
                (0, "Done:\n1.5 million were spent.".into(), By::Number),
                (2, "Not yet.\n2015 was too early.".into(), By::Number)
            ]
        );
    }

    #[test]
    fn a_reply_may_number_its_own_points() {
        let text = "CYB-2015-001\n1. First report sent.\n2. Second in preparation.\n\nPoint 3: none.";
        assert_eq!(
            matched(text),
            [
                (0, "1. First report sent.\n2. Second in preparation.".into(), By::Reference),
                (2, "none.".into(), By::Number),
            ]
        );
    }

    #[test]
    fn the_next_number_leads_on_from_a_ref_and_a_closing_answers_nothing() {
        let text = "CYB-2015-001: Sent.\n2. Nothing new.\n3. With the ministry.\n\nRegards, MHA\nA. Officer";
        let replies = read(text, &sheet(), 3);
        assert_eq!(
            replies.matched,
            [
                (0, "Sent.".into(), By::Reference),
                (1, "Nothing new.".into(), By::Number),
                (2, "With the ministry.".into(), By::Number),
            ]
        );
        assert_eq!(replies.unmatched, [("Regards, MHA\nA. Officer".into(), "It closes the letter.".into())]);
        // The point that a number would lead to is answered under its ref.
        let text = "CYB-2015-001: Three things:\n2. is the second.\n\nCYB-2015-003: Named.";
        assert_eq!(matched(text)[0].1, "Three things:\n2. is the second.");
    }

    #[test]
    fn what_comes_back_of_the_sheet_is_no_reply() {
        let text = "> 1. CYB-2015-001 Share quarterly threat reports\n> Due 31 Oct 2015\nTwo were sent.\n> 2. CYB-2015-003 Name a point of contact\nReply: Named.\n3. CT-2011-002 Exchange lists of designated entities\nReply\nसूची भेज दी गई है।";
        assert_eq!(
            matched(text),
            [
                (0, "Two were sent.".into(), By::Reference),
                (1, "Named.".into(), By::Reference),
                (2, "सूची भेज दी गई है।".into(), By::Reference),
            ]
        );
    }

    #[test]
    fn the_sheet_filled_in_and_copied_back_is_read_without_what_it_asked() {
        let text = "1. CYB-2015-001 Share quarterly threat reports\nAsked: It is due on 31 Oct 2015. Please report what has\nbeen done since.\nLast reply: none so far.\n\nReply\nTwo reports were sent.\n\n2. CYB-2015-003 Name a point of contact\nAsked: It bears no date.\nReply: Named.";
        assert_eq!(
            matched(text),
            [(0, "Two reports were sent.".into(), By::Reference), (1, "Named.".into(), By::Reference)]
        );
    }

    #[test]
    fn a_paragraph_that_names_a_ref_early_is_about_it_and_two_of_them_are_one_reply() {
        let text = "With reference to CYB-2015-003, a name was sent.\n\nAs to CYB-2015-003: it was confirmed.";
        assert_eq!(
            matched(text),
            [(1, "With reference to CYB-2015-003, a name was sent.\n\nit was confirmed.".into(), By::Reference)]
        );
    }

    #[test]
    fn what_answers_nothing_is_named_with_its_reason() {
        let text = "Dear colleague,\n\nCYB-2014-009: closed.\nPara 7: nothing.\nCYB-2015-001: sent.";
        let replies = read(text, &sheet(), 3);
        assert_eq!(replies.matched, [(0, "sent.".into(), By::Reference)]);
        assert_eq!(
            replies.unmatched,
            [
                ("Dear colleague,".into(), "It stands before the first point.".into()),
                ("closed.".into(), "CYB-2014-009 is not on this sheet.".into()),
                ("nothing.".into(), "The sheet has no point 7.".into()),
            ]
        );
        let nothing = read("We shall revert.", &sheet(), 3);
        assert_eq!(nothing.unmatched[0].1, "Neither a ref nor a number of the sheet stands in it.");
        assert!(nothing.matched.is_empty());
    }

    #[test]
    fn numbers_are_those_of_the_sheet_and_what_is_not_on_it_has_its_ref_alone() {
        let replies = read("1. Sent.\n\nPoint 3: with the ministry.", &sheet(), 2);
        assert_eq!(replies.matched, [(0, "Sent.".into(), By::Number)]);
        assert_eq!(replies.unmatched, [("with the ministry.".into(), "The sheet has no point 3.".into())]);
        let replies = read("CT-2011-002: with the ministry.", &sheet(), 2);
        assert_eq!(replies.matched, [(2, "with the ministry.".into(), By::Reference)]);
    }

    #[test]
    fn the_only_point_needs_no_number() {
        let one = vec![Point { reference: "CYB-2015-001".into(), printed: Vec::new() }];
        assert_eq!(read("Sent on Monday.", &one, 1).matched, [(0, "Sent on Monday.".into(), By::OnlyPoint)]);
        assert_eq!(read(" \n ", &one, 1), Replies { matched: Vec::new(), unmatched: Vec::new() });
    }
}
