//! The lists of an ODT, counted as a word processor counts them. Rules: OpenDocument 1.3, part 3, 5.3 and 16.29 to 16.31.

use std::collections::HashMap;

use crate::{
    mark::{self, Style},
    xml::Element,
};

/// Levels that a list has.
const LEVELS: usize = 10;

#[derive(Clone)]
struct Level {
    style: Style,
    prefix: String,
    suffix: String,
    start: usize,
    /// How many levels a mark shows: two for "1.2".
    shown: usize,
    sign: String,
}

type Counts = [Option<usize>; LEVELS];

/// A list that is open.
struct Open {
    style: String,
    /// The mark of the item that has not said anything yet.
    mark: Option<String>,
}

#[derive(Default)]
pub(crate) struct Lists {
    styles: HashMap<String, [Option<Level>; LEVELS]>,
    /// The style that is being read.
    current: Option<String>,
    counts: HashMap<String, Counts>,
    open: Vec<Open>,
}

impl Lists {
    /// Takes what an element of the styles says about lists.
    pub(crate) fn style(&mut self, element: &Element<'_>) {
        match element.name() {
            "list-style" => {
                let name = element.get("name").unwrap_or_default();
                self.styles.insert(name.clone(), Default::default());
                self.current = Some(name);
            }
            "list-level-style-number" | "list-level-style-bullet" | "list-level-style-image" => {
                let levels = self.current.as_ref().and_then(|name| self.styles.get_mut(name));
                let at = element.number("level").and_then(|level| level.checked_sub(1));
                let place = levels.zip(at).and_then(|(levels, at)| levels.get_mut(at));
                if let Some(place) = place {
                    *place = Some(Level::of(element));
                }
            }
            _ => {}
        }
    }

    pub(crate) fn style_ends(&mut self, name: &str) {
        if name == "list-style" {
            self.current = None;
        }
    }

    pub(crate) fn open(&mut self, element: &Element<'_>) {
        let own = element.get("style-name").filter(|name| self.styles.contains_key(name));
        let style = own.or_else(|| self.open.last().map(|list| list.style.clone())).unwrap_or_default();
        let continues = element.get("continue-numbering").is_some_and(|value| value == "true")
            || element.get("continue-list").is_some();
        let at = self.open.len();
        let counts = self.counts.entry(style.clone()).or_default();
        if !continues {
            for count in counts.iter_mut().skip(at) {
                *count = None;
            }
        }
        self.open.push(Open { style, mark: None });
    }

    /// Ends a list; true where it did not stand within another.
    pub(crate) fn close(&mut self) -> bool {
        self.open.pop();
        self.open.is_empty()
    }

    /// An item begins, and counts.
    pub(crate) fn item(&mut self, number: Option<usize>) {
        let Some(at) = self.open.len().checked_sub(1) else { return };
        let Some(list) = self.open.last_mut() else { return };
        let levels = self.styles.get(&list.style);
        let level_at = |at: usize| levels.and_then(|levels| levels.get(at)?.as_ref());
        let Some(level) = level_at(at) else {
            list.mark = Some("•".to_owned());
            return;
        };
        if level.style == Style::Bullet {
            list.mark = Some(mark::bullet(&level.sign).to_owned());
            return;
        }
        let counts = self.counts.entry(list.style.clone()).or_default();
        let Some(count) = counts.get_mut(at) else { return };
        let next = number.or(count.map(|count| count.saturating_add(1))).unwrap_or(level.start);
        *count = Some(next);
        let first = (at + 1).saturating_sub(level.shown);
        let numbers: Vec<String> = (first..=at)
            .filter_map(|at| {
                let style = level_at(at)?.style;
                Some(mark::numbered(counts.get(at).copied().flatten().unwrap_or(1), style))
            })
            .filter(|number| !number.is_empty())
            .collect();
        let mark = if numbers.is_empty() {
            String::new()
        } else {
            format!("{}{}{}", level.prefix, numbers.join("."), level.suffix).trim().to_owned()
        };
        list.mark = Some(mark);
    }

    /// Words that stand above the items and have no mark.
    pub(crate) fn header(&mut self) {
        if let Some(list) = self.open.last_mut() {
            list.mark = None;
        }
    }

    /// The mark of the paragraph that begins; only the first of an item has one.
    pub(crate) fn mark(&mut self) -> Option<String> {
        self.open.last_mut()?.mark.take()
    }
}

impl Level {
    fn of(element: &Element<'_>) -> Self {
        let short = |name: &str| element.get(name).unwrap_or_default().chars().take(32).collect::<String>();
        let style = if element.name() == "list-level-style-number" {
            match short("num-format").as_str() {
                "" => Style::None,
                "a" => Style::LowerLetter,
                "A" => Style::UpperLetter,
                "i" => Style::LowerRoman,
                "I" => Style::UpperRoman,
                "१, २, ३, ..." => Style::Devanagari,
                _ => Style::Decimal,
            }
        } else {
            Style::Bullet
        };
        Self {
            style,
            prefix: short("num-prefix"),
            suffix: short("num-suffix"),
            start: element.number("start-value").unwrap_or(1),
            shown: element.number("display-levels").unwrap_or(1).min(LEVELS),
            sign: short("bullet-char"),
        }
    }
}
