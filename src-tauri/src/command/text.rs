//! Texts and original files.

use std::path::PathBuf;

use rapporteur_core::{
    id::Id,
    wire::{Changed, TextDraft, TextView},
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn text(desk: State<'_, Desk>, id: Id) -> Answer<TextView> {
    ask(desk, move |dossier| dossier.text(id)).await
}

#[tauri::command]
pub async fn save_text(desk: State<'_, Desk>, draft: TextDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_text(&draft)).await
}

#[tauri::command]
pub async fn attach_file(desk: State<'_, Desk>, meeting: Option<Id>, path: PathBuf) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.attach_file(meeting, &path)).await
}

#[tauri::command]
pub async fn keep_original(desk: State<'_, Desk>, text: Id, revision: i32, path: PathBuf) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.keep_original(text, revision, &path)).await
}

#[tauri::command]
pub async fn export_original(desk: State<'_, Desk>, text: Id, path: PathBuf) -> Answer<()> {
    ask(desk, move |dossier| dossier.export_original(text, &path)).await
}
