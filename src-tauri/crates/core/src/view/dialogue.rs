//! Dialogues as pages and rows.

use crate::{
    clock::Day,
    commitment::Showing,
    dialogue::{Dialogue, expected},
    dossier::Dossier,
    error::Result,
    id::Id,
    person::Person,
    store::Window,
    track::Track,
    vocabulary::{DialogueState, MeetingState},
    wire::{CommitmentQuery, DialogueRow, DialogueView, Named},
};

/// How many open commitments a dialogue's page shows.
const SHOWN: u32 = 50;

impl Dossier {
    /// All dialogues, each followed by those beneath it.
    pub fn dialogues(&self) -> Result<Vec<DialogueRow>> {
        self.showing(None, |showing| {
            let mut all = showing.session.all::<Dialogue>()?;
            all.sort_by(|a, b| a.short().cmp(b.short()));
            let mut rows = Vec::new();
            beneath(showing, &all, None, 0, &mut rows)?;
            Ok(rows)
        })
    }

    /// Everything about one dialogue.
    pub fn dialogue(&self, id: Id) -> Result<DialogueView> {
        self.showing(None, |showing| {
            let session = showing.session;
            let dialogue: Dialogue = session.require(id)?;
            let query = CommitmentQuery { dialogue: Some(id), limit: SHOWN, ..CommitmentQuery::open() };
            let window = Window::new(&query, showing.day, showing.ahead, Vec::new());
            let mut co_chairs = Vec::new();
            for person in &dialogue.co_chairs {
                co_chairs.push(Named { id: *person, name: session.require::<Person>(*person)?.name });
            }
            let children = session.with::<Dialogue>("parent_id", id)?;
            Ok(DialogueView {
                row: row(showing, &dialogue, 0)?,
                pillar: dialogue.pillar.clone(),
                established_on: dialogue.established_on,
                co_chairs,
                note: dialogue.note.clone(),
                meetings: session
                    .rounds_of(id)?
                    .iter()
                    .map(|meeting| super::meeting::row(&session, meeting, showing.day))
                    .collect::<Result<_>>()?,
                children: children.iter().map(|child| row(showing, child, 0)).collect::<Result<_>>()?,
                commitments: showing.rows(&session.stretch(&window)?.0)?,
            })
        })
    }
}

fn beneath(
    showing: &Showing<'_>,
    all: &[Dialogue],
    parent: Option<Id>,
    depth: u32,
    rows: &mut Vec<DialogueRow>,
) -> Result<()> {
    for dialogue in all.iter().filter(|dialogue| dialogue.parent == parent) {
        rows.push(row(showing, dialogue, depth)?);
        beneath(showing, all, Some(dialogue.id), depth + 1, rows)?;
    }
    Ok(())
}

fn row(showing: &Showing<'_>, dialogue: &Dialogue, depth: u32) -> Result<DialogueRow> {
    let session = showing.session;
    let rounds = session.rounds_of(dialogue.id)?;
    let held: Vec<_> = rounds.iter().filter(|round| round.state == MeetingState::Held).collect();
    let next_on: Option<Day> = rounds
        .iter()
        .filter(|round| matches!(round.state, MeetingState::Planned | MeetingState::Postponed))
        .filter_map(|round| round.begins_on)
        .filter(|on| *on >= showing.day)
        .min();
    let mut open = 0;
    for round in &rounds {
        open += session.outcome_counts(round.id)?.1;
    }
    let parent = dialogue.parent.map(|id| session.require::<Dialogue>(id)).transpose()?;
    let mut tracks = Vec::new();
    for track in &dialogue.tracks {
        tracks.push(Named { id: *track, name: session.require::<Track>(*track)?.name });
    }
    Ok(DialogueRow {
        id: dialogue.id,
        revision: dialogue.revision,
        name: dialogue.name.clone(),
        short_name: dialogue.short().to_owned(),
        parties: dialogue.parties.iter().map(|id| showing.party(*id)).collect(),
        parent: parent.map(|parent| Named { id: parent.id, name: parent.short().to_owned() }),
        depth,
        tracks,
        level: dialogue.level,
        state: dialogue.state,
        cadence_months: dialogue.cadence_months,
        rounds: u32::try_from(held.len()).unwrap_or(u32::MAX),
        last_on: held.iter().filter_map(|round| round.begins_on).max(),
        next_on,
        expected_on: match (next_on, dialogue.state) {
            (None, DialogueState::Active) => expected(dialogue, &rounds),
            _ => None,
        },
        open,
    })
}
