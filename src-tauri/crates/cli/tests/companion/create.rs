//! `new`, `sample`, `info`, and under whose name changes are entered.

use crate::support::Desk;

#[test]
fn a_new_dossier_has_a_title_a_home_and_nothing_else() {
    let desk = Desk::empty();
    let made = desk.run(&[
        "new",
        "a.dossier",
        "--title",
        "Arvenia–Belmora",
        "--home",
        "av",
        "--home-name",
        "Arvenia",
        "--time-zone",
        "Europe/Vienna",
    ]);
    assert_eq!(made.done(), "Made a.dossier: Arvenia–Belmora.\n");
    let info = desk.run(&["info", "a.dossier", "--json"]).json();
    assert_eq!(info["title"], "Arvenia–Belmora");
    assert_eq!(info["home"]["name"], "Arvenia");
    assert_eq!(info["timeZone"], "Europe/Vienna");
    assert_eq!(info["counts"]["commitments"], 0);
    assert_eq!(desk.run(&["list", "a.dossier", "--json"]).json(), serde_json::json!([]));
    assert!(desk.run(&["meetings", "a.dossier"]).done().starts_with("No meetings yet."));
}

#[test]
fn a_file_in_the_way_is_left_as_it_is() {
    let desk = Desk::empty();
    desk.write("a.dossier", "mine");
    for command in [
        &["new", "a.dossier", "--title", "T", "--home", "AV"][..],
        &["sample", "a.dossier"],
        &["generate", "a.dossier", "--commitments", "5"],
    ] {
        let sentence = desk.run(command).fault(3);
        assert_eq!(sentence, "a.dossier exists already and was left as it is. Choose another name.");
    }
    assert_eq!(std::fs::read_to_string(desk.path("a.dossier")).unwrap(), "mine");
}

#[test]
fn a_dossier_without_a_title_is_refused_and_not_made() {
    let desk = Desk::empty();
    let sentence = desk.run(&["new", "a.dossier", "--title", " ", "--home", "AV"]).fault(1);
    assert_eq!(sentence, "The dossier's title is still empty.");
    assert!(!desk.path("a.dossier").exists());
}

#[test]
fn info_says_what_the_sample_holds() {
    let desk = Desk::with_sample();
    let text = desk.run(&["info", "sample.dossier"]).done();
    for part in ["India–United States", "Unclassified · Sample", "20 Aug 2015 (fixed)", "17, 16 of them open", "CYB"]
    {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
}

#[test]
fn changes_are_entered_under_the_name_given_or_the_accounts() {
    let desk = Desk::with_sample();
    for (arguments, name) in [
        (&["log", "sample.dossier", "-"][..], "desk"),
        (&["log", "sample.dossier", "-", "--as", "A. Clerk"], "A. Clerk"),
    ] {
        desk.run_with(arguments, r#"{"title": "Call", "record": "One."}"#).done();
        let undo = desk.open("sample.dossier").overview().unwrap().undo.unwrap();
        assert_eq!((undo.actor.as_str(), undo.title.as_str()), (name, "Logged Call"));
    }
    assert_eq!(desk.run(&["undo", "sample.dossier", "--as", " "]).fault(1), "The name after --as is still empty.");
}
