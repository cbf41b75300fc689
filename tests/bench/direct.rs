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
    /// The dossier's day, the meeting's, ninety days back.
    day: String,
    ahead: String,
    stale: String,
}

impl Direct {
    /// For the review of `meeting`, which begins on `ahead`, as of `day`.
    pub fn new(path: &Path, meeting: &str, day: &str, ahead: &str) -> Self {
        let bare = bare::connect(path);
        let stale = text(&bare::rows(&bare, "SELECT date(?1, '-90 days')", params![day])[0], 0);
        Self { bare, meeting: meeting.into(), day: day.into(), ahead: ahead.into(), stale }
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
        let mut statement = self
            .bare
            .prepare_cached("SELECT track_id, status, blocked, due_on, heard_on FROM standing WHERE is_open = true")
            .expect("a statement of the register");
        let mut rows = statement.query([]).expect("its rows");
        let mut found: Vec<(String, i64)> = Vec::new();
        // There are tens of thousands of rows: they are read where they lie, every column, and counted.
        while let Some(row) = rows.next().expect("a row") {
            let track = row.get_ref(0).expect("a track").as_str().expect("its id");
            for at in 1..5 {
                std::hint::black_box(row.get_ref(at).expect("a column"));
            }
            match found.iter_mut().find(|(known, _)| known == track) {
                Some((_, open)) => *open += 1,
                None => found.push((track.to_owned(), 1)),
            }
        }
        found
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
