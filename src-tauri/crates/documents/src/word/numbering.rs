//! The lists of a DOCX, counted as a word processor counts them, so that "1.", "(a)" and bullets that stand nowhere in the
//! file become visible marks. Rules: ECMA-376, part 1, 17.9.

use std::collections::{HashMap, HashSet};

use crate::{
    Kind, Limits, Refusal,
    mark::{self, Style},
    xml::{Element, Step, Xml},
};

/// Levels that a list has.
const LEVELS: usize = 9;

#[derive(Clone)]
struct Level {
    start: usize,
    style: Style,
    text: String,
    /// Whether the numbers of levels above are written as plain numbers.
    legal: bool,
    /// Whether it begins anew after an item of a level above.
    restarts: bool,
    /// The paragraph style that stands for this level.
    paragraph_style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            style: Style::Decimal,
            text: String::new(),
            legal: false,
            restarts: true,
            paragraph_style: None,
        }
    }
}

type Levels = [Option<Level>; LEVELS];

#[derive(Default)]
struct Definition {
    levels: Levels,
    /// The style that defines the list in its stead.
    link: Option<String>,
}

#[derive(Default)]
struct List {
    definition: String,
    levels: Levels,
    starts: [Option<usize>; LEVELS],
}

/// All lists of a document, and where each of them has got to.
#[derive(Default)]
pub(crate) struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<usize>; LEVELS]>,
    restarted: HashSet<(String, usize)>,
}

impl Numbering {
    pub(crate) fn read(text: &str, limits: &Limits) -> Result<Self, Refusal> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(Kind::Docx, text, limits);
        let mut definition: Option<(String, Definition)> = None;
        let mut list: Option<(String, List)> = None;
        let mut at = 0;
        let mut level: Option<Level> = None;
        while let Some(step) = xml.next()? {
            match step {
                Step::Open(element) => match element.name() {
                    "abstractNum" => {
                        definition = Some((element.get("abstractNumId").unwrap_or_default(), Definition::default()));
                    }
                    "num" => list = Some((element.get("numId").unwrap_or_default(), List::default())),
                    "abstractNumId" => {
                        if let Some((_, list)) = &mut list {
                            list.definition = element.get("val").unwrap_or_default();
                        }
                    }
                    "numStyleLink" => {
                        if let Some((_, definition)) = &mut definition {
                            definition.link = element.get("val");
                        }
                    }
                    "lvlOverride" => at = element.number("ilvl").unwrap_or(LEVELS),
                    "startOverride" => {
                        if let Some((_, list)) = &mut list
                            && let Some(start) = list.starts.get_mut(at)
                        {
                            *start = element.number("val");
                        }
                    }
                    "lvl" => {
                        at = element.number("ilvl").unwrap_or(LEVELS);
                        level = Some(Level::default());
                    }
                    _ => {
                        if let Some(level) = &mut level {
                            level.take(&element);
                        }
                    }
                },
                Step::Close(name) => match name.as_str() {
                    "lvl" => {
                        let levels = match (&mut list, &mut definition) {
                            (Some((_, list)), _) => &mut list.levels,
                            (None, Some((_, definition))) => &mut definition.levels,
                            (None, None) => continue,
                        };
                        if let Some(place) = levels.get_mut(at) {
                            *place = level.take();
                        }
                    }
                    "abstractNum" => numbering.definitions.extend(definition.take()),
                    "num" => numbering.lists.extend(list.take()),
                    _ => {}
                },
                Step::Words(_) => {}
            }
        }
        Ok(numbering)
    }

    /// Where the definition of a list is left to a style, that style.
    pub(crate) fn link(&self, list: &str) -> Option<&str> {
        self.definitions.get(&self.lists.get(list)?.definition)?.link.as_deref()
    }

    /// The level of a list that stands for a paragraph style.
    pub(crate) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let definition = self.definitions.get(&self.lists.get(list)?.definition)?;
        definition
            .levels
            .iter()
            .position(|level| level.as_ref().is_some_and(|level| level.paragraph_style.as_deref() == Some(style)))
    }

    /// Counts an item and returns its mark; none where the list has no such level.
    pub(crate) fn count(&mut self, id: &str, at: usize) -> Option<String> {
        let list = self.lists.get(id)?;
        let definition = self.definitions.get(&list.definition)?;
        let level_at = |at: usize| list.levels.get(at)?.as_ref().or(definition.levels.get(at)?.as_ref());
        let level = level_at(at)?;
        if level.style == Style::Bullet {
            return Some(mark::bullet(&level.text).to_owned());
        }
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let start_at = |at: usize| {
            list.starts.get(at).copied().flatten().or_else(|| level_at(at).map(|level| level.start)).unwrap_or(1)
        };
        let anew = list.starts.get(at).copied().flatten().is_some() && self.restarted.insert((id.to_owned(), at));
        for (number, above) in counts.iter_mut().zip(0..at) {
            number.get_or_insert_with(|| start_at(above));
        }
        let count = counts.get_mut(at)?;
        *count = Some(match *count {
            Some(number) if !anew => number.saturating_add(1),
            _ => start_at(at),
        });
        for (below, number) in counts.iter_mut().enumerate().skip(at + 1) {
            if level_at(below).is_none_or(|level| level.restarts) {
                *number = None;
            }
        }
        Some(level.written(counts, |at| level_at(at).map_or(Style::Decimal, |level| level.style)))
    }
}

impl Level {
    fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "start" => self.start = element.number("val").unwrap_or(1),
            "numFmt" => self.style = style(&element.get("val").unwrap_or_default()),
            "lvlText" => self.text = element.get("val").unwrap_or_default().chars().take(64).collect(),
            "isLgl" => self.legal = element.get("val").is_none_or(|value| value != "0" && value != "false"),
            "lvlRestart" => self.restarts = element.number("val") != Some(0),
            "pStyle" => self.paragraph_style = element.get("val"),
            _ => {}
        }
    }

    /// The mark: its text, with `%1` to `%9` standing for the numbers of the levels.
    fn written(&self, counts: &[Option<usize>; LEVELS], style_at: impl Fn(usize) -> Style) -> String {
        let mut written = String::new();
        let mut signs = self.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let level = if sign == '%' { signs.peek().and_then(|digit| digit.to_digit(10)) } else { None };
            match level {
                Some(level @ 1..) => {
                    signs.next();
                    let at = level as usize - 1;
                    let style = if self.legal { Style::Decimal } else { style_at(at) };
                    let number = counts.get(at).copied().flatten().unwrap_or(1);
                    written.push_str(&mark::numbered(number, style));
                }
                _ => written.push(sign),
            }
        }
        written.trim().to_owned()
    }
}

fn style(format: &str) -> Style {
    match format {
        "bullet" => Style::Bullet,
        "lowerLetter" => Style::LowerLetter,
        "upperLetter" => Style::UpperLetter,
        "lowerRoman" => Style::LowerRoman,
        "upperRoman" => Style::UpperRoman,
        "decimalZero" => Style::DecimalZero,
        "hindiNumbers" => Style::Devanagari,
        "none" => Style::None,
        _ => Style::Decimal,
    }
}
