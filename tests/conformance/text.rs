//! Texts and passages: counted in Unicode scalar values, and always matching.

use rapporteur_core::wire::{CommitmentDraft, PassageDraft, TextDraft};

use crate::ground::{Ground, refusal, text};

/// Devanagari with vowel signs, an emoji beyond the basic plane, and an accent that NFC joins.
const BODY: &str =
    "Both sides met. 🤝\r\nवे साइबर सुरक्षा पर सहयोग करेंगे। They will share re\u{301}sume\u{301}s.\n\nThe end.";

fn range(body: &str, quote: &str) -> (u32, u32) {
    let start = body[..body.find(quote).unwrap()].chars().count();
    (u32::try_from(start).unwrap(), u32::try_from(start + quote.chars().count()).unwrap())
}

#[test]
fn a_passage_is_the_very_words() {
    let ground = Ground::new();
    let id = ground.dossier.save_text(&text(None, "Statement", BODY)).unwrap().output;
    let body = ground.dossier.text(id).unwrap().body;
    assert!(!body.contains('\r') && body.contains("résumés"));
    for quote in ["वे साइबर सुरक्षा पर सहयोग करेंगे", "They will share résumés", "🤝"]
    {
        let (start, end) = range(&body, quote);
        let draft =
            CommitmentDraft { passage: Some(PassageDraft { text: id, start, end }), ..ground.promise("Promise") };
        let commitment = ground.dossier.save_commitment(&draft).unwrap().output;
        let view = ground.dossier.commitment(commitment).unwrap();
        let passage = view.passage.unwrap();
        assert_eq!((passage.quote.as_str(), view.row.wording.as_str()), (quote, quote));
        assert_eq!(passage.paragraph, if quote == "🤝" { 1 } else { 2 });
    }
    assert_eq!(ground.dossier.text(id).unwrap().taken.len(), 3);
}

#[test]
fn a_passage_that_is_not_on_the_text_is_refused() {
    let ground = Ground::new();
    let id = ground.dossier.save_text(&text(None, "Statement", "Ten chars.")).unwrap().output;
    for (start, end) in [(0, 11), (5, 5), (6, 5), (400, 500), (0, u32::MAX)] {
        let draft =
            CommitmentDraft { passage: Some(PassageDraft { text: id, start, end }), ..ground.promise("Promise") };
        assert!(refusal(ground.dossier.save_commitment(&draft)).contains("does not lie on"), "{start}..{end}");
    }
    assert!(ground.dossier.text(id).unwrap().taken.is_empty());
}

#[test]
fn a_text_keeps_the_words_that_commitments_were_taken_from() {
    let ground = Ground::new();
    let id = ground.dossier.save_text(&text(None, "Statement", "They met. They will share.")).unwrap().output;
    let passage = PassageDraft { text: id, start: 10, end: 25 };
    ground.dossier.save_commitment(&CommitmentDraft { passage: Some(passage), ..ground.promise("Share") }).unwrap();
    let revision = || ground.dossier.text(id).unwrap().row.revision;
    let change = |body: &str| TextDraft { id: Some(id), revision: revision(), ..text(None, "Statement", body) };
    let sentence = refusal(ground.dossier.save_text(&change("They met, and will share.")));
    assert!(sentence.contains("left as it is"), "{sentence}");
    ground.dossier.save_text(&change("We meet.. They will share. Later words.")).unwrap();
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn an_original_file_is_kept_and_given_back() {
    let ground = Ground::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Communiqué.txt");
    // Windows-1252, as older office software writes it.
    std::fs::write(&path, b"The Caf\xe9 \x93accord\x94.").unwrap();
    let id = ground.dossier.attach_file(None, None, &path).unwrap().output;
    let view = ground.dossier.text(id).unwrap();
    assert_eq!((view.row.title.as_str(), view.body.as_str()), ("Communiqué", "The Café “accord”."));
    let out = folder.path().join("out.txt");
    ground.dossier.export_original(id, &out).unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&path).unwrap());
    assert!(refusal(ground.dossier.export_original(id, &out)).contains("exists already"));

    let picture = folder.path().join("scan.png");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let before = ground.dossier.export().unwrap();
    let sentence = refusal(ground.dossier.attach_file(None, None, &picture));
    assert!(sentence.starts_with("scan.png was not taken in. This is not a kind of file"), "{sentence}");
    assert_eq!(ground.dossier.export().unwrap(), before);
    let revision = ground.dossier.text(id).unwrap().row.revision;
    ground.dossier.keep_original(id, revision, &picture).unwrap();
    assert_eq!(ground.dossier.text(id).unwrap().row.file_name.as_deref(), Some("scan.png"));
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.text(id).unwrap().row.file_name.as_deref(), Some("Communiqué.txt"));
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_text_is_bounded() {
    let ground = Ground::new();
    ground.dossier.save_text(&text(None, "Long", &"x".repeat(5_000_000))).unwrap();
    let sentence = refusal(ground.dossier.save_text(&text(None, "Longer", &"x".repeat(5_000_001))));
    assert!(sentence.contains("at most 5\u{202f}000\u{202f}000"), "{sentence}");
    assert!(refusal(ground.dossier.save_text(&text(None, "Empty", " \n"))).contains("still empty"));
}

#[cfg(unix)]
#[test]
fn a_file_without_an_end_is_refused() {
    let ground = Ground::new();
    let endless = std::path::Path::new("/dev/zero");
    assert!(refusal(ground.dossier.attach_file(None, None, endless)).contains("larger than 64 MB"));
}
