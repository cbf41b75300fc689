//! Which track a candidate belongs to: by what the commitments of each talk about, by the tracks' names, and by the
//! tracks of the dialogue that met.

use super::{index::Index, words::Word};
use crate::{error::Result, id::Id, store::Session, track::Track};

/// How much of the evidence a dialogue of one track outweighs, and one of several.
const ONLY_TRACK: f32 = 0.3;
const ONE_OF_SEVERAL: f32 = 0.15;
/// How many words a reason names.
const NAMED: usize = 2;

/// The tracks of a dossier, and those of the dialogue that met.
pub(super) struct Tracks {
    tracks: Vec<Track>,
    names: Vec<Vec<Word>>,
    met: Vec<Id>,
}

/// A word of a candidate with the form it is written in.
pub(super) type Spoken<'t> = (Word, &'t str);

/// A proposal with its reason.
pub(super) struct Proposed {
    pub(super) track: Id,
    pub(super) reason: String,
}

impl Tracks {
    pub(super) fn read(session: &Session<'_>, index: &mut Index, met: &[Id]) -> Result<Self> {
        let tracks = session.tracks()?;
        let names = tracks.iter().map(|track| index.vocabulary.words(&track.name)).collect();
        Ok(Self { tracks, names, met: met.to_vec() })
    }

    pub(super) fn get(&self, id: Id) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == id)
    }

    /// The track a candidate most likely belongs to; none where the dossier has no track.
    pub(super) fn propose(&self, index: &Index, spoken: &[Spoken<'_>]) -> Option<Proposed> {
        let first = self.tracks.first()?;
        let all: f32 = spoken.iter().map(|(word, _)| index.weight(*word)).sum();
        let prior = if self.met.len() == 1 { ONLY_TRACK } else { ONE_OF_SEVERAL };
        let scores: Vec<(f32, Vec<(f32, &str)>)> =
            (0..self.tracks.len()).map(|at| self.evidence(index, spoken, at)).collect();
        let score = |at: usize| {
            let met = if self.met.contains(&self.tracks[at].id) { prior * all.max(1.0) } else { 0.0 };
            scores[at].0 + met
        };
        // The first of equals wins: tracks stand in the dossier's own order.
        let best = (0..self.tracks.len()).reduce(|best, at| if score(at) > score(best) { at } else { best })?;
        let track = if score(best) > 0.0 { &self.tracks[best] } else { first };
        Some(Proposed { track: track.id, reason: self.reason(best, spoken, &scores[best].1, score(best)) })
    }

    /// How much a candidate's words speak for one track, and which of them how much.
    fn evidence<'t>(&self, index: &Index, spoken: &[Spoken<'t>], at: usize) -> (f32, Vec<(f32, &'t str)>) {
        let rate = |track: usize, word: Word| {
            let id = self.tracks[track].id;
            let holding = index.by_track(word).iter().find(|(other, _)| *other == id).map_or(0, |(_, count)| *count);
            let all = index.tracks.get(&id).copied().unwrap_or(0);
            // One commitment more than there are keeps a track with a single one from winning by a single word.
            let named = if self.names[track].contains(&word) { 1.0 } else { 0.0 };
            holding as f32 / (all as f32 + 1.0) + named
        };
        let mut parts: Vec<(f32, &str)> = Vec::new();
        for (word, form) in spoken {
            let own = rate(at, *word);
            if own > 0.0 {
                let sum: f32 = (0..self.tracks.len()).map(|track| rate(track, *word)).sum();
                parts.push((index.weight(*word) * own / sum, form));
            }
        }
        (parts.iter().map(|(weight, _)| weight).sum(), parts)
    }

    fn reason(&self, at: usize, spoken: &[Spoken<'_>], parts: &[(f32, &str)], score: f32) -> String {
        if score <= 0.0 {
            return "the first track; nothing points to one".into();
        }
        if let Some((_, form)) = spoken.iter().find(|(word, _)| self.names[at].contains(word)) {
            return format!("“{form}” is in its name");
        }
        let mut parts = parts.to_vec();
        parts.sort_by(|a, b| b.0.total_cmp(&a.0));
        let forms: Vec<String> = parts.iter().take(NAMED).map(|(_, form)| format!("“{form}”")).collect();
        match (forms.is_empty(), self.met.contains(&self.tracks[at].id)) {
            (true, _) => "the track of the dialogue".into(),
            (false, true) => format!("the track of the dialogue; its commitments speak of {}", forms.join(" and ")),
            (false, false) => format!("its commitments speak of {}", forms.join(" and ")),
        }
    }
}
