//! The index of words: kept in the transaction of the row, asked for commitments and pages by their words.
//!
//! Full-text search is a point where dialects differ, and this is its only place. Text is folded before it is indexed
//! and before it is asked for, so that case, accents and the way a letter was composed make no difference. Documents
//! are numbered in the order in which they were entered; the index answers newest first without sorting, however many
//! there are.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension as _, params};

use super::{Session, Touched, folded, standing::bounded};
use crate::{error::Result, id::Id, row::unreadable, vocabulary::Noun};

/// The words of commitments, by where they stand.
const COMMITMENTS: &str = concat!(
    "
SELECT s.number, folded(c.ref || ' ' || c.title), folded(c.wording),
       folded(c.note || ' ' || c.due_event || ' ' || c.blocked_reason || ' ' || c.evidence || ' ' ||
              coalesce((SELECT string_agg(bounded.words, ' ') FROM ",
    bounded!(
        "SELECT f.note || ' ' || f.next_step || ' ' || f.reported_by || ' ' || f.evidence AS words
                          FROM follow_up f WHERE f.commitment_id = c.id"
    ),
    "), ''))
  FROM commitment c JOIN standing s ON s.commitment_id = c.id"
);

/// The words of every other page: its noun and id, its names, its text.
const PAGES: &str = concat!(
    "
SELECT 'party' AS noun, id AS row_id, code || ' ' || name AS name, '' AS rest FROM party
UNION ALL SELECT 'body', id, short_name || ' ' || name, note FROM body
UNION ALL SELECT 'person', id, name, post || ' ' || note FROM person
UNION ALL SELECT 'track', id, code || ' ' || name, '' FROM track
UNION ALL SELECT 'dialogue', id, short_name || ' ' || name, note FROM dialogue
UNION ALL SELECT 'text', id, title, source || ' ' || body FROM text
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

const INDEXES: [(&str, &str); 3] =
    [("commitment_words", "title, wording, rest"), ("page_words", "title, wording, rest"), ("name_parts", "name")];

/// How an index of words is written while all of it is made: bytes that are held before they are written, and how many
/// pieces lie beside each other before some are put together (none are).
const WHILE_FILLED: &[(&str, i64)] = &[("hashsize", 128 << 20), ("automerge", 0), ("crisismerge", 1_000)];
/// As FTS5 does it by itself.
const AS_USUAL: &[(&str, i64)] = &[("hashsize", 1 << 20), ("automerge", 4), ("crisismerge", 16)];

/// Which index of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// That of commitments.
    Commitments,
    /// That of the other pages.
    Pages,
}

impl Words {
    /// The name of its table, which stands in its conditions too.
    pub(super) const fn table(self) -> &'static str {
        match self {
            Self::Commitments => "commitment_words",
            Self::Pages => "page_words",
        }
    }
}

/// Where the words have to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// All of them in title or ref.
    Title,
    /// All of them in title, ref or wording, but not in title or ref alone.
    Wording,
    /// Anywhere, but not all in title, ref and wording.
    Rest,
}

/// Words as the index is asked for them: each as a whole or as a beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sought(pub(crate) Vec<Term>);

/// A word, or several one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// Folded words.
    pub(crate) words: Vec<String>,
    /// Whether the last may go on.
    pub(crate) beginning: bool,
}

impl Term {
    /// From text as typed; none where no word is in it.
    pub(crate) fn read(text: &str, beginning: bool) -> Option<Self> {
        let folded = folded(text);
        let words: Vec<String> = split(&folded).map(|(_, word)| word.to_owned()).collect();
        (!words.is_empty()).then_some(Self { words, beginning })
    }

    /// As the index takes it. Words are in quotes, so that nothing typed is taken for an operator.
    pub(crate) fn expression(&self) -> String {
        format!("\"{}\"{}", self.words.join(" "), if self.beginning { " *" } else { "" })
    }
}

/// Each in quotes, as the index takes them.
fn quoted(threes: &[String]) -> Vec<String> {
    threes.iter().map(|three| format!("\"{}\"", three.replace('"', "\"\""))).collect()
}

/// Whether a letter belongs to a word: as the index parts them.
fn of_word(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}

/// The words of a text with the byte each begins at.
pub(crate) fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(of_word)?;
        let end = text[start..].find(|letter| !of_word(letter)).map_or(text.len(), |at| start + at);
        from = end;
        Some((start, &text[start..end]))
    })
}

/// Ids as a list that a statement takes as one value.
fn listed(ids: &BTreeSet<Id>) -> String {
    let each: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", each.join(","))
}

/// Words that a commitment has to hold, as the index takes them: all of these.
pub(super) fn all_of(terms: &[Term]) -> String {
    terms.iter().map(Term::expression).collect::<Vec<_>>().join(" ")
}

/// Beginnings of words that its title or ref has to hold, as the index takes them.
pub(super) fn in_title(words: &[String]) -> String {
    let each: Vec<String> = words.iter().map(|word| format!("\"{word}\" *")).collect();
    format!("{{title}} : ({})", each.join(" AND "))
}

/// That the commitment of a row `s` of `standing` holds what `place` stands for. The index is asked once for all rows:
/// asking it for one takes it as long as for a thousand.
pub(super) fn holds(place: &str) -> String {
    format!("s.number IN (SELECT rowid FROM commitment_words WHERE commitment_words MATCH {place})")
}

/// The numbers of the commitments that hold what `place` stands for.
pub(super) fn holding(place: &str) -> String {
    format!("SELECT rowid AS number FROM commitment_words WHERE commitment_words MATCH {place}")
}

impl Sought {
    fn expression(&self) -> String {
        self.0.iter().map(Term::expression).collect::<Vec<_>>().join(" ")
    }
}

impl Session<'_> {
    /// Numbers of documents that hold all the words, newest first, older than `before`.
    pub(crate) fn documents_with(
        &self,
        index: Words,
        sought: &Sought,
        place: Place,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<i64>> {
        let words = sought.expression();
        let expression = match place {
            Place::Title => format!("{{title}} : ({words})"),
            Place::Wording => format!("({{title wording}} : ({words})) NOT ({{title}} : ({words}))"),
            Place::Rest => format!("({words}) NOT ({{title wording}} : ({words}))"),
        };
        let table = index.table();
        let mut statement = self.prepare(&format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3"
        ))?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![expression, before.unwrap_or(i64::MAX), limit], |row| row.get(0));
        self.fail(rows)?.map(|row| self.fail(row)).collect()
    }

    /// The bodies and persons whose name holds what is sought.
    pub(crate) fn owners_named(&self, term: &Term) -> Result<Vec<Id>> {
        let mut statement = self.prepare(
            "SELECT d.row_id FROM document d
              WHERE d.number IN (SELECT rowid FROM page_words WHERE page_words MATCH ?1) AND d.noun IN ('body', 'person')",
        )?;
        let rows = statement.query_map([format!("{{title}} : {}", term.expression())], |row| row.get::<_, String>(0));
        let read =
            |id: rusqlite::Result<String>| self.fail(id)?.parse().map_err(|e| unreadable("an id", &format!("{e}")));
        self.fail(rows)?.map(read).collect()
    }

    /// The commitment with this number in the index.
    pub(crate) fn commitment_numbered(&self, number: i64) -> Result<Option<Id>> {
        let mut statement = self.prepare("SELECT commitment_id FROM standing WHERE number = ?1")?;
        let found: Option<String> = self.fail(statement.query_row([number], |row| row.get(0)).optional())?;
        found.map(|id| id.parse().map_err(|e| unreadable("an id", &format!("{e}")))).transpose()
    }

    /// The page with this number in the index.
    pub(crate) fn page_numbered(&self, number: i64) -> Result<Option<(Noun, Id)>> {
        let mut statement = self.prepare("SELECT noun, row_id FROM document WHERE number = ?1")?;
        let found: Option<(String, String)> =
            self.fail(statement.query_row([number], |row| Ok((row.get(0)?, row.get(1)?))).optional())?;
        found
            .map(|(noun, id)| {
                let noun = Noun::from_word(&noun).ok_or_else(|| unreadable("a document", &noun))?;
                Ok((noun, id.parse().map_err(|e| unreadable("an id", &format!("{e}")))?))
            })
            .transpose()
    }

    /// Numbers of the pages whose names have the most of these threes of letters, the best first.
    pub(crate) fn names_like(&self, threes: &[String], limit: usize) -> Result<Vec<i64>> {
        let mut statement =
            self.prepare("SELECT rowid, rank FROM name_parts WHERE name_parts MATCH ?1 ORDER BY rank, rowid LIMIT ?2")?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self.fail(statement.query_map(params![quoted(threes).join(" OR "), limit], |row| row.get(0)))?;
        rows.map(|row| self.fail(row)).collect()
    }

    /// Meetings whose title and place hold all these threes of letters, or as many of them as there are for `any`:
    /// their ids, titles and places.
    pub(crate) fn meetings_spelt(&self, threes: &[String], any: bool) -> Result<Vec<(Id, String, String)>> {
        let mut statement = self.prepare(
            "SELECT m.id, m.title, m.place FROM meeting m
              WHERE m.id IN (SELECT d.row_id FROM document d WHERE d.noun = 'meeting' AND d.number IN
                              (SELECT rowid FROM (SELECT rowid, rank FROM name_parts WHERE name_parts MATCH ?1
                                                     ORDER BY rank LIMIT 5000) bounded WHERE rank IS NOT NULL))
              ORDER BY m.id",
        )?;
        let asked = quoted(threes).join(if any { " OR " } else { " " });
        let rows = statement.query_map([asked], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)));
        self.fail(rows)?
            .map(|row| {
                let (id, title, place) = self.fail(row)?;
                Ok((id.parse().map_err(|e| unreadable("an id", &format!("{e}")))?, title, place))
            })
            .collect()
    }

    /// Takes what is worded otherwise out of the index, before it is numbered anew. All of it in one statement, as it is
    /// put in again below: after each statement, what the index holds back is written.
    pub(super) fn unindex(&self, touched: &Touched) -> Result<()> {
        if !touched.worded.is_empty() {
            let mut statement = self.prepare(
                "DELETE FROM commitment_words WHERE rowid IN
                   (SELECT s.number FROM json_each(?1) j CROSS JOIN standing s WHERE s.commitment_id = j.value)",
            )?;
            self.fail(statement.execute([listed(&touched.worded)]))?;
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
    pub(super) fn index(&self, touched: &Touched) -> Result<()> {
        if !touched.worded.is_empty() {
            let mut statement = self.prepare(&format!(
                "INSERT INTO commitment_words (rowid, title, wording, rest) {COMMITMENTS}
                  WHERE c.id IN (SELECT j.value FROM json_each(?1) j)"
            ))?;
            self.fail(statement.execute([listed(&touched.worded)]))?;
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
    pub(super) fn derive_words(&self) -> Result<()> {
        for (table, _) in INDEXES {
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
        for (table, _) in INDEXES {
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
        self.run(&format!(
            "INSERT INTO commitment_words{suffix} (rowid, title, wording, rest) {COMMITMENTS} ORDER BY s.number"
        ))?;
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
        for (table, columns) in INDEXES {
            let how = again(table);
            self.run(&format!("CREATE VIRTUAL TABLE temp.{table}_again USING fts5 ({columns}, content = '', {how})"))?;
        }
        let compared = self.fill("_again").and_then(|()| {
            for (table, _) in INDEXES {
                faults.extend(
                    self.differing_word(table)?
                        .map(|word| format!("A search for “{word}” finds other rows than those that hold it.")),
                );
            }
            Ok(())
        });
        for (table, _) in INDEXES {
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

/// The index of words as of a past day, see [`super::past`].
impl Session<'_> {
    /// Makes an index of the words of then beside each, and lets statements see it in place of what was touched since.
    pub(super) fn shadow_words(&self) -> Result<()> {
        self.copy_shape("document", "document_then")?;
        self.batch("CREATE INDEX temp.document_row_then ON document_then (row_id)")?;
        for (table, columns) in INDEXES {
            let how = again(table);
            self.batch(&format!("CREATE VIRTUAL TABLE temp.{table}_then USING fts5 ({columns}, content = '', {how})"))?;
        }
        self.words_as_of_then()?;
        self.look_past("document", "document_touched x WHERE x.number = document_now.number")?;
        for (table, touched) in [
            ("commitment_words", "standing_touched"),
            ("page_words", "document_touched"),
            ("name_parts", "document_touched"),
        ] {
            self.batch(&format!(
                "CREATE TEMP VIEW {table} AS
                 SELECT m.rowid AS rowid, m.{table} AS {table}, m.rank AS rank FROM main.{table} m
                  WHERE NOT EXISTS (SELECT 1 FROM temp.{touched} x WHERE x.number = m.rowid)
                 UNION ALL SELECT rowid, {table}_then, rank FROM temp.{table}_then"
            ))?;
        }
        Ok(())
    }

    /// Puts back what the touched pages said, as far as that was not done yet.
    pub(super) fn words_as_of_then(&self) -> Result<()> {
        self.run(&format!(
            "INSERT INTO temp.commitment_words_then (rowid, title, wording, rest) {}
              WHERE c.id IN (SELECT w.commitment_id FROM temp.standing_of w WHERE w.worded = false)",
            COMMITMENTS
        ))?;
        self.run("UPDATE temp.standing_of SET worded = true WHERE worded = false")?;
        let pages: Vec<(String, String)> = {
            let mut statement = self.prepare("SELECT noun, row_id FROM temp.page_touched WHERE worded = false")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
            self.fail(rows.and_then(Iterator::collect))?
        };
        for (noun, id) in pages {
            let mut known = self.prepare("SELECT number FROM main.document WHERE row_id = ?1")?;
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
                 SELECT ?3, p.noun, p.row_id FROM ({}) p WHERE p.noun = ?1 AND p.row_id = ?2",
                PAGES
            ))?;
            self.fail(enter.execute(params![noun, id, number]))?;
            for (table, columns, values) in PAGE_INDEXES {
                let mut enter = self.prepare(&format!(
                    "INSERT INTO temp.{table}_then (rowid, {columns})
                     SELECT ?3, {values} FROM ({}) p WHERE p.noun = ?1 AND p.row_id = ?2",
                    PAGES
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

/// How an index is made once more, of some of its documents.
fn again(table: &str) -> &'static str {
    if table == "name_parts" { NAMES_AGAIN } else { WORDS_AGAIN }
}

const WORDS_AGAIN: &str = "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\"";
const NAMES_AGAIN: &str = "detail = none, tokenize = 'trigram'";

const PAGE_INDEXES: [(&str, &str, &str); 2] = [
    ("page_words", "title, wording, rest", "folded(p.name), '', folded(p.rest)"),
    ("name_parts", "name", "folded(p.name)"),
];
