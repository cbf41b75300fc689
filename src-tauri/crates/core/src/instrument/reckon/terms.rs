//! Terms one after the other, and the last day for notice in the current one.

use super::{
    Entered, Facts,
    enter::{is_begun, signing},
    given::{self, Agreed, Given},
    period::{self, Length},
};
use crate::{
    clock::Day,
    vocabulary::{Denouncing, InstrumentActKind, NoticeWindow, Renewal, TermKind, TermStart},
};

/// How a term came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Came {
    /// It is the first.
    First,
    /// By tacit renewal.
    Tacitly,
    /// By agreement; late where it was agreed after the end of the term before.
    Agreed {
        /// The day it was agreed.
        on: Day,
        /// Whether that was too late to follow on.
        late: bool,
    },
}

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// Its number, from 1.
    pub(crate) number: u32,
    /// Its first day; none where only its last is known.
    pub(crate) from: Option<Day>,
    /// Its last day; none where it has no end.
    pub(crate) to: Option<Day>,
    /// How it came about.
    pub(crate) came: Came,
}

/// Why there is no term to reckon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoTerm {
    /// Nothing is stated.
    NotStated,
    /// It has no end.
    Endless,
    /// What it begins with has not happened.
    NotBegun,
    /// What it begins with has happened on a day that is not known.
    DayUnknown,
}

/// What becomes of the instrument after its last term so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// It goes on, by tacit renewal.
    Renews,
    /// It goes on, as agreed already.
    Agreed(Agreed),
    /// It ends, unless renewal is agreed.
    WantsRenewal,
    /// It ends: renewal is excluded, or not stated.
    Ends {
        /// Whether renewal is not stated.
        unsaid: bool,
    },
    /// It ends: there are no more renewals.
    Exhausted,
    /// It ends: a party has given notice.
    Noticed(Given),
    /// There is no end.
    Never,
}

/// The last day for notice in the current term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Notice {
    /// Whether it can still be given.
    pub(crate) window: NoticeWindow,
    /// The last day; none where no notice is due in this term.
    pub(crate) on: Option<Day>,
}

/// The terms of an instrument as of a day.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Terms {
    /// All that have begun, in order; the first even where it is still to come.
    pub(crate) spans: Vec<Span>,
    /// Why there are none.
    pub(crate) none: Option<NoTerm>,
    /// What follows the last of them.
    pub(crate) after: After,
    /// The notice that can be given in the last of them.
    pub(crate) notice: Notice,
}

impl Terms {
    fn without(none: NoTerm) -> Self {
        let notice = Notice { window: NoticeWindow::None, on: None };
        Self { spans: Vec::new(), none: Some(none), after: After::Never, notice }
    }

    /// The current term, or the last there was.
    pub(crate) fn last(&self) -> Option<&Span> {
        self.spans.last()
    }

    /// The day with which the terms end as things stand; none where they go on.
    pub(crate) fn ends_on(&self) -> Option<Day> {
        match self.after {
            After::Renews | After::Agreed(_) | After::Never => None,
            _ => self.last()?.to,
        }
    }
}

/// The day the first term begins with.
pub(crate) enum Begins {
    /// It is not stated, or has not happened.
    Not,
    /// It has happened on a day that is not known.
    Unknown,
    /// This day.
    On(Day),
}

/// The day the first term begins with, as far as is known by a day.
pub(crate) fn begins(facts: &Facts, entered: &Entered, day: Day) -> Begins {
    match facts.term.from {
        TermStart::Day => facts.term.from_on.map_or(Begins::Not, Begins::On),
        TermStart::Signature => match signing(facts, day).complete() {
            None => Begins::Not,
            Some(None) => Begins::Unknown,
            Some(Some(on)) => Begins::On(on),
        },
        TermStart::EntryIntoForce => match entered {
            Entered::No => Begins::Not,
            Entered::Some { .. } => Begins::Unknown,
            Entered::On { on, .. } => Begins::On(*on),
        },
    }
}

/// The terms of an instrument as of a day.
pub(super) fn terms(facts: &Facts, entered: &Entered, day: Day) -> Terms {
    let rule = &facts.term;
    let begins = begins(facts, entered, day);
    match (rule.kind, &begins) {
        (TermKind::NotStated, _) => return Terms::without(NoTerm::NotStated),
        (TermKind::Endless, _) => return Terms::without(NoTerm::Endless),
        _ if !is_begun(facts, entered, day) => return Terms::without(NoTerm::NotBegun),
        (TermKind::Period, Begins::Not) => return Terms::without(NoTerm::NotBegun),
        (TermKind::Period, Begins::Unknown) => return Terms::without(NoTerm::DayUnknown),
        _ => {}
    }
    let from = match begins {
        Begins::On(on) => Some(on),
        Begins::Not | Begins::Unknown => None,
    };
    let first = rule.length.map(Length::from);
    let to = match rule.kind {
        TermKind::Until => rule.until,
        _ => from.zip(first).and_then(|(from, length)| eve(period::next_begins(from, length))),
    };
    let renewal = rule.renewal_length.map(Length::from).or(first);
    let chain = Chain {
        facts,
        day,
        renewal,
        agreed: given::renewals(facts, day),
        taken: 0,
        anchor: from.filter(|_| rule.kind == TermKind::Period).zip(first),
        spans: vec![Span { number: 1, from, to, came: Came::First }],
    };
    chain.run()
}

fn eve(next: Option<Day>) -> Option<Day> {
    next.and_then(|next| next.pred_opt())
}

/// Terms being strung together.
struct Chain<'f> {
    facts: &'f Facts,
    day: Day,
    /// How long a renewal lasts, where that is known.
    renewal: Option<Length>,
    agreed: Vec<Agreed>,
    /// How many of the renewals agreed have been used up.
    taken: usize,
    /// The day that ends are reckoned from, and how far from it the last term ends: so that no end drifts.
    anchor: Option<(Day, Length)>,
    spans: Vec<Span>,
}

impl Chain<'_> {
    fn run(mut self) -> Terms {
        loop {
            let last = self.spans[self.spans.len() - 1];
            let Some(to) = last.to else { return self.ended(After::Never) };
            let after = self.after(&last, to);
            // The current term is the last one to look at; what follows it is said, and not yet a term.
            if to >= self.day {
                return self.ended(after);
            }
            let came = match after {
                After::Renews => Came::Tacitly,
                After::Agreed(agreed) => Came::Agreed { on: agreed.on, late: agreed.on > to },
                _ => return self.ended(after),
            };
            let until = match after {
                After::Agreed(agreed) => {
                    self.taken += 1;
                    agreed.until.filter(|until| *until > to)
                }
                _ => {
                    // What is agreed within a term that is renewed anyway confirms it, and is used up with it.
                    while self.agreed.get(self.taken).is_some_and(|agreed| agreed.on <= to) {
                        self.taken += 1;
                    }
                    None
                }
            };
            let Some(from) = to.succ_opt() else { return self.ended(After::Never) };
            let next = Span { number: last.number + 1, from: Some(from), to: self.ends(from, until), came };
            self.spans.push(next);
        }
    }

    /// The last day of the term that begins on `from`, and where later ones are reckoned from.
    fn ends(&mut self, from: Day, until: Option<Day>) -> Option<Day> {
        if until.is_some() {
            self.anchor = None;
            return until;
        }
        let length = self.renewal?;
        let (anchor, far) = match self.anchor {
            Some((anchor, far)) if far.is_like(length) => (anchor, far.plus(length)),
            _ => (from, length),
        };
        self.anchor = Some((anchor, far));
        eve(period::next_begins(anchor, far))
    }

    /// What follows a term that ends on `to`.
    fn after(&self, span: &Span, to: Day) -> After {
        let rule = &self.facts.term;
        let renewals = span.number - 1;
        let exhausted = rule.renewal_most.is_some_and(|most| u32::try_from(most).is_ok_and(|most| renewals >= most));
        let agreed = self.agreed.get(self.taken).copied();
        // A day that is agreed upon stands above what would follow by itself.
        if let Some(agreed) = agreed.filter(|agreed| agreed.on <= to && agreed.until.is_some_and(|until| until > to)) {
            return After::Agreed(agreed);
        }
        let tacit = rule.renewal == Renewal::Tacit;
        if tacit && let Some(notice) = noticed(self.facts, to, self.day) {
            return agreed.map_or(After::Noticed(notice), After::Agreed);
        }
        match rule.renewal {
            Renewal::Tacit if !exhausted => After::Renews,
            _ if agreed.is_some_and(|agreed| agreed.on <= to || to < self.day) => {
                agreed.map_or(After::Exhausted, After::Agreed)
            }
            Renewal::Tacit => After::Exhausted,
            Renewal::Express if exhausted => After::Exhausted,
            Renewal::Express => After::WantsRenewal,
            Renewal::None => After::Ends { unsaid: false },
            Renewal::NotStated => After::Ends { unsaid: true },
        }
    }

    fn ended(self, after: After) -> Terms {
        let last = self.spans[self.spans.len() - 1];
        let notice = notice(self.facts, &last, after, self.day);
        Terms { spans: self.spans, none: None, after, notice }
    }
}

/// The last day on which notice is in time for a term that ends on `to`; its own last day where no period is stated.
pub(super) fn in_time(facts: &Facts, to: Day) -> Day {
    let before = facts.term.notice.and_then(|notice| period::last_before(to, notice.into()));
    before.unwrap_or(to)
}

/// The notice that keeps a term ending on `to` from being renewed, where one has been given by `day`: of parties so many
/// that fewer than two remain, the last that was needed.
fn noticed(facts: &Facts, to: Day, day: Day) -> Option<Given> {
    let mut all = given::notices(facts, InstrumentActKind::NonRenewal, day);
    if facts.term.denouncing == Denouncing::AtTermEnd {
        all.extend(given::notices(facts, InstrumentActKind::Denunciation, day));
    }
    all.retain(|notice| notice.on <= in_time(facts, to) && notice.stands(to));
    all.sort_by_key(|notice| notice.on);
    let mut gone = Vec::new();
    all.into_iter().find(|notice| {
        gone.push(notice.party);
        given::too_few_remain(facts, &gone)
    })
}

/// The last day for notice in a term, and whether it can still be given.
fn notice(facts: &Facts, span: &Span, after: After, day: Day) -> Notice {
    let none = Notice { window: NoticeWindow::None, on: None };
    let (Some(to), Some(_)) = (span.to, facts.term.notice) else { return none };
    let on = Some(in_time(facts, to));
    match after {
        After::Renews | After::WantsRenewal => {
            let passed = on.is_some_and(|on| on < day);
            Notice { window: if passed { NoticeWindow::Passed } else { NoticeWindow::Open }, on }
        }
        After::Noticed(_) => Notice { window: NoticeWindow::Given, on },
        After::Agreed(_) | After::Ends { .. } | After::Exhausted | After::Never => none,
    }
}
