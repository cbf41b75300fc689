//! Agendas: points to take up, what each side said, and the commitments that were on the table.

use std::collections::BTreeSet;

use crate::{
    clock::Day,
    commitment::Commitment,
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    journal,
    meeting::Meeting,
    op::Op,
    row::row,
    track::Track,
    transact::{Act, Entering},
    vocabulary::Noun,
    wire::{AgendaItemDraft, Changed},
};

/// Most open commitments that a new round puts on its agenda by itself; the rest stays to be picked.
const PREFILL_MOST: usize = 200;

row! {
    /// One point of an agenda.
    AgendaItem as AgendaItem {
        /// The meeting.
        meeting: Id = "meeting_id",
        /// Its place, from 1.
        ordinal: i32 = "ordinal",
        /// What it is about.
        title: String = "title",
        /// Its track.
        track: Option<Id> = "track_id",
        /// What our side said.
        home_said: String = "home_said",
        /// What the other side said.
        partner_said: String = "partner_said",
    }
}

row! {
    /// A commitment that was on the table at a meeting.
    Raising as Raising {
        /// The commitment.
        commitment: Id = "commitment_id",
        /// The meeting.
        meeting: Id = "meeting_id",
        /// The agenda point.
        agenda_item: Option<Id> = "agenda_item_id",
    }
}

impl Dossier {
    /// Enters an agenda point or changes it. With `joins`, the act goes on with that earlier one.
    pub fn save_agenda_item(&self, draft: &AgendaItemDraft, joins: Option<Id>) -> Result<Changed<Id>> {
        self.transact(Entering { joins, ..Op::SaveAgendaItem.into() }, |act| save(act, draft))
    }

    /// Puts a meeting's agenda points in the given order, which names each of them once.
    pub fn order_agenda(&self, meeting: Id, order: &[Id]) -> Result<Changed<()>> {
        self.transact(Op::OrderAgenda, |act| {
            let row: Meeting = act.session.require(meeting)?;
            let mut items = act.session.agenda_of(meeting)?;
            let known: BTreeSet<Id> = items.iter().map(|item| item.id).collect();
            if order.len() != known.len() || order.iter().copied().collect::<BTreeSet<_>>() != known {
                return invalid("The agenda has changed in the meantime. Nothing was moved; look at it again.");
            }
            act.title(format!("Reordered the agenda of {}", row.title));
            for item in &mut items {
                let at = order.iter().position(|id| *id == item.id).unwrap_or_default();
                item.ordinal = i32::try_from(at + 1).unwrap_or(i32::MAX);
                act.update(item)?;
            }
            Ok(())
        })
    }
}

/// Enters an agenda point or changes it, within an act.
pub(crate) fn save(act: &mut Act<'_>, draft: &AgendaItemDraft) -> Result<Id> {
    let meeting: Meeting = act.session.require(draft.meeting)?;
    if let Some(track) = draft.track {
        act.session.require::<Track>(track)?;
    }
    let ordinal = match draft.ordinal {
        0 => act.session.agenda_of(meeting.id)?.last().map_or(1, |last| last.ordinal + 1),
        ordinal => ordinal,
    };
    let row = AgendaItem {
        id: act.id_or_new(draft.id),
        revision: draft.revision,
        meeting: meeting.id,
        ordinal,
        title: field::required("The agenda point", &draft.title)?,
        track: draft.track,
        home_said: field::note("What our side said", &draft.home_said)?,
        partner_said: field::note("What the other side said", &draft.partner_said)?,
    };
    act.save(draft.id.is_none(), &row, &row.title)?;
    let wanted = act.existing(Noun::Commitment, &draft.commitments)?;
    let stored = act.session.with::<Raising>("agenda_item_id", row.id)?;
    for raising in &stored {
        if !wanted.contains(&raising.commitment) {
            act.delete(Noun::Raising, raising.id)?;
        }
    }
    for commitment in wanted {
        if !stored.iter().any(|raising| raising.commitment == commitment) {
            let raising =
                Raising { id: act.id(), revision: 0, commitment, meeting: meeting.id, agenda_item: Some(row.id) };
            act.insert(&raising)?;
        }
    }
    Ok(row.id)
}

/// Puts the last round's record on the agenda of a new round, and what is open on its dialogue's tracks, a point each.
pub(crate) fn prefill(act: &mut Act<'_>, meeting: &Meeting, dialogue: &Dialogue) -> Result<()> {
    let mut first = 1;
    if let Some(last) = act.session.last_held_before(meeting, meeting.begins_on.unwrap_or(Day::MAX))? {
        // With what a round begins by custom: both sides agree on what was written of the one before.
        let item = AgendaItem {
            id: act.id(),
            revision: 0,
            meeting: meeting.id,
            ordinal: first,
            title: field::required("The agenda point", &approval(&last.title))?,
            track: None,
            home_said: String::new(),
            partner_said: String::new(),
        };
        act.insert(&item)?;
        first += 1;
    }
    let open = act.session.open_on_tracks(&dialogue.tracks, PREFILL_MOST)?;
    for (ordinal, id) in (first..).zip(open) {
        let commitment: Commitment = act.session.require(id)?;
        let item = AgendaItem {
            id: act.id(),
            revision: 0,
            meeting: meeting.id,
            ordinal,
            title: commitment.title.clone(),
            track: Some(commitment.track),
            home_said: String::new(),
            partner_said: String::new(),
        };
        act.insert(&item)?;
        act.insert(&Raising {
            id: act.id(),
            revision: 0,
            commitment: id,
            meeting: meeting.id,
            agenda_item: Some(item.id),
        })?;
    }
    Ok(())
}

/// The first point of a new round, cut where the last one's title is as long as titles may be.
fn approval(last: &str) -> String {
    journal::shortened(&format!("Approve the record of the {last}"), field::TITLE_MOST - 1)
}
