//! The open file as the window sees it, its settings and markings.

use super::{ActView, PastView, wire};
use crate::{
    clock::Day,
    error::Code,
    id::Id,
    vocabulary::{Level, MarkingAxis, Noun},
};

wire! {
    /// A row named: what a link, a chip or an option needs.
    pub struct Named {
        /// Its id.
        pub id: Id,
        /// What a person reads.
        pub name: String,
    }
}

wire! {
    /// One row that an act changed.
    pub struct Change {
        /// Which noun.
        pub noun: Noun,
        /// Which row.
        pub id: Id,
        /// The revision the row has now; 0 when it was removed.
        pub revision: i32,
    }
}

wire! {
    /// How far something is that takes long.
    pub struct Progress {
        /// What is being done: `Writing the paper`.
        pub doing: String,
        /// How much of it is done.
        pub done: u32,
        /// Of how much; 0 where that is not known.
        pub total: u32,
    }
}

/// What every act answers: its output, and what changed.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Changed<T> {
    /// What the act yields: an id, a number of rows.
    pub output: T,
    /// The journal's act; none when the act left everything as it was.
    pub act: Option<ActView>,
    /// The rows changed, each once; of a noun in `many`, none.
    pub changes: Vec<Change>,
    /// The nouns of which so many rows were changed that they are not told one by one.
    pub many: Vec<Noun>,
    /// What a person should know although the act was carried out.
    pub warnings: Vec<String>,
}

wire! {
    /// A marking of the dossier's scheme.
    pub struct MarkingView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// On which axis it stands.
        pub axis: MarkingAxis,
        /// As printed.
        pub label: String,
        /// Order on its axis, lowest restriction first.
        pub rank: i32,
    }
}

wire! {
    /// A marking scheme whose labels can be taken into a dossier.
    pub struct SchemeView {
        /// What it is asked for by.
        pub name: String,
        /// `United Kingdom`.
        pub title: String,
        /// What is to be known of it.
        pub note: String,
        /// The documents it is taken from, with their addresses.
        pub sources: Vec<String>,
        /// Its labels, by axis, lowest restriction first.
        pub labels: Vec<SchemeLabel>,
    }
}

wire! {
    /// A label of a scheme.
    pub struct SchemeLabel {
        /// On which axis it stands.
        pub axis: MarkingAxis,
        /// As printed.
        pub label: String,
        /// Order on its axis, lowest restriction first.
        pub rank: i32,
        /// Whether the dossier has it.
        pub held: bool,
    }
}

wire! {
    /// A marking to create or change.
    pub struct MarkingDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// On which axis it stands.
        pub axis: MarkingAxis,
        /// As printed.
        pub label: String,
        /// Order on its axis, lowest restriction first.
        pub rank: i32,
    }
}

wire! {
    /// How much stands under each entry of the navigation.
    pub struct NavigationCounts {
        /// Entries on the Today page.
        pub today: u32,
        /// Open commitments.
        pub commitments: u32,
        /// Meetings.
        pub meetings: u32,
        /// Dialogues.
        pub dialogues: u32,
        /// Instruments that have not come to their end.
        pub instruments: u32,
        /// Parties, bodies and persons.
        pub people: u32,
        /// Things in the bin.
        pub bin: u32,
    }
}

wire! {
    /// The next meeting at ministerial level or above, which a review prepares; any other coming meeting where none is.
    pub struct NextMeeting {
        /// Its id.
        pub id: Id,
        /// Its title.
        pub title: String,
        /// First day.
        pub on: Day,
        /// Days from the dossier's day.
        pub days: i32,
        /// At which level.
        pub level: Level,
    }
}

wire! {
    /// A track with its open commitments.
    pub struct TrackView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Its code (`CYB`), the first part of a `ref`.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Index of its colour in the palette, from 1.
        pub colour: i32,
        /// Order in lists.
        pub rank: i32,
        /// The lead body of each side.
        pub leads: Vec<Named>,
        /// Open commitments.
        pub open: u32,
        /// All commitments.
        pub commitments: u32,
    }
}

wire! {
    /// A track to create or change.
    pub struct TrackDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Two to eight capital letters or digits.
        pub code: String,
        /// Its name.
        pub name: String,
        /// Index of its colour in the palette, from 1.
        pub colour: i32,
        /// Order in lists.
        pub rank: i32,
        /// The lead body of each side.
        pub leads: Vec<Id>,
    }
}

wire! {
    /// What the window opens with, in one answer: the frame, the page of the day, and what stands in the navigation.
    pub struct FirstPage {
        /// The open dossier.
        pub dossier: DossierView,
        /// What the day brings.
        pub today: super::TodayView,
        /// The saved views.
        pub saved_views: Vec<super::SavedViewRow>,
    }
}

wire! {
    /// The open dossier.
    pub struct DossierView {
        /// Where the file lies.
        pub path: String,
        /// The file's name.
        pub file_name: String,
        /// Revision of the settings.
        pub revision: i32,
        /// Its title.
        pub title: String,
        /// The home party.
        pub home: Named,
        /// IANA name of the default time zone.
        pub time_zone: String,
        /// The day everything is computed as of.
        pub day: Day,
        /// Whether the dossier fixes that day.
        pub day_fixed: bool,
        /// The dossier's own marking, at most one per axis.
        pub marking: Vec<MarkingView>,
        /// Whether the file can only be read, with the reason in words.
        pub read_only: Option<String>,
        /// The past day that is looked at; none where the dossier is shown as it stands.
        pub past: Option<PastView>,
        /// Under whose name changes are entered.
        pub actor: String,
        /// What undo would take back.
        pub undo: Option<ActView>,
        /// What redo would do again.
        pub redo: Option<ActView>,
        /// Counts for the navigation.
        pub counts: NavigationCounts,
        /// The meeting that Review opens with.
        pub next_meeting: Option<NextMeeting>,
        /// Tracks in their order.
        pub tracks: Vec<TrackView>,
        /// The marking scheme.
        pub markings: Vec<MarkingView>,
    }
}

wire! {
    /// A new dossier.
    pub struct NewDossier {
        /// Its title.
        pub title: String,
        /// Code of the home party (`IN`).
        pub home_code: String,
        /// Name of the home party; the code where empty.
        pub home_name: String,
        /// IANA name of the time zone; `UTC` where empty.
        pub time_zone: String,
    }
}

wire! {
    /// Settings of a dossier, as a whole.
    pub struct DossierDraft {
        /// Revision read.
        pub revision: i32,
        /// Its title.
        pub title: String,
        /// The home party.
        pub home: Id,
        /// IANA name of the time zone.
        pub time_zone: String,
        /// The day to compute everything as of; none for the real one.
        pub day: Option<Day>,
        /// At most one marking per axis.
        pub marking: Vec<Id>,
    }
}

wire! {
    /// A file opened before.
    pub struct RecentDossier {
        /// Where it lies.
        pub path: String,
        /// Its title when last opened.
        pub title: String,
        /// When it was last opened.
        pub opened_at: String,
        /// Whether a file still lies there.
        pub present: bool,
    }
}

wire! {
    /// A choice for a finder: a row with what helps to tell it from others.
    pub struct Choice {
        /// Its id.
        pub id: Id,
        /// What a person reads and types.
        pub label: String,
        /// Party, post, parent: what tells it from others of the same name.
        pub hint: String,
        /// The party it belongs to, for bodies and persons.
        pub party: Option<Id>,
        /// Retired or no longer in post: offered last.
        pub retired: bool,
    }
}

wire! {
    /// Everything that finders offer, by noun.
    pub struct Choices {
        /// Parties; the home party first.
        pub parties: Vec<Choice>,
        /// Bodies.
        pub bodies: Vec<Choice>,
        /// Persons.
        pub persons: Vec<Choice>,
        /// Tracks.
        pub tracks: Vec<Choice>,
        /// Dialogues.
        pub dialogues: Vec<Choice>,
        /// Meetings, newest first.
        pub meetings: Vec<Choice>,
        /// Texts, newest first.
        pub texts: Vec<Choice>,
        /// Instruments, by ref.
        pub instruments: Vec<Choice>,
        /// Markings.
        pub markings: Vec<Choice>,
        /// Outside events that commitments are due by, by name.
        pub events: Vec<EventChoice>,
    }
}

wire! {
    /// An outside event that commitments are due by.
    pub struct EventChoice {
        /// Its name.
        pub name: String,
        /// Its day, where known: the latest that was given.
        pub on: Option<Day>,
        /// Open commitments that are due by it.
        pub open: u32,
    }
}

wire! {
    /// The name changes are entered under.
    pub struct ActorName {
        /// The name.
        pub name: String,
        /// Whether the user gave it; otherwise it is the account's.
        pub given: bool,
    }
}

wire! {
    /// What went wrong, as the window gets it.
    pub struct Problem {
        /// What to branch on.
        pub code: Code,
        /// A sentence for a person.
        pub message: String,
        /// What stands behind it, for a technician.
        pub detail: Option<String>,
    }
}
