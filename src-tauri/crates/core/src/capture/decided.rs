//! What was decided of the candidates of a text: entered, mentioned, skipped, never again.

use std::collections::HashMap;

use rapporteur_capture::Range;

use super::{
    Verdict,
    index::Index,
    places::{Places, overlap, same},
    words::{Word, common},
};
use crate::{
    error::Result,
    id::Id,
    journal::shortened,
    store::{DecidedLine, Session},
    vocabulary::{CandidateState, Judgement},
};

/// How many of the words of two sentences have to be the same, of all that either has, for "never again like this".
const ALIKE: f32 = 0.8;
/// Longest stretch of a verdict's words in a reason, in characters.
const QUOTED: usize = 60;

/// What was decided of one candidate.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub(super) state: CandidateState,
    /// The commitment entered or mentioned: id, ref, title.
    pub(super) entered: Option<(Id, String, String)>,
    /// The verdict that set it aside.
    pub(super) verdict: Option<Id>,
    /// Why, where it is not the verdict's own sentence.
    pub(super) rule: Option<String>,
}

impl Default for Decision {
    fn default() -> Self {
        Self { state: CandidateState::Waiting, entered: None, verdict: None, rule: None }
    }
}

/// A verdict on this text, and whether its words stand where they stood.
struct Aside {
    id: Id,
    range: Range,
    /// Where they do, it speaks for that place alone, and not for a sentence like it elsewhere in the text.
    stands: bool,
    words: Vec<Word>,
    quote: String,
    judgement: Judgement,
}

/// A verdict that speaks for all texts.
struct Never {
    id: Id,
    words: Vec<Word>,
    quote: String,
}

/// All that was decided.
pub(super) struct Decided {
    entered: Vec<(Range, DecidedLine, bool)>,
    aside: Vec<Aside>,
    never: Vec<Never>,
    /// Verdicts by the words they hold.
    holding: HashMap<Word, Vec<usize>>,
}

impl Decided {
    pub(super) fn read(
        session: &Session<'_>,
        index: &mut Index,
        text: Option<Id>,
        places: &Places<'_>,
    ) -> Result<Self> {
        let (mut entered, mut aside) = (Vec::new(), Vec::new());
        if let Some(text) = text {
            for line in session.decided_in(text)? {
                let range = Range { start: line.start as usize, end: line.end as usize };
                entered.push((range, line, false));
            }
            for verdict in session.with::<Verdict>("text_id", text)? {
                let place = |at: i32| usize::try_from(at).unwrap_or_default();
                let range = Range { start: place(verdict.start), end: place(verdict.end) };
                aside.push(Aside {
                    id: verdict.id,
                    range,
                    stands: places.words(range) == verdict.quote,
                    words: index.vocabulary.words(&verdict.quote),
                    quote: verdict.quote,
                    judgement: verdict.judgement,
                });
            }
        }
        let never: Vec<Never> = session
            .verdicts_for_all()?
            .into_iter()
            .map(|(id, quote, ..)| Never { id, words: index.vocabulary.words(&quote), quote })
            .collect();
        let mut holding: HashMap<Word, Vec<usize>> = HashMap::new();
        for (at, verdict) in never.iter().enumerate() {
            for word in &verdict.words {
                holding.entry(*word).or_default().push(at);
            }
        }
        Ok(Self { entered, aside, never, holding })
    }

    /// Whether something was entered from, or said of, just this stretch.
    pub(super) fn covers(&self, range: Range) -> bool {
        let just = |other: Range| same(other, range) && other.end - other.start < 2 * (range.end - range.start);
        self.entered.iter().any(|(other, ..)| just(*other)) || self.aside.iter().any(|verdict| just(verdict.range))
    }

    /// Whether a sentence was decided as a whole, and not a part of it.
    pub(super) fn as_whole(&self, range: Range) -> bool {
        let length = |range: Range| range.end - range.start;
        let whole = |other: Range| overlap(other, range) * 10 >= length(other).max(length(range)) * 9;
        self.entered.iter().any(|(other, ..)| whole(*other)) || self.aside.iter().any(|verdict| whole(verdict.range))
    }

    /// What was decided of a sentence. What is entered counts before what was set aside.
    pub(super) fn of(&mut self, index: &mut Index, range: Range, quote: &str) -> Option<Decision> {
        let mut found: Option<Decision> = None;
        for (other, line, seen) in &mut self.entered {
            if !same(*other, range) {
                continue;
            }
            *seen = true;
            let better = match &found {
                None => true,
                Some(found) => found.state == CandidateState::Mentioned && !line.mention,
            };
            if better {
                found = Some(decision(line));
            }
        }
        found.or_else(|| self.set_aside(index, range, quote))
    }

    fn set_aside(&self, index: &mut Index, range: Range, quote: &str) -> Option<Decision> {
        let words = index.vocabulary.words(quote);
        let aside = |id: Id, judgement: Judgement, rule: Option<String>| Decision {
            state: match judgement {
                Judgement::Skipped => CandidateState::Skipped,
                Judgement::Never => CandidateState::Never,
            },
            entered: None,
            verdict: Some(id),
            rule,
        };
        // A text may have been mended since: then the words count, wherever they stand now.
        let own = self
            .aside
            .iter()
            .filter(|verdict| {
                let said = verdict.quote == quote || alike(&verdict.words, &words);
                if verdict.stands { same(verdict.range, range) && (said || most(verdict.range, range)) } else { said }
            })
            .max_by_key(|verdict| (verdict.range == range, same(verdict.range, range), verdict.judgement));
        if let Some(own) = own {
            let elsewhere = self.aside.iter().any(|other| other.id != own.id && other.quote == own.quote);
            if same(own.range, range) || !elsewhere {
                return Some(aside(own.id, own.judgement, None));
            }
        }
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for word in &words {
            for at in self.holding.get(word).map_or(&[][..], Vec::as_slice) {
                *counts.entry(*at).or_default() += 1;
            }
        }
        let like = counts
            .into_iter()
            .filter(|(at, count)| jaccard(*count, words.len(), self.never[*at].words.len()) >= ALIKE)
            .max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)))
            .map(|(at, _)| &self.never[at])?;
        let reason = format!("never again like “{}”", shortened(&like.quote, QUOTED));
        Some(aside(like.id, Judgement::Never, Some(reason)))
    }

    /// What was entered from stretches that no candidate means.
    pub(super) fn unseen(&self) -> Vec<(Range, Decision)> {
        self.entered.iter().filter(|(_, _, seen)| !seen).map(|(range, line, _)| (*range, decision(line))).collect()
    }
}

fn decision(line: &DecidedLine) -> Decision {
    Decision {
        state: if line.mention { CandidateState::Mentioned } else { CandidateState::Taken },
        entered: Some((line.commitment, line.reference.clone(), line.title.clone())),
        verdict: None,
        rule: None,
    }
}

/// Whether a stretch takes in most of another: two candidates were made one, or one was made a little shorter.
fn most(of: Range, range: Range) -> bool {
    overlap(of, range) * 4 >= 3 * (range.end - range.start)
}

/// Whether two sentences say nearly the same.
fn alike(one: &[Word], other: &[Word]) -> bool {
    jaccard(common(one, other), one.len(), other.len()) >= ALIKE
}

fn jaccard(shared: usize, one: usize, other: usize) -> f32 {
    let all = one + other - shared;
    if all == 0 { 0.0 } else { shared as f32 / all as f32 }
}
