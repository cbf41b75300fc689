//! The one way to write.
//!
//! [`Dossier::transact`] runs a change in an immediate transaction, lets the rules look at what it left, appends the
//! journal's entries and commits, or leaves nothing. It answers what changed; the window refreshes from that alone.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet, hash_map::Entry},
};

use crate::{
    clock::{Day, Instant},
    dossier::Dossier,
    error::{Error, Result},
    id::{Id, IdSource},
    journal,
    op::Op,
    register,
    row::{Record, Row},
    rules,
    store::{Session, Touched},
    vocabulary::{ActKind, Noun},
    wire::{Change, Changed},
};

/// How many rows of a noun an act tells one by one. Who hears of more reads anew whatever is of that noun.
const TOLD: usize = 1_000;

/// A row changed by the act under way: what stood before it, what stands after.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) noun: Noun,
    pub(crate) id: Id,
    pub(crate) revision: i32,
    pub(crate) before: Option<Record>,
    pub(crate) after: Option<Record>,
}

/// An act under way.
pub(crate) struct Act<'s> {
    pub(crate) session: Session<'s>,
    /// When.
    pub(crate) now: Instant,
    /// The dossier's day.
    pub(crate) day: Day,
    /// Under whose name.
    pub(crate) actor: &'s str,
    ids: &'s dyn IdSource,
    /// Ids drawn by this act, of which no row has been entered yet.
    drawn: RefCell<HashSet<Id>>,
    /// Rows changed, in the order of their first change.
    pub(crate) written: Vec<Written>,
    place: HashMap<(Noun, Id), usize>,
    title: String,
    warnings: Vec<String>,
}

/// How an act is entered in the journal.
pub(crate) struct Entering {
    pub(crate) op: Op,
    pub(crate) kind: ActKind,
    /// The act it takes back or does again.
    pub(crate) reverts: Option<Id>,
    /// The act it goes on with, so that both are one step of undo.
    pub(crate) joins: Option<Id>,
}

impl From<Op> for Entering {
    fn from(op: Op) -> Self {
        Self { op, kind: ActKind::Done, reverts: None, joins: None }
    }
}

impl Dossier {
    /// Runs `change` as one act.
    pub(crate) fn transact<T>(
        &self,
        entering: impl Into<Entering>,
        change: impl FnOnce(&mut Act<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        let entering = entering.into();
        let actor = self.actor();
        self.store().write(|session| {
            let now = self.clock().now();
            let day = self.day_in(session)?;
            let mut act = Act {
                session,
                now,
                day,
                actor: &actor,
                ids: self.ids(),
                drawn: RefCell::default(),
                written: Vec::new(),
                place: HashMap::new(),
                title: String::new(),
                warnings: Vec::new(),
            };
            let output = change(&mut act)?;
            act.leave_unchanged()?;
            rules::hold(&act, &entering)?;
            // What is derived looks at the journal too.
            let entered = journal::enter(&act, &entering)?;
            // What a dossier is filled with is derived from in the end, once.
            if !self.store().filling() {
                let mut touched = Touched::default();
                for row in &act.written {
                    session.touch(&mut touched, row.noun, row.id, row.before.as_ref(), row.after.as_ref())?;
                }
                session.refresh(&touched, now)?;
            }
            let (changes, many) = act.changes();
            Ok(Changed { output, act: entered, changes, many, warnings: act.warnings })
        })
    }
}

impl Act<'_> {
    /// A new id.
    pub(crate) fn id(&self) -> Id {
        let id = self.ids.next(self.now);
        self.drawn.borrow_mut().insert(id);
        id
    }

    /// Says what the act did, for a person. The last saying stands.
    pub(crate) fn title(&mut self, title: impl Into<String>) {
        self.title = title.into();
    }

    /// What was said of it.
    pub(crate) fn titled(&self) -> &str {
        &self.title
    }

    /// Something a person should know although the act is carried out.
    pub(crate) fn warn(&mut self, sentence: impl Into<String>) {
        self.warnings.push(sentence.into());
    }

    /// Enters a new row.
    pub(crate) fn insert<R: Row>(&mut self, row: &R) -> Result<()> {
        let (noun, id) = (R::NOUN, row.id());
        if !self.drawn.get_mut().remove(&id) {
            return self.write(noun, id, Some(row.record())).map(|_| ());
        }
        // Nothing can be known of an id that this act has drawn: neither a row nor an entry of the journal.
        let values = row.values();
        self.session.enter(noun, id, 1, &values)?;
        self.note(noun, id, 1, None, Some(Record::of(R::COLUMNS, values)));
        Ok(())
    }

    /// Changes a row, which has to be as it was read: `row.revision` states the revision that was read.
    pub(crate) fn update<R: Row>(&mut self, row: &R) -> Result<()> {
        let stored: R = self.session.require(row.id())?;
        self.change(&stored, row)
    }

    /// Changes a row that was read within this act and stands as `stored`.
    pub(crate) fn change<R: Row>(&mut self, stored: &R, row: &R) -> Result<()> {
        let (noun, id) = (R::NOUN, row.id());
        if stored.revision() != row.revision() {
            return Err(Error::Stale(format!("This {}", noun.label())));
        }
        let (from, to) = (stored.values(), row.values());
        if from == to {
            return Ok(());
        }
        let revision = self.next_revision(noun, id, Some(stored.revision()))?;
        self.session.change(noun, id, revision, &from, &to)?;
        self.note(noun, id, revision, Some(Record::of(R::COLUMNS, from)), Some(Record::of(R::COLUMNS, to)));
        Ok(())
    }

    /// Reads a row to change it, and refuses when it is no longer as the person saw it.
    pub(crate) fn seen<R: Row>(&self, id: Id, revision: i32) -> Result<R> {
        let stored: R = self.session.require(id)?;
        if stored.revision() == revision { Ok(stored) } else { Err(Error::Stale(format!("This {}", R::NOUN.label()))) }
    }

    /// Takes a row out.
    pub(crate) fn delete(&mut self, noun: Noun, id: Id) -> Result<()> {
        self.write(noun, id, None).map(|_| ())
    }

    /// Puts a row into the given state, whatever it was. Answers the row's new revision.
    pub(crate) fn write(&mut self, noun: Noun, id: Id, after: Option<Record>) -> Result<i32> {
        let (read, before) = self.session.record(noun, id)?.unzip();
        if before == after {
            return Ok(read.unwrap_or(0));
        }
        let revision = self.next_revision(noun, id, read)?;
        match (&before, &after) {
            (Some(before), Some(after)) => {
                let values = |record: &Record| register::values(noun, id, revision, record);
                self.session.change(noun, id, revision, &values(before)?, &values(after)?)?;
            }
            (None, Some(after)) => self.session.put(noun, id, revision, after)?,
            (_, None) => self.session.delete(noun, id)?,
        }
        self.note(noun, id, revision, before, after);
        Ok(revision)
    }

    /// The revision that a row gets which stands at revision `read`, or does not stand.
    fn next_revision(&self, noun: Noun, id: Id, read: Option<i32>) -> Result<i32> {
        match read {
            // Within one act a row rises by one revision only.
            Some(revision) if self.place.contains_key(&(noun, id)) => Ok(revision),
            Some(revision) => Ok(revision + 1),
            None => Ok(self.session.last_revision(noun, id)? + 1),
        }
    }

    /// Notes what was written: what stood before the act's first change of a row, and what stands after its last.
    fn note(&mut self, noun: Noun, id: Id, revision: i32, before: Option<Record>, after: Option<Record>) {
        match self.place.entry((noun, id)) {
            Entry::Occupied(at) => {
                let row = &mut self.written[*at.get()];
                row.after = after;
                row.revision = revision;
            }
            Entry::Vacant(place) => {
                place.insert(self.written.len());
                self.written.push(Written { noun, id, revision, before, after });
            }
        }
    }

    /// The rows changed, each once, and the nouns of which they are too many to be told so.
    fn changes(&self) -> (Vec<Change>, Vec<Noun>) {
        let mut counts: HashMap<Noun, usize> = HashMap::new();
        for row in &self.written {
            *counts.entry(row.noun).or_default() += 1;
        }
        let many = |noun: &Noun| counts.get(noun).is_some_and(|count| *count > TOLD);
        let told = self.written.iter().filter(|row| !many(&row.noun)).map(|row| Change {
            noun: row.noun,
            id: row.id,
            revision: if row.after.is_some() { row.revision } else { 0 },
        });
        (told.collect(), Noun::ALL.iter().copied().filter(many).collect())
    }

    /// Forgets the rows that ended as they began, and gives them back the revision they had: nobody who read them
    /// before is refused for it.
    fn leave_unchanged(&mut self) -> Result<()> {
        for row in self.written.extract_if(.., |row| row.before == row.after) {
            if let Some(record) = &row.after {
                self.session.put(row.noun, row.id, row.revision - 1, record)?;
            }
        }
        Ok(())
    }
}
