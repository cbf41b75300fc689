//! What is heard of open promises after their dialogue's last round, up to the last day.

use std::collections::BTreeMap;

use rapporteur_core::{Result, clock::Day, id::Id, vocabulary::Status, wire::FollowUpDraft};

use super::{chance::Chance, last_day, noon, promise::Promise, subjects::FIELDS, wording, years::Desk};

/// How many promises one circular covers at most.
const IN_ONE: usize = 200;

/// Answers how many there were.
pub(super) fn run(desk: &Desk<'_>, chance: &mut Chance, open: Vec<Promise>) -> Result<usize> {
    let mut told = 0;
    let mut by_day: BTreeMap<(Day, Option<Status>), Vec<Id>> = BTreeMap::new();
    for mut promise in open {
        while let Some(heard) = promise.hear(last_day()) {
            by_day.entry(heard).or_default().push(promise.id);
        }
    }
    for ((day, our_status), ids) in by_day {
        // The journal goes forward in time, also where what was heard lies before the last entry.
        let now = rapporteur_core::clock::Clock::now(desk.clock);
        desk.clock.set(now.max(noon(day)));
        for commitments in ids.chunks(IN_ONE) {
            let field = chance.one(FIELDS);
            let entered = desk.dossier.save_follow_up(&FollowUpDraft {
                id: None,
                revision: 0,
                commitments: commitments.to_vec(),
                instrument: None,
                day: Some(day),
                reported_by: "Desk".into(),
                note: wording::heard(chance, field),
                our_status,
                their_status: None,
                next_step: String::new(),
                next_step_due: None,
                evidence: String::new(),
                agenda_item: None,
                marking: Vec::new(),
            })?;
            // Where a promise was heard of twice on one day, a circular says it once.
            told += entered.output as usize;
        }
    }
    Ok(told)
}
