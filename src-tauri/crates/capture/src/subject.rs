//! Whose promise a cue is: the subject before it, the owner of a noun, the verb that governs it, the clause it stands in.

use crate::Strength;
use crate::actor::{Actor, Who};
use crate::cue::verbal;
use crate::frame::{Frame, Governor, rule};
use crate::lexicon::{Kind, Tables, Tag, form, is};
use crate::scene::{Scene, bit};
use crate::text;

/// Finds the subject, what governs a noun, and the clause the cue is in.
pub fn place(tables: &Tables, scene: &Scene, actors: &[Actor], subject: Option<Actor>, frame: &mut Frame) {
    let kind = tables.rules[usize::from(frame.rule)].kind;
    let at = frame.at;
    // "the fund, which will": the word itself is the subject, and says so.
    let whole = subject.filter(|actor| !scene.has(actor.start, is::WHICH));
    let floor = whole.map_or(at.saturating_sub(40), |actor| actor.end).max(at.saturating_sub(40));
    // Clause: the nearest `which` or `that` behind the subject.
    let mut back = at;
    while back > floor.min(at) && back + 25 > at {
        back -= 1;
        if scene.has(back, is::WHICH) {
            // "The year 2025, which marks the centenary, shall be": the aside is closed.
            let closed = scene.before_adverbs(at).is_some_and(|n| scene.sign(n, ','));
            if back > 0 && scene.sign(back - 1, ',') && closed {
                break;
            }
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
    // "the partnership, which the President announced": told of a thing, and no promise of this sentence.
    if let Some(subject) = subject
        && subject.start > 0
        && scene.has(subject.start - 1, is::WHICH)
        && !(subject.end..at).any(|n| scene.looks(n, text::MARK))
    {
        frame.relative = true;
    }
    let before = scene.before_adverbs(at).map(|n| if scene.has(n, is::WEEKDAY) && n > 1 { n - 2 } else { n });
    let mut auxiliary = before;
    let mut near_end = at;
    while let Some(n) = auxiliary {
        if scene.has(n, is::BE | is::HAVE | is::TO | is::NOT) && at - n < 6 {
            if scene.has(n, is::HAVE) {
                frame.perfect = true;
                frame.had |= scene.tokens[n].hash == const { text::hash("had") } && !reported(scene, n);
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
    // "noted talks that ease trade, and committed to conclude them": joined to the first verb, and not part of what stands between.
    // An auxiliary goes with every form: "noted the delays and will".
    let any = form::PAST | form::THIRD | form::BASE;
    let finite = if matches!(frame.rule, rule::WILL | rule::WOULD) { any } else { frame.form & any };
    let joined = subject.filter(|actor| {
        let main = scene.past_adverbs(actor.end);
        let told = scene.words.get(main).is_some_and(|word| {
            word.form & finite != 0 && (word.verb > 0 || word.opinion > 0 || word.act > 0) && main + 1 < at
        });
        kind != Kind::Noun && actor.direct && told && before.is_some_and(|n| scene.has(n, is::AND))
    });
    if joined.is_some() {
        (frame.that, frame.relative) = (false, false);
    }
    // "spare no effort to": the words of the cue deny nothing.
    let own = if kind == Kind::Phrase { at } else { frame.end.min(scene.tokens.len()) };
    for n in near_end..own {
        frame.negated |= denies(scene, n);
    }
    let spared = scene.tokens.get(frame.end).is_some_and(|token| token.hash == const { text::hash("spare") });
    // "agreed not to raise the fees": to leave something undone is promised as well.
    let promised = kind == Kind::Verb
        && matches!(tables.rules[usize::from(frame.rule)].strength, Strength::Firm)
        && scene.has(frame.end, is::NOT)
        && scene.has(frame.end + 1, is::TO);
    frame.negated |=
        !spared && !promised && (frame.end..(frame.end + 2).min(scene.tokens.len())).any(|n| denies(scene, n));
    let close = actors
        .iter()
        .take_while(|actor| actor.start < at)
        .filter(|actor| actor.end <= at && !actor.owns)
        .last()
        .copied();
    let weekday = |n: usize| if scene.has(n + 1, is::WEEKDAY) { n + 2 } else { n };
    let ends_near = |actor: &Actor| {
        scene.past_adverbs(weekday(actor.end)) >= near_end || bracket_between(scene, actor.end, near_end)
    };
    // "the two sides, led by their ministers, agreed": the subject stands before the aside.
    let aside = subject.filter(|actor| {
        actor.direct
            && actor.end + 34 > near_end
            && actor.end + 2 < near_end
            && scene.sign(actor.end, ',')
            && scene.sign(near_end - 1, ',')
    });
    let aside = with_others(scene, actors, near_end).or(aside);
    if let Some(actor) = joined.filter(|_| close.is_none_or(|actor| !ends_near(&actor))) {
        frame.who = actor.who;
        frame.near = true;
    } else if let Some(actor) = aside {
        frame.who = actor.who;
        frame.near = true;
    } else if let Some(actor) = close.filter(ends_near) {
        frame.who = actor.who;
        frame.near = true;
        if actor.who == Who::Thing || (frame.relative && matches!(actor.who, Who::Thing)) {
            frame.who = Who::Thing;
        }
        // "the work of the parties will", "work by Indian and Chilean agencies will": the subject is the work.
        let pair = actor.start > 2
            && scene.has(actor.start - 1, is::AND)
            && scene.marks[actor.start - 2].bits & bit::PARTY != 0;
        // "at Malaba/Tororo": one place with two names.
        let places = actor.start > 2 && scene.sign(actor.start - 1, '/');
        let start = if pair || places { actor.start - 2 } else { actor.start };
        if start > 0 && scene.has(start - 1, is::PREP | is::TO) && !matches!(actor.who, Who::We | Who::They | Who::It) {
            frame.who = subject_before_of(scene, actors, &Actor { start, ..actor }).unwrap_or(Who::Thing);
        }
    } else if kind == Kind::Noun {
        frame.who = owner(scene, actors, subject, at).or_else(|| subject.map(|actor| actor.who)).unwrap_or(Who::Nobody);
        frame.governor = governor(scene, at);
        frame.near = owner(scene, actors, subject, at).is_some();
    } else if frame.relative {
        frame.who = Who::Thing;
    } else if frame.rule == rule::WILL || frame.rule == rule::WOULD {
        let joined = before.is_some_and(|n| scene.has(n, is::AND) || scene.sign(n, ',') || scene.sign(n, ';'));
        // "this partnership will": in small letters it is no body that could act.
        const THINGS: [u64; 2] = text::hashes(["partnership", "alliance"]);
        let body = before.is_some_and(|n| {
            (matches!(scene.marks[n].subject, Some(Tag::Body)) || scene.has(n, is::BODY))
                && (scene.looks(n, text::CAP) || !THINGS.contains(&scene.tokens[n].hash))
        });
        frame.who = if joined {
            subject.map_or(Who::Nobody, |actor| actor.who)
        } else if body {
            Who::Body(0)
        } else {
            Who::Thing
        };
    } else if frame.passive {
        frame.who = if frame.near { frame.who } else { subject.map_or(Who::Nobody, |actor| actor.who) };
    } else {
        frame.who = subject.map_or(Who::Nobody, |actor| actor.who);
        // "The relationship continues to grow": a noun that is nobody stands right before its verb.
        let noun = before.is_some_and(|n| {
            scene.tokens[n].word() && scene.words[n].is & (is::AND | is::TO | is::WHICH | is::THAT | is::PREP) == 0
        });
        if frame.who == Who::Nobody && noun && frame.form & (form::THIRD | form::PAST | form::BASE) != 0 && at > 1 {
            frame.who = Who::Thing;
        }
        if frame.who == Who::Nobody && (frame.form & form::ING != 0 || at == 0) {
            // "Committing to continue, the leaders": the subject follows.
            if let Some(next) = actors.iter().find(|actor| actor.start > at && actor.direct && actor.start < at + 40) {
                frame.who = next.who;
            }
        }
    }
    // "a programme under which Korea will train": what stands behind the preposition is a promise of its own.
    let under = frame.relative
        && frame.near
        && matches!(frame.who, Who::Some(_) | Who::All | Who::Body(_))
        && close.is_some_and(|actor| {
            actor.start > 1
                && (actor.start.saturating_sub(2)..actor.start)
                    .any(|n| scene.has(n, is::WHICH) && n > 0 && scene.has(n - 1, is::PREP))
        });
    frame.relative &= !under;
    // "Morocco, which intends to double": the party itself.
    if frame.relative && frame.who == Who::Thing {
        let told = actors.iter().find(|actor| {
            matches!(actor.who, Who::Some(_))
                && !actor.owns
                && scene.sign(actor.end, ',')
                && scene.has(actor.end + 1, is::WHICH)
                && scene.past_adverbs(actor.end + 2) == near_end
                && (actor.start == 0
                    || !scene.has(actor.start - 1, is::PREP) && !scene.looks(actor.start - 1, text::MARK))
        });
        frame.who = told.map_or(Who::Thing, |actor| actor.who);
    }
    // "can count on Canada to continue": the one who is counted on.
    if tables.rules[usize::from(frame.rule)].name == "firm.count-on"
        && let Some(actor) = actors.iter().find(|actor| (frame.end..frame.end + 3).contains(&actor.start))
        && !actor.owns
    {
        (frame.who, frame.near) = (actor.who, true);
    }
    // "Argentina, Chile to build a tunnel": all that are named.
    if frame.rule == rule::ARE_TO && scene.has(at, is::TO) {
        let all = actors.iter().filter(|actor| actor.end <= at).fold(0, |all, actor| match actor.who {
            Who::Some(mask) => all | mask,
            _ => all,
        });
        if all != 0 {
            (frame.who, frame.near) = (Who::Some(all), true);
        }
    }
    if frame.rule == rule::PLAN_IS {
        frame.who = owner(scene, actors, subject, at).unwrap_or(Who::Nobody);
        frame.near = true;
    }
    if frame.rule == rule::OUTCOMES {
        frame.who = Who::All;
    }
    if frame.rule == rule::SCHEDULED {
        // "to be hosted in India" names the host; who else meets there is all of them.
        let host = scene
            .tokens
            .get(at + 3)
            .filter(|token| token.hash == const { text::hash("by") } || token.hash == const { text::hash("in") })
            .and_then(|_| actors.iter().find(|actor| actor.start == at + 4));
        frame.who = match host.map(|actor| actor.who) {
            Some(Who::Some(mask))
                if scene.tokens[at + 2].hash == const { text::hash("hosted") }
                    || scene.tokens[at + 3].hash == const { text::hash("by") } =>
            {
                Who::Some(mask)
            }
            _ => Who::All,
        };
    }
    if kind == Kind::Noun && frame.governor == Governor::None {
        frame.governor = governor(scene, at);
    }
    if matches!(frame.who, Who::It) && frame.passive {
        frame.who = Who::All;
        if frame.rule != rule::WILL && tables.rules[usize::from(frame.rule)].strength == Strength::Firm {
            frame.rule = rule::PASSIVE;
        }
    }
    // "The opening is scheduled for May": nobody is named, but somebody will do it.
    if frame.who == Who::Thing && tables.rules[usize::from(frame.rule)].name == "firm.scheduled-for" {
        frame.who = Who::Nobody;
    }
    // "China announced that all goods will be exempted": whoever says so will see to it.
    if matches!(frame.rule, rule::WILL | rule::WOULD)
        && matches!(frame.who, Who::Thing | Who::Nobody | Who::Body(0))
        && scene.has(scene.past_adverbs(frame.end), is::BE)
        && let Some(who) = announcer(scene, actors, at)
    {
        frame.who = who;
    }
    // "Crown Prince Salem told reporters that the kingdom will": whoever says so speaks of himself.
    if matches!(frame.rule, rule::WILL | rule::WOULD)
        && matches!(frame.who, Who::Thing | Who::Nobody | Who::Body(0) | Who::Other(..))
        && let Some(who) = own_country(scene, actors, near_end)
    {
        (frame.who, frame.near, frame.relative) = (who, true, false);
    }
    // "The Omani ministers announced they would": those of one side, who speak of themselves.
    if frame.who == Who::They
        && let Some(told) = actors.iter().rev().find(|actor| actor.end < at && actor.direct && actor.who != Who::They)
        && matches!(told.who, Who::Some(mask) if mask.count_ones() == 1)
        && plural(scene, told)
    {
        frame.who = told.who;
    }
    // "Neither side will build a post".
    let neither = |actor: &Actor| scene.tokens[actor.start].hash == const { text::hash("neither") };
    frame.negated |= frame.near && subject.is_some_and(|actor| neither(&actor));
    // "We'll build".
    if scene.tokens[at].hash == const { text::hash("we'll") } {
        (frame.who, frame.near) = (Who::We, true);
    }
    // "There will be a working group": nobody is named, but it will be there.
    let there = before.is_some_and(|n| scene.tokens[n].hash == const { text::hash("there") });
    if there && matches!(frame.rule, rule::WILL | rule::WOULD) {
        frame.who = Who::Nobody;
    }
}

/// Whether an actor is several people: "Omani ministers".
fn plural(scene: &Scene, actor: &Actor) -> bool {
    let last = actor.end - 1;
    scene.looks(last, text::S) && scene.marks[last].bits & bit::PARTY == 0 && scene.marks[actor.start].title == 0
}

/// Whether what stands at `at` is told in reported speech, which sets the present back: "he said that they had agreed".
fn reported(scene: &Scene, at: usize) -> bool {
    const SAID: [u64; 9] =
        text::hashes(["said", "says", "added", "stated", "announced", "confirmed", "informed", "reported", "told"]);
    (at.saturating_sub(12)..at).any(|n| SAID.contains(&scene.tokens[n].hash))
}

/// Whether the word at `n` denies what follows: not in "not only", "no later than", "without delay".
pub fn denies(scene: &Scene, n: usize) -> bool {
    // "will no longer be stopped": an end is put to something.
    const MEASURE: [u64; 9] =
        text::hashes(["only", "just", "merely", "later", "less", "more", "fewer", "least", "longer"]);
    let without = scene.tokens.get(n).is_some_and(|token| token.hash == const { text::hash("without") });
    scene.has(n, is::NOT) && !without && !scene.tokens.get(n + 1).is_some_and(|next| MEASURE.contains(&next.hash))
}

/// The party that announces, confirms or assures what the clause at `at` says will be done.
fn announcer(scene: &Scene, actors: &[Actor], at: usize) -> Option<Who> {
    const TOLD: [u64; 15] = text::hashes([
        "announced",
        "announces",
        "indicated",
        "confirmed",
        "confirms",
        "assured",
        "assures",
        "explained",
        "stated",
        "states",
        "said",
        "pledged",
        "pledges",
        "promised",
        "informed",
    ]);
    let that = (at.saturating_sub(18)..at).rev().find(|n| scene.has(*n, is::THAT))?;
    let verb = that.checked_sub(1).filter(|n| TOLD.contains(&scene.tokens[*n].hash))?;
    let told = actors.iter().rev().find(|actor| actor.end <= verb)?;
    let direct = told.direct && scene.past_adverbs(told.end) == verb;
    (direct && matches!(told.who, Who::Some(mask) if mask.count_ones() == 1)).then_some(told.who)
}

/// The subject before a long aside that names those it works with: "The Danish government, together with Volta, a company from
/// Oslo, and the Port of Oslo, will".
fn with_others(scene: &Scene, actors: &[Actor], near_end: usize) -> Option<Actor> {
    let closed = near_end > 0 && scene.sign(near_end - 1, ',');
    let party = |actor: &Actor| !actor.owns && matches!(actor.who, Who::Some(_) | Who::All | Who::We);
    let opens = |actor: &Actor| actor.start == 0 || scene.looks(actor.start - 1, text::MARK);
    let with = |end: usize| {
        scene.sign(end, ',')
            && (end + 1..end + 4)
                .any(|n| scene.tokens.get(n).is_some_and(|token| token.hash == const { text::hash("with") }))
    };
    let verb = |n: usize| scene.has(n, is::MODAL | is::WOULD | is::WHICH | is::THAT) || scene.sign(n, ';');
    actors
        .iter()
        .filter(|_| closed)
        .take_while(|actor| actor.end + 4 < near_end)
        .find(|actor| {
            party(actor)
                && opens(actor)
                && with(actor.end)
                && actor.end + 34 > near_end
                && !(actor.end..near_end).any(verb)
        })
        .copied()
}

/// The one who says in a clause with that what a country will do which is not named: "pledged in the statement that the oil-rich
/// nation will", "told the press that the biggest supplier will".
fn own_country(scene: &Scene, actors: &[Actor], near_end: usize) -> Option<Who> {
    const COUNTRIES: [u64; 9] = text::hashes([
        "nation", "country", "kingdom", "republic", "state", "supplier", "exporter", "producer", "donor",
    ]);
    const SAID: [u64; 14] = text::hashes([
        "pledged",
        "pledges",
        "promised",
        "promises",
        "told",
        "tells",
        "said",
        "assured",
        "assures",
        "stated",
        "announced",
        "confirmed",
        "informed",
        "vowed",
    ]);
    let that = (near_end.saturating_sub(10)..near_end).rev().find(|n| scene.has(*n, is::THAT))?;
    let plain = |n: usize| scene.tokens[n].word() && !scene.has(n, is::WHICH | is::BE | is::AND | is::MODAL);
    let noun = (that + 1..near_end).find(|n| COUNTRIES.contains(&scene.tokens[*n].hash))?;
    // "the supplier to Brazil"; but "the country's ministers", "the state of the port".
    let last = noun + 1 == scene.past_adverbs(near_end) || scene.past_adverbs(noun + 1) == near_end;
    let to = scene.has(noun + 1, is::TO) && noun + 4 > scene.before_adverbs(near_end)?;
    let named = scene.has(that + 1, is::DET) && (that + 1..near_end).all(plain) && (last || to);
    let said = (that.saturating_sub(14)..that)
        .rev()
        .take_while(|n| !scene.sign(*n, ';'))
        .find(|n| SAID.contains(&scene.tokens[*n].hash))
        .filter(|_| named)?;
    let told = actors.iter().rev().find(|actor| actor.end <= said && !actor.owns && actor.direct);
    Some(told.map_or(Who::It, |actor| match actor.who {
        Who::Some(mask) => Who::Some(mask),
        _ => Who::It,
    }))
}

/// A bracket between a subject and its verb: "the Ministry (MeitY) will".
fn bracket_between(scene: &Scene, from: usize, to: usize) -> bool {
    from < to
        && to - from < 14
        && (scene.sign(from, '(') && (scene.sign(to - 1, ')') || scene.has(to - 1, is::ADVERB))
            || scene.sign(from, ',') && scene.sign(to - 1, ','))
}

/// "Officials of the two sides": the actor before `of`.
fn subject_before_of(scene: &Scene, actors: &[Actor], actor: &Actor) -> Option<Who> {
    let prep = actor.start - 1;
    actors.iter().rev().find(|other| other.end <= prep && other.end + 3 >= prep).map(|other| {
        // "committees at Moyale and at Omorate": the subject stands before both places.
        let place = other.start > 0 && scene.has(other.start - 1, is::PREP) && !scene.has(other.start - 1, is::OF);
        if place && matches!(other.who, Who::Other(..)) {
            return subject_before_of(scene, actors, other).unwrap_or(Who::Thing);
        }
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
            return Some(if token.hash == const { text::hash("our") } {
                Who::We
            } else if token.hash == const { text::hash("their") } {
                subject.map_or(Who::They, |actor| {
                    // "The Omani ministers noted their": those of one side.
                    if matches!(actor.who, Who::Some(mask) if mask.count_ones() > 1 || plural(scene, &actor))
                        || matches!(actor.who, Who::All | Who::Body(_))
                    {
                        actor.who
                    } else {
                        Who::They
                    }
                })
            } else {
                subject.filter(|actor| matches!(actor.who, Who::Some(_))).map_or(Who::It, |actor| actor.who)
            });
        }
    }
    // "the shared commitment to", "a joint decision to"
    const SHARED: [u64; 6] = text::hashes(["shared", "joint", "mutual", "common", "collective", "jointly"]);
    if (at.saturating_sub(2)..at).any(|n| SHARED.contains(&scene.tokens[n].hash)) {
        return Some(subject.map_or(Who::All, |actor| if actor.who == Who::We { Who::We } else { Who::All }));
    }
    let after = at + 1;
    if (scene.has(after, is::OF)
        || scene.tokens.get(after).is_some_and(|token| token.hash == const { text::hash("by") }))
        && let Some(actor) = actors.iter().find(|actor| actor.start > after && actor.start <= after + 2)
    {
        return Some(actor.who);
    }
    // "U.S. support", "Indian plans": an adjective right before.
    None
}

/// Verbs by which one's own will is told.
pub const EXPRESSED: [u64; 16] = text::hashes([
    "express",
    "expressed",
    "expresses",
    "expressing",
    "convey",
    "conveyed",
    "conveys",
    "conveying",
    "voice",
    "voiced",
    "voices",
    "voicing",
    "signalled",
    "signaled",
    "signals",
    "manifested",
]);

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
        if EXPRESSED.contains(&scene.tokens[n].hash) {
            return Governor::Expressed;
        }
        if word.opinion > 0
            && word.form & (form::PAST | form::THIRD | form::BASE | form::ING) != 0
            && !scene.looks(n, text::CAP) | (n == 0)
        {
            return match word.opinion {
                1 => Governor::Praise,
                2 => Governor::View,
                _ => Governor::Other,
            };
        }
        if word.verb > 0 && verbal(scene, n) {
            return Governor::Binding;
        }
        if matches!(scene.tokens[n].hash, hash if hash == const { text::hash("announced") } || hash == const { text::hash("made") } || hash == const { text::hash("reached") })
        {
            return Governor::Announce;
        }
    }
    Governor::None
}
