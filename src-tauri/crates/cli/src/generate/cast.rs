//! Who appears in the synthetic dossier: invented countries, their offices and officials, and the dialogues they keep.

use rapporteur_core::{
    Dossier, Result,
    clock::Day,
    id::Id,
    vocabulary::{DialogueState, Level, Noun, PartyKind},
    wire::{BodyDraft, DialogueDraft, PartyDraft, PersonDraft, TrackDraft},
};

use super::{chance::Chance, day, first_day, subjects::FIELDS};

/// Code and name of the home party.
pub(super) const HOME: (&str, &str) = ("AV", "Arvenia");

/// Code, name and capital of the other states, the nearest first.
const PARTNERS: &[(&str, &str, &str)] = &[
    ("BM", "Belmora", "Port Belmora"),
    ("CD", "Caldria", "Caldris"),
    ("DV", "Drovenia", "Drovograd"),
    ("EL", "Elsmark", "Elshavn"),
    ("FR", "Farland", "Færvik"),
    ("GH", "Ghalistan", "Ghalibad"),
    ("HV", "Hvalen", "Kongsø"),
    ("IZ", "Izmaran", "Çelikköy"),
    ("JR", "Jarova", "Novi Jar"),
    ("KS", "Kestoria", "Kestor"),
    ("LU", "Lusanga", "São Tomaz"),
    ("MR", "Maravel", "Puerto Peñón"),
];

/// Where the home side receives.
pub(super) const CAPITAL: &str = "Arven";

/// Offices of every state: short name, full name. The field's own come first, see [`offices`].
const OFFICES: &[(&str, &str)] = &[
    ("MFA", "Ministry of Foreign Affairs"),
    ("MoI", "Ministry of the Interior"),
    ("MoF", "Ministry of Finance"),
    ("PMO", "Office of the Prime Minister"),
];

const GIVEN: &[&str] = &[
    "Adela", "Bruno", "Celeste", "Darian", "Edda", "Ferran", "Gita", "Haldor", "Ines", "Joaquim", "Kamala", "Levent",
    "Mirela", "Nadim", "Odile", "Pavle", "Quirin", "Rhea", "Sunil", "Tamar", "Ulla", "Viktor", "Wanda", "Yusuf",
];

const FAMILY: &[&str] = &[
    "Abara",
    "Bielik",
    "Castellan",
    "Dravin",
    "Esperandieu",
    "Farkas",
    "Grimaldo",
    "Hosokai",
    "Ilves",
    "Jarosz",
    "Kestrel",
    "Lorimer",
    "Mandic",
    "Norling",
    "Okafor-Lund",
    "Petrak",
    "Quennell",
    "Ravensberg",
    "Sarkany",
    "Tolvanen",
    "Umeda",
    "Vasquor",
    "Wetherby",
    "Zelenka",
    "Müller-Åsberg",
    "Gonçalves",
    "Çetin",
    "Nováková",
    "शर्मा",
    "वर्मा",
];

/// An office and an official of it, by id.
pub(super) struct Office {
    pub(super) body: Id,
    pub(super) person: Id,
}

/// A state across the table.
pub(super) struct Partner {
    pub(super) name: &'static str,
    pub(super) capital: &'static str,
    pub(super) party: Id,
    /// For each field, its offices, the one in charge first.
    pub(super) offices: Vec<Vec<Office>>,
}

/// A dialogue on one field with one partner.
pub(super) struct Mechanism {
    pub(super) id: Id,
    pub(super) field: usize,
    pub(super) partner: usize,
    pub(super) level: Level,
    /// How much of all that is promised is promised here, against the others.
    pub(super) weight: f64,
}

/// All who appear.
pub(super) struct Cast {
    pub(super) home: Id,
    pub(super) home_offices: Vec<Vec<Office>>,
    pub(super) partners: Vec<Partner>,
    pub(super) tracks: Vec<Id>,
    pub(super) mechanisms: Vec<Mechanism>,
}

/// How many states a dossier of so many commitments deals with.
fn states(commitments: u32) -> usize {
    match commitments {
        0..=2_000 => 2,
        2_001..=20_000 => 4,
        20_001..=200_000 => 8,
        _ => PARTNERS.len(),
    }
}

/// Enters all who appear in a dossier of so many commitments.
pub(super) fn enter(dossier: &Dossier, chance: &mut Chance, commitments: u32) -> Result<Cast> {
    let home = dossier.find(Noun::Party, HOME.0)?;
    let home_offices = offices(dossier, chance, home, HOME.0)?;
    let mut partners = Vec::new();
    for (code, name, capital) in &PARTNERS[..states(commitments)] {
        let party = dossier
            .save_party(&PartyDraft {
                id: None,
                revision: 0,
                code: (*code).into(),
                name: (*name).into(),
                kind: PartyKind::State,
                retired_on: None,
            })?
            .output;
        let offices = offices(dossier, chance, party, code)?;
        partners.push(Partner { name, capital, party, offices });
    }
    let mut cast = Cast { home, home_offices, partners, tracks: Vec::new(), mechanisms: Vec::new() };
    for (place, field) in (1..).zip(FIELDS) {
        let at = cast.tracks.len();
        let leads = std::iter::once(&cast.home_offices)
            .chain(cast.partners.iter().map(|partner| &partner.offices))
            .map(|offices| offices[at][0].body)
            .collect();
        let track = TrackDraft {
            id: None,
            revision: 0,
            code: field.code.into(),
            name: field.name.into(),
            colour: (place - 1) % 8 + 1,
            rank: place,
            leads,
        };
        cast.tracks.push(dossier.save_track(&track)?.output);
    }
    mechanisms(dossier, chance, &mut cast)?;
    Ok(cast)
}

/// The offices of a state, by field: the one in charge, two agencies of it, then those that deal with everything.
fn offices(dossier: &Dossier, chance: &mut Chance, party: Id, code: &str) -> Result<Vec<Vec<Office>>> {
    let mut general = Vec::new();
    for (short, name) in OFFICES {
        general.push(body(dossier, party, &format!("{code} {short}"), name, None)?);
    }
    let mut by_field = Vec::new();
    for field in FIELDS {
        let charge =
            body(dossier, party, &format!("{code} {}", field.code), &format!("Ministry for {}", field.name), None)?;
        let mut ids = vec![charge];
        for (ending, kind) in [("A", "Agency for"), ("I", "Institute of")] {
            let short = format!("{code} {}-{ending}", field.code);
            ids.push(body(dossier, party, &short, &format!("{kind} {}", field.name), Some(charge))?);
        }
        ids.extend(&general);
        let mut offices = Vec::new();
        for body in ids {
            let person = person(dossier, chance, party, body)?;
            offices.push(Office { body, person });
        }
        by_field.push(offices);
    }
    Ok(by_field)
}

fn body(dossier: &Dossier, party: Id, short_name: &str, name: &str, parent: Option<Id>) -> Result<Id> {
    let draft = BodyDraft {
        id: None,
        revision: 0,
        short_name: short_name.into(),
        name: name.into(),
        party,
        parent,
        note: String::new(),
        retired_on: None,
    };
    Ok(dossier.save_body(&draft)?.output)
}

fn person(dossier: &Dossier, chance: &mut Chance, party: Id, body: Id) -> Result<Id> {
    let draft = PersonDraft {
        id: None,
        revision: 0,
        name: format!("{} {}", chance.one(GIVEN), chance.one(FAMILY)),
        post: (*chance.one(&["Director", "Deputy Director", "Head of Division", "Secretary", "Special Envoy"])).into(),
        party,
        body: Some(body),
        active_from: Some(first_day()),
        active_to: None,
        note: String::new(),
    };
    Ok(dossier.save_person(&draft)?.output)
}

/// One dialogue for each partner and field; those on technical fields stand under the political one.
fn mechanisms(dossier: &Dossier, chance: &mut Chance, cast: &mut Cast) -> Result<()> {
    for at in 0..cast.partners.len() {
        let Partner { name, party, .. } = cast.partners[at];
        let mut umbrella = None;
        for (number, field) in FIELDS.iter().enumerate() {
            let level = match number {
                0 => Level::Ministerial,
                _ => *chance.one(&[Level::WorkingGroup, Level::JointWorkingGroup, Level::SeniorOfficials]),
            };
            let draft = DialogueDraft {
                id: None,
                revision: 0,
                name: format!("{}–{name} Dialogue on {}", HOME.1, field.name),
                short_name: format!("{name} {} Dialogue", field.name),
                parties: vec![cast.home, party],
                parent: umbrella,
                pillar: String::new(),
                tracks: vec![cast.tracks[number]],
                level,
                cadence_months: Some(12),
                established_on: Some(established(chance)),
                co_chairs: Vec::new(),
                state: DialogueState::Active,
                note: String::new(),
            };
            let id = dossier.save_dialogue(&draft)?.output;
            umbrella.get_or_insert(id);
            let nearness = 1.0 / f64::from(u32::try_from(at + 1).unwrap_or(u32::MAX));
            let weight = f64::from(field.weight) * nearness;
            cast.mechanisms.push(Mechanism { id, field: number, partner: at, level, weight });
        }
    }
    Ok(())
}

fn established(chance: &mut Chance) -> Day {
    day(1975 + i32::try_from(chance.between(0, 9)).unwrap_or(0), 1, 15)
}
