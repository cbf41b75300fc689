//! Head and foot of every page, and the page itself: the marking top and bottom; which paper of which dossier, as of which
//! day; which page of how many.

use rapporteur_core::{brief::Paper, clock::spoken};

use super::{
    page::{MARGIN, Page},
    words::{paragraph, paragraph_with, run},
    xml::Xml,
};
use crate::letters::{self, beginning};

const HEADER: &str = "header";
const UPRIGHT: &str = "footer-upright";
const ACROSS: &str = "footer-across";
/// The foot of the first page, which says what is to be known before anything is read.
const FIRST: &str = "footer-first";

/// How much of the titles of the paper and of the dossier fits in a foot, in characters, in that order.
const fn room(page: Page) -> (usize, usize) {
    match page {
        Page::Upright => (48, 28),
        Page::Across => (84, 44),
    }
}

const SPACES: super::xml::Attributes<'_> =
    &[("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")];

/// The heads and feet that sections name.
pub(super) fn all(paper: &Paper) -> std::io::Result<Vec<(&'static str, Vec<u8>)>> {
    let marking = paper.marking.words();
    let mut edges = Vec::new();
    if !marking.is_empty() {
        let mut xml = Xml::new();
        xml.element("w:hdr", SPACES, |xml| paragraph(xml, "Marking", |xml| run(xml, None, marking)));
        edges.push((HEADER, xml.finish()?));
    }
    let first = super::page::of(paper).first().copied().unwrap_or(Page::Upright);
    for (name, page) in [(UPRIGHT, Page::Upright), (ACROSS, Page::Across), (FIRST, first)] {
        let mut xml = Xml::new();
        xml.element("w:ftr", SPACES, |xml| {
            if name == FIRST {
                for notice in &paper.notices {
                    paragraph(xml, "Notice", |xml| run(xml, None, notice));
                }
            }
            foot(xml, paper, page);
            if !marking.is_empty() {
                paragraph(xml, "Marking", |xml| run(xml, None, marking));
            }
        });
        edges.push((name, xml.finish()?));
    }
    Ok(edges)
}

fn foot(xml: &mut Xml, paper: &Paper, page: Page) {
    let right = page.measure().to_string();
    let tabs = |xml: &mut Xml| {
        xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &right)]));
    };
    paragraph_with(xml, "Footer", tabs, |xml| {
        let (of_title, of_dossier) = room(page);
        let which = letters::foot(&beginning(&paper.title, of_title), &beginning(&paper.dossier, of_dossier));
        run(xml, None, &format!("{which} · as of {}\t", spoken(paper.day)));
        run(xml, None, "Page ");
        field(xml, "PAGE");
        run(xml, None, " of ");
        field(xml, "NUMPAGES");
    });
}

/// A figure that Word works out.
fn field(xml: &mut Xml, what: &str) {
    xml.element("w:fldSimple", &[("w:instr", what)], |xml| run(xml, None, "1"));
}

/// Size, margins, head and foot of the pages up to here.
pub(super) fn section(xml: &mut Xml, page: Page, first: bool, paper: &Paper) {
    let (width, height) = page.size();
    xml.element("w:sectPr", &[], |xml| {
        if !paper.marking.is_none() {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", HEADER)]);
            if first {
                xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", HEADER)]);
            }
        }
        let foot = match page {
            Page::Upright => UPRIGHT,
            Page::Across => ACROSS,
        };
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", foot)]);
        if first {
            xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", FIRST)]);
        }
        xml.value("w:type", "nextPage");
        let (width, height) = (width.to_string(), height.to_string());
        match page {
            Page::Upright => xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]),
            Page::Across => xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", "landscape")]),
        }
        let margin = MARGIN.to_string();
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1191"),
                ("w:right", &margin),
                ("w:bottom", "1134"),
                ("w:left", &margin),
                ("w:header", "567"),
                ("w:footer", "454"),
                ("w:gutter", "0"),
            ],
        );
        if first {
            xml.empty("w:titlePg", &[]);
        }
    });
}
