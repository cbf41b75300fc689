//! Reading a text: every candidate with what was decided of it and what the dossier proposes.

use rapporteur_capture::{Candidate, Lexicon, Range, Request, candidates};

use super::{
    Memory,
    decided::{Decided, Decision},
    ground::{Ground, Source},
    hand,
    index::Index,
    like,
    places::{Places, same, stretch},
    track::Spoken,
    words::{Word, spelled},
};
use crate::{
    clock::Day,
    dossier::Dossier,
    error::Result,
    id::Id,
    party::Party,
    store::Session,
    text::{self, Text},
    vocabulary::{Bound, CandidateClass, CandidateState, Status, Strength},
    wire::{CandidateView, CaptureView, CommitmentDraft, EnteredView, Named, PassageDraft},
};

/// How near a commitment has to be to be shown beside a candidate, from 0 to 1, and how many are shown.
const NEAR: f32 = 0.3;
const SHOWN: usize = 3;

impl Dossier {
    /// The candidates of a text, with what was decided of each and what the dossier proposes for it.
    pub fn capture(&self, text: Id) -> Result<CaptureView> {
        self.store().read(|session| {
            let text: Text = session.require(text)?;
            self.reading(session, &source(&text), |reading| reading.whole())
        })
    }

    /// A stretch of a text that the user chose: proposals for exactly that stretch.
    pub fn read_candidate(&self, at: &PassageDraft) -> Result<CandidateView> {
        self.store().read(|session| {
            let text: Text = session.require(at.text)?;
            text::stretch(&text, at)?;
            let range = Range { start: at.start as usize, end: at.end as usize };
            self.reading(session, &source(&text), |reading| {
                let candidate = hand::candidate(reading, range);
                reading.view(&candidate, None)
            })
        })
    }

    /// The candidates of a text that is not in the register, as the dossier would propose them. `parties` are codes; where
    /// there are none, the text is between all sides of the dossier.
    pub fn look_through(&self, body: &str, parties: &[String], day: Option<Day>) -> Result<CaptureView> {
        let source = Source { id: None, body, dated_on: day, meeting: None, parties };
        self.store().read(|session| self.reading(session, &source, |reading| reading.whole()))
    }

    fn reading<T>(
        &self,
        session: Session<'_>,
        source: &Source<'_>,
        read: impl FnOnce(&mut Reading<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut memory = self.memory();
        let (lexicon, problem) = memory.lexicon(&session)?;
        let Memory { index, .. } = &mut *memory;
        index.refresh(&session)?;
        let ground = Ground::read(&session, index, source, self.day_in(session)?)?;
        let places = Places::of(source.body);
        let decided = Decided::read(&session, index, source.id, &places)?;
        let request = Request { text: source.body, parties: &ground.sides, day: ground.day };
        let found = candidates(&request, &lexicon);
        read(&mut Reading { session, source, index, ground, decided, lexicon, places, found, problem })
    }
}

fn source(text: &Text) -> Source<'_> {
    Source { id: Some(text.id), body: &text.body, dated_on: text.dated_on, meeting: text.meeting, parties: &[] }
}

/// One text being read.
pub(super) struct Reading<'r> {
    session: Session<'r>,
    source: &'r Source<'r>,
    index: &'r mut Index,
    ground: Ground,
    decided: Decided,
    lexicon: Lexicon,
    pub(super) places: Places<'r>,
    /// What the capture found, in the order of the text.
    pub(super) found: Vec<Candidate>,
    problem: Option<String>,
}

impl Reading<'_> {
    fn whole(&mut self) -> Result<CaptureView> {
        let mut views = Vec::new();
        for candidate in std::mem::take(&mut self.found) {
            // Where a part of it was decided by itself, the parts stand by themselves.
            for part in self.parts(&candidate) {
                let decision = self.decide(&part);
                views.push(self.view(&part, decision)?);
            }
        }
        // What the user found by hand and no rule does is there as well.
        for (range, decision) in self.decided.unseen() {
            let candidate = hand::candidate(self, range);
            views.push(self.view(&candidate, Some(decision))?);
        }
        views.sort_by_key(|view| (view.at.start, view.at.end));
        let waiting =
            |view: &&CandidateView| view.state == CandidateState::Waiting && view.class == CandidateClass::Commitment;
        let count = |firm: bool| {
            let found = views.iter().filter(waiting).filter(|view| !firm || view.draft.strength == Strength::Firm);
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        Ok(CaptureView {
            text: self.source.id.unwrap_or(Id::NIL),
            parties: self.ground.parties.iter().map(|party| Named { id: party.id, name: party.name.clone() }).collect(),
            remaining: count(false),
            remaining_firm: count(true),
            candidates: views,
            problem: self.problem.take(),
        })
    }

    /// A candidate, or its undertakings where some of them were decided and others not.
    fn parts(&self, candidate: &Candidate) -> Vec<Candidate> {
        let touched = |act: &&Range| self.decided.covers(**act);
        let decided = candidate.acts.iter().filter(touched).count();
        if decided == 0 || decided == candidate.acts.len() || self.decided.as_whole(candidate.range) {
            return vec![candidate.clone()];
        }
        candidate.acts.iter().map(|act| hand::part(self, candidate, *act)).collect()
    }

    fn decide(&mut self, candidate: &Candidate) -> Option<Decision> {
        let words = self.places.words(candidate.range);
        self.decided.of(self.index, candidate.range, words)
    }

    /// What the capture finds in some words by themselves.
    pub(super) fn alone(&self, words: &str) -> Vec<Candidate> {
        candidates(&Request { text: words, parties: &self.ground.sides, day: self.ground.day }, &self.lexicon)
    }

    pub(super) fn view(&mut self, candidate: &Candidate, decision: Option<Decision>) -> Result<CandidateView> {
        let quote = self.places.words(candidate.range).to_owned();
        let lead_in_words = candidate.lead_in.map_or("", |range| self.places.words(range)).to_owned();
        let spoken = self.spoken(&quote);
        let track = self.ground.tracks.propose(self.index, &spoken);
        let row = track.as_ref().and_then(|track| self.ground.tracks.get(track.track));
        let ranges: Vec<Range> = std::iter::once(candidate.range).chain(candidate.lead_in).collect();
        let (owners, owners_reason) = {
            let but = candidate.due.as_ref().map(|due| due.range);
            self.ground.cast.owners(&ranges, but, row)
        };
        let (due, due_label) = self.ground.calendar.resolve(self.index, candidate.due.as_ref());
        let class = match candidate.class {
            rapporteur_capture::Class::Commitment => CandidateClass::Commitment,
            rapporteur_capture::Class::ThirdParty => CandidateClass::ThirdParty,
            rapporteur_capture::Class::Delivered => CandidateClass::Delivered,
        };
        let bound = self.bound(&candidate.bound);
        let [whole, core] = [&quote, &candidate.title].map(|text| {
            let mut words: Vec<Word> = self.spoken(text).into_iter().map(|(word, _)| word).collect();
            words.sort_unstable();
            words
        });
        let near = self.index.nearest(&whole, &core, self.source.id.unwrap_or(Id::NIL), NEAR, SHOWN);
        let mut likes = Vec::new();
        for near in near {
            likes.extend(like::view(&self.session, near, &quote)?);
        }
        let mut notes = Vec::new();
        if let rapporteur_capture::Bound::Other(who) = &candidate.bound {
            notes.push(format!("Promised by {who}."));
        }
        if !lead_in_words.is_empty() {
            notes.push(format!("Under “{lead_in_words}”"));
        }
        let at = stretch(candidate.range);
        let decision = decision.unwrap_or_default();
        Ok(CandidateView {
            draft: CommitmentDraft {
                id: None,
                revision: 0,
                title: candidate.title.clone(),
                wording: quote.clone(),
                track: track.as_ref().map_or(Id::NIL, |track| track.track),
                bound: bound.0,
                bound_parties: bound.1,
                strength: match candidate.strength {
                    rapporteur_capture::Strength::Firm => Strength::Firm,
                    rapporteur_capture::Strength::Intent => Strength::Intent,
                    rapporteur_capture::Strength::Soft => Strength::Soft,
                },
                meeting: self.ground.meeting,
                instrument: None,
                passage: self.source.id.map(|text| PassageDraft { text, start: at.start, end: at.end }),
                made_on: self.ground.day,
                owners,
                due,
                status: if class == CandidateClass::Delivered { Status::Delivered } else { Status::NotStarted },
                score: None,
                note: notes.join("\n"),
                marking: Vec::new(),
            },
            at,
            quote,
            lead_in: candidate.lead_in.map(stretch),
            lead_in_words,
            class,
            state: decision.state,
            cue: stretch(candidate.cue.range),
            cue_words: candidate.cue.words.clone(),
            rule: decision.rule.unwrap_or_else(|| candidate.cue.rule.clone()),
            confidence: (candidate.confidence * 100.0).round().clamp(0.0, 100.0) as u32,
            bound_label: bound.2,
            due_at: candidate.due.as_ref().map(|due| stretch(due.range)),
            due_words: candidate.due.as_ref().map(|due| due.words.clone()).unwrap_or_default(),
            due_label,
            track_reason: track.map_or_else(|| "the dossier has no track yet".into(), |track| track.reason),
            owners_reason,
            acts: candidate.acts.iter().copied().map(stretch).collect(),
            like: likes,
            entered: decision.entered.map(|(commitment, reference, title)| EnteredView {
                commitment,
                r#ref: reference,
                title,
            }),
            verdict: decision.verdict,
        })
    }

    /// The words of a candidate that say what it is about, each once, with the form it is written in. The parties'
    /// names are in all of them and say nothing.
    fn spoken<'q>(&mut self, quote: &'q str) -> Vec<Spoken<'q>> {
        let mut found: Vec<Spoken<'q>> = Vec::new();
        for form in spelled(quote).filter(|form| !self.ground.is_party(form)) {
            for word in self.index.vocabulary.meaning(form).into_iter().flatten() {
                if !found.iter().any(|(known, _)| *known == word) {
                    found.push((word, form));
                }
            }
        }
        found
    }

    /// Who is bound, in the register's words, and for a person.
    fn bound(&self, bound: &rapporteur_capture::Bound) -> (Bound, Vec<Id>, String) {
        let known = |code: &String| self.ground.parties.iter().find(|party| party.code.eq_ignore_ascii_case(code));
        let short = |code: &String| known(code).map_or(code.as_str(), Party::short).to_owned();
        let partners = || self.ground.parties.iter().filter(|party| party.id != self.ground.home);
        match bound {
            rapporteur_capture::Bound::Both => (Bound::Both, Vec::new(), "Both".into()),
            rapporteur_capture::Bound::Other(who) => (Bound::Both, Vec::new(), who.clone()),
            rapporteur_capture::Bound::Parties(codes) => {
                let ids: Vec<Id> = codes.iter().filter_map(|code| known(code).map(|party| party.id)).collect();
                let label = codes.iter().map(short).collect::<Vec<_>>().join(", ");
                let all_partners = partners().count() > 0 && partners().all(|party| ids.contains(&party.id));
                match ids.as_slice() {
                    [] => (Bound::Both, ids, label),
                    [only] if *only == self.ground.home => (Bound::Home, Vec::new(), label),
                    _ if all_partners && !ids.contains(&self.ground.home) => (Bound::Partner, Vec::new(), label),
                    _ => (Bound::Named, ids, label),
                }
            }
        }
    }

    /// Candidates that mean the same sentence as a stretch, the one with most in common first.
    pub(super) fn meant_by(&self, range: Range) -> Vec<&Candidate> {
        let mut found: Vec<&Candidate> = self.found.iter().filter(|candidate| same(candidate.range, range)).collect();
        found.sort_by_key(|candidate| std::cmp::Reverse(super::places::overlap(candidate.range, range)));
        found
    }
}
