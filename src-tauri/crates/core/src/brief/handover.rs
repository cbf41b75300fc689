//! The handover note: everything a person has a part in, late first, with what was said to come next and where they are
//! expected.

use super::{
    gather::Gathering,
    paper::{Block, Paper, Paragraph, Section, Tone},
    promise::Promise,
    who::body_called,
    whole::{Head, fact, section},
    words::{Line, are, away, count, listed, sentence},
};
use crate::{
    attendance::Attendance,
    body::Body,
    clock::{Day, Instant, spoken},
    error::{Result, invalid},
    id::Id,
    meeting::Meeting,
    person::Person,
    rules::capital,
    vocabulary::{MeetingState, Noun, OwnerRole, PaperKind},
    wire::{CommitmentQuery, PaperRequest, Sort},
};

/// The note.
pub(super) fn handover(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let session = &g.showing.session;
    let Some(id) = request.person else { return invalid("Say whose handover note it is.") };
    let person: Person = session.require(id)?;
    let query = CommitmentQuery { owner: Some(id), sort: Sort::Due, ..CommitmentQuery::open() };
    let mut promises = g.listed(&query)?;
    promises.sort_by_key(|promise| promise.urgency(g.day()));
    let body = person.body.map(|id| session.require::<Body>(id)).transpose()?;
    let sections = [
        Some(section("summary", "In brief", vec![Block::Prose(in_numbers(g, &person, &promises))])),
        table(g, "late", "Late", &promises, &|promise| promise.due.late),
        table(g, "open", "Open", &promises, &|promise| !promise.due.late),
        next_steps(g, &promises),
        meetings(g, &person)?,
        dialogues(g, &person)?,
    ];
    let facts = [
        fact("Person", g.line(&person.name)),
        fact("Post", g.line(&person.post)),
        fact("Body", g.line(body.map(|body| body.name).unwrap_or_default())),
        fact("For", g.line(g.sight.reader())),
        fact("As of", g.line(spoken(g.day()))),
    ];
    let head = Head {
        kind: PaperKind::Handover,
        title: format!("Handover note: {}", person.name),
        subtitle: g.title.clone(),
        facts: facts.into_iter().flatten().collect(),
        file: format!("Handover {} {}", person.name, g.day()),
        mark: g.dossier.clone(),
    };
    g.whole(head, sections.into_iter().flatten().collect(), made_at)
}

fn in_numbers(g: &Gathering<'_>, person: &Person, promises: &[Promise]) -> Paragraph {
    if promises.is_empty() {
        return g.line(format!("{} has no part in any commitment that is open.", person.name));
    }
    let mark = promises.iter().fold(g.dossier.clone(), |mark, promise| mark.higher(&promise.mark));
    let part = |promise: &Promise, role: OwnerRole| {
        let own = |id: &Option<(Id, String)>| id.as_ref().is_some_and(|(id, _)| *id == person.id);
        promise.owners.iter().any(|owner| owner.role == role && own(&owner.person))
    };
    let leads = promises.iter().filter(|promise| part(promise, OwnerRole::Lead)).count();
    let late = promises.iter().filter(|promise| promise.due.late).count();
    let blocked = promises.iter().filter(|promise| promise.blocked.is_some()).count();
    let text = format!(
        "{} has a part in {}, and leads {}. Of these, {} late and {} blocked.",
        person.name,
        count(promises.len(), "open commitment"),
        if leads == 0 { "none".into() } else { super::words::number(leads) },
        are(late),
        are(blocked)
    );
    Paragraph::plain(mark, text)
}

fn table(
    g: &Gathering<'_>,
    key: &str,
    heading: &str,
    promises: &[Promise],
    fits: &dyn Fn(&Promise) -> bool,
) -> Option<Section> {
    let found: Vec<&Promise> = promises.iter().filter(|promise| fits(promise)).collect();
    (!found.is_empty()).then(|| section(key, heading, vec![g.table(&format!("{heading} commitments"), &found, "")]))
}

/// What was said to come next, soonest first.
fn next_steps(g: &Gathering<'_>, promises: &[Promise]) -> Option<Section> {
    let mut steps: Vec<(Day, Paragraph)> = Vec::new();
    for promise in promises {
        let Some(heard) = promise.heard.as_ref().filter(|heard| !heard.row.next_step.is_empty()) else { continue };
        let due = heard.row.next_step_due;
        let by = due.map(|on| format!(" By {}, {}.", spoken(on), away(g.day(), on))).unwrap_or_default();
        let line = Line::new(heard.mark.clone()).add(Tone::Ref, &promise.row.reference);
        let line = line.say(format!(" {}{by}", sentence(&heard.row.next_step)));
        steps.push((due.unwrap_or(Day::MAX), line.done()));
    }
    steps.sort_by_key(|(due, _)| *due);
    let items: Vec<Paragraph> = steps.into_iter().map(|(_, line)| line).collect();
    (!items.is_empty())
        .then(|| section("next", "What was said to come next", vec![Block::Points { numbered: false, items }]))
}

/// Meetings to come at which they are expected, or of a dialogue that they chair.
fn meetings(g: &Gathering<'_>, person: &Person) -> Result<Option<Section>> {
    let session = &g.showing.session;
    let chaired: Vec<Id> = session.chaired_by(person.id)?.iter().map(|dialogue| dialogue.id).collect();
    let mut items = Vec::new();
    let last = Day::from_ymd_opt(9999, 12, 31).unwrap_or(Day::MAX);
    for meeting in session.coming(g.day(), last)? {
        if !expected(g, &meeting, person.id, &chaired)? {
            continue;
        }
        let mark = g.mark_of_meeting(&meeting);
        if !g.sees(Noun::Meeting, meeting.id, &mark) || g.tells(&meeting.title) {
            continue;
        }
        let state = if meeting.state == MeetingState::Postponed { " It has been postponed." } else { "" };
        let place = if meeting.place.is_empty() { String::new() } else { format!(", {}", meeting.place) };
        let line = Line::new(mark).add(Tone::Strong, &meeting.title);
        items.push(line.say(format!(", {}{place}.{state}", meeting.when())).done());
    }
    Ok((!items.is_empty())
        .then(|| section("meetings", "Meetings to come", vec![Block::Points { numbered: false, items }])))
}

fn expected(g: &Gathering<'_>, meeting: &Meeting, person: Id, chaired: &[Id]) -> Result<bool> {
    if meeting.dialogue.is_some_and(|dialogue| chaired.contains(&dialogue)) {
        return Ok(true);
    }
    let attending = g.showing.session.with::<Attendance>("meeting_id", meeting.id)?;
    Ok(attending.iter().any(|row| row.person == Some(person)))
}

fn dialogues(g: &Gathering<'_>, person: &Person) -> Result<Option<Section>> {
    let chaired = g.showing.session.chaired_by(person.id)?;
    if chaired.is_empty() {
        return Ok(None);
    }
    let names: Vec<String> = chaired.iter().map(|dialogue| body_called(&dialogue.name)).collect();
    let text = sentence(&format!("{} chairs {}", person.name, listed(&names)));
    Ok(Some(section("dialogues", "Dialogues", vec![Block::Prose(g.line(capital(&text)))])))
}
