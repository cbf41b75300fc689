//! What stands in a lineage, and what leads from one thing to the next.

vocabulary! {
    /// What stands in a lineage.
    LineageKind {
        Meeting = "meeting", "meeting";
        Statement = "statement", "statement";
        Commitment = "commitment", "commitment";
        Instrument = "instrument", "instrument";
        FollowUp = "follow_up", "follow-up";
        /// What shows that a promise was kept, where it is told in words alone.
        Evidence = "evidence", "evidence";
    }
}

vocabulary! {
    /// How one thing leads to the next, as it reads from the earlier to the later one.
    LineageLink {
        /// A meeting put a text out.
        Issued = "issued", "issued";
        /// An instrument was signed or adopted at a meeting.
        Signed = "signed", "signed";
        /// A commitment was taken from a statement, made in an instrument or at a meeting.
        Origin = "origin", "origin of";
        Reaffirmed = "reaffirmed", "reaffirmed by";
        Superseded = "superseded", "superseded by";
        Needed = "needed", "needed by";
        /// A later text says a commitment again.
        Said = "said", "said again in";
        Delivered = "delivered", "delivered by";
        Shown = "shown", "shown by";
        Raised = "raised", "raised at";
        /// It is to be raised at a meeting to come.
        Agenda = "agenda", "on the agenda of";
        Replaced = "replaced", "replaced by";
        Amended = "amended", "amended by";
        Implemented = "implemented", "implemented by";
    }
}

impl LineageLink {
    /// How the link reads from its other end: where that is the earlier one.
    #[must_use]
    pub const fn backwards(self) -> &'static str {
        match self {
            Self::Issued => "put out at",
            Self::Signed => "signed at",
            Self::Origin => "from",
            Self::Reaffirmed => "reaffirms",
            Self::Superseded => "supersedes",
            Self::Needed => "depends on",
            Self::Said => "says again",
            Self::Delivered => "delivers",
            Self::Shown => "shows",
            Self::Raised => "took up",
            Self::Agenda => "is to take up",
            Self::Replaced => "replaces",
            Self::Amended => "amends",
            Self::Implemented => "implements",
        }
    }

    /// Whether the later thing was made in the earlier one.
    pub(crate) const fn makes(self) -> bool {
        matches!(self, Self::Issued | Self::Signed | Self::Origin)
    }

    /// Whether a meeting is shown as one with what came out of it.
    pub(crate) const fn joins(self) -> bool {
        matches!(self, Self::Issued | Self::Signed)
    }
}
