//! What the parties have and do together, which binds them although it is wide; and what only tells of a promise and makes none.

use crate::actor::Who;
use crate::frame::Frame;
use crate::lexicon::{form, is};
use crate::scene::{Scene, bit};
use crate::shape::pointing;
use crate::text;

/// Words for what the parties do together.
const JOINT: [u64; 22] = text::hashes([
    "cooperation",
    "operation",
    "collaboration",
    "exchanges",
    "exchange",
    "consultations",
    "contacts",
    "coordination",
    "dialogue",
    "dialogues",
    "talks",
    "negotiations",
    "discussions",
    "visits",
    "meetings",
    "exercises",
    "training",
    "relations",
    "ties",
    "projects",
    "activities",
    "efforts",
]);

/// Whether the subject of the cue is what the parties do together: "Cooperation in fisheries will be expanded", "Exchanges of
/// officers will continue". What is pointed at has been spoken of before.
pub fn joint_subject(scene: &Scene, frame: &Frame) -> bool {
    let from = frame.clause.min(frame.at);
    let start = (from..frame.at).rev().find(|n| scene.sign(*n, ',') || scene.sign(*n, ';')).map_or(from, |n| n + 1);
    let noun = (start..frame.at.min(start + 6))
        .take_while(|n| !scene.has(*n, is::PREP | is::OF | is::WHICH | is::THAT))
        .any(|n| JOINT.contains(&scene.tokens[n].hash));
    noun && matches!(frame.who, Who::Thing | Who::Nobody | Who::Body(0) | Who::All) && !pointing(scene, frame.at)
}

/// Whether the act is one on what the parties have with each other: "deepen their partnership", "expand bilateral cooperation".
pub fn own_ties(scene: &Scene, frame: &Frame) -> bool {
    const TIES: [u64; 22] = text::hashes([
        "partnership",
        "partnerships",
        "relations",
        "relationship",
        "ties",
        "cooperation",
        "operation",
        "collaboration",
        "dialogue",
        "exchanges",
        "exchange",
        "coordination",
        "consultation",
        "consultations",
        "contacts",
        "communication",
        "engagement",
        "linkages",
        "connectivity",
        "trade",
        "friendship",
        "alliance",
    ]);
    const BETWEEN: [u64; 4] = text::hashes(["bilateral", "mutual", "between", "reciprocal"]);
    let lead = if frame.act == 8 && frame.then > 0 { frame.then } else { frame.act };
    let end = (frame.act_at + 12).min(scene.tokens.len());
    let object = || (frame.act_at + 1..end).take_while(|n| scene.tokens[*n].word() || scene.sign(*n, ','));
    let theirs = |n: usize| {
        scene.has(n, is::OWN) || BETWEEN.contains(&scene.tokens[n].hash) || scene.marks[n].bits & bit::PARTY != 0
    };
    matches!(lead, 6..=8) && object().any(|n| TIES.contains(&scene.tokens[n].hash)) && object().any(theirs)
}

/// Whether the noun of a promise is only what something else shows: "the fund demonstrates their commitment to", "a testament to".
pub fn shown(scene: &Scene, frame: &Frame) -> bool {
    const SHOWS: [u64; 29] = text::hashes([
        "demonstrates",
        "demonstrate",
        "demonstrated",
        "demonstrating",
        "reflects",
        "reflect",
        "reflected",
        "reflecting",
        "shows",
        "showed",
        "showing",
        "testifies",
        "attests",
        "symbolizes",
        "symbolises",
        "embodies",
        "represents",
        "illustrates",
        "exemplifies",
        "testament",
        "testimony",
        "evidence",
        "proof",
        "expression",
        "manifestation",
        "symbol",
        "sign",
        "evidenced",
        "underpins",
    ]);
    (frame.at.saturating_sub(8)..frame.at)
        .rev()
        .take_while(|n| scene.tokens[*n].word())
        .any(|n| SHOWS.contains(&scene.tokens[n].hash))
}

/// Whether it is told of a decision itself that it was announced or taken: "The decision was announced on Monday".
pub fn told_decision(scene: &Scene, frame: &Frame) -> bool {
    const DECISIONS: [u64; 10] = text::hashes([
        "decision",
        "decisions",
        "announcement",
        "agreement",
        "statement",
        "declaration",
        "deal",
        "news",
        "result",
        "results",
    ]);
    const WAS: [u64; 3] = text::hashes(["was", "were", "been"]);
    let was = scene.before_adverbs(frame.at).filter(|n| WAS.contains(&scene.tokens[*n].hash));
    frame.passive
        && was.is_some_and(|n| n > 0 && (n.saturating_sub(3)..n).any(|n| DECISIONS.contains(&scene.tokens[n].hash)))
        && !scene.has(frame.end, is::TO | is::THAT)
}

/// Whether a cue in -ing tells to what end something else is done: "issued a statement, aiming to".
pub fn purpose(scene: &Scene, frame: &Frame) -> bool {
    frame.form & form::ING != 0
        && frame.at > 3
        && scene.sign(frame.at - 1, ',')
        && (0..frame.at).any(|n| scene.words[n].form & form::PAST != 0)
}

/// Whether the clause with that says how things stand: "agreed that the meeting had been held at the right time".
pub fn that_fact(scene: &Scene, frame: &Frame) -> bool {
    const STANDS: [u64; 7] = text::hashes(["is", "are", "was", "were", "has", "have", "had"]);
    let count = scene.tokens.len();
    let Some(that) = (frame.end..(frame.end + 3).min(count)).find(|n| scene.has(*n, is::THAT)) else { return false };
    (that + 1..(that + 16).min(count))
        .take_while(|n| !scene.has(*n, is::MODAL | is::WOULD | is::NEED) && !scene.sign(*n, ','))
        .any(|n| STANDS.contains(&scene.tokens[n].hash) && !scene.has(n + 1, is::TO))
}
