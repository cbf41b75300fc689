//! Lists that one goes back to, and the line in which a commitment is entered from anywhere.

use rapporteur_tests::{Start, Window};

/// The list of commitments of the sample.
fn commitments() -> Window {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.find("link", "Commitments").click();
    window.heading("Commitments");
    window.settle();
    window
}

/// Narrows the list to these words and saves it under a name.
fn save(window: &Window, words: &str, name: &str) {
    window.press("/");
    window.type_words(words);
    window.settle();
    window.press("Enter");
    window.settle();
    window.press("Shift+v");
    window.find("dialog", "Save as view");
    window.type_words(name);
    window.press("Enter");
    window.note(&format!("Added saved view {name}"));
    window.heading(name);
    window.settle();
}

/// What the navigation says of a view: its name and its count.
fn pinned(window: &Window, name: &str) -> String {
    window.find("link", name).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_view_is_saved_pinned_counted_and_there_after_a_restart() {
    let window = commitments();
    save(&window, "exception:overdue", "Late");
    assert_eq!(pinned(&window, "Late"), "Late 2");
    window.is_accessible("a saved view");

    // What is entered late is counted at once, and no longer when it is taken back.
    window.press("Mod+n");
    window.find("dialog", "Quick entry");
    window.type_words("we to answer the letter by 2015-01-01 #cyb ");
    window.find("button", "Due 1 Jan 2015");
    window.press("Enter");
    window.note("Added CYB-2015-");
    window.settle();
    assert_eq!(pinned(&window, "Late"), "Late 3");
    window.press("Mod+z");
    window.note("Undone: ");
    window.settle();
    assert_eq!(pinned(&window, "Late"), "Late 2");

    let window = window.restart(Start::sample());
    window.heading("Today");
    window.find("link", "Late").click();
    window.heading("Late");
    window.settle();
    assert!(window.names("row").iter().any(|row| row.contains("CLI-")), "{:?}", window.names("row"));
}

#[test]
fn a_changed_view_says_so_and_is_saved_or_left_as_it_was() {
    let window = commitments();
    save(&window, "track:cyber", "Cyber work");
    window.choose("Delivery", "Late, blocked or at risk");
    window.sees("Changed since “Cyber work” was saved.");
    window.is_accessible("a changed view");
    window.find("button", "Discard changes").click();
    window.sees_no_more("Changed since “Cyber work” was saved.");
    window.settle();
    // The list of a select hears of the same choice again only when it was left in between, as a person leaves it.
    window.find("combobox", "Delivery").focus();
    window.choose("Delivery", "Late, blocked or at risk");
    window.sees("Changed since “Cyber work” was saved.");
    window.find("group", "Changes of the view").find("button", "Save").click();
    window.note("Changed saved view Cyber work");
    window.sees_no_more("Changed since “Cyber work” was saved.");
    window.press("Mod+z");
    window.note("Undone: ");
    window.sees("Changed since “Cyber work” was saved.");
}

#[test]
fn views_are_renamed_moved_unpinned_and_removed_by_key() {
    let window = commitments();
    window.press("v");
    window.sees("No view is saved yet");
    window.is_accessible("no views");
    window.press("Escape");
    save(&window, "track:cyber", "One");
    window.find("link", "Commitments").click();
    window.heading("Commitments");
    window.settle();
    save(&window, "track:climate", "Two");
    let order = |window: &Window| {
        let text = window.find("dialog", "Views").text();
        text.find("One").unwrap() < text.find("Two").unwrap()
    };
    window.press("v");
    window.find("dialog", "Views");
    assert!(order(&window));
    window.is_accessible("the sheet of views");
    window.find("dialog", "Views").find("link", "Two").focus();
    window.press("Alt+ArrowUp");
    window.settle();
    assert!(!order(&window));
    window.press("F2");
    window.fill("New name of Two", "Climate work");
    window.press("Enter");
    assert_eq!(window.find("dialog", "Views").find("link", "Climate work").text(), "Climate work");
    window.find("button", "Take One out of the navigation").click();
    window.find("button", "Pin One to the navigation");
    window.find("button", "Remove Climate work").click();
    window.sees_no_more("Climate work");
    window.press("Escape");
    window.settle();
    window.press("Mod+z");
    window.note("Undone: ");
    window.find("link", "Climate work");
    assert!(!window.has("link", "One"));
}

#[test]
fn a_line_is_typed_understood_entered_and_undone() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.settle();
    window.press("Mod+n");
    window.find("dialog", "Quick entry");
    window.type_words("CERT-In to share a malware catalogue by 31 Mar @CERT-In ~US-CERT #cyb");
    window.find("button", "Track Cyber");
    window.find("button", "Due 31 Mar 2016");
    window.find("button", "Owner CERT-In");
    window.find("button", "Counterpart US-CERT");
    window.find("button", "Bound us");
    window.settle();
    window.is_accessible("quick entry");

    // Escape keeps what was typed for the next time; a sheet closes on the second one, the first closes the offers.
    window.press("Escape");
    window.settle();
    if window.has("dialog", "Quick entry") {
        window.press("Escape");
    }
    window.settle();
    assert!(!window.has("dialog", "Quick entry"));
    window.press("Mod+n");
    window.find("button", "Due 31 Mar 2016");
    window.press("End");
    window.type_words(" ");
    window.settle();
    window.press("Mod+Enter");
    window.note("Added CYB-2015-");
    window.heading("Share a malware catalogue");
    window.find("button", "Edit");
    for _ in 0..100 {
        if !window.has("dialog", "Quick entry") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    window.settle();
    window.press("Mod+z");
    window.note("Undone: ");
}

#[test]
fn what_is_not_understood_is_said_and_stays() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.settle();
    window.press("Mod+n");
    window.find("dialog", "Quick entry");
    window.type_words("share a malware catalogue @CRET-In #cyber ");
    window.sees("Did you mean CERT-In?");
    window.press("Enter");
    window.settle();
    assert!(window.has("dialog", "Quick entry"), "nothing is entered");
    window.is_accessible("a line that is not understood");
    assert!(window.shows("share a malware catalogue @CRET-In #cyber"));
}
