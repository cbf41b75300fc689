//! One round of a dialogue, with its attendance, agenda, texts, promises, and what was heard of earlier ones.

use std::collections::HashSet;

use rapporteur_core::{
    Result,
    clock::Day,
    id::Id,
    vocabulary::{AttendanceRole, Noun, OwnerRole, Status, TextKind},
    wire::log::{AgendaLog, AttendanceLog, DueLog, FollowUpLog, MeetingLog, OutcomeLog, OwnerLog, TextLog},
};

use super::{
    cast::{CAPITAL, Office},
    chance::Chance,
    last_day,
    promise::{self, By, Promise, Prospect, days},
    subjects::{FIELDS, Field},
    wording,
    years::{Desk, Revisions},
};

/// How many passages one text holds at most; a round with more has several.
const IN_ONE_TEXT: usize = 20;

/// Where and when a round is held.
pub(super) struct Round {
    pub(super) on: Day,
    /// Of which dialogue.
    pub(super) mechanism: usize,
    /// When that dialogue meets for the last time.
    pub(super) last: Day,
    /// The leaders' meeting to come.
    pub(super) summit: Id,
}

/// Logs a round with `count` promises, which join those that are open. Answers how many follow-ups came with it.
pub(super) fn log(
    desk: &Desk<'_>,
    chance: &mut Chance,
    round: &Round,
    count: u32,
    open: &mut Vec<Promise>,
    revisions: &mut Revisions,
) -> Result<usize> {
    let mechanism = &desk.cast.mechanisms[round.mechanism];
    let partner = &desk.cast.partners[mechanism.partner];
    let (home, other) = (&desk.cast.home_offices[mechanism.field], &partner.offices[mechanism.field]);
    let at_home = chance.of_hundred(50);
    let mut papers = Papers::default();
    let mut prospects = Vec::new();
    let mut outcomes = Vec::new();
    for _ in 0..count {
        let prospect = promise::draw(chance, round.on, round.last, desk.times);
        outcomes.push(outcome(desk, chance, round, &prospect, &mut papers));
        prospects.push(prospect);
    }
    let entry = MeetingLog {
        dialogue: Some(mechanism.id.to_string()),
        begins_on: Some(round.on),
        ends_on: Some(round.on + days(chance.between(0, 2))),
        place: if at_home { CAPITAL } else { partner.capital }.into(),
        host: Some(if at_home { desk.cast.home } else { partner.party }.to_string()),
        attendance: attendance(chance, home).into_iter().chain(attendance(chance, other)).collect(),
        agenda: agenda(chance, mechanism.field, open),
        record: "The points of the agenda were gone through. What was agreed stands in the statement.".into(),
        is_final: round.on < last_day() - days(75) || chance.of_hundred(70),
        texts: papers.into_texts(chance),
        outcomes,
        follow_ups: heard(chance, round.on, &FIELDS[mechanism.field], open),
        ..MeetingLog::default()
    };
    let told = entry.follow_ups.len();
    let changed = desk.dossier.log_meeting(&entry)?;
    revisions.take(&changed);
    // What was promised is entered before what was heard, so the first commitments changed are the new ones.
    let entered = changed.changes.iter().filter(|change| change.noun == Noun::Commitment);
    open.extend(entered.zip(&prospects).map(|(change, prospect)| Promise::of(change.id, prospect)));
    Ok(told)
}

fn outcome(
    desk: &Desk<'_>,
    chance: &mut Chance,
    round: &Round,
    prospect: &Prospect,
    papers: &mut Papers,
) -> OutcomeLog {
    let mechanism = &desk.cast.mechanisms[round.mechanism];
    let partner = &desk.cast.partners[mechanism.partner];
    let by = match prospect.by {
        By::Day(on) => Some(on),
        _ => None,
    };
    let field = &FIELDS[mechanism.field];
    let words = wording::promise(chance, field, partner, prospect.bound, prospect.strength, by);
    let text = if chance.of_hundred(40) { papers.hold(&words.sentence) } else { None };
    OutcomeLog {
        title: words.title,
        quote: text.map(|_| words.sentence.clone()),
        text,
        wording: if text.is_some() { String::new() } else { words.sentence },
        track: Some(desk.cast.tracks[mechanism.field].to_string()),
        bound: Some(prospect.bound),
        strength: Some(prospect.strength),
        owners: owners(chance, &desk.cast.home_offices[mechanism.field], &partner.offices[mechanism.field]),
        due: Some(match prospect.by {
            By::NoDate => DueLog::None,
            By::Ongoing => DueLog::Ongoing,
            By::Day(on) => DueLog::Day { on },
            By::NextSummit => DueLog::Meeting { meeting: round.summit.to_string() },
            By::Event(on) => DueLog::Event { event: "Conference of the regional bodies".into(), on: Some(on) },
            By::Recurring(months, on) => DueLog::Recurring { months, on },
        }),
        status: Some(prospect.status),
        ..OutcomeLog::default()
    }
}

fn owners(chance: &mut Chance, home: &[Office], other: &[Office]) -> Vec<OwnerLog> {
    let mut owner = |role: OwnerRole, offices: &[Office], with_person: u32| {
        let office = chance.skewed(offices);
        let person = chance.of_hundred(with_person).then(|| office.person.to_string());
        OwnerLog { role, body: Some(office.body.to_string()), person }
    };
    let mut found = vec![owner(OwnerRole::Lead, home, 30)];
    let counterpart = owner(OwnerRole::Counterpart, other, 20);
    let supporting = owner(OwnerRole::Supporting, home, 0);
    if chance.of_hundred(92) {
        found.push(counterpart);
    }
    if chance.of_hundred(24) {
        found.push(supporting);
    }
    found
}

/// The one in charge leads; two or three others sit beside.
fn attendance(chance: &mut Chance, offices: &[Office]) -> Vec<AttendanceLog> {
    let many = usize::try_from(chance.between(3, 4)).unwrap_or(3);
    let role = |place: usize| if place == 0 { AttendanceRole::Head } else { AttendanceRole::Member };
    offices
        .iter()
        .take(many)
        .enumerate()
        .map(|(place, office)| AttendanceLog {
            person: Some(office.person.to_string()),
            role: Some(role(place)),
            ..AttendanceLog::default()
        })
        .collect()
}

/// A few points, with some of the open promises on the table.
fn agenda(chance: &mut Chance, field: usize, open: &[Promise]) -> Vec<AgendaLog> {
    let points = chance.between(3, 6);
    let mut subjects: Vec<&str> = Vec::new();
    for _ in 0..points {
        let subject = *chance.one(FIELDS[field].subjects);
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    let mut raised = HashSet::new();
    subjects
        .into_iter()
        .map(|subject| {
            let mut commitments = Vec::new();
            for _ in 0..chance.between(0, 3) {
                if !open.is_empty() {
                    let id = chance.one(open).id;
                    if raised.insert(id) {
                        commitments.push(id.to_string());
                    }
                }
            }
            let mut title = subject.to_owned();
            title[..1].make_ascii_uppercase();
            AgendaLog { title, commitments, ..AgendaLog::default() }
        })
        .collect()
}

/// What was heard of open promises since the last round.
fn heard(chance: &mut Chance, on: Day, field: &Field, open: &mut [Promise]) -> Vec<FollowUpLog> {
    let mut found = Vec::new();
    for promise in open {
        while let Some((day, our_status)) = promise.hear(on) {
            let next = chance.of_hundred(25);
            found.push(FollowUpLog {
                commitment: promise.id.to_string(),
                day: Some(day),
                reported_by: (*chance.one(&["Embassy", "Desk", "Ministry", "Counterpart"])).into(),
                note: wording::heard(chance, field),
                our_status,
                their_status: chance.of_hundred(8).then(|| *chance.one(&[Status::InProgress, Status::Delivered])),
                next_step: if next { (*chance.one(wording::NEXT)).into() } else { String::new() },
                next_step_due: next.then(|| day + days(chance.between(7, 60))),
                ..FollowUpLog::default()
            });
        }
    }
    found
}

/// The statements of a round, as sentences come in.
#[derive(Default)]
struct Papers {
    sentences: Vec<String>,
    held: HashSet<String>,
}

impl Papers {
    /// Takes a sentence in; answers the number of the text it stands in, from 1. A sentence stands in one place only.
    fn hold(&mut self, sentence: &str) -> Option<usize> {
        if !self.held.insert(sentence.to_owned()) {
            return None;
        }
        self.sentences.push(sentence.to_owned());
        Some((self.sentences.len() - 1) / IN_ONE_TEXT + 1)
    }

    fn into_texts(self, chance: &mut Chance) -> Vec<TextLog> {
        let mut number = 0;
        self.sentences
            .chunks(IN_ONE_TEXT)
            .enumerate()
            .map(|(at, sentences)| {
                let mut body = (*chance.one(wording::FILLING)).to_owned();
                for sentence in sentences {
                    number += 1;
                    body.push_str(&format!("\n\n{number}. {sentence}"));
                    if chance.of_hundred(40) {
                        body.push(' ');
                        body.push_str(chance.one::<&str>(wording::FILLING));
                    }
                }
                TextLog {
                    title: if at == 0 { "Joint statement".into() } else { format!("Joint statement, annex {at}") },
                    kind: Some(if at == 0 { TextKind::JointStatement } else { TextKind::Minutes }),
                    language: "en".into(),
                    source: "Synthetic".into(),
                    body,
                    ..TextLog::default()
                }
            })
            .collect()
    }
}
