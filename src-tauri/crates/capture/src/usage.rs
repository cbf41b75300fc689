//! How a word is used where it stands: what takes its promise from a word that could bind, and what makes an act of one that
//! does not say so itself.

use crate::lexicon::{Tables, Tag, form, is};
use crate::scene::{Scene, bit};
use crate::text;

/// Whether no verb stands before `at`: "Fees for students to be waived", as minutes put it.
pub fn verbless(scene: &Scene, at: usize) -> bool {
    !(0..at).any(|n| {
        let word = &scene.words[n];
        word.is & (is::MODAL | is::WOULD | is::BE | is::HAVE | is::WHICH | is::THAT | is::NEED) != 0
            || word.verb > 0
            || word.opinion > 0
            || word.act > 0 && word.form & form::PAST != 0
    })
}

/// Whether it is said how often somebody meets or reports: "It meets once a year".
pub fn meets_again(scene: &Scene, at: usize) -> bool {
    let word = &scene.words[at];
    let subject = |n: usize| {
        scene.tokens[n].hash == const { text::hash("it") }
            || scene.has(n, is::BODY | is::MEETING)
            || matches!(scene.marks[n].subject, Some(Tag::Body | Tag::Both | Tag::They))
    };
    at > 0
        && word.act == 2
        && word.verb == 0
        && word.form & (form::BASE | form::THIRD) != 0
        && !scene.looks(at, text::CAP)
        && scene.before_adverbs(at).is_some_and(subject)
        && (at + 1..(at + 9).min(scene.tokens.len()))
            .take_while(|n| !scene.sign(*n, ','))
            .any(|n| scene.marks[n].recurring != 0)
}

/// Whether a participle only tells when a thing came about: "the plan agreed in 2019 and extended since".
pub fn dated(scene: &Scene, at: usize) -> bool {
    const WHEN: [u64; 4] = text::hashes(["in", "on", "during", "at"]);
    let participle = scene.words[at].form & form::PARTICIPLE != 0
        && scene.tokens.get(at + 1).is_some_and(|next| WHEN.contains(&next.hash))
        && at > 0
        && !scene.has(at - 1, is::BE | is::HAVE | is::AND | is::WHICH | is::ADVERB)
        && scene.tokens[at - 1].word();
    // The date goes as far as months and numbers do.
    let time = |n: usize| scene.looks(n, text::NUM) || scene.words.get(n).is_some_and(|word| word.month > 0);
    let end = (at + 2..at + 6).find(|n| !time(*n)).unwrap_or(at + 6);
    // Whoever decides something then says what.
    participle && end > at + 2 && !scene.has(end, is::TO | is::THAT | is::PREP | is::DET) && !scene.sign(end, ',')
}

/// Whether nothing is offered but what may come: "the treaty offers good prospects for".
pub fn prospects(scene: &Scene, at: usize) -> bool {
    const OFFERS: [u64; 4] = text::hashes(["offer", "offers", "offered", "offering"]);
    const PROSPECTS: [u64; 9] = text::hashes([
        "opportunity",
        "opportunities",
        "prospect",
        "prospects",
        "potential",
        "possibilities",
        "scope",
        "advantages",
        "benefits",
    ]);
    OFFERS.contains(&scene.tokens[at].hash)
        && (at + 1..(at + 5).min(scene.tokens.len())).any(|n| PROSPECTS.contains(&scene.tokens[n].hash))
}

/// Whether it is said behind a noun that it was taken or reached: "A decision was taken to", "agreement has been reached to".
pub fn taken(scene: &Scene, at: usize) -> bool {
    const TAKEN: [u64; 5] = text::hashes(["taken", "made", "reached", "given", "expressed"]);
    (at + 1..at + 4).any(|n| {
        scene.tokens.get(n).is_some_and(|token| TAKEN.contains(&token.hash))
            && (at..n).any(|n| scene.has(n, is::BE))
            && (at..n).all(|n| scene.has(n, is::BE | is::HAVE | is::ADVERB))
            && scene.has(n + 1, is::TO | is::THAT)
    })
}

/// Whether `to` follows what was once meant to be: "was due to be signed".
pub fn was_due(scene: &Scene, at: usize) -> bool {
    const DUE: [u64; 8] =
        text::hashes(["due", "set", "scheduled", "supposed", "meant", "planned", "slated", "expected"]);
    const WAS: [u64; 4] = text::hashes(["was", "were", "been", "originally"]);
    at > 1
        && DUE.contains(&scene.tokens[at - 1].hash)
        && (at.saturating_sub(4)..at - 1).any(|n| WAS.contains(&scene.tokens[n].hash))
}

/// Whether the verb at `at` says what decisions, announcements or agreements are about: "The announcements include".
pub fn lists_outcomes(scene: &Scene, at: usize) -> bool {
    const VERBS: [u64; 5] = text::hashes(["include", "includes", "included", "comprise", "foresee"]);
    const OUTCOMES: [u64; 9] = text::hashes([
        "decisions",
        "agreements",
        "announcements",
        "commitments",
        "outcomes",
        "undertakings",
        "deliverables",
        "pledges",
        "understandings",
    ]);
    at > 0
        && VERBS.contains(&scene.tokens[at].hash)
        && (at.saturating_sub(8)..at).any(|n| OUTCOMES.contains(&scene.tokens[n].hash))
        && !scene.has(at - 1, is::MODAL | is::WOULD | is::TO | is::WHICH | is::THAT)
}

/// Whether the meeting named at `at` is over: "the inaugural meeting took place", "was held".
pub fn over(scene: &Scene, at: usize) -> bool {
    const OVER: [u64; 4] = text::hashes(["took", "was", "were", "held"]);
    (at + 1..(at + 12).min(scene.tokens.len())).any(|n| OVER.contains(&scene.tokens[n].hash))
}

/// Whether a word names an aim or a task, of which one says what it is.
pub fn explains(tables: &Tables, scene: &Scene, at: usize) -> bool {
    const TASKS: [u64; 8] =
        text::hashes(["purpose", "task", "role", "mandate", "mission", "priority", "challenge", "way"]);
    TASKS.contains(&scene.tokens[at].hash)
        || scene.marks[at].noun != 0
            && tables.rules[usize::from(scene.marks[at].noun - 1)].strength == crate::Strength::Intent
}

/// Whether what is to be done at `at` is asked of others: "call for all hostages to be released".
pub fn called_for(scene: &Scene, at: usize) -> bool {
    const FOR: [u64; 3] = text::hashes(["for", "on", "upon"]);
    (at.saturating_sub(9)..at).any(|n| scene.words[n].opinion == 4 && FOR.contains(&scene.tokens[n + 1].hash))
}

/// Whether the noun at `at` is a plan of which it is said what it is: "The plan is to complete the centre", "Our intention is to".
/// Answers where the cue ends.
pub fn plan_is(tables: &Tables, scene: &Scene, at: usize) -> Option<usize> {
    const MORE: [u64; 4] = text::hashes(["idea", "step", "task", "undertaking"]);
    let mark = &scene.marks[at];
    if mark.noun == 0 && !MORE.contains(&scene.tokens[at].hash) {
        return None;
    }
    let planned = mark.noun != 0
        && matches!(
            tables.rules[usize::from(mark.noun - 1)].name.as_str(),
            "intent.noun.plan" | "intent.noun.intention" | "intent.noun.goal"
        );
    let next = at > 0 && (scene.has(at - 1, is::NEW) || scene.tokens[at - 1].hash == const { text::hash("first") });
    let known = planned || MORE.contains(&scene.tokens[at].hash) && next;
    if !known || at > 12 || (0..at).any(|n| scene.has(n, is::MODAL | is::WOULD | is::BE | is::WHICH | is::THAT)) {
        return None;
    }
    let end = at + usize::from(mark.noun_len.max(1));
    // "the aim of the fund is to" explains the fund; "the aim of the two sides is to" is theirs.
    let theirs = |n: usize| scene.marks[n].bits & bit::PARTY != 0 || matches!(scene.marks[n].subject, Some(Tag::Both));
    let be = if scene.has(end, is::OF) {
        let be = (end + 1..(end + 8).min(scene.tokens.len())).find(|n| scene.has(*n, is::BE))?;
        if !(end + 1..be).any(theirs) {
            return None;
        }
        be
    } else {
        scene.past_adverbs(end)
    };
    const NOW: [u64; 3] = text::hashes(["is", "are", "remains"]);
    let now = scene.tokens.get(be).is_some_and(|token| NOW.contains(&token.hash));
    let verb = scene.past_adverbs(be + 2);
    let act = scene.words.get(verb).is_some_and(|word| {
        let unknown = word.is == 0 && word.opinion == 0 && word.verb == 0 && word.form == 0;
        word.act > 0 && word.form & form::BASE != 0 || unknown && scene.has(verb + 1, is::DET | is::OWN)
    });
    (now && act && scene.has(be + 1, is::TO)).then_some(be + 1)
}

/// Whether something is on its way to being there: "is being drafted". `next` is the word behind the verb; answers where it ends.
pub fn being_done(scene: &Scene, next: usize) -> Option<usize> {
    let done = scene.past_adverbs(next + 1);
    let being = scene.tokens.get(next).is_some_and(|token| token.hash == const { text::hash("being") });
    let made = scene.words.get(done).is_some_and(|word| word.form & form::PARTICIPLE != 0 && matches!(word.act, 1 | 3));
    // "by a Chilean company": somebody else does it.
    let by =
        (done + 1..done + 3).any(|n| scene.tokens.get(n).is_some_and(|token| token.hash == const { text::hash("by") }));
    let relative = (0..next).any(|n| scene.has(n, is::WHICH | is::THAT));
    (being && made && !by && !relative).then_some(done + 1)
}

/// Whether names and nothing else stand before the `to` at `at`: "Chile and Peru to open a joint office", as reports head it.
pub fn headline(scene: &Scene, at: usize) -> bool {
    let named = |n: usize| {
        scene.looks(n, text::CAP)
            || scene.marks[n].bits & bit::PARTY != 0
            || scene.sign(n, ',')
            || scene.has(n, is::AND | is::DET) && scene.tokens[n].word()
    };
    at > 0
        && at < 12
        && (0..at.min(3)).any(|n| scene.marks[n].party != 0 && !scene.marks[n].adjective)
        && (0..at).all(named)
        && (scene.looks(at - 1, text::CAP) || scene.marks[at - 1].bits & bit::PARTY != 0)
        && verbless(scene, at)
}

/// Whether the verb in -ing at `at` tells how things stand rather than what somebody does: "trade is growing rapidly", "are leading
/// voices".
pub fn goes_by_itself(scene: &Scene, at: usize) -> bool {
    const GROWS: [u64; 8] = text::hashes([
        "growing",
        "increasing",
        "expanding",
        "improving",
        "rising",
        "declining",
        "evolving",
        "deepening",
    ]);
    let next = scene.past_adverbs(at + 1);
    let object = scene.has(next, is::DET | is::OWN)
        || scene.tokens.get(next).is_some_and(text::Token::word)
            && !scene.has(next, is::PREP | is::AND | is::THAT | is::WHICH);
    let leading = scene.tokens[at].hash == const { text::hash("leading") } && !scene.has(next, is::DET | is::OWN);
    leading || GROWS.contains(&scene.tokens[at].hash) && !object
}

/// Whether a time before the promise belongs to what came about: "the centre that was opened in Lima in 2019", "proud to have
/// been the first in 1991", "the plan adopted by the ministers in June".
pub fn came_before(scene: &Scene, time: usize) -> bool {
    const ON: [u64; 4] = text::hashes(["in", "on", "during", "at"]);
    if !ON.contains(&scene.tokens[time].hash) {
        return false;
    }
    (time.saturating_sub(22)..time).rev().take_while(|n| !scene.sign(*n, ',') && !scene.sign(*n, ';')).any(|n| {
        let word = &scene.words[n];
        let told = (word.form & (form::PARTICIPLE | form::PAST) != 0 && word.form & form::BASE == 0)
            || scene.looks(n, text::ED) && word.form == 0;
        let coming = scene.has(n, is::NEW) || n > 0 && scene.has(n - 1, is::MODAL | is::TO);
        let be = n > 0 && scene.has(n - 1, is::BE) && scene.tokens[n - 1].hash == const { text::hash("be") };
        let been = scene.tokens[n].hash == const { text::hash("been") };
        been || told && !coming && !be && n > 0
    })
}
