//! Tracks: the lines of work that run through a dossier.

use crate::{
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    instrument,
    op::Op,
    row::row,
    vocabulary::Noun,
    wire::{Changed, TrackDraft},
};

row! {
    /// A line of work: cyber, counter-terrorism, climate.
    Track as Track {
        /// Its code (`CYB`), the first part of a ref.
        code: String = "code",
        /// Its name.
        name: String = "name",
        /// Index of its colour in the palette, from 1.
        colour: i32 = "colour",
        /// Order in lists.
        rank: i32 = "rank",
        /// The lead body of each side.
        leads: Vec<Id> = "leads",
    }
}

impl Dossier {
    /// Enters a track or changes it. Refs given under an earlier code stay as they are.
    pub fn save_track(&self, draft: &TrackDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveTrack, |act| {
            let code = field::required("The track's code", &draft.code)?.to_uppercase();
            if !(2..=8).contains(&code.chars().count()) || !code.chars().all(char::is_alphanumeric) {
                return invalid("A track's code has two to eight letters or digits, such as CYB or CLI.");
            }
            if code == instrument::REF_CODE && draft.id.is_none() {
                return invalid(format!("{code} begins the refs of instruments. Choose another code."));
            }
            if !(1..=8).contains(&draft.colour) {
                return invalid("A track's colour is one of the eight of the palette.");
            }
            let others = act.session.all::<Track>()?;
            let rank = match draft.rank {
                0 => others.iter().map(|other| other.rank).max().unwrap_or(0) + 1,
                rank => rank,
            };
            let row = Track {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                code,
                name: field::required("The track's name", &draft.name)?,
                colour: draft.colour,
                rank,
                leads: act.existing(Noun::Body, &draft.leads)?,
            };
            if let Some(other) = others.iter().find(|other| other.code == row.code && other.id != row.id) {
                return invalid(format!("The code {} is that of {} already. Choose another.", row.code, other.name));
            }
            act.save(draft.id.is_none(), &row, &row.name)
        })
    }
}
