//! How pages lie. A4; upright, or across where a table is too wide for that.

use rapporteur_core::{
    brief::{Block, Paper, Section, Table},
    vocabulary::PaperKind,
};

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
pub(super) const MARGIN: u32 = 1_134;

/// From how many columns on a table wants the page across.
const MANY_COLUMNS: usize = 8;

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

/// How the page lies under each section. A matrix lies across as a whole: nobody turns a sheet for its first heading.
pub(super) fn of(paper: &Paper) -> Vec<Page> {
    let whole =
        paper.kind == PaperKind::Matrix && paper.sections.iter().any(|section| widest(section) > MANY_COLUMNS / 2);
    let one = |section: &Section| if whole || widest(section) >= MANY_COLUMNS { Page::Across } else { Page::Upright };
    paper.sections.iter().map(one).collect()
}

/// How many columns the widest table of a section has.
fn widest(section: &Section) -> usize {
    let columns = |block: &Block| match block {
        Block::Table(Table { columns, .. }) => columns.len(),
        _ => 0,
    };
    section.blocks.iter().map(columns).max().unwrap_or(0)
}
