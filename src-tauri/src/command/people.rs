//! Parties, bodies, persons, tracks.

use rapporteur_core::{
    id::Id,
    wire::{
        BodyDraft, BodyView, Changed, HandoverDraft, HandoverView, PartyDraft, PartyView, PersonDraft, PersonView,
        TrackDraft,
    },
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn parties(desk: State<'_, Desk>) -> Answer<Vec<PartyView>> {
    ask(desk, |dossier| dossier.parties()).await
}

#[tauri::command]
pub async fn body(desk: State<'_, Desk>, id: Id) -> Answer<BodyView> {
    ask(desk, move |dossier| dossier.body(id)).await
}

#[tauri::command]
pub async fn person(desk: State<'_, Desk>, id: Id) -> Answer<PersonView> {
    ask(desk, move |dossier| dossier.person(id)).await
}

#[tauri::command]
pub async fn save_party(desk: State<'_, Desk>, draft: PartyDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_party(&draft)).await
}

#[tauri::command]
pub async fn save_body(desk: State<'_, Desk>, draft: BodyDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_body(&draft)).await
}

#[tauri::command]
pub async fn save_person(desk: State<'_, Desk>, draft: PersonDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_person(&draft)).await
}

#[tauri::command]
pub async fn save_track(desk: State<'_, Desk>, draft: TrackDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_track(&draft)).await
}

#[tauri::command]
pub async fn handover(desk: State<'_, Desk>, id: Id) -> Answer<HandoverView> {
    ask(desk, move |dossier| dossier.handover(id)).await
}

#[tauri::command]
pub async fn hand_over(desk: State<'_, Desk>, draft: HandoverDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.hand_over(&draft)).await
}
