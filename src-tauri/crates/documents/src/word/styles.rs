//! The styles of a DOCX: which of them number their paragraphs, and which are headings.

use std::collections::HashMap;

use crate::{
    Kind, Limits, Refusal,
    xml::{Step, Xml},
};

/// Styles are based on each other; a circle of them ends here.
const BASES_MOST: usize = 32;

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    name: String,
    list: Option<String>,
    level: Option<usize>,
    outline: Option<usize>,
}

#[derive(Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    /// The language that the document is in where nothing else is said.
    pub(crate) language: Option<String>,
}

impl Styles {
    pub(crate) fn read(text: &str, limits: &Limits) -> Result<Self, Refusal> {
        let mut styles = Self::default();
        let mut xml = Xml::new(Kind::Docx, text, limits);
        let mut current: Option<(String, Style)> = None;
        let mut in_defaults = false;
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(element) => {
                    let value = || element.get("val").unwrap_or_default();
                    match (element.name(), &mut current) {
                        ("docDefaults", _) => in_defaults = true,
                        ("lang", _) if in_defaults => styles.language = crate::language(&value()),
                        ("style", _) => current = Some((element.get("styleId").unwrap_or_default(), Style::default())),
                        ("basedOn", Some((_, style))) => style.based_on = Some(value()),
                        ("name", Some((_, style))) => style.name = value().to_ascii_lowercase(),
                        ("numId", Some((_, style))) => style.list = Some(value()),
                        ("ilvl", Some((_, style))) => style.level = element.number("val"),
                        ("outlineLvl", Some((_, style))) => style.outline = element.number("val"),
                        _ => {}
                    }
                }
                Step::Close(name) if name == "style" => {
                    if let Some((id, style)) = current.take() {
                        styles.by_id.insert(id, style);
                    }
                }
                Step::Close(name) if name == "docDefaults" => in_defaults = false,
                Step::Close(_) | Step::Words(_) => {}
            }
        }
        Ok(styles)
    }

    /// A style and what it is based on, from the nearest to the farthest.
    fn line_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let first = self.by_id.get(id);
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?)).take(BASES_MOST)
    }

    /// The list that paragraphs of a style belong to, and their level in it.
    pub(crate) fn list(&self, id: &str) -> Option<(String, Option<usize>)> {
        let list = self.line_of(id).find_map(|style| style.list.clone())?;
        Some((list, self.line_of(id).find_map(|style| style.level)))
    }

    /// Whether paragraphs of a style are headings.
    pub(crate) fn is_heading(&self, id: &str) -> bool {
        self.is_title(id)
            || self
                .line_of(id)
                .any(|style| style.outline.is_some_and(|level| level < 9) || style.name.starts_with("heading"))
    }

    /// Whether a style is the one for the title of the document.
    pub(crate) fn is_title(&self, id: &str) -> bool {
        self.line_of(id).any(|style| style.name == "title")
    }
}
