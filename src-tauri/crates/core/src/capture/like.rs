//! Commitments that say nearly the same, beside the candidate: how near, and what differs.

use similar::{ChangeTag, TextDiff};

use super::index::Near;
use crate::{
    clock::spoken,
    error::Result,
    store::Session,
    vocabulary::Likeness,
    wire::{DifferencePart, LikeView},
};

/// Longest wording that is compared word by word, in bytes.
const COMPARED: usize = 8_000;

/// A commitment as it is shown beside a candidate; none where it has gone meanwhile.
pub(super) fn view(session: &Session<'_>, near: Near, words: &str) -> Result<Option<LikeView>> {
    let Some(line) = session.like_line(near.commitment)? else { return Ok(None) };
    let wording = if line.wording.is_empty() { line.title.clone() } else { line.wording };
    let origin = [line.origin, line.on.map(spoken).unwrap_or_default()];
    Ok(Some(LikeView {
        commitment: near.commitment,
        r#ref: line.reference,
        title: line.title,
        difference: difference(&wording, words),
        wording,
        origin: origin.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        open: line.status.is_open(),
        percent: (near.likeness * 100.0).round().clamp(0.0, 100.0) as u32,
    }))
}

/// What is kept, what was only in the old wording, and what is only in the new, as runs of words.
pub(crate) fn difference(old: &str, new: &str) -> Vec<DifferencePart> {
    if old.len() > COMPARED || new.len() > COMPARED {
        return runs([(Likeness::Old, old), (Likeness::New, new)]);
    }
    let diff = TextDiff::configure().diff_words(old, new);
    let changes: Vec<(Likeness, &str)> = diff
        .iter_all_changes()
        .map(|change| {
            let kind = match change.tag() {
                ChangeTag::Equal => Likeness::Kept,
                ChangeTag::Delete => Likeness::Old,
                ChangeTag::Insert => Likeness::New,
            };
            (kind, change.value())
        })
        .collect();
    // A blank that stayed between two changed words belongs to both, so that words do not stand one by one.
    let mut smooth: Vec<(Likeness, &str)> = Vec::with_capacity(changes.len());
    for (at, (kind, words)) in changes.iter().enumerate() {
        let changed = |near: Option<&(Likeness, &str)>| near.is_some_and(|(kind, _)| *kind != Likeness::Kept);
        let between = at > 0 && changed(changes.get(at - 1)) && changed(changes.get(at + 1));
        if *kind == Likeness::Kept && words.trim().is_empty() && between {
            smooth.extend([(Likeness::Old, *words), (Likeness::New, *words)]);
        } else {
            smooth.push((*kind, words));
        }
    }
    runs(smooth)
}

/// Runs of one kind; within what changed, the old stands before the new.
fn runs<'w>(words: impl IntoIterator<Item = (Likeness, &'w str)>) -> Vec<DifferencePart> {
    let mut parts: Vec<DifferencePart> = Vec::new();
    for (kind, words) in words {
        // What changed since something was last kept.
        let changed = parts.iter().rposition(|part| part.kind == Likeness::Kept).map_or(0, |at| at + 1);
        let open = match kind {
            Likeness::Kept => parts.last_mut().filter(|part| part.kind == Likeness::Kept),
            _ => parts[changed..].iter_mut().find(|part| part.kind == kind),
        };
        if let Some(part) = open {
            part.words.push_str(words);
        } else {
            let at = if kind == Likeness::Old { changed } else { parts.len() };
            parts.insert(at, DifferencePart { kind, words: words.to_owned() });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::vocabulary::Likeness::{Kept, New, Old};

    #[test]
    fn what_differs_is_shown_in_runs_of_words() {
        let parts = difference(
            "Both sides will share reports each year.",
            "Both sides will promptly share threat data each quarter.",
        );
        let said: Vec<(_, &str)> = parts.iter().map(|part| (part.kind, part.words.as_str())).collect();
        assert_eq!(
            said,
            [
                (Kept, "Both sides will "),
                (New, "promptly "),
                (Kept, "share "),
                (Old, "reports"),
                (New, "threat data"),
                (Kept, " each "),
                (Old, "year."),
                (New, "quarter."),
            ]
        );
    }

    #[test]
    fn either_wording_can_be_put_together_again() {
        for (old, new) in [("", "one two"), ("one two", ""), ("a b c d", "d c b a"), ("same", "same"), ("a  b", "x y")]
        {
            let parts = difference(old, new);
            let whole =
                |but| parts.iter().filter(|part| part.kind != but).map(|part| part.words.as_str()).collect::<String>();
            assert_eq!((whole(New).as_str(), whole(Old).as_str()), (old, new));
        }
    }
}
