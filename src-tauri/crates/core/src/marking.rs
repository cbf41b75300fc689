//! Markings: labels on paper, on three separate axes. They are no accreditation, and grant and refuse nothing.

mod scheme;

use crate::{
    brief::Label,
    dossier::Dossier,
    error::{Result, invalid},
    field,
    id::Id,
    op::Op,
    row::{Row as _, row},
    store::Session,
    transact::Act,
    vocabulary::MarkingAxis,
    wire::{Changed, MarkingDraft, MarkingView},
};

row! {
    /// A marking of the dossier's scheme.
    Marking as Marking {
        /// On which axis it stands.
        axis: MarkingAxis = "axis",
        /// As printed.
        label: String = "label",
        /// Order on its axis, lowest restriction first.
        rank: i32 = "rank",
    }
}

/// What a new dossier offers: common classification words, common handling caveats, and TLP 2.0
/// (<https://www.first.org/tlp/>).
const SCHEME: &[(MarkingAxis, &[&str])] = &[
    (MarkingAxis::Classification, &["Unclassified", "Restricted", "Confidential", "Secret", "Top secret"]),
    (MarkingAxis::Handling, &["Releasable to the partner", "For official use only", "Limited distribution"]),
    (MarkingAxis::Tlp, &["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]),
];

impl Dossier {
    /// Enters a marking or changes it.
    pub fn save_marking(&self, draft: &MarkingDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveMarking, |act| {
            let label = field::required("The marking's label", &draft.label)?;
            let row = Marking {
                id: act.id_or_new(draft.id),
                revision: draft.revision,
                axis: draft.axis,
                label,
                rank: draft.rank,
            };
            act.save(draft.id.is_none(), &row, &row.label)
        })
    }
}

/// Enters the scheme that a new dossier starts with.
pub(crate) fn seed(act: &mut Act<'_>) -> Result<()> {
    for (axis, labels) in SCHEME {
        for (rank, label) in (1..).zip(*labels) {
            act.insert(&Marking { id: act.id(), revision: 0, axis: *axis, label: (*label).to_owned(), rank })?;
        }
    }
    Ok(())
}

/// Markings as given, checked: they exist, and stand on different axes.
pub(crate) fn checked(session: &Session<'_>, ids: &[Id]) -> Result<Vec<Id>> {
    let mut axes = Vec::new();
    for id in ids {
        let marking: Marking = session.require(*id)?;
        if axes.contains(&marking.axis) {
            return invalid(format!("Only one {} can be given at a time.", marking.axis.label()));
        }
        axes.push(marking.axis);
    }
    Ok(ids.to_vec())
}

/// Markings for display, in the order of the axes.
pub(crate) fn views(session: &Session<'_>, ids: &[Id]) -> Result<Vec<MarkingView>> {
    let mut rows: Vec<Marking> = ids.iter().filter_map(|id| session.get(*id).transpose()).collect::<Result<_>>()?;
    rows.sort_by_key(|row| (row.axis, row.rank));
    Ok(rows.iter().map(Marking::view).collect())
}

impl Marking {
    /// As it stands on paper.
    pub(crate) fn as_label(&self) -> Label {
        Label { rank: self.rank, words: self.label.clone() }
    }

    pub(crate) fn view(&self) -> MarkingView {
        MarkingView {
            id: self.id(),
            revision: self.revision,
            axis: self.axis,
            label: self.label.clone(),
            rank: self.rank,
        }
    }
}
