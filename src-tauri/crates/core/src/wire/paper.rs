//! Papers: what is asked for, for whom, and with which parts.

use super::{CommitmentQuery, DifferencePart, MarkingView, wire};
use crate::{
    clock::Day,
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
        /// Matrix: but not these of the list.
        #[serde(default)]
        pub except: Vec<Id>,
        /// Chaser sheet: the day by which replies are asked for.
        #[serde(default)]
        pub reply_by: Option<Day>,
        /// For whom.
        pub reader: Reader,
        /// The parts of a brief; what is kept with the meeting where left out.
        pub plan: Option<BriefPlan>,
    }
}

impl PaperRequest {
    /// A paper of this kind, about nothing yet, for a reader who may see all.
    #[must_use]
    pub fn of(kind: PaperKind) -> Self {
        Self {
            kind,
            meeting: None,
            body: None,
            person: None,
            track: None,
            party: None,
            commitment: None,
            query: None,
            only: Vec::new(),
            except: Vec::new(),
            reply_by: None,
            reader: Reader::default(),
            plan: None,
        }
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
        /// Revision read; 0 where none is kept yet.
        #[serde(default)]
        pub revision: i32,
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

wire! {
    /// A copy of a paper to keep.
    pub struct KeptPaperDraft {
        /// The paper.
        pub request: PaperRequest,
        /// What it is written as.
        pub form: PaperForm,
        /// For whom, in words; may be empty.
        pub for_whom: String,
    }
}

wire! {
    /// A copy of a paper that was handed over. It does not change.
    pub struct KeptPaperView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Which of the papers.
        pub kind: PaperKind,
        /// What it was written as.
        pub form: PaperForm,
        /// Its title.
        pub title: String,
        /// For whom, in words; may be empty.
        pub for_whom: String,
        /// Its marking, as printed; may be empty.
        pub marking: String,
        /// When it was made, RFC 3339 in UTC.
        pub made_at: String,
        /// By whom.
        pub made_by: String,
        /// The name of its file.
        pub file_name: String,
        /// SHA-256 of the file, in hexadecimal.
        pub sha256: String,
    }
}

wire! {
    /// A copy beside the same paper as it stands today.
    pub struct PaperComparison {
        /// The copy.
        pub paper: KeptPaperView,
        /// Line by line, as read.
        pub rows: Vec<ComparedLine>,
    }
}

wire! {
    /// A line of two states of a paper, or a stretch of lines that both say and that is left out.
    pub struct ComparedLine {
        /// Whether both say the same.
        pub same: bool,
        /// How many lines are left out here; 0 for a line that is shown.
        pub left_out: u32,
        /// What it said then; empty where it said nothing.
        pub then: Vec<DifferencePart>,
        /// What it says now; empty where it says nothing.
        pub now: Vec<DifferencePart>,
    }
}

wire! {
    /// Words that came back on a chaser sheet.
    pub struct RepliesQuery {
        /// The body that was asked.
        pub body: Option<Id>,
        /// Or the person.
        pub person: Option<Id>,
        /// What came back, as pasted.
        pub text: String,
        /// For whom the sheet was made that was handed out: its numbers count.
        #[serde(default)]
        pub reader: Reader,
    }
}

wire! {
    /// What was understood of it, to be looked at before it is entered.
    pub struct RepliesView {
        /// The points of the sheet in its order, each with what was replied; nothing where nothing was. After them what
        /// the reader of the sheet could not see, and what can be answered by its ref alone.
        pub points: Vec<ReplyPoint>,
        /// What could be matched to no point.
        pub unmatched: Vec<UnmatchedReply>,
    }
}

wire! {
    /// A point of a chaser sheet.
    pub struct ReplyPoint {
        /// The commitment it asks about.
        pub commitment: Id,
        /// Its ref.
        pub r#ref: String,
        /// Its title.
        pub title: String,
        /// Its number on the sheet; none where it does not stand there.
        pub number: Option<u32>,
        /// What was replied; empty where nothing was.
        pub reply: String,
        /// By what it was matched, in words: `by its ref`, `by its number`; empty where nothing was replied.
        pub matched: String,
    }
}

wire! {
    /// Words that answer no point of the sheet.
    pub struct UnmatchedReply {
        /// The words.
        pub text: String,
        /// Why they are not matched, as a sentence.
        pub reason: String,
    }
}

wire! {
    /// Replies to enter as follow-ups, in one act.
    pub struct RepliesDraft {
        /// The body that replied.
        pub body: Option<Id>,
        /// Or the person.
        pub person: Option<Id>,
        /// The day of the replies; the dossier's where left out.
        pub day: Option<Day>,
        /// Who reported; may be empty.
        pub reported_by: String,
        /// What was replied, to which commitment.
        pub replies: Vec<ReplyDraft>,
    }
}

wire! {
    /// One reply.
    pub struct ReplyDraft {
        /// The commitment.
        pub commitment: Id,
        /// The words.
        pub note: String,
    }
}
