//! What a paper does not say, although the register knows it or knows of nothing: to the other side, to a limited reader.

use rapporteur_core::{
    brief::Paper,
    id::Id,
    vocabulary::{MeetingState, OwnerRole, PaperKind, Status},
    wire::{
        BriefPlan, CommitmentDraft, CommitmentQuery, FollowUpDraft, FreePart, OwnerDraft, PaperRequest, Reader,
        StatusDraft,
    },
};

use super::{label, reader};
use crate::ground::{Ground, day, follow_up, lead, meeting, refusal};

fn words(paper: &Paper) -> String {
    serde_json::to_string(paper).unwrap()
}

/// A commitment on which both sides reported, blocked for a reason of ours.
fn reported(ground: &Ground) -> Id {
    let d = &ground.dossier;
    let counterpart = OwnerDraft { role: OwnerRole::Counterpart, body: Some(ground.theirs), person: None };
    let draft = CommitmentDraft {
        owners: vec![lead(ground.agency), counterpart],
        ..ground.promise("Share quarterly threat reports")
    };
    let id = d.save_commitment(&draft).unwrap().output;
    for (by, on, note, next) in [
        ("SCERT", "2015-06-01", "The first report was sent.", "Ask them for the second, gently"),
        ("CSA", "2015-07-01", "They are slow and we doubt them.", "Press Sudland"),
        ("MFA", "2015-07-02", "The embassy hears the same.", ""),
    ] {
        let draft = FollowUpDraft { reported_by: by.into(), next_step: next.into(), ..follow_up(vec![id], on, note) };
        d.save_follow_up(&draft).unwrap();
    }
    let blocked = StatusDraft {
        status: None,
        blocked: Some(true),
        blocked_reason: "The two ministries of ours disagree.".into(),
        ..ground.status(id, Status::InProgress)
    };
    d.set_status(&blocked).unwrap();
    id
}

#[test]
fn a_sheet_for_the_other_side_holds_what_they_said_and_nothing_we_keep_to_ourselves() {
    let ground = Ground::new();
    reported(&ground);
    let sheet = |body: Id| {
        let request = PaperRequest { body: Some(body), ..PaperRequest::of(PaperKind::Chaser) };
        words(&ground.dossier.paper(&request).unwrap())
    };
    let theirs = sheet(ground.theirs);
    assert!(theirs.contains("The first report was sent."), "their own reply: {theirs}");
    for ours in ["gently", "slow", "Press Sudland", "embassy", "disagree", "blocked"] {
        assert!(!theirs.contains(ours), "{ours} is ours alone: {theirs}");
    }
    let own = sheet(ground.agency);
    assert!(own.contains("They are slow and we doubt them.") && own.contains("Press Sudland"), "{own}");
    assert!(own.contains("disagree"), "what blocks it is for our own side to release: {own}");
    assert!(!own.contains("embassy") && !own.contains("first report"), "the reply of others is not theirs: {own}");
}

#[test]
fn a_sheet_names_the_day_by_which_replies_are_asked_for() {
    let ground = Ground::new();
    reported(&ground);
    let sheet = |reply_by| {
        let request = PaperRequest { body: Some(ground.agency), reply_by, ..PaperRequest::of(PaperKind::Chaser) };
        words(&ground.dossier.paper(&request).unwrap())
    };
    let asked = sheet(Some(day("2015-09-03")));
    assert!(asked.contains("Please reply by 3 Sep 2015") && asked.contains("Reply by"), "{asked}");
    assert!(!sheet(None).contains("eply by"));
}

#[test]
fn a_limited_reader_is_told_of_no_absence() {
    let ground = Ground::new();
    let d = &ground.dossier;
    let id = ground.commitment("Name a point of contact");
    let secret = label(d, "Secret");
    d.save_follow_up(&FollowUpDraft { marking: vec![secret], ..follow_up(vec![id], "2015-07-01", "Named.") }).unwrap();
    let coming = rapporteur_core::wire::MeetingDraft {
        state: MeetingState::Planned,
        ..meeting(Some(ground.dialogue), "", "2015-10-01")
    };
    let coming = d.save_meeting(&coming).unwrap().output;
    let free = FreePart { text: "No comment on the arrests.".into(), marking: vec![secret] };
    d.save_brief_plan(coming, &BriefPlan { press_line: free, ..BriefPlan::default() }, None).unwrap();
    let brief = |reader: Reader| {
        let request = PaperRequest { meeting: Some(coming), reader, ..PaperRequest::of(PaperKind::Brief) };
        words(&d.paper(&request).unwrap())
    };
    let limited = brief(reader(d, &["Restricted"]));
    for untrue in ["No press line", "Nothing heard so far", "Nothing has been reported", "no decision", "No meeting"] {
        assert!(!limited.contains(untrue), "{untrue}: {limited}");
    }
    assert!(limited.contains("Nothing that this reader may see."), "{limited}");
    assert!(limited.contains("What is said and counted here is what its readers may see."), "{limited}");
    let whole = brief(Reader::default());
    assert!(whole.contains("No comment on the arrests.") && whole.contains("no decision"), "{whole}");
    let nothing = CommitmentQuery { words: "ref:ZZZ".into(), ..CommitmentQuery::all() };
    let list = |reader| {
        let request = PaperRequest { query: Some(nothing.clone()), reader, ..PaperRequest::of(PaperKind::Matrix) };
        words(&d.paper(&request).unwrap())
    };
    assert!(list(Reader::default()).contains("The list holds no commitment."));
    assert!(!list(reader(d, &["Restricted"])).contains("holds no commitment"));
}

#[test]
fn what_has_not_taken_place_has_no_outcome() {
    let ground = Ground::new();
    let draft = rapporteur_core::wire::MeetingDraft {
        state: MeetingState::Planned,
        ..meeting(Some(ground.dialogue), "", "2015-10-01")
    };
    let coming = ground.dossier.save_meeting(&draft).unwrap().output;
    let outcome = |meeting| {
        ground.dossier.paper(&PaperRequest { meeting: Some(meeting), ..PaperRequest::of(PaperKind::Outcome) })
    };
    let said = refusal(outcome(coming));
    assert!(said.contains("has not taken place yet"), "{said}");
    outcome(ground.round("2015-08-01")).unwrap();
}
