//! The words of a wording that say what it is about: folded, brought to their stem, and those that say the same made one.
//!
//! Which words are passed over and which say the same stands in `passing.txt` and `alike.txt`. What is not English is
//! compared by its words as they stand.

use std::collections::{HashMap, HashSet};

use rust_stemmers::{Algorithm, Stemmer};

use crate::store::folded;

/// A word of the vocabulary.
pub(super) type Word = u32;

/// Every word met so far. The same word in another form has the same number.
pub(super) struct Vocabulary {
    stemmer: Stemmer,
    passing: HashSet<&'static str>,
    /// From a stem to the one that stands for its meaning.
    alike: HashMap<String, String>,
    /// What each form met so far comes to; none where it says nothing.
    forms: HashMap<String, Option<Word>>,
    stems: HashMap<String, Word>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let lines = |file: &'static str| file.lines().map(|line| line.split('#').next().unwrap_or_default());
        let passing = lines(include_str!("passing.txt")).flat_map(str::split_whitespace).collect();
        let mut alike = HashMap::new();
        for line in lines(include_str!("alike.txt")) {
            let mut words = line.split_whitespace().map(|word| stemmer.stem(word).into_owned());
            let Some(first) = words.next() else { continue };
            alike.extend(words.map(|word| (word, first.clone())));
        }
        Self { stemmer, passing, alike, forms: HashMap::new(), stems: HashMap::new() }
    }
}

impl Vocabulary {
    /// The words of a text that say what it is about, each once, in order of their numbers.
    pub(super) fn words(&mut self, text: &str) -> Vec<Word> {
        let mut found: Vec<Word> = spelled(text).flat_map(|token| self.meaning(token)).flatten().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// What one word as written says; two where it is put together of two.
    pub(super) fn meaning(&mut self, token: &str) -> [Option<Word>; 2] {
        let plain = if token.is_ascii() { token.to_ascii_lowercase() } else { folded(token) };
        match plain.strip_prefix("cyber").filter(|rest| rest.len() > 3) {
            Some(rest) => [self.form("cyber"), self.form(rest)],
            None => [self.form(&plain), None],
        }
    }

    fn form(&mut self, plain: &str) -> Option<Word> {
        if let Some(known) = self.forms.get(plain) {
            return *known;
        }
        let says_nothing = plain.chars().nth(1).is_none() || self.passing.contains(plain);
        let word = (!says_nothing).then(|| {
            let stem = self.stemmer.stem(plain).into_owned();
            let stem = self.alike.get(&stem).cloned().unwrap_or(stem);
            let next = Word::try_from(self.stems.len()).unwrap_or(Word::MAX);
            *self.stems.entry(stem).or_insert(next)
        });
        self.forms.insert(plain.to_owned(), word);
        word
    }
}

/// The words of a text as they are written.
pub(super) fn spelled(text: &str) -> impl Iterator<Item = &str> {
    // Signs that join letters of Indic scripts are no letters themselves, and part no word.
    let part = |c: char| !(c.is_alphanumeric() || is_joining(c));
    text.split(part).filter(|token| !token.is_empty())
}

fn is_joining(c: char) -> bool {
    !c.is_ascii() && (unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}'))
}

/// How many words two lists have in common; both are in order.
pub(super) fn common(one: &[Word], other: &[Word]) -> usize {
    let (mut count, mut rest) = (0, other);
    for word in one {
        let at = rest.partition_point(|candidate| candidate < word);
        rest = &rest[at..];
        count += usize::from(rest.first() == Some(word));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, common};

    #[test]
    fn what_says_the_same_is_the_same() {
        let mut vocabulary = Vocabulary::default();
        for (one, other) in [
            ("They will share information on cyber-crimes.", "Exchanging information on cybercrime"),
            ("cooperation to combat terrorism", "collaborate in fighting terrorists"),
            ("both countries agreed on cybersecurity", "The two sides' cyber security"),
            ("résumés", "resumes"),
            ("साइबर सुरक्षा", "साइबर सुरक्षा।"),
        ] {
            let (one, other) = (vocabulary.words(one), vocabulary.words(other));
            assert!(!one.is_empty());
            assert_eq!(one, other);
        }
    }

    #[test]
    fn what_says_nothing_is_passed_over() {
        let mut vocabulary = Vocabulary::default();
        assert!(vocabulary.words("The leaders of both countries reaffirmed their commitments. 5 I").is_empty());
    }

    #[test]
    fn words_in_common_are_counted() {
        assert_eq!(common(&[1, 3, 5, 9], &[2, 3, 4, 9, 12]), 2);
        assert_eq!(common(&[], &[1]), 0);
    }
}
