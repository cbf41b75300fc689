//! From characters to words: one pass over a stretch of the text, no look-back, every word with its place.
//!
//! Soft hyphens and zero-width characters vanish inside words, curly quotes are straight ones, non-breaking spaces are
//! spaces, and a word cut by a hyphen at the end of a line is one word again. Nothing here knows what a word means.

use crate::work;

/// A word, number or mark.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub lo: usize,
    /// One past the last byte.
    pub hi: usize,
    /// Hash of the word in lower case; marks have their character.
    pub hash: u64,
    /// Its number in the lexicon; 0 where the lexicon does not know it.
    pub id: u32,
    /// Value of a number.
    pub value: u32,
    /// What it looks like: the constants of this module.
    pub shape: u16,
}

/// Starts with a capital.
pub const CAP: u16 = 1;
/// More than one letter, all of them capitals.
pub const UPPER: u16 = 2;
/// A number.
pub const NUM: u16 = 4;
/// A mark.
pub const MARK: u16 = 8;
/// Followed by the possessive `'s` or `s'`.
pub const POSS: u16 = 16;
/// Joined to the word before it by a hyphen.
pub const GLUED: u16 = 32;
/// Ends in a full stop of its own, as `U.S.` does.
pub const DOTTED: u16 = 64;
/// A line of the text ends before it.
pub const LINE: u16 = 128;
/// Ends in `ly`.
pub const LY: u16 = 256;
/// Ends in `ing`.
pub const ING: u16 = 512;
/// Ends in `ed`.
pub const ED: u16 = 1024;
/// Ends in `s`.
pub const S: u16 = 4096;
/// A single letter.
pub const LETTER: u16 = 2048;

impl Token {
    /// Whether all of `shape` is there.
    #[inline]
    pub fn is(&self, shape: u16) -> bool {
        self.shape & shape == shape
    }

    /// Whether it is the mark `mark`.
    #[inline]
    pub fn mark(&self, mark: char) -> bool {
        self.shape & MARK != 0 && self.hash == u64::from(mark)
    }

    /// Whether it is a word or number.
    #[inline]
    pub fn word(&self) -> bool {
        self.shape & MARK == 0
    }
}

const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// Eight letters of a hash, fewer at the end of the word, taken in at once.
const fn mix(hash: u64, chunk: u64) -> u64 {
    let hash = (hash ^ chunk).wrapping_mul(PRIME);
    hash ^ (hash >> 32)
}

/// A hash on its way, letter by letter; `mix` of every eight of them comes to the same.
struct Hashing {
    hash: u64,
    chunk: u64,
    count: u32,
}

impl Hashing {
    const fn new() -> Self {
        Self { hash: BASIS, chunk: 0, count: 0 }
    }

    #[inline]
    const fn step(&mut self, byte: u8) {
        self.chunk |= (byte as u64) << (self.count * 8);
        self.count += 1;
        if self.count == 8 {
            *self = Self { hash: mix(self.hash, self.chunk), chunk: 0, count: 0 };
        }
    }

    #[inline]
    const fn done(&self) -> u64 {
        if self.count == 0 { self.hash } else { mix(self.hash, self.chunk) }
    }
}

/// The hash of a word that is in lower case already.
#[inline]
pub const fn hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (mut hash, mut at) = (Hashing::new(), 0);
    while at < bytes.len() {
        hash.step(bytes[at]);
        at += 1;
    }
    hash.done()
}

/// The hashes of several words.
pub const fn hashes<const N: usize>(words: [&str; N]) -> [u64; N] {
    let (mut all, mut at) = ([0; N], 0);
    while at < N {
        all[at] = hash(words[at]);
        at += 1;
    }
    all
}

/// Whether a character vanishes.
fn void(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{2bc}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201f}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2012}'..='\u{2015}' => '\u{2013}',
        _ => c,
    }
}

/// Reads one token at or after `at`, before `end`; answers where to go on.
#[inline]
pub fn next(text: &str, at: usize, end: usize) -> Option<(Token, usize)> {
    let found = read(text, at, end);
    work::walked(found.map_or(end.saturating_sub(at), |(_, next)| next - at));
    found
}

fn read(text: &str, at: usize, end: usize) -> Option<(Token, usize)> {
    let bytes = text.as_bytes();
    let (mut at, mut shape) = (at, 0u16);
    loop {
        if at >= end {
            return None;
        }
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() {
            return Some(word(text, at, end, shape));
        }
        if byte == b'\n' {
            shape |= LINE;
            at += 1;
        } else if byte <= b' ' || byte == b'*' || byte == b'_' || byte == b'#' {
            at += 1;
        } else if byte < 0x80 {
            if byte == b'-'
                && at > 0
                && bytes[at - 1].is_ascii_alphanumeric()
                && at + 1 < end
                && bytes[at + 1].is_ascii_alphanumeric()
            {
                shape |= GLUED;
                at += 1;
                continue;
            }
            return Some((mark(at, at + 1, char::from(byte), shape), at + 1));
        } else {
            let c = text[at..].chars().next()?;
            let width = c.len_utf8();
            if c.is_alphanumeric() {
                return Some(word(text, at, end, shape));
            }
            if c.is_whitespace() || void(c) || c.is_control() {
                at += width;
                continue;
            }
            return Some((mark(at, at + width, plain(c), shape), at + width));
        }
    }
}

fn mark(lo: usize, hi: usize, c: char, shape: u16) -> Token {
    Token { lo, hi, hash: u64::from(c), id: 0, value: 0, shape: shape | MARK }
}

/// Longest word that is looked at as one; longer ones are cut, so that a word of a megabyte stays a list of words.
const LONGEST: usize = 96;

/// The same byte eight times.
const fn eight(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// A word of ASCII letters alone that ends at a space or plain mark, as most do: eight letters at a time. Nothing where it is
/// of any other kind; `word` reads those.
#[inline]
fn letters(bytes: &[u8], lo: usize, end: usize, shape: u16) -> Option<Token> {
    const HIGH: u64 = eight(0x80);
    let (mut at, mut hash, mut uppers) = (lo, BASIS, 0);
    loop {
        // So near the end of a stretch that eight bytes cannot be read: the other way does that.
        let part = bytes.get(at..at + 8).filter(|_| at + 8 <= end)?;
        let read = u64::from_le_bytes(part.try_into().ok()?);
        let lower = read | eight(0x20);
        let seven = lower & !HIGH;
        // The high bit of every byte from `a` on and not beyond `z`, of those that are ASCII.
        let letter = (seven + eight(0x80 - b'a')) & !(seven + eight(0x7f - b'z')) & !read & HIGH;
        let count = (!letter & HIGH).trailing_zeros() / 8;
        let kept = if count == 8 { u64::MAX } else { (1 << (count * 8)) - 1 };
        uppers += (!read << 2 & letter & kept).count_ones();
        if count > 0 {
            hash = mix(hash, lower & kept);
        }
        at += count as usize;
        if count < 8 {
            break;
        }
        if at - lo > LONGEST - 8 {
            return None;
        }
    }
    let count = at - lo;
    let simple = match bytes[at] {
        b' ' | b'\n' | b'\r' | b'\t' | b',' | b';' | b':' | b')' | b'(' | b'/' | b'"' => true,
        b'.' => count > 1,
        b'-' => bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric),
        _ => false,
    };
    if !simple || count == 0 {
        return None;
    }
    let mut token = Token { lo, hi: at, hash, id: 0, value: 0, shape };
    if bytes[lo].is_ascii_uppercase() {
        token.shape |= CAP;
    }
    let lower = |back: usize| if back <= count { bytes[at - back] | 0x20 } else { 0 };
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    Some(finish(token, count, uppers, 0, count, 0, lower(3), lower(2), lower(1)))
}

#[inline]
fn word(text: &str, lo: usize, end: usize, shape: u16) -> (Token, usize) {
    match letters(text.as_bytes(), lo, end, shape) {
        Some(token) => (token, token.hi),
        None => any_word(text, lo, end, shape),
    }
}

fn any_word(text: &str, lo: usize, end: usize, shape: u16) -> (Token, usize) {
    let bytes = text.as_bytes();
    let mut token = Token { lo, hi: lo, hash: BASIS, id: 0, value: 0, shape };
    let mut hash = Hashing::new();
    let (mut at, mut letters, mut uppers, mut digits, mut count, mut dots) = (lo, 0u32, 0u32, 0u32, 0u32, 0u32);
    let (mut last, mut before, mut third) = (0u8, 0u8, 0u8);
    let mut value = 0u32;
    while at < end && at - lo < LONGEST {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() {
            count += 1;
            let lower = byte.to_ascii_lowercase();
            if byte.is_ascii_digit() {
                digits += 1;
                value = value.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            } else {
                letters += 1;
                if byte.is_ascii_uppercase() {
                    uppers += 1;
                    if count == 1 {
                        token.shape |= CAP;
                    }
                }
            }
            hash.step(lower);
            (third, before, last) = (before, last, lower);
            at += 1;
            token.hi = at;
        } else if byte == b'.' {
            let next = bytes.get(at + 1).copied().filter(|_| at + 1 < end).unwrap_or(0);
            let inner = (dots > 0 || count == 1)
                && letters == count
                && next.is_ascii_alphabetic()
                && !bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric);
            let number = letters == 0 && next.is_ascii_digit();
            if inner {
                dots += 1;
                hash.step(b'.');
                at += 1;
            } else if number {
                // The value of a number with a fraction is of no use to anybody here.
                value = 0;
                digits = 100;
                hash.step(b'.');
                at += 1;
            } else {
                if dots > 0 {
                    token.shape |= DOTTED;
                    at += 1;
                    token.hi = at;
                }
                break;
            }
        } else if byte == b',' {
            let group = letters == 0 && at + 3 < end && bytes[at + 1..at + 4].iter().all(u8::is_ascii_digit);
            if !group || bytes.get(at + 4).is_some_and(u8::is_ascii_digit) {
                break;
            }
            at += 1;
        } else if byte == b'\'' {
            if apostrophe(text, at, 1, end, &mut token) {
                let next = bytes.get(at + 1).copied().unwrap_or(0);
                if token.is(POSS) {
                    let tail = usize::from(next == b's' || next == b'S');
                    token.hash = hash.done();
                    return (finish(token, letters, uppers, digits, count, value, third, before, last), at + 1 + tail);
                }
                hash.step(b'\'');
                at += 1;
            } else {
                break;
            }
        } else if byte == b'-' {
            // `exam-` at the end of a line and `ple` on the next one.
            let mut next = at + 1;
            while next < end && matches!(bytes[next], b' ' | b'\r') && next < at + 4 {
                next += 1;
            }
            if letters > 2 && next + 1 < end && bytes[next] == b'\n' && bytes[next + 1].is_ascii_lowercase() {
                at = next + 1;
            } else {
                break;
            }
        } else if byte < 0x80 {
            break;
        } else {
            let Some(c) = text[at..].chars().next() else { break };
            let width = c.len_utf8();
            if void(c) {
                at += width;
            } else if plain(c) == '\'' {
                if apostrophe(text, at, width, end, &mut token) {
                    let next = bytes.get(at + width).copied().unwrap_or(0);
                    if token.is(POSS) {
                        let tail = usize::from(next == b's' || next == b'S');
                        token.hash = hash.done();
                        return (
                            finish(token, letters, uppers, digits, count, value, third, before, last),
                            at + width + tail,
                        );
                    }
                    hash.step(b'\'');
                    at += width;
                } else {
                    break;
                }
            } else if c.is_alphanumeric() || (count > 0 && is_joining(c)) {
                count += 1;
                letters += 1;
                if c.is_uppercase() {
                    uppers += 1;
                    if count == 1 {
                        token.shape |= CAP;
                    }
                }
                for lower in c.to_lowercase() {
                    let mut buffer = [0u8; 4];
                    for byte in lower.encode_utf8(&mut buffer).bytes() {
                        hash.step(byte);
                    }
                }
                (third, before, last) = (before, last, 0);
                at += width;
                token.hi = at;
            } else {
                break;
            }
        }
    }
    // Nothing was taken where a lone sign looked like a letter; step over it all the same.
    if token.hi == lo {
        token.hi = at.max(lo + 1);
        while !text.is_char_boundary(token.hi) {
            token.hi += 1;
        }
    }
    let at = at.max(token.hi);
    token.hash = hash.done();
    (finish(token, letters, uppers, digits, count, value, third, before, last), at)
}

/// Marks that belong to the letter before them: accents written separately, vowel signs of Indian scripts.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Whether the apostrophe at `at` belongs to the word; a possessive one is noted.
fn apostrophe(text: &str, at: usize, width: usize, end: usize, token: &mut Token) -> bool {
    let bytes = text.as_bytes();
    let byte = |i: usize| if i < end { bytes[i] } else { b' ' };
    let (next, after) = (byte(at + width), byte(at + width + 1));
    if (next == b's' || next == b'S') && !after.is_ascii_alphanumeric() && after < 0x80 {
        token.shape |= POSS;
        return true;
    }
    if (next == b's' || next == b'S') && !after.is_ascii_alphanumeric() {
        // A sign beyond ASCII follows, such as a closing quote or a dash.
        token.shape |= POSS;
        return true;
    }
    if next == b' '
        && token.hi > token.lo
        && matches!(bytes[token.hi - 1], b's' | b'S')
        && after.is_ascii_alphanumeric()
    {
        token.shape |= POSS;
        return true;
    }
    next.is_ascii_alphabetic() || (next >= 0x80 && text[at + width..].chars().next().is_some_and(char::is_alphabetic))
}

#[allow(clippy::too_many_arguments)]
fn finish(
    mut token: Token,
    letters: u32,
    uppers: u32,
    digits: u32,
    count: u32,
    value: u32,
    third: u8,
    before: u8,
    last: u8,
) -> Token {
    if letters == 0 && digits > 0 {
        token.shape |= NUM;
        token.value = value;
    }
    if uppers > 1 && uppers * 2 > letters {
        token.shape |= UPPER;
    }
    if count == 1 && letters == 1 {
        token.shape |= LETTER;
    }
    match (third, before, last) {
        (_, b'l', b'y') if count > 3 => token.shape |= LY,
        (b'i', b'n', b'g') if count > 4 => token.shape |= ING,
        (_, b'e', b'd') if count > 3 => token.shape |= ED,
        (_, _, b's') if count > 3 => token.shape |= S,
        _ => {}
    }
    token
}
