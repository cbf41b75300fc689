//! What holds for every instrument, whatever its clauses and acts.

use chrono::Days;
use proptest::prelude::*;

use super::{cases::sentences, day};
use crate::{
    clock::Day,
    id::Id,
    instrument::reckon::{Facts, Happened, period::Length, say, terms::Span},
    vocabulary::{
        Dated, Denouncing, EntryClause, InstrumentActKind, InstrumentType, LegalEffect, PeriodUnit, Renewal, TermKind,
        TermStart,
    },
    wire::{EntryRule, Period, TermRule},
};

fn id(number: u8) -> Id {
    format!("00000000-0000-7000-8000-0000000000{number:02x}").parse().unwrap()
}

fn some_day() -> impl Strategy<Value = Day> {
    // Every date of four years, leap years among them, and some decades later.
    prop_oneof![4 => 0..1461_u64, 1 => 0..20_000_u64].prop_map(|days| day("2010-01-01") + Days::new(days))
}

fn some_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1..400).prop_map(|length| Period { length, unit: PeriodUnit::Days }),
        (1..40).prop_map(|length| Period { length, unit: PeriodUnit::Months }),
        (1..6).prop_map(|length| Period { length, unit: PeriodUnit::Years }),
    ]
}

fn some_act(parties: u8) -> impl Strategy<Value = Happened> {
    (
        proptest::sample::select(InstrumentActKind::ALL),
        proptest::option::of(0..parties),
        proptest::option::weighted(0.95, some_day()),
        proptest::sample::select(&[Dated::Day, Dated::Day, Dated::Day, Dated::Month, Dated::Year, Dated::Before][..]),
        proptest::option::weighted(0.1, some_day()),
        proptest::option::weighted(0.2, some_day()),
    )
        .prop_map(|(kind, party, on, dated, effective_on, until_on)| Happened {
            kind,
            party: party.map(id),
            on,
            dated,
            effective_on,
            until_on,
        })
}

fn some_term() -> impl Strategy<Value = TermRule> {
    (
        proptest::sample::select(TermKind::ALL),
        some_period(),
        proptest::sample::select(TermStart::ALL),
        (some_day(), some_day()),
        proptest::sample::select(Renewal::ALL),
        proptest::option::of(some_period()),
        proptest::option::weighted(0.3, 1..4),
        proptest::option::weighted(0.8, some_period()),
        proptest::sample::select(Denouncing::ALL),
    )
        .prop_map(
            |(kind, length, from, (from_on, until), renewal, renewal_length, renewal_most, notice, denouncing)| {
                TermRule {
                    kind,
                    length: (kind == TermKind::Period).then_some(length),
                    from,
                    from_on: (from == TermStart::Day).then_some(from_on),
                    until: (kind == TermKind::Until).then_some(until),
                    renewal,
                    renewal_length,
                    renewal_most,
                    notice,
                    notice_form: String::new(),
                    denouncing,
                }
            },
        )
}

fn some_facts() -> impl Strategy<Value = Facts> {
    (2..5_u8).prop_flat_map(|parties| {
        (
            proptest::sample::select(InstrumentType::ALL),
            proptest::collection::vec(proptest::sample::select(LegalEffect::ALL), usize::from(parties)),
            proptest::collection::vec(some_act(parties), 0..8),
            some_day(),
            proptest::sample::select(EntryClause::ALL),
            (proptest::option::of(1..4), some_day(), proptest::option::of(some_period()), any::<bool>()),
            some_term(),
        )
            .prop_map(
                move |(kind, effects, mut acts, signed, clause, (count, on, after, first_of_month), term)| {
                    // Mostly signed by all, so that most have a term.
                    acts.push(Happened {
                        kind: InstrumentActKind::Signature,
                        party: None,
                        on: Some(signed),
                        dated: Dated::Day,
                        effective_on: None,
                        until_on: None,
                    });
                    acts.sort_by_key(|act| (act.day().or(act.on), act.kind));
                    Facts {
                        kind,
                        by_hand: None,
                        parties: effects.into_iter().enumerate().map(|(at, effect)| (id(at as u8), effect)).collect(),
                        acts,
                        entry: EntryRule { clause, count, on: Some(on), after, first_of_month },
                        term,
                        replaced_by: Vec::new(),
                        replaced_on: None,
                    }
                },
            )
    })
}

/// The terms of an instrument whose acts are all known from the beginning, as of a day.
fn spans(facts: &Facts, day: Day) -> Vec<Span> {
    facts.reckon(day).terms.spans
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_reckoned_that_cannot_be_said(facts in some_facts(), on in some_day()) {
        let reckoned = facts.reckon(on);
        let said = say::explained(&facts, &reckoned, on, &|_| "Party".into());
        for sentence in sentences(&said) {
            prop_assert!(sentence.is_empty() || sentence.ends_with('.'), "{}", sentence);
        }
    }

    #[test]
    fn the_day_for_notice_is_never_past_the_end_of_its_term(facts in some_facts(), on in some_day()) {
        let terms = facts.reckon(on).terms;
        if let Some(notice) = terms.notice.on {
            let to = terms.last().unwrap().to.unwrap();
            prop_assert!(notice <= to, "notice by {} for a term to {}", notice, to);
            // What is given on that day has run out when the term ends.
            let length = Length::from(facts.term.notice.unwrap());
            prop_assert!(super::runs_out(notice, length).unwrap() <= to);
        }
    }

    #[test]
    fn terms_follow_each_other_without_a_gap(facts in some_facts(), on in some_day()) {
        let spans = spans(&facts, on);
        for (one, next) in spans.iter().zip(spans.iter().skip(1)) {
            prop_assert_eq!(one.number + 1, next.number);
            prop_assert_eq!(one.to.unwrap().succ_opt(), next.from);
            prop_assert!(next.to.is_none_or(|to| next.from.unwrap() <= to));
            prop_assert!(one.to.unwrap() < on, "a term has begun before it began");
        }
    }

    /// A renewal that is agreed, and every further day, leaves the terms before as they were.
    #[test]
    fn renewals_never_move_a_past_term(facts in some_facts(), on in some_day(), further in 0..3_000_u64) {
        let before = spans(&facts, on);
        let later = on + Days::new(further);
        // As of the later day, with what is known by the earlier one alone.
        let known = Facts { acts: facts.done(on).cloned().collect(), ..facts.clone() };
        let after = spans(&known, later);
        prop_assert!(after.starts_with(&before[..before.len().min(after.len())]));
        prop_assert!(after.len() >= before.len());

        let mut renewed = known.clone();
        renewed.acts.push(Happened {
            kind: InstrumentActKind::Renewal,
            party: None,
            on: Some(on),
            dated: Dated::Day,
            effective_on: None,
            until_on: None,
        });
        let with = spans(&renewed, later);
        prop_assert!(with.starts_with(&before));
        prop_assert!(with.len() >= after.len() || facts.term.renewal == Renewal::Tacit);
    }

    /// As days pass, the number of the term, the entry into force and its day do not go back.
    #[test]
    fn successive_days_never_go_back(facts in some_facts(), from in some_day()) {
        let mut known = facts;
        // An act that becomes known on a later day may well change what was reckoned; days alone may not.
        known.acts = known.done(from).cloned().collect();
        let mut number = 0;
        let mut entered = None;
        let mut ended = false;
        for on in from.iter_days().step_by(23).take(120) {
            let reckoned = known.reckon(on);
            let now = reckoned.terms.last().map_or(0, |span| span.number);
            prop_assert!(now >= number, "term {} after term {} on {}", now, number, on);
            number = now;
            prop_assert!(entered.is_none() || entered == Some(reckoned.entered));
            entered = Some(reckoned.entered);
            let is_ended = reckoned.standing.stage.is_ended();
            prop_assert!(is_ended || !ended, "it came back to life on {}", on);
            ended = is_ended;
        }
    }
}
