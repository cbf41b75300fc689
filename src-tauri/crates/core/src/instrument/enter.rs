//! Entering an instrument: its facts, its parties, and the acts it begins with.

use chrono::Datelike as _;

use super::{Instrument, InstrumentParty, REF_CODE, act};
use crate::{
    body::Body,
    clock::Day,
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    marking,
    op::Op,
    party::Party,
    transact::Act,
    vocabulary::{EntryClause, InstrumentActKind, Noun, PeriodUnit, Renewal, TermKind, TermStart},
    wire::{Changed, EntryRule, InstrumentDraft, InstrumentPartyDraft, Period, TermRule},
};

/// How many languages an instrument is done in at most.
const LANGUAGES_MOST: usize = 40;

impl Dossier {
    /// Enters an instrument with its parties and the acts it begins with, or changes what it says and who its parties are.
    pub fn save_instrument(&self, draft: &InstrumentDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveInstrument, |act| save(act, draft))
    }
}

/// Enters an instrument or changes it, within an act.
pub(crate) fn save(act: &mut Act<'_>, draft: &InstrumentDraft) -> Result<Id> {
    let stored = draft.id.map(|id| act.seen::<Instrument>(id, draft.revision)).transpose()?;
    if let Some(dialogue) = draft.dialogue {
        act.session.require::<Dialogue>(dialogue)?;
    }
    if let Some(holder) = draft.holder {
        act.session.require::<Body>(holder)?;
    }
    if draft.parties.len() < 2 {
        return invalid("An instrument has at least two parties. Name both sides.");
    }
    let (languages, authentic, prevailing) = languages(draft)?;
    let entry = entry(&draft.entry)?;
    let term = term(&draft.term)?;
    let reference = match &stored {
        Some(row) => row.reference.clone(),
        None => act.session.next_reference(REF_CODE, first_day(draft).unwrap_or(act.day).year())?,
    };
    let row = Instrument {
        id: act.id_or_new(draft.id),
        revision: draft.revision,
        reference,
        title: field::required("The instrument's title", &draft.title)?,
        short_title: field::line("The short title", &draft.short_title)?,
        kind: draft.kind,
        stage: draft.stage,
        stage_since: draft.stage_since.filter(|_| draft.stage.is_some()),
        dialogue: draft.dialogue,
        tracks: act.existing(Noun::Track, &draft.tracks)?,
        languages,
        authentic,
        prevailing,
        depositary: field::line("The depositary", &draft.depositary)?,
        holder: draft.holder,
        holder_note: field::line("Where the original lies", &draft.holder_note)?,
        entry_clause: entry.clause,
        entry_count: entry.count,
        entry_on: entry.on,
        entry_after: entry.after.map(|period| period.length),
        entry_unit: entry.after.map(|period| period.unit),
        entry_first_of_month: entry.first_of_month,
        term_kind: term.kind,
        term_length: term.length.map(|period| period.length),
        term_unit: term.length.map(|period| period.unit),
        term_from: term.from,
        term_from_on: term.from_on,
        term_until: term.until,
        renewal: term.renewal,
        renewal_length: term.renewal_length.map(|period| period.length),
        renewal_unit: term.renewal_length.map(|period| period.unit),
        renewal_most: term.renewal_most,
        notice_length: term.notice.map(|period| period.length),
        notice_unit: term.notice.map(|period| period.unit),
        notice_form: term.notice_form,
        denouncing: term.denouncing,
        note: field::note("The note", &draft.note)?,
        marking: marking::checked(&act.session, &draft.marking)?,
    };
    let new = stored.is_none();
    if new {
        act.insert(&row)?;
    } else {
        act.update(&row)?;
    }
    replace_parties(act, row.id, &draft.parties)?;
    if new {
        for one in &draft.acts {
            let one =
                crate::wire::InstrumentActDraft { id: None, revision: 0, instrument: Some(row.id), ..one.clone() };
            act::save(act, &one)?;
        }
    } else if !draft.acts.is_empty() {
        return invalid("Acts are entered with a new instrument only; later ones are entered by themselves.");
    }
    act.title(format!("{} {} {}", if new { "Added" } else { "Changed" }, row.reference, row.short()));
    Ok(row.id)
}

/// The day an instrument counts as that year's: the first it was signed on, or the first of any act.
fn first_day(draft: &InstrumentDraft) -> Option<Day> {
    let first = |signed: bool| {
        let kinds = |kind: InstrumentActKind| !signed || kind.signs();
        draft.acts.iter().filter(|one| kinds(one.kind)).filter_map(|one| one.on).min()
    };
    first(true).or_else(|| first(false)).or(draft.stage_since)
}

/// Puts the parties to the given ones; those that stay keep their rows.
fn replace_parties(act: &mut Act<'_>, instrument: Id, drafts: &[InstrumentPartyDraft]) -> Result<()> {
    let mut left = act.session.with::<InstrumentParty>("instrument_id", instrument)?;
    let mut seen: Vec<Id> = Vec::new();
    for draft in drafts {
        let party: Party = act.session.require(draft.party)?;
        if seen.contains(&draft.party) {
            return invalid(format!("{} is named twice among the parties.", party.name));
        }
        seen.push(draft.party);
        let mut bodies = draft.implementing.clone();
        bodies.extend(draft.body);
        for body in &bodies {
            let body: Body = act.session.require(*body)?;
            if body.party != party.id {
                return invalid(format!("{} is no body of {}.", body.short(), party.name));
            }
        }
        let row = |id: Id, revision: i32, implementing: Vec<Id>| InstrumentParty {
            id,
            revision,
            instrument,
            party: draft.party,
            effect: draft.effect,
            body: draft.body,
            implementing,
        };
        let implementing = act.existing(Noun::Body, &draft.implementing)?;
        match left.iter().position(|stored| stored.party == draft.party) {
            Some(at) => {
                let stored = left.remove(at);
                act.change(&stored, &row(stored.id, stored.revision, implementing))?;
            }
            None => {
                let row = row(act.id(), 0, implementing);
                act.insert(&row)?;
            }
        }
    }
    for gone in left {
        act.delete(Noun::InstrumentParty, gone.id)?;
    }
    Ok(())
}

/// Language tags, parted by blanks: those it is done in, those that are authentic, the one that prevails.
fn languages(draft: &InstrumentDraft) -> Result<(String, String, String)> {
    let tags = |what: &str, tags: &[String]| -> Result<Vec<String>> {
        let mut found: Vec<String> = Vec::new();
        for tag in tags {
            let tag = field::line(what, tag)?;
            // BCP 47: subtags of letters and digits, joined by hyphens.
            if tag.is_empty() || !tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
                return invalid(format!("{what} “{tag}” is no language tag such as en, hi or pt-BR."));
            }
            if !found.contains(&tag) {
                found.push(tag);
            }
        }
        Ok(found)
    };
    let done = tags("The language", &draft.languages)?;
    let authentic = tags("The authentic language", &draft.authentic)?;
    if done.len() > LANGUAGES_MOST {
        return invalid(format!("An instrument is done in at most {LANGUAGES_MOST} languages here."));
    }
    let prevailing = draft.prevailing.trim().to_owned();
    for tag in authentic.iter().chain([&prevailing].into_iter().filter(|tag| !tag.is_empty())) {
        if !done.contains(tag) {
            return invalid(format!("The instrument is not done in “{tag}”; add it to its languages first."));
        }
    }
    Ok((done.join(" "), authentic.join(" "), prevailing))
}

/// The entry clause with what belongs to it alone.
pub(super) fn entry(rule: &EntryRule) -> Result<EntryRule> {
    let clause = rule.clause;
    let counts = clause == EntryClause::OnRatifications;
    if rule.count.is_some_and(|count| counts && !(1..=999).contains(&count)) {
        return invalid("The number of ratifications is between 1 and 999.");
    }
    if clause == EntryClause::OnDay && rule.on.is_none() {
        return invalid("Say on which day the instrument enters into force, or choose another clause.");
    }
    let after = !matches!(clause, EntryClause::NotStated | EntryClause::OnDay);
    Ok(EntryRule {
        clause,
        count: rule.count.filter(|_| counts),
        on: rule.on.filter(|_| clause == EntryClause::OnDay),
        after: match rule.after.filter(|_| after) {
            Some(period) => Some(length("The time until it enters into force", period)?),
            None => None,
        },
        first_of_month: rule.first_of_month && after,
    })
}

/// The term with what belongs to it alone.
pub(super) fn term(rule: &TermRule) -> Result<TermRule> {
    let kind = rule.kind;
    let (period, until) = (kind == TermKind::Period, kind == TermKind::Until);
    let ends = period || until;
    if period && rule.length.is_none() {
        return invalid("Say how long the first term lasts, or choose that it is without end or not stated.");
    }
    if until && rule.until.is_none() {
        return invalid("Say on which day the first term ends, or choose that it is without end or not stated.");
    }
    let from_day = ends && rule.from == TermStart::Day;
    if from_day && rule.from_on.is_none() {
        return invalid(
            "Say on which day the first term begins, or that it begins with signature or entry into force.",
        );
    }
    if let (Some(from), Some(until)) = (rule.from_on.filter(|_| from_day), rule.until.filter(|_| until))
        && until < from
    {
        return invalid("The first term would end before it begins.");
    }
    let renews = ends && matches!(rule.renewal, Renewal::Tacit | Renewal::Express);
    if rule.renewal_most.is_some_and(|most| renews && !(1..=999).contains(&most)) {
        return invalid("The number of renewals is between 1 and 999; leave it out where there is no limit.");
    }
    let checked = |what: &str, given: Option<Period>| given.map(|period| length(what, period)).transpose();
    Ok(TermRule {
        kind,
        length: checked("The first term", rule.length.filter(|_| period))?,
        from: if ends { rule.from } else { TermStart::Signature },
        from_on: rule.from_on.filter(|_| from_day),
        until: rule.until.filter(|_| until),
        renewal: if ends { rule.renewal } else { Renewal::NotStated },
        renewal_length: checked("A renewal", rule.renewal_length.filter(|_| renews))?,
        renewal_most: rule.renewal_most.filter(|_| renews),
        notice: checked("The notice", rule.notice)?,
        notice_form: field::line("The form of the notice", &rule.notice_form)?,
        denouncing: rule.denouncing,
    })
}

/// A period that a calendar can hold: at least one, at most 999 years or as much in months and days.
fn length(what: &str, period: Period) -> Result<Period> {
    let (most, unit) = match period.unit {
        PeriodUnit::Days => (36_500, "days"),
        PeriodUnit::Months => (11_988, "months"),
        PeriodUnit::Years => (999, "years"),
    };
    if !(1..=most).contains(&period.length) {
        return invalid(format!("{what} lasts between 1 and {most} {unit}."));
    }
    Ok(period)
}
