//! The official's job: what is open before the meeting in New York, gone through by key.

use rapporteur_tests::{Start, Window};

/// The review before the leaders' meeting of the sample.
fn review() -> Window {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.find("link", "Review").click();
    window.heading("Review before");
    window.sees("New York");
    window.find("grid", "Open commitments");
    window.settle();
    window
}

/// How many commitments the list holds.
fn listed(window: &Window) -> usize {
    window.find("grid", "Open commitments").attribute("aria-rowcount").parse().unwrap()
}

/// The number that a count begins with.
fn number(count: &str) -> usize {
    count.split_whitespace().next().unwrap().parse().unwrap_or_else(|_| panic!("{count:?} begins with no number"))
}

/// The title of the commitment in the inspector.
fn selected(window: &Window) -> String {
    window.settle();
    window.names("heading").into_iter().find(|name| window.in_inspector(name)).expect("something is selected")
}

#[test]
fn counts_say_how_many_and_narrow_the_list_when_pressed() {
    let window = review();
    let all = listed(&window);
    let counts: Vec<String> =
        window.names("button").into_iter().filter(|name| name.ends_with(", All tracks")).collect();
    assert!(!counts.is_empty(), "there are no counts over all tracks");
    for count in counts {
        window.find("button", &count).click();
        window.settle();
        assert_eq!(listed(&window), number(&count), "after pressing {count:?}");
        // All open commitments are what the list shows anyway.
        let pressed = window.find("button", &count).attribute("aria-pressed") == "true";
        assert_eq!(pressed, !count.contains("open"), "whether {count:?} stands pressed");
        window.find("button", &count).click();
        window.settle();
        assert_eq!(listed(&window), all, "after pressing {count:?} again");
    }
}

#[test]
fn a_count_of_one_track_shows_that_track_only() {
    let window = review();
    window
        .find("button", &window.names("button").into_iter().find(|name| name.ends_with("open, Cyber")).unwrap())
        .click();
    window.settle();
    let rows = window.find("grid", "Open commitments").text();
    assert!(rows.contains("CYB-"), "{rows}");
    assert!(!rows.contains("CLI-") && !rows.contains("CT-"), "{rows}");
}

#[test]
fn j_and_k_move_and_enter_opens() {
    let window = review();
    let first = selected(&window);
    window.press("j");
    let second = selected(&window);
    assert_ne!(first, second);
    window.press("j");
    assert_ne!(selected(&window), second);
    window.press("k");
    assert_eq!(selected(&window), second);
    window.press("Enter");
    window.heading(&second);
    window.press("Alt+ArrowLeft");
    window.heading("Review before");
}

#[test]
fn exceptions_stand_before_what_is_on_course() {
    let window = review();
    let rows = window.find("grid", "Open commitments").text();
    let overdue = rows.find("d late").expect("something is late");
    let cyber = rows.find("CYB-").expect("something is cyber");
    assert!(cyber > 0 && overdue > 0);
}

#[test]
fn u_enters_a_follow_up_which_undo_takes_back_and_redo_brings_again() {
    let window = review();
    let title = selected(&window);
    window.press("u");
    window.fill("What was heard", "The other side sent its draft.");
    window.press("Mod+Enter");
    window.note("Follow-up on ");
    window.sees("The other side sent its draft.");

    window.settle();
    window.press("Mod+z");
    window.note("Undone: ");
    window.sees_no_more("The other side sent its draft.");
    window.press("Mod+Shift+z");
    window.sees("The other side sent its draft.");
    assert_eq!(selected(&window), title, "the same commitment is still selected");

    let window = window.restart(Start::sample());
    window.find("link", "Journal").click();
    window.heading("Journal");
    window.sees("ollow-up");
    window.press("Mod+z");
    window.note("Undone: ");
}

#[test]
fn s_changes_the_status_and_closing_asks_for_what_shows_it() {
    let window = review();
    window.press("s");
    window.choose("We say", "Closed, fulfilled");
    window.press("Mod+Enter");
    window.sees("What shows that it was kept");
    window.fill("What shows that it was kept", "The note of 19 August says so.");
    let before = listed(&window);
    window.press("Mod+Enter");
    window.settle();
    assert_eq!(listed(&window), before - 1, "what is closed is not open any more");
    window.press("Mod+z");
    window.settle();
    assert_eq!(listed(&window), before);
}

#[test]
fn d_asks_the_reason_for_another_due_date() {
    let window = review();
    window
        .find("button", &window.names("button").into_iter().find(|name| name.ends_with("overdue, All tracks")).unwrap())
        .click();
    window.settle();
    window.find("grid", "Open commitments").focus();
    window.press("d");
    window.fill("Date", "31 Dec 2015");
    window.press("Mod+Enter");
    window.sees("give the reason");
    window.fill("Reason", "The ministry asked for a quarter more.");
    window.press("Mod+Enter");
    window.note("Due date of CT-2011-001: 31 Dec 2015");
}

#[test]
fn o_changes_the_owner() {
    let window = review();
    window.press("o");
    window.field("Owner");
    window.press("Escape");
    window.settle();
    window.press("j");
}

#[test]
fn slash_filters_by_words() {
    let window = review();
    let all = listed(&window);
    window.press("/");
    window.type_words("climate");
    window.settle();
    let some = listed(&window);
    assert!(some > 0 && some < all, "{some} of {all} hold the word");
    window.press("Enter");
    window.press("Escape");
    window.settle();
    assert_eq!(listed(&window), all);
}

#[test]
fn several_are_marked_and_changed_as_one_act() {
    let window = review();
    window.press("x");
    window.press("j");
    window.press("x");
    window.sees("2 commitments marked");
    window.press("u");
    window.fill("What was heard", "Raised by telephone.");
    window.press("Mod+Enter");
    window.note("2");
    window.settle();
    window.press("Mod+z");
    window.note("Undone: ");
}

#[test]
fn the_question_mark_shows_the_keys() {
    let window = review();
    window.press("?");
    let sheet = window.find("dialog", "Keys");
    let text = sheet.text();
    for word in ["follow-up", "status", "due date", "owner", "filter"] {
        assert!(text.contains(word), "the sheet of keys does not name {word:?}:\n{text}");
    }
    window.is_accessible("the sheet of keys");
    window.press("Escape");
    window.settle();
    assert!(!window.has("dialog", "Keys"));
}

/// How many exceptions are decided, of how many.
fn decided(window: &Window) -> (usize, usize) {
    let said = window.text();
    let line = said.lines().find(|line| line.contains("exceptions decided")).unwrap_or_else(|| panic!("{said}"));
    let numbers: Vec<usize> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1])
}

#[test]
fn the_exceptions_are_decided_by_key_and_stand_on_the_agenda() {
    let window = review();
    let (begun, all) = decided(&window);
    let first = selected(&window);
    window.find("grid", "Open commitments").focus();
    window.press("2");
    window.note("announce CYB-");
    window.settle();
    assert_ne!(selected(&window), first, "the next exception is up");
    assert_eq!(decided(&window), (begun + 1, all));

    // With a remark, and to where it goes: its own level has nothing above it.
    window.press("r");
    window.choose("What becomes of it", "Escalate");
    window.fill("Remark", "The ministers could not agree.");
    window.press("Mod+Enter");
    window.note("escalate CYB-");
    window.settle();
    assert_eq!(decided(&window), (begun + 2, all));

    // Only what is undecided: each decision takes its row out of the list, and the next one moves up.
    window.press(".");
    window.settle();
    for left in (1..=all - begun - 2).rev() {
        assert_eq!(listed(&window), left);
        window.press("1");
        window.settle();
    }
    let done = format!("All {all} exceptions are decided");
    window.sees(&done);
    window.press("Mod+z");
    window.sees_no_more(&done);
    window.press("Mod+Shift+z");
    window.sees(&done);

    window.press("Escape");
    window.settle();
    window.press("Shift+p");
    window.note(" unopposed");

    let window = window.restart(Start::sample());
    window.find("link", "Review").click();
    window.sees(&done);
    // The inspector opens beside the list when its rows are there, and moves what stands above them.
    window.settle();
    window.find("link", "Agenda").click();
    window.find("heading", "Decided before it");
    window.sees("The ministers could not agree.");
    window.sees(&first);
    window.is_accessible("the meeting with its decisions");
    window.fits("the meeting with its decisions");
}

#[test]
fn a_person_hands_over_by_key_and_one_undo_takes_it_back() {
    let window = review();
    window.press("Mod+k");
    window.type_words("Narendra");
    window.sees("Narendra Modi");
    window.press("Enter");
    window.heading("Narendra Modi");
    window.press("h");
    window.find("heading", "Meetings to come");
    window.press("Mod+Enter");
    window.sees("Say who follows.");
    window.is_accessible("the handover");
    window.fits("the handover");
    window.pick("To", "Arvind");
    window.fill("Reason", "A trial of the handover");
    window.press("Mod+Enter");
    window.note("Handed over from Narendra Modi to Arvind Gupta");
    window.find("heading", "Handed over");
    window.sees("A trial of the handover");
    window.fits("the person who handed over");
    window.press("Mod+z");
    window.note("Undone: ");
    window.sees_no_more("A trial of the handover");
}
