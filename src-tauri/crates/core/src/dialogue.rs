//! Dialogues: standing mechanisms between parties, and the rounds they propose.

use chrono::Months;

use crate::{
    clock::Day,
    dossier::{Dossier, settings},
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    row::row,
    store::Session,
    vocabulary::{DialogueState, Level, Noun},
    wire::{Changed, DialogueDraft, RoundProposal},
};

row! {
    /// A standing mechanism between parties.
    Dialogue as Dialogue {
        /// Full name.
        name: String = "name",
        /// Short name; may be empty.
        short_name: String = "short_name",
        /// Between whom.
        parties: Vec<Id> = "parties",
        /// The dialogue it stands under.
        parent: Option<Id> = "parent_id",
        /// The pillar of the parent it serves.
        pillar: String = "pillar",
        /// Tracks it deals with.
        tracks: Vec<Id> = "tracks",
        /// At which level it meets.
        level: Level = "level",
        /// Months between rounds.
        cadence_months: Option<i32> = "cadence_months",
        /// Day it was established.
        established_on: Option<Day> = "established_on",
        /// Persons who chair it.
        co_chairs: Vec<Id> = "co_chairs",
        /// Active, dormant, concluded.
        state: DialogueState = "state",
        /// Anything worth knowing.
        note: String = "note",
    }
}

impl Dialogue {
    /// The short name, or the full one where none is in use.
    pub(crate) fn short(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }
}

impl Dossier {
    /// Enters a dialogue or changes it.
    pub fn save_dialogue(&self, draft: &DialogueDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveDialogue, |act| {
            if draft.cadence_months.is_some_and(|months| !(1..=120).contains(&months)) {
                return invalid("The cadence is a number of months between 1 and 120.");
            }
            if let Some(parent) = draft.parent {
                act.session.require::<Dialogue>(parent)?;
            }
            let row = Dialogue {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                name: field::required("The dialogue's name", &draft.name)?,
                short_name: field::line("The short name", &draft.short_name)?,
                parties: act.existing(Noun::Party, &draft.parties)?,
                parent: draft.parent,
                pillar: field::line("The pillar", &draft.pillar)?,
                tracks: act.existing(Noun::Track, &draft.tracks)?,
                level: draft.level,
                cadence_months: draft.cadence_months,
                established_on: draft.established_on,
                co_chairs: act.existing(Noun::Person, &draft.co_chairs)?,
                state: draft.state,
                note: field::note("The note", &draft.note)?,
            };
            let others = act.session.all::<Dialogue>()?;
            if others.iter().any(|other| other.id != row.id && other.name == row.name) {
                return invalid(format!("There is a dialogue called {} already.", row.name));
            }
            act.save(draft.id.is_none(), &row, row.short())
        })
    }

    /// What a new round of a dialogue starts from.
    pub fn propose_round(&self, dialogue: Id) -> Result<RoundProposal> {
        self.store().read(|session| propose(&session, &session.require(dialogue)?))
    }
}

/// The next ordinal, a title, the level, and the other side as host.
pub(crate) fn propose(session: &Session<'_>, dialogue: &Dialogue) -> Result<RoundProposal> {
    let NextRound { ordinal, title } = next_round(session, dialogue)?;
    let last_host = session.last_host_of(dialogue.id)?;
    let home = settings(session)?.home;
    let partner = dialogue.parties.iter().copied().find(|party| *party != home);
    let host = match last_host {
        Some(last) if last == home => partner,
        Some(_) => Some(home),
        None => None,
    };
    Ok(RoundProposal {
        ordinal,
        title,
        level: dialogue.level,
        host,
        commitments: session.count_open_on_tracks(&dialogue.tracks)?,
    })
}

/// Number and name of a dialogue's next round.
pub(crate) struct NextRound {
    pub(crate) ordinal: i32,
    pub(crate) title: String,
}

/// What a round takes from its dialogue when it is entered.
pub(crate) fn next_round(session: &Session<'_>, dialogue: &Dialogue) -> Result<NextRound> {
    let ordinal = session.last_ordinal_of(dialogue.id)?.max(0) + 1;
    Ok(NextRound { ordinal, title: format!("{} {}", spoken_ordinal(ordinal), dialogue.short()) })
}

/// When the next round is to be expected: the cadence after the last one held.
pub(crate) fn expected(dialogue: &Dialogue, last_held: Option<Day>) -> Option<Day> {
    let months = u32::try_from(dialogue.cadence_months?).ok()?;
    let last = last_held.or(dialogue.established_on)?;
    last.checked_add_months(Months::new(months))
}

/// `1st`, `2nd`, `3rd`, `11th`.
pub(crate) fn spoken_ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
