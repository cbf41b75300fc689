//! What each tag of a page does to the text that comes of it.

use html5gum::emitters::callback::CallbackEvent;

use crate::{
    Document, Kind, Limits, Refusal,
    mark::{self, Style},
    writing::Writing,
};

/// Elements whose content is no part of what the page says.
const DROPPED: &[&str] = &[
    "script", "style", "template", "noscript", "iframe", "object", "svg", "nav", "button", "select", "textarea",
    "audio", "video", "canvas", "dialog", "datalist", "menu",
];
/// Elements that stand within each other, and count for the depth.
const CONTAINERS: &[&str] = &[
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "blockquote",
    "ul",
    "ol",
    "dl",
    "table",
    "fieldset",
    "figure",
    "center",
    "form",
    "details",
    "span",
    "address",
];
/// Elements that begin a paragraph, and end it.
const PARAGRAPHS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "table",
    "figure",
    "article",
    "section",
    "main",
    "fieldset",
    "dl",
    "details",
];
/// Elements that begin a line, and end it.
const LINES: &[&str] = &[
    "div",
    "dt",
    "dd",
    "figcaption",
    "caption",
    "address",
    "center",
    "header",
    "footer",
    "aside",
    "form",
    "summary",
    "legend",
    "title",
];
/// A main part shorter than this is not taken for the whole of what a page says.
const MAIN_LEAST: usize = 200;

/// What the tag that is being read has said so far.
#[derive(Default)]
struct Tag {
    name: String,
    attribute: String,
    start: Option<usize>,
    value: Option<usize>,
    style: Option<Style>,
    lang: Option<String>,
    hidden: bool,
    main: bool,
}

/// A list that is open.
struct List {
    style: Style,
    next: usize,
}

/// A page as it is being read.
pub(crate) struct Page {
    writing: Writing,
    tag: Tag,
    /// The element whose content is being passed over, and how many of its name are open.
    dropped: Option<(String, usize)>,
    lists: Vec<List>,
    /// For every open table, whether a cell of the current row has begun.
    tables: Vec<bool>,
    cells: Vec<bool>,
    preformatted: usize,
    depth: usize,
    depth_most: usize,
    articles: usize,
    title: Option<String>,
    in_title: bool,
    language: Option<String>,
    /// Where the main part began and ended.
    main: Option<(usize, usize)>,
    mains: usize,
}

impl Page {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            writing: Writing::new(limits.text),
            tag: Tag::default(),
            dropped: None,
            lists: Vec::new(),
            tables: Vec::new(),
            cells: Vec::new(),
            preformatted: 0,
            depth: 0,
            depth_most: limits.depth,
            articles: 0,
            title: None,
            in_title: false,
            language: None,
            main: None,
            mains: 0,
        }
    }

    /// Takes the next piece of the page.
    pub(crate) fn take(&mut self, event: &CallbackEvent<'_>) -> Result<(), Refusal> {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: String::from_utf8_lossy(name).into_owned(), ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attribute.clear();
                if name.len() <= 16 {
                    self.tag.attribute.push_str(&String::from_utf8_lossy(name));
                }
                self.tag.hidden |= name == b"hidden";
            }
            CallbackEvent::AttributeValue { value } => self.attribute(&String::from_utf8_lossy(value)),
            CallbackEvent::CloseStartTag { .. } => return self.open(),
            CallbackEvent::EndTag { name } => return self.close(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => return self.words(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        Ok(())
    }

    fn attribute(&mut self, value: &str) {
        let tag = &mut self.tag;
        match tag.attribute.as_str() {
            "start" => tag.start = value.trim().parse().ok(),
            "value" => tag.value = value.trim().parse().ok(),
            "type" => {
                tag.style = match value {
                    "a" => Some(Style::LowerLetter),
                    "A" => Some(Style::UpperLetter),
                    "i" => Some(Style::LowerRoman),
                    "I" => Some(Style::UpperRoman),
                    _ => None,
                }
            }
            "lang" | "xml:lang" => tag.lang = crate::language(value),
            "role" => {
                tag.main = value == "main";
                tag.hidden |= matches!(value, "navigation" | "contentinfo" | "search");
            }
            "aria-hidden" => tag.hidden |= value == "true",
            "style" => {
                let plain: String = value.chars().filter(|c| !c.is_whitespace()).take(2000).collect();
                tag.hidden |= plain.to_ascii_lowercase().contains("display:none");
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) -> Result<(), Refusal> {
        if self.in_title {
            let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if self.title.is_none() && !title.is_empty() {
                self.title = Some(title);
            }
            Ok(())
        } else if self.dropped.is_some() {
            Ok(())
        } else if self.preformatted > 0 {
            self.writing.lines(words)
        } else {
            self.writing.words(words)
        }
    }

    fn open(&mut self) -> Result<(), Refusal> {
        let tag = std::mem::take(&mut self.tag);
        let name = tag.name.as_str();
        if let Some((dropped, open)) = &mut self.dropped {
            *open += usize::from(dropped == name);
            return Ok(());
        }
        let container = CONTAINERS.contains(&name);
        // A footer within an article belongs to it; elsewhere it is the site's.
        let dropped = DROPPED.contains(&name) || name == "footer" && self.articles == 0 || container && tag.hidden;
        if dropped {
            self.dropped = Some((tag.name, 1));
            return Ok(());
        }
        if container {
            self.depth += 1;
            if self.depth > self.depth_most {
                return Err(Refusal::TooDeep { most: self.depth_most });
            }
        }
        self.part(name);
        match name {
            "html" | "body" => self.language = self.language.take().or(tag.lang),
            "title" => self.in_title = true,
            "article" => self.articles += 1,
            "br" => self.writing.line_break(),
            "pre" => self.preformatted += 1,
            "q" => self.writing.words("“")?,
            "ul" | "ol" => {
                let style = if name == "ul" { Style::Bullet } else { tag.style.unwrap_or(Style::Decimal) };
                self.lists.push(List { style, next: tag.start.unwrap_or(1) });
                self.writing.open_list();
            }
            "li" => self.item(tag.value),
            "table" => self.tables.push(false),
            "tr" => self.row(),
            "td" | "th" => self.cell(),
            _ => {}
        }
        if tag.main || name == "main" {
            self.mains += 1;
            self.main = Some((self.writing.place(), usize::MAX));
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if let Some((dropped, open)) = &mut self.dropped {
            if dropped == name {
                *open -= 1;
                if *open == 0 {
                    self.dropped = None;
                }
            }
            return Ok(());
        }
        if CONTAINERS.contains(&name) {
            self.depth = self.depth.saturating_sub(1);
        }
        match name {
            "title" => self.in_title = false,
            "article" => self.articles = self.articles.saturating_sub(1),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "q" => self.writing.words("”")?,
            "ul" | "ol" if self.lists.pop().is_some() => self.writing.close_list(),
            "td" | "th" => self.close_cell(),
            "tr" => self.row(),
            "table" => {
                self.close_cell();
                self.tables.pop();
            }
            "main" => {
                if let Some((_, end)) = &mut self.main {
                    *end = self.writing.place();
                }
            }
            _ => {}
        }
        self.part(name);
        Ok(())
    }

    fn part(&mut self, name: &str) {
        if PARAGRAPHS.contains(&name) {
            self.writing.paragraph();
        } else if LINES.contains(&name) {
            self.writing.line();
        }
    }

    fn item(&mut self, value: Option<usize>) {
        let mark = match self.lists.last_mut() {
            Some(list) if list.style != Style::Bullet => {
                let number = value.unwrap_or(list.next);
                list.next = number.saturating_add(1);
                format!("{}.", mark::numbered(number, list.style))
            }
            _ => "•".to_owned(),
        };
        self.writing.item(mark);
    }

    fn row(&mut self) {
        self.close_cell();
        if let Some(begun) = self.tables.last_mut() {
            *begun = false;
        }
        self.writing.row();
    }

    fn cell(&mut self) {
        self.close_cell();
        let Some(begun) = self.tables.last_mut() else { return };
        let first = !std::mem::replace(begun, true);
        self.writing.open_cell(first);
        self.cells.resize(self.tables.len(), false);
        if let Some(open) = self.cells.last_mut() {
            *open = true;
        }
    }

    /// Ends the cell that is open in the innermost table, which few pages bother to say.
    fn close_cell(&mut self) {
        self.cells.resize(self.tables.len(), false);
        if let Some(open) = self.cells.last_mut()
            && std::mem::replace(open, false)
        {
            self.writing.close_cell();
        }
    }

    pub(crate) fn finish(self) -> Document {
        let mut text = self.writing.finish();
        if let Some((start, end)) = self.main.filter(|_| self.mains == 1) {
            let main = text.get(start..end.min(text.len())).unwrap_or_default().trim();
            if main.len() >= MAIN_LEAST {
                text = main.to_owned();
            }
        }
        Document { text, kind: Kind::Html, title: self.title, day: None, language: self.language, from: None }
    }
}
