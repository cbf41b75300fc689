//! Reading the register as it stood on a past day, and verifying the journal.

use crate::{
    clock::{Day, Instant, spoken, stamp},
    dossier::Dossier,
    error::{Result, refused},
    row::Record,
    store::{NewEntry, Session, Touched},
    vocabulary::Noun,
};

/// How many entries are read at once when the chain is verified.
const STRETCH: u32 = 1000;

/// What a reading of the past needs besides the rows. Words take the longest to put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Where commitments stood, and their counts.
    Lists,
    /// The index of words as well.
    Words,
}

impl Dossier {
    /// Reads with `query` the register as it stood at the end of `day` (UTC).
    ///
    /// Every row changed since is put back to how it stood, the query runs on that, and all of it is rolled back. The
    /// cost is that of the rows changed since, and every query of the register can be asked of the past.
    pub(crate) fn as_of<T>(
        &self,
        day: Day,
        wanted: Wanted,
        query: impl FnOnce(Session<'_>, Day) -> Result<T>,
    ) -> Result<T> {
        self.store().rehearse(|session| {
            let end = end_of(day);
            let entries = session.first_changes_after(&stamp(end))?;
            for entry in &entries {
                match &entry.before {
                    Some(record) => session.put(entry.noun, entry.row, entry.revision - 1, record)?,
                    None => session.delete(entry.noun, entry.row)?,
                }
            }
            if session.count(Noun::Dossier)? == 0 {
                return refused(format!(
                    "This dossier was begun after {}; there is nothing to read as of that day.",
                    spoken(day)
                ));
            }
            let mut touched = Touched::default();
            for entry in &entries {
                session.touch(&mut touched, entry.noun, entry.row, entry.before.as_ref(), entry.after.as_ref())?;
            }
            match wanted {
                Wanted::Lists => session.refresh_lists(&touched)?,
                Wanted::Words => session.refresh(&touched)?,
            }
            query(session, day)
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

fn end_of(day: Day) -> Instant {
    day.and_hms_milli_opt(23, 59, 59, 999).map_or(Instant::MAX_UTC, |at| at.and_utc())
}
