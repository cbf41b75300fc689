//! Instruments: what governments signed, as rows, pages and drafts. What is reckoned of them stands in `reckoning`.

use super::{
    CommitmentRow, EntryRule, FollowUpView, LifeEntry, MarkingView, Named, Reckoning, TermRule, TextRow, wire,
};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{
        Concern, Dated, InstrumentActKind, InstrumentLinkKind, InstrumentType, LegalEffect, NoticeWindow, Stage,
    },
};

wire! {
    /// An instrument in a list, as of the dossier's day.
    pub struct InstrumentRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// `INS-2011-001`.
        pub r#ref: String,
        /// Its full title.
        pub title: String,
        /// What people call it; may be empty.
        pub short_title: String,
        /// What kind of instrument it is.
        pub kind: InstrumentType,
        /// The parties, ours first.
        pub parties: Vec<Named>,
        /// The parties other than ours, in one line: `United States`.
        pub partner: String,
        /// Tracks it serves.
        pub tracks: Vec<Named>,
        /// Where it stands.
        pub stage: Stage,
        /// Since when; none where the day is not known.
        pub stage_since: Option<Day>,
        /// Whether somebody set the stage by hand.
        pub by_hand: bool,
        /// What all parties that say something hold of its legal effect; not stated where they differ.
        pub effect: LegalEffect,
        /// Whether the parties differ on that.
        pub disputed: bool,
        /// The day all had signed, for a person: `19 Jul 2011`, `before 19 Jul 2011`; empty while it is not signed.
        pub signed: String,
        /// The day it entered, or will enter, into force or operation.
        pub in_force_on: Option<Day>,
        /// The current term, from 1; none where no term is stated or can be reckoned.
        pub term: Option<u32>,
        /// Last day of the current term.
        pub term_ends_on: Option<Day>,
        /// Last day on which notice can be given in the current term.
        pub notice_on: Option<Day>,
        /// Days until then; negative when past.
        pub notice_days: Option<i32>,
        /// Whether notice can still be given.
        pub window: NoticeWindow,
        /// The day with which it will have come, or has come, to its end as things stand.
        pub ends_on: Option<Day>,
        /// What is missing before it enters into force, in one line; empty where nothing is.
        pub missing: String,
        /// Day of the newest act or follow-up, on it or on its commitments.
        pub progress_on: Option<Day>,
        /// Commitments made in it.
        pub commitments: u32,
        /// Of those, open.
        pub open: u32,
        /// Why it needs looking at.
        pub concerns: Vec<Concern>,
    }
}

/// The order of a list of instruments. Equal ones stand by ref; what has none of what is sorted by stands last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentSort {
    /// By ref.
    #[default]
    Ref,
    /// By title, letters without case and accents.
    Title,
    /// By the parties other than ours.
    Partner,
    /// By type, in the order of the vocabulary.
    Kind,
    /// By stage, from proposed to ended.
    Stage,
    /// By the day all had signed.
    Signed,
    /// By the last day of the current term.
    Ends,
    /// By the last day for notice.
    Notice,
    /// Longest without progress first.
    Progress,
}

wire! {
    /// Which instruments, in which order, and which stretch of them. Filters narrow; an empty one asks nothing.
    pub struct InstrumentQuery {
        /// Words, "phrases" and prefixes*; every one has to be found in the instrument, its acts or follow-ups.
        pub words: String,
        /// To which this party is one.
        pub partner: Option<Id>,
        /// On one of these tracks.
        pub tracks: Vec<Id>,
        /// Under this dialogue.
        pub dialogue: Option<Id>,
        /// Of one of these types.
        pub kinds: Vec<InstrumentType>,
        /// At one of these stages.
        pub stages: Vec<Stage>,
        /// Whether it has come to its end.
        pub ended: Option<bool>,
        /// Whose last day for notice, or whose end where no notice is due, lies at most so many days ahead.
        pub notice_within: Option<u32>,
        /// With one of these concerns.
        pub concerns: Vec<Concern>,
        /// In which order.
        pub sort: InstrumentSort,
        /// The order turned round.
        pub descending: bool,
        /// From a page's `next`; none for the beginning.
        pub after: Option<String>,
        /// At most 500.
        pub limit: u32,
    }
}

impl InstrumentQuery {
    /// All instruments, by ref; a hundred at a time.
    #[must_use]
    pub fn all() -> Self {
        Self {
            words: String::new(),
            partner: None,
            tracks: Vec::new(),
            dialogue: None,
            kinds: Vec::new(),
            stages: Vec::new(),
            ended: None,
            notice_within: None,
            concerns: Vec::new(),
            sort: InstrumentSort::Ref,
            descending: false,
            after: None,
            limit: 100,
        }
    }
}

wire! {
    /// A stretch of a list of instruments.
    pub struct InstrumentPage {
        /// The rows.
        pub rows: Vec<InstrumentRow>,
        /// Where the next stretch begins; none at the end.
        pub next: Option<String>,
        /// How many the list has in all.
        pub total: u32,
        /// How many of those that the other filters leave have each concern.
        pub concerns: Vec<ConcernCount>,
    }
}

wire! {
    /// How many instruments have a concern.
    pub struct ConcernCount {
        /// Which.
        pub concern: Concern,
        /// How many.
        pub count: u32,
    }
}

wire! {
    /// What an instrument is to one of its parties.
    pub struct InstrumentPartyView {
        /// Its id.
        pub id: Id,
        /// The party.
        pub party: Named,
        /// Whether it is ours.
        pub home: bool,
        /// What the party holds of its legal effect.
        pub effect: LegalEffect,
        /// The body responsible for it.
        pub body: Option<Named>,
        /// Bodies that carry it out.
        pub implementing: Vec<Named>,
    }
}

wire! {
    /// A party to an instrument.
    pub struct InstrumentPartyDraft {
        /// The party.
        pub party: Id,
        /// What it holds of the legal effect.
        pub effect: LegalEffect,
        /// The body responsible for it.
        pub body: Option<Id>,
        /// Bodies that carry it out.
        pub implementing: Vec<Id>,
    }
}

wire! {
    /// An act on an instrument.
    pub struct InstrumentActView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// What was done.
        pub kind: InstrumentActKind,
        /// By which party; none where all did it together.
        pub party: Option<Named>,
        /// The day, as far as it is known.
        pub on: Option<Day>,
        /// How exactly.
        pub dated: Dated,
        /// The day as people read it: `19 Jul 2011`, `Jul 2011`, `before 19 Jul 2011`; empty where unknown.
        pub when: String,
        /// Where.
        pub place: String,
        /// Who did it, where the register knows the person.
        pub person: Option<Named>,
        /// Who did it: the bare name, where the register has no such person.
        pub name: String,
        /// The post held then.
        pub post: String,
        /// The meeting it was done at.
        pub meeting: Option<Named>,
        /// The day it takes effect, where that is another one.
        pub effective_on: Option<Day>,
        /// To which day: of a renewal or a suspension.
        pub until_on: Option<Day>,
        /// Anything worth knowing.
        pub note: String,
    }
}

wire! {
    /// An act on an instrument to enter or change.
    pub struct InstrumentActDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// The instrument; not read among the acts of a new instrument.
        pub instrument: Option<Id>,
        /// What was done.
        pub kind: InstrumentActKind,
        /// By which party; none where all did it together.
        pub party: Option<Id>,
        /// The day; the meeting's last where it is left out and a meeting is given.
        pub on: Option<Day>,
        /// How exactly it is known.
        pub dated: Dated,
        /// Where; the meeting's place where left out.
        pub place: String,
        /// Who did it.
        pub person: Option<Id>,
        /// The bare name, where the register has no such person.
        pub name: String,
        /// The post held then; the person's where left out.
        pub post: String,
        /// The meeting it was done at.
        pub meeting: Option<Id>,
        /// The day it takes effect, where that is another one.
        pub effective_on: Option<Day>,
        /// To which day: of a renewal or a suspension.
        pub until_on: Option<Day>,
        /// Anything worth knowing.
        pub note: String,
    }
}

wire! {
    /// An instrument to enter or change.
    pub struct InstrumentDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Its full title.
        pub title: String,
        /// What people call it; may be empty.
        pub short_title: String,
        /// What kind of instrument it is.
        pub kind: InstrumentType,
        /// Where it stands, set by hand; none to reckon it from the acts.
        pub stage: Option<Stage>,
        /// Since when, where it is set by hand.
        pub stage_since: Option<Day>,
        /// The parties, as a whole: at least two.
        pub parties: Vec<InstrumentPartyDraft>,
        /// The dialogue it stands under.
        pub dialogue: Option<Id>,
        /// Tracks it serves.
        pub tracks: Vec<Id>,
        /// Languages it is done in, as BCP 47 tags.
        pub languages: Vec<String>,
        /// Which of those are authentic.
        pub authentic: Vec<String>,
        /// The one that prevails where they differ; empty where none does.
        pub prevailing: String,
        /// With whom it is deposited.
        pub depositary: String,
        /// The body that holds our original.
        pub holder: Option<Id>,
        /// Where the original lies, in words.
        pub holder_note: String,
        /// When it enters into force.
        pub entry: EntryRule,
        /// How long it lasts, how it is renewed and denounced.
        pub term: TermRule,
        /// Anything worth knowing.
        pub note: String,
        /// At most one marking per axis.
        pub marking: Vec<Id>,
        /// Acts to enter with it; only read on creation.
        pub acts: Vec<InstrumentActDraft>,
    }
}

wire! {
    /// A link between two instruments, seen from one of them.
    pub struct InstrumentLinkView {
        /// Its id.
        pub id: Id,
        /// How.
        pub kind: InstrumentLinkKind,
        /// Whether this instrument is the one that replaces, amends, implements.
        pub outgoing: bool,
        /// For a person: `replaces`, `is replaced by`.
        pub label: String,
        /// The other one.
        pub other: InstrumentRow,
    }
}

wire! {
    /// A link between two instruments to enter.
    pub struct InstrumentLinkDraft {
        /// The instrument that replaces, amends, implements.
        pub from: Id,
        /// How.
        pub kind: InstrumentLinkKind,
        /// The other one.
        pub to: Id,
    }
}

wire! {
    /// That an instrument delivers a commitment, to enter.
    pub struct DeliveredByDraft {
        /// The commitment.
        pub commitment: Id,
        /// The instrument.
        pub instrument: Id,
    }
}

wire! {
    /// A commitment that an instrument delivers.
    pub struct DeliveryView {
        /// The link's id.
        pub id: Id,
        /// The commitment.
        pub commitment: CommitmentRow,
    }
}

wire! {
    /// An instrument that delivers a commitment.
    pub struct DeliveredByView {
        /// The link's id.
        pub id: Id,
        /// The instrument.
        pub instrument: InstrumentRow,
    }
}

wire! {
    /// Everything about one instrument.
    pub struct InstrumentView {
        /// The row as in lists.
        pub row: InstrumentRow,
        /// The parties, ours first.
        pub parties: Vec<InstrumentPartyView>,
        /// What they hold of its legal effect, for a person: `disputed: India holds that it binds, …`.
        pub effect_label: String,
        /// The stage set by hand; none where it is reckoned.
        pub stage_by_hand: Option<Stage>,
        /// Since when it was set.
        pub stage_by_hand_since: Option<Day>,
        /// The dialogue it stands under.
        pub dialogue: Option<Named>,
        /// The meeting where it was signed.
        pub signed_at: Option<Named>,
        /// Languages it is done in.
        pub languages: Vec<String>,
        /// Which of those are authentic.
        pub authentic: Vec<String>,
        /// The one that prevails; empty where none does.
        pub prevailing: String,
        /// With whom it is deposited.
        pub depositary: String,
        /// The body that holds our original.
        pub holder: Option<Named>,
        /// Where the original lies, in words.
        pub holder_note: String,
        /// When it enters into force, as entered.
        pub entry: EntryRule,
        /// The same for a person.
        pub entry_label: String,
        /// Its term, as entered.
        pub term: TermRule,
        /// The same for a person, a sentence each.
        pub term_labels: Vec<String>,
        /// What that comes to as of the day.
        pub reckoned: Reckoning,
        /// Acts in their order, and what is missing or to come.
        pub life: Vec<LifeEntry>,
        /// Acts, in the order in which they happened.
        pub acts: Vec<InstrumentActView>,
        /// Its texts, side letters last.
        pub texts: Vec<TextRow>,
        /// Commitments that it delivers.
        pub delivers: Vec<DeliveryView>,
        /// Commitments made in it, or taken from its texts.
        pub commitments: Vec<CommitmentRow>,
        /// Follow-ups on it, newest first.
        pub follow_ups: Vec<FollowUpView>,
        /// Links to other instruments.
        pub links: Vec<InstrumentLinkView>,
        /// Anything worth knowing.
        pub note: String,
        /// At most one marking per axis.
        pub marking: Vec<MarkingView>,
    }
}
