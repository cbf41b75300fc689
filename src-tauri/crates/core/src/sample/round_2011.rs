//! The second Strategic Dialogue, 19 July 2011, and the Counter-Terrorism Cooperation Initiative recalled there.

use super::{
    Desk, day,
    entries::{counterpart, head, lead, outcome, point, some, text, unnamed},
    visit_2011::SOURCE,
};
use crate::{
    Result,
    error::Error,
    id::Id,
    vocabulary::{
        Bound, Dated, InstrumentActKind, InstrumentType, LegalEffect, Noun, OwnerRole, Status, Strength, TextKind,
    },
    wire::{
        CommitmentDraft, DueDraft, EntryRule, InstrumentActDraft, InstrumentDraft, InstrumentPartyDraft, OwnerDraft,
        PassageDraft, TermRule, TextDraft,
        log::{AgendaLog, AttendanceLog, DueLog, MeetingLog, OutcomeLog},
    },
};

const INITIATIVE: &str = "\
What is known of the initiative, in our own words. The instrument itself is not in this dossier.

India and the United States signed it before July 2011; on which day is not stated. In it they undertake to do more \
together in four fields: the investigation of crimes, law enforcement, the management of borders, and cyber security.

The Secretary of State recalled it at the second Strategic Dialogue, on 19 July 2011.";

const UNDERTAKING: &str = "they undertake to do more together in four fields: the investigation of crimes, law enforcement, the management of borders, and cyber security";

const ROUND: &str = "\
The Strategic Dialogue met for the second time on 19 July 2011, at Hyderabad House in New Delhi. S. M. Krishna, External \
Affairs Minister, and Hillary Clinton, Secretary of State, led the delegations; hers had 25 members.

At the opening the Secretary offered her condolences for the attack in Mumbai of 13 July. The United States will help \
the Government of India to keep its cities and its citizens from coming to harm again.

The Secretary asked more of the dialogue than talk. Each government should take definite measures, fitted to those of \
the other.

She recalled the Counter-Terrorism Cooperation Initiative that the two countries had signed.";

pub(super) fn enter(desk: &Desk) -> Result<()> {
    initiative(desk)?;
    desk.dossier.log_meeting(&MeetingLog {
        dialogue: some("Strategic Dialogue"),
        ordinal: Some(2),
        begins_on: Some(day(2011, 7, 19)),
        place: "Hyderabad House, New Delhi".into(),
        host: some("IN"),
        attendance: vec![
            head("S. M. Krishna"),
            head("Hillary Clinton"),
            AttendanceLog { size: Some(25), ..unnamed("US", "Delegation of the United States") },
        ],
        agenda: vec![
            AgendaLog {
                commitments: vec!["CT-2011-001".into()],
                ..point(
                    "CT",
                    "Homeland security and counter-terrorism",
                    "",
                    "Ranked homeland security high, and as a field where the two countries grow closer.",
                )
            },
            point(
                "CT",
                "Safe havens",
                "",
                "No terrorist may find a refuge, wherever it be. Terrorism threatens Pakistan too, which has to act by itself.",
            ),
            point(
                "REG",
                "Afghanistan",
                "Before the United States leaves, it has to weigh how things stand on the ground, so that Afghanistan can defend itself against the Taliban; and to work closely with its President. Said to the press after the round.",
                "",
            ),
        ],
        record: "Positions on counter-terrorism, safe havens and Afghanistan stand under the points of the agenda. What the two sides said beyond them is not in the reports.".into(),
        is_final: true,
        texts: vec![text("Second Strategic Dialogue", SOURCE, ROUND)],
        outcomes: vec![
            OutcomeLog {
                bound: Some(Bound::Partner),
                owners: vec![lead("MHA"), counterpart("DHS")],
                due: Some(DueLog::Ongoing),
                note: "Illustrative: the owners.".into(),
                ..outcome(
                    "CT",
                    "Support to India in protecting its cities and citizens",
                    "The United States will help the Government of India to keep its cities and its citizens from coming to harm again.",
                )
            },
            OutcomeLog {
                strength: Some(Strength::Intent),
                owners: vec![lead("MEA"), counterpart("State")],
                ..outcome(
                    "CT",
                    "Definite and matching steps by each government",
                    "Each government should take definite measures, fitted to those of the other.",
                )
            },
        ],
        ..MeetingLog::default()
    })?;
    Ok(())
}

/// Signed by both before July 2011; who signed, where, and whether it binds, is not stated.
fn initiative_draft(desk: &Desk) -> Result<InstrumentDraft> {
    let (home, partner) = (desk.id(Noun::Party, "IN")?, desk.id(Noun::Party, "US")?);
    let party = |party: Id| InstrumentPartyDraft {
        party,
        effect: LegalEffect::NotStated,
        body: None,
        implementing: Vec::new(),
    };
    let signed = |party: Id| InstrumentActDraft {
        id: None,
        revision: 0,
        instrument: None,
        kind: InstrumentActKind::Signature,
        party: Some(party),
        on: Some(day(2011, 7, 1)),
        dated: Dated::Before,
        place: String::new(),
        person: None,
        name: String::new(),
        post: String::new(),
        meeting: None,
        effective_on: None,
        until_on: None,
        note: String::new(),
    };
    Ok(InstrumentDraft {
        id: None,
        revision: 0,
        title: "Counter-Terrorism Cooperation Initiative".into(),
        short_title: String::new(),
        kind: InstrumentType::Initiative,
        stage: None,
        stage_since: None,
        parties: vec![party(home), party(partner)],
        dialogue: None,
        tracks: vec![desk.id(Noun::Track, "CT")?],
        languages: Vec::new(),
        authentic: Vec::new(),
        prevailing: String::new(),
        depositary: String::new(),
        holder: None,
        holder_note: String::new(),
        entry: EntryRule::not_stated(),
        term: TermRule::not_stated(),
        note: "Covers the investigation of crimes, law enforcement, border management and cyber security.".into(),
        marking: Vec::new(),
        acts: vec![signed(home), signed(partner)],
    })
}

/// The initiative was signed on a day and at a meeting unknown: its text and its commitment stand by themselves.
fn initiative(desk: &Desk) -> Result<()> {
    let instrument = desk.dossier.save_instrument(&initiative_draft(desk)?)?.output;
    let text = desk
        .dossier
        .save_text(&TextDraft {
            id: None,
            revision: 0,
            meeting: None,
            instrument: Some(instrument),
            authentic: false,
            side_letter: false,
            title: "Counter-Terrorism Cooperation Initiative".into(),
            kind: TextKind::InstrumentText,
            language: "en".into(),
            dated_on: None,
            source: SOURCE.into(),
            body: INITIATIVE.into(),
            marking: Vec::new(),
        })?
        .output;
    let start = INITIATIVE
        .find(UNDERTAKING)
        .and_then(|at| u32::try_from(INITIATIVE[..at].chars().count()).ok())
        .ok_or_else(|| Error::NotFound("The undertaking does not stand in the initiative.".into()))?;
    let length = u32::try_from(UNDERTAKING.chars().count()).unwrap_or_default();
    let owner = |role: OwnerRole, body: &str| -> Result<OwnerDraft> {
        Ok(OwnerDraft { role, body: Some(desk.id(Noun::Body, body)?), person: None })
    };
    desk.dossier.save_commitment(&CommitmentDraft {
        id: None,
        revision: 0,
        title: "Cooperation on crime, law enforcement, borders and cyber security".into(),
        wording: String::new(),
        track: desk.id(Noun::Track, "CT")?,
        bound: Bound::Both,
        bound_parties: Vec::new(),
        strength: Strength::Firm,
        meeting: None,
        instrument: None,
        passage: Some(PassageDraft { text, start, end: start + length }),
        made_on: None,
        owners: vec![owner(OwnerRole::Lead, "MHA")?, owner(OwnerRole::Counterpart, "DHS")?],
        due: DueDraft::None,
        status: Status::InProgress,
        score: None,
        note: "Made on a day before July 2011 that is not stated. Illustrative: the owners and the due date.".into(),
        marking: Vec::new(),
    })?;
    Ok(())
}
