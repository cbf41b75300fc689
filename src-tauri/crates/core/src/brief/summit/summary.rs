//! The one page that is read in the car: what we owe, what they owe, what is late, what is to be decided and announced,
//! when it was last on the table, and the line for the press.

use super::{
    super::{
        paper::{Block, Paragraph, Tone},
        promise::Promise,
        who::{article, heads, on},
        words::{Line, are, away, count, first_count, joint, listed, sentence, stretch, times},
    },
    Summit,
    say::{line, named},
};
use crate::{
    clock::spoken,
    rules::capital,
    vocabulary::{Bound, DecisionKind, MeetingState, Status},
};

/// How many commitments are named under each heading: all of it has to go on one page.
const OURS_SHOWN: usize = 4;
const THEIRS_SHOWN: usize = 3;
const LATE_SHOWN: usize = 5;
const DECIDED_SHOWN: usize = 4;

impl Summit<'_> {
    /// The summary.
    pub(super) fn summary(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Prose(self.opening())];
        if self.open.is_empty() && self.g.sight.is_limited() {
            blocks.push(self.g.heading("What is open"));
            blocks.push(self.g.nothing(""));
        } else if self.open.is_empty() {
            blocks.push(self.g.heading("What is open"));
            blocks.push(Block::Prose(self.g.line(sentence(&format!(
                "No commitment between {} is open: neither side owes the other anything that stands in the register",
                self.sides.both
            )))));
        } else {
            self.owed(&mut blocks);
            self.late(&mut blocks);
            self.due(&mut blocks);
        }
        self.to_decide(&mut blocks);
        self.to_announce(&mut blocks);
        self.last_raised(&mut blocks);
        blocks.push(self.g.heading("Press line"));
        blocks.extend(self.free(&self.plan.press_line).map_or_else(
            || vec![self.g.nothing("No press line has been agreed yet.")],
            |lines| lines.into_iter().map(Block::Prose).collect(),
        ));
        blocks
    }

    /// What the meeting is, when it is, and how things stand in numbers.
    fn opening(&self) -> Paragraph {
        let day = self.g.day();
        let met = &self.met;
        let when = match (met.state, met.begins_on) {
            (MeetingState::Held, Some(_)) => format!("was held on {}", met.when),
            (MeetingState::Cancelled, _) => "has been cancelled".into(),
            (MeetingState::Postponed, None) => "has been postponed and bears no new date".into(),
            (_, None) => "bears no date yet".into(),
            (_, Some(on)) if self.meeting.precision == crate::vocabulary::DayPrecision::Day => {
                format!("takes place on {}, {}", met.when, away(day, on))
            }
            (_, Some(_)) => format!("takes place in {}", met.when),
        };
        let heads = heads(&self.attending);
        let heads = if heads.is_empty() { String::new() } else { format!("; {heads} lead the delegations") };
        let heads =
            if self.attending.iter().filter(|who| who.role == crate::vocabulary::AttendanceRole::Head).count() == 1 {
                heads.replace(" lead the delegations", " leads the delegation")
            } else {
                heads
            };
        let mut line = Line::new(met.mark.clone())
            .add(Tone::Strong, &met.title)
            .say(sentence(&format!("{when}{heads}")).replacen(&capital(&when), &format!(" {when}"), 1));
        if !self.open.is_empty() {
            let late = self.open.iter().filter(|promise| promise.due.late).count();
            let blocked = self.open.iter().filter(|promise| promise.blocked.is_some()).count();
            let due = self.open.iter().filter(|promise| self.due_by_it(promise)).count();
            let suspended = self.open.iter().filter(|promise| promise.row.status == Status::Suspended).count();
            let delivered = self.open.iter().filter(|promise| promise.row.status == Status::Delivered).count();
            let mut parts = vec![format!("{} late", are(late))];
            for (count, what) in [
                (blocked, "blocked"),
                (due, "due by the meeting"),
                (delivered, "delivered and awaiting confirmation"),
                (suspended, "suspended"),
            ] {
                if count > 0 {
                    parts.push(format!("{} {what}", are(count)));
                }
            }
            let verb = if self.open.len() == 1 { "is" } else { "are" };
            line = line.say(format!(
                " {} between {} {verb} open: {}.",
                first_count(self.open.len(), "commitment"),
                self.sides.both,
                listed(&parts)
            ));
        }
        let mark = self.open.iter().fold(met.mark.clone(), |mark, promise| mark.higher(&promise.mark));
        line.marked(&mark).done()
    }

    /// Whether it is due between today and the meeting.
    pub(super) fn due_by_it(&self, promise: &Promise) -> bool {
        promise.standing.under_way()
            && match (promise.due.on, self.met.begins_on) {
                (Some(due), Some(meets)) => due >= self.g.day() && due <= meets,
                _ => promise.row.due_meeting == Some(self.meeting.id),
            }
    }

    /// What we owe and what they owe: counted, and the most urgent by name.
    fn owed(&self, blocks: &mut Vec<Block>) {
        let (day, home) = (self.g.day(), self.g.showing.home());
        let mut ours: Vec<&Promise> = self.open.iter().filter(|promise| promise.binds_us(home)).collect();
        let theirs: Vec<&Promise> = self.open.iter().filter(|promise| promise.binds_them(home)).collect();
        let alone = |list: &[&Promise], bound: Bound| list.iter().filter(|promise| promise.row.bound == bound).count();
        let (our_own, their_own) = (alone(&ours, Bound::Home), alone(&theirs, Bound::Partner));
        let (us, them) = (&self.sides.us, &self.sides.them);

        blocks.push(self.g.heading("What we owe"));
        let late = match ours.iter().filter(|promise| promise.due.late).count() {
            0 => "None of them is late.".into(),
            1 if ours.len() == 1 => "It is late.".into(),
            late => sentence(&format!("{} late", are(late))),
        };
        blocks.push(Block::Prose(self.counted(&ours, (us, false), them, our_own, &late)));
        ours.sort_by_key(|promise| promise.urgency(day));
        let named: Vec<&Promise> = ours.iter().copied().take(OURS_SHOWN).collect();
        self.push_lines(blocks, &named);

        blocks.push(self.g.heading("What they owe"));
        let late = theirs.iter().filter(|promise| promise.due.late && promise.row.bound == Bound::Partner).count();
        let late = match (their_own, late) {
            (0, _) => String::new(),
            (1, 0) => format!("What {} alone is not late.", self.sides.they("it owes", "they owe")),
            (_, 0) => format!("Nothing that {} alone is late.", self.sides.they("it owes", "they owe")),
            (_, late) => {
                sentence(&format!("of what {} alone, {} late", self.sides.they("it owes", "they owe"), are(late)))
            }
        };
        blocks.push(Block::Prose(self.counted(&theirs, (them, self.sides.many), us, their_own, &late)));
        // What binds both stands above; here, what they owe alone, and what we have done and they have not.
        let mut waiting: Vec<&Promise> = theirs
            .into_iter()
            .filter(|promise| promise.row.bound == Bound::Partner || self.they_lag(promise))
            .filter(|promise| !named.iter().any(|shown| shown.row.id == promise.row.id))
            .collect();
        waiting.sort_by_key(|promise| promise.urgency(day));
        waiting.truncate(THEIRS_SHOWN);
        self.push_lines(blocks, &waiting);
    }

    /// Whether we hold it to be done on our side while they do not say so of theirs.
    fn they_lag(&self, promise: &Promise) -> bool {
        promise.row.status == Status::Delivered
            && matches!(promise.row.their_status, Some(Status::NotStarted | Status::InProgress))
    }

    fn push_lines(&self, blocks: &mut Vec<Block>, promises: &[&Promise]) {
        if promises.is_empty() {
            return;
        }
        let day = self.g.day();
        let items = promises
            .iter()
            .map(|promise| {
                let mut line = line(promise, day, Some(self.meeting.id));
                if let Some(theirs) = promise.row.their_status.filter(|theirs| *theirs != promise.row.status) {
                    let said = format!(
                        " {} {} that it is {}.",
                        capital(&self.sides.them),
                        self.sides.they("holds", "hold"),
                        super::super::words::standing(theirs)
                    );
                    line.runs.push(super::super::paper::Run::new(Tone::Plain, said));
                }
                line
            })
            .collect();
        blocks.push(Block::Points { numbered: false, items });
    }

    /// `India is bound by 16 open commitments: two alone and 14 jointly with the United States.`
    fn counted(
        &self,
        owed: &[&Promise],
        (who, many): (&str, bool),
        other: &str,
        alone: usize,
        late: &str,
    ) -> Paragraph {
        let (owes, is) = if many { ("owe", "are") } else { ("owes", "is") };
        let mark = owed.iter().fold(self.g.dossier.clone(), |mark, promise| mark.higher(&promise.mark));
        let joint = owed.len() - alone;
        let how = match (owed.len(), alone, joint) {
            (0, ..) => {
                let text = format!("{who} {owes} nothing that is still open");
                return Paragraph::plain(mark, sentence(&text));
            }
            (1, 1, _) => ", alone".into(),
            (1, ..) => format!(", jointly with {other}"),
            (_, 0, _) => format!(", all of them jointly with {other}"),
            (_, _, 0) => ", all of them alone".into(),
            (_, alone, joint) => format!(
                ": {} alone and {} jointly with {other}",
                super::super::words::number(alone),
                super::super::words::number(joint)
            ),
        };
        let text = format!(
            "{} {late}",
            sentence(&format!("{who} {is} bound by {}{how}", count(owed.len(), "open commitment")))
        );
        Paragraph::plain(mark, text.trim_end())
    }

    /// What is late, in one sentence, the longest first.
    fn late(&self, blocks: &mut Vec<Block>) {
        let day = self.g.day();
        let mut late: Vec<&Promise> = self.open.iter().filter(|promise| promise.due.late).collect();
        let due = self.open.iter().any(|promise| self.due_by_it(promise));
        blocks.push(self.g.heading(if due { "Late and due" } else { "Late" }));
        if late.is_empty() {
            blocks.push(self.g.nothing("Nothing that is open is past its day."));
            return;
        }
        late.sort_by_key(|promise| promise.urgency(day));
        let shown: Vec<&Promise> = late.iter().copied().take(LATE_SHOWN).collect();
        let mark = shown.iter().fold(self.g.dossier.clone(), |mark, promise| mark.higher(&promise.mark));
        let verb = if late.len() == 1 { "is" } else { "are" };
        let mut line = Line::new(mark).say(format!("{} {verb} late", first_count(late.len(), "commitment")));
        line = line.say(if shown.len() < late.len() { ", of which the longest are " } else { ": " });
        for (at, promise) in shown.iter().enumerate() {
            let put_off = match promise.due.slips {
                0 => String::new(),
                slips => format!(", put off {}", times(slips)),
            };
            line = line.say(joint(at, shown.len())).add(Tone::Ref, &promise.row.reference).say(format!(
                " (by {}, since {}{put_off})",
                promise.due.on.map(|on| stretch(on, day)).unwrap_or_default(),
                promise.due.on.map(spoken).unwrap_or_default()
            ));
        }
        blocks.push(Block::Prose(line.say(".").done()));
    }

    /// What falls due up to the meeting, in one sentence; nothing where nothing does.
    fn due(&self, blocks: &mut Vec<Block>) {
        let mut due: Vec<&Promise> = self.open.iter().filter(|promise| self.due_by_it(promise)).collect();
        due.sort_by_key(|promise| (promise.due.on, promise.row.reference.clone()));
        let shown: Vec<&Promise> = due.iter().copied().take(LATE_SHOWN).collect();
        if shown.is_empty() {
            return;
        }
        let mark = shown
            .iter()
            .fold(self.g.dossier.clone(), |mark, promise| mark.higher(&promise.mark).higher(&promise.due.mark));
        let verb = if due.len() == 1 { "is" } else { "are" };
        let mut line =
            Line::new(mark).say(format!("{} {verb} due by the meeting", first_count(due.len(), "commitment")));
        line = line.say(if shown.len() < due.len() { ", of which the first are " } else { ": " });
        for (at, promise) in shown.iter().enumerate() {
            let on = promise.due.on.map(|on| format!(" ({})", spoken(on))).unwrap_or_default();
            line = line.say(joint(at, shown.len())).add(Tone::Ref, &promise.row.reference).say(on);
        }
        blocks.push(Block::Prose(line.say(".").done()));
    }

    /// What is put to the meeting, and what is stuck until somebody decides.
    fn to_decide(&self, blocks: &mut Vec<Block>) {
        blocks.push(self.g.heading("To decide"));
        let mut items: Vec<Paragraph> = Vec::new();
        let mut put_to_it = 0;
        for (promise, decision) in &self.decided {
            let what = match decision.stands() {
                DecisionKind::Escalate => ("settle it at this level", "It is to be settled at this level."),
                DecisionKind::Drop => {
                    ("drop it, if the other side agrees", "It is to be dropped, if the other side agrees.")
                }
                DecisionKind::Deliver | DecisionKind::Announce | DecisionKind::Hold => continue,
            };
            let (to_do, decided) = what;
            let said = if decision.decided.is_some() {
                decided.to_owned()
            } else {
                format!("The review proposes to {to_do}.")
            };
            let line = named(Line::new(promise.mark.clone()), promise).say(format!(" {said}"));
            items.push(line.say(spaced(decision.remark())).done());
            put_to_it += 1;
        }
        for promise in self.open.iter().filter(|promise| promise.blocked.is_some()) {
            if self.decided.iter().any(|(decided, _)| decided.row.id == promise.row.id) {
                continue;
            }
            let line = named(Line::new(promise.mark.clone()), promise).say(" It is blocked.");
            items.push(line.say(spaced(promise.blocked.as_deref().unwrap_or_default())).done());
        }
        let more_put = usize::saturating_sub(put_to_it, DECIDED_SHOWN);
        let more_blocked = items.len().saturating_sub(DECIDED_SHOWN) - more_put;
        items.truncate(DECIDED_SHOWN);
        for (more, which) in [
            (more_put, "put to the meeting; see the decisions of the review"),
            (more_blocked, "blocked; see their tracks"),
        ] {
            if more > 0 {
                let are = if more == 1 { "is" } else { "are" };
                items.push(self.g.line(sentence(&format!("{} more {are} {which}", super::super::words::first(more)))));
            }
        }
        blocks.push(if items.is_empty() {
            self.g.nothing("Nothing is put to the meeting for decision, and nothing is blocked.")
        } else {
            Block::Points { numbered: false, items }
        });
    }

    /// What can be made public there.
    fn to_announce(&self, blocks: &mut Vec<Block>) {
        blocks.push(self.g.heading("To announce"));
        let items: Vec<Paragraph> = self
            .decided
            .iter()
            .filter(|(_, decision)| decision.stands() == DecisionKind::Announce)
            .map(|(promise, decision)| {
                let how = if decision.decided.is_some() {
                    "It is to be announced."
                } else {
                    "The review proposes to announce it."
                };
                named(Line::new(promise.mark.clone()), promise)
                    .say(format!(" {how}"))
                    .say(spaced(decision.remark()))
                    .done()
            })
            .take(DECIDED_SHOWN)
            .collect();
        blocks.push(if items.is_empty() {
            self.g.nothing("Nothing is proposed for announcement.")
        } else {
            Block::Points { numbered: false, items }
        });
    }

    /// Where each track was last on the table.
    fn last_raised(&self, blocks: &mut Vec<Block>) {
        blocks.push(self.g.heading("Last raised"));
        let mut line = Line::new(self.g.dossier.clone());
        let mut said = 0;
        for track in &self.tracks {
            let of_track = self.open.iter().filter(|promise| promise.row.track == track.id);
            let last = of_track.filter_map(|promise| promise.raised.as_ref()).max_by_key(|met| (met.begins_on, met.id));
            let Some(met) = last else { continue };
            line = line.marked(&met.mark).say(if said == 0 { "" } else { "; " });
            let where_ = if said == 0 { "was last on the table at" } else { "at" };
            line = line.say(format!("{} {where_} {}", track.name, article(&met.title))).add(Tone::Emphasis, &met.title);
            line = line.say(on(&met.when));
            said += 1;
        }
        blocks.push(if said == 0 {
            self.g.nothing("Nothing that is open has been on the table at a meeting held so far.")
        } else {
            Block::Prose(line.say(".").done())
        });
    }
}

/// A remark behind a sentence; nothing where there is none.
fn spaced(remark: &str) -> String {
    let remark = sentence(remark);
    if remark.is_empty() { remark } else { format!(" {remark}") }
}
