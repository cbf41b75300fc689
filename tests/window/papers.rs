//! Papers: the brief for a meeting with its real pages, planned by key, saved and kept; a list exported as a workbook;
//! replies to a chaser sheet pasted, looked at and entered.

use std::{fs, path::Path};

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

/// Names the file in the system's own chooser, and waits until it is written.
fn choose_file(window: &Window, title: &str, path: &Path) {
    window.desktop_window(title);
    window.desktop_keys(&["ctrl+a"]);
    window.desktop_type(&path.display().to_string());
    window.desktop_keys(&["Return"]);
    window.note(&format!("ritten to {}", path.display()));
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
    let count = pages(&window);
    let moved = parts(&window);
    assert_eq!((moved[0].as_str(), moved[1].as_str()), ("Objectives", "Summary"));
    assert!(window.focused().contains("Objectives"), "the part keeps the focus");
    window.find("checkbox", "Objectives").click();
    assert!(pages(&window) <= count);
    assert!(!first_page(&window).contains("Objectives"));
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
    choose_file(&window, "Save brief", &path);
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
    choose_file(&window, "Save commitments matrix", &path);
    let bytes = fs::read(&path).unwrap();
    assert_eq!(&bytes[..2], b"PK");
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
