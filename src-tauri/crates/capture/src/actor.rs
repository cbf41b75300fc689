//! Who acts: from the words of a sentence to parties, bodies, people and outsiders that can be the subject of a verb.

use crate::Party;
use crate::lexicon::{ByHash, Tables, Tag, is};
use crate::name::{run, verb_follows};
use crate::scene::{Scene, bit};
use crate::text::{self, Token};
use std::collections::HashMap;

/// Who.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Who {
    /// Nobody named.
    #[default]
    Nobody,
    /// All parties, in words such as "the two sides".
    All,
    /// All parties, as "we".
    We,
    /// All parties, as "they".
    They,
    /// Some parties by number, as bits; all of them too when they are named one by one.
    Some(u64),
    /// A body of the parties, of those parties where this is known.
    Body(u64),
    /// It, he or she.
    It,
    /// Somebody else: the words from one place to another.
    Other(usize, usize),
    /// A thing.
    Thing,
}

/// A possible subject.
#[derive(Debug, Clone, Copy)]
pub struct Actor {
    /// First word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// Who it is.
    pub who: Who,
    /// Whether a verb follows, so that it is the subject of one.
    pub direct: bool,
    /// Whether it owns what follows: "India's".
    pub owns: bool,
}

/// The parties to the text and the people who speak for them.
pub struct Cast<'a> {
    /// The parties.
    pub parties: &'a [Party],
    /// For every code of the lexicon, the number of the party.
    by_code: Vec<Option<u8>>,
    /// Names given by the caller: by their first word, the rest and the party.
    extra: ByHash<Vec<(Vec<u64>, u8)>>,
    /// Parties of people, by surname.
    people: ByHash<u64>,
    /// Whose leader bears a title, where the text has told.
    pub(crate) by_title: HashMap<u16, u64>,
    /// All parties, as bits.
    pub all: u64,
}

/// Most parties told apart.
const MOST: usize = 63;
/// Most people remembered.
const PEOPLE: usize = 4096;

impl<'a> Cast<'a> {
    /// For the parties of a request.
    pub fn new(tables: &Tables, parties: &'a [Party]) -> Self {
        let mut by_code = vec![None; tables.codes.len()];
        let mut extra: ByHash<Vec<(Vec<u64>, u8)>> = ByHash::default();
        for (n, party) in parties.iter().enumerate().take(MOST) {
            let n = u8::try_from(n).unwrap_or(0);
            if let Some(code) = tables.codes.iter().position(|code| code.eq_ignore_ascii_case(&party.code)) {
                by_code[code] = Some(n);
            }
            for name in &party.names {
                let (mut at, mut hashes) = (0, Vec::new());
                while let Some((token, next)) = text::next(name, at, name.len()) {
                    at = next;
                    if token.word() && hashes.len() < 12 {
                        hashes.push(token.hash);
                    }
                }
                if let Some(first) = hashes.first().copied() {
                    extra.entry(first).or_default().push((hashes, n));
                }
            }
        }
        let count = parties.len().min(MOST);
        let all = if count == 0 { 0 } else { u64::MAX >> (64 - count) };
        Self { parties, by_code, extra, people: ByHash::default(), by_title: HashMap::new(), all }
    }

    /// Whether the text is of one group of many, such as the G7.
    pub fn group(&self) -> bool {
        self.parties.len() == 1 && self.parties[0].code.len() > 2
            || self.parties.len() == 1
                && self.parties[0].code.starts_with('G')
                && self.parties[0].code.ends_with(|c: char| c.is_ascii_digit())
    }

    pub(crate) fn party(&self, code: u16) -> u64 {
        self.by_code.get(usize::from(code)).copied().flatten().map_or(0, |n| 1 << n)
    }

    /// Parties whose office a title is, among the parties to the text; nothing when it tells none apart.
    fn holders(&self, tables: &Tables, title: u16) -> u64 {
        let mask = tables.holders[usize::from(title)].iter().fold(0, |mask, code| mask | self.party(*code));
        if mask.count_ones() == 1 { mask } else { 0 }
    }

    /// The party named at `at` by the caller's own names or the lexicon: bits (0 for a state that is no party), words, adjective.
    pub(crate) fn named(&self, scene: &Scene, at: usize) -> Option<(u64, usize, bool)> {
        if !self.extra.is_empty() {
            for (words, party) in self.extra.get(&scene.tokens[at].hash).map_or(&[][..], Vec::as_slice) {
                let rest = &scene.tokens[at..];
                if rest.len() >= words.len()
                    && rest.iter().zip(words).all(|(token, hash)| token.hash == *hash)
                    && scene.looks(at, text::CAP)
                {
                    return Some((1 << party, words.len(), false));
                }
            }
        }
        let mark = &scene.marks[at];
        if mark.party != 0 {
            return Some((self.party(mark.party - 1), usize::from(mark.party_len), mark.adjective));
        }
        // "The Commission" is a body of the text's own where the Union is no party to it.
        if mark.known != 0 && (self.party(mark.known - 1) != 0 || !scene.has(at, is::BODY)) {
            return Some((self.party(mark.known - 1), usize::from(mark.known_len), false));
        }
        None
    }

    pub(crate) fn remember(&mut self, token: &Token, mask: u64) {
        if mask.count_ones() == 1 && self.people.len() < PEOPLE {
            self.people.insert(token.hash, mask);
        }
    }

    pub(crate) fn person(&self, token: &Token) -> u64 {
        self.people.get(&token.hash).copied().unwrap_or(0)
    }

    /// Whoever may act, from left to right.
    pub fn actors(&mut self, tables: &Tables, scene: &Scene, actors: &mut Vec<Actor>) {
        actors.clear();
        let mut at = 0;
        while at < scene.tokens.len() && actors.len() < 48 {
            match self.coordinated(tables, scene, at) {
                Some(mut actor) => {
                    // "views on the Baltic fund": what stands behind a preposition is nobody's subject.
                    let aside = matches!(actor.who, Who::Other(..))
                        && actor.start > 0
                        && (BESIDE.contains(&scene.tokens[actor.start - 1].hash)
                            || scene.sign(actor.start - 1, '/')
                            || among(scene, actor.start));
                    actor.direct = !actor.owns && !aside && verb_follows(scene, actor.end);
                    at = actor.end.max(at + 1);
                    // "the United Arab Emirates (UAE)": the short name of the one before it.
                    let start = actor.start;
                    let short = start > 0 && scene.sign(start - 1, '(') && scene.sign(actor.end, ')');
                    if let Some(last) = actors.last_mut().filter(|last| short && last.end + 1 == start && !last.owns) {
                        last.end = actor.end + 1;
                        last.direct = verb_follows(scene, last.end);
                        continue;
                    }
                    actors.push(actor);
                }
                None => at += 1,
            }
        }
    }

    /// One actor, and those joined to it by commas and `and`.
    fn coordinated(&mut self, tables: &Tables, scene: &Scene, at: usize) -> Option<Actor> {
        let mut actor = self.one(tables, scene, at)?;
        for _ in 0..14 {
            if actor.owns {
                break;
            }
            let mut next = actor.end;
            if scene.sign(next, ',') {
                next += 1;
            }
            let and = scene.has(next, is::AND);
            if and {
                next += 1;
            }
            if next == actor.end || next >= scene.tokens.len() {
                break;
            }
            // "in New Delhi, the United States and India will": the place is not one of those who act.
            if !and && actor.start > 0 && scene.has(actor.start - 1, is::PREP) && scene.has(next, is::DET) {
                break;
            }
            // After a comma alone, only more names follow; "In 2024, the leaders" must not grow.
            if !and && !matches!(actor.who, Who::Some(_) | Who::Body(_) | Who::Other(..)) {
                break;
            }
            // "Prime Minister Hasina and her Indian counterpart": whoever that is, he speaks for the other side.
            if and
                && scene.has(next, is::OWN)
                && let Some(other) =
                    (next..(next + 5).min(scene.tokens.len())).find(|n| COUNTERPARTS.contains(&scene.tokens[*n].hash))
            {
                actor.end = if scene.looks(other + 1, text::CAP) { run(scene, other + 1) } else { other + 1 };
                actor.who = Who::All;
                break;
            }
            let Some(more) = self.one(tables, scene, next) else { break };
            // "the Union and its Member States": they are part of it.
            let its = scene.tokens[next].hash == const { text::hash("its") };
            if and && its && matches!(actor.who, Who::Some(_)) {
                actor.end = more.end;
                continue;
            }
            if !and && !self.list_goes_on(scene, more.end) {
                break;
            }
            if matches!(more.who, Who::We | Who::They | Who::It | Who::All | Who::Thing)
                && !matches!(more.who, Who::All)
            {
                break;
            }
            if more.owns && !and {
                break;
            }
            // "U.S. Trade and Development Agency": one name with an "and" in it.
            let one = and
                && more.who == Who::Body(0)
                && scene.looks(next, text::CAP)
                && actor.end - actor.start > 1
                && scene.marks[actor.end - 1].bits & bit::PARTY == 0
                && (actor.start..actor.start + 2).any(|n| scene.marks[n].bits & bit::PARTY != 0)
                && !(actor.start..actor.end).any(|n| scene.has(n, is::BODY) || scene.marks[n].title != 0);
            let agencies = initials(scene, &actor) && initials(scene, &more);
            actor.who = match () {
                () if one => actor.who,
                () if agencies => Who::Body(0),
                () => join(actor.who, more.who),
            };
            actor.end = more.end;
            actor.owns = more.owns;
        }
        Some(actor)
    }

    /// Whether a list of names goes on after a comma: another comma or an `and` follows soon.
    fn list_goes_on(&self, scene: &Scene, at: usize) -> bool {
        scene.sign(at, ',') || scene.has(at, is::AND)
    }

    fn one(&mut self, tables: &Tables, scene: &Scene, at: usize) -> Option<Actor> {
        let token = &scene.tokens[at];
        if !token.word() {
            return None;
        }
        let mark = &scene.marks[at];
        // Most words are in lower case and begin nothing.
        let plain = mark.subject.is_none() && mark.bits & bit::OUTSIDER == 0 && !token.is(text::CAP);
        if plain && !scene.has(at, is::DET) {
            return None;
        }
        let done = |end: usize, who: Who| {
            let owns = end > at && scene.looks(end - 1, text::POSS);
            Some(Actor { start: at, end, who, direct: false, owns })
        };
        // "the Government of India": the article is no name.
        let article = scene.has(at, is::DET) && at + 1 < scene.tokens.len();
        let named = self.named(scene, at).map(|found| (at, found)).or_else(|| {
            if article && scene.tokens[at + 1].word() {
                self.named(scene, at + 1).map(|found| (at + 1, found))
            } else {
                None
            }
        });
        // "Quad countries", "the G7 members": all of them, whatever else the first word may name.
        let joint = mark.subject == Some(Tag::Both)
            && usize::from(mark.subject_len) > named.map_or(0, |(from, (_, length, _))| from - at + length);
        if let Some((from, (mask, length, adjective))) = named.filter(|_| !joint) {
            return self.of_party(scene, at, from, mask, length, adjective);
        }
        if let Some(tag) = mark.subject {
            let end = at + usize::from(mark.subject_len);
            let bare = mark.subject_len == 1;
            let alone = at == 0
                || scene.words[at - 1].number > 0
                || scene.tokens[at - 1].shape & text::MARK != 0
                || scene.has(at - 1, is::AND | is::THAT | is::ADVERB | is::DET | is::OWN | is::WHICH | is::PREP)
                || scene.words[at - 1].verb > 0
                || scene.words[at - 1].opinion > 0;
            match tag {
                Tag::Both if !bare || token.id != 0 && scene.has(at, is::WE) => {
                    let who = if scene.has(at, is::WE) { Who::We } else { Who::All };
                    return done(self.office(scene, end), who);
                }
                Tag::Both if alone => return done(end, Who::All),
                Tag::They => return done(end, Who::They),
                Tag::Each => return done(end, Who::All),
                // "consider it necessary": no subject.
                Tag::It if bare && at > 0 && deemed(scene, at) => {}
                Tag::It => return done(end, Who::It),
                Tag::Body if alone || scene.looks(at, text::CAP) || bare => return done(end, Who::Body(0)),
                Tag::Thing if alone && !scene.has(at, is::THAT) => return done(end, Who::Thing),
                _ => {}
            }
        }
        // "Both Unions agree", "the two Academies": however those are called that two of them are.
        let two = token.hash == const { text::hash("both") } || scene.words[at].number == 2;
        let plural = at + 1 < scene.tokens.len() && scene.looks(at + 1, text::CAP) && scene.tokens[at + 1].word();
        if two && plural && scene.looks(at + 1, text::S) && !scene.looks(at + 2, text::CAP) {
            return done(at + 2, Who::All);
        }
        let from = if article && scene.looks(at + 1, text::CAP) && scene.tokens[at + 1].word() { at + 1 } else { at };
        if scene.marks[from].title != 0 {
            let end = from + usize::from(scene.marks[from].title_len);
            let title = scene.marks[from].title - 1;
            let mask = self.holders(tables, title);
            let (to, who) = self.titled(scene, end, mask, title);
            if to > end || who != Who::Nobody {
                return done(to, who);
            }
        }
        let calendar = scene.words[from].month > 0 || scene.has(from, is::WEEKDAY);
        if scene.looks(from, text::CAP)
            && !calendar
            && scene.tokens[from].word()
            && (from > 0 && !after_quote(scene, from) || self.starts_name(scene, from))
        {
            let end = run(scene, from);
            // A single capitalised word at the start is a name only where a verb follows.
            if from > 0 && !after_quote(scene, from)
                || end > from + 1
                || verb_follows(scene, end)
                || self.person(token) != 0
            {
                // "the Department of Justice of the Philippines"
                let body = (from..end).any(|n| scene.has(n, is::BODY) || scene.marks[n].bits & bit::PREFIX != 0)
                    && !(from..end).any(|n| scene.has(n, is::OUTSIDER));
                let state = end + 1 + usize::from(scene.has(end + 1, is::DET));
                if body
                    && scene.has(end, is::OF)
                    && state < scene.tokens.len()
                    && let Some((mask, length, false)) = self.named(scene, state)
                    && mask != 0
                {
                    return done(state + length, Who::Some(mask));
                }
                // The same, where the name takes the state in: "of the Republic of the Philippines".
                let inner = (from + 1..end).rev().find(|n| scene.has(*n, is::OF));
                if body
                    && let Some(of) = inner
                    && let state = of + 1 + usize::from(scene.has(of + 1, is::DET))
                    && state < end
                    && let Some((mask, length, false)) = self.named(scene, state)
                    && mask != 0
                    && state + length >= end
                {
                    return done(end, Who::Some(mask));
                }
                // "our Chiefs of Staff": one's own people, whatever they are called.
                let who = match self.unknown(scene, from, end) {
                    Who::Other(..) if from > at && scene.has(at, is::OWN) => Who::Body(0),
                    who => who,
                };
                return done(end, who);
            }
        }
        if scene.marks[at].bits & bit::OUTSIDER != 0 {
            return done(at + 1, Who::Other(at, at + 1));
        }
        None
    }

    /// Where "the Ministers of Energy and of Trade" ends, whose first words end at `end`.
    fn office(&self, scene: &Scene, end: usize) -> usize {
        const HOLDERS: [u64; 5] = text::hashes(["ministers", "secretaries", "commissioners", "heads", "chiefs"]);
        let mut end = end;
        if !HOLDERS.contains(&scene.tokens[end - 1].hash) {
            return end;
        }
        for _ in 0..4 {
            let next = end + usize::from(scene.sign(end, ',')) + usize::from(scene.has(end, is::AND));
            let of = scene.has(next, is::OF)
                || scene.tokens.get(next).is_some_and(|token| token.hash == const { text::hash("for") });
            let from = next + 1 + usize::from(scene.has(next + 1, is::DET));
            if !of || !scene.looks(from, text::CAP) || self.named(scene, from).is_some() {
                break;
            }
            end = run(scene, from);
        }
        end
    }

    /// Whether the first word of a sentence begins a name: another capital follows, or a verb, and it is no common word.
    fn starts_name(&self, scene: &Scene, at: usize) -> bool {
        if self.person(&scene.tokens[at]) != 0 || scene.looks(at, text::UPPER) {
            return true;
        }
        scene.words[at].is == 0
            && scene.words[at].form == 0
            && scene.tokens[at].shape & (text::LY | text::ING | text::ED) == 0
    }
}

/// Whether "it" at `at` stands for what follows: "consider it necessary to", "make it easier to".
fn deemed(scene: &Scene, at: usize) -> bool {
    const DEEM: [u64; 14] = text::hashes([
        "consider",
        "considers",
        "considered",
        "considering",
        "deem",
        "deems",
        "deemed",
        "find",
        "finds",
        "found",
        "make",
        "makes",
        "made",
        "making",
    ]);
    DEEM.contains(&scene.tokens[at - 1].hash)
}

/// Whether somebody unknown goes by initials: two such side by side, "BSTI and NBSM", are agencies of the parties.
fn initials(scene: &Scene, actor: &Actor) -> bool {
    matches!(actor.who, Who::Other(..))
        && scene.looks(actor.end - 1, text::UPPER)
        && scene.tokens[actor.end - 1].hi - scene.tokens[actor.end - 1].lo >= 3
}

/// Whether a word opens a quotation at the beginning of a sentence, where it has a capital whatever it is.
fn after_quote(scene: &Scene, at: usize) -> bool {
    at == 1 && scene.tokens[0].mark('"')
}

/// Words for the one who holds the same office on the other side.
const COUNTERPARTS: [u64; 3] = text::hashes(["counterpart", "counterparts", "colleague"]);

/// Whether a name only gives an example of those spoken of: ", among them the Harbour Tunnel,".
fn among(scene: &Scene, at: usize) -> bool {
    const AMONG: [u64; 4] = text::hashes(["among", "including", "such", "notably"]);
    let from = at.saturating_sub(14);
    let comma = (from..at).rev().find(|n| scene.sign(*n, ','));
    comma.is_some_and(|comma| AMONG.contains(&scene.tokens[comma + 1].hash))
}

/// Prepositions that open no clause.
const BESIDE: [u64; 11] =
    text::hashes(["on", "in", "at", "for", "with", "from", "between", "among", "through", "under", "against"]);

fn join(a: Who, b: Who) -> Who {
    match (a, b) {
        // One party and somebody of an unknown one, side by side, are all of them, as "all" and anybody is.
        (Who::Some(_), Who::Body(0)) | (Who::Body(0), Who::Some(_)) | (Who::All, _) | (_, Who::All) => Who::All,
        (Who::Some(a) | Who::Body(a), Who::Some(b)) | (Who::Some(a), Who::Body(b)) => Who::Some(a | b),
        (Who::Body(a), Who::Body(b)) => Who::Body(a | b),
        (Who::Some(a), _) => Who::Some(a),
        (Who::Other(_, _), Who::Some(b)) => Who::Some(b),
        (Who::Other(a, _), Who::Other(_, d)) => Who::Other(a, d),
        (a, _) => a,
    }
}
