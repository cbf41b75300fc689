//! From the promise of a memorandum, in May 2011, to its signing on 19 July 2011: the lineage to follow.

use super::{
    Desk, day, dialogues,
    entries::{counterpart, head, lead, link, outcome, party, signed_by, some, text, unnamed},
    people,
};
use crate::{
    Result,
    vocabulary::{DayPrecision, InstrumentType, LegalEffect, Level, LinkKind, Noun, Status, TextKind},
    wire::{
        StatusDraft,
        log::{DueLog, InstrumentLog, MeetingLog, OutcomeLog, TextLog},
    },
};

/// What the texts of 2011 are taken from.
pub(super) const SOURCE: &str = "Summary in our own words, after a press report of July 2011";

const VISIT: &str = "\
In May 2011 the United States Secretary of Homeland Security, Janet Napolitano, came to New Delhi. Together with the \
Home Minister, P. Chidambaram, she opened a Homeland Security Dialogue, the first between the two countries to take in \
the whole of that field.

During the visit the two sides agreed to draw up a memorandum on cyber security and to begin negotiating its \
arrangements, which are not to bind in law.

On which day of May this was is not stated.";

/// Title of the memorandum's text, by which later entries find it.
const MEMORANDUM: &str = "Memorandum of understanding on cyber security, CERT-In and US-CERT";

const MEMORANDUM_BODY: &str = "\
What is known of the memorandum, in our own words. The instrument itself is not in this dossier.

It was signed on 19 July 2011 in New Delhi: for India by R. Chandrashekhar, Secretary of the Department of Information \
Technology; for the United States by Jane Holl Lute, Deputy Secretary of Homeland Security. It does not bind in law.

CERT-In on the Indian side and US-CERT on the American side will lay down how critical knowledge and expertise on cyber \
security are best exchanged between the two governments.

Both governments undertake to work more closely with one another, and to let each other have information in good time, \
against crime by way of computer networks.

From now on the two governments, and those who work on cyber security in either country, can act in concert on \
technical and operational questions over a wide field.

The memorandum serves a pillar of the Strategic Dialogue: advancing global security and countering terrorism.";

pub(super) fn enter(desk: &Desk) -> Result<()> {
    desk.on(day(2011, 5, 31));
    people::enter(desk, people::MAY_2011, 2011)?;
    dialogues::homeland_security(desk)?;
    desk.dossier.log_meeting(&MeetingLog {
        dialogue: some("Homeland Security Dialogue"),
        numbered: Some(false),
        title: some("Visit of Secretary Napolitano and launch of the Homeland Security Dialogue"),
        begins_on: Some(day(2011, 5, 1)),
        precision: Some(DayPrecision::Month),
        place: "New Delhi".into(),
        host: some("IN"),
        attendance: vec![head("P. Chidambaram"), head("Janet Napolitano")],
        record: "The Homeland Security Dialogue was launched. A memorandum on cyber security is to be drawn up.".into(),
        is_final: true,
        texts: vec![text("Visit of May 2011", SOURCE, VISIT)],
        outcomes: vec![OutcomeLog {
            owners: vec![lead("DIT"), counterpart("DHS")],
            note: "Made in May 2011; the day is not stated. Owners are those who signed in July.".into(),
            ..outcome(
                "CYB",
                "Draw up a memorandum on cyber security",
                "the two sides agreed to draw up a memorandum on cyber security and to begin negotiating its arrangements, which are not to bind in law",
            )
        }],
        ..MeetingLog::default()
    })?;
    Ok(())
}

pub(super) fn signing(desk: &Desk) -> Result<()> {
    desk.on(day(2011, 7, 19));
    people::enter(desk, people::JULY_2011, 2011)?;
    desk.dossier.log_meeting(&MeetingLog {
        title: some("Signing of the memorandum on cyber security"),
        level: Some(Level::SeniorOfficials),
        begins_on: Some(day(2011, 7, 19)),
        place: "New Delhi".into(),
        attendance: vec![head("R. Chandrashekhar"), head("Jane Holl Lute")],
        record: "The memorandum promised in May was signed. The United States Embassy made it known.".into(),
        is_final: true,
        texts: vec![TextLog {
            kind: Some(TextKind::InstrumentText),
            instrument: Some(1),
            ..text(MEMORANDUM, SOURCE, MEMORANDUM_BODY)
        }],
        instruments: vec![InstrumentLog {
            title: MEMORANDUM.into(),
            short_title: "MoU on cyber security".into(),
            kind: Some(InstrumentType::MemorandumOfUnderstanding),
            parties: vec![
                party("IN", Some(LegalEffect::NotBinding), &["CERT-In"]),
                party("US", Some(LegalEffect::NotBinding), &["US-CERT"]),
            ],
            dialogue: some("Strategic Dialogue"),
            tracks: vec!["CYB".into()],
            acts: vec![signed_by("R. Chandrashekhar"), signed_by("Jane Holl Lute")],
            delivers: vec!["CYB-2011-001".into()],
            note: "Serves a pillar of the Strategic Dialogue: advancing global security and countering terrorism. Languages, depositary and the holder of the original are not stated.".into(),
            ..InstrumentLog::default()
        }],
        outcomes: vec![
            OutcomeLog {
                owners: vec![lead("CERT-In"), counterpart("US-CERT")],
                links: vec![link(LinkKind::DependsOn, "CYB-2011-001")],
                ..outcome(
                    "CYB",
                    "Best practices for exchanging critical cyber security information",
                    "CERT-In on the Indian side and US-CERT on the American side will lay down how critical knowledge and expertise on cyber security are best exchanged between the two governments.",
                )
            },
            OutcomeLog {
                owners: vec![lead("CERT-In"), counterpart("US-CERT")],
                due: Some(DueLog::Ongoing),
                links: vec![link(LinkKind::DependsOn, "CYB-2011-001")],
                ..outcome(
                    "CYB",
                    "Closer cooperation and information in good time",
                    "Both governments undertake to work more closely with one another, and to let each other have information in good time, against crime by way of computer networks.",
                )
            },
        ],
        ..MeetingLog::default()
    })?;
    desk.dossier.set_status(&StatusDraft {
        commitments: desk.seen(&["CYB-2011-001"])?,
        status: Some(Status::Fulfilled),
        their_status: None,
        blocked: None,
        blocked_reason: String::new(),
        on: Some(day(2011, 7, 19)),
        evidence: "The memorandum was signed in New Delhi on 19 Jul 2011.".into(),
        evidence_text: Some(desk.text(MEMORANDUM)?),
        evidence_follow_up: None,
        evidence_instrument: Some(desk.id(Noun::Instrument, "INS-2011-001")?),
    })?;
    desk.dossier.log_meeting(&MeetingLog {
        title: some("Kapil Sibal with United States security officials"),
        level: Some(Level::Ministerial),
        begins_on: Some(day(2011, 7, 19)),
        attendance: vec![head("Kapil Sibal"), unnamed("US", "Security officials")],
        record: "The Minister and the officials talked about cyber security, after the memorandum had been signed."
            .into(),
        is_final: true,
        note: "The reports state neither place nor names.".into(),
        ..MeetingLog::default()
    })?;
    Ok(())
}
