//! The history of one commitment, for the file: what it is, its very words, and everything that came of it, by day.

use std::collections::HashSet;

use super::{
    gather::Gathering,
    mark::Mark,
    outcome::evidence,
    paper::{Block, Fact, Holds, Paper, Paragraph, Table, Tone},
    promise::Promise,
    rows::{cell, column, day_cell, row},
    summit::quoted,
    whole::{Head, fact, section},
    words::{Line, listed, sentence, times},
};
use crate::{
    agenda::{AgendaItem, Raising},
    capture::Mention,
    clock::{Day, Instant, spoken},
    decision::Decision,
    error::{Result, invalid, refused},
    follow_up::FollowUp,
    journal::shown,
    meeting::Meeting,
    row::Value,
    rules::capital,
    text::Passage,
    track::Track,
    vocabulary::{ActKind, Bound, LinkKind, MeetingState, Noun, OwnerRole, PaperKind},
    wire::PaperRequest,
};

/// Something that happened.
struct Entry {
    day: Option<Day>,
    /// Its place among those of one day.
    place: u8,
    what: &'static str,
    lines: Vec<Paragraph>,
    mark: Mark,
}

/// The history.
pub(super) fn history(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let Some(id) = request.commitment else { return invalid("Say of which commitment the history is.") };
    let Some(promise) = g.promise(id)? else {
        return refused(format!(
            "This commitment stands above this reader ({}). Choose a reader who may see it.",
            g.sight.words()
        ));
    };
    let mut sections = Vec::new();
    if !promise.row.wording.is_empty() {
        sections.push(section("wording", "Wording", vec![quoted(&promise)]));
    }
    sections.push(section("course", "Course of events", vec![course(g, &promise)?]));
    let related = related(g, &promise)?;
    if !related.is_empty() {
        sections.push(section(
            "related",
            "Related commitments",
            vec![Block::Points { numbered: false, items: related }],
        ));
    }
    let evidence = if promise.is_open() { Vec::new() } else { evidence(g, &promise)? };
    if !evidence.is_empty() {
        sections.push(section(
            "evidence",
            "What shows how it came out",
            vec![Block::Points { numbered: false, items: evidence }],
        ));
    }
    let note = g.words(Noun::Commitment, promise.row.id, &promise.row.note);
    if !note.is_empty() {
        let lines = note.lines().filter(|line| !line.trim().is_empty());
        let blocks = lines.map(|line| Block::Prose(Paragraph::plain(promise.mark.clone(), line))).collect();
        sections.push(section("note", "Note", blocks));
    }
    let head = Head {
        kind: PaperKind::History,
        title: format!("History of {}", promise.row.reference),
        subtitle: promise.row.title.clone(),
        facts: facts(g, &promise)?,
        file: format!("History {} {}", promise.row.reference, g.day()),
        mark: promise.mark.clone(),
    };
    g.whole(head, sections, made_at)
}

fn facts(g: &Gathering<'_>, promise: &Promise) -> Result<Vec<Fact>> {
    let (row, mark) = (&promise.row, &promise.mark);
    let line = |text: String| Paragraph::plain(mark.clone(), text);
    let track: Track = g.showing.session.require(row.track)?;
    let status = match row.their_status.filter(|theirs| *theirs != row.status) {
        Some(theirs) => format!("{}; they say: {}", capital(row.status.label()), theirs.label()),
        None => capital(row.status.label()),
    };
    let due = match promise.due.by.as_str() {
        "" => capital(&promise.due.words),
        by => format!("{}, {by}", capital(&promise.due.words)),
    };
    let put_off = match promise.due.slips {
        0 => String::new(),
        slips => {
            let first = promise.due.first.map(|on| format!("; the first day was {}", spoken(on))).unwrap_or_default();
            format!("{}{first}", capital(&times(slips)))
        }
    };
    let bound = if row.bound == Bound::Both { "Both sides".into() } else { promise.bound.clone() };
    let made = promise.made_at.as_ref();
    let facts = [
        fact("Ref", Paragraph::new(mark.clone(), Tone::Ref, &row.reference)),
        fact("Track", line(track.name)),
        fact("Bound", line(bound)),
        fact("Strength", line(capital(row.strength.label()))),
        fact("Made on", line(row.made_on.map(spoken).unwrap_or_default())),
        made.and_then(|met| fact("Made at", Paragraph::plain(mark.higher(&met.mark), &met.title))),
        fact("Lead", line(promise.part(OwnerRole::Lead))),
        fact("Supporting", line(promise.part(OwnerRole::Supporting))),
        fact("Counterpart", line(promise.part(OwnerRole::Counterpart))),
        fact("Due", Paragraph::plain(mark.higher(&promise.due.mark), due)),
        fact("Put off", line(put_off)),
        fact("Status", line(status)),
        fact(
            "Blocked",
            line(
                promise.blocked.clone().map(|why| if why.is_empty() { "Yes".into() } else { why }).unwrap_or_default(),
            ),
        ),
        fact("Closed on", line(row.closed_on.map(spoken).unwrap_or_default())),
        fact("For", g.line(g.sight.reader())),
        fact("As of", g.line(spoken(g.day()))),
    ];
    Ok(facts.into_iter().flatten().collect())
}

/// Everything that happened, by day.
fn course(g: &Gathering<'_>, promise: &Promise) -> Result<Block> {
    let mut entries = made(promise);
    due_changes(g, promise, &mut entries)?;
    raised(g, promise, &mut entries)?;
    said_again(g, promise, &mut entries)?;
    decided(g, promise, &mut entries)?;
    heard(g, promise, &mut entries)?;
    stood(g, promise, &mut entries)?;
    if let Some(on) = promise.row.closed_on {
        let text = capital(promise.row.status.label());
        let mark = promise.mark.clone();
        entries.push(Entry {
            day: Some(on),
            place: 9,
            what: "Closed",
            lines: vec![Paragraph::plain(mark.clone(), text)],
            mark,
        });
    }
    // Sorting keeps the order in which things of one kind were entered.
    entries.sort_by_key(|entry| (entry.day, entry.place));
    if entries.is_empty() {
        return Ok(g.nothing("Nothing has been entered of it yet."));
    }
    let rows = entries.into_iter().map(|entry| {
        let mark = entry.mark.clone();
        row(
            &mark,
            vec![
                day_cell(entry.day),
                cell(vec![Paragraph::new(mark.clone(), Tone::Strong, entry.what)]),
                cell(entry.lines),
            ],
        )
    });
    Ok(Block::Table(Table {
        caption: "Course of events".into(),
        columns: vec![
            column("Day", Holds::Day, 14),
            column("What", Holds::Words, 18),
            column("In words", Holds::Words, 68),
        ],
        rows: rows.collect(),
    }))
}

fn made(promise: &Promise) -> Vec<Entry> {
    let mut mark = promise.mark.clone();
    let mut text = String::from("Promised");
    if let Some(met) = &promise.made_at {
        mark = mark.higher(&met.mark);
        text.push_str(&format!(" at {}", met.title));
    }
    if let Some(source) = &promise.source {
        mark = mark.higher(&source.mark);
        text.push_str(&format!(", in {}", source.title));
    }
    if promise.row.made_on.is_none() && promise.made_at.is_none() && promise.source.is_none() {
        return Vec::new();
    }
    let lines = vec![Paragraph::plain(mark.clone(), sentence(&text))];
    vec![Entry { day: promise.row.made_on, place: 0, what: "Made", lines, mark }]
}

fn due_changes(g: &Gathering<'_>, promise: &Promise, entries: &mut Vec<Entry>) -> Result<()> {
    for change in g.showing.session.due_changes(promise.row.id)? {
        // What was entered in words may name a meeting by a title that it bears no more: to a reader who may not see
        // everything, days alone are told.
        let told = |on: Option<Day>, words: &str| match on {
            Some(on) if g.sight.is_limited() => spoken(on),
            None if g.sight.is_limited() => "no day".into(),
            _ => words.to_owned(),
        };
        let (from, to) = (told(change.from_on, &change.from_words), told(change.to_on, &change.to_words));
        let what = match (change.slip, change.moved) {
            (_, true) => "Moved with its meeting",
            (true, _) => "Put off",
            _ => "Due date changed",
        };
        let mut text = format!("From {from} to {to}.");
        let reason = g.words(Noun::DueChange, change.id, &change.reason);
        if !reason.is_empty() {
            text.push_str(&format!(" {}", sentence(reason)));
        }
        let mark = promise.mark.clone();
        entries.push(Entry {
            day: Some(change.day),
            place: 3,
            what,
            lines: vec![Paragraph::plain(mark.clone(), text)],
            mark,
        });
    }
    Ok(())
}

fn raised(g: &Gathering<'_>, promise: &Promise, entries: &mut Vec<Entry>) -> Result<()> {
    let session = &g.showing.session;
    for raising in session.with::<Raising>("commitment_id", promise.row.id)? {
        let meeting: Meeting = session.require(raising.meeting)?;
        let Some(met) = g.meeting(raising.meeting)? else { continue };
        if meeting.state == MeetingState::Cancelled {
            continue;
        }
        let mark = promise.mark.higher(&met.mark);
        let what = if meeting.state == MeetingState::Held { "On the table" } else { "On an agenda" };
        let mut lines = vec![Paragraph::plain(mark.clone(), sentence(&met.title))];
        if let Some(item) = raising.agenda_item.map(|id| session.require::<AgendaItem>(id)).transpose()? {
            for (who, said) in [("We said", &item.home_said), ("They said", &item.partner_said)] {
                let said = g.words(Noun::AgendaItem, item.id, said);
                if !said.is_empty() {
                    lines.push(Line::new(mark.clone()).add(Tone::Quiet, format!("{who}: ")).say(said).done());
                }
            }
        }
        entries.push(Entry { day: met.begins_on, place: 1, what, lines, mark });
    }
    Ok(())
}

fn said_again(g: &Gathering<'_>, promise: &Promise, entries: &mut Vec<Entry>) -> Result<()> {
    let session = &g.showing.session;
    for mention in session.with::<Mention>("commitment_id", promise.row.id)? {
        let passage: Passage = session.require(mention.passage)?;
        let Some(text) = g.text(passage.text)? else { continue };
        if g.tells(&passage.quote) {
            continue;
        }
        let mark = promise.mark.higher(&text.mark);
        let lines = vec![
            Line::new(mark.clone()).add(Tone::Verbatim, format!("“{}”", passage.quote)).done(),
            Paragraph::new(mark.clone(), Tone::Quiet, &text.title),
        ];
        entries.push(Entry { day: text.dated_on, place: 2, what: "Said again", lines, mark });
    }
    Ok(())
}

fn decided(g: &Gathering<'_>, promise: &Promise, entries: &mut Vec<Entry>) -> Result<()> {
    for decision in g.showing.session.with::<Decision>("commitment_id", promise.row.id)? {
        let Some(met) = g.meeting(decision.meeting)? else { continue };
        if !g.decision_seen(&decision) {
            continue;
        }
        let mark = promise.mark.higher(&met.mark);
        let how = if decision.decided.is_some() { "Decided" } else { "Proposed" };
        let mut text = format!("{how} before {}: {}.", met.title, decision.stands().label());
        if !decision.remark().is_empty() {
            text.push_str(&format!(" {}", sentence(decision.remark())));
        }
        let by = decision.by().to_owned();
        let lines = vec![Paragraph::plain(mark.clone(), text), Paragraph::new(mark.clone(), Tone::Quiet, by)];
        let day = decision.decided_on.unwrap_or(decision.proposed_on);
        entries.push(Entry { day: Some(day), place: 4, what: "Decision", lines, mark });
    }
    Ok(())
}

fn heard(g: &Gathering<'_>, promise: &Promise, entries: &mut Vec<Entry>) -> Result<()> {
    let mut found = g.all_heard(promise.row.id, &promise.mark)?;
    found.reverse();
    for (follow_up, mark) in found {
        let mut lines = Vec::new();
        if !follow_up.note.is_empty() {
            lines.push(Paragraph::plain(mark.clone(), &follow_up.note));
        }
        let mut status = Vec::new();
        status.extend(follow_up.our_status.map(|status| format!("we say: {}", status.label())));
        status.extend(follow_up.their_status.map(|status| format!("they say: {}", status.label())));
        if !status.is_empty() {
            lines.push(Paragraph::new(mark.clone(), Tone::Quiet, capital(&listed(&status))));
        }
        if !follow_up.next_step.is_empty() {
            let by = follow_up.next_step_due.map(|on| format!(", by {}", spoken(on))).unwrap_or_default();
            let next = format!("{}{by}", follow_up.next_step.trim_end_matches('.'));
            lines.push(Line::new(mark.clone()).add(Tone::Quiet, "Next: ").say(next).done());
        }
        if !follow_up.evidence.is_empty() {
            lines.push(Line::new(mark.clone()).add(Tone::Quiet, "Evidence: ").say(&follow_up.evidence).done());
        }
        if !follow_up.reported_by.is_empty() {
            lines.push(Paragraph::new(mark.clone(), Tone::Quiet, &follow_up.reported_by));
        }
        entries.push(Entry { day: Some(follow_up.day), place: 5, what: "Report", lines, mark });
    }
    Ok(())
}

/// How it stood otherwise from a day on, as far as no report says so. The journal knows the day on which that was entered;
/// what was taken back again never stood.
fn stood(g: &Gathering<'_>, promise: &Promise, entries: &mut Vec<Entry>) -> Result<()> {
    let session = &g.showing.session;
    let mut found = session.entries_on(Noun::Commitment, promise.row.id)?;
    found.reverse();
    // A report says itself how we see it; whoever may not see the report is not to know of its day.
    let mut reported: HashSet<i64> = HashSet::new();
    for report in session.with::<FollowUp>("commitment_id", promise.row.id)? {
        reported.extend(session.entries_on(Noun::FollowUp, report.id)?.iter().map(|entry| entry.act));
    }
    for change in found {
        let (Some(before), Some(after)) = (&change.before, &change.after) else { continue };
        let (from, to) = (before.get("status"), after.get("status"));
        let on: Option<Day> = change.at.get(..10).and_then(|day| day.parse().ok()).filter(|on| *on <= g.day());
        if from == to || on.is_none() || reported.contains(&change.act) {
            continue;
        }
        let act = session.act_numbered(change.act)?;
        if act.is_none_or(|act| act.undone || act.kind != ActKind::Done) {
            continue;
        }
        let said = |value: Option<&Value>| match value {
            Some(value) => shown(session, Noun::Commitment, "status", value),
            None => Ok(None),
        };
        let (Some(from), Some(to)) = (said(from)?, said(to)?) else { continue };
        // That it was closed stands there with the day on which it was.
        if !promise.is_open() && to == promise.row.status.label() {
            continue;
        }
        let mark = promise.mark.clone();
        let lines = vec![Paragraph::plain(mark.clone(), format!("From {from} to {to}."))];
        entries.push(Entry { day: on, place: 6, what: "Status", lines, mark });
    }
    Ok(())
}

/// Other commitments it reaffirms, supersedes or depends on, and those that do so to it.
fn related(g: &Gathering<'_>, promise: &Promise) -> Result<Vec<Paragraph>> {
    let mut items = Vec::new();
    for link in g.showing.session.links_of(promise.row.id)? {
        let outgoing = link.from == promise.row.id;
        let Some(other) = g.promise(if outgoing { link.to } else { link.from })? else { continue };
        let how = match (link.kind, outgoing) {
            (LinkKind::Reaffirms, true) => "It reaffirms",
            (LinkKind::Reaffirms, false) => "It is reaffirmed by",
            (LinkKind::Supersedes, true) => "It supersedes",
            (LinkKind::Supersedes, false) => "It is superseded by",
            (LinkKind::DependsOn, true) => "It depends on",
            (LinkKind::DependsOn, false) => "On it depends",
        };
        let line =
            Line::new(promise.mark.higher(&other.mark)).say(format!("{how} ")).add(Tone::Ref, &other.row.reference);
        items.push(line.say(format!(" {}", sentence(&other.row.title))).done());
    }
    Ok(items)
}
