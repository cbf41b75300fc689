//! The refs and titles of what stands above a reader: words that carry one of them are left out with it, wherever they
//! stand. A remark that says `waits for SEC-2015-001`, an agenda point that bears a commitment's title or a follow-up
//! that names a meeting would otherwise tell of what was left out.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::{
    error::{Error, Result},
    id::Id,
    store::Session,
    vocabulary::Noun,
};

/// Fewest words of a title by which a thing is known: `Cooperation` alone may be anything.
const TITLE_WORDS: usize = 3;
/// Or fewest characters.
const TITLE_LENGTH: usize = 20;

/// Names to look for.
pub(super) struct Names {
    /// Refs first, titles and names of files after them.
    all: AhoCorasick,
    refs: usize,
}

impl Names {
    /// Those of everything of which `sees` says that it may not be seen: asked with the labels a thing bears itself, and
    /// those of the text it was taken from.
    pub(super) fn of_hidden(session: &Session<'_>, sees: impl Fn(&[Id], &[Id]) -> bool) -> Result<Self> {
        let (mut refs, mut titles) = (Vec::new(), Vec::new());
        for noun in [Noun::Commitment, Noun::Meeting, Noun::Text, Noun::Instrument] {
            for bearing in session.bearing(noun, &|ids| !sees(ids, &[]))? {
                if noun == Noun::Text {
                    let of_text = session.marking_of(Noun::Text, bearing.id)?;
                    for taken in session.taken_from(bearing.id)? {
                        // A label of its own may let it be seen.
                        if !sees(&session.marking_of(Noun::Commitment, taken.commitment)?, &of_text) {
                            refs.push(taken.r#ref);
                            titles.push(taken.title);
                        }
                    }
                    titles.push(bearing.reference);
                } else {
                    refs.push(bearing.reference);
                }
                titles.push(bearing.title);
            }
        }
        refs.retain(|name| !name.is_empty());
        titles.retain(|name| name.split_whitespace().count() >= TITLE_WORDS || name.chars().count() >= TITLE_LENGTH);
        let count = refs.len();
        refs.append(&mut titles);
        let all = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&refs)
            .map_err(|e| Error::Store { doing: "read", detail: format!("names to leave out: {e}") })?;
        Ok(Self { all, refs: count })
    }

    /// Whether one of them stands in a text.
    pub(super) fn has(&self, text: &str) -> bool {
        self.found(text, usize::MAX)
    }

    /// Whether a ref stands in a text.
    pub(super) fn has_reference(&self, text: &str) -> bool {
        self.found(text, self.refs)
    }

    fn found(&self, text: &str, before: usize) -> bool {
        self.all.find_overlapping_iter(text).any(|found| {
            let inner = |c: char| c.is_alphanumeric();
            let whole = !text[..found.start()].chars().next_back().is_some_and(inner)
                && !text[found.end()..].chars().next().is_some_and(inner);
            whole && found.pattern().as_usize() < before
        })
    }
}
