//! One statement in every kind of file: the same words come out of each, in the same order, with the same marks.

mod support;

use chrono::NaiveDate;
use rapporteur_documents::{Document, Kind};
use support::document;

macro_rules! file {
    ($name:literal) => {
        document($name, include_bytes!(concat!("data/", $name)))
    };
}

const STATEMENT: &str = "\
Joint Statement on Water and Rail

The Governments of Norland and Sudaria met in Port Aurel on 4 May 2026 for the third session of their Joint Commission.

Water

1. The two sides will open the gauge at Lower Weir to each other’s engineers by 31 October 2026.[1]
2. They agreed to:
(a) exchange readings every day during the monsoon; and
(b) publish a joint report, “State of the River”, once a year.
3. Norland will consider a long-term loan for the second lock.

Rail

The sides took note of the following:

• the night train resumes in the autumn;
• customs at the border station remain joint – as before.

Line\tLength\tOpens
Port Aurel – Weir\t48 km\t2027
Weir – Upper Sud\t112 km

संयुक्त वक्तव्य दोनों भाषाओं में समान रूप से प्रामाणिक है।

Done in two copies, in English and Hindi.

[1] Readings are those of the station’s own gauge.";

/// Letters of lists stand as "a." in HTML, which knows no other form, and in what is printed from it.
fn with_letters(text: &str) -> String {
    text.replace("(a)", "a.").replace("(b)", "b.")
}

fn check(file: &Document, kind: Kind, text: &str) {
    assert_eq!(file.kind, kind);
    assert_eq!(file.text, text, "{kind}");
    assert_eq!(file.language.as_deref(), Some("en-GB"), "{kind}");
    assert_eq!(file.day, None, "{kind}");
}

#[test]
fn a_word_document_says_what_it_shows() {
    let file = file!("statement.docx");
    check(&file, Kind::Docx, STATEMENT);
    assert_eq!(file.title.as_deref(), Some("Joint Statement on Water and Rail"));
}

#[test]
fn an_open_document_says_what_it_shows() {
    let file = file!("statement.odt");
    check(&file, Kind::Odt, STATEMENT);
    assert_eq!(file.title.as_deref(), Some("Joint Statement on Water and Rail"));
}

#[test]
fn an_rtf_says_what_it_shows() {
    check(&file!("statement.rtf"), Kind::Rtf, STATEMENT);
}

#[test]
fn a_page_says_what_it_shows() {
    let file = file!("statement.html");
    check(&file, Kind::Html, &with_letters(STATEMENT));
    assert_eq!(file.title.as_deref(), Some("Joint Statement on Water and Rail"));
}

#[test]
fn a_pdf_says_what_it_shows() {
    let file = file!("statement.pdf");
    check(&file, Kind::Pdf, &with_letters(STATEMENT));
    assert_eq!(file.title.as_deref(), Some("Joint Statement on Water and Rail"));
}

#[test]
fn an_e_mail_says_who_sent_it_and_when() {
    let file = file!("statement.eml");
    assert_eq!(file.kind, Kind::Eml);
    assert_eq!(file.title.as_deref(), Some("Joint Statement – as agreed"));
    assert_eq!(file.from.as_deref(), Some("Press Office <press@norland.example>"));
    // Where it was sent it was still the fourth, whatever the clock of a relay says.
    assert_eq!(file.day, NaiveDate::from_ymd_opt(2026, 5, 4));
    assert!(file.text.starts_with("Joint Statement on Water and Rail\n\nThe Governments of Norland"), "{}", file.text);
    assert!(file.text.ends_with("प्रामाणिक है।\n\nAttached, not read: statement.pdf"), "{}", file.text);
    assert!(!file.text.contains("formatted words"));
}
