//! The words of instruments: their types, stages, acts, clauses and terms.

vocabulary! {
    /// What kind of instrument it is, by its name.
    InstrumentType {
        Treaty = "treaty", "treaty";
        Agreement = "agreement", "agreement";
        Convention = "convention", "convention";
        Protocol = "protocol", "protocol";
        MemorandumOfUnderstanding = "memorandum_of_understanding", "memorandum of understanding";
        MemorandumOfCooperation = "memorandum_of_cooperation", "memorandum of cooperation";
        Arrangement = "arrangement", "arrangement";
        ExchangeOfNotes = "exchange_of_notes", "exchange of notes";
        ExchangeOfLetters = "exchange_of_letters", "exchange of letters";
        LetterOfIntent = "letter_of_intent", "letter of intent";
        Charter = "charter", "charter";
        ActionPlan = "action_plan", "action plan";
        JointStatement = "joint_statement", "joint statement";
        JointDeclaration = "joint_declaration", "joint declaration";
        Initiative = "initiative", "initiative";
        Roadmap = "roadmap", "roadmap";
    }
}

impl InstrumentType {
    /// Whether instruments of that name bind in law as a rule: asked only where no party has said what it holds.
    #[must_use]
    pub const fn binds_as_a_rule(self) -> bool {
        matches!(
            self,
            Self::Treaty
                | Self::Agreement
                | Self::Convention
                | Self::Protocol
                | Self::ExchangeOfNotes
                | Self::ExchangeOfLetters
        )
    }
}

vocabulary! {
    /// Where an instrument stands. What binds is *in force*, what does not is *operative*.
    Stage {
        Proposed = "proposed", "proposed";
        Negotiating = "negotiating", "negotiating";
        AdReferendum = "ad_referendum", "agreed ad referendum";
        Initialled = "initialled", "initialled";
        Signed = "signed", "signed";
        InForce = "in_force", "in force";
        Operative = "operative", "operative";
        Suspended = "suspended", "suspended";
        Expired = "expired", "expired";
        Terminated = "terminated", "terminated";
        Replaced = "replaced", "replaced";
    }
}

impl Stage {
    /// Whether the instrument has come to its end.
    #[must_use]
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::Expired | Self::Terminated | Self::Replaced)
    }

    /// Whether it has taken effect and has not come to its end.
    #[must_use]
    pub const fn has_effect(self) -> bool {
        matches!(self, Self::InForce | Self::Operative | Self::Suspended)
    }
}

vocabulary! {
    /// What is done on an instrument, by a party or by all together. The acts by which a party consents to be bound are
    /// those of the Vienna Convention on the Law of Treaties, articles 11 to 16, and succession.
    InstrumentActKind {
        Proposal = "proposal", "proposal";
        Negotiation = "negotiation", "opening of negotiations";
        AdReferendum = "ad_referendum", "agreement ad referendum";
        Initialling = "initialling", "initialling";
        Signature = "signature", "signature";
        DefinitiveSignature = "definitive_signature", "definitive signature";
        Adoption = "adoption", "adoption or issue";
        ProvisionalApplication = "provisional_application", "provisional application";
        Ratification = "ratification", "ratification";
        Acceptance = "acceptance", "acceptance";
        Approval = "approval", "approval";
        Accession = "accession", "accession";
        Succession = "succession", "succession";
        Notification = "notification", "notification of completion";
        Exchange = "exchange", "exchange of instruments";
        EntryIntoForce = "entry_into_force", "entry into force";
        Renewal = "renewal", "renewal";
        NonRenewal = "non_renewal", "notice of non-renewal";
        Denunciation = "denunciation", "denunciation";
        Revocation = "revocation", "revocation of a notice";
        Suspension = "suspension", "suspension";
        Resumption = "resumption", "resumption";
        Termination = "termination", "termination by agreement";
        Replacement = "replacement", "replacement";
    }
}

impl InstrumentActKind {
    /// Whether the party has signed by it, or joined without having to.
    #[must_use]
    pub const fn signs(self) -> bool {
        matches!(
            self,
            Self::Signature | Self::DefinitiveSignature | Self::Adoption | Self::Accession | Self::Succession
        )
    }

    /// Whether the party consents by it to be bound.
    #[must_use]
    pub const fn consents(self) -> bool {
        matches!(
            self,
            Self::DefinitiveSignature
                | Self::Ratification
                | Self::Acceptance
                | Self::Approval
                | Self::Accession
                | Self::Succession
        )
    }

    /// Whether it is done to bring the instrument, or a party's part in it, to an end.
    #[must_use]
    pub const fn ends(self) -> bool {
        matches!(self, Self::NonRenewal | Self::Denunciation | Self::Termination | Self::Replacement)
    }
}

vocabulary! {
    /// How exactly the day of an act is known.
    Dated {
        Day = "day", "on the day";
        Month = "month", "in the month";
        Year = "year", "in the year";
        Before = "before", "before the day";
    }
}

vocabulary! {
    /// Whether a party holds that an instrument binds it in law.
    LegalEffect {
        NotStated = "not_stated", "not stated";
        Binding = "binding", "binding";
        NotBinding = "not_binding", "not binding";
    }
}

vocabulary! {
    /// When an instrument enters into force, as its clause says.
    EntryClause {
        NotStated = "not_stated", "not stated";
        OnSignature = "on_signature", "on signature";
        OnNotifications = "on_notifications", "on the later of the notifications";
        OnRatifications = "on_ratifications", "on the last ratification, or one by number";
        OnExchange = "on_exchange", "on the exchange of instruments";
        OnDay = "on_day", "on a day";
    }
}

vocabulary! {
    /// What a period is counted in.
    PeriodUnit {
        Days = "days", "days";
        Months = "months", "months";
        Years = "years", "years";
    }
}

vocabulary! {
    /// How long an instrument lasts at first.
    TermKind {
        NotStated = "not_stated", "not stated";
        Endless = "endless", "without end";
        Period = "period", "for a period";
        Until = "until", "until a day";
    }
}

vocabulary! {
    /// What the first term begins with.
    TermStart {
        Signature = "signature", "signature";
        EntryIntoForce = "entry_into_force", "entry into force";
        Day = "day", "a fixed day";
    }
}

vocabulary! {
    /// What follows the end of a term.
    Renewal {
        NotStated = "not_stated", "not stated";
        None = "none", "none";
        Tacit = "tacit", "tacit, unless notice is given";
        Express = "express", "express, by agreement each time";
    }
}

vocabulary! {
    /// When a denunciation takes effect.
    Denouncing {
        NotStated = "not_stated", "not stated";
        AfterNotice = "after_notice", "when its notice has run out";
        AtTermEnd = "at_term_end", "at the end of the term";
    }
}

vocabulary! {
    /// How one instrument stands to another.
    InstrumentLinkKind {
        Replaces = "replaces", "replaces";
        Amends = "amends", "amends";
        Implements = "implements", "implements";
    }
}

vocabulary! {
    /// Whether notice can still be given in the current term.
    NoticeWindow {
        None = "none", "no notice";
        Open = "open", "open";
        Passed = "passed", "passed";
        Given = "given", "notice given";
    }
}

vocabulary! {
    /// Why an instrument needs looking at.
    Concern {
        NoticeDue = "notice_due", "notice due within 90 days";
        EndsSoon = "ends_soon", "ends within 90 days";
        NotInForce = "not_in_force", "signed, not in force";
        LongNotInForce = "long_not_in_force", "signed, not in force for over a year";
        NoProgress = "no_progress", "no progress in a year";
        Disputed = "disputed", "legal effect disputed";
        Contradiction = "contradiction", "stage contradicts the acts";
    }
}

vocabulary! {
    /// How an entry of an instrument's life line stands to the day.
    LifeState {
        Done = "done", "done";
        Coming = "coming", "to come";
        Missing = "missing", "missing";
    }
}
