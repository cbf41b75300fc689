//! The two lamps and the exceptions, as of a day. Pure functions of where a commitment stands; the listing's SQL says
//! the same of many at once, and a test holds the two together.

use chrono::Days;

use crate::{
    clock::Day,
    store::Standing,
    vocabulary::{Delivery, Exception, Freshness, Status},
    wire::Tally,
};

/// Days ahead within which what is not started shows red, and which Today looks ahead.
pub(crate) const HORIZON: u64 = 30;
/// Days after which what is known is ageing.
pub(crate) const AGEING_AFTER: u64 = 30;
/// Days after which what is known is stale.
pub(crate) const STALE_AFTER: u64 = 90;

/// Where a commitment stands as of a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lamps<'s> {
    pub(crate) standing: &'s Standing,
    /// The dossier's day.
    pub(crate) day: Day,
    /// The last day that "due before" looks ahead to.
    pub(crate) ahead: Day,
}

impl Lamps<'_> {
    /// Open and past its day.
    pub(crate) fn overdue(&self) -> bool {
        self.standing.under_way() && self.standing.due_on.is_some_and(|due| due < self.day)
    }

    /// Is it being done? A commitment closed as not fulfilled stays red: the promise was not kept.
    pub(crate) fn delivery(&self) -> Delivery {
        let soon = self.day + Days::new(HORIZON);
        match self.standing.status {
            Status::Fulfilled | Status::Delivered if !self.standing.blocked => Delivery::Green,
            Status::Fulfilled => Delivery::Green,
            Status::Suspended | Status::Superseded | Status::Dropped => Delivery::Grey,
            Status::NotFulfilled | Status::Delivered => Delivery::Red,
            Status::NotStarted | Status::InProgress if self.standing.blocked || self.overdue() => Delivery::Red,
            Status::NotStarted if self.standing.due_on.is_some_and(|due| due <= soon) => Delivery::Red,
            Status::NotStarted | Status::InProgress => Delivery::Amber,
        }
    }

    /// Days since it was last heard of; none when it never was.
    pub(crate) fn heard_days(&self) -> Option<i64> {
        self.standing.heard_on.map(|on| (self.day - on).num_days())
    }

    /// How old is our knowledge?
    pub(crate) fn freshness(&self) -> Freshness {
        match self.heard_days() {
            Some(days) if days <= AGEING_AFTER as i64 => Freshness::Fresh,
            Some(days) if days <= STALE_AFTER as i64 => Freshness::Ageing,
            _ => Freshness::Stale,
        }
    }

    /// Why a review brings it up.
    pub(crate) fn exceptions(&self) -> Vec<Exception> {
        Exception::ALL.iter().copied().filter(|what| self.brought_up(*what)).collect()
    }

    /// Whether a review brings it up for this.
    fn brought_up(&self, what: Exception) -> bool {
        let open = self.standing.status.is_open() && self.standing.status != Status::Suspended;
        match what {
            Exception::Overdue => self.overdue(),
            Exception::Blocked => open && self.standing.blocked,
            Exception::DueBefore => {
                self.standing.under_way()
                    && self.standing.due_on.is_some_and(|due| due >= self.day && due <= self.ahead)
            }
            Exception::Cancelled => self.standing.under_way() && self.standing.adrift,
            Exception::Stale => open && self.freshness() == Freshness::Stale,
        }
    }

    /// Counts it in a tally of open commitments.
    pub(crate) fn count_in(&self, tally: &mut Tally) {
        let mut excepted = false;
        for what in Exception::ALL.iter().copied().filter(|what| self.brought_up(*what)) {
            excepted = true;
            *match what {
                Exception::Overdue => &mut tally.overdue,
                Exception::Blocked => &mut tally.blocked,
                Exception::DueBefore => &mut tally.due_before,
                Exception::Stale => &mut tally.stale,
                Exception::Cancelled => &mut tally.cancelled,
            } += 1;
        }
        *if excepted { &mut tally.exceptions } else { &mut tally.on_course } += 1;
        tally.open += 1;
        *match self.delivery() {
            Delivery::Red => &mut tally.red,
            Delivery::Amber => &mut tally.amber,
            Delivery::Green => &mut tally.green,
            Delivery::Grey => &mut tally.grey,
        } += 1;
    }
}
