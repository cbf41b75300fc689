//! The features by number and by name: blocks of pairs, then plain properties, then one for every rule. The weights file knows them
//! by their names alone.

use crate::actor::Who;
use crate::frame::{Frame, rule};
use crate::lexicon::{Kind, Tables};
use crate::{Strength, read};

/// How many classes of acts there are, none included.
pub const ACTS: usize = read::ACTS.len() + 1;
/// What an act can be aimed at, in the order of `shape::Object`.
pub const OBJECTS: [&str; 8] = ["none", "value", "work", "promise", "meeting", "concrete", "name", "plain"];
/// Who can act.
pub const SUBJECTS: [&str; 9] = ["nobody", "all", "we", "they", "some", "body", "it", "other", "thing"];
/// Kinds of cues.
const FAMILIES: [&str; 12] = [
    "will",
    "would",
    "firm",
    "intent",
    "soft",
    "reaffirm",
    "affirm",
    "noun-firm",
    "noun-intent",
    "noun-soft",
    "opinion",
    "grammar",
];

/// Features of the sentence, then of acts, subjects and so on: the first number of each block.
pub struct Blocks {
    pub family: usize,
    pub subject: usize,
    pub act: usize,
    pub family_act: usize,
    pub family_subject: usize,
    pub act_object: usize,
    pub family_object: usize,
    pub plain: usize,
    pub rule: usize,
}

/// Where they begin.
pub const BLOCKS: Blocks = {
    let family = 0;
    let subject = family + FAMILIES.len();
    let act = subject + SUBJECTS.len();
    let family_act = act + ACTS;
    let family_subject = family_act + FAMILIES.len() * ACTS;
    let act_object = family_subject + FAMILIES.len() * SUBJECTS.len();
    let family_object = act_object + ACTS * OBJECTS.len();
    let plain = family_object + FAMILIES.len() * OBJECTS.len();
    let rule = plain + PLAIN.len();
    Blocks { family, subject, act, family_act, family_subject, act_object, family_object, plain, rule }
};

/// The first of the plain properties that say what an act is aimed at.
pub const OBJECT: usize = 127;

/// Properties with a name of their own.
const PLAIN: [&str; 165] = [
    "bias",
    "values.0",
    "values.1",
    "values.2",
    "values.3+",
    "concrete.0",
    "concrete.1",
    "concrete.2+",
    "names.0",
    "names.1",
    "names.2+",
    "number",
    "money",
    "due",
    "short",
    "long",
    "very-long",
    "opening",
    "closing",
    "group",
    "memorandum",
    "press",
    "item",
    "heading",
    "quote",
    "boilerplate",
    "negated",
    "condition",
    "need",
    "may",
    "perfect",
    "relative",
    "that",
    "near",
    "passive",
    "ing",
    "past",
    "takes.to",
    "takes.ing",
    "takes.noun",
    "takes.that",
    "inherited",
    "governor.praise",
    "governor.view",
    "noted-plan",
    "governor.announce",
    "governor.binding",
    "governor.other",
    "call-before",
    "praise-before",
    "praise-first",
    "view-first",
    "concern-first",
    "done-after-praise",
    "meeting",
    "new",
    "group&soft",
    "group&grammar",
    "memorandum&intent",
    "values&firm",
    "values&soft",
    "values&noun",
    "concrete&soft",
    "concrete&noun",
    "names&soft",
    "names&noun",
    "importance",
    "then.explore",
    "then.value",
    "then.concrete",
    "then.deepen",
    "programme",
    "together",
    "past-time",
    "commit-noun",
    "act&values",
    "had",
    "explored",
    "soft&near-meeting",
    "announce-thing",
    "colon",
    "ensuring",
    "praised-plan",
    "owned-noun",
    "scheduled-passive",
    "working-on",
    "state",
    "passive-intent",
    "progressive-concrete",
    "vague-object",
    "group&support",
    "near-reference",
    "values&will",
    "passive-act",
    "that-will",
    "that-should",
    "opinion-act",
    "support-ing",
    "pointing",
    "told-before",
    "discussed-before",
    "law",
    "specific.0",
    "specific.1",
    "specific.2",
    "specific.3+",
    "general&firm",
    "general&weak",
    "weak&object.value",
    "weak&object.real",
    "noun-aside",
    "noun-carried",
    "noun-first",
    "subordinate",
    "pointing-effect",
    "others-do",
    "item-thing",
    "item-moment",
    "dated-past",
    "group&called",
    "item-noun",
    "present&due",
    "praised-work",
    "exploring",
    "approved",
    "legal",
    "relative-told",
    "object.none",
    "object.value",
    "object.work",
    "object.promise",
    "object.meeting",
    "object.concrete",
    "object.name",
    "object.plain",
    "governor.expressed",
    "effect",
    "effect-of-it",
    "praised-plan-of-nobody",
    "bid",
    "enumerated",
    "courtesy",
    "declared-state",
    "talked-of",
    "legal-present",
    "preamble",
    "ongoing-unlisted",
    "reported",
    "values-only",
    "binds-itself",
    "vague&binding",
    "will-act",
    "leads-in",
    "that-thing",
    "goal&due",
    "noun-was",
    "called-thing",
    "joint-work",
    "own-ties",
    "shown",
    "told-decision",
    "purpose",
    "by-the-way",
    "commit-to-act",
    "that-fact",
];

/// How many features there are.
pub fn count(tables: &Tables) -> usize {
    BLOCKS.rule + tables.rules.len()
}

/// The name of a feature.
pub fn name(tables: &Tables, feature: usize) -> String {
    let act = |n: usize| if n == 0 { "none" } else { read::ACTS[n - 1] };
    if feature >= BLOCKS.rule {
        return tables.rules.get(feature - BLOCKS.rule).map_or_else(String::new, |rule| format!("rule {}", rule.name));
    }
    if feature >= BLOCKS.plain {
        return PLAIN[feature - BLOCKS.plain].to_owned();
    }
    if feature >= BLOCKS.family_object {
        let n = feature - BLOCKS.family_object;
        return format!("{} on {}", FAMILIES[n / OBJECTS.len()], OBJECTS[n % OBJECTS.len()]);
    }
    if feature >= BLOCKS.act_object {
        let n = feature - BLOCKS.act_object;
        return format!("act {} on {}", act(n / OBJECTS.len()), OBJECTS[n % OBJECTS.len()]);
    }
    if feature >= BLOCKS.family_subject {
        let n = feature - BLOCKS.family_subject;
        return format!("{} by {}", FAMILIES[n / SUBJECTS.len()], SUBJECTS[n % SUBJECTS.len()]);
    }
    if feature >= BLOCKS.family_act {
        let n = feature - BLOCKS.family_act;
        return format!("{} to {}", FAMILIES[n / ACTS], act(n % ACTS));
    }
    if feature >= BLOCKS.act {
        return format!("act {}", act(feature - BLOCKS.act));
    }
    if feature >= BLOCKS.subject {
        return format!("subject {}", SUBJECTS[feature - BLOCKS.subject]);
    }
    format!("family {}", FAMILIES[feature])
}

/// The number of who acts.
pub fn subject(who: Who) -> usize {
    match who {
        Who::Nobody => 0,
        Who::All => 1,
        Who::We => 2,
        Who::They => 3,
        Who::Some(_) => 4,
        Who::Body(_) => 5,
        Who::It => 6,
        Who::Other(..) => 7,
        Who::Thing => 8,
    }
}

/// The number of the kind of a cue.
pub fn family(tables: &Tables, frame: &Frame) -> usize {
    let found = &tables.rules[usize::from(frame.rule)];
    match (frame.rule, found.kind, found.strength) {
        (rule::WILL, ..) => 0,
        (rule::WOULD, ..) => 1,
        (_, Kind::Grammar, _) => 11,
        (_, Kind::Noun, Strength::Firm) => 7,
        (_, Kind::Noun, Strength::Intent) => 8,
        (_, Kind::Noun, Strength::Soft) => 9,
        (_, _, Strength::Soft) if found.name == "soft.reaffirm" => 5,
        (_, _, Strength::Soft) if found.name == "soft.affirm" => 6,
        (_, _, Strength::Firm) => 2,
        (_, _, Strength::Intent) => 3,
        (_, _, Strength::Soft) => 4,
    }
}

/// The last part of the name of a noun's rule.
pub fn object_of<'t>(tables: &'t Tables, frame: &Frame) -> &'t str {
    tables.rules[usize::from(frame.rule)].name.rsplit('.').next().unwrap_or("")
}
