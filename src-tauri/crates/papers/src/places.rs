//! Where refs lead. A ref that stands in an annex is a place there, where it stands first; elsewhere it leads to that.

use std::collections::{HashMap, HashSet};

use rapporteur_core::brief::{Block, Cell, Paper, Paragraph, Section, Tone};

/// What a ref is where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Words like others.
    None,
    /// It leads to the place of that number.
    To(usize),
    /// It is that place.
    At(usize),
}

/// The places of a paper, while it is written from its beginning to its end.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// The number of each ref that stands in an annex, from 1.
    all: HashMap<String, usize>,
    /// Whether an annex is being written, where refs stand.
    standing: bool,
    stood: HashSet<usize>,
}

impl Places {
    /// Those of a paper.
    pub(crate) fn of(paper: &Paper) -> Self {
        let mut all = HashMap::new();
        for section in paper.sections.iter().filter(|section| is_annex(section)) {
            for_each_paragraph(&section.blocks, &mut |paragraph| {
                for run in paragraph.runs.iter().filter(|run| run.tone == Tone::Ref) {
                    let next = all.len() + 1;
                    all.entry(run.text.trim().to_owned()).or_insert(next);
                }
            });
        }
        Self { all, ..Self::default() }
    }

    /// Goes on to a section.
    pub(crate) fn enter(&mut self, section: &Section) {
        self.standing = is_annex(section);
    }

    /// Whether refs stand here, rather than lead somewhere.
    pub(crate) fn stand_here(&self) -> bool {
        self.standing
    }

    /// What the next ref is.
    pub(crate) fn next(&mut self, reference: &str) -> Place {
        match self.all.get(reference.trim()) {
            Some(place) if !self.standing => Place::To(*place),
            Some(place) if self.stood.insert(*place) => Place::At(*place),
            _ => Place::None,
        }
    }
}

/// The sections that say of a ref what it stands for.
fn is_annex(section: &Section) -> bool {
    section.key == "annex" || section.key.starts_with("annex:")
}

fn for_each_paragraph(blocks: &[Block], see: &mut dyn FnMut(&Paragraph)) {
    for block in blocks {
        match block {
            Block::Heading(paragraph) | Block::Prose(paragraph) => see(paragraph),
            Block::Points { items, .. } => items.iter().for_each(&mut *see),
            Block::Facts { facts } => facts.iter().for_each(|fact| see(&fact.value)),
            Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| {
                if let Cell::Words { lines } = cell {
                    lines.iter().for_each(&mut *see);
                }
            }),
            Block::Quote { .. } | Block::Picture { .. } | Block::Space { .. } | Block::Nothing { .. } => {}
        }
    }
}
