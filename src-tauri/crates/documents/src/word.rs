//! DOCX: the body of the document, the marks of its lists as the word processor would count them, and its notes.
//!
//! Left out: headers and footers, comments, what a tracked change has deleted, hidden words, pictures and their
//! descriptions. What a tracked change has inserted is kept, as a reader sees it.

mod body;
mod numbering;
mod styles;

use std::collections::HashMap;

use crate::{
    Document, Kind, Limits, Refusal,
    archive::Archive,
    encoding,
    xml::{Step, Xml},
};

use body::Body;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let mut parts = Parts { archive: Archive::open(Kind::Docx, bytes, limits)?, limits };
    let main = match parts.relations("_rels/.rels", "")?.remove("officeDocument") {
        Some(main) => main,
        None => "word/document.xml".to_owned(),
    };
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let related = parts.relations(&format!("{folder}/_rels/{name}.rels"), folder)?;
    let styles = styles::Styles::read(&parts.text(related.get("styles"))?, limits)?;
    let numbering = numbering::Numbering::read(&parts.text(related.get("numbering"))?, limits)?;
    let footnotes = parts.text(related.get("footnotes"))?;
    let endnotes = parts.text(related.get("endnotes"))?;
    let document = parts.text(Some(&main))?;
    if document.is_empty() {
        return Err(Refusal::Broken { kind: Kind::Docx });
    }
    let language = styles.language.clone();
    let mut body = Body::new(limits, styles, numbering);
    body.read(&document)?;
    body.notes("footnote", &footnotes)?;
    body.notes("endnote", &endnotes)?;
    let (text, title) = body.finish();
    Ok(Document { text, kind: Kind::Docx, title, day: None, language, from: None })
}

struct Parts<'a> {
    archive: Archive<'a>,
    limits: &'a Limits,
}

impl Parts<'_> {
    /// A part as text; empty where there is none.
    fn text(&mut self, name: Option<&String>) -> Result<String, Refusal> {
        let Some(name) = name else { return Ok(String::new()) };
        let bytes = self.archive.part(name)?.unwrap_or_default();
        Ok(encoding::decoded(&bytes, None).into_owned())
    }

    /// Which parts belong to a part, by the last word of their type. Programs name their parts as they like.
    fn relations(&mut self, part: &str, folder: &str) -> Result<HashMap<String, String>, Refusal> {
        let text = self.text(Some(&part.to_owned()))?;
        let mut xml = Xml::new(Kind::Docx, &text, self.limits);
        let mut relations = HashMap::new();
        while let Some(step) = xml.next()? {
            if let Step::Open(element) = step
                && element.name() == "Relationship"
                && let (Some(sort), Some(target)) = (element.get("Type"), element.get("Target"))
            {
                let target = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None if folder.is_empty() => target,
                    None => format!("{folder}/{target}"),
                };
                let sort = sort.rsplit('/').next().unwrap_or_default().to_owned();
                relations.entry(sort).or_insert(target);
            }
        }
        Ok(relations)
    }
}
