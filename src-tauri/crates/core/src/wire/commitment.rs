//! Commitments, their owners, dates, links and follow-ups.

use super::{DecisionView, DeliveredByView, MarkingView, MentionView, Named, PassageDraft, PassageView, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{
        Bound, Delivery, DueKind, Exception, Freshness, LinkKind, Outcome, OwnerRole, PeriodState, Status, Strength,
    },
};

wire! {
    /// By when a commitment is to be kept, as of the dossier's day.
    pub struct DueView {
        /// Which kind of date.
        pub kind: DueKind,
        /// The day it comes to: the date, the meeting's first day, the event's day, the next recurrence.
        pub on: Option<Day>,
        /// For a person: `30 Jun 2015`, `by the leaders' meeting, New York`, `ongoing`.
        pub label: String,
        /// The meeting it follows.
        pub meeting: Option<Named>,
        /// The outside event.
        pub event: Option<String>,
        /// Months between recurrences.
        pub months: Option<i32>,
        /// The first day ever set.
        pub first_on: Option<Day>,
        /// Why it has no day, where the meeting it follows has none: `no date yet, postponed`, `cancelled`.
        pub waits: Option<String>,
        /// How often it was put off.
        pub slips: u32,
        /// Whether its date was changed while it was overdue.
        pub was_overdue: bool,
        /// Periods of a recurring one that were kept.
        pub kept: u32,
        /// Periods that were missed.
        pub missed: u32,
        /// Days until it; negative when past.
        pub days_left: Option<i32>,
        /// Open and past its day.
        pub overdue: bool,
    }
}

wire! {
    /// How old our knowledge of a commitment is.
    pub struct HeardView {
        /// The lamp.
        pub lamp: Freshness,
        /// Days since the newest follow-up; none when there never was one.
        pub days: Option<i32>,
        /// Day of the newest follow-up.
        pub on: Option<Day>,
        /// Beginning of its note, at most 200 characters.
        pub note: String,
    }
}

wire! {
    /// When a commitment was last on the table.
    pub struct RaisedView {
        /// The meeting's first day.
        pub on: Option<Day>,
        /// The meeting.
        pub meeting: Named,
    }
}

wire! {
    /// A body or person that has a part in a commitment.
    pub struct OwnerView {
        /// Its id.
        pub id: Id,
        /// Lead, supporting, counterpart.
        pub role: OwnerRole,
        /// The party it belongs to.
        pub party: Named,
        /// The body.
        pub body: Option<Named>,
        /// The person.
        pub person: Option<Named>,
        /// Body and person in one line: `NSCS, Arvind Gupta`.
        pub label: String,
    }
}

wire! {
    /// A commitment in any list.
    pub struct CommitmentRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// `CYB-2015-003`.
        pub r#ref: String,
        /// Our short title.
        pub title: String,
        /// Their words, verbatim; may be empty.
        pub wording: String,
        /// The track.
        pub track: Id,
        /// Who is bound.
        pub bound: Bound,
        /// Who is bound, for a person: `Both`, `India`, `US`.
        pub bound_label: String,
        /// How strongly.
        pub strength: Strength,
        /// Day it was made.
        pub made_on: Option<Day>,
        /// Lead on the home side: `CERT-In`; empty where none.
        pub owner: String,
        /// Counterparts on other sides; empty where none.
        pub counterpart: String,
        /// By when.
        pub due: DueView,
        /// Where it stands as we see it.
        pub status: Status,
        /// Where it stands as they see it.
        pub their_status: Option<Status>,
        /// Why it is blocked; none when it is not.
        pub blocked: Option<String>,
        /// Is it being done?
        pub delivery: Delivery,
        /// How old is our knowledge?
        pub heard: HeardView,
        /// Where it was last on the table.
        pub raised: Option<RaisedView>,
        /// Why a review brings it up; empty when it is on course.
        pub exceptions: Vec<Exception>,
        /// What was decided on it for the meeting that the list is framed by.
        pub decision: Option<DecisionView>,
    }
}

wire! {
    /// One change of a due date.
    pub struct DueChangeView {
        /// Its id.
        pub id: Id,
        /// Day of the change.
        pub day: Day,
        /// What it was.
        pub from: String,
        /// What it became.
        pub to: String,
        /// Why.
        pub reason: String,
        /// Whether it was put off.
        pub slip: bool,
        /// Whether it moved with its meeting, and the promise stayed as it was.
        pub moved: bool,
        /// How many days it was overdue when it changed; nought where it was not.
        pub late: u32,
    }
}

wire! {
    /// One period of a recurring commitment.
    pub struct PeriodView {
        /// Its report; none where there is none yet.
        pub id: Option<Id>,
        /// The day it falls due.
        pub due_on: Day,
        /// Kept, missed, not reported, next.
        pub state: PeriodState,
        /// Day of the report.
        pub reported_on: Option<Day>,
    }
}

wire! {
    /// The report of a period, to enter or to correct.
    pub struct PeriodDraft {
        /// The recurring commitment, as it was seen.
        pub commitment: Seen,
        /// The report to correct; none to report the oldest period that was not.
        pub period: Option<Id>,
        /// Kept or missed.
        pub outcome: Outcome,
        /// Day of the report; the dossier's day where left out.
        pub day: Option<Day>,
        /// Who reported.
        pub reported_by: String,
        /// What was reported; may be empty.
        pub note: String,
        /// What shows it.
        pub evidence: String,
    }
}

wire! {
    /// A dated entry on a commitment or an instrument.
    pub struct FollowUpView {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// The commitment it is on; none where it is on an instrument.
        pub commitment: Option<Id>,
        /// The instrument it is on; none where it is on a commitment.
        pub instrument: Option<Id>,
        /// The ref of what it is on.
        pub on_ref: String,
        /// The title of what it is on.
        pub on_title: String,
        /// Its day.
        pub day: Day,
        /// Who reported.
        pub reported_by: String,
        /// What was reported.
        pub note: String,
        /// Status as we see it, where it says so.
        pub our_status: Option<Status>,
        /// Status as they see it, where it says so.
        pub their_status: Option<Status>,
        /// What comes next.
        pub next_step: String,
        /// By when.
        pub next_step_due: Option<Day>,
        /// What shows it.
        pub evidence: String,
        /// The meeting it was entered at.
        pub meeting: Option<Named>,
        /// At most one marking per axis.
        pub marking: Vec<MarkingView>,
    }
}

wire! {
    /// A stretch of the follow-ups on a commitment, newest first.
    pub struct FollowUpPage {
        /// Follow-ups.
        pub rows: Vec<FollowUpView>,
        /// Where the next stretch begins; none at the end.
        pub next: Option<String>,
    }
}

wire! {
    /// Which follow-ups to show.
    pub struct FollowUpQuery {
        /// Those on this commitment.
        pub commitment: Id,
        /// From a page's `next`, or from a mark; none for the newest.
        pub after: Option<String>,
        /// At most 200.
        pub limit: u32,
    }
}

wire! {
    /// A follow-up to enter on one commitment or several, or on an instrument, or to change.
    pub struct FollowUpDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// The commitments it is entered on; for a change, just its own.
        pub commitments: Vec<Id>,
        /// The instrument it is entered on instead. What it says of a status is then refused.
        pub instrument: Option<Id>,
        /// Its day; the dossier's day where left out.
        pub day: Option<Day>,
        /// Who reported.
        pub reported_by: String,
        /// What was reported.
        pub note: String,
        /// Status as we see it; carried over to the commitment where it is newest.
        pub our_status: Option<Status>,
        /// Status as they see it; likewise.
        pub their_status: Option<Status>,
        /// What comes next.
        pub next_step: String,
        /// By when.
        pub next_step_due: Option<Day>,
        /// What shows it.
        pub evidence: String,
        /// The agenda point it is entered under.
        pub agenda_item: Option<Id>,
        /// At most one marking per axis.
        pub marking: Vec<Id>,
    }
}

wire! {
    /// A link between two commitments, seen from one of them.
    pub struct LinkView {
        /// Its id.
        pub id: Id,
        /// How.
        pub kind: LinkKind,
        /// Whether this commitment is the one that reaffirms, supersedes, depends.
        pub outgoing: bool,
        /// For a person: `reaffirms`, `is reaffirmed by`.
        pub label: String,
        /// The other one.
        pub other: CommitmentRow,
    }
}

wire! {
    /// Which words of a text a commitment comes from.
    pub struct OriginDraft {
        /// The commitment.
        pub commitment: Id,
        /// Revision read.
        pub revision: i32,
        /// The text; none where it is to come from no text any more.
        pub text: Option<Id>,
        /// The words, as they stand there, in one place.
        pub quote: String,
    }
}

wire! {
    /// A link to enter.
    pub struct LinkDraft {
        /// The commitment that reaffirms, supersedes, depends.
        pub from: Id,
        /// How.
        pub kind: LinkKind,
        /// The other one.
        pub to: Id,
    }
}

wire! {
    /// One time a commitment was on the table.
    pub struct RaisingView {
        /// Its id.
        pub id: Id,
        /// The meeting.
        pub meeting: Named,
        /// The meeting's days as people read them.
        pub when: String,
        /// Whether the meeting was held; else it is on the agenda of one to come.
        pub held: bool,
        /// The agenda point.
        pub agenda_item: Option<Named>,
        /// What our side said.
        pub home_said: String,
        /// What the other side said.
        pub partner_said: String,
    }
}

wire! {
    /// How a commitment was closed.
    pub struct ClosingView {
        /// Day.
        pub on: Day,
        /// What shows it, in words.
        pub evidence: String,
        /// The text that shows it.
        pub text: Option<Named>,
        /// The follow-up that shows it.
        pub follow_up: Option<Named>,
        /// The instrument that shows it.
        pub instrument: Option<Named>,
        /// Whether its only owner closed it.
        pub by_only_owner: bool,
        /// Days after its first date, where it was kept later than that.
        pub after_first: Option<u32>,
    }
}

wire! {
    /// Everything about one commitment.
    pub struct CommitmentView {
        /// The row as in lists.
        pub row: CommitmentRow,
        /// The parties bound, where they are named.
        pub bound_parties: Vec<Named>,
        /// Anything worth knowing.
        pub note: String,
        /// Passage it was taken from.
        pub passage: Option<PassageView>,
        /// Meeting it was made at.
        pub meeting: Option<Named>,
        /// Instrument it was made in.
        pub instrument: Option<Named>,
        /// Instruments that deliver it.
        pub delivered_by: Vec<DeliveredByView>,
        /// Owners of all sides.
        pub owners: Vec<OwnerView>,
        /// Changes of the due date, oldest first.
        pub due_history: Vec<DueChangeView>,
        /// Periods of a recurring one, oldest first: those reported, those that ended without a report, the next.
        pub periods: Vec<PeriodView>,
        /// The newest follow-ups, newest first; at most twenty.
        pub follow_ups: Vec<FollowUpView>,
        /// How many there are in all.
        pub follow_up_count: u32,
        /// Links to other commitments.
        pub links: Vec<LinkView>,
        /// When it was on the table, newest first.
        pub raisings: Vec<RaisingView>,
        /// What was decided on it before meetings, newest first.
        pub decisions: Vec<DecisionView>,
        /// Later texts that say it again, newest first.
        pub mentions: Vec<MentionView>,
        /// How it was closed.
        pub closing: Option<ClosingView>,
        /// −1 not complied, 0 partial, +1 full: the scale of the G7 and G20 research groups.
        pub score: Option<i32>,
        /// At most one marking per axis.
        pub marking: Vec<MarkingView>,
        /// The track, by name.
        pub track_name: String,
    }
}

/// By when, as entered.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum DueDraft {
    /// No date.
    None,
    /// Kept all the time.
    Ongoing,
    /// On a date.
    Day {
        /// The date.
        on: Day,
    },
    /// By a meeting, whose date it follows.
    Meeting {
        /// The meeting.
        meeting: Id,
    },
    /// By an outside event.
    Event {
        /// Its name.
        event: String,
        /// Its day, where known.
        on: Option<Day>,
    },
    /// Every so many months.
    Recurring {
        /// Months between, 1 to 120.
        months: i32,
        /// The next time.
        on: Day,
    },
}

wire! {
    /// A body or person to have a part in a commitment: at least one of the two.
    pub struct OwnerDraft {
        /// Lead, supporting, counterpart.
        pub role: OwnerRole,
        /// The body.
        pub body: Option<Id>,
        /// The person.
        pub person: Option<Id>,
    }
}

wire! {
    /// A commitment to create or change. Status and due date of an existing one change by acts of their own.
    pub struct CommitmentDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// Our short title.
        pub title: String,
        /// Their words; taken from the passage where one is given.
        pub wording: String,
        /// The track.
        pub track: Id,
        /// Who is bound.
        pub bound: Bound,
        /// The parties, when they are named.
        pub bound_parties: Vec<Id>,
        /// How strongly.
        pub strength: Strength,
        /// The meeting it was made at.
        pub meeting: Option<Id>,
        /// The instrument it was made in; that of the text it is taken from where left out.
        pub instrument: Option<Id>,
        /// The passage it is taken from.
        pub passage: Option<PassageDraft>,
        /// Day it was made; taken from the meeting or text where left out.
        pub made_on: Option<Day>,
        /// Owners of all sides, as a whole.
        pub owners: Vec<OwnerDraft>,
        /// By when; only read on creation.
        pub due: DueDraft,
        /// Where it stands; only read on creation.
        pub status: Status,
        /// −1, 0, +1.
        pub score: Option<i32>,
        /// Anything worth knowing.
        pub note: String,
        /// At most one marking per axis.
        pub marking: Vec<Id>,
    }
}

wire! {
    /// A row to act on, with the revision the person saw.
    pub struct Seen {
        /// Which row.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
    }
}

wire! {
    /// A change of status, of one commitment or several.
    pub struct StatusDraft {
        /// Which ones.
        pub commitments: Vec<Seen>,
        /// As we see it; none leaves it.
        pub status: Option<Status>,
        /// As they see it; none leaves it.
        pub their_status: Option<Status>,
        /// Whether it is blocked; none leaves it.
        pub blocked: Option<bool>,
        /// Why it is blocked.
        pub blocked_reason: String,
        /// Day of closing; the dossier's day where left out.
        pub on: Option<Day>,
        /// What shows it was kept, in words.
        pub evidence: String,
        /// The text that shows it.
        pub evidence_text: Option<Id>,
        /// The follow-up that shows it.
        pub evidence_follow_up: Option<Id>,
        /// The instrument that shows it; it then delivers the commitment.
        pub evidence_instrument: Option<Id>,
    }
}

wire! {
    /// A change of due date, of one commitment or several.
    pub struct DueDateDraft {
        /// Which ones.
        pub commitments: Vec<Seen>,
        /// The new one.
        pub due: DueDraft,
        /// Why; required when there was a date before.
        pub reason: String,
        /// Whether it is given as well to all open commitments that are due by the same outside event.
        pub with_event: bool,
    }
}

wire! {
    /// New owners, of one commitment or several.
    pub struct OwnersDraft {
        /// Which ones.
        pub commitments: Vec<Seen>,
        /// Owners of the given roles; those of other roles stay.
        pub owners: Vec<OwnerDraft>,
        /// The roles that are replaced.
        pub roles: Vec<OwnerRole>,
    }
}
