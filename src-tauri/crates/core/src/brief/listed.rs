//! Lists of commitments in papers: asked for as a page asks for them, then as their reader may know them.
//!
//! A list is sifted and put in order by what the register knows. Where its reader may not see all of that, the place of a
//! commitment, or that it stands in the list at all, could tell that something was heard of it: for such a reader, whatever
//! hangs on reports and meetings is reckoned from those alone that they may see.

use std::collections::HashSet;

use super::{
    asked::{Asked, hangs_on_reports, widened},
    gather::Gathering,
    promise::Promise,
};
use crate::{
    clock::Day,
    error::Result,
    id::Id,
    view::{ids_of, looked_ahead, window},
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
        if !self.sight.is_limited() {
            let mut ids = ids_of(session, self.day(), query)?;
            ids.retain(keep);
            return self.promises(&ids);
        }
        let query = CommitmentQuery { group: None, ..query.clone() };
        let list = window(session, self.day(), looked_ahead(session, self.day(), query.frame)?, &query)?;
        let all_asked = list.asks().iter().filter(|ask| hangs_on_reports(ask));
        let all_asked = all_asked.map(|ask| self.asked(&list, ask)).collect::<Result<Vec<Asked>>>()?;
        let mut ids = session.whole_list(&list.asking(list.asks().iter().map(|ask| widened(ask, true)).collect()))?;
        ids.retain(keep);
        let mut found = if all_asked.is_empty() {
            self.promises(&ids)?
        } else {
            // What the reader may not see is left out of the list where the register finds it.
            let whole: HashSet<Id> = session.whole_list(&list)?.into_iter().collect();
            self.promises_where(&ids, |id, promise| match promise {
                None => Ok(whole.contains(id)),
                Some(promise) => {
                    for asked in &all_asked {
                        if !self.fits(promise, asked)? {
                            return Ok(false);
                        }
                    }
                    Ok(true)
                }
            })?
        };
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

/// By a day, what has none first, then by ref; turned round where that is asked for.
fn in_order(found: &mut [Promise], descending: bool, day: impl Fn(&Promise) -> Option<Day>) {
    found.sort_by(|one, other| {
        let order = (day(one), &one.row.reference).cmp(&(day(other), &other.row.reference));
        if descending { order.reverse() } else { order }
    });
}
