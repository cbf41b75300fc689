//! What is asked, as a condition on one row `s` of `standing`.
//!
//! Each condition looks at that row and at what hangs on it, by key: it is put to row after row, as a list goes along
//! its order. Where few rows can meet it, [`super::sets`] says which.

use super::{
    listing::{Values, Window},
    sets::nothing,
    standing::{NEVER, NO_DATE, bounded},
    words,
};
use crate::{
    id::Id,
    row::Column as _,
    search::{Ask, When},
    vocabulary::{Bound, Exception},
};

impl Window<'_> {
    /// The condition that a question comes to.
    pub(super) fn condition(&self, ask: &Ask, with: &mut Values) -> String {
        match ask {
            Ask::All(parts) if parts.is_empty() => "true".into(),
            Ask::All(parts) => self.joined(parts, " AND ", with),
            Ask::Any(parts) => self.joined(parts, " OR ", with),
            Ask::Not(part) => format!("NOT {}", self.condition(part, with)),
            Ask::Words(terms, owners) => {
                let words = words::holds(&with.text(words::all_of(terms)));
                if owners.is_empty() { words } else { format!("({words} OR {})", takes_part(owners, with)) }
            }
            Ask::Open(open) => format!("(s.is_open = {open})"),
            Ask::Overdue => self.exception(Exception::Overdue, with),
            Ask::Blocked => "(s.blocked = true)".into(),
            Ask::Stale => self.exception(Exception::Stale, with),
            Ask::Exception(what) => self.exception(*what, with),
            Ask::Excepted => self.excepted(with),
            Ask::Decided(meeting, decided) => {
                let not = if *decided { "" } else { "NOT " };
                let meeting = with.text(meeting.to_string());
                format!(
                    "({not}EXISTS (SELECT 1 FROM decision d WHERE d.meeting_id = {meeting} AND d.commitment_id = s.commitment_id))"
                )
            }
            Ask::Tracks(ids) => format!("s.track_id IN ({})", listed(ids, with)),
            Ask::Status(status) => format!("(s.status = {})", with.text(status.word())),
            Ask::Delivery(lamp) => format!("({})", self.delivery(*lamp, with)),
            Ask::Freshness(lamp) => format!("({})", self.freshness(*lamp, with)),
            Ask::Due(when) => day_within("s.due_on", NO_DATE, *when, with),
            Ask::Heard(when) => day_within("s.heard_on", NEVER, *when, with),
            Ask::WasOverdue => "(s.was_overdue = true)".into(),
            Ask::DueBy(what) => {
                let places: Vec<String> = what.iter().map(|what| with.text(what.as_str())).collect();
                format!("s.due_by IN ({})", places.join(", "))
            }
            Ask::Slips(sign, number) => format!("(s.slips {sign} {number})"),
            Ask::Theirs(statuses) => {
                let words: Vec<String> = statuses.iter().map(|status| with.text(status.word())).collect();
                format!("s.theirs IN ({})", words.join(", "))
            }
            Ask::Bound(bound) => format!("(s.bound = {})", with.text(bound.word())),
            Ask::BoundBy(parties) => {
                let each: Vec<String> = parties.iter().map(|(party, side)| bound_by(*party, *side, with)).collect();
                format!("({})", each.join(" OR "))
            }
            Ask::Strength(strength) => format!("(s.strength = {})", with.text(strength.word())),
            Ask::Made(when) => day_within("s.made_on", NEVER, *when, with),
            Ask::Created(when) => day_within("s.created_on", NEVER, *when, with),
            Ask::Changed(when) => day_within("s.changed_on", NEVER, *when, with),
            Ask::Reaffirmed(sign, number) => format!(
                "((SELECT count(*) FROM {}) + (SELECT count(*) FROM {}) {sign} {number})",
                bounded!("SELECT l.id FROM link l WHERE l.to_id = s.commitment_id AND l.kind = 'reaffirms'"),
                bounded!("SELECT m.id FROM mention m WHERE m.commitment_id = s.commitment_id"),
            ),
            Ask::Owned(ids) => takes_part(ids, with),
            Ask::Owners(ids) => owned("o.role <> 'counterpart'", ids, with),
            Ask::Counterparts(ids) => owned("o.role = 'counterpart'", ids, with),
            Ask::Partners(ids) => {
                let places = listed(ids, with);
                format!(
                    "EXISTS (SELECT 1 FROM owner o WHERE o.commitment_id = s.commitment_id AND o.party_id || '' IN ({places}))"
                )
            }
            Ask::Meetings(ids) => {
                let places = listed(ids, with);
                let due_by = row(&format!("c.due_meeting_id IN ({places})"));
                format!("(s.meeting_id IN ({places}) OR {due_by})")
            }
            Ask::Dialogues(ids) => {
                let places = listed(ids, with);
                format!("s.dialogue_id IN ({places})")
            }
            Ask::Instruments(ids) => {
                let places = listed(ids, with);
                let made = row(&format!("c.instrument_id IN ({places})"));
                format!(
                    "({made}
                      OR EXISTS (SELECT 1 FROM delivered_by d
                                  WHERE d.commitment_id = s.commitment_id AND d.instrument_id || '' IN ({places}))
                      OR EXISTS (SELECT 1 FROM commitment c JOIN passage p ON p.id = c.passage_id
                                   JOIN text t ON t.id = p.text_id
                                  WHERE c.id = s.commitment_id AND t.instrument_id || '' IN ({places})))"
                )
            }
            Ask::Markings(ids) => {
                let each: Vec<String> =
                    ids.iter().map(|id| format!("instr(c.marking, {}) > 0", with.text(id.to_string()))).collect();
                row(&format!("({})", each.join(" OR ")))
            }
            Ask::Ref(beginning) => {
                let (from, to) = (with.text(beginning.as_str()), with.text(format!("{beginning}\u{10ffff}")));
                format!("(s.ref >= {from} AND s.ref < {to})")
            }
            Ask::Title(words) => {
                let held = words::holds_in_title(&with.text(words::in_title(words)));
                format!("({held} AND {})", in_title(words, with))
            }
        }
    }

    /// What is left of a question for the rows of its set; none where the set says all of it.
    pub(super) fn left_in_set(&self, ask: &Ask, with: &mut Values) -> Option<String> {
        match ask {
            Ask::Title(words) => Some(in_title(words, with)),
            other if other.is_its_set() => None,
            other => Some(self.condition(other, with)),
        }
    }

    fn joined(&self, parts: &[Ask], between: &str, with: &mut Values) -> String {
        let each: Vec<String> = parts.iter().map(|part| self.condition(part, with)).collect();
        halved(&each, between)
    }
}

/// Conditions in brackets, a row of them in halves of halves: the database refuses what is nested a thousand deep, and
/// takes a long row without brackets to be so.
pub(super) fn halved(each: &[String], between: &str) -> String {
    if each.len() <= 8 {
        return format!("({})", each.join(between));
    }
    let (first, second) = each.split_at(each.len() / 2);
    format!("({}{between}{})", halved(first, between), halved(second, between))
}

/// A condition on the commitment's own row `c`.
fn row(condition: &str) -> String {
    format!("EXISTS (SELECT 1 FROM commitment c WHERE c.id = s.commitment_id AND {condition})")
}

pub(super) fn listed(ids: &[Id], with: &mut Values) -> String {
    let places: Vec<String> = ids.iter().map(|id| with.text(id.to_string())).collect();
    places.join(", ")
}

/// That the title holds these words. The index says where words begin, but counts the ref as a part of the title.
fn in_title(words: &[String], with: &mut Values) -> String {
    let held: Vec<String> = words.iter().map(|word| format!("instr(s.title, {}) > 0", with.text(word))).collect();
    format!("({})", held.join(" AND "))
}

/// One of these bodies and persons has a part in it.
fn takes_part(ids: &[Id], with: &mut Values) -> String {
    if ids.is_empty() {
        return "false".into();
    }
    let each: Vec<String> = ids.iter().map(|id| format!("instr(s.parts, {}) > 0", with.text(id.to_string()))).collect();
    halved(&each, " OR ")
}

/// One of these bodies and persons has a part of that kind. Whether they have any is asked first, of the row itself.
fn owned(role: &str, ids: &[Id], with: &mut Values) -> String {
    let part = takes_part(ids, with);
    let places = listed(ids, with);
    // The blanks keep the database from beginning with all that these bodies own.
    format!(
        "({part} AND EXISTS (SELECT 1 FROM owner o WHERE o.commitment_id = s.commitment_id AND {role}
                    AND (o.body_id || '' IN ({places}) OR o.person_id || '' IN ({places}))))"
    )
}

/// What binds a party: all sides, its own side, or its name. Parties that are named stand among those who have a part.
fn bound_by(party: Id, side: Option<Bound>, with: &mut Values) -> String {
    let sides = side.map(|side| format!("s.bound = 'both' OR s.bound = {} OR ", with.text(side.word())));
    let named = takes_part(&[party], with);
    format!("({}(s.bound = 'named' AND {named}))", sides.unwrap_or_default())
}

/// A condition on a column of days, where `none` stands for no day.
fn day_within(column: &str, none: &str, when: When, with: &mut Values) -> String {
    match when {
        When::Never => format!("({column} IN ({}))", nothing(none, with)),
        When::Within(from, to) => {
            let mut parts = vec![format!("{column} NOT IN ({})", nothing(none, with))];
            parts.extend(from.map(|from| format!("{column} >= {}", with.value(from.to_value()))));
            parts.extend(to.map(|to| format!("{column} <= {}", with.value(to.to_value()))));
            format!("({})", parts.join(" AND "))
        }
    }
}
