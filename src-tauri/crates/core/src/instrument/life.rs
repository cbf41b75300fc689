//! The life line of an instrument: its acts in the order of time, the ends of its terms and the days for notice, what is
//! missing, what is to come.

use super::{
    InstrumentAct,
    facts::happened,
    reckon::{Facts, Reckoned, say},
    when,
};
use crate::{
    clock::{Day, spoken},
    commitment::Showing,
    error::Result,
    id::Id,
    person::Person,
    rules::capital,
    vocabulary::{Dated, InstrumentActKind, LifeState, NoticeWindow},
    wire::{InstrumentActView, LifeEntry, Named},
};

/// How many ends of past terms a life line shows; a treaty renewed every year for a century has more.
const TERMS_SHOWN: usize = 12;

/// An act as the window shows it.
pub(super) fn act_view(showing: &Showing<'_>, row: &InstrumentAct) -> Result<InstrumentActView> {
    let session = &showing.session;
    let person = row.person.map(|id| session.require::<Person>(id)).transpose()?;
    let meeting = match row.meeting {
        Some(id) => session.meeting_named(id)?.map(|line| Named { id: line.id, name: line.title }),
        None => None,
    };
    Ok(InstrumentActView {
        id: row.id,
        revision: row.revision,
        kind: row.kind,
        party: row.party.map(|id| showing.party(id)),
        on: row.on,
        dated: row.dated,
        when: when(row.on, row.dated),
        place: row.place.clone(),
        person: person.map(|person| Named { id: person.id, name: person.name }),
        name: row.name.clone(),
        post: row.post.clone(),
        meeting,
        effective_on: row.effective_on,
        until_on: row.until_on,
        note: row.note.clone(),
    })
}

/// The life line as of a day. `rows` are the acts in their order, as rows and as shown.
pub(super) fn line(
    facts: &Facts,
    reckoned: &Reckoned,
    rows: &[(InstrumentAct, InstrumentActView)],
    day: Day,
    names: &dyn Fn(Id) -> String,
) -> Vec<LifeEntry> {
    let mut found: Vec<(Option<Day>, LifeEntry)> = rows.iter().map(|(row, view)| of_act(row, view, day)).collect();
    let reckoned_on = |on: Day, label: &str, kind: Option<InstrumentActKind>, detail: String| {
        let state = if on <= day { LifeState::Done } else { LifeState::Coming };
        let entry = LifeEntry {
            state,
            act: None,
            kind,
            party: None,
            label: label.to_owned(),
            on: Some(on),
            when: spoken(on),
            detail,
        };
        (Some(on), entry)
    };
    let explained = say::explained(facts, reckoned, day, names);
    if let Some(on) = reckoned.entered.on().filter(|_| !reckoned.entered.is_said()) {
        let label = if facts.binds() { "Enters into force" } else { "Becomes operative" };
        found.push(reckoned_on(on, label, Some(InstrumentActKind::EntryIntoForce), explained.in_force_why.clone()));
    }
    let spans = &reckoned.terms.spans;
    for (at, span) in spans.iter().enumerate().skip(spans.len().saturating_sub(TERMS_SHOWN)) {
        let Some(to) = span.to else { continue };
        let last = at + 1 == spans.len();
        let detail = if last { explained.term_why.clone() } else { "Renewed.".into() };
        found.push(reckoned_on(to, &format!("Term {} ends", span.number), None, detail));
    }
    if let Some(on) = explained.notice_on.filter(|_| explained.window == NoticeWindow::Open) {
        found.push(reckoned_on(on, "Last day for notice", None, explained.notice_why.clone()));
    }
    let of_term = |on: Day| spans.iter().any(|span| span.to == Some(on));
    if let Some(on) = explained.ends_on.filter(|on| !of_term(*on)) {
        found.push(reckoned_on(on, "Ends", None, explained.ends_why.clone()));
    }
    // Of one day, what was done stands before what follows from it; what bears no day was done at some time before.
    found.sort_by_key(|(on, entry)| (*on, entry.act.is_none()));
    let mut entries: Vec<LifeEntry> = found.into_iter().map(|(_, entry)| entry).collect();
    entries.extend(explained.missing.into_iter().map(|missing| LifeEntry {
        state: LifeState::Missing,
        act: None,
        kind: Some(missing.kind),
        label: capital(missing.kind.label()),
        detail: missing.party.as_ref().map_or_else(|| capital(&missing.label), |party| party.name.clone()),
        party: missing.party,
        on: None,
        when: String::new(),
    }));
    entries
}

fn of_act(row: &InstrumentAct, view: &InstrumentActView, day: Day) -> (Option<Day>, LifeEntry) {
    let who = view.person.as_ref().map_or(view.name.as_str(), |person| person.name.as_str());
    let until = match row.kind {
        InstrumentActKind::Renewal | InstrumentActKind::Suspension => row.until_on,
        _ => None,
    };
    let effective = row.effective_on.map(|on| format!("takes effect {}", spoken(on)));
    let until = until.map(|on| format!("until {}", spoken(on)));
    let parts = [who, &view.post, &view.place].into_iter().filter(|part| !part.is_empty()).map(str::to_owned);
    let detail: Vec<String> = parts.chain(effective).chain(until).collect();
    let done = happened(row).done_by(day);
    let entry = LifeEntry {
        state: if done { LifeState::Done } else { LifeState::Coming },
        act: Some(row.id),
        kind: Some(row.kind),
        party: view.party.clone(),
        label: capital(row.kind.label()),
        on: row.on,
        when: view.when.clone(),
        detail: detail.join(", "),
    };
    let at = if row.dated == Dated::Before { row.on.and_then(|on| on.pred_opt()) } else { happened(row).day() };
    (at, entry)
}
