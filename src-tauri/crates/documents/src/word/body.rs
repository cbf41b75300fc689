//! The body of a DOCX, and its notes, written element by element.

use std::collections::HashMap;

use crate::{
    Kind, Limits, Refusal,
    word::{numbering::Numbering, styles::Styles},
    writing::Writing,
    xml::{Element, Step, Xml},
};

/// Elements whose content nobody sees: what was deleted or moved away, earlier properties, and the second copy of a shape
/// for older programs.
const PASSED_OVER: &[&str] = &[
    "del",
    "moveFrom",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "Fallback",
    "sdtPr",
    "sectPr",
    "tblPr",
    "tblGrid",
];

/// A paragraph that is open. A shape's text has paragraphs within a paragraph.
#[derive(Default)]
struct Paragraph {
    style: String,
    list: Option<String>,
    level: Option<usize>,
    /// Where its words begin, once there are any.
    begun: Option<usize>,
    heading: bool,
    item: bool,
}

pub(crate) struct Body<'a> {
    limits: &'a Limits,
    writing: Writing,
    styles: Styles,
    numbering: Numbering,
    paragraphs: Vec<Paragraph>,
    /// For every open table, whether a cell of the current row has begun.
    tables: Vec<bool>,
    title: Option<String>,
    /// Notes in the order in which the text refers to them: which part they stand in, and their number there.
    referred: Vec<(&'static str, String)>,
    in_properties: bool,
    in_words: bool,
    hidden: bool,
}

impl<'a> Body<'a> {
    pub(crate) fn new(limits: &'a Limits, styles: Styles, numbering: Numbering) -> Self {
        Self {
            limits,
            writing: Writing::new(limits.text),
            styles,
            numbering,
            paragraphs: Vec::new(),
            tables: Vec::new(),
            title: None,
            referred: Vec::new(),
            in_properties: false,
            in_words: false,
            hidden: false,
        }
    }

    pub(crate) fn read(&mut self, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::new(Kind::Docx, text, self.limits);
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(element) if PASSED_OVER.contains(&element.name()) => xml.skip()?,
                Step::Open(element) => self.open(&element)?,
                Step::Words(words) if self.in_words && !self.hidden => {
                    self.begin()?;
                    self.writing.words(&words)?;
                }
                Step::Words(_) => {}
                Step::Close(name) => self.close(&name),
            }
        }
        Ok(())
    }

    /// The notes of a part that the text refers to, each on a line after the text, in the order of the text.
    pub(crate) fn notes(&mut self, sort: &'static str, text: &str) -> Result<(), Refusal> {
        let numbers: HashMap<String, usize> = (self.referred.iter().enumerate())
            .filter(|(_, (part, _))| *part == sort)
            .map(|(at, (_, id))| (id.clone(), at + 1))
            .collect();
        let mut xml = Xml::new(Kind::Docx, text, self.limits);
        self.writing.paragraph();
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(element) if PASSED_OVER.contains(&element.name()) => xml.skip()?,
                Step::Open(element) if element.name() == sort => {
                    match element.get("id").and_then(|id| numbers.get(&id)) {
                        Some(number) => {
                            self.writing.open_list();
                            self.writing.item(format!("[{number}]"));
                        }
                        None => xml.skip()?,
                    }
                }
                Step::Open(element) => self.open(&element)?,
                Step::Words(words) if self.in_words && !self.hidden => self.writing.words(&words)?,
                Step::Words(_) => {}
                Step::Close(name) if name == sort => self.writing.close_list(),
                Step::Close(name) => self.close(&name),
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> (String, Option<String>) {
        (self.writing.finish(), self.title)
    }

    fn open(&mut self, element: &Element<'_>) -> Result<(), Refusal> {
        let value = || element.get("val").unwrap_or_default();
        let paragraph = self.paragraphs.last_mut();
        match (element.name(), paragraph) {
            ("p", _) => self.paragraphs.push(Paragraph::default()),
            ("pPr", _) => self.in_properties = true,
            ("pStyle", Some(paragraph)) => paragraph.style = value(),
            ("numId", Some(paragraph)) if self.in_properties => paragraph.list = Some(value()),
            ("ilvl", Some(paragraph)) if self.in_properties => paragraph.level = element.number("val"),
            ("outlineLvl", Some(paragraph)) => {
                paragraph.heading |= element.number("val").is_some_and(|level| level < 9)
            }
            ("r", _) => self.hidden = false,
            ("vanish", _) if !self.in_properties => {
                self.hidden = element.get("val").is_none_or(|value| value != "0" && value != "false");
            }
            ("t", _) => self.in_words = true,
            ("tab", _) if !self.in_properties => self.writing.tab(),
            ("br" | "cr", _) if !self.in_properties => self.writing.line_break(),
            ("noBreakHyphen", _) => {
                self.begin()?;
                self.writing.words("\u{2011}")?;
            }
            ("footnoteReference", _) => self.refer("footnote", element)?,
            ("endnoteReference", _) => self.refer("endnote", element)?,
            ("txbxContent", _) => self.writing.paragraph(),
            ("tbl", _) => {
                self.tables.push(false);
                self.writing.paragraph();
            }
            ("tr", _) => {
                if let Some(begun) = self.tables.last_mut() {
                    *begun = false;
                }
                self.writing.row();
            }
            ("tc", _) => {
                let begun = self.tables.last_mut().is_some_and(|begun| std::mem::replace(begun, true));
                self.writing.open_cell(!begun);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end(),
            "pPr" => self.in_properties = false,
            "t" => self.in_words = false,
            "r" => self.hidden = false,
            "txbxContent" => self.writing.paragraph(),
            "tc" => self.writing.close_cell(),
            "tr" => self.writing.row(),
            "tbl" => {
                self.tables.pop();
                self.writing.paragraph();
            }
            _ => {}
        }
    }

    /// Writes a mark for a note, and remembers to write the note.
    fn refer(&mut self, sort: &'static str, element: &Element<'_>) -> Result<(), Refusal> {
        let Some(id) = element.get("id") else { return Ok(()) };
        self.begin()?;
        self.referred.push((sort, id));
        self.writing.words(&format!("[{}]", self.referred.len()))
    }

    /// Parts the paragraph from what stands before it, when its first words come: an empty one parts nothing, and counts
    /// in no list.
    fn begin(&mut self) -> Result<(), Refusal> {
        let Some(paragraph) = self.paragraphs.last_mut() else { return Ok(()) };
        if paragraph.begun.is_some() {
            return Ok(());
        }
        paragraph.heading |= self.styles.is_heading(&paragraph.style);
        let of_style = self.styles.list(&paragraph.style);
        let mut list = paragraph.list.clone().or_else(|| of_style.as_ref().map(|(list, _)| list.clone()));
        if let Some(linked) = list.as_deref().and_then(|list| self.numbering.link(list)) {
            list = self.styles.list(linked).map(|(list, _)| list).or(list);
        }
        let mark = list.filter(|list| list != "0").and_then(|list| {
            let level = paragraph
                .level
                .or_else(|| self.numbering.level_of_style(&list, &paragraph.style))
                .or_else(|| of_style.and_then(|(_, level)| level))
                .unwrap_or_default();
            self.numbering.count(&list, level)
        });
        paragraph.item = mark.is_some() && !paragraph.heading;
        match mark {
            Some(mark) => {
                if paragraph.heading {
                    self.writing.paragraph();
                }
                self.writing.item(mark);
            }
            None => self.writing.paragraph(),
        }
        paragraph.begun = Some(self.writing.place());
        Ok(())
    }

    fn end(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let Some(begun) = paragraph.begun else { return };
        let first = begun == 0;
        if self.title.is_none() && (self.styles.is_title(&paragraph.style) || first && paragraph.heading) {
            let words = self.writing.since(begun);
            self.title = (!words.is_empty() && words.chars().count() <= 300).then(|| words.replace(['\n', '\t'], " "));
        }
        if paragraph.item { self.writing.line() } else { self.writing.paragraph() }
    }
}
