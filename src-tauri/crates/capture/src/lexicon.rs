//! The words of `lexicon.toml`, made ready for search: every word has a number and what is known of it, every phrase a
//! path in one tree. The grammar that uses them stands elsewhere.

use crate::Strength;
use crate::numbers::Numbers;
use crate::read;
use crate::text::{self, Token};
use crate::weight::Weights;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Arc, LazyLock};

/// Hashes are made already; this one hands them on, mixed once.
#[derive(Default, Clone, Copy)]
pub struct Through(u64);

impl Hasher for Through {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (value >> 32);
    }
}

/// A map from hashes.
pub type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Through>>;

/// The words the capture works with: the standard ones, or those and a user's additions. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Lexicon(pub(crate) Arc<Tables>);

/// What is wrong with a user's additions: the line, and a sentence for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconError {
    /// The line of the additions, from 1; 0 where no line can be named.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

impl std::fmt::Display for LexiconError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line == 0 { f.write_str(&self.message) } else { write!(f, "Line {}: {}", self.line, self.message) }
    }
}

impl std::error::Error for LexiconError {}

/// How a rule is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A verb in one of its forms.
    Verb,
    /// Several words.
    Phrase,
    /// A noun that carries a promise.
    Noun,
    /// A rule of the grammar, with no words of its own.
    Grammar,
}

/// A rule that can fire.
#[derive(Debug, Clone)]
pub struct Rule {
    /// As shown: `firm.commit`.
    pub name: String,
    /// How strongly it binds.
    pub strength: Strength,
    /// How it is recognised.
    pub kind: Kind,
}

/// Forms of a verb, as bits.
pub mod form {
    /// `commit`.
    pub const BASE: u8 = 1;
    /// `commits`.
    pub const THIRD: u8 = 2;
    /// `committed`, told.
    pub const PAST: u8 = 4;
    /// `committed`, having been.
    pub const PARTICIPLE: u8 = 8;
    /// `committing`.
    pub const ING: u8 = 16;
}

/// What single words are, as bits.
pub mod is {
    /// Article, demonstrative, possessive.
    pub const DET: u32 = 1;
    /// Preposition.
    pub const PREP: u32 = 1 << 1;
    /// Be.
    pub const BE: u32 = 1 << 2;
    /// Have.
    pub const HAVE: u32 = 1 << 3;
    /// Adverb that may stand between subject and verb.
    pub const ADVERB: u32 = 1 << 4;
    /// Negation.
    pub const NOT: u32 = 1 << 5;
    /// Condition.
    pub const IF: u32 = 1 << 6;
    /// Need.
    pub const NEED: u32 = 1 << 7;
    /// Possibility.
    pub const MAY: u32 = 1 << 8;
    /// An object too wide to be ticked off.
    pub const VAGUE: u32 = 1 << 9;
    /// A word of the general language of statements, which tells nothing apart.
    pub const GENERAL: u32 = 1 << 10;
    /// And, or.
    pub const AND: u32 = 1 << 11;
    /// Which, who.
    pub const WHICH: u32 = 1 << 12;
    /// That.
    pub const THAT: u32 = 1 << 13;
    /// Participle of a finished act.
    pub const DONE: u32 = 1 << 14;
    /// Noun of a finished act.
    pub const DONE_NOUN: u32 = 1 << 15;
    /// Word of past time.
    pub const PAST_TIME: u32 = 1 << 16;
    /// Day of the week.
    pub const WEEKDAY: u32 = 1 << 17;
    /// Our, their, its, his, her.
    pub const OWN: u32 = 1 << 18;
    /// A meeting.
    pub const MEETING: u32 = 1 << 19;
    /// An occasion that serves as a deadline.
    pub const OCCASION: u32 = 1 << 20;
    /// Abbreviation.
    pub const ABBREVIATION: u32 = 1 << 21;
    /// Opens a sentence after an abbreviation.
    pub const OPENER: u32 = 1 << 22;
    /// To.
    pub const TO: u32 = 1 << 23;
    /// Will, shall.
    pub const MODAL: u32 = 1 << 24;
    /// Of.
    pub const OF: u32 = 1 << 25;
    /// We, our, us.
    pub const WE: u32 = 1 << 26;
    /// Season of the year.
    pub const SEASON: u32 = 1 << 27;
    /// Last word of the name of a public body.
    pub const BODY: u32 = 1 << 28;
    /// Last word of the name of a company or university.
    pub const OUTSIDER: u32 = 1 << 29;
    /// New, as in a thing that is to come about.
    pub const NEW: u32 = 1 << 30;
    /// Would.
    pub const WOULD: u32 = 1 << 31;
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Bits of [`is`].
    pub is: u32,
    /// Its forms as a verb.
    pub form: u8,
    /// One more than the number of the rule it fires as a verb.
    pub verb: u16,
    /// One more than its class as an act.
    pub act: u8,
    /// One more than its class as an opinion.
    pub opinion: u8,
    /// A month, from 1.
    pub month: u8,
    /// A number in words.
    pub number: u16,
    /// An ordinal, from 1.
    pub ordinal: u8,
    /// Bits of [`time`].
    pub time: u8,
    /// Whether it says what comes of something rather than what somebody does.
    pub effect: bool,
    /// Whether it names a part of the world.
    pub region: bool,
}

/// What a word is to the search for deadlines, as bits of [`Word::time`].
pub mod time {
    /// Opens a deadline: by, within, no later than.
    pub const OPENS: u8 = 1;
    /// Opens one without a preposition: later, next.
    pub const BARE: u8 = 2;
    /// A unit of time, or another word that a deadline may stand by.
    pub const UNIT: u8 = 4;
    /// A unit that is one only where another word of time is near.
    pub const RARE: u8 = 8;
}

/// What a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// Fires a rule.
    Head(u16),
    /// Noun that fires a rule.
    Noun(u16),
    /// Name of a party.
    Party(u16),
    /// Adjective of a party.
    Adjective(u16),
    /// Known body of a party.
    Known(u16),
    /// Subject: all parties.
    Both,
    /// Subject: they.
    They,
    /// Subject: each side.
    Each,
    /// Subject: it, he, she.
    It,
    /// Body.
    Body,
    /// Thing.
    Thing,
    /// One's own people.
    Own,
    /// Values.
    Value,
    /// Concrete thing.
    Concrete,
    /// Boilerplate.
    Boilerplate,
    /// A clause that agreements end with.
    Legal,
    /// Somebody outside government.
    Outsider,
    /// Begins the name of a public body.
    BodyPrefix,
    /// Title, by number.
    Title(u16),
    /// Again and again, every so many months.
    Recurring(u16),
    /// Words of haste.
    Vague,
}

#[derive(Debug, Default, Clone)]
struct Node {
    tags: Vec<Tag>,
    inner: bool,
}

/// Everything, ready for search.
#[derive(Debug, Clone)]
pub struct Tables {
    ids: Numbers,
    /// The base forms of verbs, and for every word one more than the number of its base, as far as any has one.
    bases: Vec<Box<str>>,
    based: Vec<u16>,
    pub(crate) words: Vec<Word>,
    nodes: Vec<Node>,
    edges: Numbers,
    roots: Vec<u32>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) codes: Vec<String>,
    /// One more than the number of a code, by its hash.
    code_numbers: Numbers,
    /// For every title, whose it is, where only some countries have it.
    pub(crate) holders: Vec<Vec<u16>>,
    pub(crate) titles: Vec<String>,
    pub(crate) weights: Weights,
}

static STANDARD: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut tables = Tables::new();
    // The file is part of the program and read by a test; a fault in it leaves out the group, never the program.
    let _ = read::add(&mut tables, include_str!("lexicon.toml"));
    tables.weights = Weights::read(include_str!("weights.toml"), &tables);
    Lexicon(Arc::new(tables))
});

impl Lexicon {
    /// The file of the words that come with the program, to read and to copy from.
    pub const STANDARD_FILE: &'static str = include_str!("lexicon.toml");

    /// The words that come with the program.
    pub fn standard() -> &'static Lexicon {
        &STANDARD
    }

    /// The standard words and a user's additions, a file of the same shape as the standard one.
    ///
    /// # Errors
    /// Where the additions are not TOML, or name a group there is none of: with the line, as a sentence.
    pub fn extended(toml: &str) -> Result<Lexicon, LexiconError> {
        let mut tables = (*STANDARD.0).clone();
        read::add(&mut tables, toml)?;
        tables.weights = Weights::read(include_str!("weights.toml"), &tables);
        Ok(Lexicon(Arc::new(tables)))
    }
}

/// About how many words the standard file knows, and how many words of its phrases follow another; more are welcome.
const WORDS: usize = 4096;
const FOLLOWING: usize = 1024;

impl Tables {
    fn new() -> Self {
        let mut tables = Self {
            ids: Numbers::with_room(WORDS),
            bases: Vec::new(),
            based: Vec::new(),
            words: vec![Word::default()],
            nodes: vec![Node::default()],
            edges: Numbers::with_room(FOLLOWING),
            roots: vec![0],
            rules: Vec::new(),
            codes: Vec::new(),
            code_numbers: Numbers::default(),
            holders: Vec::new(),
            titles: Vec::new(),
            weights: Weights::default(),
        };
        for (name, strength) in crate::frame::GRAMMAR {
            tables.rule(name, strength, Kind::Grammar);
        }
        crate::closed::add(&mut tables);
        tables
    }

    /// The number of a word, given if it has none.
    pub fn intern(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let id = self.ids.get_or(text::hash(word), next);
        if id == next {
            self.words.push(Word::default());
            self.roots.push(0);
        }
        id
    }

    /// The word with that number, to be changed.
    pub fn at(&mut self, word: &str) -> &mut Word {
        let id = self.intern(word) as usize;
        &mut self.words[id]
    }

    /// One more than the number of a base form, entered anew.
    pub fn base_word(&mut self, base: &str) -> u16 {
        self.bases.push(base.into());
        u16::try_from(self.bases.len()).unwrap_or(0)
    }

    /// Notes the base form of a verb's form, where it has none yet.
    pub fn based(&mut self, form: &str, base: u16) {
        let id = self.intern(form) as usize;
        if self.based.len() <= id {
            self.based.resize(self.words.len(), 0);
        }
        if self.based[id] == 0 {
            self.based[id] = base;
        }
    }

    /// The base form of a verb's form.
    pub fn base(&self, id: u32) -> Option<&str> {
        let number = usize::from(*self.based.get(id as usize)?);
        self.bases.get(number.checked_sub(1)?).map(|base| &**base)
    }

    /// The number of a rule, made if there is none of that name.
    pub fn rule(&mut self, name: &str, strength: Strength, kind: Kind) -> u16 {
        let found = self.rules.iter().position(|rule| rule.name == name);
        let at = found.unwrap_or_else(|| {
            self.rules.push(Rule { name: name.to_owned(), strength, kind });
            self.rules.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    /// The number of a party's code, made if there is none.
    pub fn code(&mut self, code: &str) -> u16 {
        let next = u32::try_from(self.codes.len() + 1).unwrap_or(u32::MAX);
        let number = self.code_numbers.get_or(text::hash(code), next);
        if number == next {
            self.codes.push(code.to_owned());
        }
        u16::try_from(number - 1).unwrap_or(u16::MAX)
    }

    /// Adds a phrase.
    pub fn phrase(&mut self, words: &str, tag: Tag) {
        let (mut at, mut node) = (0, 0u32);
        while let Some((token, next)) = text::next(words, at, words.len()) {
            at = next;
            if !token.word() {
                continue;
            }
            // Words of phrases are numbered by their hash, as the text's are.
            let fresh = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let id = self.ids.get_or(token.hash, fresh);
            if id == fresh {
                self.words.push(Word::default());
                self.roots.push(0);
            }
            node = self.child(node, id);
        }
        if node != 0 {
            let tags = &mut self.nodes[node as usize].tags;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }

    fn child(&mut self, node: u32, id: u32) -> u32 {
        let fresh = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let child = if node == 0 {
            let root = &mut self.roots[id as usize];
            if *root == 0 {
                *root = fresh;
            }
            *root
        } else {
            self.nodes[node as usize].inner = true;
            self.edges.get_or(u64::from(node) << 32 | u64::from(id), fresh)
        };
        if child == fresh {
            self.nodes.push(Node::default());
        }
        child
    }

    /// What is known of a token's word.
    #[inline]
    pub fn word(&self, token: &Token) -> Word {
        self.words[token.id as usize]
    }

    /// Numbers the token by its hash.
    #[inline]
    pub fn number(&self, token: &mut Token) {
        if token.word() {
            token.id = self.ids.get(token.hash);
        }
    }

    /// Whether any phrase begins with the token's word.
    #[inline]
    pub fn begins(&self, token: &Token) -> bool {
        token.id != 0 && self.roots[token.id as usize] != 0
    }

    /// Calls `found` for every phrase that begins with the first of `tokens`, with its length in tokens, shortest first.
    /// No phrase is longer than eleven words, so this is bounded by them.
    #[inline]
    pub fn each(&self, tokens: &[Token], mut found: impl FnMut(usize, Tag)) {
        let Some(first) = tokens.first() else { return };
        let mut node = if first.id == 0 { 0 } else { self.roots[first.id as usize] };
        let mut length = 1;
        while node != 0 {
            let here = &self.nodes[node as usize];
            for tag in &here.tags {
                found(length, *tag);
            }
            let Some(next) = tokens.get(length).filter(|next| here.inner && next.id != 0) else { return };
            node = self.edges.get(u64::from(node) << 32 | u64::from(next.id));
            length += 1;
        }
    }
}
