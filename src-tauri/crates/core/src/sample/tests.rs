//! The sample shows what it is there to show, and says where it adds to the reports.

use super::*;
use crate::{
    vocabulary::{
        Delivery, DueKind, EntryClause, Exception, Freshness, InstrumentActKind, LegalEffect, Level, MeetingState,
        Noun, Stage, Status, TermKind,
    },
    wire::{CommitmentQuery, CommitmentRow, InstrumentQuery, ReviewFrame, Sort},
};

fn sample() -> (tempfile::TempDir, Dossier) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.dossier");
    create(&path).unwrap();
    let dossier = Dossier::open(&path, Surroundings::real("Reader")).unwrap();
    (folder, dossier)
}

fn all(dossier: &Dossier) -> Vec<CommitmentRow> {
    dossier.commitments(&CommitmentQuery { sort: Sort::Ref, ..CommitmentQuery::all() }).unwrap().rows
}

#[test]
fn it_is_sound_marked_and_nothing_in_it_can_be_undone() {
    let (_folder, dossier) = sample();
    let check = dossier.check(|_| ()).unwrap();
    assert_eq!(check.faults, Vec::<String>::new());
    let frame = dossier.overview().unwrap();
    assert_eq!(frame.day, day(2015, 8, 20));
    assert!(frame.day_fixed);
    let marking: Vec<&str> = frame.marking.iter().map(|marking| marking.label.as_str()).collect();
    assert_eq!(marking, ["Unclassified", "Sample"]);
    assert_eq!(frame.undo, None);
    assert_eq!(frame.next_meeting.unwrap().title, "Leaders’ meeting, New York");
}

#[test]
fn every_lamp_and_every_exception_is_shown() {
    let (_folder, dossier) = sample();
    let rows = all(&dossier);
    assert_eq!(rows.len(), 17);
    for lamp in Delivery::ALL {
        assert!(rows.iter().any(|row| row.delivery == *lamp), "{lamp}");
    }
    for lamp in Freshness::ALL {
        assert!(rows.iter().any(|row| row.heard.lamp == *lamp), "{lamp}");
    }
    for kind in DueKind::ALL {
        assert!(rows.iter().any(|row| row.due.kind == *kind), "{kind}");
    }
    let summit = dossier.find(Noun::Meeting, "New York").unwrap();
    let review = dossier.review(ReviewFrame::Meeting { id: summit }).unwrap();
    assert_eq!(review.level, Some(Level::Summit));
    assert_eq!(review.who, "Narendra Modi and Barack Obama");
    let total = review.total;
    assert_eq!((total.overdue, total.blocked, total.open), (2, 1, 16));
    assert!(total.due_before >= 2 && total.stale >= 3 && total.on_course >= 1, "{total:?}");
    let open = CommitmentQuery { frame: Some(ReviewFrame::Meeting { id: summit }), ..CommitmentQuery::open() };
    let rows = dossier.commitments(&open).unwrap().rows;
    // No meeting of the public facts was cancelled.
    for exception in Exception::ALL.iter().filter(|what| **what != Exception::Cancelled) {
        assert!(rows.iter().any(|row| row.exceptions.contains(exception)), "{exception}");
    }
    assert!(rows.iter().any(|row| row.due.slips == 1 && row.due.overdue));
    assert!(rows.iter().any(|row| row.their_status.is_some_and(|theirs| theirs != row.status)));
    assert!(!dossier.today().unwrap().drafts.is_empty());
}

#[test]
fn a_promise_can_be_followed_from_the_visit_to_the_memorandum_and_on_to_2015() {
    let (_folder, dossier) = sample();
    let get = |reference: &str| dossier.commitment(dossier.find(Noun::Commitment, reference).unwrap()).unwrap();
    let promised = get("CYB-2011-001");
    assert_eq!(promised.row.status, Status::Fulfilled);
    assert!(promised.meeting.unwrap().name.contains("Napolitano"));
    assert_eq!(
        promised.closing.unwrap().text.unwrap().name,
        "Memorandum of understanding on cyber security, CERT-In and US-CERT"
    );
    assert!(promised.links.iter().any(|link| link.label == "is needed by" && link.other.r#ref == "CYB-2011-003"));
    let reaffirmed = get("CYB-2011-003");
    assert!(reaffirmed.links.iter().any(|link| link.label == "is reaffirmed by" && link.other.r#ref == "CYB-2015-001"));
    assert_eq!(reaffirmed.row.raised.unwrap().meeting.name, "4th Cyber Dialogue");
    for row in all(&dossier) {
        assert!(get(&row.r#ref).passage.is_some(), "{} has no passage", row.r#ref);
    }
}

#[test]
fn its_instruments_say_what_the_reports_say_and_no_more() {
    let (_folder, dossier) = sample();
    let get = |reference: &str| dossier.instrument(dossier.find(Noun::Instrument, reference).unwrap()).unwrap();
    let rows = dossier.instruments(&InstrumentQuery::all()).unwrap().rows;
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Memorandum of understanding on cyber security, CERT-In and US-CERT",
            "Counter-Terrorism Cooperation Initiative",
            "Joint statement of the fourth Cyber Dialogue"
        ]
    );
    let memorandum = get("INS-2011-001");
    assert_eq!((memorandum.row.stage, memorandum.row.effect), (Stage::Operative, LegalEffect::NotBinding));
    let signed: Vec<String> =
        memorandum.acts.iter().map(|act| format!("{} {}", act.person.as_ref().unwrap().name, act.when)).collect();
    assert_eq!(signed, ["R. Chandrashekhar 19 Jul 2011", "Jane Holl Lute 19 Jul 2011"]);
    assert_eq!(memorandum.delivers[0].commitment.r#ref, "CYB-2011-001");
    let made: Vec<&str> = memorandum.commitments.iter().map(|row| row.r#ref.as_str()).collect();
    assert_eq!(made, ["CYB-2011-002", "CYB-2011-003"]);
    assert!(memorandum.texts[0].commitments == 2 && !memorandum.texts[0].authentic);
    // Its term is none of the reports', and says so; before it was added, none was stated.
    assert!(memorandum.note.contains("Illustrative: the term, its renewal and the notice."));
    assert_eq!(memorandum.reckoned.term_why, "Term ends 18 Jul 2016: five years from signature.");
    let today = dossier.today().unwrap();
    assert_eq!(today.notices.iter().map(|row| row.r#ref.as_str()).collect::<Vec<_>>(), ["INS-2011-001"]);

    let initiative = get("INS-2011-002");
    assert_eq!((initiative.row.signed.as_str(), initiative.row.stage), ("before 1 Jul 2011", Stage::Operative));
    assert!(initiative.acts.iter().all(|act| act.person.is_none() && act.place.is_empty()));
    let statement = get("INS-2015-001");
    assert_eq!(statement.acts[0].kind, InstrumentActKind::Adoption);
    assert_eq!((statement.acts[0].when.as_str(), statement.acts[0].place.as_str()), ("14 Aug 2015", ""));
    for view in [initiative, statement] {
        assert_eq!(view.row.effect, LegalEffect::NotStated);
        assert_eq!((view.entry.clause, view.term.kind), (EntryClause::NotStated, TermKind::NotStated));
        assert_eq!((view.languages.len(), view.depositary.as_str(), view.holder), (0, "", None));
    }
}

#[test]
fn as_of_2012_it_shows_what_was_known_then() {
    let (_folder, dossier) = sample();
    let query = CommitmentQuery { sort: Sort::Ref, ..CommitmentQuery::all() };
    let rows = dossier.commitments_as_of(day(2012, 1, 1), &query).unwrap().rows;
    let refs: Vec<&str> = rows.iter().map(|row| row.r#ref.as_str()).collect();
    assert_eq!(
        refs,
        [
            "CLI-2011-001",
            "CLI-2011-002",
            "CLI-2011-003",
            "CLI-2011-004",
            "CT-2011-001",
            "CT-2011-002",
            "CT-2011-003",
            "CYB-2011-001",
            "CYB-2011-002",
            "CYB-2011-003"
        ]
    );
    let initiative = rows.iter().find(|row| row.r#ref == "CT-2011-001").unwrap();
    assert_eq!((initiative.due.kind, initiative.due.slips), (DueKind::None, 0));
    let before = dossier.commitments_as_of(day(2011, 6, 1), &query).unwrap().rows;
    assert_eq!(before.len(), 1);
    assert_eq!(before[0].status, Status::NotStarted);
}

#[test]
fn meetings_are_numbered_and_dated_only_as_the_reports_say() {
    let (_folder, dossier) = sample();
    let meetings = dossier.meetings().unwrap();
    let get = |words: &str| meetings.iter().find(|meeting| meeting.title.contains(words)).unwrap();
    assert_eq!(get("Napolitano").when, "May 2011");
    assert_eq!(get("Napolitano").ordinal, None);
    assert_eq!(get("Ministerial meeting on climate").ordinal, None);
    assert_eq!(get("4th Cyber Dialogue").ordinal, Some(4));
    assert_eq!(get("2nd Strategic Dialogue").when, "19 Jul 2011");
    assert_eq!(get("New York").state, MeetingState::Planned);
}

#[test]
fn the_same_sample_is_made_every_time() {
    let (_one, first) = sample();
    let (_other, second) = sample();
    assert_eq!(all(&first), all(&second));
}

#[test]
fn the_review_before_new_york_has_begun() {
    let (_folder, dossier) = sample();
    let summit = dossier.find(Noun::Meeting, "New York").unwrap();
    let decisions = dossier.review(ReviewFrame::Meeting { id: summit }).unwrap().decisions.unwrap();
    assert_eq!((decisions.decided, decisions.exceptions, decisions.to_confirm), (2, 2, 2));
    let meeting = dossier.meeting(summit).unwrap();
    assert!(meeting.decisions.iter().any(|row| row.decision.level == Some(Level::Summit)), "one is escalated");
    assert_eq!(meeting.agenda.len(), 2, "both stand on the agenda");
}

#[test]
fn the_lineage_of_the_memorandum_is_the_story_of_the_sample() {
    let (_folder, dossier) = sample();
    let memorandum = dossier.find(Noun::Instrument, "INS-2011-001").unwrap();
    let lineage = dossier.lineage(Noun::Instrument, memorandum).unwrap();
    let name = |at: u32| {
        let node = &lineage.nodes[at as usize];
        if node.r#ref.is_empty() { node.title.clone() } else { node.r#ref.clone() }
    };
    let edges: Vec<String> =
        lineage.edges.iter().map(|edge| format!("{} {} {}", name(edge.from), edge.words, name(edge.to))).collect();
    let visit = "Visit of Secretary Napolitano and launch of the Homeland Security Dialogue";
    for edge in [
        &format!("{visit} issued Visit of May 2011"),
        "Visit of May 2011 origin of CYB-2011-001",
        "CYB-2011-001 delivered by, shown by INS-2011-001",
        "INS-2011-001 origin of CYB-2011-002",
        "INS-2011-001 origin of CYB-2011-003",
        "CYB-2011-003 reaffirmed by CYB-2015-001",
        "CYB-2011-003 raised at 4th Cyber Dialogue",
        "4th Cyber Dialogue signed INS-2015-001",
        "INS-2015-001 origin of CYB-2015-001",
    ] {
        assert!(edges.iter().any(|found| found == edge), "{edge} is not among {edges:#?}");
    }
    let whens: Vec<&str> = lineage.nodes.iter().map(|node| node.when.as_str()).collect();
    assert!(whens.starts_with(&["May 2011"; 3]) && whens.ends_with(&["14 Aug 2015"; 3]), "{whens:?}");
    assert_eq!(lineage.left_out, 0);
}
