//! How the indexes of words are kept: in the transaction of the row, made anew, compared with what the rows say.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension as _, params};

use super::{
    super::{Session, Touched, standing::bounded},
    ALL, NEAR, TITLES,
};
use crate::{error::Result, id::Id};

/// All that is written beside title and wording of a commitment.
const REST: &str = concat!(
    "folded(c.note || ' ' || c.due_event || ' ' || c.blocked_reason || ' ' || c.evidence || ' ' ||
            coalesce((SELECT string_agg(bounded.words, ' ') FROM ",
    bounded!(
        "SELECT f.note || ' ' || f.next_step || ' ' || f.reported_by || ' ' || f.evidence AS words
           FROM follow_up f WHERE f.commitment_id = c.id"
    ),
    "), ''))"
);
const TITLE: &str = "folded(c.ref || ' ' || c.title)";
const WORDING: &str = "folded(c.wording)";

/// Where the words of commitments come from, by their numbers.
const COMMITMENTS: &str = "FROM commitment c JOIN standing s ON s.commitment_id = c.id";

/// The indexes of the words of commitments: their columns, and what stands in each. The last holds all of them, and
/// alone changes when something is heard of one.
pub(super) const COMMITMENT_INDEXES: [(&str, &str, &[&str]); 3] = [
    (TITLES, "title", &[TITLE]),
    (NEAR, "title, wording", &[TITLE, WORDING]),
    (ALL, "title, wording, rest", &[TITLE, WORDING, REST]),
];

/// The words of every other page: its noun and id, its names, its text.
pub(super) const PAGES: &str = concat!(
    "
SELECT 'party' AS noun, id AS row_id, code || ' ' || name AS name, '' AS rest FROM party
UNION ALL SELECT 'body', id, short_name || ' ' || name, note FROM body
UNION ALL SELECT 'person', id, name, post || ' ' || note FROM person
UNION ALL SELECT 'track', id, code || ' ' || name, '' FROM track
UNION ALL SELECT 'dialogue', id, short_name || ' ' || name, note FROM dialogue
UNION ALL SELECT 'text', id, title, source || ' ' || body FROM text
UNION ALL
SELECT 'instrument', i.id, i.ref || ' ' || i.short_title || ' ' || i.title,
       i.note || ' ' || i.depositary || ' ' || i.holder || ' ' || i.notice_form
       || coalesce((SELECT string_agg(' ' || a.name || ' ' || a.post || ' ' || a.place || ' ' || a.note, '')
                      FROM instrument_act a WHERE a.instrument_id = i.id), '')
       || coalesce((SELECT string_agg(' ' || f.note || ' ' || f.next_step || ' ' || f.reported_by || ' ' || f.evidence, '')
                      FROM follow_up f WHERE f.instrument_id = i.id), '')
  FROM instrument i
UNION ALL
SELECT 'meeting', m.id, m.title || ' ' || m.place, m.note || ' ' || m.record_text
       || coalesce((SELECT string_agg(bounded.words, '') FROM ",
    bounded!(
        "SELECT ' ' || a.title || ' ' || a.home_said || ' ' || a.partner_said AS words
                      FROM agenda_item a WHERE a.meeting_id = m.id"
    ),
    "), '')
       || coalesce((SELECT string_agg(bounded.words, '') FROM ",
    bounded!("SELECT ' ' || k.body AS words FROM corrigendum k WHERE k.meeting_id = m.id"),
    "), '')
  FROM meeting m"
);

/// The indexes of the words of other pages: their columns, and what stands in each.
pub(super) const PAGE_INDEXES: [(&str, &str, &str); 2] = [
    ("page_words", "title, wording, rest", "folded(p.name), '', folded(p.rest)"),
    ("name_parts", "name", "folded(p.name)"),
];

/// Every index with its columns.
pub(super) fn indexes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let commitments = COMMITMENT_INDEXES.iter().map(|(table, columns, _)| (*table, *columns));
    commitments.chain(PAGE_INDEXES.iter().map(|(table, columns, _)| (*table, *columns)))
}

/// The statement that enters words of commitments in a table; conditions on `c` follow it.
pub(super) fn entering(table: &str, columns: &str, values: &[&str]) -> String {
    format!("INSERT INTO {table} (rowid, {columns}) SELECT s.number, {} {COMMITMENTS}", values.join(", "))
}

/// How an index of words is written while all of it is made: bytes that are held before they are written, and how many
/// pieces lie beside each other before some are put together (none are).
const WHILE_FILLED: &[(&str, i64)] = &[("hashsize", 128 << 20), ("automerge", 0), ("crisismerge", 1_000)];
/// As FTS5 does it by itself.
const AS_USUAL: &[(&str, i64)] = &[("hashsize", 1 << 20), ("automerge", 4), ("crisismerge", 16)];

/// Which commitments an index holds otherwise, as a list that a statement takes as one value; none where it does not.
fn listed(table: &str, touched: &Touched) -> Option<String> {
    let heard: &BTreeSet<Id> = if table == ALL { &touched.heard } else { &BTreeSet::new() };
    let each: Vec<String> = touched.worded.union(heard).map(|id| format!("\"{id}\"")).collect();
    (!each.is_empty()).then(|| format!("[{}]", each.join(",")))
}

impl Session<'_> {
    /// Takes what is worded otherwise out of the index, before it is numbered anew. All of it in one statement, as it is
    /// put in again below: after each statement, what the index holds back is written.
    pub(in crate::store) fn unindex(&self, touched: &Touched) -> Result<()> {
        for (table, _, _) in COMMITMENT_INDEXES {
            let Some(list) = listed(table, touched) else { continue };
            let mut statement = self.prepare(&format!(
                "DELETE FROM {table} WHERE rowid IN
                   (SELECT s.number FROM json_each(?1) j CROSS JOIN standing s WHERE s.commitment_id = j.value)"
            ))?;
            self.fail(statement.execute([list]))?;
        }
        for (_, id) in &touched.pages {
            let mut statement = self.prepare("SELECT number FROM document WHERE row_id = ?1")?;
            let found: Option<i64> = self.fail(statement.query_row([id.to_string()], |row| row.get(0)).optional())?;
            if let Some(number) = found {
                for table in ["page_words", "name_parts"] {
                    self.fail(self.prepare(&format!("DELETE FROM {table} WHERE rowid = ?1"))?.execute([number]))?;
                }
                self.fail(self.prepare("DELETE FROM document WHERE number = ?1")?.execute([number]))?;
            }
        }
        Ok(())
    }

    /// Puts what is worded otherwise into the index.
    pub(in crate::store) fn index(&self, touched: &Touched) -> Result<()> {
        for (table, columns, values) in COMMITMENT_INDEXES {
            let Some(list) = listed(table, touched) else { continue };
            let entering = entering(table, columns, values);
            let mut statement =
                self.prepare(&format!("{entering} WHERE c.id IN (SELECT j.value FROM json_each(?1) j)"))?;
            self.fail(statement.execute([list]))?;
        }
        for (noun, id) in &touched.pages {
            let (noun, id) = (noun.word(), id.to_string());
            let mut statement = self.prepare(&format!(
                "INSERT INTO document (noun, row_id) SELECT p.noun, p.row_id FROM ({PAGES}) p WHERE p.noun = ?1 AND p.row_id = ?2"
            ))?;
            self.fail(statement.execute([noun, id.as_str()]))?;
            for (table, columns, values) in PAGE_INDEXES {
                let mut statement = self.prepare(&format!(
                    "INSERT INTO {table} (rowid, {columns}) SELECT d.number, {values} FROM ({PAGES}) p
                       JOIN document d ON d.row_id = p.row_id WHERE p.noun = ?1 AND p.row_id = ?2"
                ))?;
                self.fail(statement.execute([noun, id.as_str()]))?;
            }
        }
        Ok(())
    }

    /// Indexes every word anew. While it is filled, an index is written in large pieces that are put together in the end,
    /// once, instead of small ones that are put together over and over.
    pub(in crate::store) fn derive_words(&self) -> Result<()> {
        for (table, _) in indexes() {
            self.run(&format!("INSERT INTO {table} ({table}) VALUES ('delete-all')"))?;
            for (setting, value) in WHILE_FILLED {
                self.set(table, setting, *value)?;
            }
        }
        self.run("DELETE FROM document")?;
        self.run(&format!(
            "INSERT INTO document (noun, row_id) SELECT p.noun, p.row_id FROM ({PAGES}) p ORDER BY p.row_id"
        ))?;
        self.fill("")?;
        for (table, _) in indexes() {
            self.run(&format!("INSERT INTO {table} ({table}) VALUES ('optimize')"))?;
            for (setting, value) in AS_USUAL {
                self.set(table, setting, *value)?;
            }
        }
        Ok(())
    }

    /// Sets how an index of words is written.
    fn set(&self, table: &str, setting: &str, value: i64) -> Result<()> {
        let mut statement = self.prepare(&format!("INSERT INTO {table} ({table}, rank) VALUES (?1, ?2)"))?;
        self.fail(statement.execute(params![setting, value])).map(|_| ())
    }

    /// Fills the indexes whose names go on with `suffix` from the rows.
    fn fill(&self, suffix: &str) -> Result<()> {
        for (table, columns, values) in COMMITMENT_INDEXES {
            self.run(&format!("{} ORDER BY s.number", entering(&format!("{table}{suffix}"), columns, values)))?;
        }
        for (table, columns, values) in PAGE_INDEXES {
            self.run(&format!(
                "INSERT INTO {table}{suffix} (rowid, {columns}) SELECT d.number, {values} FROM ({PAGES}) p
                   JOIN document d ON d.row_id = p.row_id ORDER BY d.number"
            ))?;
        }
        Ok(())
    }

    /// What the index of words holds otherwise than the rows say, in sentences: all of it is made again, and asked the
    /// same for every word. (What was taken out may still stand in the index, marked as gone; only asking tells.)
    pub(crate) fn strayed_words(&self) -> Result<Vec<String>> {
        let mut faults: Vec<String> = self.column(&format!(
            "SELECT 'A page is not numbered for the index of words.' FROM ({PAGES}) p
               FULL OUTER JOIN document d ON d.row_id = p.row_id AND d.noun = p.noun
              WHERE d.row_id IS NULL OR p.row_id IS NULL LIMIT 1"
        ))?;
        for (table, columns) in indexes() {
            let how = again(table);
            self.run(&format!("CREATE VIRTUAL TABLE temp.{table}_again USING fts5 ({columns}, content = '', {how})"))?;
        }
        let compared = self.fill("_again").and_then(|()| {
            for (table, _) in indexes() {
                faults.extend(
                    self.differing_word(table)?
                        .map(|word| format!("A search for “{word}” finds other rows than those that hold it.")),
                );
            }
            Ok(())
        });
        for (table, _) in indexes() {
            self.run(&format!("DROP TABLE temp.{table}_again"))?;
        }
        compared.map(|()| faults)
    }

    /// A word for which an index and the one made again answer differently.
    fn differing_word(&self, table: &str) -> Result<Option<String>> {
        let mut words: Vec<String> = Vec::new();
        for (schema, name) in [("main", table.to_owned()), ("temp", format!("{table}_again"))] {
            self.run(&format!("CREATE VIRTUAL TABLE temp.{name}_terms USING fts5vocab ({schema}, {name}, row)"))?;
            words.extend(self.column::<String>(&format!("SELECT term FROM temp.{name}_terms"))?);
            self.run(&format!("DROP TABLE temp.{name}_terms"))?;
        }
        words.sort_unstable();
        words.dedup();
        let answer = |table: &str, word: &str| -> Result<(i64, i64)> {
            let mut statement =
                self.prepare(&format!("SELECT count(*), total(rowid) FROM {table} WHERE {table} MATCH ?1"))?;
            let asked = format!("\"{}\"", word.replace('"', "\"\""));
            let found = statement.query_row([asked], |row| Ok((row.get(0)?, row.get::<_, f64>(1)? as i64)));
            self.fail(found)
        };
        for word in words {
            if answer(table, &word)? != answer(&format!("{table}_again"), &word)? {
                return Ok(Some(word));
            }
        }
        Ok(None)
    }
}

/// How an index is made once more, of some of its documents.
pub(super) fn again(table: &str) -> &'static str {
    if table == "name_parts" { NAMES_AGAIN } else { WORDS_AGAIN }
}

const WORDS_AGAIN: &str = "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\"";
const NAMES_AGAIN: &str = "detail = none, tokenize = 'trigram'";
