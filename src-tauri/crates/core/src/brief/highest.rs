//! Going through a paper's parts: the highest marking of any of them, and every word in them.

use super::{
    mark::Mark,
    paper::{Block, Cell, Fact, Paper, Paragraph, Row, Section},
};

/// The highest of the markings of what stands in a section.
pub(super) fn of_blocks(blocks: &[Block]) -> Mark {
    let mut highest = Mark::default();
    for block in blocks {
        marks_of(block, &mut |mark| highest = highest.higher(mark));
    }
    highest
}

/// The highest of the markings of paragraphs.
pub(super) fn of_lines<'p>(lines: impl IntoIterator<Item = &'p Paragraph>) -> Mark {
    lines.into_iter().fold(Mark::default(), |highest, line| highest.higher(&line.mark))
}

/// Every marking that stands in a paper, its own first.
pub(super) fn each_mark(paper: &Paper, look: &mut dyn FnMut(&Mark)) {
    look(&paper.marking);
    parts(paper, look);
}

/// The highest marking of a paper's parts.
pub(super) fn of_parts(paper: &Paper) -> Mark {
    let mut highest = Mark::default();
    parts(paper, &mut |mark| highest = highest.higher(mark));
    highest
}

fn parts(paper: &Paper, look: &mut dyn FnMut(&Mark)) {
    paper.facts.iter().for_each(|fact| look(&fact.value.mark));
    for section in &paper.sections {
        look(&section.mark);
        section.blocks.iter().for_each(|block| marks_of(block, look));
    }
}

fn marks_of(block: &Block, look: &mut dyn FnMut(&Mark)) {
    match block {
        Block::Heading(line) | Block::Prose(line) => look(&line.mark),
        Block::Points { items, .. } => items.iter().for_each(|line| look(&line.mark)),
        Block::Facts { facts } => facts.iter().for_each(|fact| look(&fact.value.mark)),
        Block::Table(table) => {
            for row in &table.rows {
                look(&row.mark);
                lines_of(row).for_each(|line| look(&line.mark));
            }
        }
        Block::Quote { mark, .. } | Block::Picture { mark, .. } => look(mark),
        Block::Space { .. } | Block::Nothing { .. } => {}
    }
}

fn lines_of(row: &Row) -> impl Iterator<Item = &Paragraph> {
    row.cells.iter().flat_map(|cell| match cell {
        Cell::Words { lines } => lines.as_slice(),
        _ => &[],
    })
}

/// Every stretch of words that stands in a paper, in its head, its file's name and its parts.
pub(super) fn each_text(paper: &Paper, look: &mut dyn FnMut(&str)) {
    for text in [&paper.title, &paper.subtitle, &paper.dossier, &paper.made_by, &paper.file_name] {
        look(text);
    }
    paper.notices.iter().for_each(|text| look(text));
    texts_of_facts(&paper.facts, look);
    for Section { key, heading, blocks, .. } in &paper.sections {
        look(key);
        look(heading);
        blocks.iter().for_each(|block| texts_of(block, look));
    }
}

fn texts_of_facts(facts: &[Fact], look: &mut dyn FnMut(&str)) {
    for fact in facts {
        look(&fact.name);
        look(&fact.value.text());
    }
}

fn texts_of(block: &Block, look: &mut dyn FnMut(&str)) {
    match block {
        Block::Heading(line) | Block::Prose(line) => look(&line.text()),
        Block::Points { items, .. } => items.iter().for_each(|line| look(&line.text())),
        Block::Facts { facts } => texts_of_facts(facts, look),
        Block::Table(table) => {
            look(&table.caption);
            for row in &table.rows {
                lines_of(row).for_each(|line| look(&line.text()));
                for cell in &row.cells {
                    if let Cell::Day { words, note, .. } = cell {
                        look(words);
                        look(note);
                    }
                }
            }
        }
        Block::Quote { text, source, .. } => {
            look(text);
            look(source);
        }
        Block::Picture { svg, alternative, caption, .. } => {
            look(svg);
            look(alternative);
            look(caption);
        }
        Block::Space { label, .. } => look(label),
        Block::Nothing { text } => look(text),
    }
}
