//! From a sentence and its frames to its candidate: whether it is one, whose, how strongly and by when.

use crate::actor::{Actor, Cast, Who};
use crate::acts;
use crate::complement::complement;
use crate::cue::verbal;
use crate::due;
use crate::feature::Around;
use crate::frame::{self, Frame, rule};
use crate::lexicon::{Kind, Tables, form, is};
use crate::named;
use crate::place::Places;
use crate::scene::{Scene, bit};
use crate::strength;
use crate::text;
use crate::title;
use crate::usage;
use crate::{Bound, Candidate, Class, Cue, Due, DueMeaning, Range, Request, Strength};

/// How much less is enough for the promise of somebody else, which the weights are not trained on.
const OTHERS: f32 = 1.8;

/// Whether somebody else acts.
pub fn other(frame: &Frame) -> bool {
    matches!(frame.who, Who::Other(..))
}

/// A sentence, all about it known.
pub struct Sentence<'a> {
    pub request: &'a Request<'a>,
    pub tables: &'a Tables,
    pub cast: &'a Cast<'a>,
    pub places: &'a Places<'a>,
    pub scene: &'a Scene,
    pub actors: &'a [Actor],
    pub frames: &'a [Frame],
    pub sums: &'a [f32],
    pub features: &'a [Vec<u16>],
    pub dues: &'a [due::Found],
    pub around: Around,
    pub memory: Memory,
    pub lead_in: Option<(usize, usize)>,
    pub lo: usize,
    pub hi: usize,
}

/// What later sentences refer back to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory {
    /// The last party that acted alone, as bits.
    pub single: u64,
    /// Those that acted together last, as bits; 0 for all.
    pub plural: u64,
}

/// What was said on an earlier occasion: "as agreed at the summit".
const SAID: [u64; 7] = text::hashes(["decided", "agreed", "announced", "discussed", "adopted", "declared", "outlined"]);

impl Sentence<'_> {
    /// A stretch of the text, given in bytes.
    pub fn range(&self, lo: usize, hi: usize) -> Range {
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

    /// What stands in the answer of it.
    pub fn candidate(&self) -> Option<Candidate> {
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
            Cue { range: self.range(lo, hi), words: title::shown(&self.request.text[lo..hi]), rule }
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
        let who = if alone || self.agreed_with(frame) {
            Who::All
        } else if self.joint(frame) {
            frame.who
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
        // "Lead: Ministry of Fisheries of Chile", as plans of action have it.
        let who = match self.in_charge() {
            0 => who,
            mask if frame.inherited => Who::Some(mask),
            _ => who,
        };
        match who {
            Who::Some(mask) | Who::Body(mask) => (self.parties(mask), Class::Commitment),
            Who::They => (self.parties(self.memory.plural), Class::Commitment),
            Who::It => {
                // The last party that acts in the sentence itself, else one named there, else the one that acted last.
                let person = self.actors.first().is_some_and(|actor| actor.who == Who::It && actor.direct);
                let named = |direct: bool| {
                    self.actors.iter().rev().find_map(|actor| match actor.who {
                        Who::Some(mask)
                            if actor.end <= frame.at && mask.count_ones() == 1 && (actor.direct || !direct) =>
                        {
                            Some(mask)
                        }
                        _ => None,
                    })
                };
                let own = named(true).or_else(|| if person { None } else { named(false) });
                (self.parties(own.unwrap_or(self.memory.single)), Class::Commitment)
            }
            Who::Other(from, to) => (Bound::Other(self.said(from, to)), Class::ThirdParty),
            Who::All | Who::We | Who::Nobody | Who::Thing => (Bound::Both, Class::Commitment),
        }
    }

    /// Whether the participle at `n` says that something came about at the time behind it: "the visa lifted in 2016", "a fund that
    /// was set up in 2020"; not "to be lifted in 2027", "planned in 2027".
    fn came_about(&self, n: usize, time: usize) -> bool {
        const ON: [u64; 3] = text::hashes(["in", "on", "during"]);
        const WAS: [u64; 3] = text::hashes(["was", "were", "been"]);
        const AHEAD: [u64; 8] =
            text::hashes(["expected", "anticipated", "foreseen", "slated", "needed", "required", "fixed", "targeted"]);
        let (scene, token) = (self.scene, &self.scene.tokens[n]);
        let on = ON.contains(&scene.tokens[time].hash) && scene.looks(time + 1, text::NUM);
        let participle = scene.words[n].form & form::PARTICIPLE != 0 || token.is(text::ED);
        let base = scene.words[n].form & form::BASE != 0;
        if !on || !participle || base || scene.has(n, is::NEW) || AHEAD.contains(&token.hash) {
            return false;
        }
        match scene.before_adverbs(n) {
            Some(before) if scene.has(before, is::BE) => WAS.contains(&scene.tokens[before].hash),
            Some(before) => !scene.has(before, is::MODAL | is::WOULD | is::TO),
            None => false,
        }
    }

    /// Whose body is said to be in charge of an item, as bits; 0 where none is.
    fn in_charge(&self) -> u64 {
        const CHARGE: [u64; 4] = text::hashes(["lead", "responsible", "responsibility", "owner"]);
        let tokens = &self.scene.tokens;
        let at = tokens.windows(2).position(|pair| CHARGE.contains(&pair[0].hash) && pair[1].mark(':'));
        let Some(at) = at else { return 0 };
        let places = at + 2..tokens.len().min(at + 20);
        places
            .take_while(|n| !tokens[*n].mark('–') && !tokens[*n].mark(';'))
            .filter_map(|n| self.cast.named(self.scene, n))
            .fold(0, |mask, found| mask | found.0)
    }

    /// Whether one side says that it has agreed with the other: "Ghana agreed with Togo to".
    fn agreed_with(&self, frame: &Frame) -> bool {
        let is_with =
            |n: usize| self.scene.tokens.get(n).is_some_and(|token| token.hash == const { text::hash("with") });
        // "has reached an agreement with Togo to": the word stands in the cue.
        let with = is_with(frame.end) || frame.end > 0 && is_with(frame.end - 1);
        let other = || {
            self.actors.iter().find(|actor| (frame.end..frame.end + 3).contains(&actor.start)).map(|actor| actor.who)
        };
        with && self.cast.parties.len() == 2
            && matches!(
                self.tables.rules[usize::from(frame.rule)].name.as_str(),
                "firm.agree" | "firm.agreement-reached" | "firm.decision-taken" | "firm.noun.agreement-to"
            )
            && matches!(other(), Some(Who::Some(mask)) if mask & self.cast.all != 0)
    }

    /// Whether "we" in a quotation are both: what they agreed, do together or say in a joint statement.
    fn joint(&self, frame: &Frame) -> bool {
        const TEXTS: [u64; 4] = text::hashes(["statement", "declaration", "communique", "communiqué"]);
        let tokens = &self.scene.tokens;
        let said = tokens
            .windows(2)
            .any(|pair| pair[0].hash == const { text::hash("joint") } && TEXTS.contains(&pair[1].hash));
        let together = tokens[frame.end.min(tokens.len())..tokens.len().min(frame.end + 4)]
            .iter()
            .any(|token| token.hash == const { text::hash("together") });
        // "We have decided to hold summits with Brazil": one side speaks, and both are meant.
        let single = self.memory.single;
        let with = self.cast.parties.len() == 2
            && single != 0
            && matches!(self.tables.rules[usize::from(frame.rule)].name.as_str(), "firm.decide" | "firm.resolve")
            && self.actors.iter().any(|actor| {
                actor.start > frame.end
                    && tokens[actor.start - 1].hash == const { text::hash("with") }
                    && matches!(actor.who, Who::Some(mask) if mask & self.cast.all != 0 && mask & single == 0)
            });
        frame.who == Who::We
            && (said || together || with || self.tables.rules[usize::from(frame.rule)].name == "firm.agree")
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
            // "During the second round, held today": it is over.
            let held = found.occasion && (found.end..found.end + 9).any(|n| self.scene.has(n, is::DONE));
            let held = held && found.start < 4 && found.end <= first;
            let told = held
                || as_said
                || found.end <= first && usage::came_before(self.scene, found.start)
                || before.is_some_and(|n| self.came_about(n, found.start))
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
            // "Noting that trade doubled in 2024, they": so does what is taken into account before.
            let apart = found.start > 0 && self.scene.sign(found.start - 1, ',');
            let opens = opens || apart;
            let noted = self.scene.looks(0, text::ING) && found.start > 1 && !apart;
            let opening = opens
                && found.end <= first
                && (!told && !noted || AHEAD.contains(&self.scene.tokens[found.start].hash));
            !past(found) && (found.start >= first || opening) && found.end > 0
        };
        // "Building on the goal of 2035, both intend to propose it before the autumn": what stands behind the promise is nearer to it.
        let behind = |found: &&due::Found| found.start >= frame.at && !found.occasion;
        let found = all.iter().filter(good).find(behind);
        let found = found
            .or_else(|| all.iter().filter(good).find(|found| !found.occasion))
            .or_else(|| all.iter().find(good))?;
        let words = self.said(found.start, found.end);
        let meaning = match &found.meaning {
            DueMeaning::Event(_) => DueMeaning::Event(title::occasion(&words)),
            other => other.clone(),
        };
        Some(Due { range: self.words(found.start, found.end), words, meaning })
    }
}
