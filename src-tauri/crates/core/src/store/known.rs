//! Sets of rows that were read, kept while nothing is entered: who sorts a list otherwise, or goes on in it, asks the same
//! of the same rows. A set of a hundred thousand is looked up row by row, and takes longer than the page that it is for.
//!
//! They are those of the register as it stands, as one reading found it: another that sees a later entry lets them go.
//! What is written meanwhile, and what a past day is read from, is no part of it.

use std::sync::{Arc, Mutex};

use super::{Session, listing::Values, sets::Numbers, sqlite::held};
use crate::error::Result;

/// How many sets are kept; each takes a bit for every commitment of the register.
const KEPT: usize = 8;

/// What is kept for all that read a file.
#[derive(Default)]
pub(super) struct Known(Mutex<Sets>);

#[derive(Default)]
struct Sets {
    /// The number of the last journal entry when they were read.
    last: i64,
    /// The one asked for last at the end.
    all: Vec<Set>,
}

struct Set {
    sql: String,
    with: Values,
    most: u32,
    /// None where it has more rows than `most`.
    numbers: Option<Arc<Numbers>>,
}

impl Set {
    fn is(&self, sql: &str, with: &Values, most: u32) -> bool {
        self.most == most && self.sql == sql && self.with == *with
    }
}

impl Session<'_> {
    /// The numbers that a statement selects, read where they are not known; none where it selects more than `most` rows.
    pub(super) fn numbers(&self, sql: &str, with: &Values, most: u32) -> Result<Option<Arc<Numbers>>> {
        if let Some(numbers) = self.known_numbers(sql, with, most)? {
            return Ok(numbers);
        }
        let numbers = Numbers::selected(self, sql, with, most)?.map(Arc::new);
        if let Some(known) = self.known {
            let (last, _) = self.journal_end()?;
            let mut sets = held(&known.0);
            if sets.last == last {
                if sets.all.len() >= KEPT {
                    sets.all.remove(0);
                }
                sets.all.push(Set { sql: sql.to_owned(), with: with.clone(), most, numbers: numbers.clone() });
            }
        }
        Ok(numbers)
    }

    /// The same, where it is known already.
    pub(super) fn known_numbers(&self, sql: &str, with: &Values, most: u32) -> Result<Option<Option<Arc<Numbers>>>> {
        let Some(known) = self.known else { return Ok(None) };
        let (last, _) = self.journal_end()?;
        let mut sets = held(&known.0);
        if sets.last < last {
            *sets = Sets { last, all: Vec::new() };
        }
        // One that began to read before the last entry was made reads what it began with.
        if sets.last > last {
            return Ok(None);
        }
        let at = sets.all.iter().position(|set| set.is(sql, with, most));
        Ok(at.map(|at| {
            let set = sets.all.remove(at);
            let numbers = set.numbers.clone();
            sets.all.push(set);
            numbers
        }))
    }
}
