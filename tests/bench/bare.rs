//! The database without the register: the same library, the same settings, nothing else.

use std::path::Path;

use rusqlite::Connection;

/// A connection set as the register sets its own.
pub fn connect(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("the file opens");
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

/// Statements that the register had the database run, to be run again without it.
pub struct Replay {
    connection: Connection,
    statements: Vec<String>,
}

impl Replay {
    /// As they were overheard; those that read. A replay is one transaction of its own.
    pub fn of(connection: Connection, statements: Vec<String>) -> Self {
        let reads = |sql: &str| ["SELECT", "WITH"].iter().any(|word| sql.trim_start().starts_with(word));
        let statements: Vec<String> = statements.into_iter().filter(|sql| reads(sql)).collect();
        // Values stand in their text, so that there are many more of them than the register prepares.
        connection.set_prepared_statement_cache_capacity(statements.len() + 16);
        // What stands in no file, and every reader of the register makes for itself.
        let terms = "CREATE VIRTUAL TABLE temp.word_terms USING fts5vocab ('main', 'commitment_words', 'instance')";
        connection.execute_batch(terms).expect("the words of the index");
        Self { connection, statements }
    }

    /// Runs them all: every row, every column read where it lies, nothing made of it.
    pub fn run(&self) -> usize {
        let transaction = self.connection.unchecked_transaction().expect("a transaction");
        let mut read = 0;
        for sql in &self.statements {
            let mut statement = transaction.prepare_cached(sql).expect("a statement of the register");
            let columns = statement.column_count();
            let mut rows = statement.query([]).expect("its rows");
            while let Some(row) = rows.next().expect("a row") {
                for at in 0..columns {
                    std::hint::black_box(row.get_ref(at).expect("a column"));
                }
                read += 1;
            }
        }
        transaction.commit().expect("the end of it");
        read
    }
}
