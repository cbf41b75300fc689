//! The record of discussion of a meeting: particulars, attendance, each point with both sides' words, what came of it, and
//! the corrections of a final record.

use super::{
    gather::Gathering,
    mark::Mark,
    paper::{Block, Paper, Paragraph, Section, Tone},
    promise::Promise,
    summit::{asked, file_of, say},
    who::{Sides, heads},
    whole::{Head, fact, section},
    words::{Line, count, joint, listed, sentence, standing},
};
use crate::{
    agenda::{AgendaItem, Raising},
    clock::{Instant, spoken},
    commitment::Commitment,
    dialogue::Dialogue,
    error::Result,
    follow_up::FollowUp,
    instrument::{self, Instrument},
    journal::shortened,
    meeting::Meeting,
    rules::capital,
    vocabulary::{MeetingState, Noun, PaperKind, RecordState},
    wire::PaperRequest,
};

/// Longest stretch of a record shown in a brief, and of one side's words, in characters.
const RECORD_SHOWN: usize = 1_200;
const SAID_SHOWN: usize = 360;

/// A point of the agenda that the reader may see, with what hangs on it.
struct Point {
    item: AgendaItem,
    mark: Mark,
    raised: Vec<Promise>,
}

/// The record.
pub(super) fn record(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let meeting = asked(g, request.meeting, "record")?;
    let mark = g.mark_of_meeting(&meeting);
    let sides = g.sides_of(&meeting)?;
    let points = points(g, &meeting, &mark)?;
    let attending = g.attending(meeting.id)?;
    let mut sections = vec![section(
        "attendance",
        "Attendance",
        vec![g.attendance(&attending, &mark, "Who took part has not been entered.")],
    )];
    sections.push(section("points", "Points of discussion", discussed(g, &points, &sides)?));
    sections.extend(written(g, &meeting, &mark));
    sections.push(section("outcomes", "Outcomes", outcomes(g, &meeting, &sides)?));
    sections.extend(corrected(g, &meeting, &mark)?);
    g.whole(head(g, &meeting, &mark)?, sections, made_at)
}

fn head(g: &Gathering<'_>, meeting: &Meeting, mark: &Mark) -> Result<Head> {
    let line = |text: String| Paragraph::plain(mark.clone(), text);
    let session = &g.showing.session;
    let dialogue = meeting.dialogue.map(|id| session.require::<Dialogue>(id)).transpose()?;
    let in_margins = match meeting.parent {
        Some(parent) => g.meeting(parent)?,
        None => None,
    };
    let state = match (meeting.state, meeting.record_state) {
        (MeetingState::Held, RecordState::Final) => {
            let on = meeting.final_on.map(|on| format!(" since {}", spoken(on))).unwrap_or_default();
            format!("Final{on}")
        }
        (MeetingState::Held, RecordState::Draft) => "Draft".into(),
        (state, _) => format!("The meeting is {}", state.label()),
    };
    let host = meeting.host.map(|id| g.showing.party(id).name).unwrap_or_default();
    let when = meeting.when();
    let facts = [
        fact("Meeting", line(meeting.title.clone())),
        fact("When", line(if when.is_empty() { "No date".into() } else { when })),
        fact("Where", line(meeting.place.clone())),
        fact("How", line(capital(meeting.mode.label()))),
        fact("Level", line(capital(meeting.level.label()))),
        fact("Dialogue", line(dialogue.map(|dialogue| dialogue.name).unwrap_or_default())),
        fact("Host", line(host)),
        in_margins
            .and_then(|met| fact("In the margins of", Paragraph::plain(mark.higher(&met.mark), met.title.clone()))),
        fact("Note", line(g.words(Noun::Meeting, meeting.id, &meeting.note).to_owned())),
        fact("Record", line(state)),
        fact("For", g.line(g.sight.reader())),
    ];
    Ok(Head {
        kind: PaperKind::Record,
        title: "Record of discussion".into(),
        subtitle: meeting.title.clone(),
        facts: facts.into_iter().flatten().collect(),
        file: file_of(g, "Record", meeting)?,
        mark: mark.clone(),
    })
}

/// The points of an agenda that the reader may see. One that bears the title of a commitment, as those do that a review or
/// a new round puts there, takes after that too.
fn points(g: &Gathering<'_>, meeting: &Meeting, mark: &Mark) -> Result<Vec<Point>> {
    let session = &g.showing.session;
    let mut found = Vec::new();
    for item in session.agenda_of(meeting.id)? {
        let mut own = mark.clone();
        let mut ids = Vec::new();
        for raising in session.with::<Raising>("agenda_item_id", item.id)? {
            let commitment: Commitment = session.require(raising.commitment)?;
            if item.title.contains(&commitment.title) {
                own = own.higher(&g.mark_of(&commitment)?);
            }
            ids.push((commitment.reference, raising.commitment));
        }
        let telling = [&item.title, &item.home_said, &item.partner_said];
        if !g.sees(Noun::AgendaItem, item.id, &own) || telling.iter().any(|words| g.tells(words)) {
            g.leave_out(Noun::AgendaItem, item.id);
            continue;
        }
        ids.sort();
        let ids: Vec<_> = ids.into_iter().map(|(_, id)| id).collect();
        found.push(Point { item, mark: own, raised: g.promises(&ids)? });
    }
    Ok(found)
}

/// Each point with what both sides said, what was taken up, and what was reported under it.
fn discussed(g: &Gathering<'_>, points: &[Point], sides: &Sides) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut unsaid: Vec<String> = Vec::new();
    for (number, point) in (1_u32..).zip(points) {
        let title = Line::new(point.mark.clone()).say(format!("{number}. {}", point.item.title));
        blocks.push(Block::Heading(title.done()));
        for (who, said) in [(&sides.us, &point.item.home_said), (&sides.them, &point.item.partner_said)] {
            for (at, line) in said.lines().filter(|line| !line.trim().is_empty()).enumerate() {
                let name = if at == 0 { format!("{}: ", capital(who)) } else { String::new() };
                let said = Line::new(point.mark.clone()).add(Tone::Strong, name).say(line);
                blocks.push(Block::Prose(said.done()));
            }
        }
        if !point.raised.is_empty() {
            let mark = point.raised.iter().fold(point.mark.clone(), |mark, promise| mark.higher(&promise.mark));
            let mut line = Line::new(mark).say("Taken up: ");
            for (at, promise) in point.raised.iter().enumerate() {
                line = line.say(if at == 0 { "" } else { "; " }).add(Tone::Ref, &promise.row.reference);
                line = line.say(format!(" {}", promise.row.title.trim_end_matches('.')));
            }
            blocks.push(Block::Prose(line.say(".").done()));
        }
        let before = blocks.len();
        for row in g.showing.session.with::<FollowUp>("agenda_item_id", point.item.id)? {
            blocks.extend(reported(g, &row, &point.mark)?);
        }
        let silent = point.item.home_said.trim().is_empty() && point.item.partner_said.trim().is_empty();
        if silent && point.raised.is_empty() && blocks.len() == before {
            unsaid.push(number.to_string());
        }
    }
    if blocks.is_empty() {
        blocks.push(g.nothing("No point of the agenda is recorded."));
    } else if unsaid.len() == points.len() {
        blocks.push(g.nothing("Nothing is recorded of what was said."));
    } else if !unsaid.is_empty() {
        let which = if unsaid.len() == 1 { "point" } else { "points" };
        blocks.push(Block::Nothing {
            text: format!("Nothing is recorded of what was said on {which} {}.", listed(&unsaid)),
        });
    }
    Ok(blocks)
}

/// What was reported on a commitment under a point.
fn reported(g: &Gathering<'_>, row: &FollowUp, mark: &Mark) -> Result<Option<Block>> {
    let Some(commitment) = row.commitment else { return Ok(None) };
    let Some(promise) = g.promise(commitment)? else { return Ok(None) };
    let Some(own) = g.heard(row, &promise.mark)? else { return Ok(None) };
    let line = Line::new(mark.higher(&own)).say("Reported on ").add(Tone::Ref, &promise.row.reference);
    Ok(Some(Block::Prose(line.say(format!(": {}", sentence(&row.note))).done())))
}

fn written(g: &Gathering<'_>, meeting: &Meeting, mark: &Mark) -> Option<Section> {
    let record = g.words(Noun::Meeting, meeting.id, &meeting.record);
    let lines: Vec<Block> = record
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Block::Prose(Paragraph::plain(mark.clone(), line.trim())))
        .collect();
    (!lines.is_empty()).then(|| section("record", "Summary record", lines))
}

/// What was promised and signed there.
fn outcomes(g: &Gathering<'_>, meeting: &Meeting, sides: &Sides) -> Result<Vec<Block>> {
    let session = &g.showing.session;
    let made = g.promises(&session.made_at(meeting.id)?)?;
    let mut blocks = Vec::new();
    for promise in &made {
        let bound = match promise.row.bound {
            crate::vocabulary::Bound::Both => format!("{} are bound", sides.both),
            crate::vocabulary::Bound::Home => format!("{} is bound", sides.us),
            crate::vocabulary::Bound::Partner => format!("{} {} bound", sides.them, sides.they("is", "are")),
            crate::vocabulary::Bound::Named => format!("{} are bound", promise.bound),
        };
        let line = say::named(Line::new(promise.mark.higher(&promise.due.mark)), promise);
        let line = line.say(format!(" {}", sentence(&format!("{bound}; {}", say::promised_by(promise)))));
        blocks.push(Block::Prose(line.done()));
        if !promise.row.wording.is_empty() {
            blocks.push(super::summit::quoted(promise));
        }
    }
    let mut signed = Vec::new();
    for id in session.instruments_at(meeting.id)? {
        let row: Instrument = session.require(id)?;
        let mark = g.mark_of_instrument(&row);
        if g.sees(Noun::Instrument, id, &mark) && !g.tells(&row.title) {
            let named = instrument::dated(g.showing, id)?;
            let line =
                Line::new(mark).add(Tone::Ref, row.reference.clone()).say(" ").add(Tone::Emphasis, row.title.clone());
            let when = if named.when.is_empty() { String::new() } else { format!(", {}", named.when) };
            signed.push(line.say(format!("; {}{when}.", named.stage.label())).done());
        }
    }
    if !signed.is_empty() {
        blocks.push(g.heading("Instruments"));
        blocks.push(Block::Points { numbered: false, items: signed });
    }
    if blocks.is_empty() {
        blocks.push(g.nothing("Nothing was promised or signed there, as far as the register says."));
    }
    Ok(blocks)
}

fn corrected(g: &Gathering<'_>, meeting: &Meeting, mark: &Mark) -> Result<Option<Section>> {
    let mut items = Vec::new();
    for row in g.showing.session.corrigenda_of(meeting.id)? {
        if g.words(Noun::Corrigendum, row.id, &row.body).is_empty() {
            continue;
        }
        let line = Line::new(mark.clone()).add(Tone::Strong, spoken(row.day)).say(format!(": {}", sentence(&row.body)));
        let by = if row.by.is_empty() { String::new() } else { format!(" Entered by {}.", row.by) };
        items.push(line.add(Tone::Quiet, by).done());
    }
    Ok((!items.is_empty()).then(|| section("corrigenda", "Corrigenda", vec![Block::Points { numbered: true, items }])))
}

/// A record in brief: when and with whom, what was written, what was said, what came of it.
pub(super) fn in_brief(g: &Gathering<'_>, meeting: &Meeting, before: Option<&str>) -> Result<Vec<Block>> {
    let mark = g.mark_of_meeting(meeting);
    let sides = g.sides_of(meeting)?;
    let attending = g.attending(meeting.id)?;
    let mut blocks: Vec<Block> = before.map(|text| Block::Prose(g.line(text))).into_iter().collect();
    let when = meeting.when();
    let led = heads(&attending);
    let mut line = Line::new(mark.clone()).add(Tone::Strong, meeting.title.clone());
    line = line.say(if when.is_empty() { String::new() } else { format!(", {when}") });
    line = line.say(if meeting.place.is_empty() { String::new() } else { format!(", {}", meeting.place) });
    line = line.say(if led.is_empty() { ".".into() } else { format!("; the delegations were led by {led}.") });
    blocks.push(Block::Prose(line.done()));
    let record = g.words(Noun::Meeting, meeting.id, &meeting.record);
    if !record.trim().is_empty() {
        blocks.push(Block::Prose(Paragraph::plain(mark.clone(), shortened(record.trim(), RECORD_SHOWN))));
    }
    let points = points(g, meeting, &mark)?;
    let mut items = Vec::new();
    let mut silent = Vec::new();
    for point in &points {
        let said: Vec<String> = [(&sides.us, &point.item.home_said), (&sides.them, &point.item.partner_said)]
            .into_iter()
            .filter(|(_, said)| !said.trim().is_empty())
            .map(|(who, said)| format!("{}: {}", capital(who), sentence(&shortened(said.trim(), SAID_SHOWN))))
            .collect();
        if said.is_empty() {
            silent.push(point);
        } else {
            let line = Line::new(point.mark.clone()).add(Tone::Strong, format!("{}. ", point.item.title));
            items.push(line.say(said.join(" ")).done());
        }
    }
    if !silent.is_empty() {
        let mark = silent.iter().fold(mark.clone(), |mark, point| mark.higher(&point.mark));
        let titles: Vec<&str> = silent.iter().map(|point| point.item.title.as_str()).collect();
        let also = if items.is_empty() { "The agenda held" } else { "Also on the agenda were" };
        items.push(Paragraph::plain(mark, sentence(&format!("{also}: {}", titles.join("; ")))));
    }
    if !items.is_empty() {
        blocks.push(Block::Points { numbered: false, items });
    }
    blocks.push(Block::Prose(came_of(g, meeting, &mark)?));
    Ok(blocks)
}

/// `It gave rise to seven commitments: CYB-2015-001 (in progress), …`
fn came_of(g: &Gathering<'_>, meeting: &Meeting, mark: &Mark) -> Result<Paragraph> {
    let made = g.promises(&g.showing.session.made_at(meeting.id)?)?;
    if made.is_empty() {
        return Ok(Paragraph::plain(mark.clone(), "It gave rise to no commitment."));
    }
    let mark = made.iter().fold(mark.clone(), |mark, promise| mark.higher(&promise.mark));
    let mut line = Line::new(mark).say(format!("It gave rise to {}: ", count(made.len(), "commitment")));
    for (at, promise) in made.iter().enumerate() {
        let how = if promise.due.late { "late" } else { standing(promise.row.status) };
        line = line.say(joint(at, made.len())).add(Tone::Ref, &promise.row.reference).say(format!(" ({how})"));
    }
    Ok(line.say(".").done())
}
