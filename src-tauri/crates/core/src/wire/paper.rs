//! Papers: what is asked for, for whom, and with which parts.

use super::{CommitmentQuery, MarkingView, wire};
use crate::{
    id::Id,
    vocabulary::{PaperForm, PaperKind},
};

wire! {
    /// Which paper, about what, for whom.
    pub struct PaperRequest {
        /// Which of the papers.
        pub kind: PaperKind,
        /// Brief, record, outcome: of this meeting.
        pub meeting: Option<Id>,
        /// Chaser sheet: for this body.
        pub body: Option<Id>,
        /// Chaser sheet, handover note: for this person.
        pub person: Option<Id>,
        /// Track report: of this track.
        pub track: Option<Id>,
        /// Instruments, outcome: with this party; with all others where left out.
        pub party: Option<Id>,
        /// History: of this commitment.
        pub commitment: Option<Id>,
        /// Matrix: of this list; all open ones where left out.
        pub query: Option<CommitmentQuery>,
        /// Matrix: of these alone; all that the list holds where empty.
        pub only: Vec<Id>,
        /// For whom.
        pub reader: Reader,
        /// The parts of a brief; what is kept with the meeting where left out.
        pub plan: Option<BriefPlan>,
    }
}

wire! {
    /// For whom a paper is: what is marked above this is left out of it.
    #[derive(Default)]
    pub struct Reader {
        /// The highest marking they may see, at most one per axis; on an axis without one, all of it.
        pub ceilings: Vec<Id>,
        /// Whether the paper may say how many things were left out.
        pub told_of_gaps: bool,
    }
}

wire! {
    /// Which parts a brief has, in which order, and what is written freely in it. Kept with its meeting.
    #[derive(Default)]
    pub struct BriefPlan {
        /// Every part, in order.
        pub parts: Vec<BriefPart>,
        /// Our objectives, a line each.
        pub our_objectives: FreePart,
        /// Theirs, as we see them, a line each.
        pub their_objectives: FreePart,
        /// The line to take with the press.
        pub press_line: FreePart,
        /// Talking points, a line each.
        pub talking_points: FreePart,
    }
}

wire! {
    /// A part of a brief.
    pub struct BriefPart {
        /// Its key: `summary`, `objectives`, `track:CYB`, `decisions`, `annex`.
        pub key: String,
        /// Its heading, for the person who chooses.
        pub heading: String,
        /// Whether it is shown.
        pub shown: bool,
    }
}

wire! {
    /// Words written freely for a brief.
    #[derive(Default)]
    pub struct FreePart {
        /// The words; lines are paragraphs or points. At most 20,000 characters.
        pub text: String,
        /// At most one marking per axis; the dossier's where there is none.
        pub marking: Vec<Id>,
    }
}

wire! {
    /// What a paper will be, before it is written.
    pub struct PaperOutline {
        /// Its title.
        pub title: String,
        /// The name proposed for its file, without an ending.
        pub file_name: String,
        /// Its marking, as printed; may be empty.
        pub marking: String,
        /// How many things the reader may not see.
        pub left_out: u32,
        /// What it can be written as.
        pub forms: Vec<PaperForm>,
        /// The parts of a brief, as they stand; empty for other papers.
        pub plan: Option<BriefPlan>,
        /// The markings of the scheme, to choose a reader's ceilings from.
        pub markings: Vec<MarkingView>,
    }
}
