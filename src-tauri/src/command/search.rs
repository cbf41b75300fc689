//! Finding anything by its words, and names by what resembles them.

use rapporteur_core::wire::{NameHit, SearchPage, SearchQuery};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn search(desk: State<'_, Desk>, query: SearchQuery) -> Answer<SearchPage> {
    ask(desk, move |dossier| dossier.search(&query)).await
}

#[tauri::command]
pub async fn find_names(desk: State<'_, Desk>, words: String, limit: u32) -> Answer<Vec<NameHit>> {
    ask(desk, move |dossier| dossier.find_names(&words, limit)).await
}
