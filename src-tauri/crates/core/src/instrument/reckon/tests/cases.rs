//! The table of cases, `cases.txt`, and what each comes to.

use super::{day, period};
use crate::{
    clock::Day,
    id::Id,
    instrument::reckon::{Facts, Happened, Reckoned, say},
    vocabulary::{
        Dated, Denouncing, EntryClause, InstrumentActKind, InstrumentType, LegalEffect, NoticeWindow, Renewal, Stage,
        TermKind, TermStart,
    },
    wire::{EntryRule, Reckoning, TermRule},
};

const TABLE: &str = include_str!("cases.txt");

/// A party by its letter.
fn party(letter: &str) -> Id {
    let number = letter.bytes().next().unwrap_or(b'?');
    format!("00000000-0000-7000-8000-0000000000{number:02x}").parse().unwrap()
}

fn letter(id: Id) -> String {
    let text = id.to_string();
    let number = u8::from_str_radix(&text[text.len() - 2..], 16).unwrap();
    char::from(number).to_string()
}

struct Case {
    title: String,
    facts: Facts,
    /// The day, what is expected then, and what the sentences have to say then.
    expected: Vec<(Day, String, Vec<String>)>,
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for block in TABLE.split("\n## ").skip(1) {
        let mut lines = block.lines();
        let mut case = Case {
            title: lines.next().unwrap_or_default().to_owned(),
            facts: Facts {
                kind: InstrumentType::Agreement,
                by_hand: None,
                parties: vec![(party("A"), LegalEffect::NotStated), (party("B"), LegalEffect::NotStated)],
                acts: Vec::new(),
                entry: EntryRule::not_stated(),
                term: TermRule::not_stated(),
                replaced_by: Vec::new(),
                replaced_on: None,
            },
            expected: Vec::new(),
        };
        for line in lines.filter(|line| !line.trim().is_empty()) {
            read(&mut case, line);
        }
        case.facts.acts.sort_by_key(|act| (act.day().or(act.on), act.kind));
        cases.push(case);
    }
    cases
}

fn read(case: &mut Case, line: &str) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let facts = &mut case.facts;
    match word {
        "type" => facts.kind = InstrumentType::from_word(rest).unwrap(),
        "parties" => facts.parties = rest.split(", ").map(one_party).collect(),
        "by" => {
            let (stage, since) = rest.strip_prefix("hand ").unwrap().split_once(" since ").unwrap();
            facts.by_hand = Some((Stage::from_word(stage).unwrap(), Some(day(since))));
        }
        "entry" => facts.entry = entry(rest),
        "term" => term(&mut facts.term, rest),
        "renewal" => renewal(&mut facts.term, rest),
        "notice" => facts.term.notice = Some(period(rest)),
        "denouncing" => facts.term.denouncing = Denouncing::from_word(rest).unwrap(),
        "replaced" => {
            let (by, on) = rest.strip_prefix("by ").unwrap().split_once(" on ").unwrap();
            facts.replaced_on = Some((party(by), day(on)));
        }
        "=" => {
            let (on, expected) = rest.strip_prefix("@ ").unwrap().split_once(' ').unwrap();
            case.expected.push((day(on), expected.to_owned(), Vec::new()));
        }
        "say" => case.expected.last_mut().unwrap().2.push(rest.to_owned()),
        _ => facts.acts.push(act(word, rest)),
    }
}

fn one_party(text: &str) -> (Id, LegalEffect) {
    let (letter, effect) = text.split_once(' ').unwrap_or((text, "not stated"));
    (party(letter), LegalEffect::from_word(&effect.replace(' ', "_")).unwrap())
}

fn entry(text: &str) -> EntryRule {
    let mut rule = EntryRule::not_stated();
    let text = match text.strip_suffix(" first of month") {
        Some(text) => {
            rule.first_of_month = true;
            text
        }
        None => text,
    };
    let mut words = text.split(' ');
    rule.clause = EntryClause::from_word(words.next().unwrap()).unwrap();
    while let Some(word) = words.next() {
        match (rule.clause, word) {
            (_, "after") => rule.after = Some(period(words.next().unwrap())),
            (EntryClause::OnDay, on) => rule.on = Some(day(on)),
            (_, count) => rule.count = Some(count.parse().unwrap()),
        }
    }
    rule
}

fn term(rule: &mut TermRule, text: &str) {
    if text == "endless" {
        rule.kind = TermKind::Endless;
    } else if let Some(until) = text.strip_prefix("until ") {
        (rule.kind, rule.until) = (TermKind::Until, Some(day(until)));
    } else {
        let (length, from) = text.split_once(" from ").unwrap();
        (rule.kind, rule.length) = (TermKind::Period, Some(period(length)));
        match from {
            "signature" => rule.from = TermStart::Signature,
            "entry" => rule.from = TermStart::EntryIntoForce,
            on => (rule.from, rule.from_on) = (TermStart::Day, Some(day(on))),
        }
    }
}

fn renewal(rule: &mut TermRule, text: &str) {
    let mut words = text.split(' ');
    rule.renewal = Renewal::from_word(words.next().unwrap()).unwrap();
    while let Some(word) = words.next() {
        if word == "most" {
            rule.renewal_most = Some(words.next().unwrap().parse().unwrap());
        } else {
            rule.renewal_length = Some(period(word));
        }
    }
}

fn act(word: &str, rest: &str) -> Happened {
    use InstrumentActKind as Kind;
    let kind = match word {
        "propose" => Kind::Proposal,
        "negotiate" => Kind::Negotiation,
        "ad-referendum" => Kind::AdReferendum,
        "initial" => Kind::Initialling,
        "sign" => Kind::Signature,
        "definitely" => Kind::DefinitiveSignature,
        "adopt" => Kind::Adoption,
        "apply" => Kind::ProvisionalApplication,
        "ratify" => Kind::Ratification,
        "accept" => Kind::Acceptance,
        "approve" => Kind::Approval,
        "accede" => Kind::Accession,
        "notify" => Kind::Notification,
        "exchange" => Kind::Exchange,
        "in-force" => Kind::EntryIntoForce,
        "renew" => Kind::Renewal,
        "not-renew" => Kind::NonRenewal,
        "denounce" => Kind::Denunciation,
        "revoke" => Kind::Revocation,
        "suspend" => Kind::Suspension,
        "resume" => Kind::Resumption,
        "terminate" => Kind::Termination,
        "replace" => Kind::Replacement,
        other => panic!("{other} is no act"),
    };
    let mut act = Happened { kind, party: None, on: None, dated: Dated::Day, effective_on: None, until_on: None };
    let mut words = rest.split(' ').peekable();
    if let Some(letter) = words.next_if(|word| word.len() == 1 && *word != "?") {
        act.party = Some(party(letter));
    }
    let on = words.next().unwrap();
    (act.on, act.dated) = match on.len() {
        1 => (None, Dated::Day),
        4 => (Some(day(&format!("{on}-06-30"))), Dated::Year),
        7 => (Some(day(&format!("{on}-15"))), Dated::Month),
        10 => (Some(day(on)), Dated::Day),
        _ => (Some(day(on.strip_prefix('<').unwrap())), Dated::Before),
    };
    while let Some(word) = words.next() {
        let on = Some(day(words.next().unwrap()));
        match word {
            "until" => act.until_on = on,
            "effective" => act.effective_on = on,
            other => panic!("{other} is not understood"),
        }
    }
    act
}

/// What a case comes to, in the words of the table: as many of its parts as are expected.
fn come_to(reckoned: &Reckoned, said: &Reckoning, part: &str) -> String {
    let standing = &reckoned.standing;
    let word = part.split(' ').next().unwrap_or_default();
    match word {
        "stage" => {
            let since = standing.since.map_or_else(String::new, |on| format!(" since {on}"));
            format!("stage {}{since}", standing.stage.word())
        }
        "missing" => {
            let labels: Vec<&str> = said.missing.iter().map(|missing| missing.label.as_str()).collect();
            format!("missing {}", labels.join(", "))
        }
        "term" => match said.term_ends_on {
            Some(on) => format!("term {} to {on}", said.term.unwrap_or(0)),
            None => format!("term {} without end", said.term.unwrap_or(0)),
        },
        "no" if part == "no term" => (if said.term.is_none() { "no term" } else { "a term" }).into(),
        "no" | "ends" => said.ends_on.map_or_else(|| "no end".to_owned(), |on| format!("ends {on}")),
        "notice" => match (said.notice_on, said.window) {
            (None, NoticeWindow::None) => "notice none".into(),
            (on, window) => format!("notice {} {}", on.unwrap_or_default(), window.word()),
        },
        "contradicted" => (if said.contradiction.is_some() { "contradicted" } else { "not contradicted" }).into(),
        "provisional" => format!("provisional since {}", said.provisional_on.unwrap_or_default()),
        other => panic!("{other} is not understood"),
    }
}

#[test]
fn each_case_comes_to_what_the_table_says() {
    let cases = cases();
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let mut faults = Vec::new();
    for case in &cases {
        for (on, expected, words) in &case.expected {
            let reckoned = case.facts.reckon(*on);
            let said = say::explained(&case.facts, &reckoned, *on, &letter);
            for part in expected.split("; ") {
                let found = come_to(&reckoned, &said, part);
                // What a notice is due to is said in words that the table gives in full.
                if found != part {
                    faults.push(format!("{} @ {on}: expected {part}, found {found}", case.title));
                }
            }
            let sentences = sentences(&said).join(" ");
            for words in words {
                if !sentences.contains(words.as_str()) {
                    faults.push(format!("{} @ {on}: nothing says “{words}” in\n    {sentences}", case.title));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} of {} cases differ:\n{}", faults.len(), cases.len(), faults.join("\n"));
}

/// Every sentence that explains something.
pub(super) fn sentences(said: &Reckoning) -> Vec<String> {
    let mut all = vec![
        said.stage_why.clone(),
        said.in_force_why.clone(),
        said.term_why.clone(),
        said.notice_why.clone(),
        said.ends_why.clone(),
        said.missing_why.clone(),
    ];
    all.extend(said.contradiction.clone());
    all.extend(said.remarks.clone());
    all
}

#[test]
fn every_sentence_begins_with_a_capital_and_ends_with_a_full_stop() {
    for case in cases() {
        for (on, ..) in &case.expected {
            let said = say::explained(&case.facts, &case.facts.reckon(*on), *on, &letter);
            for sentence in sentences(&said).iter().filter(|sentence| !sentence.is_empty()) {
                let first = sentence.chars().next().unwrap();
                assert!(first.is_uppercase(), "{}: {sentence}", case.title);
                assert!(sentence.ends_with('.') && !sentence.contains("..") && !sentence.contains("  "), "{sentence}");
            }
            assert!(!said.stage_why.is_empty() && !said.term_why.is_empty() && !said.in_force_why.is_empty());
        }
    }
}

#[test]
fn facts_are_kept_as_text_and_read_back() {
    for case in cases() {
        let text = serde_json::to_string(&case.facts).unwrap();
        let mut back: Facts = serde_json::from_str(&text).unwrap();
        // What replaces it is worked out when it is read.
        back.replaced_on = case.facts.replaced_on;
        assert_eq!(back, case.facts);
    }
}
