//! What the database is asked, listened to: so that a measurement can ask it the very same directly, and a test can look
//! at the plan of every statement of a list.

use std::sync::{Arc, Mutex};

use rusqlite::{
    Connection,
    trace::{TraceEvent, TraceEventCodes},
};

use super::{
    Store,
    sqlite::{fail, held},
};
use crate::error::Result;

type Heard = Arc<Mutex<Vec<String>>>;

impl Store {
    /// Runs `act`, and answers the statements that the database ran for it, in order, with their values in place.
    pub(crate) fn overhear<T>(&self, act: impl FnOnce() -> T) -> Result<(T, Vec<String>)> {
        let heard = Heard::default();
        self.listen(Some(&heard))?;
        let done = act();
        self.listen(None)?;
        let statements = std::mem::take(&mut *held(&heard));
        Ok((done, statements))
    }

    fn listen(&self, heard: Option<&Heard>) -> Result<()> {
        let mut readers = held(&self.file.readers);
        if readers.is_empty() {
            readers.push(Self::connect(self.path(), true)?);
        }
        let mut writer = self.file.writer.as_ref().map(held);
        let conns = readers.iter_mut().chain(writer.as_deref_mut());
        conns.into_iter().try_for_each(|conn| fail(self.path(), "read", set(conn, heard)))
    }
}

fn set(conn: &mut Connection, heard: Option<&Heard>) -> rusqlite::Result<()> {
    let heard = heard.cloned();
    let note = heard.map(|heard| {
        move |event: TraceEvent<'_>| {
            if let TraceEvent::Stmt(statement, _) = event
                && let Some(sql) = statement.expanded_sql()
                // An index of words asks its own tables in statements of its own.
                && !sql.contains("'main'.'")
            {
                held(&heard).push(sql);
            }
        }
    });
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, note)
}
