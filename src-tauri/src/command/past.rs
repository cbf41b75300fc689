//! Looking back: the day that is shown, the days worth a look, and what two days differ in.

use rapporteur_core::{
    clock::Day,
    wire::{CompareQuery, Comparison, DossierView, PastDays},
};
use tauri::{AppHandle, Manager as _, State, WebviewWindow, async_runtime::spawn_blocking};

use super::ask_present;
use crate::{
    desk::Desk,
    error::{Answer, fault, told},
};

/// Lets every command answer as of the end of a past day, or again of the dossier as it stands.
#[tauri::command]
pub async fn look_back(app: AppHandle, window: WebviewWindow, day: Option<Day>) -> Answer<DossierView> {
    spawn_blocking(move || {
        let desk = app.state::<Desk>();
        desk.look_back(day)?;
        desk.name_window(Some(&window));
        desk.dossier()?.overview().map_err(told)
    })
    .await
    .map_err(|error| fault(error.to_string()))?
}

#[tauri::command]
pub async fn past_days(desk: State<'_, Desk>) -> Answer<PastDays> {
    ask_present(desk, |dossier| dossier.past_days()).await
}

#[tauri::command]
pub async fn compare(desk: State<'_, Desk>, query: CompareQuery) -> Answer<Comparison> {
    ask_present(desk, move |dossier| dossier.compare(&query)).await
}
