//! Instruments with a party: each with its stage, its term, the last day for notice and what is wrong with it.

use super::{
    gather::Gathering,
    mark::Mark,
    paper::{Block, Cell, Column, Holds, Paper, Paragraph, Row, Table, Tone},
    rows::{cell, column, noted_day, row},
    who::called,
    whole::{Head, fact, section},
    words::{Line, are, count, first_count, listed, sentence},
};
use crate::{
    clock::{Instant, spoken},
    dialogue::spoken_ordinal,
    error::Result,
    instrument::{self, Instrument},
    party::Party,
    rules::capital,
    vocabulary::{Concern, NoticeWindow, Noun, PaperKind, Stage},
    wire::{InstrumentRow, PaperRequest},
};

/// An instrument that the reader may see.
struct Known {
    row: InstrumentRow,
    mark: Mark,
    /// Commitments made in it that the reader may see: all, open.
    made: usize,
    open: usize,
}

impl Known {
    /// What people call it.
    fn called(&self) -> &str {
        if self.row.short_title.is_empty() { &self.row.title } else { &self.row.short_title }
    }

    /// Whether it is being made ready for signature.
    const fn is_coming(&self) -> bool {
        matches!(self.row.stage, Stage::Proposed | Stage::Negotiating | Stage::AdReferendum | Stage::Initialled)
    }
}

/// Instruments that the reader may see, by ref.
fn known(g: &Gathering<'_>) -> Result<Vec<Known>> {
    let session = &g.showing.session;
    let mut found = Vec::new();
    let reckoned = instrument::all(session, g.day())?;
    for row in instrument::rows_from(g.showing, &reckoned, usize::MAX)? {
        let stored: Instrument = session.require(row.id)?;
        let mark = g.mark_of_instrument(&stored);
        if !g.sees(Noun::Instrument, row.id, &mark) || g.tells(&row.title) || g.tells(&row.short_title) {
            g.leave_out(Noun::Instrument, row.id);
            continue;
        }
        let (made, open) = if g.sight.is_limited() {
            let made = g.promises(&session.made_in(row.id)?)?;
            (made.len(), made.iter().filter(|promise| promise.is_open()).count())
        } else {
            (row.commitments as usize, row.open as usize)
        };
        let mut row = row;
        // Progress may be known from a follow-up that the reader may not see.
        row.concerns.retain(|concern| *concern != Concern::NoProgress || !g.sight.is_limited());
        found.push(Known { row, mark, made, open });
    }
    found.sort_by(|one, other| one.row.r#ref.cmp(&other.row.r#ref));
    Ok(found)
}

/// The paper.
pub(super) fn instruments(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let party = request.party.map(|id| g.showing.session.require::<Party>(id)).transpose()?;
    let mut all = known(g)?;
    if let Some(party) = &party {
        all.retain(|one| one.row.parties.iter().any(|named| named.id == party.id));
    }
    let with = party.as_ref().map(|party| format!(" with {}", called(&party.name))).unwrap_or_default();
    let (ended, live): (Vec<Known>, Vec<Known>) = all.into_iter().partition(|one| one.row.stage.is_ended());
    let mut sections =
        vec![section("summary", "In brief", vec![Block::Prose(g.line(in_numbers(&live, &ended, &with)))])];
    if !live.is_empty() {
        let live: Vec<&Known> = live.iter().collect();
        sections.push(section("live", "Standing", vec![table("Instruments that stand", &live)]));
    }
    let troubled: Vec<&Known> = live.iter().filter(|one| !one.row.concerns.is_empty()).collect();
    if !troubled.is_empty() {
        let items = troubled.iter().map(|one| trouble(one)).collect();
        sections.push(section("trouble", "What needs looking at", vec![Block::Points { numbered: false, items }]));
    }
    if !ended.is_empty() {
        let ended: Vec<&Known> = ended.iter().collect();
        sections.push(section("ended", "Ended", vec![table("Instruments that have come to their end", &ended)]));
    }
    let facts = [
        fact(
            "With",
            g.line(party.as_ref().map_or_else(|| "All partners".into(), |party| capital(&called(&party.name)))),
        ),
        fact("For", g.line(g.sight.reader())),
        fact("As of", g.line(spoken(g.day()))),
    ];
    let about = party.map_or_else(String::new, |party| format!(" {}", party.name));
    let head = Head {
        kind: PaperKind::Instruments,
        title: if with.is_empty() { "Instruments with all partners".into() } else { format!("Instruments{with}") },
        subtitle: "List and status".into(),
        facts: facts.into_iter().flatten().collect(),
        file: format!("Instruments{about} {}", g.day()),
        mark: g.dossier.clone(),
    };
    g.whole(head, sections, made_at)
}

fn in_numbers(live: &[Known], ended: &[Known], with: &str) -> String {
    if live.is_empty() && ended.is_empty() {
        return format!("No instrument{with} stands in the register.");
    }
    let at = |fits: &dyn Fn(Stage) -> bool| live.iter().filter(|one| fits(one.row.stage)).count();
    let mut parts = Vec::new();
    for (number, what) in [
        (at(&|stage| stage == Stage::InForce), "in force"),
        (at(&|stage| stage == Stage::Operative), "operative"),
        (at(&|stage| stage == Stage::Signed), "signed and not yet in force"),
        (at(&|stage| stage == Stage::Suspended), "suspended"),
        (live.iter().filter(|one| one.is_coming()).count(), "being prepared"),
    ] {
        if number > 0 {
            parts.push(format!("{} {what}", are(number)));
        }
    }
    let mut text = match live.len() {
        0 => format!("No instrument{with} has effect or is being prepared today."),
        1 => format!("The register holds one instrument{with}: {}.", listed(&parts).replacen("one is", "it is", 1)),
        many if parts.len() == 1 => {
            let what = parts[0].split_once(" are ").map_or(parts[0].as_str(), |(_, what)| what);
            format!("The register holds {}{with}, all of them {what}.", count(many, "instrument"))
        }
        many => format!("The register holds {}{with}: {}.", count(many, "instrument"), listed(&parts)),
    };
    let troubled = live.iter().filter(|one| !one.row.concerns.is_empty()).count();
    if troubled > 0 {
        let needs = if troubled == 1 { "needs" } else { "need" };
        text.push_str(&format!(" {} {needs} looking at.", super::words::first(troubled)));
    }
    if !ended.is_empty() {
        let has = if ended.len() == 1 { "has" } else { "have" };
        text.push_str(&format!(" {} {has} come to an end.", super::words::first(ended.len())));
    }
    text
}

fn columns() -> Vec<Column> {
    vec![
        column("Ref", Holds::Ref, 12),
        column("Instrument", Holds::Words, 30),
        column("Stage", Holds::Words, 20),
        column("Signed", Holds::Words, 12).named_beneath(2),
        column("Term ends", Holds::Day, 16),
        column("Notice by", Holds::Day, 11).named_beneath(4),
        column("Open commitments", Holds::Number, 8),
        column("To look at", Holds::Words, 20),
    ]
}

fn table(caption: &str, list: &[&Known]) -> Block {
    Block::Table(Table {
        caption: caption.into(),
        columns: columns(),
        rows: list.iter().map(|one| table_row(one)).collect(),
    })
}

fn table_row(one: &Known) -> Row {
    let plain = |text: String| Paragraph::plain(one.mark.clone(), text);
    let quiet = |text: String| Paragraph::new(one.mark.clone(), Tone::Quiet, text);
    let kind = capital(one.row.kind.label());
    let since = one.row.stage_since.map(|on| format!("since {}", spoken(on))).unwrap_or_default();
    let concerns: Vec<&str> = one.row.concerns.iter().map(|concern| concern.label()).collect();
    let notice = one.row.notice_on.map_or(Cell::Empty, |on| {
        let note = match one.row.window {
            NoticeWindow::Passed => "has passed",
            NoticeWindow::Given => "notice given",
            _ => "",
        };
        noted_day(on, note)
    });
    let term = one
        .row
        .term
        .map(|term| format!("{} term", spoken_ordinal(i32::try_from(term).unwrap_or(i32::MAX))))
        .unwrap_or_default();
    let ends = one.row.term_ends_on.map_or(Cell::Empty, |on| noted_day(on, term));
    row(
        &one.mark,
        vec![
            cell(vec![Paragraph::new(one.mark.clone(), Tone::Ref, &one.row.r#ref)]),
            cell(vec![Paragraph::new(one.mark.clone(), Tone::Strong, &one.row.title), quiet(kind)]),
            cell(vec![plain(capital(one.row.stage.label())), quiet(since)]),
            cell(vec![plain(one.row.signed.clone())]),
            ends,
            notice,
            Cell::Number { number: i64::try_from(one.open).unwrap_or(i64::MAX) },
            cell(vec![plain(capital(&listed(&concerns))), quiet(one.row.missing.clone())]),
        ],
    )
}

/// Why an instrument needs looking at, and what hangs on it.
fn trouble(one: &Known) -> Paragraph {
    let concerns: Vec<&str> = one.row.concerns.iter().map(|concern| concern.label()).collect();
    let line = Line::new(one.mark.clone())
        .add(Tone::Ref, &one.row.r#ref)
        .say(" ")
        .add(Tone::Strong, sentence(one.called()))
        .say(format!(" {}", sentence(&listed(&concerns))));
    let line = match (one.row.window, one.row.notice_on) {
        (NoticeWindow::Open, Some(on)) => line.say(format!(" Notice can be given until {}.", spoken(on))),
        _ => line,
    };
    let line = if one.row.missing.is_empty() { line } else { line.say(format!(" {}", sentence(&one.row.missing))) };
    match one.made {
        0 => line.done(),
        made => line.say(format!(" {} made in it; {} open.", were(made), are(one.open))).done(),
    }
}

fn were(made: usize) -> String {
    if made == 1 { "One commitment was".into() } else { format!("{} were", first_count(made, "commitment")) }
}

/// Those of a brief: ready for signature, or in trouble; the others are counted.
pub(super) fn in_brief(g: &Gathering<'_>) -> Result<Vec<Block>> {
    let all: Vec<Known> = known(g)?.into_iter().filter(|one| !one.row.stage.is_ended()).collect();
    if all.is_empty() {
        return Ok(vec![g.nothing("No instrument stands in the register.")]);
    }
    let brought: Vec<&Known> = all.iter().filter(|one| one.is_coming() || !one.row.concerns.is_empty()).collect();
    let others: Vec<&Known> = all.iter().filter(|one| !one.is_coming() && one.row.concerns.is_empty()).collect();
    let mut blocks = Vec::new();
    if brought.is_empty() {
        blocks.push(g.nothing("No instrument is ready for signature, and none is in trouble."));
    } else {
        blocks.push(table("Instruments ready or in trouble", &brought));
    }
    if !others.is_empty() {
        let mark = others.iter().fold(g.dossier.clone(), |mark, one| mark.higher(&one.mark));
        let raise = if others.len() == 1 { "raises" } else { "raise" };
        let text = if others.len() > 6 {
            format!("{} more {raise} no question at present.", super::words::first(others.len()))
        } else {
            let names: Vec<String> = others.iter().map(|one| format!("{} ({})", one.called(), one.row.r#ref)).collect();
            format!("{} {raise} no question at present.", listed(&names))
        };
        blocks.push(Block::Prose(Paragraph::plain(mark, text)));
    }
    Ok(blocks)
}
