//! What a frame looks like in numbers: a few dozen plain properties, each with a name that people can read. The weights file
//! gives every name its weight; nothing else decides.

use crate::Strength;
use crate::actor::Who;
use crate::catalog::{ACTS, BLOCKS, OBJECT, OBJECTS, SUBJECTS, family, object_of, subject};
use crate::counts::{
    BID, CALL, CONCRETE, Counts, DONE, ENSURE, MAY, MEETING, MONEY, NAMES, NEED, NEW, NUMBER, PRAISE, SPECIFIC, VAGUE,
    VALUES,
};
use crate::frame::{Frame, Governor, rule};
use crate::lexicon::{Kind, Tables, form, is};
use crate::scene::{Scene, bit};
use crate::shape::{self, Object, Opening, Standing};
use crate::text;
use crate::ties;

/// What is known of the text around a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around {
    /// Number of the sentence among those of the text.
    pub number: usize,
    /// Whether the text is of a group of many.
    pub group: bool,
    /// Whether it is a memorandum.
    pub memorandum: bool,
    /// Whether it is a report of the press.
    pub press: bool,
    /// Whether it is a list item.
    pub item: bool,
    /// Whether the sentence has no full stop and is short.
    pub heading: bool,
    /// Whether it is in quotes.
    pub quote: bool,
    /// Whether a deadline was found.
    pub due: bool,
    /// Whether it is among the first sentences.
    pub opening: bool,
    /// Whether it ends in a colon, so that what is promised follows.
    pub colon: bool,
    /// Whether the sentence is near the end of the text.
    pub closing: bool,
}
/// Collects the numbers of the features that hold, and can say their names.
pub struct Features<'a> {
    tables: &'a Tables,
    /// Numbers of those that hold.
    pub on: Vec<u16>,
    counts: Counts,
}

impl<'a> Features<'a> {
    /// None yet.
    pub fn new(tables: &'a Tables) -> Self {
        Self { tables, on: Vec::with_capacity(64), counts: Counts::default() }
    }

    fn set(&mut self, feature: usize) {
        self.on.push(u16::try_from(feature).unwrap_or(u16::MAX));
    }

    fn when(&mut self, holds: bool, name: usize) {
        if holds {
            self.set(BLOCKS.plain + name);
        }
    }

    /// Those of one frame in its sentence.
    pub fn frame(&mut self, scene: &Scene, frame: &Frame, around: &Around) {
        self.on.clear();
        // What only names a thing of its lead-in promises nothing by itself, whatever else stands in it.
        if frame.inherited && frame.things && shape::opening(scene, frame) == Opening::Thing {
            self.when(true, 0);
            self.when(true, 116);
            return;
        }
        let family = family(self.tables, frame);
        let subject = subject(frame.who);
        let act = usize::from(frame.act);
        let lead = if matches!(frame.act, 8) && frame.then > 0 { usize::from(frame.then) } else { act };
        self.set(BLOCKS.family + family);
        self.set(BLOCKS.subject + subject);
        self.set(BLOCKS.act + lead);
        self.set(BLOCKS.family_act + family * ACTS + act);
        self.set(BLOCKS.family_subject + family * SUBJECTS.len() + subject);
        self.set(BLOCKS.rule + usize::from(frame.rule));
        self.plain(scene, frame, around, family);
    }

    /// Looks once at the whole sentence, before its frames are asked for.
    pub fn sentence(&mut self, scene: &Scene) {
        self.counts.sentence(scene);
    }

    /// How many of a kind stand between two places.
    fn between(&self, what: usize, from: usize, to: usize) -> usize {
        self.counts.between(what, from, to)
    }

    fn plain(&mut self, scene: &Scene, frame: &Frame, around: &Around, family: usize) {
        let count = scene.tokens.len();
        let (from, to) = (frame.end.min(count), frame.scope.min(count).max(frame.end.min(count)));
        let values = self.between(VALUES, from, to.min(from + 30));
        // "A council of transport ministers will be set up": what is promised stands before the cue.
        let about = if shape::told_before(self.tables, scene, frame) { frame.clause.min(frame.at) } else { from };
        let (concrete, names) = (self.between(CONCRETE, about, to), self.between(NAMES, about, to));
        let (number, money, new) =
            (self.between(NUMBER, about, to) > 0, self.between(MONEY, about, to) > 0, self.between(NEW, about, to) > 0);
        let meeting = self.between(MEETING, about, to) > 0;
        let whole = self.counts.whole;
        // What stands in another predicate of the sentence says nothing of this one.
        let clause = frame.clause.min(frame.at);
        let (call, praise) = (self.between(CALL, clause, frame.at) > 0, self.between(PRAISE, clause, frame.at) > 0);
        // "If the test succeeds, the two sides will build": promised all the same, and the condition stands apart.
        let party = frame.near && matches!(frame.who, Who::All | Who::We | Who::They | Who::Some(_) | Who::Body(_));
        let apart = party && family == 0 && (whole.condition.saturating_add(2)..frame.at).any(|n| scene.sign(n, ','));
        let condition = whole.condition < frame.at && !apart;
        let first = if whole.first.0 < frame.at { whole.first.1 } else { 0 };
        // "recognise the importance of talks and will hold them": what matters stands in another clause.
        let important = whole.important.is_some_and(|at| {
            at >= clause
                && at + 10 > frame.at
                && frame.end + 12 > at
                && !(at..frame.at).any(|n| scene.looks(n, text::MARK))
        });
        let past = whole.past;
        // "Pursuant to this Memorandum, the Participants will": what is promised stands behind the reference.
        let referred = frame.near
            && matches!(frame.who, Who::All | Who::We | Who::They | Who::Some(_) | Who::Body(_))
            && (whole.boilerplate_at + 2..frame.at).any(|n| scene.sign(n, ','));
        let boilerplate = whole.boilerplate && !referred;
        let (need, may) = (self.between(NEED, clause, to) > 0, self.between(MAY, clause, to) > 0);
        let name = self.tables.rules[usize::from(frame.rule)].name.as_str();
        let soft = matches!(family, 4..=6 | 9);
        let noun = matches!(family, 7..=9);
        let firm = matches!(family, 0 | 2);
        let act = frame.act;
        self.when(true, 0);
        self.when(true, 1 + values.min(3));
        self.when(true, 5 + concrete.min(2));
        self.when(true, 8 + names.min(2));
        self.when(number, 11);
        self.when(money, 12);
        self.when(around.due, 13);
        self.when(count < 6, 14);
        self.when((32..60).contains(&count), 15);
        self.when(count >= 60, 16);
        self.when(around.opening, 17);
        self.when(around.closing, 18);
        self.when(around.group, 19);
        self.when(around.memorandum, 20);
        self.when(around.press, 21);
        self.when(around.item, 22);
        self.when(around.heading, 23);
        self.when(around.quote, 24);
        // "international law" and "disputes" are boilerplate in a memorandum, and a matter of politics elsewhere.
        self.when(boilerplate && around.memorandum, 25);
        self.when(boilerplate && !around.memorandum, 101);
        self.when(frame.negated, 26);
        self.when(condition, 27);
        self.when(need, 28);
        self.when(may, 29);
        self.when(frame.perfect, 30);
        self.when(frame.relative, 31);
        self.when(frame.that, 32);
        self.when(frame.near, 33);
        self.when(frame.passive, 34);
        self.when(frame.form & form::ING != 0, 35);
        self.when(frame.form & form::PAST != 0, 36);
        match frame.takes {
            1 => self.when(true, 37),
            2 => self.when(true, 38),
            3 => self.when(true, 39),
            4 => self.when(true, 40),
            _ => {}
        }
        self.when(frame.inherited, 41);
        match frame.governor {
            Governor::None => {}
            Governor::Praise => self.when(true, 42),
            Governor::View => self.when(true, 43),
            Governor::Announce => self.when(true, 45),
            Governor::Binding => self.when(true, 46),
            Governor::Other => self.when(true, 47),
            Governor::Expressed => self.when(true, 135),
        }
        self.when(call, 48);
        self.when(praise, 49);
        self.when(first == 1, 50);
        self.when(first == 2, 51);
        self.when(first == 3, 52);
        self.when(praise && self.between(DONE, from, to) > 0, 53);
        self.when(meeting, 54);
        self.when(new, 55);
        self.when(around.group && soft, 56);
        self.when(around.group && family == 11, 57);
        self.when(around.memorandum && family == 3, 58);
        self.when(values > 1 && firm, 59);
        self.when(values > 0 && soft, 60);
        self.when(values > 0 && noun, 61);
        self.when(concrete > 0 && soft, 62);
        self.when(concrete > 0 && noun, 63);
        self.when(names > 0 && soft, 64);
        self.when(names > 0 && noun, 65);
        self.when(important, 66);
        self.when(frame.then == 9, 67);
        self.when(frame.then == 11, 68);
        self.when((1..=5).contains(&frame.then), 69);
        self.when(frame.then == 6, 70);
        self.when(act == 7, 72);
        self.when(past, 73);
        self.when(frame.rule != rule::WILL && noun && frame.takes == 1, 74);
        self.when(act == 11 && values > 0, 75);
        self.when(frame.had, 76);
        // "will have", "will be able": a state and no act.
        let next = scene.past_adverbs(frame.end);
        self.when(matches!(family, 0 | 1) && act == 0 && scene.has(next, is::BE | is::HAVE), 86);
        self.when(family == 3 && frame.passive && !frame.inherited, 87);
        self.when(frame.rule == rule::PROGRESSIVE && (matches!(act, 1..=4) || names > 0 && act == 0), 88);
        let object = (frame.act_at + 1).min(count);
        let vague = self.between(VAGUE, object, (object + 8).min(to.max(object))) > 0;
        // "The two sides agreed to", "the Ministers decided that they will": who says this binds himself, however wide the object is.
        let state = matches!(
            name,
            "firm.announce"
                | "firm.approve"
                | "firm.accept"
                | "firm.committed"
                | "firm.determined"
                | "firm.united"
                | "firm.resolve"
        );
        let binds = (family == 2 && party && !state || frame.rule == rule::PASSIVE)
            && matches!(frame.takes, 1 | 2)
            && act > 0
            && !frame.negated
            && (values < 3 || name != "firm.commit");
        // "will deepen their partnership": wide, but theirs.
        let ties = matches!(family, 0 | 2 | 3 | 11) && frame.near || name == "firm.noun.determination";
        let told = frame.takes == 4 || frame.that && matches!(frame.who, Who::Thing | Who::Nobody);
        let ties = ties && !told && !frame.relative && !frame.negated && ties::own_ties(scene, frame);
        self.when(ties, 158);
        let expressed = name == "firm.noun.determination" && frame.governor == Governor::Expressed;
        let expressed = expressed && matches!(act, 1..=7) && frame.takes == 1 && values < 2;
        let ready =
            expressed || matches!(name, "soft.stand-ready" | "soft.noun.readiness") && frame.takes == 1 && act > 0;
        self.when(vague && concrete == 0 && names == 0, if binds || ties || ready { 150 } else { 89 });
        self.when(binds, 149);
        self.when(family == 0 && party && act > 0 && act != 11 && !frame.relative, 151);
        self.when(around.group && name == "soft.support", 90);
        self.when(scene.words[from..to].iter().take(8).any(|word| word.is & is::OWN != 0) && noun, 91);
        self.when(values > 1 && family == 0 && !ties, 92);
        // "The convention is to be put before both parliaments": as surely as it will be.
        let is_to = frame.rule == rule::SCHEDULED && frame.at > 0 && scene.has(frame.at - 1, is::BE);
        let is_to = is_to || frame.rule == rule::ARE_TO;
        self.when((family == 0 || is_to) && frame.passive && matches!(act, 1..=4) && !frame.relative, 93);
        self.when(frame.takes == 4 && frame.should, 95);
        // "will continue to call on", "continue to condemn"
        let behind = (frame.end..(frame.end + 4).min(count)).any(|n| {
            scene.words[n].opinion > 1
                && scene.words[n].act == 0
                && scene.words[n].form & form::BASE != 0
                && n > 0
                && (scene.has(n - 1, is::TO) || n == frame.end)
        });
        self.when(behind, 96);
        self.when(
            matches!(name, "soft.support" | "soft.encourage")
                && (frame.takes == 2
                    || scene
                        .tokens
                        .get(frame.end)
                        .is_some_and(|token| token.hash == const { text::hash("continued") })),
            97,
        );
        self.when(frame.takes == 4 && !frame.should && act > 0 && matches!(family, 2 | 7), 94);
        self.when(around.colon, 80);
        self.when(self.between(ENSURE, from, to) > 0, 81);
        let plan = name.ends_with("noun.plan")
            || name.ends_with("noun.proposal")
            || name.ends_with("noun.decision")
            || name.ends_with("noun.intention")
            || name.ends_with("noun.announcement")
            || name.ends_with("noun.pledge");
        let planned = plan && matches!(frame.takes, 1 | 4);
        // "noted India's plans to" takes note of them, "expressed their intention to" has them.
        let noted = frame.governor == Governor::View;
        self.when(
            planned && !noted && !matches!(frame.governor, Governor::None | Governor::Binding | Governor::Other),
            82,
        );
        // "welcomed the decision to": somebody's, and not said whose.
        self.when(planned && frame.governor == Governor::Praise && !frame.near, 138);
        // Another state's wish to join is supported, which is a courtesy.
        self.when(noun && self.between(BID, from, to.min(from + 14)) > 0, 139);
        self.when(planned && noted, 44);
        // "This platform will", "It will": what is said of a thing named before, and its effects.
        self.when(matches!(family, 0 | 1 | 3) && whole.pointing && frame.at < 8, 98);
        // "We protected our citizens by expanding our cooperation": what was done, and no word that promises.
        self.when(
            (noun && frame.governor != Governor::Expressed || family == 11)
                && whole.told < frame.at
                && clause <= whole.told,
            99,
        );
        self.when((noun || soft) && whole.discussed < frame.at && clause <= whole.discussed, 100);
        self.when(noun && frame.near, 83);
        self.when(frame.passive && around.due && matches!(act, 1..=3) && matches!(family, 0 | 11), 84);
        self.when(
            (frame.rule == rule::PROGRESSIVE || name.starts_with("intent.work"))
                && matches!(frame.who, crate::actor::Who::All | crate::actor::Who::We | crate::actor::Who::Some(_))
                && frame.takes == 1,
            85,
        );
        self.when(name == "soft.explore" && frame.form & form::PAST != 0, 77);
        self.when(soft && meeting, 78);
        self.when(name == "firm.announce" && frame.takes != 1, 79);
        // How much is said that only this sentence says: words that no list has, names, numbers, things that can be ticked off.
        let specific = self.between(SPECIFIC, about, to.min(from + 30));
        self.when(true, 102 + specific.min(3));
        let general = specific < 2 && names + concrete == 0 && !number && !money && !meeting;
        self.when(general && firm, 106);
        self.when(general && matches!(family, 3..=9), 107);
        // "The agreement will create jobs": what comes of a thing. "The work will include": what is done in it.
        let effect = act > 0 && scene.words.get(frame.act_at).is_some_and(|word| word.effect);
        let thing = matches!(frame.who, Who::Thing | Who::Other(..) | Who::Nobody) || shape::pointing(scene, frame.at);
        // "A council will be set up": somebody does it, and it comes of nothing.
        let done = frame.passive && matches!(family, 0 | 1);
        let thing = thing && !done && !frame.inherited && frame.who != Who::It;
        let others = family == 3 && (frame.passive || shape::others_do(scene, frame));
        self.when(effect && (thing && matches!(family, 0 | 1 | 3 | 4) || others), 136);
        self.when(effect && frame.who == Who::It, 137);
        let lasting = matches!(act, 8 | 11) && frame.then == 0;
        // "The partnership will shape": a way of living together, and no programme with parts.
        const BONDS: [u64; 5] = text::hashes(["partnership", "alliance", "relationship", "friendship", "cooperation"]);
        let bond = frame.at > 0 && BONDS.contains(&scene.tokens[frame.at - 1].hash);
        let programme = !effect && !lasting && act > 0 && family == 0 && frame.who == Who::Thing && !bond;
        self.when(programme && !frame.relative, 71);
        self.more(scene, frame, around, family);
        self.shape(scene, frame, around, family);
    }

    /// Ways of speaking that neither the cue nor the act tells.
    fn more(&mut self, scene: &Scene, frame: &Frame, around: &Around, family: usize) {
        let count = scene.tokens.len();
        let (from, to) = (frame.end.min(count), frame.scope.min(count).max(frame.end.min(count)));
        let name = self.tables.rules[usize::from(frame.rule)].name.as_str();
        // "ties in trade, energy, water and transport": a list makes a wide word definite.
        self.when(self.counts.listed(from, to) && (from..to).any(|n| scene.has(n, is::AND)), 140);
        self.when(shape::courtesy(scene, frame), 141);
        // "declared their support", "announced their solidarity": how things stand, and no act.
        let state = || {
            (from..(from + 5).min(count)).find(|n| scene.marks[*n].noun != 0).is_some_and(|n| {
                self.tables.rules[usize::from(scene.marks[n].noun - 1)].strength == Strength::Soft
                    && !scene.has(n + 1, is::TO)
            })
        };
        self.when(family == 2 && frame.takes == 3 && name == "firm.announce" && state(), 142);
        self.when(matches!(family, 7..=9) && shape::talked_of(scene, frame), 143);
        self.when(frame.rule == rule::PRESENT && around.memorandum && shape::contracting(scene, frame), 144);
        self.when(shape::preamble(scene), 145);
        let unlisted = frame.end > 0 && scene.words.get(frame.end - 1).is_some_and(|word| word.act == 0);
        self.when(frame.rule == rule::PROGRESSIVE && unlisted, 146);
        self.when(frame.that && shape::reported(scene, frame), 147);
        // "on the following lines of effort to launch it:": what is promised stands in the items.
        let follows =
            |to: usize| (from..to.min(count)).any(|n| scene.tokens[n].hash == const { text::hash("following") });
        self.when(around.colon && follows(count) || frame.takes != 1 && follows(from + 3), 152);
        self.when(frame.takes == 4 && !frame.passive && family != 11 && shape::that_thing(scene, frame), 153);
        self.when(name == "intent.noun.goal" && around.due && frame.takes == 1, 154);
        // "the decision to cut taxes was a good step", "the agreement on visas came into force": it is spoken of as over.
        const WAS: [u64; 4] = text::hashes(["was", "were", "came", "entered"]);
        let was = || {
            let at = (from..count.min(from + 26)).find(|n| WAS.contains(&scene.tokens[*n].hash));
            at.is_some_and(|n| n > from + 1 && !scene.has(n - 1, is::WHICH | is::THAT))
        };
        self.when(matches!(family, 7..=9) && was(), 155);
        let joint = matches!(family, 0 | 1)
            && (frame.passive || matches!(frame.act, 7 | 8) || scene.has(frame.end, is::ADVERB))
            && ties::joint_subject(scene, frame);
        self.when(joint, 157);
        self.when(matches!(family, 7..=9) && ties::shown(scene, frame), 159);
        // "reaffirmed their commitment to open a consulate": an act, and no creed.
        let values = self.between(VALUES, from, to.min(from + 30));
        let creed = matches!(frame.act, 0 | 11) || values > 1;
        let noun = matches!(name, "firm.noun.commitment" | "firm.noun.determination" | "firm.noun.pledge");
        self.when(noun && matches!(frame.takes, 1 | 2) && !creed && !frame.relative, 163);
        self.when(frame.takes == 4 && family == 2 && ties::that_fact(scene, frame), 164);
        self.when(family == 2 && ties::told_decision(scene, frame), 160);
        self.when(matches!(family, 3 | 4) && ties::purpose(scene, frame), 161);
        self.when(frame.relative && family == 0 && self.between(CALL, 0, frame.at) > 0, 156);
        let nothing = self.between(CONCRETE, from, to) + self.between(NAMES, from, to) == 0
            && self.between(SPECIFIC, from, to.min(from + 30)) == 0
            && self.between(NUMBER, from, to) == 0;
        self.when(nothing && !around.due && self.between(VALUES, from, to.min(from + 30)) > 1, 148);
    }

    /// How the cue stands in its sentence, and what its act is aimed at.
    fn shape(&mut self, scene: &Scene, frame: &Frame, around: &Around, family: usize) {
        let kind = self.tables.rules[usize::from(frame.rule)].kind;
        let weak = !matches!(family, 0..=3);
        let object = shape::object(self.tables, scene, frame);
        let lead = if matches!(frame.act, 8) && frame.then > 0 { frame.then } else { frame.act };
        self.set(BLOCKS.act_object + usize::from(lead) * OBJECTS.len() + object as usize);
        self.set(BLOCKS.family_object + family * OBJECTS.len() + object as usize);
        self.when(true, OBJECT + object as usize);
        self.when(weak && matches!(object, Object::Value | Object::Work | Object::Promise), 108);
        self.when(weak && matches!(object, Object::Meeting | Object::Concrete | Object::Name), 109);
        if kind == Kind::Noun && !frame.inherited {
            match shape::standing(scene, frame.at) {
                Standing::Expressed => {}
                Standing::Aside => self.when(true, 110),
                // "set the goal to": a goal is set and shared before it is sought.
                Standing::Carried => self.when(object_of(self.tables, frame) != "goal", 111),
                Standing::First => self.when(true, 112),
            }
        }
        let subordinate = !frame.inherited && shape::subordinate(scene, frame.at);
        self.when(subordinate, 113);
        // "as we strive to reach": told by the way.
        self.when(subordinate && !matches!(family, 0..=2), 162);
        let lasting = !matches!(frame.act, 2 | 3);
        self.when(matches!(family, 0 | 1 | 3) && lasting && shape::pointing(scene, frame.at), 114);
        self.when(kind == Kind::Verb && matches!(family, 3..=6) && shape::others_do(scene, frame), 115);
        if frame.inherited {
            let opening = shape::opening(scene, frame);
            self.when(opening == Opening::Thing && !frame.things, 120);
            self.when(opening == Opening::Moment && frame.rule == rule::ITEM, 117);
        }
        let dated = |n: usize| scene.words[n].month > 0 || scene.looks(n, text::NUM) && scene.tokens[n].value > 1900;
        self.when(frame.form & form::PAST != 0 && kind == Kind::Verb && (0..frame.at.min(8)).any(dated), 118);
        self.when(around.group && frame.rule == rule::ASKED, 119);
        self.when(frame.rule == rule::PRESENT && around.due && matches!(frame.act, 1..=4), 121);
        let work = kind == Kind::Noun && matches!(object_of(self.tables, frame), "effort" | "cooperation" | "support");
        let now = scene.before_adverbs(frame.at).is_some_and(|n| scene.has(n, is::BE)) && frame.form & form::ING != 0;
        self.when(object_of(self.tables, frame) == "explore" && now, 123);
        self.when(object_of(self.tables, frame) == "approve" && frame.form & form::PAST != 0, 124);
        self.when(scene.bits & bit::LEGAL != 0, 125);
        self.when(frame.relative && kind == Kind::Verb && frame.form & form::PAST != 0, 126);
        self.when(work && matches!(frame.governor, Governor::Praise | Governor::View), 122);
    }
}
