//! The statements every noun needs alike, put together from a row's column list, once.

use std::{fmt::Write as _, sync::LazyLock};

use rusqlite::{
    CachedStatement,
    types::{ToSql, ToSqlOutput, ValueRef},
};

use super::Session;
use crate::{
    clock::spoken,
    error::{Error, Result},
    id::Id,
    register,
    row::{Record, Row, Value, unreadable},
    vocabulary::Noun,
};

/// The statements of one noun.
struct Statements {
    /// `SELECT id, revision, … FROM …`, to which conditions and an order are added.
    select: String,
    get: String,
    exists: String,
    enter: String,
    put: String,
    delete: String,
}

impl Statements {
    /// Put together at the first use: acts run them by the thousand.
    fn of(noun: Noun) -> &'static Self {
        static ALL: LazyLock<Vec<Statements>> =
            LazyLock::new(|| Noun::ALL.iter().copied().map(Statements::new).collect());
        &ALL[noun as usize]
    }

    fn new(noun: Noun) -> Self {
        let (table, columns) = (noun.word(), register::columns(noun));
        let places: Vec<String> = (3..columns.len() + 3).map(|at| format!("?{at}")).collect();
        let updates: Vec<String> = columns.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        let (names, places, updates) = (columns.join(", "), places.join(", "), updates.join(", "));
        let select = format!("SELECT id, revision, {names} FROM {table}");
        let enter = format!("INSERT INTO {table} (id, revision, {names}) VALUES (?1, ?2, {places})");
        Self {
            get: format!("{select} WHERE id = ?1"),
            select,
            exists: format!("SELECT 1 FROM {table} WHERE id = ?1"),
            put: format!("{enter} ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, {updates}"),
            enter,
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Boolean(truth) => ToSqlOutput::Borrowed(ValueRef::Integer(i64::from(*truth))),
        })
    }
}

/// A column as found.
pub(super) fn value(found: ValueRef<'_>) -> Result<Value> {
    match found {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Integer(number)),
        ValueRef::Text(bytes) => {
            String::from_utf8(bytes.to_vec()).map(Value::Text).map_err(|e| unreadable("a column", &e.to_string()))
        }
        ValueRef::Real(_) | ValueRef::Blob(_) => Err(unreadable("a column", "of a type the register does not use")),
    }
}

/// Id and revision of what a statement `SELECT id, revision, …` stands on, and the values after them.
fn head(row: &rusqlite::Row<'_>, columns: usize) -> Result<(Id, i32, Vec<Value>)> {
    let failed = |e: rusqlite::Error| unreadable("a row", &e.to_string());
    let id = row.get::<_, String>(0).map_err(failed)?.parse().map_err(|e| unreadable("a row's id", &format!("{e}")))?;
    let revision = row.get(1).map_err(failed)?;
    let values = (0..columns).map(|at| value(row.get_ref(at + 2).map_err(failed)?)).collect::<Result<_>>()?;
    Ok((id, revision, values))
}

impl Session<'_> {
    /// The row with this id.
    pub(crate) fn get<R: Row>(&self, id: Id) -> Result<Option<R>> {
        Ok(self.rows(&Statements::of(R::NOUN).get, &[&id.to_string()])?.pop())
    }

    /// The row with this id, which has to be there.
    pub(crate) fn require<R: Row>(&self, id: Id) -> Result<R> {
        self.get(id)?.ok_or_else(|| self.gone(R::NOUN))
    }

    /// That a row is not there: no longer, or not on the past day that is read.
    pub(crate) fn gone(&self, noun: Noun) -> Error {
        let noun = noun.label();
        Error::NotFound(match self.later.and_then(super::past::Later::day) {
            Some(day) => format!("This {noun} was not in the dossier on {}.", spoken(day)),
            None => format!("This {noun} is no longer in the dossier."),
        })
    }

    /// Every row, in the order of creation.
    pub(crate) fn all<R: Row>(&self) -> Result<Vec<R>> {
        self.list("ORDER BY id", &[])
    }

    /// The rows whose `column` holds `id`, in the order of creation.
    pub(crate) fn with<R: Row>(&self, column: &'static str, id: Id) -> Result<Vec<R>> {
        self.list(&format!("WHERE {column} = ?1 ORDER BY id"), &[&id.to_string()])
    }

    /// The rows that the rest of a statement picks.
    pub(super) fn list<R: Row>(&self, rest: &str, with: &[&dyn ToSql]) -> Result<Vec<R>> {
        self.rows(&format!("{} {rest}", Statements::of(R::NOUN).select), with)
    }

    fn rows<R: Row>(&self, sql: &str, with: &[&dyn ToSql]) -> Result<Vec<R>> {
        let mut statement = self.prepare(sql)?;
        let mut rows = self.fail(statement.query(with))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let (id, revision, values) = head(row, R::COLUMNS.len())?;
            found.push(R::from_values(id, revision, values)?);
        }
        Ok(found)
    }

    /// Revision and record of a row of any noun.
    pub(crate) fn record(&self, noun: Noun, id: Id) -> Result<Option<(i32, Record)>> {
        let mut statement = self.prepare(&Statements::of(noun).get)?;
        let mut rows = self.fail(statement.query([id.to_string()]))?;
        let Some(row) = self.fail(rows.next())? else { return Ok(None) };
        let (_, revision, values) = head(row, register::columns(noun).len())?;
        register::record(noun, id, revision, values).map(|record| Some((revision, record)))
    }

    /// Whether there is such a row.
    pub(crate) fn exists(&self, noun: Noun, id: Id) -> Result<bool> {
        let mut statement = self.prepare(&Statements::of(noun).exists)?;
        self.fail(statement.exists([id.to_string()]))
    }

    /// Writes a row of any noun, new or not.
    pub(crate) fn put(&self, noun: Noun, id: Id, revision: i32, record: &Record) -> Result<()> {
        let values = register::values(noun, id, revision, record)?;
        self.write(&Statements::of(noun).put, id, revision, values.iter())
    }

    /// Writes a row that is new: of an id that never was in the dossier.
    pub(crate) fn enter(&self, noun: Noun, id: Id, revision: i32, values: &[Value]) -> Result<()> {
        self.write(&Statements::of(noun).enter, id, revision, values.iter())
    }

    /// Writes those columns of a row that change: what an index does not hold is not looked up in it, and a reference
    /// that stays is not followed.
    pub(crate) fn change(&self, noun: Noun, id: Id, revision: i32, from: &[Value], to: &[Value]) -> Result<()> {
        let mut sql = format!("UPDATE {} SET revision = ?2", noun.word());
        let mut changed = Vec::new();
        for ((column, from), to) in register::columns(noun).iter().zip(from).zip(to) {
            if from != to {
                // The numbers of places stand in the order of the values.
                let _ = write!(sql, ", {column} = ?{}", changed.len() + 3);
                changed.push(to);
            }
        }
        sql.push_str(" WHERE id = ?1");
        self.write(&sql, id, revision, changed.into_iter())
    }

    pub(super) fn write<'v>(
        &self,
        sql: &str,
        id: Id,
        revision: i32,
        values: impl Iterator<Item = &'v Value>,
    ) -> Result<()> {
        self.write_by(&mut self.prepare(sql)?, id, revision, values)
    }

    /// The same with a statement that is at hand.
    pub(super) fn write_by<'v>(
        &self,
        statement: &mut CachedStatement<'_>,
        id: Id,
        revision: i32,
        values: impl Iterator<Item = &'v Value>,
    ) -> Result<()> {
        let bound = (3..).zip(values).try_for_each(|(at, value)| statement.raw_bind_parameter(at, value));
        self.fail(bound.and_then(|()| {
            statement.raw_bind_parameter(1, id.to_string())?;
            statement.raw_bind_parameter(2, revision)?;
            statement.raw_execute()
        }))?;
        Ok(())
    }

    /// Takes a row of any noun out of its table.
    pub(crate) fn delete(&self, noun: Noun, id: Id) -> Result<()> {
        let mut statement = self.prepare(&Statements::of(noun).delete)?;
        self.fail(statement.execute([id.to_string()]))?;
        Ok(())
    }

    /// Ids of the rows of `noun` whose `column` holds `id`, alone or in a list of ids.
    pub(crate) fn referring(&self, noun: Noun, column: &'static str, in_list: bool, id: Id) -> Result<Vec<Id>> {
        let id = id.to_string();
        // Of the many rows that hold lists of ids, few lists are different.
        let held = if in_list {
            self.lists_of(noun, column)?.into_iter().filter(|list| list.split(' ').any(|one| one == id)).collect()
        } else {
            vec![id]
        };
        let none = if in_list { format!(" AND {column} <> ''") } else { String::new() };
        let mut statement = self.prepare(&format!("SELECT id FROM {} WHERE {column} = ?1{none}", noun.word()))?;
        let mut found: Vec<Id> = Vec::new();
        for value in held {
            for id in self.fail(statement.query_map([value], |row| row.get::<_, String>(0)))? {
                found.push(self.fail(id)?.parse().map_err(|e| unreadable("an id", &format!("{e}")))?);
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Ids of all rows of `noun`, in the order of creation.
    pub(crate) fn ids_of(&self, noun: Noun) -> Result<Vec<Id>> {
        let mut statement = self.prepare(&format!("SELECT id FROM {} ORDER BY id", noun.word()))?;
        let rows = self.fail(statement.query_map([], |row| row.get::<_, String>(0)))?;
        rows.map(|row| self.fail(row)?.parse().map_err(|e| unreadable("an id", &format!("{e}")))).collect()
    }

    /// How many rows of `noun` there are.
    pub(crate) fn count(&self, noun: Noun) -> Result<u32> {
        let mut statement = self.prepare(&format!("SELECT count(*) FROM {}", noun.word()))?;
        self.fail(statement.query_row([], |row| row.get(0)))
    }
}
