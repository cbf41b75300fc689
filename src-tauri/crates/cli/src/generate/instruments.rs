//! Instruments of the synthetic dossier: two for a thousand commitments, with acts, terms, texts and what they deliver.

use chrono::Datelike as _;
use rapporteur_core::{
    Dossier, Error, Result,
    clock::Day,
    id::Id,
    vocabulary::{
        Dated, Denouncing, EntryClause, InstrumentActKind, InstrumentLinkKind, InstrumentType, LegalEffect, Noun,
        PeriodUnit, Renewal, TermKind, TermStart, TextKind,
    },
    wire::{
        DeliveredByDraft, EntryRule, FollowUpDraft, InstrumentActDraft, InstrumentDraft, InstrumentLinkDraft,
        InstrumentPartyDraft, Period, TermRule, TextDraft,
    },
};

use super::{
    cast::{HOME, Office, Partner},
    chance::Chance,
    first_day, last_day,
    promise::days,
    subjects::FIELDS,
    years::Desk,
};

/// How many commitments there are for each instrument.
const FOR_EACH: u32 = 500;

/// Types, and how common each is of a hundred.
const TYPES: &[(u32, InstrumentType)] = &[
    (45, InstrumentType::MemorandumOfUnderstanding),
    (20, InstrumentType::Agreement),
    (8, InstrumentType::Arrangement),
    (7, InstrumentType::Protocol),
    (6, InstrumentType::ActionPlan),
    (5, InstrumentType::LetterOfIntent),
    (4, InstrumentType::Treaty),
    (3, InstrumentType::ExchangeOfNotes),
    (2, InstrumentType::Roadmap),
];

/// What has been entered, to link later ones to.
struct Earlier {
    id: Id,
    field: usize,
    partner: usize,
}

/// Enters the instruments of a dossier of so many commitments. Answers how many there are.
pub(super) fn run(desk: &Desk<'_>, chance: &mut Chance, commitments: u32) -> Result<u32> {
    let count = (commitments / FOR_EACH).max(3);
    let mut earlier: Vec<Earlier> = Vec::new();
    for _ in 0..count {
        let mechanism = chance.one(&desk.cast.mechanisms);
        let (field, partner) = (mechanism.field, mechanism.partner);
        let signed = first_day() + days(chance.between(0, (last_day() - first_day()).num_days() - 30));
        let draft = draft(desk, chance, mechanism.id, (field, partner), signed);
        let on = draft.acts.iter().filter_map(|act| act.on).max();
        let id = desk.dossier.save_instrument(&draft)?.output;
        texts(desk.dossier, chance, id, &draft, signed)?;
        delivers(desk.dossier, chance, id, field, signed)?;
        if chance.of_hundred(30)
            && let Some(other) = earlier.iter().rev().find(|one| one.field == field && one.partner == partner)
        {
            let kind = chance.weighted(&[
                (5, InstrumentLinkKind::Implements),
                (3, InstrumentLinkKind::Amends),
                (2, InstrumentLinkKind::Replaces),
            ]);
            desk.dossier.add_instrument_link(&InstrumentLinkDraft { from: id, kind, to: other.id })?;
        }
        if desk.times > 0.0 && chance.of_hundred(40) {
            heard(desk.dossier, chance, id, on.unwrap_or(signed))?;
        }
        earlier.push(Earlier { id, field, partner });
    }
    Ok(count)
}

fn draft(
    desk: &Desk<'_>,
    chance: &mut Chance,
    dialogue: Id,
    (field, partner): (usize, usize),
    signed: Day,
) -> InstrumentDraft {
    let cast = desk.cast;
    let other = &cast.partners[partner];
    let kind = chance.weighted(TYPES);
    let subject = *chance.one(FIELDS[field].subjects);
    let (ours, theirs) = (&cast.home_offices[field], &other.offices[field]);
    let binds = kind.binds_as_a_rule();
    let effect = |chance: &mut Chance| match chance.between(0, 9) {
        0 => LegalEffect::NotStated,
        1 if binds => LegalEffect::NotBinding,
        _ if binds => LegalEffect::Binding,
        _ => LegalEffect::NotBinding,
    };
    let parties = vec![side(cast.home, effect(chance), ours), side(other.party, effect(chance), theirs)];
    let entry = entry(chance, binds);
    let label = kind.label();
    InstrumentDraft {
        id: None,
        revision: 0,
        title: format!("{} on {subject} between {} and {}", capital(label), HOME.1, other.name),
        short_title: String::new(),
        kind,
        stage: None,
        stage_since: None,
        acts: acts(chance, (cast.home, ours), (other, theirs), &entry, signed),
        parties,
        dialogue: Some(dialogue),
        tracks: vec![cast.tracks[field]],
        languages: vec!["en".into(), "hi".into()],
        authentic: if chance.of_hundred(60) { vec!["en".into(), "hi".into()] } else { vec!["en".into()] },
        prevailing: if chance.of_hundred(40) { "en".into() } else { String::new() },
        depositary: String::new(),
        holder: Some(ours[0].body),
        holder_note: String::new(),
        entry,
        term: term(chance),
        note: String::new(),
        marking: Vec::new(),
    }
}

fn side(party: Id, effect: LegalEffect, offices: &[Office]) -> InstrumentPartyDraft {
    InstrumentPartyDraft { party, effect, body: Some(offices[0].body), implementing: vec![offices[1].body] }
}

fn entry(chance: &mut Chance, binds: bool) -> EntryRule {
    let clause = if binds {
        chance.weighted(&[
            (5, EntryClause::OnNotifications),
            (3, EntryClause::OnRatifications),
            (1, EntryClause::OnExchange),
            (2, EntryClause::OnSignature),
        ])
    } else {
        chance.weighted(&[(4, EntryClause::OnSignature), (1, EntryClause::NotStated)])
    };
    let waits = clause == EntryClause::OnNotifications && chance.of_hundred(50);
    EntryRule {
        clause,
        after: waits.then_some(Period { length: 30, unit: PeriodUnit::Days }),
        ..EntryRule::not_stated()
    }
}

fn term(chance: &mut Chance) -> TermRule {
    let kind = chance.weighted(&[(7, TermKind::Period), (2, TermKind::Endless), (1, TermKind::NotStated)]);
    let years = |length: i32| Some(Period { length, unit: PeriodUnit::Years });
    let length = *chance.one(&[1, 2, 3, 5, 5, 5, 10]);
    let ends = kind == TermKind::Period;
    TermRule {
        kind,
        length: ends.then(|| years(length)).flatten(),
        from: chance.weighted(&[(2, TermStart::Signature), (1, TermStart::EntryIntoForce)]),
        renewal: if ends {
            chance.weighted(&[(6, Renewal::Tacit), (2, Renewal::Express), (1, Renewal::None)])
        } else {
            Renewal::NotStated
        },
        notice: Some(Period { length: *chance.one(&[3, 6, 6, 12]), unit: PeriodUnit::Months }),
        notice_form: "in writing, through diplomatic channels".into(),
        denouncing: chance.weighted(&[(3, Denouncing::AfterNotice), (1, Denouncing::AtTermEnd)]),
        ..TermRule::not_stated()
    }
}

fn acts(
    chance: &mut Chance,
    (home, ours): (Id, &[Office]),
    (other, theirs): (&Partner, &[Office]),
    entry: &EntryRule,
    signed: Day,
) -> Vec<InstrumentActDraft> {
    let place = other.capital;
    let mut acts = vec![one(InstrumentActKind::Negotiation, None, signed - days(chance.between(60, 700)))];
    if chance.of_hundred(6) {
        // Still being negotiated.
        return acts;
    }
    for (party, office) in [(home, &ours[0]), (other.party, &theirs[0])] {
        acts.push(InstrumentActDraft {
            person: Some(office.person),
            place: place.into(),
            ..one(InstrumentActKind::Signature, Some(party), signed)
        });
    }
    let consent = match entry.clause {
        EntryClause::OnNotifications => Some(InstrumentActKind::Notification),
        EntryClause::OnRatifications | EntryClause::OnExchange => Some(InstrumentActKind::Ratification),
        _ => None,
    };
    let mut last = signed;
    if let Some(kind) = consent {
        for party in [home, other.party] {
            let on = signed + days(chance.between(30, 900));
            if on < last_day() && chance.of_hundred(90) {
                acts.push(one(kind, Some(party), on));
                last = last.max(on);
            }
        }
    }
    let complete = consent.is_none_or(|kind| acts.iter().filter(|act| act.kind == kind).count() == 2);
    if complete && entry.clause == EntryClause::OnExchange {
        last += days(20);
        acts.push(InstrumentActDraft { place: place.into(), ..one(InstrumentActKind::Exchange, None, last) });
    }
    if complete && chance.of_hundred(12) {
        let kind = chance.weighted(&[
            (4, InstrumentActKind::Denunciation),
            (3, InstrumentActKind::NonRenewal),
            (3, InstrumentActKind::Suspension),
        ]);
        let on = last + days(chance.between(400, 4_000));
        if on < last_day() {
            acts.push(one(kind, Some(*chance.one(&[home, other.party])), on));
        }
    }
    acts
}

fn one(kind: InstrumentActKind, party: Option<Id>, on: Day) -> InstrumentActDraft {
    InstrumentActDraft {
        id: None,
        revision: 0,
        instrument: None,
        kind,
        party,
        on: Some(on),
        dated: Dated::Day,
        place: String::new(),
        person: None,
        name: String::new(),
        post: String::new(),
        meeting: None,
        effective_on: None,
        until_on: None,
        note: String::new(),
    }
}

/// The text in each language, and a side letter to some.
fn texts(dossier: &Dossier, chance: &mut Chance, id: Id, draft: &InstrumentDraft, signed: Day) -> Result<()> {
    let body = "The parties will work together on the subject named above, each within its laws and means.";
    let text = |title: String, language: &str, authentic: bool, side_letter: bool| TextDraft {
        id: None,
        revision: 0,
        meeting: None,
        instrument: Some(id),
        authentic,
        side_letter,
        title,
        kind: TextKind::InstrumentText,
        language: language.into(),
        dated_on: Some(signed),
        source: "Synthetic".into(),
        body: body.into(),
        marking: Vec::new(),
    };
    let authentic = draft.authentic.iter().any(|tag| tag == "en");
    dossier.save_text(&text(draft.title.clone(), "en", authentic, false))?;
    if chance.of_hundred(15) {
        dossier.save_text(&text(format!("Side letter to the {}", draft.title), "en", false, true))?;
    }
    Ok(())
}

/// Links some commitments of the field to the instrument: those made first in the years before it was signed.
fn delivers(dossier: &Dossier, chance: &mut Chance, id: Id, field: usize, signed: Day) -> Result<()> {
    for back in 0..chance.between(0, 3) {
        let year = i64::from(signed.year()) - back;
        let name = format!("{}-{year}-{:03}", FIELDS[field].code, chance.between(1, 20));
        let commitment = match dossier.find(Noun::Commitment, &name) {
            Ok(commitment) => commitment,
            // A small dossier has few commitments a year.
            Err(Error::NotFound(_) | Error::Invalid(_)) => continue,
            Err(error) => return Err(error),
        };
        dossier.add_delivered_by(&DeliveredByDraft { commitment, instrument: id })?;
    }
    Ok(())
}

fn heard(dossier: &Dossier, chance: &mut Chance, id: Id, after: Day) -> Result<()> {
    let span = (last_day() - after).num_days().max(1);
    dossier.save_follow_up(&FollowUpDraft {
        id: None,
        revision: 0,
        commitments: Vec::new(),
        instrument: Some(id),
        day: Some(after + days(chance.between(0, span))),
        reported_by: "Desk".into(),
        note: "The implementing agencies met; the annual report was exchanged.".into(),
        our_status: None,
        their_status: None,
        next_step: String::new(),
        next_step_due: None,
        evidence: String::new(),
        agenda_item: None,
        marking: Vec::new(),
    })?;
    Ok(())
}

fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
