//! The palette and the page of all results, by key: to anything by its ref or name, any command by its name, what was
//! used lately first, words in every script.

use rapporteur_core::wire::PersonDraft;
use rapporteur_tests::{Home, Start, Window};

use crate::{long_dossier, words::HINDI_TITLE};

/// The field of the palette, and of nothing else.
const FIELD: &str = "Go to or do";

fn sample() -> Window {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.settle();
    window
}

/// Calls the palette up and types into it.
fn call(window: &Window, words: &str) {
    window.press("Mod+k");
    window.find("dialog", FIELD);
    assert_eq!(window.focused(), FIELD, "the palette has the focus");
    window.type_words(words);
    window.settle();
}

/// The row that Enter would take.
fn under_the_keys(window: &Window) -> String {
    let script = "const row = document.querySelector('dialog [role=\"option\"][aria-selected=\"true\"]');
        return row ? page.name(row) : '';";
    window.look(script, vec![]).as_str().unwrap_or_default().to_owned()
}

fn is_open(window: &Window) -> bool {
    window.has("dialog", FIELD)
}

#[test]
fn a_ref_typed_while_something_else_is_typed_leads_to_its_commitment() {
    let window = sample();
    window.go("#/people");
    window.heading("People");
    window.press("/");
    window.type_words("CER");
    call(&window, "ct-2011-001");
    assert!(under_the_keys(&window).contains("CT-2011-001"), "{}", under_the_keys(&window));
    window.press("Enter");
    window.settle();
    assert!(window.address().starts_with("#/commitment/"), "{}", window.address());
    window.sees("CT-2011-001");
    assert!(!is_open(&window));
}

#[test]
fn escape_gives_the_focus_back_to_the_field_and_its_cursor() {
    let window = sample();
    window.go("#/people");
    window.heading("People");
    window.press("/");
    window.type_words("CERT");
    window.press("ArrowLeft");
    call(&window, "cyb");
    window.press("Escape");
    window.settle();
    assert!(!is_open(&window));
    window.type_words("x");
    window.settle();
    assert_eq!(window.field("Find a party, body or person").value(), "CERxT");
}

#[test]
fn a_command_is_run_by_its_name_on_what_is_selected() {
    let window = sample();
    window.find("link", "Review").click();
    window.heading("Review before");
    window.find("grid", "Open commitments");
    window.settle();
    call(&window, ">follow");
    assert!(under_the_keys(&window).starts_with("Follow-up"), "{}", under_the_keys(&window));
    window.press("Enter");
    window.find("form", "New follow-up");
    window.press("Escape");
    window.settle();

    // What is not possible is not offered: on the journal nothing has a due date to be changed.
    window.go("#/journal");
    window.heading("Journal");
    call(&window, ">due date");
    window.sees("No command");
    window.press("Escape");

    call(&window, ">all keys");
    window.press("Enter");
    window.find("dialog", "Keys");
    // Over the sheet of keys the palette takes its place.
    call(&window, ">journal");
    assert!(!window.has("dialog", "Keys"));
    window.press("Escape");
    window.settle();
}

#[test]
fn what_has_no_key_is_done_from_any_page() {
    let window = sample();
    call(&window, ">new person");
    window.press("Enter");
    window.heading("People");
    window.find("form", "");
    assert!(window.has("radio", "Person"));
    window.settle();
    call(&window, ">check the");
    window.press("Enter");
    window.heading("Dossier");
    window.sees("Nothing is wrong.");
    call(&window, ">close this");
    window.press("Enter");
    window.heading("Rapporteur");
}

#[test]
fn pages_tracks_and_rows_are_gone_to_by_their_names() {
    let window = sample();
    call(&window, "journ");
    window.press("Enter");
    window.heading("Journal");
    call(&window, "cyber");
    assert!(under_the_keys(&window).starts_with("Cyber"), "{}", under_the_keys(&window));
    window.press("Enter");
    window.heading("Commitments: Cyber");
    call(&window, "4th cyber dialogue");
    window.press("Enter");
    window.settle();
    assert!(window.address().starts_with("#/meeting/"), "{}", window.address());
    // Mistyped, it is found all the same.
    call(&window, "CERT-Inn");
    window.sees("Called something like it");
    window.press("Escape");
}

#[test]
fn what_was_used_lately_stands_first_and_outlives_the_window() {
    let window = sample();
    call(&window, "ct-2011-001");
    window.press("Enter");
    window.settle();
    call(&window, ">all keys");
    window.press("Enter");
    window.find("dialog", "Keys");
    window.press("Escape");
    window.settle();
    call(&window, "");
    assert!(under_the_keys(&window).starts_with("All keys"), "{}", under_the_keys(&window));
    window.press("ArrowDown");
    assert!(under_the_keys(&window).contains("CT-2011-001"), "{}", under_the_keys(&window));
    window.press("Escape");

    let window = window.restart(Start::sample());
    window.heading("Today");
    call(&window, "");
    window.press("ArrowDown");
    window.settle();
    assert!(under_the_keys(&window).contains("CT-2011-001"), "{}", under_the_keys(&window));
    window.press("Enter");
    window.sees("CT-2011-001");
}

#[test]
fn axe_finds_nothing_in_the_palette_and_on_the_search_page() {
    for start in [Start::sample(), Start::sample().dark()] {
        let window = Window::start(start);
        window.heading("Today");
        for words in ["", "cyber", ">", ">nothing of this name"] {
            call(&window, words);
            window.is_accessible(&format!("the palette with {words:?}"));
            window.press("Escape");
            window.settle();
        }
        window.go("#/search?q=cyber");
        window.settle();
        window.is_accessible("the search page");
        window.go("#/search?q=certinn");
        window.settle();
        window.is_accessible("the search page without results");
    }
}

#[test]
fn the_last_row_and_the_slash_lead_to_the_search_page() {
    let window = sample();
    call(&window, "threat");
    window.press("ArrowUp");
    assert!(under_the_keys(&window).starts_with("Search everything for “threat”"), "{}", under_the_keys(&window));
    window.press("Enter");
    window.heading("Search");
    window.sees("found");
    let marked = window.names("mark");
    assert!(marked.iter().any(|word| word.to_lowercase().starts_with("threat")), "{marked:?}");
    // The list is gone through by key, and a result opened.
    window.press("j");
    window.press("Enter");
    window.settle();
    assert!(!window.address().starts_with("#/search"), "{}", window.address());
    window.press("Alt+ArrowLeft");
    window.heading("Search");

    window.go("#/today");
    window.heading("Today");
    window.press("/");
    window.heading("Search");
    window.sees("Find anything by its words");
    window.type_words("\"cyber crime\"");
    window.settle();
    assert!(window.address().starts_with("#/search?q="), "{}", window.address());
}

#[test]
fn words_are_found_in_hindi_and_without_their_accents() {
    let home = Home::new();
    let path = home.path("documents").join("long.dossier");
    let dossier = long_dossier::create(&path);
    let party = dossier.overview().unwrap().home.id;
    let person = PersonDraft {
        id: None,
        revision: 0,
        name: "Hélène Müller".into(),
        post: "Déléguée".into(),
        party,
        body: None,
        active_from: None,
        active_to: None,
        note: String::new(),
    };
    dossier.save_person(&person).unwrap();
    drop(dossier);
    let window = Window::start_in(home, Start::file(&path));
    window.heading("Today");
    window.press("/");
    window.heading("Search");
    window.type_words("helene mull");
    window.sees("Hélène Müller");
    assert!(window.names("mark").iter().any(|word| word == "Hélène"), "{:?}", window.names("mark"));

    window.fill("Words", "सहयोग");
    window.settle();
    let rows = window.find("grid", "What was found").text();
    assert!(rows.contains(HINDI_TITLE), "{rows}");
    assert!(window.names("mark").iter().any(|word| word == "सहयोग"), "{:?}", window.names("mark"));
    window.find("radio", "Commitments");
    window.script("document.querySelector('main input[type=radio][value=commitments]').click();", vec![]);
    window.settle();
    assert!(window.address().contains("kind=commitments"), "{}", window.address());

    call(&window, "सुरक्षा");
    assert!(under_the_keys(&window).contains(HINDI_TITLE), "{}", under_the_keys(&window));
    window.press("Escape");
}
