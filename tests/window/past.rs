//! Looking back to a past day, and what two days differ in, by key: nothing can be changed there, what was not there yet
//! is told as that, every page answers, light and dark.

use rapporteur_tests::{Start, Window};

use crate::reading;

fn started(start: Start) -> Window {
    let window = Window::start(start);
    window.heading("Today");
    window.settle();
    window
}

/// Looks back to a day that is typed.
fn look_back(window: &Window, day: &str) {
    window.press("Shift+b");
    window.find("dialog", "Look back");
    window.type_words(day);
    window.press("Enter");
    window.sees(&format!("As it stood on {day}"));
    window.settle();
}

#[test]
fn a_past_day_is_looked_at_and_cannot_be_changed() {
    let window = started(Start::sample());
    window.press("Mod+k");
    window.type_words("CYB-2015-003");
    window.settle();
    window.press("Enter");
    window.heading("Research and development");
    let later = window.address();

    window.go("#/commitments");
    window.heading("Commitments");
    window.sees("16 open commitments");
    look_back(&window, "1 Jan 2012");
    window.sees("9 open commitments");
    assert!(window.desktop_title().contains("as it stood on 1 Jan 2012"), "{}", window.desktop_title());

    // No key enters anything, and none is offered.
    window.find("grid", "Commitments");
    window.press("j");
    for key in ["u", "s", "d", "o", "n", "x", "Delete", "Mod+n"] {
        window.press(key);
        window.settle();
        assert_eq!(window.names("form"), Vec::<String>::new(), "{key} opened a form");
        assert!(!window.has("dialog", ""), "{key} opened a sheet");
    }
    window.press("Mod+z");
    window.note("the past cannot be changed");
    window.press("Mod+k");
    window.type_words(">follow-up");
    window.sees("No command");
    window.press("Escape");
    window.settle();
    assert!(!window.has("button", "New commitment"));

    // From one changed day to the next.
    window.press("]");
    window.sees("As it stood on 10 Jan 2014");
    window.press("[");
    window.sees("As it stood on 19 Jul 2011");

    // What was not there yet; back and forward go on as ever.
    window.go(&later);
    window.sees("This commitment was not in the dossier on 19 Jul 2011.");
    window.press("Alt+ArrowLeft");
    window.heading("Commitments");
    window.press("Alt+ArrowRight");
    window.sees("was not in the dossier");
    window.press("Shift+t");
    window.sees_no_more("As it stood on");
    window.heading("Research and development");
    window.find("button", "Follow-up");

    // A day that cannot be looked at is refused in the sheet, and the one that is shown stays.
    window.press("Shift+b");
    window.find("dialog", "Look back");
    window.type_words("1 Jan 2001");
    window.press("Enter");
    window.sees("This dossier was begun after 1 Jan 2001");
    window.press("Escape");
    window.settle();
    window.find("button", "Follow-up");
}

#[test]
fn two_days_are_compared_by_key() {
    let window = started(Start::sample());
    look_back(&window, "1 Jan 2012");
    window.press("Shift+c");
    window.heading("Then and now");
    window.sees("From the end of 1 Jan 2012 until now");
    assert_eq!(window.field("Then, at the end of").value(), "1 Jan 2012");
    for kind in ["Added", "Due date changed", "Status changed", "Instruments", "Meetings"] {
        window.find("heading", kind);
    }
    window.press("j");
    window.press("j");
    assert!(window.focused().contains("Capacity-building"), "{}", window.focused());
    window.press("k");
    window.press("Enter");
    // What stands now is shown as it stands now.
    window.heading("Robust cooperation");
    window.sees_no_more("As it stood on");

    // A second day: what is opened is shown as of it.
    window.go("#/compare?from=2012-01-01&to=2015-08-15");
    window.sees("to the end of 15 Aug 2015");
    window.press("j");
    window.press("Enter");
    window.heading("Robust cooperation");
    window.sees("As it stood on 15 Aug 2015");
    window.press("Alt+ArrowLeft");
    window.heading("Then and now");

    window.go("#/compare?from=2015-08-15&to=2012-01-01");
    window.sees("1 Jan 2012 comes before 15 Aug 2015");
}

#[test]
fn every_page_answers_in_the_past_and_axe_finds_nothing() {
    for start in [Start::sample(), Start::sample().dark()] {
        let window = started(start);
        look_back(&window, "19 Aug 2015");
        let mut faults = Vec::new();
        reading::visit(&window, false, |page| {
            reading::look(&window, page, &mut faults);
            if !window.shows("As it stood on 19 Aug 2015") {
                faults.push(format!("{page}: does not say which day it shows"));
            }
            // A page that could not be read says so.
            for said in ["could not be", "went wrong", "no longer in the dossier", "unexpected"] {
                if window.shows(said) {
                    faults.push(format!("{page}: {said}"));
                }
            }
        });
        window.press("Shift+b");
        window.find("dialog", "Look back");
        reading::look(&window, "the sheet that asks for a day", &mut faults);
        reading::none(&faults);
    }
}
