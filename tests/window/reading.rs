//! Every page, in the sample and in an empty dossier, light and dark: axe finds nothing, and everything has room.

use rapporteur_tests::{Home, Start, Window};

use crate::long_dossier;

/// Pages that need no row, with the words their titles begin with.
const PAGES: &[(&str, &str)] = &[
    ("today", "Today"),
    ("review", "Review"),
    ("ledger", "Ledger"),
    ("pictures", "Time line"),
    ("commitments", "Commitments"),
    ("meetings", "Meetings"),
    ("dialogues", "Dialogues"),
    ("instruments", "Instruments"),
    ("people", "People"),
    ("journal", "Journal"),
    ("compare", "Then and now"),
    ("search", "Search"),
    ("bin", "Bin"),
    ("dossier", ""),
];

/// Pages of one row each, with the list that leads there. A text is reached from the commitment taken from it.
const ROWS: [(&str, &str); 7] = [
    ("meetings", "meeting"),
    ("dialogues", "dialogue"),
    ("instruments", "instrument"),
    ("people", "party"),
    ("people", "body"),
    ("people", "person"),
    ("commitments", "commitment"),
];

/// Goes to every page of the open dossier, one after the other, and looks at each. An empty dossier has no rows.
pub fn visit(window: &Window, empty: bool, mut look: impl FnMut(&str)) {
    window.heading("Today");
    for (page, title) in PAGES {
        window.go(&format!("#/{page}"));
        window.heading(title);
        look(page);
    }
    if empty {
        return;
    }
    for (list, kind) in ROWS {
        window.open_first(list, kind);
        look(kind);
    }
    window.follow_first("text");
    look("text");
    window.open_first("meetings", "meeting");
    window.press("b");
    window.heading("Brief");
    look("brief");
}

/// Looks at the page that is shown.
pub fn look(window: &Window, name: &str, faults: &mut Vec<String>) {
    window.settle();
    let found = window.violations();
    faults.extend(found.iter().map(|violation| format!("{name}: {violation}")));
    faults.extend(window.overflows().iter().map(|wide| format!("{name}: {wide}")));
}

/// Fails where there are any.
pub fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn axe_finds_nothing_in_the_sample() {
    let window = Window::start(Start::sample());
    let mut faults = Vec::new();
    visit(&window, false, |page| look(&window, page, &mut faults));
    none(&faults);
}

#[test]
fn axe_finds_nothing_in_the_sample_in_the_dark() {
    let window = Window::start(Start::sample().dark());
    assert!(window.is_dark(), "the page does not follow the system");
    let mut faults = Vec::new();
    visit(&window, false, |page| look(&window, page, &mut faults));
    none(&faults);
}

#[test]
fn axe_finds_nothing_in_an_empty_dossier() {
    let home = Home::new();
    let path = home.path("documents").join("empty.dossier");
    drop(long_dossier::empty(&path, "India–Norway"));
    let window = Window::start_in(home, Start::file(&path));
    let mut faults = Vec::new();
    visit(&window, true, |page| look(&window, page, &mut faults));
    none(&faults);
}

#[test]
fn axe_finds_nothing_on_the_first_page() {
    for start in [Start::nothing(), Start::nothing().dark()] {
        let window = Window::start(start);
        window.heading("Rapporteur");
        let mut faults = Vec::new();
        look(&window, "the first page", &mut faults);
        window.press("Mod+n");
        look(&window, "the form of a new dossier", &mut faults);
        none(&faults);
    }
}

#[test]
fn axe_finds_nothing_while_something_is_entered() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    let mut faults = Vec::new();
    window.go("#/review");
    window.heading("Review");
    for (key, form) in [("u", "New follow-up"), ("s", "Status"), ("d", "Due date"), ("o", "Owner")] {
        window.press(key);
        window.find("form", form);
        look(&window, form, &mut faults);
        window.press("Escape");
        window.settle();
    }
    window.go("#/meeting?new=1");
    look(&window, "logging a meeting", &mut faults);
    none(&faults);
}
