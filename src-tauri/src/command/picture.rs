//! What the pictures show, and pictures that the page drew, written to files.

use std::path::PathBuf;

use rapporteur_core::{
    Dossier,
    wire::{ReiterationView, TimeLineQuery, TimeLineView, TrendView},
};
use tauri::{AppHandle, Manager as _, State, async_runtime::spawn_blocking};

use super::ask;
use crate::{
    desk::Desk,
    error::{Answer, fault},
    picture::{self, Form},
};

#[tauri::command]
pub async fn time_line(desk: State<'_, Desk>, query: TimeLineQuery) -> Answer<TimeLineView> {
    ask(desk, move |dossier| dossier.time_line(&query)).await
}

#[tauri::command]
pub async fn trend(desk: State<'_, Desk>) -> Answer<TrendView> {
    ask(desk, Dossier::trend).await
}

#[tauri::command]
pub async fn reiteration(desk: State<'_, Desk>) -> Answer<ReiterationView> {
    ask(desk, Dossier::reiteration).await
}

#[tauri::command]
pub async fn save_picture(app: AppHandle, path: PathBuf, form: Form, svg: String) -> Answer<PathBuf> {
    spawn_blocking(move || {
        let fonts = app.state::<Desk>().fonts(|| picture::fonts(&app));
        picture::write(path, form, &svg, &fonts)
    })
    .await
    .map_err(|error| fault(error.to_string()))?
}
