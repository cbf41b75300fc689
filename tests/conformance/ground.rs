//! The ground the tests stand on: a small dossier of two parties in a folder of its own, on a clock that stands still.

use std::{path::PathBuf, sync::Arc};

use rapporteur_core::{
    Dossier, Surroundings,
    clock::{Day, SetClock},
    id::{Id, SeededIds},
    vocabulary::{
        Bound, DayPrecision, DialogueState, Level, MeetingState, Mode, Noun, OwnerRole, PartyKind, Status, Strength,
        TextKind,
    },
    wire::{
        BodyDraft, Changed, CommitmentDraft, CommitmentRow, DialogueDraft, DueDateDraft, DueDraft, FollowUpDraft,
        MeetingDraft, NewDossier, OwnerDraft, PartyDraft, PersonDraft, Seen, StatusDraft, TextDraft, TrackDraft,
    },
};
use tempfile::TempDir;

/// A day, as `2015-08-20`.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Noon UTC of a day.
pub fn noon(text: &str) -> rapporteur_core::clock::Instant {
    day(text).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// A dossier between Norland and Sudland, with a track, a dialogue, a body and a person on either side.
pub struct Ground {
    pub dossier: Dossier,
    pub clock: Arc<SetClock>,
    pub path: PathBuf,
    pub home: Id,
    pub partner: Id,
    pub ministry: Id,
    pub agency: Id,
    pub theirs: Id,
    pub person: Id,
    pub track: Id,
    pub dialogue: Id,
    /// Kept until the test ends; taken away with everything in it.
    folder: TempDir,
}

pub fn around(clock: &Arc<SetClock>, seed: u64) -> Surroundings {
    Surroundings { clock: clock.clone(), ids: Arc::new(SeededIds::new(seed)), actor: "A. Officer".into() }
}

pub fn new_dossier() -> NewDossier {
    NewDossier {
        title: "Norland–Sudland".into(),
        home_code: "NO".into(),
        home_name: "Norland".into(),
        time_zone: String::new(),
    }
}

impl Ground {
    /// The dossier on 20 August 2015.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("norland-sudland.dossier");
        let clock = Arc::new(SetClock::at(noon("2015-08-20")));
        let dossier = Dossier::create(&path, &new_dossier(), around(&clock, 1)).unwrap();
        let home = dossier.overview().unwrap().home.id;
        let partner = dossier.save_party(&party("SU", "Sudland")).unwrap().output;
        let ministry = dossier.save_body(&body(home, None, "MFA", "Ministry of Foreign Affairs")).unwrap().output;
        let agency = dossier.save_body(&body(home, Some(ministry), "CSA", "Cyber Security Agency")).unwrap().output;
        let theirs = dossier.save_body(&body(partner, None, "SCERT", "Sudland Response Team")).unwrap().output;
        let person = dossier.save_person(&person(home, Some(agency), "Ada Officer")).unwrap().output;
        let track = dossier.save_track(&track("CYB", "Cyber")).unwrap().output;
        let dialogue =
            dossier.save_dialogue(&dialogue("Cyber Dialogue", vec![home, partner], vec![track])).unwrap().output;
        Self { dossier, clock, path, home, partner, ministry, agency, theirs, person, track, dialogue, folder }
    }

    /// A round of the dialogue, held on a day.
    pub fn round(&self, on: &str) -> Id {
        self.dossier.save_meeting(&meeting(Some(self.dialogue), "", on)).unwrap().output
    }

    /// A commitment with a title and nothing else.
    pub fn commitment(&self, title: &str) -> Id {
        self.dossier.save_commitment(&self.promise(title)).unwrap().output
    }

    /// The draft of one.
    pub fn promise(&self, title: &str) -> CommitmentDraft {
        CommitmentDraft {
            id: None,
            revision: 0,
            title: title.into(),
            wording: String::new(),
            track: self.track,
            bound: Bound::Both,
            bound_parties: Vec::new(),
            strength: Strength::Firm,
            meeting: None,
            instrument: None,
            passage: None,
            made_on: None,
            owners: Vec::new(),
            due: DueDraft::None,
            status: Status::NotStarted,
            score: None,
            note: String::new(),
            marking: Vec::new(),
        }
    }

    /// A commitment due on a day.
    pub fn due(&self, title: &str, on: &str) -> Id {
        let draft = CommitmentDraft { due: DueDraft::Day { on: day(on) }, ..self.promise(title) };
        self.dossier.save_commitment(&draft).unwrap().output
    }

    pub fn row(&self, commitment: Id) -> CommitmentRow {
        self.dossier.commitment(commitment).unwrap().row
    }

    /// A commitment as it is seen now.
    pub fn seen(&self, commitment: Id) -> Seen {
        Seen { id: commitment, revision: self.row(commitment).revision }
    }

    pub fn put_off(&self, commitment: Id, to: &str, reason: &str) -> rapporteur_core::Result<Changed<u32>> {
        self.dossier.set_due_date(&DueDateDraft {
            commitments: vec![self.seen(commitment)],
            due: DueDraft::Day { on: day(to) },
            reason: reason.into(),
            with_event: false,
        })
    }

    pub fn status(&self, commitment: Id, status: Status) -> StatusDraft {
        StatusDraft {
            commitments: vec![self.seen(commitment)],
            status: Some(status),
            their_status: None,
            blocked: None,
            blocked_reason: String::new(),
            on: None,
            evidence: String::new(),
            evidence_text: None,
            evidence_follow_up: None,
            evidence_instrument: None,
        }
    }

    pub fn heard(&self, commitment: Id, on: &str, note: &str) -> Changed<u32> {
        self.dossier.save_follow_up(&follow_up(vec![commitment], on, note)).unwrap()
    }

    /// Closes the dossier and opens it again.
    pub fn reopened(self) -> Self {
        let Self { dossier, clock, path, home, partner, ministry, agency, theirs, person, track, dialogue, folder } =
            self;
        drop(dossier);
        // Ids of another stream: a program started anew does not draw those of before.
        static STARTS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(2);
        let seed = STARTS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let dossier = Dossier::open(&path, around(&clock, seed)).unwrap();
        Self { dossier, clock, path, home, partner, ministry, agency, theirs, person, track, dialogue, folder }
    }
}

pub fn party(code: &str, name: &str) -> PartyDraft {
    PartyDraft { id: None, revision: 0, code: code.into(), name: name.into(), kind: PartyKind::State, retired_on: None }
}

pub fn body(party: Id, parent: Option<Id>, short_name: &str, name: &str) -> BodyDraft {
    BodyDraft {
        id: None,
        revision: 0,
        short_name: short_name.into(),
        name: name.into(),
        party,
        parent,
        note: String::new(),
        retired_on: None,
    }
}

pub fn person(party: Id, body: Option<Id>, name: &str) -> PersonDraft {
    PersonDraft {
        id: None,
        revision: 0,
        name: name.into(),
        post: String::new(),
        party,
        body,
        active_from: None,
        active_to: None,
        note: String::new(),
    }
}

pub fn track(code: &str, name: &str) -> TrackDraft {
    TrackDraft { id: None, revision: 0, code: code.into(), name: name.into(), colour: 1, rank: 0, leads: Vec::new() }
}

pub fn dialogue(name: &str, parties: Vec<Id>, tracks: Vec<Id>) -> DialogueDraft {
    DialogueDraft {
        id: None,
        revision: 0,
        name: name.into(),
        short_name: String::new(),
        parties,
        parent: None,
        pillar: String::new(),
        tracks,
        level: Level::SeniorOfficials,
        cadence_months: Some(12),
        established_on: None,
        co_chairs: Vec::new(),
        state: DialogueState::Active,
        note: String::new(),
    }
}

pub fn meeting(dialogue: Option<Id>, title: &str, on: &str) -> MeetingDraft {
    MeetingDraft {
        id: None,
        revision: 0,
        dialogue,
        ordinal: None,
        title: title.into(),
        level: Level::SeniorOfficials,
        begins_on: Some(day(on)),
        ends_on: None,
        precision: DayPrecision::Day,
        place: String::new(),
        mode: Mode::InPerson,
        host: None,
        state: MeetingState::Held,
        parent: None,
        note: String::new(),
        marking: Vec::new(),
        prefill_agenda: false,
    }
}

pub fn text(meeting: Option<Id>, title: &str, body: &str) -> TextDraft {
    TextDraft {
        id: None,
        revision: 0,
        meeting,
        instrument: None,
        authentic: false,
        side_letter: false,
        title: title.into(),
        kind: TextKind::JointStatement,
        language: "en".into(),
        dated_on: None,
        source: String::new(),
        body: body.into(),
        marking: Vec::new(),
    }
}

pub fn follow_up(commitments: Vec<Id>, on: &str, note: &str) -> FollowUpDraft {
    FollowUpDraft {
        id: None,
        revision: 0,
        commitments,
        instrument: None,
        day: Some(day(on)),
        reported_by: String::new(),
        note: note.into(),
        our_status: None,
        their_status: None,
        next_step: String::new(),
        next_step_due: None,
        evidence: String::new(),
        agenda_item: None,
        marking: Vec::new(),
    }
}

pub fn lead(body: Id) -> OwnerDraft {
    OwnerDraft { role: OwnerRole::Lead, body: Some(body), person: None }
}

/// The sentence of a refusal.
pub fn refusal<T: std::fmt::Debug>(answer: rapporteur_core::Result<T>) -> String {
    answer.unwrap_err().to_string()
}

/// Nouns changed by an act, sorted.
pub fn nouns<T>(changed: &Changed<T>) -> Vec<Noun> {
    let mut nouns: Vec<Noun> = changed.changes.iter().map(|change| change.noun).collect();
    nouns.sort_unstable();
    nouns
}
