//! A table as a page shows it: some of its columns stand beneath others, because a page has no room for all of them beside
//! each other. A workbook, and a table in plain text, keep them apart.

use std::borrow::Cow;

use rapporteur_core::brief::{Cell, Column, Holds, Row, Stands, Table};

/// A column of a page, with what stands in it.
pub(crate) struct Folded<'t> {
    /// The columns of the table that stand in it, the one that stands alone first, with their places in a row.
    parts: Vec<(usize, &'t Column)>,
}

/// The columns of a table on a page.
pub(crate) fn columns(table: &Table) -> Vec<Folded<'_>> {
    let all = || table.columns.iter().enumerate();
    let beneath = |place: usize| {
        all().filter(move |(_, column)| {
            let above = match column.stands {
                Stands::Beneath(above) | Stands::Named(above) | Stands::Within(above) => Some(above),
                Stands::Alone | Stands::Nowhere | Stands::OnSheets => None,
            };
            above == Some(place)
        })
    };
    all()
        .filter(|(_, column)| column.stands == Stands::Alone)
        .map(|(place, column)| Folded { parts: [(place, column)].into_iter().chain(beneath(place)).collect() })
        .collect()
}

impl<'t> Folded<'t> {
    /// What its first part holds, by which it is aligned.
    pub(crate) fn holds(&self) -> Holds {
        self.parts[0].1.holds
    }

    /// Its share of the width.
    pub(crate) fn width(&self) -> u8 {
        self.parts[0].1.width.max(1)
    }

    /// Its head, which names what stands in it and does not tell itself: `Ref, bound`.
    pub(crate) fn heading(&self) -> Cow<'t, str> {
        match self.parts.as_slice() {
            [(_, one)] => Cow::Borrowed(&one.heading),
            [(_, first), others @ ..] => {
                let untold = others.iter().filter(|(_, other)| matches!(other.stands, Stands::Beneath(_)));
                let others = untold.map(|(_, other)| within(&other.heading));
                Cow::Owned([first.heading.clone()].into_iter().chain(others).collect::<Vec<_>>().join(", "))
            }
            [] => Cow::Borrowed(""),
        }
    }

    /// What stands in it in a row, each with what its column holds.
    pub(crate) fn cells<'r>(&self, row: &'r Row) -> impl Iterator<Item = Part<'r>>
    where
        't: 'r,
    {
        let parts = self.parts.iter().enumerate();
        parts.filter_map(|(at, (place, column))| {
            let cell = row.cells.get(*place)?;
            let named = if matches!(column.stands, Stands::Named(_)) { column.heading.as_str() } else { "" };
            let set_off = at > 0 && !matches!(column.stands, Stands::Within(_));
            Some(Part { holds: column.holds, cell, beneath: at > 0, set_off, named })
        })
    }
}

/// What stands in a column of a page.
#[derive(Clone, Copy)]
pub(crate) struct Part<'r> {
    pub(crate) holds: Holds,
    pub(crate) cell: &'r Cell,
    /// Whether it stands beneath another.
    pub(crate) beneath: bool,
    /// Whether it is set off from that.
    pub(crate) set_off: bool,
    /// What is said before it, so that it is not taken for what stands above; empty where it tells itself.
    pub(crate) named: &'r str,
}

/// A head within another: `bound`; a name that begins with more capitals than one keeps them.
fn within(heading: &str) -> String {
    let mut letters = heading.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => heading.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use rapporteur_core::brief::{Mark, Paragraph, Tone};

    use super::*;

    #[test]
    fn columns_stand_beneath_others_in_their_order() {
        let words = |words: &str| Cell::Words { lines: vec![Paragraph::new(Mark::default(), Tone::Plain, words)] };
        let table = Table {
            caption: String::new(),
            columns: vec![
                Column::new("Ref", Holds::Ref, 1),
                Column::new("Commitment", Holds::Words, 4),
                Column::new("Slips", Holds::Number, 1).off_pages(),
                Column::new("Bound", Holds::Words, 1).beneath(0),
                Column::new("SIGINT", Holds::Words, 1).beneath(0),
                Column::new("Kind", Holds::Words, 1).within(1),
                Column::new("Support", Holds::Words, 1).on_sheets(),
            ],
            rows: vec![Row {
                mark: Mark::default(),
                head: false,
                cells: ["a", "b", "c", "d", "e", "f", "g"].map(words).into(),
            }],
        };
        let columns = columns(&table);
        let said = |column: &Folded<'_>| -> Vec<String> {
            column
                .cells(&table.rows[0])
                .map(|part| match part.cell {
                    Cell::Words { lines } => lines[0].text(),
                    _ => String::new(),
                })
                .collect()
        };
        assert_eq!(columns.iter().map(Folded::heading).collect::<Vec<_>>(), ["Ref, bound, SIGINT", "Commitment"]);
        assert_eq!(columns.iter().map(said).collect::<Vec<_>>(), [vec!["a", "d", "e"], vec!["b", "f"]]);
    }
}
