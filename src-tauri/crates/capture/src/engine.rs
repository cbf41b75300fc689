//! From a request to its candidates: block by block, sentence by sentence, with what a sentence inherits from those before.

use crate::actor::{Actor, Cast, Who};
use crate::answer::{Memory, Sentence, other};
use crate::describe;
use crate::due;
use crate::feature::{Around, Features};
use crate::frame::{self, LeadIn, rule};
use crate::lead::{self, List};
use crate::lexicon::{Lexicon, is, time};
use crate::place::Places;
use crate::scene::Scene;
use crate::segment::{Block, Blocks, Marker};
use crate::table;
use crate::text;
use crate::usage;
use crate::{Candidate, Range, Request};

/// The candidates of a text, in its order.
pub fn candidates(request: &Request<'_>, lexicon: &Lexicon) -> Vec<Candidate> {
    let mut found = Vec::new();
    walk(request, lexicon, &mut |sentence| {
        if let Some(candidate) = sentence.candidate() {
            found.push(candidate);
        }
    });
    found
}

/// What the training reads: every sentence with the features of its frames.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Examined {
    /// Where the sentence stands.
    pub range: Range,
    /// Features and rule of every frame.
    pub frames: Vec<(Vec<u16>, String)>,
    /// Whether somebody else is the one who acts, for every frame.
    pub others: Vec<bool>,
}

/// Every sentence of a text with the features of its frames.
#[doc(hidden)]
pub fn examine(request: &Request<'_>, lexicon: &Lexicon) -> Vec<Examined> {
    let mut all = Vec::new();
    walk(request, lexicon, &mut |sentence| {
        let tables = sentence.tables;
        let frames = sentence
            .features
            .iter()
            .zip(sentence.frames)
            .map(|(on, frame)| (on.clone(), tables.rules[usize::from(frame.rule)].name.clone()));
        all.push(Examined {
            range: sentence.range(sentence.lo, sentence.hi),
            frames: frames.collect(),
            others: sentence.frames.iter().map(other).collect(),
        });
    });
    all
}

fn walk(request: &Request<'_>, lexicon: &Lexicon, each: &mut dyn FnMut(&Sentence<'_>)) {
    let tables = &*lexicon.0;
    let text = request.text;
    let places = Places::new(text);
    let mut cast = Cast::new(tables, request.parties);
    let mut scene = Scene::default();
    let (mut actors, mut frames, mut sums, mut features) = (Vec::new(), Vec::new(), Vec::new(), Vec::<Vec<u16>>::new());
    let mut memory = Memory::default();
    let mut around = Around { group: cast.group(), ..Around::default() };
    let (mut list, mut left): (Option<List>, Option<List>) = (None, None);
    let mut builder = Features::new(tables);
    let (mut quote, mut table) = (false, false);
    for block in Blocks::new(text) {
        let line = &text[block.lo..block.hi];
        if table::header(line) {
            let lead = LeadIn { rule: rule::WILL, who: Who::All, things: false };
            list = Some(List::new(Some(lead), (block.lo, block.hi)));
            table = true;
            continue;
        }
        table &= table::row(line);
        if list.as_mut().is_some_and(|list| !table && !list.goes_on(text, &block)) {
            (left, list) = (list, None);
        } else if list.is_none() && lead::shouted(line) {
            // Below a title, the paragraphs of a resolution go on.
            list = left;
        }
        let inherited = list.and_then(|list| list.lead.map(|lead| (lead, list.place)));
        let mut at = block.lo;
        let mut first = true;
        while let Some(end) = scene.read(tables, text, at, block.hi) {
            let (lo, hi) = (scene.tokens[0].lo, end);
            at = end;
            if !scene.tokens.iter().any(|token| token.word()) {
                continue;
            }
            scene.mark(tables);
            scene.lower();
            look(&mut around, &scene);
            around.colon = scene.tokens.last().is_some_and(|token| token.mark(':'));
            around.opening = around.number < 3 && text.len() > 2500;
            around.item = block.marker == Marker::Bullet || inherited.is_some();
            around.heading = heading(text, &scene, &block, hi) && inherited.is_none();
            around.quote = quote || scene.tokens[0].mark('"');
            around.closing = text.len() > 2000 && lo * 100 > text.len() * 96;
            cast.actors(tables, &scene, &mut actors);
            // An item with a subject and a verb of its own stands for itself.
            // So does one behind a label: "Trade: India will".
            let labelled = |actor: &Actor| actor.start == 0 || actor.start < 8 && scene.sign(actor.start - 1, ':');
            // Only what opens a block can be an item.
            let own = !first
                || actors.iter().find(|actor| actor.direct).is_some_and(labelled)
                || lead::clause(&scene)
                || lead::labelled_clause(&scene)
                || lead::behind_aside(&scene, &actors);
            let bare = LeadIn { rule: rule::ITEM, who: Who::All, things: false };
            let inherit = inherited.filter(|_| first && !own && !lead::noted(&scene)).map(|lead| lead.0);
            let inherit = inherit.or_else(|| {
                (first && !own && list.is_none() && lead::act(&scene, &block, line, &actors)).then_some(bare)
            });
            let inherit = inherit.or_else(|| {
                let noun = first && !own && list.is_none() && lead::noun(&scene, &actors);
                noun.then_some(LeadIn { rule: rule::ITEM_NOUN, ..bare })
            });
            around.heading &= inherit.is_none();
            around.item |= inherit.is_some();
            frame::frames(tables, &scene, &actors, inherit, &mut frames);
            // "have travelled by sea;" under "persons who:": they are described.
            let described = list.is_some_and(|list| list.describes) && line.starts_with(|c: char| c.is_lowercase());
            frames.retain(|frame| !described && !describe::only(&scene, frame));
            // "will send observers;" under "The European Union:".
            if let Some(who) = list.and_then(|list| list.who).filter(|_| first)
                && let Some(frame) = frames.first_mut().filter(|frame| frame.at < 2 && !frame.inherited)
            {
                (frame.who, frame.near) = (who, true);
            }
            let opened = lead::opened(tables, &scene, &frames, &actors, (lo, hi), hi >= block.hi);
            // Where it says all that is to be done itself, it is no mere lead-in.
            around.colon &= !opened.is_some_and(|list| list.lead.is_some_and(|lead| lead.things));
            let dues = if !frames.is_empty() && timed(&scene, text) {
                due::all(&scene, text, request.day)
            } else {
                Vec::new()
            };
            let cue = frames.first().map_or(0, |frame| frame.at);
            around.due = dues.iter().any(|due| due.start >= cue || !usage::came_before(&scene, due.start));
            sums.clear();
            while features.len() < frames.len() {
                features.push(Vec::new());
            }
            if !frames.is_empty() {
                builder.sentence(&scene);
            }
            for (n, frame) in frames.iter().enumerate() {
                builder.frame(&scene, frame, &around);
                sums.push(tables.weights.sum(&builder.on));
                std::mem::swap(&mut features[n], &mut builder.on);
            }
            each(&Sentence {
                request,
                tables,
                cast: &cast,
                places: &places,
                scene: &scene,
                actors: &actors,
                frames: &frames,
                sums: &sums,
                features: &features[..frames.len()],
                dues: &dues,
                around,
                memory,
                lead_in: inherited.filter(|_| first).map(|lead| lead.1),
                lo,
                hi,
            });
            remember(&mut memory, &scene, &actors, cast.all);
            quote ^= scene.quotes % 2 == 1;
            // "A.1." is no sentence, and what follows it begins the item.
            first &= !scene.tokens.iter().any(|token| token.word() && token.shape & (text::NUM | text::LETTER) == 0);
            around.number += 1;
            let colon = scene.tokens.last().is_some_and(|token| token.mark(':'));
            if opened.is_some() || colon && inherited.is_none() {
                (list, left) = (opened, None);
            }
        }
        // Quotes that are never closed end with their paragraph.
        quote = false;
    }
}

/// What kind of text this turns out to be, sentence by sentence.
fn look(around: &mut Around, scene: &Scene) {
    if around.number < 12 {
        // "Article 3": the text is divided as treaties are.
        around.memorandum |= scene.tokens.len() <= 4 && scene.tokens[0].hash == const { text::hash("article") };
        around.memorandum |= scene.tokens.iter().enumerate().any(|(n, token)| {
            token.hash == const { text::hash("hereinafter") }
                || token.hash == const { text::hash("participants") } && token.is(text::CAP)
                || token.hash == const { text::hash("memorandum") }
                    && scene.looks(n + 1, 0)
                    && scene
                        .tokens
                        .get(n.wrapping_sub(1))
                        .is_some_and(|before| before.hash == const { text::hash("this") })
        });
        around.press |=
            scene.tokens.iter().any(|token| token.hash == const { text::hash("said") }) && scene.tokens.len() > 4;
    }
}

/// Whether a sentence is a heading: a short block of its own without a full stop.
fn heading(text: &str, scene: &Scene, block: &Block, hi: usize) -> bool {
    let last = scene.tokens.last().is_some_and(|token| {
        token.mark('.')
            || token.mark(';')
            || token.mark(':')
            || token.mark('?')
            || token.mark('!')
            || token.mark(',')
            || token.is(text::DOTTED)
    });
    let bytes = text.as_bytes();
    !last
        && hi >= block.hi
        && scene.tokens.len() < 18
        && bytes.get(block.lo).is_some()
        && block.marker != Marker::Bullet
}

/// Whether there is any word of time at all, so that a deadline can be found.
fn timed(scene: &Scene, text: &str) -> bool {
    let (mut hint, mut rare, mut numbers) = (false, false, 0);
    for ((token, word), mark) in scene.tokens.iter().zip(&scene.words).zip(&scene.marks) {
        let number = token.is(text::NUM);
        if mark.recurring != 0
            || word.month > 0
            || word.is & (is::OCCASION | is::SEASON) != 0
            || word.time & time::UNIT != 0
            || number && (1950..2200).contains(&token.value)
        {
            return true;
        }
        numbers += usize::from(number);
        // "COP28" and "the 2020s" are no words of the lexicon.
        let (length, capital) = (token.hi - token.lo, token.is(text::CAP));
        if capital {
            hint |= matches!(length, 5 | 6) && token.is(text::UPPER);
            rare |= length >= 5 && text[token.lo..].starts_with("COP");
        } else if length == 5 {
            hint |= word.is == 0;
            rare |= text.as_bytes()[token.lo].is_ascii_digit();
        }
        rare |= word.time & time::RARE != 0;
    }
    // Dates in digits of other centuries are three numbers.
    hint && (rare || numbers > 2)
}

fn remember(memory: &mut Memory, scene: &Scene, actors: &[Actor], all: u64) {
    // "She" is the one who spoke, and not whoever was spoken of.
    let spoke =
        actors.iter().any(|actor| actor.direct && matches!(actor.who, Who::Some(mask) if mask.count_ones() == 1));
    for actor in actors {
        match actor.who {
            Who::Some(mask) if mask.count_ones() == 1 && (actor.direct || !spoke) => memory.single = mask,
            Who::Some(mask) if actor.direct => memory.plural = mask & all,
            Who::All | Who::We if actor.direct => memory.plural = 0,
            // "The JWG met in May. It agreed to": a body of all of them.
            Who::Body(0) if actor.direct && actor.start == 0 && joint_body(scene, actor) => memory.single = all,
            _ => {}
        }
    }
}

/// Whether a body is one that the parties have together: "the JWG", "the Joint Commission".
fn joint_body(scene: &Scene, actor: &Actor) -> bool {
    const BODIES: [u64; 5] = text::hashes(["commission", "committee", "council", "group", "groups"]);
    const JOINT: [u64; 4] = text::hashes(["joint", "bilateral", "binational", "mixed"]);
    let last = actor.end - 1;
    let initials = scene.looks(last, text::UPPER) && actor.end - actor.start <= 2;
    let named = (actor.start..actor.end).any(|n| JOINT.contains(&scene.tokens[n].hash));
    initials || named && BODIES.contains(&scene.tokens[last].hash)
}
