//! `views` and `list --view`: what the window saved, read from a shell.

use rapporteur_core::{
    Dossier, Surroundings,
    wire::{CommitmentQuery, SavedViewDraft, Sort},
};

use crate::support::{Desk, refs};

/// The sample with one view.
fn desk() -> Desk {
    let desk = Desk::with_sample();
    let dossier = Dossier::open(&desk.path("sample.dossier"), Surroundings::real("A. Officer")).unwrap();
    let query = CommitmentQuery {
        words: "track:cyber or track:ct".into(),
        open: Some(true),
        sort: Sort::Due,
        ..CommitmentQuery::all()
    };
    let draft = SavedViewDraft {
        id: None,
        revision: 0,
        name: "Security".into(),
        query,
        columns: Vec::new(),
        pinned: true,
        rank: 0,
    };
    dossier.save_view(&draft).unwrap();
    desk
}

#[test]
fn a_view_is_listed_with_its_words_and_its_count() {
    let desk = desk();
    let text = desk.run(&["views", "sample.dossier"]).done();
    assert!(text.contains("open (track:cyber or track:ct)"), "{text}");
    let listed = desk.run(&["list", "sample.dossier", "--view", "security", "--json"]).json();
    let count = refs(&listed).len().to_string();
    assert!(text.lines().any(|line| line.starts_with("Security") && line.ends_with(&count)), "{count} in {text}");
    let json = desk.run(&["views", "sample.dossier", "--json"]).json();
    assert_eq!(json[0]["name"], "Security");
}

#[test]
fn a_list_takes_a_view_and_more() {
    let desk = desk();
    let list = |more: &[&str]| {
        let rows = desk.run(&[&["list", "sample.dossier", "--view", "Security", "--json"], more].concat()).json();
        refs(&rows).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let plain =
        desk.run(&["list", "sample.dossier", "open (track:cyber or track:ct)", "--sort", "due", "--json"]).json();
    assert_eq!(list(&[]), refs(&plain));
    let narrowed = desk.run(&["list", "sample.dossier", "open track:ct", "--sort", "ref", "--json"]).json();
    assert_eq!(list(&["track:ct or track:climate", "--sort", "ref"]), refs(&narrowed));
    let sentence = desk.run(&["list", "sample.dossier", "--view", "Nothing"]).fault(1);
    assert_eq!(sentence, "No saved view fits “Nothing”.");
    assert!(Desk::with_sample().run(&["views", "sample.dossier"]).done().starts_with("No view is saved yet."));
}
