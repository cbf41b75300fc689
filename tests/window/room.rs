//! Room: titles as long as the register takes them, words without a break, Hindi; wide windows and narrow ones.

use rapporteur_tests::{Home, Start, Window};

use crate::{long_dossier, reading::visit, words::HINDI_TITLE};

/// The dossier in which every name is long, opened.
fn long(size: (u32, u32)) -> Window {
    let home = Home::new();
    let path = home.path("documents").join("long.dossier");
    drop(long_dossier::create(&path));
    let window = Window::start_in(home, Start::file(&path).size(size.0, size.1));
    window.heading("Today");
    window
}

/// Goes through every page, and fails where one has not room for what it shows.
fn everything_fits(window: &Window) {
    let mut faults = Vec::new();
    visit(window, false, |page| {
        window.settle();
        faults.extend(window.overflows().into_iter().map(|fault| format!("{page}: {fault}")));
    });
    assert!(faults.is_empty(), "{} times there is no room:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn long_titles_fit_in_an_ordinary_window() {
    everything_fits(&long((1280, 800)));
}

#[test]
fn long_titles_fit_in_a_narrow_window() {
    everything_fits(&long((1024, 700)));
}

#[test]
fn long_titles_fit_in_a_wide_window() {
    everything_fits(&long((1920, 1080)));
}

#[test]
fn long_names_leave_nothing_for_axe_to_find() {
    let window = long((1280, 800));
    let mut faults = Vec::new();
    visit(&window, false, |page| {
        window.settle();
        faults.extend(window.violations().into_iter().map(|fault| format!("{page}: {fault}")));
    });
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn hindi_is_drawn_with_the_font_that_comes_along() {
    let window = long((1280, 800));
    window.go("#/commitments");
    window.sees(HINDI_TITLE);
    let drawn = window.script(
        "await document.fonts.ready;
         return [...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family);",
        vec![],
    );
    assert!(drawn.to_string().contains("Devanagari"), "the fonts in use are {drawn}");
}
