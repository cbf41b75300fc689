//! Parties, bodies and tracks of the sample.

use super::Desk;
use crate::{
    Result,
    vocabulary::{Noun, PartyKind},
    wire::{BodyDraft, PartyDraft, TrackDraft},
};

/// Party, short name, full name, the body above where the reports name it, what they say of it.
const BODIES: &[(&str, &str, &str, &str, &str)] = &[
    ("IN", "MEA", "Ministry of External Affairs", "", ""),
    ("IN", "MHA", "Ministry of Home Affairs", "", ""),
    ("IN", "MCIT", "Ministry of Communications and Information Technology", "", ""),
    ("IN", "DIT", "Department of Information Technology", "", ""),
    (
        "IN",
        "CERT-In",
        "Indian Computer Emergency Response Team",
        "DIT",
        "India’s nodal agency where cyber security incidents have to be answered.",
    ),
    ("IN", "MoEF", "Ministry of Environment and Forests", "", ""),
    ("IN", "NSCS", "National Security Council Secretariat", "", ""),
    ("IN", "PMO", "Prime Minister’s Office", "", ""),
    ("US", "State", "Department of State", "", ""),
    ("US", "DHS", "Department of Homeland Security", "", ""),
    ("US", "NCSD", "National Cyber Security Division", "DHS", ""),
    (
        "US",
        "US-CERT",
        "United States Computer Emergency Readiness Team",
        "NCSD",
        "Carries out the operations of the National Cyber Security Division.",
    ),
    ("US", "Special Envoy", "Office of the Special Envoy for Climate Change", "", ""),
    ("US", "White House", "The White House", "", ""),
    ("US", "US Embassy", "Embassy of the United States, New Delhi", "", ""),
];

/// Code, name, the bodies that led the talks on it.
const TRACKS: &[(&str, &str, [&str; 2])] = &[
    ("CYB", "Cyber", ["NSCS", "White House"]),
    ("CT", "Counter-terrorism and homeland security", ["MHA", "DHS"]),
    ("CLI", "Climate", ["MoEF", "Special Envoy"]),
    ("REG", "Regional", ["MEA", "State"]),
];

pub(super) fn enter(desk: &Desk) -> Result<()> {
    for (code, name, kind) in [
        ("US", "United States", PartyKind::State),
        ("UNFCCC", "United Nations Framework Convention on Climate Change", PartyKind::Organisation),
    ] {
        let party = PartyDraft { id: None, revision: 0, code: code.into(), name: name.into(), kind, retired_on: None };
        desk.dossier.save_party(&party)?;
    }
    for (party, short_name, name, above, note) in BODIES {
        let body = BodyDraft {
            id: None,
            revision: 0,
            short_name: (*short_name).into(),
            name: (*name).into(),
            party: desk.id(Noun::Party, party)?,
            parent: if above.is_empty() { None } else { Some(desk.id(Noun::Body, above)?) },
            note: (*note).into(),
            retired_on: None,
        };
        desk.dossier.save_body(&body)?;
    }
    for (place, (code, name, leads)) in (1..).zip(TRACKS) {
        let track = TrackDraft {
            id: None,
            revision: 0,
            code: (*code).into(),
            name: (*name).into(),
            colour: place,
            rank: place,
            leads: leads.iter().map(|body| desk.id(Noun::Body, body)).collect::<Result<_>>()?,
        };
        desk.dossier.save_track(&track)?;
    }
    Ok(())
}
