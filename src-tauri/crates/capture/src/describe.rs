//! What only describes: what an agreement is for and what comes of it, the law it is carried out under, and what has been agreed before.

use crate::actor::Who;
use crate::frame::{Frame, rule};
use crate::lexicon::{form, is};
use crate::scene::Scene;
use crate::text;

/// Words for what has been agreed on paper.
const PAPERS: [u64; 13] = text::hashes([
    "mou",
    "mous",
    "memorandum",
    "memoranda",
    "memorandums",
    "understanding",
    "agreement",
    "agreements",
    "treaty",
    "treaties",
    "accord",
    "accords",
    "pact",
]);

/// Whether the cue promises nothing, although it looks like a promise.
pub fn only(scene: &Scene, frame: &Frame) -> bool {
    // Of what a memorandum is for, only what can be ticked off is more than its description.
    const FACILITATE: [u64; 4] = text::hashes(["facilitate", "facilitating", "support", "supporting"]);
    let aim = frame.inherited && frame.rule == rule::PLAN_IS && frame.who == Who::All;
    aim && (!matches!(frame.act, 1..=5)
        || FACILITATE.contains(&scene.tokens[frame.act_at.min(scene.tokens.len() - 1)].hash))
        || !frame.inherited
            && match frame.rule {
                rule::WILL => {
                    effect(scene, frame)
                        || negotiated(scene, frame)
                        || within_which(scene, frame)
                        || lawful(scene, frame)
                }
                rule::UPCOMING => welcomed(scene, frame),
                _ => false,
            }
}

/// Whether a paper is said to further something: "The MOUs will strengthen the ties between them". Where a number is named, it is more.
fn effect(scene: &Scene, frame: &Frame) -> bool {
    const FURTHERS: [u64; 14] = text::hashes([
        "strengthen",
        "deepen",
        "enhance",
        "boost",
        "promote",
        "foster",
        "improve",
        "facilitate",
        "increase",
        "expand",
        "support",
        "benefit",
        "reinforce",
        "encourage",
    ]);
    let paper = scene.before_adverbs(frame.at).is_some_and(|n| PAPERS.contains(&scene.tokens[n].hash));
    let verb = scene.past_adverbs(frame.end);
    paper
        && scene.tokens.get(verb).is_some_and(|token| FURTHERS.contains(&token.hash))
        && !(verb..scene.tokens.len()).any(|n| scene.looks(n, text::NUM))
}

/// Whether it is told of a paper that is still talked about: "The agreement, which is being negotiated, will set rules".
fn negotiated(scene: &Scene, frame: &Frame) -> bool {
    const OPEN: [u64; 8] = text::hashes([
        "negotiated",
        "negotiation",
        "negotiations",
        "discussed",
        "discussion",
        "finalised",
        "finalized",
        "drafted",
    ]);
    const NOW: [u64; 3] = text::hashes(["being", "under", "still"]);
    let Some(close) = scene.before_adverbs(frame.at).filter(|n| scene.sign(*n, ',')) else { return false };
    let open = (close.saturating_sub(14)..close).rev().find(|n| scene.sign(*n, ','));
    open.is_some_and(|open| {
        open > 0
            && PAPERS.contains(&scene.tokens[open - 1].hash)
            && (open + 1..close).any(|n| NOW.contains(&scene.tokens[n].hash))
            && (open + 1..close).any(|n| OPEN.contains(&scene.tokens[n].hash))
    })
}

/// Whether the clause says what a framework is for: "a framework within which the Participants will collaborate".
fn within_which(scene: &Scene, frame: &Frame) -> bool {
    const FRAMES: [u64; 8] =
        text::hashes(["framework", "frameworks", "basis", "terms", "principles", "context", "umbrella", "structure"]);
    (frame.at.saturating_sub(6)..frame.at).any(|n| {
        n > 1 && scene.has(n, is::WHICH) && scene.has(n - 1, is::PREP) && FRAMES.contains(&scene.tokens[n - 2].hash)
    })
}

/// Whether nothing is said but that the law holds: "will conduct all activities under this MOU in accordance with its laws".
fn lawful(scene: &Scene, frame: &Frame) -> bool {
    const DO: [u64; 12] = text::hashes([
        "conduct",
        "carry",
        "perform",
        "implement",
        "undertake",
        "act",
        "operate",
        "exercise",
        "fulfil",
        "fulfill",
        "apply",
        "execute",
    ]);
    const ALL: [u64; 7] =
        text::hashes(["activities", "obligations", "provisions", "responsibilities", "mou", "memorandum", "duties"]);
    const UNDER: [u64; 6] = text::hashes(["accordance", "conformity", "compliance", "consistent", "subject", "line"]);
    const LAWS: [u64; 7] =
        text::hashes(["constitution", "constitutions", "law", "laws", "legislation", "regulations", "constitutional"]);
    let end = scene.tokens.len().min(frame.end + 30);
    let find =
        |from: usize, to: usize, words: &[u64]| (from..end.min(to)).find(|n| words.contains(&scene.tokens[*n].hash));
    let verb = scene.past_adverbs(frame.end);
    let first = scene.tokens.get(verb).is_some_and(|token| DO.contains(&token.hash));
    let under = find(verb, end, &UNDER).filter(|_| first);
    under.is_some_and(|under| {
        find(verb, verb + 6, &ALL).is_some_and(|n| n < under) && find(under, under + 8, &LAWS).is_some()
    })
}

/// Whether a meeting was welcomed that has been held: "welcomed the inaugural meeting of the Council".
fn welcomed(scene: &Scene, frame: &Frame) -> bool {
    let at = frame.at;
    let inaugural = scene.tokens[at].hash == const { text::hash("inaugural") };
    let praised =
        (at.saturating_sub(3)..at).any(|n| scene.words[n].opinion == 1 && scene.words[n].form & form::PAST != 0);
    let ahead = (at + 1..scene.tokens.len())
        .any(|n| scene.has(n, is::TO) || scene.words[n].month > 0 || scene.looks(n, text::NUM));
    inaugural && praised && !ahead
}
