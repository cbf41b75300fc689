//! A sentence with what the lexicon says about each of its words: the ground on which actors and frames are found.

use crate::lexicon::{Tables, Tag, Word, form, is};
use crate::text::{self, Token};

/// Bits of [`Mark::bits`].
pub mod bit {
    /// A word of values begins here.
    pub const VALUE: u16 = 1;
    /// A thing that can be ticked off begins here.
    pub const CONCRETE: u16 = 2;
    /// Boilerplate begins here.
    pub const BOILERPLATE: u16 = 4;
    /// One's own people begin here.
    pub const OWN: u16 = 8;
    /// Somebody outside government begins here.
    pub const OUTSIDER: u16 = 16;
    /// The name of a public body begins here.
    pub const PREFIX: u16 = 32;
    /// Words of haste begin here.
    pub const VAGUE: u16 = 64;
    /// Part of the name or adjective of a party.
    pub const PARTY: u16 = 128;
    /// A legal clause begins here.
    pub const LEGAL: u16 = 256;
}

/// What begins at a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mark {
    /// A party: one more than its code's number, the length in words, whether it is an adjective.
    pub party: u16,
    pub party_len: u8,
    pub adjective: bool,
    /// A known body of a party, one more than the code's number.
    pub known: u16,
    pub known_len: u8,
    /// A subject phrase, and its length.
    pub subject: Option<Tag>,
    pub subject_len: u8,
    /// One more than the rule that a phrase fires, and its length.
    pub head: u16,
    pub head_len: u8,
    /// One more than the rule that a noun fires, and its length.
    pub noun: u16,
    pub noun_len: u8,
    /// One more than the title's number, and its length.
    pub title: u16,
    pub title_len: u8,
    /// Months of a recurring expression, one more; and its length.
    pub recurring: u16,
    pub recurring_len: u8,
    /// Length of a phrase for one's own people.
    pub own_len: u8,
    pub bits: u16,
}

/// A sentence, its words known.
#[derive(Debug, Default)]
pub struct Scene {
    /// The words.
    pub tokens: Vec<Token>,
    /// What is known of each of them alone.
    pub words: Vec<Word>,
    /// What begins at each of them.
    pub marks: Vec<Mark>,
    /// The bits of all words together.
    pub is: u32,
    /// The bits of all marks together.
    pub bits: u16,
    /// How many quotation marks there are.
    pub quotes: usize,
    /// One past the last of the words in capitals that the sentence begins with, where one of them is a verb; 0 for none.
    pub shouted: usize,
}

/// Longest sentence in words; what is longer is cut, so that a text without full stops stays a list of sentences.
pub const LONGEST: usize = 360;

impl Scene {
    /// Reads the next sentence at or after `at`, before `end`. Answers where it ends, or nothing at the end.
    pub fn read(&mut self, tables: &Tables, text: &str, at: usize, end: usize) -> Option<usize> {
        self.tokens.clear();
        self.words.clear();
        (self.is, self.quotes) = (0, 0);
        let mut at = at;
        while let Some((token, next)) = text::next(text, at, end) {
            at = next;
            self.tokens.push(token);
            let last = self.tokens.len() >= LONGEST;
            if last || token.shape & (text::MARK | text::DOTTED) != 0 && self.ends(tables, text, at, end) {
                break;
            }
        }
        self.number(tables);
        if self.tokens.is_empty() {
            return None;
        }
        Some(self.closed(text, at, end))
    }

    /// Looks up the words read since the last time: many at once, so that none waits for the one before it.
    fn number(&mut self, tables: &Tables) {
        for token in &mut self.tokens[self.words.len()..] {
            tables.number(token);
            let word = tables.word(token);
            self.is |= word.is;
            self.quotes += usize::from(token.mark('"'));
            self.words.push(word);
        }
    }

    /// Whether the sentence ends with the token just read; the text goes on at `at`.
    fn ends(&mut self, tables: &Tables, text: &str, at: usize, end: usize) -> bool {
        let count = self.tokens.len();
        let last = &self.tokens[count - 1];
        let stop = last.mark('.');
        let dotted = last.is(text::DOTTED);
        if !(stop || dotted || last.mark('?') || last.mark('!')) {
            return false;
        }
        self.number(tables);
        let last = &self.tokens[count - 1];
        let rest = &text.as_bytes()[at..end];
        // Closing quotes and brackets belong to the sentence they close.
        let mut skip = 0;
        while skip < rest.len() && skip < 12 {
            match rest[skip] {
                b'"' | b'\'' | b')' | b']' | b'*' => skip += 1,
                0xe2 if rest[skip..].starts_with("”".as_bytes()) || rest[skip..].starts_with("’".as_bytes()) => {
                    skip += 3
                }
                _ => break,
            }
        }
        let spaced = rest.get(skip).is_none_or(|byte| *byte <= b' ' || *byte == 0xc2 || *byte == 0xe2);
        let Some((following, _)) = text::next(text, (at + skip).min(end), end) else { return false };
        if !spaced {
            // `in 2023.The leaders`: the space was lost.
            let tail = &text.as_bytes()[following.lo..following.hi];
            let capital = following.is(text::CAP) && tail.get(1).is_some_and(u8::is_ascii_lowercase)
                || following.is(text::CAP | text::LETTER);
            let before =
                count > 1 && (self.tokens[count - 2].is(text::NUM) || self.words[count - 2].is & is::ABBREVIATION == 0);
            return stop
                && skip == 0
                && capital
                && before
                && count > 3
                && rest.first().is_some_and(u8::is_ascii_uppercase);
        }
        let opens = following.is(text::CAP)
            || following.is(text::NUM)
            || (following.is(text::MARK)
                && !following.mark(',')
                && !following.mark(';')
                && !following.mark('–')
                && !following.mark('.'));
        if !opens {
            return false;
        }
        let opener = |token: &Token| token.is(text::CAP) && self.opener(token, text);
        if dotted {
            return opener(&following);
        }
        if stop && count > 1 {
            let word = &self.words[count - 2];
            let token = &self.tokens[count - 2];
            let touching = token.hi == last.lo;
            if touching && word.is & is::ABBREVIATION != 0 && !token.is(text::NUM) {
                // `No. 3`, `Dr. Singh`; but `no.` at the end of a sentence is in lower case and followed by a word.
                let number = following.is(text::NUM);
                let name = token.is(text::CAP) && !self.closing(token, text);
                return !(number || name) || (self.closing(token, text) && opener(&following));
            }
            if touching && token.is(text::CAP | text::LETTER) && following.is(text::CAP) && count > 2 {
                return false;
            }
        }
        true
    }

    /// Abbreviations that can end a sentence.
    fn closing(&self, token: &Token, text: &str) -> bool {
        matches!(&text[token.lo..token.hi], "Inc" | "Ltd" | "Co" | "Corp" | "LLC" | "Jr" | "Sr")
    }

    fn opener(&self, token: &Token, text: &str) -> bool {
        let word = &text[token.lo..token.hi];
        matches!(
            word,
            "The"
                | "We"
                | "They"
                | "Both"
                | "This"
                | "These"
                | "In"
                | "It"
                | "He"
                | "She"
                | "As"
                | "To"
                | "On"
                | "Our"
                | "Together"
                | "President"
                | "Prime"
                | "Under"
                | "For"
                | "At"
                | "By"
                | "With"
                | "Through"
                | "Additionally"
                | "Furthermore"
                | "Accordingly"
        )
    }

    /// Where the sentence ends, closing quotes and brackets included.
    fn closed(&self, text: &str, at: usize, end: usize) -> usize {
        let rest = &text[at..end];
        let mut to = at;
        for (n, c) in rest.char_indices().take(4) {
            if matches!(c, '"' | '\'' | ')' | ']' | '”' | '’') { to = at + n + c.len_utf8() } else { break }
        }
        to
    }

    /// Looks every phrase up.
    pub fn mark(&mut self, tables: &Tables) {
        self.marks.clear();
        self.marks.resize(self.tokens.len(), Mark::default());
        self.bits = 0;
        for at in 0..self.tokens.len() {
            // Most words begin no phrase.
            if !tables.begins(&self.tokens[at]) {
                continue;
            }
            let (capital, upper) =
                (self.tokens[at].is(text::CAP), self.tokens[at].is(text::UPPER) || self.tokens[at].is(text::DOTTED));
            let pronoun = self.tokens[at].hi - self.tokens[at].lo == 2 && !upper;
            let mut mark = self.marks[at];
            tables.each(&self.tokens[at..], |length, tag| {
                let len = u8::try_from(length).unwrap_or(u8::MAX);
                match tag {
                    Tag::Party(code) | Tag::Adjective(code) if capital && !pronoun => {
                        mark.party = code + 1;
                        mark.party_len = len;
                        mark.adjective = matches!(tag, Tag::Adjective(_));
                    }
                    Tag::Known(code) if capital => {
                        mark.known = code + 1;
                        mark.known_len = len;
                    }
                    Tag::Both | Tag::They | Tag::Each | Tag::It | Tag::Body | Tag::Thing
                        // A body is one whatever else the word may be; the longest phrase says most.
                        if (len > mark.subject_len || !matches!(tag, Tag::Body | Tag::Thing)) => {
                            mark.subject = Some(tag);
                            mark.subject_len = len;
                        }
                    Tag::Head(rule) => {
                        mark.head = rule + 1;
                        mark.head_len = len;
                    }
                    Tag::Noun(rule) => {
                        mark.noun = rule + 1;
                        mark.noun_len = len;
                    }
                    Tag::Title(title) if capital => {
                        mark.title = title + 1;
                        mark.title_len = len;
                    }
                    Tag::Recurring(months) => {
                        mark.recurring = months + 1;
                        mark.recurring_len = len;
                    }
                    Tag::Own => {
                        mark.bits |= bit::OWN;
                        mark.own_len = len;
                    }
                    Tag::Value => mark.bits |= bit::VALUE,
                    Tag::Concrete => mark.bits |= bit::CONCRETE,
                    Tag::Boilerplate => mark.bits |= bit::BOILERPLATE,
                    Tag::Legal => mark.bits |= bit::LEGAL,
                    Tag::Outsider => mark.bits |= bit::OUTSIDER,
                    Tag::BodyPrefix if capital => mark.bits |= bit::PREFIX,
                    Tag::Vague => mark.bits |= bit::VAGUE,
                    _ => {}
                }
            });
            let len = usize::from(mark.party_len);
            self.marks[at] = mark;
            self.bits |= mark.bits;
            for inner in at..(at + len).min(self.marks.len()) {
                self.marks[inner].bits |= bit::PARTY;
                // "The United States": a name says, asks and does nothing.
                let word = &mut self.words[inner];
                (word.opinion, word.verb, word.act) = (0, 0, 0);
            }
        }
    }

    /// Takes the words in capitals that a paragraph of a resolution begins with for what they are: "EXPAND cooperation", "FURTHER
    /// PROMOTE trade", "WE HEREBY COMMIT TO:".
    pub fn lower(&mut self) {
        self.shouted = 0;
        let from =
            self.tokens.iter().take(6).position(|token| token.word() && token.shape & (text::NUM | text::LETTER) == 0);
        let Some(from) = from else { return };
        let end = (from..self.tokens.len().min(from + 8))
            .find(|n| !self.tokens[*n].word() || !self.looks(*n, text::UPPER) || self.marks[*n].bits & bit::PARTY != 0)
            .unwrap_or(from);
        let open = is::ADVERB | is::WE | is::TO | is::AND;
        let verb = |n: &usize| {
            let word = &self.words[*n];
            let long = self.tokens[*n].hi - self.tokens[*n].lo > 3;
            let verbs = form::BASE | form::ING | form::THIRD;
            long && (word.act > 0 || word.verb > 0 || word.opinion > 0) && word.form & verbs != 0
        };
        let Some(last) = (from..end).rev().find(verb) else { return };
        // What stands before the verb says who or how.
        let plain = (from..last).all(|n| self.has(n, open) || verb(&n) || self.marks[n].subject.is_some());
        // "REACH will fund", "ADVANCE Act": a name.
        let next = (last + 1..self.tokens.len()).find(|n| !self.has(*n, is::ADVERB)).unwrap_or(self.tokens.len());
        let name = self.has(next, is::MODAL | is::WOULD | is::BE | is::HAVE)
            || self.words.get(next).is_some_and(|word| word.form & form::THIRD != 0)
            || self.sign(next, '(')
            || self.sign(next, '-')
            || self.looks(next, text::CAP)
                && !self.looks(next, text::UPPER)
                && self.marks[next].bits & bit::PARTY == 0
                && !self.tokens.last().is_some_and(|token| token.mark(';'));
        if !plain || name {
            return;
        }
        let end = if self.has(last + 1, is::TO) && last + 1 < end { last + 2 } else { last + 1 };
        for n in from..end {
            self.tokens[n].shape &= !(text::UPPER | if n > from { text::CAP } else { 0 });
        }
        self.shouted = end;
    }

    /// Whether the word at `at` is any of the classes `class`.
    #[inline]
    pub fn has(&self, at: usize, class: u32) -> bool {
        self.words.get(at).is_some_and(|word| word.is & class != 0)
    }

    /// Whether the word at `at` looks like `shape`.
    #[inline]
    pub fn looks(&self, at: usize, shape: u16) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(shape))
    }

    /// Whether the mark `mark` stands at `at`.
    #[inline]
    pub fn sign(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.mark(mark))
    }

    /// The first place from `at` on that is no adverb, at most four further.
    #[inline]
    pub fn past_adverbs(&self, at: usize) -> usize {
        let mut to = at;
        while to < self.tokens.len() && to < at + 4 && (self.has(to, is::ADVERB) || self.looks(to, text::LY)) {
            to += 1;
        }
        to
    }

    /// The place before `at` that is no adverb, at most four back.
    #[inline]
    pub fn before_adverbs(&self, at: usize) -> Option<usize> {
        let mut to = at.checked_sub(1)?;
        let mut steps = 0;
        while steps < 4 && (self.has(to, is::ADVERB) || self.looks(to, text::LY)) {
            to = to.checked_sub(1)?;
            steps += 1;
        }
        Some(to)
    }
}
