//! Capture: the candidates of a text, and the acts on them.

use rapporteur_core::{
    id::Id,
    wire::{
        AcceptDraft, CandidateView, CaptureView, Changed, LexiconView, MentionDraft, PassageDraft, VerdictDraft,
        VerdictRow,
    },
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn capture(desk: State<'_, Desk>, text: Id) -> Answer<CaptureView> {
    ask(desk, move |dossier| dossier.capture(text)).await
}

#[tauri::command]
pub async fn read_candidate(desk: State<'_, Desk>, at: PassageDraft) -> Answer<CandidateView> {
    ask(desk, move |dossier| dossier.read_candidate(&at)).await
}

#[tauri::command]
pub async fn accept_candidates(desk: State<'_, Desk>, drafts: Vec<AcceptDraft>) -> Answer<Changed<Vec<Id>>> {
    ask(desk, move |dossier| dossier.accept_candidates(&drafts)).await
}

#[tauri::command]
pub async fn judge_candidate(desk: State<'_, Desk>, verdict: VerdictDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.judge_candidate(&verdict)).await
}

#[tauri::command]
pub async fn verdicts(desk: State<'_, Desk>) -> Answer<Vec<VerdictRow>> {
    ask(desk, |dossier| dossier.verdicts()).await
}

#[tauri::command]
pub async fn add_mention(desk: State<'_, Desk>, mention: MentionDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.add_mention(&mention)).await
}

#[tauri::command]
pub async fn lexicon(desk: State<'_, Desk>) -> Answer<LexiconView> {
    ask(desk, |dossier| dossier.lexicon()).await
}

#[tauri::command]
pub async fn save_lexicon(desk: State<'_, Desk>, revision: i32, lexicon: String) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.save_lexicon(revision, &lexicon)).await
}
