//! Reading ahead: the review and Today.

use rapporteur_core::wire::{ReviewFrame, ReviewView, TodayView};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn review(desk: State<'_, Desk>, frame: ReviewFrame) -> Answer<ReviewView> {
    ask(desk, move |dossier| dossier.review(frame)).await
}

#[tauri::command]
pub async fn today(desk: State<'_, Desk>) -> Answer<TodayView> {
    ask(desk, |dossier| dossier.today()).await
}
