//! From a request to its candidates: block by block, sentence by sentence, with what a sentence inherits from those before.

use crate::actor::{Actor, Cast, Who};
use crate::acts;
use crate::complement::complement;
use crate::cue::verbal;
use crate::due;
use crate::feature::{Around, Features};
use crate::frame::{self, Frame, LeadIn, rule};
use crate::lexicon::{Kind, Lexicon, Tables, form, is, time};
use crate::named;
use crate::place::Places;
use crate::scene::{Scene, bit};
use crate::segment::{Block, Blocks, Marker};
use crate::strength;
use crate::table;
use crate::text;
use crate::title;
use crate::{Bound, Candidate, Class, Cue, Due, DueMeaning, Range, Request, Strength};

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

/// How much less is enough for the promise of somebody else, which the weights are not trained on.
const OTHERS: f32 = 1.8;

/// Whether somebody else acts.
fn other(frame: &Frame) -> bool {
    matches!(frame.who, Who::Other(..))
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

/// A sentence, all about it known.
struct Sentence<'a> {
    request: &'a Request<'a>,
    tables: &'a Tables,
    cast: &'a Cast<'a>,
    places: &'a Places<'a>,
    scene: &'a Scene,
    actors: &'a [Actor],
    frames: &'a [Frame],
    sums: &'a [f32],
    features: &'a [Vec<u16>],
    dues: &'a [due::Found],
    around: Around,
    memory: Memory,
    lead_in: Option<(usize, usize)>,
    lo: usize,
    hi: usize,
}

/// What later sentences refer back to.
#[derive(Debug, Clone, Copy, Default)]
struct Memory {
    /// The last party that acted alone, as bits.
    single: u64,
    /// Those that acted together last, as bits; 0 for all.
    plural: u64,
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
    let mut lead: Option<(LeadIn, (usize, usize))> = None;
    let mut builder = Features::new(tables);
    let (mut quote, mut table) = (false, false);
    for block in Blocks::new(text) {
        let line = &text[block.lo..block.hi];
        if table::header(line) {
            lead = Some((LeadIn { rule: rule::WILL, who: Who::All }, (block.lo, block.hi)));
            table = true;
            continue;
        }
        table &= table::row(line);
        if block.marker != Marker::Bullet && titled(line) {
            lead = None;
        }
        if lead.is_some() && !table && !continues(text, &block) {
            lead = None;
        }
        let inherited = lead;
        let mut at = block.lo;
        let mut first = true;
        while let Some(end) = scene.read(tables, text, at, block.hi) {
            let (lo, hi) = (scene.tokens[0].lo, end);
            at = end;
            if !scene.tokens.iter().any(|token| token.word()) {
                continue;
            }
            scene.mark(tables);
            look(&mut around, &scene);
            around.colon = scene.tokens.last().is_some_and(|token| token.mark(':'));
            around.opening = around.number < 4 && text.len() > 2500;
            around.item = block.marker == Marker::Bullet || inherited.is_some();
            around.heading = heading(text, &scene, &block, hi) && inherited.is_none();
            around.quote = quote || scene.tokens[0].mark('"');
            around.closing = text.len() > 2000 && lo * 100 > text.len() * 96;
            cast.actors(tables, &scene, &mut actors);
            // An item with a subject and a verb of its own stands for itself.
            let own = actors.first().is_some_and(|actor| actor.start == 0 && actor.direct);
            let bare = LeadIn { rule: rule::ITEM, who: Who::All };
            let inherit = inherited.filter(|_| first && !own).map(|lead| lead.0);
            let inherit =
                inherit.or_else(|| (first && inherited.is_none() && act(&scene, &block, line)).then_some(bare));
            around.heading &= inherit.is_none();
            around.item |= inherit.is_some();
            frame::frames(tables, &scene, &actors, inherit, &mut frames);
            let dues = if !frames.is_empty() && timed(&scene, text) {
                due::all(&scene, text, request.day)
            } else {
                Vec::new()
            };
            around.due = !dues.is_empty();
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
            remember(&mut memory, &actors, cast.all);
            quote ^= scene.quotes % 2 == 1;
            first = false;
            around.number += 1;
            if let Some(last) = scene.tokens.last()
                && last.mark(':')
                && scene.tokens.len() < 120
            {
                lead = lead_in(tables, &scene, &frames, &actors).map(|found| (found, (lo, hi)));
            }
        }
        // Quotes that are never closed end with their paragraph.
        quote = false;
    }
}

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
fn act(scene: &Scene, block: &Block, line: &str) -> bool {
    let at = scene.tokens.iter().take(4).position(|token| token.word() && !token.is(text::NUM)).unwrap_or(0);
    let word = &scene.words[at];
    let item = block.marker == Marker::Bullet || line.ends_with(';') || line.ends_with("; and");
    let numbered = item || block.marker == Marker::Number || at > 0;
    // Words that welcome, note or announce begin what is reported, not what will be done.
    const TOLD: [u64; 3] = text::hashes(["announcing", "announce", "recognizing"]);
    word.act > 0
        && matches!((word.opinion, word.act), (0, _) | (2, 2 | 7))
        && !TOLD.contains(&scene.tokens[at].hash)
        && scene.tokens.len() > 5
        && !scene.has(at + 1, is::AND | is::BE | is::MODAL)
        && (scene.looks(at, text::ING) || !scene.has(at + 1, is::OF))
        && !scene.tokens[..at].iter().any(|token| token.mark('"'))
        && !scene.sign(at + 1, ',')
        && (item && scene.looks(at, text::ING) || numbered && word.form & form::BASE != 0 && scene.looks(at, text::CAP))
}

/// Whether a block is an item under the lead-in before it.
fn continues(text: &str, block: &Block) -> bool {
    let part = &text[block.lo..block.hi];
    block.marker != Marker::None
        || part.starts_with(|c: char| c.is_lowercase())
        || part.ends_with(';')
        || part.ends_with("; and")
        || !part.contains(|c: char| c.is_alphanumeric())
        || part.starts_with("<!--")
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
        return (!matches!(who, Who::Thing | Who::Other(..))).then_some(LeadIn { rule: rule::WILL, who });
    }
    let frame = frame?;
    if called && frame.rule != rule::CALLED {
        return None;
    }
    // Words of another sentence cannot be carried over, nor can a thing promise.
    let who = if matches!(frame.who, Who::Thing | Who::Other(..)) { Who::Nobody } else { frame.who };
    Some(LeadIn { rule: frame.rule, who })
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

/// What kind of text this turns out to be, sentence by sentence.
fn look(around: &mut Around, scene: &Scene) {
    if around.number < 12 {
        around.memorandum |= scene.tokens.iter().enumerate().any(|(n, token)| {
            token.hash == const { text::hash("participants") } && token.is(text::CAP)
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

fn remember(memory: &mut Memory, actors: &[Actor], all: u64) {
    for actor in actors {
        match actor.who {
            Who::Some(mask) if mask.count_ones() == 1 => memory.single = mask,
            Who::Some(mask) if actor.direct => memory.plural = mask & all,
            Who::All | Who::We if actor.direct => memory.plural = 0,
            _ => {}
        }
    }
}

impl Sentence<'_> {
    fn range(&self, lo: usize, hi: usize) -> Range {
        Range { start: self.places.at(lo), end: self.places.at(hi) }
    }

    fn words(&self, from: usize, to: usize) -> Range {
        let tokens = &self.scene.tokens;
        let from = from.min(tokens.len() - 1);
        let to = to.clamp(from + 1, tokens.len());
        self.range(tokens[from].lo, tokens[to - 1].hi)
    }

    fn said(&self, from: usize, to: usize) -> String {
        let tokens = &self.scene.tokens;
        let from = from.min(tokens.len() - 1);
        let to = to.clamp(from + 1, tokens.len());
        title::smooth(&self.request.text[tokens[from].lo..tokens[to - 1].hi])
    }

    fn candidate(&self) -> Option<Candidate> {
        let threshold = self.tables.weights.enough(self.around.group);
        let legal = self.scene.bits & bit::BOILERPLATE != 0;
        // The parties' own promises go before those of others in the same sentence.
        let top = |others: bool| {
            let some = (0..self.frames.len()).filter(|n| {
                other(&self.frames[*n]) == others
                    && self.sums[*n] >= if others && !legal { threshold - OTHERS } else { threshold }
            });
            some.max_by(|a, b| self.sums[*a].total_cmp(&self.sums[*b]))
        };
        let Some(best) = top(false).or_else(|| top(true)) else { return self.delivered() };
        let frame = &self.frames[best];
        let (bound, class) = self.bound(frame);
        let due = self.due(frame, self.first());
        let rule = &self.tables.rules[usize::from(frame.rule)];
        let rule = if frame.inherited { format!("inherited.{}", rule.name) } else { rule.name.clone() };
        let cue = if frame.inherited
            && let Some((lo, hi)) = self.lead_in
        {
            Cue { range: self.range(lo, hi), words: title::smooth(&self.request.text[lo..hi]), rule }
        } else {
            Cue { range: self.words(frame.at, frame.end), words: self.said(frame.at, frame.end), rule }
        };
        let sum = self.sums[best] - threshold;
        Some(Candidate {
            range: self.range(self.lo, self.hi),
            lead_in: self.lead_in.map(|(lo, hi)| self.range(lo, hi)),
            class,
            cue,
            bound,
            strength: self.strength(best),
            due,
            named: named::all(self.scene, |from, to| (self.words(from, to), self.said(from, to))),
            acts: acts::split(self.scene, frame).into_iter().map(|(from, to)| self.words(from, to)).collect(),
            title: title::of(self.tables, self.scene, self.request.text, frame),
            confidence: 0.5 + 0.5 * (1.0 - (-sum).exp()).clamp(0.0, 1.0),
        })
    }

    /// A sentence that reports what was done.
    fn delivered(&self) -> Option<Candidate> {
        let scene = self.scene;
        if self.around.heading || scene.tokens.len() < 5 || scene.is & (is::DONE | is::DONE_NOUN) == 0 {
            return None;
        }
        let (mut at, mut found) = (None, false);
        for n in 0..scene.tokens.len() {
            let word = &scene.words[n];
            if word.opinion == 1 && verbal(scene, n) && at.is_none() {
                at = Some(n);
            }
            let noun = word.is & is::DONE_NOUN != 0 && scene.has(n + 1, is::OF);
            if at.is_some_and(|at| n > at && n < at + 12) && noun {
                found = true;
                break;
            }
            let told = word.is & is::DONE != 0
                && n > 0
                && verbal(scene, n)
                && (scene.has(n - 1, is::HAVE | is::WE | is::BE)
                    || self.actors.iter().any(|actor| actor.direct && scene.past_adverbs(actor.end) == n));
            if told
                && self
                    .actors
                    .iter()
                    .any(|actor| actor.direct && actor.start < n && !matches!(actor.who, Who::Other(..)))
            {
                at = Some(n);
                found = true;
                break;
            }
        }
        let at = at.filter(|_| found)?;
        let mut frame = Frame { at, end: at + 1, ..frame::empty() };
        frame.who =
            self.actors.iter().rev().find(|actor| actor.direct && actor.start < at).map_or(Who::All, |actor| actor.who);
        complement(scene, &mut frame);
        frame.scope = scene.tokens.len().min(at + 60);
        let (bound, _) = self.bound(&frame);
        Some(Candidate {
            range: self.range(self.lo, self.hi),
            lead_in: None,
            class: Class::Delivered,
            cue: Cue { range: self.words(at, at + 1), words: self.said(at, at + 1), rule: "delivered".to_owned() },
            bound,
            strength: Strength::Firm,
            due: None,
            named: named::all(scene, |from, to| (self.words(from, to), self.said(from, to))),
            acts: Vec::new(),
            title: title::of(self.tables, scene, self.request.text, &frame),
            confidence: 0.6,
        })
    }

    fn parties(&self, mask: u64) -> Bound {
        let mask = mask & self.cast.all;
        if mask == 0 || mask == self.cast.all {
            return Bound::Both;
        }
        let codes = self.cast.parties.iter().enumerate().filter(|(n, _)| *n < 64 && mask >> n & 1 == 1);
        Bound::Parties(codes.map(|(_, party)| party.code.clone()).collect())
    }

    fn bound(&self, frame: &Frame) -> (Bound, Class) {
        let scene = self.scene;
        // "resolved to work together": nobody does that alone.
        let act = frame.act_at;
        let alone = matches!(frame.who, Who::Some(_))
            && scene.tokens.get(act + 1).is_some_and(|token| token.hash == const { text::hash("together") })
            && scene.tokens.get(act + 2).is_none_or(|token| token.hash != const { text::hash("with") });
        let who = if alone {
            Who::All
        } else if frame.who == Who::We && self.around.quote && self.around.press && self.memory.single != 0 {
            // In a report, the one who is quoted speaks for his own side.
            Who::Some(self.memory.single)
        } else {
            frame.who
        };
        // "India will train the officers, and Kenya will nominate them": each promises a part.
        let who = match who {
            Who::Some(mask) if !frame.inherited && !alone => Who::Some(self.others(frame, mask)),
            who => who,
        };
        match who {
            Who::Some(mask) | Who::Body(mask) => (self.parties(mask), Class::Commitment),
            Who::They => (self.parties(self.memory.plural), Class::Commitment),
            Who::It => {
                // The last party named in the sentence itself, else the one that acted last.
                let own = self.actors.iter().rev().find_map(|actor| match actor.who {
                    Who::Some(mask) if actor.end <= frame.at && mask.count_ones() == 1 => Some(mask),
                    _ => None,
                });
                (self.parties(own.unwrap_or(self.memory.single)), Class::Commitment)
            }
            Who::Other(from, to) => (Bound::Other(self.said(from, to)), Class::ThirdParty),
            Who::All | Who::We | Who::Nobody | Who::Thing => (Bound::Both, Class::Commitment),
        }
    }

    /// A party with those that promise something of their own in the same sentence.
    fn others(&self, frame: &Frame, mask: u64) -> u64 {
        let threshold = self.tables.weights.enough(self.around.group);
        let also = self.frames.iter().zip(self.sums).filter(|(other, sum)| {
            **sum >= threshold && other.at != frame.at && other.near && !other.relative && !other.that
        });
        also.fold(mask, |mask, (other, _)| match other.who {
            Who::Some(more) if self.tables.rules[usize::from(other.rule)].kind != Kind::Noun => mask | more,
            _ => mask,
        })
    }

    /// The strongest of the frames that count nearly as much as the best.
    fn strength(&self, best: usize) -> Strength {
        strength::of(self.tables, self.scene, self.frames, self.sums, best, &self.around)
    }

    /// Where the first of the frames that count stands.
    fn first(&self) -> usize {
        let threshold = self.tables.weights.enough(self.around.group);
        self.frames
            .iter()
            .zip(self.sums)
            .filter(|(_, sum)| **sum >= threshold)
            .map(|(frame, _)| frame.at)
            .min()
            .unwrap_or(0)
    }

    fn due(&self, frame: &Frame, first: usize) -> Option<Due> {
        let all = self.dues;
        let past = |found: &due::Found| {
            let before = self.scene.before_adverbs(found.start);
            let told =
                before.is_some_and(|n| self.scene.has(n, is::DONE) && !self.scene.has(n.wrapping_sub(1), is::BE));
            let over = match (&found.meaning, self.request.day) {
                (DueMeaning::Day(end) | DueMeaning::Interval(_, end), Some(day)) => *end < day,
                _ => false,
            };
            // "signed in 2019" is past; "adopted within three months" is not.
            const FORWARD: [u64; 8] = text::hashes(["within", "by", "before", "until", "ahead", "prior", "no", "not"]);
            let forward = FORWARD.contains(&self.scene.tokens[found.start].hash);
            told && !forward && frame.rule != rule::SCHEDULED || over
        };
        let good = |found: &&due::Found| {
            let opening = found.start <= 3 && found.end <= first;
            !past(found) && (found.start >= first || opening) && found.end > 0
        };
        let found = all.iter().filter(good).find(|found| !found.occasion).or_else(|| all.iter().find(good))?;
        let words = self.said(found.start, found.end);
        let meaning = match &found.meaning {
            DueMeaning::Event(_) => DueMeaning::Event(title::occasion(&words)),
            other => other.clone(),
        };
        Some(Due { range: self.words(found.start, found.end), words, meaning })
    }
}
