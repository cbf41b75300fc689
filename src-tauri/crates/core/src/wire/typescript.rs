//! The TypeScript twin of the wire, as one file.

use std::fmt::Write as _;

use ts_rs::{Config, TS};

use crate::vocabulary as word;

/// One declaration, with its documentation in front.
fn declare<T: TS>(config: &Config, file: &mut String) {
    if let Some(docs) = T::docs() {
        file.push_str(docs.trim_end());
        file.push('\n');
    }
    let _ = writeln!(file, "export {}\n", T::decl(config));
}

/// The words of a vocabulary in their order, with what a person reads.
macro_rules! vocabularies {
    ($config:ident, $file:ident: $($name:ident)+) => {
        $(
            declare::<word::$name>($config, $file);
            let _ = writeln!($file, "export const {}Words: Record<{}, string> = {{", lower_first(stringify!($name)), stringify!($name));
            for entry in word::$name::ALL {
                let _ = writeln!($file, "  {}: {},", entry.word(), serde_json::Value::from(entry.label()));
            }
            $file.push_str("};\n\n");
        )+
    };
}

/// Declares each shape in turn.
macro_rules! shapes {
    ($config:ident, $file:ident: $($name:ty)+) => { $(declare::<$name>($config, $file);)+ };
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The content of `ui/src/lib/bridge/generated/wire.ts`.
#[must_use]
pub fn typescript() -> String {
    let config = &Config::default();
    let mut out =
        String::from("// Generated from the core's wire shapes; `make types` writes it anew. Not to be edited.\n\n");
    let file = &mut out;
    vocabularies!(config, file:
        Noun PartyKind MarkingAxis Level DialogueState MeetingState Mode DayPrecision AttendanceRole RecordState TextKind Outcome PeriodState
        Bound Strength DueKind Status OwnerRole LinkKind Delivery Freshness Exception DecisionKind ActKind
        CandidateClass CandidateState Judgement QuickKind Likeness ComparedAs PaperKind PaperForm
        InstrumentType Stage InstrumentActKind Dated LegalEffect EntryClause PeriodUnit TermKind TermStart Renewal
        Denouncing InstrumentLinkKind NoticeWindow Concern LifeState LineageKind LineageLink);
    shapes!(config, file:
        super::Named super::Change super::Changed<ts_rs::Dummy> super::MarkingView super::MarkingDraft super::SchemeView super::SchemeLabel
        super::NavigationCounts super::NextMeeting super::TrackView super::TrackDraft super::PastView super::DossierView
        super::PastDays super::PastDay super::CompareQuery super::Comparison super::ComparedSection super::ComparedRow
        super::ComparedField
        crate::error::Code super::Problem super::Progress super::ActorName
        super::NewDossier super::DossierDraft super::RecentDossier super::Choice super::EventChoice super::Choices
        super::PartyView super::PartyDraft super::BodyRow super::BodyDraft super::BodyView super::OwnedCommitment
        super::PersonRow super::PersonDraft super::PersonView
        super::DialogueRow super::DialogueDraft super::DialogueView super::RoundProposal
        super::MeetingRow super::MeetingDraft super::MoveDraft super::MeetingMoveView super::MoveView super::AttendanceView super::AttendanceDraft super::AgendaItemView
        super::AgendaItemDraft super::CorrigendumView super::MeetingView
        super::TextRow super::TextDraft super::TextView super::TakenPassage super::PassageView super::PassageDraft
        super::DueView super::HeardView super::RaisedView super::OwnerView super::CommitmentRow super::DueChangeView
        super::PeriodView super::PeriodDraft super::FollowUpView super::FollowUpPage super::FollowUpQuery super::FollowUpDraft super::LinkView super::OriginDraft super::LinkDraft super::RaisingView super::ClosingView
        super::CommitmentView super::DueDraft super::OwnerDraft super::CommitmentDraft super::Seen super::StatusDraft
        super::DueDateDraft super::OwnersDraft
        super::Stretch super::EnteredView super::DifferencePart super::LikeView super::CandidateView super::CaptureView
        super::AcceptDraft super::VerdictDraft super::VerdictRow super::MentionDraft super::MentionView super::LexiconView
        super::DecisionVoice super::DecisionView super::DecidedRow super::DecisionDraft super::PassDraft super::DecisionCounts super::ReviewFrame super::Sort super::Grouping super::CommitmentQuery super::CommitmentPage super::ListGroup super::ListMark super::ListPlaces super::BulkChange super::BulkDraft super::Tally super::ReviewView
        super::QueryHelp super::QueryProblem super::QueryOffer
        super::QuickPart super::QuickView super::SavedViewDraft super::SavedViewRow
        super::SearchQuery super::SearchPart super::SearchHit super::SearchPage super::NameHit
        super::Period super::EntryRule super::TermRule super::Reckoning super::MissingAct super::LifeEntry
        super::InstrumentRow super::InstrumentSort super::InstrumentQuery super::InstrumentPage super::ConcernCount
        super::InstrumentPartyView super::InstrumentPartyDraft super::InstrumentActView super::InstrumentActDraft
        super::InstrumentDraft super::InstrumentLinkView super::InstrumentLinkDraft super::DeliveredByDraft
        super::DeliveryView super::DeliveredByView super::InstrumentView
        super::TodayView super::FirstPage super::HandoverDraft super::HandoverRow super::HandoverView super::LedgerCell super::LedgerSide super::LedgerRow super::Ledger
        super::Lineage super::LineageNode super::LineageEdge
        super::TimeLineQuery super::TimeRound super::MonthRounds super::TimeDue super::MonthDues super::TimeTerm super::TimeLane
        super::TimeLineView super::TrendMonth super::TrendView super::SaidAgain super::HeardOn super::ReiterationRow super::ReiterationView
        super::Reader super::BriefPart super::FreePart super::BriefPlan super::PaperRequest super::PaperOutline super::KeptPaperDraft
        super::KeptPaperView super::PaperComparison super::ComparedLine super::RepliesQuery super::RepliesView super::ReplyPoint
        super::UnmatchedReply super::RepliesDraft super::ReplyDraft
        super::ActView super::EntryView super::FieldChange super::JournalPage super::ActPage super::JournalQuery
        super::BinRow super::CheckView);
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
