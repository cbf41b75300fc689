//! The past: journal, history, undo and redo, the bin.

use rapporteur_core::{
    id::Id,
    vocabulary::Noun,
    wire::{BinRow, Changed, JournalPage, JournalQuery, ListPlaces},
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn journal(desk: State<'_, Desk>, query: JournalQuery) -> Answer<JournalPage> {
    ask(desk, move |dossier| dossier.journal(&query)).await
}

#[tauri::command]
pub async fn journal_places(desk: State<'_, Desk>, query: JournalQuery) -> Answer<Option<ListPlaces>> {
    ask(desk, move |dossier| dossier.journal_places(&query)).await
}

#[tauri::command]
pub async fn undo(desk: State<'_, Desk>) -> Answer<Changed<()>> {
    ask(desk, |dossier| dossier.undo()).await
}

#[tauri::command]
pub async fn redo(desk: State<'_, Desk>) -> Answer<Changed<()>> {
    ask(desk, |dossier| dossier.redo()).await
}

#[tauri::command]
pub async fn revert(desk: State<'_, Desk>, act: Id) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.revert(act)).await
}

#[tauri::command]
pub async fn bin(desk: State<'_, Desk>) -> Answer<Vec<BinRow>> {
    ask(desk, |dossier| dossier.bin()).await
}

#[tauri::command]
pub async fn remove(desk: State<'_, Desk>, noun: Noun, id: Id) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.remove(noun, id)).await
}
