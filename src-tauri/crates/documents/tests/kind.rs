//! Which kind a file is taken for, and the encodings of plain texts.

mod support;

use rapporteur_documents::{Kind, Refusal};
use support::{document, docx, packed, refusal, words};

#[test]
fn content_comes_before_the_name() {
    let word = docx("<w:p><w:r><w:t>Words</w:t></w:r></w:p>");
    let cases: &[(&str, &[u8], Kind)] = &[
        ("statement.pdf", &word, Kind::Docx),
        ("statement.txt", b"<!DOCTYPE html>\n<p>Words", Kind::Html),
        ("statement", b"<!-- saved --> <html><p>Words", Kind::Html),
        ("statement.doc", b"Plain words.", Kind::Txt),
        ("statement.htm", b"Words <b>here</b>", Kind::Html),
        ("statement.txt", b"Words <b>here</b>", Kind::Txt),
        ("release.txt", b"From: The Ministry\nDate: 3 May\n\nThe two sides agreed.", Kind::Txt),
    ];
    for (name, bytes, kind) in cases {
        assert_eq!(document(name, bytes).kind, *kind, "{name}");
    }
}

#[test]
fn other_kinds_are_told_so() {
    let sheet = packed(&[("xl/workbook.xml", b"<workbook/>"), ("[Content_Types].xml", b"<Types/>")]);
    assert_eq!(refusal("a.xlsx", &sheet), Refusal::Unknown);
    assert_eq!(refusal("a.docx", b"\x89PNG\r\n\x1a\n\0\0\0\0"), Refusal::Broken { kind: Kind::Docx });
    assert_eq!(refusal("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\0"), Refusal::Unknown);
    assert_eq!(refusal("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"), Refusal::OldOffice);
    assert_eq!(refusal("a.xml", b"<?xml version=\"1.0\"?><feed/>"), Refusal::Unknown);
    assert_eq!(refusal("a.txt", b""), Refusal::Empty);
    assert_eq!(refusal("a.txt", b" \n\t\n"), Refusal::NoWords { kind: Kind::Txt });
}

#[test]
fn plain_texts_come_in_several_encodings() {
    let utf16: Vec<u8> = "\u{feff}हिन्दी".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(words("a.txt", &utf16), "हिन्दी");
    assert_eq!(words("a.txt", "\u{feff}café\r\nnext\rlast".as_bytes()), "café\nnext\nlast");
    assert_eq!(words("a.txt", b"\x93caf\xe9\x94 \x96 15\x80"), "“café” – 15€");
    // A long text is judged by its beginning, wherever that cuts a character.
    for offset in 0..3 {
        let long = "x".repeat(offset) + &"हिन्दी ".repeat(2000);
        assert_eq!(words("a.txt", long.as_bytes()), long);
    }
}
