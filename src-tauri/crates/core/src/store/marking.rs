//! Markings: the statements only papers need, which leave out what stands above their reader.

use rusqlite::OptionalExtension as _;

use super::Session;
use crate::{
    error::Result,
    id::Id,
    row::{Column as _, Value, unreadable},
    vocabulary::Noun,
};

/// A thing that bears a marking of its own.
pub(crate) struct Bearing {
    pub(crate) id: Id,
    /// Its ref; of a text the name of its original file, of a meeting nothing.
    pub(crate) reference: String,
    pub(crate) title: String,
}

/// What is shown of a text beside words taken from it.
pub(crate) struct TextHead {
    pub(crate) title: String,
    pub(crate) dated_on: Option<crate::clock::Day>,
    pub(crate) source: String,
    pub(crate) marking: Vec<Id>,
}

impl Session<'_> {
    /// The rows of a noun whose own marking is one of those that `pick` picks. The markings that are borne are few,
    /// however many rows bear them.
    pub(crate) fn bearing(&self, noun: Noun, pick: &dyn Fn(&[Id]) -> bool) -> Result<Vec<Bearing>> {
        let reference = match noun {
            Noun::Text => "coalesce(file_name, '')",
            Noun::Meeting => "''",
            _ => "ref",
        };
        let mut found = Vec::new();
        for list in self.lists_of(noun, "marking")? {
            let ids = Vec::<Id>::from_value(Value::Text(list.clone())).map_err(|e| unreadable("a marking", &e))?;
            if !pick(&ids) {
                continue;
            }
            let mut statement = self.prepare(&format!(
                "SELECT id, {reference}, title FROM {} WHERE marking = ?1 AND marking <> '' ORDER BY id",
                noun.word()
            ))?;
            let rows = self.fail(statement.query_map([list], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            }))?;
            for row in rows {
                let (id, reference, title) = self.fail(row)?;
                let id = id.parse().map_err(|e| unreadable("an id", &format!("{e}")))?;
                found.push(Bearing { id, reference, title });
            }
        }
        Ok(found)
    }

    /// The markings that a row bears itself.
    pub(crate) fn marking_of(&self, noun: Noun, id: Id) -> Result<Vec<Id>> {
        let mut statement = self.prepare(&format!("SELECT marking FROM {} WHERE id = ?1", noun.word()))?;
        let found: Option<String> = self.fail(statement.query_row([id.to_string()], |row| row.get(0)).optional())?;
        Vec::<Id>::from_value(Value::Text(found.unwrap_or_default())).map_err(|e| unreadable("a marking", &e))
    }

    /// The text that a passage was cut from.
    pub(crate) fn text_of_passage(&self, passage: Id) -> Result<Option<Id>> {
        Ok(self.ids("SELECT text_id FROM passage WHERE id = ?1", &passage.to_string())?.pop())
    }

    /// A text without its body.
    pub(crate) fn text_head(&self, text: Id) -> Result<Option<TextHead>> {
        let mut statement = self.prepare("SELECT title, dated_on, source, marking FROM text WHERE id = ?1")?;
        let mut rows = self.fail(statement.query([text.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        let marking: String = self.fail(row.get(3))?;
        let dated_on: Option<String> = self.fail(row.get(1))?;
        let dated_on = dated_on.map(|day| day.parse().map_err(|e| unreadable("a day", &format!("{e}")))).transpose()?;
        Ok(Some(TextHead {
            title: self.fail(row.get(0))?,
            dated_on,
            source: self.fail(row.get(2))?,
            marking: Vec::<Id>::from_value(Value::Text(marking)).map_err(|e| unreadable("a marking", &e))?,
        }))
    }
}
