//! Capture: the candidates found in a text, what the dossier itself proposes for each, and what was decided of them.

use super::{CommitmentDraft, Named, PassageDraft, PassageView, wire};
use crate::{
    id::Id,
    vocabulary::{CandidateClass, CandidateState, Judgement, Likeness},
};

wire! {
    /// The candidates of a text.
    pub struct CaptureView {
        /// The text.
        pub text: Id,
        /// The parties to it that the dossier knows.
        pub parties: Vec<Named>,
        /// Every candidate, in the order of the text, decided or not.
        pub candidates: Vec<CandidateView>,
        /// How many commitments still wait for a decision.
        pub remaining: u32,
        /// How many of these are firm.
        pub remaining_firm: u32,
        /// Why nothing could be read, where that is so: the user's lexicon has a fault.
        pub problem: Option<String>,
    }
}

wire! {
    /// A stretch of the text, in Unicode scalar values: `start` is the first, `end` one past the last.
    pub struct Stretch {
        /// First Unicode scalar value, from 0.
        pub start: u32,
        /// One past the last.
        pub end: u32,
    }
}

wire! {
    /// One candidate, with a draft that can be entered as it stands.
    pub struct CandidateView {
        /// Where its wording stands: the sentence or list item, without bullet or number.
        pub at: Stretch,
        /// The words.
        pub quote: String,
        /// The lead-in it inherits from, where it is a list item.
        pub lead_in: Option<Stretch>,
        /// The lead-in's words; empty where there is none.
        pub lead_in_words: String,
        /// Commitment, somebody else's promise, already done.
        pub class: CandidateClass,
        /// What has been decided of it.
        pub state: CandidateState,
        /// Where the words stand that made it a candidate.
        pub cue: Stretch,
        /// The words that made it a candidate.
        pub cue_words: String,
        /// The rule that fired, by its name in the lexicon or the grammar.
        pub rule: String,
        /// How sure the rule is, in percent.
        pub confidence: u32,
        /// Who is bound, for a person: `Both`, `India`, `Micron`.
        pub bound_label: String,
        /// Where the words of the deadline stand.
        pub due_at: Option<Stretch>,
        /// The words of the deadline; empty where there is none.
        pub due_words: String,
        /// What they mean, for a person: `31 Dec 2025`, `by the leaders' meeting, New York`, `each year`.
        pub due_label: String,
        /// Why that track is proposed: `named after it`, `like 6 of its commitments`.
        pub track_reason: String,
        /// Why these owners are proposed: `CERT-In is named`, `lead bodies of the track`.
        pub owners_reason: String,
        /// Stretches that could each be an undertaking of their own; empty where there is one.
        pub acts: Vec<Stretch>,
        /// Everything proposed, ready to be entered.
        pub draft: CommitmentDraft,
        /// Commitments of the dossier that say nearly the same, nearest first, at most three.
        pub like: Vec<LikeView>,
        /// What was entered: the commitment taken from it, or the one it reaffirms.
        pub entered: Option<EnteredView>,
        /// The verdict that set it aside, so that it can be taken back.
        pub verdict: Option<Id>,
    }
}

wire! {
    /// The commitment a candidate was entered as, or mentioned with.
    pub struct EnteredView {
        /// Its id.
        pub commitment: Id,
        /// Its ref.
        pub r#ref: String,
        /// Its title.
        pub title: String,
    }
}

wire! {
    /// An existing commitment that says nearly the same.
    pub struct LikeView {
        /// Its id.
        pub commitment: Id,
        /// Its ref.
        pub r#ref: String,
        /// Its title.
        pub title: String,
        /// Its wording, or its title where it has none.
        pub wording: String,
        /// Where it comes from: `Joint statement, 19 Jul 2011`.
        pub origin: String,
        /// Whether it is still open.
        pub open: bool,
        /// How near, in percent.
        pub percent: u32,
        /// The old words and the new, as one run: kept, only in the old, only in the new.
        pub difference: Vec<DifferencePart>,
    }
}

wire! {
    /// A run of words that is kept, only in the old wording, or only in the new.
    pub struct DifferencePart {
        /// Which of the three.
        pub kind: Likeness,
        /// The words, with the blanks between them.
        pub words: String,
    }
}

wire! {
    /// A commitment to enter from a candidate.
    pub struct AcceptDraft {
        /// The commitment.
        pub draft: CommitmentDraft,
        /// The commitment it takes the place of; that one is then superseded.
        pub supersedes: Option<Id>,
    }
}

wire! {
    /// What was decided of a candidate that is not entered.
    pub struct VerdictDraft {
        /// Where it stands.
        pub at: PassageDraft,
        /// Skipped, or never again.
        pub judgement: Judgement,
    }
}

wire! {
    /// A verdict that speaks for later texts too.
    pub struct VerdictRow {
        /// Its id.
        pub id: Id,
        /// The words it was given on.
        pub quote: String,
        /// The text they stand in.
        pub text: Id,
        /// Title of that text.
        pub text_title: String,
    }
}

wire! {
    /// The user's own words for finding commitments.
    pub struct LexiconView {
        /// Revision of the dossier's settings, which it is one of.
        pub revision: i32,
        /// As TOML, added to the standard lexicon; empty where nothing is added.
        pub lexicon: String,
        /// The standard lexicon, to read and to copy from.
        pub standard: String,
    }
}

wire! {
    /// A text says again what a commitment promised.
    pub struct MentionDraft {
        /// The commitment.
        pub commitment: Id,
        /// Where the text says it again.
        pub at: PassageDraft,
        /// Anything worth knowing.
        pub note: String,
    }
}

wire! {
    /// A dated mention of a commitment in a later text.
    pub struct MentionView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Day of the meeting or text.
        pub on: Option<crate::clock::Day>,
        /// Where the text says it again.
        pub passage: PassageView,
        /// The meeting.
        pub meeting: Option<Named>,
        /// Anything worth knowing.
        pub note: String,
    }
}
