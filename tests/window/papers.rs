//! Papers: the brief for a meeting with its real pages, planned by key, saved and kept; a list exported as a workbook;
//! replies to a chaser sheet pasted, looked at and entered.

use std::fs;

use rapporteur_tests::{Start, Window};

/// The brief for the leaders' meeting, with its pages set.
fn brief(start: Start) -> Window {
    let window = Window::start(start);
    window.heading("Today");
    window.go("#/review");
    window.heading("Review before Leaders");
    window.press("b");
    window.heading("Brief");
    pages(&window);
    window
}

/// Waits until the pages shown are those of what is chosen now, and answers how many there are.
fn pages(window: &Window) -> u64 {
    let script = "const region = document.querySelector('[role=\"region\"][aria-label=\"Pages of the brief\"]');
        const drawn = region?.querySelector('.textLayer span');
        const old = region?.querySelector('[data-page][aria-busy=true]');
        return region?.getAttribute('aria-busy') === 'false' && drawn && !old ? region.querySelectorAll('[data-page]').length : null;";
    // A debug build sets pages slowly; a page that changed asks a moment after.
    std::thread::sleep(std::time::Duration::from_millis(400));
    let count = (0..6).find_map(|_| window.until(|| window.script(script, vec![]).as_u64()));
    count.expect("the pages are set")
}

/// Waits until more than so many of the words looked for are marked in the pages.
fn hit(window: &Window, more_than: u64) {
    let marked = || window.script("return document.querySelectorAll('.hit').length", vec![]).as_u64();
    window.until(|| marked().filter(|marked| *marked > more_than)).expect("the words are marked in the pages");
}

/// What the first page says.
fn first_page(window: &Window) -> String {
    let script = "return document.querySelector('[data-page=\"0\"]')?.textContent ?? ''";
    window.script(script, vec![]).as_str().unwrap_or_default().to_owned()
}

/// The parts of the brief, in order.
fn parts(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[aria-label=\"Parts of the brief\"] label')].map(l => l.innerText.trim())";
    serde_json::from_value(window.script(script, vec![])).unwrap()
}

#[test]
fn the_brief_stands_in_the_window_as_its_real_pages() {
    let window = brief(Start::sample());
    window.sees("Page 1 of");
    assert!(first_page(&window).contains("New York"), "{}", first_page(&window));
    window.press("j");
    window.sees("Page 2 of");
    window.press("k");
    window.sees("Page 1 of");
    // Words are found in the pages, and gone to.
    window.press("/");
    window.type_words("cyber");
    hit(&window, 0);
    let first = window.script("return document.querySelector('.hits').innerText", vec![]);
    window.press("Enter");
    window
        .until(|| {
            let now = window.script("return document.querySelector('.hits').innerText", vec![]);
            (now != first).then_some(())
        })
        .expect("Enter goes on");
    window.press("Escape");
    window.press("+");
    window.sees("90 %");
    window.press("0");
    window.settle();
    window.is_accessible("the brief");
    window.fits("the brief");
}

#[test]
fn parts_are_chosen_and_moved_by_key_and_taken_back() {
    let window = brief(Start::sample());
    let before = parts(&window);
    assert_eq!(before[0], "Summary");
    window.find("checkbox", "Objectives").focus();
    window.press("Alt+ArrowUp");
    window
        .until(|| parts(&window).starts_with(&["Objectives".into(), "Summary".into()]).then_some(()))
        .expect("it moves");
    window.until(|| window.focused().contains("Objectives").then_some(())).expect("the part keeps the focus");
    let count = pages(&window);
    window.find("checkbox", "Objectives").click();
    assert!(pages(&window) <= count);
    let without = || Some(first_page(&window)).filter(|words| !words.is_empty() && !words.contains("Objectives"));
    window.until(without).expect("the part leaves the pages");
    // What is written freely stands in the pages a moment later.
    window.fill("Press line", "Good talks in a good spirit.");
    pages(&window);
    window.find("searchbox", "Find in the pages").click();
    window.type_words("good spirit");
    hit(&window, 0);
    // Each is taken back by itself, also after a restart.
    let window = window.restart(Start::sample());
    window.heading("Today");
    window.go("#/review");
    window.heading("Review before");
    window.press("b");
    window.heading("Brief");
    window.sees("Good talks in a good spirit.");
    pages(&window);
    assert_eq!(parts(&window)[0], "Objectives");
    window.press("Mod+z");
    window.sees_no_more("Good talks in a good spirit.");
    window.settle();
    window.press("Mod+z");
    let shown = "return document.querySelector('[aria-label=\"Parts of the brief\"] input')?.checked";
    window.until(|| (window.script(shown, vec![]) == true).then_some(())).expect("the part is shown again");
    window.settle();
    window.press("Mod+z");
    window.until(|| (parts(&window) == before).then_some(())).expect("the parts are as they were");
}

#[test]
fn what_was_just_typed_and_done_is_taken_back_by_quick_undoing() {
    let window = brief(Start::sample());
    let before = parts(&window);
    let press_line = || window.field("Press line").value();
    let written = press_line();
    window.find("checkbox", "Objectives").focus();
    window.press("Alt+ArrowUp");
    window.find("checkbox", "Objectives").click();
    window.fill("Press line", "Good talks in a good spirit.");
    // At once, without waiting for what was typed to be kept: out of the field, and three times undo.
    window.find("checkbox", "Objectives").focus();
    for _ in 0..3 {
        window.press("Mod+z");
    }
    window.until(|| (press_line() == written).then_some(())).expect("the words are taken back");
    window.until(|| (parts(&window) == before).then_some(())).expect("the parts are where they were");
    let shown =
        "return [...document.querySelectorAll('[aria-label=\"Parts of the brief\"] input')].every((i) => i.checked)";
    window.until(|| (window.script(shown, vec![]) == true).then_some(())).expect("the part is shown again");
    window.settle();
    assert_eq!((parts(&window), press_line()), (before, written));
    pages(&window);
}

#[test]
fn what_is_typed_right_after_undoing_is_kept() {
    let window = brief(Start::sample());
    window.find("checkbox", "Objectives").click();
    window.settle();
    window.press("Mod+z");
    window.fill("Press line", "Written on at once.");
    window.find("checkbox", "Objectives").focus();
    let shown = "return document.querySelector('[aria-label=\"Parts of the brief\"] input[type=checkbox]:not(:checked)') === null";
    window.until(|| (window.script(shown, vec![]) == true).then_some(())).expect("the part is shown again");
    pages(&window);
    assert_eq!(window.field("Press line").value(), "Written on at once.");
    window.go("#/today");
    window.heading("Today");
    window.go("#/review");
    window.press("b");
    window.heading("Brief");
    let kept = || (window.field("Press line").value() == "Written on at once.").then_some(());
    window.until(kept).expect("the words are kept");
}

#[test]
fn the_setting_of_the_pages_is_told_of_and_can_be_stopped() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.go("#/review");
    window.heading("Review before Leaders");
    window.press("b");
    window.heading("Brief");
    window.find("button", "Stop").click();
    window.sees("The setting was stopped.");
    window.settle();
    window.is_accessible("a brief whose pages are not set");
    window.find("button", "Set them now").click();
    pages(&window);
    window.sees("Page 1 of");
}

#[test]
fn what_is_handed_over_is_saved_kept_and_compared_with_today() {
    let window = brief(Start::sample());
    window.press("Shift+e");
    window.find("dialog", "Export");
    window.settle();
    window.is_accessible("the sheet of an export");
    window.find("checkbox", "Keep a copy with the meeting").click();
    window.fill("Handed to", "The delegation");
    window.press("Mod+Enter");
    let path = window.home().path("brief.pdf");
    window.save_to("Save brief", &path);
    let bytes = fs::read(&path).unwrap();
    assert_eq!(&bytes[..5], b"%PDF-");
    assert!(bytes.len() > 20_000, "{} bytes are no brief", bytes.len());
    window.sees("The delegation");
    // Nothing has changed since; then something is promised otherwise.
    window.find("button", "Compare").click();
    window.sees("It would say the same today.");
    window.press("Escape");
    window.fill("Press line", "Good talks in a good spirit.");
    pages(&window);
    window.find("button", "Compare").click();
    window.sees("differ");
    window.find("cell", "Good talks in a good spirit.");
    window.settle();
    window.is_accessible("a copy beside the paper of today");
    window.press("Escape");
    // It stands on the page of the meeting too, and goes into the bin.
    window.find("link", "The meeting").click();
    window.heading("Leaders");
    window.find("heading", "Copies handed over");
    window.sees("The delegation");
}

#[test]
fn a_list_is_exported_as_a_workbook() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.go("#/commitments");
    window.heading("Commitments");
    window.settle();
    window.press("Shift+e");
    window.find("dialog", "Export");
    window.find("radio", "Excel").click();
    window.press("Mod+Enter");
    let path = window.home().path("list.xlsx");
    window.save_to("Save commitments matrix", &path);
    let bytes = fs::read(&path).unwrap();
    assert_eq!(&bytes[..2], b"PK");
}

#[test]
fn all_of_a_list_but_those_unmarked_is_exported() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.go("#/commitments?sort=ref");
    window.heading("Commitments");
    window.find("grid", "Commitments").focus();
    window.settle();
    let refs = "return [...document.querySelectorAll('[role=grid] [role=row][aria-rowindex]')]
        .map((row) => row.textContent.match(/[A-Z]+-\\d{4}-\\d{3}/)?.[0]).filter(Boolean)";
    let listed: Vec<String> = serde_json::from_value(window.script(refs, vec![])).unwrap();
    let (taken_out, stays) = (&listed[0], &listed[1]);
    window.press("Mod+a");
    window.sees("of this list marked");
    window.press("x");
    window.press("Shift+e");
    window.find("dialog", "Export");
    let paper =
        window.script("return document.querySelector('dialog[open] select').selectedOptions[0].textContent", vec![]);
    assert_eq!(paper.as_str().unwrap().trim(), "Commitments matrix: all but the 1 commitment not marked");
    window.find("radio", "Markdown").click();
    window.press("Mod+Enter");
    let path = window.home().path("list.md");
    window.save_to("Save commitments matrix", &path);
    let text = fs::read_to_string(&path).unwrap();
    let row = |reference: &str| text.lines().any(|line| line.starts_with(&format!("| {reference}")));
    assert!(row(stays), "{stays} is missing:\n{text}");
    assert!(!row(taken_out), "{taken_out} was taken out:\n{text}");
}

#[test]
fn pasted_replies_become_follow_ups_after_a_look() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.go("#/people");
    window.heading("People");
    window.settle();
    window.press("Mod+k");
    window.type_words("Ministry of Home Affairs");
    window.find("option", "Ministry of Home Affairs");
    window.press("Enter");
    window.heading("Ministry of Home Affairs");
    window.settle();
    window.sees("CT-2011-001");
    window.press("p");
    window.find("dialog", "Replies of");
    window.fill("What came back", "Dear colleague,\nCT-2011-001: The centre was opened.");
    window.press("Mod+Enter");
    window.sees("1 reply to");
    window.sees("It stands before the first point.");
    window.settle();
    window.is_accessible("replies that are looked at");
    window.press("Mod+Enter");
    window.note("Entered 1 reply of");
    window.press("Mod+z");
    window.note("Undone: ");
}

#[test]
fn numbers_of_a_reply_are_those_of_the_sheet_that_was_handed_out() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.go("#/people");
    window.heading("People");
    window.press("Mod+k");
    window.type_words("Ministry of Home Affairs");
    window.find("option", "Ministry of Home Affairs");
    window.press("Enter");
    window.heading("Ministry of Home Affairs");
    window.press("p");
    window.find("dialog", "Replies of");
    window.choose("Classification", "Up to Restricted");
    window.fill("What came back", "Point 1: the centre was opened.");
    window.press("Mod+Enter");
    window.sees("1 reply to");
    window.sees("Numbers are those of the sheet for a reader up to Restricted");
    window.settle();
    window.is_accessible("replies to the sheet of a limited reader");
}
