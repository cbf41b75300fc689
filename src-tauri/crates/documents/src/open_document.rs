//! ODT: the body of the document, the marks of its lists as the word processor would count them, and its notes.
//!
//! Left out: headers and footers, comments, what a tracked change has deleted, pictures and their descriptions.

mod lists;

use std::collections::HashMap;

use crate::{
    Document, Kind, Limits, Refusal,
    archive::Archive,
    encoding,
    writing::Writing,
    xml::{Element, Step, Xml},
};

use lists::Lists;

/// Elements whose content is no part of what a reader sees in the text.
const PASSED_OVER: &[&str] = &[
    "tracked-changes",
    "annotation",
    "forms",
    "ruby-text",
    "note-citation",
    "title",
    "desc",
    "scripts",
    "font-face-decls",
    "binary-data",
    "event-listeners",
    "sequence-decls",
    "user-field-decls",
    "variable-decls",
];

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let mut archive = Archive::open(Kind::Odt, bytes, limits)?;
    let mut part = |name: &str| -> Result<String, Refusal> {
        let bytes = archive.part(name)?.unwrap_or_default();
        Ok(encoding::decoded(&bytes, None).into_owned())
    };
    if part("META-INF/manifest.xml")?.contains("encryption-data") {
        return Err(Refusal::Locked { kind: Kind::Odt });
    }
    let styles = part("styles.xml")?;
    let content = part("content.xml")?;
    if content.is_empty() {
        return Err(Refusal::Broken { kind: Kind::Odt });
    }
    let mut body = Body {
        writing: Writing::new(limits.text),
        notes: Vec::new(),
        in_note: None,
        lists: Lists::default(),
        parents: HashMap::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        in_body: false,
        title: None,
        language: None,
        limits,
    };
    body.read(&styles, false)?;
    body.read(&content, true)?;
    body.finish()
}

struct Paragraph {
    heading: bool,
    titles: bool,
    begun: Option<usize>,
    item: bool,
}

struct Body<'a> {
    writing: Writing,
    notes: Vec<Writing>,
    /// The number of paragraphs that were open when the note began that is being read.
    in_note: Option<usize>,
    lists: Lists,
    /// Which style a style is based on.
    parents: HashMap<String, String>,
    paragraphs: Vec<Paragraph>,
    /// For every open table, whether a cell of the current row has begun.
    tables: Vec<bool>,
    in_body: bool,
    title: Option<String>,
    language: Option<String>,
    limits: &'a Limits,
}

impl Body<'_> {
    fn read(&mut self, text: &str, with_body: bool) -> Result<(), Refusal> {
        let mut xml = Xml::new(Kind::Odt, text, self.limits);
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(element) if PASSED_OVER.contains(&element.name()) => xml.skip()?,
                Step::Open(element) if self.in_body => self.open(&element)?,
                Step::Open(element) if element.name() == "body" && with_body => self.in_body = true,
                Step::Open(element) => self.style(&element),
                Step::Words(words) if !self.paragraphs.is_empty() => {
                    self.begin();
                    self.out().words(&words)?;
                }
                Step::Words(_) => {}
                Step::Close(name) => self.close(&name)?,
            }
        }
        Ok(())
    }

    /// Where words go: to the text, or to the note that is being read.
    fn out(&mut self) -> &mut Writing {
        match (self.in_note, self.notes.last_mut()) {
            (Some(_), Some(note)) => note,
            _ => &mut self.writing,
        }
    }

    fn style(&mut self, element: &Element<'_>) {
        match element.name() {
            "style" => {
                if let (Some(name), Some(parent)) = (element.get("name"), element.get("parent-style-name")) {
                    self.parents.insert(name, parent);
                }
            }
            "text-properties" if self.language.is_none() => {
                let stated = |name: &str| element.get(name).filter(|value| value != "none" && !value.is_empty());
                if let Some(language) = stated("language") {
                    let tag =
                        stated("country").map_or_else(|| language.clone(), |country| format!("{language}-{country}"));
                    self.language = crate::language(&tag);
                }
            }
            _ => self.lists.style(element),
        }
    }

    /// Whether a style is the one for the title of a document, or based on it.
    fn is_title(&self, name: &str) -> bool {
        std::iter::successors(Some(name), |name| self.parents.get(*name).map(String::as_str))
            .take(32)
            .any(|name| name == "Title")
    }

    fn open(&mut self, element: &Element<'_>) -> Result<(), Refusal> {
        match element.name() {
            "p" | "h" => {
                let titles = element.get("style-name").is_some_and(|name| self.is_title(&name));
                let heading = titles || element.name() == "h";
                self.paragraphs.push(Paragraph { heading, titles, begun: None, item: false });
            }
            "s" => self.out().words(" ")?,
            "tab" => self.out().tab(),
            "line-break" => self.out().line_break(),
            "list" => self.lists.open(element),
            "list-item" => self.lists.item(element.number("start-value")),
            "list-header" => self.lists.header(),
            "note" => {
                self.begin();
                let mark = format!("[{}]", self.notes.len() + 1);
                self.out().words(&mark)?;
            }
            "note-body" => {
                let mut note = Writing::new(self.limits.text);
                note.open_list();
                note.item(format!("[{}]", self.notes.len() + 1));
                self.notes.push(note);
                self.in_note = Some(self.paragraphs.len());
            }
            "text-box" => self.out().paragraph(),
            "table" => {
                self.tables.push(false);
                self.out().paragraph();
            }
            "table-row" => {
                if let Some(begun) = self.tables.last_mut() {
                    *begun = false;
                }
                self.out().row();
            }
            "table-cell" | "covered-table-cell" => {
                let begun = self.tables.last_mut().is_some_and(|begun| std::mem::replace(begun, true));
                self.out().open_cell(!begun);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "body" => self.in_body = false,
            _ if !self.in_body => self.lists.style_ends(name),
            "p" | "h" => self.end(),
            "list" if self.lists.close() => self.out().paragraph(),
            "note-body" => self.in_note = None,
            "text-box" => self.out().paragraph(),
            "table-cell" | "covered-table-cell" => self.out().close_cell(),
            "table-row" => self.out().row(),
            "table" => {
                self.tables.pop();
                self.out().paragraph();
            }
            _ => {}
        }
        Ok(())
    }

    /// Parts the paragraph from what stands before it, when its first words come.
    fn begin(&mut self) {
        let in_note = self.in_note.is_some();
        let place = self.out().place();
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if paragraph.begun.is_some() {
            return;
        }
        paragraph.begun = Some(place);
        let mark = if in_note { None } else { self.lists.mark() };
        paragraph.item = mark.is_some() && !paragraph.heading;
        let heading = paragraph.heading;
        let out = self.out();
        match mark {
            Some(mark) => {
                if heading {
                    out.paragraph();
                }
                out.item(mark);
            }
            None => out.paragraph(),
        }
    }

    fn end(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let Some(begun) = paragraph.begun else { return };
        if self.title.is_none() && self.in_note.is_none() && (paragraph.titles || begun == 0 && paragraph.heading) {
            let words = self.writing.since(begun);
            self.title = (!words.is_empty() && words.chars().count() <= 300).then(|| words.replace(['\n', '\t'], " "));
        }
        if paragraph.item { self.out().line() } else { self.out().paragraph() }
    }

    fn finish(mut self) -> Result<Document, Refusal> {
        let notes = std::mem::take(&mut self.notes);
        self.writing.paragraph();
        for note in notes {
            self.writing.line();
            self.writing.lines(&note.finish())?;
        }
        let text = self.writing.finish();
        Ok(Document { text, kind: Kind::Odt, title: self.title, day: None, language: self.language, from: None })
    }
}
