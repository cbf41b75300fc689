//! From a request to its candidates: block by block, sentence by sentence, with what a sentence inherits from those before.

use crate::actor::{Actor, Cast, Who};
use crate::acts;
use crate::complement::complement;
use crate::cue::verbal;
use crate::due;
use crate::feature::{Around, Features};
use crate::frame::{self, Frame, LeadIn, rule};
use crate::lead::{self, List};
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
    let mut list: Option<List> = None;
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
            list = None;
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
            look(&mut around, &scene);
            around.colon = scene.tokens.last().is_some_and(|token| token.mark(':'));
            around.opening = around.number < 4 && text.len() > 2500;
            around.item = block.marker == Marker::Bullet || inherited.is_some();
            around.heading = heading(text, &scene, &block, hi) && inherited.is_none();
            around.quote = quote || scene.tokens[0].mark('"');
            around.closing = text.len() > 2000 && lo * 100 > text.len() * 96;
            cast.actors(tables, &scene, &mut actors);
            // An item with a subject and a verb of its own stands for itself.
            let own = actors.first().is_some_and(|actor| actor.start == 0 && actor.direct) || lead::clause(&scene);
            let bare = LeadIn { rule: rule::ITEM, who: Who::All, things: false };
            let inherit = inherited.filter(|_| first && !own).map(|lead| lead.0);
            let inherit = inherit
                .or_else(|| (first && list.is_none() && lead::act(&scene, &block, line, &actors)).then_some(bare));
            let inherit = inherit.or_else(|| {
                let noun = first && list.is_none() && lead::noun(&scene, &actors);
                noun.then_some(LeadIn { rule: rule::ITEM_NOUN, ..bare })
            });
            around.heading &= inherit.is_none();
            around.item |= inherit.is_some();
            frame::frames(tables, &scene, &actors, inherit, &mut frames);
            let opened = lead::opened(tables, &scene, &frames, &actors, (lo, hi), hi >= block.hi);
            // Where it says all that is to be done itself, it is no mere lead-in.
            around.colon &= !opened.is_some_and(|list| list.lead.is_some_and(|lead| lead.things));
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
            // "A.1." is no sentence, and what follows it begins the item.
            first &= !scene.tokens.iter().any(|token| token.word() && token.shape & (text::NUM | text::LETTER) == 0);
            around.number += 1;
            let colon = scene.tokens.last().is_some_and(|token| token.mark(':'));
            if opened.is_some() || colon && inherited.is_none() {
                list = opened;
            }
        }
        // Quotes that are never closed end with their paragraph.
        quote = false;
    }
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

/// What was said on an earlier occasion: "as agreed at the summit".
const SAID: [u64; 7] = text::hashes(["decided", "agreed", "announced", "discussed", "adopted", "declared", "outlined"]);

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
        let (mut at, mut found, mut done) = (None, false, 0);
        for n in 0..scene.tokens.len() {
            let word = &scene.words[n];
            if word.opinion == 1 && verbal(scene, n) && at.is_none() {
                at = Some(n);
            }
            let noun = word.is & is::DONE_NOUN != 0 && scene.has(n + 1, is::OF);
            if at.is_some_and(|at| n > at && n < at + 12) && noun {
                done = n;
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
                done = n;
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
        // The title says what was done: the noun that was welcomed, or the verb that tells it.
        frame.act_at = done;
        frame.act = if done == at { scene.words[at].act } else { 0 };
        frame.passive = done == at && scene.has(at - 1, is::BE);
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
            // "as decided at the summit in June"
            let as_said = found.start > 1
                && self.scene.tokens[found.start.saturating_sub(8)..found.start]
                    .windows(2)
                    .any(|pair| pair[0].hash == const { text::hash("as") } && SAID.contains(&pair[1].hash));
            let told = as_said
                || before.is_some_and(|n| self.scene.has(n, is::DONE) && !self.scene.has(n.wrapping_sub(1), is::BE));
            let over = match (&found.meaning, self.request.day) {
                (DueMeaning::Day(end) | DueMeaning::Interval(_, end), Some(day)) => *end < day,
                _ => false,
            };
            // "signed in 2019" is past; "adopted within three months" is not.
            const FORWARD: [u64; 8] = text::hashes(["within", "by", "before", "until", "ahead", "prior", "no", "not"]);
            let forward = FORWARD.contains(&self.scene.tokens[found.start].hash);
            told && !forward && frame.rule != rule::SCHEDULED || over
        };
        let told = self.tables.rules[usize::from(frame.rule)].kind == Kind::Verb
            && frame.form & form::PAST != 0
            && !frame.passive
            && !self.tables.rules[usize::from(frame.rule)].name.starts_with("intent");
        let good = |found: &&due::Found| {
            // "By 2030, …", "As it takes the chair in the first half of 2022, it will …"; "On 16 May the sides agreed" tells a past.
            let opens = found.start <= 3 || self.scene.sign(found.end, ',');
            const AHEAD: [u64; 6] = text::hashes(["by", "within", "before", "until", "no", "not"]);
            let opening =
                opens && found.end <= first && (!told || AHEAD.contains(&self.scene.tokens[found.start].hash));
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
