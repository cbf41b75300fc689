//! That nothing above a reader can be found in the bytes of any form of any paper, unzipped and inflated.

use std::{
    io::{Cursor, Read as _},
    process::Command,
};

use rapporteur_core::{
    vocabulary::{PaperForm, PaperKind},
    wire::PaperRequest,
};

use super::{
    marked::{Level2, Marked, Thing},
    reader, requests,
};

/// Everything but one commitment, its report and the planned meeting is secret.
fn secret() -> Vec<Level2> {
    let shown = [Thing::Due];
    Thing::ALL.iter().map(|thing| if shown.contains(thing) { (0, 0) } else { (4, 0) }).collect()
}

#[test]
fn no_form_of_any_paper_holds_a_word_of_what_was_left_out() {
    let marked = Marked::new((0, 0), &secret());
    let dossier = &marked.ground.dossier;
    let reader = reader(dossier, &["Restricted"]);
    let (mut papers, mut seen) = (0, 0);
    for request in requests(&marked, &reader) {
        let Ok(paper) = dossier.paper(&request) else { continue };
        for form in request.kind.forms() {
            let bytes = rapporteur_papers::write(&paper, *form, &mut |_| true).unwrap();
            let text = everything(*form, &bytes);
            seen += usize::from(text.contains("NARWHALWORDING"));
            papers += 1;
            clean(&text, &format!("{} as {form}", request.kind));
        }
    }
    let calendar = dossier.calendar(&PaperRequest { reader, ..PaperRequest::of(PaperKind::Calendar) }).unwrap();
    let text = unfolded(&rapporteur_papers::write_calendar(&calendar));
    assert!(text.contains("NARWHALWORDING"));
    clean(&text, "calendar");
    assert!(papers > 25, "{papers} files were looked at");
    assert!(seen > 15, "what may be seen was found in {seen}: looking finds what is there");
}

#[test]
fn free_parts_above_the_reader_are_left_out_of_a_brief_as_well() {
    let marked = Marked::new((0, 0), &secret());
    let dossier = &marked.ground.dossier;
    let free = |text: &str, marking: Vec<rapporteur_core::id::Id>| rapporteur_core::wire::FreePart {
        text: text.into(),
        marking,
    };
    let plan = rapporteur_core::wire::BriefPlan {
        our_objectives: free("GIBBONAIM", vec![super::label(dossier, "Secret")]),
        press_line: free("Both sides met.\nAsk about XYL-2015-001.", Vec::new()),
        ..rapporteur_core::wire::BriefPlan::default()
    };
    let request = PaperRequest {
        meeting: Some(marked.summit),
        reader: reader(dossier, &["Restricted"]),
        plan: Some(plan),
        ..PaperRequest::of(PaperKind::Brief)
    };
    let text = serde_json::to_string(&dossier.paper(&request).unwrap()).unwrap();
    assert!(text.contains("Both sides met."));
    assert!(!text.contains("GIBBONAIM") && !text.contains("XYL-2015"), "{text}");
}

fn clean(text: &str, what: &str) {
    for thing in Thing::ALL.into_iter().filter(|thing| *thing != Thing::Due) {
        for words in thing.words() {
            assert!(!text.contains(words), "{what} holds {words} of {thing:?}");
        }
    }
    assert!(!text.contains("XYL"), "{what} holds the code of a track on which everything is secret");
}

/// All that can be read in a file: its bytes, what is packed in it, and the words a reader is shown.
fn everything(form: PaperForm, bytes: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    match form {
        PaperForm::Docx | PaperForm::Xlsx => {
            let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            for at in 0..archive.len() {
                let mut file = archive.by_index(at).unwrap();
                text.push_str(&file.name().unwrap());
                let mut content = Vec::new();
                file.read_to_end(&mut content).unwrap();
                text.push_str(&String::from_utf8_lossy(&content));
            }
            // Words may be parted by marks of their form.
            text.push_str(&stripped(&text.clone()));
        }
        PaperForm::Pdf => {
            text.push_str(&inflated(bytes));
            text.push_str(&shown(bytes));
        }
        PaperForm::Markdown | PaperForm::Ics => {}
    }
    text
}

/// XML without its tags.
fn stripped(xml: &str) -> String {
    let mut inside = false;
    xml.chars()
        .filter(|c| {
            inside = match c {
                '<' => true,
                '>' => {
                    inside = false;
                    return false;
                }
                _ => inside,
            };
            !inside
        })
        .collect()
}

/// Every stream of a PDF that can be inflated.
fn inflated(bytes: &[u8]) -> String {
    let mut text = String::new();
    let find = |from: usize, what: &[u8]| {
        bytes[from..].windows(what.len()).position(|found| found == what).map(|at| from + at)
    };
    let mut at = 0;
    while let Some(start) = find(at, b"stream") {
        let from = start + b"stream".len();
        let from = from + bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let Some(end) = find(from, b"endstream") else { break };
        let mut content = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&bytes[from..end]).read_to_end(&mut content);
        text.push_str(&String::from_utf8_lossy(&content));
        at = end + b"endstream".len();
    }
    text
}

/// What a reader of a PDF is shown, and what its file says of itself.
fn shown(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes).unwrap();
    let run = |program: &str, arguments: &[&str]| {
        let done = Command::new(program).args(arguments).output().expect("poppler-utils is there");
        assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let path = path.to_str().unwrap();
    let mut text = run("pdftotext", &["-layout", path, "-"]);
    // Words at the ends of lines.
    text.push_str(&text.replace(['\n', '\u{c}'], " ").split_whitespace().collect::<Vec<_>>().join(" "));
    text.push_str(&run("pdfinfo", &["-meta", path]));
    text.push_str(&run("pdfinfo", &[path]));
    text
}

/// A calendar with its long lines put together again.
fn unfolded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n ", "")
}
