//! Lists of commitments in papers: asked for as a page asks for them, then as their reader may know them.
//!
//! A list is sifted and put in order by what the register knows. Where its reader may not see all of that, the place of a
//! commitment, or that it stands in the list at all, could tell that something was heard of it: for such a reader, whatever
//! hangs on reports and meetings is reckoned from those alone that they may see.

use super::{gather::Gathering, promise::Promise};
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    view::ids_of,
    wire::{CommitmentQuery, Sort},
};

impl Gathering<'_> {
    /// The commitments of a query that the reader may see, in its order.
    pub(super) fn listed(&self, query: &CommitmentQuery) -> Result<Vec<Promise>> {
        self.listed_of(query, |_| true)
    }

    /// The same, of those that are kept: what is not is not counted as left out either.
    pub(super) fn listed_of(&self, query: &CommitmentQuery, keep: impl Fn(&Id) -> bool) -> Result<Vec<Promise>> {
        let session = &self.showing.session;
        let kept = |query: &CommitmentQuery| -> Result<Vec<Promise>> {
            let mut ids = ids_of(session, self.day(), query)?;
            ids.retain(&keep);
            self.promises(&ids)
        };
        if !self.sight.is_limited() {
            return kept(query);
        }
        let wider = CommitmentQuery {
            freshness: Vec::new(),
            exceptions: Vec::new(),
            on_course: None,
            group: None,
            ..query.clone()
        };
        let mut found = kept(&wider)?;
        found.retain(|promise| is_asked_for(promise, query));
        match query.sort {
            Sort::Review => {
                let tracks = session.tracks()?;
                let place = |promise: &Promise| tracks.iter().position(|track| track.id == promise.row.track);
                // Sorting keeps the order by due date that the list came in, within each part.
                found.sort_by_key(|promise| (place(promise), promise.exceptions.is_empty()));
            }
            Sort::Heard => in_order(&mut found, query.descending, |promise| promise.standing.heard_on),
            Sort::Raised => {
                in_order(&mut found, query.descending, |promise| promise.raised.as_ref().and_then(|met| met.begins_on))
            }
            _ => {}
        }
        Ok(found)
    }
}

/// Whether a commitment fits what a query asks of reports on it.
fn is_asked_for(promise: &Promise, query: &CommitmentQuery) -> bool {
    let has = |sought: &[_]| promise.exceptions.iter().any(|exception| sought.contains(exception));
    (query.freshness.is_empty() || query.freshness.contains(&promise.freshness))
        && (query.exceptions.is_empty() || has(&query.exceptions))
        && query.on_course.is_none_or(|on_course| on_course == promise.exceptions.is_empty())
}

/// By a day, what has none first, then by ref; turned round where that is asked for.
fn in_order(found: &mut [Promise], descending: bool, day: impl Fn(&Promise) -> Option<Day>) {
    found.sort_by(|one, other| {
        let order = (day(one), &one.row.reference).cmp(&(day(other), &other.row.reference));
        if descending { order.reverse() } else { order }
    });
}
