//! The database without the register: the same library, the same settings, nothing else.

use std::path::Path;

use rusqlite::{CachedStatement, Connection, ToSql, types::Value};

/// A connection set as the register sets its own.
pub fn connect(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("the file opens");
    connection.set_prepared_statement_cache_capacity(256);
    let settings =
        [("foreign_keys", "ON"), ("temp_store", "MEMORY"), ("cache_size", "-32768"), ("wal_autocheckpoint", "4096")];
    for (pragma, value) in settings {
        connection.pragma_update(None, pragma, value).expect("a setting");
    }
    for (pragma, value) in [("journal_mode", "WAL"), ("synchronous", "FULL")] {
        // `synchronous` answers no row, `journal_mode` one.
        let _ = connection.pragma_update_and_check(None, pragma, value, |_| Ok(()));
    }
    connection
}

/// Every row of a statement, every column read into a value of its own.
pub fn rows(connection: &Connection, sql: &str, with: &[&dyn ToSql]) -> Vec<Vec<Value>> {
    let mut statement: CachedStatement<'_> = connection.prepare_cached(sql).expect("a statement of the register");
    let columns = statement.column_count();
    let found = statement.query_map(with, |row| (0..columns).map(|at| row.get::<_, Value>(at)).collect());
    found.expect("its rows").map(|row| row.expect("a row")).collect()
}

/// A text of a row.
pub fn text(row: &[Value], at: usize) -> String {
    match &row[at] {
        Value::Text(text) => text.clone(),
        other => panic!("column {at} holds no text but {other:?}"),
    }
}
