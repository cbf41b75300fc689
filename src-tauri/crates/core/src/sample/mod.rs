//! The sample dossier, *India–United States*: built from the public facts of two press reports of July 2011 and August
//! 2015, as a desk would have entered them on the days they happened.
//!
//! Every wording here is our own; the facts are theirs. What the reports do not say stays empty. The little that is
//! added to show a feature says “Illustrative” in its note or reason. Nothing here touches the store: the sample goes
//! through the same methods as everybody else's entries.

mod bodies;
mod climate_2011;
mod dialogues;
mod entries;
mod illustrative;
mod people;
mod round_2011;
mod round_2015;
#[cfg(test)]
mod tests;
mod visit_2011;

use std::{path::Path, sync::Arc};

use crate::{
    Dossier, Result, Surroundings,
    clock::{Day, SetClock},
    error::Error,
    id::{Id, SeededIds},
    vocabulary::{MarkingAxis, Noun},
    wire::{CommitmentView, DossierDraft, MarkingDraft, NewDossier, Seen},
};

/// The same sample has the same ids wherever it is made.
const SEED: u64 = 20_150_820;

/// Builds the sample at `path`, where no file may stand yet.
pub fn create(path: &Path) -> Result<()> {
    let clock = Arc::new(SetClock::at(noon(day(2009, 7, 20))));
    let ids = Arc::new(SeededIds::new(SEED));
    let around = Surroundings { clock: clock.clone(), ids, actor: "Sample".into() };
    let new = NewDossier {
        title: "India–United States".into(),
        home_code: "IN".into(),
        home_name: "India".into(),
        time_zone: "Asia/Kolkata".into(),
    };
    let desk = Desk { dossier: Dossier::create(path, &new, around)?, clock };
    desk.mark()?;
    bodies::enter(&desk)?;
    dialogues::strategic(&desk)?;
    visit_2011::enter(&desk)?;
    climate_2011::technical(&desk)?;
    visit_2011::signing(&desk)?;
    round_2011::enter(&desk)?;
    climate_2011::ministerial(&desk)?;
    illustrative::years_between(&desk)?;
    round_2015::enter(&desk)?;
    illustrative::days_before(&desk)?;
    desk.fix_day()?;
    desk.dossier.seal()
}

/// The desk that keeps the sample: a dossier, and a clock that is put to the days things happened, so that reading it
/// as of a past day shows what was known then.
struct Desk {
    dossier: Dossier,
    clock: Arc<SetClock>,
}

impl Desk {
    /// What is entered from now on is entered on this day.
    fn on(&self, day: Day) {
        self.clock.set(noon(day));
    }

    fn id(&self, noun: Noun, name: &str) -> Result<Id> {
        self.dossier.find(noun, name)
    }

    fn commitment(&self, reference: &str) -> Result<CommitmentView> {
        self.dossier.commitment(self.id(Noun::Commitment, reference)?)
    }

    /// Commitments by ref, as they stand, to act on.
    fn seen(&self, references: &[&str]) -> Result<Vec<Seen>> {
        let seen = |reference: &&str| {
            let row = self.commitment(reference)?.row;
            Ok(Seen { id: row.id, revision: row.revision })
        };
        references.iter().map(seen).collect()
    }

    /// Unclassified, and marked as the sample it is.
    fn mark(&self) -> Result<()> {
        let sample =
            MarkingDraft { id: None, revision: 0, axis: MarkingAxis::Handling, label: "Sample".into(), rank: 4 };
        self.dossier.save_marking(&sample)?;
        let scheme = self.dossier.overview()?.markings;
        let marking = scheme
            .iter()
            .filter(|marking| matches!(marking.label.as_str(), "Unclassified" | "Sample"))
            .map(|marking| marking.id);
        self.settings(|draft| draft.marking = marking.collect())
    }

    /// Five weeks before the leaders meet: the day that everything is computed as of.
    fn fix_day(&self) -> Result<()> {
        self.settings(|draft| draft.day = Some(day(2015, 8, 20)))
    }

    fn settings(&self, change: impl FnOnce(&mut DossierDraft)) -> Result<()> {
        let stands = self.dossier.overview()?;
        let mut draft = DossierDraft {
            revision: stands.revision,
            title: stands.title,
            home: stands.home.id,
            time_zone: stands.time_zone,
            day: stands.day_fixed.then_some(stands.day),
            marking: stands.marking.iter().map(|marking| marking.id).collect(),
        };
        change(&mut draft);
        self.dossier.save_settings(&draft).map(|_| ())
    }

    /// A text by its title.
    fn text(&self, title: &str) -> Result<Id> {
        let texts = self.dossier.choices()?.texts;
        let found = texts.iter().find(|text| text.label == title).map(|text| text.id);
        found.ok_or_else(|| Error::NotFound(format!("No text is called “{title}”.")))
    }
}

/// A day of the calendar. All days of the sample are real ones.
fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Noon in Greenwich is the same day in New Delhi and in Washington.
fn noon(day: Day) -> crate::clock::Instant {
    day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc()
}
