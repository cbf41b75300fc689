//! Bulk acts: what is to change, and of which commitments.

use super::{CommitmentQuery, DueDraft, FollowUpDraft, OwnerDraft, wire};
use crate::{
    clock::Day,
    id::Id,
    vocabulary::{OwnerRole, Status},
};

wire! {
    /// A change of many commitments.
    pub struct BulkDraft {
        /// Which ones: all that this list has, whatever its stretch.
        pub query: CommitmentQuery,
        /// But not these.
        pub except: Vec<Id>,
        /// Just these instead, in this order; then the query says nothing.
        pub ids: Option<Vec<Id>>,
        /// What is to change.
        pub change: BulkChange,
    }
}

/// What is to change of each.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum BulkChange {
    /// Where it stands.
    Status {
        /// As we see it; none leaves it.
        status: Option<Status>,
        /// As they see it; none leaves it.
        their_status: Option<Status>,
        /// Whether it is blocked; none leaves it.
        blocked: Option<bool>,
        /// Why it is blocked.
        blocked_reason: String,
        /// Day of closing; the dossier's day where left out.
        on: Option<Day>,
        /// What shows it was kept, in words.
        evidence: String,
    },
    /// By when.
    DueDate {
        /// The new one.
        due: DueDraft,
        /// Why; required where one of them had a date before.
        reason: String,
    },
    /// Who owns it.
    Owners {
        /// Owners of the given roles; those of other roles stay.
        owners: Vec<OwnerDraft>,
        /// The roles that are replaced.
        roles: Vec<OwnerRole>,
    },
    /// Its track; its ref stays.
    Track {
        /// The track.
        track: Id,
    },
    /// One follow-up for each, all of the same words.
    FollowUp {
        /// What is entered; its `commitments` say nothing.
        follow_up: FollowUpDraft,
    },
    /// Its marking.
    Marking {
        /// At most one per axis; none takes it away.
        marking: Vec<Id>,
    },
    /// Into the bin, with what hangs on it.
    Remove,
}
