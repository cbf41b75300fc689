//! Frames: every place of a sentence where somebody may be binding himself, with the rule that fires there, who does it
//! and what is to be done. A sentence has a bounded number of them, and each looks a bounded number of words around.

use crate::Strength;
use crate::actor::{Actor, Who};
use crate::complement::complement;
use crate::cue::at_word;
use crate::lexicon::{Kind, Tables, form};
use crate::scene::Scene;
use crate::shape;
use crate::subject::place;
use crate::text;

/// Rules of the grammar, which have no words of their own.
pub const GRAMMAR: [(&str, Strength); 18] = [
    ("firm.will", Strength::Firm),
    ("firm.would", Strength::Firm),
    ("firm.scheduled", Strength::Firm),
    ("firm.progressive", Strength::Firm),
    ("soft.present", Strength::Soft),
    ("firm.called-on-own", Strength::Firm),
    ("soft.upcoming", Strength::Soft),
    ("soft.need", Strength::Soft),
    ("firm.agreed-passive", Strength::Firm),
    ("soft.encouraged-own", Strength::Soft),
    ("firm.item", Strength::Firm),
    ("firm.are-to", Strength::Firm),
    ("soft.asked", Strength::Soft),
    ("soft.may-consider", Strength::Soft),
    ("firm.item-noun", Strength::Firm),
    ("firm.outcomes", Strength::Firm),
    ("intent.plan-is", Strength::Intent),
    ("intent.being-done", Strength::Intent),
];

/// Numbers of these rules.
pub mod rule {
    pub const WILL: u16 = 0;
    pub const WOULD: u16 = 1;
    pub const SCHEDULED: u16 = 2;
    pub const PROGRESSIVE: u16 = 3;
    pub const PRESENT: u16 = 4;
    pub const CALLED: u16 = 5;
    pub const UPCOMING: u16 = 6;
    pub const NEED: u16 = 7;
    pub const PASSIVE: u16 = 8;
    pub const ENCOURAGED: u16 = 9;
    pub const ITEM: u16 = 10;
    pub const ARE_TO: u16 = 11;
    pub const ASKED: u16 = 12;
    pub const MAY_CONSIDER: u16 = 13;
    pub const ITEM_NOUN: u16 = 14;
    pub const OUTCOMES: u16 = 15;
    pub const PLAN_IS: u16 = 16;
    pub const BEING_DONE: u16 = 17;
}

/// What governs a noun: the verb before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Governor {
    /// None, or a verb of no class.
    #[default]
    None,
    /// Welcomed, applauded.
    Praise,
    /// Noted, expressed.
    View,
    /// Announced, made.
    Announce,
    /// Another binding verb.
    Binding,
    /// Called for, condemned.
    Other,
    /// Expressed, conveyed: what follows is one's own.
    Expressed,
}

/// A place where somebody may be binding himself.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// First word of the cue.
    pub at: usize,
    /// One past its last word.
    pub end: usize,
    /// The rule.
    pub rule: u16,
    /// Who.
    pub who: Who,
    /// Whether the subject stands right before the cue.
    pub near: bool,
    /// Form of the verb, as bits.
    pub form: u8,
    /// Whether it is passive.
    pub passive: bool,
    /// One more than the class of the first act, and of the one it leads on to.
    pub act: u8,
    /// See `act`.
    pub then: u8,
    /// The word of the act.
    pub act_at: usize,
    /// What governs the cue, where that is a noun.
    pub governor: Governor,
    /// Whether the cue is inside a clause with which or who.
    pub relative: bool,
    /// Whether it is inside a clause with that.
    pub that: bool,
    /// Whether have stands before it.
    pub perfect: bool,
    /// Whether had stands before it.
    pub had: bool,
    /// Whether the cue is negated.
    pub negated: bool,
    /// Whether `to` and a verb, a verb in -ing, or a noun follow: 1, 2, 3; 0 for none of them.
    pub takes: u8,
    /// Whether the clause with that says what should be, and not what will.
    pub should: bool,
    /// One past the last word that belongs to it.
    pub scope: usize,
    /// Whether it comes from a lead-in.
    pub inherited: bool,
    /// Whether that lead-in says all that is to be done.
    pub things: bool,
    /// Where the predicate begins that the cue stands in, where it is joined to another one; 0 for the first.
    pub clause: usize,
}

/// Most frames of a sentence.
const MOST: usize = 20;

/// What a list item takes over from its lead-in.
#[derive(Debug, Clone, Copy)]
pub struct LeadIn {
    pub rule: u16,
    pub who: Who,
    /// Whether it says all that is to be done, and its items only name what it is done with.
    pub things: bool,
}

/// Finds the frames.
pub fn frames(tables: &Tables, scene: &Scene, actors: &[Actor], lead: Option<LeadIn>, out: &mut Vec<Frame>) {
    out.clear();
    let count = scene.tokens.len();
    if let Some(lead) = lead {
        let mut frame = blank(0, 0, lead.rule, lead.who);
        (frame.inherited, frame.things) = (true, lead.things);
        complement(scene, &mut frame);
        out.push(frame);
    }
    let mut at = 0;
    let mut actor = 0;
    let mut subject: Option<Actor> = None;
    while at < count && out.len() < MOST {
        while actor < actors.len() && actors[actor].end <= at {
            if actors[actor].direct || (subject.is_none() && actors[actor].start == 0 && !actors[actor].owns) {
                subject = Some(actors[actor]);
            }
            actor += 1;
        }
        let inside =
            actors.get(actor).is_some_and(|actor| actor.start <= at && at < actor.end && actor.end - actor.start > 1);
        let step = if inside { None } else { at_word(tables, scene, at) };
        if let Some((rule, end, form)) = step {
            let mut frame = blank(at, end, rule, Who::Nobody);
            frame.form = form;
            frame.clause = shape::clause(scene, at);
            place(tables, scene, actors, subject, &mut frame);
            complement(scene, &mut frame);
            at = end.max(at + 1);
            out.push(frame);
        } else {
            at += 1;
        }
    }
    for frame in out.iter_mut() {
        // "are opening routes that will serve": the clause with that speaks of the routes.
        if frame.rule == rule::PROGRESSIVE && frame.takes == 4 {
            let act = frame.end - 1;
            (frame.act, frame.act_at, frame.then, frame.takes) = (scene.words[act].act, act, 0, 3);
        }
        if frame.rule == rule::SCHEDULED {
            frame.act = scene.words[frame.at + 2].act;
            frame.act_at = frame.at + 2;
            frame.passive = true;
        }
        if frame.rule == rule::BEING_DONE {
            let done = frame.end - 1;
            (frame.act, frame.act_at, frame.takes, frame.passive) = (scene.words[done].act, done, 1, true);
            frame.who = Who::Nobody;
        }
        // "A yearly review was agreed upon": what it is stands before the cue.
        if frame.passive && frame.act == 0 && frame.takes == 3 && !frame.relative {
            let agreed = matches!(tables.rules[usize::from(frame.rule)].name.as_str(), "firm.agree" | "firm.decide");
            frame.act = if agreed { 12 } else { 0 };
        }
        // "A task force will be set up": nobody is named, but somebody will do it.
        if matches!(frame.rule, rule::WILL | rule::WOULD)
            && frame.passive
            && matches!(frame.act, 1..=5 | 12)
            && matches!(frame.who, Who::Thing | Who::Other(..))
            && !frame.relative
        {
            frame.who = agent(scene, actors, frame.act_at, 8).unwrap_or(Who::Nobody);
        }
        // "The next forum will be hosted by Fiji": whatever the forum is.
        if matches!(frame.rule, rule::WILL | rule::WOULD)
            && frame.passive
            && let Some(who @ Who::Some(_)) = agent(scene, actors, frame.act_at, 1)
        {
            (frame.who, frame.near) = (who, true);
        }
        // "A grant was pledged by Japan."
        let verb = tables.rules[usize::from(frame.rule)].kind == Kind::Verb && frame.form & form::PARTICIPLE != 0;
        if verb
            && frame.passive
            && matches!(frame.who, Who::Thing | Who::Other(..) | Who::Nobody)
            && let Some(who) = agent(scene, actors, frame.at, 2)
        {
            (frame.who, frame.near) = (who, true);
        }
    }
    // A frame reaches to the next verb of its own weight at the most.
    let weighty = |frame: &Frame| {
        frame.rule != rule::PRESENT
            && frame.rule != rule::UPCOMING
            && frame.rule != rule::NEED
            && frame.rule != rule::ASKED
            && tables.rules[usize::from(frame.rule)].kind != Kind::Noun
    };
    for n in 0..out.len() {
        let end = out[n].end;
        let next = out[n + 1..].iter().find(|next| weighty(next) && next.at > end + 2).map_or(count, |next| next.at);
        out[n].scope = next.min(count).min(end + 60);
    }
}

/// Who does what is said in the passive: "will be financed by ICCR".
fn agent(scene: &Scene, actors: &[Actor], act: usize, within: usize) -> Option<Who> {
    let by = (act + 1..=act + within)
        .find(|n| scene.tokens.get(*n).is_some_and(|token| token.hash == const { text::hash("by") }))?;
    actors
        .iter()
        .find(|actor| actor.start == by + 1 && !actor.owns)
        .map(|actor| actor.who)
        .filter(|who| *who != Who::Thing)
}

fn blank(at: usize, end: usize, rule: u16, who: Who) -> Frame {
    Frame {
        at,
        end,
        rule,
        who,
        near: false,
        form: 0,
        passive: false,
        act: 0,
        then: 0,
        act_at: end,
        governor: Governor::None,
        relative: false,
        that: false,
        perfect: false,
        had: false,
        negated: false,
        takes: 0,
        should: false,
        scope: end,
        inherited: false,
        things: false,
        clause: 0,
    }
}

/// A frame of which nothing is known yet.
pub fn empty() -> Frame {
    blank(0, 0, rule::PRESENT, Who::Nobody)
}
