//! Pictures that the page drew, written to files.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _, async_runtime::spawn_blocking};

use crate::{
    desk::Desk,
    error::{Answer, fault},
    picture::{self, Form},
};

#[tauri::command]
pub async fn save_picture(app: AppHandle, path: PathBuf, form: Form, svg: String) -> Answer<PathBuf> {
    spawn_blocking(move || {
        let fonts = app.state::<Desk>().fonts(|| picture::fonts(&app));
        picture::write(path, form, &svg, &fonts)
    })
    .await
    .map_err(|error| fault(error.to_string()))?
}
