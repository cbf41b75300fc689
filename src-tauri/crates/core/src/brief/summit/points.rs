//! Talking points: those written by hand, or else what the register itself gives occasion to say.

use super::{
    super::{
        paper::{Block, Paragraph, Tone},
        promise::Promise,
        words::{Line, sentence},
    },
    Summit,
    say::due,
};
use crate::vocabulary::{Bound, DecisionKind, Status};

/// How many points are drawn from the register: more are not said at a meeting.
const DRAWN_MOST: usize = 10;

impl Summit<'_> {
    /// Talking points.
    pub(super) fn talking_points(&self) -> Vec<Block> {
        if let Some(items) = self.free(&self.plan.talking_points) {
            return vec![Block::Points { numbered: true, items }];
        }
        let items = self.drawn();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::Prose(self.g.line("The register suggests these points.")), Block::Points { numbered: true, items }]
    }

    /// What is to be settled, what is late, what waits for their word, what is to be made public: in this order.
    fn drawn(&self) -> Vec<Paragraph> {
        let day = self.g.day();
        let mut points: Vec<Paragraph> = Vec::new();
        let mut said: Vec<crate::id::Id> = Vec::new();
        let mut point = |promise: &Promise, before: &str, behind: String| {
            if !said.contains(&promise.row.id) {
                said.push(promise.row.id);
                points.push(named(promise, before, &behind));
            }
        };
        for (promise, decision) in &self.decided {
            match decision.stands() {
                DecisionKind::Escalate => {
                    point(promise, "Seek agreement on ", format!(": it {}", due(promise, day, Some(self.meeting.id))));
                }
                DecisionKind::Drop => point(promise, "Propose that both sides let ", " lapse".into()),
                DecisionKind::Deliver | DecisionKind::Announce | DecisionKind::Hold => {}
            }
        }
        let mut late: Vec<&Promise> = self.open.iter().filter(|promise| promise.due.late).collect();
        late.sort_by_key(|promise| promise.urgency(day));
        for promise in late {
            let to_do = match promise.row.bound {
                Bound::Partner => "Ask when to expect ",
                Bound::Home => "Explain where we stand on ",
                Bound::Both | Bound::Named => "Ask how both sides are to conclude ",
            };
            point(promise, to_do, format!(": it {}", due(promise, day, Some(self.meeting.id))));
        }
        for promise in self.open.iter().filter(|promise| promise.row.status == Status::Delivered) {
            point(promise, "Ask for confirmation of ", ", which we hold to be delivered".into());
        }
        let theirs = |promise: &&Promise| {
            promise.row.their_status == Some(Status::Delivered) && promise.row.status != Status::Delivered
        };
        for promise in self.open.iter().filter(theirs) {
            let behind = format!(
                ", which {} {} to be delivered and we do not yet",
                self.sides.them,
                self.sides.they("holds", "hold")
            );
            point(promise, "Say what is still awaited of ", behind);
        }
        for (promise, decision) in &self.decided {
            if decision.stands() == DecisionKind::Announce {
                point(promise, "Agree to announce ", String::new());
            }
        }
        points.truncate(DRAWN_MOST);
        points
    }
}

/// `Seek agreement on “Cooperation on crime” (CT-2011-001): it was due …`
fn named(promise: &Promise, before: &str, behind: &str) -> Paragraph {
    let end = sentence(&format!("x{behind}"));
    Line::new(promise.mark.higher(&promise.due.mark))
        .say(before)
        .add(Tone::Strong, format!("“{}”", promise.row.title))
        .say(" (")
        .add(Tone::Ref, &promise.row.reference)
        .say(format!("){}", end.trim_start_matches('X')))
        .done()
}
