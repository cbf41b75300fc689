//! Papers as Word documents: WordprocessingML, ECMA-376 part 1.
//!
//! The parts are written here with the XML writer and the packer that the rest of the tree stands on. The crates that
//! write DOCX were looked at: `docx-rs` knows no repeated heads of tables, no languages, no words for pictures and no
//! title of a document, puts elements in an order that the schema forbids and packs without packing; `rdocx` brings a
//! renderer of PDF along; `ooxmlsdk` is the schema as 130,000 lines of Rust. What is written here is small beside them,
//! and how it looks stands in `parts/` as files that a person can read.

mod blocks;
mod edges;
mod package;
mod page;
mod picture;
mod table;
mod words;
mod xml;

use rapporteur_core::brief::{Paper, Section};

use crate::{Error, Progress, begins_a_page, marks::Portions, places::Places};
use page::Page;
use picture::Picture;
use words::{paragraph, paragraph_with, run};
use xml::Xml;

/// A paper in the making.
struct Writing {
    xml: Xml,
    /// How its parts are marked.
    portions: Portions,
    /// Where its refs lead.
    places: Places,
    /// How the page lies that is being written.
    page: Page,
    /// Whether these are the first pages, before any was turned.
    first: bool,
    /// Lists that begin anew: see [`blocks`].
    lists: usize,
    pictures: Vec<Picture>,
}

/// The paper as a DOCX file. The same paper is the same bytes.
///
/// # Errors
/// [`Error::Picture`] where a drawing cannot be drawn; [`Error::Stopped`].
pub(crate) fn write(paper: &Paper, going: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<u8>, Error> {
    let pages = page::of(paper);
    let mut writing = Writing {
        xml: Xml::new(),
        portions: Portions::of(paper),
        places: Places::of(paper),
        page: pages.first().copied().unwrap_or(Page::Upright),
        first: true,
        lists: 0,
        pictures: Vec::new(),
    };
    writing.xml.open("w:document", SPACES);
    writing.xml.open("w:body", &[]);
    body(&mut writing, paper, &pages, going)?;
    edges::section(&mut writing.xml, writing.page, writing.first, paper);
    writing.xml.close("w:body");
    writing.xml.close("w:document");
    let Writing { xml, lists, pictures, .. } = writing;
    let packed = || -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let parts = package::Parts {
            document: xml.finish()?,
            numbering: blocks::numbering(lists)?,
            edges: edges::all(paper)?,
            pictures: pictures.into_iter().map(|picture| picture.bytes).collect(),
        };
        Ok(package::pack(paper, &parts)?)
    };
    packed().map_err(|error| Error::Packing(error.to_string()))
}

/// The namespaces that a document uses.
const SPACES: xml::Attributes<'_> = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// From how many characters on a title is set smaller: about three lines.
const LONG_TITLE: usize = 120;

fn body(
    writing: &mut Writing,
    paper: &Paper,
    pages: &[Page],
    going: &mut dyn FnMut(Progress) -> bool,
) -> Result<(), Error> {
    let total = u32::try_from(paper.sections.len()).unwrap_or(u32::MAX).max(1);
    let title = if paper.title.chars().count() > LONG_TITLE { "LongTitle" } else { "Title" };
    paragraph(&mut writing.xml, title, |xml| run(xml, None, &paper.title));
    if !paper.subtitle.is_empty() {
        paragraph(&mut writing.xml, "Subtitle", |xml| run(xml, None, &paper.subtitle));
    }
    writing.facts(&paper.facts, true);
    let mut above = 0;
    for (place, (section, page)) in paper.sections.iter().zip(pages).enumerate() {
        let done = u32::try_from(place).unwrap_or(u32::MAX);
        if !going(Progress { done, total }) {
            return Err(Error::Stopped);
        }
        let turned = *page != writing.page;
        if turned {
            let (before, first) = (writing.page, std::mem::take(&mut writing.first));
            paragraph_with(&mut writing.xml, "AfterTable", |xml| edges::section(xml, before, first, paper), |_| {});
            writing.page = *page;
        }
        // Levels without a gap, as in every form.
        let level = section.level.clamp(1, above + 1);
        above = level;
        let before = place.checked_sub(1).and_then(|before| paper.sections.get(before));
        heading(&mut writing.xml, section, level, !turned && begins_a_page(section, before));
        writing.places.enter(section);
        writing.blocks(section, level)?;
    }
    Ok(())
}

/// The heading of a section, which may begin a page.
fn heading(xml: &mut Xml, section: &Section, level: u8, fresh: bool) {
    if section.heading.is_empty() {
        return;
    }
    let style = if level == 1 { "Heading1" } else { "Heading2" };
    // A heading is kept with what follows it, so that none stands at the foot of a page.
    let begin = |xml: &mut Xml| {
        if fresh {
            xml.empty("w:pageBreakBefore", &[]);
        }
    };
    paragraph_with(xml, style, begin, |xml| run(xml, None, &section.heading));
}
