//! Replies to a chaser sheet, looked at and then entered as follow-ups in one act.

use std::collections::HashSet;

use super::{
    chaser::points_of,
    gather::Gathering,
    reply::{By, Point, read},
};
use crate::{
    commitment::{Commitment, Showing},
    dossier::Dossier,
    error::{Error, Result, invalid},
    field, follow_up,
    id::Id,
    op::Op,
    view::{ids_of, looked_ahead},
    wire::{Changed, FollowUpDraft, Reader, RepliesDraft, RepliesQuery, RepliesView, ReplyPoint, UnmatchedReply},
};

/// Most replies that are entered at once: far more points than any sheet has.
const REPLIES_MOST: usize = 2_000;

impl Dossier {
    /// Which words of what came back answer which point of the sheet of a body or a person.
    pub fn read_replies(&self, query: &RepliesQuery) -> Result<RepliesView> {
        let text = field::body("The reply", &query.text)?;
        let (asked, numbered) = self.asked_of(query.body, query.person, &query.reader)?;
        let points: Vec<Point> = asked
            .iter()
            .map(|row| Point {
                reference: row.reference.clone(),
                printed: vec![row.title.clone(), row.wording.clone()],
            })
            .collect();
        let replies = read(&text, &points, numbered);
        let reply = |at: usize| replies.matched.iter().find(|(point, ..)| *point == at);
        let points = asked.into_iter().enumerate().map(|(at, row)| ReplyPoint {
            commitment: row.id,
            r#ref: row.reference,
            title: row.title,
            number: (at < numbered).then(|| u32::try_from(at + 1).unwrap_or(u32::MAX)),
            reply: reply(at).map(|(_, words, _)| words.clone()).unwrap_or_default(),
            matched: reply(at).map(|(.., by)| by.words().to_owned()).unwrap_or_default(),
        });
        let unmatched = replies.unmatched.iter();
        Ok(RepliesView {
            points: points.collect(),
            unmatched: unmatched
                .map(|(text, reason)| UnmatchedReply { text: text.clone(), reason: reason.clone() })
                .collect(),
        })
    }

    /// Enters replies as follow-ups, in one act. Answers how many.
    pub fn enter_replies(&self, draft: &RepliesDraft) -> Result<Changed<u32>> {
        if draft.replies.is_empty() || draft.replies.len() > REPLIES_MOST {
            return invalid("No reply is chosen. Match one to a point first.");
        }
        self.transact(Op::EnterReplies, |act| {
            for reply in &draft.replies {
                if reply.note.trim().is_empty() {
                    let reference = act.session.reference(reply.commitment)?;
                    return Err(Error::Invalid(format!("The reply to {reference} is empty. Nothing was entered.")));
                }
                let heard = FollowUpDraft {
                    commitments: vec![reply.commitment],
                    day: draft.day,
                    reported_by: draft.reported_by.clone(),
                    note: reply.note.clone(),
                    id: None,
                    revision: 0,
                    instrument: None,
                    our_status: None,
                    their_status: None,
                    next_step: String::new(),
                    next_step_due: None,
                    evidence: String::new(),
                    agenda_item: None,
                    marking: Vec::new(),
                };
                follow_up::save(act, &heard, None)?;
            }
            let count = draft.replies.len();
            let replies = if count == 1 { "1 reply".to_owned() } else { format!("{count} replies") };
            let from = if draft.reported_by.trim().is_empty() {
                String::new()
            } else {
                format!(" of {}", draft.reported_by.trim())
            };
            act.title(format!("Entered {replies}{from}"));
            Ok(u32::try_from(count).unwrap_or(u32::MAX))
        })
    }

    /// What the sheet of a body or a person asks of a reader, in its order, and how many points that are; after them what
    /// this reader could not see, since a ref is one on every sheet.
    fn asked_of(&self, body: Option<Id>, person: Option<Id>, reader: &Reader) -> Result<(Vec<Commitment>, usize)> {
        let Some(owner) = body.or(person) else {
            return invalid("Say whose replies they are.");
        };
        let actor = self.actor();
        self.store().read(|session| {
            let day = self.day_in(session)?;
            let ids = ids_of(&session, day, &points_of(owner))?;
            if reader.ceilings.is_empty() {
                let rows: Vec<Commitment> = ids.into_iter().map(|id| session.require(id)).collect::<Result<_>>()?;
                let numbered = rows.len();
                return Ok((rows, numbered));
            }
            let showing = Showing::new(session, day, looked_ahead(&session, day, None)?)?;
            let gathering = Gathering::begin(&showing, reader, actor, super::UNWATCHED)?;
            let mut rows: Vec<Commitment> = gathering.promises(&ids)?.into_iter().map(|promise| promise.row).collect();
            let numbered = rows.len();
            let shown: HashSet<Id> = rows.iter().map(|row| row.id).collect();
            for id in ids.into_iter().filter(|id| !shown.contains(id)) {
                rows.push(session.require(id)?);
            }
            Ok((rows, numbered))
        })
    }
}

impl By {
    const fn words(self) -> &'static str {
        match self {
            Self::Reference => "by its ref",
            Self::Number => "by its number",
            Self::OnlyPoint => "the only point",
        }
    }
}
