//! The sentences that explain what was reckoned, and the clauses of an instrument in words.

mod clause;
mod remark;

pub(crate) use clause::{entry_label, term_labels};

use super::{
    Entered, Facts, Missing, Notice, Reckoned,
    end::{How, Reckoned as From},
    enter::by_clause,
    stage::Why,
    terms::{After, Came, NoTerm, Span},
};
use crate::{
    clock::{Day, spoken},
    id::Id,
    rules::capital,
    vocabulary::{EntryClause, InstrumentActKind, NoticeWindow, PeriodUnit, Stage, TermKind, TermStart},
    wire::{MissingAct, Named, Period, Reckoning},
};

/// What parties and instruments are called.
pub(crate) type Names<'n> = &'n dyn Fn(Id) -> String;

/// What the facts come to as of a day, in sentences.
pub(crate) fn explained(facts: &Facts, reckoned: &Reckoned, day: Day, names: Names<'_>) -> Reckoning {
    let say = Say { facts, reckoned, day, names };
    let standing = &reckoned.standing;
    let last = reckoned.terms.last();
    let ended = standing.stage.is_ended();
    let notice = if ended { Notice { window: NoticeWindow::None, on: None } } else { reckoned.terms.notice };
    Reckoning {
        stage: standing.stage,
        stage_since: standing.since,
        stage_why: say.stage(),
        stage_of_acts: standing.of_acts.map(|(stage, ..)| stage),
        contradiction: say.contradiction(),
        in_force_on: reckoned.entered.on(),
        in_force_why: say.entered(),
        provisional_on: say.provisional(),
        term: last.map(|span| span.number),
        term_begins_on: last.and_then(|span| span.from),
        term_ends_on: last.and_then(|span| span.to),
        term_why: say.term(),
        notice_on: notice.on,
        notice_days: notice.on.and_then(|on| i32::try_from((on - day).num_days()).ok()),
        window: notice.window,
        notice_why: if ended { String::new() } else { say.notice() },
        ends_on: standing.end.map(|end| end.last),
        ends_why: say.end(),
        missing: reckoned.missing.iter().map(|missing| say.missing(missing)).collect(),
        missing_why: say.all_missing(),
        remarks: say.remarks(),
    }
}

/// What is missing, in one line: `signature by India; ratification by Sudland`.
pub(crate) fn missing_line(missing: &[Missing], names: Names<'_>) -> String {
    missing.iter().map(|missing| missing_label(missing, names)).collect::<Vec<_>>().join("; ")
}

fn missing_label(missing: &Missing, names: Names<'_>) -> String {
    match (missing.party, missing.count) {
        (Some(party), _) => format!("{} by {}", missing.kind.label(), names(party)),
        (None, 0 | 1) => missing.kind.label().to_owned(),
        (None, count) => format!("{} more {}s", number(count), missing.kind.label()),
    }
}

struct Say<'s> {
    facts: &'s Facts,
    reckoned: &'s Reckoned,
    day: Day,
    names: Names<'s>,
}

impl Say<'_> {
    fn name(&self, party: Option<Id>) -> String {
        party.map_or_else(|| "all parties".to_owned(), |party| (self.names)(party))
    }

    fn stage(&self) -> String {
        let standing = &self.reckoned.standing;
        let since = |on: Option<Day>| on.map_or_else(String::new, |on| format!(" since {}", spoken(on)));
        match standing.why {
            Why::Nothing => "Nothing has been entered on it yet.".into(),
            Why::ByHand => format!("Set by hand: {}{}.", standing.stage, since(standing.since)),
            _ => self.stage_of_acts().unwrap_or_default(),
        }
    }

    fn stage_of_acts(&self) -> Option<String> {
        let (stage, since, why) = self.reckoned.standing.of_acts?;
        let on = since.map_or_else(String::new, |on| format!(" on {}", spoken(on)));
        Some(match why {
            Why::Ended => self.end(),
            Why::Suspended(until) => {
                let until = until.map_or_else(String::new, |until| format!(" until {}", spoken(until)));
                let since = since.map_or_else(String::new, |on| format!(" since {}", spoken(on)));
                format!("Suspended{since}{until}; its term goes on.")
            }
            Why::Entered => self.entered(),
            Why::Act(_) if stage == Stage::Signed => self.signed(),
            Why::Act(kind) => format!("{}{on}.", capital(kind.label())),
            Why::Nothing | Why::ByHand => return None,
        })
    }

    /// Who has signed, and who has not.
    fn signed(&self) -> String {
        let signed = super::enter::signing(self.facts, self.day);
        let mut said: Vec<String> = Vec::new();
        for act in self.facts.done(self.day).filter(|act| act.kind.signs()) {
            let how = match act.kind {
                InstrumentActKind::Adoption => "adopted",
                InstrumentActKind::Accession => "acceded to",
                InstrumentActKind::Succession => "succeeded to",
                _ => "signed",
            };
            let by = act.party.map_or_else(String::new, |party| format!(" by {}", (self.names)(party)));
            let when = crate::instrument::when(act.on, act.dated);
            let when = match act.dated {
                _ if when.is_empty() => " on a day not known".to_owned(),
                crate::vocabulary::Dated::Day => format!(" on {when}"),
                crate::vocabulary::Dated::Before => format!(" {when}"),
                crate::vocabulary::Dated::Month | crate::vocabulary::Dated::Year => format!(" in {when}"),
            };
            said.push(format!("{how}{by}{when}"));
        }
        let missing: Vec<String> = signed.missing.iter().map(|party| (self.names)(*party)).collect();
        if !missing.is_empty() {
            said.push(format!("not yet by {}", list(&missing)));
        }
        format!("{}.", capital(&said.join("; ")))
    }

    fn contradiction(&self) -> Option<String> {
        let standing = &self.reckoned.standing;
        let (stage, ..) = standing.of_acts.filter(|_| standing.contradicts())?;
        let why = self.stage_of_acts().unwrap_or_default();
        Some(format!("Set by hand to {}; the acts come to {stage}. {why}", standing.stage))
    }

    /// Whether and when it entered into force, and why.
    fn entered(&self) -> String {
        let word = if self.facts.binds() { "In force" } else { "Operative" };
        let by = self.clause_words();
        match self.reckoned.entered {
            Entered::On { on, said } => {
                let since = if on <= self.day { "since" } else { "from" };
                let why = if said { "as entered".to_owned() } else { by };
                format!("{word} {since} {}: {why}.", spoken(on))
            }
            Entered::Some { said } => {
                let why = if said { "as entered".to_owned() } else { by };
                format!("{word}: {why}; the day is not known.")
            }
            Entered::No => match self.facts.entry.clause {
                EntryClause::NotStated if self.facts.waits_for_consent() => {
                    "When it enters into force is not stated: as soon as all parties have consented to be bound (Vienna Convention on the Law of Treaties, article 24).".into()
                }
                EntryClause::NotStated if self.facts.binds() => {
                    "When it enters into force is not stated: with the last of what is exchanged.".into()
                }
                EntryClause::NotStated => "When it becomes operative is not stated: with the last signature.".into(),
                _ => format!("{}.", capital(&entry_label(&self.facts.entry))),
            },
        }
    }

    /// What made it enter into force.
    fn clause_words(&self) -> String {
        let rule = &self.facts.entry;
        let adopted = self.facts.done(self.day).any(|act| act.kind == InstrumentActKind::Adoption);
        let first = match rule.clause {
            EntryClause::NotStated if self.facts.waits_for_consent() => "all parties have consented to be bound",
            EntryClause::NotStated if self.facts.binds() => "exchanged by all parties",
            EntryClause::NotStated | EntryClause::OnSignature if adopted => "adopted or issued by all parties",
            EntryClause::NotStated | EntryClause::OnSignature => "signed by all parties",
            EntryClause::OnNotifications => "the later notification",
            EntryClause::OnExchange => "the exchange of instruments",
            EntryClause::OnRatifications => match rule.count {
                Some(count) => return self.waited(&format!("ratification number {count}")),
                None => "the last ratification",
            },
            EntryClause::OnDay => "the day its clause names",
        };
        self.waited(first)
    }

    fn waited(&self, event: &str) -> String {
        let rule = &self.facts.entry;
        let mut words = match rule.after {
            Some(after) => format!("{} after {event}", period(after)),
            None => event.to_owned(),
        };
        if rule.first_of_month {
            words.push_str(", on the first day of the month that follows");
        }
        words
    }

    fn provisional(&self) -> Option<Day> {
        if self.reckoned.entered.has_happened(self.day) || self.reckoned.standing.stage.is_ended() {
            return None;
        }
        let mut acts = self.facts.of(InstrumentActKind::ProvisionalApplication, self.day);
        acts.find_map(|act| act.effect()).filter(|from| *from <= self.day)
    }

    /// `Term ends 18 Jul 2016: five years from signature; tacitly renewed once.`
    fn term(&self) -> String {
        let terms = &self.reckoned.terms;
        let Some(span) = terms.last() else {
            return match terms.none {
                None | Some(NoTerm::NotStated) => "No term is stated.".into(),
                Some(NoTerm::Endless) => "It runs without end.".into(),
                Some(NoTerm::NotBegun) if self.facts.term.from == TermStart::Day => {
                    "The term has not begun: nothing has been signed.".into()
                }
                Some(NoTerm::NotBegun) => {
                    format!("The term has not begun: it begins with {}.", start_words(self.facts.term.from))
                }
                Some(NoTerm::DayUnknown) => format!(
                    "The term cannot be reckoned: the day of {} is not known.",
                    start_words(self.facts.term.from)
                ),
            };
        };
        let why = [self.first_term(), self.renewed()].into_iter().flatten().collect::<Vec<_>>().join("; ");
        match span.to {
            Some(to) if to < self.day => format!("The last term ended {}: {why}.", spoken(to)),
            Some(to) => format!("Term ends {}: {why}.", spoken(to)),
            None => format!("The term has no end: {why}."),
        }
    }

    /// `five years from signature`, `as the instrument says`.
    fn first_term(&self) -> Option<String> {
        let rule = &self.facts.term;
        if rule.kind == TermKind::Until {
            return Some(match (rule.until, self.reckoned.terms.spans.len()) {
                (Some(until), 2..) => format!("first until {}", spoken(until)),
                _ => "the day the instrument names".to_owned(),
            });
        }
        let from = match (rule.from, rule.from_on) {
            (TermStart::Day, Some(on)) => spoken(on),
            (from, _) => start_words(from).to_owned(),
        };
        rule.length.map(|length| format!("{} from {from}", period(length)))
    }

    /// `tacitly renewed twice, for two years each`.
    fn renewed(&self) -> Option<String> {
        let rule = &self.facts.term;
        let spans = &self.reckoned.terms.spans;
        let count = |which: &dyn Fn(&Span) -> bool| spans.iter().filter(|span| which(span)).count();
        let tacitly = count(&|span| span.came == Came::Tacitly);
        let agreed = count(&|span| matches!(span.came, Came::Agreed { .. }));
        let long = match rule.renewal_length.filter(|length| rule.length != Some(*length)) {
            Some(length) if tacitly + agreed > 1 => format!(", for {} each time", period(length)),
            Some(length) => format!(", for {}", period(length)),
            None => String::new(),
        };
        let mut said = Vec::new();
        if tacitly > 0 {
            said.push(format!("tacitly renewed {}", times(tacitly)));
        }
        if agreed > 0 {
            said.push(format!("renewed by agreement {}", times(agreed)));
        }
        (!said.is_empty()).then(|| format!("{}{long}", said.join(", ")))
    }

    fn notice(&self) -> String {
        let terms = &self.reckoned.terms;
        let to = terms.last().and_then(|span| span.to);
        let before = || self.facts.term.notice.map_or_else(String::new, |notice| format!("{} before", period(notice)));
        match (terms.after, terms.notice.on, to) {
            (After::Renews, Some(on), Some(to)) if on < self.day => {
                format!("The day for notice, {}, has passed: tacitly renewed after {}.", spoken(on), spoken(to))
            }
            (After::Renews, Some(on), Some(to)) => {
                format!(
                    "Notice by {} keeps it from being renewed: {} the term ends, {}.",
                    spoken(on),
                    before(),
                    spoken(to)
                )
            }
            (After::WantsRenewal, Some(on), Some(to)) if on < self.day => format!(
                "The day for notice, {}, has passed: it expires after {} unless renewal is agreed.",
                spoken(on),
                spoken(to)
            ),
            (After::WantsRenewal, Some(on), Some(to)) => format!(
                "Renewal is to be proposed by {}: {} the term ends, {}; without it the instrument expires.",
                spoken(on),
                before(),
                spoken(to)
            ),
            (After::Renews, None, Some(to)) => {
                format!("No period of notice is stated: notice by {} keeps it from being renewed.", spoken(to))
            }
            (After::WantsRenewal, None, Some(to)) => {
                format!("It expires after {} unless renewal is agreed.", spoken(to))
            }
            (After::Noticed(notice), _, Some(to)) => format!(
                "Notice was given by {} on {}: it is not renewed after {}.",
                self.name(notice.party),
                spoken(notice.on),
                spoken(to)
            ),
            (After::Agreed(agreed), _, _) => {
                format!("Its renewal has been agreed, on {}; no notice is due.", spoken(agreed.on))
            }
            (After::Exhausted, _, Some(to)) => {
                format!("It cannot be renewed again; it ends after {} without notice.", spoken(to))
            }
            (After::Ends { unsaid: false }, _, Some(to)) => {
                format!("It is not renewed; it ends after {} without notice.", spoken(to))
            }
            (After::Ends { unsaid: true }, _, Some(to)) => {
                format!("Whether it is renewed is not stated; as it stands it ends after {}.", spoken(to))
            }
            _ => match self.facts.term.notice {
                Some(notice) => format!("A denunciation takes effect {} after notice.", period(notice)),
                None => "No notice is stated.".into(),
            },
        }
    }

    /// How it ended, or will end.
    fn end(&self) -> String {
        let Some(end) = self.reckoned.standing.end else { return String::new() };
        let past = end.last < self.day;
        let on = spoken(end.last);
        match end.how {
            How::Term => {
                let why = match self.reckoned.terms.after {
                    After::WantsRenewal if past => "no renewal was agreed",
                    After::WantsRenewal => "no renewal is agreed so far",
                    After::Exhausted => "it could not be renewed again",
                    After::Ends { unsaid: true } => "whether it is renewed is not stated",
                    _ => "it is not renewed",
                };
                let first = self.first_term().unwrap_or_default();
                let term = [Some(first), self.renewed()].into_iter().flatten().filter(|part| !part.is_empty());
                let term = term.collect::<Vec<_>>().join("; ");
                format!("{} {on}: {term}; {why}.", if past { "Expired after" } else { "Expires after" })
            }
            How::Notice(notice) => {
                let kind =
                    if notice.kind == InstrumentActKind::NonRenewal { "notice of non-renewal" } else { "denunciation" };
                format!(
                    "{} {on}, the end of its term: {kind} by {} on {}.",
                    if past { "Ended after" } else { "Ends after" },
                    self.name(notice.party),
                    spoken(notice.on)
                )
            }
            How::Denunciation(notice, why) => {
                let why = match why {
                    From::Said => "as it says".to_owned(),
                    From::Notice(notice) => format!("{} after notice", period(notice)),
                    From::Unstated => "no notice is stated, so twelve months are reckoned (Vienna Convention on the Law of Treaties, article 56)".to_owned(),
                    From::AtOnce => "no notice is stated, and it does not bind".to_owned(),
                    From::TermEnd => "the end of its term".to_owned(),
                };
                format!(
                    "Denounced by {} on {}: {} {on}, {why}.",
                    self.name(notice.party),
                    spoken(notice.on),
                    if past { "ended after" } else { "ends after" }
                )
            }
            How::Agreement => format!("{} after {on}, by agreement.", if past { "Ended" } else { "Ends" }),
            How::Replacement(by) => {
                let by = by.map_or_else(String::new, |by| format!(" by {}", (self.names)(by)));
                format!("{} after {on}: replaced{by}.", if past { "Ended" } else { "Ends" })
            }
        }
    }

    fn missing(&self, missing: &Missing) -> MissingAct {
        MissingAct {
            kind: missing.kind,
            party: missing.party.map(|id| Named { id, name: (self.names)(id) }),
            label: missing_label(missing, self.names),
        }
    }

    fn all_missing(&self) -> String {
        if self.reckoned.missing.is_empty() {
            return String::new();
        }
        let word = if self.facts.binds() { "enters into force" } else { "becomes operative" };
        format!("Missing before it {word}: {}.", missing_line(&self.reckoned.missing, self.names))
    }

    fn remarks(&self) -> Vec<String> {
        remark::all(self.facts, self.reckoned, self.day, self.names)
    }
}

/// What the clause comes to where an act says something else.
pub(super) fn clause_differs(facts: &Facts, entered: Entered, day: Day) -> Option<(Day, Day)> {
    let (Entered::On { on, said: true }, Entered::On { on: clause, .. }) = (entered, by_clause(facts, day)) else {
        return None;
    };
    (on != clause).then_some((on, clause))
}

const fn start_words(from: TermStart) -> &'static str {
    match from {
        TermStart::Signature => "signature",
        TermStart::EntryIntoForce => "entry into force",
        TermStart::Day => "a fixed day",
    }
}

/// `five years`, `one month`, `30 days`.
pub(crate) fn period(period: Period) -> String {
    let one = period.length == 1;
    let unit = match (period.unit, one) {
        (PeriodUnit::Days, true) => "day",
        (PeriodUnit::Days, false) => "days",
        (PeriodUnit::Months, true) => "month",
        (PeriodUnit::Months, false) => "months",
        (PeriodUnit::Years, true) => "year",
        (PeriodUnit::Years, false) => "years",
    };
    format!("{} {unit}", number(usize::try_from(period.length).unwrap_or(0)))
}

/// A number in words up to twelve, in figures beyond.
fn number(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `once`, `twice`, `three times`.
fn times(count: usize) -> String {
    match count {
        1 => "once".into(),
        2 => "twice".into(),
        count => format!("{} times", number(count)),
    }
}

/// `A`, `A and B`, `A, B and C`.
pub(super) fn list(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
