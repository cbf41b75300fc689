//! The parts of a brief behind its summary: tracks, decisions, instruments, the last meeting, the annex.

use std::rc::Rc;

use super::{
    super::{
        instruments,
        paper::{Block, Holds, Paragraph, Table, Tone},
        promise::Promise,
        record,
        rows::{cell, column, row},
        who::{article, on},
        words::{Line, are, first_count, listed, sentence},
    },
    Summit,
};
use crate::{
    clock::spoken,
    error::Result,
    journal::shortened,
    meeting::Meeting,
    rules::capital,
    track::Track,
    vocabulary::{DecisionKind, Noun, Status},
};

/// Longest stretch of a follow-up quoted in the state of play, in characters.
const SAID_SHOWN: usize = 160;
/// How many meetings are looked through for the last one that the reader may see.
const LOOKED_BACK: u32 = 200;

impl Summit<'_> {
    /// A track: its state of play in two lines, and what is open on it.
    pub(super) fn track(&self, track: &Track) -> Vec<Block> {
        let open: Vec<&Promise> = self.open.iter().filter(|promise| promise.row.track == track.id).collect();
        let mut blocks: Vec<Block> = self.state_of_play(track, &open).into_iter().map(Block::Prose).collect();
        let caption = format!("{}: open commitments", track.name);
        blocks.push(self.g.table(&caption, &open, "No commitment is open on this track."));
        blocks
    }

    fn state_of_play(&self, track: &Track, open: &[&Promise]) -> Vec<Paragraph> {
        let mark = open.iter().fold(self.g.dossier.clone(), |mark, promise| mark.higher(&promise.mark));
        let of = |fits: &dyn Fn(&Promise) -> bool| open.iter().filter(|promise| fits(promise)).count();
        let mut parts = vec![format!("{} late", are(of(&|promise| promise.due.late)))];
        for (number, what) in [
            (of(&|promise| self.due_by_it(promise)), "due by the meeting"),
            (of(&|promise| promise.blocked.is_some()), "blocked"),
            (of(&|promise| promise.row.status == Status::Delivered), "delivered and awaiting confirmation"),
            (of(&|promise| promise.row.status == Status::Suspended), "suspended"),
        ] {
            if number > 0 {
                parts.push(format!("{} {what}", are(number)));
            }
        }
        let verb = if open.len() == 1 { "is" } else { "are" };
        let first = format!("{} {verb} open: {}.", first_count(open.len(), "commitment"), listed(&parts));
        let mut lines = vec![Paragraph::plain(mark, first)];

        let raised =
            open.iter().filter_map(|promise| promise.raised.as_ref()).max_by_key(|met| (met.begins_on, met.id));
        let mut line = Line::new(self.g.dossier.clone());
        line = match raised {
            Some(met) => line
                .marked(&met.mark)
                .say(format!("{} was last on the table at {}", track.name, article(&met.title)))
                .add(Tone::Emphasis, &met.title)
                .say(format!("{}.", on(&met.when))),
            None if self.g.sight.is_limited() => line,
            None => line.say(format!("{} has not been on the table at a meeting held so far.", track.name)),
        };
        let heard = open
            .iter()
            .filter_map(|promise| promise.heard.as_ref().map(|heard| (*promise, heard)))
            .max_by_key(|(promise, heard)| (heard.row.day, promise.row.reference.clone()));
        line = match heard {
            Some((promise, heard)) => {
                let from = match heard.row.reported_by.as_str() {
                    "" => String::new(),
                    by => format!(", from {by}"),
                };
                line.marked(&heard.mark)
                    .say(format!(" The last report is of {}{from}, on ", spoken(heard.row.day)))
                    .add(Tone::Ref, &promise.row.reference)
                    .say(format!(": “{}”", sentence(&shortened(&heard.row.note, SAID_SHOWN))))
            }
            None => line.say(self.g.of_none(" Nothing has been reported on it.")),
        };
        lines.extend(Some(line.done()).filter(|line| !line.text().is_empty()));
        lines
    }

    /// What the review decided.
    pub(super) fn decisions(&self) -> Result<Vec<Block>> {
        let mut rows = Vec::new();
        for (promise, decision) in &self.decided {
            let mark = &promise.mark;
            let plain = |text: String| Paragraph::plain(mark.clone(), text);
            let mut what = capital(decision.stands().label());
            let mut above = mark.clone();
            if decision.stands() == DecisionKind::Escalate {
                let to = match decision.to_meeting {
                    Some(to) if to == self.meeting.id => Some("this meeting".to_owned()),
                    Some(to) => self.g.meeting(to)?.map(|met| {
                        above = above.higher(&met.mark);
                        met.title.clone()
                    }),
                    None => None,
                };
                let to = to.or_else(|| decision.level.map(|level| format!("{} level", level.label())));
                what.push_str(&to.map(|to| format!(" to {to}")).unwrap_or_default());
            }
            let stage = match decision.decided {
                None => "proposed".into(),
                Some(kind) if kind == decision.proposed => "decided".into(),
                Some(_) => format!("decided; {} had been proposed", decision.proposed.label()),
            };
            let on = decision.decided_on.unwrap_or(decision.proposed_on);
            rows.push(row(
                &above,
                vec![
                    cell(vec![Paragraph::new(mark.clone(), Tone::Ref, &promise.row.reference)]),
                    cell(vec![Paragraph::new(mark.clone(), Tone::Strong, &promise.row.title)]),
                    cell(vec![plain(what), Paragraph::new(mark.clone(), Tone::Quiet, stage)]),
                    cell(vec![plain(decision.remark().to_owned())]),
                    cell(vec![plain(decision.by().to_owned()), Paragraph::new(mark.clone(), Tone::Quiet, spoken(on))]),
                ],
            ));
        }
        let mut blocks = Vec::new();
        if rows.is_empty() {
            blocks.push(self.g.nothing("The review has taken no decision for this meeting yet."));
        } else {
            blocks.push(Block::Table(Table {
                caption: "Decisions of the review".into(),
                columns: vec![
                    column("Ref", Holds::Ref, 12),
                    column("Commitment", Holds::Words, 26),
                    column("What", Holds::Words, 18),
                    column("Why", Holds::Words, 30),
                    column("By", Holds::Words, 14),
                ],
                rows,
            }));
        }
        let undecided = self
            .open
            .iter()
            .filter(|promise| !promise.exceptions.is_empty())
            .filter(|promise| !self.decided.iter().any(|(decided, _)| decided.row.id == promise.row.id))
            .count();
        let mut more = Vec::new();
        if self.passed > 0 {
            let verb = if self.passed == 1 { "has" } else { "have" };
            more.push(format!(
                "{} on course {verb} been passed in one stroke.",
                first_count(self.passed, "commitment")
            ));
        }
        if undecided > 0 {
            let stand = if undecided == 1 { "stands" } else { "stand" };
            let counted = first_count(undecided, "commitment");
            more.push(format!("{counted} that the review brings up {stand} without a decision."));
        }
        if !more.is_empty() {
            blocks.push(Block::Prose(self.g.line(more.join(" "))));
        }
        Ok(blocks)
    }

    /// Instruments that are ready for signature or in trouble.
    pub(super) fn instruments(&self) -> Result<Vec<Block>> {
        instruments::in_brief(self.g)
    }

    /// What the last meeting recorded.
    pub(super) fn last_meeting(&self) -> Result<Vec<Block>> {
        let session = &self.g.showing.session;
        let before = self.meeting.begins_on.unwrap_or_else(|| self.g.day()).min(self.g.day());
        let last = session.last_held_before(self.meeting, before)?.filter(|last| last.id != self.meeting.id);
        let seen = |last: &Meeting| {
            let seen = self.g.sees(Noun::Meeting, last.id, &self.g.mark_of_meeting(last));
            seen && !self.g.tells(&last.title)
        };
        if let Some(last) = last.filter(|last| seen(last)) {
            return record::in_brief(self.g, &last, None);
        }
        let whose = if self.meeting.dialogue.is_some() { "of this dialogue" } else { "at this level" };
        let mut held = session.held_by(before, LOOKED_BACK)?;
        // What took place in the margins of another meeting comes after it.
        held.sort_by_key(|one| (std::cmp::Reverse(one.begins_on), one.parent.is_some(), one.id));
        match held.iter().filter(|one| one.id != self.meeting.id).find(|one| seen(one)) {
            Some(last) => {
                let before = format!(
                    "No earlier meeting {whose} stands in the register; the last meeting of any kind was this."
                );
                record::in_brief(self.g, last, Some(&before))
            }
            None => Ok(vec![self.g.nothing("No meeting has been held so far.")]),
        }
    }

    /// The very words of what is open, with the texts they stand in.
    pub(super) fn annex(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for promise in self.open.iter().filter(|promise| !promise.row.wording.is_empty()) {
            let line = Line::new(promise.mark.clone()).add(Tone::Ref, &promise.row.reference);
            blocks.push(Block::Heading(line.say(format!(" {}", promise.row.title)).done()));
            blocks.push(quoted(promise));
        }
        if blocks.is_empty() && !self.open.is_empty() {
            blocks.push(self.g.nothing("The wording of what is open has not been entered."));
        }
        blocks
    }
}

/// A commitment's wording, with the text it stands in and the meeting it was made at.
pub(crate) fn quoted(promise: &Promise) -> Block {
    let mut mark = promise.mark.clone();
    let mut parts: Vec<String> = Vec::new();
    if let Some(text) = &promise.source {
        mark = mark.higher(&text.mark);
        let dated = text.dated_on.or(promise.row.made_on).map(|on| format!(", {}", spoken(on)));
        parts.push(format!("{}{}", text.title, dated.unwrap_or_default()));
        parts.extend(Some(text.source.clone()).filter(|source| !source.is_empty()));
    } else if let Some(met) = promise.made_at.as_ref().map(Rc::as_ref) {
        mark = mark.higher(&met.mark);
        parts.push(format!("{}{}", met.title, on(&met.when)));
    }
    Block::Quote { text: promise.row.wording.clone(), source: parts.join("; "), mark }
}
