//! Commitments: the promises themselves, and what belongs to each of them alone.
//!
//! Here are the rows and how a commitment is entered and edited; status, due date, owners and links have files of
//! their own, and so have the lamps and the way commitments are shown.

mod due;
mod lamps;
pub(crate) mod link;
mod origin;
pub(crate) mod owner;
mod period;
mod show;
pub(crate) mod status;

pub(crate) use due::{DueChange, NewDue, follow, words as due_words};
pub(crate) use lamps::{HORIZON, Lamps, STALE_AFTER};
pub(crate) use link::Link;
pub(crate) use owner::Owner;
pub(crate) use period::Period;

pub(crate) use show::Showing;

use chrono::Datelike as _;

use crate::{
    clock::Day,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    instrument::Instrument,
    marking,
    meeting::Meeting,
    op::Op,
    row::{Row as _, row},
    text::{self, Text},
    track::Track,
    transact::Act,
    vocabulary::{Bound, DueKind, Noun, OwnerRole, Status, Strength},
    wire::{Changed, CommitmentDraft},
};

row! {
    /// A promise.
    Commitment as Commitment {
        /// Track code, year, number; never given twice.
        reference: String = "ref",
        /// Our short title.
        title: String = "title",
        /// Their words, verbatim.
        wording: String = "wording",
        /// The track.
        track: Id = "track_id",
        /// Who is bound.
        bound: Bound = "bound",
        /// The parties, when they are named.
        bound_parties: Vec<Id> = "bound_parties",
        /// How strongly.
        strength: Strength = "strength",
        /// The meeting it was made at.
        meeting: Option<Id> = "meeting_id",
        /// The passage it was taken from.
        passage: Option<Id> = "passage_id",
        /// Day it was made.
        made_on: Option<Day> = "made_on",
        /// By when.
        due_kind: DueKind = "due_kind",
        /// The date, the event's day, or that of the oldest period not yet reported.
        due_on: Option<Day> = "due_on",
        /// The meeting it follows.
        due_meeting: Option<Id> = "due_meeting_id",
        /// The outside event; empty unless it is due by one.
        due_event: String = "due_event",
        /// Months between recurrences.
        due_months: Option<i32> = "due_months",
        /// The first day ever set; kept for ever.
        first_due_on: Option<Day> = "first_due_on",
        /// The day that the periods of a recurring one are counted from; `due_on` where none was reported since.
        due_anchor: Option<Day> = "due_anchor",
        /// Where it stands as we see it.
        status: Status = "status",
        /// Where it stands as they see it.
        their_status: Option<Status> = "their_status",
        /// Whether it is blocked.
        blocked: bool = "blocked",
        /// Why.
        blocked_reason: String = "blocked_reason",
        /// Day it was closed.
        closed_on: Option<Day> = "closed_on",
        /// What shows that it was kept, in words.
        evidence: String = "evidence",
        /// The text that shows it.
        evidence_text: Option<Id> = "evidence_text_id",
        /// The follow-up that shows it.
        evidence_follow_up: Option<Id> = "evidence_follow_up_id",
        /// Whether its only owner closed it.
        closed_by_only_owner: bool = "closed_by_only_owner",
        /// −1 not complied, 0 partial, +1 full (the scale of the G7 and G20 research groups).
        score: Option<i32> = "score",
        /// Anything worth knowing.
        note: String = "note",
        /// At most one marking per axis.
        marking: Vec<Id> = "marking",
        /// The instrument it was made in.
        instrument: Option<Id> = "instrument_id",
        /// The instrument that shows that it was kept.
        evidence_instrument: Option<Id> = "evidence_instrument_id",
    }
}

impl Dossier {
    /// Enters a commitment, with its passage, owners and due date, or changes what a commitment says and who owns it.
    pub fn save_commitment(&self, draft: &CommitmentDraft) -> Result<Changed<Id>> {
        let op = if draft.id.is_some() { Op::EditCommitment } else { Op::AddCommitment };
        self.transact(op, |act| save(act, draft))
    }
}

/// Enters a commitment or changes it, within an act.
pub(crate) fn save(act: &mut Act<'_>, draft: &CommitmentDraft) -> Result<Id> {
    let stored = draft.id.map(|id| act.seen::<Commitment>(id, draft.revision)).transpose()?;
    let track: Track = act.session.require(draft.track)?;
    let meeting = draft.meeting.map(|id| act.session.require::<Meeting>(id)).transpose()?;
    let bound_parties = act.existing(Noun::Party, &draft.bound_parties)?;
    if (draft.bound == Bound::Named) == bound_parties.is_empty() {
        return invalid(match draft.bound {
            Bound::Named => "Name the parties that are bound, or choose both sides, us or them.",
            _ => "Parties are named only when the commitment binds named parties.",
        });
    }
    if draft.score.is_some_and(|score| !(-1..=1).contains(&score)) {
        return invalid("The review score is −1, 0 or +1.");
    }
    let passage = match (&draft.passage, &stored) {
        (Some(passage), None) => Some(text::cut(act, passage)?),
        (None, _) => None,
        (Some(_), Some(_)) => return invalid("A commitment keeps the passage it was taken from."),
    };
    let wording = match &passage {
        Some(passage) => passage.quote.clone(),
        None => draft.wording.clone(),
    };
    if let Some(instrument) = draft.instrument {
        act.session.require::<Instrument>(instrument)?;
    }
    let source = passage.as_ref().map(|passage| act.session.require::<Text>(passage.text)).transpose()?;
    let source_day = source.as_ref().and_then(|text| text.dated_on);
    let made_on = draft.made_on.or(source_day).or(meeting.as_ref().and_then(|meeting| meeting.ends_on));
    let mut row = match &stored {
        Some(row) => row.clone(),
        None => {
            let due = due::resolve(act, &draft.due)?;
            Commitment {
                id: act.id(),
                revision: 0,
                reference: act.session.next_reference(&track.code, made_on.unwrap_or(act.day).year())?,
                title: String::new(),
                wording: String::new(),
                track: track.id,
                bound: draft.bound,
                bound_parties: Vec::new(),
                strength: draft.strength,
                meeting: None,
                passage: passage.as_ref().map(|passage| passage.id),
                made_on: None,
                due_kind: due.kind,
                due_on: due.on,
                due_meeting: due.meeting,
                due_event: due.event,
                due_months: due.months,
                due_anchor: None,
                first_due_on: due.day,
                status: Status::NotStarted,
                their_status: None,
                blocked: false,
                blocked_reason: String::new(),
                closed_on: None,
                evidence: String::new(),
                evidence_text: None,
                evidence_follow_up: None,
                closed_by_only_owner: false,
                score: None,
                note: String::new(),
                marking: Vec::new(),
                instrument: None,
                evidence_instrument: None,
            }
        }
    };
    if stored.is_none() {
        if !draft.status.is_open() {
            return invalid("A commitment is entered as open; close it afterwards, with what shows it.");
        }
        row.status = draft.status;
    }
    row.title = field::required("The commitment's title", &draft.title)?;
    // A wording that was taken from a text stays as it was taken.
    row.wording = match row.passage {
        Some(_) if stored.is_some() => row.wording,
        _ => field::note("The wording", &wording)?,
    };
    row.track = track.id;
    row.bound = draft.bound;
    row.bound_parties = bound_parties;
    row.strength = draft.strength;
    row.meeting = draft.meeting;
    row.instrument = draft.instrument.or(source.and_then(|text| text.instrument));
    row.made_on = made_on;
    row.score = draft.score;
    row.note = field::note("The note", &draft.note)?;
    row.marking = marking::checked(&act.session, &draft.marking)?;
    let new = stored.is_none();
    if new {
        act.insert(&row)?
    } else {
        act.update(&row)?
    }
    owner::replace(act, row.id, &draft.owners, OwnerRole::ALL)?;
    act.title(format!("{} {} {}", if new { "Added" } else { "Changed" }, row.reference, row.title));
    Ok(row.id())
}

impl Commitment {
    /// `CYB-2015-003`, as people call it in a sentence.
    pub(crate) fn called(&self) -> &str {
        &self.reference
    }
}

/// `CYB-2015-003`, or `7 commitments`: what an act on one or several was about.
pub(crate) fn spoken_count(act: &Act<'_>, ids: &[Id]) -> Result<String> {
    match ids {
        [one] => act.session.reference(*one),
        many => Ok(format!("{} commitments", many.len())),
    }
}
