//! Files made to do harm, and files that came to harm: each gets its sentence, in no time.

mod support;

use std::time::{Duration, Instant};

use rapporteur_documents::{Kind, Limits, Refusal, read};
use support::{deflated, docx, packed, pages, pdf, refusal};

/// Why a file is refused, found within a time that no growth beyond the linear would keep.
fn soon(name: &str, bytes: &[u8]) -> Refusal {
    let begun = Instant::now();
    let refusal = refusal(name, bytes);
    assert!(begun.elapsed() < Duration::from_secs(60), "{name} took {:?}", begun.elapsed());
    refusal
}

fn nested(open: &str, close: &str, levels: usize) -> String {
    open.repeat(levels) + "words" + &close.repeat(levels)
}

#[test]
fn a_packed_file_that_grows_beyond_measure_is_not_unpacked() {
    let blanks = " ".repeat(50_000_000);
    let bomb = packed(&[("word/document.xml", format!("<w:document>{blanks}</w:document>").as_bytes())]);
    assert!(bomb.len() < 100_000);
    assert_eq!(soon("a.docx", &bomb), Refusal::Bomb);
    // Many parts that are each within the ratio, and are asked for one after the other.
    let words: String = (0..200_000).map(|n: u32| format!("<w:r><w:t>{n}</w:t></w:r>")).collect();
    let document = format!("<w:document><w:body><w:p>{words}</w:p></w:body></w:document>");
    let part = packed(&[("word/document.xml", document.as_bytes())]);
    let tight = Limits { unpacked: 1_000_000, ..Limits::default() };
    assert_eq!(read("a.docx", &part, &tight), Err(Refusal::Bomb));
    // A bomb in a bomb is a file of no kind.
    assert_eq!(soon("a.docx", &packed(&[("inner.zip", &bomb)])), Refusal::Unknown);
}

#[test]
fn depth_beyond_reason_is_refused() {
    let deep = Refusal::TooDeep { most: 500 };
    assert_eq!(soon("a.docx", &docx(&nested("<w:p>", "</w:p>", 10_000))), deep);
    let content = format!("<office:document-content><office:body>{}", nested("<text:p>", "</text:p>", 10_000));
    let content = content + "</office:body></office:document-content>";
    let odt = packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())]);
    assert_eq!(soon("a.odt", &odt), deep);
    assert_eq!(soon("a.html", nested("<div>", "</div>", 10_000).as_bytes()), deep);
    assert_eq!(soon("a.html", nested("<ul><li>", "</ul>", 10_000).as_bytes()), deep);
    assert_eq!(soon("a.html", nested("<table><tr><td>", "</table>", 10_000).as_bytes()), deep);
    assert_eq!(soon("a.rtf", format!("{{\\rtf1 {}}}", nested("{", "}", 10_000)).as_bytes()), deep);
    assert_eq!(soon("a.rtf", format!("{{\\rtf1 {}", "{".repeat(1_000_000)).as_bytes()), deep);
    let mut mail = String::from("MIME-Version: 1.0\n");
    for level in 0..10_000 {
        mail += &format!("Content-Type: multipart/mixed; boundary=\"b{level}\"\n\n--b{level}\n");
    }
    assert_eq!(soon("a.eml", mail.as_bytes()), deep);
    let forwarded = "Subject: again\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n".repeat(10_000);
    assert_eq!(soon("a.eml", forwarded.as_bytes()), deep);
}

#[test]
fn formatting_that_nests_without_end_is_only_formatting() {
    let page = nested("<b>", "</b>", 100_000);
    assert_eq!(support::words("a.html", page.as_bytes()), "words");
}

#[test]
fn no_entity_is_expanded() {
    let mut part = String::from("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"ha\">");
    for level in 1..30 {
        part += &format!("<!ENTITY a{level} \"&a{};&a{};\">", level - 1, level - 1);
    }
    part += "]><w:document><w:body><w:p><w:r><w:t>x&a29;y</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(support::words("a.docx", &packed(&[("word/document.xml", part.as_bytes())])), "xy");
}

#[test]
fn what_is_cut_off_or_garbled_is_broken() {
    let whole = docx("<w:p><w:r><w:t>Words</w:t></w:r></w:p>");
    let broken = |kind| Refusal::Broken { kind };
    assert_eq!(soon("a.docx", &whole[..whole.len() / 2]), broken(Kind::Docx));
    assert_eq!(soon("a.docx", &docx("<w:p><w:r></w:p>")), broken(Kind::Docx));
    assert_eq!(soon("a.rtf", b"{\\rtf1 Words {\\b cut"), broken(Kind::Rtf));
    assert_eq!(soon("a.pdf", b"%PDF-1.7\nnothing"), broken(Kind::Pdf));
    let mut noise = Vec::new();
    let mut state = 7_u32;
    for _ in 0..10_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.push(state.to_be_bytes()[0]);
    }
    assert_eq!(soon("a.pdf", &noise), broken(Kind::Pdf));
    assert_eq!(soon("a.txt", &noise), Refusal::Unknown);
    assert_eq!(soon("a.pdf", b""), Refusal::Empty);
}

#[test]
fn what_is_locked_says_so() {
    let mut wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    wrapped.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(soon("a.docx", &wrapped), Refusal::Locked { kind: Kind::Docx });
    let odt = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(soon("a.odt", &odt), Refusal::Locked { kind: Kind::Odt });
    let security = "<< /Filter /Standard /V 1 /R 2 /P -1 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >>";
    let file = pdf(&[
        ("<< /Type /Catalog /Pages 2 0 R >>", None),
        ("<< /Type /Pages /Count 0 /Kids [] >>", None),
        (security, None),
    ]);
    let file = String::from_utf8(file).unwrap().replace("/Root", "/Encrypt 3 0 R /ID [(a) (a)] /Root");
    assert_eq!(soon("a.pdf", file.as_bytes()), Refusal::Locked { kind: Kind::Pdf });
}

#[test]
fn a_text_longer_than_a_text_may_be_is_refused_by_every_reader() {
    let tight = Limits { text: 1000, ..Limits::default() };
    let many = "words and words ".repeat(100);
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("a.txt", many.clone().into_bytes()),
        ("a.html", format!("<p>{many}").into_bytes()),
        ("a.rtf", format!("{{\\rtf1 {many}}}").into_bytes()),
        ("a.eml", format!("Subject: a\n\n{many}").into_bytes()),
        ("a.docx", docx(&format!("<w:p><w:r><w:t>{many}</w:t></w:r></w:p>"))),
        ("a.pdf", pages(&[&support::lines(&[(50.0, 700.0, &many)])])),
    ];
    for (name, bytes) in files {
        assert_eq!(read(name, &bytes, &tight), Err(Refusal::TooLong { most: 1000 }), "{name}");
        let small = Limits { bytes: 10, ..Limits::default() };
        assert_eq!(read(name, &bytes, &small), Err(Refusal::TooLarge { most: 10 }), "{name}");
    }
}

const PAGE: &str =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>";

#[test]
fn a_pdf_of_pictures_is_recognised() {
    let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>";
    let file = pdf(&[
        ("<< /Type /Catalog /Pages 2 0 R >>", None),
        ("<< /Type /Pages /Count 1 /Kids [3 0 R] >>", None),
        (PAGE, None),
        ("<<>>", Some(b"595 0 0 842 0 0 cm /X Do")),
        (picture, Some(b"\x80")),
    ]);
    assert_eq!(soon("a.pdf", &file), Refusal::Scanned);
    assert_eq!(soon("a.pdf", &pages(&[""])), Refusal::NoWords { kind: Kind::Pdf });
}

#[test]
fn references_in_a_circle_come_to_an_end() {
    let tree = pdf(&[("<< /Type /Catalog /Pages 2 0 R >>", None), ("<< /Type /Pages /Count 1 /Kids [2 0 R] >>", None)]);
    assert!(matches!(soon("a.pdf", &tree), Refusal::Broken { .. } | Refusal::NoWords { .. }));
    let objects: &[(&str, Option<&[u8]>)] = &[
        ("<< /Type /Catalog /Pages 2 0 R >>", None),
        ("<< /Type /Pages /Count 1 /Kids [3 0 R] >>", None),
        (PAGE, None),
        ("<<>>", Some(b"/X Do")),
        (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> >>",
            Some(b"/X Do /X Do /X Do"),
        ),
    ];
    assert_eq!(soon("a.pdf", &pdf(objects)), Refusal::NoWords { kind: Kind::Pdf });
}

#[test]
fn forms_that_draw_forms_that_draw_forms_are_stopped() {
    let forms: Vec<String> = (6..46)
        .map(|next| {
            format!("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >> >>")
        })
        .collect();
    let mut objects: Vec<(&str, Option<&[u8]>)> = vec![
        ("<< /Type /Catalog /Pages 2 0 R >>", None),
        ("<< /Type /Pages /Count 1 /Kids [3 0 R] >>", None),
        (PAGE, None),
        ("<<>>", Some(b"/X Do")),
    ];
    objects.extend(forms.iter().map(|form| (form.as_str(), Some(b"/X Do /X Do".as_slice()))));
    objects.push(("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>", Some(b"0 0 m 9 9 l S")));
    let tight = Limits { drawings: 100_000, ..Limits::default() };
    assert_eq!(read("a.pdf", &pdf(&objects), &tight), Err(Refusal::Bomb));
}

#[test]
fn a_pdf_that_unpacks_to_far_too_much_is_not_opened() {
    let tight = Limits { unpacked: 10_000_000, ..Limits::default() };
    let soon = |name: &str, bytes: &[u8]| read(name, bytes, &tight).err();
    let once = deflated(&vec![b' '; 20_000_000]);
    let file = |dictionary: &str, content: &[u8]| {
        pdf(&[
            ("<< /Type /Catalog /Pages 2 0 R >>", None),
            ("<< /Type /Pages /Count 1 /Kids [3 0 R] >>", None),
            (PAGE, None),
            (dictionary, Some(content)),
        ])
    };
    assert_eq!(soon("a.pdf", &file("<< /Filter /FlateDecode >>", &once)), Some(Refusal::Bomb));
    let twice = deflated(&once);
    assert_eq!(soon("a.pdf", &file("<< /Filter [/FlateDecode /FlateDecode] >>", &twice)), Some(Refusal::Bomb));
    assert_eq!(soon("a.pdf", &file("<< /Filter /LZWDecode >>", &vec![b'x'; 1_000_000])), Some(Refusal::Bomb));
    let deep = "[".repeat(200_000);
    let _ = read("a.pdf", &file("<<>>", deep.as_bytes()), &Limits::default());
    let many = Limits { pages: 3, ..Limits::default() };
    assert_eq!(read("a.pdf", &pages(&["", "", "", ""]), &many), Err(Refusal::TooManyPages { most: 3 }));
}
