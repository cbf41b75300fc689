//! Logging a meeting with all that came of it as one act: what `rapporteur-cli log` does with its JSON.

mod instrument;

use crate::{
    agenda, attendance,
    clock::Day,
    commitment::{self, link},
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Error, Result, invalid},
    field, find, follow_up,
    id::Id,
    meeting::{self, Meeting},
    op::Op,
    text::{self, Text},
    transact::Act,
    vocabulary::{AttendanceRole, Bound, DayPrecision, Level, MeetingState, Mode, Noun, Status, Strength, TextKind},
    wire::{
        AgendaItemDraft, AttendanceDraft, Changed, CommitmentDraft, DueDraft, FollowUpDraft, MeetingDraft, OwnerDraft,
        PassageDraft, TextDraft,
        log::{AgendaLog, AttendanceLog, DueLog, FollowUpLog, MeetingLog, OutcomeLog, OwnerLog, TextLog},
    },
};

/// Stands in front of what is wrong with one part of an entry.
fn at<T>(part: &str, number: usize, done: Result<T>) -> Result<T> {
    done.map_err(|error| match error {
        Error::Invalid(sentence) => Error::Invalid(format!("{part} {number}: {sentence}")),
        Error::NotFound(sentence) => Error::NotFound(format!("{part} {number}: {sentence}")),
        other => other,
    })
}

impl Dossier {
    /// Enters a meeting with its attendance, agenda, record, texts, instruments, outcomes and follow-ups, as one act.
    pub fn log_meeting(&self, log: &MeetingLog) -> Result<Changed<Id>> {
        self.transact(Op::LogMeeting, |act| enter(act, log))
    }
}

/// Enters a meeting with all that came of it, within an act.
pub(crate) fn enter(act: &mut Act<'_>, log: &MeetingLog) -> Result<Id> {
    let named = |noun: Noun, name: &Option<String>| -> Result<Option<Id>> {
        name.as_ref().map(|name| find::find(&act.session, noun, name)).transpose()
    };
    let dialogue = named(Noun::Dialogue, &log.dialogue)?;
    let (host, parent) = (named(Noun::Party, &log.host)?, named(Noun::Meeting, &log.parent)?);
    let level = match dialogue {
        Some(id) => act.session.require::<Dialogue>(id)?.level,
        None => Level::SeniorOfficials,
    };
    let draft = MeetingDraft {
        id: None,
        revision: 0,
        dialogue,
        ordinal: log.ordinal,
        title: log.title.clone().unwrap_or_default(),
        level: log.level.unwrap_or(level),
        begins_on: log.begins_on,
        ends_on: log.ends_on,
        precision: log.precision.unwrap_or(DayPrecision::Day),
        place: log.place.clone(),
        mode: log.mode.unwrap_or(Mode::InPerson),
        host,
        state: log.state.unwrap_or(MeetingState::Held),
        parent,
        note: log.note.clone(),
        marking: Vec::new(),
        prefill_agenda: false,
    };
    let id = meeting::save(act, &draft)?;
    if log.numbered == Some(false) {
        let mut row: Meeting = act.session.require(id)?;
        row.ordinal = None;
        act.update(&row)?;
    }
    for (number, entry) in (1..).zip(&log.attendance) {
        at("Attendance", number, attend(act, id, entry))?;
    }
    let mut items = Vec::new();
    for (number, entry) in (1..).zip(&log.agenda) {
        items.push(at("Agenda point", number, take_up(act, id, entry))?);
    }
    let mut texts = Vec::new();
    for (number, entry) in (1..).zip(&log.texts) {
        texts.push(at("Text", number, attach(act, id, entry))?);
    }
    let mut instruments = Vec::new();
    for (number, entry) in (1..).zip(&log.instruments) {
        instruments.push(at("Instrument", number, instrument::enter(act, id, entry))?);
    }
    for (number, (text, entry)) in (1..).zip(texts.iter().zip(&log.texts)) {
        at("Text", number, instrument::give(act, *text, &instruments, entry))?;
    }
    for (number, entry) in (1..).zip(&log.outcomes) {
        at("Outcome", number, commit(act, id, &texts, &instruments, entry))?;
    }
    let ended = act.session.require::<Meeting>(id)?.ends_on;
    for (number, entry) in (1..).zip(&log.follow_ups) {
        at("Follow-up", number, follow(act, id, ended, &items, entry))?;
    }
    let mut row: Meeting = act.session.require(id)?;
    row.record = field::body("The record", &log.record)?;
    act.update(&row)?;
    if log.is_final {
        let row: Meeting = act.session.require(id)?;
        meeting::finalise(act, row)?;
    }
    let row: Meeting = act.session.require(id)?;
    act.title(format!("Logged {}", row.title));
    Ok(id)
}

fn attend(act: &mut Act<'_>, meeting: Id, entry: &AttendanceLog) -> Result<Id> {
    let named = |noun: Noun, name: &Option<String>| -> Result<Option<Id>> {
        name.as_ref().map(|name| find::find(&act.session, noun, name)).transpose()
    };
    let draft = AttendanceDraft {
        id: None,
        revision: 0,
        meeting,
        person: named(Noun::Person, &entry.person)?,
        body: named(Noun::Body, &entry.body)?,
        name: entry.name.clone(),
        party: named(Noun::Party, &entry.party)?,
        role: entry.role.unwrap_or(AttendanceRole::Member),
        size: entry.size,
    };
    attendance::save(act, &draft)
}

fn take_up(act: &mut Act<'_>, meeting: Id, entry: &AgendaLog) -> Result<Id> {
    let track = entry.track.as_ref().map(|name| find::find(&act.session, Noun::Track, name)).transpose()?;
    let commitments =
        entry.commitments.iter().map(|name| find::find(&act.session, Noun::Commitment, name)).collect::<Result<_>>()?;
    let draft = AgendaItemDraft {
        id: None,
        revision: 0,
        meeting,
        ordinal: 0,
        title: entry.title.clone(),
        track,
        home_said: entry.home_said.clone(),
        partner_said: entry.partner_said.clone(),
        commitments,
    };
    agenda::save(act, &draft)
}

fn attach(act: &mut Act<'_>, meeting: Id, entry: &TextLog) -> Result<Id> {
    let ended = act.session.require::<Meeting>(meeting)?.ends_on;
    let draft = TextDraft {
        id: None,
        revision: 0,
        meeting: Some(meeting),
        instrument: None,
        authentic: false,
        side_letter: false,
        title: entry.title.clone(),
        kind: entry.kind.unwrap_or(TextKind::JointStatement),
        language: entry.language.clone(),
        dated_on: entry.dated_on.or(ended),
        source: entry.source.clone(),
        body: entry.body.clone(),
        marking: Vec::new(),
    };
    text::save(act, &draft, None)
}

/// The passage that a quote stands at: in exactly one place of exactly one of the texts.
fn quoted(act: &Act<'_>, texts: &[Id], entry: &OutcomeLog) -> Result<Option<PassageDraft>> {
    let Some(quote) = &entry.quote else { return Ok(None) };
    let quote = field::body("The quote", quote)?;
    let quote = quote.trim();
    let searched = match entry.text {
        Some(number) => match texts.get(number.wrapping_sub(1)) {
            Some(text) => std::slice::from_ref(text),
            None => return invalid(format!("There is no text {number}; the entry has {}.", texts.len())),
        },
        None => texts,
    };
    let mut found = None;
    for id in searched {
        let text: Text = act.session.require(*id)?;
        let mut places = text::places(&text, quote);
        if let Some(place) = places.next() {
            if places.next().is_some() || found.is_some() {
                return invalid(
                    "The quote stands in more than one place; quote more of it, or give the text's number.",
                );
            }
            found = Some(place);
        }
    }
    match found {
        Some(passage) => Ok(Some(passage)),
        None => invalid("The quote does not stand in the text, word for word."),
    }
}

fn commit(act: &mut Act<'_>, meeting: Id, texts: &[Id], instruments: &[Id], entry: &OutcomeLog) -> Result<Id> {
    let track = match &entry.track {
        Some(name) => find::find(&act.session, Noun::Track, name)?,
        None => {
            let dialogue = act.session.require::<Meeting>(meeting)?.dialogue;
            let tracks = match dialogue {
                Some(id) => act.session.require::<Dialogue>(id)?.tracks,
                None => Vec::new(),
            };
            match tracks.as_slice() {
                [only] => *only,
                _ => return invalid("Name its track: the dialogue does not have exactly one."),
            }
        }
    };
    let passage = quoted(act, texts, entry)?;
    let bound_parties =
        entry.bound_parties.iter().map(|name| find::find(&act.session, Noun::Party, name)).collect::<Result<_>>()?;
    let owners = entry.owners.iter().map(|owner| owner_draft(act, owner)).collect::<Result<_>>()?;
    let draft = CommitmentDraft {
        id: None,
        revision: 0,
        title: entry.title.clone(),
        wording: entry.wording.clone(),
        track,
        bound: entry.bound.unwrap_or(Bound::Both),
        bound_parties,
        strength: entry.strength.unwrap_or(Strength::Firm),
        meeting: Some(meeting),
        instrument: entry.instrument.map(|number| instrument::numbered(instruments, number)).transpose()?,
        passage,
        made_on: None,
        owners,
        due: due_draft(act, entry.due.as_ref())?,
        status: entry.status.unwrap_or(Status::NotStarted),
        score: None,
        note: entry.note.clone(),
        marking: Vec::new(),
    };
    let id = commitment::save(act, &draft)?;
    for (kind, other) in entry.links.iter().map(|link| (link.kind, &link.commitment)) {
        let to = find::find(&act.session, Noun::Commitment, other)?;
        link::add(act, &crate::wire::LinkDraft { from: id, kind, to })?;
    }
    Ok(id)
}

fn owner_draft(act: &Act<'_>, owner: &OwnerLog) -> Result<OwnerDraft> {
    let named = |noun: Noun, name: &Option<String>| -> Result<Option<Id>> {
        name.as_ref().map(|name| find::find(&act.session, noun, name)).transpose()
    };
    Ok(OwnerDraft {
        role: owner.role,
        body: named(Noun::Body, &owner.body)?,
        person: named(Noun::Person, &owner.person)?,
    })
}

fn due_draft(act: &Act<'_>, due: Option<&DueLog>) -> Result<DueDraft> {
    Ok(match due {
        None | Some(DueLog::None) => DueDraft::None,
        Some(DueLog::Ongoing) => DueDraft::Ongoing,
        Some(DueLog::Day { on }) => DueDraft::Day { on: *on },
        Some(DueLog::Meeting { meeting }) => {
            DueDraft::Meeting { meeting: find::find(&act.session, Noun::Meeting, meeting)? }
        }
        Some(DueLog::Event { event, on }) => DueDraft::Event { event: event.clone(), on: *on },
        Some(DueLog::Recurring { months, on }) => DueDraft::Recurring { months: *months, on: *on },
    })
}

fn follow(act: &mut Act<'_>, meeting: Id, ended: Option<Day>, items: &[Id], entry: &FollowUpLog) -> Result<()> {
    let agenda_item = match entry.agenda_item {
        None => None,
        Some(number) => match items.get(number.wrapping_sub(1)) {
            Some(item) => Some(*item),
            None => return invalid(format!("There is no agenda point {number}; the entry has {}.", items.len())),
        },
    };
    let draft = FollowUpDraft {
        id: None,
        revision: 0,
        commitments: vec![find::find(&act.session, Noun::Commitment, &entry.commitment)?],
        instrument: None,
        day: entry.day.or(ended),
        reported_by: entry.reported_by.clone(),
        note: entry.note.clone(),
        our_status: entry.our_status,
        their_status: entry.their_status,
        next_step: entry.next_step.clone(),
        next_step_due: entry.next_step_due,
        evidence: entry.evidence.clone(),
        agenda_item,
        marking: Vec::new(),
    };
    follow_up::save(act, &draft, Some(meeting)).map(|_| ())
}
