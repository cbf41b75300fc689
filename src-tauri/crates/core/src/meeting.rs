//! Meetings and their records: one round or session, of a dialogue or by itself.

use chrono::Datelike as _;

use crate::{
    agenda,
    clock::{Day, spoken, spoken_month},
    decision,
    dialogue::{self, Dialogue},
    dossier::Dossier,
    error::{Result, invalid, refused},
    field,
    id::Id,
    marking, meeting_move,
    op::Op,
    party::Party,
    row::row,
    transact::{Act, Entering},
    vocabulary::{DayPrecision, Level, MeetingState, Mode, RecordState},
    wire::{Changed, MeetingDraft},
};

row! {
    /// One round or session.
    Meeting as Meeting {
        /// The dialogue it is a round of.
        dialogue: Option<Id> = "dialogue_id",
        /// Which round.
        ordinal: Option<i32> = "ordinal",
        /// Its title.
        title: String = "title",
        /// At which level.
        level: Level = "level",
        /// First day.
        begins_on: Option<Day> = "begins_on",
        /// Last day.
        ends_on: Option<Day> = "ends_on",
        /// How exactly the days are known.
        precision: DayPrecision = "day_precision",
        /// Town or venue.
        place: String = "place",
        /// How the participants came together.
        mode: Mode = "mode",
        /// The party that hosted it.
        host: Option<Id> = "host_id",
        /// Planned, held, postponed, cancelled.
        state: MeetingState = "state",
        /// The meeting in whose margins it took place.
        parent: Option<Id> = "parent_id",
        /// The record's text.
        record: String = "record_text",
        /// Draft or final.
        record_state: RecordState = "record_state",
        /// Day the record became final.
        final_on: Option<Day> = "final_on",
        /// Anything worth knowing.
        note: String = "note",
        /// At most one marking per axis; its record and agenda take after it.
        marking: Vec<Id> = "marking",
    }
}

row! {
    /// A dated correction of a final record.
    Corrigendum as Corrigendum {
        /// The meeting.
        meeting: Id = "meeting_id",
        /// Day of the correction.
        day: Day = "day",
        /// What is corrected.
        body: String = "body",
        /// Who entered it.
        by: String = "entered_by",
    }
}

impl Meeting {
    /// The day that what is due by it comes to; none where it has no day, or was cancelled.
    pub(crate) fn due_day(&self) -> Option<Day> {
        self.begins_on.filter(|_| self.state != MeetingState::Cancelled)
    }

    /// That day in words: `3 Jun 2026`, `no date yet, postponed`, `cancelled`.
    pub(crate) fn due_words(&self) -> String {
        match (self.state, self.begins_on) {
            (MeetingState::Cancelled, _) => "cancelled".into(),
            (_, Some(on)) => spoken(on),
            (MeetingState::Postponed, None) => "no date yet, postponed".into(),
            (_, None) => "no date yet".into(),
        }
    }

    /// The days as people read them: `14 Aug 2015`, `11–14 Aug 2015`, `May 2011`; empty where unknown.
    pub(crate) fn when(&self) -> String {
        when(self.begins_on, self.ends_on, self.precision)
    }
}

/// The days of a meeting as people read them; empty where unknown.
pub(crate) fn when(begins_on: Option<Day>, ends_on: Option<Day>, precision: DayPrecision) -> String {
    let Some(from) = begins_on else { return String::new() };
    if precision == DayPrecision::Month {
        return spoken_month(from);
    }
    match ends_on.filter(|to| *to != from) {
        None => spoken(from),
        Some(to) if (from.year(), from.month()) == (to.year(), to.month()) => {
            format!("{}–{}", from.day(), spoken(to))
        }
        Some(to) if from.year() == to.year() => format!("{} – {}", from.format("%-d %b"), spoken(to)),
        Some(to) => format!("{} – {}", spoken(from), spoken(to)),
    }
}

impl Dossier {
    /// Enters a meeting or changes it. A new round takes what is left out from its dialogue.
    pub fn save_meeting(&self, draft: &MeetingDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveMeeting, |act| save(act, draft))
    }

    /// Writes the record, as long as it is a draft. With `joins`, the act goes on with that earlier one, so that
    /// typing is one step of undo.
    pub fn save_record(&self, meeting: Id, revision: i32, text: &str, joins: Option<Id>) -> Result<Changed<()>> {
        self.transact(Entering { joins, ..Op::SaveRecord.into() }, |act| {
            let mut row: Meeting = act.seen(meeting, revision)?;
            row.record = field::body("The record", text)?;
            act.title(format!("Wrote the record of {}", row.title));
            act.update(&row)
        })
    }

    /// Freezes the record. From then on it changes by corrigenda alone.
    pub fn finalise_record(&self, meeting: Id) -> Result<Changed<()>> {
        self.transact(Op::FinaliseRecord, |act| {
            let row: Meeting = act.session.require(meeting)?;
            act.title(format!("Made the record of {} final", row.title));
            finalise(act, row)
        })
    }

    /// Corrects a final record, dated with the dossier's day.
    pub fn add_corrigendum(&self, meeting: Id, text: &str) -> Result<Changed<Id>> {
        self.transact(Op::AddCorrigendum, |act| {
            let row: Meeting = act.session.require(meeting)?;
            if row.record_state != RecordState::Final {
                return refused(format!("The record of {} is still a draft: change it directly.", row.title));
            }
            let body = field::note("The corrigendum", text)?;
            if body.trim().is_empty() {
                return invalid("The corrigendum is still empty.");
            }
            let id = act.id();
            act.title(format!("Corrected the record of {}", row.title));
            act.insert(&Corrigendum { id, revision: 0, meeting, day: act.day, body, by: act.actor.to_owned() })?;
            Ok(id)
        })
    }
}

/// Enters a meeting or changes it, within an act.
pub(crate) fn save(act: &mut Act<'_>, draft: &MeetingDraft) -> Result<Id> {
    let stored = draft.id.map(|id| act.seen::<Meeting>(id, draft.revision)).transpose()?;
    let round = match (draft.dialogue, &stored) {
        (Some(id), None) => Some(dialogue::next_round(&act.session, &act.session.require(id)?)?),
        _ => None,
    };
    let proposed = |own: &str| match &round {
        Some(round) if own.trim().is_empty() => match draft.ordinal {
            // Another ordinal than the one proposed names the meeting otherwise.
            Some(ordinal) => {
                round.title.replacen(&dialogue::spoken_ordinal(round.ordinal), &dialogue::spoken_ordinal(ordinal), 1)
            }
            None => round.title.clone(),
        },
        _ => own.to_owned(),
    };
    let ordinal = draft.ordinal.or(round.as_ref().map(|round| round.ordinal));
    if ordinal.is_some_and(|ordinal| !(1..=9999).contains(&ordinal)) {
        return invalid("The ordinal of a round is a number from 1.");
    }
    if let Some(host) = draft.host {
        act.session.require::<Party>(host)?;
    }
    if let Some(parent) = draft.parent {
        act.session.require::<Meeting>(parent)?;
    }
    let (begins_on, ends_on) = days(draft.begins_on, draft.ends_on, draft.precision)?;
    let row = Meeting {
        id: act.id_or_new(draft.id),
        revision: draft.revision,
        dialogue: draft.dialogue,
        ordinal,
        title: field::required("The meeting's title", &proposed(&draft.title))?,
        level: draft.level,
        begins_on,
        ends_on,
        precision: draft.precision,
        place: field::line("The place", &draft.place)?,
        mode: draft.mode,
        host: draft.host,
        state: draft.state,
        parent: draft.parent,
        record: stored.as_ref().map(|row| row.record.clone()).unwrap_or_default(),
        record_state: stored.as_ref().map_or(RecordState::Draft, |row| row.record_state),
        final_on: stored.as_ref().and_then(|row| row.final_on),
        note: field::note("The note", &draft.note)?,
        marking: marking::checked(&act.session, &draft.marking)?,
    };
    act.save(stored.is_none(), &row, &row.title)?;
    if let Some(before) = &stored {
        meeting_move::tell(act, before, &row, "")?;
    }
    if stored.is_none()
        && draft.prefill_agenda
        && let Some(dialogue) = draft.dialogue
    {
        let dialogue: Dialogue = act.session.require(dialogue)?;
        agenda::prefill(act, &row, &dialogue)?;
    }
    Ok(row.id)
}

/// The days of a meeting: whole months where only the month is known; the last day is the first where left out.
pub(crate) fn days(
    begins_on: Option<Day>,
    ends_on: Option<Day>,
    precision: DayPrecision,
) -> Result<(Option<Day>, Option<Day>)> {
    let Some(from) = begins_on else {
        return if ends_on.is_some() {
            invalid("The meeting has a last day but no first one.")
        } else {
            Ok((None, None))
        };
    };
    let to = ends_on.unwrap_or(from);
    if to < from {
        return invalid(format!("The meeting ends on {}, before it begins on {}.", spoken(to), spoken(from)));
    }
    if precision == DayPrecision::Month {
        let first = from.with_day(1).unwrap_or(from);
        let last = first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(to);
        return Ok((Some(first), Some(last)));
    }
    Ok((Some(from), Some(to)))
}

/// Freezes the record of a meeting that was held, within an act.
pub(crate) fn finalise(act: &mut Act<'_>, mut row: Meeting) -> Result<()> {
    if row.record_state == RecordState::Final {
        return refused(format!("The record of {} is final already.", row.title));
    }
    if row.state != MeetingState::Held {
        return refused(format!("{} has not been held: only the record of a held meeting can be final.", row.title));
    }
    row.record_state = RecordState::Final;
    row.final_on = Some(act.day);
    act.update(&row)?;
    decision::become_follow_ups(act, &row)
}
