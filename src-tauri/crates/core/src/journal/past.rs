//! Reading the register as it stood on a past day, and verifying the journal.

use crate::{
    clock::{Day, end_of, spoken, stamp},
    dossier::Dossier,
    error::{Result, refused},
    row::Record,
    store::{NewEntry, Session},
};

/// How many entries are read at once when the chain is verified.
const STRETCH: u32 = 1000;

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
        Ok(self.looking_back(day))
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
