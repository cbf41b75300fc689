//! What is to be done: the act behind a cue.

use crate::frame::{Frame, rule};
use crate::lexicon::{form, is};
use crate::noun_act;
use crate::scene::{Scene, bit};
use crate::text;

/// Words that "to" belongs to, and no act: "subject to", "pursuant to".
const WITH_TO: [u64; 9] =
    text::hashes(["subject", "due", "prior", "pursuant", "according", "thanks", "owing", "regard", "respect"]);

/// Whether somebody is to stay where he is in talk with others: "remain in close contact", "keep in touch".
fn keeps_in_touch(scene: &Scene, at: usize) -> bool {
    const KEEP: [u64; 6] = text::hashes(["remain", "remaining", "stay", "staying", "keep", "be"]);
    const TOUCH: [u64; 6] =
        text::hashes(["contact", "touch", "consultation", "consultations", "dialogue", "coordination"]);
    scene.tokens.get(at).is_some_and(|token| KEEP.contains(&token.hash))
        && scene.tokens.get(at + 1).is_some_and(|token| token.hash == const { text::hash("in") })
        && (at + 2..at + 5).any(|n| scene.tokens.get(n).is_some_and(|token| TOUCH.contains(&token.hash)))
}

/// The verb behind adverbs and "no longer": "will no longer be stopped".
fn past_no_longer(scene: &Scene, at: usize) -> usize {
    let hash = |n: usize| scene.tokens.get(n).map(|token| token.hash);
    let at = scene.past_adverbs(at);
    let ends = hash(at) == Some(const { text::hash("no") }) && hash(at + 1) == Some(const { text::hash("longer") });
    if ends { scene.past_adverbs(at + 2) } else { at }
}

/// Whether an invitation is accepted.
fn accepts_invitation(scene: &Scene, frame: &Frame) -> bool {
    const ACCEPTS: [u64; 4] = text::hashes(["accepted", "accepts", "accept", "accepting"]);
    const INVITATIONS: [u64; 2] = text::hashes(["invitation", "invitations"]);
    let near = frame.at.saturating_sub(5)..(frame.end + 6).min(scene.tokens.len());
    ACCEPTS.contains(&scene.tokens[frame.at].hash)
        && near.into_iter().any(|n| INVITATIONS.contains(&scene.tokens[n].hash))
}

/// What is to be done: the first act behind the cue, and the one it leads on to.
pub fn complement(scene: &Scene, frame: &mut Frame) {
    let count = scene.tokens.len();
    let mut at = scene.past_adverbs(frame.end);
    // The number of a row and the bar behind it.
    while frame.inherited && at < 3 && at + 1 < count && (scene.looks(at, text::NUM) || scene.looks(at, text::MARK)) {
        at += 1;
    }
    let limit = (frame.end + 14).min(count);
    // "directed their officials to": the act is behind the officials.
    let ended_in_to = frame.end > 0 && scene.has(frame.end - 1, is::TO);
    if !ended_in_to
        && frame.rule != rule::WILL
        && frame.rule != rule::WOULD
        && !frame.inherited
        && frame.rule != rule::PRESENT
    {
        // "the decision of the two ministries to commence": the owner stands in between.
        let owned = scene.marks[frame.at].noun != 0 && scene.has(at, is::OF);
        let limit = if owned { (frame.end + 26).min(count) } else { limit };
        // "intends, subject to its budget, to add"
        let aside = scene.sign(at, ',');
        let limit = if aside { (frame.end + 18).min(count) } else { limit };
        let to = (at..limit).find(|n| {
            scene.has(*n, is::TO | is::THAT)
                && !(scene.has(*n, is::TO) && *n > 0 && WITH_TO.contains(&scene.tokens[n - 1].hash))
                && scene
                    .tokens
                    .get(n + 1)
                    .is_some_and(|next| next.word() || next.mark('"') || next.mark(',') && scene.has(*n, is::THAT))
        });
        if let Some(to) = to
            && (to == at || to < at + 9 || owned || aside)
        {
            if scene.has(to, is::TO) {
                at = scene.past_adverbs(to + 1);
                frame.takes = 1;
            } else {
                frame.takes = 4;
                // "agreed that, where funds allow, they will": what is agreed stands behind the aside.
                let close = (to + 2..(to + 26).min(count)).find(|n| scene.sign(*n, ','));
                let to = if scene.sign(to + 1, ',') { close.unwrap_or(to) } else { to };
                // "agreed that they will cooperate"
                // "agreed that the visit was a success and would": what comes first says how things stand.
                const STANDS: [u64; 7] = text::hashes(["is", "are", "was", "were", "has", "have", "had"]);
                let modal = (to..(to + 16).min(count))
                    .take_while(|n| !STANDS.contains(&scene.tokens[*n].hash))
                    .find(|n| scene.has(*n, is::MODAL | is::WOULD | is::NEED));
                // "agreed that the post be opened": what is to be, without an auxiliary.
                let wish = (to + 2..(to + 16).min(count)).find(|n| {
                    modal.is_none()
                        && scene.tokens[*n].hash == const { text::hash("be") }
                        && !scene.has(n - 1, is::MAY | is::TO)
                        && scene.words.get(scene.past_adverbs(n + 1)).is_some_and(|word| word.act > 0)
                });
                frame.should = wish.is_none()
                    && modal.is_none_or(|n| {
                        scene.has(n, is::NEED) || scene.tokens[n].hash == const { text::hash("should") }
                    });
                // "agreed that a crossing should be opened": decided all the same.
                let opened =
                    modal.map(|n| scene.past_adverbs(n + 1)).filter(|n| scene.has(*n, is::BE)).is_some_and(|n| {
                        let done = scene.words.get(scene.past_adverbs(n + 1));
                        done.is_some_and(|word| word.form & form::PARTICIPLE != 0 && matches!(word.act, 1..=3))
                    });
                frame.should &= !opened;
                at = wish.or_else(|| modal.map(|n| past_no_longer(scene, n + 1))).unwrap_or(to + 1);
            }
        } else if scene.has(at, is::PREP) {
            at = scene.past_adverbs(at + 1);
        }
    }
    at = past_no_longer(scene, at);
    // "will, as a first step, put": the act stands behind the aside.
    if matches!(frame.rule, rule::WILL | rule::WOULD)
        && scene.sign(at, ',')
        && let Some(close) = (at + 2..(at + 14).min(count)).find(|n| scene.sign(*n, ','))
    {
        at = scene.past_adverbs(close + 1);
    }
    // "The first task will be to draw up": what is to be done is said behind it.
    let be = matches!(frame.rule, rule::WILL | rule::WOULD) && scene.has(at, is::BE);
    if be && scene.has(at + 1, is::TO) {
        at = scene.past_adverbs(at + 2);
        frame.takes = 1;
    }
    // "There will be a joint committee": it will be set up, by whomsoever.
    if be
        && frame.at > 0
        && !scene.has(at + 1, is::NOT)
        && scene.tokens[frame.at - 1].hash == const { text::hash("there") }
    {
        (frame.act, frame.act_at, frame.passive, frame.takes) = (1, at, true, 1);
        return;
    }
    // "will remain in close contact", "agreed to stay in touch": they will talk to each other.
    if (matches!(frame.rule, rule::WILL | rule::WOULD) || frame.takes == 1 || ended_in_to) && keeps_in_touch(scene, at)
    {
        (frame.act, frame.act_at, frame.takes) = (7, at, 1);
        return;
    }
    let mut steps = 0;
    // "to co-lead", "to re-open": the verb is the word behind the hyphen.
    if at + 1 < count && scene.words[at].act == 0 && scene.looks(at + 1, text::GLUED) && scene.words[at + 1].act > 0 {
        const PREFIXES: [u64; 4] = text::hashes(["co", "re", "pre", "jointly"]);
        at += usize::from(PREFIXES.contains(&scene.tokens[at].hash));
    }
    while at < count && steps < 5 {
        let (word, token) = (&scene.words[at], &scene.tokens[at]);
        // "agreed to “explore ways”": the quotation goes on with the sentence.
        if token.mark('"') && at > 0 && scene.has(at - 1, is::TO | is::MODAL | is::WOULD) {
            at += 1;
            continue;
        }
        if !token.word() {
            break;
        }
        if word.is & is::BE != 0 {
            // "will be launched", "to be held".
            let next = scene.past_adverbs(at + 1);
            if scene.words.get(next).is_some_and(|word| word.form & form::PARTICIPLE != 0 && word.act > 0) {
                frame.passive = true;
            }
            // "will be enlarged": a verb that no list has.
            let unknown = scene
                .words
                .get(next)
                .is_some_and(|word| word.is == 0 && word.opinion == 0 && word.act == 0 && word.verb == 0)
                && scene.looks(next, text::ED)
                && !scene.looks(next, text::CAP);
            if unknown && frame.act == 0 && matches!(frame.rule, rule::WILL | rule::WOULD) {
                (frame.passive, frame.act, frame.act_at, frame.takes) = (true, 12, next, 1);
                return;
            }
            if frame.takes == 0 {
                frame.takes = 1;
            }
            at = next;
            steps += 1;
            continue;
        }
        // "will take place": as much as to say that it will be held.
        let place = scene.tokens.get(at + 1).is_some_and(|next| next.hash == const { text::hash("place") });
        if place && token.hash == const { text::hash("take") } && matches!(frame.rule, rule::WILL | rule::WOULD) {
            (frame.act, frame.act_at, frame.passive, frame.takes) = (2, at, true, 1);
            return;
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
                while next < count
                    && left > 0
                    && (scene.has(next, is::ADVERB | is::PREP | is::AND | is::OWN) || scene.looks(next, text::LY))
                {
                    next += 1;
                    left -= 1;
                }
                if scene.has(next, is::TO) {
                    next = scene.past_adverbs(next + 1);
                }
                if let Some(word) =
                    scene.words.get(next).filter(|word| word.act > 0 && word.form & (form::BASE | form::ING) != 0)
                    && !scene.looks(next, text::CAP)
                {
                    frame.then = word.act;
                    // "continue their exchange of officers": what they continue is a noun.
                    let noun = scene.has(next - 1, is::OWN) && scene.has(next + 1, is::OF);
                    frame.act_at = if matches!(frame.act, 8) && !noun { next } else { at };
                }
            }
            return;
        }
        break;
    }
    // "agreed on the establishment of a council": a noun says what is to be done.
    if frame.act == 0
        && !frame.inherited
        && matches!(frame.takes, 0 | 3)
        && !matches!(frame.rule, rule::WILL | rule::WOULD | rule::PRESENT)
        && scene.marks[frame.at].noun == 0
        && let Some((act, place)) = noun_act::opens(scene, at)
    {
        (frame.act, frame.act_at, frame.takes) = (act, place, 3);
        return;
    }
    // "accepted the invitation", "The invitation was accepted": to come.
    if frame.act == 0 && accepts_invitation(scene, frame) {
        (frame.act, frame.act_at, frame.takes) = (2, frame.at, 1);
        return;
    }
    // A verb that no list has: in lower case, right behind "to" or an auxiliary.
    let behind =
        frame.takes == 1 || (ended_in_to || frame.rule == rule::WILL || frame.rule == rule::WOULD) && frame.takes == 0;
    if frame.act == 0 && behind && at < count {
        let (word, token) = (&scene.words[at], &scene.tokens[at]);
        // Behind a noun or "committed to", a noun may follow as well: a verb has an object.
        let next = scene.past_adverbs(at + 1);
        let object = scene.tokens.get(next).is_some_and(text::Token::word)
            && !scene.has(next, is::AND | is::OF | is::PREP | is::WHICH | is::BE | is::MODAL);
        let verb = frame.rule == rule::WILL
            || frame.rule == rule::WOULD
            || object && scene.marks[at].bits & (bit::VALUE | bit::CONCRETE) == 0;
        if verb
            && token.word()
            && token.shape & (text::CAP | text::NUM | text::ING) == 0
            && word.is == 0
            && word.opinion == 0
            && scene.marks[at].bits & bit::PARTY == 0
            && (ended_in_to || scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::TO | is::MODAL | is::WOULD)))
        {
            frame.act = 12;
            frame.act_at = at;
            frame.takes = 1;
            return;
        }
    }
    // "committed to decarbonising the grid", "look forward to seeing": so much is sure of a verb in -ing behind "to".
    if frame.act == 0
        && at < count
        && scene.looks(at, text::ING)
        && scene.tokens[at].shape & text::CAP == 0
        && scene.words[at].is == 0
        && scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::TO))
        && scene.tokens.get(at + 1).is_some_and(|next| next.word())
        && !scene.has(at + 1, is::AND | is::BE | is::OF)
    {
        (frame.act, frame.act_at, frame.takes) = (12, at, 2);
        return;
    }
    if frame.act == 0 && at < count && frame.takes != 4 {
        let verb = scene.words[at].form & (form::BASE | form::ING) != 0
            && scene.words[at].form & form::PAST == 0
            && frame.takes == 1
            || scene.looks(at, text::ING) && !scene.has(at, is::PREP);
        frame.takes = if frame.takes == 1 && verb {
            1
        } else if verb {
            2
        } else {
            3
        };
        frame.act_at = at;
    }
}
