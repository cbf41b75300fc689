//! The brief for a meeting to come: its parts, in the order of its plan.

mod parts;
mod points;
pub(super) mod say;
mod summary;

use std::collections::BTreeSet;

pub(super) use parts::quoted;

use super::{
    gather::{Gathering, Met},
    paper::{Block, Paper, Paragraph, Section, Tone},
    plan::complete,
    planned,
    promise::Promise,
    who::{Attending, Sides, heads},
    whole::{Head, fact, section},
    words::Line,
};
use crate::{
    body::Body,
    clock::{Instant, spoken},
    decision::Decision,
    dialogue::{Dialogue, spoken_ordinal},
    error::{Result, invalid, refused},
    id::Id,
    meeting::Meeting,
    rules::capital,
    track::Track,
    vocabulary::{Noun, PaperKind},
    wire::{BriefPart, BriefPlan, CommitmentQuery, FreePart, PaperRequest, ReviewFrame},
};

/// A brief while it is gathered.
struct Summit<'a> {
    g: &'a Gathering<'a>,
    meeting: &'a Meeting,
    met: Met,
    sides: Sides,
    attending: Vec<Attending>,
    /// Open commitments, in the order of a review.
    open: &'a [Promise],
    /// Tracks on which something is open that the reader may see.
    tracks: Vec<Track>,
    /// What was decided for the meeting on these, by what was decided, then by ref; what passed without a look is left
    /// aside.
    decided: Vec<(&'a Promise, Decision)>,
    /// How many passed without a look.
    passed: usize,
    plan: BriefPlan,
}

/// The parts that stand before the tracks, and those behind them.
const BEFORE: [(&str, &str); 3] =
    [("summary", "Summary"), ("objectives", "Objectives"), ("talking-points", "Talking points")];
const BEHIND: [(&str, &str); 6] = [
    ("decisions", "Decisions of the review"),
    ("instruments", "Instruments"),
    ("last-meeting", "The last meeting"),
    ("people", "Who sits opposite"),
    ("names", "Names in this brief"),
    ("annex", "Annex: wording and sources"),
];

/// A meeting of which a paper is asked; refused where the reader may not see it.
pub(super) fn asked(g: &Gathering<'_>, id: Option<Id>, paper: &str) -> Result<Meeting> {
    let Some(id) = id else { return invalid(format!("Say of which meeting the {paper} is.")) };
    let meeting: Meeting = g.showing.session.require(id)?;
    let mark = g.mark_of_meeting(&meeting);
    if g.sight.sees(&mark) && !g.tells(&meeting.title) {
        return Ok(meeting);
    }
    refused(format!(
        "The meeting is marked {}, which stands above this reader ({}). Choose a reader who may see it.",
        mark.words(),
        g.sight.words()
    ))
}

/// What a meeting is called in the name of a file: `4th Cyber Dialogue`, the town it is held in, or its title.
pub(super) fn short_name(g: &Gathering<'_>, meeting: &Meeting) -> Result<String> {
    if let (Some(dialogue), Some(ordinal)) = (meeting.dialogue, meeting.ordinal) {
        let dialogue: Dialogue = g.showing.session.require(dialogue)?;
        return Ok(format!("{} {}", spoken_ordinal(ordinal), dialogue.short()));
    }
    let town = meeting.place.rsplit(',').next().unwrap_or_default().trim();
    Ok(if town.is_empty() { meeting.title.clone() } else { town.to_owned() })
}

/// The name of a meeting's paper: `Brief New York 2015-09-25`.
pub(super) fn file_of(g: &Gathering<'_>, kind: &str, meeting: &Meeting) -> Result<String> {
    let day = meeting.begins_on.map(|on| format!(" {on}")).unwrap_or_default();
    Ok(format!("{kind} {}{day}", short_name(g, meeting)?))
}

/// The brief, and its plan as it stands.
pub(super) fn brief(g: &Gathering<'_>, request: &PaperRequest, made_at: Instant) -> Result<(Paper, BriefPlan)> {
    let session = &g.showing.session;
    let meeting = asked(g, request.meeting, "brief")?;
    let dialogue = meeting.dialogue.map(|id| session.require::<Dialogue>(id)).transpose()?;
    let query = CommitmentQuery {
        frame: Some(ReviewFrame::Meeting { id: meeting.id }),
        tracks: dialogue.map(|dialogue| dialogue.tracks).unwrap_or_default(),
        ..CommitmentQuery::open()
    };
    let open = g.listed(&query)?;
    let mut tracks = session.tracks()?;
    // A track on which the reader sees nothing is not named: its code begins the refs of what stands on it.
    tracks.retain(|track| open.iter().any(|promise| promise.row.track == track.id));
    let kept = match &request.plan {
        Some(plan) => Some(plan.clone()),
        None => planned::kept(session, meeting.id)?,
    };
    let plan = complete(kept, every_part(&tracks));
    let (decided, passed) = decided(g, meeting.id, &open)?;
    let summit = Summit {
        met: g.met(&meeting),
        sides: g.sides_of(&meeting)?,
        attending: g.attending(meeting.id)?,
        open: &open,
        meeting: &meeting,
        tracks,
        decided,
        passed,
        plan,
        g,
    };
    let mut sections = Vec::new();
    for part in summit.plan.parts.iter().filter(|part| part.shown) {
        sections.extend(summit.part(part)?);
    }
    // Whatever part somebody puts first stands beneath the paper's head.
    if let Some(first) = sections.first_mut() {
        first.on_new_page = false;
    }
    let paper = g.whole(summit.head()?, sections, made_at)?;
    Ok((paper, summit.plan))
}

fn every_part(tracks: &[Track]) -> Vec<BriefPart> {
    let part = |(key, heading): (&str, &str)| BriefPart { key: key.into(), heading: heading.into(), shown: true };
    let of_tracks = tracks.iter().map(|track| BriefPart {
        key: format!("track:{}", track.code),
        heading: track.name.clone(),
        shown: true,
    });
    BEFORE.into_iter().map(part).chain(of_tracks).chain(BEHIND.into_iter().map(part)).collect()
}

/// What was decided for the meeting on commitments the reader sees, and how many passed without a look.
fn decided<'a>(g: &Gathering<'_>, meeting: Id, open: &'a [Promise]) -> Result<(Vec<(&'a Promise, Decision)>, usize)> {
    let mut found = Vec::new();
    let mut passed = 0;
    let by_id: std::collections::HashMap<Id, &Promise> = open.iter().map(|promise| (promise.row.id, promise)).collect();
    for row in g.showing.session.decisions_of(meeting)? {
        let Some(promise) = by_id.get(&row.commitment) else { continue };
        if row.passed {
            passed += 1;
        } else if g.decision_seen(&row) {
            found.push((*promise, row));
        }
    }
    found.sort_by(|(one, a), (other, b)| {
        a.stands().cmp(&b.stands()).then_with(|| one.row.reference.cmp(&other.row.reference))
    });
    Ok((found, passed))
}

impl Summit<'_> {
    fn head(&self) -> Result<Head> {
        let (g, met) = (self.g, &self.met);
        let of_meeting = |text: String| Paragraph::plain(met.mark.clone(), text);
        let facts = [
            fact("When", of_meeting(if met.when.is_empty() { "No date yet".into() } else { met.when.clone() })),
            fact("Where", of_meeting(met.place.clone())),
            fact("Level", of_meeting(capital(met.level.label()))),
            fact("Delegations led by", of_meeting(heads(&self.attending))),
            fact("For", g.line(g.sight.reader())),
            fact("As of", g.line(spoken(g.day()))),
        ];
        Ok(Head {
            kind: PaperKind::Brief,
            title: format!("Brief: {}", met.title),
            subtitle: capital(&self.sides.both),
            facts: facts.into_iter().flatten().collect(),
            file: file_of(g, "Brief", self.meeting)?,
            mark: met.mark.clone(),
        })
    }

    /// A part of the plan; none where there is nothing to say in it.
    fn part(&self, part: &BriefPart) -> Result<Option<Section>> {
        let blocks = match part.key.as_str() {
            "summary" => self.summary(),
            "objectives" => self.objectives(),
            "talking-points" => self.talking_points(),
            "decisions" => self.decisions()?,
            "instruments" => self.instruments()?,
            "last-meeting" => self.last_meeting()?,
            "people" => self.opposite(),
            "names" => self.names()?,
            "annex" => self.annex(),
            key => match self.tracks.iter().find(|track| key.strip_prefix("track:") == Some(track.code.as_str())) {
                Some(track) => self.track(track),
                None => Vec::new(),
            },
        };
        if blocks.is_empty() {
            return Ok(None);
        }
        let mut made = section(&part.key, &part.heading, blocks);
        // The summary is a page by itself, and so is what only some will read.
        made.on_new_page = matches!(part.key.as_str(), "objectives" | "annex")
            || (part.key == "talking-points" && self.objectives().is_empty());
        Ok(Some(made))
    }

    /// Who sits on the other side of the table.
    fn opposite(&self) -> Vec<Block> {
        let home = self.g.showing.home();
        let theirs = self.attending.iter().filter(|who| who.party != home);
        vec![self.g.attendance(theirs, &self.met.mark, "Who will sit opposite has not been entered yet.")]
    }

    /// What the short names of bodies stand for; nothing where none is used.
    fn names(&self) -> Result<Vec<Block>> {
        let owners = self.open.iter().flat_map(|promise| &promise.owners);
        let ids: BTreeSet<Id> = owners.filter_map(|owner| owner.body.as_ref().map(|(id, _)| *id)).collect();
        let mut items: Vec<(String, Paragraph)> = Vec::new();
        for id in ids {
            let body: Body = self.g.showing.session.require(id)?;
            let whole = body.name.strip_prefix("The ").unwrap_or(&body.name);
            if body.short() == whole || self.g.tells(&body.name) {
                continue;
            }
            let party = self.g.showing.party(body.party).name;
            let line = Line::new(self.g.dossier.clone()).add(Tone::Strong, body.short());
            items.push((body.short().to_owned(), line.say(format!(" – {}, {party}", body.name)).done()));
        }
        items.sort_by(|(one, _), (other, _)| one.cmp(other));
        let items: Vec<Paragraph> = items.into_iter().map(|(_, line)| line).collect();
        Ok(if items.is_empty() { Vec::new() } else { vec![Block::Points { numbered: false, items }] })
    }

    /// What was written freely, a paragraph each; none where nothing was, or the reader may not see it.
    fn free(&self, part: &FreePart) -> Option<Vec<Paragraph>> {
        let mark = self.g.own(&part.marking).within(&self.g.dossier);
        let lines: Vec<&str> = part.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || !self.g.sees(Noun::Meeting, self.meeting.id, &mark) {
            return None;
        }
        let lines: Vec<Paragraph> = lines
            .into_iter()
            .filter(|line| !self.g.words(Noun::Meeting, self.meeting.id, line).is_empty())
            .map(|line| Paragraph::plain(mark.clone(), line))
            .collect();
        (!lines.is_empty()).then_some(lines)
    }

    /// What both sides want; nothing where nobody wrote it down.
    fn objectives(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (who, part) in
            [(&self.sides.us, &self.plan.our_objectives), (&self.sides.them, &self.plan.their_objectives)]
        {
            if let Some(items) = self.free(part) {
                blocks.push(self.g.heading(format!("What {who} wants")));
                blocks.push(Block::Points { numbered: false, items });
            }
        }
        blocks
    }
}
