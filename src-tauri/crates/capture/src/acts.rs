//! Several undertakings in one sentence: where its verbs are joined, each could be an entry of its own.

use crate::frame::Frame;
use crate::lexicon::{form, is};
use crate::noun_act;
use crate::scene::Scene;
use crate::text;

/// Most undertakings told apart.
const MOST: usize = 12;

/// The stretches, in words; none where there is one undertaking.
pub fn split(scene: &Scene, frame: &Frame) -> Vec<(usize, usize)> {
    let first = frame.act_at;
    let count = scene.tokens.len();
    if frame.act == 0 || first >= count || noun_act::told_by(scene, frame) {
        return Vec::new();
    }
    let wanted = scene.words[first].form & (form::BASE | form::ING);
    let mut starts = vec![first];
    let end = (first..count).find(|n| scene.has(*n, is::WHICH)).unwrap_or(count).min(first + 200);
    for at in first + 1..end {
        let word = &scene.words[at];
        if starts.len() >= MOST {
            break;
        }
        if word.act == 0 || word.form & wanted == 0 || scene.looks(at, text::CAP) {
            continue;
        }
        let Some(mut before) = scene.before_adverbs(at) else { continue };
        if scene.has(before, is::TO | is::MODAL) && before > 0 {
            before -= 1;
        }
        let comma = scene.sign(before, ',') || scene.sign(before, ';');
        let and = scene.has(before, is::AND)
            && (before > 0 && (scene.sign(before - 1, ',') || scene.sign(before - 1, ';'))
                || object_follows(scene, at));
        if (comma || and) && object_follows(scene, at) && at > starts[starts.len() - 1] + 2 {
            starts.push(at);
        }
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let mut acts = Vec::with_capacity(starts.len());
    for (n, start) in starts.iter().enumerate() {
        let mut to = starts.get(n + 1).copied().unwrap_or(count);
        while to > start + 1
            && (!scene.tokens[to - 1].word() || scene.has(to - 1, is::AND | is::TO | is::ADVERB | is::MODAL))
        {
            to -= 1;
        }
        acts.push((*start, to));
    }
    acts
}

/// Whether an object follows, so that the word is a verb and no noun in a list.
fn object_follows(scene: &Scene, at: usize) -> bool {
    let next = scene.past_adverbs(at + 1);
    scene.tokens.get(next).is_some_and(|token| token.word()) && !scene.has(next, is::AND | is::OF)
}
