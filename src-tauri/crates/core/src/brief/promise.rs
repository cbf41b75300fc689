//! One commitment as papers take it: what the reader may know of it, with its marking.

use std::rc::Rc;

use super::{
    gather::{Gathering, Met, Source},
    mark::Mark,
    paper::Cell,
    who::body_called,
    words::listed,
};
use crate::{
    clock::{Day, spoken},
    commitment::{Commitment, Lamps, due_words},
    error::{Error, Result},
    follow_up::FollowUp,
    id::Id,
    store::{OwnerLine, Standing},
    vocabulary::{Bound, Delivery, DueKind, Exception, Freshness, MeetingState, Noun, OwnerRole, Status},
};

/// After so many commitments whoever waits is told how far it is.
const A_STEP: usize = 64;

/// A commitment that the reader may see.
pub(super) struct Promise {
    pub(super) row: Commitment,
    /// Its marking.
    pub(super) mark: Mark,
    /// Where it stands, as far as the reader may know.
    pub(super) standing: Standing,
    /// `Both`, `India`, `US`.
    pub(super) bound: String,
    /// Owners of all sides, leads first.
    pub(super) owners: Vec<OwnerLine>,
    pub(super) due: Due,
    pub(super) delivery: Delivery,
    pub(super) freshness: Freshness,
    /// Why a review brings it up.
    pub(super) exceptions: Vec<Exception>,
    /// Why it is blocked; none where it is not, empty where nobody said or the reader may not know.
    pub(super) blocked: Option<String>,
    /// What was heard of it last.
    pub(super) heard: Option<Heard>,
    /// Where it was on the table last, of the meetings the reader may see.
    pub(super) raised: Option<Rc<Met>>,
    /// The text its wording was taken from.
    pub(super) source: Option<Rc<Source>>,
    /// The meeting it was made at.
    pub(super) made_at: Option<Rc<Met>>,
}

/// By when a commitment is to be kept.
pub(super) struct Due {
    pub(super) on: Option<Day>,
    /// `31 Oct 2015`, `ongoing`, `no date`.
    pub(super) words: String,
    /// What it hangs on: `by Leaders’ meeting, New York`, `every 6 months`; may be empty.
    pub(super) by: String,
    /// How often it was put off.
    pub(super) slips: u32,
    /// The first day ever set, where it is another one than today's.
    pub(super) first: Option<Day>,
    pub(super) late: bool,
    /// The marking of the meeting named in `by`.
    pub(super) mark: Mark,
}

/// What was heard of a commitment.
pub(super) struct Heard {
    pub(super) row: FollowUp,
    pub(super) mark: Mark,
}

impl Promise {
    /// Owners in a part: `CERT-In`, `NSCS, MEA`; empty where there is none.
    pub(super) fn part(&self, role: OwnerRole) -> String {
        let names: Vec<&str> = self
            .owners
            .iter()
            .filter(|owner| owner.role == role)
            .filter_map(|owner| owner.body.as_ref().or(owner.person.as_ref()).map(|(_, name)| name.as_str()))
            .collect();
        names.join(", ")
    }

    /// Owners in a part, as a sentence names them: `the White House`, `NSCS and MEA`.
    pub(super) fn spoken_part(&self, role: OwnerRole) -> String {
        let names = self.owners.iter().filter(|owner| owner.role == role).filter_map(|owner| {
            let body = owner.body.as_ref().map(|(_, name)| body_called(name));
            body.or_else(|| owner.person.as_ref().map(|(_, name)| name.clone()))
        });
        listed(&names.collect::<Vec<_>>())
    }

    /// Whether our side owes it, alone or with others.
    pub(super) fn binds_us(&self, home: Id) -> bool {
        match self.row.bound {
            Bound::Both | Bound::Home => true,
            Bound::Partner => false,
            Bound::Named => self.row.bound_parties.contains(&home),
        }
    }

    /// Whether another side owes it, alone or with us.
    pub(super) fn binds_them(&self, home: Id) -> bool {
        match self.row.bound {
            Bound::Both | Bound::Partner => true,
            Bound::Home => false,
            Bound::Named => self.row.bound_parties.iter().any(|party| *party != home),
        }
    }

    /// Its lamps, with what the first of them shines for.
    pub(super) fn lamps(&self) -> Cell {
        Cell::Lamps { delivery: self.delivery, stands: self.stands().into(), freshness: self.freshness }
    }

    /// How it stands: its status, or what makes the lamp red.
    fn stands(&self) -> &'static str {
        match (self.delivery, self.row.status) {
            (Delivery::Red, Status::NotStarted) if self.due.late => "late, not started",
            (Delivery::Red, Status::InProgress) if self.due.late => "late, in progress",
            (Delivery::Red, Status::Delivered) => "delivered, but blocked",
            (Delivery::Red, Status::NotStarted) if self.blocked.is_some() => "blocked, not started",
            (Delivery::Red, Status::InProgress) if self.blocked.is_some() => "blocked, in progress",
            (Delivery::Red, Status::NotStarted) => "due soon, not started",
            (_, status) => status.label(),
        }
    }

    /// What the other side holds its status to be, where that is another.
    pub(super) fn they_say(&self) -> Option<&'static str> {
        self.row.their_status.filter(|theirs| *theirs != self.row.status).map(|theirs| theirs.label())
    }

    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        self.row.status.is_open()
    }

    /// How many days past its day it is; nought where it is not late.
    pub(super) fn days_late(&self, day: Day) -> i64 {
        self.due.on.filter(|_| self.due.late).map_or(0, |due| (day - due).num_days())
    }

    /// What is urgent first: late, the longest first; then blocked; then what is due soonest; then what was heard of
    /// longest ago. What nobody has to do anything about comes last.
    pub(super) fn urgency(&self, day: Day) -> (u8, i64, Day, String) {
        let rank = match () {
            () if self.due.late => 0,
            () if self.blocked.is_some() && self.row.status != Status::Suspended => 1,
            () if self.row.status == Status::Suspended => 5,
            () if self.row.status == Status::Delivered => 4,
            () if self.due.on.is_some() => 2,
            () => 3,
        };
        (rank, -self.days_late(day), self.due.on.unwrap_or(Day::MAX), self.row.reference.clone())
    }
}

impl Gathering<'_> {
    /// Commitments by id, in the given order, without those the reader may not see.
    pub(super) fn promises(&self, ids: &[Id]) -> Result<Vec<Promise>> {
        self.promises_where(ids, |_, _| Ok(true))
    }

    /// The same, of those that `keep` says yes to, none being what the reader may not see: what is left out of others is
    /// not counted.
    pub(super) fn promises_where(
        &self,
        ids: &[Id],
        keep: impl Fn(&Id, Option<&Promise>) -> Result<bool>,
    ) -> Result<Vec<Promise>> {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut found = Vec::with_capacity(ids.len());
        for (done, id) in ids.iter().enumerate() {
            if done % A_STEP == 0 && (self.watch)(number(done), number(ids.len())).is_break() {
                return Err(Error::Cancelled);
            }
            let (promise, left_out) = self.apart(|| self.promise(*id))?;
            let (kept, _) = self.apart(|| keep(id, promise.as_ref()))?;
            if kept {
                self.leave_out_all(left_out);
                found.extend(promise);
            }
        }
        Ok(found)
    }

    /// One commitment; none where the reader may not see it.
    pub(super) fn promise(&self, id: Id) -> Result<Option<Promise>> {
        let row: Commitment = self.showing.session.require(id)?;
        let mark = self.mark_of(&row)?;
        if !self.sees(Noun::Commitment, id, &mark) {
            return Ok(None);
        }
        if self.tells(&row.title) || self.tells(&row.wording) {
            self.leave_out(Noun::Commitment, id);
            return Ok(None);
        }
        self.known(row, mark).map(Some)
    }

    /// What the reader may know of a commitment they may see.
    fn known(&self, row: Commitment, mark: Mark) -> Result<Promise> {
        let session = &self.showing.session;
        let heard = self.newest_heard(row.id, &mark)?.map(|(row, mark)| Heard { row, mark });
        let mut standing = session.standing(row.id)?.unwrap_or(Standing {
            status: row.status,
            blocked: row.blocked,
            due_on: row.due_on,
            heard_on: None,
            adrift: false,
            slips: 0,
            was_overdue: false,
            periods: (0, 0),
        });
        // What was heard last is what the reader may know of, not the day of something left out.
        standing.heard_on = heard.as_ref().map(|heard| heard.row.day);
        let lamps = Lamps { standing: &standing, day: self.showing.day, ahead: self.showing.ahead };
        let (delivery, freshness, exceptions) = (lamps.delivery(), lamps.freshness(), lamps.exceptions());
        let due = self.due(&row, &standing, lamps.overdue())?;
        Ok(Promise {
            bound: self.showing.bound_label(&row),
            owners: session.owner_lines(row.id)?,
            due,
            delivery,
            freshness,
            exceptions,
            blocked: row.blocked.then(|| self.words(Noun::Commitment, row.id, &row.blocked_reason).to_owned()),
            raised: self.last_raised(&row)?,
            source: self.origin(&row)?,
            made_at: match row.meeting {
                Some(meeting) => self.meeting(meeting)?,
                None => None,
            },
            heard,
            standing,
            row,
            mark,
        })
    }

    fn due(&self, row: &Commitment, standing: &Standing, late: bool) -> Result<Due> {
        let meeting = match row.due_meeting.filter(|_| row.due_kind == DueKind::Meeting) {
            Some(id) => self.meeting(id)?,
            None => None,
        };
        let in_words = |title: Option<&str>| due_words(row.due_kind, row.due_on, title, &row.due_event, row.due_months);
        let by = match row.due_kind {
            DueKind::None | DueKind::Ongoing | DueKind::Day => String::new(),
            // Where the reader may not know the meeting, the day alone is said.
            DueKind::Meeting => meeting.as_ref().map(|met| in_words(Some(&met.title))).unwrap_or_default(),
            DueKind::Event => match self.words(Noun::Commitment, row.id, &row.due_event) {
                "" => String::new(),
                _ => in_words(None),
            },
            DueKind::Recurring => in_words(None),
        };
        let words = match (row.due_kind, standing.due_on) {
            (DueKind::Ongoing, _) => "ongoing".into(),
            (_, Some(on)) => spoken(on),
            (DueKind::Meeting, None) if standing.adrift => "its meeting was cancelled".into(),
            (DueKind::Meeting | DueKind::Event, None) => "no day yet".into(),
            (_, None) => "no date".into(),
        };
        Ok(Due {
            on: standing.due_on.filter(|_| row.due_kind != DueKind::Ongoing),
            words,
            by,
            slips: standing.slips,
            first: row.first_due_on.filter(|first| standing.slips > 0 && Some(*first) != standing.due_on),
            late,
            mark: meeting.map(|met| met.mark.clone()).unwrap_or_default(),
        })
    }

    /// The meeting at which a commitment was last on the table, of those that the reader may see.
    fn last_raised(&self, row: &Commitment) -> Result<Option<Rc<Met>>> {
        let session = &self.showing.session;
        let Some(last) = session.last_raised(row, self.showing.day)? else { return Ok(None) };
        if let Some(met) = self.meeting(last.id)? {
            return Ok(Some(met));
        }
        let raisings = session.with::<crate::agenda::Raising>("commitment_id", row.id)?;
        let mut found: Vec<Rc<Met>> = Vec::new();
        for id in raisings.iter().map(|raising| raising.meeting).chain(row.meeting) {
            found.extend(self.meeting(id)?);
        }
        found.retain(|met| met.state == MeetingState::Held && met.begins_on.is_none_or(|on| on <= self.showing.day));
        Ok(found.into_iter().max_by_key(|met| (met.begins_on, met.id)))
    }
}
