//! How a cue stands in its sentence and what its act is aimed at: questions of grammar whose answers carry from one text to
//! the next better than single words do.

use crate::Strength;
use crate::actor::Who;
use crate::cue::verbal;
use crate::frame::{Frame, rule};
use crate::lexicon::{Tables, Tag, form, is};
use crate::scene::{Scene, bit};
use crate::text;
use crate::ties::joint_subject;

/// What an act is aimed at, by the head of the noun phrase behind its verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// No noun phrase was found.
    None,
    /// A value or another thing too wide to be ticked off: "a stronger partnership".
    Value,
    /// Work in general: "efforts", "cooperation".
    Work,
    /// A word for a promise: "commitment", "plan".
    Promise,
    /// A meeting.
    Meeting,
    /// A thing that can be ticked off, or the noun of an act.
    Concrete,
    /// Something with a name.
    Name,
    /// Anything else.
    Plain,
}

/// The object of the act of a frame.
pub fn object(tables: &Tables, scene: &Scene, frame: &Frame) -> Object {
    let count = scene.tokens.len();
    // "A council of ministers will be set up": what is aimed at stands before the cue.
    if told_before(tables, scene, frame) {
        let from = (frame.clause..frame.at).find(|n| !scene.has(*n, is::DET | is::OWN)).unwrap_or(frame.at);
        let end = (from..frame.at).find(|n| scene.has(*n, is::PREP | is::OF | is::WHICH | is::TO)).unwrap_or(frame.at);
        return if end > from { head(tables, scene, from, end) } else { Object::None };
    }
    // "agreed that direct flights would be resumed": in the clause with that, it stands before its verb as well.
    let done = frame.takes == 4 && scene.before_adverbs(frame.act_at).is_some_and(|n| scene.has(n, is::BE));
    if done && let Some(that) = (frame.end..(frame.end + 3).min(count)).find(|n| scene.has(*n, is::THAT)) {
        let from = (that + 1..frame.act_at).find(|n| !scene.has(*n, is::DET | is::OWN)).unwrap_or(frame.act_at);
        let inner = is::PREP | is::OF | is::WHICH | is::MODAL | is::WOULD | is::NEED | is::BE;
        let end = (from..frame.act_at).find(|n| scene.has(*n, inner)).unwrap_or(frame.act_at);
        if end > from {
            return head(tables, scene, from, end);
        }
    }
    let mut at = if frame.act > 0 { frame.act_at + 1 } else { frame.act_at };
    let mut verbs = 0;
    loop {
        let mut steps = 0;
        while at < count
            && steps < 6
            && (scene.has(at, is::DET | is::OWN | is::ADVERB | is::PREP) || scene.looks(at, text::LY))
        {
            (at, steps) = (at + 1, steps + 1);
        }
        // "work together to counter": the object is that of the second verb.
        if scene.has(at, is::TO) && verbs < 2 {
            (at, verbs) = (scene.past_adverbs(at + 1) + 1, verbs + 1);
        } else {
            break;
        }
    }
    let (mut from, mut joints) = (at, 0);
    while at < count {
        let inner = scene.tokens[at].word()
            && !scene.has(
                at,
                is::PREP | is::TO | is::WHICH | is::THAT | is::AND | is::BE | is::HAVE | is::MODAL | is::WOULD,
            );
        if inner {
            at += 1;
            continue;
        }
        if at > from {
            let found = head(tables, scene, from, at);
            if found != Object::Plain {
                return found;
            }
        }
        // "trade and investment agreement": the head may stand behind the second of two joined words.
        let joined = scene.sign(at, ',') || scene.has(at, is::AND);
        if !joined || joints >= 3 {
            break;
        }
        (at, joints) = (at + 1, joints + 1);
        from = at;
    }
    if at > from || joints > 0 { head(tables, scene, from, at.max(from + 1)) } else { Object::None }
}

/// What the last word of a noun phrase is.
fn head(tables: &Tables, scene: &Scene, from: usize, to: usize) -> Object {
    let last = to - 1;
    if last >= scene.tokens.len() {
        return Object::None;
    }
    let near = last.saturating_sub(1).max(from)..=last;
    let any = |bits: u16| near.clone().any(|n| scene.marks[n].bits & bits != 0);
    match () {
        () if scene.has(last, is::MEETING) => Object::Meeting,
        () if any(bit::CONCRETE) || scene.has(last, is::DONE_NOUN) && scene.has(to, is::OF) => Object::Concrete,
        () if scene.looks(last, text::CAP) && scene.marks[last].bits & bit::PARTY == 0 => Object::Name,
        () if scene.has(last, is::VAGUE) || scene.marks[last].bits & bit::VALUE != 0 => Object::Value,
        () if scene.marks[last].noun != 0 => {
            let rule = &tables.rules[usize::from(scene.marks[last].noun - 1)];
            let promise = rule.strength == Strength::Firm
                || matches!(rule.name.as_str(), "intent.noun.plan" | "intent.noun.intention" | "intent.noun.proposal");
            if promise { Object::Promise } else { Object::Work }
        }
        () => Object::Plain,
    }
}

/// Whether what is to be done stands before the cue: "A council will be set up", "The next round is planned for May".
pub fn told_before(tables: &Tables, scene: &Scene, frame: &Frame) -> bool {
    let named = frame.near && matches!(frame.who, Who::Some(_) | Who::We | Who::They | Who::It);
    let will = matches!(frame.rule, rule::WILL | rule::WOULD);
    let name = tables.rules[usize::from(frame.rule)].name.as_str();
    // "A review was agreed upon."
    let agreed = matches!(name, "firm.agree" | "firm.decide") && !matches!(frame.takes, 1 | 4);
    let passive = frame.passive && (will || frame.rule == rule::ARE_TO || agreed) && !frame.relative && !named;
    // "Exchanges of officers will continue."
    let goes_on = will && frame.act == 8 && frame.then == 0 && !frame.near && joint_subject(scene, frame);
    // "An agreement is to be put before both parliaments."
    let is_to = frame.rule == rule::SCHEDULED && frame.at > 0 && scene.has(frame.at - 1, is::BE);
    passive
        || is_to
        || goes_on
        || frame.rule == rule::BEING_DONE
        || tables.rules[usize::from(frame.rule)].name == "firm.scheduled-for" && scene.tokens.len() > 1
}

/// Where the predicate begins that the word at `at` stands in: "welcomed the talks and committed to more of them" has two.
pub fn clause(scene: &Scene, at: usize) -> usize {
    let floor = at.saturating_sub(30).max(1);
    for n in (floor..=at).rev() {
        let word = &scene.words[n];
        let finite = (word.verb > 0 || word.opinion > 0) && word.form & form::ING == 0 && !scene.looks(n, text::CAP);
        if scene.sign(n, ';') {
            return n + 1;
        }
        let joined = (finite || scene.has(n, is::MODAL | is::WOULD))
            && scene.before_adverbs(n).is_some_and(|before| scene.has(before, is::AND));
        if joined && (!finite || verbal(scene, n)) {
            return n;
        }
    }
    0
}

/// How a noun that carries a promise stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// What somebody expresses, or not known.
    Expressed,
    /// Behind a preposition: "in line with our commitment to", "a pillar of our efforts to".
    Aside,
    /// What another act carries on: "to fulfil our commitment to".
    Carried,
    /// At the beginning of the sentence.
    First,
}

/// Verbs that only tell what somebody else or one himself will do.
pub const TELLING: [u64; 10] = text::hashes([
    "notified",
    "notifies",
    "communicated",
    "communicates",
    "presented",
    "presents",
    "transmitted",
    "informed",
    "informs",
    "signalled",
]);

/// How the noun at `at` stands.
pub fn standing(scene: &Scene, at: usize) -> Standing {
    let floor = at.saturating_sub(8);
    let mut n = at;
    while n > floor {
        n -= 1;
        let word = &scene.words[n];
        if !scene.tokens[n].word() || word.is & (is::AND | is::THAT | is::WHICH) != 0 {
            return Standing::Expressed;
        }
        if word.is & is::PREP != 0 {
            // "agreed on a plan to", "the announcement of plans to"
            let governed = n > 0
                && (scene.words[n - 1].verb > 0 || scene.words[n - 1].opinion > 0 || scene.marks[n - 1].noun != 0);
            return if governed { Standing::Expressed } else { Standing::Aside };
        }
        if word.verb > 0 || word.opinion > 0 {
            return Standing::Expressed;
        }
        // "notified its decision to", "presented a plan to": it is told, and not carried on.
        if TELLING.contains(&scene.tokens[n].hash) {
            return Standing::Expressed;
        }
        let opens = scene.has(n + 1, is::DET | is::OWN) || n + 1 == at;
        if word.act > 0 && word.form & (form::BASE | form::ING | form::THIRD | form::PAST) != 0 && opens {
            let verb = n == 0
                || scene.has(n - 1, is::TO | is::MODAL | is::WE | is::AND | is::PREP | is::MAY)
                || word.form & (form::THIRD | form::PAST | form::ING) != 0 && verbal(scene, n)
                || scene.words[n - 1].act > 0;
            if verb {
                return Standing::Carried;
            }
        }
    }
    if n == 0 { Standing::First } else { Standing::Expressed }
}

/// Whether what is given or conveyed is a courtesy: "offered his condolences", "extended their best wishes".
pub fn courtesy(scene: &Scene, frame: &Frame) -> bool {
    const COURTESIES: [u64; 14] = text::hashes([
        "sympathies",
        "sympathy",
        "condolences",
        "congratulations",
        "gratitude",
        "thanks",
        "appreciation",
        "wishes",
        "greetings",
        "tribute",
        "apologies",
        "respects",
        "regards",
        "felicitations",
    ]);
    (frame.end..(frame.end + 7).min(scene.tokens.len()))
        .take_while(|n| scene.tokens[*n].word() && !scene.has(*n, is::THAT | is::WHICH))
        .any(|n| COURTESIES.contains(&scene.tokens[n].hash))
}

/// Whether the noun of a promise is what was talked about: "discussed plans to", "reviewed the efforts".
pub fn talked_of(scene: &Scene, frame: &Frame) -> bool {
    const TALKED: [u64; 8] = text::hashes([
        "discussed",
        "reviewed",
        "examined",
        "considered",
        "recalled",
        "mentioned",
        "explained",
        "presented",
    ]);
    let floor = frame.at.saturating_sub(9);
    for n in (floor..frame.at).rev() {
        if TALKED.contains(&scene.tokens[n].hash) {
            return true;
        }
        let word = &scene.words[n];
        if !scene.tokens[n].word() || (word.verb > 0 || word.opinion > 0) && word.form & form::PAST != 0 {
            return false;
        }
    }
    false
}

/// Whether those who have agreed stand right before a verb in the present, which in a treaty says what they shall do: "The Parties
/// exchange lists".
pub fn contracting(scene: &Scene, frame: &Frame) -> bool {
    const PARTIES: [u64; 4] = text::hashes(["parties", "party", "participants", "participant"]);
    scene.before_adverbs(frame.at).is_some_and(|n| PARTIES.contains(&scene.tokens[n].hash))
}

/// Whether a sentence is one of those a treaty begins with: "Recognising that the work shall be carried out;".
pub fn preamble(scene: &Scene) -> bool {
    const OPENING: [u64; 10] = text::hashes([
        "desirous",
        "mindful",
        "aware",
        "conscious",
        "convinced",
        "guided",
        "inspired",
        "having",
        "bearing",
        "desiring",
    ]);
    let open = scene.tokens.last().is_some_and(|token| token.mark(';') || token.mark(',') || token.word());
    let first = &scene.words[0];
    let opens = first.opinion > 0 && (first.form & form::ING != 0 || scene.looks(0, text::ING));
    open && scene.tokens.len() > 6 && (opens || OPENING.contains(&scene.tokens[0].hash))
}

/// Whether the clause with that says what a thing will do, and nobody who could be bound: "intend that the corridor will".
pub fn that_thing(scene: &Scene, frame: &Frame) -> bool {
    let count = scene.tokens.len();
    let Some(that) = (frame.end..(frame.end + 3).min(count)).find(|n| scene.has(*n, is::THAT)) else { return false };
    let Some(modal) = (that + 1..(that + 14).min(count)).find(|n| scene.has(*n, is::MODAL | is::WOULD)) else {
        return false;
    };
    !scene.has(scene.past_adverbs(modal + 1), is::BE)
        && !(that + 1..modal).any(|n| {
            scene.marks[n].bits & (bit::PARTY | bit::OWN) != 0
                || scene.marks[n].subject.is_some_and(|tag| !matches!(tag, Tag::Thing))
                || scene.has(n, is::WE | is::BODY)
        })
}

/// Whether the clause with that depends on what somebody says: "said that the two sides will".
pub fn reported(scene: &Scene, frame: &Frame) -> bool {
    let floor = frame.at.saturating_sub(16);
    (floor..frame.at).rev().any(|n| scene.has(n, is::THAT) && n > 0 && scene.words[n - 1].opinion == 2)
}

/// Whether the cue stands in a clause that begins with "since", "as", "when" or the like.
pub fn subordinate(scene: &Scene, at: usize) -> bool {
    const CONJUNCTIONS: [u64; 10] =
        text::hashes(["since", "as", "when", "while", "because", "although", "though", "whereas", "once", "until"]);
    let floor = at.saturating_sub(16);
    let mut n = at;
    while n > floor {
        n -= 1;
        if !scene.tokens[n].word() || scene.has(n, is::THAT | is::WHICH) {
            return false;
        }
        if CONJUNCTIONS.contains(&scene.tokens[n].hash) {
            // "as a partner, as part of": no clause follows.
            let clause = scene.has(n + 1, is::WE | is::OWN)
                || scene.marks[n + 1].subject.is_some()
                || scene.marks[n + 1].bits & bit::PARTY != 0
                || scene.has(n + 1, is::DET)
                    && scene.marks.get(n + 2).is_some_and(|mark| mark.subject.is_some() || mark.bits & bit::PARTY != 0);
            return clause;
        }
    }
    false
}

/// Whether the subject of the cue points back at something: "this panel will", "these platforms would".
pub fn pointing(scene: &Scene, at: usize) -> bool {
    const POINTERS: [u64; 4] = text::hashes(["this", "these", "such", "it"]);
    let floor = at.saturating_sub(9);
    let mut n = at;
    while n > floor {
        n -= 1;
        if POINTERS.contains(&scene.tokens[n].hash) {
            // "Kenya confirmed that it will": whoever says so speaks of himself.
            let said = n > 1
                && scene.tokens[n].hash == const { text::hash("it") }
                && scene.has(n - 1, is::THAT)
                && (scene.words[n - 2].verb > 0 || scene.words[n - 2].opinion > 0)
                && (0..n - 2).any(|n| scene.marks[n].bits & bit::PARTY != 0);
            if said {
                return false;
            }
            return n == 0 || !scene.tokens[n - 1].word() || scene.has(n - 1, is::AND | is::THAT);
        }
        if !scene.tokens[n].word() {
            return false;
        }
    }
    false
}

/// Whether somebody else is to do it: "expects the fund to", "encouraged companies to".
pub fn others_do(scene: &Scene, frame: &Frame) -> bool {
    let next = scene.past_adverbs(frame.end);
    if scene.has(next, is::TO) || frame.passive {
        return false;
    }
    (next + 1..(next + 9).min(scene.tokens.len()))
        .take_while(|n| scene.tokens[*n].word() && !scene.has(*n, is::THAT | is::WHICH))
        .any(|n| scene.has(n, is::TO) && scene.words.get(n + 1).is_some_and(|word| word.form & form::BASE != 0))
}

/// What the item of a list begins with, where it takes over a promise from its lead-in or stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// A verb or the noun of an act.
    Act,
    /// The verb of an act that is over in a moment, in -ing: "Launching", "Signing".
    Moment,
    /// A thing: the item lists what the lead-in speaks of.
    Thing,
}

/// How an item opens.
pub fn opening(scene: &Scene, frame: &Frame) -> Opening {
    const MOMENTS: [u64; 14] = text::hashes([
        "launching",
        "signing",
        "concluding",
        "celebrating",
        "completing",
        "announcing",
        "welcoming",
        "inaugurating",
        "opening",
        "reaching",
        "finalizing",
        "finalising",
        "achieving",
        "commemorating",
    ]);
    let at = frame.act_at.min(scene.tokens.len() - 1);
    if frame.act > 0 {
        return if MOMENTS.contains(&scene.tokens[at].hash) { Opening::Moment } else { Opening::Act };
    }
    let start = scene.past_adverbs(if frame.rule == rule::ITEM { 0 } else { frame.end });
    let first = (start..start + 4).find(|n| !scene.has(*n, is::DET | is::NEW | is::TO)).unwrap_or(start);
    let noun = (first..(first + 5).min(scene.tokens.len())).any(|n| {
        scene.has(n, is::DONE_NOUN) || scene.marks[n].noun != 0 || scene.words[n].act > 0 && scene.has(n + 1, is::OF)
    });
    let word = scene.words.get(first).copied().unwrap_or_default();
    let doing = word.form & (form::BASE | form::ING) != 0 || scene.looks(first, text::ING);
    // Where the lead-in says all, the products it lists may look like verbs: "refining of minerals", "feed".
    let verb = if frame.things {
        doing && !scene.has(first + 1, is::OF) && scene.tokens.len() > 5
    } else {
        doing || word.verb > 0
    };
    let noun = noun && !frame.things;
    let verb = verb || (first..(first + 16).min(scene.tokens.len())).any(|n| scene.has(n, is::MODAL));
    if noun || verb { Opening::Act } else { Opening::Thing }
}
