//! Commitments as the window shows them: names for ids, lamps as of the day.

use std::collections::HashMap;

use super::period;
use crate::{
    agenda::AgendaItem,
    capture::Mention,
    clock::Day,
    commitment::{Commitment, Lamps, due_words},
    decision::Decision,
    dossier::{Dossier, settings},
    error::Result,
    follow_up::FollowUp,
    id::Id,
    instrument::{self, DeliveredBy, Instrument},
    journal::shortened,
    marking,
    meeting::Meeting,
    party::Party,
    store::{OwnerLine, Session, Standing},
    text::{Passage, Text},
    track::Track,
    view::decision,
    vocabulary::{Bound, DueKind, MeetingState, OwnerRole, Status},
    wire::{
        ClosingView, CommitmentRow, CommitmentView, DecisionView, DeliveredByView, DueChangeView, DueView,
        FollowUpView, HeardView, LinkView, MentionView, Named, OwnerView, PassageView, RaisedView, RaisingView,
        ReviewFrame,
    },
};

/// Longest stretch of a follow-up shown in a list, in characters.
const NOTE_SHOWN: usize = 200;
/// Longest stretch of a paragraph shown on either side of a passage, in characters.
const CONTEXT_SHOWN: usize = 600;

/// How many follow-ups stand on the page of their commitment; the others are in a list of their own.
const FOLLOW_UPS_SHOWN: u32 = 20;

/// Shows commitments as of a day.
pub(crate) struct Showing<'s> {
    pub(crate) session: Session<'s>,
    /// The dossier's day.
    pub(crate) day: Day,
    /// The last day that "due before" looks ahead to.
    pub(crate) ahead: Day,
    home: Id,
    parties: HashMap<Id, Party>,
    /// The meeting whose decisions are shown, and who looks.
    reviewing: Option<(Id, String)>,
}

impl<'s> Showing<'s> {
    /// Shows as of `day`, looking ahead to `ahead`.
    pub(crate) fn new(session: Session<'s>, day: Day, ahead: Day) -> Result<Self> {
        let parties = session.all::<Party>()?.into_iter().map(|party| (party.id, party)).collect();
        Ok(Self { session, day, ahead, home: settings(&session)?.home, parties, reviewing: None })
    }

    /// Shows what was decided for the frame's meeting as well, to the one who looks.
    pub(crate) fn reviewing(mut self, frame: Option<ReviewFrame>, actor: &str) -> Self {
        self.reviewing = match frame {
            Some(ReviewFrame::Meeting { id }) => Some((id, actor.to_owned())),
            Some(ReviewFrame::Day { .. }) | None => None,
        };
        self
    }

    /// The home party.
    pub(crate) fn home(&self) -> Id {
        self.home
    }

    /// A party by name.
    pub(crate) fn party(&self, id: Id) -> Named {
        Named { id, name: self.parties.get(&id).map(|party| party.name.clone()).unwrap_or_default() }
    }

    /// Rows for a list, in the given order.
    pub(crate) fn rows(&self, ids: &[Id]) -> Result<Vec<CommitmentRow>> {
        ids.iter().map(|id| self.row(&self.session.require(*id)?)).collect()
    }

    /// A row for a list.
    pub(crate) fn row(&self, commitment: &Commitment) -> Result<CommitmentRow> {
        let standing = self.session.standing(commitment.id)?.unwrap_or(Standing {
            status: commitment.status,
            blocked: commitment.blocked,
            due_on: commitment.due_on,
            heard_on: None,
            adrift: false,
            slips: 0,
            was_overdue: false,
            periods: (0, 0),
        });
        let lamps = Lamps { standing: &standing, day: self.day, ahead: self.ahead };
        let owners = self.session.owner_lines(commitment.id)?;
        let newest = self.session.newest_follow_up(commitment.id)?;
        let raised = self.session.last_raised(commitment, self.day)?;
        Ok(CommitmentRow {
            id: commitment.id,
            revision: commitment.revision,
            r#ref: commitment.reference.clone(),
            title: commitment.title.clone(),
            wording: commitment.wording.clone(),
            track: commitment.track,
            bound: commitment.bound,
            bound_label: self.bound_label(commitment),
            strength: commitment.strength,
            made_on: commitment.made_on,
            owner: part(&owners, OwnerRole::Lead),
            counterpart: part(&owners, OwnerRole::Counterpart),
            due: self.due(commitment, &standing, &lamps)?,
            status: commitment.status,
            their_status: commitment.their_status,
            blocked: commitment.blocked.then(|| commitment.blocked_reason.clone()),
            delivery: lamps.delivery(),
            heard: heard(&lamps, newest.as_ref()),
            raised: raised.map(|meeting| RaisedView {
                on: meeting.begins_on,
                meeting: Named { id: meeting.id, name: meeting.title },
            }),
            exceptions: lamps.exceptions(),
            decision: match &self.reviewing {
                Some((meeting, actor)) => self
                    .session
                    .decision_on(*meeting, commitment.id)?
                    .map(|row| decision(&self.session, &row, actor))
                    .transpose()?,
                None => None,
            },
        })
    }

    pub(crate) fn bound_label(&self, commitment: &Commitment) -> String {
        let short = |id: &Id| self.parties.get(id).map_or_else(String::new, |party| party.short().to_owned());
        match commitment.bound {
            Bound::Both => "Both".into(),
            Bound::Home => short(&self.home),
            Bound::Named => commitment.bound_parties.iter().map(short).collect::<Vec<_>>().join(", "),
            Bound::Partner => {
                // Where the dossier has one partner state only, it is named.
                let mut partners = self
                    .parties
                    .values()
                    .filter(|party| party.id != self.home && party.kind == crate::vocabulary::PartyKind::State);
                match (partners.next(), partners.next()) {
                    (Some(only), None) => only.short().to_owned(),
                    _ => "Them".into(),
                }
            }
        }
    }

    fn due(&self, commitment: &Commitment, standing: &Standing, lamps: &Lamps<'_>) -> Result<DueView> {
        let meeting = match commitment.due_meeting {
            Some(id) => self.session.meeting_named(id)?.map(|meeting| Named { id: meeting.id, name: meeting.title }),
            None => None,
        };
        let mut label = due_words(
            commitment.due_kind,
            commitment.due_on,
            meeting.as_ref().map(|meeting| meeting.name.as_str()),
            &commitment.due_event,
            commitment.due_months,
        );
        let (kept, missed) = standing.periods;
        if kept + missed > 0 {
            label.push_str(&format!(" · {kept} kept, {missed} missed"));
        }
        // Only a meeting without a day has to be asked why.
        let waits = match commitment.due_meeting.filter(|_| standing.due_on.is_none()) {
            Some(id) => Some(self.session.require::<Meeting>(id)?.due_words()),
            None => None,
        };
        Ok(DueView {
            kind: commitment.due_kind,
            on: standing.due_on,
            label,
            meeting,
            event: (commitment.due_kind == DueKind::Event).then(|| commitment.due_event.clone()),
            months: commitment.due_months,
            first_on: commitment.first_due_on,
            waits,
            slips: standing.slips,
            was_overdue: standing.was_overdue,
            kept,
            missed,
            days_left: standing.due_on.and_then(|due| i32::try_from((due - self.day).num_days()).ok()),
            overdue: lamps.overdue(),
        })
    }

    /// A follow-up with the name of what it is on, and its meeting.
    pub(crate) fn follow_up(&self, row: &FollowUp) -> Result<FollowUpView> {
        let (on_ref, on_title) = match (row.commitment, row.instrument) {
            (Some(id), _) => {
                let commitment: Commitment = self.session.require(id)?;
                (commitment.reference, commitment.title)
            }
            (None, Some(id)) => {
                let instrument: Instrument = self.session.require(id)?;
                (instrument.reference.clone(), instrument.short().to_owned())
            }
            (None, None) => (String::new(), String::new()),
        };
        let meeting = match row.meeting {
            Some(id) => self.session.meeting_named(id)?.map(|meeting| Named { id: meeting.id, name: meeting.title }),
            None => None,
        };
        Ok(FollowUpView {
            id: row.id,
            revision: row.revision,
            commitment: row.commitment,
            instrument: row.instrument,
            on_ref,
            on_title,
            day: row.day,
            reported_by: row.reported_by.clone(),
            note: row.note.clone(),
            our_status: row.our_status,
            their_status: row.their_status,
            next_step: row.next_step.clone(),
            next_step_due: row.next_step_due,
            evidence: row.evidence.clone(),
            meeting,
            marking: marking::views(&self.session, &row.marking)?,
        })
    }

    fn passage(&self, id: Id) -> Result<Option<PassageView>> {
        let Some(passage) = self.session.get::<Passage>(id)? else { return Ok(None) };
        let text: Text = self.session.require(passage.text)?;
        let place = |scalar: i32| {
            let at = usize::try_from(scalar).unwrap_or_default();
            text.body.char_indices().nth(at).map_or(text.body.len(), |(at, _)| at)
        };
        let (from, to) = (place(passage.start), place(passage.end));
        let (left, right) = (&text.body[..from], &text.body[to..]);
        let before = left.rsplit('\n').next().unwrap_or_default();
        let after = right.split('\n').next().unwrap_or_default();
        let tail: Vec<char> = before.chars().rev().take(CONTEXT_SHOWN).collect();
        Ok(Some(PassageView {
            text: text.id,
            text_title: text.title.clone(),
            start: u32::try_from(passage.start).unwrap_or_default(),
            end: u32::try_from(passage.end).unwrap_or_default(),
            quote: passage.quote,
            paragraph: paragraph_number(left, before),
            before: tail.into_iter().rev().collect(),
            after: after.chars().take(CONTEXT_SHOWN).collect(),
        }))
    }

    /// Everything about one commitment.
    pub(crate) fn whole(&self, id: Id) -> Result<CommitmentView> {
        let commitment: Commitment = self.session.require(id)?;
        let named = |meeting: Option<Id>| -> Result<Option<Named>> {
            match meeting {
                Some(id) => Ok(self.session.meeting_named(id)?.map(|line| Named { id: line.id, name: line.title })),
                None => Ok(None),
            }
        };
        let follow_ups = self.session.follow_ups_after(id, None, FOLLOW_UPS_SHOWN)?;
        Ok(CommitmentView {
            row: self.row(&commitment)?,
            bound_parties: commitment.bound_parties.iter().map(|id| self.party(*id)).collect(),
            note: commitment.note.clone(),
            passage: match commitment.passage {
                Some(passage) => self.passage(passage)?,
                None => None,
            },
            meeting: named(commitment.meeting)?,
            instrument: self.instrument(commitment.instrument)?,
            delivered_by: self.delivered_by(id)?,
            owners: self.session.owner_lines(id)?.into_iter().map(owner_view).collect(),
            due_history: self
                .session
                .due_changes(id)?
                .into_iter()
                .map(|row| DueChangeView {
                    late: row.late(),
                    moved: row.moved,
                    id: row.id,
                    day: row.day,
                    from: row.from_words,
                    to: row.to_words,
                    reason: row.reason,
                    slip: row.slip,
                })
                .collect(),
            periods: period::shown(&self.session, &commitment, self.day)?,
            follow_ups: follow_ups.iter().map(|row| self.follow_up(row)).collect::<Result<_>>()?,
            follow_up_count: self.session.count_follow_ups(id)?,
            links: self.links(id)?,
            raisings: self.raisings(id)?,
            decisions: self.decisions(id)?,
            mentions: self.mentions(id)?,
            closing: self.closing(&commitment)?,
            score: commitment.score,
            marking: marking::views(&self.session, &commitment.marking)?,
            track_name: self.session.require::<Track>(commitment.track)?.name,
        })
    }

    /// What was decided on a commitment before all meetings; who looks is not asked here.
    fn decisions(&self, id: Id) -> Result<Vec<DecisionView>> {
        let rows = self.session.with::<Decision>("commitment_id", id)?;
        rows.iter().rev().map(|row| decision(&self.session, row, &row.proposed_by)).collect()
    }

    fn instrument(&self, id: Option<Id>) -> Result<Option<Named>> {
        let row = id.map(|id| self.session.require::<Instrument>(id)).transpose()?;
        Ok(row.map(|row| Named { id: row.id, name: format!("{} {}", row.reference, row.short()) }))
    }

    fn delivered_by(&self, id: Id) -> Result<Vec<DeliveredByView>> {
        let links = self.session.with::<DeliveredBy>("commitment_id", id)?;
        let instruments: Vec<Id> = links.iter().map(|link| link.instrument).collect();
        let rows = instrument::rows_of(self, &instruments)?;
        Ok(links.iter().zip(rows).map(|(link, instrument)| DeliveredByView { id: link.id, instrument }).collect())
    }

    fn links(&self, id: Id) -> Result<Vec<LinkView>> {
        let mut found = Vec::new();
        for link in self.session.links_of(id)? {
            let outgoing = link.from == id;
            let other = self.session.require(if outgoing { link.to } else { link.from })?;
            found.push(LinkView {
                id: link.id,
                kind: link.kind,
                outgoing,
                label: if outgoing { link.kind.label() } else { link.kind.backwards() }.to_owned(),
                other: self.row(&other)?,
            });
        }
        Ok(found)
    }

    fn raisings(&self, id: Id) -> Result<Vec<RaisingView>> {
        let mut found = Vec::new();
        for raising in self.session.with::<crate::agenda::Raising>("commitment_id", id)? {
            let meeting: Meeting = self.session.require(raising.meeting)?;
            let held = meeting.state == MeetingState::Held;
            if meeting.state == MeetingState::Cancelled {
                continue;
            }
            let item = raising.agenda_item.map(|id| self.session.require::<AgendaItem>(id)).transpose()?;
            found.push((
                meeting.begins_on,
                RaisingView {
                    id: raising.id,
                    when: meeting.when(),
                    held,
                    meeting: Named { id: meeting.id, name: meeting.title },
                    home_said: item.as_ref().map(|item| item.home_said.clone()).unwrap_or_default(),
                    partner_said: item.as_ref().map(|item| item.partner_said.clone()).unwrap_or_default(),
                    agenda_item: item.map(|item| Named { id: item.id, name: item.title }),
                },
            ));
        }
        found.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
        Ok(found.into_iter().map(|(_, view)| view).collect())
    }

    fn mentions(&self, id: Id) -> Result<Vec<MentionView>> {
        let mut found = Vec::new();
        for mention in self.session.with::<Mention>("commitment_id", id)? {
            let Some(passage) = self.passage(mention.passage)? else { continue };
            let text: Text = self.session.require(passage.text)?;
            let meeting = text.meeting.map(|id| self.session.require::<Meeting>(id)).transpose()?;
            found.push(MentionView {
                id: mention.id,
                revision: mention.revision,
                on: text.dated_on.or(meeting.as_ref().and_then(|meeting| meeting.begins_on)),
                passage,
                meeting: meeting.map(|meeting| Named { id: meeting.id, name: meeting.title }),
                note: mention.note,
            });
        }
        found.sort_by_key(|view| std::cmp::Reverse((view.on, view.id)));
        Ok(found)
    }

    fn closing(&self, commitment: &Commitment) -> Result<Option<ClosingView>> {
        let Some(on) = commitment.closed_on else { return Ok(None) };
        let late = commitment.first_due_on.map(|first| (on - first).num_days()).filter(|days| *days > 0);
        let after_first = late.filter(|_| commitment.status == Status::Fulfilled);
        let text = commitment.evidence_text.map(|id| self.session.require::<Text>(id)).transpose()?;
        let follow_up = commitment.evidence_follow_up.map(|id| self.session.require::<FollowUp>(id)).transpose()?;
        Ok(Some(ClosingView {
            on,
            evidence: commitment.evidence.clone(),
            text: text.map(|text| Named { id: text.id, name: text.title }),
            follow_up: follow_up.map(|row| Named { id: row.id, name: shortened(&row.note, NOTE_SHOWN) }),
            instrument: self.instrument(commitment.evidence_instrument)?,
            by_only_owner: commitment.closed_by_only_owner,
            after_first: after_first.and_then(|days| u32::try_from(days).ok()),
        }))
    }
}

impl Dossier {
    /// Everything about one commitment.
    pub fn commitment(&self, id: Id) -> Result<CommitmentView> {
        self.showing(None, |showing| showing.whole(id))
    }
}

/// Bodies, or persons without one, in a part: `CERT-In`, `NSCS, MEA`.
fn part(owners: &[OwnerLine], role: OwnerRole) -> String {
    let names: Vec<&str> = owners
        .iter()
        .filter(|owner| owner.role == role)
        .filter_map(|owner| owner.body.as_ref().or(owner.person.as_ref()).map(|(_, name)| name.as_str()))
        .collect();
    names.join(", ")
}

fn owner_view(line: OwnerLine) -> OwnerView {
    let named = |pair: Option<(Id, String)>| pair.map(|(id, name)| Named { id, name });
    let label: Vec<&str> = [&line.body, &line.person].into_iter().flatten().map(|(_, name)| name.as_str()).collect();
    OwnerView {
        id: line.id,
        role: line.role,
        label: label.join(", "),
        party: Named { id: line.party.0, name: line.party.1 },
        body: named(line.body),
        person: named(line.person),
    }
}

fn heard(lamps: &Lamps<'_>, newest: Option<&FollowUp>) -> HeardView {
    HeardView {
        lamp: lamps.freshness(),
        days: lamps.heard_days().and_then(|days| i32::try_from(days).ok()),
        on: lamps.standing.heard_on,
        note: newest.map(|row| shortened(&row.note, NOTE_SHOWN)).unwrap_or_default(),
    }
}

/// The number, from 1, of the paragraph whose words so far are `line`: lines without words count for nothing.
fn paragraph_number(before: &str, line: &str) -> u32 {
    let earlier = &before[..before.len() - line.len()];
    u32::try_from(earlier.split('\n').filter(|line| !line.trim().is_empty()).count() + 1).unwrap_or(u32::MAX)
}
