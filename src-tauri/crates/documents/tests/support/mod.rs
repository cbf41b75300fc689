//! What the tests of this crate share: short ways to read, and files packed on the spot.
#![allow(dead_code, reason = "every test uses a part of it")]

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
