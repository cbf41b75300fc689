//! Which rule fires at a word: auxiliaries, verbs in their forms, phrases, nouns that carry a promise, directions to one's own
//! people, and whether a word that can be a verb is one where it stands.

use crate::frame::rule;
use crate::lexicon::{Kind, Tables, Tag, form, is};
use crate::scene::{Scene, bit};
use crate::text;
use crate::usage::{
    being_done, called_for, dated, explains, goes_by_itself, headline, lists_outcomes, meets_again, over, plan_is,
    prospects, taken, verbless, was_due,
};

/// What is going on by itself: no act of anybody's.
const STATES: [u64; 10] = text::hashes([
    "facing",
    "playing",
    "having",
    "being",
    "becoming",
    "seeing",
    "witnessing",
    "experiencing",
    "entering",
    "celebrating",
]);
/// What is exchanged in talks.
const VIEWS: [u64; 8] =
    text::hashes(["views", "opinions", "greetings", "a", "the", "ideas", "assessments", "congratulations"]);

/// The rule that fires at a word, where its cue ends, and the form of its verb.
pub fn at_word(tables: &Tables, scene: &Scene, at: usize) -> Option<(u16, usize, u8)> {
    let (word, mark, token) = (&scene.words[at], &scene.marks[at], &scene.tokens[at]);
    if !token.word() {
        return None;
    }
    if word.is & is::MODAL != 0 && !token.is(text::CAP) {
        // "our will to deepen", "the political will to": a noun, and no auxiliary.
        let noun = scene.has(at + 1, is::TO) && at > 0 && scene.marks[at - 1].subject.is_none();
        return Some((if noun { named(tables, "firm.noun.determination") } else { rule::WILL }, at + 1, 0));
    }
    if word.is & is::WOULD != 0 && mark.head == 0 {
        return Some((rule::WOULD, at + 1, 0));
    }
    // "The Participants may consider": they will look at it where it comes to that.
    if token.hash == const { text::hash("may") } && !token.is(text::CAP) {
        let next = scene.past_adverbs(at + 1);
        let looks = scene.words.get(next).is_some_and(|word| word.act == 9 && word.form & form::BASE != 0);
        return looks.then_some((rule::MAY_CONSIDER, at + 1, 0));
    }
    if mark.head != 0 && tables.rules[usize::from(mark.head - 1)].kind == Kind::Phrase {
        let end = at + usize::from(mark.head_len);
        // "the work towards", "welcomed work towards"
        let noun = at > 0 && (scene.has(at - 1, is::DET | is::OF) || scene.words[at - 1].opinion > 0);
        // "look to the next decades": no verb follows.
        let empty = tables.rules[usize::from(mark.head - 1)].name == "intent.look-to"
            && !scene.words.get(scene.past_adverbs(end)).is_some_and(|next| next.act > 0 || next.form != 0);
        if !noun && !empty {
            return Some((mark.head - 1, end, word.form));
        }
    }
    // "efforts undertaken by companies", "quality-assured": participles that describe a noun.
    // "programmes aimed at", "measures intended for": what they are for.
    let purposes = token.hash == const { text::hash("aimed") }
        && scene.tokens.get(at + 1).is_some_and(|next| next.hash == const { text::hash("at") });
    // "the commission tasked with the border": so it is called.
    const TASKED: [u64; 3] = text::hashes(["tasked", "charged", "entrusted"]);
    let tasked = TASKED.contains(&token.hash)
        && scene.tokens.get(at + 1).is_some_and(|next| next.hash == const { text::hash("with") })
        && !scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::BE | is::HAVE | is::AND));
    let described = purposes
        || tasked
        || word.form & form::PARTICIPLE != 0
            && (scene.tokens.get(at + 1).is_some_and(|next| {
                const BEHIND: [u64; 4] = text::hashes(["by", "against", "between", "among"]);
                BEHIND.contains(&next.hash)
            }) && !scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::BE | is::HAVE | is::AND))
                || token.is(text::GLUED));
    // "nationally determined contributions", "the agreed framework"
    let adjective = word.verb > 0
        && word.form & form::PARTICIPLE != 0
        && matches!(
            tables.rules[usize::from(word.verb.max(1) - 1)].name.as_str(),
            "firm.decide" | "firm.agree" | "firm.announce" | "firm.approve"
        )
        && {
            let next = scene.words.get(at + 1).copied().unwrap_or_default();
            let open = is::TO | is::THAT | is::PREP | is::DET | is::OWN | is::ADVERB | is::AND | is::WEEKDAY;
            next.is & open == 0
                && scene.tokens.get(at + 1).is_some_and(|token| {
                    token.word() && !token.is(text::CAP) && !token.is(text::ING) && !token.is(text::NUM)
                })
                && !scene.looks(at + 1, text::LY)
                && !matches!(next.form & form::ING, form::ING)
                && !(scene.tokens[at + 1].hi > 0 && scene.marks[at + 1].noun != 0)
                && scene.before_adverbs(at).is_some_and(|n| {
                    scene.marks[n].bits & bit::PARTY == 0
                        && scene.marks[n].subject.is_none()
                        && !scene.looks(n, text::CAP)
                })
        };
    // "agreed on the importance of": a view, whatever the verb.
    const MATTERS: [u64; 6] = text::hashes(["importance", "need", "necessity", "urgency", "value", "relevance"]);
    let view = word.verb > 0
        && scene.has(at + 1, is::PREP | is::DET)
        && (at + 1..at + 4).any(|n| scene.tokens.get(n).is_some_and(|token| MATTERS.contains(&token.hash)));
    let inner_name = token.is(text::CAP) && at > 0;
    let other_use = described || adjective || view || inner_name || dated(scene, at) || prospects(scene, at);
    // "was due to be announced": it was not, or not then.
    let missed = at > 2 && scene.has(at - 1, is::BE) && scene.has(at - 2, is::TO) && was_due(scene, at - 2);
    if word.verb > 0 && !other_use && !missed && verbal(scene, at) {
        // "both are firmly committed": a state, and not what is committed to here and now.
        let name = tables.rules[usize::from(word.verb - 1)].name.as_str();
        // "It was decided to": somebody decided it, and is not in that state.
        let done = scene.before_adverbs(at).and_then(|n| scene.before_adverbs(n));
        let done = done.is_some_and(|n| scene.tokens[n].hash == const { text::hash("it") });
        let state = match name {
            _ if done => None,
            "firm.commit" => Some("firm.committed"),
            "firm.decide" | "firm.resolve" if scene.has(at + 1, is::TO) => Some("firm.determined"),
            _ => None,
        };
        if let Some(state) = state.filter(|_| {
            word.form & form::PARTICIPLE != 0 && scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::BE))
        }) && let Some(rule) = tables.rules.iter().position(|rule| rule.name == state)
        {
            return Some((u16::try_from(rule).unwrap_or(0), at + 1, word.form));
        }
        // "consider that": a view, and nothing that is still to be considered.
        if name == "soft.explore" && word.form & form::PAST == 0 && scene.has(at + 1, is::THAT) {
            return None;
        }
        // "affirmed to advance their exchanges": as much as to undertake it.
        if matches!(name, "soft.affirm" | "soft.reaffirm")
            && scene.has(at + 1, is::TO)
            && scene
                .words
                .get(scene.past_adverbs(at + 2))
                .is_some_and(|next| next.act > 0 && next.form & form::BASE != 0)
        {
            return Some((named(tables, "firm.undertake"), at + 1, word.form));
        }
        if name == "soft.encourage" && own_follows(scene, at + 1) {
            return Some((rule::ENCOURAGED, at + 1, word.form));
        }
        return Some((word.verb - 1, at + 1, word.form));
    }
    if let Some(end) = plan_is(tables, scene, at) {
        return Some((rule::PLAN_IS, end, 0));
    }
    if mark.noun != 0 && !token.is(text::CAP) {
        let end = at + usize::from(mark.noun_len);
        let next = scene.words.get(end);
        let leads = next.is_some_and(|next| next.is & (is::TO | is::OF | is::THAT | is::PREP) != 0)
            || scene.has(end, is::NOT) && scene.has(end + 1, is::TO)
            || taken(scene, end)
            || scene.sign(end, '(')
            || scene.looks(end, text::ING)
            || aside(scene, end);
        if leads {
            return Some((mark.noun - 1, end, 0));
        }
    }
    if word.opinion == 4 && verbal(scene, at) {
        // "called on their officials to": a direction.
        let next = if scene.has(at + 1, is::PREP) { at + 2 } else { at + 1 };
        // "Officials were asked to": so is this.
        let asked = scene.has(at + 1, is::TO)
            && scene.before_adverbs(at).is_some_and(|n| scene.has(n, is::BE))
            && (at.saturating_sub(6)..at).any(|n| scene.marks[n].bits & bit::OWN != 0);
        let own = asked || own_follows(scene, next);
        return Some((if own { rule::CALLED } else { rule::ASKED }, at + 1, word.form));
    }
    // "to be held", "to take place".
    if word.is & is::TO != 0 {
        let be = scene.tokens.get(at + 1).is_some_and(|token| token.hash == const { text::hash("be") });
        if be
            && scene.words.get(at + 2).is_some_and(|word| {
                word.form & form::PARTICIPLE != 0
                    && (matches!(word.act, 1..=3) || matches!(word.act, 4..=6) && verbless(scene, at))
            })
            && scene.tokens[at + 2].hash != const { text::hash("met") }
            && at > 0
            && !scene.has(at - 1, is::NEED)
            && !was_due(scene, at)
            && !called_for(scene, at)
            && scene.tokens[at - 1].word()
            && scene.words[at - 1].verb == 0
        {
            return Some((rule::SCHEDULED, at + 3, 0));
        }
        // "Each side to submit": minutes leave the auxiliary out.
        let each = at > 0
            && scene.marks[0].subject.is_some_and(|tag| matches!(tag, Tag::Each | Tag::Both))
            && usize::from(scene.marks[0].subject_len) == at;
        if (each || headline(scene, at))
            && scene.words.get(at + 1).is_some_and(|word| word.act > 0 && word.form & form::BASE != 0)
        {
            return Some((rule::ARE_TO, at + 1, 0));
        }
        return None;
    }
    if word.is & is::BE != 0 {
        let next = scene.past_adverbs(at + 1);
        let going =
            scene.words.get(next).is_some_and(|word| word.form & form::ING != 0 && word.verb == 0 && word.act > 0);
        let present = matches!(scene.tokens[at].hi - scene.tokens[at].lo, 2 | 3)
            && word.is & is::BE != 0
            && (token.hash == const { text::hash("are") } || token.hash == const { text::hash("is") });
        // "is processing the works": a verb that no list has, with its object.
        let unknown = scene.looks(next, text::ING)
            && !scene.looks(next, text::CAP)
            && scene.words.get(next).is_some_and(|word| word.is == 0 && word.opinion == 0 && word.verb == 0)
            && scene.has(next + 1, is::DET | is::OWN)
            && scene.tokens.get(next + 2).is_some_and(text::Token::word)
            && !STATES.contains(&scene.tokens[next].hash);
        // "A plan of action is being drafted": by those who speak.
        if present && let Some(end) = being_done(scene, next) {
            return Some((rule::BEING_DONE, end, form::PARTICIPLE));
        }
        if (going || unknown) && present && !goes_by_itself(scene, next) && scene.marks[next].head == 0 {
            return Some((rule::PROGRESSIVE, next + 1, form::ING));
        }
        // "Poland and Lithuania are to carry out": but an aim or a task that is to do something is explained, not promised.
        let act = scene.past_adverbs(next + 1);
        let planned = scene.has(next, is::TO)
            && scene.words.get(act).is_some_and(|word| {
                let plain = text::CAP | text::NUM | text::MARK | text::ING | text::ED;
                let unknown = word.is == 0 && word.opinion == 0 && word.verb == 0 && word.form == 0;
                word.act > 0 && word.form & form::BASE != 0 || unknown && scene.tokens[act].shape & plain == 0
            });
        // "Lorries are to be given precedence": acts of which one would not say that they are held.
        let be = scene.tokens.get(next + 1).is_some_and(|token| token.hash == const { text::hash("be") });
        let passive = scene.past_adverbs(next + 2);
        let given = be
            && scene.has(next, is::TO)
            && scene.words.get(passive).is_some_and(|word| {
                word.form & form::PARTICIPLE != 0 && matches!(word.act, 4..=7)
                    || word.is == 0
                        && word.act == 0
                        && word.opinion == 0
                        && word.verb == 0
                        && scene.looks(passive, text::ED)
            });
        let planned = planned || given;
        if planned && present && !(at.saturating_sub(14)..at).any(|n| explains(tables, scene, n)) {
            return Some((rule::ARE_TO, next + 1, 0));
        }
        return None;
    }
    if word.is & is::NEW != 0
        && scene.has(at + 1, is::MEETING) | scene.has(at + 2, is::MEETING)
        && (token.hash == const { text::hash("upcoming") }
            || token.hash == const { text::hash("next") }
            || token.hash == const { text::hash("forthcoming") }
            || token.hash == const { text::hash("inaugural") })
        && !over(scene, at)
    {
        return Some((rule::UPCOMING, at + 1, 0));
    }
    if word.is & is::NEED != 0 && (word.is & is::DET == 0) && verbal(scene, at) {
        return Some((rule::NEED, at + 1, 0));
    }
    if lists_outcomes(scene, at) {
        return Some((rule::OUTCOMES, at + 1, word.form));
    }
    if meets_again(scene, at) {
        return Some((rule::ARE_TO, at, word.form));
    }
    // "The Parties exchange information", but not views.
    let exchange = word.opinion == 2
        && word.act == 2
        && scene.tokens.get(scene.past_adverbs(at + 1)).is_some_and(|next| !VIEWS.contains(&next.hash));
    if word.act > 0
        && (word.opinion == 0 || exchange)
        && word.form & (form::BASE | form::THIRD) != 0
        && !token.is(text::CAP)
        && at > 0
        && present(scene, at)
    {
        return Some((rule::PRESENT, at, word.form));
    }
    None
}

/// The number of the rule with a name.
fn named(tables: &Tables, name: &str) -> u16 {
    tables.rules.iter().position(|rule| rule.name == name).and_then(|n| u16::try_from(n).ok()).unwrap_or(rule::WILL)
}

/// Whether an aside between commas stands at `at`, and `to` behind it.
fn aside(scene: &Scene, at: usize) -> bool {
    scene.sign(at, ',')
        && (at + 2..(at + 14).min(scene.tokens.len())).any(|n| scene.sign(n, ',') && scene.has(n + 1, is::TO))
}

/// Whether one's own people follow: "their officials", "the two governments".
fn own_follows(scene: &Scene, at: usize) -> bool {
    let next = if scene.has(at, is::OWN | is::DET) { at + 1 } else { at };
    let own = |n: usize| scene.marks.get(n).is_some_and(|mark| mark.bits & bit::OWN != 0);
    // "the Insurance Authority of India": a body of a party.
    // "the next Ghana-Togo Conference": so is a meeting with a name.
    let body = (at..at + 3).any(|n| scene.marks.get(n).is_some_and(|mark| mark.bits & bit::PARTY != 0))
        && (at..at + 8).any(|n| scene.has(n, is::BODY | is::MEETING) && scene.looks(n, text::CAP));
    if body {
        return true;
    }
    // Bare "governments" may be anybody's.
    own(at) && (next > at || scene.marks[at].own_len > 1)
        || next > at && (own(next) || scene.has(at, is::OWN) && (next + 1..next + 5).any(own))
}

/// Whether the act verb at `at` is the finite verb of a sentence in the present.
fn present(scene: &Scene, at: usize) -> bool {
    let Some(before) = scene.before_adverbs(at) else { return false };
    scene.has(before, is::WE) && scene.tokens[before].hash == const { text::hash("we") }
        || scene.marks[before].bits & bit::PARTY != 0 && !scene.looks(before, text::POSS)
        || matches!(scene.marks[before].subject, Some(Tag::They | Tag::Both))
        || before > 0
            && matches!(scene.marks[before - 1].subject, Some(Tag::Both))
            && scene.marks[before - 1].subject_len == 2
}

/// Whether a word that can be a verb is one here: by what stands before it.
pub fn verbal(scene: &Scene, at: usize) -> bool {
    let word = &scene.words[at];
    let Some(before) = scene.before_adverbs(at) else {
        // "commits to presenting a bill": an item under the name of the one who does.
        let third = word.form & form::THIRD != 0 && (scene.has(at + 1, is::TO | is::THAT) || told_to(scene, at));
        return word.form & (form::ING | form::PARTICIPLE | form::BASE) != 0 || third;
    };
    // Adverbs that double as other words do not open a sentence by themselves.
    if before == 0 && scene.has(0, is::ADVERB) && at == 1 {
        return true;
    }
    let token = &scene.tokens[before];
    let class = scene.words[before].is;
    if class & (is::TO | is::MODAL | is::WOULD | is::MAY) != 0
        || token.hash == const { text::hash("should") }
        || token.hash == const { text::hash("must") }
    {
        return false;
    }
    if class & (is::BE | is::HAVE) != 0 {
        return word.form & (form::ING | form::PARTICIPLE) != 0;
    }
    if class & (is::DET | is::PREP | is::OWN | is::NEED) != 0
        && class & (is::THAT) == 0
        && !matches!(scene.marks[before].subject, Some(Tag::Thing))
        || token.is(text::POSS)
    {
        return false;
    }
    if token.shape & text::MARK != 0 {
        return token.mark(')')
            || word.form & (form::PAST | form::ING) != 0
            || (word.form & (form::BASE | form::THIRD) != 0 && (followed(scene, at) || scene.has(at + 1, is::PREP)));
    }
    if class & is::AND != 0 {
        // "and pledge, through this partnership, to explore"
        return word.form & (form::PAST | form::ING) != 0 || followed(scene, at) || aside(scene, at + 1);
    }
    if class & (is::WHICH | is::THAT) != 0 {
        return true;
    }
    // "the working group on standards intends to": words that are never a noun need no subject right before them.
    const VERBS: [u64; 22] = text::hashes([
        "intends",
        "intend",
        "undertakes",
        "undertake",
        "commits",
        "commit",
        "agrees",
        "agree",
        "decides",
        "decide",
        "seeks",
        "seek",
        "expects",
        "expect",
        "aspires",
        "aspire",
        "strives",
        "strive",
        "proposes",
        "propose",
        "wants",
        "want",
    ]);
    if VERBS.contains(&scene.tokens[at].hash) && scene.has(scene.past_adverbs(at + 1), is::TO) {
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

/// Whether somebody is told to do something: "directs the Secretariat to submit".
fn told_to(scene: &Scene, at: usize) -> bool {
    scene.has(at + 1, is::DET | is::OWN)
        && (at + 3..(at + 9).min(scene.tokens.len()))
            .find(|n| scene.has(*n, is::TO))
            .is_some_and(|n| scene.words.get(scene.past_adverbs(n + 1)).is_some_and(|word| word.act > 0))
}

fn side_word(scene: &Scene, at: usize) -> bool {
    const SIDES: [u64; 11] = text::hashes([
        "side",
        "sides",
        "government",
        "governments",
        "presidents",
        "ministers",
        "leaders",
        "participants",
        "delegations",
        "administrations",
        "commission",
    ]);
    SIDES.contains(&scene.tokens[at].hash)
}

/// Whether what stands after a word makes it a verb rather than a noun: to, that, an article, a gerund.
fn followed(scene: &Scene, at: usize) -> bool {
    let next = scene.past_adverbs(at + 1);
    scene.words.get(next).is_some_and(|word| word.is & (is::TO | is::THAT | is::DET | is::OWN) != 0)
        || scene.looks(next, text::ING)
        || scene.looks(next, text::CAP)
}
