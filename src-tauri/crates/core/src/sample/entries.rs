//! Short forms for the entries of the sample, so that its other files read as lists of facts.

use crate::{
    vocabulary::{AttendanceRole, LegalEffect, LinkKind, OwnerRole},
    wire::log::{
        AgendaLog, AttendanceLog, InstrumentActLog, InstrumentPartyLog, LinkLog, OutcomeLog, OwnerLog, TextLog,
    },
};

pub(super) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A commitment taken from words of the meeting's text.
pub(super) fn outcome(track: &str, title: &str, quote: &str) -> OutcomeLog {
    OutcomeLog { title: title.into(), quote: some(quote), track: some(track), ..OutcomeLog::default() }
}

pub(super) fn lead(body: &str) -> OwnerLog {
    owner(OwnerRole::Lead, body)
}

pub(super) fn supporting(body: &str) -> OwnerLog {
    owner(OwnerRole::Supporting, body)
}

pub(super) fn counterpart(body: &str) -> OwnerLog {
    owner(OwnerRole::Counterpart, body)
}

fn owner(role: OwnerRole, body: &str) -> OwnerLog {
    OwnerLog { role, body: some(body), person: None }
}

pub(super) fn link(kind: LinkKind, commitment: &str) -> LinkLog {
    LinkLog { kind, commitment: commitment.into() }
}

/// A person who led a delegation or stood alone for a side.
pub(super) fn head(person: &str) -> AttendanceLog {
    AttendanceLog { person: some(person), role: Some(AttendanceRole::Head), ..AttendanceLog::default() }
}

pub(super) fn member(person: &str) -> AttendanceLog {
    AttendanceLog { person: some(person), ..AttendanceLog::default() }
}

/// People of whom the reports give no names.
pub(super) fn unnamed(party: &str, who: &str) -> AttendanceLog {
    AttendanceLog { party: some(party), name: who.into(), ..AttendanceLog::default() }
}

/// A party to an instrument, what it holds of the legal effect where that is stated, and who carries it out.
pub(super) fn party(code: &str, effect: Option<LegalEffect>, implementing: &[&str]) -> InstrumentPartyLog {
    InstrumentPartyLog {
        party: code.into(),
        effect,
        body: None,
        implementing: implementing.iter().map(|name| (*name).to_owned()).collect(),
    }
}

/// Who signed.
pub(super) fn signed_by(person: &str) -> InstrumentActLog {
    InstrumentActLog { person: some(person), ..InstrumentActLog::default() }
}

/// A point that was talked about, with what the reports say each side said.
pub(super) fn point(track: &str, title: &str, home_said: &str, partner_said: &str) -> AgendaLog {
    AgendaLog {
        title: title.into(),
        track: some(track),
        home_said: home_said.into(),
        partner_said: partner_said.into(),
        commitments: Vec::new(),
    }
}

pub(super) fn text(title: &str, source: &str, body: &str) -> TextLog {
    TextLog {
        title: title.into(),
        kind: Some(crate::vocabulary::TextKind::Other),
        language: "en".into(),
        dated_on: None,
        source: source.into(),
        body: body.into(),
        ..TextLog::default()
    }
}
