//! What is counted once in a sentence, so that every frame can ask how many of a kind stand between two of its words.

use crate::lexicon::{form, is};
use crate::scene::{Scene, bit};
use crate::subject::EXPRESSED;
use crate::text;

/// Words for another state's wish to join.
const BIDS: [u64; 6] = text::hashes(["membership", "candidacy", "candidature", "bid", "accession", "candidate"]);

/// Words of values.
pub const VALUES: usize = 0;
/// Things that can be ticked off.
pub const CONCRETE: usize = 1;
/// Names, parties and parts of the world left out.
pub const NAMES: usize = 2;
/// Numbers that are no years.
pub const NUMBER: usize = 3;
/// Signs of money.
pub const MONEY: usize = 4;
/// Words such as new, next and planned.
pub const NEW: usize = 5;
/// Meetings.
pub const MEETING: usize = 6;
/// Nouns of finished acts.
pub const DONE: usize = 7;
/// "Ensure" and "ensuring".
pub const ENSURE: usize = 8;
/// Objects too wide to be ticked off.
pub const VAGUE: usize = 9;
/// Words that no list has.
pub const SPECIFIC: usize = 10;
/// Calls on others.
pub const CALL: usize = 11;
/// Words of praise.
pub const PRAISE: usize = 12;
/// Words of need.
pub const NEED: usize = 13;
/// Words of possibility.
pub const MAY: usize = 14;
/// Another state's wish to join.
pub const BID: usize = 15;
/// How many kinds are counted.
const SUMS: usize = 16;

/// What is true of a whole sentence, and where words that matter for what follows them first stand.
#[derive(Debug, Clone, Copy)]
pub struct Whole {
    /// The first word of a condition.
    pub condition: usize,
    /// The first past form of an act.
    pub told: usize,
    /// The first word that talks something over.
    pub discussed: usize,
    /// Whether the sentence begins by pointing at a thing.
    pub pointing: bool,
    /// The first word of opinion, and its class.
    pub first: (usize, u8),
    /// Whether a word of past time stands anywhere.
    pub past: bool,
    /// The first word that says how much something matters.
    pub important: Option<usize>,
    /// Whether words of boilerplate stand anywhere.
    pub boilerplate: bool,
    /// Where the last of them stands.
    pub boilerplate_at: usize,
}

impl Default for Whole {
    fn default() -> Self {
        let never = usize::MAX;
        Self {
            condition: never,
            told: never,
            discussed: never,
            pointing: false,
            first: (never, 0),
            past: false,
            important: None,
            boilerplate: false,
            boilerplate_at: 0,
        }
    }
}

/// The counts of a sentence.
#[derive(Debug, Default)]
pub struct Counts {
    /// From the start of the sentence up to every word of it; they wrap, as differences do not mind.
    sums: Vec<[u8; SUMS]>,
    /// Where its commas stand.
    commas: Vec<usize>,
    /// What is true of all of it.
    pub whole: Whole,
}

impl Counts {
    /// Looks once at the whole sentence, before its frames are asked for.
    pub fn sentence(&mut self, scene: &Scene) {
        self.sums.clear();
        self.commas.clear();
        self.whole = Whole::default();
        let mut sum = [0u8; SUMS];
        let mut inside = false;
        self.sums.push(sum);
        for (n, ((token, word), mark)) in scene.tokens.iter().zip(&scene.words).zip(&scene.marks).enumerate() {
            let mut add = |what: usize, holds: bool| sum[what] = sum[what].wrapping_add(u8::from(holds));
            let capital = token.is(text::CAP) && token.word() && mark.bits & bit::PARTY == 0 && !word.region;
            add(VALUES, mark.bits & bit::VALUE != 0);
            add(CONCRETE, mark.bits & bit::CONCRETE != 0);
            add(NAMES, capital && !inside);
            add(NUMBER, token.is(text::NUM) && !(1900..2100).contains(&token.value));
            add(MONEY, token.mark('$') || token.mark('€'));
            add(NEW, word.is & is::NEW != 0);
            add(MEETING, word.is & is::MEETING != 0);
            add(DONE, word.is & is::DONE_NOUN != 0);
            add(ENSURE, token.hash == const { text::hash("ensuring") } || token.hash == const { text::hash("ensure") });
            add(VAGUE, word.is & is::VAGUE != 0);
            let lower = token.shape & (text::CAP | text::NUM | text::MARK | text::LY | text::LETTER) == 0;
            add(SPECIFIC, lower && token.id == 0 && token.hi - token.lo >= 4);
            let opinion = if n == 0 || !token.is(text::CAP) { word.opinion } else { 0 };
            add(BID, BIDS.contains(&token.hash));
            add(CALL, opinion == 4);
            add(PRAISE, opinion == 1);
            add(NEED, word.is & is::NEED != 0);
            add(MAY, word.is & is::MAY != 0);
            inside = capital;
            self.sums.push(sum);
            let whole = &mut self.whole;
            let opinion = word.opinion > 0 && (n == 0 || !token.is(text::CAP));
            if opinion && whole.first.0 > n && !EXPRESSED.contains(&token.hash) {
                whole.first = (n, word.opinion);
            }
            const TALKED: [u64; 4] = text::hashes(["discussed", "reviewed", "exchanged", "considered"]);
            if TALKED.contains(&token.hash) {
                whole.discussed = whole.discussed.min(n);
            }
            if word.form & form::PAST != 0
                && word.act > 0
                && word.verb == 0
                && word.opinion == 0
                && !crate::shape::TELLING.contains(&token.hash)
                && whole.told == usize::MAX
                && crate::cue::verbal(scene, n)
                && !(n > 0 && scene.has(n - 1, is::BE | is::WHICH))
            {
                whole.told = n;
            }
            const POINTERS: [u64; 4] = text::hashes(["this", "these", "such", "it"]);
            whole.pointing |= n == 0 && POINTERS.contains(&token.hash);
            if word.is & is::IF != 0 {
                whole.condition = whole.condition.min(n);
            }
            whole.past |= word.is & is::PAST_TIME != 0;
            if token.hash == const { text::hash("importance") } || token.hash == const { text::hash("need") } {
                whole.important.get_or_insert(n);
            }
            if token.mark(',') {
                self.commas.push(n);
            }
            if mark.bits & bit::BOILERPLATE != 0 {
                (whole.boilerplate, whole.boilerplate_at) = (true, n);
            }
        }
    }

    /// Whether things are listed between two places: two commas at least.
    pub fn listed(&self, from: usize, to: usize) -> bool {
        self.commas.iter().filter(|at| (from..to).contains(*at)).take(2).count() == 2
    }

    /// How many of a kind stand between two places.
    pub fn between(&self, what: usize, from: usize, to: usize) -> usize {
        let at = |n: usize| self.sums.get(n.min(self.sums.len().max(1) - 1)).map_or(0, |sum| sum[what]);
        usize::from(at(to).wrapping_sub(at(from)))
    }
}
