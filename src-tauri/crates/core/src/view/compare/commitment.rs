//! What became of the commitments between two days: entered, closed, put off, worded otherwise, …

use std::collections::{HashMap, HashSet, hash_map::Entry};

use super::{
    Changes, Pair,
    say::{differs, told},
};
use crate::{
    capture::difference,
    clock::{Day, spoken},
    commitment::{Commitment, due_words},
    error::Result,
    id::Id,
    journal::{named, shortened},
    row::{Record, Row as _},
    store::Between,
    vocabulary::{ComparedAs, DueKind, Noun, OwnerRole, Status},
    wire::{ComparedField, ComparedRow},
};

/// Longest stretch of what shows that something was kept, in characters.
const EVIDENCE_SHOWN: usize = 300;

const WORDS: &[&str] = &["title", "wording"];
const DUE: &[&str] = &["due_kind", "due_on", "due_meeting_id", "due_event", "due_months"];
const STATUS: &[&str] = &["status", "their_status", "blocked", "blocked_reason"];
/// What closing enters, and reopening takes out.
const CLOSING: &[&str] = &[
    "closed_on",
    "evidence",
    "evidence_text_id",
    "evidence_follow_up_id",
    "evidence_instrument_id",
    "closed_by_only_owner",
];

/// A commitment that changed.
pub(super) struct Promise {
    id: Id,
    /// As it stood on the two days.
    pair: Pair,
    /// Whether it had been in the register before the first day, and was brought back.
    back: bool,
    /// Its owners that are not the same.
    owners: Vec<Pair>,
    /// The changes of its due date that were entered.
    due_changes: Vec<Record>,
    /// The day its due date came to, on the two days; looked up only where it may differ.
    due: (Option<Day>, Option<Day>),
    /// In which ways it changed.
    pub(super) kinds: Vec<ComparedAs>,
    /// The entry that changed it last.
    last: i64,
}

impl Promise {
    fn new(id: Id, pair: Pair, back: bool, last: i64) -> Self {
        let (owners, due_changes, kinds) = (Vec::new(), Vec::new(), Vec::new());
        Self { id, pair, back, owners, due_changes, due: (None, None), kinds, last }
    }

    fn reference(&self) -> &str {
        self.pair.1.as_ref().or(self.pair.0.as_ref()).map_or("", |record| record.text("ref"))
    }
}

/// The commitments that changed, by ref.
pub(super) fn found(changes: &Changes<'_>) -> Result<Vec<Promise>> {
    let mut promises: HashMap<Id, Promise> = HashMap::new();
    for (net, pair) in changes.differing(Noun::Commitment)? {
        promises.insert(net.id, Promise::new(net.id, pair, net.known, net.last));
    }
    // What hangs on a commitment that is itself as it was.
    let mut of = |id: Id, last: i64, add: &mut dyn FnMut(&mut Promise)| -> Result<()> {
        let promise = match promises.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let Some(record) = changes.unchanged(Noun::Commitment, id)? else { return Ok(()) };
                place.insert(Promise::new(id, (Some(record.clone()), Some(record)), false, last))
            }
        };
        promise.last = promise.last.max(last);
        add(promise);
        Ok(())
    };
    for (net, pair) in changes.differing(Noun::Owner)? {
        if let Some(id) = pair.1.as_ref().or(pair.0.as_ref()).and_then(|owner| owner.id("commitment_id")) {
            of(id, net.last, &mut |promise| promise.owners.push(pair.clone()))?;
        }
    }
    for (net, pair) in changes.differing(Noun::DueChange)? {
        if let (None, Some(change)) = pair
            && let Some(id) = change.id("commitment_id")
        {
            of(id, net.last, &mut |promise| promise.due_changes.push(change.clone()))?;
        }
    }
    let mut moved = HashSet::new();
    for (net, (before, after)) in changes.differing(Noun::Meeting)? {
        // What is due by a meeting that came or went in between was changed itself.
        if let (Some(before), Some(after)) = (&before, &after)
            && differs(before, after, "begins_on")
        {
            moved.insert(net.id);
            for id in due_by(changes, net.id)? {
                of(id, net.last, &mut |_| {})?;
            }
        }
    }
    let mut promises: Vec<Promise> = promises.into_values().collect();
    for promise in &mut promises {
        promise.settle(changes, &moved)?;
    }
    promises.retain(|promise| !promise.kinds.is_empty());
    promises.sort_unstable_by(|one, other| (one.reference(), one.id).cmp(&(other.reference(), other.id)));
    Ok(promises)
}

/// The commitments that were due by a meeting on the later day: those that are, and those that no longer are since.
fn due_by(changes: &Changes<'_>, meeting: Id) -> Result<Vec<Id>> {
    let session = &changes.session;
    let mut ids = session.referring(Noun::Commitment, "due_meeting_id", false, meeting)?;
    let (end, _) = session.journal_end()?;
    if end > changes.between.last {
        let since = Between { first: changes.between.last + 1, last: end };
        for net in session.net_changes(since, &[Noun::Commitment])?.0 {
            if let Some((Some(before), _)) = net.records()?
                && before.id("due_meeting_id") == Some(meeting)
            {
                ids.push(net.id);
            }
        }
    }
    Ok(ids)
}

fn status(record: &Record) -> Status {
    Status::from_word(record.text("status")).unwrap_or(Status::NotStarted)
}

/// Who an owner is, and as what.
fn part(owner: &Record) -> [&str; 4] {
    ["role", "party_id", "body_id", "person_id"].map(|column| owner.text(column))
}

impl Promise {
    /// Finds in which ways it changed.
    fn settle(&mut self, changes: &Changes<'_>, moved: &HashSet<Id>) -> Result<()> {
        self.leave_same_owners();
        let (before, after) = match &self.pair {
            (None, None) => return Ok(()),
            (None, Some(_)) => {
                self.kinds.push(ComparedAs::Added);
                return Ok(());
            }
            (Some(_), None) => {
                self.kinds.push(ComparedAs::Removed);
                return Ok(());
            }
            (Some(before), Some(after)) => (before, after),
        };
        let any = |columns: &[&str]| columns.iter().any(|column| differs(before, after, column));
        let turned = match (status(before).is_open(), status(after).is_open()) {
            (true, false) => Some(ComparedAs::Closed),
            (false, true) => Some(ComparedAs::Reopened),
            _ => None,
        };
        self.kinds.extend(turned.or_else(|| any(STATUS).then_some(ComparedAs::Restated)));
        let other_due = any(DUE);
        if other_due || after.id("due_meeting_id").is_some_and(|meeting| moved.contains(&meeting)) {
            self.due = (due_on(changes, before, false)?, due_on(changes, after, true)?);
            let later = match self.due {
                (Some(from), Some(to)) => to > from,
                (Some(_), None) => true,
                (None, _) => false,
            };
            if later {
                self.kinds.push(ComparedAs::Slipped);
            } else if other_due || self.due.0 != self.due.1 {
                self.kinds.push(ComparedAs::Redated);
            }
        }
        if any(WORDS) {
            self.kinds.push(ComparedAs::Reworded);
        }
        if !self.owners.is_empty() {
            self.kinds.push(ComparedAs::Reowned);
        }
        if !rest(before, after, turned.is_some()).is_empty() {
            self.kinds.push(ComparedAs::Otherwise);
        }
        Ok(())
    }

    /// Who was taken out and entered again is the owner as before.
    fn leave_same_owners(&mut self) {
        let mut gone: Vec<Record> = self.owners.iter().filter_map(|(before, _)| before.clone()).collect();
        let mut come: Vec<Record> = Vec::new();
        for owner in self.owners.drain(..).filter_map(|(_, after)| after) {
            match gone.iter().position(|before| part(before) == part(&owner)) {
                Some(at) => {
                    gone.swap_remove(at);
                }
                None => come.push(owner),
            }
        }
        self.owners.extend(gone.into_iter().map(|owner| (Some(owner), None)));
        self.owners.extend(come.into_iter().map(|owner| (None, Some(owner))));
    }

    /// As people read it, in one of the sections it stands in.
    pub(super) fn say(&self, changes: &Changes<'_>, kind: ComparedAs) -> Result<ComparedRow> {
        let mut row = changes.row(Noun::Commitment, self.id, &self.pair, self.last)?;
        match (&self.pair, kind) {
            ((Some(before), Some(after)), ComparedAs::Closed | ComparedAs::Reopened | ComparedAs::Restated) => {
                row.fields = statuses(changes, before, after)?;
            }
            ((Some(before), Some(after)), ComparedAs::Slipped | ComparedAs::Redated) => {
                row.fields = vec![self.due_date(changes, before, after)?];
            }
            ((Some(before), Some(after)), ComparedAs::Reworded) => {
                row.fields = WORDS
                    .iter()
                    .filter(|column| differs(before, after, column))
                    .map(|column| {
                        let text =
                            |record: &Record| Some(record.text(column).to_owned()).filter(|text| !text.is_empty());
                        let difference = difference(before.text(column), after.text(column));
                        ComparedField { difference, ..told(*column, text(before), text(after)) }
                    })
                    .collect();
            }
            (_, ComparedAs::Reowned) => row.fields = self.owners(changes)?,
            ((Some(before), Some(after)), ComparedAs::Otherwise) => {
                let closing = status(before).is_open() != status(after).is_open();
                for column in rest(before, after, closing) {
                    row.fields.push(changes.column(Noun::Commitment, before, after, column)?);
                }
            }
            ((_, Some(after)), _) => row.line = self.standing(changes, after, true)?,
            ((Some(before), None), _) => row.line = self.standing(changes, before, false)?,
            ((None, None), _) => {}
        }
        Ok(row)
    }

    /// Where it stood, in a line: `in progress · due 30 Jun 2015 · CERT-In`.
    fn standing(&self, changes: &Changes<'_>, record: &Record, later: bool) -> Result<String> {
        let mut parts = Vec::new();
        if self.back {
            parts.push("brought back from the bin".to_owned());
        }
        parts.push(status(record).label().to_owned());
        let due = due_said(changes, record, due_on(changes, record, later)?)?;
        if record.text("due_kind") != DueKind::None.word() {
            parts.push(format!("due {due}"));
        }
        for (before, after) in &self.owners {
            if let Some(owner) = if later { after } else { before }
                && owner.text("role") == OwnerRole::Lead.word()
            {
                parts.push(owner_name(changes, owner)?);
            }
        }
        Ok(parts.join(" · "))
    }

    fn due_date(&self, changes: &Changes<'_>, before: &Record, after: &Record) -> Result<ComparedField> {
        // Put one after the other, they do without the points they end with.
        let mut reasons: Vec<&str> =
            self.due_changes.iter().map(|change| change.text("reason")).filter(|reason| !reason.is_empty()).collect();
        if let [all_but_last @ .., _] = reasons.as_mut_slice() {
            all_but_last.iter_mut().for_each(|reason| *reason = reason.trim_end_matches('.'));
        }
        let slips = self.due_changes.iter().filter(|change| change.get("slip").is_some()).count();
        let mut note = reasons.join("; ");
        if slips > 1 {
            note = format!("Put off {slips} times. {note}").trim_end().to_owned();
        } else if after.text("due_kind") == DueKind::Meeting.word()
            && self.due_changes.iter().all(|change| change.get("moved").is_some())
        {
            note = if note.is_empty() {
                "The meeting was moved.".into()
            } else {
                format!("The meeting was moved: {note}")
            };
        }
        let said = |record: &Record, day| due_said(changes, record, day).map(Some);
        Ok(ComparedField { note, ..told("due", said(before, self.due.0)?, said(after, self.due.1)?) })
    }

    fn owners(&self, changes: &Changes<'_>) -> Result<Vec<ComparedField>> {
        let mut fields = Vec::new();
        for role in OwnerRole::ALL {
            let names = |of: fn(&Pair) -> &Option<Record>| -> Result<Option<String>> {
                let owners = self.owners.iter().filter_map(|pair| of(pair).as_ref());
                let owners = owners.filter(|owner| owner.text("role") == role.word());
                let names: Vec<String> = owners.map(|owner| owner_name(changes, owner)).collect::<Result<_>>()?;
                Ok(Some(names.join(", ")).filter(|names| !names.is_empty()))
            };
            let (gone, come) = (names(|pair| &pair.0)?, names(|pair| &pair.1)?);
            if gone.is_some() || come.is_some() {
                fields.push(told(role.label(), gone, come));
            }
        }
        Ok(fields)
    }
}

/// Columns that differ and belong to no section of their own.
fn rest(before: &Record, after: &Record, turned: bool) -> Vec<&'static str> {
    let own = |column: &&str| {
        [WORDS, DUE, STATUS].iter().any(|columns| columns.contains(column)) || (turned && CLOSING.contains(column))
    };
    // The first day ever set comes with the first due date.
    let first = |column: &&str| *column == "first_due_on" && DUE.iter().any(|due| differs(before, after, due));
    let columns = Commitment::COLUMNS.iter().copied().filter(|column| !own(column) && !first(column));
    columns.filter(|column| differs(before, after, column)).collect()
}

/// The day a due date came to, on the earlier day or on the later.
fn due_on(changes: &Changes<'_>, record: &Record, later: bool) -> Result<Option<Day>> {
    match record.id("due_meeting_id") {
        Some(meeting) if record.text("due_kind") == DueKind::Meeting.word() => changes.meeting_begins(meeting, later),
        _ => Ok(record.text("due_on").parse().ok()),
    }
}

/// A due date in words, with the day it came to where they do not say it.
fn due_said(changes: &Changes<'_>, record: &Record, on: Option<Day>) -> Result<String> {
    let kind = DueKind::from_word(record.text("due_kind")).unwrap_or(DueKind::None);
    let meeting = match record.id("due_meeting_id") {
        Some(id) => Some(named(&changes.session, Noun::Meeting, id)?),
        None => None,
    };
    let months = record.get("due_months").and_then(|months| match months {
        crate::row::Value::Integer(months) => i32::try_from(*months).ok(),
        _ => None,
    });
    let words = due_words(kind, on, meeting.as_deref(), record.text("due_event"), months);
    Ok(match (kind, on) {
        (DueKind::Day | DueKind::None, _) | (_, None) => words,
        (_, Some(on)) => format!("{words} ({})", spoken(on)),
    })
}

/// Where both sides see it, and how it was closed.
fn statuses(changes: &Changes<'_>, before: &Record, after: &Record) -> Result<Vec<ComparedField>> {
    let mut fields = Vec::new();
    for column in STATUS {
        if !differs(before, after, column) {
            continue;
        }
        let mut field = changes.column(Noun::Commitment, before, after, column)?;
        match *column {
            "status" if !status(after).is_open() => field.note = how_closed(changes, after)?,
            "their_status" => {
                field.field = "their view".into();
                let known = |view: Option<String>| view.or_else(|| Some("not known".into()));
                (field.before, field.after) = (known(field.before), known(field.after));
            }
            "blocked" => {
                field.note = after.text("blocked_reason").to_owned();
                (field.before, field.after) =
                    (field.before.or_else(|| Some("no".into())), field.after.or_else(|| Some("no".into())));
            }
            // The reason is told with the word.
            "blocked_reason" if differs(before, after, "blocked") => continue,
            "blocked_reason" => field.field = "blocked because".into(),
            _ => {}
        }
        fields.push(field);
    }
    Ok(fields)
}

/// `On 3 May 2015. Shown by: Report of both sides.`
fn how_closed(changes: &Changes<'_>, record: &Record) -> Result<String> {
    let mut said = Vec::new();
    if let Ok(on) = record.text("closed_on").parse() {
        said.push(format!("On {}.", spoken(on)));
    }
    let mut shown = vec![shortened(record.text("evidence"), EVIDENCE_SHOWN)];
    for column in ["evidence_text_id", "evidence_instrument_id", "evidence_follow_up_id"] {
        shown.push(changes.value(Noun::Commitment, record, column)?);
    }
    shown.retain(|words| !words.is_empty());
    if !shown.is_empty() {
        said.push(format!("Shown by: {}", shown.join("; ")));
    }
    Ok(said.join(" "))
}

fn owner_name(changes: &Changes<'_>, owner: &Record) -> Result<String> {
    let mut names = Vec::new();
    for (noun, column) in [(Noun::Body, "body_id"), (Noun::Person, "person_id")] {
        if let Some(id) = owner.id(column) {
            names.push(named(&changes.session, noun, id)?);
        }
    }
    Ok(names.join(", "))
}
