//! The closed vocabularies of the register: the same word in the database, in Rust, in TypeScript and in JSON.
//!
//! Each word has a *label* beside it, which is what a person reads. Words are frozen once released: the journal and
//! other people's files hold them.

/// Declares a vocabulary: an enum, its stored words, its labels, and their conversions.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $variant:ident = $word:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$word_meta])* #[doc = $label] #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word, in the order in which lists offer them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as stored and as it crosses to the window.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// What a person reads.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The entry of this vocabulary with that stored word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.label())
            }
        }
    };
}

mod instrument;
mod lineage;

pub use instrument::*;
pub use lineage::*;

vocabulary! {
    /// The nouns that are rows of their own; each word is also the name of its table.
    Noun {
        Dossier = "dossier", "dossier";
        Marking = "marking", "marking";
        Party = "party", "party";
        Body = "body", "body";
        Person = "person", "person";
        Track = "track", "track";
        Dialogue = "dialogue", "dialogue";
        Meeting = "meeting", "meeting";
        Attendance = "attendance", "attendance";
        AgendaItem = "agenda_item", "agenda item";
        Corrigendum = "corrigendum", "corrigendum";
        MeetingMove = "meeting_move", "move of a meeting";
        Text = "text", "text";
        Passage = "passage", "passage";
        Commitment = "commitment", "commitment";
        Owner = "owner", "owner";
        DueChange = "due_change", "change of due date";
        Period = "period", "report of a period";
        Link = "link", "link";
        Raising = "raising", "mention at a meeting";
        FollowUp = "follow_up", "follow-up";
        Decision = "decision", "decision";
        Handover = "handover", "handover";
        Mention = "mention", "reaffirmation";
        Verdict = "verdict", "verdict on a candidate";
        SavedView = "saved_view", "saved view";
        BriefPlan = "brief_plan", "plan of a brief";
        KeptPaper = "kept_paper", "copy of a paper";
        Instrument = "instrument", "instrument";
        InstrumentParty = "instrument_party", "party to an instrument";
        InstrumentAct = "instrument_act", "act on an instrument";
        InstrumentLink = "instrument_link", "link between instruments";
        DeliveredBy = "delivered_by", "delivery by an instrument";
    }
}

vocabulary! {
    /// What kind of subject of international law a party is.
    PartyKind {
        State = "state", "state";
        Organisation = "organisation", "international organisation";
    }
}

vocabulary! {
    /// The three separate axes of a marking; see <https://www.first.org/tlp/> for the last.
    MarkingAxis {
        Classification = "classification", "classification";
        Handling = "handling", "handling";
        Tlp = "tlp", "TLP";
    }
}

vocabulary! {
    /// Levels at which governments meet, lowest first. A commitment escalates to the next.
    Level {
        WorkingGroup = "working_group", "working group or technical";
        JointWorkingGroup = "joint_working_group", "joint working group";
        SeniorOfficials = "senior_officials", "senior officials";
        Ministerial = "ministerial", "ministerial";
        Summit = "summit", "summit";
    }
}

vocabulary! {
    /// Whether a dialogue still meets.
    DialogueState {
        Active = "active", "active";
        Dormant = "dormant", "dormant";
        Concluded = "concluded", "concluded";
    }
}

vocabulary! {
    /// Whether a meeting has taken place.
    MeetingState {
        Planned = "planned", "planned";
        Held = "held", "held";
        Postponed = "postponed", "postponed";
        Cancelled = "cancelled", "cancelled";
    }
}

vocabulary! {
    /// How the participants of a meeting came together.
    Mode {
        InPerson = "in_person", "in person";
        Video = "video", "by video";
        Telephone = "telephone", "by telephone";
        Hybrid = "hybrid", "hybrid";
        Correspondence = "correspondence", "by correspondence";
    }
}

vocabulary! {
    /// How exactly a day is known. A source that names a month only is entered as that month.
    DayPrecision {
        Day = "day", "to the day";
        Month = "month", "to the month";
    }
}

vocabulary! {
    /// What someone was at a meeting.
    AttendanceRole {
        Head = "head", "head of delegation";
        Member = "member", "member";
        Adviser = "adviser", "adviser";
        Interpreter = "interpreter", "interpreter";
        NoteTaker = "note_taker", "note-taker";
    }
}

vocabulary! {
    /// The state of a meeting's record. A final record is frozen; corrigenda follow it.
    RecordState {
        Draft = "draft", "draft";
        Final = "final", "final";
    }
}

vocabulary! {
    /// What kind of paper a text is.
    TextKind {
        JointStatement = "joint_statement", "joint statement";
        PressRelease = "press_release", "press release";
        PressReport = "press_report", "press report";
        Minutes = "minutes", "minutes";
        InstrumentText = "instrument_text", "text of an instrument";
        NoteVerbale = "note_verbale", "note verbale";
        NonPaper = "non_paper", "non-paper";
        AideMemoire = "aide_memoire", "aide-mémoire";
        Other = "other", "other";
    }
}

vocabulary! {
    /// Who owes a commitment.
    Bound {
        Both = "both", "both sides";
        Home = "home", "us";
        Partner = "partner", "them";
        Named = "named", "named parties";
    }
}

vocabulary! {
    /// How strongly the verb binds.
    Strength {
        /// Shall, will, commit, decide, agree, undertake.
        Firm = "firm", "firm";
        /// Intend, plan, aim, seek.
        Intent = "intent", "intent";
        /// Look forward to, explore, consider, stand ready.
        Soft = "soft", "soft";
    }
}

vocabulary! {
    /// By when a commitment is to be kept.
    DueKind {
        None = "none", "no date";
        Day = "day", "on a date";
        Meeting = "meeting", "by a meeting";
        Event = "event", "by an outside event";
        Recurring = "recurring", "recurring";
        Ongoing = "ongoing", "ongoing";
    }
}

vocabulary! {
    /// Where a commitment stands.
    Status {
        NotStarted = "not_started", "not started";
        InProgress = "in_progress", "in progress";
        Delivered = "delivered", "delivered, awaiting confirmation";
        Fulfilled = "fulfilled", "closed, fulfilled";
        NotFulfilled = "not_fulfilled", "closed, not fulfilled";
        Dropped = "dropped", "dropped by agreement";
        Superseded = "superseded", "superseded";
        Suspended = "suspended", "suspended";
    }
}

impl Status {
    /// Open commitments are those a review goes through: neither closed, nor dropped, nor superseded.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::InProgress | Self::Delivered | Self::Suspended)
    }
}

vocabulary! {
    /// In which way something differs on two days, in the order in which a comparison tells it.
    ComparedAs {
        Added = "added", "Added";
        Closed = "closed", "Closed";
        Reopened = "reopened", "Reopened";
        Slipped = "slipped", "Slipped";
        Redated = "redated", "Due date changed";
        Reworded = "reworded", "Reworded";
        Restated = "restated", "Status changed";
        Reowned = "reowned", "Owners changed";
        Otherwise = "otherwise", "Changed otherwise";
        Removed = "removed", "Removed";
        Instruments = "instruments", "Instruments";
        Meetings = "meetings", "Meetings";
    }
}

vocabulary! {
    /// What a body or person is to a commitment.
    OwnerRole {
        Lead = "lead", "lead";
        Supporting = "supporting", "supporting";
        Counterpart = "counterpart", "counterpart";
    }
}

vocabulary! {
    /// How one commitment stands to another.
    LinkKind {
        Reaffirms = "reaffirms", "reaffirms";
        Supersedes = "supersedes", "supersedes";
        DependsOn = "depends_on", "depends on";
    }
}

vocabulary! {
    /// The papers that leave the register.
    PaperKind {
        Brief = "brief", "brief";
        Record = "record", "record of discussion";
        Matrix = "matrix", "commitments matrix";
        Chaser = "chaser", "chaser sheet";
        Instruments = "instruments", "instruments";
        Outcome = "outcome", "outcome of the visit";
        Handover = "handover", "handover note";
        Track = "track", "track report";
        History = "history", "history of a commitment";
        Calendar = "calendar", "calendar";
    }
}

vocabulary! {
    /// What a paper is written as; the word is the ending of its file's name.
    PaperForm {
        Pdf = "pdf", "PDF";
        Docx = "docx", "Word document";
        Xlsx = "xlsx", "Excel workbook";
        Markdown = "md", "Markdown";
        Ics = "ics", "calendar file";
    }
}

vocabulary! {
    /// Delivery lamp: is it being done?
    Delivery {
        Red = "red", "late, blocked or at risk";
        Amber = "amber", "being carried out";
        Green = "green", "carried out";
        Grey = "grey", "set aside";
    }
}

vocabulary! {
    /// Freshness lamp: how old is our knowledge of it?
    Freshness {
        Fresh = "fresh", "fresh";
        Ageing = "ageing", "ageing";
        Stale = "stale", "stale";
    }
}

vocabulary! {
    /// Why a commitment is brought up in a review by exception.
    Exception {
        Overdue = "overdue", "overdue";
        Blocked = "blocked", "blocked";
        DueBefore = "due_before", "due before";
        Stale = "stale", "stale";
        Cancelled = "cancelled", "its meeting was cancelled";
    }
}

vocabulary! {
    /// What became of one period of a recurring commitment.
    Outcome {
        Kept = "kept", "kept";
        Missed = "missed", "missed";
    }
}

vocabulary! {
    /// How one period of a recurring commitment stands.
    PeriodState {
        Kept = "kept", "kept";
        Missed = "missed", "missed";
        /// It has ended, and nobody said what became of it.
        Open = "open", "not reported";
        Next = "next", "next";
    }
}

vocabulary! {
    /// What is to become of an open commitment at a coming meeting.
    DecisionKind {
        /// It is to be carried out by then.
        Deliver = "deliver", "deliver";
        /// It is carried out, or as good as that, and can be made public there.
        Announce = "announce", "announce";
        /// It is put to a higher level.
        Escalate = "escalate", "escalate";
        /// The other side is asked to agree that it lapses.
        Drop = "drop", "drop by agreement";
        /// Nothing is done about it this time.
        Hold = "hold", "hold";
    }
}

vocabulary! {
    /// What an act did to the journal.
    ActKind {
        Done = "done", "done";
        Undone = "undo", "undone";
        Redone = "redo", "redone";
    }
}

vocabulary! {
    /// What a sentence of a text turned out to be.
    CandidateClass {
        /// One, some or all parties will do something.
        Commitment = "commitment", "commitment";
        /// Somebody else will: a company, a university, another state.
        ThirdParty = "third_party", "promise of a third party";
        /// Done at or before the occasion, and nothing further promised.
        Delivered = "delivered", "already delivered";
    }
}

vocabulary! {
    /// What has been decided of a candidate.
    CandidateState {
        Waiting = "waiting", "to decide";
        Taken = "taken", "entered";
        Mentioned = "mentioned", "entered as a reaffirmation";
        Skipped = "skipped", "skipped";
        Never = "never", "no commitment";
    }
}

vocabulary! {
    /// Why a candidate is not entered.
    Judgement {
        /// Not from this text.
        Skipped = "skipped", "skipped";
        /// No commitment, and nothing like it in later texts.
        Never = "never", "no commitment, never again like this";
    }
}

vocabulary! {
    /// What a part of a line of quick entry says.
    QuickKind {
        Title = "title", "title";
        Bound = "bound", "bound";
        Due = "due", "due";
        Track = "track", "track";
        Owner = "owner", "owner";
        Counterpart = "counterpart", "counterpart";
        Strength = "strength", "strength";
        Meeting = "meeting", "made at";
    }
}

vocabulary! {
    /// How a run of words stands in two wordings.
    Likeness {
        Kept = "kept", "in both";
        Old = "old", "only in the old wording";
        New = "new", "only in the new wording";
    }
}
