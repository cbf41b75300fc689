//! Counts that are kept with the rows: commitments by track, meeting, owner and due date, and open ones by lamp and
//! exception as of a day.
//!
//! Counting a million rows takes a good part of a second, and every page shows a count. So what was counted once is
//! carried on in the transaction of each change: what a commitment counted for before is taken off, what it counts for
//! now is added. Lamps depend on the day, so each pair of days that was asked for has counts of its own.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::params;

use super::{
    Session,
    standing::{ADRIFT, COLUMNS, Counted, counted},
    trend::month_of,
};
use crate::{
    clock::Day,
    commitment::Lamps,
    error::Result,
    id::Id,
    row::{Column as _, Value, unreadable},
    search::Ask,
    vocabulary::Bound,
    wire::Tally,
};

/// How many pairs of days are kept: today's, and that of each meeting which is being prepared.
const PAIRS: usize = 8;

const COUNTS: &str =
    "overdue, blocked, due_before, stale, cancelled, exceptions, on_course, red, amber, green, grey, open";

type Counts = [i64; 12];

fn numbers(tally: &Tally) -> Counts {
    [
        tally.overdue,
        tally.blocked,
        tally.due_before,
        tally.stale,
        tally.cancelled,
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

/// What is counted, as it begins in `kept_count`: by track, by the meeting at which it was made, by who has a part in it,
/// by who is bound; and those that are being worked on, by the day they are due.
const TRACK: &str = "track:";
const MEETING: &str = "meeting:";
const PART: &str = "part:";
const BOUND: &str = "bound:";
const DUE: &str = "due:";
/// Beside these, how often instruments changed.
const INSTRUMENTS: &str = "changed:instruments";
/// What has a date, by track, by the dialogue it was made in and by the month it is due: `lane:track:dialogue:2026-06`.
pub(super) const LANE: &str = "lane:";
/// By the meeting or the outside event it is due by.
const BY: &str = "by:";

/// What changes of the kept counts in an act.
#[derive(Default)]
pub(super) struct Counting {
    pairs: Vec<(Day, Day)>,
    tallies: BTreeMap<(usize, String), Counts>,
    /// By what is counted: how many are open, how many are closed.
    kept: BTreeMap<String, [i64; 2]>,
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
        let Counted { track, open, standing, bound, parts, meeting, due_by, dialogue } = counted(values)?;
        let mut add = |what: String| self.kept.entry(what).or_default()[usize::from(!open)] += by;
        add(format!("{TRACK}{track}"));
        add(format!("{BOUND}{bound}"));
        if !meeting.is_empty() {
            add(format!("{MEETING}{meeting}"));
        }
        if !due_by.is_empty() {
            add(format!("{BY}{due_by}"));
        }
        let parts: BTreeSet<&str> = parts.split(' ').filter(|part| !part.is_empty()).collect();
        parts.into_iter().for_each(|part| add(format!("{PART}{part}")));
        if let (true, Some(due)) = (standing.under_way(), standing.due_on) {
            add(format!("{DUE}{due}"));
        }
        if let Some(due) = standing.due_on {
            add(format!("{LANE}{track}:{dialogue}:{}", month_of(due)));
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
        Ok(Counting { pairs: self.kept_pairs()?, ..Counting::default() })
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
        self.add_to_kept("kept_count", counting)?;
        for ((pair, track), counts) in counting.tallies.iter().filter(|(_, counts)| **counts != Counts::default()) {
            let (day, ahead) = counting.pairs[*pair];
            self.add_tally(day, ahead, track, *counts)?;
        }
        Ok(())
    }

    /// Adds what was counted to what is kept in a table.
    pub(super) fn add_to_kept(&self, table: &str, counting: &Counting) -> Result<()> {
        let mut write = self.prepare(&format!(
            "INSERT INTO {table} (what, open, closed) VALUES (?1, ?2, ?3)
             ON CONFLICT (what) DO UPDATE SET open = {table}.open + excluded.open, closed = {table}.closed + excluded.closed"
        ))?;
        for (what, [open, closed]) in counting.kept.iter().filter(|(_, by)| **by != [0, 0]) {
            self.fail(write.execute(params![what, open, closed]))?;
        }
        Ok(())
    }

    fn add_tally(&self, day: Day, ahead: Day, track: &str, counts: Counts) -> Result<()> {
        let each: Vec<&str> = COUNTS.split(", ").collect();
        let sums: Vec<String> = each.iter().map(|name| format!("{name} = tally.{name} + excluded.{name}")).collect();
        let mut write = self.prepare(&format!(
            "INSERT INTO tally (day, ahead, track_id, {COUNTS})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
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
                cancelled: count(5)?,
                exceptions: count(6)?,
                on_course: count(7)?,
                red: count(8)?,
                amber: count(9)?,
                green: count(10)?,
                grey: count(11)?,
                open: count(12)?,
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
        let read = |(track, (open, all)): (String, (u32, u32))| {
            Ok((track.parse().map_err(|e| unreadable("an id", &format!("{e}")))?, open, all))
        };
        self.kept(TRACK)?.into_iter().map(read).collect()
    }

    /// Commitments counted by the meeting they were made at: all, open. There may be tens of thousands.
    pub(crate) fn counts_by_meeting(&self) -> Result<HashMap<Id, (u32, u32)>> {
        let mut sums: HashMap<Id, (i64, i64)> = HashMap::new();
        self.each_kept(MEETING, |meeting, open, closed| {
            let sum = sums.entry(meeting.parse().map_err(|e| unreadable("an id", &format!("{e}")))?).or_default();
            *sum = (sum.0 + open + closed, sum.1 + open);
            Ok(())
        })?;
        let number = |sum: i64| u32::try_from(sum).unwrap_or(0);
        Ok(sums.into_iter().map(|(meeting, (all, open))| (meeting, (number(all), number(open)))).collect())
    }

    /// Commitments made at a meeting: all, open.
    pub(crate) fn outcome_counts(&self, meeting: Id) -> Result<(u32, u32)> {
        let (open, all) = self.kept_one(&format!("{MEETING}{meeting}"))?;
        Ok((all, open))
    }

    /// How many open commitments are due by a meeting, or by an outside event of this name.
    pub(crate) fn open_due_by(&self, what: &str) -> Result<u32> {
        Ok(self.kept_one(&format!("{BY}{what}"))?.0)
    }

    /// How many open commitments a body or person has a part in.
    pub(crate) fn open_owned(&self, owner: Id) -> Result<u32> {
        Ok(self.kept_one(&format!("{PART}{owner}"))?.0)
    }

    /// Commitments, open and closed, that a body or person has a part in.
    pub(crate) fn count_owned(&self, owner: Id) -> Result<u32> {
        Ok(self.kept_one(&format!("{PART}{owner}"))?.1)
    }

    /// How often anything changed that instruments are reckoned from: while it is the same, they come to the same.
    pub(crate) fn changes_of_instruments(&self) -> Result<u32> {
        Ok(self.kept_one(INSTRUMENTS)?.0)
    }

    /// Something changed that instruments are reckoned from.
    pub(super) fn note_changed_instruments(&self) -> Result<()> {
        let mut counting = Counting::default();
        counting.kept.insert(INSTRUMENTS.to_owned(), [1, 0]);
        self.add_to_kept("kept_count", &counting)
    }

    /// How many rows the set of a question has, where that is kept.
    pub(super) fn kept_size(&self, ask: &Ask) -> Result<Option<u32>> {
        let (kind, ids) = match ask {
            Ask::Owned(ids) | Ask::Owners(ids) | Ask::Counterparts(ids) => (PART, ids),
            Ask::Tracks(ids) => (TRACK, ids),
            _ => return Ok(None),
        };
        let mut size = 0_u32;
        for id in ids {
            size = size.saturating_add(self.kept_one(&format!("{kind}{id}"))?.1);
        }
        Ok(Some(size))
    }

    /// Open commitments that a party is bound by: as a side, or by name.
    pub(crate) fn open_bound(&self, party: Id, side: Option<Bound>) -> Result<u32> {
        let mut open = self.kept_one(&format!("{PART}{party}"))?.0;
        for side in side.into_iter().flat_map(|side| [side, Bound::Both]) {
            open += self.kept_one(&format!("{BOUND}{}", side.word()))?.0;
        }
        Ok(open)
    }

    /// How many commitments that are being worked on are due by a day, or were.
    pub(crate) fn count_due_by(&self, day: Day) -> Result<u32> {
        let mut statement =
            self.prepare("SELECT coalesce(sum(open), 0) FROM kept_count WHERE what > ?1 AND what <= ?2")?;
        self.fail(statement.query_row([DUE.to_owned(), format!("{DUE}{day}")], |row| row.get(0)))
    }

    /// How many commitments that are being worked on were due by a meeting that was cancelled.
    pub(crate) fn count_adrift(&self) -> Result<u32> {
        let mut statement = self.prepare(&format!(
            "SELECT count(*) FROM standing s WHERE s.is_open = true AND s.due_on = '{ADRIFT}' AND {UNDER_WAY}"
        ))?;
        self.fail(statement.query_row([], |row| row.get(0)))
    }

    /// The counts of one kind, by what follows its name: open, all.
    pub(super) fn kept(&self, kind: &str) -> Result<BTreeMap<String, (u32, u32)>> {
        let mut sums: BTreeMap<String, [i64; 2]> = BTreeMap::new();
        self.each_kept(kind, |what, open, closed| {
            let sum = sums.entry(what.to_owned()).or_default();
            *sum = [sum[0] + open, sum[1] + closed];
            Ok(())
        })?;
        let number = |sum: i64| u32::try_from(sum).unwrap_or(0);
        Ok(sums.into_iter().map(|(what, [open, closed])| (what, (number(open), number(open + closed)))).collect())
    }

    /// Goes through the counts of one kind, by what follows its name: open, closed. A past day has what was changed since
    /// beside them, to be added.
    fn each_kept(&self, kind: &str, mut each: impl FnMut(&str, i64, i64) -> Result<()>) -> Result<()> {
        let mut statement =
            self.prepare("SELECT what, open, closed FROM kept_count WHERE what > ?1 AND what < ?2 ORDER BY what")?;
        // What follows a name begins with a digit or a letter of any script.
        let mut rows = self.fail(statement.query([kind.to_owned(), format!("{kind}\u{10ffff}")]))?;
        while let Some(row) = self.fail(rows.next())? {
            let what = self.fail(row.get_ref(0).and_then(|what| Ok(what.as_str()?)))?;
            each(what.get(kind.len()..).unwrap_or_default(), self.fail(row.get(1))?, self.fail(row.get(2))?)?;
        }
        Ok(())
    }

    /// One count: open, all.
    fn kept_one(&self, what: &str) -> Result<(u32, u32)> {
        let mut statement = self.prepare(
            "SELECT coalesce(sum(open), 0), coalesce(sum(open + closed), 0) FROM kept_count WHERE what = ?1",
        )?;
        self.fail(statement.query_row([what], |row| Ok((row.get(0)?, row.get(1)?))))
    }

    /// Counts every commitment, and lets the counts by day go: they are counted when they are asked for.
    pub(super) fn derive_counts(&self) -> Result<()> {
        self.run("DELETE FROM tally")?;
        self.run("DELETE FROM kept_count")?;
        self.add_to_kept("kept_count", &self.counted_again()?)
    }

    /// Every commitment counted, but for lamps.
    fn counted_again(&self) -> Result<Counting> {
        let mut counting = Counting::default();
        self.each_standing(&format!("SELECT {COLUMNS} FROM standing"), &[], |values| counting.within(values))?;
        Ok(counting)
    }

    /// What is counted otherwise than the rows say, in sentences.
    pub(crate) fn strayed_counts(&self) -> Result<Vec<String>> {
        let mut faults: Vec<String> = Vec::new();
        let counting = self.counted_again()?;
        let mut kept = BTreeMap::new();
        for kind in [TRACK, MEETING, PART, BOUND, DUE, BY, LANE] {
            kept.extend(self.kept(kind)?.into_iter().map(|(what, counts)| (format!("{kind}{what}"), counts)));
        }
        kept.retain(|_, counts| *counts != (0, 0));
        let number = |sum: i64| u32::try_from(sum).unwrap_or(0);
        let counted: BTreeMap<String, (u32, u32)> = counting
            .kept
            .into_iter()
            .map(|(what, [open, closed])| (what, (number(open), number(open + closed))))
            .collect();
        if kept != counted {
            faults.push("Commitments are counted wrongly by track, meeting, owner or due date.".to_owned());
        }
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

/// What is being worked on; the same in SQL as [`Standing::under_way`].
pub(super) const UNDER_WAY: &str = "s.status IN ('not_started', 'in_progress')";

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
