//! When a part of a paper bears a marking of its own in print, and how that is put. One rule for every form.

use rapporteur_core::brief::Mark;

/// What stands before a paragraph or row whose marking differs from what it stands in, in brackets: `(TLP:GREEN)`. It is
/// the whole marking, also where only one axis differs, because a reader who quotes that paragraph alone must see all of it.
pub(crate) fn prefix(own: &Mark, around: &Mark) -> Option<String> {
    if own == around || own.words() == around.words() {
        return None;
    }
    Some(if own.is_none() { "(no marking)".into() } else { format!("({})", own.words()) })
}

#[cfg(test)]
mod tests {
    use rapporteur_core::{brief::Label, vocabulary::MarkingAxis};

    use super::*;

    #[test]
    fn a_part_says_its_marking_only_where_it_differs() {
        let label = |words: &str| Label { rank: 1, words: words.into() };
        let paper = Mark::default()
            .with(MarkingAxis::Classification, &label("Restricted"))
            .with(MarkingAxis::Tlp, &label("TLP:AMBER"));
        let lower = paper.with(MarkingAxis::Tlp, &label("TLP:GREEN"));
        assert_eq!(prefix(&paper, &paper), None);
        assert_eq!(prefix(&lower, &paper).as_deref(), Some("(RESTRICTED · TLP:GREEN)"));
        assert_eq!(prefix(&Mark::default(), &paper).as_deref(), Some("(no marking)"));
    }
}
