//! What records are called and how their fields read, for people: names for ids, labels for words.

use crate::{
    clock::{Day, spoken},
    error::Result,
    id::Id,
    row::{Record, Value},
    store::Session,
    vocabulary::{
        AttendanceRole, Bound, Dated, DayPrecision, DecisionKind, Denouncing, DialogueState, DueKind, EntryClause,
        InstrumentActKind, InstrumentLinkKind, InstrumentType, Judgement, LegalEffect, Level, LinkKind, MarkingAxis,
        MeetingState, Mode, Noun, Outcome, OwnerRole, PaperForm, PaperKind, PartyKind, RecordState, Renewal, Stage,
        Status, Strength, TermKind, TermStart, TextKind,
    },
};

/// Longest stretch of a text field shown in a change, in characters.
const SHOWN: usize = 400;

/// What a record is called, from its own columns.
pub(crate) fn own(noun: Noun, record: &Record) -> String {
    let first = |columns: &[&str]| {
        columns.iter().map(|column| record.text(column)).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
    };
    match noun {
        Noun::Commitment => format!("{} {}", record.text("ref"), record.text("title")),
        Noun::Body | Noun::Dialogue => first(&["short_name", "name"]),
        Noun::Marking => record.text("label").to_owned(),
        Noun::Party | Noun::Person | Noun::Track | Noun::SavedView => record.text("name").to_owned(),
        Noun::Dossier | Noun::Meeting | Noun::AgendaItem | Noun::Text | Noun::KeptPaper => {
            record.text("title").to_owned()
        }
        Noun::Attendance => first(&["name", "role"]),
        Noun::Corrigendum => shortened(record.text("body"), 60),
        Noun::Passage | Noun::Verdict => shortened(record.text("quote"), 60),
        Noun::FollowUp => shortened(record.text("note"), 60),
        Noun::Owner => {
            OwnerRole::from_word(record.text("role")).map_or_else(String::new, |role| role.label().to_owned())
        }
        Noun::DueChange => format!("{} → {}", record.text("from_words"), record.text("to_words")),
        Noun::Period => match record.text("due_on").parse::<Day>() {
            Ok(due) => format!("{} {}", spoken(due), record.text("outcome")),
            Err(_) => record.text("outcome").to_owned(),
        },
        Noun::MeetingMove => {
            let on = |column| record.text(column).parse::<Day>().map_or_else(|_| "no day".to_owned(), spoken);
            format!("{} → {}", on("from_on"), on("to_on"))
        }
        Noun::Link => LinkKind::from_word(record.text("kind")).map_or_else(String::new, |kind| kind.label().to_owned()),
        Noun::Decision => first(&["decided", "proposed"]),
        Noun::Handover => record.text("reason").to_owned(),
        Noun::Raising | Noun::Mention | Noun::InstrumentParty | Noun::DeliveredBy | Noun::BriefPlan => String::new(),
        Noun::Instrument => {
            let short = first(&["short_title", "title"]);
            format!("{} {short}", record.text("ref"))
        }
        Noun::InstrumentAct => {
            let kind = InstrumentActKind::from_word(record.text("kind")).map_or("", InstrumentActKind::label);
            match record.text("day").parse().ok().zip(Dated::from_word(record.text("dated"))) {
                Some((day, dated)) => format!("{kind}, {}", crate::instrument::when(Some(day), dated)),
                None => kind.to_owned(),
            }
        }
        Noun::InstrumentLink => {
            InstrumentLinkKind::from_word(record.text("kind")).map_or_else(String::new, |kind| kind.label().to_owned())
        }
    }
}

/// What a record is called, with the rows it refers to where its own columns say little.
pub(crate) fn full(session: &Session<'_>, noun: Noun, record: &Record) -> Result<String> {
    let of = |column: &str| -> Result<Option<String>> {
        match refers_to(noun, column).zip(record.id(column)) {
            Some((other, id)) => named(session, other, id).map(Some),
            None => Ok(None),
        }
    };
    Ok(match noun {
        Noun::Attendance => of("person_id")?.or(of("body_id")?).unwrap_or_else(|| own(noun, record)),
        Noun::Owner => {
            let who = of("person_id")?.or(of("body_id")?).unwrap_or_default();
            format!("{who}, {} of {}", own(noun, record), of("commitment_id")?.unwrap_or_default())
        }
        Noun::Handover => {
            format!("{} to {}", of("from_id")?.unwrap_or_default(), of("to_id")?.unwrap_or_default())
        }
        Noun::BriefPlan => of("meeting_id")?.unwrap_or_default(),
        Noun::MeetingMove => format!("{}: {}", of("meeting_id")?.unwrap_or_default(), own(noun, record)),
        Noun::FollowUp | Noun::DueChange | Noun::Period | Noun::Decision => {
            let on = of("commitment_id")?.or(of("instrument_id")?).unwrap_or_default();
            format!("{on}: {}", own(noun, record))
        }
        Noun::InstrumentParty => {
            format!("{} to {}", of("party_id")?.unwrap_or_default(), of("instrument_id")?.unwrap_or_default())
        }
        Noun::InstrumentAct => {
            let by = of("party_id")?.map_or_else(String::new, |party| format!(" by {party}"));
            format!("{}: {}{by}", of("instrument_id")?.unwrap_or_default(), own(noun, record))
        }
        Noun::DeliveredBy => {
            format!("{} by {}", of("commitment_id")?.unwrap_or_default(), of("instrument_id")?.unwrap_or_default())
        }
        Noun::Raising => {
            format!("{} at {}", of("commitment_id")?.unwrap_or_default(), of("meeting_id")?.unwrap_or_default())
        }
        Noun::Mention => {
            format!("{} in {}", of("commitment_id")?.unwrap_or_default(), of("passage_id")?.unwrap_or_default())
        }
        Noun::Link | Noun::InstrumentLink => {
            format!("{} {} {}", of("from_id")?.unwrap_or_default(), own(noun, record), of("to_id")?.unwrap_or_default())
        }
        _ => own(noun, record),
    })
}

/// What a row is called, whether it still stands or only the journal remembers it.
pub(crate) fn named(session: &Session<'_>, noun: Noun, id: Id) -> Result<String> {
    if let Some((_, record)) = session.record(noun, id)? {
        return Ok(own(noun, &record));
    }
    let entries = session.entries_on(noun, id)?;
    Ok(entries
        .iter()
        .find_map(|entry| entry.after.as_ref().or(entry.before.as_ref()))
        .map_or_else(String::new, |record| own(noun, record)))
}

/// The noun whose ids a column holds, alone or in a list.
fn refers_to(noun: Noun, column: &str) -> Option<Noun> {
    Some(match column {
        "party_id" | "home_id" | "host_id" | "parties" | "bound_parties" => Noun::Party,
        "body_id" | "leads" | "holder_id" | "implementing" => Noun::Body,
        "person_id" | "co_chairs" => Noun::Person,
        "track_id" | "tracks" => Noun::Track,
        "dialogue_id" => Noun::Dialogue,
        "meeting_id" | "due_meeting_id" | "to_meeting_id" => Noun::Meeting,
        "text_id" | "evidence_text_id" => Noun::Text,
        "passage_id" => Noun::Passage,
        "from_id" | "to_id" if noun == Noun::InstrumentLink => Noun::Instrument,
        "from_id" | "to_id" if noun == Noun::Handover => Noun::Person,
        "commitment_id" | "commitments" | "from_id" | "to_id" => Noun::Commitment,
        "instrument_id" | "evidence_instrument_id" => Noun::Instrument,
        "agenda_item_id" => Noun::AgendaItem,
        "evidence_follow_up_id" | "follow_up_id" => Noun::FollowUp,
        "marking"
        | "our_objectives_marking"
        | "their_objectives_marking"
        | "press_line_marking"
        | "talking_points_marking"
        | "ceilings" => Noun::Marking,
        "parent_id" => noun,
        _ => return None,
    })
}

/// What a field is called.
pub(crate) fn field(noun: Noun, column: &str) -> String {
    match (noun, column) {
        (Noun::Dossier, "fixed_day") => "fixed day".into(),
        (Noun::Corrigendum | Noun::Text, "body") => "text".into(),
        (_, "day_precision") => "days known".into(),
        (_, "record_text") => "record".into(),
        (_, "from_words") => "from".into(),
        (_, "to_words") => "to".into(),
        (_, "start_at") => "start".into(),
        (_, "grouping_by") => "grouped by".into(),
        (Noun::SavedView, "words") => "query".into(),
        (_, "end_at") => "end".into(),
        (Noun::DueChange, "late_days") => "days overdue then".into(),
        (Noun::DueChange, "moved") => "moved with its meeting".into(),
        (Noun::Commitment, "due_anchor") => "periods counted from".into(),
        (Noun::Instrument, "kind") => "type".into(),
        (Noun::Instrument, "holder_id") => "holder of the original".into(),
        (Noun::Instrument, "holder") => "where the original lies".into(),
        (Noun::Instrument, "term_kind") => "term".into(),
        (Noun::InstrumentAct, "dated") => "day known".into(),
        (Noun::KeptPaper, "kind") => "paper".into(),
        (Noun::KeptPaper, "marked") => "marking".into(),
        (Noun::KeptPaper, "ceilings") => "reader may see up to".into(),
        _ => column.strip_suffix("_id").unwrap_or(column).replace('_', " "),
    }
}

/// A field's value as people read it; none where it is empty.
pub(crate) fn shown(session: &Session<'_>, noun: Noun, column: &str, value: &Value) -> Result<Option<String>> {
    let text = match value {
        Value::Null => return Ok(None),
        Value::Boolean(truth) => return Ok(Some(if *truth { "yes" } else { "no" }.to_owned())),
        Value::Integer(number) => return Ok(Some(number.to_string())),
        Value::Text(text) if text.is_empty() => return Ok(None),
        Value::Text(text) => text,
    };
    if let Some(other) = refers_to(noun, column) {
        let names: Vec<String> = text
            .split(' ')
            .filter_map(|part| part.parse().ok())
            .map(|id| named(session, other, id))
            .collect::<Result<_>>()?;
        return Ok(Some(names.join(", ")));
    }
    if let Some(label) = label(noun, column, text) {
        return Ok(Some(label.to_owned()));
    }
    if let Ok(day) = text.parse::<Day>() {
        return Ok(Some(spoken(day)));
    }
    Ok(Some(shortened(text, SHOWN)))
}

fn label(noun: Noun, column: &str, word: &str) -> Option<&'static str> {
    match (noun, column) {
        (_, "status" | "our_status" | "their_status") => Status::from_word(word).map(Status::label),
        (_, "level") => Level::from_word(word).map(Level::label),
        (_, "bound") => Bound::from_word(word).map(Bound::label),
        (_, "strength") => Strength::from_word(word).map(Strength::label),
        (_, "due_kind") => DueKind::from_word(word).map(DueKind::label),
        (_, "mode") => Mode::from_word(word).map(Mode::label),
        (_, "axis") => MarkingAxis::from_word(word).map(MarkingAxis::label),
        (_, "record_state") => RecordState::from_word(word).map(RecordState::label),
        (_, "day_precision") => DayPrecision::from_word(word).map(DayPrecision::label),
        (Noun::Decision, "proposed" | "decided") => DecisionKind::from_word(word).map(DecisionKind::label),
        (Noun::KeptPaper, "kind") => PaperKind::from_word(word).map(PaperKind::label),
        (Noun::KeptPaper, "form") => PaperForm::from_word(word).map(PaperForm::label),
        (Noun::Party, "kind") => PartyKind::from_word(word).map(PartyKind::label),
        (Noun::Text, "kind") => TextKind::from_word(word).map(TextKind::label),
        (Noun::Verdict, "judgement") => Judgement::from_word(word).map(Judgement::label),
        (Noun::Link, "kind") => LinkKind::from_word(word).map(LinkKind::label),
        (Noun::Period, "outcome") => Outcome::from_word(word).map(Outcome::label),
        (Noun::Meeting, "state") | (Noun::MeetingMove, "from_state" | "to_state") => {
            MeetingState::from_word(word).map(MeetingState::label)
        }
        (Noun::Dialogue, "state") => DialogueState::from_word(word).map(DialogueState::label),
        (Noun::Attendance, "role") => AttendanceRole::from_word(word).map(AttendanceRole::label),
        (Noun::Owner, "role") => OwnerRole::from_word(word).map(OwnerRole::label),
        (Noun::Instrument, "kind") => InstrumentType::from_word(word).map(InstrumentType::label),
        (Noun::Instrument, "stage") => Stage::from_word(word).map(Stage::label),
        (Noun::Instrument, "entry_clause") => EntryClause::from_word(word).map(EntryClause::label),
        (Noun::Instrument, "term_kind") => TermKind::from_word(word).map(TermKind::label),
        (Noun::Instrument, "term_from") => TermStart::from_word(word).map(TermStart::label),
        (Noun::Instrument, "renewal") => Renewal::from_word(word).map(Renewal::label),
        (Noun::Instrument, "denouncing") => Denouncing::from_word(word).map(Denouncing::label),
        (Noun::InstrumentParty, "effect") => LegalEffect::from_word(word).map(LegalEffect::label),
        (Noun::InstrumentAct, "kind") => InstrumentActKind::from_word(word).map(InstrumentActKind::label),
        (Noun::InstrumentAct, "dated") => Dated::from_word(word).map(Dated::label),
        (Noun::InstrumentLink, "kind") => InstrumentLinkKind::from_word(word).map(InstrumentLinkKind::label),
        _ => None,
    }
}

/// At most `most` characters of a text, with … where something is left out.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
