//! Dialogues.

use rapporteur_core::{
    id::Id,
    wire::{Changed, DialogueDraft, DialogueRow, DialogueView, RoundProposal},
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn dialogues(desk: State<'_, Desk>) -> Answer<Vec<DialogueRow>> {
    ask(desk, |dossier| dossier.dialogues()).await
}

#[tauri::command]
pub async fn dialogue(desk: State<'_, Desk>, id: Id) -> Answer<DialogueView> {
    ask(desk, move |dossier| dossier.dialogue(id)).await
}

#[tauri::command]
pub async fn save_dialogue(desk: State<'_, Desk>, draft: DialogueDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_dialogue(&draft)).await
}

#[tauri::command]
pub async fn propose_round(desk: State<'_, Desk>, dialogue: Id) -> Answer<RoundProposal> {
    ask(desk, move |dossier| dossier.propose_round(dialogue)).await
}
