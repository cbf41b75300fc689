//! Texts and original files.

use std::path::PathBuf;

use rapporteur_core::{
    id::Id,
    wire::{Changed, TextDraft, TextView},
};
use tauri::{AppHandle, Manager as _, State, async_runtime::spawn_blocking};

use super::ask;
use crate::{
    desk::Desk,
    error::{Answer, fault, told},
    opening::open_file,
};

#[tauri::command]
pub async fn text(desk: State<'_, Desk>, id: Id) -> Answer<TextView> {
    ask(desk, move |dossier| dossier.text(id)).await
}

#[tauri::command]
pub async fn save_text(desk: State<'_, Desk>, draft: TextDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_text(&draft)).await
}

#[tauri::command]
pub async fn attach_file(
    desk: State<'_, Desk>,
    meeting: Option<Id>,
    instrument: Option<Id>,
    path: PathBuf,
) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.attach_file(meeting, instrument, &path)).await
}

#[tauri::command]
pub async fn keep_original(desk: State<'_, Desk>, text: Id, revision: i32, path: PathBuf) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.keep_original(text, revision, &path)).await
}

#[tauri::command]
pub async fn open_original(app: AppHandle, text: Id) -> Answer<()> {
    spawn_blocking(move || {
        let desk = app.state::<Desk>();
        let dossier = desk.dossier()?;
        let original = dossier.original_to_open(text).map_err(told)?;
        open_file(&desk, &original, "original")
    })
    .await
    .map_err(|error| fault(error.to_string()))?
}

#[tauri::command]
pub async fn export_original(desk: State<'_, Desk>, text: Id, path: PathBuf) -> Answer<()> {
    ask(desk, move |dossier| dossier.export_original(text, &path)).await
}
