//! `list`, `meetings`, `show`, `history`: reading the sample, now and as of the past.

use crate::support::{Desk, refs};

#[test]
fn a_list_is_filtered_by_track_state_day_meeting_and_owner() {
    let desk = Desk::with_sample();
    let list = |filters: &[&str]| {
        let mut arguments = vec!["list", "sample.dossier", "--json"];
        arguments.extend(filters);
        let rows = desk.run(&arguments).json();
        let mut refs: Vec<String> = refs(&rows).into_iter().map(str::to_owned).collect();
        refs.sort();
        refs
    };
    assert_eq!(list(&[]).len(), 17);
    assert_eq!(list(&["--open"]).len(), 16);
    assert_eq!(list(&["--track", "CT"]), ["CT-2011-001", "CT-2011-002", "CT-2011-003"]);
    assert_eq!(list(&["--track", "climate", "--track", "ct"]).len(), 7);
    assert_eq!(
        list(&["--open", "--before", "2015-09-11"]),
        ["CLI-2011-001", "CLI-2011-004", "CT-2011-001", "CYB-2015-003"]
    );
    assert_eq!(list(&["--before", "11 Sep 2015", "--track", "cyb"]), ["CYB-2015-003"]);
    assert_eq!(list(&["--meeting", "New York"]), ["CYB-2015-002", "CYB-2015-007"]);
    assert_eq!(list(&["--meeting", "napolitano"]), ["CYB-2011-001"]);
    assert_eq!(list(&["--owner", "CERT-In", "--meeting", "New York"]), ["CYB-2015-002"]);
    assert_eq!(list(&["--owner", "Special Envoy"]).len(), 4);
    assert!(list(&["--owner", "Gupta"]).is_empty());
}

#[test]
fn a_list_as_of_2012_shows_what_was_known_then() {
    let desk = Desk::with_sample();
    let rows = desk.run(&["list", "sample.dossier", "--as-of", "1 Jan 2012", "--json"]).json();
    let refs = refs(&rows);
    assert_eq!(refs.len(), 10);
    assert!(refs.iter().all(|reference| reference.contains("-2011-")));
    let text = desk.run(&["list", "sample.dossier", "--as-of", "2012-01-01"]).done();
    assert!(text.contains("31 Dec 2011, 1 d late"), "{text}");
    assert!(text.ends_with("10 commitments, as of 1 Jan 2012.\n"), "{text}");
    let sentence = desk.run(&["list", "sample.dossier", "--as-of", "2008-01-01"]).fault(1);
    assert!(sentence.starts_with("This dossier was begun after 1 Jan 2008"), "{sentence}");
}

#[test]
fn two_days_are_compared() {
    let desk = Desk::with_sample();
    let days = ["diff", "sample.dossier", "--from", "31 Dec 2011", "--to", "2015-08-19"];
    let found = desk.run(&[&days[..], &["--json"]].concat()).json();
    let totals: Vec<(&str, u64)> = found["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| (section["kind"].as_str().unwrap(), section["total"].as_u64().unwrap()))
        .collect();
    assert_eq!(totals, [("added", 7), ("redated", 2), ("restated", 4), ("instruments", 2), ("meetings", 4)]);
    let text = desk.run(&days).done();
    for line in [
        "Added: 7",
        "  CYB-2015-003  Research and development on cyber security (14 Aug 2015, Sample)",
        "      due: no date → 30 Jun 2015",
        "      their view: not known → in progress",
        "      adoption or issue: 14 Aug 2015",
        "Between 31 Dec 2011 and 19 Aug 2015. 11 follow-ups were entered.",
    ] {
        assert!(text.lines().any(|found| found == line), "{line:?} is not in\n{text}");
    }
    // Without a second day it is the dossier as it stands.
    let now = desk.run(&["diff", "sample.dossier", "--from", "2015-08-20"]).done();
    assert_eq!(now, "Nothing differs between 20 Aug 2015 and now.\n");
    let refused = |from: &str, to: &str| desk.run(&["diff", "sample.dossier", "--from", from, "--to", to]);
    assert!(refused("2015-01-01", "2014-01-01").fault(1).starts_with("1 Jan 2014 comes before 1 Jan 2015"));
    assert!(refused("2015-01-01", "2015-01-01").fault(1).starts_with("Both days are 1 Jan 2015"));
    assert!(refused("2008-01-01", "2015-01-01").fault(1).starts_with("This dossier was begun on 20 Jul 2009"));
    let malformed = refused("01/02/2015", "2015-01-01");
    assert!(malformed.exit == 2 && malformed.err.contains("write the day as"), "{malformed:?}");
}

#[test]
fn lists_for_people_line_up_and_say_what_counts() {
    let desk = Desk::with_sample();
    let text = desk.run(&["list", "sample.dossier"]).done();
    let place = |line: &str, what: &str| line.find(what).map(|at| line[..at].chars().count());
    let heading = text.lines().next().unwrap();
    let column = place(heading, "Due").unwrap();
    let late = text.lines().find(|line| line.contains("CT-2011-001")).unwrap();
    assert_eq!(place(late, "30 Jun 2015, 51 d late, 1 slip"), Some(column), "{text}");
    assert!(late.starts_with('▲'), "{late}");
    assert!(text.contains("delivered / in progress"), "{text}");
    assert!(text.lines().all(|line| line.trim_end() == line), "no blanks at the end of a line");
}

#[test]
fn meetings_stand_newest_first() {
    let desk = Desk::with_sample();
    let rows = desk.run(&["meetings", "sample.dossier", "--json"]).json();
    assert_eq!(rows[0]["title"], "Leaders’ meeting, New York");
    assert_eq!(rows.as_array().unwrap().len(), 10);
    let text = desk.run(&["meetings", "sample.dossier"]).done();
    assert!(text.lines().last().unwrap().starts_with("May 2011"), "{text}");
}

#[test]
fn a_commitment_is_shown_by_ref_id_or_words_of_its_title() {
    let desk = Desk::with_sample();
    let by_ref = desk.run(&["show", "sample.dossier", "cyb-2011-001", "--json"]).json();
    let id = by_ref["row"]["id"].as_str().unwrap();
    assert_eq!(desk.run(&["show", "sample.dossier", id, "--json"]).json(), by_ref);
    assert_eq!(desk.run(&["show", "sample.dossier", "memorandum", "draw", "--json"]).json(), by_ref);
    let text = desk.run(&["show", "sample.dossier", "CT-2011-001"]).done();
    for part in [
        "51 days late",
        "31 Dec 2014 → 30 Jun 2015 (slip)",
        "2nd Strategic Dialogue",
        "Next: Ask DHS for a date, by 15 Apr 2015.",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
}

#[test]
fn history_tells_who_changed_what_newest_first() {
    let desk = Desk::with_sample();
    let entries = desk.run(&["history", "sample.dossier", "CT-2011-001", "--json"]).json();
    let numbers: Vec<u64> = entries.as_array().unwrap().iter().map(|entry| entry["seq"].as_u64().unwrap()).collect();
    assert!(numbers.len() > 5 && numbers.is_sorted_by(|newer, older| newer > older), "{numbers:?}");
    let text = desk.run(&["history", "sample.dossier", "CT-2011-001"]).done();
    assert!(text.contains("due on: 31 Dec 2014 → 30 Jun 2015"), "{text}");
    assert!(text.contains("12 Jan 2015, 12:00 UTC"), "{text}");
}

#[test]
fn reading_goes_on_while_the_window_has_the_dossier_open() {
    let desk = Desk::with_sample();
    let window =
        rapporteur_core::Dossier::open(&desk.path("sample.dossier"), rapporteur_core::Surroundings::real("Window"))
            .unwrap();
    for command in ["info", "list", "meetings", "check"] {
        desk.run(&[command, "sample.dossier"]).done();
    }
    desk.run(&["list", "sample.dossier", "--as-of", "2012-01-01"]).done();
    let sentence = desk.run(&["undo", "sample.dossier"]).fault(3);
    assert_eq!(sentence, "sample.dossier is open in another window. Close it there first; nothing was changed.");
    drop(window);
}

#[test]
fn a_list_takes_a_query_an_order_and_a_limit() {
    let desk = Desk::with_sample();
    let list = |filters: &[&str]| {
        let mut arguments = vec!["list", "sample.dossier", "--json"];
        arguments.extend(filters);
        refs(&desk.run(&arguments).json()).into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(list(&["track:ct", "--sort", "ref"]), ["CT-2011-001", "CT-2011-002", "CT-2011-003"]);
    assert_eq!(list(&["-track:cyber -track:climate overdue"]), ["CT-2011-001"]);
    assert_eq!(list(&["track:ct or ref:cyb-2011", "--sort", "ref", "--limit", "2"]), ["CT-2011-001", "CT-2011-002"]);
    assert_eq!(list(&["overdue", "--sort", "due"]), ["CLI-2011-001", "CT-2011-001"]);
    assert_eq!(list(&["owner:CERT-In", "--meeting", "New York"]), ["CYB-2015-002"]);
    let text = desk.run(&["list", "sample.dossier", "overdue", "--limit", "1"]).done();
    assert!(text.contains("1 commitment,"), "{text}");
    let sentence = desk.run(&["list", "sample.dossier", "trak:ct"]).fault(1);
    assert!(sentence.contains("Did you mean “track”?"), "{sentence}");
}

#[test]
fn a_search_finds_words_anywhere_and_offers_names_that_resemble_them() {
    let desk = Desk::with_sample();
    let found = desk.run(&["search", "sample.dossier", "cert-in"]).done();
    assert!(found.contains("body  CERT-In, Indian Computer Emergency Response Team  (India)"), "{found}");
    assert!(found.contains("CYB-2011-002") && found.contains("    Wording: CERT-In on the Indian side"), "{found}");
    assert!(!found.contains('\u{1b}'), "no signs for a terminal where there is none");
    let limited = desk.run(&["search", "sample.dossier", "cyber", "security", "--limit", "3"]).done();
    assert!(limited.ends_with("The first 3 are shown; --limit shows more.\n"), "{limited}");
    let json = desk.run(&["search", "sample.dossier", "\"memorandum on cyber security\"", "--json"]).done();
    let hits: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(hits[0]["title"][1]["found"], true, "{json}");
    let nothing = desk.run(&["search", "sample.dossier", "napolitno"]).done();
    assert!(nothing.starts_with("Nothing is found. Names that resemble it: Janet Napolitano"), "{nothing}");
    assert_eq!(desk.run(&["search", "sample.dossier", "qqqqq"]).done(), "Nothing is found.\n");
}

#[test]
fn the_ledger_says_who_owes_what() {
    let desk = Desk::with_sample();
    let ledger = desk.run(&["ledger", "sample.dossier", "--json"]).json();
    let total = &ledger["total"]["sides"];
    assert_eq!((total[1]["bound"].as_str(), total[1]["cell"]["open"].as_u64()), (Some("partner"), Some(1)));
    assert_eq!((total[2]["cell"]["open"].as_u64(), total[2]["cell"]["overdue"].as_u64()), (Some(15), Some(2)));
    assert_eq!(total[2]["cell"]["kept"].as_u64(), Some(1));
    let text = desk.run(&["ledger", "sample.dossier"]).done();
    assert!(text.contains("All tracks") && text.contains("In time"), "{text}");
}

#[test]
fn a_person_hands_over_and_one_undo_takes_it_back() {
    let desk = Desk::with_sample();
    let list = desk.run(&["handover", "sample.dossier", "--from", "Gupta"]).done();
    assert!(list.starts_with("Arvind Gupta: "), "{list}");
    let refused = desk.run(&["handover", "sample.dossier", "--from", "Gupta", "--to", "Blinken", "--reason", "Posted"]);
    assert!(refused.fault(1).contains("not of the same party"));
    desk.run(&["handover", "sample.dossier", "--from", "Gupta", "--to", "Modi"]).fault(1);
}

#[test]
fn the_lineage_of_the_memorandum_runs_from_the_visit_to_the_joint_statement() {
    let desk = Desk::with_sample();
    let text = desk.run(&["lineage", "sample.dossier", "ins-2011-001"]).done();
    expect(&text);
    let json = desk.run(&["lineage", "sample.dossier", "CYB-2011-001", "--json"]).json();
    let root = usize::try_from(json["root"].as_u64().unwrap()).unwrap();
    assert_eq!(json["nodes"][root]["ref"].as_str(), Some("CYB-2011-001"));
    assert_eq!(json["leftOut"].as_u64(), Some(0));
    // In 2012 the joint statement was still to come.
    let then = desk.run(&["lineage", "sample.dossier", "MoU on cyber security", "--as-of", "2012-01-01"]).done();
    assert!(then.contains("INS-2011-001") && !then.contains("2015"), "{then}");
    let alone = desk.run(&["lineage", "sample.dossier", "INS-2011-001", "--as-of", "2011-06-01"]);
    assert_eq!(alone.fault(1), "No commitment or instrument fits “INS-2011-001”.");
    assert_eq!(desk.run(&["lineage", "sample.dossier", "XX-1"]).fault(1), "No commitment or instrument fits “XX-1”.");
}

fn expect(text: &str) {
    // Each of the chain hangs under the one before.
    let chain = [
        "Visit of Secretary Napolitano",
        "Visit of May 2011",
        "CYB-2011-001",
        "INS-2011-001",
        "CYB-2011-003",
        "INS-2015-001",
    ];
    let found: Vec<usize> = chain
        .iter()
        .map(|name| {
            text.lines()
                .position(|line| line.contains(name) && !line.contains("→"))
                .unwrap_or_else(|| panic!("{name} in {text}"))
        })
        .collect();
    assert!(found.is_sorted(), "{text}");
    let deep = |at: usize| text.lines().nth(at).unwrap().chars().take_while(|c| " │├└─".contains(*c)).count();
    assert!(found.windows(2).all(|two| deep(two[0]) < deep(two[1])), "{text}");
    assert!(
        text.contains(
            "delivered by, shown by: 19 Jul 2011  INS-2011-001 MoU on cyber security (instrument, operative)  ←"
        ),
        "{text}"
    );
}
