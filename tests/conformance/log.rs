//! A meeting logged from one JSON entry, as one act.

use rapporteur_core::wire::log::MeetingLog;

use crate::ground::{Ground, refusal};

fn entry(json: &str) -> MeetingLog {
    serde_json::from_str(json).unwrap()
}

const ROUND: &str = r#"{
  "dialogue": "cyber",
  "begins_on": "2015-08-11", "ends_on": "2015-08-14", "place": "Suden",
  "attendance": [
    {"person": "ada", "role": "head"},
    {"party": "SU", "size": 12}
  ],
  "agenda": [{"title": "Formats", "track": "CYB", "home_said": "Ready.", "commitments": ["CYB-2015-001"]}],
  "texts": [{"title": "Joint statement", "body": "They met.\n\nThe agencies will publish a common format by December."}],
  "outcomes": [{
    "title": "Publish a common format", "quote": "will publish a common format", "strength": "firm",
    "owners": [{"role": "lead", "body": "CSA"}, {"role": "counterpart", "body": "scert"}],
    "due": {"kind": "day", "on": "2015-12-31"},
    "links": [{"kind": "depends_on", "commitment": "CYB-2015-001"}]
  }],
  "follow_ups": [{"commitment": "CYB-2015-001", "note": "Draft exchanged.", "agenda_item": 1, "our_status": "in_progress"}],
  "record": "The delegations met.", "final": true
}"#;

#[test]
fn a_meeting_and_all_that_came_of_it_is_one_step() {
    let ground = Ground::new();
    let earlier = ground.commitment("Draft a format");
    let before = ground.dossier.export().unwrap();
    let id = ground.dossier.log_meeting(&entry(ROUND)).unwrap().output;
    let view = ground.dossier.meeting(id).unwrap();
    assert_eq!((view.row.title.as_str(), view.row.when.as_str()), ("1st Cyber Dialogue", "11–14 Aug 2015"));
    assert_eq!((view.attendance.len(), view.agenda[0].follow_ups.len(), view.texts.len()), (2, 1, 1));
    let outcome = ground.dossier.commitment(view.outcomes[0].id).unwrap();
    assert_eq!(outcome.row.wording, "will publish a common format");
    assert_eq!(outcome.passage.unwrap().paragraph, 2);
    assert_eq!(outcome.links[0].other.id, earlier);
    assert_eq!(ground.row(earlier).status.word(), "in_progress");
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    ground.dossier.redo().unwrap();
    assert_eq!(ground.dossier.meeting(id).unwrap().outcomes.len(), 1);
}

#[test]
fn a_row_that_ends_as_it_began_keeps_its_revision() {
    let ground = Ground::new();
    let id = ground.commitment("Draft a format");
    let seen = ground.row(id).revision;
    let follow_ups = r#"{"title": "Call", "follow_ups": [
        {"commitment": "CYB-2015-001", "note": "Begun.", "our_status": "in_progress"},
        {"commitment": "CYB-2015-001", "note": "Not begun after all.", "our_status": "not_started"}
    ]}"#;
    ground.dossier.log_meeting(&entry(follow_ups)).unwrap();
    assert_eq!((ground.row(id).revision, ground.row(id).status.word()), (seen, "not_started"));
    ground.dossier.set_status(&ground.status(id, rapporteur_core::vocabulary::Status::InProgress)).unwrap();
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_wrong_part_is_named_and_nothing_is_entered() {
    let ground = Ground::new();
    ground.commitment("Draft a format");
    ground.commitment("Draft a treaty");
    let before = ground.dossier.export().unwrap();
    let cases = [
        (
            r#""quote": "will publish a common format""#,
            r#""quote": "will not publish""#,
            "Outcome 1: The quote does not stand",
        ),
        (
            r#""quote": "will publish a common format""#,
            r#""quote": "e""#,
            "Outcome 1: The quote stands in more than one place",
        ),
        (r#""body": "CSA""#, r#""body": "Navy""#, "Outcome 1: No body fits “Navy”."),
        (r#""person": "ada""#, r#""person": "nobody""#, "Attendance 1: No person fits"),
        (r#""agenda_item": 1"#, r#""agenda_item": 9"#, "Follow-up 1: There is no agenda point 9"),
        (
            r#""commitments": ["CYB-2015-001"]"#,
            r#""commitments": ["draft a"]"#,
            "more than one commitment: Draft a format; Draft a treaty",
        ),
        (r#""ends_on": "2015-08-14""#, r#""ends_on": "2015-08-10""#, "before it begins"),
        (r#""dialogue": "cyber""#, r#""dialogue": "trade""#, "No dialogue fits “trade”."),
    ];
    for (right, wrong, sentence) in cases {
        let json = ROUND.replacen(right, wrong, 1);
        assert_ne!(json, ROUND);
        let said = refusal(ground.dossier.log_meeting(&entry(&json)));
        assert!(said.contains(sentence), "{said}");
        assert_eq!(ground.dossier.export().unwrap(), before);
    }
}
