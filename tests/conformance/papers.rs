//! Papers as data: what they gather for whom, how they are marked, and that nothing above a reader can be found in any
//! form of them.

mod course;
mod discretion;
mod golden;
mod leaks;
mod marked;
mod marking;

use rapporteur_core::{
    Dossier,
    brief::{Block, Cell, Mark, Paper, Paragraph},
    id::Id,
    vocabulary::{MarkingAxis, PaperKind},
    wire::{PaperRequest, Reader},
};

/// The label of the scheme that is called so.
pub fn label(dossier: &Dossier, words: &str) -> Id {
    dossier.overview().unwrap().markings.iter().find(|marking| marking.label == words).unwrap().id
}

/// A reader who may see so much.
pub fn reader(dossier: &Dossier, levels: &[&str]) -> Reader {
    Reader { ceilings: levels.iter().map(|words| label(dossier, words)).collect(), told_of_gaps: true }
}

/// Every marking that stands in a paper's parts.
fn marks(paper: &Paper) -> Vec<Mark> {
    let mut found: Vec<Mark> = paper.facts.iter().map(|fact| fact.value.mark.clone()).collect();
    for section in &paper.sections {
        found.push(section.mark.clone());
        for block in &section.blocks {
            match block {
                Block::Heading(line) | Block::Prose(line) => found.push(line.mark.clone()),
                Block::Points { items, .. } => found.extend(items.iter().map(|line| line.mark.clone())),
                Block::Facts { facts } => found.extend(facts.iter().map(|fact| fact.value.mark.clone())),
                Block::Table(table) => {
                    for row in &table.rows {
                        found.push(row.mark.clone());
                        for cell in &row.cells {
                            if let Cell::Words { lines } = cell {
                                found.extend(lines.iter().map(|line| line.mark.clone()));
                            }
                        }
                    }
                }
                Block::Quote { mark, .. } | Block::Picture { mark, .. } => found.push(mark.clone()),
                Block::Space { .. } | Block::Nothing { .. } => {}
            }
        }
    }
    found
}

fn rank(mark: &Mark, axis: MarkingAxis) -> i32 {
    mark.on(axis).map_or(0, |label| label.rank)
}

/// The paragraph of a paper that says these words and no others, or else one in which they stand.
fn line<'p>(paper: &'p Paper, words: &str) -> Option<&'p Paragraph> {
    let lines = || paper.sections.iter().flat_map(|section| &section.blocks).flat_map(lines_of);
    lines().find(|line| line.text() == words).or_else(|| lines().find(|line| line.text().contains(words)))
}

fn lines_of(block: &Block) -> Vec<&Paragraph> {
    match block {
        Block::Heading(line) | Block::Prose(line) => vec![line],
        Block::Points { items, .. } => items.iter().collect(),
        Block::Facts { facts } => facts.iter().map(|fact| &fact.value).collect(),
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            let words = cells.filter_map(|cell| match cell {
                Cell::Words { lines } => Some(lines),
                _ => None,
            });
            words.flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// Every paper that can be made of a dossier, with what it is asked about.
fn requests(marked: &marked::Marked, reader: &Reader) -> Vec<PaperRequest> {
    let of = |kind: PaperKind| PaperRequest { reader: reader.clone(), ..PaperRequest::of(kind) };
    let ground = &marked.ground;
    let mut all = vec![
        PaperRequest { meeting: Some(marked.summit), ..of(PaperKind::Brief) },
        PaperRequest { meeting: Some(marked.round), ..of(PaperKind::Record) },
        PaperRequest { meeting: Some(marked.round), ..of(PaperKind::Outcome) },
        of(PaperKind::Outcome),
        of(PaperKind::Matrix),
        PaperRequest { query: Some(rapporteur_core::wire::CommitmentQuery::all()), ..of(PaperKind::Matrix) },
        PaperRequest { body: Some(ground.agency), ..of(PaperKind::Chaser) },
        PaperRequest { person: Some(ground.person), ..of(PaperKind::Chaser) },
        of(PaperKind::Instruments),
        PaperRequest { person: Some(ground.person), ..of(PaperKind::Handover) },
        PaperRequest { track: Some(ground.track), ..of(PaperKind::Track) },
    ];
    for commitment in &marked.commitments {
        all.push(PaperRequest { commitment: Some(*commitment), ..of(PaperKind::History) });
    }
    all
}
