//! Nouns that say what is to be done: "agreed on the establishment of", "looks forward to the conclusion of".

use crate::frame::{Frame, rule};
use crate::lexicon::is;
use crate::scene::Scene;
use crate::text;

/// Setting something up.
const CREATE: [u64; 20] = text::hashes([
    "establishment",
    "creation",
    "formation",
    "introduction",
    "construction",
    "development",
    "launch",
    "opening",
    "reopening",
    "resumption",
    "start",
    "commencement",
    "initiation",
    "restoration",
    "appointment",
    "installation",
    "preparation",
    "setting",
    "foundation",
    "institution",
]);
/// Meeting and telling.
const MEET: [u64; 12] = text::hashes([
    "convening",
    "holding",
    "hosting",
    "organization",
    "organisation",
    "exchange",
    "dispatch",
    "visit",
    "participation",
    "convocation",
    "meeting",
    "secondment",
]);
/// Bringing something to its end.
const FINISH: [u64; 18] = text::hashes([
    "conclusion",
    "signing",
    "signature",
    "finalization",
    "finalisation",
    "completion",
    "ratification",
    "implementation",
    "adoption",
    "renewal",
    "extension",
    "negotiation",
    "publication",
    "delivery",
    "execution",
    "fulfilment",
    "fulfillment",
    "application",
]);
/// Giving.
const GIVE: [u64; 9] = text::hashes([
    "provision",
    "granting",
    "supply",
    "transfer",
    "allocation",
    "financing",
    "funding",
    "purchase",
    "training",
]);
/// Lifting and lowering.
const TRADE: [u64; 9] = text::hashes([
    "removal",
    "abolition",
    "elimination",
    "reduction",
    "lifting",
    "exemption",
    "simplification",
    "liberalisation",
    "liberalization",
]);
/// Making more of something.
const DEEPEN: [u64; 12] = text::hashes([
    "expansion",
    "enhancement",
    "intensification",
    "promotion",
    "improvement",
    "upgrading",
    "upgrade",
    "elevation",
    "diversification",
    "deepening",
    "strengthening",
    "modernisation",
]);

/// One more than the class of the act that a noun stands for, in the order of `read::ACTS`; 0 for none.
fn class(hash: u64) -> u8 {
    let classes: [(&[u64], u8); 6] = [(&CREATE, 1), (&MEET, 2), (&FINISH, 3), (&GIVE, 4), (&TRADE, 5), (&DEEPEN, 6)];
    classes.iter().find(|(words, _)| words.contains(&hash)).map_or(0, |(_, class)| *class)
}

/// The noun of an act that opens the noun phrase at `at`, where it says of what: its class and its place.
pub fn opens(scene: &Scene, at: usize) -> Option<(u8, usize)> {
    let end = (at + 5).min(scene.tokens.len());
    for n in at..end {
        let found = class(scene.tokens[n].hash);
        if found > 0 && scene.has(n + 1, is::OF) {
            return Some((found, n));
        }
        // "the early and full implementation of": what stands before it describes it.
        if !scene.tokens[n].word() || scene.has(n, is::PREP | is::TO | is::WHICH | is::THAT | is::BE | is::MODAL) {
            return None;
        }
    }
    None
}

/// Whether the act of a frame is said by a noun.
pub fn told_by(scene: &Scene, frame: &Frame) -> bool {
    frame.act > 0
        && frame.takes == 3
        && !frame.passive
        && frame.rule != rule::PROGRESSIVE
        && scene.tokens.get(frame.act_at).is_some_and(|token| class(token.hash) == frame.act)
        && scene.has(frame.act_at + 1, is::OF)
}
