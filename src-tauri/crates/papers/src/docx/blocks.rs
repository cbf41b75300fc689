//! What stands in a section, block by block.

use rapporteur_core::brief::{Block, Fact, Mark, Paragraph, Section};

use super::{
    Writing,
    page::Page,
    picture,
    words::{marking, paragraph, paragraph_with, run, runs},
    xml::Xml,
};
use crate::{Error, letters::legal};

/// Numbers of lists that are there in every document; those of sections come behind them. See [`numbering`].
const BULLETS: usize = 1;
const NUMBERS: usize = 2;

/// Width of the names of particulars, in twentieths of a point.
const NAMES: u32 = 2_268;
/// Height of a line to write on by hand: eight millimetres, in twentieths of a point.
const LINE: u32 = 454;
/// Height that a picture may take, in English Metric Units: what is left of a page beside its caption and a heading.
const fn tallest(page: Page) -> f32 {
    match page {
        Page::Upright => 200.0 * 36_000.0,
        Page::Across => 120.0 * 36_000.0,
    }
}
/// English Metric Units to a twentieth of a point.
const UNITS: f32 = 635.0;

impl Writing {
    /// The blocks of a section. Its numbered points are numbered through, whatever stands between them: a reply names the
    /// number of its point.
    pub(super) fn blocks(&mut self, section: &Section, level: u8) -> Result<(), Error> {
        let mut list = None;
        let bound = bound_to_replies(&section.blocks);
        for (place, block) in section.blocks.iter().enumerate() {
            let next = section.blocks.get(place + 1);
            match block {
                Block::Heading(words) => {
                    let style = if level == 1 { "Heading2" } else { "Heading3" };
                    let before = self.portions.before_heading(&words.mark);
                    paragraph(&mut self.xml, style, |xml| runs(xml, words, before, &mut self.places));
                }
                Block::Prose(words) => {
                    let introduces = introduces_a_table(&section.blocks[place..]);
                    let bind = |xml: &mut Xml| {
                        if bound[place] || introduces {
                            xml.empty("w:keepNext", &[]);
                        }
                    };
                    let before = self.portions.before(&words.mark);
                    paragraph_with(&mut self.xml, "BodyText", bind, |xml| runs(xml, words, before, &mut self.places));
                    if matches!(next, Some(Block::Table(_))) {
                        paragraph(&mut self.xml, "BeforeTable", |_| {});
                    }
                }
                Block::Points { numbered: true, items } => {
                    let list = *list.get_or_insert_with(|| {
                        self.lists += 1;
                        NUMBERS + self.lists
                    });
                    self.points("ListNumber", list, items, bound[place], next);
                }
                Block::Points { numbered: false, items } => {
                    self.points("ListBullet", BULLETS, items, bound[place], next);
                }
                Block::Facts { facts } => self.facts(facts, false),
                Block::Table(table) => self.table(table),
                Block::Quote { text, source, mark } => self.quote(text, source, mark, bound[place]),
                Block::Picture { svg, alternative, caption, mark } => self.picture(svg, alternative, caption, mark)?,
                Block::Space { label, lines } => self.space(label, *lines),
                Block::Nothing { text } => paragraph(&mut self.xml, "Nothing", |xml| run(xml, None, text)),
            }
        }
        Ok(())
    }

    /// Names and what they stand for, in two columns without lines; those at the head of the paper are marked as headings are.
    pub(super) fn facts(&mut self, facts: &[Fact], at_head: bool) {
        if facts.is_empty() {
            return;
        }
        let width = self.page.measure();
        let values = width - NAMES;
        let xml = &mut self.xml;
        xml.open("w:tbl", &[]);
        table_properties(xml, "Particulars", width, "Particulars", |_| {});
        grid(xml, &[NAMES, values]);
        for fact in facts {
            let mark = &fact.value.mark;
            let before = if at_head { self.portions.before_heading(mark) } else { self.portions.before(mark) };
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                cell(xml, NAMES, |xml| paragraph(xml, "FactName", |xml| run(xml, None, &fact.name)));
                cell(xml, values, |xml| {
                    paragraph(xml, "FactValue", |xml| runs(xml, &fact.value, before, &mut self.places))
                });
            });
        }
        xml.close("w:tbl");
        paragraph(xml, "AfterTable", |_| {});
    }

    /// The points of a list; a table after them stands off.
    fn points(&mut self, style: &str, list: usize, items: &[Paragraph], bound: bool, next: Option<&Block>) {
        for item in items {
            let properties = |xml: &mut Xml| {
                if bound {
                    xml.empty("w:keepNext", &[]);
                }
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", "0");
                    xml.value("w:numId", &list.to_string());
                });
            };
            let before = self.portions.before(&item.mark);
            paragraph_with(&mut self.xml, style, properties, |xml| runs(xml, item, before, &mut self.places));
        }
        if matches!(next, Some(Block::Table(_))) {
            paragraph(&mut self.xml, "BeforeTable", |_| {});
        }
    }

    /// Verbatim words, paragraph by paragraph, and whence they are.
    fn quote(&mut self, text: &str, source: &str, mark: &Mark, bound: bool) {
        let parts: Vec<&str> = paragraphs(text);
        let last = parts.len().saturating_sub(1);
        for (place, part) in parts.iter().enumerate() {
            // What is quoted keeps its source beneath it on the page.
            let with_source = place == last && !source.is_empty();
            let bind = |xml: &mut Xml| {
                if bound || with_source {
                    xml.empty("w:keepNext", &[]);
                }
            };
            paragraph_with(&mut self.xml, "Quote", bind, |xml| {
                if place == 0 {
                    marking(xml, self.portions.before(mark));
                }
                run(xml, None, part);
            });
        }
        if !source.is_empty() {
            let bind = |xml: &mut Xml| {
                if bound {
                    xml.empty("w:keepNext", &[]);
                }
            };
            paragraph_with(&mut self.xml, "QuoteSource", bind, |xml| run(xml, None, source));
        }
    }

    /// A picture as wide as the page at most, with words for whoever cannot see it.
    fn picture(&mut self, svg: &str, alternative: &str, caption: &str, mark: &Mark) -> Result<(), Error> {
        let drawn = picture::draw(svg, caption)?;
        #[allow(clippy::cast_precision_loss, reason = "some ten thousand")]
        let widest = self.page.measure() as f32 * UNITS;
        let scale = (widest / drawn.width).min(tallest(self.page) / drawn.height).min(1.0);
        #[allow(clippy::cast_possible_truncation, reason = "some millions")]
        let [width, height] = [drawn.width, drawn.height].map(|side| ((side * scale) as i64).to_string());
        self.pictures.push(drawn);
        let number = self.pictures.len();
        paragraph(&mut self.xml, "Picture", |xml| {
            xml.element("w:r", &[], |xml| drawing(xml, number, &width, &height, alternative));
        });
        let before = self.portions.before(mark);
        if !caption.is_empty() || before.is_some() {
            paragraph(&mut self.xml, "Caption", |xml| {
                marking(xml, before);
                run(xml, None, caption);
            });
        }
        Ok(())
    }

    /// A frame to write in.
    fn space(&mut self, label: &str, lines: u8) {
        let width = self.page.measure();
        let xml = &mut self.xml;
        xml.open("w:tbl", &[]);
        table_properties(xml, "ReplyBox", width, label, |_| {});
        grid(xml, &[width]);
        xml.element("w:tr", &[], |xml| {
            let height = (u32::from(lines).max(1) * LINE + LINE / 2).to_string();
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:trHeight", &[("w:val", &height), ("w:hRule", "atLeast")]);
            });
            cell(xml, width, |xml| {
                paragraph(xml, "ReplyLabel", |xml| run(xml, None, label));
                paragraph(xml, "Reply", |_| {});
            });
        });
        xml.close("w:tbl");
        paragraph(xml, "AfterTable", |_| {});
    }
}

/// Whether prose stands right before a table, or is the first of two lines that do: it is not parted from that.
fn introduces_a_table(blocks: &[Block]) -> bool {
    matches!(blocks, [_, Block::Table(_), ..] | [_, Block::Prose(_), Block::Table(_), ..])
}

/// The most letters that are kept on one page with the space to reply to them: about half a page.
const KEPT: usize = 1_800;

/// Which blocks stay on the page of the space to reply that follows them: what is asked, back to its heading or number.
fn bound_to_replies(blocks: &[Block]) -> Vec<bool> {
    let mut bound = vec![false; blocks.len()];
    for (space, _) in blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Space { .. })) {
        let mut letters = 0;
        for place in (0..space).rev() {
            let (more, begins) = match &blocks[place] {
                Block::Prose(words) => (words.text().len(), false),
                Block::Heading(words) => (words.text().len(), true),
                Block::Points { items, .. } => (items.iter().map(|item| item.text().len()).sum(), true),
                Block::Quote { text, source, .. } => (text.len() + source.len(), false),
                _ => break,
            };
            letters += more;
            if letters > KEPT {
                break;
            }
            bound[place] = true;
            if begins {
                break;
            }
        }
    }
    bound
}

/// What blank lines part.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begins = None;
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.extend(begins.take().map(|begins: usize| text[begins..end].trim_end()));
        } else {
            begins.get_or_insert(at);
            end = at + line.len();
        }
        at += line.len();
    }
    found.extend(begins.map(|begins| text[begins..end].trim_end()));
    found
}

/// What every table says of itself: its style, its width, and in words what it lists.
pub(super) fn table_properties(xml: &mut Xml, style: &str, width: u32, caption: &str, look: impl FnOnce(&mut Xml)) {
    xml.element("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", style);
        xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        look(xml);
        if !caption.is_empty() {
            xml.value("w:tblCaption", &legal(caption));
        }
    });
}

/// The widths of columns, in twentieths of a point.
pub(super) fn grid(xml: &mut Xml, widths: &[u32]) {
    xml.element("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

/// A cell of that width.
fn cell(xml: &mut Xml, width: u32, inner: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]));
        inner(xml);
    });
}

/// A picture in the line, ECMA-376 § 20.4.2.8.
fn drawing(xml: &mut Xml, number: usize, width: &str, height: &str, alternative: &str) {
    let alternative = legal(alternative);
    let id = number.to_string();
    let name = format!("Picture {number}");
    let properties = [("id", id.as_str()), ("name", name.as_str()), ("descr", &*alternative)];
    xml.element("w:drawing", &[], |xml| {
        xml.element("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
            xml.empty("wp:extent", &[("cx", width), ("cy", height)]);
            xml.empty("wp:docPr", &properties);
            xml.element("a:graphic", &[], |xml| {
                let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                xml.element("a:graphicData", &[("uri", uri)], |xml| {
                    xml.element("pic:pic", &[], |xml| {
                        xml.element("pic:nvPicPr", &[], |xml| {
                            xml.empty("pic:cNvPr", &properties);
                            xml.empty("pic:cNvPicPr", &[]);
                        });
                        xml.element("pic:blipFill", &[], |xml| {
                            xml.empty("a:blip", &[("r:embed", &format!("picture{number}"))]);
                            xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                        });
                        xml.element("pic:spPr", &[], |xml| {
                            xml.element("a:xfrm", &[], |xml| {
                                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                                xml.empty("a:ext", &[("cx", width), ("cy", height)]);
                            });
                            xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                        });
                    });
                });
            });
        });
    });
}

/// `word/numbering.xml`: bullets, numbers, and numbers that begin anew for each section that has some.
pub(super) fn numbering(lists: usize) -> std::io::Result<Vec<u8>> {
    let mut xml = Xml::new();
    xml.element("w:numbering", &[("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")], |xml| {
        for (id, form, words, style) in [("0", "bullet", "•", "ListBullet"), ("1", "decimal", "%1.", "ListNumber")] {
            xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
                xml.value("w:multiLevelType", "singleLevel");
                xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                    xml.value("w:start", "1");
                    xml.value("w:numFmt", form);
                    xml.value("w:pStyle", style);
                    xml.value("w:lvlText", words);
                    xml.value("w:lvlJc", "left");
                    xml.element("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "397"), ("w:hanging", "397")]));
                });
            });
        }
        let number = |xml: &mut Xml, id: usize, of: &str, anew: bool| {
            xml.element("w:num", &[("w:numId", &id.to_string())], |xml| {
                xml.value("w:abstractNumId", of);
                if anew {
                    xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.value("w:startOverride", "1"));
                }
            });
        };
        number(xml, BULLETS, "0", false);
        number(xml, NUMBERS, "1", false);
        for list in 1..=lists {
            number(xml, NUMBERS + list, "1", true);
        }
    });
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stays_with_the_space_to_reply() {
        let words = |words: &str| Paragraph::plain(Mark::default(), words);
        let blocks = [
            Block::Prose(words("Please reply point by point.")),
            Block::Heading(words("1. CYB-1")),
            Block::Quote { text: "They will.".into(), source: String::new(), mark: Mark::default() },
            Block::Prose(words("Asked: what was done.")),
            Block::Space { label: "Reply".into(), lines: 4 },
            Block::Prose(words(&"word ".repeat(1_000))),
            Block::Space { label: "Reply".into(), lines: 4 },
        ];
        assert_eq!(bound_to_replies(&blocks), [false, true, true, true, false, false, false]);
    }

    #[test]
    fn blank_lines_part_paragraphs_and_others_do_not() {
        assert_eq!(paragraphs("one\ntwo\n\n \nthree\r\n\r\nfour"), ["one\ntwo", "three", "four"]);
        assert_eq!(paragraphs(" \n"), Vec::<&str>::new());
    }
}
