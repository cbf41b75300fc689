//! Lead-ins and lists: what the items behind a colon take over from the sentence before it, how far a list reaches, and which
//! items stand for an act although nothing leads to them.

use crate::actor::{Actor, Who};
use crate::cue::verbal;
use crate::frame::{Frame, LeadIn, rule};
use crate::lexicon::{Kind, Tables, form, is};
use crate::scene::Scene;
use crate::segment::{Block, Marker};
use crate::text;
use crate::work;

/// Whether a line is a title: short, without a full stop, its long words capitalised.
fn titled(line: &str) -> bool {
    let letters = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    line.len() < 90
        && !line.ends_with(['.', ';', ':', ',', '!', '?'])
        && line.split_whitespace().filter(letters).count() > 0
        && line
            .split_whitespace()
            .filter(letters)
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()))
}

/// Whether a list item that stands under no lead-in begins with what is to be done: "Establishing a fund", "Deploy two advisers".
pub fn act(scene: &Scene, block: &Block, line: &str, actors: &[Actor]) -> bool {
    let at = scene
        .tokens
        .iter()
        .take(6)
        .position(|token| token.word() && token.shape & (text::NUM | text::LETTER) == 0)
        .unwrap_or(0);
    // "FURTHER PROMOTE", as resolutions have it.
    let further = scene.has(at, is::ADVERB) && scene.shouted > at + 1;
    let at = at + usize::from(further);
    let word = &scene.words[at];
    // Bullets get lost on the way: what has neither subject nor verb is an item as well.
    let fragment =
        !actors.iter().any(|actor| actor.direct) && !titled(line) && line.ends_with('.') && !scene.has(at + 1, is::OF);
    let item = block.marker == Marker::Bullet || line.ends_with(';') || line.ends_with("; and") || fragment;
    let numbered = item || block.marker == Marker::Number || at > 0;
    // Words that welcome, note or announce begin what is reported, not what will be done.
    const TOLD: [u64; 5] = text::hashes(["announcing", "announce", "recognizing", "considering", "bearing"]);
    word.act > 0
        && matches!((word.opinion, word.act), (0, _) | (2, 2 | 7))
        && !TOLD.contains(&scene.tokens[at].hash)
        && !scene.looks(at, text::UPPER)
        && !clause(scene)
        && scene.tokens.len() > 5
        // "III. Support for the economy": a heading.
        && !(block.marker == Marker::Number && !line.ends_with(['.', ';', ',']) && scene.has(at + 1, is::PREP))
        && !scene.has(at + 1, is::AND | is::BE | is::MODAL)
        && (scene.looks(at, text::ING) || !scene.has(at + 1, is::OF))
        && !scene.tokens[..at].iter().any(|token| token.mark('"'))
        && !scene.sign(at + 1, ',')
        && (item && scene.looks(at, text::ING) || numbered && word.form & form::BASE != 0 && (scene.looks(at, text::CAP) || further))
}

/// Whether an item that stands under no lead-in begins with the noun of an act: "Establishment of a joint committee".
pub fn noun(scene: &Scene, actors: &[Actor]) -> bool {
    const ACTS: [u64; 24] = text::hashes([
        "establishment",
        "creation",
        "commencement",
        "introduction",
        "completion",
        "opening",
        "dispatch",
        "provision",
        "development",
        "expansion",
        "extension",
        "resumption",
        "conclusion",
        "negotiation",
        "construction",
        "upgrading",
        "implementation",
        "organization",
        "organisation",
        "formation",
        "preparation",
        "consideration",
        "setting",
        "reopening",
    ]);
    let at = scene
        .tokens
        .iter()
        .take(6)
        .position(|token| token.word() && token.shape & (text::NUM | text::LETTER) == 0)
        .unwrap_or(0);
    scene.tokens.len() > 5
        && ACTS.contains(&scene.tokens[at].hash)
        && (at + 1..at + 9).any(|n| scene.has(n, is::OF))
        && !clause(scene)
        && !actors.iter().any(|actor| actor.direct)
}

/// Whether an item is a sentence of its own: "Officials from both ministries will meet", "The provision of funds is subject to".
pub fn clause(scene: &Scene) -> bool {
    // "Commends the force", under the name of a council: a verb with its subject in the lead-in.
    if finite(scene) {
        return true;
    }
    let plain = |n: &usize| scene.tokens[*n].word() && !scene.has(*n, is::WHICH | is::THAT | is::TO | is::IF);
    let verb = (0..scene.tokens.len().min(26)).take_while(plain).find(|n| {
        const FINITE: [u64; 4] = text::hashes(["is", "are", "has", "have"]);
        *n > 0
            && !scene.looks(*n, text::CAP)
            && (scene.has(*n, is::MODAL | is::WOULD) || FINITE.contains(&scene.tokens[*n].hash))
    });
    // "continue the talks which will", "to be": what begins with a verb is an item after all.
    verb.is_some_and(|verb| {
        let first = &scene.words[0];
        let opens =
            first.form & form::ING != 0 || scene.looks(0, text::ING) || scene.has(0, is::PREP | is::MODAL | is::BE);
        let base = first.act > 0 && first.form & form::BASE != 0 && !scene.looks(0, text::CAP);
        !opens && !base && (first.form & form::BASE == 0 || scene.has(verb, is::MODAL | is::WOULD))
    })
}

/// Whether an item begins with a verb in the third person: "Takes note of", "Resolves that".
fn finite(scene: &Scene) -> bool {
    let (first, next) = (&scene.words[0], scene.words.get(1).copied().unwrap_or_default());
    let open = is::DET | is::OWN | is::TO | is::THAT | is::PREP;
    first.form & form::THIRD != 0
        && (next.is & open != 0 && next.is & is::OF == 0
            || scene.looks(1, text::CAP)
            || (first.opinion > 0 || next.opinion > 0) && next.is & is::OF == 0)
}

/// Whether an item is a sentence behind a label: "Protecting the Forests: Norway has paid its share".
pub fn labelled_clause(scene: &Scene) -> bool {
    let end = scene.tokens.len().min(16);
    let Some(colon) = (1..end).find(|n| scene.sign(*n, ':')) else { return false };
    let spoken = |n: usize| scene.has(n, is::MODAL | is::WOULD | is::BE | is::HAVE | is::WHICH);
    if !scene.looks(colon + 1, text::CAP) || (0..colon).any(spoken) {
        return false;
    }
    // "Training: Provide fifty places": what is to be done stands behind the label.
    let first = &scene.words[colon + 1];
    if first.act > 0 && first.form & form::BASE != 0 && first.opinion == 0 {
        return false;
    }
    (colon + 2..scene.tokens.len().min(colon + 40))
        .take_while(|n| !scene.has(*n, is::WHICH | is::THAT))
        .any(|n| finite_at(scene, n))
}

/// Whether the word at `at` is a finite verb: an auxiliary, or a verb that tells, binds or does right behind a noun.
fn finite_at(scene: &Scene, at: usize) -> bool {
    const FINITE: [u64; 6] = text::hashes(["is", "are", "has", "have", "was", "were"]);
    let word = &scene.words[at];
    let told = (word.verb > 0 || word.opinion > 0)
        && word.form & (form::THIRD | form::PAST) != 0
        && !scene.looks(at, text::CAP)
        && scene
            .before_adverbs(at)
            .is_some_and(|n| scene.tokens[n].word() && !scene.has(n, is::DET | is::PREP | is::OWN));
    FINITE.contains(&scene.tokens[at].hash) || scene.has(at, is::MODAL | is::WOULD) || told
}

/// Whether an item is a sentence whose subject stands behind an opening: "Building on these talks, the two sides intend to".
pub fn behind_aside(scene: &Scene, actors: &[Actor]) -> bool {
    actors.iter().any(|actor| {
        actor.direct && actor.start > 2 && scene.sign(actor.start - 1, ',') && {
            let verb = scene.past_adverbs(actor.end);
            scene.has(verb, is::MODAL)
                || scene.words.get(verb).is_some_and(|word| word.verb > 0 && word.form & !form::ING != 0)
        }
    })
}

/// A list under way.
#[derive(Debug, Clone, Copy)]
pub struct List {
    /// What its items take over.
    pub lead: Option<LeadIn>,
    /// Who does what its items say, where the lead-in is a name alone: "The European Union:".
    pub who: Option<Who>,
    /// Where the lead-in stands.
    pub place: (usize, usize),
    /// Whether its items only describe somebody or something: "persons who:".
    pub describes: bool,
    /// Whether the lead-in had no colon, so that only bullets go on.
    bullets: bool,
    /// What its first item begins with.
    shape: Option<(char, char)>,
    /// Whether the last item ended in a full stop.
    stopped: bool,
}

impl List {
    /// Of a lead-in.
    pub fn new(lead: Option<LeadIn>, place: (usize, usize)) -> Self {
        Self { lead, who: None, place, describes: false, bullets: false, shape: None, stopped: false }
    }

    /// Whether a block is one of its items.
    pub fn goes_on(&mut self, text: &str, block: &Block) -> bool {
        let part = &text[block.lo..block.hi];
        work::walked(part.len());
        if block.marker != Marker::Bullet && (titled(part) || self.bullets) {
            return false;
        }
        self.bullets = false;
        let goes_on = block.marker != Marker::None
            || part.starts_with(|c: char| c.is_lowercase())
            || part.ends_with(';')
            || part.ends_with("; and")
            || !part.contains(|c: char| c.is_alphanumeric())
            || part.starts_with("<!--");
        // "1." after "(a) …." goes on with the text and not with the list.
        let shape = shape(text, block);
        let other = self.stopped && self.shape.is_some_and(|first| first != shape);
        self.shape.get_or_insert(shape);
        self.stopped = part.ends_with('.');
        goes_on && !other
    }
}

/// What stands before the wording of an item: the kind of its first sign and its last one.
fn shape(text: &str, block: &Block) -> (char, char) {
    let line = text[..block.lo].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let sign = text[line..block.lo].trim();
    work::walked(block.lo - line);
    let kind = |c: char| match c {
        '0'..='9' => '0',
        'a'..='z' => 'a',
        c => c,
    };
    (sign.chars().next().map_or(' ', kind), sign.chars().next_back().map_or(' ', kind))
}

/// Longest lead-in, in bytes.
const LONGEST: usize = 1000;

/// The list that a sentence opens.
pub fn opened(
    tables: &Tables,
    scene: &Scene,
    frames: &[Frame],
    actors: &[Actor],
    place: (usize, usize),
    last: bool,
) -> Option<List> {
    let end = scene.tokens.last()?;
    // Every item tells its lead-in once more; one of a megabyte of spaces would be told a million times.
    if scene.tokens.len() >= 120 || place.1 - place.0 > LONGEST {
        return None;
    }
    if end.mark(':') {
        if describing(scene) {
            return Some(List { describes: true, ..List::new(None, place) });
        }
        let lead = lead_in(tables, scene, frames, actors);
        let told = lead.is_none() && told(scene);
        let who = if lead.is_none() && frames.is_empty() { named(scene, actors) } else { None };
        return (lead.is_some() || told || who.is_some()).then(|| List { who, ..List::new(lead, place) });
    }
    // "we will work together", and bullets below it
    let open = last
        && end.word()
        && scene.tokens.len() > 4
        && frames.iter().any(|frame| frame.rule == rule::WILL && frame.near);
    open.then(|| List { bullets: true, ..List::new(lead_in(tables, scene, frames, actors), place) })
        .filter(|list| list.lead.is_some())
}

/// Whether a lead-in ends in the beginning of a clause about a noun: "persons who:", "goods that:"; not "agreed that:".
fn describing(scene: &Scene) -> bool {
    let last = scene.tokens.len().saturating_sub(2);
    let noun = last > 1
        && scene.tokens[last - 1].word()
        && scene.words[last - 1].verb == 0
        && scene.words[last - 1].is & (is::PREP | is::AND | is::TO | is::ADVERB) == 0;
    let says = |n: usize| {
        let word = &scene.words[n];
        word.verb > 0 || word.opinion > 0 && word.form & (form::PAST | form::THIRD) != 0
    };
    noun && (scene.has(last, is::WHICH) || scene.has(last, is::THAT) && !(0..last).any(says))
}

/// Whether a paragraph of a resolution takes note of something or welcomes it: "NOTE the report of the Secretary".
pub fn noted(scene: &Scene) -> bool {
    let first = |n: &usize| scene.words[*n].opinion > 0 || scene.words[*n].act > 0 || scene.words[*n].verb > 0;
    (0..scene.shouted.min(scene.words.len()))
        .find(first)
        .is_some_and(|n| scene.words[n].opinion > 0 && scene.words[n].act == 0 && scene.words[n].verb == 0)
}

/// Whether a line begins with a word in capitals and goes on in small letters: "EXPAND cooperation on".
pub fn shouted(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let capitals = |word: &str| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    words.next().is_some_and(capitals) && words.take(2).any(|word| word.starts_with(|c: char| c.is_lowercase()))
}

/// Who is named by a lead-in that says nothing else: "For its part, the European Union:".
fn named(scene: &Scene, actors: &[Actor]) -> Option<Who> {
    let last = actors.last()?;
    let alone = scene.past_adverbs(last.end) + 1 == scene.tokens.len() && scene.tokens.len() < 12 && !last.owns;
    (alone && matches!(last.who, Who::Some(_))).then_some(last.who)
}

/// Whether a sentence tells what was done: "has accelerated several accomplishments, including".
fn told(scene: &Scene) -> bool {
    (1..scene.tokens.len()).any(|n| {
        scene.words[n].form & (form::PAST | form::PARTICIPLE) != 0
            && scene.words[n].form & form::BASE == 0
            && scene.words[n].verb == 0
            && scene.words[n].act > 0
            && scene.before_adverbs(n).is_some_and(|before| scene.has(before, is::HAVE | is::WE))
            && verbal(scene, n)
    })
}

/// What the items under a lead-in take over.
fn lead_in(tables: &Tables, scene: &Scene, frames: &[Frame], actors: &[Actor]) -> Option<LeadIn> {
    // The last cue before the colon counts, unless it is a call on others.
    let called = (0..scene.tokens.len()).any(|n| scene.words[n].opinion == 4 || scene.words[n].opinion == 3);
    let rank = |frame: &&Frame| {
        (
            tables.rules[usize::from(frame.rule)].kind != Kind::Noun,
            std::cmp::Reverse(tables.rules[usize::from(frame.rule)].strength as u8),
        )
    };
    let frame = frames.iter().max_by_key(rank);
    let weak =
        frame.is_none_or(|frame| frame.rule == rule::NEED || tables.rules[usize::from(frame.rule)].kind == Kind::Noun);
    if weak && !called && announces_acts(scene) {
        // "We must do more through the following actions:" leads to acts, whatever stands before.
        let who = actors.iter().find(|actor| actor.direct).map_or(Who::Nobody, |actor| actor.who);
        let lead = LeadIn { rule: rule::WILL, who, things: false };
        return (!matches!(who, Who::Thing | Who::Other(..))).then_some(lead);
    }
    if frame.is_none() && !called && fields_of_cooperation(scene) {
        return Some(LeadIn { rule: rule::WILL, who: Who::All, things: false });
    }
    if weak && !called && purposes(scene) {
        return Some(LeadIn { rule: rule::PLAN_IS, who: Who::All, things: false });
    }
    let frame = frame?;
    if called && frame.rule != rule::CALLED {
        return None;
    }
    // "discussed the following topics:" leads to nothing that will be done.
    if tables.rules[usize::from(frame.rule)].name == "soft.explore" && frame.form & form::PAST != 0 {
        return None;
    }
    // Words of another sentence cannot be carried over, nor can a thing promise.
    let who = if matches!(frame.who, Who::Thing | Who::Other(..)) { Who::Nobody } else { frame.who };
    Some(LeadIn { rule: frame.rule, who, things: closed(scene, frame) })
}

/// Whether a lead-in says all that is to be done and its items only name what it is done with: "will draw up a list of the
/// following products:". "will work together on:" is open, and each item says what will be done.
fn closed(scene: &Scene, frame: &Frame) -> bool {
    const FIELDS: [u64; 25] = text::hashes([
        "areas",
        "fields",
        "actions",
        "steps",
        "measures",
        "activities",
        "commitments",
        "undertakings",
        "decisions",
        "deliverables",
        "initiatives",
        "points",
        "lines",
        "effort",
        "priorities",
        "domains",
        "projects",
        "ways",
        "objectives",
        "tasks",
        "means",
        "forms",
        "modes",
        "channels",
        "modalities",
    ]);
    let count = scene.tokens.len();
    let colon = count - 1;
    let following =
        (colon.saturating_sub(20)..colon).rev().find(|n| scene.tokens[*n].hash == const { text::hash("following") });
    let open_act = !matches!(frame.act, 1..=5);
    if let Some(at) = following {
        let field = (at + 1..colon).any(|n| FIELDS.contains(&scene.tokens[n].hash));
        // "following:" alone stands for the acts themselves.
        // "the following, subject to their laws:" stands for them as well.
        // So does "the following will be done:".
        let verb = scene.has(at + 1, is::MODAL | is::WOULD | is::BE);
        return at + 1 < colon && scene.tokens[at + 1].word() && !verb && !field;
    }
    let said = frame.act_at + 3 < colon && !scene.has(colon - 1, is::TO | is::MODAL);
    !open_act && said && !frame.inherited && scene.has(colon - 1, is::PREP | is::OF)
}

/// Whether a lead-in without a cue says how or where the parties cooperate: "Cooperation covers the following areas:".
fn fields_of_cooperation(scene: &Scene) -> bool {
    const COOPERATION: [u64; 3] = text::hashes(["cooperation", "collaboration", "partnership"]);
    const FIELDS: [u64; 9] = text::hashes([
        "areas",
        "fields",
        "forms",
        "following",
        "include",
        "includes",
        "means",
        "directions",
        "modalities",
    ]);
    let any = |words: &[u64]| scene.tokens.iter().any(|token| words.contains(&token.hash));
    scene.tokens.len() < 30 && any(&COOPERATION) && any(&FIELDS)
}

/// Whether a lead-in says what a memorandum is for, which its items then tell: "The purpose of this MOU is to:".
fn purposes(scene: &Scene) -> bool {
    const AIMS: [u64; 6] = text::hashes(["purpose", "purposes", "aim", "aims", "objective", "objectives"]);
    const PAPERS: [u64; 5] = text::hashes(["mou", "memorandum", "arrangement", "agreement", "cooperation"]);
    let end = scene.tokens.len() - 1;
    let any = |words: &[u64]| scene.tokens.iter().any(|token| words.contains(&token.hash));
    end > 4
        && end < 16
        && scene.has(end - 1, is::TO)
        && scene.has(end - 2, is::BE)
        && (0..4).any(|n| AIMS.contains(&scene.tokens[n].hash))
        && any(&PAPERS)
}

/// Whether a lead-in ends by saying that acts follow: "the following actions:".
fn announces_acts(scene: &Scene) -> bool {
    const ACTS: [u64; 8] = text::hashes([
        "actions",
        "steps",
        "measures",
        "activities",
        "commitments",
        "undertakings",
        "decisions",
        "deliverables",
    ]);
    let from = scene.tokens.len().saturating_sub(6);
    let end = &scene.tokens[from..];
    let following = end.iter().position(|token| token.hash == const { text::hash("following") });
    following.is_some_and(|at| end[at..].iter().any(|token| ACTS.contains(&token.hash)))
}
