//! Dossiers of every released schema, opened by this version and compared.
//!
//! `schema-N.dossier` was written by the last version whose format is N, and `schema-N.txt` is what it said. A new schema
//! adds a pair and changes none; where it adds a column, the older texts gain nothing, since an export leaves out what
//! is empty.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says by failing what went wrong")]

use std::{fs, path::PathBuf};

use rapporteur_core::{
    Dossier, Surroundings,
    vocabulary::{DueKind, PaperForm, PaperKind},
    wire::{CommitmentQuery, EntryRule, KeptPaperDraft, PaperRequest, TermRule},
};

/// Formats that were ever released by themselves.
const RELEASED: &[u32] = &[1, 3, 4, 7, 12];

fn kept(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("migration").join(name)
}

#[test]
fn a_dossier_of_every_released_format_opens_whole() {
    for format in RELEASED {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.dossier");
        fs::copy(kept(&format!("schema-{format}.dossier")), &path).unwrap();
        let dossier = Dossier::open(&path, Surroundings::real("A. Officer")).unwrap();

        let said = kept(&format!("schema-{format}.txt"));
        if !said.exists() {
            // The first time, what it says is written down, to be looked at and committed.
            fs::write(&said, dossier.export().unwrap()).unwrap();
        }
        assert_eq!(dossier.export().unwrap(), fs::read_to_string(&said).unwrap(), "format {format}");
        let report = dossier.check(|_| {}).unwrap();
        assert!(report.sound, "format {format}: {:?}", report.faults);

        // It is worked on as any other: written, undone, read as of a past day.
        let open = dossier.commitments(&CommitmentQuery::open()).unwrap().rows;
        dossier.remove(rapporteur_core::vocabulary::Noun::FollowUp, follow_up(&dossier, &open)).unwrap();
        dossier.undo().unwrap();
        assert_eq!(dossier.export().unwrap(), fs::read_to_string(&said).unwrap());
        instruments_are_kept(&dossier);
        dates_live(&dossier);
        papers_are_kept(&dossier);
        assert_eq!(dossier.export().unwrap(), fs::read_to_string(&said).unwrap());
        let then = dossier.commitments_as_of("2012-01-01".parse().unwrap(), &CommitmentQuery::all()).unwrap().rows;
        assert!(!then.is_empty() && then.len() < open.len() + 5);
    }
}

/// What an older dossier had no room for: an instrument with an act and a follow-up, entered and undone.
fn instruments_are_kept(dossier: &Dossier) {
    let partner = dossier.parties().unwrap().iter().find(|party| !party.home).unwrap().id;
    let home = dossier.overview().unwrap().home.id;
    let party = |party| serde_json::json!({"party": party, "effect": "binding", "body": null, "implementing": []});
    let draft = serde_json::json!({
        "id": null, "revision": 0, "title": "Agreement", "shortTitle": "", "kind": "agreement", "stage": null,
        "stageSince": null, "parties": [party(home), party(partner)], "dialogue": null, "tracks": [], "languages": [],
        "authentic": [], "prevailing": "", "depositary": "", "holder": null, "holderNote": "",
        "entry": EntryRule::not_stated(), "term": TermRule::not_stated(), "note": "", "marking": [], "acts": [{
            "id": null, "revision": 0, "instrument": null, "kind": "adoption", "party": null, "on": "2015-01-01",
            "dated": "day", "place": "", "person": null, "name": "", "post": "", "meeting": null, "effectiveOn": null,
            "untilOn": null, "note": ""}]});
    let id = dossier.save_instrument(&serde_json::from_value(draft).unwrap()).unwrap().output;
    let heard = serde_json::json!({
        "id": null, "revision": 0, "commitments": [], "instrument": id, "day": "2015-02-01", "reportedBy": "",
        "note": "Published.", "ourStatus": null, "theirStatus": null, "nextStep": "", "nextStepDue": null, "evidence": "",
        "agendaItem": null, "marking": []});
    dossier.save_follow_up(&serde_json::from_value(heard).unwrap()).unwrap();
    let view = dossier.instrument(id).unwrap();
    assert_eq!((view.follow_ups.len(), view.row.progress_on), (1, "2015-02-01".parse().ok()));
    assert!(dossier.check(|_| {}).unwrap().sound);
    dossier.undo().unwrap();
    dossier.undo().unwrap();
}

/// What an older dossier had no room for either: a period reported, a meeting moved with what is due by it, and undone.
fn dates_live(dossier: &Dossier) {
    let open = dossier.commitments(&CommitmentQuery::open()).unwrap().rows;
    let recurring = open.iter().find(|row| row.due.kind == DueKind::Recurring).unwrap();
    let report = serde_json::json!({
        "commitment": {"id": recurring.id, "revision": recurring.revision}, "period": null, "outcome": "kept", "day": null,
        "reportedBy": "", "note": "", "evidence": ""});
    dossier.report_period(&serde_json::from_value(report).unwrap()).unwrap();
    assert_eq!(dossier.commitment(recurring.id).unwrap().row.due.kept, 1);
    let bound = open.iter().find(|row| row.due.meeting.is_some()).unwrap();
    let meeting = dossier.meeting(bound.due.meeting.as_ref().unwrap().id).unwrap().row;
    let to = meeting.begins_on.unwrap().iter_days().nth(30).unwrap();
    let draft = serde_json::json!({
        "meeting": {"id": meeting.id, "revision": meeting.revision}, "beginsOn": to, "endsOn": null,
        "precision": "day", "state": "planned", "reason": ""});
    assert!(dossier.move_meeting(&serde_json::from_value(draft).unwrap()).unwrap().output > 0);
    assert_eq!(dossier.commitment(bound.id).unwrap().row.due.on, Some(to));
    assert!(dossier.check(|_| {}).unwrap().sound);
    dossier.undo().unwrap();
    dossier.undo().unwrap();
}

/// And what it has room for now: the plan of a brief, and a copy of what was handed over; entered and undone.
fn papers_are_kept(dossier: &Dossier) {
    let meeting = dossier.meetings().unwrap()[0].id;
    let request = PaperRequest { meeting: Some(meeting), ..PaperRequest::of(PaperKind::Brief) };
    let plan = dossier.paper_outline(&request).unwrap().plan.unwrap();
    dossier.save_brief_plan(meeting, &plan, None).unwrap();
    let draft = KeptPaperDraft { request, form: PaperForm::Pdf, for_whom: String::new() };
    let paper = dossier.paper(&draft.request).unwrap();
    let id = dossier.keep_paper(&draft, &paper, b"%PDF", b"words").unwrap().output;
    assert_eq!(dossier.kept_paper_file(id).unwrap().content, b"%PDF");
    assert!(dossier.check(|_| {}).unwrap().sound);
    dossier.undo().unwrap();
    dossier.undo().unwrap();
}

fn follow_up(dossier: &Dossier, rows: &[rapporteur_core::wire::CommitmentRow]) -> rapporteur_core::id::Id {
    rows.iter().find_map(|row| Some(dossier.commitment(row.id).unwrap().follow_ups.first()?.id)).unwrap()
}

#[test]
fn every_format_has_its_pair_and_no_other_is_kept() {
    let mut names: Vec<String> = fs::read_dir(kept("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("schema-"))
        .collect();
    names.sort();
    let mut expected: Vec<String> = RELEASED
        .iter()
        .flat_map(|format| [format!("schema-{format}.dossier"), format!("schema-{format}.txt")])
        .collect();
    expected.sort();
    assert_eq!(names, expected);
}
