//! Instruments as rows and lists: reckoned as of the day, filtered, ordered, and read a stretch at a time.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use chrono::{Days, Months};
use serde::{Deserialize, Serialize};

use super::{
    Instrument,
    reckon::{Facts, Happened, Reckoned as Came, say},
    when,
};
use crate::{
    clock::Day,
    commitment::Showing,
    dossier::Dossier,
    error::{Error, Result},
    id::Id,
    rules::capital,
    store::{InstrumentLine, Session},
    track::Track,
    vocabulary::{Concern, Dated, LegalEffect, NoticeWindow, Noun, Stage},
    wire::{ConcernCount, InstrumentPage, InstrumentQuery, InstrumentRow, InstrumentSort, Named},
};

/// How many days ahead a day for notice, or an end, is looked at.
pub(crate) const NOTICE_AHEAD: u64 = 90;
/// After how many months without an act or a follow-up there is no progress, and a signature waits for long.
const YEAR: u32 = 12;

impl Dossier {
    /// A stretch of a list of instruments.
    pub fn instruments(&self, query: &InstrumentQuery) -> Result<InstrumentPage> {
        self.showing(None, |showing| page(showing, query))
    }
}

/// An instrument of a list, with what its facts come to.
#[derive(Debug)]
pub(crate) struct Reckoned {
    pub(crate) line: InstrumentLine,
    pub(crate) came: Came,
    pub(crate) concerns: Vec<Concern>,
}

/// All instruments reckoned as of a day, by ref.
pub(crate) fn all(session: &Session<'_>, day: Day) -> Result<Vec<Reckoned>> {
    let mut lines = session.instrument_lines()?;
    replace(&mut lines, day);
    Ok(lines.into_iter().map(|line| reckoned(line, day)).collect())
}

/// One instrument reckoned as of a day.
pub(crate) fn one(session: &Session<'_>, id: Id, day: Day) -> Result<Reckoned> {
    let mut line = session.instrument_line(id)?;
    let mut replaced: Option<(Id, Day)> = None;
    for by in line.facts.replaced_by.clone() {
        let other = session.instrument_line(by)?.facts.in_effect_on(day).map(|on| (by, on));
        replaced = sooner(replaced, other);
    }
    line.facts.replaced_on = replaced;
    Ok(reckoned(line, day))
}

/// Puts the day at which each was replaced, where another has taken its place.
fn replace(lines: &mut [InstrumentLine], day: Day) {
    let wanted: HashSet<Id> = lines.iter().flat_map(|line| line.facts.replaced_by.iter().copied()).collect();
    let taken: HashMap<Id, Day> = lines
        .iter()
        .filter(|line| wanted.contains(&line.id))
        .filter_map(|line| Some((line.id, line.facts.in_effect_on(day)?)))
        .collect();
    for line in lines.iter_mut().filter(|line| !line.facts.replaced_by.is_empty()) {
        line.facts.replaced_on = first_of(&line.facts.replaced_by, &taken);
    }
}

/// Which of those that replace an instrument took effect first, and when.
fn first_of(replaced_by: &[Id], taken: &HashMap<Id, Day>) -> Option<(Id, Day)> {
    replaced_by.iter().fold(None, |first, by| sooner(first, taken.get(by).map(|on| (*by, *on))))
}

fn sooner(one: Option<(Id, Day)>, other: Option<(Id, Day)>) -> Option<(Id, Day)> {
    [one, other].into_iter().flatten().min_by_key(|(_, on)| *on)
}

fn reckoned(line: InstrumentLine, day: Day) -> Reckoned {
    let came = line.facts.reckon(day);
    let concerns = concerns(&line, &came, day);
    Reckoned { line, came, concerns }
}

impl Reckoned {
    /// Day of the newest act or follow-up by a day.
    fn progress(&self, day: Day) -> Option<Day> {
        self.line.facts.newest(day).max(self.line.heard_on)
    }

    /// From when on it has effect, and the last day of its current term, or the day with which it came to its end.
    pub(crate) fn span(&self) -> (Option<Day>, Option<Day>) {
        let terms = &self.came.terms;
        let from = terms.spans.first().and_then(|span| span.from).or(self.came.entered.on());
        let end = self.came.standing.end.filter(|_| self.came.standing.stage.is_ended()).map(|end| end.last);
        (from, end.or_else(|| terms.last().and_then(|span| span.to)))
    }

    /// The last day for notice, where notice is still of use.
    pub(crate) fn notice_on(&self) -> Option<Day> {
        self.came.terms.notice.on.filter(|_| !self.came.standing.stage.is_ended())
    }

    /// The next day on which somebody has to have decided: that for notice, or the end where no notice is due.
    pub(crate) fn decided_by(&self, day: Day) -> Option<Day> {
        let open = self.came.terms.notice.window == NoticeWindow::Open;
        self.notice_on().filter(|on| open && *on >= day).or_else(|| {
            let end = self.came.standing.end.filter(|_| !self.came.standing.stage.is_ended())?;
            (end.last >= day).then_some(end.last)
        })
    }
}

/// Why it needs looking at.
fn concerns(line: &InstrumentLine, came: &Came, day: Day) -> Vec<Concern> {
    let standing = &came.standing;
    let mut found = Vec::new();
    let soon = day.checked_add_days(Days::new(NOTICE_AHEAD)).unwrap_or(Day::MAX);
    let ahead = |on: Option<Day>| on.is_some_and(|on| (day..=soon).contains(&on));
    let year_ago = day.checked_sub_months(Months::new(YEAR)).unwrap_or(Day::MIN);
    if !standing.stage.is_ended() {
        if came.terms.notice.window == NoticeWindow::Open && ahead(came.terms.notice.on) {
            found.push(Concern::NoticeDue);
        }
        if ahead(standing.end.map(|end| end.last)) {
            found.push(Concern::EndsSoon);
        }
        if standing.stage == Stage::Signed {
            found.push(Concern::NotInForce);
            if standing.since.is_some_and(|since| since < year_ago) {
                found.push(Concern::LongNotInForce);
            }
        }
        if line.facts.newest(day).max(line.heard_on).is_none_or(|on| on < year_ago) {
            found.push(Concern::NoProgress);
        }
    }
    if line.facts.effect().is_none() {
        found.push(Concern::Disputed);
    }
    if standing.contradicts() {
        found.push(Concern::Contradiction);
    }
    found
}

/// Shows instruments as rows; tracks are looked up once.
pub(crate) struct Rows<'s> {
    showing: &'s Showing<'s>,
    tracks: OnceCell<BTreeMap<Id, Named>>,
}

impl<'s> Rows<'s> {
    pub(crate) fn new(showing: &'s Showing<'s>) -> Self {
        Self { showing, tracks: OnceCell::new() }
    }

    fn track(&self, id: Id) -> Result<Named> {
        if self.tracks.get().is_none() {
            let named = |track: Track| (track.id, Named { id: track.id, name: track.name });
            let all = self.showing.session.tracks()?.into_iter().map(named).collect();
            let _ = self.tracks.set(all);
        }
        let known = self.tracks.get().and_then(|tracks| tracks.get(&id).cloned());
        Ok(known.unwrap_or_else(|| Named { id, name: String::new() }))
    }

    /// The parties, ours first.
    pub(crate) fn parties(&self, facts: &Facts) -> Vec<Named> {
        let home = self.showing.home();
        let mut parties: Vec<Named> = facts.parties.iter().map(|(party, _)| self.showing.party(*party)).collect();
        parties.sort_by_key(|party| party.id != home);
        parties
    }

    /// The parties other than ours, in one line.
    fn partner(&self, facts: &Facts) -> String {
        let home = self.showing.home();
        let others: Vec<String> =
            self.parties(facts).into_iter().filter(|party| party.id != home).map(|party| party.name).collect();
        others.join(", ")
    }

    /// One instrument by its id.
    pub(crate) fn of(&self, id: Id) -> Result<InstrumentRow> {
        self.row(&one(&self.showing.session, id, self.showing.day)?)
    }

    pub(crate) fn row(&self, found: &Reckoned) -> Result<InstrumentRow> {
        let day = self.showing.day;
        let instrument: Instrument = self.showing.session.require(found.line.id)?;
        let Reckoned { line, came, concerns } = found;
        let last = came.terms.last();
        let notice_on = found.notice_on();
        Ok(InstrumentRow {
            id: line.id,
            revision: instrument.revision,
            r#ref: instrument.reference,
            title: instrument.title,
            short_title: instrument.short_title,
            kind: instrument.kind,
            parties: self.parties(&line.facts),
            partner: self.partner(&line.facts),
            tracks: instrument.tracks.iter().map(|id| self.track(*id)).collect::<Result<_>>()?,
            stage: came.standing.stage,
            stage_since: came.standing.since,
            by_hand: line.facts.by_hand.is_some(),
            effect: line.facts.effect().unwrap_or(LegalEffect::NotStated),
            disputed: line.facts.effect().is_none(),
            signed: signed(&line.facts, day),
            in_force_on: came.entered.on(),
            term: last.map(|span| span.number),
            term_ends_on: last.and_then(|span| span.to),
            notice_on,
            notice_days: notice_on.and_then(|on| i32::try_from((on - day).num_days()).ok()),
            window: if notice_on.is_some() { came.terms.notice.window } else { NoticeWindow::None },
            ends_on: came.standing.end.map(|end| end.last),
            missing: say::missing_line(&came.missing, &|id| self.showing.party(id).name),
            progress_on: found.progress(day),
            commitments: line.commitments,
            open: line.open,
            concerns: concerns.clone(),
        })
    }
}

/// The signature with which all had signed, or the last one so far.
fn last_signature(facts: &Facts, day: Day) -> Option<&Happened> {
    let signatures = facts.done(day).filter(|act| act.kind.signs());
    signatures.max_by_key(|act| (act.dated != Dated::Before, act.on))
}

/// The day all had signed, as people read it; that of the last signature so far where some are missing.
fn signed(facts: &Facts, day: Day) -> String {
    last_signature(facts, day).map_or_else(String::new, |act| {
        let day = when(act.on, act.dated);
        if day.is_empty() { "day not known".into() } else { day }
    })
}

/// An instrument by the day it was signed, or else the first thing was done on it.
pub(crate) struct DatedInstrument {
    pub(crate) reference: String,
    /// What people call it.
    pub(crate) title: String,
    /// The day, as far as it is known.
    pub(crate) on: Option<Day>,
    /// The same, as people read it.
    pub(crate) when: String,
    pub(crate) stage: Stage,
}

/// An instrument by its day.
pub(crate) fn dated(showing: &Showing<'_>, id: Id) -> Result<DatedInstrument> {
    let instrument: Instrument = showing.session.require(id)?;
    let found = one(&showing.session, id, showing.day)?;
    let (facts, day) = (&found.line.facts, showing.day);
    let first = facts.done(day).filter(|act| act.on.is_some()).min_by_key(|act| act.on);
    let act = last_signature(facts, day).filter(|act| act.on.is_some()).or(first);
    Ok(DatedInstrument {
        title: instrument.short().to_owned(),
        reference: instrument.reference,
        on: act.and_then(|act| act.on),
        when: act.map_or_else(String::new, |act| when(act.on, act.dated)),
        stage: found.came.standing.stage,
    })
}

/// What a list is ordered by: what has none of it comes last, whatever the direction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Key {
    without: bool,
    text: String,
}

/// Where a page goes on.
#[derive(Serialize, Deserialize)]
struct Cursor {
    key: Key,
    reference: String,
}

fn page(showing: &Showing<'_>, query: &InstrumentQuery) -> Result<InstrumentPage> {
    let session = &showing.session;
    let rows = Rows::new(showing);
    let held = match query.words.trim() {
        "" => None,
        words => Some(session.pages_holding(Noun::Instrument, &crate::finding::sought(words, false))?),
    };
    let mut counts: BTreeMap<Concern, u32> = BTreeMap::new();
    let mut found: Vec<(Key, Reckoned)> = Vec::new();
    for one in all(session, showing.day)? {
        if held.as_ref().is_some_and(|held| !held.contains(&one.line.id)) || !fits(&one, query, showing.day) {
            continue;
        }
        for concern in &one.concerns {
            *counts.entry(*concern).or_default() += 1;
        }
        if query.concerns.is_empty() || query.concerns.iter().any(|concern| one.concerns.contains(concern)) {
            found.push((key(&rows, &one, query.sort, showing.day), one));
        }
    }
    found.sort_by(|(one, a), (other, b)| order(one, &a.line.reference, other, &b.line.reference, query.descending));
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    if let Some(after) = &query.after {
        let after: Cursor = serde_json::from_str(after)
            .map_err(|_| Error::Invalid("This list cannot be gone on with; ask it anew.".into()))?;
        found.retain(|(key, one)| {
            order(key, &one.line.reference, &after.key, &after.reference, query.descending).is_gt()
        });
    }
    let limit = query.limit.clamp(1, 500) as usize;
    let next = match found.get(limit - 1).filter(|_| found.len() > limit) {
        Some((key, one)) => {
            let cursor = Cursor { key: key.clone(), reference: one.line.reference.clone() };
            Some(serde_json::to_string(&cursor).map_err(|e| Error::Store { doing: "read", detail: e.to_string() })?)
        }
        None => None,
    };
    let shown = found.iter().take(limit).map(|(_, one)| rows.row(one)).collect::<Result<_>>()?;
    let concerns = Concern::ALL
        .iter()
        .map(|concern| ConcernCount { concern: *concern, count: counts.get(concern).copied().unwrap_or(0) })
        .collect();
    Ok(InstrumentPage { rows: shown, next, total, concerns })
}

fn order(one: &Key, reference: &str, other: &Key, other_reference: &str, descending: bool) -> std::cmp::Ordering {
    let by_text = one.text.cmp(&other.text);
    let by_text = if descending { by_text.reverse() } else { by_text };
    one.without.cmp(&other.without).then(by_text).then_with(|| reference.cmp(other_reference))
}

/// Whether an instrument is among those asked for, concerns left aside.
fn fits(one: &Reckoned, query: &InstrumentQuery, day: Day) -> bool {
    let stage = one.came.standing.stage;
    let within = |days: u32| {
        let last = day.checked_add_days(Days::new(u64::from(days))).unwrap_or(Day::MAX);
        one.decided_by(day).is_some_and(|on| on <= last)
    };
    query.partner.is_none_or(|party| one.line.facts.parties.iter().any(|(id, _)| *id == party))
        && (query.tracks.is_empty() || query.tracks.iter().any(|track| one.line.tracks.contains(track)))
        && query.dialogue.is_none_or(|dialogue| one.line.dialogue == Some(dialogue))
        && (query.kinds.is_empty() || query.kinds.contains(&one.line.facts.kind))
        && (query.stages.is_empty() || query.stages.contains(&stage))
        && query.ended.is_none_or(|ended| ended == stage.is_ended())
        && query.notice_within.is_none_or(within)
}

fn key(rows: &Rows<'_>, one: &Reckoned, sort: InstrumentSort, day: Day) -> Key {
    let of_day = |on: Option<Day>| on.map(|on| on.to_string());
    let place = |at: Option<usize>| at.map(|at| format!("{at:02}"));
    let text = match sort {
        InstrumentSort::Ref => Some(one.line.reference.clone()),
        InstrumentSort::Title => Some(one.line.title.clone()),
        InstrumentSort::Partner => {
            Some(crate::store::folded(&rows.partner(&one.line.facts))).filter(|text| !text.is_empty())
        }
        InstrumentSort::Kind => {
            place(crate::vocabulary::InstrumentType::ALL.iter().position(|kind| *kind == one.line.facts.kind))
        }
        InstrumentSort::Stage => place(Stage::ALL.iter().position(|stage| *stage == one.came.standing.stage)),
        InstrumentSort::Signed => {
            of_day(one.line.facts.done(day).filter(|act| act.kind.signs()).filter_map(|act| act.on).max())
        }
        InstrumentSort::Ends => of_day(one.came.terms.last().and_then(|span| span.to)),
        InstrumentSort::Notice => of_day(one.decided_by(day)),
        InstrumentSort::Progress => of_day(one.progress(day)),
    };
    Key { without: text.is_none(), text: text.unwrap_or_default() }
}

/// The instruments that Today brings up: notices and ends within ninety days, soonest first; and signed more than a year
/// ago and not in force, the longest first.
#[derive(Debug)]
pub(crate) struct Troubles {
    pub(crate) notices: Vec<Reckoned>,
    pub(crate) not_in_force: Vec<Reckoned>,
    /// How many have not come to their end.
    pub(crate) live: usize,
}

/// Those, and for when: Today shows them and the frame of the window counts them; reckoning all of them anew after every
/// act would take longer than the act.
#[derive(Debug, Clone)]
pub(crate) struct Brought {
    /// How often instruments had changed.
    changes: u32,
    day: Day,
    found: Arc<Troubles>,
}

impl Brought {
    /// As of a day; kept while no instrument changes.
    pub(crate) fn of(dossier: &Dossier, session: &Session<'_>, day: Day) -> Result<Arc<Troubles>> {
        if dossier.store().past().is_some() {
            return Ok(Arc::new(troubles(session, day)?));
        }
        let changes = session.changes_of_instruments()?;
        let mut kept = dossier.instruments_brought();
        match &*kept {
            Some(known) if (known.changes, known.day) == (changes, day) => Ok(Arc::clone(&known.found)),
            _ => {
                let found = Arc::new(troubles(session, day)?);
                *kept = Some(Self { changes, day, found: Arc::clone(&found) });
                Ok(found)
            }
        }
    }
}

/// What Today brings up. The head of the dossier counts it at every start, of some thousand instruments: each is let go
/// once it is reckoned, unless it is brought up.
fn troubles(session: &Session<'_>, day: Day) -> Result<Troubles> {
    let mut troubles = Troubles { notices: Vec::new(), not_in_force: Vec::new(), live: 0 };
    // Since when each has effect; and those that others replace, which have to be known before.
    let mut taken: HashMap<Id, Day> = HashMap::new();
    let mut replaced: Vec<InstrumentLine> = Vec::new();
    session.each_instrument_line(|line| {
        let (id, on) = if line.facts.replaced_by.is_empty() {
            let one = reckoned(line, day);
            let known = (one.line.id, one.came.entered.on().filter(|on| *on <= day));
            troubles.take(one);
            known
        } else {
            let known = (line.id, line.facts.in_effect_on(day));
            replaced.push(line);
            known
        };
        taken.extend(on.map(|on| (id, on)));
    })?;
    for mut line in replaced {
        line.facts.replaced_on = first_of(&line.facts.replaced_by, &taken);
        troubles.take(reckoned(line, day));
    }
    let in_order = |one: &Reckoned, other: &Reckoned| one.line.reference.cmp(&other.line.reference);
    troubles.notices.sort_by(|a, b| a.decided_by(day).cmp(&b.decided_by(day)).then(in_order(a, b)));
    troubles.not_in_force.sort_by(|a, b| a.came.standing.since.cmp(&b.came.standing.since).then(in_order(a, b)));
    Ok(troubles)
}

impl Troubles {
    /// Counts an instrument, and keeps it where it is brought up.
    fn take(&mut self, one: Reckoned) {
        self.live += usize::from(!one.came.standing.stage.is_ended());
        let has = |concern: Concern| one.concerns.contains(&concern);
        if has(Concern::NoticeDue) || has(Concern::EndsSoon) {
            self.notices.push(one);
        } else if has(Concern::LongNotInForce) {
            self.not_in_force.push(one);
        }
    }
}

/// `Disputed: India holds that it binds; United States that it does not.`
pub(super) fn effect_label(showing: &Showing<'_>, facts: &Facts) -> String {
    let each: Vec<String> = facts
        .parties
        .iter()
        .map(|(party, effect)| format!("{}: {}", showing.party(*party).name, effect.label()))
        .collect();
    match facts.effect() {
        Some(effect) if facts.parties.iter().all(|(_, of)| *of == effect) => capital(effect.label()),
        Some(_) => capital(&each.join("; ")),
        None => format!("Disputed. {}", each.join("; ")),
    }
}
