//! Reading the register as it stood on a past day, and verifying the journal.

use std::cmp::Reverse;

use chrono::{Months, NaiveTime};

use crate::{
    clock::{Day, end_of, spoken, stamp},
    dossier::Dossier,
    error::{Result, refused},
    row::Record,
    store::{NewEntry, Session},
    wire::{PastDay, PastDays, PastView},
};

/// How many entries are read at once when the chain is verified.
const STRETCH: u32 = 1000;

/// How many meetings are proposed to look back to the end of.
const MEETINGS_PROPOSED: u32 = 8;

/// Comes after every instant, as text.
const LAST: &str = "9999-12-31T23:59:59.999Z";

/// The day of an instant of the journal (UTC).
fn day_of(at: &str) -> Option<Day> {
    at.get(..10)?.parse().ok()
}

/// A past day, with the days before and after it on which something was entered.
pub(crate) fn past_view(session: &Session<'_>, day: Day) -> Result<PastView> {
    let begins = stamp(day.and_time(NaiveTime::MIN).and_utc());
    Ok(PastView {
        day,
        previous: session.entered_before(&begins)?.and_then(|at| day_of(&at)),
        next: session.entered_after(&stamp(end_of(day)))?.and_then(|at| day_of(&at)),
    })
}

impl Dossier {
    /// The dossier as it stood at the end of `day` (UTC): whatever is asked of it is answered as of then, and nothing
    /// can be entered. The journal is shown as it stands, since nothing of it was ever otherwise.
    ///
    /// The cost of the first question is that of the rows changed since; what was put back is kept for the next.
    pub fn past(&self, day: Day) -> Result<Self> {
        let first = self.store().read(|session| session.first_entry_after(&stamp(end_of(day))))?;
        if first == Some(1) {
            return refused(format!(
                "This dossier was begun after {}; there is nothing to read as of that day.",
                spoken(day)
            ));
        }
        if day > self.clock().today() {
            return refused(format!("{} has not come yet. Give a day that is past.", spoken(day)));
        }
        Ok(self.looking_back(day))
    }

    /// The days that can be looked back to, and those that are worth a look.
    pub fn past_days(&self) -> Result<PastDays> {
        let today = self.store().present();
        let day = today.read(|session| self.present_day(session))?;
        today.read(|session| {
            let began = session.entered_after("")?.and_then(|at| day_of(&at)).unwrap_or(day);
            let last = session.entered_before(LAST)?.and_then(|at| day_of(&at)).unwrap_or(day);
            let mut proposals = Vec::new();
            if let Some(before) = last.pred_opt() {
                proposals.push(PastDay { day: before, label: "The day before the last change".into() });
            }
            for meeting in session.held_by(day, MEETINGS_PROPOSED)? {
                if let Some(on) = meeting.ends_on.or(meeting.begins_on) {
                    proposals.push(PastDay { day: on, label: format!("After {}", meeting.title) });
                }
            }
            for (months, label) in [(6, "Half a year ago"), (12, "A year ago")] {
                if let Some(ago) = day.checked_sub_months(Months::new(months)) {
                    proposals.push(PastDay { day: ago, label: label.into() });
                }
            }
            proposals.push(PastDay { day: began, label: "The day this dossier was begun".into() });
            // What came first stands, where two are of one day.
            proposals.retain(|proposal| (began..=self.clock().today()).contains(&proposal.day));
            proposals.sort_by_key(|proposal| Reverse(proposal.day));
            proposals.dedup_by_key(|proposal| proposal.day);
            Ok(PastDays { began, last, proposals })
        })
    }

    /// Recomputes the chain of hashes and compares the newest record of each row with the row. Answers how many
    /// entries there are, and a sentence for each fault.
    pub(crate) fn verify_journal(session: Session<'_>) -> Result<(u64, Vec<String>)> {
        let mut faults = Vec::new();
        let mut previous = super::ROOT.to_owned();
        let mut last = 0;
        let mut count = 0;
        let mut act: Option<crate::store::ActRow> = None;
        loop {
            let stretch = session.entries_after(last, STRETCH)?;
            let Some(end) = stretch.last() else { break };
            let next = end.seq;
            for entry in stretch {
                count += 1;
                if entry.seq != last + 1 {
                    faults.push(format!("Between journal entries {last} and {} something is missing.", entry.seq));
                }
                if act.as_ref().is_none_or(|act| act.seq != entry.act) {
                    act = session.act_numbered(entry.act)?;
                }
                let (before, after) =
                    (entry.before.as_ref().map(Record::to_text), entry.after.as_ref().map(Record::to_text));
                let said = NewEntry {
                    seq: entry.seq,
                    at: &entry.at,
                    noun: entry.noun,
                    row: entry.row,
                    revision: entry.revision,
                    version: entry.version,
                    before: before.as_deref(),
                    after: after.as_deref(),
                };
                match &act {
                    Some(act) if super::chain(&previous, act, &said) == entry.hash => {}
                    Some(_) => faults.push(format!("Journal entry {} is not as it was written.", entry.seq)),
                    None => faults.push(format!("The act of journal entry {} is missing.", entry.seq)),
                }
                last = entry.seq;
                previous = entry.hash;
            }
            last = next;
        }
        Ok((count, faults))
    }
}
