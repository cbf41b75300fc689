//! What the reports do not say and the sample adds, so that every lamp and list has something to show. Each entry says
//! “Illustrative”; this file and the notes of commitments and instruments hold all of it.

use super::{Desk, day};
use crate::{
    Result,
    clock::Day,
    vocabulary::{DecisionKind, Noun, PeriodUnit, Renewal, Status, TermKind},
    wire::{
        BriefPlan, DecisionDraft, DueDateDraft, DueDraft, FollowUpDraft, FreePart, InstrumentDraft,
        InstrumentPartyDraft, InstrumentPartyView, Period, Seen, StatusDraft, TermRule,
    },
};

/// Between 2011 and the round of 2015.
pub(super) fn years_between(desk: &Desk) -> Result<()> {
    desk.on(day(2014, 1, 10));
    due(
        desk,
        "CT-2011-001",
        DueDraft::Day { on: day(2014, 12, 31) },
        "Illustrative: a day for the first stocktaking under the initiative.",
    )?;
    desk.on(day(2015, 1, 12));
    due(
        desk,
        "CT-2011-001",
        DueDraft::Day { on: day(2015, 6, 30) },
        "Illustrative: the experts on border management could not meet in 2014.",
    )?;
    term(desk)?;
    follow_up(
        desk,
        &["CT-2011-001"],
        day(2015, 3, 2),
        &Heard {
            reported_by: "MHA",
            note: "Illustrative: the stocktaking is written for three of the four fields; border management is missing.",
            our_status: Some(Status::InProgress),
            next_step: "Ask DHS for a date",
            next_step_due: Some(day(2015, 4, 15)),
            ..Heard::default()
        },
    )?;
    follow_up(
        desk,
        &["CT-2011-002"],
        day(2015, 6, 25),
        &Heard {
            reported_by: "US Embassy",
            note: "Illustrative: the United States holds that its support has been given; MHA still awaits part of it.",
            our_status: Some(Status::InProgress),
            their_status: Some(Status::Delivered),
            ..Heard::default()
        },
    )?;
    follow_up(
        desk,
        &["CYB-2011-002"],
        day(2015, 6, 30),
        &Heard {
            reported_by: "CERT-In",
            note: "Illustrative: the practices are in use on our side; US-CERT has been asked to confirm.",
            our_status: Some(Status::Delivered),
            their_status: Some(Status::InProgress),
            ..Heard::default()
        },
    )?;
    follow_up(
        desk,
        &["CLI-2011-004"],
        day(2015, 8, 3),
        &Heard {
            reported_by: "MoEF",
            note: "Illustrative: set aside, since the conference it was meant for is long past.",
            our_status: Some(Status::Suspended),
            ..Heard::default()
        },
    )
}

/// Between the round of 2015 and the day of the dossier.
pub(super) fn days_before(desk: &Desk) -> Result<()> {
    follow_up(
        desk,
        &["CYB-2015-001", "CYB-2015-007"],
        day(2015, 8, 18),
        &Heard {
            reported_by: "NSCS",
            note: "Illustrative: the ministries concerned were asked what can be announced in New York.",
            next_step: "Collect the answers",
            next_step_due: Some(day(2015, 9, 4)),
            ..Heard::default()
        },
    )?;
    due(
        desk,
        "CYB-2011-003",
        DueDraft::Recurring { months: 6, on: day(2015, 10, 1) },
        "Illustrative: CERT-In takes stock every half-year.",
    )?;
    follow_up(
        desk,
        &["CYB-2015-002", "CYB-2015-003"],
        day(2015, 8, 19),
        &Heard {
            reported_by: "CERT-In",
            note: "Illustrative: a first list of subjects is being drawn up.",
            ..Heard::default()
        },
    )?;
    follow_up(
        desk,
        &["CYB-2015-004"],
        day(2015, 8, 19),
        &Heard {
            reported_by: "MHA",
            note: "Illustrative: a contact point has been named on our side.",
            our_status: Some(Status::InProgress),
            their_status: Some(Status::NotStarted),
            ..Heard::default()
        },
    )?;
    desk.on(day(2015, 8, 20));
    desk.dossier.set_status(&StatusDraft {
        commitments: desk.seen(&["CYB-2015-006"])?,
        status: None,
        their_status: None,
        blocked: Some(true),
        blocked_reason: "Illustrative: it is still open which ministry speaks for us.".into(),
        on: None,
        evidence: String::new(),
        evidence_text: None,
        evidence_follow_up: None,
        evidence_instrument: None,
    })?;
    decide(desk, "CYB-2015-007", DecisionKind::Announce, "Illustrative: the ministries have begun to answer.")?;
    decide(
        desk,
        "CT-2011-001",
        DecisionKind::Escalate,
        "Illustrative: border management has waited for four years; only the leaders can name a date.",
    )?;
    plan(desk)
}

/// What both sides want in New York, and the line for the press: each drawn from what the reports say of 2011 and 2015.
fn plan(desk: &Desk) -> Result<()> {
    let free = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|line| format!("Illustrative: {line}")).collect();
        FreePart { text: lines.join("\n"), marking: Vec::new() }
    };
    let plan = BriefPlan {
        our_objectives: free(&[
            "agree a day for the stocktaking under the Counter-Terrorism Cooperation Initiative, border management included.",
            "have the leaders welcome the fourth Cyber Dialogue, and name the activities that are to follow it.",
            "learn when US-CERT will confirm that the practices for exchanging cyber security information are in use.",
        ]),
        their_objectives: free(&[
            "have it noted that the support promised in 2011 for the safety of cities and citizens has been given.",
            "build on what India has said for the multi-stakeholder model of internet governance.",
        ]),
        press_line: free(&[
            "India and the United States work together so that networks grow safer and the digital economy can thrive. \
             The fourth Cyber Dialogue has shown where more can be done, and both sides are following it up.",
        ]),
        ..BriefPlan::default()
    };
    desk.dossier.save_brief_plan(desk.id(Noun::Meeting, "New York")?, &plan, None).map(|_| ())
}

/// What is proposed for the leaders' meeting.
fn decide(desk: &Desk, reference: &str, kind: DecisionKind, remark: &str) -> Result<()> {
    let draft = DecisionDraft {
        meeting: desk.id(Noun::Meeting, "New York")?,
        commitments: vec![Seen { id: desk.id(Noun::Commitment, reference)?, revision: 0 }],
        kind,
        remark: remark.into(),
        level: None,
        to_meeting: None,
    };
    desk.dossier.decide(&draft).map(|_| ())
}

/// The reports state no term of the memorandum; this one lets its day for notice come up.
fn term(desk: &Desk) -> Result<()> {
    let view = desk.dossier.instrument(desk.id(Noun::Instrument, "INS-2011-001")?)?;
    let period = |length: i32, unit: PeriodUnit| Some(Period { length, unit });
    let party = |party: InstrumentPartyView| InstrumentPartyDraft {
        party: party.party.id,
        effect: party.effect,
        body: party.body.map(|body| body.id),
        implementing: party.implementing.iter().map(|body| body.id).collect(),
    };
    desk.dossier.save_instrument(&InstrumentDraft {
        id: Some(view.row.id),
        revision: view.row.revision,
        title: view.row.title,
        short_title: view.row.short_title,
        kind: view.row.kind,
        stage: None,
        stage_since: None,
        parties: view.parties.into_iter().map(party).collect(),
        dialogue: view.dialogue.map(|dialogue| dialogue.id),
        tracks: view.row.tracks.iter().map(|track| track.id).collect(),
        languages: Vec::new(),
        authentic: Vec::new(),
        prevailing: String::new(),
        depositary: String::new(),
        holder: None,
        holder_note: String::new(),
        entry: view.entry,
        term: TermRule {
            kind: TermKind::Period,
            length: period(5, PeriodUnit::Years),
            renewal: Renewal::Tacit,
            notice: period(9, PeriodUnit::Months),
            ..TermRule::not_stated()
        },
        note: format!("{} Illustrative: the term, its renewal and the notice.", view.note),
        marking: Vec::new(),
        acts: Vec::new(),
    })?;
    desk.dossier.save_follow_up(&FollowUpDraft {
        id: None,
        revision: 0,
        commitments: Vec::new(),
        instrument: Some(view.row.id),
        day: Some(day(2015, 1, 12)),
        reported_by: "CERT-In".into(),
        note: "Illustrative: CERT-In has no wish to change the memorandum when its first term ends.".into(),
        our_status: None,
        their_status: None,
        next_step: "Ask US-CERT".into(),
        next_step_due: None,
        evidence: String::new(),
        agenda_item: None,
        marking: Vec::new(),
    })?;
    Ok(())
}

/// What a follow-up says.
#[derive(Default)]
struct Heard {
    reported_by: &'static str,
    note: &'static str,
    our_status: Option<Status>,
    their_status: Option<Status>,
    next_step: &'static str,
    next_step_due: Option<Day>,
}

/// Enters a follow-up on the day it was given.
fn follow_up(desk: &Desk, references: &[&str], on: Day, heard: &Heard) -> Result<()> {
    desk.on(on);
    desk.dossier.save_follow_up(&FollowUpDraft {
        id: None,
        revision: 0,
        commitments: desk.seen(references)?.iter().map(|seen| seen.id).collect(),
        instrument: None,
        day: Some(on),
        reported_by: heard.reported_by.into(),
        note: heard.note.into(),
        our_status: heard.our_status,
        their_status: heard.their_status,
        next_step: heard.next_step.into(),
        next_step_due: heard.next_step_due,
        evidence: String::new(),
        agenda_item: None,
        marking: Vec::new(),
    })?;
    Ok(())
}

fn due(desk: &Desk, reference: &str, due: DueDraft, reason: &str) -> Result<()> {
    let change = DueDateDraft { commitments: desk.seen(&[reference])?, due, reason: reason.into(), with_event: false };
    desk.dossier.set_due_date(&change).map(|_| ())
}
