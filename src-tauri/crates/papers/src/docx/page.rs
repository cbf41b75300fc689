//! How pages lie. A4; upright, or across where a table is too wide for that.

use rapporteur_core::{
    brief::{Block, Paper, Section},
    vocabulary::PaperKind,
};

use super::table;

/// How a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// Upright.
    Upright,
    /// Across.
    Across,
}

/// A4 in twentieths of a point, and the margin at its sides.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
pub(super) const MARGIN: u32 = 1_050;

impl Page {
    /// Width and height, in twentieths of a point.
    pub(super) const fn size(self) -> (u32, u32) {
        match self {
            Self::Upright => (SHORT, LONG),
            Self::Across => (LONG, SHORT),
        }
    }

    /// The width between the margins, in twentieths of a point.
    pub(super) const fn measure(self) -> u32 {
        self.size().0 - 2 * MARGIN
    }
}

/// How the page lies under each section: across where a table needs it. A matrix lies across as a whole: nobody turns a sheet
/// for its first heading.
pub(super) fn of(paper: &Paper) -> Vec<Page> {
    let tables = |section: &'_ Section| section.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let whole = paper.kind == PaperKind::Matrix && paper.sections.iter().any(tables);
    let wide = |block: &Block| match block {
        Block::Table(table) => table::least(table) > Page::Upright.measure(),
        _ => false,
    };
    let one = |section: &Section| if whole || section.blocks.iter().any(wide) { Page::Across } else { Page::Upright };
    paper.sections.iter().map(one).collect()
}
