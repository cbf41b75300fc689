//! The outside of names: how far a capitalised name runs, and what stands behind it.

use crate::lexicon::{form, is};
use crate::scene::{Scene, bit};
use crate::text;

/// A government's own words for itself: "the Indian side", "the U.S. government".
pub fn side(scene: &Scene, at: usize) -> bool {
    const SIDES: [u64; 15] = text::hashes([
        "side",
        "sides",
        "government",
        "delegation",
        "administration",
        "party",
        "authorities",
        "cabinet",
        "officials",
        "leadership",
        "leaders",
        "ministers",
        "ministry",
        "governments",
        "people",
    ]);
    scene.tokens.get(at).is_some_and(|token| SIDES.contains(&token.hash))
}

/// A run of capitalised words, `of`, `for`, `and` and `the` between them.
pub fn run(scene: &Scene, from: usize) -> usize {
    let mut end = from + 1;
    let named_of = |at: usize| {
        scene.has(at, is::OF)
            || scene.tokens[at].hash == const { text::hash("for") }
            || scene.tokens[at].hash == const { text::hash("on") }
    };
    let mut body = scene.marks[from].bits & bit::PREFIX != 0;
    while end < scene.tokens.len() && end < from + 16 && !scene.looks(end - 1, text::POSS) {
        if scene.tokens[end].word()
            && (scene.looks(end, text::CAP) || scene.looks(end, text::NUM) && scene.looks(end, text::GLUED))
        {
            end += 1;
            continue;
        }
        // "Acme Motors, Inc."
        if scene.sign(end, ',')
            && scene.looks(end + 1, text::CAP)
            && scene.has(end + 1, is::OUTSIDER)
            && scene.has(end + 1, is::ABBREVIATION)
        {
            end += 2;
            end += usize::from(scene.sign(end, '.'));
            break;
        }
        if end + 1 >= scene.tokens.len() || !scene.tokens[end].word() {
            break;
        }
        if named_of(end) {
            let next = if scene.has(end + 1, is::DET) { end + 2 } else { end + 1 };
            if scene.looks(next, text::CAP) && next < scene.tokens.len() {
                body = true;
                end = next + 1;
                continue;
            }
        }
        if body
            && scene.has(end, is::AND)
            && scene.looks(end + 1, text::CAP)
            && scene.marks[end + 1].title == 0
            && scene.marks[end + 1].party == 0
        {
            end += 2;
            continue;
        }
        break;
    }
    end
}

/// Whether a verb follows at `at`, adverbs and a bracketed abbreviation left out.
pub fn verb_follows(scene: &Scene, at: usize) -> bool {
    let mut at = at;
    if scene.sign(at, '(') {
        let close = (at..scene.tokens.len().min(at + 8)).find(|n| scene.sign(*n, ')'));
        if let Some(close) = close {
            at = close + 1;
        }
    }
    // "India and the US on Tuesday agreed"
    if scene.tokens.get(at).is_some_and(|token| token.hash == const { text::hash("on") })
        && scene.has(at + 1, is::WEEKDAY)
    {
        at += 2;
    }
    if scene.sign(at, ',') {
        // "India, as chair, will": an aside of a few words.
        let close = (at + 1..scene.tokens.len().min(at + 14)).find(|n| scene.sign(*n, ','));
        if let Some(close) = close {
            let to = scene.past_adverbs(close + 1);
            return scene.has(to, is::MODAL | is::WOULD)
                || scene
                    .words
                    .get(to)
                    .is_some_and(|word| word.verb > 0 && word.form & (form::PAST | form::THIRD) != 0);
        }
        return false;
    }
    verb_follows_word(scene, scene.past_adverbs(at))
}

pub fn verb_follows_word(scene: &Scene, at: usize) -> bool {
    let Some(word) = scene.words.get(at) else { return false };
    word.is & (is::MODAL | is::WOULD | is::BE | is::HAVE | is::NEED | is::MAY) != 0
        || (word.form & !form::ING != 0 && !scene.looks(at, text::CAP))
        || scene.looks(at, text::ED) && !scene.looks(at, text::CAP)
        || (scene.marks[at].head != 0 && !scene.looks(at, text::CAP))
}
