//! Texts and original files: the statements only they need.

use rusqlite::{OptionalExtension as _, params};

use super::{
    Session,
    journal::{day_or_none, word},
    standing::{NO_DATE, bounded},
};
use crate::{
    clock::Day,
    error::{Error, Result},
    id::Id,
    row::unreadable,
    text::Text,
    vocabulary::{Noun, TextKind},
    wire::TakenPassage,
};

/// What a list says of a text, without reading all of it.
pub(crate) struct TextLine {
    pub(crate) id: Id,
    pub(crate) length: u32,
    pub(crate) commitments: u32,
}

/// What finders say of a text.
pub(crate) struct TextTitle {
    pub(crate) id: Id,
    pub(crate) title: String,
    pub(crate) meeting: Option<Id>,
}

impl Session<'_> {
    /// Keeps an original file, once; answers its fingerprint.
    pub(crate) fn keep_original(&self, sha256: &str, content: &[u8]) -> Result<String> {
        let mut statement = self.prepare(
            "INSERT INTO original (sha256, size, content) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING",
        )?;
        let size = i64::try_from(content.len()).unwrap_or(i64::MAX);
        self.fail(statement.execute(params![sha256, size, content]))?;
        Ok(sha256.to_owned())
    }

    /// An original file.
    pub(crate) fn original(&self, sha256: &str) -> Result<Vec<u8>> {
        let mut statement = self.prepare("SELECT content FROM original WHERE sha256 = ?1")?;
        let found = self.fail(statement.query_row([sha256], |row| row.get(0)).optional())?;
        found.ok_or_else(|| Error::NotFound("The original file is not in the dossier.".into()))
    }

    /// Fingerprints and contents of all originals, one at a time.
    pub(crate) fn each_original(&self, mut look: impl FnMut(&str, &[u8])) -> Result<()> {
        let mut statement = self.prepare("SELECT sha256, content FROM original ORDER BY sha256")?;
        let mut rows = self.fail(statement.query([]))?;
        while let Some(row) = self.fail(rows.next())? {
            let sha256: String = self.fail(row.get(0))?;
            let content: Vec<u8> = self.fail(row.get(1))?;
            look(&sha256, &content);
        }
        Ok(())
    }

    /// Texts of a meeting, by date.
    pub(crate) fn texts_of(&self, meeting: Id) -> Result<Vec<Text>> {
        self.list("WHERE meeting_id = ?1 ORDER BY coalesce(dated_on, '9999-12-31'), id", &[&meeting.to_string()])
    }

    /// Length of a text, and how many commitments were taken from it.
    pub(crate) fn text_line(&self, text: Id) -> Result<TextLine> {
        let mut statement = self.prepare(concat!(
            "SELECT length(t.body), (SELECT count(*) FROM ",
            bounded!("SELECT p.id FROM passage p JOIN commitment c ON c.passage_id = p.id WHERE p.text_id = t.id"),
            ") FROM text t WHERE t.id = ?1"
        ))?;
        let (length, commitments) =
            self.fail(statement.query_row([text.to_string()], |row| Ok((row.get(0)?, row.get(1)?))))?;
        Ok(TextLine { id: text, length, commitments })
    }

    /// The title of a text, what kind it is and its date, without the text itself, which may take up many pages.
    pub(crate) fn text_told(&self, id: Id) -> Result<(String, TextKind, Option<Day>)> {
        let mut statement = self.prepare("SELECT title, kind, dated_on FROM text WHERE id = ?1")?;
        let told = statement.query_row([id.to_string()], |row| {
            Ok((row.get(0)?, word(row, 1, TextKind::from_word)?, day_or_none(row, 2)?))
        });
        self.fail(told.optional())?.ok_or_else(|| self.gone(Noun::Text))
    }

    /// Every text by id and title, with its meeting, newest first. There may be tens of thousands; all of this stands in
    /// one index.
    pub(crate) fn text_titles(&self) -> Result<Vec<TextTitle>> {
        let mut statement = self.prepare("SELECT t.dated_on, t.id, t.title, t.meeting_id FROM text t")?;
        let mut rows = self.fail(statement.query([]))?;
        let mut found: Vec<(String, TextTitle)> = Vec::new();
        let id = |text: &str| text.parse().map_err(|e| unreadable("an id", &format!("{e}")));
        while let Some(row) = self.fail(rows.next())? {
            let text = |at: usize| self.fail(row.get_ref(at).and_then(|text| Ok(text.as_str_or_null()?)));
            let title = TextTitle {
                id: id(text(1)?.unwrap_or_default())?,
                title: text(2)?.unwrap_or_default().to_owned(),
                meeting: text(3)?.map(id).transpose()?,
            };
            found.push((text(0)?.unwrap_or(NO_DATE).to_owned(), title));
        }
        // They come in the order of the index, oldest first: nearly all that is left is to turn it round.
        found.sort_by(|(one, a), (other, b)| (other, b.id).cmp(&(one, a.id)));
        Ok(found.into_iter().map(|(_, title)| title).collect())
    }

    /// Commitments taken from a text, in its order.
    pub(crate) fn taken_from(&self, text: Id) -> Result<Vec<TakenPassage>> {
        let mut statement = self.prepare(
            "SELECT c.id, c.ref, c.title, p.start_at, p.end_at FROM passage p JOIN commitment c ON c.passage_id = p.id
              WHERE p.text_id = ?1 ORDER BY p.start_at, c.ref",
        )?;
        let rows = self.fail(statement.query_map([text.to_string()], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        }))?;
        rows.map(|row| {
            let (id, reference, title, start, end) = self.fail(row)?;
            let commitment = id.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
            Ok(TakenPassage { commitment, r#ref: reference, title, start, end })
        })
        .collect()
    }
}
