//! The parts of a Word document and how they are packed: ECMA-376, part 2. Nothing in it says who packed it, on which
//! machine or when, except what the paper itself says.

use std::io::{Cursor, Write as _};

use chrono::SecondsFormat;
use rapporteur_core::brief::Paper;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::xml::Xml;
use crate::letters::legal;

/// The look of the document, as files that a person can read and change.
const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONT_TABLE: &str = include_str!("parts/fontTable.xml");

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What was written of the paper.
pub(super) struct Parts {
    /// `word/document.xml`.
    pub(super) document: Vec<u8>,
    /// `word/numbering.xml`.
    pub(super) numbering: Vec<u8>,
    /// The heads and feet of pages: names without an ending and what they hold. Their relationship bears that name.
    pub(super) edges: Vec<(&'static str, Vec<u8>)>,
    /// PNGs; the relationship of the first is `picture1`.
    pub(super) pictures: Vec<Vec<u8>>,
}

/// The document, packed.
pub(super) fn pack(paper: &Paper, parts: &Parts) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // A time of its own would make every file another one.
    let packed = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let drawn = packed.compression_method(CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8], options: SimpleFileOptions| -> ZipResult<()> {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
        Ok(())
    };
    put("[Content_Types].xml", &content_types(parts)?, packed)?;
    put("_rels/.rels", &package_relationships()?, packed)?;
    put("docProps/core.xml", &core_properties(paper)?, packed)?;
    put("word/document.xml", &parts.document, packed)?;
    put("word/_rels/document.xml.rels", &document_relationships(parts)?, packed)?;
    put("word/styles.xml", STYLES.as_bytes(), packed)?;
    put("word/numbering.xml", &parts.numbering, packed)?;
    put("word/settings.xml", SETTINGS.as_bytes(), packed)?;
    put("word/fontTable.xml", FONT_TABLE.as_bytes(), packed)?;
    for (name, bytes) in &parts.edges {
        put(&format!("word/{name}.xml"), bytes, packed)?;
    }
    for (place, bytes) in parts.pictures.iter().enumerate() {
        put(&format!("word/media/picture{}.png", place + 1), bytes, drawn)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// `header-upright` is a header, `footer-across` a footer.
fn kind(edge: &str) -> &str {
    edge.split('-').next().unwrap_or(edge)
}

fn content_types(parts: &Parts) -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let default = |xml: &mut Xml, ending: &str, kind: &str| {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        };
        default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        default(xml, "xml", "application/xml");
        if !parts.pictures.is_empty() {
            default(xml, "png", "image/png");
        }
        let part = |xml: &mut Xml, name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part(xml, "/word/document.xml", &format!("{WORD}.document.main+xml"));
        for name in ["styles", "numbering", "settings", "fontTable"] {
            part(xml, &format!("/word/{name}.xml"), &format!("{WORD}.{name}+xml"));
        }
        for (name, _) in &parts.edges {
            part(xml, &format!("/word/{name}.xml"), &format!("{WORD}.{}+xml", kind(name)));
        }
    });
    xml.finish()
}

fn relationships(all: &[(String, String, String)]) -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

fn package_relationships() -> std::io::Result<Vec<u8>> {
    relationships(&[
        ("document".into(), format!("{OFFICE}/officeDocument"), "word/document.xml".into()),
        ("core".into(), format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml".into()),
    ])
}

fn document_relationships(parts: &Parts) -> std::io::Result<Vec<u8>> {
    let of = |id: &str, kind: &str, target: String| (id.to_owned(), format!("{OFFICE}/{kind}"), target);
    let mut all: Vec<_> = ["styles", "numbering", "settings", "fontTable"]
        .into_iter()
        .map(|name| of(name, name, format!("{name}.xml")))
        .collect();
    all.extend(parts.edges.iter().map(|(name, _)| of(name, kind(name), format!("{name}.xml"))));
    all.extend(
        (1..=parts.pictures.len()).map(|n| of(&format!("picture{n}"), "image", format!("media/picture{n}.png"))),
    );
    relationships(&all)
}

/// Title, maker, marking and time, and nothing else.
fn core_properties(paper: &Paper) -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new();
    let spaces = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
        ("xmlns:dcterms", "http://purl.org/dc/terms/".to_owned()),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
    ];
    let spaces: Vec<(&str, &str)> = spaces.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&legal(&paper.title)));
        if !paper.made_by.is_empty() {
            xml.element("dc:creator", &[], |xml| xml.text(&legal(&paper.made_by)));
        }
        let marking = paper.marking.words();
        if !marking.is_empty() {
            xml.element("cp:keywords", &[], |xml| xml.text(&legal(marking)));
        }
        xml.element("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], |xml| {
            xml.text(&paper.made_at.to_rfc3339_opts(SecondsFormat::Secs, true));
        });
    });
    xml.finish()
}
