//! The outcome of a visit: what was promised there, against what shows that it was kept.

use super::{
    gather::Gathering,
    mark::Mark,
    paper::{Block, Cell, Holds, Paper, Paragraph, Row, Table, Tone},
    promise::Promise,
    rows::{cell, column, due_cell, row},
    summit::{asked, file_of},
    who::{called, heads},
    whole::{Head, fact, section},
    words::{Line, first_count, listed, number},
};
use crate::{
    attendance::Attendance,
    clock::{Instant, spoken},
    dialogue::Dialogue,
    error::{Result, refused},
    follow_up::FollowUp,
    id::Id,
    instrument::{DeliveredBy, Instrument},
    journal::shortened,
    meeting::Meeting,
    party::Party,
    rules::capital,
    vocabulary::{Level, MeetingState, Noun, PaperKind, Status},
    wire::PaperRequest,
};

/// How many meetings are looked through for the last visit.
const LOOKED_BACK: u32 = 1_000;
/// Longest stretch of a follow-up shown, in characters.
const NOTE_SHOWN: usize = 240;

/// How what was promised came out, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Came {
    Kept,
    Delivered,
    Open,
    NotKept,
    Lapsed,
}

impl Came {
    const ALL: [Self; 5] = [Self::Kept, Self::Delivered, Self::Open, Self::NotKept, Self::Lapsed];

    const fn of(status: Status) -> Self {
        match status {
            Status::Fulfilled => Self::Kept,
            Status::Delivered => Self::Delivered,
            Status::NotStarted | Status::InProgress | Status::Suspended => Self::Open,
            Status::NotFulfilled => Self::NotKept,
            Status::Dropped | Status::Superseded => Self::Lapsed,
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Kept => "Kept",
            Self::Delivered => "Delivered, awaiting confirmation",
            Self::Open => "Still open",
            Self::NotKept => "Not kept",
            Self::Lapsed => "Dropped or superseded",
        }
    }

    fn counted(self, of: usize) -> String {
        let (has, is) = if of == 1 { ("has", "is") } else { ("have", "are") };
        match self {
            Self::Kept => format!("{} {has} been kept", number(of)),
            Self::Delivered => format!("{} {is} delivered and awaiting confirmation", number(of)),
            Self::Open => format!("{} {is} still open", number(of)),
            Self::NotKept => format!("{} {has} not been kept", number(of)),
            Self::Lapsed => format!("{} {has} been dropped or superseded", number(of)),
        }
    }
}

/// The paper.
pub(super) fn outcome(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let meeting = match request.meeting {
        Some(_) => asked(g, request.meeting, "outcome")?,
        None => last_visit(g, request.party)?,
    };
    let coming = meeting.begins_on.is_none_or(|on| on > g.day());
    if meeting.state != MeetingState::Held && coming {
        return refused(format!(
            "{} has not taken place yet, and has no outcome. Its brief says what is open before it.",
            meeting.title
        ));
    }
    let session = &g.showing.session;
    let mark = g.mark_of_meeting(&meeting);
    let mut ids = session.made_at(meeting.id)?;
    for aside in session.with::<Meeting>("parent_id", meeting.id)? {
        if g.sees(Noun::Meeting, aside.id, &g.mark_of_meeting(&aside)) {
            ids.extend(session.made_at(aside.id)?);
        }
    }
    let mut promises = g.promises(&ids)?;
    promises.sort_by(|one, other| {
        let key = |promise: &Promise| (Came::of(promise.row.status), promise.row.reference.clone());
        key(one).cmp(&key(other))
    });
    let blocks = if promises.is_empty() {
        vec![g.nothing("Nothing was promised there, as far as the register says.")]
    } else {
        vec![Block::Prose(in_numbers(g, &promises, &mark)), table(g, &promises)?]
    };
    let attending = g.attending(meeting.id)?;
    let line = |text: String| Paragraph::plain(mark.clone(), text);
    let facts = [
        fact("Meeting", line(meeting.title.clone())),
        fact("When", line(meeting.when())),
        fact("Where", line(meeting.place.clone())),
        fact("Delegations led by", line(heads(&attending))),
        fact("For", g.line(g.sight.reader())),
        fact("As of", g.line(spoken(g.day()))),
    ];
    let head = Head {
        kind: PaperKind::Outcome,
        title: "Outcome of the visit".into(),
        subtitle: meeting.title.clone(),
        facts: facts.into_iter().flatten().collect(),
        file: file_of(g, "Outcome", &meeting)?,
        mark,
    };
    g.whole(head, vec![section("outcome", "What was promised, and what came of it", blocks)], made_at)
}

/// The last meeting held with a party, or with anybody, at which ministers or leaders met; of any level where they never
/// did. What took place in the margins of another meeting belongs to that.
fn last_visit(g: &Gathering<'_>, party: Option<Id>) -> Result<Meeting> {
    let session = &g.showing.session;
    let mut visit: Option<((Level, usize), Meeting)> = None;
    let mut last: Option<Meeting> = None;
    for meeting in session.held_by(g.day(), LOOKED_BACK)? {
        let fits = match party {
            Some(party) => takes_part(g, &meeting, party)?,
            None => true,
        };
        if !fits || meeting.parent.is_some() || !g.sees(Noun::Meeting, meeting.id, &g.mark_of_meeting(&meeting)) {
            continue;
        }
        let made = session.made_at(meeting.id)?.len();
        if let Some((_, of)) = &visit
            && of.begins_on != meeting.begins_on
        {
            break;
        }
        if meeting.level >= Level::Ministerial && made > 0 {
            // Of several on one day, the one at the highest level, and there the one at which most was promised.
            let weight = (meeting.level, made);
            if visit.as_ref().is_none_or(|(heaviest, _)| weight > *heaviest) {
                visit = Some((weight, meeting));
            }
            continue;
        }
        last = last.or(Some(meeting));
    }
    let whom = party.map(|id| session.require::<Party>(id)).transpose()?;
    let whom = whom.map(|party| format!(" with {}", called(&party.name))).unwrap_or_default();
    match visit.map(|(_, meeting)| meeting).or(last) {
        Some(meeting) => Ok(meeting),
        None => refused(format!("No meeting{whom} has been held so far that this reader may see.")),
    }
}

fn takes_part(g: &Gathering<'_>, meeting: &Meeting, party: Id) -> Result<bool> {
    let session = &g.showing.session;
    if let Some(dialogue) = meeting.dialogue
        && session.require::<Dialogue>(dialogue)?.parties.contains(&party)
    {
        return Ok(true);
    }
    Ok(session.with::<Attendance>("meeting_id", meeting.id)?.iter().any(|row| row.party == party))
}

fn in_numbers(g: &Gathering<'_>, promises: &[Promise], mark: &Mark) -> Paragraph {
    let mark = promises.iter().fold(g.dossier.higher(mark), |mark, promise| mark.higher(&promise.mark));
    let late = promises.iter().filter(|promise| promise.due.late).count();
    let mut parts: Vec<String> = Vec::new();
    for came in Came::ALL {
        let of = promises.iter().filter(|promise| Came::of(promise.row.status) == came).count();
        if of > 0 {
            let late = match late {
                late if came != Came::Open || late == 0 => String::new(),
                1 => ", of which one is late".into(),
                late => format!(", of which {} are late", number(late)),
            };
            parts.push(format!("{}{late}", came.counted(of)));
        }
    }
    let was = if promises.len() == 1 { "was" } else { "were" };
    if let [only] = parts.as_mut_slice() {
        let whole = number(promises.len());
        *only = only.replacen(&whole, if promises.len() == 1 { "it" } else { "all of them" }, 1);
    }
    let text = format!("{} {was} made there: {}.", first_count(promises.len(), "commitment"), listed(&parts));
    Paragraph::plain(mark, text)
}

fn table(g: &Gathering<'_>, promises: &[Promise]) -> Result<Block> {
    let mut rows: Vec<Row> = Vec::new();
    let mut before: Option<Came> = None;
    for promise in promises {
        let came = Came::of(promise.row.status);
        if before.replace(came) != Some(came) {
            let line = Paragraph::new(promise.mark.clone(), Tone::Strong, came.heading());
            rows.push(Row { mark: promise.mark.clone(), head: true, cells: vec![Cell::Words { lines: vec![line] }] });
        }
        rows.push(table_row(g, promise)?);
    }
    Ok(Block::Table(Table {
        caption: "Promises and evidence".into(),
        columns: vec![
            column("Ref", Holds::Ref, 12),
            column("Promise", Holds::Words, 36),
            column("Bound", Holds::Words, 8),
            column("Due", Holds::Day, 13),
            column("Status", Holds::Words, 13),
            column("What shows it", Holds::Words, 32),
        ],
        rows,
    }))
}

fn table_row(g: &Gathering<'_>, promise: &Promise) -> Result<Row> {
    let mark = &promise.mark;
    let mut what = vec![Paragraph::new(mark.clone(), Tone::Strong, &promise.row.title)];
    if !promise.row.wording.is_empty() {
        what.push(Paragraph::new(mark.clone(), Tone::Verbatim, &promise.row.wording));
    }
    let mut status = vec![Paragraph::plain(mark.clone(), capital(promise.row.status.label()))];
    if let Some(on) = promise.row.closed_on {
        status.push(Paragraph::new(mark.clone(), Tone::Quiet, spoken(on)));
    }
    Ok(row(
        &mark.higher(&promise.due.mark),
        vec![
            cell(vec![Paragraph::new(mark.clone(), Tone::Ref, &promise.row.reference)]),
            cell(what),
            cell(vec![Paragraph::plain(mark.clone(), &promise.bound)]),
            due_cell(promise),
            cell(status),
            cell(evidence(g, promise)?),
        ],
    ))
}

/// What shows how it came out: what was entered when it was closed, the instruments that deliver it; the last report where
/// there is neither.
pub(super) fn evidence(g: &Gathering<'_>, promise: &Promise) -> Result<Vec<Paragraph>> {
    let session = &g.showing.session;
    let (row, mark) = (&promise.row, &promise.mark);
    let mut lines = Vec::new();
    let said = g.words(Noun::Commitment, row.id, &row.evidence);
    if !said.is_empty() {
        lines.push(Paragraph::plain(mark.clone(), said));
    }
    if let Some(id) = row.evidence_text
        && let Some(text) = g.text(id)?
    {
        let line = Line::new(mark.higher(&text.mark)).add(Tone::Quiet, "Text: ").add(Tone::Emphasis, &text.title);
        lines.push(line.done());
    }
    let mut instruments: Vec<Id> = row.evidence_instrument.into_iter().collect();
    for link in session.with::<DeliveredBy>("commitment_id", row.id)? {
        if !instruments.contains(&link.instrument) {
            instruments.push(link.instrument);
        }
    }
    for id in instruments {
        let instrument: Instrument = session.require(id)?;
        let own = g.mark_of_instrument(&instrument);
        if g.sees(Noun::Instrument, id, &own) && !g.tells(&instrument.title) {
            let line = Line::new(mark.higher(&own)).add(Tone::Ref, &instrument.reference).say(" ");
            lines.push(line.add(Tone::Emphasis, instrument.short()).done());
        }
    }
    if let Some(id) = row.evidence_follow_up {
        let heard: FollowUp = session.require(id)?;
        if let Some(own) = g.heard(&heard, mark)? {
            let text = format!("{}: {}", spoken(heard.day), shortened(&heard.note, NOTE_SHOWN));
            lines.push(Paragraph::plain(own, text));
        }
    }
    if lines.is_empty() {
        lines.push(match &promise.heard {
            Some(heard) => {
                let line =
                    Line::new(heard.mark.clone()).add(Tone::Quiet, format!("Last report, {}: ", spoken(heard.row.day)));
                line.say(shortened(&heard.row.note, NOTE_SHOWN)).done()
            }
            None => Paragraph::new(mark.clone(), Tone::Quiet, g.of_none("Nothing has been reported")),
        });
    }
    Ok(lines)
}
