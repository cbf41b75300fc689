//! Counts that are kept with the rows: commitments by track, and open ones by lamp and exception as of a day.
//!
//! Counting a million rows takes a good part of a second, and every page shows a count. So what was counted once is
//! carried on in the transaction of each change: what a commitment counted for before is taken off, what it counts for
//! now is added. Lamps depend on the day, so each pair of days that was asked for has counts of its own.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Session, standing::counted};
use crate::{
    clock::Day,
    commitment::Lamps,
    error::Result,
    id::Id,
    row::{Column as _, Value, unreadable},
    wire::Tally,
};

/// How many pairs of days are kept: today's, and that of each meeting which is being prepared.
const PAIRS: usize = 8;

const COUNTS: &str = "overdue, blocked, due_before, stale, exceptions, on_course, red, amber, green, grey, open";

type Counts = [i64; 11];

fn numbers(tally: &Tally) -> Counts {
    [
        tally.overdue,
        tally.blocked,
        tally.due_before,
        tally.stale,
        tally.exceptions,
        tally.on_course,
        tally.red,
        tally.amber,
        tally.green,
        tally.grey,
        tally.open,
    ]
    .map(i64::from)
}

/// What changes of the kept counts in an act.
pub(super) struct Counting {
    pairs: Vec<(Day, Day)>,
    tallies: BTreeMap<(usize, String), Counts>,
    tracks: BTreeMap<String, [i64; 2]>,
    /// Those that are being worked on, by the day they are due.
    due: BTreeMap<Day, i64>,
}

impl Counting {
    /// A commitment no longer counts as it stood.
    pub(super) fn out(&mut self, values: &[Value]) -> Result<()> {
        self.count(values, -1)
    }

    /// A commitment counts as it stands now.
    pub(super) fn within(&mut self, values: &[Value]) -> Result<()> {
        self.count(values, 1)
    }

    fn count(&mut self, values: &[Value], by: i64) -> Result<()> {
        let (track, open, standing) = counted(values)?;
        self.tracks.entry(track.clone()).or_default()[usize::from(!open)] += by;
        if let (true, Some(due)) = (standing.under_way(), standing.due_on) {
            *self.due.entry(due).or_default() += by;
        }
        if open {
            for (at, (day, ahead)) in self.pairs.iter().enumerate() {
                let mut one = Tally::default();
                Lamps { standing: &standing, day: *day, ahead: *ahead }.count_in(&mut one);
                let sums = self.tallies.entry((at, track.clone())).or_default();
                for (sum, number) in sums.iter_mut().zip(numbers(&one)) {
                    *sum += by * number;
                }
            }
        }
        Ok(())
    }
}

impl Session<'_> {
    /// What an act will change of the kept counts: nothing yet.
    pub(super) fn counting(&self) -> Result<Counting> {
        Ok(Counting {
            pairs: self.kept_pairs()?,
            tallies: BTreeMap::new(),
            tracks: BTreeMap::new(),
            due: BTreeMap::new(),
        })
    }

    fn kept_pairs(&self) -> Result<Vec<(Day, Day)>> {
        let mut statement = self.prepare("SELECT DISTINCT day, ahead FROM tally ORDER BY day, ahead")?;
        let rows =
            self.fail(statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))))?;
        rows.map(|row| {
            let (day, ahead) = self.fail(row)?;
            let read = |text: String| Day::from_value(Value::Text(text)).map_err(|e| unreadable("a tally", &e));
            Ok((read(day)?, read(ahead)?))
        })
        .collect()
    }

    /// Brings the kept counts up to what an act changed.
    pub(super) fn count_again(&self, counting: &Counting) -> Result<()> {
        for (track, [open, closed]) in counting.tracks.iter().filter(|(_, by)| **by != [0, 0]) {
            let mut write = self.prepare(
                "INSERT INTO track_count (track_id, open, closed) VALUES (?1, ?2, ?3)
                 ON CONFLICT (track_id) DO UPDATE SET open = track_count.open + excluded.open,
                                                      closed = track_count.closed + excluded.closed",
            )?;
            self.fail(write.execute(params![track, open, closed]))?;
        }
        for (due, by) in counting.due.iter().filter(|(_, by)| **by != 0) {
            let mut write = self.prepare(
                "INSERT INTO due_count (due_on, under_way) VALUES (?1, ?2)
                 ON CONFLICT (due_on) DO UPDATE SET under_way = due_count.under_way + excluded.under_way",
            )?;
            self.fail(write.execute(params![due.to_value(), by]))?;
        }
        for ((pair, track), counts) in counting.tallies.iter().filter(|(_, counts)| **counts != Counts::default()) {
            let (day, ahead) = counting.pairs[*pair];
            self.add_tally(day, ahead, track, *counts)?;
        }
        Ok(())
    }

    fn add_tally(&self, day: Day, ahead: Day, track: &str, counts: Counts) -> Result<()> {
        let each: Vec<&str> = COUNTS.split(", ").collect();
        let sums: Vec<String> = each.iter().map(|name| format!("{name} = tally.{name} + excluded.{name}")).collect();
        let mut write = self.prepare(&format!(
            "INSERT INTO tally (day, ahead, track_id, {COUNTS})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT (day, ahead, track_id) DO UPDATE SET {}",
            sums.join(", ")
        ))?;
        let mut values = vec![day.to_value(), ahead.to_value(), Value::Text(track.to_owned())];
        values.extend(counts.map(Value::Integer));
        self.fail(write.execute(rusqlite::params_from_iter(values)))?;
        Ok(())
    }

    /// The kept counts of a pair of days; none where they are not kept.
    pub(crate) fn kept_tallies(&self, day: Day, ahead: Day) -> Result<Option<Vec<Tally>>> {
        let mut statement =
            self.prepare(&format!("SELECT track_id, {COUNTS} FROM tally WHERE day = ?1 AND ahead = ?2"))?;
        let mut rows = self.fail(statement.query([day.to_value(), ahead.to_value()]))?;
        let mut found = Vec::new();
        while let Some(row) = self.fail(rows.next())? {
            let track = self.fail(row.get::<_, String>(0))?;
            let count = |at: usize| self.fail(row.get::<_, u32>(at));
            let tally = Tally {
                track: Some(track.parse().map_err(|e| unreadable("an id", &format!("{e}")))?),
                overdue: count(1)?,
                blocked: count(2)?,
                due_before: count(3)?,
                stale: count(4)?,
                exceptions: count(5)?,
                on_course: count(6)?,
                red: count(7)?,
                amber: count(8)?,
                green: count(9)?,
                grey: count(10)?,
                open: count(11)?,
            };
            found.push(tally);
        }
        // A track whose last open commitment was closed keeps its row, with nothing in it.
        let kept = !found.is_empty();
        found.retain(|tally| tally.open > 0);
        Ok(kept.then_some(found))
    }

    /// Keeps the counts of a pair of days from now on; those of other days are let go.
    pub(crate) fn keep_tallies(&self, day: Day, ahead: Day, tallies: &[Tally]) -> Result<()> {
        self.fail(self.prepare("DELETE FROM tally WHERE day <> ?1")?.execute([day.to_value()]))?;
        if self.kept_pairs()?.len() >= PAIRS {
            self.run("DELETE FROM tally")?;
        }
        for tally in tallies {
            if let Some(track) = tally.track {
                self.add_tally(day, ahead, &track.to_string(), numbers(tally))?;
            }
        }
        Ok(())
    }

    /// Commitments counted by track: open, all.
    pub(crate) fn counts_by_track(&self) -> Result<Vec<(Id, u32, u32)>> {
        let mut statement = self.prepare("SELECT track_id, open, closed FROM track_count")?;
        let rows =
            self.fail(statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))))?;
        rows.map(|row| {
            let (track, open, closed): (_, u32, u32) = self.fail(row)?;
            Ok((track.parse().map_err(|e| unreadable("an id", &format!("{e}")))?, open, open + closed))
        })
        .collect()
    }

    /// How many commitments that are being worked on are due by a day, or were.
    pub(crate) fn count_due_by(&self, day: Day) -> Result<u32> {
        let mut statement = self.prepare("SELECT coalesce(sum(under_way), 0) FROM due_count WHERE due_on <= ?1")?;
        self.fail(statement.query_row([day.to_value()], |row| row.get(0)))
    }

    /// Counts every commitment by track and by due date, and lets the counts by day go: they are counted when they are asked for.
    pub(super) fn derive_counts(&self) -> Result<()> {
        self.run("DELETE FROM tally")?;
        self.run("DELETE FROM track_count")?;
        self.run("DELETE FROM due_count")?;
        self.run(&format!("INSERT INTO track_count (track_id, open, closed) {BY_TRACK}"))?;
        self.run(&format!("INSERT INTO due_count (due_on, under_way) {BY_DUE}"))
    }

    /// What is counted otherwise than the rows say, in sentences.
    pub(crate) fn strayed_counts(&self) -> Result<Vec<String>> {
        let mut faults: Vec<String> = self.column(&format!(
            "SELECT 'The commitments of a track are counted wrongly.' FROM ({BY_TRACK}) d
               FULL OUTER JOIN track_count k ON k.track_id = d.track_id
              WHERE coalesce(d.open, 0) <> coalesce(k.open, 0) OR coalesce(d.closed, 0) <> coalesce(k.closed, 0)"
        ))?;
        faults.extend(self.column::<String>(&format!(
            "SELECT 'Commitments are counted wrongly by the day they are due.' FROM ({BY_DUE}) d
               FULL OUTER JOIN due_count k ON k.due_on = d.due_on
              WHERE coalesce(d.under_way, 0) <> coalesce(k.under_way, 0) LIMIT 1"
        ))?);
        for (day, ahead) in self.kept_pairs()? {
            let mut counted = self.count_tallies(day, ahead)?;
            let mut kept = self.kept_tallies(day, ahead)?.unwrap_or_default();
            counted.sort_by_key(|tally| tally.track);
            kept.sort_by_key(|tally| tally.track);
            if counted != kept {
                faults.push(format!("The lamps are counted wrongly as of {day}."));
            }
        }
        Ok(faults)
    }
}

const BY_TRACK: &str = "SELECT s.track_id, count(CASE WHEN s.is_open = true THEN 1 END) AS open,
                               count(CASE WHEN s.is_open = false THEN 1 END) AS closed
                          FROM standing s GROUP BY s.track_id";

/// What is being worked on; the same in SQL as [`Standing::under_way`].
pub(super) const UNDER_WAY: &str = "s.status IN ('not_started', 'in_progress')";

const BY_DUE: &str = "SELECT s.due_on, count(*) AS under_way FROM standing s
                       WHERE s.is_open = true AND s.status IN ('not_started', 'in_progress') AND s.due_on <> '9999-12-31'
                       GROUP BY s.due_on";

#[cfg(test)]
mod tests {
    use crate::{
        Dossier, Surroundings, sample,
        vocabulary::{Noun, Status},
        wire::{CommitmentQuery, FollowUpDraft, ReviewFrame, Seen, Sort, StatusDraft, Tally},
    };

    #[test]
    fn kept_counts_follow_every_change_and_its_undo() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.dossier");
        sample::create(&path).unwrap();
        let dossier = Dossier::open(&path, Surroundings::real("A. Officer")).unwrap();
        let day = dossier.day().unwrap();
        let frames = [
            ReviewFrame::Meeting { id: dossier.find(Noun::Meeting, "New York").unwrap() },
            ReviewFrame::Day { on: day + chrono::Days::new(400) },
        ];
        let kept = |dossier: &Dossier| -> Vec<Vec<Tally>> {
            frames.iter().map(|frame| dossier.review(*frame).unwrap().tracks).collect()
        };
        let before = kept(&dossier);
        let pairs = dossier.store().read(|session| session.kept_pairs()).unwrap();
        assert!(pairs.len() >= 2, "looking keeps the counts");

        let query = CommitmentQuery { sort: Sort::Ref, ..CommitmentQuery::open() };
        let rows = dossier.commitments(&query).unwrap().rows;
        let mut acts = 0;
        for (row, status) in rows.iter().zip(Status::ALL.iter().cycle()) {
            let draft = StatusDraft {
                commitments: vec![Seen { id: row.id, revision: row.revision }],
                status: Some(*status),
                their_status: None,
                blocked: Some(row.blocked.is_none()),
                blocked_reason: "Waiting".into(),
                on: None,
                evidence: "Seen".into(),
                evidence_text: None,
                evidence_follow_up: None,
                evidence_instrument: None,
            };
            acts += usize::from(dossier.set_status(&draft).is_ok());
        }
        assert!(acts > 3);
        let heard = FollowUpDraft {
            id: None,
            revision: 0,
            commitments: rows.iter().map(|row| row.id).collect(),
            instrument: None,
            day: Some(day),
            reported_by: String::new(),
            note: "Heard of.".into(),
            our_status: None,
            their_status: None,
            next_step: String::new(),
            next_step_due: None,
            evidence: String::new(),
            agenda_item: None,
            marking: Vec::new(),
        };
        dossier.save_follow_up(&heard).unwrap();
        let faults = |dossier: &Dossier| dossier.store().read(|session| session.strayed_counts()).unwrap();
        assert_eq!(faults(&dossier), Vec::<String>::new());
        assert_ne!(kept(&dossier), before);
        for _ in 0..=acts {
            dossier.undo().unwrap();
            assert_eq!(faults(&dossier), Vec::<String>::new());
        }
        assert_eq!(kept(&dossier), before);
    }
}
