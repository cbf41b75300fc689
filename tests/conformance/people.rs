//! Parties, bodies, persons, tracks, dialogues: what hangs on them stays.

use rapporteur_core::{
    vocabulary::{Noun, OwnerRole, Status},
    wire::{BodyDraft, CommitmentDraft, DialogueDraft, DossierDraft, DueDraft, TrackDraft},
};

use crate::ground::{Ground, body, day, dialogue, lead, party, person, refusal, track};

#[test]
fn a_party_with_bodies_is_only_retired() {
    let ground = Ground::new();
    let sentence = refusal(ground.dossier.remove(Noun::Party, ground.partner));
    assert!(sentence.contains("SCERT") && sentence.contains("Retire it"), "{sentence}");
    let mut retired = party("SU", "Sudland");
    (retired.id, retired.revision, retired.retired_on) = (Some(ground.partner), 1, Some(day("2015-01-01")));
    ground.dossier.save_party(&retired).unwrap();
    let choices = ground.dossier.choices().unwrap();
    assert!(choices.parties.iter().any(|choice| choice.id == ground.partner && choice.retired));
}

#[test]
fn a_body_with_owners_is_only_retired() {
    let ground = Ground::new();
    let office = ground.dossier.save_body(&body(ground.home, None, "", "Press Office")).unwrap().output;
    let draft = CommitmentDraft { owners: vec![lead(office)], ..ground.promise("Share") };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    assert!(refusal(ground.dossier.remove(Noun::Body, office)).contains("Retire it"));
    ground.dossier.remove(Noun::Commitment, id).unwrap();
    ground.dossier.remove(Noun::Body, office).unwrap();
    // The commitment cannot come back before the body that owned it.
    let bin = ground.dossier.bin().unwrap();
    assert!(refusal(ground.dossier.revert(bin[1].act.id)).contains("hangs on it"));
    ground.dossier.revert(bin[0].act.id).unwrap();
    ground.dossier.revert(bin[1].act.id).unwrap();
    assert_eq!(ground.dossier.body(office).unwrap().commitments.len(), 1);
}

#[test]
fn codes_and_names_are_told_apart() {
    let ground = Ground::new();
    assert!(refusal(ground.dossier.save_party(&party("su", "Southland"))).contains("Sudland’s already"));
    assert!(refusal(ground.dossier.save_party(&party("A B", "Southland"))).contains("letters and digits"));
    assert!(refusal(ground.dossier.save_track(&track("CYB", "Other"))).contains("that of Cyber already"));
    assert!(refusal(ground.dossier.save_track(&track("C", "Other"))).contains("two to eight"));
    let again = body(ground.home, None, "X", "Cyber Security Agency");
    assert!(refusal(ground.dossier.save_body(&again)).contains("in the register already"));
    let other = dialogue("Cyber Dialogue", Vec::new(), Vec::new());
    assert!(refusal(ground.dossier.save_dialogue(&other)).contains("already"));
}

#[test]
fn nothing_stands_above_itself() {
    let ground = Ground::new();
    let above = BodyDraft {
        id: Some(ground.ministry),
        revision: 1,
        ..body(ground.home, Some(ground.agency), "MFA", "Ministry of Foreign Affairs")
    };
    assert!(refusal(ground.dossier.save_body(&above)).contains("stands above itself"));
    let theirs = body(ground.home, Some(ground.theirs), "", "Odd");
    assert!(refusal(ground.dossier.save_body(&theirs)).contains("another party"));
    let own = DialogueDraft {
        id: Some(ground.dialogue),
        revision: 1,
        parent: Some(ground.dialogue),
        ..dialogue("Cyber Dialogue", Vec::new(), Vec::new())
    };
    assert!(refusal(ground.dossier.save_dialogue(&own)).contains("its own ancestor"));
}

#[test]
fn a_post_does_not_end_before_it_begins() {
    let ground = Ground::new();
    let mut draft = person(ground.home, None, "B. Envoy");
    (draft.active_from, draft.active_to) = (Some(day("2015-01-02")), Some(day("2015-01-01")));
    assert!(refusal(ground.dossier.save_person(&draft)).contains("ends before it begins"));
    draft.active_to = Some(day("2015-01-02"));
    ground.dossier.save_person(&draft).unwrap();
}

#[test]
fn a_removed_lead_is_let_go_and_comes_back() {
    let ground = Ground::new();
    let office = ground.dossier.save_body(&body(ground.home, None, "", "Press Office")).unwrap().output;
    let led = TrackDraft { id: Some(ground.track), revision: 1, rank: 1, leads: vec![office], ..track("CYB", "Cyber") };
    ground.dossier.save_track(&led).unwrap();
    ground.dossier.remove(Noun::Body, office).unwrap();
    assert!(ground.dossier.overview().unwrap().tracks[0].leads.is_empty());
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.overview().unwrap().tracks[0].leads[0].name, "Press Office");
}

#[test]
fn what_is_listed_cannot_be_undone_away() {
    let ground = Ground::new();
    let added = ground.dossier.save_party(&party("TE", "Terland")).unwrap();
    ground.dossier.save_dialogue(&dialogue("Talks", vec![added.output], Vec::new())).unwrap();
    let sentence = refusal(ground.dossier.revert(added.act.unwrap().id));
    assert!(sentence.contains("Talks still refers to it"), "{sentence}");
}

#[test]
fn markings_stand_on_axes_of_their_own() {
    let ground = Ground::new();
    let view = ground.dossier.overview().unwrap();
    let on = |axis: &str| view.markings.iter().filter(|m| m.axis.word() == axis).map(|m| m.id).collect::<Vec<_>>();
    let draft = |marking| DossierDraft {
        revision: view.revision,
        title: view.title.clone(),
        home: view.home.id,
        time_zone: view.time_zone.clone(),
        day: Some(day("2015-08-20")),
        marking,
    };
    let two = on("classification")[..2].to_vec();
    assert!(refusal(ground.dossier.save_settings(&draft(two))).contains("Only one classification"));
    ground.dossier.save_settings(&draft(vec![on("tlp")[0], on("classification")[1]])).unwrap();
    let labels: Vec<String> = ground.dossier.overview().unwrap().marking.into_iter().map(|m| m.label).collect();
    assert_eq!(labels, ["Restricted", "TLP:CLEAR"]);
    assert!(refusal(ground.dossier.remove(Noun::Marking, on("tlp")[0])).contains("hangs on this marking"));
}

#[test]
fn a_page_shows_the_first_of_many_and_counts_them_all() {
    let ground = Ground::new();
    let owned = |title: &str, on: &str| {
        let due = DueDraft::Day { on: day(on) };
        let draft = CommitmentDraft { owners: vec![lead(ground.agency)], due, ..ground.promise(title) };
        ground.dossier.save_commitment(&draft).unwrap().output
    };
    for number in 0..60 {
        owned(&format!("Share list {number}"), "2015-12-31");
    }
    let closed = owned("Meet once", "2015-02-01");
    ground.dossier.set_status(&ground.status(closed, Status::Dropped)).unwrap();
    let soonest = owned("Share the first list", "2015-09-01");
    let page = ground.dossier.body(ground.agency).unwrap();
    assert_eq!((page.owned, page.row.open, page.commitments.len()), (62, 61, 50));
    assert_eq!(page.commitments[0].commitment.id, soonest);
    assert!(page.commitments.iter().all(|owned| owned.role == OwnerRole::Lead && owned.commitment.id != closed));
}

#[test]
fn who_has_two_parts_in_a_commitment_is_shown_with_the_first() {
    let ground = Ground::new();
    let mut supporting = lead(ground.agency);
    supporting.role = OwnerRole::Supporting;
    let draft = CommitmentDraft { owners: vec![supporting, lead(ground.agency)], ..ground.promise("Share formats") };
    ground.dossier.save_commitment(&draft).unwrap();
    let page = ground.dossier.body(ground.agency).unwrap();
    let roles: Vec<_> = page.commitments.iter().map(|owned| owned.role).collect();
    assert_eq!((page.owned, roles), (1, vec![OwnerRole::Lead]));
}
