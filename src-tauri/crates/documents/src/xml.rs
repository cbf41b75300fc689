//! The elements of an XML part, one after the other, within a depth. No entity is ever expanded but XML's own five, and no
//! tree is built, so that neither size nor depth can be multiplied by what a part says.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::{Kind, Limits, Refusal};

/// What comes next in a part.
pub(crate) enum Step<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// The element that began last ends.
    Close(String),
    /// Words.
    Words(Cow<'a, str>),
}

/// The beginning of an element. Prefixes are left out: programs choose them freely.
pub(crate) struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    pub(crate) fn name(&self) -> &str {
        local(self.start.name().0)
    }

    /// The value of an attribute, by its name without prefix.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        // The check for doubles compares each with each.
        attributes.with_checks(false);
        attributes.flatten().find(|attribute| local(attribute.key.0) == name).map(|attribute| {
            quick_xml::escape::unescape(&attribute.value)
                .map_or_else(|_| attribute.value.clone().into_owned(), Cow::into_owned)
        })
    }

    /// A whole number in an attribute.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Reads a part step by step.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    kind: Kind,
    depth: usize,
    most: usize,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(kind: Kind, text: &'a str, limits: &Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, kind, depth: 0, most: limits.depth }
    }

    /// The next step; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Step<'a>>, Refusal> {
        loop {
            let event = self.reader.read_event().map_err(|_| Refusal::Broken { kind: self.kind })?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.most {
                        return Err(Refusal::TooDeep { most: self.most });
                    }
                    Step::Open(Element { start })
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(local(end.name().0).to_owned())
                }
                Event::Text(text) => Step::Words(text.into_inner()),
                Event::CData(text) => Step::Words(text.into_inner()),
                Event::GeneralRef(reference) => {
                    let character = match reference.resolve_char_ref() {
                        Ok(Some(character)) => Some(character),
                        _ => match &*reference.into_inner() {
                            "amp" => Some('&'),
                            "lt" => Some('<'),
                            "gt" => Some('>'),
                            "quot" => Some('"'),
                            "apos" => Some('\''),
                            _ => None,
                        },
                    };
                    match character {
                        Some(character) => Step::Words(Cow::Owned(character.into())),
                        None => continue,
                    }
                }
                Event::Eof if self.depth > 0 => return Err(Refusal::Broken { kind: self.kind }),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }

    /// Passes over the rest of the element that began last.
    pub(crate) fn skip(&mut self) -> Result<(), Refusal> {
        let around = self.depth.saturating_sub(1);
        while self.depth > around {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
