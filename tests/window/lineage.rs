//! The lineage of a promise: walked by key from the memorandum back to the visit at which it was promised, opened from
//! there; what is linked and cut off in the window is in the picture, and out of it, at once.

use rapporteur_tests::{Start, Window};

fn at(window: &Window, what: &str) {
    window.press("Mod+k");
    window.type_words(what);
    window.find("option", what);
    window.settle();
    window.press("Enter");
    window.find("region", "Lineage");
    window.settle();
}

fn sample() -> Window {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window
}

#[test]
fn the_lineage_of_the_memorandum_is_walked_by_key_to_the_visit_and_opened() {
    let window = sample();
    at(&window, "INS-2011-001");
    window.find("link", "INS-2011-001 MoU on cyber security, instrument");
    window.is_accessible("a lineage");
    window.press("g");
    window.settle();
    let root = window.focused();
    assert!(root.contains("INS-2011-001 MoU on cyber security, instrument, 19 Jul 2011, operative"), "{root}");
    assert!(root.contains("origin of CYB-2011-003"), "{root}");
    window.press("ArrowLeft");
    let promise = window.focused();
    assert!(promise.contains("CYB-2011-001") && promise.contains("delivered by, shown by INS-2011-001"), "{promise}");
    window.press("ArrowLeft");
    window.press("Home");
    let visit = window.focused();
    assert!(visit.contains("Visit of Secretary Napolitano") && visit.contains("meeting, May 2011"), "{visit}");
    assert!(visit.contains("1 of "), "{visit}");
    window.press("Enter");
    window.heading("Visit of Secretary Napolitano");
    // And back, to the very picture.
    window.press("Alt+ArrowLeft");
    window.find("link", "INS-2011-001 MoU on cyber security, instrument");
    window.settle();
    window.press("g");
    window.settle();
    window.press("End");
    let last = window.focused();
    assert!(last.contains("CYB-2015-001"), "{last}");
}

#[test]
fn what_is_linked_raised_and_quoted_shows_in_the_picture_and_is_undone() {
    let window = sample();
    at(&window, "CT-2011-003");
    let region = || window.find("region", "Lineage").text();
    let names = || window.names("link").join("\n");
    assert!(!names().contains("on the agenda of"), "{}", region());

    // Raised at a meeting, from the commitment's own page.
    window.find("region", "Raised at").find("button", "Add").click();
    window.pick("Meeting", "New York");
    window.press("Enter");
    window.settle();
    let coming = window.find("region", "On the agenda of");
    assert!(coming.find("link", "New York").text().contains("New York"));
    window.settle();
    assert!(names().contains("on the agenda of Leaders"), "{}", names());
    window.find("region", "On the agenda of").find("button", "Take it off the agenda of Leaders").click();
    window.settle();
    assert!(!names().contains("on the agenda of Leaders"), "{}", names());
    window.press("Mod+z");
    window.note("Undone: ");
    window.settle();
    assert!(names().contains("on the agenda of Leaders"), "{}", names());

    // Its words are cut off from the text, and found there again.
    assert!(names().contains("origin of CT-2011-003"), "{}", names());
    window.find("button", "Cut off from the text").click();
    window.find("button", "Find it in a text");
    window.settle();
    window.find("button", "Find it in a text").click();
    window.pick("Text", "Second Strategic");
    window.fill("Its words there", "should take other measures");
    window.press("Enter");
    window.note("These words do not stand in");
    window.fill("Its words there", "Each government should take definite measures");
    window.press("Enter");
    window.find("button", "Cut off from the text");
    window.settle();
    assert!(names().contains("Second Strategic Dialogue, statement"), "{}", names());
    window.is_accessible("a commitment with its lineage");
    window.press("Mod+z");
    window.note("Undone: ");
    window.find("button", "Find it in a text");
}
