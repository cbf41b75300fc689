//! When a part of a paper bears a marking of its own in print, and how that is put. One rule for every form.
//!
//! Where parts of a paper are marked differently, each of them bears its own marking, the highest ones too: what bears none
//! would be taken for the least of them. It is said in short, by the axes on which parts of this paper differ. What names
//! other things (headings, heads of tables, the particulars at the head) bears one only where it stands above the lowest of
//! those particulars, which are marked as the dossier is. Where all is of one marking, that stands top and bottom of the page, and nowhere else.

use rapporteur_core::{
    brief::{Block, Cell, Mark, Paper, Row},
    vocabulary::MarkingAxis,
};

/// How the parts of a paper are marked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Portions {
    /// The axes on which parts differ; none where all is of one marking.
    axes: Vec<MarkingAxis>,
    /// The rank on each of those axes above which what names things says it: that of the dossier; none where that bears no
    /// label.
    lowest: Vec<Option<i32>>,
}

impl Portions {
    /// Of a paper.
    pub(crate) fn of(paper: &Paper) -> Self {
        let mut made = Seen::default();
        paper.facts.iter().for_each(|fact| made.see(&fact.value.mark));
        paper.sections.iter().flat_map(|section| &section.blocks).for_each(|block| made.block(block));
        let facts: Vec<&Mark> = paper.facts.iter().map(|fact| &fact.value.mark).collect();
        made.portions(&paper.marking, &facts)
    }

    /// What stands before a paragraph, a point, a row, words of a text or a picture: `(SECRET)`.
    pub(crate) fn before(&self, own: &Mark) -> Option<String> {
        self.words(own).map(|words| format!("({words})"))
    }

    /// What stands before a heading, or what else names things.
    pub(crate) fn before_heading(&self, own: &Mark) -> Option<String> {
        let above = |(axis, lowest): (&MarkingAxis, &Option<i32>)| own.on(*axis).map(|label| label.rank) > *lowest;
        self.axes.iter().zip(&self.lowest).any(above).then(|| self.before(own)).flatten()
    }

    /// What stands before a line of a row. The marking of the row stands before its first words. A line that differs from
    /// those says its own.
    pub(crate) fn before_line(&self, own: &Mark, row: &Row) -> Option<String> {
        let first = first_mark(row);
        if own.words() == first.words() { None } else { self.before(own) }
    }

    /// A marking in short; none where all is of one marking.
    pub(crate) fn words(&self, own: &Mark) -> Option<String> {
        if self.axes.is_empty() {
            return None;
        }
        let labels: Vec<String> =
            self.axes.iter().filter_map(|axis| own.on(*axis)).map(|label| label.words.to_uppercase()).collect();
        Some(match () {
            () if !labels.is_empty() => labels.join(" · "),
            // It says nothing on those axes, but is not unmarked.
            () if !own.is_none() => own.words().to_owned(),
            () => "no marking".into(),
        })
    }

    /// Whether parts are marked differently.
    pub(crate) fn differ(&self) -> bool {
        !self.axes.is_empty()
    }
}

/// The marking of the first words of a row that are not its ref.
fn first_mark(row: &Row) -> &Mark {
    let words = row.cells.iter().filter_map(|cell| match cell {
        Cell::Words { lines } => lines.first(),
        _ => None,
    });
    let is_ref = |line: &&rapporteur_core::brief::Paragraph| {
        line.runs.iter().all(|run| run.tone == rapporteur_core::brief::Tone::Ref)
    };
    let mut all = words.clone().filter(|line| !is_ref(line)).chain(words);
    all.next().map_or(&row.mark, |line| &line.mark)
}

/// The markings that were seen, each once.
#[derive(Default)]
struct Seen<'p>(Vec<&'p Mark>);

impl<'p> Seen<'p> {
    fn see(&mut self, mark: &'p Mark) {
        // Nearly all are the one that was seen last.
        if let Some(at) = self.0.iter().rposition(|seen| seen.words() == mark.words()) {
            let last = self.0.len() - 1;
            self.0.swap(at, last);
        } else {
            self.0.push(mark);
        }
    }

    fn block(&mut self, block: &'p Block) {
        match block {
            Block::Heading(line) | Block::Prose(line) => self.see(&line.mark),
            Block::Points { items, .. } => items.iter().for_each(|item| self.see(&item.mark)),
            Block::Facts { facts } => facts.iter().for_each(|fact| self.see(&fact.value.mark)),
            Block::Table(table) => {
                for row in &table.rows {
                    self.see(&row.mark);
                    for cell in &row.cells {
                        if let Cell::Words { lines } = cell {
                            lines.iter().for_each(|line| self.see(&line.mark));
                        }
                    }
                }
            }
            Block::Quote { mark, .. } | Block::Picture { mark, .. } => self.see(mark),
            Block::Space { .. } | Block::Nothing { .. } => {}
        }
    }

    /// With the marking of the whole, and those of the particulars at its head.
    fn portions(&self, whole: &Mark, facts: &[&Mark]) -> Portions {
        let plain = if facts.is_empty() { self.0.as_slice() } else { facts };
        let mut portions = Portions::default();
        for axis in MarkingAxis::ALL {
            let words = |mark: &Mark| mark.on(*axis).map(|label| label.words.to_uppercase());
            // A paper may be marked for what its title names, above all that stands in it.
            let whole = words(whole);
            if self.0.iter().any(|mark| words(mark) != whole) {
                portions.axes.push(*axis);
                let ranks = plain.iter().map(|mark| mark.on(*axis).map(|label| label.rank));
                portions.lowest.push(ranks.min().flatten());
            }
        }
        portions
    }
}

#[cfg(test)]
mod tests {
    use rapporteur_core::brief::{Label, Paragraph};

    use super::*;

    fn label(rank: i32, words: &str) -> Label {
        Label { rank, words: words.into() }
    }

    fn restricted() -> Mark {
        let mark = Mark::default().with(MarkingAxis::Classification, &label(2, "Restricted"));
        mark.with(MarkingAxis::Handling, &label(4, "Sample"))
    }

    fn secret() -> Mark {
        restricted().with(MarkingAxis::Classification, &label(4, "Secret"))
    }

    fn of(marks: &[Mark], whole: &Mark) -> Portions {
        let blocks: Vec<Block> =
            marks.iter().map(|mark| Block::Prose(Paragraph::plain(mark.clone(), "Words"))).collect();
        let mut seen = Seen::default();
        blocks.iter().for_each(|block| seen.block(block));
        seen.portions(whole, &[])
    }

    #[test]
    fn where_parts_differ_each_says_its_own_in_short() {
        let portions = of(&[restricted(), secret(), restricted()], &secret());
        assert_eq!(portions.before(&secret()).as_deref(), Some("(SECRET)"));
        assert_eq!(portions.before(&restricted()).as_deref(), Some("(RESTRICTED)"));
        assert_eq!(portions.before_heading(&secret()).as_deref(), Some("(SECRET)"));
        assert_eq!(portions.before_heading(&restricted()), None, "a heading is not above the lowest part");
    }

    #[test]
    fn what_is_lower_than_the_dossier_makes_no_heading_higher() {
        let (lower, usual) = (Mark::default(), restricted());
        let all = [lower.clone(), usual.clone(), secret()];
        let mut seen = Seen::default();
        all.iter().for_each(|mark| seen.see(mark));
        let portions = seen.portions(&secret(), &[&usual]);
        assert_eq!(portions.before_heading(&usual), None);
        assert_eq!(portions.before_heading(&secret()).as_deref(), Some("(SECRET · SAMPLE)"));
        assert_eq!(portions.before(&lower).as_deref(), Some("(no marking)"));
    }

    #[test]
    fn where_all_is_of_one_marking_nothing_says_it() {
        let portions = of(&[secret(), secret()], &secret());
        assert!(!portions.differ());
        assert_eq!((portions.before(&secret()), portions.before_heading(&secret())), (None, None));
    }

    #[test]
    fn what_is_lower_than_the_paper_says_so_though_all_parts_are_alike() {
        let portions = of(&[restricted()], &secret());
        assert_eq!(portions.before(&restricted()).as_deref(), Some("(RESTRICTED)"));
    }

    #[test]
    fn several_axes_and_none_are_told() {
        let amber = restricted().with(MarkingAxis::Tlp, &label(3, "TLP:AMBER"));
        let portions = of(&[restricted(), amber.clone()], &amber);
        assert_eq!(portions.before(&amber).as_deref(), Some("(TLP:AMBER)"));
        assert_eq!(portions.before(&restricted()).as_deref(), Some("(RESTRICTED · SAMPLE)"), "it is not unmarked");
        let portions = of(&[Mark::default(), amber.clone()], &amber);
        assert_eq!(portions.before(&amber).as_deref(), Some("(RESTRICTED · SAMPLE · TLP:AMBER)"));
        assert_eq!(portions.before(&Mark::default()).as_deref(), Some("(no marking)"));
        assert_eq!(portions.before_heading(&Mark::default()), None);
    }

    #[test]
    fn a_line_of_a_row_says_what_differs_from_its_first_words() {
        let words = |mark: Mark| Cell::Words { lines: vec![Paragraph::plain(mark, "Words")] };
        let row = Row { mark: secret(), head: false, cells: vec![words(restricted()), words(secret())] };
        let portions = of(&[restricted(), secret()], &secret());
        assert_eq!(portions.before(&row.mark).as_deref(), Some("(SECRET)"));
        assert_eq!(portions.before_line(&restricted(), &row), None);
        assert_eq!(portions.before_line(&secret(), &row).as_deref(), Some("(SECRET)"));
    }
}
