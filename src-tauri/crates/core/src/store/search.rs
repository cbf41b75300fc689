//! The question of a query as a condition on `standing s`.
//!
//! Conditions on what `standing` holds are answered from its indexes. Others look at one row each, by its key, while the
//! list goes along its order; sets that begin elsewhere (owners, meetings) begin there.

use super::{
    listing::{Conditions, Window, folded},
    standing::{NEVER, NO_DATE},
};
use crate::{
    id::Id,
    row::Column as _,
    search::{Ask, When},
    vocabulary::{Bound, Exception},
};

impl Window<'_> {
    /// The condition that a question comes to.
    pub(super) fn condition(&self, ask: &Ask, with: &mut Conditions) -> String {
        match ask {
            Ask::All(parts) if parts.is_empty() => "true".into(),
            Ask::All(parts) => self.joined(parts, " AND ", with),
            Ask::Any(parts) => self.joined(parts, " OR ", with),
            Ask::Not(part) => format!("NOT {}", self.condition(part, with)),
            Ask::Words(words) => words_in_row(words, with),
            Ask::Open(open) => format!("(s.is_open = {open})"),
            Ask::Overdue => self.exception(Exception::Overdue, with),
            Ask::Blocked => "(s.blocked = true)".into(),
            Ask::Stale => self.exception(Exception::Stale, with),
            Ask::Tracks(ids) => format!("s.track_id IN ({})", listed(ids, with)),
            Ask::Status(status) => format!("(s.status = {})", with.text(status.word())),
            Ask::Delivery(lamp) => format!("({})", self.delivery(*lamp, with)),
            Ask::Freshness(lamp) => format!("({})", self.freshness(*lamp, with)),
            Ask::Exception(what) => self.exception(*what, with),
            Ask::Due(when) => day_within("s.due_on", NO_DATE, *when, with),
            Ask::Heard(when) => day_within("s.heard_on", NEVER, *when, with),
            Ask::Slips(sign, number) => format!("(s.slips {sign} {number})"),
            Ask::Theirs(statuses) => {
                let words: Vec<String> = statuses.iter().map(|status| with.text(status.word())).collect();
                row(&format!("c.their_status IN ({})", words.join(", ")))
            }
            Ask::Bound(bound) => row(&format!("c.bound = {}", with.text(bound.word()))),
            Ask::BoundBy(parties) => {
                let each: Vec<String> = parties.iter().map(|(party, side)| bound_by(*party, *side, with)).collect();
                row(&format!("({})", each.join(" OR ")))
            }
            Ask::Strength(strength) => row(&format!("c.strength = {}", with.text(strength.word()))),
            Ask::Made(When::Never) => row("c.made_on IS NULL"),
            Ask::Made(when) => row(&day_within("c.made_on", "", *when, with)),
            // What was taken away and came back was entered when it first was.
            Ask::Created(when) => journal("j.revision = 1", *when, with),
            // As of a past day the row bears the revision of that day, and what came later is not asked.
            Ask::Changed(when) => {
                journal("j.revision = (SELECT c.revision FROM commitment c WHERE c.id = s.commitment_id)", *when, with)
            }
            Ask::Reaffirmed(sign, number) => format!(
                "((SELECT count(*) FROM link l WHERE l.to_id = s.commitment_id AND l.kind = 'reaffirms')
                  + (SELECT count(*) FROM mention m WHERE m.commitment_id = s.commitment_id) {sign} {number})"
            ),
            Ask::Owners(ids) => owners("role <> 'counterpart'", ids, with),
            Ask::Counterparts(ids) => owners("role = 'counterpart'", ids, with),
            Ask::Partners(ids) => {
                let places = listed(ids, with);
                format!("s.commitment_id IN (SELECT commitment_id FROM owner WHERE party_id IN ({places}))")
            }
            Ask::Meetings(ids) => {
                let places = listed(ids, with);
                format!(
                    "s.commitment_id IN (SELECT id FROM commitment WHERE meeting_id IN ({places})
                                         UNION ALL SELECT id FROM commitment WHERE due_meeting_id IN ({places}))"
                )
            }
            Ask::Dialogues(ids) => {
                let places = listed(ids, with);
                format!(
                    "s.commitment_id IN (SELECT c.id FROM commitment c JOIN meeting m ON m.id = c.meeting_id
                                          WHERE m.dialogue_id IN ({places}))"
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
                let each: Vec<String> = words
                    .split_whitespace()
                    .map(|word| format!("instr(folded(c.title), {}) > 0", with.text(folded(word))))
                    .collect();
                row(&each.join(" AND "))
            }
        }
    }

    fn joined(&self, parts: &[Ask], between: &str, with: &mut Conditions) -> String {
        let each: Vec<String> = parts.iter().map(|part| self.condition(part, with)).collect();
        halved(&each, between)
    }
}

/// Conditions in brackets, a row of them in halves of halves: the database refuses what is nested a thousand deep, and
/// takes a long row without brackets to be so.
fn halved(each: &[String], between: &str) -> String {
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

fn listed(ids: &[Id], with: &mut Conditions) -> String {
    let places: Vec<String> = ids.iter().map(|id| with.text(id.to_string())).collect();
    places.join(", ")
}

fn owners(role: &str, ids: &[Id], with: &mut Conditions) -> String {
    let places = listed(ids, with);
    format!(
        "s.commitment_id IN (SELECT commitment_id FROM owner WHERE body_id IN ({places}) AND {role}
                             UNION ALL SELECT commitment_id FROM owner WHERE person_id IN ({places}) AND {role})"
    )
}

/// What binds a party: all sides, its own side, or its name.
pub(super) fn bound_by(party: Id, side: Option<Bound>, with: &mut Conditions) -> String {
    let (party, side) = (with.text(party.to_string()), with.text(side.map_or("", Bound::word)));
    format!(
        "((c.bound = 'both' AND {side} <> '') OR c.bound = {side}
          OR (c.bound = 'named' AND replace(c.bound_parties, {party}, '') <> c.bound_parties))"
    )
}

/// A condition on a column of days, where `none` stands for no day.
fn day_within(column: &str, none: &str, when: When, with: &mut Conditions) -> String {
    match when {
        When::Never => format!("({column} = {})", with.text(none)),
        When::Within(from, to) => {
            let mut parts = vec![format!("{column} <> {}", with.text(none))];
            parts.extend(from.map(|from| format!("{column} >= {}", with.value(from.to_value()))));
            parts.extend(to.map(|to| format!("{column} <= {}", with.value(to.to_value()))));
            format!("({})", parts.join(" AND "))
        }
    }
}

/// A condition on an entry `j` of the commitment's journal, by the day (UTC) of its instant.
fn journal(condition: &str, when: When, with: &mut Conditions) -> String {
    let mut parts = vec![condition.to_owned()];
    if let When::Within(from, to) = when {
        parts.extend(from.map(|from| format!("j.at >= {}", with.value(from.to_value()))));
        // The day after begins where this one has ended: `2026-06-01T…` sorts before `2026-06-02`.
        parts.extend(to.and_then(|to| to.succ_opt()).map(|after| format!("j.at < {}", with.value(after.to_value()))));
    }
    format!(
        "EXISTS (SELECT 1 FROM journal j WHERE j.noun = 'commitment' AND j.row_id = s.commitment_id AND {})",
        parts.join(" AND ")
    )
}

/// The words one after the other in ref, title and wording, or in the name of an owner.
fn words_in_row(words: &str, with: &mut Conditions) -> String {
    let place = with.text(folded(words));
    format!(
        "EXISTS (SELECT 1 FROM commitment c WHERE c.id = s.commitment_id AND
           (instr(folded(c.ref || ' ' || c.title || ' ' || c.wording), {place}) > 0
            OR EXISTS (SELECT 1 FROM owner o LEFT JOIN body b ON b.id = o.body_id LEFT JOIN person p ON p.id = o.person_id
                        WHERE o.commitment_id = c.id
                          AND instr(folded(coalesce(b.short_name, '') || ' ' || coalesce(b.name, '') || ' ' || coalesce(p.name, '')), {place}) > 0)))"
    )
}
