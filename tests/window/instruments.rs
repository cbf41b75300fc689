//! What is signed: entered with its acts by key, reckoned while it is typed, changed, undone, and there after a restart.

use rapporteur_tests::{Start, Window};

const TITLE: &str = "Memorandum of understanding on disaster relief";

/// The list of instruments of the sample.
fn instruments() -> Window {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.find("link", "Instruments").click();
    window.heading("Instruments");
    window.find("grid", "Instruments");
    window.settle();
    window
}

/// Enters a memorandum signed in 2011, for five years, renewed tacitly, with six months' notice; leads to its page.
fn enter(window: &Window) {
    window.press("n");
    window.heading("New instrument");
    window.type_words(TITLE);
    window.pick("Parties", "United States");
    window.fill("Signed on", "19 Jul 2011");
    window.press("Tab");
    window.type_words("New Delhi");
    window.fill("Signed for India by", "A. Signatory");
    window.find("option", "");
    window.press("Enter");
    window.choose("It lasts", "For a period");
    window.fill("How long", "5 years");
    window.choose("Renewal", "Tacit");
    window.fill("Notice before the end", "6 months");
    // What the clauses come to stands there before anything is entered.
    window.sees("18 Jul 2016");
    window.sees("18 Jan 2016");
    window.is_accessible("the form of an instrument");
    window.press("Mod+Enter");
    window.note("Added");
    window.heading(TITLE);
    window.settle();
}

#[test]
fn a_memorandum_is_entered_by_key_reckoned_undone_and_there_after_a_restart() {
    let window = instruments();
    enter(&window);
    window.sees("Operative");
    window.sees("by 18 Jan 2016");
    window.sees("A. Signatory");

    // One act, by key: India gives notice, and the memorandum will end with its term.
    window.press("a");
    window.find("form", "New act");
    window.choose("What was done", "Notice of non-renewal");
    window.choose("By", "India");
    window.fill("On", "1 Aug 2015");
    window.is_accessible("the form of an act");
    window.press("Mod+Enter");
    window.sees("notice given");
    window.settle();
    window.press("Mod+z");
    window.note("Undone: ");
    window.sees_no_more("notice given");
    window.sees("by 18 Jan 2016");

    let window = window.restart(Start::sample());
    window.heading("Today");
    window.press("Mod+k");
    window.type_words("disaster relief");
    window.find("option", TITLE);
    window.settle();
    window.press("Enter");
    window.heading(TITLE);
    window.sees("by 18 Jan 2016");
    window.settle();
    window.is_accessible("the page of an instrument");
    window.press("Mod+z");
    window.note("Undone: ");
}

#[test]
fn the_life_line_is_gone_along_by_key_and_leads_to_its_words() {
    let window = instruments();
    window.press("Enter");
    window.find("region", "Life line");
    window.settle();
    let name = "return page.name(document.activeElement);";
    window
        .script("document.querySelector('section[aria-label=\"Life line\"] button[tabindex=\"0\"]').focus();", vec![]);
    let first = window.look(name, vec![]);
    window.press("ArrowRight");
    let second = window.look(name, vec![]);
    assert_ne!(first, second);
    assert!(second.as_str().is_some_and(|words| words.contains("19 Jul 2011")), "{second}");
    window.press("Enter");
    window.settle();
    let entry = window.script("return document.activeElement.closest('li')?.innerText ?? '';", vec![]);
    assert!(entry.as_str().is_some_and(|words| words.contains("19 Jul 2011")), "{entry}");
}

#[test]
fn the_list_is_narrowed_by_what_needs_looking_at_and_sorted_by_its_clocks() {
    let window = instruments();
    assert_eq!(window.find("grid", "Instruments").attribute("aria-rowcount"), "3");
    window.find("button", "Notice within 90 days").click();
    window.settle();
    assert!(window.address().contains("concern=notice_due"), "{}", window.address());
    assert_eq!(window.find("grid", "Instruments").attribute("aria-rowcount"), "1");
    window.press("Escape");
    window.settle();
    window.find("button", "Next notice").click();
    window.settle();
    assert_eq!(window.find("columnheader", "Next notice").attribute("aria-sort"), "ascending");
    window.is_accessible("the list of instruments");
    window.choose("Partner", "United States");
    window.heading("Instruments with United States");
}

#[test]
fn an_instrument_is_signed_at_a_meeting_and_delivers_a_commitment() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.press("Mod+k");
    window.type_words("4th cyber dialogue");
    window.find("option", "4th Cyber Dialogue");
    window.settle();
    window.press("Enter");
    window.heading("4th Cyber Dialogue");
    window.settle();
    window.press("g");
    window.heading("New instrument");
    window.type_words("Arrangement on the exchange of indicators");
    window.pick("Parties", "United States");
    window.press("Mod+Enter");
    window.heading("Arrangement on the exchange of indicators");
    window.find("link", "4th Cyber Dialogue");
    window.settle();
    window.find("region", "Delivers").find("button", "Add").click();
    window.pick("It delivers this commitment", "CYB-2015-002");
    window.press("Enter");
    window.find("link", "CYB-2015-002").click();
    window.sees("delivered by");
    window.find("link", "Arrangement on the exchange of indicators");
    window.settle();
    window.press("Mod+z");
    window.note("Undone: ");
    window.sees_no_more("delivered by");
}
