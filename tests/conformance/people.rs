//! Parties, bodies, persons, tracks, dialogues: what hangs on them stays.

use rapporteur_core::{
    vocabulary::Noun,
    wire::{BodyDraft, CommitmentDraft, DialogueDraft, DossierDraft, TrackDraft},
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
