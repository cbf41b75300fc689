//! The bin: what is removed goes there with what hung on it, and comes back whole.
//!
//! A removal takes the rows out of their tables and leaves them in the journal; the bin lists such acts, and bringing
//! back is taking the act back. What hangs on a row, and whether it goes along, stands in [`HANGING`].

use crate::{
    dossier::Dossier,
    error::{Error, Result, refused},
    id::Id,
    journal,
    op::Op,
    row::Value,
    rules::capital,
    transact::Act,
    vocabulary::Noun,
    wire::Changed,
};

/// What becomes of a row when the one it hangs on is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It goes along.
    Goes,
    /// It stays, and no longer refers to it.
    Stays,
    /// It is in the way: the removal is refused.
    Refuses,
}

/// A column by which one noun hangs on another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hanging {
    /// On which noun.
    pub(crate) on: Noun,
    /// Which noun hangs.
    pub(crate) noun: Noun,
    /// By which column.
    pub(crate) column: &'static str,
    /// Whether the column holds a list of ids.
    pub(crate) in_list: bool,
    /// What becomes of it.
    pub(crate) fate: Fate,
}

const fn hanging(on: Noun, noun: Noun, column: &'static str, fate: Fate) -> Hanging {
    Hanging { on, noun, column, in_list: false, fate }
}

const fn listed(on: Noun, noun: Noun, column: &'static str, fate: Fate) -> Hanging {
    Hanging { on, noun, column, in_list: true, fate }
}

/// Everything that hangs on something.
pub(crate) const HANGING: &[Hanging] = &[
    hanging(Noun::Party, Noun::Dossier, "home_id", Fate::Refuses),
    hanging(Noun::Party, Noun::Body, "party_id", Fate::Refuses),
    hanging(Noun::Party, Noun::Person, "party_id", Fate::Refuses),
    hanging(Noun::Party, Noun::Meeting, "host_id", Fate::Refuses),
    hanging(Noun::Party, Noun::Attendance, "party_id", Fate::Refuses),
    hanging(Noun::Party, Noun::Owner, "party_id", Fate::Refuses),
    listed(Noun::Party, Noun::Dialogue, "parties", Fate::Refuses),
    listed(Noun::Party, Noun::Commitment, "bound_parties", Fate::Refuses),
    hanging(Noun::Body, Noun::Body, "parent_id", Fate::Refuses),
    hanging(Noun::Body, Noun::Person, "body_id", Fate::Refuses),
    hanging(Noun::Body, Noun::Owner, "body_id", Fate::Refuses),
    hanging(Noun::Body, Noun::Attendance, "body_id", Fate::Refuses),
    listed(Noun::Body, Noun::Track, "leads", Fate::Stays),
    hanging(Noun::Person, Noun::Owner, "person_id", Fate::Refuses),
    hanging(Noun::Person, Noun::Attendance, "person_id", Fate::Refuses),
    listed(Noun::Person, Noun::Dialogue, "co_chairs", Fate::Stays),
    hanging(Noun::Person, Noun::Handover, "from_id", Fate::Refuses),
    hanging(Noun::Person, Noun::Handover, "to_id", Fate::Refuses),
    listed(Noun::Commitment, Noun::Handover, "commitments", Fate::Stays),
    hanging(Noun::Track, Noun::Commitment, "track_id", Fate::Refuses),
    hanging(Noun::Track, Noun::AgendaItem, "track_id", Fate::Refuses),
    listed(Noun::Track, Noun::Dialogue, "tracks", Fate::Stays),
    hanging(Noun::Dialogue, Noun::Meeting, "dialogue_id", Fate::Refuses),
    hanging(Noun::Dialogue, Noun::Dialogue, "parent_id", Fate::Refuses),
    hanging(Noun::Meeting, Noun::Commitment, "due_meeting_id", Fate::Refuses),
    hanging(Noun::Meeting, Noun::Meeting, "parent_id", Fate::Stays),
    hanging(Noun::Meeting, Noun::Commitment, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::Attendance, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::Raising, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::AgendaItem, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::Corrigendum, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::MeetingMove, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::FollowUp, "meeting_id", Fate::Stays),
    hanging(Noun::Meeting, Noun::Text, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::Decision, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::Decision, "to_meeting_id", Fate::Stays),
    hanging(Noun::AgendaItem, Noun::Decision, "agenda_item_id", Fate::Stays),
    hanging(Noun::AgendaItem, Noun::Raising, "agenda_item_id", Fate::Goes),
    hanging(Noun::AgendaItem, Noun::FollowUp, "agenda_item_id", Fate::Stays),
    hanging(Noun::Text, Noun::Passage, "text_id", Fate::Goes),
    hanging(Noun::Text, Noun::Commitment, "evidence_text_id", Fate::Refuses),
    hanging(Noun::Text, Noun::Verdict, "text_id", Fate::Goes),
    hanging(Noun::Passage, Noun::Commitment, "passage_id", Fate::Refuses),
    hanging(Noun::Passage, Noun::Mention, "passage_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::Owner, "commitment_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::DueChange, "commitment_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::Period, "commitment_id", Fate::Goes),
    hanging(Noun::FollowUp, Noun::Period, "follow_up_id", Fate::Stays),
    hanging(Noun::Commitment, Noun::Link, "from_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::Link, "to_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::Raising, "commitment_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::FollowUp, "commitment_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::Mention, "commitment_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::Decision, "commitment_id", Fate::Goes),
    hanging(Noun::FollowUp, Noun::Decision, "follow_up_id", Fate::Stays),
    hanging(Noun::FollowUp, Noun::Commitment, "evidence_follow_up_id", Fate::Refuses),
    listed(Noun::Marking, Noun::Dossier, "marking", Fate::Refuses),
    listed(Noun::Marking, Noun::Meeting, "marking", Fate::Refuses),
    listed(Noun::Marking, Noun::Text, "marking", Fate::Refuses),
    listed(Noun::Marking, Noun::Commitment, "marking", Fate::Refuses),
    listed(Noun::Marking, Noun::FollowUp, "marking", Fate::Refuses),
    hanging(Noun::Party, Noun::InstrumentParty, "party_id", Fate::Refuses),
    hanging(Noun::Party, Noun::InstrumentAct, "party_id", Fate::Refuses),
    hanging(Noun::Body, Noun::InstrumentParty, "body_id", Fate::Refuses),
    hanging(Noun::Body, Noun::Instrument, "holder_id", Fate::Refuses),
    listed(Noun::Body, Noun::InstrumentParty, "implementing", Fate::Stays),
    hanging(Noun::Person, Noun::InstrumentAct, "person_id", Fate::Refuses),
    listed(Noun::Track, Noun::Instrument, "tracks", Fate::Stays),
    hanging(Noun::Dialogue, Noun::Instrument, "dialogue_id", Fate::Refuses),
    hanging(Noun::Meeting, Noun::InstrumentAct, "meeting_id", Fate::Stays),
    hanging(Noun::Instrument, Noun::Commitment, "evidence_instrument_id", Fate::Refuses),
    hanging(Noun::Instrument, Noun::Commitment, "instrument_id", Fate::Stays),
    hanging(Noun::Instrument, Noun::Text, "instrument_id", Fate::Stays),
    hanging(Noun::Instrument, Noun::InstrumentParty, "instrument_id", Fate::Goes),
    hanging(Noun::Instrument, Noun::InstrumentAct, "instrument_id", Fate::Goes),
    hanging(Noun::Instrument, Noun::InstrumentLink, "from_id", Fate::Goes),
    hanging(Noun::Instrument, Noun::InstrumentLink, "to_id", Fate::Goes),
    hanging(Noun::Instrument, Noun::DeliveredBy, "instrument_id", Fate::Goes),
    hanging(Noun::Instrument, Noun::FollowUp, "instrument_id", Fate::Goes),
    hanging(Noun::Commitment, Noun::DeliveredBy, "commitment_id", Fate::Goes),
    listed(Noun::Marking, Noun::Instrument, "marking", Fate::Refuses),
    hanging(Noun::Meeting, Noun::BriefPlan, "meeting_id", Fate::Goes),
    hanging(Noun::Meeting, Noun::KeptPaper, "meeting_id", Fate::Goes),
    listed(Noun::Marking, Noun::BriefPlan, "our_objectives_marking", Fate::Refuses),
    listed(Noun::Marking, Noun::BriefPlan, "their_objectives_marking", Fate::Refuses),
    listed(Noun::Marking, Noun::BriefPlan, "press_line_marking", Fate::Refuses),
    listed(Noun::Marking, Noun::BriefPlan, "talking_points_marking", Fate::Refuses),
    // What a copy's reader might see says what is to be compared with it.
    listed(Noun::Marking, Noun::KeptPaper, "ceilings", Fate::Refuses),
];

/// What goes along with a row of this noun, by columns that name it alone.
pub(crate) fn going_along(noun: Noun) -> Vec<Hanging> {
    HANGING.iter().filter(|each| each.on == noun && each.fate == Fate::Goes && !each.in_list).copied().collect()
}

impl Dossier {
    /// Puts a row in the bin, with what hangs on it. Refuses, with a sentence, where something is in the way.
    pub fn remove(&self, noun: Noun, id: Id) -> Result<Changed<()>> {
        if matches!(
            noun,
            Noun::Dossier
                | Noun::Passage
                | Noun::Owner
                | Noun::DueChange
                | Noun::Period
                | Noun::MeetingMove
                | Noun::Corrigendum
                | Noun::Handover
                | Noun::InstrumentParty
                | Noun::BriefPlan
        ) {
            return refused(format!("A {} is not removed by itself.", noun.label()));
        }
        self.transact(Op::Remove, |act| {
            let record = act
                .session
                .record(noun, id)?
                .map(|(_, record)| record)
                .ok_or_else(|| Error::NotFound(format!("This {} is no longer in the dossier.", noun.label())))?;
            let name = journal::full(&act.session, noun, &record)?;
            let before = act.written.len();
            take_out(act, noun, id)?;
            let along = act.written[before..].iter().filter(|row| row.after.is_none()).count() - 1;
            let with = if along == 0 { String::new() } else { format!(", with {along} that hung on it") };
            act.title(format!("Removed {} {name}{with}", noun.label()));
            Ok(())
        })
    }
}

pub(crate) fn take_out(act: &mut Act<'_>, noun: Noun, id: Id) -> Result<()> {
    let own: Vec<&Hanging> = HANGING.iter().filter(|hanging| hanging.on == noun).collect();
    // What goes along goes first, so that it is not in the way of its fellows: a meeting's commitments before the
    // meeting's texts that they were taken from.
    for hanging in &own {
        for row in act.session.referring(hanging.noun, hanging.column, hanging.in_list, id)? {
            match hanging.fate {
                Fate::Goes => take_out(act, hanging.noun, row)?,
                Fate::Stays => let_go(act, hanging, row, id)?,
                Fate::Refuses => return in_the_way(act, hanging, row, noun),
            }
        }
    }
    // Rows that went along may have been taken out already, with one that hangs on both.
    let Some((_, record)) = act.session.record(noun, id)? else { return Ok(()) };
    act.delete(noun, id)?;
    // A passage is there for what was taken from it, and goes with it.
    if matches!(noun, Noun::Commitment | Noun::Mention)
        && let Some(passage) = record.id("passage_id")
        && act.session.referring(Noun::Commitment, "passage_id", false, passage)?.is_empty()
        && act.session.referring(Noun::Mention, "passage_id", false, passage)?.is_empty()
    {
        act.delete(Noun::Passage, passage)?;
    }
    Ok(())
}

/// Lets a row that stays no longer refer to one that goes.
fn let_go(act: &mut Act<'_>, hanging: &Hanging, row: Id, gone: Id) -> Result<()> {
    let Some((_, record)) = act.session.record(hanging.noun, row)? else { return Ok(()) };
    let gone = gone.to_string();
    let kept: Vec<&str> = record.text(hanging.column).split(' ').filter(|id| *id != gone).collect();
    let kept = Value::Text(kept.join(" "));
    act.write(hanging.noun, row, Some(record.with(hanging.column, kept))).map(|_| ())
}

fn in_the_way(act: &Act<'_>, hanging: &Hanging, row: Id, noun: Noun) -> Result<()> {
    let record = act.session.record(hanging.noun, row)?;
    let name = match &record {
        Some((_, record)) => journal::full(&act.session, hanging.noun, record)?,
        None => String::new(),
    };
    let instead = match noun {
        Noun::Party | Noun::Body => " Retire it instead: it is then no longer offered, and what it owned stays.",
        Noun::Meeting if hanging.column == "due_meeting_id" => {
            " It is due by it: give it another due date first, or cancel the meeting instead, which brings up what was due by it."
        }
        Noun::Person => " Enter the day the post ended instead: what they owned stays.",
        _ => "",
    };
    refused(format!(
        "{} “{name}” hangs on this {}, so it was not removed.{instead}",
        capital(hanging.noun.label()),
        noun.label()
    ))
}
