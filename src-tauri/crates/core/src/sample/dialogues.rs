//! The dialogues of the sample, entered when the reports first name them.

use super::{Desk, day};
use crate::{
    Result,
    clock::Day,
    vocabulary::{DialogueState, Level, Noun},
    wire::DialogueDraft,
};

/// What the dialogues of the sample differ in.
struct Mechanism {
    name: &'static str,
    short_name: &'static str,
    parent: Option<&'static str>,
    tracks: &'static [&'static str],
    level: Level,
    cadence_months: Option<i32>,
    established_on: Option<Day>,
    co_chairs: &'static [&'static str],
    note: &'static str,
}

pub(super) fn strategic(desk: &Desk) -> Result<()> {
    enter(
        desk,
        &Mechanism {
            name: "India–United States Strategic Dialogue",
            short_name: "Strategic Dialogue",
            parent: None,
            tracks: &["CT", "REG"],
            level: Level::Ministerial,
            cadence_months: None,
            established_on: Some(day(2009, 7, 20)),
            co_chairs: &[],
            note: "Rests on several pillars; the reports name one of them: advancing global security and countering terrorism.",
        },
    )
}

pub(super) fn homeland_security(desk: &Desk) -> Result<()> {
    enter(
        desk,
        &Mechanism {
            name: "India–United States Homeland Security Dialogue",
            short_name: "Homeland Security Dialogue",
            parent: Some("Strategic Dialogue"),
            tracks: &["CT"],
            level: Level::Ministerial,
            cadence_months: None,
            established_on: None,
            co_chairs: &[],
            note: "Launched in New Delhi in May 2011 (the day is not stated): the first dialogue of the two countries on homeland security as a whole.",
        },
    )
}

pub(super) fn climate(desk: &Desk) -> Result<()> {
    enter(
        desk,
        &Mechanism {
            name: "India–United States dialogue on climate change",
            short_name: "Climate Dialogue",
            parent: None,
            tracks: &["CLI"],
            level: Level::Ministerial,
            cadence_months: None,
            established_on: None,
            co_chairs: &[],
            note: "Runs at three levels: scientists, negotiators, ministers. The reports do not number its meetings.",
        },
    )
}

pub(super) fn cyber(desk: &Desk) -> Result<()> {
    enter(
        desk,
        &Mechanism {
            name: "India–United States Cyber Dialogue",
            short_name: "Cyber Dialogue",
            parent: None,
            tracks: &["CYB"],
            level: Level::SeniorOfficials,
            cadence_months: Some(12),
            established_on: None,
            co_chairs: &["Arvind Gupta", "Michael Daniel"],
            note: "Illustrative: a round every twelve months, so that the next one is expected. The reports state no cadence, and nothing of the first three rounds.",
        },
    )
}

fn enter(desk: &Desk, mechanism: &Mechanism) -> Result<()> {
    let ids = |noun: Noun, names: &[&str]| names.iter().map(|name| desk.id(noun, name)).collect::<Result<Vec<_>>>();
    let dialogue = DialogueDraft {
        id: None,
        revision: 0,
        name: mechanism.name.into(),
        short_name: mechanism.short_name.into(),
        parties: ids(Noun::Party, &["IN", "US"])?,
        parent: mechanism.parent.map(|name| desk.id(Noun::Dialogue, name)).transpose()?,
        pillar: String::new(),
        tracks: ids(Noun::Track, mechanism.tracks)?,
        level: mechanism.level,
        cadence_months: mechanism.cadence_months,
        established_on: mechanism.established_on,
        co_chairs: ids(Noun::Person, mechanism.co_chairs)?,
        state: DialogueState::Active,
        note: mechanism.note.into(),
    };
    desk.dossier.save_dialogue(&dialogue).map(|_| ())
}
