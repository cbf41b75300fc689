//! The shell of Rapporteur: a window around the register. The only code that knows Tauri.
//!
//! It unpacks what the window asks, calls the core on a blocking thread, and packs the answer. No rule of the register
//! stands here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[macro_use]
#[path = "command/list.rs"]
mod list;

mod command;
mod desk;
mod error;
mod file;
mod opening;
mod picture;
mod start;
mod work;

use tauri::Manager as _;

macro_rules! handlers {
    ($($module:ident::$name:ident)*) => { tauri::generate_handler![$(command::$module::$name),*] };
}

fn main() {
    tracing_subscriber::fmt().with_env_filter(tracing_subscriber::EnvFilter::from_default_env()).init();
    #[cfg(target_os = "linux")]
    start::draw_without_a_card();
    let asked = start::Asked::from_arguments(std::env::args_os().skip(1));
    let mut context = tauri::generate_context!();
    asked.set_page(context.config_mut());
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .on_page_load(start::show_once_read)
        .invoke_handler(commands!(handlers))
        .setup(move |app| {
            let desk = desk::Desk::new(&app.path().app_config_dir()?, &app.path().app_data_dir()?);
            start::open(&desk, &asked);
            desk.name_window(app.get_webview_window("main").as_ref());
            app.manage(desk);
            Ok(())
        })
        .build(context);
    match built {
        // The program ends without looking back, so the dossier is closed here: all of it then stands in its one file.
        Ok(app) => app.run(|app, event| {
            if matches!(event, tauri::RunEvent::Exit) {
                app.state::<desk::Desk>().close();
            }
        }),
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            std::process::exit(1);
        }
    }
}
