//! Instruments: lists, one of them, and the acts on them.

use rapporteur_core::{
    id::Id,
    wire::{
        Changed, DeliveredByDraft, InstrumentActDraft, InstrumentDraft, InstrumentLinkDraft, InstrumentPage,
        InstrumentQuery, InstrumentView, Reckoning,
    },
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn instruments(desk: State<'_, Desk>, query: InstrumentQuery) -> Answer<InstrumentPage> {
    ask(desk, move |dossier| dossier.instruments(&query)).await
}

#[tauri::command]
pub async fn instrument(desk: State<'_, Desk>, id: Id) -> Answer<InstrumentView> {
    ask(desk, move |dossier| dossier.instrument(id)).await
}

#[tauri::command]
pub async fn reckon_instrument(desk: State<'_, Desk>, draft: InstrumentDraft) -> Answer<Reckoning> {
    ask(desk, move |dossier| dossier.reckon_instrument(&draft)).await
}

#[tauri::command]
pub async fn save_instrument(desk: State<'_, Desk>, draft: InstrumentDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_instrument(&draft)).await
}

#[tauri::command]
pub async fn save_instrument_act(desk: State<'_, Desk>, draft: InstrumentActDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_instrument_act(&draft)).await
}

#[tauri::command]
pub async fn add_instrument_link(desk: State<'_, Desk>, draft: InstrumentLinkDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.add_instrument_link(&draft)).await
}

#[tauri::command]
pub async fn add_delivered_by(desk: State<'_, Desk>, draft: DeliveredByDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.add_delivered_by(&draft)).await
}
