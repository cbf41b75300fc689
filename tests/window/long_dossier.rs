//! A dossier whose every name is as long as the register takes it, in one script or in two.

use std::path::Path;

use rapporteur_core::{
    Dossier, Surroundings,
    id::Id,
    vocabulary::{
        Dated, DialogueState, EntryClause, InstrumentActKind, InstrumentType, LegalEffect, Level, PartyKind,
        PeriodUnit, Renewal, TermKind,
    },
    wire::{
        BodyDraft, DialogueDraft, EntryRule, InstrumentActDraft, InstrumentDraft, InstrumentPartyDraft, NewDossier,
        PartyDraft, Period, PersonDraft, TermRule, TrackDraft, log::MeetingLog,
    },
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
    for (title, party_body) in [(long.clone(), unbroken_title()), (HINDI_TITLE.to_owned(), HINDI_TITLE.to_owned())] {
        dossier.save_instrument(&instrument(&title, &party_body, [home, partner], first)).unwrap();
    }
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

/// An instrument with every word as long as it can be, a term that is renewed, and a party that has not ratified.
fn instrument(title: &str, note: &str, parties: [Id; 2], track: Id) -> InstrumentDraft {
    let party = |party, effect| InstrumentPartyDraft { party, effect, body: None, implementing: Vec::new() };
    let act = |kind, party, name: &str| InstrumentActDraft {
        id: None,
        revision: 0,
        instrument: None,
        kind,
        party: Some(party),
        on: Some("2011-07-19".parse().unwrap()),
        dated: Dated::Day,
        place: note.to_owned(),
        person: None,
        name: name.to_owned(),
        post: note.to_owned(),
        meeting: None,
        effective_on: None,
        until_on: None,
        note: note.to_owned(),
    };
    InstrumentDraft {
        id: None,
        revision: 0,
        title: title.to_owned(),
        short_title: String::new(),
        kind: InstrumentType::Agreement,
        stage: None,
        stage_since: None,
        parties: vec![party(parties[0], LegalEffect::Binding), party(parties[1], LegalEffect::NotBinding)],
        dialogue: None,
        tracks: vec![track],
        languages: vec!["en".into(), "hi".into()],
        authentic: vec!["en".into()],
        prevailing: "en".into(),
        depositary: note.to_owned(),
        holder: None,
        holder_note: note.to_owned(),
        entry: EntryRule { clause: EntryClause::OnRatifications, ..EntryRule::not_stated() },
        term: TermRule {
            kind: TermKind::Period,
            length: Some(Period { length: 5, unit: PeriodUnit::Years }),
            renewal: Renewal::Tacit,
            notice: Some(Period { length: 6, unit: PeriodUnit::Months }),
            ..TermRule::not_stated()
        },
        note: note.to_owned(),
        marking: Vec::new(),
        acts: vec![
            act(InstrumentActKind::Signature, parties[0], note),
            act(InstrumentActKind::Signature, parties[1], note),
            act(InstrumentActKind::Ratification, parties[0], ""),
        ],
    }
}
