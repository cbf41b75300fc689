//! How strongly a sentence binds: by its word, by the act behind it, and by whether a named act is promised or a general line
//! repeated. In mixed sentences the strongest counts.

use crate::Strength;
use crate::feature::Around;
use crate::frame::{Frame, Governor, rule};
use crate::lexicon::{Kind, Tables, form, is};
use crate::scene::{Scene, bit};
use crate::shape;
use crate::text;
use crate::ties;

/// How much weaker than the best a frame may be and still speak for the strength.
const MARGIN: f32 = 1.3;

/// Of a sentence, by its frames.
pub fn of(tables: &Tables, scene: &Scene, frames: &[Frame], sums: &[f32], best: usize, around: &Around) -> Strength {
    let near =
        |n: &usize| *n == best || sums[*n] >= tables.weights.enough(around.group) && sums[*n] + MARGIN >= sums[best];
    let found = (0..frames.len())
        .filter(near)
        .filter(|n| *n == best || !looked_forward_to(tables, frames, *n))
        .map(|n| one(tables, scene, frames, n, around))
        .min_by_key(|strength| *strength as u8);
    found.unwrap_or(Strength::Firm)
}

/// Whether a cue stands in what is only looked forward to: "look forward to working together to".
fn looked_forward_to(tables: &Tables, frames: &[Frame], n: usize) -> bool {
    n > 0
        && tables.rules[usize::from(frames[n - 1].rule)].name == "soft.look-forward"
        && frames[n].at <= frames[n - 1].end + 1
}

/// Of one frame.
fn one(tables: &Tables, scene: &Scene, frames: &[Frame], n: usize, around: &Around) -> Strength {
    let due = around.due;
    let frame = &frames[n];
    let found = &tables.rules[usize::from(frame.rule)];
    // "The Parties exchange lists": in a treaty the present binds.
    if frame.rule == rule::PRESENT && around.memorandum && shape::contracting(scene, frame) {
        return Strength::Firm;
    }
    // "The two sides set a target of": a target is decided on.
    if frame.rule == rule::PRESENT && sets_a_goal(tables, scene, frame) {
        // "set the goal to double": how far, and no figure.
        let end = (frame.act_at + 1..(frame.act_at + 8).min(scene.tokens.len())).find(|n| scene.has(*n, is::TO));
        let to = end.is_some_and(|n| scene.marks[n - 1].noun > 0);
        return if to { Strength::Intent } else { Strength::Firm };
    }
    // "decided to explore", "will seek": the act is weaker than the word that binds.
    let lead = if frame.act == 8 && frame.then > 0 { frame.then } else { frame.act };
    // "discussed how they will": the promise is talked about.
    let talked = n > 0
        && frames[..n].iter().any(|before| {
            tables.rules[usize::from(before.rule)].name == "soft.explore"
                && before.end + 14 > frame.at
                && how(scene, before.end, frame.at)
        });
    // "It is envisaged that the works will begin": no more than that.
    let envisaged = frame.that
        && frames[..n].iter().any(|before| {
            let rule = &tables.rules[usize::from(before.rule)];
            rule.strength == Strength::Intent
                && rule.kind != Kind::Noun
                && before.end + 12 > frame.at
                && scene.has(before.end, is::THAT)
        });
    if envisaged && matches!(frame.rule, rule::WILL | rule::WOULD) {
        return Strength::Intent;
    }
    // "will assess the projects": work, and no mere thought of it.
    const WORK: [u64; 6] = text::hashes(["assess", "assessed", "evaluate", "evaluated", "assessing", "evaluating"]);
    let work = matches!(frame.rule, rule::WILL | rule::WOULD)
        && (frame.act_at..frame.act_at + 3)
            .any(|n| scene.tokens.get(n).is_some_and(|token| WORK.contains(&token.hash)));
    // "will explore a scheme and expand cooperation": the strongest counts.
    let more = frame.rule == rule::WILL && does_more(scene, frame.act_at);
    if lead == 9 && !work && !more || talked {
        return Strength::Soft;
    }
    // "1. Work towards", "Strive to": an item may be weaker than its lead-in.
    if frame.inherited && found.strength == Strength::Firm && frame.act_at < 4 {
        let towards = (frame.act_at + 1..frame.act_at + 3).any(|n| {
            scene.tokens.get(n).is_some_and(|token| {
                token.hash == const { text::hash("towards") } || token.hash == const { text::hash("toward") }
            })
        });
        if towards && lead == 7 {
            return Strength::Intent;
        }
    }
    if lead == 10 && found.strength == Strength::Firm {
        return Strength::Intent;
    }
    // "announced plans to", "announced its intention to"
    let intends = |n: usize| {
        scene.marks[n].noun > 0
            && tables.rules[usize::from(scene.marks[n].noun - 1)].strength == Strength::Intent
            && matches!(
                tables.rules[usize::from(scene.marks[n].noun - 1)].name.as_str(),
                "intent.noun.plan" | "intent.noun.intention"
            )
    };
    if found.name == "firm.announce" && (frame.end..(frame.end + 4).min(scene.tokens.len())).any(intends) {
        return Strength::Intent;
    }
    if frame.rule == rule::PROGRESSIVE && scene.words.get(frame.end.saturating_sub(1)).is_some_and(|word| word.act == 7)
    {
        let leads = (frame.end..(frame.end + 14).min(scene.tokens.len())).any(|n| {
            scene.has(n, is::TO) || scene.looks(n, 0) && scene.tokens[n].hash == const { text::hash("toward") }
        });
        return if leads { Strength::Intent } else { Strength::Firm };
    }
    // "is likely to take place"
    if frame.rule == rule::ARE_TO
        && (frame.at..frame.end).any(|n| scene.tokens[n].hash == const { text::hash("likely") })
    {
        return Strength::Intent;
    }
    // "will work to ease", "will work in good faith to": the end is aimed at, where "will work together to" says what is done.
    let work = scene.tokens.get(frame.act_at).is_some_and(|token| token.hash == const { text::hash("work") });
    if work && matches!(frame.rule, rule::WILL | rule::WOULD) && !frame.passive {
        let next = scene.past_adverbs(frame.act_at + 1);
        let faith = scene.tokens.get(next + 2).is_some_and(|token| token.hash == const { text::hash("faith") });
        if scene.has(next, is::TO) && next < frame.act_at + 3 && !together(scene, frame.act_at + 1, next)
            || faith && scene.has(next + 3, is::TO)
        {
            return Strength::Intent;
        }
    }
    // "will make efforts to": so is this.
    let efforts = matches!(frame.rule, rule::WILL | rule::WOULD)
        && frames.iter().any(|other| {
            tables.rules[usize::from(other.rule)].name == "intent.efforts-to"
                && (frame.end..frame.end + 3).contains(&other.at)
        });
    if efforts {
        return Strength::Intent;
    }
    // "will work towards": so is this.
    let next = (frame.act_at + 1..frame.act_at + 4).find(|n| {
        scene.tokens.get(*n).is_some_and(|token| {
            token.hash == const { text::hash("towards") } || token.hash == const { text::hash("toward") }
        })
    });
    if lead == 7 && next.is_some() && matches!(frame.rule, rule::WILL | rule::WOULD) && !frame.passive {
        return Strength::Intent;
    }
    let repeated =
        found.kind == Kind::Noun && matches!(frame.governor, Governor::Binding | Governor::View | Governor::None);
    // "reaffirmed their determination to deepen the Strategic Partnership": a general line, although it bears a name.
    const AGAIN: [u64; 8] = text::hashes([
        "reaffirmed",
        "reaffirm",
        "reaffirms",
        "reaffirming",
        "reiterated",
        "reiterate",
        "reiterates",
        "reiterating",
    ]);
    let again = (frame.at.saturating_sub(5)..frame.at).any(|n| AGAIN.contains(&scene.tokens[n].hash));
    if found.name == "firm.noun.determination" && again && !due && ties::own_ties(scene, frame) {
        return Strength::Soft;
    }
    let general =
        matches!(found.name.as_str(), "firm.noun.commitment" | "firm.noun.determination" | "firm.noun.pledge")
            && repeated
            || found.name == "firm.committed"
                && frame.takes == 3
                && scene.words[frame.at].is & is::BE != 0
                && scene.tokens[frame.at].hi - scene.tokens[frame.at].lo > 3;
    // "their commitment to finish the road": an act of which one can ask whether it was done.
    let promise = matches!(found.name.as_str(), "firm.noun.commitment" | "firm.noun.pledge");
    let definite = promise && frame.takes == 1 && matches!(frame.act, 1 | 3);
    if general && !due && !definite && !names_an_act(scene, frame) {
        return Strength::Soft;
    }
    found.strength
}

/// Whether another act is joined to the one at `act`: "explore a scheme and expand cooperation"; not "explore ways to build and expand".
fn does_more(scene: &Scene, act: usize) -> bool {
    let end = scene.tokens.len().min(act + 24);
    (act + 2..end)
        .take_while(|n| scene.tokens[*n].word() && !scene.has(*n, is::TO | is::WHICH | is::THAT))
        .filter(|n| scene.has(*n, is::AND))
        .any(|n| {
            let verb = scene.past_adverbs(n + 1);
            let object = scene.tokens.get(verb + 1).is_some_and(text::Token::word)
                && !scene.has(verb + 1, is::PREP | is::OF | is::AND | is::BE | is::MODAL);
            object
                && scene.words.get(verb).is_some_and(|word| matches!(word.act, 1..=6) && word.form & form::BASE != 0)
                && !scene.looks(verb, text::CAP)
        })
}

/// Whether an aim is set at the frame: "set the target of".
fn sets_a_goal(tables: &Tables, scene: &Scene, frame: &Frame) -> bool {
    let goal = |n: usize| {
        scene.marks[n].noun > 0 && tables.rules[usize::from(scene.marks[n].noun - 1)].name == "intent.noun.goal"
    };
    scene.tokens.get(frame.act_at).is_some_and(|token| token.hash == const { text::hash("set") })
        && (frame.act_at + 1..(frame.act_at + 6).min(scene.tokens.len())).any(goal)
}

/// Whether "together", "jointly" or "closely" stands between two places.
fn together(scene: &Scene, from: usize, to: usize) -> bool {
    const WORDS: [u64; 4] = text::hashes(["together", "jointly", "closely", "quickly"]);
    (from..to).any(|n| WORDS.contains(&scene.tokens[n].hash))
}

/// Whether "how" or "that" stands between two places.
fn how(scene: &Scene, from: usize, to: usize) -> bool {
    (from..to).any(|n| scene.tokens[n].hash == const { text::hash("how") })
}

/// Whether what is promised bears a name, a dialogue, a framework, a working group, or a price.
fn names_an_act(scene: &Scene, frame: &Frame) -> bool {
    let to = frame.scope.min(frame.end + 24).min(scene.tokens.len());
    const MONEY: [u64; 6] = text::hashes(["million", "billion", "dollars", "euros", "pounds", "yen"]);
    (frame.end..to).any(|n| {
        scene.sign(n, '$')
            || scene.sign(n, '€')
            || scene.looks(n, text::NUM) && scene.tokens.get(n + 1).is_some_and(|unit| MONEY.contains(&unit.hash))
            || scene.looks(n, text::CAP)
                && (scene.has(n, is::BODY | is::MEETING | is::OCCASION) || scene.marks[n].bits & bit::CONCRETE != 0)
    })
}
