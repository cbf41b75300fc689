//! A statement becomes commitments on the workbench, all by key: accepted, edited, merged, reaffirmed, undone; what
//! stands after a restart; and axe on the page, light and dark.

use rapporteur_tests::{Start, Window};

use crate::logging::log_round;

/// The statement of a round that was never held.
const STATEMENT: &str = include_str!("../data/statement.txt");

/// Logs a round and pastes the statement onto its page, which leads to the workbench.
fn paste(window: &Window) {
    log_round(window);
    window.press("Alt+3");
    window.copy(STATEMENT);
    window.press("Mod+v");
    window.heading("Joint statement");
    window.sees(" remain, ");
}

/// How many candidates wait, as the head of the page says.
fn remaining(window: &Window) -> u32 {
    let text = window.text();
    let line = text.lines().find(|line| line.contains(" remain, ") || line.contains(" decided"));
    let first = line.and_then(|line| line.split(' ').next()).unwrap_or_default();
    if first == "All" { 0 } else { first.parse().unwrap_or_else(|_| panic!("no count stands on the page:\n{text}")) }
}

/// Waits until so many candidates wait.
fn remain(window: &Window, count: u32) {
    window.sees(&format!("{count} of "));
    window.settle();
    assert_eq!(remaining(window), count);
}

/// Moves from candidate to candidate until the one at hand begins with these words.
fn at_hand(window: &Window, words: &str) {
    for _ in 0..20 {
        if window.selection().starts_with(words) {
            return;
        }
        window.press("j");
    }
    panic!("no candidate begins with {words:?}; the last one is {:?}", window.selection());
}

#[test]
fn a_statement_becomes_commitments_by_key() {
    let window = Window::start(Start::sample());
    paste(&window);
    let all = remaining(&window);
    assert!(all >= 7, "the statement has at least seven promises, not {all}");

    // The first one waits at hand, and is entered as it stands.
    at_hand(&window, "Both sides will set up");
    window.press("Enter");
    remain(&window, all - 1);
    window.sees("CYB-2015-");
    assert!(window.selection().starts_with("CERT-In and US-CERT"), "the next one is at hand at once");

    // The second one is given another title in its place.
    window.press("t");
    assert_eq!(window.focused(), "Title");
    window.press("Mod+a");
    window.type_words("Exchange of duty officers");
    window.press("Tab");
    window.press("Enter");
    remain(&window, all - 2);
    window.sees("Exchange of duty officers");

    // The third one is edited whole.
    at_hand(&window, "publish a common list");
    window.press("e");
    window.find("form", "New commitment");
    window.fill("Title", "Common list of contact points");
    window.press("Mod+Enter");
    remain(&window, all - 3);
    window.sees("Common list of contact points");

    // Two items belong together; merging is taken back in place, done again, and entered.
    at_hand(&window, "share lessons");
    window.press("m");
    remain(&window, all - 4);
    assert!(window.selection().starts_with("hold a table-top exercise"), "both are held");
    window.press("Mod+z");
    remain(&window, all - 3);
    window.press("m");
    remain(&window, all - 4);
    window.press("Enter");
    remain(&window, all - 5);

    // What was decided last is taken back by the journal, and leads back to it.
    window.press("Mod+z");
    window.settle();
    window.press("Mod+Shift+z");
    window.settle();
    remain(&window, all - 5);

    // One is a repetition of what was promised at an earlier round.
    at_hand(&window, "Both sides committed to robust");
    window.find("button", "Reaffirms");
    window.press("r");
    window.sees("reaffirms");
    remain(&window, all - 6);
    window.press("Mod+z");
    remain(&window, all - 5);
    at_hand(&window, "Both sides committed to robust");
    window.press("r");
    remain(&window, all - 6);

    // One is set aside, and brought back.
    at_hand(&window, "They look forward");
    window.press("x");
    window.settle();
    let left = remaining(&window);
    window.press("Mod+z");
    window.settle();
    assert_eq!(remaining(&window), left + 1);

    let window = window.restart(Start::sample());
    window.find("link", "Commitments").click();
    window.heading("Commitments");
    window.sees("Exchange of duty officers");
    window.sees("Common list of contact points");
    window.find("link", "Meetings").click();
    window.heading("Meetings");
    window.sees("17 Aug 2015");
}

#[test]
fn all_firm_ones_are_entered_in_one_act_and_taken_back_in_one() {
    let window = Window::start(Start::sample());
    paste(&window);
    let all = remaining(&window);
    window.press("Shift+a");
    window.settle();
    let left = remaining(&window);
    assert!(left + 3 <= all, "at least three of {all} bind firmly, and {left} are left");
    window.press("Mod+z");
    remain(&window, all);
}

#[test]
fn the_ends_are_moved_by_word_and_put_back() {
    let window = Window::start(Start::sample());
    paste(&window);
    at_hand(&window, "Both sides will set up");
    window.press("Shift+ArrowLeft");
    window.press("Shift+ArrowLeft");
    window.settle();
    assert!(window.selection().ends_with("by 31 March"), "two steps earlier: {:?}", window.selection());
    window.press("Escape");
    window.settle();
    assert!(window.selection().ends_with("31 March 2016."), "as it was: {:?}", window.selection());
}

#[test]
fn a_file_is_attached_where_no_meeting_is_shown() {
    let window = Window::start(Start::sample());
    let path = window.home().path("documents").join("statement.txt");
    std::fs::write(&path, STATEMENT).expect("a file in the user's documents");
    window.heading("Today");
    window.go("#/text");
    window.heading("New text");
    window.find("button", "Choose a file").click();
    window.desktop_window("Read a text");
    // A slash opens the chooser's own field for a path.
    window.desktop_keys(&["slash"]);
    window.desktop_type(&path.display().to_string()[1..]);
    window.desktop_keys(&["Return"]);
    window.sees("statement.txt");
    window.press("Mod+Enter");
    window.sees(" remain, ");
    window.sees("tracing stolen credentials");
}

#[test]
fn the_workbench_leaves_nothing_for_axe_to_find() {
    let mut faults = Vec::new();
    for start in [Start::sample(), Start::sample().dark(), Start::sample().size(1024, 700)] {
        let window = Window::start(start);
        paste(&window);
        for step in ["as it opens", "after entering one", "while splitting", "with the data open"] {
            match step {
                "after entering one" => window.press("Enter"),
                "while splitting" => window.press("Shift+p"),
                "with the data open" => {
                    window.press("Escape");
                    window.press("d");
                }
                _ => {}
            }
            window.settle();
            faults.extend(window.violations().iter().map(|fault| format!("{step}: {fault}")));
            faults.extend(window.overflows().iter().map(|wide| format!("{step}: {wide}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
