//! The clauses of an instrument in words, as they were entered.

use super::{period, start_words, times};
use crate::{
    clock::spoken,
    vocabulary::{Denouncing, EntryClause, Renewal, TermKind, TermStart},
    wire::{EntryRule, TermRule},
};

/// When it enters into force: `enters into force 30 days after the later of the notifications`.
pub(crate) fn entry_label(rule: &EntryRule) -> String {
    let event = match rule.clause {
        EntryClause::NotStated => return "not stated".into(),
        EntryClause::OnDay => {
            return rule.on.map_or_else(
                || "enters into force on a day".into(),
                |on| format!("enters into force on {}, once all have signed", spoken(on)),
            );
        }
        EntryClause::OnSignature => "the last signature".to_owned(),
        EntryClause::OnNotifications => {
            "the later of the notifications that domestic procedures are complete".to_owned()
        }
        EntryClause::OnExchange => "the exchange of instruments of ratification".to_owned(),
        EntryClause::OnRatifications => match rule.count {
            Some(count) => format!("ratification number {count}"),
            None => "the last ratification".to_owned(),
        },
    };
    let wait = match rule.after {
        Some(after) => format!("{} after", period(after)),
        None => "on".to_owned(),
    };
    let month = if rule.first_of_month { ", on the first day of the month that follows" } else { "" };
    format!("enters into force {wait} {event}{month}")
}

/// Its term, a sentence for each part that is stated.
pub(crate) fn term_labels(rule: &TermRule) -> Vec<String> {
    let mut said = Vec::new();
    let from = match (rule.from, rule.from_on) {
        (TermStart::Day, Some(on)) => spoken(on),
        (from, _) => start_words(from).to_owned(),
    };
    match (rule.kind, rule.length, rule.until) {
        (TermKind::Period, Some(length), _) => said.push(format!("For {} from {from}.", period(length))),
        (TermKind::Until, _, Some(until)) => said.push(format!("Until {}.", spoken(until))),
        (TermKind::Endless, ..) => said.push("Without end.".into()),
        _ => said.push("No term is stated.".into()),
    }
    let each = rule.renewal_length.map_or_else(String::new, |length| format!(" for {}", period(length)));
    let most = match rule.renewal_most.map(|most| usize::try_from(most).unwrap_or(0)) {
        Some(most) => format!(", at most {}", times(most)),
        None => String::new(),
    };
    match rule.renewal {
        Renewal::Tacit => said.push(format!("Renewed tacitly{each}{most}, unless notice is given.")),
        Renewal::Express => said.push(format!("Renewed{each} by agreement each time{most}.")),
        Renewal::None => said.push("Not renewed.".into()),
        Renewal::NotStated if matches!(rule.kind, TermKind::Period | TermKind::Until) => {
            said.push("Whether it is renewed is not stated.".into());
        }
        Renewal::NotStated => {}
    }
    if let Some(notice) = rule.notice {
        let form = if rule.notice_form.is_empty() { String::new() } else { format!(", {}", rule.notice_form) };
        said.push(format!("Notice of {}{form}.", period(notice)));
    } else if !rule.notice_form.is_empty() {
        said.push(format!("Notice: {}.", rule.notice_form));
    }
    match rule.denouncing {
        Denouncing::AfterNotice => said.push("A denunciation takes effect when its notice has run out.".into()),
        Denouncing::AtTermEnd => said.push("A denunciation takes effect at the end of the term.".into()),
        Denouncing::NotStated => {}
    }
    said
}
