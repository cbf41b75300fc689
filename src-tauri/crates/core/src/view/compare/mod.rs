//! What two days differ in: the net change between them, from the journal's entries between them alone.
//!
//! `commitment` says what became of the commitments, `around` what became of instruments and meetings. Here the days are
//! read, the rows that changed are brought together, and those that are asked for are said. What is said is looked up
//! for the rows that are told, not for all that changed.

mod around;
mod commitment;
mod say;

use std::{cell::RefCell, collections::HashMap};

use crate::{
    clock::{Day, end_of, spoken, stamp},
    dossier::Dossier,
    error::{Result, invalid, refused},
    id::Id,
    row::Record,
    store::{Between, Net, Session},
    vocabulary::{ComparedAs, Noun},
    wire::{CompareQuery, ComparedRow, ComparedSection, Comparison},
};

/// The nouns whose changes are told.
const TOLD: &[Noun] = &[
    Noun::Commitment,
    Noun::Owner,
    Noun::DueChange,
    Noun::FollowUp,
    Noun::Instrument,
    Noun::InstrumentParty,
    Noun::InstrumentAct,
    Noun::Meeting,
];

/// A row before and after; one of the two may be none.
type Pair = (Option<Record>, Option<Record>);

/// The rows that changed between two days.
struct Changes<'s> {
    session: Session<'s>,
    between: Between,
    nets: Vec<Net>,
    /// First days of meetings on either day, once they were looked up.
    begins: RefCell<HashMap<(Id, bool), Option<Day>>>,
}

impl Dossier {
    /// What the dossier differs in at the end of one day from the end of a later one, or from how it stands now.
    pub fn compare(&self, query: &CompareQuery) -> Result<Comparison> {
        if let Some(to) = query.to {
            if to < query.from {
                return invalid(format!(
                    "{} comes before {}. Give the earlier day first.",
                    spoken(to),
                    spoken(query.from)
                ));
            }
            if to == query.from {
                return invalid(format!("Both days are {}. Give two different days.", spoken(to)));
            }
        }
        // Also where a past day is looked at, it is the whole journal that is asked.
        self.store().present().read(|session| {
            let between = between(&session, query.from, query.to)?;
            let (nets, entries) = session.net_changes(between, TOLD)?;
            let heard: i32 = nets.iter().filter(|net| net.noun == Noun::FollowUp).map(Net::more).sum();
            let changes = Changes { session, between, nets, begins: RefCell::default() };
            Ok(Comparison {
                from: query.from,
                to: query.to,
                changes: entries,
                follow_ups: u32::try_from(heard).unwrap_or(0),
                sections: changes.sections(query)?,
            })
        })
    }
}

/// The entries between the ends of two days.
fn between(session: &Session<'_>, from: Day, to: Option<Day>) -> Result<Between> {
    let after = |day: Day| session.first_entry_after(&stamp(end_of(day)));
    let (last, _) = session.journal_end()?;
    let first = after(from)?.unwrap_or(last + 1);
    if first == 1 {
        let began = session.entered_after("")?.and_then(|at| at.get(..10)?.parse().ok());
        return refused(format!(
            "This dossier was begun {}; there is nothing to compare with as of {}.",
            began.map_or_else(|| "later".to_owned(), |day| format!("on {}", spoken(day))),
            spoken(from)
        ));
    }
    let next = to.map(after).transpose()?.flatten();
    Ok(Between { first, last: next.map_or(last, |next| next - 1) })
}

impl Changes<'_> {
    fn sections(&self, query: &CompareQuery) -> Result<Vec<ComparedSection>> {
        let (promises, instruments, meetings) =
            (commitment::found(self)?, around::instruments(self)?, around::meetings(self)?);
        let mut sections = Vec::new();
        for kind in ComparedAs::ALL.iter().copied().filter(|kind| query.section.is_none_or(|only| only == *kind)) {
            let (total, rows) = match kind {
                ComparedAs::Instruments => self.stretch(query, instruments.iter(), around::Around::say_instrument)?,
                ComparedAs::Meetings => self.stretch(query, meetings.iter(), around::Around::say_meeting)?,
                _ => {
                    let of_kind = promises.iter().filter(|promise| promise.kinds.contains(&kind));
                    self.stretch(query, of_kind, |promise, changes| promise.say(changes, kind))?
                }
            };
            if total > 0 {
                sections.push(ComparedSection { kind, total, rows });
            }
        }
        Ok(sections)
    }

    /// How many there are, and those that are told.
    fn stretch<'f, F: 'f>(
        &self,
        query: &CompareQuery,
        found: impl Iterator<Item = &'f F>,
        say: impl Fn(&F, &Self) -> Result<ComparedRow>,
    ) -> Result<(u32, Vec<ComparedRow>)> {
        let (skip, limit) = (query.skip as usize, query.limit as usize);
        let (mut total, mut rows) = (0, Vec::new());
        for one in found {
            if total >= skip && rows.len() < limit {
                rows.push(say(one, self)?);
            }
            total += 1;
        }
        Ok((u32::try_from(total).unwrap_or(u32::MAX), rows))
    }

    /// The rows of a noun that differ, before and after.
    fn differing(&self, noun: Noun) -> Result<Vec<(&Net, Pair)>> {
        let of_noun = self.nets.iter().filter(|net| net.noun == noun);
        of_noun.filter_map(|net| net.records().transpose().map(|pair| Ok((net, pair?)))).collect()
    }

    /// A row as it stood on the later day, where it is not among those that changed.
    fn unchanged(&self, noun: Noun, id: Id) -> Result<Option<Record>> {
        self.session.record_after(noun, id, self.between.last)
    }

    /// The first day of a meeting, as it stood on the earlier day or on the later one.
    fn meeting_begins(&self, id: Id, later: bool) -> Result<Option<Day>> {
        if let Some(known) = self.begins.borrow().get(&(id, later)) {
            return Ok(*known);
        }
        let entry = if later { self.between.last } else { self.between.first - 1 };
        let meeting = self.session.record_after(Noun::Meeting, id, entry)?;
        let begins = meeting.and_then(|meeting| meeting.text("begins_on").parse().ok());
        self.begins.borrow_mut().insert((id, later), begins);
        Ok(begins)
    }
}
