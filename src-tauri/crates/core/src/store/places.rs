//! How long a list is and where its parts and stretches begin: counted along its order, from indexes.

use std::ops::ControlFlow;

use super::{
    Session,
    listing::{Values, Window},
    order::{Key, Order},
    walk::{Begin, Cursor, Pace, Placed, Ways, all_of},
};
use crate::{
    error::Result,
    id::Id,
    row::unreadable,
    search::Ask,
    wire::{ListGroup, ListMark, ListPlaces, Sort},
};

/// How many rows lie between two marks, where a group does not begin between them.
const STRIDE: u32 = 500;

/// What is counted while a list is gone through.
struct Tallied<'o> {
    order: &'o Order,
    total: u32,
    /// Rows since the last mark.
    since: u32,
    marks: Vec<ListMark>,
    /// The first row of each part of the first level that has some.
    groups: Vec<(usize, u32)>,
}

impl Tallied<'_> {
    fn row(&mut self, row: &Placed) -> Result<()> {
        self.begin(row.parts[0]);
        self.total += 1;
        self.since += 1;
        if self.since == STRIDE {
            self.mark(&row.cursor(self.order))?;
        }
        Ok(())
    }

    fn begin(&mut self, group: usize) {
        if self.groups.last().is_none_or(|(last, _)| *last != group) {
            self.groups.push((group, self.total));
        }
    }

    fn mark(&mut self, after: &Cursor) -> Result<()> {
        self.since = 0;
        self.marks.push(ListMark { at: self.total, after: after.to_text()? });
        Ok(())
    }
}

impl Session<'_> {
    /// How long a list is, and where its parts and stretches begin.
    pub(crate) fn list_places(&self, window: &Window<'_>) -> Result<ListPlaces> {
        let order = self.order(window)?;
        let mut tallied = Tallied { order: &order, total: 0, since: 0, marks: Vec::new(), groups: Vec::new() };
        match self.small_set(window, Ways::now().large)? {
            Some(ask) => {
                for row in self.gathered(window, &order, &Begin::Asked(ask), [0, 0], None, None)? {
                    tallied.row(&row)?;
                }
            }
            None if order.grouped && order.key != Key::Due => self.tally_groups(window, &order, &mut tallied)?,
            None => {
                for parts in order.parts_from([0, 0]) {
                    self.tally_part(window, &order, parts, &mut tallied)?;
                }
            }
        }
        let Tallied { total, mut marks, groups, .. } = tallied;
        // At the end nothing begins.
        marks.retain(|mark| mark.at < total);
        let parted = order.grouped || window.query.sort == Sort::Review;
        let ends = groups.iter().skip(1).map(|(_, first)| *first).chain([total]);
        let groups = groups.iter().zip(ends).filter(|_| parted).map(|((at, first), end)| {
            let place = &order.levels[0].places[*at];
            ListGroup { key: order.key_of(place), label: place.label.clone(), first: *first, count: end - first }
        });
        Ok(ListPlaces { total, groups: groups.collect(), marks })
    }

    /// The commitments of a whole list, in its order.
    pub(crate) fn whole_list(&self, window: &Window<'_>) -> Result<Vec<Id>> {
        let order = self.order(window)?;
        let mut numbers = Vec::new();
        match self.small_set(window, Ways::now().large)? {
            Some(ask) => {
                let rows = self.gathered(window, &order, &Begin::Asked(ask), [0, 0], None, None)?;
                numbers.extend(rows.iter().map(|row| row.number));
            }
            None => {
                for parts in order.parts_from([0, 0]) {
                    let mut pace = Pace::default();
                    self.walk(window, &order, parts, None, &mut pace, |row| {
                        numbers.push(row.number);
                        ControlFlow::Continue(())
                    })?;
                }
            }
        }
        let named = |number: i64| -> Result<Id> {
            self.commitment_numbered(number)?.ok_or_else(|| unreadable("a list", "a number without a commitment"))
        };
        numbers.into_iter().map(named).collect()
    }

    fn tally_part(
        &self,
        window: &Window<'_>,
        order: &Order,
        parts: [usize; 2],
        tallied: &mut Tallied<'_>,
    ) -> Result<()> {
        let mut failed = None;
        let mut pace = Pace::default();
        self.walk(window, order, parts, None, &mut pace, |row| match tallied.row(row) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        })?;
        failed.map_or(Ok(()), Err)
    }

    /// Groups whose rows no index holds in the order asked for: each is counted, and only a long one is gone through.
    fn tally_groups(&self, window: &Window<'_>, order: &Order, tallied: &mut Tallied<'_>) -> Result<()> {
        for parts in order.parts_from([0, 0]) {
            let place = &order.levels[0].places[parts[0]];
            let by = order.levels[0].by;
            let mut count = 0;
            for open in window.opens() {
                let mut with = Values::default();
                let Some(condition) = by.along_due(&place.value, open, &mut with) else { continue };
                if !by.may_be(&place.value, open) {
                    continue;
                }
                count += self.count_fitting(&format!("standing s WHERE {condition}"), window, |_| false, with)?;
            }
            if count == 0 {
                continue;
            }
            tallied.begin(parts[0]);
            if tallied.since + count <= STRIDE {
                tallied.total += count;
                tallied.since += count;
                continue;
            }
            if tallied.total > 0 && tallied.since > 0 {
                tallied.mark(&order.beginning(parts))?;
            }
            if count <= STRIDE {
                tallied.total += count;
                tallied.since += count;
                continue;
            }
            let begin = Begin::Group(by, place.value.clone());
            for row in self.gathered(window, order, &begin, parts, None, None)? {
                tallied.row(&row)?;
            }
        }
        Ok(())
    }

    /// How many rows of `from`, which says where to begin, are what is asked for.
    fn count_fitting(
        &self,
        from: &str,
        window: &Window<'_>,
        known: impl Fn(&Ask) -> bool,
        mut with: Values,
    ) -> Result<u32> {
        let fits = all_of(&window.fits(known, &mut with));
        let sql = if fits == "true" {
            format!("SELECT count(*) FROM {from}")
        } else {
            format!("SELECT coalesce(sum({fits}), 0) FROM {from}")
        };
        self.fail(self.prepare(&sql)?.query_row(with.bound().as_slice(), |row| row.get(0)))
    }

    /// How many commitments a list has, on any stretch.
    pub(crate) fn count_window(&self, window: &Window<'_>) -> Result<u32> {
        if window.opens().is_empty() {
            // Neither open nor closed: nothing is like that.
            return Ok(0);
        }
        if window.asks.iter().all(|ask| matches!(ask, Ask::Open(_) | Ask::Tracks(_))) {
            let opens = window.opens();
            let asked =
                |track: &Id| window.asks.iter().all(|ask| !matches!(ask, Ask::Tracks(ids) if !ids.contains(track)));
            let counts = self.counts_by_track()?.into_iter().filter(|(track, ..)| asked(track));
            return Ok(counts
                .map(|(_, open, all)| opens.iter().map(|is| if *is { open } else { all - open }).sum::<u32>())
                .sum());
        }
        let mut with = Values::default();
        if let Some(ask) = self.small_set(window, Ways::now().large)?
            && let Some(set) = window.set(self, ask, &mut with)?
        {
            let known = |one: &Ask| std::ptr::eq(one, ask);
            return self.count_fitting(&format!("standing s WHERE s.number IN ({set})"), window, known, with);
        }
        self.count_fitting(
            &format!("standing s WHERE {}", window.either()),
            window,
            |ask| matches!(ask, Ask::Open(_)),
            with,
        )
    }
}
