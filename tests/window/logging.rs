//! The desk officer's job: a meeting is logged, its text attached, a commitment taken from it, its record made final.

use rapporteur_tests::{Start, Window};

use crate::words::{HINDI_PROMISE, HINDI_TITLE, PROMISE, STATEMENT};

/// Logs the fifth round of the Cyber Dialogue in the sample and leads to its page.
pub fn log_round(window: &Window) {
    window.heading("Today");
    window.find("link", "Log a meeting").click();
    window.heading("Log a meeting");
    window.pick("Dialogue", "Cyber Dialogue");
    window.sees("Becomes");
    window.fill("First day", "17 Aug 2015");
    window.press("Mod+Enter");
    window.sees("round 5");
    window.sees("17 Aug 2015");
}

/// Attaches the statement by pasting it, and leads to its page.
fn attach(window: &Window) {
    window.press("Alt+3");
    window.press("t");
    window.field("Words of the text");
    window.copy(STATEMENT);
    window.press("Mod+v");
    window.sees("tracing stolen credentials");
    window.fill("Title", "Joint statement of the fifth Cyber Dialogue");
    window.press("Mod+Enter");
    window.heading("Joint statement of the fifth Cyber Dialogue");
}

/// Moves sentence by sentence until the stretch begins with these words.
fn hold(window: &Window, words: &str) {
    for _ in 0..30 {
        // What the key does comes a moment after it; read too early, one sentence would be passed over.
        window.settle();
        if window.selection().starts_with(words) {
            return;
        }
        window.press(")");
    }
    panic!("no sentence begins with {words:?}; the last one is {:?}", window.selection());
}

#[test]
fn a_meeting_is_logged_and_a_commitment_taken_from_its_text_by_key() {
    let window = Window::start(Start::sample());
    log_round(&window);
    attach(&window);

    hold(&window, PROMISE);
    window.press("c");
    window.sees(PROMISE);
    assert_eq!(window.focused(), "Title", "the title is written first");
    window.fill("Title", "Joint desk for tracing stolen credentials");
    window.choose("Track", "Cyber");
    window.choose("Due", "On a date");
    window.fill("Date", "31 Mar 2016");
    window.press("Mod+Enter");
    window.note("Joint desk for tracing stolen credentials");
    window.sees("CYB-2015-");
    window.settle();
    assert!(
        window.focused().contains("Joint statement"),
        "the focus is back in the text, not on {:?}",
        window.focused()
    );

    // A second one follows at once, and its passage is shortened by key.
    hold(&window, HINDI_PROMISE);
    window.press("[");
    window.press("[");
    window.press("c");
    window.fill("Title", HINDI_TITLE);
    window.choose("Track", "Cyber");
    window.press("Mod+Enter");
    window.note(HINDI_TITLE);

    window.press("Escape");
    window.sees("round 5");
    window.find("link", "Joint desk for tracing stolen credentials").press("Enter");
    window.heading("Joint desk for tracing stolen credentials");
    window.sees(PROMISE);
    window.sees("31 Mar 2016");
    window.find("link", "Joint statement of the fifth Cyber Dialogue");

    let window = window.restart(Start::sample());
    window.find("link", "Commitments").click();
    window.heading("Commitments");
    window.sees("Joint desk for tracing stolen credentials");
    window.sees(HINDI_TITLE);
}

#[test]
fn a_passage_selected_with_the_pointer_can_be_taken_too() {
    let window = Window::start(Start::sample());
    log_round(&window);
    attach(&window);
    window.drag_over("exchange duty officers for two weeks");
    window.press("c");
    window.sees("exchange duty officers for two weeks");
    window.fill("Title", "Duty officers exchanged");
    window.choose("Track", "Cyber");
    window.press("Mod+Enter");
    window.note("Duty officers exchanged");
}

#[test]
fn a_text_pasted_anywhere_on_the_meeting_is_attached_to_it() {
    let window = Window::start(Start::sample());
    log_round(&window);
    window.press("Alt+3");
    window.copy(STATEMENT);
    window.press("Mod+v");
    window.heading("Joint statement");
    window.sees("tracing stolen credentials");
    assert!(window.address().starts_with("#/text/"), "the text was attached and is shown, not {}", window.address());
}

#[test]
fn an_outcome_is_typed_without_a_text() {
    let window = Window::start(Start::sample());
    log_round(&window);
    window.press("Alt+4");
    window.press("c");
    window.fill("Title", "Exchange of contact points");
    window.choose("Track", "Cyber");
    window.press("Mod+Enter");
    window.note("Exchange of contact points");
    window.find("link", "Exchange of contact points");
}

#[test]
fn the_agenda_brings_the_open_commitments_and_takes_follow_ups() {
    let window = Window::start(Start::sample());
    log_round(&window);
    window.press("Alt+5");
    // The first point is the record of the last round, on which there is nothing to follow up.
    window.sees("Approve the record of the");
    window.press("j");
    window.press("u");
    window.fill("What was heard", "Both teams confirmed the schedule.");
    window.press("Mod+Enter");
    window.sees("Both teams confirmed the schedule.");
    window.note("Follow-up on ");
}

#[test]
fn attendance_is_entered_by_name_and_by_number() {
    let window = Window::start(Start::sample());
    log_round(&window);
    window.press("Alt+2");
    window.type_words("Gupta");
    window.find("option", "Arvind Gupta");
    window.press("Enter");
    window.note("Arvind Gupta");
}

#[test]
fn a_final_record_does_not_change_any_more_and_takes_corrigenda() {
    let window = Window::start(Start::sample());
    log_round(&window);
    window.press("Alt+6");
    window.field("Record of the meeting").focus();
    window.type_words("The heads of delegation opened the meeting at ten.");
    window.press("Tab");
    window.press("f");
    window.find("button", "Make final").click();
    window.sees("final, 20 Aug 2015");
    window.settle();
    assert!(
        !window.names("textbox").iter().any(|name| name.contains("Record of the meeting")),
        "the record is still a field"
    );
    assert!(!window.has("button", "Add a point"), "the agenda of a final record takes no more points");
    window.sees("The heads of delegation opened the meeting at ten.");

    window.find("button", "Add a corrigendum").click();
    window.fill("Corrigendum", "They opened it at eleven.");
    window.press("Mod+Enter");
    window.sees("They opened it at eleven.");

    let window = window.restart(Start::sample());
    window.find("link", "Meetings").click();
    window.heading("Meetings");
    window.sees("17 Aug 2015");
}
