//! Examining a dossier: the file, references, passages, original files, derived columns, the journal's chain.

use crate::{
    dossier::Dossier,
    error::Result,
    store::Session,
    text::{Passage, Text, fingerprint, slice},
    vocabulary::Noun,
    wire::CheckView,
};

impl Dossier {
    /// Looks for anything that is not as it should be. `progress` is told what is being examined.
    pub fn check(&self, mut progress: impl FnMut(&str)) -> Result<CheckView> {
        progress("the file and its references");
        let mut faults = self.store().integrity()?;
        let mut examined = vec!["The file and the references between its rows.".to_owned()];
        self.store().read(|session| {
            progress("passages");
            let (count, found) = passages(&session)?;
            examined.push(format!("{count} passages against their texts."));
            faults.extend(found);
            progress("original files");
            let mut count = 0;
            session.each_original(|sha256, content| {
                count += 1;
                if fingerprint(content) != sha256 {
                    faults.push(format!("The original file {sha256} is not as it was kept."));
                }
            })?;
            examined.push(format!("{count} original files against their fingerprints."));
            progress("what lists sort by");
            let strayed = session.strayed_standings()?;
            faults
                .extend(strayed.iter().map(|reference| format!("{reference} is listed otherwise than its rows say.")));
            examined.push(format!("{} commitments as listed against their rows.", session.count(Noun::Commitment)?));
            let strayed = session.strayed_instruments()?;
            faults
                .extend(strayed.iter().map(|reference| format!("{reference} is listed otherwise than its rows say.")));
            examined.push(format!("{} instruments as listed against their rows.", session.count(Noun::Instrument)?));
            faults.extend(session.strayed_counts()?);
            examined.push("Counts by track and day against the rows.".to_owned());
            progress("the trend");
            faults.extend(session.strayed_trend()?);
            examined.push("What was open at each month’s end against the journal.".to_owned());
            progress("the index of words");
            faults.extend(session.strayed_words()?);
            examined.push("The index of words against what is written.".to_owned());
            progress("the journal");
            let (entries, found) = Self::verify_journal(session)?;
            faults.extend(found);
            examined.push(format!("{entries} journal entries, each chained to the one before."));
            progress("rows against the journal");
            let found = rows_and_journal(&session)?;
            examined.push("Every row against the journal's last word on it.".to_owned());
            faults.extend(found);
            Ok(())
        })?;
        Ok(CheckView { sound: faults.is_empty(), examined, faults })
    }
}

fn passages(session: &Session<'_>) -> Result<(usize, Vec<String>)> {
    let mut faults = Vec::new();
    let mut count = 0;
    for text in session.all::<Text>()? {
        for passage in session.with::<Passage>("text_id", text.id)? {
            count += 1;
            let range = usize::try_from(passage.start).ok().zip(usize::try_from(passage.end).ok());
            if range.and_then(|(start, end)| slice(&text.body, start, end)) != Some(passage.quote.as_str()) {
                faults.push(format!("A passage of {} no longer matches the text.", text.title));
            }
        }
    }
    Ok((count, faults))
}

/// Every row is as the journal last says, and no row is there that the journal does not know.
fn rows_and_journal(session: &Session<'_>) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for noun in Noun::ALL {
        let mut known = 0;
        for id in session.journalled(*noun)? {
            let last = session.last_record(*noun, id)?;
            let stored = session.record(*noun, id)?.map(|(_, record)| record);
            known += u32::from(stored.is_some());
            if last != stored {
                faults.push(format!("A {} differs from the journal’s last word on it.", noun.label()));
            }
        }
        if session.count(*noun)? != known {
            faults.push(format!("There is a {} that the journal does not know.", noun.label()));
        }
    }
    Ok(faults)
}
