//! What a person did, by name: the operation of every act.

/// Declares the operations: their frozen words, and whether they can be taken back.
macro_rules! operations {
    ($($(#[$meta:meta])* $variant:ident = $word:literal;)+) => {
        /// What a person did. The word is stored in the journal and never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Op {
            $($(#[$meta])* $variant,)+
        }

        impl Op {
            /// The stored word.
            #[must_use]
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}

operations! {
    /// Made the dossier.
    CreateDossier = "create_dossier";
    /// Changed the dossier's settings.
    EditDossier = "edit_dossier";
    /// Entered or changed a marking of the scheme.
    SaveMarking = "save_marking";
    /// Took in the labels of a marking scheme.
    UseScheme = "use_scheme";
    /// Entered or changed a party.
    SaveParty = "save_party";
    /// Entered or changed a body.
    SaveBody = "save_body";
    /// Entered or changed a person.
    SavePerson = "save_person";
    /// Entered or changed a track.
    SaveTrack = "save_track";
    /// Entered or changed a dialogue.
    SaveDialogue = "save_dialogue";
    /// Entered or changed a meeting.
    SaveMeeting = "save_meeting";
    /// Moved, postponed or cancelled a meeting.
    MoveMeeting = "move_meeting";
    /// Entered a meeting with all that came of it.
    LogMeeting = "log_meeting";
    /// Entered or changed attendance.
    SaveAttendance = "save_attendance";
    /// Entered or changed an agenda point.
    SaveAgendaItem = "save_agenda_item";
    /// Put the agenda in another order.
    OrderAgenda = "order_agenda";
    /// Wrote the record.
    SaveRecord = "save_record";
    /// Made the record final.
    FinaliseRecord = "finalise_record";
    /// Corrected a final record.
    AddCorrigendum = "add_corrigendum";
    /// Attached or changed a text.
    SaveText = "save_text";
    /// Entered a commitment.
    AddCommitment = "add_commitment";
    /// Changed a commitment.
    EditCommitment = "edit_commitment";
    /// Changed status.
    SetStatus = "set_status";
    /// Changed a due date.
    SetDueDate = "set_due_date";
    /// Reported a period of a recurring commitment.
    ReportPeriod = "report_period";
    /// Changed owners.
    SetOwners = "set_owners";
    /// Entered or changed a follow-up.
    SaveFollowUp = "save_follow_up";
    /// Decided what becomes of commitments at a coming meeting.
    Decide = "decide";
    /// Let what nobody opposes pass in one stroke.
    PassUnopposed = "pass_unopposed";
    /// Handed over what one person owned to another.
    HandOver = "hand_over";
    /// Took decisions back that were taken for a coming meeting.
    ClearDecisions = "clear_decisions";
    /// Linked two commitments.
    AddLink = "add_link";
    /// Entered commitments from the candidates of a text.
    AcceptCandidates = "accept_candidates";
    /// Set a candidate aside.
    JudgeCandidate = "judge_candidate";
    /// Entered that a text says a commitment again.
    AddMention = "add_mention";
    /// Changed the user's own words for finding commitments.
    SaveLexicon = "save_lexicon";
    /// Saved a view, or changed a saved one.
    SaveView = "save_view";
    /// Put the saved views in another order.
    OrderViews = "order_views";
    /// Entered or changed an instrument.
    SaveInstrument = "save_instrument";
    /// Entered or changed an act on an instrument.
    SaveInstrumentAct = "save_instrument_act";
    /// Said which words of a text a commitment comes from.
    SetOrigin = "set_origin";
    /// Linked two instruments.
    AddInstrumentLink = "add_instrument_link";
    /// Entered that an instrument delivers a commitment.
    AddDeliveredBy = "add_delivered_by";
    /// Planned the brief for a meeting.
    SaveBriefPlan = "save_brief_plan";
    /// Kept a copy of a paper that was handed over.
    KeepPaper = "keep_paper";
    /// Entered the replies to a chaser sheet.
    EnterReplies = "enter_replies";
    /// Put something in the bin.
    Remove = "remove";
    /// Took back one act of the past.
    Revert = "revert";
}

impl Op {
    /// Whether the act can be taken back. What made the dossier itself cannot.
    #[must_use]
    pub(crate) const fn undoable(self) -> bool {
        !matches!(self, Self::CreateDossier)
    }
}
