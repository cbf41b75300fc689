//! Entering commitments from candidates: one, or all that are firm, as one act.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    commitment::{self, Commitment, link, status},
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    op::Op,
    text::{Passage, Text},
    transact::Act,
    vocabulary::{LinkKind, Status},
    wire::{AcceptDraft, Changed, LinkDraft, PassageDraft, StatusDraft},
};

impl Dossier {
    /// Enters commitments from the candidates of a text, in one act that one undo takes back. Answers their ids, in the
    /// same order. Where one of them is refused, none is entered.
    pub fn accept_candidates(&self, drafts: &[AcceptDraft]) -> Result<Changed<Vec<Id>>> {
        self.transact(Op::AcceptCandidates, |act| {
            if drafts.is_empty() {
                return invalid("Nothing was chosen to be entered.");
            }
            let mut twins = Twins::of(act, drafts)?;
            let entered = drafts.iter().map(|draft| accept(act, &mut twins, draft)).collect::<Result<Vec<Id>>>()?;
            let from = texts(act, drafts)?;
            let what = match entered.as_slice() {
                [one] => {
                    let row: Commitment = act.session.require(*one)?;
                    format!("Added {} {}", row.called(), row.title)
                }
                many => format!("Added {} commitments", many.len()),
            };
            act.title(if from.is_empty() { what } else { format!("{what}, from {from}") });
            Ok(entered)
        })
    }
}

fn accept(act: &mut Act<'_>, twins: &mut Twins, draft: &AcceptDraft) -> Result<Id> {
    if draft.draft.id.is_some() {
        return invalid("What is entered from a text is a new commitment.");
    }
    let id = commitment::save(act, &draft.draft)?;
    twins.warn(act, draft, id)?;
    if let Some(old) = draft.supersedes {
        supersede(act, id, old)?;
    }
    Ok(id)
}

/// The commitments entered from the very same words before, by text and place. The passages of a text are gone through
/// once, however many candidates of it are entered together.
struct Twins(BTreeMap<(Id, u32, u32), Vec<Id>>);

impl Twins {
    fn of(act: &Act<'_>, drafts: &[AcceptDraft]) -> Result<Self> {
        let place = |at: &PassageDraft| (at.text, at.start, at.end);
        let places = drafts.iter().filter_map(|draft| draft.draft.passage.as_ref()).map(place);
        let mut twins: BTreeMap<_, Vec<Id>> = places.map(|place| (place, Vec::new())).collect();
        let texts: BTreeSet<Id> = twins.keys().map(|(text, ..)| *text).collect();
        for text in texts {
            for passage in act.session.with::<Passage>("text_id", text)? {
                let place = (text, passage.start.unsigned_abs(), passage.end.unsigned_abs());
                if let Some(here) = twins.get_mut(&place) {
                    let found = act.session.with::<Commitment>("passage_id", passage.id)?;
                    here.extend(found.iter().map(|commitment| commitment.id));
                }
            }
        }
        Ok(Self(twins))
    }

    /// Says where the same words were entered before; two undertakings in one sentence are a reason to do so.
    fn warn(&mut self, act: &mut Act<'_>, draft: &AcceptDraft, entered: Id) -> Result<()> {
        let Some(at) = &draft.draft.passage else { return Ok(()) };
        let here = self.0.entry((at.text, at.start, at.end)).or_default();
        for other in here.iter() {
            let other = act.session.reference(*other)?;
            act.warn(format!("These words were entered as {other} already."));
        }
        here.push(entered);
        Ok(())
    }
}

/// Puts a new commitment in the place of an old one. What was closed before stays closed as it was.
fn supersede(act: &mut Act<'_>, new: Id, old: Id) -> Result<()> {
    link::add(act, &LinkDraft { from: new, kind: LinkKind::Supersedes, to: old })?;
    let row: Commitment = act.session.require(old)?;
    let new: Commitment = act.session.require(new)?;
    if !row.status.is_open() {
        act.warn(format!("{} was {} before, and stays so.", row.called(), row.status.label()));
        return Ok(());
    }
    let evidence = format!("Superseded by {} {}.", new.called(), new.title);
    let change = StatusDraft {
        commitments: Vec::new(),
        status: Some(Status::Superseded),
        their_status: None,
        blocked: None,
        blocked_reason: String::new(),
        on: new.made_on,
        evidence,
        evidence_text: None,
        evidence_follow_up: None,
        evidence_instrument: None,
    };
    status::change(act, &row, &change)
}

/// Titles of the texts that the drafts are taken from.
fn texts(act: &Act<'_>, drafts: &[AcceptDraft]) -> Result<String> {
    let ids: BTreeSet<Id> = drafts.iter().filter_map(|draft| draft.draft.passage.as_ref()).map(|at| at.text).collect();
    let titles = ids.iter().map(|id| Ok(act.session.require::<Text>(*id)?.title)).collect::<Result<Vec<_>>>()?;
    Ok(titles.join(" and "))
}
