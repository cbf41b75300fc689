//! The plan of a brief: which parts it has, in which order, and what is written freely in it. Kept with its meeting.

use crate::{
    dossier::Dossier,
    error::{Error, Result, invalid},
    field,
    id::Id,
    marking,
    meeting::Meeting,
    op::Op,
    row::row,
    store::Session,
    transact::{Act, Entering},
    vocabulary::Noun,
    wire::{BriefPart, BriefPlan, Changed, FreePart},
};

/// Longest free part, in Unicode scalar values.
const FREE_MOST: usize = 20_000;
/// How many parts a plan names at most, and how long the key of one is: far more than any brief has.
const PARTS_MOST: usize = 500;
const KEY_MOST: usize = 60;

row! {
    /// What somebody chose for the brief of a meeting.
    Plan as BriefPlan {
        /// The meeting.
        meeting: Id = "meeting_id",
        /// Keys of the parts in order, parted by blanks; one that is not shown begins with a minus.
        parts: String = "parts",
        /// Our objectives, a line each.
        our_objectives: String = "our_objectives",
        /// At most one marking per axis.
        our_objectives_marking: Vec<Id> = "our_objectives_marking",
        /// Theirs, as we see them.
        their_objectives: String = "their_objectives",
        /// At most one marking per axis.
        their_objectives_marking: Vec<Id> = "their_objectives_marking",
        /// The line to take with the press.
        press_line: String = "press_line",
        /// At most one marking per axis.
        press_line_marking: Vec<Id> = "press_line_marking",
        /// Talking points, a line each.
        talking_points: String = "talking_points",
        /// At most one marking per axis.
        talking_points_marking: Vec<Id> = "talking_points_marking",
    }
}

impl Dossier {
    /// Keeps the plan of a meeting's brief. With `joins`, the act goes on with that earlier one, so that what is typed in
    /// one go is one step of undo.
    pub fn save_brief_plan(&self, meeting: Id, plan: &BriefPlan, joins: Option<Id>) -> Result<Changed<Id>> {
        self.transact(Entering { joins, ..Op::SaveBriefPlan.into() }, |act| {
            let meeting: Meeting = act.session.require(meeting)?;
            let stored = of(&act.session, meeting.id)?;
            if stored.as_ref().map_or(0, |row| row.revision) != plan.revision {
                return Err(Error::Stale(format!("This {}", Noun::BriefPlan.label())));
            }
            let row = drawn(act, stored.as_ref(), meeting.id, plan)?;
            act.title(format!("Planned the brief for {}", meeting.title));
            match &stored {
                Some(stored) => act.change(stored, &row)?,
                None => act.insert(&row)?,
            }
            Ok(row.id)
        })
    }
}

/// The plan that is kept with a meeting, without headings; none where nobody planned its brief yet.
pub(crate) fn kept(session: &Session<'_>, meeting: Id) -> Result<Option<BriefPlan>> {
    let free = |text: &str, marking: &[Id]| FreePart { text: text.to_owned(), marking: marking.to_vec() };
    Ok(of(session, meeting)?.map(|row| BriefPlan {
        revision: row.revision,
        parts: row.parts.split_whitespace().map(part).collect(),
        our_objectives: free(&row.our_objectives, &row.our_objectives_marking),
        their_objectives: free(&row.their_objectives, &row.their_objectives_marking),
        press_line: free(&row.press_line, &row.press_line_marking),
        talking_points: free(&row.talking_points, &row.talking_points_marking),
    }))
}

fn of(session: &Session<'_>, meeting: Id) -> Result<Option<Plan>> {
    Ok(session.with::<Plan>("meeting_id", meeting)?.into_iter().next())
}

fn part(word: &str) -> BriefPart {
    let (key, shown) = word.strip_prefix('-').map_or((word, true), |key| (key, false));
    BriefPart { key: key.to_owned(), heading: String::new(), shown }
}

fn drawn(act: &Act<'_>, stored: Option<&Plan>, meeting: Id, plan: &BriefPlan) -> Result<Plan> {
    let (our_objectives, our_objectives_marking) = free(act, "Our objectives", &plan.our_objectives)?;
    let (their_objectives, their_objectives_marking) = free(act, "Their objectives", &plan.their_objectives)?;
    let (press_line, press_line_marking) = free(act, "The press line", &plan.press_line)?;
    let (talking_points, talking_points_marking) = free(act, "The talking points", &plan.talking_points)?;
    Ok(Plan {
        id: stored.map_or_else(|| act.id(), |row| row.id),
        revision: plan.revision,
        meeting,
        parts: words(&with_those_unseen(stored, &plan.parts))?,
        our_objectives,
        our_objectives_marking,
        their_objectives,
        their_objectives_marking,
        press_line,
        press_line_marking,
        talking_points,
        talking_points_marking,
    })
}

/// The parts as given, and those that are kept already and were not named: whoever plans a brief for a reader who does not
/// see a track does not take its part away. Such a part stays behind the one that it followed.
fn with_those_unseen(stored: Option<&Plan>, parts: &[BriefPart]) -> Vec<BriefPart> {
    let mut whole = parts.to_vec();
    let mut before: Option<String> = None;
    for kept in stored.map(|row| row.parts.split_whitespace().map(part)).into_iter().flatten() {
        let key = kept.key.clone();
        if !whole.iter().any(|part| part.key == key) {
            let behind = before.as_ref().and_then(|key| whole.iter().position(|part| part.key == *key));
            whole.insert(behind.map_or(0, |at| at + 1), kept);
        }
        before = Some(key);
    }
    whole
}

/// The parts as they are stored.
fn words(parts: &[BriefPart]) -> Result<String> {
    let fit = |part: &BriefPart| {
        let key = &part.key;
        !key.is_empty() && key.len() <= KEY_MOST && !key.starts_with('-') && !key.contains(char::is_whitespace)
    };
    if parts.len() > PARTS_MOST || !parts.iter().all(fit) {
        return invalid("The parts of this brief have keys that no part has. Nothing was kept.");
    }
    let words: Vec<String> =
        parts.iter().map(|part| if part.shown { part.key.clone() } else { format!("-{}", part.key) }).collect();
    Ok(words.join(" "))
}

fn free(act: &Act<'_>, what: &str, part: &FreePart) -> Result<(String, Vec<Id>)> {
    let text = field::note(what, &part.text)?;
    if text.chars().count() > FREE_MOST {
        return invalid(format!(
            "{what}: at most 20\u{202f}000 characters fit into a brief. Shorten it; nothing was kept."
        ));
    }
    Ok((text, marking::checked(&act.session, &part.marking)?))
}
