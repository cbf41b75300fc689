//! The statements behind a review, in the register's own order, run directly on the bare database. They are copied from
//! the core's store; that they list what the register lists is compared before anything is measured.

use std::path::Path;

use rusqlite::{Connection, params, types::Value};

use crate::bare::{self, text};

const UNDER_WAY: &str = "s.status IN ('not_started', 'in_progress')";
const BROUGHT_UP: &str = "s.status IN ('not_started', 'in_progress', 'delivered')";
const SETTINGS: &str = "SELECT * FROM dossier ORDER BY id";
const TRACKS: &str = "SELECT * FROM track ORDER BY rank, code";
const MEETING: &str = "SELECT * FROM meeting WHERE id = ?1";

/// A bare connection, and what the statements are about.
pub struct Direct {
    bare: Connection,
    meeting: String,
    /// The dossier's day, the meeting's, thirty days on, ninety days back.
    day: String,
    ahead: String,
    soon: String,
    stale: String,
}

impl Direct {
    /// For the review of `meeting`, which begins on `ahead`, as of `day`.
    pub fn new(path: &Path, meeting: &str, day: &str, ahead: &str) -> Self {
        let bare = bare::connect(path);
        let moved = |by: &str| text(&bare::rows(&bare, "SELECT date(?1, ?2)", params![day, by])[0], 0);
        let (soon, stale) = (moved("+30 days"), moved("-90 days"));
        Self { bare, meeting: meeting.into(), day: day.into(), ahead: ahead.into(), soon, stale }
    }

    /// Ids of the first page, after everything that a row shows has been read.
    pub fn page(&self, limit: usize) -> Vec<String> {
        let transaction = self.bare.unchecked_transaction().expect("a transaction");
        self.read(SETTINGS, params![]);
        self.read(MEETING, params![self.meeting]);
        self.read("SELECT * FROM party ORDER BY id", params![]);
        self.read(SETTINGS, params![]);
        let mut ids = Vec::new();
        'tracks: for track in self.read(TRACKS, params![]) {
            for on_course in [false, true] {
                ids.extend(self.part(&text(&track, 0), on_course, limit + 1 - ids.len()));
                if ids.len() > limit {
                    ids.truncate(limit);
                    break 'tracks;
                }
            }
        }
        for id in &ids {
            self.row(id);
        }
        transaction.commit().expect("the end of it");
        ids
    }

    fn part(&self, track: &str, on_course: bool, limit: usize) -> Vec<String> {
        let not = if on_course { "NOT " } else { "" };
        let sql = format!(
            "SELECT s.commitment_id, s.due_on, s.ref FROM standing s
              WHERE s.is_open = true AND s.track_id = ?1 AND {not}{} ORDER BY s.due_on, s.ref LIMIT {limit}",
            excepted()
        );
        let rows = self.read(&sql, params![track, self.day, self.ahead, self.stale]);
        rows.iter().map(|row| text(row, 0)).collect()
    }

    fn row(&self, id: &str) {
        let commitment =
            self.read("SELECT meeting_id, due_meeting_id, * FROM commitment WHERE id = ?1", params![id]).remove(0);
        self.read(
            "SELECT status, blocked, due_on, heard_on, slips FROM standing WHERE commitment_id = ?1",
            params![id],
        );
        self.read(
            "SELECT o.id, o.role, o.party_id, p.name,
                    o.body_id, CASE WHEN b.short_name = '' THEN b.name ELSE b.short_name END, o.person_id, n.name
               FROM owner o
               JOIN party p ON p.id = o.party_id
               LEFT JOIN body b ON b.id = o.body_id
               LEFT JOIN person n ON n.id = o.person_id
              WHERE o.commitment_id = ?1
              ORDER BY CASE o.role WHEN 'lead' THEN 1 WHEN 'supporting' THEN 2 ELSE 3 END, o.id",
            params![id],
        );
        self.read("SELECT * FROM follow_up WHERE commitment_id = ?1 ORDER BY day DESC, id DESC LIMIT 1", params![id]);
        self.read(
            "SELECT m.id, m.title, m.begins_on
               FROM (SELECT meeting_id FROM raising WHERE commitment_id = ?1 UNION SELECT ?2) t
              CROSS JOIN meeting m
              WHERE m.id = t.meeting_id AND m.state = 'held' AND (m.begins_on IS NULL OR m.begins_on <= ?3)
              ORDER BY coalesce(m.begins_on, '0000-00-00') DESC, m.id DESC LIMIT 1",
            params![id, commitment[0], self.day],
        );
        if let Value::Text(due) = &commitment[1] {
            self.read("SELECT id, title, begins_on FROM meeting WHERE id = ?1", params![due]);
        }
    }

    /// Open commitments by track, after everything else that the head of a review shows has been read.
    pub fn counts(&self) -> Vec<(String, i64)> {
        let transaction = self.bare.unchecked_transaction().expect("a transaction");
        self.read(SETTINGS, params![]);
        self.read(MEETING, params![self.meeting]);
        self.read("SELECT * FROM party ORDER BY id", params![]);
        self.read(SETTINGS, params![]);
        self.read(MEETING, params![self.meeting]);
        self.read(SETTINGS, params![]);
        let tallies = self.tallies();
        self.read(MEETING, params![self.meeting]);
        let last = self.read(
            "SELECT id, dialogue_id, * FROM meeting WHERE state = 'held' AND begins_on < ?1
                AND CASE WHEN (SELECT dialogue_id FROM meeting WHERE id = ?2) IS NULL
                         THEN level = (SELECT level FROM meeting WHERE id = ?2)
                         ELSE dialogue_id = (SELECT dialogue_id FROM meeting WHERE id = ?2) END
              ORDER BY begins_on DESC LIMIT 1",
            params![self.day, self.meeting],
        );
        if let Some(last) = last.first() {
            self.read(
                "SELECT count(*), coalesce(sum(CASE WHEN s.is_open THEN 1 ELSE 0 END), 0)
                   FROM commitment c JOIN standing s ON s.commitment_id = c.id WHERE c.meeting_id = ?1",
                params![last[0]],
            );
            self.read("SELECT * FROM dialogue WHERE id = ?1", params![last[1]]);
        }
        self.read(
            "SELECT * FROM attendance a LEFT JOIN person p ON p.id = a.person_id WHERE a.meeting_id = ?1 ORDER BY a.id",
            params![self.meeting],
        );
        self.read(TRACKS, params![]);
        self.read(
            "SELECT * FROM meeting WHERE begins_on >= ?1 AND state IN ('planned', 'postponed') ORDER BY begins_on, id",
            params![self.day],
        );
        transaction.commit().expect("the end of it");
        tallies
    }

    fn tallies(&self) -> Vec<(String, i64)> {
        let overdue = format!("({UNDER_WAY} AND s.due_on < ?1)");
        let blocked = format!("({BROUGHT_UP} AND s.blocked = true)");
        let due_before = format!("({UNDER_WAY} AND s.due_on >= ?1 AND s.due_on <= ?2)");
        let stale = format!("({BROUGHT_UP} AND s.heard_on < ?3)");
        let red = format!(
            "(s.status = 'not_fulfilled' OR (s.status = 'delivered' AND s.blocked = true)
              OR ({UNDER_WAY} AND (s.blocked = true OR s.due_on < ?1)) OR (s.status = 'not_started' AND s.due_on <= ?4))"
        );
        let sums = [
            overdue.clone(),
            blocked.clone(),
            due_before.clone(),
            stale.clone(),
            format!("({overdue} OR {blocked} OR {due_before} OR {stale})"),
            red.clone(),
            format!("({UNDER_WAY} AND NOT {red})"),
            "(s.status = 'fulfilled' OR (s.status = 'delivered' AND s.blocked = false))".into(),
            "s.status IN ('suspended', 'superseded', 'dropped')".into(),
        ]
        .map(|sum| format!("sum(CASE WHEN {sum} THEN 1 ELSE 0 END)"));
        let sql = format!(
            "SELECT s.track_id, count(*), {} FROM standing s WHERE s.is_open = true GROUP BY s.track_id",
            sums.join(", ")
        );
        let rows = self.read(&sql, params![self.day, self.ahead, self.stale, self.soon]);
        let open = |row: &Vec<Value>| match &row[1] {
            Value::Integer(open) => *open,
            other => panic!("a count is a number, not {other:?}"),
        };
        rows.iter().map(|row| (text(row, 0), open(row))).collect()
    }

    fn read(&self, sql: &str, with: &[&dyn rusqlite::ToSql]) -> Vec<Vec<Value>> {
        bare::rows(&self.bare, sql, with)
    }
}

/// With the day, the meeting's day and ninety days back as second to fourth value.
fn excepted() -> String {
    format!(
        "(({UNDER_WAY} AND s.due_on < ?2) OR ({BROUGHT_UP} AND s.blocked = true)
          OR ({UNDER_WAY} AND s.due_on >= ?2 AND s.due_on <= ?3) OR ({BROUGHT_UP} AND s.heard_on < ?4))"
    )
}
