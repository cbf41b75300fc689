//! Reading ahead: the review with its decisions, the ledger, and Today.

use rapporteur_core::{
    Dossier,
    id::Id,
    wire::{Changed, DecisionDraft, Ledger, PassDraft, ReviewFrame, ReviewView, Seen, TodayView},
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn review(desk: State<'_, Desk>, frame: ReviewFrame) -> Answer<ReviewView> {
    ask(desk, move |dossier| dossier.review(frame)).await
}

#[tauri::command]
pub async fn decide(desk: State<'_, Desk>, draft: DecisionDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.decide(&draft)).await
}

#[tauri::command]
pub async fn pass_unopposed(desk: State<'_, Desk>, draft: PassDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.pass_unopposed(&draft)).await
}

#[tauri::command]
pub async fn clear_decisions(desk: State<'_, Desk>, meeting: Id, commitments: Vec<Seen>) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.clear_decisions(meeting, &commitments)).await
}

#[tauri::command]
pub async fn ledger(desk: State<'_, Desk>) -> Answer<Ledger> {
    ask(desk, Dossier::ledger).await
}

#[tauri::command]
pub async fn today(desk: State<'_, Desk>) -> Answer<TodayView> {
    ask(desk, |dossier| dossier.today()).await
}
