//! Decisions: what is to become of open commitments at a coming meeting, gone through by one official and by a second.
//!
//! The first to say something about a commitment *proposes*; whoever else says something *decides*, so that both stand
//! side by side. What stands is the decision, or the proposal as long as there is none. What is to be spoken about is
//! put on the agenda of the meeting it is for; when that meeting's record becomes final, decisions become follow-ups.

use std::collections::HashMap;

use crate::{
    agenda::{AgendaItem, Raising},
    clock::Day,
    commitment::{Commitment, spoken_count},
    dossier::Dossier,
    error::{Error, Result, invalid, refused},
    field,
    follow_up::FollowUp,
    id::Id,
    meeting::Meeting,
    op::Op,
    row::row,
    store::Session,
    transact::Act,
    view::unopposed,
    vocabulary::{DecisionKind, Level, MeetingState, Noun, RecordState},
    wire::{Changed, DecisionDraft, PassDraft, Seen},
};

/// Most commitments that pass in one stroke.
const PASS_MOST: u32 = 10_000;

row! {
    /// What is to become of a commitment at a coming meeting.
    Decision as Decision {
        /// The meeting.
        meeting: Id = "meeting_id",
        /// The commitment.
        commitment: Id = "commitment_id",
        /// What was proposed.
        proposed: DecisionKind = "proposed",
        /// Why, or how.
        proposed_remark: String = "proposed_remark",
        /// By whom.
        proposed_by: String = "proposed_by",
        /// On which day.
        proposed_on: Day = "proposed_on",
        /// What somebody else decided.
        decided: Option<DecisionKind> = "decided",
        /// Why, or how.
        decided_remark: String = "decided_remark",
        /// By whom.
        decided_by: String = "decided_by",
        /// On which day.
        decided_on: Option<Day> = "decided_on",
        /// The level it is put to.
        level: Option<Level> = "level",
        /// The meeting it is put to.
        to_meeting: Option<Id> = "to_meeting_id",
        /// Whether it passed without a look at it, since nobody opposed it.
        passed: bool = "passed",
        /// The agenda point that was made for it.
        agenda_item: Option<Id> = "agenda_item_id",
        /// The follow-up that it became.
        follow_up: Option<Id> = "follow_up_id",
    }
}

impl Decision {
    /// What stands: the decision, or what was proposed as long as there is none.
    pub(crate) fn stands(&self) -> DecisionKind {
        self.decided.unwrap_or(self.proposed)
    }

    /// Who answers for what stands.
    pub(crate) fn by(&self) -> &str {
        if self.decided.is_some() { &self.decided_by } else { &self.proposed_by }
    }

    /// What was said to what stands; the proposal's words where the decision adds none.
    pub(crate) fn remark(&self) -> &str {
        if self.decided.is_some() && !self.decided_remark.is_empty() {
            &self.decided_remark
        } else {
            &self.proposed_remark
        }
    }
}

/// Where something that is escalated goes.
struct Escalation {
    level: Level,
    meeting: Option<Meeting>,
}

impl Dossier {
    /// Decides what becomes of commitments at a coming meeting: proposes where nobody has yet, decides on what somebody
    /// else proposed. What is decided by the one who proposed it takes the proposal's place.
    pub fn decide(&self, draft: &DecisionDraft) -> Result<Changed<u32>> {
        self.transact(Op::Decide, |act| {
            let meeting = reviewed(act, draft.meeting)?;
            if draft.commitments.is_empty() {
                return invalid("Say which commitment is decided on.");
            }
            let remark = field::note("The remark", &draft.remark)?;
            let escalation = match draft.kind {
                DecisionKind::Escalate => Some(escalation(act, &meeting, draft)?),
                _ => None,
            };
            let ids: Vec<Id> = draft.commitments.iter().map(|seen| seen.id).collect();
            act.title(format!("Before {}: {} {}", meeting.title, draft.kind.label(), spoken_count(act, &ids)?));
            for seen in &draft.commitments {
                let commitment: Commitment = act.session.require(seen.id)?;
                let stored = seen_decision(act, &meeting, seen)?;
                if !commitment.status.is_open() {
                    return refused(format!("{} is closed: there is nothing left to decide.", commitment.called()));
                }
                let mut row = spoken(act, stored.as_ref(), &meeting, commitment.id, draft.kind, &remark);
                row.passed = false;
                (row.level, row.to_meeting) = match &escalation {
                    Some(to) => (Some(to.level), to.meeting.as_ref().map(|meeting| meeting.id)),
                    None => (None, None),
                };
                let at = match (draft.kind, &escalation) {
                    (DecisionKind::Hold, _) => None,
                    (_, Some(Escalation { meeting: Some(other), .. })) => Some(other),
                    _ => Some(&meeting),
                };
                keep(act, stored.as_ref(), row, at, &commitment)?;
            }
            Ok(count(ids.len()))
        })
    }

    /// Lets pass in one stroke what nobody opposes: what somebody else proposed is decided as proposed, and what is on
    /// course and was not spoken about is to be delivered. Answers how many passed.
    pub fn pass_unopposed(&self, draft: &PassDraft) -> Result<Changed<u32>> {
        self.transact(Op::PassUnopposed, |act| {
            let meeting = reviewed(act, draft.meeting)?;
            let tracks = act.existing(Noun::Track, &draft.tracks)?;
            let mut passed = 0;
            for stored in act.session.decisions_of(meeting.id)? {
                let commitment: Commitment = act.session.require(stored.commitment)?;
                let elsewhere = !tracks.is_empty() && !tracks.contains(&commitment.track);
                if elsewhere || !to_confirm(&stored, act.actor) || !commitment.status.is_open() {
                    continue;
                }
                let row = Decision {
                    decided: Some(stored.proposed),
                    decided_by: act.actor.to_owned(),
                    decided_on: Some(act.day),
                    ..stored.clone()
                };
                act.change(&stored, &row)?;
                passed += 1;
            }
            for commitment in unopposed(&act.session, act.day, meeting.id, &tracks, PASS_MOST)? {
                let mut row = spoken(act, None, &meeting, commitment, DecisionKind::Deliver, "");
                row.passed = true;
                row.id = act.id();
                act.insert(&row)?;
                passed += 1;
            }
            if passed == 0 {
                return refused(
                    "There is nothing to pass: what is left are exceptions, and each of them wants a decision.",
                );
            }
            act.title(format!("Before {}: passed {passed} unopposed", meeting.title));
            Ok(count(passed))
        })
    }

    /// Takes decisions back: one's own on what somebody else proposed, else the whole of it.
    pub fn clear_decisions(&self, meeting: Id, commitments: &[Seen]) -> Result<Changed<u32>> {
        self.transact(Op::ClearDecisions, |act| {
            let meeting = reviewed(act, meeting)?;
            let ids: Vec<Id> = commitments.iter().map(|seen| seen.id).collect();
            act.title(format!("Before {}: {} undecided again", meeting.title, spoken_count(act, &ids)?));
            let mut cleared = 0;
            for seen in commitments {
                let Some(stored) = seen_decision(act, &meeting, seen)? else { continue };
                let commitment: Commitment = act.session.require(stored.commitment)?;
                if stored.decided.is_some() && stored.decided_by == act.actor {
                    let row = Decision {
                        decided: None,
                        decided_remark: String::new(),
                        decided_by: String::new(),
                        decided_on: None,
                        ..stored.clone()
                    };
                    act.change(&stored, &row)?;
                } else {
                    take_off(act, &stored, &commitment)?;
                    act.delete(Noun::Decision, stored.id)?;
                }
                cleared += 1;
            }
            if cleared == 0 {
                return refused("Nothing has been decided on it yet.");
            }
            Ok(count(cleared))
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Whether somebody else than `actor` proposed it and nobody has decided.
pub(crate) fn to_confirm(row: &Decision, actor: &str) -> bool {
    row.decided.is_none() && row.proposed_by != actor
}

/// The meeting that is reviewed, which must be one that can still take decisions.
fn reviewed(act: &Act<'_>, id: Id) -> Result<Meeting> {
    let meeting: Meeting = act.session.require(id)?;
    if meeting.record_state == RecordState::Final {
        return refused(format!("The record of {} is final: what was decided before it stands.", meeting.title));
    }
    if meeting.state == MeetingState::Cancelled {
        return refused(format!("{} was cancelled: decide before another meeting.", meeting.title));
    }
    Ok(meeting)
}

/// The decision as the person saw it: of the revision stated, none where that is 0.
fn seen_decision(act: &Act<'_>, meeting: &Meeting, seen: &Seen) -> Result<Option<Decision>> {
    let stored = act.session.decision_on(meeting.id, seen.id)?;
    if stored.as_ref().map_or(0, |row| row.revision) != seen.revision {
        return Err(Error::Stale("This decision".into()));
    }
    Ok(stored)
}

/// The decision with what this person says: a proposal where none stands or the proposal is their own.
fn spoken(
    act: &Act<'_>,
    stored: Option<&Decision>,
    meeting: &Meeting,
    commitment: Id,
    kind: DecisionKind,
    remark: &str,
) -> Decision {
    let (actor, remark) = (act.actor.to_owned(), remark.to_owned());
    match stored {
        Some(stored) if stored.proposed_by != act.actor => Decision {
            decided: Some(kind),
            decided_remark: remark,
            decided_by: actor,
            decided_on: Some(act.day),
            ..stored.clone()
        },
        _ => Decision {
            id: stored.map_or(Id::NIL, |row| row.id),
            revision: stored.map_or(0, |row| row.revision),
            meeting: meeting.id,
            commitment,
            proposed: kind,
            proposed_remark: remark,
            proposed_by: actor,
            proposed_on: act.day,
            // A decision was taken on the proposal that is gone now.
            decided: None,
            decided_remark: String::new(),
            decided_by: String::new(),
            decided_on: None,
            level: None,
            to_meeting: None,
            passed: false,
            agenda_item: stored.and_then(|row| row.agenda_item),
            follow_up: None,
        },
    }
}

/// Enters the decision, and puts the commitment on the agenda of `at`, or off it.
fn keep(
    act: &mut Act<'_>,
    stored: Option<&Decision>,
    mut row: Decision,
    at: Option<&Meeting>,
    commitment: &Commitment,
) -> Result<()> {
    if let Some(stored) = stored {
        let there = match stored.agenda_item {
            Some(item) => act.session.get::<AgendaItem>(item)?.map(|item| item.meeting),
            None => None,
        };
        if there.is_some() && there != at.map(|meeting| meeting.id) {
            take_off(act, stored, commitment)?;
            row.agenda_item = None;
        }
        if stored.decided.is_some() && row.decided.is_none() {
            act.warn(format!(
                "{} was decided by {}; the new proposal waits for a decision again.",
                commitment.called(),
                stored.decided_by
            ));
        }
    }
    if let (None, Some(meeting)) = (row.agenda_item, at) {
        row.agenda_item = take_up(act, meeting, commitment)?;
    }
    match stored {
        Some(stored) => act.change(stored, &row),
        None => {
            row.id = act.id();
            act.insert(&row)
        }
    }
}

/// Puts a commitment on a meeting's agenda. Answers the point that was made; none where it is on it already, or where the
/// record is final.
fn take_up(act: &mut Act<'_>, meeting: &Meeting, commitment: &Commitment) -> Result<Option<Id>> {
    if meeting.record_state == RecordState::Final {
        return Ok(None);
    }
    let raised = act.session.with::<Raising>("commitment_id", commitment.id)?;
    if raised.iter().any(|raising| raising.meeting == meeting.id) {
        return Ok(None);
    }
    let item = AgendaItem {
        id: act.id(),
        revision: 0,
        meeting: meeting.id,
        ordinal: act.session.agenda_of(meeting.id)?.last().map_or(1, |last| last.ordinal + 1),
        title: commitment.title.clone(),
        track: Some(commitment.track),
        home_said: String::new(),
        partner_said: String::new(),
    };
    act.insert(&item)?;
    let (id, meeting, agenda_item) = (act.id(), meeting.id, Some(item.id));
    act.insert(&Raising { id, revision: 0, commitment: commitment.id, meeting, agenda_item })?;
    Ok(Some(item.id))
}

/// Takes the point that a decision made off the agenda, unless somebody has worked on it since.
fn take_off(act: &mut Act<'_>, stored: &Decision, commitment: &Commitment) -> Result<()> {
    let Some(id) = stored.agenda_item else { return Ok(()) };
    let Some(item) = act.session.get::<AgendaItem>(id)? else { return Ok(()) };
    let raised = act.session.with::<Raising>("agenda_item_id", id)?;
    let untouched = item.home_said.is_empty()
        && item.partner_said.is_empty()
        && item.title == commitment.title
        && raised.iter().all(|raising| raising.commitment == commitment.id)
        && act.session.with::<FollowUp>("agenda_item_id", id)?.is_empty();
    if untouched {
        for raising in raised {
            act.delete(Noun::Raising, raising.id)?;
        }
        act.delete(Noun::AgendaItem, id)?;
    }
    Ok(())
}

/// Where something goes that is escalated: as the draft says, else to the next level's coming meeting. A summit has no
/// level above it: there it is put to the leaders themselves.
fn escalation(act: &Act<'_>, meeting: &Meeting, draft: &DecisionDraft) -> Result<Escalation> {
    if let Some(to) = draft.to_meeting {
        let to: Meeting = act.session.require(to)?;
        if to.state == MeetingState::Cancelled || to.record_state == RecordState::Final {
            return refused(format!("{} takes nothing up any more: choose a meeting to come.", to.title));
        }
        return Ok(Escalation { level: to.level, meeting: Some(to) });
    }
    if draft.level.is_none() && meeting.level == Level::Summit {
        return Ok(Escalation { level: Level::Summit, meeting: Some(meeting.clone()) });
    }
    let above = |level: Level| draft.level.map_or(level > meeting.level, |asked| level == asked);
    let mut coming = act.session.coming(act.day, Day::from_ymd_opt(9999, 12, 31).unwrap_or(Day::MAX))?;
    coming.retain(|other| other.id != meeting.id && above(other.level));
    // The lowest level above, and of its meetings the soonest: they are in order of their days already.
    let found = coming.into_iter().min_by_key(|other| other.level);
    let next = Level::ALL.iter().copied().find(|level| *level > meeting.level).unwrap_or(Level::Summit);
    let level = found.as_ref().map_or(draft.level.unwrap_or(next), |other| other.level);
    Ok(Escalation { level, meeting: found })
}

/// What was decided for a meeting becomes follow-ups on the commitments, within the act that makes its record final.
pub(crate) fn become_follow_ups(act: &mut Act<'_>, meeting: &Meeting) -> Result<()> {
    let day = meeting.ends_on.or(meeting.begins_on).filter(|day| *day <= act.day).unwrap_or(act.day);
    let mut names = HashMap::new();
    for stored in act.session.decisions_of(meeting.id)? {
        // What passed without a look is no news of the commitment.
        if stored.passed || stored.follow_up.is_some() {
            continue;
        }
        let note = entry(&act.session, meeting, &stored, &mut names)?;
        let follow_up = FollowUp {
            id: act.id(),
            revision: 0,
            commitment: Some(stored.commitment),
            instrument: None,
            day,
            reported_by: stored.by().to_owned(),
            note,
            our_status: None,
            their_status: None,
            next_step: String::new(),
            next_step_due: None,
            evidence: String::new(),
            meeting: Some(meeting.id),
            agenda_item: None,
            marking: Vec::new(),
        };
        act.insert(&follow_up)?;
        let row = Decision { follow_up: Some(follow_up.id), ..stored.clone() };
        act.change(&stored, &row)?;
    }
    Ok(())
}

/// A decision in the words of a follow-up: `Decided before the Leaders' meeting: announce. Ready since May.`
fn entry(
    session: &Session<'_>,
    meeting: &Meeting,
    decision: &Decision,
    names: &mut HashMap<Id, String>,
) -> Result<String> {
    let to = match (decision.stands(), decision.to_meeting, decision.level) {
        (DecisionKind::Escalate, Some(id), _) => {
            if let std::collections::hash_map::Entry::Vacant(new) = names.entry(id) {
                new.insert(session.meeting_named(id)?.map(|line| line.title).unwrap_or_default());
            }
            format!(" to {}", names.get(&id).map_or("", String::as_str))
        }
        (DecisionKind::Escalate, None, Some(level)) => format!(" to {} level", level.label()),
        _ => String::new(),
    };
    let said = format!("Decided before {}: {}{to}.", meeting.title, decision.stands().label());
    Ok(match decision.remark() {
        "" => said,
        remark => format!("{said} {remark}"),
    })
}
