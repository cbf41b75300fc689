//! Opening: the sample, a new dossier, one opened before; and what is said of files that are none.

use rapporteur_tests::{Home, Start, Window};

use crate::long_dossier;

/// Makes a dossier by the form of the first page, at `name` in the user's documents.
fn create(window: &Window, title: &str, name: &str) {
    window.heading("Rapporteur");
    window.press("Mod+n");
    window.find("form", "A new dossier");
    window.fill("Title", title);
    window.fill("Home code", "IN");
    window.fill("Save as", &window.home().path("documents").join(name).display().to_string());
    window.press("Enter");
    window.heading("Today");
}

#[test]
fn the_sample_opens_with_its_name_its_day_and_its_marking() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.sees("Day fixed: 20 Aug 2015");
    window.sees("UNCLASSIFIED");
    window.sees("Cyber");
    assert!(
        window.desktop_title().starts_with("India–United States"),
        "the window is titled {}",
        window.desktop_title()
    );
}

#[test]
fn the_sample_opens_from_the_first_page() {
    let window = Window::start(Start::nothing());
    window.heading("Rapporteur");
    window.find("button", "Open the sample").click();
    window.heading("Today");
    assert!(window.has("link", "Review"));
}

#[test]
fn a_new_dossier_is_empty_teaches_the_next_step_and_is_offered_the_next_time() {
    let window = Window::start(Start::nothing());
    create(&window, "India–France", "india-france.dossier");
    assert!(window.desktop_title().starts_with("India–France"));
    window.settle();
    assert!(
        window.text().to_lowercase().contains("track"),
        "an empty dossier says what comes first:\n{}",
        window.text()
    );

    let window = window.restart(Start::nothing());
    window.find("button", "India–France").click();
    window.heading("Today");
    assert!(window.desktop_title().starts_with("India–France"));
}

#[test]
fn a_path_that_is_typed_is_opened() {
    let window = Window::start(Start::nothing());
    create(&window, "India–Japan", "india-japan.dossier");
    let path = window.home().path("documents").join("india-japan.dossier");
    let home = window.close();
    let window = Window::start_in(home, Start::nothing());
    window.fill("Path of the file", &path.display().to_string());
    window.press("Enter");
    window.heading("Today");
}

#[test]
fn a_dossier_is_chosen_in_the_system_s_own_chooser() {
    let home = Home::new();
    let path = home.path("documents").join("india-kenya.dossier");
    drop(long_dossier::empty(&path, "India–Kenya"));
    let window = Window::start_in(home, Start::nothing());
    window.heading("Rapporteur");
    window.press("Mod+o");
    window.desktop_window("Open a dossier");
    // A slash opens the chooser's own field for a path.
    window.desktop_keys(&["slash"]);
    window.desktop_type(&path.display().to_string()[1..]);
    window.desktop_keys(&["Return"]);
    window.heading("Today");
    window.sees("India–Kenya");
}

#[test]
fn a_file_that_is_no_dossier_is_named_and_left_alone() {
    let home = Home::new();
    let path = home.path("documents").join("notes.dossier");
    std::fs::write(&path, "Notes of a meeting, kept in a text file.\n".repeat(200)).unwrap();
    let window = Window::start_in(home, Start::file(&path));
    window.heading("Rapporteur");
    window.sees("notes.dossier");
    window.sees("not a dossier");
    window.is_accessible("the first page with an error");
    let before = std::fs::read_to_string(&path).unwrap();
    assert!(before.starts_with("Notes of a meeting"), "the file was touched");
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_missing() {
    let home = Home::new();
    let path = home.path("documents").join("gone.dossier");
    let window = Window::start_in(home, Start::file(&path));
    window.heading("Rapporteur");
    window.sees("gone.dossier");
}

#[test]
fn a_dossier_that_another_window_has_open_is_said_to_be_in_use() {
    let first = Window::start(Start::nothing());
    create(&first, "India–Brazil", "india-brazil.dossier");
    let path = first.home().path("documents").join("india-brazil.dossier");
    let second = Window::start(Start::file(&path));
    second.settle();
    second.sees("india-brazil.dossier");
    second.sees("open in another window");
}

#[test]
fn closing_the_window_leaves_the_one_file_and_nothing_beside_it() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    let home = window.close();
    let left: Vec<String> = std::fs::read_dir(home.path("data/org.rapporteur.desktop/sample"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["india-united-states.dossier"]);
}
