//! A dossier whose every name is as long as the register takes it, in one script or in two.

use std::path::Path;

use rapporteur_core::{
    Dossier, Surroundings,
    vocabulary::{DialogueState, Level, PartyKind},
    wire::{BodyDraft, DialogueDraft, NewDossier, PartyDraft, PersonDraft, TrackDraft, log::MeetingLog},
};
use serde_json::json;

use crate::words::{HINDI_PROMISE, HINDI_TITLE, STATEMENT, longest_title, unbroken_title};

/// A new dossier with nothing in it.
pub fn empty(path: &Path, title: &str) -> Dossier {
    let new = NewDossier {
        title: title.into(),
        home_code: "IN".into(),
        home_name: "India".into(),
        time_zone: "Asia/Kolkata".into(),
    };
    Dossier::create(path, &new, Surroundings::real("A. Officer")).unwrap()
}

/// A dossier with one of everything, each named at length, and a second meeting and commitment in Hindi.
pub fn create(path: &Path) -> Dossier {
    let long = longest_title();
    let dossier = empty(path, &long);
    let partner = PartyDraft {
        id: None,
        revision: 0,
        code: "PARTNER".into(),
        name: long.clone(),
        kind: PartyKind::Organisation,
        retired_on: None,
    };
    let partner = dossier.save_party(&partner).unwrap().output;
    let home = dossier.overview().unwrap().home.id;
    for (party, short_name, name) in
        [(home, long.clone(), HINDI_TITLE.to_owned()), (partner, unbroken_title(), long.clone())]
    {
        let body = BodyDraft {
            id: None,
            revision: 0,
            short_name,
            name,
            party,
            parent: None,
            note: unbroken_title(),
            retired_on: None,
        };
        let body = dossier.save_body(&body).unwrap().output;
        let person = PersonDraft {
            id: None,
            revision: 0,
            name: if party == home { HINDI_TITLE.into() } else { unbroken_title() },
            post: long.clone(),
            party,
            body: Some(body),
            active_from: None,
            active_to: None,
            note: String::new(),
        };
        dossier.save_person(&person).unwrap();
    }
    let track = |code: &str, name: &str, rank| TrackDraft {
        id: None,
        revision: 0,
        code: code.into(),
        name: name.into(),
        colour: rank,
        rank,
        leads: Vec::new(),
    };
    let first = dossier.save_track(&track("LONG", &long, 1)).unwrap().output;
    dossier.save_track(&track("HINDI", HINDI_TITLE, 2)).unwrap();
    let dialogue = DialogueDraft {
        id: None,
        revision: 0,
        name: long.clone(),
        short_name: unbroken_title(),
        parties: vec![home, partner],
        parent: None,
        pillar: long.clone(),
        tracks: vec![first],
        level: Level::Ministerial,
        cadence_months: Some(12),
        established_on: None,
        co_chairs: Vec::new(),
        state: DialogueState::Active,
        note: unbroken_title(),
    };
    dossier.save_dialogue(&dialogue).unwrap();
    let today = dossier.day().unwrap();
    for (title, track, place) in [(&long, "LONG", long.as_str()), (&HINDI_TITLE.to_owned(), "HINDI", "नई दिल्ली")]
    {
        let log = json!({
            "dialogue": long, "title": title, "begins_on": today, "place": place, "host": "IN",
            "note": unbroken_title(),
            "attendance": [{ "body": unbroken_title(), "role": "head" }, { "name": unbroken_title(), "party": "IN" }],
            "agenda": [{ "title": long, "track": track, "home_said": HINDI_PROMISE, "partner_said": unbroken_title() }],
            "record": format!("{}\n{STATEMENT}", unbroken_title()),
            "texts": [{ "title": long, "source": unbroken_title(), "body": format!("{STATEMENT}\n{}", unbroken_title()) }],
            "outcomes": [
                { "title": title, "quote": HINDI_PROMISE, "text": 1, "track": track, "due": { "kind": "day", "on": today },
                  "owners": [{ "role": "lead", "body": HINDI_TITLE }, { "role": "counterpart", "body": unbroken_title() }],
                  "note": unbroken_title() },
                { "title": unbroken_title(), "wording": unbroken_title(), "track": track,
                  "due": { "kind": "event", "event": long, "on": null } },
            ],
        });
        let log: MeetingLog = serde_json::from_value(log).unwrap();
        dossier.log_meeting(&log).unwrap();
    }
    dossier
}
