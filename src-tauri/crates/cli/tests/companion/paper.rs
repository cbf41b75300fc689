//! `paper`: papers as files, refused where there is no such paper, and never half a file.

use crate::support::Desk;

#[test]
fn papers_are_written_in_the_form_that_their_name_ends_with() {
    let desk = Desk::with_sample();
    let brief = |out: &str| {
        let arguments = ["paper", "sample.dossier", "brief", "--meeting", "New York", "--out", out];
        desk.run(&arguments).done()
    };
    assert_eq!(brief("b.md"), "b.md was written, marked UNCLASSIFIED · SAMPLE, as of 20 Aug 2015.\n");
    let text = std::fs::read_to_string(desk.path("b.md")).unwrap();
    assert!(text.contains("# Brief: Leaders’ meeting, New York"), "{text}");
    for (name, begins) in [("b.pdf", &b"%PDF"[..]), ("b.docx", b"PK"), ("b.xlsx", b"PK")] {
        brief(name);
        assert!(std::fs::read(desk.path(name)).unwrap().starts_with(begins), "{name}");
    }
    desk.run(&["paper", "sample.dossier", "calendar", "--out", "c.ics"]).done();
    assert!(std::fs::read_to_string(desk.path("c.ics")).unwrap().starts_with("BEGIN:VCALENDAR\r\n"));
    desk.run(&["--as", "A. Officer", "paper", "sample.dossier", "chaser", "--body", "MHA", "--out", "chaser.md"])
        .done();
    assert!(std::fs::read_to_string(desk.path("chaser.md")).unwrap().contains("A. Officer"));
}

#[test]
fn a_paper_that_cannot_be_is_refused_and_what_stood_there_stays() {
    let desk = Desk::with_sample();
    desk.write("r.xlsx", "before");
    let answer = desk.run(&["paper", "sample.dossier", "record", "--meeting", "4th Cyber", "--out", "r.xlsx"]);
    assert_eq!(answer.exit, 1);
    assert_eq!(
        answer.err,
        "The name after --out has the ending .xlsx; the record of discussion can be had as .pdf, .docx, .md. Nothing was written.\n"
    );
    assert_eq!(std::fs::read_to_string(desk.path("r.xlsx")).unwrap(), "before");
    let answer = desk.run(&["paper", "sample.dossier", "matrix", "--for", "Cosmic", "--out", "m.md"]);
    assert_eq!(answer.exit, 1);
    assert!(answer.err.starts_with("No marking of this dossier is called “Cosmic”. There are: Unclassified, "));
    let answer = desk.run(&["paper", "sample.dossier", "brief", "--out", "b.md"]);
    assert_eq!((answer.exit, answer.err.as_str()), (1, "Say of which meeting the brief is.\n"));
    let answer = desk.run(&["paper", "sample.dossier", "matrix", "--out", "nowhere/m.md"]);
    assert_eq!(answer.exit, 3);
    assert!(answer.err.contains("What stood there before is unchanged."), "{}", answer.err);
    let left: Vec<_> = std::fs::read_dir(desk.path("")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".tmp")), "{left:?}");
}

#[test]
fn a_reader_is_told_of_gaps_only_where_that_is_asked_for() {
    let desk = Desk::with_sample();
    let arguments = ["paper", "sample.dossier", "matrix", "--for", "unclassified", "--for", "sample", "--gaps"];
    desk.run(&[&arguments[..], &["--out", "m.md"]].concat()).done();
    assert!(!std::fs::read_to_string(desk.path("m.md")).unwrap().contains("left out"), "there is nothing above that");
    let answer = desk.run(&["paper", "sample.dossier", "matrix", "--for", "Limited distribution", "--out", "n.md"]);
    assert_eq!(answer.exit, 1);
    assert!(answer.err.starts_with("The dossier itself is marked UNCLASSIFIED · SAMPLE"), "{}", answer.err);
    assert!(!desk.path("n.md").exists());
}
