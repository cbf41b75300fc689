//! Sets of rows as a sieve: a walk along an index passes by what is not in all of them without a look at the row itself,
//! which is most of what a walk costs. What stays is asked what the sets leave open, row by row.
//!
//! It serves where the order of a list and what is asked of it are at odds: all that is late comes first, and what is on
//! course is asked for; refs of one track follow those of another, and the other is asked for. There a walk would look at
//! every row before the first that fits, and a gathering at every row of the set.

use std::sync::Arc;

use super::{
    Session,
    listing::{Values, Window},
    sets::{Numbers, of_words},
    walk::all_of,
};
use crate::{error::Result, row::Value, search::Ask};

/// The numbers of the rows that may be what is asked for, and the question to each of them.
pub(super) struct Sieve {
    numbers: Arc<Numbers>,
    question: Option<(String, Values)>,
}

/// A sieve in use: with its question prepared.
pub(super) struct Sifting<'s> {
    numbers: &'s Numbers,
    question: Option<(rusqlite::CachedStatement<'s>, &'s Values)>,
}

impl Session<'_> {
    /// What all questions have in common that have a set of at most `most` rows, as a sieve; none where none has.
    pub(super) fn sieve(&self, window: &Window<'_>, most: u32) -> Result<Option<Sieve>> {
        self.sieve_of(window, |set, with| self.numbers(set, with, most).map(Some), most)
    }

    /// The same, where all of them were read before.
    pub(super) fn known_sieve(&self, window: &Window<'_>, most: u32) -> Result<Option<Sieve>> {
        self.sieve_of(window, |set, with| self.known_numbers(set, with, most), most)
    }

    /// The same of sets that `read` finds; none where it does not find one.
    fn sieve_of(
        &self,
        window: &Window<'_>,
        read: impl Fn(&str, &Values) -> Result<Option<Option<Arc<Numbers>>>>,
        most: u32,
    ) -> Result<Option<Sieve>> {
        let mut common: Option<Arc<Numbers>> = None;
        let mut in_set: Vec<&Ask> = Vec::new();
        // The words were looked up for all rows at once, and the walk keeps to open or closed ones by itself.
        for ask in window.asks.iter().filter(|ask| !matches!(ask, Ask::Open(_)) && !of_words(ask)) {
            if self.kept_size(ask)?.is_some_and(|size| size > most) {
                continue;
            }
            let mut with = Values::default();
            let Some(set) = window.set(self, ask, &mut with)? else { continue };
            let Some(found) = read(&set, &with)? else { return Ok(None) };
            let Some(numbers) = found else { continue };
            in_set.push(ask);
            common = Some(match common {
                Some(common) => Arc::new(common.and(&numbers)),
                None => numbers,
            });
        }
        let Some(numbers) = common else { return Ok(None) };
        let mut with = Values::default();
        let known = |ask: &Ask| {
            matches!(ask, Ask::Open(_)) || of_words(ask) || in_set.iter().any(|known| std::ptr::eq(*known, ask))
        };
        let fits = window.fits(known, &mut with);
        let question = (!fits.is_empty()).then(|| {
            let fits = all_of(&fits);
            let number = with.value(Value::Integer(0));
            (format!("SELECT {fits} FROM standing s WHERE s.number = {number}"), with)
        });
        Ok(Some(Sieve { numbers, question }))
    }
}

impl Sieve {
    /// Ready to be asked.
    pub(super) fn ready<'s>(&'s self, session: &'s Session<'_>) -> Result<Sifting<'s>> {
        let question = match &self.question {
            Some((sql, with)) => Some((session.prepare(sql)?, with)),
            None => None,
        };
        Ok(Sifting { numbers: &self.numbers, question })
    }
}

impl Sifting<'_> {
    /// Whether the row of this number is what is asked for.
    pub(super) fn passes(&mut self, session: &Session<'_>, number: i64) -> Result<bool> {
        if !self.numbers.holds(number) {
            return Ok(false);
        }
        let Some((statement, with)) = &mut self.question else { return Ok(true) };
        let mut bound = with.bound();
        if let Some(last) = bound.last_mut() {
            *last = &number;
        }
        session.fail(statement.query_row(bound.as_slice(), |row| row.get(0)))
    }
}
