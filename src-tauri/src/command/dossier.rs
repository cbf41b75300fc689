//! The file: open, create, close, settings, and what is remembered between starts.

use std::path::PathBuf;

use rapporteur_core::{
    Dossier, Result,
    id::Id,
    wire::{
        ActorName, Changed, CheckView, Choices, DossierDraft, DossierView, FirstPage, MarkingDraft, NewDossier,
        Problem, RecentDossier, SchemeView,
    },
};
use tauri::{AppHandle, Manager as _, State, WebviewWindow, async_runtime::spawn_blocking};

use super::{ask, ask_present};
use crate::{
    desk::Desk,
    error::{Answer, fault, told},
};

/// Opens by `open` on a blocking thread, names the window, and answers the dossier.
async fn opening(
    app: AppHandle,
    window: WebviewWindow,
    open: impl FnOnce(&Desk) -> Result<()> + Send + 'static,
) -> Answer<DossierView> {
    spawn_blocking(move || {
        let desk = app.state::<Desk>();
        open(&desk).map_err(told)?;
        desk.name_window(Some(&window));
        desk.dossier()?.overview().map_err(told)
    })
    .await
    .map_err(|error| fault(error.to_string()))?
}

/// Gives up what tells how far it is by this channel; it is then refused with `cancelled`, and nothing of it is left.
#[tauri::command]
pub async fn give_up(desk: State<'_, Desk>, channel: u32) -> Answer<()> {
    desk.works().give_up(channel);
    Ok(())
}

#[tauri::command]
pub async fn new_dossier(
    app: AppHandle,
    window: WebviewWindow,
    path: PathBuf,
    dossier: NewDossier,
) -> Answer<DossierView> {
    opening(app, window, move |desk| desk.create(&path, &dossier)).await
}

#[tauri::command]
pub async fn open_dossier(app: AppHandle, window: WebviewWindow, path: PathBuf) -> Answer<DossierView> {
    opening(app, window, move |desk| desk.open(&path)).await
}

#[tauri::command]
pub async fn open_sample(app: AppHandle, window: WebviewWindow) -> Answer<DossierView> {
    opening(app, window, Desk::open_sample).await
}

#[tauri::command]
pub async fn close_dossier(desk: State<'_, Desk>, window: WebviewWindow) -> Answer<()> {
    desk.close();
    desk.name_window(Some(&window));
    Ok(())
}

#[tauri::command]
pub async fn dossier(desk: State<'_, Desk>) -> Answer<Option<DossierView>> {
    match desk.dossier() {
        Ok(_) => ask(desk, |dossier| dossier.overview()).await.map(Some),
        Err(_) => Ok(None),
    }
}

#[tauri::command]
pub async fn first_page(desk: State<'_, Desk>) -> Answer<Option<FirstPage>> {
    match desk.dossier() {
        Ok(_) => ask(desk, Dossier::first_page).await.map(Some),
        Err(_) => Ok(None),
    }
}

#[tauri::command]
pub async fn start_problem(desk: State<'_, Desk>) -> Answer<Option<Problem>> {
    Ok(desk.take_problem())
}

#[tauri::command]
pub async fn recent_dossiers(desk: State<'_, Desk>) -> Answer<Vec<RecentDossier>> {
    Ok(desk.recent())
}

#[tauri::command]
pub async fn forget_recent(desk: State<'_, Desk>, path: String) -> Answer<Vec<RecentDossier>> {
    desk.forget(&path);
    Ok(desk.recent())
}

#[tauri::command]
pub async fn actor_name(desk: State<'_, Desk>) -> Answer<ActorName> {
    let (name, given) = desk.name();
    Ok(ActorName { name, given })
}

#[tauri::command]
pub async fn set_actor_name(desk: State<'_, Desk>, name: String) -> Answer<ActorName> {
    desk.set_name(&name).map_err(told)?;
    let (name, given) = desk.name();
    Ok(ActorName { name, given })
}

#[tauri::command]
pub async fn save_dossier(desk: State<'_, Desk>, window: WebviewWindow, draft: DossierDraft) -> Answer<Changed<()>> {
    let saved = ask(desk.clone(), move |dossier| dossier.save_settings(&draft)).await?;
    desk.name_window(Some(&window));
    Ok(saved)
}

#[tauri::command]
pub async fn save_marking(desk: State<'_, Desk>, draft: MarkingDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_marking(&draft)).await
}

#[tauri::command]
pub async fn schemes(desk: State<'_, Desk>) -> Answer<Vec<SchemeView>> {
    ask(desk, Dossier::schemes).await
}

#[tauri::command]
pub async fn use_scheme(desk: State<'_, Desk>, name: String) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.use_scheme(&name)).await
}

#[tauri::command]
pub async fn check_dossier(desk: State<'_, Desk>) -> Answer<CheckView> {
    // The file is examined, whichever day is looked at.
    ask_present(desk, |dossier| dossier.check(|_| {})).await
}

#[tauri::command]
pub async fn choices(desk: State<'_, Desk>) -> Answer<Choices> {
    ask(desk, |dossier| dossier.choices()).await
}
