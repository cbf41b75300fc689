//! Sentences of our own against what the guide says of them. Every line of the data is a case; a class with `?` is a known
//! weakness: it is counted and printed, and fails nothing.

use rapporteur_capture::{Bound, Candidate, Class, Lexicon, Party, Request, Strength, candidates};
use std::fmt::Write as _;

struct Case {
    rule: String,
    parties: Vec<Party>,
    class: String,
    bound: String,
    strength: String,
    due: String,
    text: String,
    at: usize,
}

fn cases() -> Vec<Case> {
    let lines = include_str!("data/regression.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    let read = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [rule, parties, class, bound, strength, due, text] = cells[..] else {
            panic!("seven columns are wanted: {line}")
        };
        let text = text.replace('¶', "\n");
        let at = text.find('»').map_or(0, |at| text[..at].chars().count());
        let parties = parties.split(',').map(|code| Party { code: code.to_owned(), names: Vec::new() }).collect();
        Case {
            rule: rule.into(),
            parties,
            class: class.into(),
            bound: bound.into(),
            strength: strength.into(),
            due: due.into(),
            text: text.replace('»', ""),
            at,
        }
    };
    lines.map(read).collect()
}

fn bound(candidate: &Candidate, parties: &[Party]) -> String {
    match &candidate.bound {
        Bound::Both => "both".to_owned(),
        Bound::Parties(codes) if codes.len() == parties.len() => "both".to_owned(),
        Bound::Parties(codes) => codes.join(","),
        Bound::Other(words) => words.clone(),
    }
}

/// What is wrong with the answer to a case, if anything is.
fn wrong(case: &Case) -> Option<String> {
    let request =
        Request { text: &case.text, parties: &case.parties, day: chrono::NaiveDate::from_ymd_opt(2025, 9, 1) };
    let all = candidates(&request, Lexicon::standard());
    let found = all.iter().find(|candidate| candidate.range.start <= case.at && case.at < candidate.range.end);
    let class = match found.map(|candidate| candidate.class) {
        Some(Class::Commitment) => "C",
        Some(Class::ThirdParty) => "P",
        Some(Class::Delivered) => "D",
        None => "N",
    };
    let wanted = case.class.trim_end_matches('?');
    // A report of something done and a sentence of no interest differ little; both are no commitment.
    if class != wanted && !(matches!(class, "N" | "D") && matches!(wanted, "N" | "D")) {
        return Some(format!("is {class} and not {wanted}"));
    }
    let found = found.filter(|_| wanted == "C")?;
    let strength = match found.strength {
        Strength::Firm => "firm",
        Strength::Intent => "intent",
        Strength::Soft => "soft",
    };
    let due = found.due.as_ref().map_or("-", |due| due.words.as_str());
    let bound = bound(found, &case.parties);
    [
        ("bound", bound.as_str(), case.bound.as_str()),
        ("strength", strength, case.strength.as_str()),
        ("due", due, case.due.as_str()),
    ]
    .iter()
    .find(|(_, found, wanted)| found != wanted)
    .map(|(what, found, wanted)| format!("{what} is {found} and not {wanted}"))
}

#[test]
fn sentences_of_our_own_are_read_as_the_guide_says() {
    let cases = cases();
    assert!(cases.len() >= 150, "the set is to hold 150 sentences, it holds {}", cases.len());
    let (mut report, mut failures) = (String::new(), 0);
    for case in &cases {
        if let Some(wrong) = wrong(case) {
            let known = case.class.ends_with('?');
            failures += usize::from(!known);
            let _ = writeln!(report, "{}{}: {wrong}: {}", if known { "known: " } else { "" }, case.rule, case.text);
        }
    }
    assert_eq!(failures, 0, "{failures} of {} sentences:\n{report}", cases.len());
}
