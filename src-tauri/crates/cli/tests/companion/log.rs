//! `log` and `undo`: a meeting from JSON, all of it or nothing.

use crate::support::Desk;

/// The example that the command's help shows.
fn example(desk: &Desk) -> String {
    let help = desk.run(&["log", "--help"]).done();
    let from = help.find("\n{\n").unwrap() + 1;
    let to = from + help[from..].find("\n}\n").unwrap() + 2;
    help[from..to].to_owned()
}

#[test]
fn the_example_of_the_help_is_logged_in_the_sample_as_one_act() {
    let desk = Desk::with_sample();
    let before = desk.export("sample.dossier");
    desk.write("meeting.json", &example(&desk));
    let answer = desk.run(&["log", "sample.dossier", "meeting.json"]).done();
    assert_eq!(answer, "Logged 5th Cyber Dialogue.\nCYB-2015-008  Contact points\n");

    let shown = desk.run(&["show", "sample.dossier", "CYB-2015-008", "--json"]).json();
    assert_eq!(shown["passage"]["quote"], "Both sides will name contact points");
    assert_eq!(shown["row"]["owner"], "CERT-In");
    assert_eq!(shown["links"][0]["other"]["ref"], "CYB-2011-003");
    let followed = desk.run(&["show", "sample.dossier", "CYB-2015-004", "--json"]).json();
    assert_eq!(followed["row"]["status"], "delivered");
    assert!(desk.run(&["check", "sample.dossier"]).done().ends_with("Nothing is wrong.\n"));

    assert_eq!(desk.run(&["undo", "sample.dossier"]).done(), "Undone: Logged 5th Cyber Dialogue.\n");
    assert_eq!(desk.export("sample.dossier"), before);
    assert_eq!(desk.run(&["undo", "sample.dossier"]).fault(1), "There is nothing to undo.");
}

#[test]
fn a_meeting_is_taken_from_standard_input_too() {
    let desk = Desk::with_sample();
    let answer =
        desk.run_with(&["log", "sample.dossier", "-"], "\u{feff}{\"title\": \"Call\", \"mode\": \"telephone\"}");
    assert_eq!(answer.done(), "Logged Call.\n");
}

#[test]
fn a_wrong_part_is_named_and_nothing_is_changed() {
    let desk = Desk::with_sample();
    let before = desk.export("sample.dossier");
    let example = example(&desk);
    let replaced = |from: &str, to: &str| {
        assert!(example.contains(from), "{from}");
        example.replace(from, to)
    };
    for (meeting, part) in [
        (
            replaced("Both sides will name contact points\"", "Both sides will surely\""),
            "Outcome 1: The quote does not stand in the text",
        ),
        (replaced("\"CYB-2015-004\"", "\"CYB-2015-999\""), "Follow-up 1: No commitment fits “CYB-2015-999”."),
        (
            replaced("\"person\": \"Arvind Gupta\", \"role\": \"head\"", "\"person\": \"Nobody\""),
            "Attendance 1: No person fits “Nobody”.",
        ),
        (replaced("\"New Delhi\"", "\"New Delhi\", \"host\": \"XX\""), "duplicate field `host`"),
        (
            replaced("\"firm\"", "\"strong\""),
            "outcomes[0].strength: unknown variant `strong`, expected one of `firm`, `intent`, `soft`",
        ),
        (replaced("\"reported_by\"", "\"reporter\""), "follow_ups[0].reporter: unknown field `reporter`"),
        (replaced("\"2015-12-31\"", "\"31/12/2015\""), "outcomes[0].due"),
        (example[..200].to_owned(), "EOF while parsing"),
        (format!("{example} {{}}"), "trailing characters"),
        ("{}".to_owned(), "The meeting's title is still empty."),
    ] {
        let sentence = desk.run_with(&["log", "sample.dossier", "-"], &meeting).fault(1);
        assert!(sentence.contains(part), "{part} is missing in: {sentence}");
        assert_eq!(desk.export("sample.dossier"), before);
    }
}

#[test]
fn a_missing_meeting_is_a_missing_file() {
    let desk = Desk::with_sample();
    let sentence = desk.run(&["log", "sample.dossier", "nothing.json"]).fault(3);
    assert!(sentence.starts_with("There is no file at nothing.json."), "{sentence}");
}
