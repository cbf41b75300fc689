//! `capture` and `attach`: what is found in a text, what a dossier proposes for it, and the file that is kept.

use crate::support::Desk;

const STATEMENT: &str = "\
The talks took place in Suden.

Both sides will hold a joint cyber exercise by 31 December 2015.
CERT-In and US-CERT will share reports on malware with each other.
";

#[test]
fn the_commitments_of_a_text_are_printed_with_their_places() {
    let desk = Desk::empty();
    desk.write("statement.txt", STATEMENT);
    let found = desk.run(&["capture", "statement.txt", "--parties", "in,us", "--date", "2015-08-14"]).json();
    let exercise =
        found.as_array().unwrap().iter().find(|one| one["quote"].as_str().unwrap().contains("exercise")).unwrap();
    let place = |key: &str| usize::try_from(exercise[key].as_u64().unwrap()).unwrap();
    let words: String = STATEMENT.chars().skip(place("start")).take(place("end") - place("start")).collect();
    assert_eq!(exercise["quote"], words);
    assert_eq!((&exercise["bound"], &exercise["strength"]), (&"both".into(), &"firm".into()));
    assert_eq!((&exercise["class"], &exercise["due"]), (&"commitment".into(), &"by 31 December 2015".into()));
    for key in ["title", "cue", "rule"] {
        assert!(!exercise[key].as_str().unwrap().is_empty(), "{key}");
    }
    assert!(exercise["confidence"].as_f64().unwrap() <= 1.0);
    let piped = desk.run_with(&["capture", "-", "--parties", "IN,US", "--date", "2015-08-14"], STATEMENT).json();
    assert_eq!(piped, found);
}

#[test]
fn a_dossier_adds_what_it_would_propose_and_enters_nothing() {
    let desk = Desk::with_sample();
    desk.write("statement.txt", STATEMENT);
    let before = desk.export("sample.dossier");
    let found = desk.run(&["capture", "statement.txt", "--dossier", "sample.dossier", "--date", "2015-08-14"]).json();
    let named =
        found.as_array().unwrap().iter().find(|one| one["quote"].as_str().unwrap().contains("malware")).unwrap();
    assert_eq!(named["owners_reason"], "CERT-In and US-CERT are named");
    assert_eq!(named["owners"][0]["body"], "CERT-In");
    let exercise =
        found.as_array().unwrap().iter().find(|one| one["quote"].as_str().unwrap().contains("exercise")).unwrap();
    assert_eq!((&exercise["track"], &exercise["track_reason"]), (&"CYB".into(), &"“cyber” is in its name".into()));
    assert_eq!(exercise["due_label"], "31 Dec 2015");
    assert!(exercise["like"].is_array() && exercise["state"] == "waiting");
    assert_eq!(desk.export("sample.dossier"), before);
}

#[test]
fn a_file_is_attached_and_its_original_kept() {
    let desk = Desk::with_sample();
    desk.write("statement.html", "<!DOCTYPE html><title>Statement</title><p>Both sides will share reports.</p>");
    let said = desk.run(&["attach", "sample.dossier", "statement.html", "--meeting", "4th Cyber"]).done();
    assert!(said.starts_with("Attached Statement to 4th Cyber Dialogue: "), "{said}");
    desk.run(&["check", "sample.dossier"]).done();
    desk.run(&["undo", "sample.dossier"]).done();
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence() {
    let desk = Desk::with_sample();
    desk.write("scan.png", "\u{0}\u{1}\u{2}");
    let sentence = desk.run(&["capture", "scan.png", "--parties", "IN,US"]).fault(1);
    assert!(sentence.starts_with("scan.png was not taken in. This is not a kind of file"), "{sentence}");
    let sentence = desk.run(&["attach", "sample.dossier", "scan.png"]).fault(1);
    assert!(sentence.starts_with("scan.png was not taken in."), "{sentence}");
    desk.run(&["capture", "missing.txt", "--parties", "IN,US"]).fault(3);
    assert_eq!(desk.run(&["capture", "scan.png"]).exit, 2);
    let help = desk.run(&["capture", "--help"]).done();
    assert!(help.contains("Unicode scalar") && help.contains("Exit codes:"), "{help}");
}
