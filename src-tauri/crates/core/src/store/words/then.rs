//! The indexes of words as of a past day, see [`super::super::past`].

use rusqlite::{OptionalExtension as _, params};

use super::{
    super::Session,
    kept::{COMMITMENT_INDEXES, PAGE_INDEXES, PAGES, again, entering, indexes},
};
use crate::error::Result;

impl Session<'_> {
    /// Makes an index of the words of then beside each, and lets statements see it in place of what was touched since.
    pub(in crate::store) fn shadow_words(&self) -> Result<()> {
        self.copy_shape("document", "document_then")?;
        self.batch("CREATE INDEX temp.document_row_then ON document_then (row_id)")?;
        for (table, columns) in indexes() {
            let how = again(table);
            self.batch(&format!("CREATE VIRTUAL TABLE temp.{table}_then USING fts5 ({columns}, content = '', {how})"))?;
        }
        self.words_as_of_then()?;
        self.look_past("document", "document_touched x WHERE x.number = document_now.number")?;
        for (table, _) in indexes() {
            let of_commitments = COMMITMENT_INDEXES.iter().any(|(index, ..)| *index == table);
            let touched: &[&str] =
                if of_commitments { &["standing_touched", "heard_touched"] } else { &["document_touched"] };
            let touched: Vec<String> = touched
                .iter()
                .map(|touched| format!("NOT EXISTS (SELECT 1 FROM temp.{touched} x WHERE x.number = m.rowid)"))
                .collect();
            self.batch(&format!(
                "CREATE TEMP VIEW {table} AS
                 SELECT m.rowid AS rowid, m.{table} AS {table}, m.rank AS rank FROM main.{table} m
                  WHERE {}
                 UNION ALL SELECT rowid, {table}_then, rank FROM temp.{table}_then",
                touched.join(" AND ")
            ))?;
        }
        Ok(())
    }

    /// Puts back what the touched pages said, as far as that was not done yet.
    pub(in crate::store) fn words_as_of_then(&self) -> Result<()> {
        for (table, columns, values) in COMMITMENT_INDEXES {
            self.run(&format!(
                "{} WHERE c.id IN (SELECT w.commitment_id FROM temp.standing_of w WHERE w.worded = false)",
                entering(&format!("temp.{table}_then"), columns, values)
            ))?;
        }
        self.run("UPDATE temp.standing_of SET worded = true WHERE worded = false")?;
        let pages: Vec<(String, String)> = {
            let mut statement = self.prepare("SELECT noun, row_id FROM temp.page_touched WHERE worded = false")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
            self.fail(rows.and_then(Iterator::collect))?
        };
        for (noun, id) in pages {
            // What was gone has a number of its own here, which something that came back may have been given meanwhile.
            let mut known = self.prepare(
                "SELECT number FROM main.document
                  WHERE row_id = ?1 AND number NOT IN (SELECT number FROM temp.document_then)",
            )?;
            let known: Option<i64> = self.fail(known.query_row([&id], |row| row.get(0)).optional())?;
            let number = match known {
                Some(number) => number,
                None => self.fail(
                    self.prepare(
                        "SELECT 1 + max(coalesce((SELECT max(number) FROM main.document), 0),
                                        coalesce((SELECT max(number) FROM temp.document_then), 0))",
                    )?
                    .query_row([], |row| row.get(0)),
                )?,
            };
            let mut enter = self.prepare(&format!(
                "INSERT INTO temp.document_then (number, noun, row_id)
                 SELECT ?3, p.noun, p.row_id FROM ({PAGES}) p WHERE p.noun = ?1 AND p.row_id = ?2"
            ))?;
            self.fail(enter.execute(params![noun, id, number]))?;
            for (table, columns, values) in PAGE_INDEXES {
                let mut enter = self.prepare(&format!(
                    "INSERT INTO temp.{table}_then (rowid, {columns})
                     SELECT ?3, {values} FROM ({PAGES}) p WHERE p.noun = ?1 AND p.row_id = ?2"
                ))?;
                self.fail(enter.execute(params![noun, id, number]))?;
            }
        }
        self.run("UPDATE temp.page_touched SET worded = true WHERE worded = false")?;
        self.run("DELETE FROM temp.document_touched")?;
        self.run(
            "INSERT INTO temp.document_touched (number)
             SELECT d.number FROM temp.page_touched p CROSS JOIN main.document d ON d.row_id = p.row_id",
        )
    }
}
