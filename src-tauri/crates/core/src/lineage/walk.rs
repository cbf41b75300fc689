//! Along the links, the nearest first: from what is asked for back to all that led to it, and on to all that came of it,
//! each with what led to that. What else came of an ancestor is another lineage, and is left to it.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::{
    commitment::{Commitment, Showing},
    error::Result,
    id::Id,
    instrument::{Instrument, InstrumentAct},
    store::Kindred,
    text::Passage,
    vocabulary::{InstrumentLinkKind, LineageKind, LineageLink, LinkKind, MeetingState},
};

/// Most things that are shown: more would not be read.
const MOST: usize = 40;
/// Most things that one link of one thing brings, so that a much repeated promise leaves room for the rest.
const MOST_OF_A_LINK: u32 = 8;

/// What a thing is, and the id of its row; of evidence in words alone, that of the commitment.
pub(super) type Key = (LineageKind, Id);

/// Something that was come upon.
pub(super) struct Thing {
    pub(super) key: Key,
    /// The passage of a statement by which it was come upon.
    pub(super) passage: Option<Passage>,
    /// How many of its links lead to what is not shown.
    pub(super) more: u32,
    /// Whether what came of it is followed; what led to it always is.
    onward: bool,
}

/// What was come upon, the root first, and the links between: from, to, and how.
pub(super) struct Found {
    pub(super) things: Vec<Thing>,
    pub(super) links: Vec<(usize, usize, LineageLink)>,
}

/// What a link leads to.
struct Next {
    link: LineageLink,
    key: Key,
    passage: Option<Passage>,
}

/// What stands next to a thing on one side, and how many links of it were not read.
#[derive(Default)]
struct Side {
    next: Vec<Next>,
    unread: u32,
}

impl Side {
    fn add(&mut self, link: LineageLink, kind: LineageKind, id: Id) {
        self.next.push(Next { link, key: (kind, id), passage: None });
    }

    fn extend(&mut self, showing: &Showing<'_>, of: Id, asked: &[(LineageLink, LineageKind, Kindred)]) -> Result<()> {
        for (link, kind, kindred) in asked {
            let kin = showing.session.kin(*kindred, of, MOST_OF_A_LINK)?;
            self.unread += kin.count.saturating_sub(u32::try_from(kin.ids.len()).unwrap_or(u32::MAX));
            kin.ids.into_iter().for_each(|id| self.add(*link, *kind, id));
        }
        Ok(())
    }

    /// A passage: of the instrument whose text it stands in, or else of the text.
    fn passage(&mut self, showing: &Showing<'_>, link: LineageLink, passage: Passage) -> Result<()> {
        let key = match showing.session.source(passage.text)?.instrument {
            Some(instrument) => (LineageKind::Instrument, instrument),
            None => (LineageKind::Statement, passage.text),
        };
        self.next.push(Next { link, key, passage: Some(passage) });
        Ok(())
    }
}

/// Goes along the links from `root`.
pub(super) fn from(showing: &Showing<'_>, root: Key) -> Result<Found> {
    let mut walk = Walk {
        things: vec![Thing { key: root, passage: None, more: 0, onward: true }],
        places: HashMap::from([(root, 0)]),
        links: Vec::new(),
        known: HashSet::new(),
        waiting: VecDeque::from([0]),
    };
    let (mut looked_back, mut looked_on) = (HashSet::new(), HashSet::new());
    while let Some(at) = walk.waiting.pop_front() {
        if looked_back.insert(at) {
            let side = back(showing, walk.things[at].key)?;
            walk.take(at, side, false);
        }
        if walk.things[at].onward && looked_on.insert(at) {
            let side = on(showing, walk.things[at].key)?;
            walk.take(at, side, true);
        }
    }
    Ok(Found { things: walk.things, links: walk.links })
}

struct Walk {
    things: Vec<Thing>,
    places: HashMap<Key, usize>,
    links: Vec<(usize, usize, LineageLink)>,
    known: HashSet<(usize, usize, LineageLink)>,
    waiting: VecDeque<usize>,
}

impl Walk {
    /// Takes in what stands on one side of a thing.
    fn take(&mut self, at: usize, side: Side, onward: bool) {
        self.things[at].more += side.unread;
        for next in side.next {
            let place = match self.places.get(&next.key) {
                Some(place) => *place,
                None if self.things.len() < MOST => {
                    self.things.push(Thing { key: next.key, passage: next.passage, more: 0, onward: false });
                    self.places.insert(next.key, self.things.len() - 1);
                    self.waiting.push_back(self.things.len() - 1);
                    self.things.len() - 1
                }
                None => {
                    self.things[at].more += 1;
                    continue;
                }
            };
            if onward && !self.things[place].onward {
                self.things[place].onward = true;
                self.waiting.push_back(place);
            }
            let link = if onward { (at, place, next.link) } else { (place, at, next.link) };
            if at != place && self.known.insert(link) {
                self.links.push(link);
            }
        }
    }
}

/// What led to a thing.
fn back(showing: &Showing<'_>, (kind, id): Key) -> Result<Side> {
    use LineageKind::{Commitment as Promise, Instrument as Paper, Meeting};
    let session = &showing.session;
    let mut side = Side::default();
    match kind {
        LineageKind::Statement => {
            if let Some(meeting) = session.source(id)?.meeting {
                side.add(LineageLink::Issued, Meeting, meeting);
            }
        }
        LineageKind::Commitment => {
            origin(showing, &session.require(id)?, &mut side)?;
            let linked = |link, kind| (link, Promise, Kindred::LinkedTo(kind));
            side.extend(
                showing,
                id,
                &[
                    linked(LineageLink::Reaffirmed, LinkKind::Reaffirms),
                    linked(LineageLink::Superseded, LinkKind::Supersedes),
                    linked(LineageLink::Needed, LinkKind::DependsOn),
                ],
            )?;
        }
        LineageKind::Instrument => {
            signing_meetings(showing, id)?.into_iter().for_each(|at| side.add(LineageLink::Signed, Meeting, at));
            let linked = |link, kind| (link, Paper, Kindred::InstrumentLinkedTo(kind));
            side.extend(
                showing,
                id,
                &[
                    (LineageLink::Delivered, Promise, Kindred::Delivered),
                    (LineageLink::Shown, Promise, Kindred::Shown),
                    (LineageLink::Said, Promise, Kindred::SaidAgain),
                    linked(LineageLink::Replaced, InstrumentLinkKind::Replaces),
                    linked(LineageLink::Amended, InstrumentLinkKind::Amends),
                    linked(LineageLink::Implemented, InstrumentLinkKind::Implements),
                ],
            )?;
        }
        LineageKind::Meeting | LineageKind::FollowUp | LineageKind::Evidence => {}
    }
    Ok(side)
}

/// What came of a thing.
fn on(showing: &Showing<'_>, (kind, id): Key) -> Result<Side> {
    use LineageKind::{Commitment as Promise, FollowUp, Instrument as Paper, Meeting};
    let session = &showing.session;
    let mut side = Side::default();
    match kind {
        LineageKind::Commitment => {
            let commitment: Commitment = session.require(id)?;
            side.extend(showing, id, &[(LineageLink::Delivered, Paper, Kindred::Deliverers)])?;
            evidence(showing, &commitment, &mut side)?;
            let linked = |link, kind| (link, Promise, Kindred::LinkedFrom(kind));
            side.extend(
                showing,
                id,
                &[
                    (LineageLink::Shown, FollowUp, Kindred::Evidence),
                    linked(LineageLink::Reaffirmed, LinkKind::Reaffirms),
                    linked(LineageLink::Superseded, LinkKind::Supersedes),
                    linked(LineageLink::Needed, LinkKind::DependsOn),
                ],
            )?;
            let mentions = session.kin(Kindred::Mentions, id, MOST_OF_A_LINK)?;
            side.unread += mentions.count.saturating_sub(u32::try_from(mentions.ids.len()).unwrap_or(u32::MAX));
            for passage in mentions.ids {
                side.passage(showing, LineageLink::Said, session.require(passage)?)?;
            }
            let raised = session.kin(Kindred::Raisings, id, MOST_OF_A_LINK)?;
            side.unread += raised.count.saturating_sub(u32::try_from(raised.ids.len()).unwrap_or(u32::MAX));
            // Where it was made it was on the table as well, which goes without saying.
            let made_at = made_at(showing, &commitment)?;
            for meeting in raised.ids.into_iter().filter(|meeting| !made_at.contains(meeting)) {
                let held = session.require::<crate::meeting::Meeting>(meeting)?.state == MeetingState::Held;
                side.add(if held { LineageLink::Raised } else { LineageLink::Agenda }, Meeting, meeting);
            }
        }
        LineageKind::Instrument => {
            let linked = |link, kind| (link, Paper, Kindred::InstrumentLinkedFrom(kind));
            side.extend(
                showing,
                id,
                &[
                    (LineageLink::Origin, Promise, Kindred::MadeIn),
                    linked(LineageLink::Replaced, InstrumentLinkKind::Replaces),
                    linked(LineageLink::Amended, InstrumentLinkKind::Amends),
                    linked(LineageLink::Implemented, InstrumentLinkKind::Implements),
                    (LineageLink::Shown, FollowUp, Kindred::InstrumentEvidence),
                ],
            )?;
        }
        LineageKind::Statement | LineageKind::Meeting | LineageKind::FollowUp | LineageKind::Evidence => {}
    }
    Ok(side)
}

/// Where a commitment comes from: its instrument or statement; and its meeting, where neither of them says it already.
fn origin(showing: &Showing<'_>, commitment: &Commitment, side: &mut Side) -> Result<()> {
    let session = &showing.session;
    let said = commitment.instrument.map(|id| signing_meetings(showing, id)).transpose()?.unwrap_or_default();
    let mut covered: HashSet<Id> = said.into_iter().collect();
    if let Some(instrument) = commitment.instrument {
        session.require::<Instrument>(instrument)?;
        side.add(LineageLink::Origin, LineageKind::Instrument, instrument);
    }
    if let Some(passage) = commitment.passage {
        let passage: Passage = session.require(passage)?;
        let source = session.source(passage.text)?;
        match source.instrument {
            Some(instrument) => covered.extend(signing_meetings(showing, instrument)?),
            None => covered.extend(source.meeting),
        }
        side.passage(showing, LineageLink::Origin, passage)?;
    }
    if let Some(meeting) = commitment.meeting.filter(|meeting| !covered.contains(meeting)) {
        side.add(LineageLink::Origin, LineageKind::Meeting, meeting);
    }
    Ok(())
}

/// The meetings at which a commitment was made, by itself or by the text it was taken from.
fn made_at(showing: &Showing<'_>, commitment: &Commitment) -> Result<HashSet<Id>> {
    let mut found: HashSet<Id> = commitment.meeting.into_iter().collect();
    if let Some(passage) = commitment.passage {
        let passage: Passage = showing.session.require(passage)?;
        found.extend(showing.session.source(passage.text)?.meeting);
    }
    Ok(found)
}

/// What shows that a commitment was kept: an instrument, a text, a follow-up, or words alone.
fn evidence(showing: &Showing<'_>, commitment: &Commitment, side: &mut Side) -> Result<()> {
    if commitment.closed_on.is_none() {
        return Ok(());
    }
    let before = side.next.len();
    let shown = LineageLink::Shown;
    if let Some(instrument) = commitment.evidence_instrument {
        side.add(shown, LineageKind::Instrument, instrument);
    }
    if let Some(text) = commitment.evidence_text {
        match showing.session.source(text)?.instrument {
            Some(instrument) => side.add(shown, LineageKind::Instrument, instrument),
            None => side.add(shown, LineageKind::Statement, text),
        }
    }
    if let Some(follow_up) = commitment.evidence_follow_up {
        side.add(shown, LineageKind::FollowUp, follow_up);
    }
    if side.next.len() == before && !commitment.evidence.is_empty() {
        side.add(shown, LineageKind::Evidence, commitment.id);
    }
    Ok(())
}

/// The meetings at which an instrument was signed or adopted.
fn signing_meetings(showing: &Showing<'_>, instrument: Id) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for act in showing.session.with::<InstrumentAct>("instrument_id", instrument)? {
        if let Some(meeting) = act.meeting.filter(|meeting| act.kind.signs() && !found.contains(meeting)) {
            found.push(meeting);
        }
    }
    Ok(found)
}
