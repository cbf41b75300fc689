//! Frames: every place of a sentence where somebody may be binding himself, with the rule that fires there, who does it
//! and what is to be done. A sentence has a bounded number of them, and each looks a bounded number of words around.

use crate::Strength;
use crate::actor::{Actor, Who};
use crate::lexicon::{Kind, Tables, Tag, form, is};
use crate::scene::{Scene, bit};
use crate::text;

/// Rules of the grammar, which have no words of their own.
pub const GRAMMAR: [(&str, Strength); 10] = [
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
}

/// Most frames of a sentence.
const MOST: usize = 20;

/// What a list item takes over from its lead-in.
#[derive(Debug, Clone, Copy)]
pub struct LeadIn {
    pub rule: u16,
    pub who: Who,
}

/// Finds the frames.
pub fn frames(tables: &Tables, scene: &Scene, actors: &[Actor], lead: Option<LeadIn>, out: &mut Vec<Frame>) {
    out.clear();
    let count = scene.tokens.len();
    if let Some(lead) = lead {
        let mut frame = blank(0, 0, lead.rule, lead.who);
        frame.inherited = true;
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
        let inside = actors.get(actor).is_some_and(|actor| actor.start <= at && at < actor.end && actor.end - actor.start > 1);
        let step = if inside { None } else { at_word(tables, scene, at) };
        if let Some((rule, end, form)) = step {
            let mut frame = blank(at, end, rule, Who::Nobody);
            frame.form = form;
            place(tables, scene, actors, subject, &mut frame);
            complement(scene, &mut frame);
            at = end.max(at + 1);
            out.push(frame);
        } else {
            at += 1;
        }
    }
    for frame in out.iter_mut() {
        if frame.rule == rule::SCHEDULED {
            frame.act = scene.words[frame.at + 2].act;
            frame.act_at = frame.at + 2;
            frame.passive = true;
        }
        // "A task force will be set up": nobody is named, but somebody will do it.
        if frame.rule == rule::WILL && frame.passive && matches!(frame.act, 1..=5) && frame.who == Who::Thing && !frame.relative {
            frame.who = Who::Nobody;
        }
    }
    // A frame reaches to the next verb of its own weight at the most.
    let weighty = |frame: &Frame| frame.rule != rule::PRESENT && frame.rule != rule::UPCOMING && frame.rule != rule::NEED && tables.rules[usize::from(frame.rule)].kind != Kind::Noun;
    let ends: Vec<usize> = out.iter().map(|frame| if weighty(frame) { frame.at } else { 0 }).collect();
    for (n, frame) in out.iter_mut().enumerate() {
        let next = ends[n + 1..].iter().copied().find(|end| *end > frame.end + 2).unwrap_or(count);
        frame.scope = next.min(count).min(frame.end + 60);
    }
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
    }
}

/// The rule that fires at a word, where its cue ends, and the form of its verb.
fn at_word(tables: &Tables, scene: &Scene, at: usize) -> Option<(u16, usize, u8)> {
    let (word, mark, token) = (&scene.words[at], &scene.marks[at], &scene.tokens[at]);
    if !token.word() {
        return None;
    }
    if word.is & is::MODAL != 0 && !token.is(text::CAP) {
        return Some((rule::WILL, at + 1, 0));
    }
    if word.is & is::WOULD != 0 {
        return Some((rule::WOULD, at + 1, 0));
    }
    if mark.head != 0 && tables.rules[usize::from(mark.head - 1)].kind == Kind::Phrase {
        let end = at + usize::from(mark.head_len);
        let noun = at > 0 && scene.has(at - 1, is::DET | is::OF);
        // "look to the next decades": no verb follows.
        let empty = tables.rules[usize::from(mark.head - 1)].name == "intent.look-to" && !scene.words.get(scene.past_adverbs(end)).is_some_and(|next| next.act > 0 || next.form != 0);
        if !noun && !empty {
            return Some((mark.head - 1, end, word.form));
        }
    }
    // "efforts undertaken by companies", "quality-assured": participles that describe a noun.
    let described = word.form & form::PARTICIPLE != 0 && (scene.tokens.get(at + 1).is_some_and(|next| next.hash == text::hash("by")) && !scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::BE | is::HAVE | is::AND)) || token.is(text::GLUED));
    // "nationally determined contributions", "the agreed framework"
    let adjective = word.form & form::PARTICIPLE != 0 && matches!(tables.rules[usize::from(word.verb.max(1) - 1)].name.as_str(), "firm.decide" | "firm.agree" | "firm.announce" | "firm.approve") && {
        let next = scene.words.get(at + 1).copied().unwrap_or_default();
        let open = is::TO | is::THAT | is::PREP | is::DET | is::OWN | is::ADVERB | is::AND | is::WEEKDAY;
        next.is & open == 0 && scene.tokens.get(at + 1).is_some_and(|token| token.word() && !token.is(text::CAP) && !token.is(text::ING) && !token.is(text::NUM)) && !scene.looks(at + 1, text::LY)
            && !matches!(next.form & form::ING, form::ING) && !(scene.tokens[at + 1].hi > 0 && scene.marks[at + 1].noun != 0)
            && scene.before_adverbs(at).is_some_and(|n| scene.marks[n].bits & bit::PARTY == 0 && scene.marks[n].subject.is_none() && !scene.looks(n, text::CAP))
    };
    if word.verb > 0 && !(token.is(text::CAP) && at > 0) && !described && !adjective && verbal(scene, at) {
        // "both are firmly committed": a state, and not what is committed to here and now.
        let name = tables.rules[usize::from(word.verb - 1)].name.as_str();
        let state = match name {
            "firm.commit" => Some("firm.committed"),
            "firm.decide" if scene.has(at + 1, is::TO) => Some("firm.determined"),
            "firm.resolve" if scene.has(at + 1, is::TO) => Some("firm.determined"),
            _ => None,
        };
        if let Some(state) = state.filter(|_| word.form & form::PARTICIPLE != 0 && scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::BE)))
            && let Some(rule) = tables.rules.iter().position(|rule| rule.name == state)
        {
            return Some((u16::try_from(rule).unwrap_or(0), at + 1, word.form));
        }
        if name == "soft.encourage" && own_follows(scene, at + 1) {
            return Some((rule::ENCOURAGED, at + 1, word.form));
        }
        return Some((word.verb - 1, at + 1, word.form));
    }
    if mark.noun != 0 && !token.is(text::CAP) {
        let end = at + usize::from(mark.noun_len);
        let next = scene.words.get(end);
        let leads = next.is_some_and(|next| next.is & (is::TO | is::OF | is::THAT | is::PREP) != 0) || scene.sign(end, '(') || scene.looks(end, text::ING);
        if leads {
            return Some((mark.noun - 1, end, 0));
        }
    }
    if word.opinion == 4 && verbal(scene, at) {
        // "called on their officials to": a direction.
        let next = if scene.has(at + 1, is::PREP) { at + 2 } else { at + 1 };
        let own = own_follows(scene, next);
        if own {
            return Some((rule::CALLED, at + 1, word.form));
        }
    }
    // "to be held", "to take place".
    if word.is & is::TO != 0 {
        let be = scene.tokens.get(at + 1).is_some_and(|token| token.hash == text::hash("be"));
        if be && scene.words.get(at + 2).is_some_and(|word| word.form & form::PARTICIPLE != 0 && matches!(word.act, 1..=3)) && scene.tokens[at + 2].hash != text::hash("met") && at > 0 && !scene.has(at - 1, is::NEED) && scene.tokens[at - 1].word() && scene.words[at - 1].verb == 0 {
            return Some((rule::SCHEDULED, at + 3, 0));
        }
        return None;
    }
    if word.is & is::BE != 0 {
        let next = scene.past_adverbs(at + 1);
        let going = scene.words.get(next).is_some_and(|word| word.form & form::ING != 0 && word.verb == 0 && word.act > 0);
        let present = matches!(scene.tokens[at].hi - scene.tokens[at].lo, 2 | 3) && word.is & is::BE != 0 && (token.hash == text::hash("are") || token.hash == text::hash("is"));
        if going && present && scene.marks[next].head == 0 {
            return Some((rule::PROGRESSIVE, next + 1, form::ING));
        }
        return None;
    }
    if word.is & is::NEW != 0 && scene.has(at + 1, is::MEETING) | scene.has(at + 2, is::MEETING) && (token.hash == text::hash("upcoming") || token.hash == text::hash("next") || token.hash == text::hash("forthcoming") || token.hash == text::hash("inaugural")) {
        return Some((rule::UPCOMING, at + 1, 0));
    }
    if word.is & is::NEED != 0 && (word.is & is::DET == 0) && verbal(scene, at) {
        return Some((rule::NEED, at + 1, 0));
    }
    if word.act > 0 && word.form & (form::BASE | form::THIRD) != 0 && !token.is(text::CAP) && at > 0 && present(scene, at) {
        return Some((rule::PRESENT, at, word.form));
    }
    None
}

/// Whether one's own people follow: "their officials", "the two governments".
fn own_follows(scene: &Scene, at: usize) -> bool {
    let next = if scene.has(at, is::OWN | is::DET) { at + 1 } else { at };
    let own = |n: usize| scene.marks.get(n).is_some_and(|mark| mark.bits & bit::OWN != 0);
    // "the Insurance Authority of India": a body of a party.
    let body = (at..at + 2).any(|n| scene.marks.get(n).is_some_and(|mark| mark.bits & bit::PARTY != 0)) && (at..at + 8).any(|n| scene.has(n, is::BODY) && scene.looks(n, text::CAP));
    if body {
        return true;
    }
    // Bare "governments" may be anybody's.
    own(at) && (next > at || scene.marks[at].own_len > 1) || next > at && (own(next) || scene.has(at, is::OWN) && (next + 1..next + 5).any(own))
}

/// Whether the act verb at `at` is the finite verb of a sentence in the present.
fn present(scene: &Scene, at: usize) -> bool {
    let Some(before) = scene.before_adverbs(at) else { return false };
    scene.has(before, is::WE) && scene.tokens[before].hash == text::hash("we")
        || scene.marks[before].bits & bit::PARTY != 0 && !scene.looks(before, text::POSS)
        || matches!(scene.marks[before].subject, Some(Tag::They | Tag::Both))
        || before > 0 && matches!(scene.marks[before - 1].subject, Some(Tag::Both)) && scene.marks[before - 1].subject_len == 2
}

/// Whether a word that can be a verb is one here: by what stands before it.
pub fn verbal(scene: &Scene, at: usize) -> bool {
    let word = &scene.words[at];
    let Some(before) = scene.before_adverbs(at) else { return word.form & (form::ING | form::PARTICIPLE | form::BASE) != 0 };
    // Adverbs that double as other words do not open a sentence by themselves.
    if before == 0 && scene.has(0, is::ADVERB) && at == 1 {
        return true;
    }
    let token = &scene.tokens[before];
    let class = scene.words[before].is;
    if class & (is::TO | is::MODAL | is::WOULD | is::MAY) != 0 || token.hash == text::hash("should") || token.hash == text::hash("must") {
        return false;
    }
    if class & (is::BE | is::HAVE) != 0 {
        return word.form & (form::ING | form::PARTICIPLE) != 0;
    }
    if class & (is::DET | is::PREP | is::OWN | is::NEED) != 0 && class & (is::THAT) == 0 && !matches!(scene.marks[before].subject, Some(Tag::Thing)) || token.is(text::POSS) {
        return false;
    }
    if token.shape & text::MARK != 0 {
        return token.mark(')') || word.form & (form::PAST | form::ING | form::THIRD) != 0 || (word.form & form::BASE != 0 && followed(scene, at));
    }
    if class & is::AND != 0 {
        // "and pledge, through this partnership, to explore"
        let aside = scene.sign(at + 1, ',') && (at + 2..(at + 12).min(scene.tokens.len())).any(|n| scene.sign(n, ',') && scene.has(n + 1, is::TO));
        return word.form & (form::PAST | form::ING) != 0 || followed(scene, at) || aside;
    }
    if class & (is::WHICH | is::THAT) != 0 {
        return true;
    }
    // A past form tells itself; others need a subject right before them.
    if word.form & form::PAST != 0 {
        return true;
    }
    if word.form & form::ING != 0 {
        return scene.words[before].form & (form::ING | form::PARTICIPLE) == 0 && before > 0 && scene.sign(before, ',');
    }
    let person = token.is(text::CAP);
    let plural = scene.marks[before].subject.is_some()
        || (before > 0 && scene.marks[before - 1].subject.is_some() && scene.marks[before - 1].subject_len >= 2)
        || (before > 1 && scene.marks[before - 2].subject.is_some() && scene.marks[before - 2].subject_len >= 3);
    person || plural || side_word(scene, before)
}

fn side_word(scene: &Scene, at: usize) -> bool {
    ["side", "sides", "government", "governments", "presidents", "ministers", "leaders", "participants", "delegations", "administrations", "commission"]
        .iter()
        .any(|word| text::hash(word) == scene.tokens[at].hash)
}

/// Whether what stands after a word makes it a verb rather than a noun: to, that, an article, a gerund.
fn followed(scene: &Scene, at: usize) -> bool {
    let next = scene.past_adverbs(at + 1);
    scene.words.get(next).is_some_and(|word| word.is & (is::TO | is::THAT | is::DET | is::OWN) != 0) || scene.looks(next, text::ING) || scene.looks(next, text::CAP)
}

/// Finds the subject, what governs a noun, and the clause the cue is in.
fn place(tables: &Tables, scene: &Scene, actors: &[Actor], subject: Option<Actor>, frame: &mut Frame) {
    let kind = tables.rules[usize::from(frame.rule)].kind;
    let at = frame.at;
    let floor = subject.map_or(at.saturating_sub(40), |actor| actor.end).max(at.saturating_sub(40));
    // Clause: the nearest `which` or `that` behind the subject.
    let mut back = at;
    while back > floor.min(at) && back + 25 > at {
        back -= 1;
        if scene.has(back, is::WHICH) {
            frame.relative = true;
            break;
        }
        if scene.has(back, is::THAT) {
            frame.that = true;
            // "the facility that will": nobody acts in between.
            if back + 2 >= at {
                frame.relative = true;
            }
            break;
        }
        if scene.sign(back, ';') {
            break;
        }
    }
    if let Some(subject) = subject
        && !frame.relative
        && subject.start > 0
        && scene.has(subject.start - 1, is::THAT)
    {
        frame.that = true;
    }
    let before = scene.before_adverbs(at).map(|n| if scene.has(n, is::WEEKDAY) && n > 1 { n - 2 } else { n });
    let mut auxiliary = before;
    let mut near_end = at;
    while let Some(n) = auxiliary {
        if scene.has(n, is::BE | is::HAVE | is::TO | is::NOT) && at - n < 6 {
            if scene.has(n, is::HAVE) {
                frame.perfect = true;
                frame.had |= scene.tokens[n].hash == text::hash("had");
            }
            if scene.has(n, is::BE) && frame.form & form::PARTICIPLE != 0 && kind == Kind::Verb {
                frame.passive = true;
            }
            near_end = n;
            auxiliary = scene.before_adverbs(n);
        } else {
            break;
        }
    }
    for n in near_end..frame.end.min(scene.tokens.len()) {
        frame.negated |= scene.has(n, is::NOT);
    }
    frame.negated |= (frame.end..(frame.end + 2).min(scene.tokens.len())).any(|n| scene.has(n, is::NOT));
    let close = actors.iter().take_while(|actor| actor.start < at).filter(|actor| actor.end <= at && !actor.owns).last().copied();
    let weekday = |n: usize| if scene.has(n + 1, is::WEEKDAY) { n + 2 } else { n };
    let ends_near = |actor: &Actor| scene.past_adverbs(weekday(actor.end)) >= near_end || bracket_between(scene, actor.end, near_end);
    // "the two sides, led by their ministers, agreed": the subject stands before the aside.
    let aside = subject.filter(|actor| actor.direct && actor.end + 15 > near_end && actor.end + 2 < near_end && scene.sign(actor.end, ',') && scene.sign(near_end - 1, ','));
    if let Some(actor) = aside {
        frame.who = actor.who;
        frame.near = true;
    } else if let Some(actor) = close.filter(ends_near) {
        frame.who = actor.who;
        frame.near = true;
        if actor.who == Who::Thing || (frame.relative && matches!(actor.who, Who::Thing)) {
            frame.who = Who::Thing;
        }
        // "the work of the parties will": the subject is the work.
        if actor.start > 0 && scene.has(actor.start - 1, is::PREP) && !matches!(actor.who, Who::We | Who::They | Who::It) {
            frame.who = subject_before_of(scene, actors, &actor).unwrap_or(Who::Thing);
        }
    } else if kind == Kind::Noun {
        frame.who = owner(scene, actors, subject, at).or_else(|| subject.map(|actor| actor.who)).unwrap_or(Who::Nobody);
        frame.governor = governor(scene, at);
        frame.near = owner(scene, actors, subject, at).is_some();
    } else if frame.relative {
        frame.who = Who::Thing;
    } else if frame.rule == rule::WILL || frame.rule == rule::WOULD {
        let joined = before.is_some_and(|n| scene.has(n, is::AND) || scene.sign(n, ',') || scene.sign(n, ';'));
        let body = before.is_some_and(|n| matches!(scene.marks[n].subject, Some(Tag::Body)) || scene.has(n, is::BODY));
        frame.who = if joined { subject.map_or(Who::Nobody, |actor| actor.who) } else if body { Who::Body(0) } else { Who::Thing };
    } else if frame.passive {
        frame.who = if frame.near { frame.who } else { subject.map_or(Who::Nobody, |actor| actor.who) };
    } else {
        frame.who = subject.map_or(Who::Nobody, |actor| actor.who);
        if frame.who == Who::Nobody && (frame.form & form::ING != 0 || at == 0) {
            // "Committing to continue, the leaders": the subject follows.
            if let Some(next) = actors.iter().find(|actor| actor.start > at && actor.direct && actor.start < at + 40) {
                frame.who = next.who;
            }
        }
    }
    if frame.rule == rule::SCHEDULED {
        // "to be hosted in India" names the host; who else meets there is all of them.
        let host = scene.tokens.get(at + 3).filter(|token| token.hash == text::hash("by") || token.hash == text::hash("in")).and_then(|_| actors.iter().find(|actor| actor.start == at + 4));
        frame.who = match host.map(|actor| actor.who) {
            Some(Who::Some(mask)) if scene.tokens[at + 2].hash == text::hash("hosted") || scene.tokens[at + 3].hash == text::hash("by") => Who::Some(mask),
            _ => Who::All,
        };
    }
    if kind == Kind::Noun && frame.governor == Governor::None {
        frame.governor = governor(scene, at);
    }
    if matches!(frame.who, Who::It) && frame.passive {
        frame.who = Who::All;
        frame.rule = if frame.rule == rule::WILL { frame.rule } else { rule::PASSIVE };
    }
}

/// A bracket between a subject and its verb: "the Ministry (MeitY) will".
fn bracket_between(scene: &Scene, from: usize, to: usize) -> bool {
    from < to && to - from < 14 && (scene.sign(from, '(') && (scene.sign(to - 1, ')') || scene.has(to - 1, is::ADVERB)) || scene.sign(from, ',') && scene.sign(to - 1, ','))
}

/// "Officials of the two sides": the actor before `of`.
fn subject_before_of(scene: &Scene, actors: &[Actor], actor: &Actor) -> Option<Who> {
    let prep = actor.start - 1;
    actors.iter().rev().find(|other| other.end <= prep && other.end + 3 >= prep).map(|other| {
        let _ = scene;
        match (other.who, actor.who) {
            (Who::Body(0), Who::Some(mask)) => Who::Some(mask),
            (Who::Body(_), Who::All | Who::We) => Who::All,
            (who, _) => who,
        }
    })
}

/// Whose decision, plan or commitment: "India's plan", "their intention", "the decision of NASA and ISRO".
fn owner(scene: &Scene, actors: &[Actor], subject: Option<Actor>, at: usize) -> Option<Who> {
    let floor = at.saturating_sub(6);
    if let Some(actor) = actors.iter().rev().find(|actor| actor.owns && actor.end <= at && actor.end > floor) {
        return Some(actor.who);
    }
    for n in (floor.max(at.saturating_sub(3))..at).rev() {
        if scene.has(n, is::OWN) && scene.tokens[n].word() {
            let token = &scene.tokens[n];
            return Some(if token.hash == text::hash("our") {
                Who::We
            } else if token.hash == text::hash("their") {
                subject.map_or(Who::They, |actor| if matches!(actor.who, Who::Some(mask) if mask.count_ones() > 1) || matches!(actor.who, Who::All | Who::Body(_)) { actor.who } else { Who::They })
            } else {
                subject.filter(|actor| matches!(actor.who, Who::Some(_))).map_or(Who::It, |actor| actor.who)
            });
        }
    }
    let after = at + 1;
    if (scene.has(after, is::OF) || scene.tokens.get(after).is_some_and(|token| token.hash == text::hash("by")))
        && let Some(actor) = actors.iter().find(|actor| actor.start >= after + 1 && actor.start <= after + 2)
    {
        return Some(actor.who);
    }
    // "U.S. support", "Indian plans": an adjective right before.
    None
}

/// The verb that governs the noun at `at`.
fn governor(scene: &Scene, at: usize) -> Governor {
    let floor = at.saturating_sub(9);
    let mut n = at;
    while n > floor {
        n -= 1;
        if scene.sign(n, ';') || scene.sign(n, '.') {
            break;
        }
        let word = &scene.words[n];
        if word.opinion > 0 && word.form & (form::PAST | form::THIRD | form::BASE | form::ING) != 0 && !scene.looks(n, text::CAP) | (n == 0) {
            return match word.opinion {
                1 => Governor::Praise,
                2 => Governor::View,
                _ => Governor::Other,
            };
        }
        if word.verb > 0 && verbal(scene, n) {
            return Governor::Binding;
        }
        if matches!(scene.tokens[n].hash, hash if hash == text::hash("announced") || hash == text::hash("made") || hash == text::hash("reached")) {
            return Governor::Announce;
        }
    }
    Governor::None
}

/// What is to be done: the first act behind the cue, and the one it leads on to.
pub fn complement(scene: &Scene, frame: &mut Frame) {
    let count = scene.tokens.len();
    let mut at = scene.past_adverbs(frame.end);
    let limit = (frame.end + 14).min(count);
    // "directed their officials to": the act is behind the officials.
    let ended_in_to = frame.end > 0 && scene.has(frame.end - 1, is::TO);
    if !ended_in_to && frame.rule != rule::WILL && frame.rule != rule::WOULD && !frame.inherited && frame.rule != rule::PRESENT {
        // "the decision of the two ministries to commence": the owner stands in between.
        let owned = scene.marks[frame.at].noun != 0 && scene.has(at, is::OF);
        let limit = if owned { (frame.end + 26).min(count) } else { limit };
        let to = (at..limit).find(|n| scene.has(*n, is::TO | is::THAT));
        if let Some(to) = to
            && (to == at || to < at + 9 || owned)
        {
            if scene.has(to, is::TO) {
                at = scene.past_adverbs(to + 1);
                frame.takes = 1;
            } else {
                frame.takes = 4;
                // "agreed that they will cooperate"
                let modal = (to..(to + 16).min(count)).find(|n| scene.has(*n, is::MODAL | is::WOULD | is::NEED));
                frame.should = modal.is_none_or(|n| scene.has(n, is::NEED) || scene.tokens[n].hash == text::hash("should"));
                at = modal.map_or(to + 1, |n| scene.past_adverbs(n + 1));
            }
        } else if scene.has(at, is::PREP) {
            at = scene.past_adverbs(at + 1);
        }
    }
    let mut steps = 0;
    while at < count && steps < 5 {
        let (word, token) = (&scene.words[at], &scene.tokens[at]);
        if !token.word() {
            break;
        }
        if word.is & is::BE != 0 {
            // "will be launched", "to be held".
            let next = scene.past_adverbs(at + 1);
            if scene.words.get(next).is_some_and(|word| word.form & form::PARTICIPLE != 0 && word.act > 0) {
                frame.passive = true;
            }
            if frame.takes == 0 {
                frame.takes = 1;
            }
            at = next;
            steps += 1;
            continue;
        }
        if word.act > 0 && !(token.is(text::CAP) && at > 0 && !frame.inherited) {
            if frame.act == 0 {
                frame.act = word.act;
                frame.act_at = at;
                if frame.takes == 0 || frame.takes == 1 {
                    frame.takes = if token.is(text::ING) { 2 } else { 1 };
                }
                // "continue to work to", "work together to": the act behind it.
                let mut next = at + 1;
                let mut left = 4;
                while next < count && left > 0 && (scene.has(next, is::ADVERB | is::PREP | is::AND | is::OWN) || scene.looks(next, text::LY)) {
                    next += 1;
                    left -= 1;
                }
                if scene.has(next, is::TO) {
                    next = scene.past_adverbs(next + 1);
                }
                if let Some(word) = scene.words.get(next).filter(|word| word.act > 0 && word.form & (form::BASE | form::ING) != 0)
                    && !scene.looks(next, text::CAP)
                {
                    frame.then = word.act;
                    frame.act_at = if matches!(frame.act, 8) { next } else { at };
                }
            }
            return;
        }
        break;
    }
    // A verb that no list has: in lower case, right behind "to" or an auxiliary.
    let behind = frame.takes == 1 || (ended_in_to || frame.rule == rule::WILL || frame.rule == rule::WOULD) && frame.takes == 0;
    if frame.act == 0 && behind && at < count {
        let (word, token) = (&scene.words[at], &scene.tokens[at]);
        if token.word() && token.shape & (text::CAP | text::NUM | text::ING) == 0 && word.is == 0 && word.opinion == 0 && scene.marks[at].bits & bit::PARTY == 0 && (ended_in_to || scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::TO | is::MODAL | is::WOULD))) {
            frame.act = 12;
            frame.act_at = at;
            frame.takes = 1;
            return;
        }
    }
    if frame.act == 0 && at < count {
        let verb = scene.words[at].form & (form::BASE | form::ING) != 0 && scene.words[at].form & form::PAST == 0 && frame.takes == 1 || scene.looks(at, text::ING) && !scene.has(at, is::PREP);
        frame.takes = if frame.takes == 1 && verb { 1 } else if verb { 2 } else { 3 };
        frame.act_at = at;
    }
}

/// A frame of which nothing is known yet.
pub fn empty() -> Frame {
    blank(0, 0, rule::PRESENT, Who::Nobody)
}
