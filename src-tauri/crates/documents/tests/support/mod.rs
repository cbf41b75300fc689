//! What the tests of this crate share: short ways to read, and files packed on the spot.
#![allow(dead_code, clippy::unwrap_used, reason = "every test uses a part of it, and says by failing what went wrong")]

use std::io::{Cursor, Write as _};

use rapporteur_documents::{Document, Limits, Refusal, read};
use zip::{ZipWriter, write::SimpleFileOptions};

/// Reads with the default limits.
pub fn document(name: &str, bytes: &[u8]) -> Document {
    read(name, bytes, &Limits::default()).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// The words of a file.
pub fn words(name: &str, bytes: &[u8]) -> String {
    document(name, bytes).text
}

/// Why a file is not read.
pub fn refusal(name: &str, bytes: &[u8]) -> Refusal {
    match read(name, bytes, &Limits::default()) {
        Ok(document) => panic!("{name} was read: {:?}", document.text.chars().take(200).collect::<String>()),
        Err(refusal) => refusal,
    }
}

/// A packed file of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX with this body and nothing else.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// A DOCX with this body and further parts, by the last word of their relation.
pub fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let named: Vec<_> = parts.iter().map(|(sort, content)| (format!("word/{sort}.xml"), *content)).collect();
    let relations: String = parts
        .iter()
        .map(|(sort, _)| format!("<Relationship Id=\"{sort}\" Type=\"http://x/{sort}\" Target=\"{sort}.xml\"/>"))
        .collect();
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut all: Vec<(&str, &[u8])> =
        vec![("word/document.xml", document.as_bytes()), ("word/_rels/document.xml.rels", relations.as_bytes())];
    all.extend(named.iter().map(|(name, content)| (name.as_str(), content.as_bytes())));
    packed(&all)
}

/// A PDF of these objects, numbered from 1; the first is the catalogue. Streams are given as `(dictionary, content)`.
pub fn pdf(objects: &[(&str, Option<&[u8]>)]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, (dictionary, stream)) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        match stream {
            Some(content) => {
                let dictionary = dictionary.trim_end_matches(">>");
                file.extend(format!("{dictionary} /Length {} >>\nstream\n", content.len()).bytes());
                file.extend(*content);
                file.extend(b"\nendstream");
            }
            None => file.extend(dictionary.bytes()),
        }
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

/// A PDF of pages with these contents, set in a font that every reader has.
pub fn pages(contents: &[&str]) -> Vec<u8> {
    let kids: String = (0..contents.len()).map(|at| format!("{} 0 R ", 4 + at * 2)).collect();
    let tree = format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", contents.len());
    let listed: Vec<String> = (0..contents.len())
        .map(|at| {
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
                5 + at * 2
            )
        })
        .collect();
    let mut objects: Vec<(&str, Option<&[u8]>)> = vec![
        ("<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", None),
        (&tree, None),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", None),
    ];
    for (page, content) in listed.iter().zip(contents) {
        objects.push((page, None));
        objects.push(("<<>>", Some(content.as_bytes())));
    }
    pdf(&objects)
}

/// Lines of type 11, each at its place from the left and the bottom of the page.
pub fn lines(lines: &[(f32, f32, &str)]) -> String {
    lines.iter().map(|(x, y, words)| format!("BT /F 11 Tf {x} {y} Td ({words}) Tj ET\n")).collect()
}

/// Bytes, packed as PDF packs them.
pub fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
