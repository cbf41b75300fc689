//! What every stored row has in common: an id, a revision, and one mapping between its fields and named columns.
//!
//! That one mapping serves the table and the journal alike: a journal record is the row's columns as a JSON object.
//! So the journal cannot say less than the table holds, and a noun is described in one place. Nothing here knows a
//! database driver.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    clock::{Day, stored},
    error::{Error, Result},
    id::Id,
    vocabulary::Noun,
};

/// A value of a column: the types that SQLite and PostgreSQL share and the register needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// Text; ids, days, instants and words are text too.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
}

impl Value {
    /// Whether a record leaves it out: reading it back from nothing gives the same.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Null | Self::Boolean(false) => true,
            Self::Text(text) => text.is_empty(),
            Self::Integer(_) | Self::Boolean(true) => false,
        }
    }

    /// The text it holds; none where it holds none.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Integer(_) | Self::Boolean(_) => None,
        }
    }
}

/// As in a journal record.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Boolean(truth) => serializer.serialize_bool(*truth),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Plain;
        impl de::Visitor<'_> for Plain {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, a whole number, yes or no, or nothing")
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.to_owned()))
            }

            fn visit_string<E>(self, text: String) -> Result<Value, E> {
                Ok(Value::Text(text))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Integer(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                i64::try_from(number).map(Value::Integer).map_err(E::custom)
            }

            fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
                Ok(Value::Boolean(truth))
            }
        }
        deserializer.deserialize_any(Plain)
    }
}

/// A type that fills one column.
pub(crate) trait Column: Sized {
    /// As stored.
    fn to_value(&self) -> Value;
    /// From what is stored; an error says what stood there instead.
    fn from_value(value: Value) -> Result<Self, String>;
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Text(text) => Ok(text),
            Value::Null => Ok(Self::new()),
            other => Err(format!("text expected, {other:?} found")),
        }
    }
}

impl Column for i32 {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Integer(number) => Self::try_from(number).map_err(|e| e.to_string()),
            other => Err(format!("a number expected, {other:?} found")),
        }
    }
}

impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Boolean(*self)
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Boolean(truth) => Ok(truth),
            // SQLite has no type of its own for truth.
            Value::Integer(number) => Ok(number != 0),
            Value::Null => Ok(false),
            other => Err(format!("yes or no expected, {other:?} found")),
        }
    }
}

impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_value)
    }

    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

impl Column for Id {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: Value) -> Result<Self, String> {
        String::from_value(value)?.parse().map_err(|e| format!("an id expected: {e}"))
    }
}

impl Column for Day {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }

    fn from_value(value: Value) -> Result<Self, String> {
        let text = String::from_value(value)?;
        stored(&text).ok_or_else(|| format!("a day expected, and not {text:?}"))
    }
}

/// Several ids in one column, parted by blanks, in their order. For short lists that are only ever read whole; what
/// is searched from the other end has a table of its own.
impl Column for Vec<Id> {
    fn to_value(&self) -> Value {
        Value::Text(self.iter().map(Id::to_string).collect::<Vec<_>>().join(" "))
    }

    fn from_value(value: Value) -> Result<Self, String> {
        String::from_value(value)?
            .split(' ')
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().map_err(|e| format!("an id expected: {e}")))
            .collect()
    }
}

/// Vocabulary entries are stored as their word.
macro_rules! word_columns {
    ($($name:ident)+) => {
        $(impl Column for crate::vocabulary::$name {
            fn to_value(&self) -> Value {
                Value::Text(self.word().to_owned())
            }

            fn from_value(value: Value) -> Result<Self, String> {
                let word = String::from_value(value)?;
                Self::from_word(&word).ok_or_else(|| format!("{word:?} is no word of {}", stringify!($name)))
            }
        })+
    };
}
word_columns!(PartyKind MarkingAxis Level DialogueState MeetingState Mode DayPrecision AttendanceRole RecordState
    TextKind Bound Strength DueKind Outcome Status OwnerRole LinkKind DecisionKind Judgement InstrumentType Stage InstrumentActKind Dated LegalEffect EntryClause PeriodUnit TermKind
    TermStart Renewal Denouncing InstrumentLinkKind PaperKind PaperForm);

/// A row of some noun.
pub(crate) trait Row: Sized + Clone + PartialEq {
    /// Which noun, and so which table.
    const NOUN: Noun;
    /// The columns besides `id` and `revision`, in the order of [`Row::values`].
    const COLUMNS: &'static [&'static str];

    /// Its id.
    fn id(&self) -> Id;
    /// How often it has been written.
    fn revision(&self) -> i32;
    /// The values of its columns.
    fn values(&self) -> Vec<Value>;
    /// The row with these values.
    fn from_values(id: Id, revision: i32, values: Vec<Value>) -> Result<Self>;

    /// The journal's record of it: its columns as an object, without the revision and without what is empty. A text
    /// that is empty, a truth that does not hold and a value that is not there need no room in every entry.
    fn record(&self) -> Record {
        Record::of(Self::COLUMNS, self.values())
    }
}

/// The columns of a row as a JSON object: what the journal keeps of it. Sorted by name, so that equal rows have equal
/// text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record(Vec<(Cow<'static, str>, Value)>);

impl Record {
    /// The columns with these values.
    #[must_use]
    pub(crate) fn of(columns: &'static [&'static str], values: Vec<Value>) -> Self {
        let full = columns.iter().zip(values).filter(|(_, value)| !value.is_empty());
        let mut full: Vec<_> = full.map(|(column, value)| (Cow::Borrowed(*column), value)).collect();
        full.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Self(full)
    }

    fn place(&self, column: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(name, _)| name.as_ref().cmp(column))
    }

    /// One column; none where the record leaves it out.
    #[must_use]
    pub(crate) fn get(&self, column: &str) -> Option<&Value> {
        self.place(column).ok().map(|at| &self.0[at].1)
    }

    /// The record with another value in one column.
    #[must_use]
    pub(crate) fn with(mut self, column: &'static str, value: Value) -> Self {
        match (self.place(column), value.is_empty()) {
            (Ok(at), true) => {
                self.0.remove(at);
            }
            (Ok(at), false) => self.0[at].1 = value,
            (Err(_), true) => {}
            (Err(at), false) => self.0.insert(at, (Cow::Borrowed(column), value)),
        }
        self
    }

    /// The values of these columns; a column that the record leaves out is null, and read as empty.
    #[must_use]
    pub(crate) fn values(&self, columns: &[&str]) -> Vec<Value> {
        columns.iter().map(|column| self.get(column).cloned().unwrap_or(Value::Null)).collect()
    }

    /// One column that holds an id.
    #[must_use]
    pub(crate) fn id(&self, column: &str) -> Option<Id> {
        self.get(column)?.as_text()?.parse().ok()
    }

    /// One column that holds text.
    #[must_use]
    pub(crate) fn text(&self, column: &str) -> &str {
        self.get(column).and_then(Value::as_text).unwrap_or_default()
    }

    /// The text kept in the journal.
    #[must_use]
    pub(crate) fn to_text(&self) -> String {
        // Columns and plain values: there is nothing in it that could not be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From the text kept in the journal.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|e| unreadable("a journal record", &e.to_string()))
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(column, value)| (column, value)))
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Columns;
        impl<'de> de::Visitor<'de> for Columns {
            type Value = Record;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
                let mut columns: Vec<(Cow<'static, str>, Value)> = Vec::new();
                while let Some((column, value)) = map.next_entry::<String, Value>()? {
                    columns.push((Cow::Owned(column), value));
                }
                columns.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
                Ok(Record(columns))
            }
        }
        deserializer.deserialize_map(Columns)
    }
}

/// Something stored that cannot be read.
pub(crate) fn unreadable(what: &str, detail: &str) -> Error {
    Error::Store { doing: "read", detail: format!("{what}: {detail}") }
}

/// Declares a row: a struct with its columns, and the mapping between them.
macro_rules! row {
    ($(#[$meta:meta])* $name:ident as $noun:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty = $column:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name {
            /// Its id.
            pub(crate) id: $crate::id::Id,
            /// How often it has been written.
            pub(crate) revision: i32,
            $($(#[$field_meta])* pub(crate) $field: $type,)*
        }

        impl $crate::row::Row for $name {
            const NOUN: $crate::vocabulary::Noun = $crate::vocabulary::Noun::$noun;
            const COLUMNS: &'static [&'static str] = &[$($column,)*];

            fn id(&self) -> $crate::id::Id {
                self.id
            }

            fn revision(&self) -> i32 {
                self.revision
            }

            fn values(&self) -> Vec<$crate::row::Value> {
                vec![$($crate::row::Column::to_value(&self.$field),)*]
            }

            fn from_values(id: $crate::id::Id, revision: i32, values: Vec<$crate::row::Value>) -> $crate::error::Result<Self> {
                let mut values = Self::COLUMNS.iter().zip(values);
                Ok(Self {
                    id,
                    revision,
                    $($field: {
                        let (column, value) = values.next().ok_or_else(|| $crate::row::unreadable(stringify!($name), "too few columns"))?;
                        $crate::row::Column::from_value(value)
                            .map_err(|e| $crate::row::unreadable(&format!("{} {id}, {column}", stringify!($name)), &e))?
                    },)*
                })
            }
        }
    };
}
pub(crate) use row;
