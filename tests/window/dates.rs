//! Due dates that live, by key: a meeting moves and what is due by it says so; a period is reported; undo takes it back.

use rapporteur_tests::{Start, Window};

const SUMMIT: &str = "Leaders’ meeting, New York";

/// The page of something found by its words.
fn page(window: &Window, words: &str, title: &str) {
    window.press("Mod+k");
    window.type_words(words);
    window.find("option", title);
    window.settle();
    window.press("Enter");
    window.heading(title);
    window.settle();
}

fn today(window: &Window) {
    window.find("link", "Today").click();
    window.heading("Today");
    window.settle();
}

#[test]
fn a_meeting_that_moves_takes_along_what_is_due_by_it_and_today_says_so() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    page(&window, "leaders New York", SUMMIT);
    window.press("v");
    window.find("form", "Move, postpone or cancel");
    window.fill("First day", "3 Oct 2015");
    window.fill("Reason", "The calendars of both leaders");
    window.sees("will move with it, to 3 Oct 2015");
    window.is_accessible("the form that moves a meeting");
    window.press("Mod+Enter");
    window.note("Moved ");
    window.sees("25 Sep 2015 → 3 Oct 2015");

    today(&window);
    window.sees("from 25 Sep 2015 to 3 Oct 2015");
    window.sees("The calendars of both leaders");
    window.is_accessible("Today, with what moved");
    let sentence = window.names("link").into_iter().find(|name| name.contains("moved with")).unwrap();
    window.find("link", &sentence).click();
    window.find("button", "Due by");
    window.sees("3 Oct 2015");

    window.press("Mod+z");
    window.note("Undone: ");
    today(&window);
    window.sees_no_more("from 25 Sep 2015 to 3 Oct 2015");
}

#[test]
fn a_cancelled_meeting_brings_up_what_was_due_by_it() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    page(&window, "leaders New York", SUMMIT);
    window.press("v");
    window.choose("State", "Cancelled");
    window.sees("come up in Today and Review");
    window.press("Mod+Enter");
    window.note("Cancelled ");
    today(&window);
    window.find("heading", "Due by a meeting that was cancelled");
    window.sees("Follow-on activities with concrete outcomes");
    window.press("Mod+z");
    window.note("Undone: ");
    window.sees_no_more("Follow-on activities with concrete outcomes");
}

#[test]
fn a_period_of_a_recurring_commitment_is_reported_by_key() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    page(&window, "CYB-2015-001", "Robust cooperation");
    window.press("d");
    window.choose("New date", "Recurring");
    window.fill("Every how many months", "3");
    window.fill("Next on", "30 Jun 2015");
    window.fill("Reason", "Reported each quarter from now on");
    window.press("Mod+Enter");
    window.note("Due date of CYB-2015-001: every 3 months");
    window.sees("not reported");

    window.press("p");
    window.find("form", "Report: period to 30 Jun 2015");
    window.fill("What was heard", "Twelve pages, in time.");
    window.is_accessible("the form that reports a period");
    window.press("Mod+Enter");
    window.note("CYB-2015-001: period to 30 Jun 2015 kept");
    window.sees("1 kept, 0 missed");
    window.sees("Twelve pages, in time.");
    window.is_accessible("a commitment with periods");

    window.press("Mod+z");
    window.note("Undone: ");
    window.sees_no_more("1 kept, 0 missed");
}
