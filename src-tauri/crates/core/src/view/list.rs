//! Lists of commitments, now and as of a past day.

use std::ops::ControlFlow;

use chrono::Days;

use crate::{
    clock::Day,
    commitment::{HORIZON, Showing},
    dossier::Dossier,
    error::{Error, Result},
    id::Id,
    meeting::Meeting,
    party,
    search::{Ask, Unasked, ask, parse},
    store::{Session, Window},
    wire::{CommitmentPage, CommitmentQuery, CommitmentRow, ListPlaces, ReviewFrame},
};

impl Dossier {
    /// Shows commitments as of the dossier's day, looking ahead to the frame's.
    pub(crate) fn showing<T>(
        &self,
        frame: Option<ReviewFrame>,
        show: impl FnOnce(&Showing<'_>) -> Result<T>,
    ) -> Result<T> {
        self.store().read(|session| {
            let day = self.day_in(session)?;
            show(&Showing::new(session, day, looked_ahead(&session, day, frame)?)?)
        })
    }

    /// A stretch of a list of commitments.
    pub fn commitments(&self, query: &CommitmentQuery) -> Result<CommitmentPage> {
        let actor = self.actor();
        self.store().read(|session| page(session, self.day_in(session)?, query, &actor))
    }

    /// A stretch of a list as the register stood at the end of `day`, with its lamps as of that day.
    pub fn commitments_as_of(&self, day: Day, query: &CommitmentQuery) -> Result<CommitmentPage> {
        self.past(day)?.commitments(query)
    }

    /// Goes through a whole list in one consistent state, until `each` breaks off: as it stands, or as it stood at the
    /// end of a past day.
    pub fn each_commitment(
        &self,
        as_of: Option<Day>,
        query: &CommitmentQuery,
        mut each: impl FnMut(CommitmentRow) -> ControlFlow<()>,
    ) -> Result<()> {
        let actor = self.actor();
        let then = as_of.map(|day| self.past(day)).transpose()?;
        let dossier = then.as_ref().unwrap_or(self);
        dossier.store().read(|session| {
            let day = dossier.day_in(session)?;
            let mut query = CommitmentQuery { limit: 500, ..query.clone() };
            loop {
                let page = page(session, day, &query, &actor)?;
                if page.rows.into_iter().any(|row| each(row).is_break()) {
                    return Ok(());
                }
                match page.next {
                    Some(next) => query.after = Some(next),
                    None => return Ok(()),
                }
            }
        })
    }

    /// How long a list is, where its parts begin, and where stretches of it can.
    pub fn list_places(&self, query: &CommitmentQuery) -> Result<ListPlaces> {
        self.store().read(|session| {
            let day = self.day_in(session)?;
            session.list_places(&window(&session, day, looked_ahead(&session, day, query.frame)?, query)?)
        })
    }

    /// How many commitments a list has in all.
    pub fn count_commitments(&self, query: &CommitmentQuery) -> Result<u32> {
        self.store().read(|session| count_of(&session, self.day_in(session)?, query))
    }
}

/// A list as of a day, with its words read and its names looked up.
pub(crate) fn window<'q>(
    session: &Session<'_>,
    day: Day,
    ahead: Day,
    query: &'q CommitmentQuery,
) -> Result<Window<'q>> {
    let mut words = vec![parse(&query.words).map_err(Unasked::from).and_then(|tree| ask(session, day, &tree))?];
    if let Some(party) = query.party {
        words.push(Ask::BoundBy(vec![(party, party::side(session, party)?)]));
    }
    Ok(Window::new(query, day, ahead, words))
}

/// How many commitments a list has in all.
pub(super) fn count_of(session: &Session<'_>, day: Day, query: &CommitmentQuery) -> Result<u32> {
    session.count_window(&window(session, day, looked_ahead(session, day, query.frame)?, query)?)
}

/// The commitments of a whole list, in its order.
pub(crate) fn ids_of(session: &Session<'_>, day: Day, query: &CommitmentQuery) -> Result<Vec<Id>> {
    session.whole_list(&window(session, day, looked_ahead(session, day, query.frame)?, query)?)
}

/// A stretch of a list, as `actor` sees it.
pub(super) fn page(session: Session<'_>, day: Day, query: &CommitmentQuery, actor: &str) -> Result<CommitmentPage> {
    let ahead = looked_ahead(&session, day, query.frame)?;
    let showing = Showing::new(session, day, ahead)?.reviewing(query.frame, actor);
    let (ids, next) = session.stretch(&window(&session, day, ahead, query)?)?;
    Ok(CommitmentPage { rows: showing.rows(&ids)?, next: next.map(|cursor| cursor.to_text()).transpose()? })
}

/// The last day that "due before" looks ahead to: the meeting's first, the given one, or thirty days from today.
pub(crate) fn looked_ahead(session: &Session<'_>, day: Day, frame: Option<ReviewFrame>) -> Result<Day> {
    let month = day + Days::new(HORIZON);
    Ok(match frame {
        None => month,
        Some(ReviewFrame::Day { on }) => on,
        Some(ReviewFrame::Meeting { id }) => {
            let meeting: Meeting = session.get(id)?.ok_or_else(|| {
                Error::NotFound("The meeting under review is no longer in the dossier. Choose another.".into())
            })?;
            meeting.begins_on.unwrap_or(month)
        }
    })
}
