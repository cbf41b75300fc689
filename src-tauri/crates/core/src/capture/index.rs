//! What the commitments of a dossier talk about: the index that likeness and tracks are found by.
//!
//! It is kept from one capture to the next; only commitments that changed since are read again.

use std::collections::{HashMap, HashSet};

use super::words::{Vocabulary, Word};
use crate::{
    error::Result,
    id::Id,
    store::{Session, WordingLine},
};

/// More changed rows than these are read in one go.
const ONE_BY_ONE: usize = 200;
/// How many commitments that share the weightiest words are compared closely.
const LOOKED_AT: usize = 64;
/// How much the likeness of two titles counts: they are short, and alike by chance more easily.
const TITLES: f32 = 0.9;

/// What one commitment says.
pub(super) struct Entry {
    pub(super) id: Id,
    revision: i32,
    pub(super) track: Id,
    /// The text it was taken from.
    pub(super) text: Option<Id>,
    /// The words of its title and its wording.
    words: Vec<Word>,
    /// The words of its title alone.
    title: Vec<Word>,
    /// Length of its words by weight.
    norm: f32,
}

/// A commitment that says nearly what a candidate says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    pub(super) commitment: Id,
    /// From 0 to 1.
    pub(super) likeness: f32,
}

/// The words of every commitment, by commitment and by word.
#[derive(Default)]
pub(crate) struct Index {
    pub(super) vocabulary: Vocabulary,
    entries: Vec<Entry>,
    /// Places of the commitments that hold a word.
    postings: Vec<Vec<u32>>,
    /// How many commitments each track has.
    pub(super) tracks: HashMap<Id, u32>,
    /// How many commitments of each track hold a word.
    by_track: Vec<Vec<(Id, u32)>>,
}

impl Index {
    /// Brings the index up to what the register says now.
    pub(super) fn refresh(&mut self, session: &Session<'_>) -> Result<()> {
        let stands = session.commitment_revisions()?;
        let known: HashMap<Id, i32> = self.entries.iter().map(|entry| (entry.id, entry.revision)).collect();
        let changed: Vec<Id> =
            stands.iter().filter(|(id, revision)| known.get(id) != Some(revision)).map(|(id, _)| *id).collect();
        if changed.is_empty() && stands.len() == known.len() {
            return Ok(());
        }
        let lines = if changed.len() > ONE_BY_ONE {
            session.wordings()?
        } else {
            changed.iter().filter_map(|id| session.wording(*id).transpose()).collect::<Result<_>>()?
        };
        let now: HashMap<Id, i32> = stands.into_iter().collect();
        self.entries.retain(|entry| now.get(&entry.id) == Some(&entry.revision));
        let kept: HashSet<Id> = self.entries.iter().map(|entry| entry.id).collect();
        for line in lines.iter().filter(|line| !kept.contains(&line.id)) {
            let entry = self.read(line);
            self.entries.push(entry);
        }
        self.weigh();
        Ok(())
    }

    fn read(&mut self, line: &WordingLine) -> Entry {
        let words = self.vocabulary.words(&format!("{} {}", line.title, line.wording));
        let title = self.vocabulary.words(&line.title);
        Entry { id: line.id, revision: line.revision, track: line.track, text: line.text, words, title, norm: 0.0 }
    }

    /// Counts anew who holds which word, and how much each commitment weighs.
    fn weigh(&mut self) {
        self.postings = vec![Vec::new(); self.vocabulary.len()];
        self.tracks.clear();
        for (place, entry) in (0..).zip(&self.entries) {
            *self.tracks.entry(entry.track).or_default() += 1;
            for word in &entry.words {
                self.postings[*word as usize].push(place);
            }
        }
        self.by_track = self
            .postings
            .iter()
            .map(|places| {
                let mut counts: Vec<(Id, u32)> = Vec::new();
                for place in places {
                    let track = self.entries[*place as usize].track;
                    match counts.iter_mut().find(|(id, _)| *id == track) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((track, 1)),
                    }
                }
                counts
            })
            .collect();
        let norms: Vec<f32> = self.entries.iter().map(|entry| self.norm(&entry.words)).collect();
        for (entry, norm) in self.entries.iter_mut().zip(norms) {
            entry.norm = norm;
        }
    }

    /// How much a word tells: the rarer, the more.
    pub(super) fn weight(&self, word: Word) -> f32 {
        let holders = self.postings.get(word as usize).map_or(0, Vec::len).max(1);
        (1.0 + self.entries.len() as f32 / holders as f32).ln()
    }

    fn norm(&self, words: &[Word]) -> f32 {
        words.iter().map(|word| self.weight(*word).powi(2)).sum::<f32>().sqrt()
    }

    /// How many commitments of each track hold a word.
    pub(super) fn by_track(&self, word: Word) -> &[(Id, u32)] {
        self.by_track.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The commitments nearest to a sentence, nearest first: at least as near as `least`, at most `most` of them, and
    /// none taken from the text `but`. `whole` are its words, `core` those of its title.
    ///
    /// A sentence says more than its promise: what leads up to it, what it is good for. So its core is compared as well,
    /// and with the titles of the commitments; the nearest of these counts.
    pub(super) fn nearest(&self, whole: &[Word], core: &[Word], but: Id, least: f32, most: usize) -> Vec<Near> {
        let mut shared: HashMap<u32, (f32, u32)> = HashMap::new();
        for word in whole {
            let weight = self.weight(*word).powi(2);
            for place in self.postings.get(*word as usize).map_or(&[][..], Vec::as_slice) {
                let sum = shared.entry(*place).or_default();
                *sum = (sum.0 + weight, sum.1 + 1);
            }
        }
        // One word in common is chance, however rare.
        let mut likely: Vec<(u32, f32)> = shared
            .into_iter()
            .filter(|(_, (_, count))| *count > 1)
            .map(|(place, (weight, _))| (place, weight))
            .collect();
        let heavier = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if likely.len() > LOOKED_AT {
            likely.select_nth_unstable_by(LOOKED_AT, heavier);
            likely.truncate(LOOKED_AT);
        }
        let (all, inner) = (self.norm(whole), self.norm(core));
        let mut near: Vec<Near> = likely
            .into_iter()
            .map(|(place, weight)| (&self.entries[place as usize], weight))
            .filter(|(entry, _)| entry.text != Some(but))
            .map(|(entry, weight)| {
                let ratio = |shared: f32, one: f32, other: f32| shared / (one * other).max(f32::EPSILON);
                let title = self.shared(core, &entry.title);
                let likeness = ratio(weight, all, entry.norm)
                    .max(ratio(self.shared(core, &entry.words), inner, entry.norm))
                    .max(ratio(title, inner, self.norm(&entry.title)) * TITLES);
                Near { commitment: entry.id, likeness }
            })
            .filter(|near| near.likeness >= least)
            .collect();
        near.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.commitment.cmp(&b.commitment)));
        near.truncate(most);
        near
    }

    /// The weight of what two lists of words have in common; none where it is a single word.
    fn shared(&self, one: &[Word], other: &[Word]) -> f32 {
        let both = one.iter().filter(|word| other.binary_search(word).is_ok());
        let (count, weight) = both.fold((0, 0.0), |(count, sum), word| (count + 1, sum + self.weight(*word).powi(2)));
        if count > 1 { weight } else { 0.0 }
    }
}
