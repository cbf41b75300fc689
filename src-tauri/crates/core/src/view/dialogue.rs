//! Dialogues as pages and rows.

use std::collections::HashMap;

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
            // All rounds are read at once, and what was made at them.
            let counts = showing.session.counts_by_meeting()?;
            let mut rounds: HashMap<Id, Rounds> = HashMap::new();
            showing.session.each_round(|dialogue, round, state, begins_on| {
                let open = counts.get(&round).map_or(0, |(_, open)| *open);
                rounds.entry(dialogue).or_default().add(state, begins_on, open, showing.day);
            })?;
            let mut rows = Vec::new();
            beneath(showing, &all, &rounds, (None, 0), &mut rows)?;
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
                row: row(showing, &dialogue, 0, &rounds(showing, id)?)?,
                pillar: dialogue.pillar.clone(),
                established_on: dialogue.established_on,
                co_chairs,
                note: dialogue.note.clone(),
                meetings: session
                    .rounds_of(id)?
                    .iter()
                    .map(|meeting| super::meeting::row(&session, meeting, showing.day))
                    .collect::<Result<_>>()?,
                children: children
                    .iter()
                    .map(|child| row(showing, child, 0, &rounds(showing, child.id)?))
                    .collect::<Result<_>>()?,
                commitments: showing.rows(&session.stretch(&window)?.0)?,
            })
        })
    }
}

/// What the rounds of a dialogue come to.
#[derive(Default)]
struct Rounds {
    /// How many were held.
    held: u32,
    /// The day of the last that was held.
    last_on: Option<Day>,
    /// The day of the next that is planned.
    next_on: Option<Day>,
    /// What was made at them and is open.
    open: u32,
}

impl Rounds {
    fn add(&mut self, state: MeetingState, begins_on: Option<Day>, open: u32, day: Day) {
        self.open += open;
        match state {
            MeetingState::Held => {
                self.held += 1;
                self.last_on = self.last_on.max(begins_on);
            }
            MeetingState::Planned | MeetingState::Postponed => {
                let coming = begins_on.filter(|on| *on >= day);
                self.next_on = [self.next_on, coming].into_iter().flatten().min();
            }
            MeetingState::Cancelled => {}
        }
    }
}

/// The rounds of one dialogue.
fn rounds(showing: &Showing<'_>, dialogue: Id) -> Result<Rounds> {
    let mut rounds = Rounds::default();
    for round in showing.session.rounds_of(dialogue)? {
        rounds.add(round.state, round.begins_on, showing.session.outcome_counts(round.id)?.1, showing.day);
    }
    Ok(rounds)
}

fn beneath(
    showing: &Showing<'_>,
    all: &[Dialogue],
    rounds: &HashMap<Id, Rounds>,
    (parent, depth): (Option<Id>, u32),
    rows: &mut Vec<DialogueRow>,
) -> Result<()> {
    for dialogue in all.iter().filter(|dialogue| dialogue.parent == parent) {
        rows.push(row(showing, dialogue, depth, rounds.get(&dialogue.id).unwrap_or(&Rounds::default()))?);
        beneath(showing, all, rounds, (Some(dialogue.id), depth + 1), rows)?;
    }
    Ok(())
}

fn row(showing: &Showing<'_>, dialogue: &Dialogue, depth: u32, rounds: &Rounds) -> Result<DialogueRow> {
    let session = showing.session;
    let next_on = rounds.next_on;
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
        rounds: rounds.held,
        last_on: rounds.last_on,
        next_on,
        expected_on: match (next_on, dialogue.state) {
            (None, DialogueState::Active) => expected(dialogue, rounds.last_on),
            _ => None,
        },
        open: rounds.open,
    })
}
