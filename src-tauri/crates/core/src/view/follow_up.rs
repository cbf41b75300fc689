//! The follow-ups on a commitment, stretch by stretch.

use crate::{
    clock::Day,
    commitment::Commitment,
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    wire::{FollowUpPage, FollowUpQuery, ListMark, ListPlaces},
};

/// How many follow-ups lie between two marks.
const STRIDE: u32 = 500;

/// The most that is answered at once.
const MOST: u32 = 200;

impl Dossier {
    /// A stretch of the follow-ups on a commitment, newest first.
    pub fn follow_ups(&self, query: &FollowUpQuery) -> Result<FollowUpPage> {
        let after = query.after.as_deref().map(parsed).transpose()?;
        let limit = query.limit.clamp(1, MOST);
        self.showing(None, |showing| {
            showing.session.require::<Commitment>(query.commitment)?;
            let rows = showing.session.follow_ups_after(query.commitment, after, limit)?;
            let whole = rows.len() == limit as usize;
            Ok(FollowUpPage {
                next: rows.last().filter(|_| whole).map(|row| text(row.day, row.id)),
                rows: rows.iter().map(|row| showing.follow_up(row)).collect::<Result<_>>()?,
            })
        })
    }

    /// How many follow-ups a commitment has, and from where stretches of them can be read.
    pub fn follow_up_places(&self, commitment: Id) -> Result<ListPlaces> {
        self.store().read(|session| {
            let (total, marks) = session.follow_up_places(commitment, STRIDE)?;
            let marks = marks
                .into_iter()
                .filter(|place| place.before < total)
                .map(|place| ListMark { at: place.before, after: text(place.day, place.id) });
            Ok(ListPlaces { total, groups: Vec::new(), marks: marks.collect() })
        })
    }
}

/// Where a stretch begins, as it crosses the wire: behind the follow-up of this day and id.
fn text(day: Day, id: Id) -> String {
    format!("{} {id}", day.format("%Y-%m-%d"))
}

fn parsed(text: &str) -> Result<(Day, Id)> {
    let read = text.split_once(' ').and_then(|(day, id)| Some((day.parse().ok()?, id.parse().ok()?)));
    read.map_or_else(|| invalid("The list cannot be read on from there. Open it again."), Ok)
}
