//! The language as a table, and the promise that a tree written and read again is the same.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{
    day::DayValue,
    field::{Field, Flag, Takes},
    parse::parse,
    tree::{Node, Op, Span, Value},
};

/// What a query is in its one form, or what is wrong with it: `at 3-5: …`.
fn read(text: &str) -> String {
    match parse(text) {
        Ok(tree) => tree.to_string(),
        Err(wrong) => format!("at {}-{}: {}", wrong.at.start, wrong.at.end, wrong.message),
    }
}

#[test]
fn queries_in_their_one_form() {
    for (text, form) in [
        ("", ""),
        ("  threat   report ", "threat report"),
        ("\"threat report\" secur*", "\"threat report\" secur*"),
        ("track:cyber status:open", "track:cyber status:open"),
        ("TRACK:Cyber Status:In_Progress", "track:Cyber status:in-progress"),
        ("owner:\"CERT-In\" bound=us", "owner:CERT-In bound:us"),
        ("due<2026-06-01 due:this-month due>=+30 due:none", "due<2026-06-01 due:this-month due>=+30 due:none"),
        ("due<today", "due<today"),
        ("slips>2 stale overdue", "slips>2 stale overdue"),
        ("\"overdue\"", "\"overdue\""),
        ("a b or c", "a b or c"),
        ("(a b) or c", "a b or c"),
        ("a (b or c)", "a (b or c)"),
        ("(a (b c))", "a b c"),
        ("a OR (b or c)", "a or b or c"),
        ("-a -(b or c) --d", "-a -(b or c) --d"),
        ("e-mail", "e-mail"),
        ("\"say \\\"yes\\\"\"", "\"say \\\"yes\\\"\""),
        ("साइबर सुरक्षा", "साइबर सुरक्षा"),
        ("order", "order"),
        ("\"or\"", "\"or\""),
    ] {
        assert_eq!(read(text), form, "{text}");
    }
}

#[test]
fn what_is_wrong_is_named_at_its_spot() {
    for (text, wrong) in [
        ("a (b", "at 2-3: This bracket is not closed."),
        ("a) b", "at 1-2: This bracket closes none. Leave it out, or put it in quotation marks."),
        ("()", "at 0-2: There is nothing between these brackets."),
        ("\"abc", "at 0-1: This quotation mark is not closed."),
        ("or b", "at 0-2: “or” stands between two things; there is nothing before it."),
        ("b or", "at 2-4: “or” stands between two things; there is nothing after it."),
        ("- b", "at 0-1: A minus says “not”; what it denies follows it without a blank."),
        ("due:", "at 0-4: What “due” is compared with is missing: when it is due; none where it has no day."),
        ("slips>many", "at 6-10: “slips” takes a whole number: slips>2."),
        (
            "status:done",
            "at 7-11: “status” takes one of these: open, closed, not-started, in-progress, delivered, fulfilled, not-fulfilled, dropped, superseded, suspended.",
        ),
        ("due<none", "at 4-8: Nothing comes before or after “none”; write due:none."),
        ("track>3", "at 5-6: “track” has no more and less; write track: and what it is."),
        (
            "trak:x",
            "at 0-4: There is no field “trak”. Did you mean “track”? To look for these very words, put them in quotation marks.",
        ),
        ("http://x", "at 0-4: There is no field “http”. To look for these very words, put them in quotation marks."),
        ("x …", "at 2-3: There is no word here to look for."),
    ] {
        assert_eq!(read(text), wrong, "{text}");
    }
    let deep = format!("{}a{}", "(".repeat(500), ")".repeat(500));
    assert_eq!(read(&deep), "at 30-31: Brackets stand too deep in each other here.");
    assert!(read(&"a".repeat(2_001)).starts_with("at 2000-2001: A query has at most 2000"));
}

#[test]
fn days_mean_stretches() {
    let today = NaiveDate::from_ymd_opt(2024, 1, 31).unwrap_or_default();
    for (text, range) in [
        ("today", "2024-01-31 2024-01-31"),
        ("tomorrow", "2024-02-01 2024-02-01"),
        ("-31", "2023-12-31 2023-12-31"),
        ("+30d", "2024-03-01 2024-03-01"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("2023-12", "2023-12-01 2023-12-31"),
        ("2025", "2025-01-01 2025-12-31"),
        ("this-week", "2024-01-29 2024-02-04"),
        ("last-week", "2024-01-22 2024-01-28"),
        ("next-month", "2024-02-01 2024-02-29"),
        ("last-month", "2023-12-01 2023-12-31"),
        ("next-year", "2025-01-01 2025-12-31"),
        ("never", ""),
    ] {
        let read = DayValue::parse(text).map(|day| day.range(today));
        let shown = match read {
            Some(Some((from, to))) => format!("{from} {to}"),
            Some(None) => String::new(),
            None => "unread".into(),
        };
        assert_eq!(shown, range, "{text}");
    }
    for text in ["2024-02-30", "2024-13", "24", "31.1.2024", "next-day", "+", "", "2024-", "999999999999"] {
        assert_eq!(DayValue::parse(text), None, "{text}");
    }
}

fn day() -> impl Strategy<Value = DayValue> {
    prop_oneof![
        Just("none"),
        Just("today"),
        Just("+30"),
        Just("-7"),
        Just("2024-02-29"),
        Just("2026-06"),
        Just("2031"),
        Just("this-week"),
        Just("next-year"),
        Just("last-month")
    ]
    .prop_map(|text| DayValue::parse(text).unwrap_or(DayValue::None))
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![Just(Op::Is), Just(Op::Below), Just(Op::AtMost), Just(Op::Above), Just(Op::AtLeast)]
}

/// Anything a person might type that holds a word, with all the signs of the language in it.
fn words() -> impl Strategy<Value = String> {
    r#"[-a-zA-Z0-9 ():<>=*"\\éसु]{0,6}[a-zé][-a-zA-Z ():<>=*"\\]{0,6}"#
}

fn condition() -> impl Strategy<Value = Node> {
    (0..Field::ALL.len(), op(), words(), 0..100_u32, day()).prop_map(|(which, op, text, number, day)| {
        let field = Field::ALL[which];
        let at = Span::default();
        let (op, value) = match field.takes() {
            Takes::Name | Takes::Text => (Op::Is, Value::Text(text)),
            Takes::OneOf(words) => (Op::Is, Value::Text(words[number as usize % words.len()].to_owned())),
            Takes::Number => (op, Value::Number(number)),
            Takes::Day => (if day == DayValue::None { Op::Is } else { op }, Value::Day(day)),
        };
        Node::Field { field, op, value, at }
    })
}

/// Trees as the reading makes them: no heading with a single part, none directly under its like.
fn tree() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        (words(), any::<bool>()).prop_map(|(text, beginning)| Node::Words { text, beginning }),
        (0..Flag::ALL.len()).prop_map(|at| Node::Flag(Flag::ALL[at])),
        condition(),
    ];
    leaf.prop_recursive(5, 30, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| Node::Not(Box::new(part))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| heading(parts, true)),
            prop::collection::vec(inner, 2..4).prop_map(|parts| heading(parts, false)),
        ]
    })
}

fn heading(parts: Vec<Node>, all: bool) -> Node {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Node::All(inner) if all => flat.extend(inner),
            Node::Any(inner) if !all => flat.extend(inner),
            other => flat.push(other),
        }
    }
    if all { Node::All(flat) } else { Node::Any(flat) }
}

proptest! {
    #[test]
    fn written_and_read_again_it_is_the_same(tree in tree()) {
        let text = tree.to_string();
        prop_assume!(text.chars().count() <= 2_000);
        prop_assert_eq!(parse(&text), Ok(tree), "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused_at_a_spot_on_it(text in r#"[-a-z0-9 ():<>="*\\é]{0,60}|\PC{0,80}"#) {
        if let Err(wrong) = parse(&text) {
            prop_assert!(wrong.at.start < wrong.at.end && wrong.at.end <= text.chars().count(), "{:?}", wrong);
            prop_assert!(wrong.message.ends_with(['.', '?']));
        }
    }
}
