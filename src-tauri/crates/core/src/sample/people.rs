//! The officials of the sample, entered when the reports first name them. Days of taking and leaving office are not
//! in the reports and stay empty.

use super::Desk;
use crate::{Result, vocabulary::Noun, wire::PersonDraft};

/// An official: name, post, body.
pub(super) type Official = (&'static str, &'static str, &'static str);

pub(super) const MAY_2011: &[Official] =
    &[("P. Chidambaram", "Home Minister", "MHA"), ("Janet Napolitano", "Secretary of Homeland Security", "DHS")];

pub(super) const JULY_2011: &[Official] = &[
    ("S. M. Krishna", "External Affairs Minister", "MEA"),
    ("R. Chandrashekhar", "Secretary", "DIT"),
    ("Kapil Sibal", "Minister of Communications and Information Technology", "MCIT"),
    ("Hillary Clinton", "Secretary of State", "State"),
    ("Jane Holl Lute", "Deputy Secretary of Homeland Security", "DHS"),
];

pub(super) const CLIMATE_2011: &[Official] = &[
    ("Jayanthi Natarajan", "Minister of Environment and Forests", "MoEF"),
    ("T. Chatterjee", "Secretary", "MoEF"),
    ("Todd Stern", "Special Envoy for Climate Change", "Special Envoy"),
];

pub(super) const AUGUST_2015: &[Official] = &[
    ("Narendra Modi", "Prime Minister", "PMO"),
    ("Arvind Gupta", "Deputy National Security Adviser", "NSCS"),
    ("Barack Obama", "President", "White House"),
    ("Michael Daniel", "Cybersecurity Coordinator and Special Assistant to the President", "White House"),
    ("Lisa Monaco", "Assistant to the President for Homeland Security and Counter-terrorism", "White House"),
    ("Antony Blinken", "Deputy Secretary of State", "State"),
];

/// Enters officials; `year` is when the reports name them in their posts.
pub(super) fn enter(desk: &Desk, officials: &[Official], year: i32) -> Result<()> {
    for (name, post, body) in officials {
        let body = desk.dossier.body(desk.id(Noun::Body, body)?)?.row;
        let person = PersonDraft {
            id: None,
            revision: 0,
            name: (*name).into(),
            post: (*post).into(),
            party: body.party.id,
            body: Some(body.id),
            active_from: None,
            active_to: None,
            note: format!("In this post in {year}; since and until when is not stated."),
        };
        desk.dossier.save_person(&person)?;
    }
    Ok(())
}
