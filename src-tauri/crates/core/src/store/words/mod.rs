//! The index of words: kept in the transaction of the row, asked for commitments and pages by their words.
//!
//! Full-text search is a point where dialects differ, and this is its only place. Text is folded before it is indexed
//! and before it is asked for, so that case, accents and the way a letter was composed make no difference. Documents
//! are numbered in the order in which they were entered; the index answers newest first without sorting, however many
//! there are.
//!
//! What ranks first has an index of its own: of titles, and of titles and wordings. A word that stands in every other
//! follow-up is found in the few titles that hold it without going through the follow-ups.
//!
//! How the indexes are kept stands in `kept`, what they were on a past day in `then`.

mod kept;
mod then;

use std::collections::HashSet;

use rusqlite::{OptionalExtension as _, params};

use super::{Session, folded};
use crate::{error::Result, id::Id, row::unreadable, vocabulary::Noun};

/// The index of titles, with the ref in front.
const TITLES: &str = "title_words";
/// That of titles and wordings.
const NEAR: &str = "near_words";
/// That of all words of commitments.
const ALL: &str = "commitment_words";

/// Which index of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// That of commitments.
    Commitments,
    /// That of the other pages.
    Pages,
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

impl Place {
    /// The index that is asked for the words of commitments.
    const fn table(self) -> &'static str {
        match self {
            Self::Title => TITLES,
            Self::Wording => NEAR,
            Self::Rest => ALL,
        }
    }
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

    /// Whether a text holds it, as the index would find it there.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        let folded = folded(text);
        let held: Vec<&str> = split(&folded).map(|(_, word)| word).collect();
        held.windows(self.words.len()).any(|stretch| {
            let (last, sought) = (stretch.len() - 1, &self.words);
            stretch[..last] == sought[..last]
                && (stretch[last] == sought[last] || self.beginning && stretch[last].starts_with(sought[last].as_str()))
        })
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

/// Words that a commitment has to hold, as the index takes them: all of these.
pub(super) fn all_of(terms: &[Term]) -> String {
    terms.iter().map(Term::expression).collect::<Vec<_>>().join(" ")
}

/// Beginnings of words that its title or ref has to hold, as the index takes them.
pub(super) fn in_title(words: &[String]) -> String {
    let each: Vec<String> = words.iter().map(|word| format!("\"{word}\" *")).collect();
    each.join(" AND ")
}

/// That the commitment of a row `s` of `standing` holds what `place` stands for. The index is asked once for all rows:
/// asking it for one takes it as long as for a thousand.
pub(super) fn holds(place: &str) -> String {
    format!("s.number IN (SELECT rowid FROM {ALL} WHERE {ALL} MATCH {place})")
}

/// The numbers of the commitments that hold what `place` stands for.
pub(super) fn holding(place: &str) -> String {
    format!("SELECT rowid AS number FROM {ALL} WHERE {ALL} MATCH {place}")
}

/// That the commitment of a row `s` holds it in its title or ref.
pub(super) fn holds_in_title(place: &str) -> String {
    format!("s.number IN (SELECT rowid FROM {TITLES} WHERE {TITLES} MATCH {place})")
}

/// The numbers of the commitments that hold it in their titles or refs.
pub(super) fn holding_in_title(place: &str) -> String {
    format!("SELECT rowid AS number FROM {TITLES} WHERE {TITLES} MATCH {place}")
}

impl Sought {
    fn expression(&self) -> String {
        self.0.iter().map(Term::expression).collect::<Vec<_>>().join(" ")
    }
}

/// What is sought, as each index is asked for it.
pub(crate) struct Expressions {
    commitments: String,
    pages: String,
}

/// Beginnings of so many letters have an index of their own.
const INDEXED: usize = 3;
/// The most words that are asked for instead of what they begin with.
const SPELT_OUT: usize = 12;
/// Every place where a word of a commitment stands, by word: for readers alone, since nothing of it is in the file.
pub(super) const TERMS: &str =
    "CREATE VIRTUAL TABLE temp.word_terms USING fts5vocab ('main', 'commitment_words', 'instance')";

impl Session<'_> {
    /// How the indexes are asked. A beginning of a word would have all that holds any such word put together before the
    /// first is answered; the words themselves, where they are few, are answered one by one.
    pub(crate) fn expressions(&self, sought: &Sought) -> Result<Expressions> {
        let pages = sought.expression();
        let mut each = Vec::new();
        for term in &sought.0 {
            let spelt_out = match (term.words.as_slice(), term.beginning, self.known) {
                ([word], true, Some(_)) if word.chars().count() > INDEXED => self.words_that_begin(word)?,
                _ => Vec::new(),
            };
            each.push(match spelt_out.is_empty() {
                true => term.expression(),
                false => format!("({})", quoted(&spelt_out).join(" OR ")),
            });
        }
        Ok(Expressions { commitments: each.join(" AND "), pages })
    }

    /// The words of commitments that begin so; none where they are too many to be asked for one by one.
    fn words_that_begin(&self, beginning: &str) -> Result<Vec<String>> {
        let mut next = self.prepare("SELECT term FROM temp.word_terms WHERE term >= ?1 LIMIT 1")?;
        let mut found: Vec<String> = Vec::new();
        let mut from = beginning.to_owned();
        while let Some(word) = self.fail(next.query_row([&from], |row| row.get::<_, String>(0)).optional())?
            && word.starts_with(beginning)
        {
            if found.len() == SPELT_OUT {
                return Ok(Vec::new());
            }
            // No letter sorts before this one: what comes next is another word.
            from = format!("{word}\u{1}");
            found.push(word);
        }
        Ok(found)
    }

    /// Numbers of documents that hold all the words, newest first, older than `before`. Of commitments, those that hold
    /// them nearer are among those that hold them farther off, unless they are to be left out.
    pub(crate) fn documents_with(
        &self,
        index: Words,
        asked: &Expressions,
        place: Place,
        leave_nearer: bool,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<i64>> {
        let words = &asked.pages;
        let (table, expression) = match (index, place) {
            (Words::Commitments, place) => (place.table(), asked.commitments.clone()),
            (Words::Pages, Place::Title) => ("page_words", format!("{{title}} : ({words})")),
            (Words::Pages, _) => ("page_words", format!("({words}) NOT ({{title}} : ({words}))")),
        };
        let nearer = match (index, place) {
            (Words::Commitments, Place::Wording) if leave_nearer => Some(TITLES),
            (Words::Commitments, Place::Rest) if leave_nearer => Some(NEAR),
            _ => None,
        };
        let but = nearer.map_or_else(String::new, |nearer| {
            format!(" AND rowid NOT IN (SELECT rowid FROM {nearer} WHERE {nearer} MATCH ?1)")
        });
        let mut statement = self.prepare(&format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid < ?2{but} ORDER BY rowid DESC LIMIT ?3"
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

    /// The pages of a noun that hold all the words.
    pub(crate) fn pages_holding(&self, noun: Noun, sought: &Sought) -> Result<HashSet<Id>> {
        if sought.0.is_empty() {
            return Ok(HashSet::new());
        }
        let mut statement = self.prepare(
            "SELECT d.row_id FROM document d
              WHERE d.number IN (SELECT rowid FROM page_words WHERE page_words MATCH ?1) AND d.noun = ?2",
        )?;
        let rows = statement.query_map(params![sought.expression(), noun.word()], |row| row.get::<_, String>(0));
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
}
