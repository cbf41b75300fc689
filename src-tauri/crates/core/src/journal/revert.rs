//! Undo, redo, and taking back one act of the past.

use crate::{
    dossier::Dossier,
    error::{Error, Result, refused},
    id::Id,
    op::Op,
    store::{ActRow, EntryRow, Session},
    transact::{Act, Entering},
    vocabulary::ActKind,
    wire::Changed,
};

/// In which direction an act's entries are gone through.
#[derive(Clone, Copy)]
enum Way {
    Back,
    Forth,
}

impl Dossier {
    /// What undo would take back.
    pub(crate) fn next_undo(session: Session<'_>) -> Result<Option<ActRow>> {
        Ok(session.newest_standing()?.filter(|act| act.undoable))
    }

    /// What redo would do again: the oldest undone act since the newest that stands.
    pub(crate) fn next_redo(session: Session<'_>) -> Result<Option<ActRow>> {
        let standing = session.newest_standing()?.map_or(0, |act| act.seq);
        session.oldest_undone_after(standing)
    }

    /// Takes back the newest act that stands. Refuses, with a sentence, when a row it changed no longer is as it left it.
    pub fn undo(&self) -> Result<Changed<()>> {
        self.not_of_the_past()?;
        let act = self.store().read(Self::next_undo)?;
        let Some(act) = act else { return refused("There is nothing to undo.") };
        self.turn(
            &act,
            Way::Back,
            Entering { op: Op::Revert, kind: ActKind::Undone, reverts: Some(act.id), joins: None },
        )
    }

    /// Does again what was undone last.
    pub fn redo(&self) -> Result<Changed<()>> {
        self.not_of_the_past()?;
        let act = self.store().read(Self::next_redo)?;
        let Some(act) = act else { return refused("There is nothing to redo.") };
        self.turn(
            &act,
            Way::Forth,
            Entering { op: Op::Revert, kind: ActKind::Redone, reverts: Some(act.id), joins: None },
        )
    }

    /// Takes back one act of the past, whatever was done since on other rows. This is an act itself, and can be undone.
    pub fn revert(&self, id: Id) -> Result<Changed<()>> {
        self.not_of_the_past()?;
        let act = self.store().read(|session| session.act(id))?;
        let Some(act) = act else { return Err(Error::NotFound("This act is not in the journal.".into())) };
        if act.undone || act.kind != ActKind::Done {
            return refused("This act has been taken back already.");
        }
        if !act.undoable {
            return refused("What made the dossier itself cannot be taken back.");
        }
        self.turn(&act, Way::Back, Entering { op: Op::Revert, kind: ActKind::Done, reverts: Some(act.id), joins: None })
    }

    /// Refuses where a past day is looked at, before anything is said of acts that came later.
    fn not_of_the_past(&self) -> Result<()> {
        self.past_day().map_or(Ok(()), |day| Err(Error::Past { day }))
    }

    fn turn(&self, act: &ActRow, way: Way, entering: Entering) -> Result<Changed<()>> {
        self.transact(entering, |turning| {
            let mut entries = turning.session.entries_of(act.seq, u32::MAX)?;
            match way {
                Way::Back => {
                    entries.reverse();
                    turning.title(format!("Undone: {}", act.title));
                }
                Way::Forth => turning.title(format!("Redone: {}", act.title)),
            }
            for entry in &entries {
                apply(turning, entry, way)?;
            }
            let undone = matches!(way, Way::Back);
            turning.session.set_undone(act.id, undone)?;
            if let (Some(target), ActKind::Done) = (act.reverts, act.kind) {
                // Taking back a taking-back lets the first act stand again.
                turning.session.set_undone(target, !undone)?;
            }
            Ok(())
        })
    }
}

fn apply(turning: &mut Act<'_>, entry: &EntryRow, way: Way) -> Result<()> {
    let (from, to) = match way {
        Way::Back => (&entry.after, &entry.before),
        Way::Forth => (&entry.before, &entry.after),
    };
    let stored = turning.session.record(entry.noun, entry.row)?.map(|(_, record)| record);
    if stored != *from {
        let name =
            from.as_ref().or(to.as_ref()).map(|record| super::names::own(entry.noun, record)).unwrap_or_default();
        return refused(format!(
            "“{name}” ({}) has been changed since, so this act can no longer be taken back by itself. Nothing was changed; undo the later change first.",
            entry.noun.label()
        ));
    }
    turning.write(entry.noun, entry.row, to.clone()).map(|_| ())
}
