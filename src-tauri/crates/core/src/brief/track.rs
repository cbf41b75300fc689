//! The report of a track over a year: rounds, what was kept, what slipped, what was said again, and a picture of the year.

use std::collections::BTreeMap;

use chrono::Months;

use super::{
    gather::{Gathering, Met},
    mark::Mark,
    paper::{Block, Cell, Holds, Paper, Paragraph, Run, Section, Table, Tone},
    picture::{Marker, Shape, Year},
    promise::Promise,
    rows::{cell, column, day_cell, row},
    whole::{Head, fact, section},
    words::{Line, count, listed, sentence},
};
use crate::{
    agenda::AgendaItem,
    capture::Mention,
    clock::{Day, Instant, spoken},
    dialogue::Dialogue,
    error::{Result, invalid},
    id::Id,
    meeting::Meeting,
    rules::capital,
    text::Passage,
    track::Track,
    vocabulary::{LinkKind, MeetingState, Noun, PaperKind, Status},
    wire::{CommitmentQuery, PaperRequest, Sort},
};

/// What happened on a track within the year.
struct Report<'a> {
    g: &'a Gathering<'a>,
    track: Track,
    /// First and last day of the year that is reported on.
    from: Day,
    to: Day,
    promises: &'a [Promise],
    rounds: Vec<Met>,
}

/// The report.
pub(super) fn track(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<Paper> {
    let session = &g.showing.session;
    let Some(id) = request.track else { return invalid("Say of which track the report is.") };
    let track: Track = session.require(id)?;
    let to = g.day();
    let from = to.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt()).unwrap_or(to);
    let query = CommitmentQuery { tracks: vec![id], sort: Sort::Ref, ..CommitmentQuery::all() };
    let promises = g.listed(&query)?;
    let rounds = rounds(g, &track, &promises, from, to)?;
    let name = track.name.clone();
    let report = Report { g, track, from, to, promises: &promises, rounds };
    let mut sections =
        vec![section("summary", "In brief", vec![Block::Prose(report.in_numbers()?), report.picture()?])];
    sections.push(report.met());
    sections.push(report.ended());
    sections.push(report.slipped()?);
    sections.push(report.said_again()?);
    let open: Vec<&Promise> = promises.iter().filter(|promise| promise.is_open()).collect();
    sections.push(section("open", "Open", vec![g.table("Open commitments", &open, "Nothing is open on this track.")]));
    let facts = [fact("Track", g.line(&name)), fact("Period", g.line(format!("{} – {}", spoken(from), spoken(to))))];
    let head = Head {
        kind: PaperKind::Track,
        title: format!("Track report: {name}"),
        subtitle: g.title.clone(),
        facts: facts.into_iter().flatten().collect(),
        file: format!("Track {name} {to}"),
        mark: g.dossier.clone(),
    };
    g.whole(head, sections, made_at)
}

/// Meetings held within the year: rounds of the track's dialogues, and those at which it was on the agenda or something was
/// promised on it.
fn rounds(g: &Gathering<'_>, track: &Track, promises: &[Promise], from: Day, to: Day) -> Result<Vec<Met>> {
    let session = &g.showing.session;
    let mut found: BTreeMap<Id, Meeting> = BTreeMap::new();
    for dialogue in session.all::<Dialogue>()?.iter().filter(|dialogue| dialogue.tracks.contains(&track.id)) {
        found.extend(session.rounds_of(dialogue.id)?.into_iter().map(|meeting| (meeting.id, meeting)));
    }
    let on_agenda = session.with::<AgendaItem>("track_id", track.id)?;
    let made_at = promises.iter().filter_map(|promise| promise.row.meeting);
    for id in on_agenda.iter().map(|item| item.meeting).chain(made_at) {
        if let std::collections::btree_map::Entry::Vacant(new) = found.entry(id) {
            new.insert(session.require(id)?);
        }
    }
    let mut rounds = Vec::new();
    for meeting in found.values() {
        let within = meeting.begins_on.is_some_and(|on| on >= from && on <= to);
        let held = meeting.state == MeetingState::Held && within;
        if held && g.sees(Noun::Meeting, meeting.id, &g.mark_of_meeting(meeting)) && !g.tells(&meeting.title) {
            rounds.push(g.met(meeting));
        }
    }
    rounds.sort_by_key(|met| (met.begins_on, met.id));
    Ok(rounds)
}

impl Report<'_> {
    fn within(&self, day: Option<Day>) -> bool {
        day.is_some_and(|on| on >= self.from && on <= self.to)
    }

    fn closed(&self, status: Status) -> Vec<&Promise> {
        let mut found: Vec<&Promise> = self
            .promises
            .iter()
            .filter(|promise| promise.row.status == status && self.within(promise.row.closed_on))
            .collect();
        found.sort_by_key(|promise| (promise.row.closed_on, promise.row.reference.clone()));
        found
    }

    fn in_numbers(&self) -> Result<Paragraph> {
        let mark = self.promises.iter().fold(self.g.dossier.clone(), |mark, promise| mark.higher(&promise.mark));
        let open = self.promises.iter().filter(|promise| promise.is_open()).count();
        let late = self.promises.iter().filter(|promise| promise.due.late).count();
        let made = self.promises.iter().filter(|promise| self.within(promise.row.made_on)).count();
        let (kept, missed) = (self.closed(Status::Fulfilled).len(), self.closed(Status::NotFulfilled).len());
        let slips = self.slips()?.len();
        let rounds = match self.rounds.len() {
            0 => "no meeting was held on this track".into(),
            1 => "one meeting was held on this track".into(),
            many => format!("{} were held on this track", count(many, "meeting")),
        };
        let was = |number: usize| if number == 1 { "was" } else { "were" };
        let first = format!(
            "In the year to {}, {rounds}; {} {} made, {} {} kept{} and {} {} to a later day.",
            spoken(self.to),
            count(made, "commitment"),
            was(made),
            none_or(kept),
            was(kept),
            if missed > 0 { format!(", {} {} not kept", none_or(missed), was(missed)) } else { String::new() },
            none_or(slips),
            if slips == 1 { "was put off" } else { "were put off" },
        );
        let late = if late == 0 {
            "none of them late".to_owned()
        } else {
            format!("{} of them late", super::words::number(late))
        };
        let is = if open == 1 { "is" } else { "are" };
        let second = if open == 0 {
            "Nothing is open.".into()
        } else {
            format!("Today {} {is} open, {late}.", count(open, "commitment"))
        };
        Ok(Paragraph::plain(mark, format!("{first} {second}")))
    }

    /// Every put-off within the year: the commitment, the day of the change, from and to.
    fn slips(&self) -> Result<Vec<(&Promise, crate::commitment::DueChange)>> {
        let mut found = Vec::new();
        for promise in self.promises.iter().filter(|promise| promise.due.slips > 0) {
            for change in self.g.showing.session.due_changes(promise.row.id)? {
                if change.slip && self.within(Some(change.day)) {
                    found.push((promise, change));
                }
            }
        }
        found.sort_by(|(one, a), (other, b)| (a.day, &one.row.reference).cmp(&(b.day, &other.row.reference)));
        Ok(found)
    }

    fn met(&self) -> Section {
        if self.rounds.is_empty() {
            let text = "No meeting was held on this track within the year.";
            return section("rounds", "Rounds", vec![self.g.nothing(text)]);
        }
        let rows = self.rounds.iter().map(|met| {
            let made: Vec<&Promise> =
                self.promises.iter().filter(|promise| promise.row.meeting == Some(met.id)).collect();
            let mark = made.iter().fold(met.mark.clone(), |mark, promise| mark.higher(&promise.mark));
            let refs: Vec<&str> = made.iter().map(|promise| promise.row.reference.as_str()).collect();
            let plain = |text: String| cell(vec![Paragraph::plain(met.mark.clone(), text)]);
            let day = Cell::Day { day: met.begins_on, words: met.when.clone(), note: String::new(), late: false };
            row(
                &mark,
                vec![
                    day,
                    cell(vec![Paragraph::new(met.mark.clone(), Tone::Strong, &met.title)]),
                    plain(met.place.clone()),
                    plain(capital(met.level.label())),
                    cell(vec![Paragraph::new(mark.clone(), Tone::Ref, listed(&refs))]),
                ],
            )
        });
        let table = Table {
            caption: "Meetings of the year".into(),
            columns: vec![
                column("When", Holds::Day, 14),
                column("Meeting", Holds::Words, 34),
                column("Where", Holds::Words, 16),
                column("Level", Holds::Words, 14),
                column("Promised there", Holds::Words, 26),
            ],
            rows: rows.collect(),
        };
        section("rounds", "Rounds", vec![Block::Table(table)])
    }

    /// What was kept, and what came to its end without that.
    fn ended(&self) -> Section {
        let mut blocks = Vec::new();
        for (status, heading) in [
            (Status::Fulfilled, ""),
            (Status::NotFulfilled, "Not kept"),
            (Status::Dropped, "Dropped by agreement"),
            (Status::Superseded, "Superseded"),
        ] {
            let found = self.closed(status);
            if found.is_empty() {
                if status == Status::Fulfilled {
                    blocks.push(self.g.nothing("Nothing was closed as kept within the year."));
                }
                continue;
            }
            if !heading.is_empty() {
                blocks.push(self.g.heading(heading));
            }
            let items = found.into_iter().map(|promise| {
                let on = promise.row.closed_on.map(|on| format!(" {}.", spoken(on))).unwrap_or_default();
                let said = sentence(self.g.words(Noun::Commitment, promise.row.id, &promise.row.evidence));
                let said = if said.is_empty() { said } else { format!(" {said}") };
                super::summit::say::named(Line::new(promise.mark.clone()), promise).say(format!("{on}{said}")).done()
            });
            blocks.push(Block::Points { numbered: false, items: items.collect() });
        }
        section("kept", "Kept", blocks)
    }

    fn slipped(&self) -> Result<Section> {
        let slips = self.slips()?;
        if slips.is_empty() {
            let text = "Nothing was put off within the year.";
            return Ok(section("slipped", "Slipped", vec![self.g.nothing(text)]));
        }
        let rows = slips.iter().map(|(promise, change)| {
            let mark = &promise.mark;
            let reason = self.g.words(Noun::DueChange, change.id, &change.reason);
            row(
                mark,
                vec![
                    cell(vec![Paragraph::new(mark.clone(), Tone::Ref, &promise.row.reference)]),
                    cell(vec![Paragraph::new(mark.clone(), Tone::Strong, &promise.row.title)]),
                    day_cell(Some(change.day)),
                    day_cell(change.from_on),
                    day_cell(change.to_on),
                    cell(vec![Paragraph::plain(mark.clone(), reason)]),
                ],
            )
        });
        let table = Table {
            caption: "Put off within the year".into(),
            columns: vec![
                column("Ref", Holds::Ref, 12),
                column("Commitment", Holds::Words, 28),
                column("Put off on", Holds::Day, 12),
                column("From", Holds::Day, 12),
                column("To", Holds::Day, 12),
                column("Why", Holds::Words, 28),
            ],
            rows: rows.collect(),
        };
        Ok(section("slipped", "Slipped", vec![Block::Table(table)]))
    }

    /// What was said again within the year: by a later commitment, or by a text.
    fn said_again(&self) -> Result<Section> {
        let session = &self.g.showing.session;
        let mut items: Vec<(Day, String, Paragraph)> = Vec::new();
        let mut again = |promise: &Promise, on: Day, mark: &Mark, how: &str, what: Run| {
            let line = super::summit::say::named(Line::new(promise.mark.higher(mark)), promise);
            let line = line.say(format!(" Said again on {} {how} ", spoken(on))).add(what.tone, what.text);
            items.push((on, promise.row.reference.clone(), line.say(".").done()));
        };
        for promise in self.promises {
            for link in session.links_of(promise.row.id)? {
                if link.kind != LinkKind::Reaffirms || link.to != promise.row.id {
                    continue;
                }
                let Some(other) = self.g.promise(link.from)? else { continue };
                let Some(on) = other.row.made_on.filter(|on| self.within(Some(*on))) else { continue };
                again(promise, on, &other.mark, "by", Run::new(Tone::Ref, &other.row.reference));
            }
            for mention in session.with::<Mention>("commitment_id", promise.row.id)? {
                let passage: Passage = session.require(mention.passage)?;
                let Some(text) = self.g.text(passage.text)? else { continue };
                let Some(on) = text.dated_on.filter(|on| self.within(Some(*on))) else { continue };
                again(promise, on, &text.mark, "in", Run::new(Tone::Emphasis, &text.title));
            }
        }
        items.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        let items: Vec<Paragraph> = items.into_iter().map(|(.., line)| line).collect();
        let block = if items.is_empty() {
            self.g.nothing("Nothing was said again within the year.")
        } else {
            Block::Points { numbered: false, items }
        };
        Ok(section("again", "Reiterated", vec![block]))
    }

    /// The year as a picture: rounds, what was kept, days that commitments fell or fall due.
    fn picture(&self) -> Result<Block> {
        let mut mark = self.g.dossier.clone();
        let mut rounds = Vec::new();
        for met in &self.rounds {
            mark = mark.higher(&met.mark);
            rounds.extend(met.begins_on.map(|on| Marker { on, shape: Shape::Round }));
        }
        let (mut kept, mut due, mut put_off) = (Vec::new(), Vec::new(), Vec::new());
        for promise in self.closed(Status::Fulfilled) {
            mark = mark.higher(&promise.mark);
            kept.extend(promise.row.closed_on.map(|on| Marker { on, shape: Shape::Filled }));
        }
        for promise in self.promises.iter().filter(|promise| promise.is_open()) {
            if let Some(on) = promise.due.on {
                mark = mark.higher(&promise.mark);
                due.push(Marker { on, shape: if promise.due.late { Shape::Late } else { Shape::Hollow } });
            }
        }
        for (promise, change) in self.slips()? {
            mark = mark.higher(&promise.mark);
            put_off.push(Marker { on: change.day, shape: Shape::Arrow });
        }
        let year = Year {
            from: self.from,
            to: self.to,
            lanes: vec![("Rounds", rounds), ("Kept", kept), ("Put off", put_off), ("Due", due)],
        };
        Ok(Block::Picture {
            svg: year.draw(),
            alternative: year.in_words(),
            caption: format!("{}: the year to {}, and the half-year to come", self.track.name, spoken(self.to)),
            mark,
        })
    }
}

fn none_or(number: usize) -> String {
    if number == 0 { "none".into() } else { super::words::number(number) }
}
