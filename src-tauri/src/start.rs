//! What to open at the start: `rapporteur [--sample | --empty] [FILE]`.

use std::{ffi::OsString, path::PathBuf};

use tauri::webview::{PageLoadEvent, PageLoadPayload, Webview};

use crate::{desk::Desk, error::told};

/// What the command line asks for.
pub enum Asked {
    /// Nothing: the opening page.
    Nothing,
    /// The sample dossier.
    Sample,
    /// A dossier, from a file manager or a shell.
    File(PathBuf),
    /// A page without a script, and no dossier: the floor that start and memory are measured against.
    EmptyPage,
}

impl Asked {
    /// Reads the arguments after the program's name. What is not understood is passed over: a desktop may add its own.
    pub fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let mut asked = Self::Nothing;
        for argument in arguments {
            if argument == "--sample" {
                asked = Self::Sample;
            } else if argument == "--empty" {
                asked = Self::EmptyPage;
            } else if !argument.to_string_lossy().starts_with('-') {
                asked = Self::File(PathBuf::from(argument));
            }
        }
        asked
    }

    /// Sets the page that the window begins with, where it is not the usual one.
    pub fn set_page(&self, config: &mut tauri::Config) {
        if matches!(self, Self::EmptyPage) {
            for window in &mut config.app.windows {
                window.url = tauri::WebviewUrl::App("empty.html".into());
                // As a window is when nobody says otherwise.
                window.visible = true;
            }
        }
    }
}

/// On a machine without a graphics card the web view would draw through a card that is made believe, which costs most of
/// the time of the first paint. There it is told to draw plainly, unless somebody has said how it is to draw, or a driver
/// is to take pictures, which come from the card alone.
#[cfg(target_os = "linux")]
pub fn draw_without_a_card() {
    const HOW: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
    let said = |name: &str| std::env::var_os(name).is_some();
    let card = std::path::Path::new("/dev/dri").exists() || std::path::Path::new("/dev/nvidia0").exists();
    if !card && !said(HOW) && !said("TAURI_WEBVIEW_AUTOMATION") {
        // Where it cannot be said, the window is drawn as before.
        let _ = glib::setenv(HOW, "1", true);
    }
}

/// Shows the window when its page has been read, drawn or not: until then there is nothing in it, and a window of which
/// there is nothing to draw keeps WebKitGTK waiting for half a second before it goes on. A page that cannot be read is read
/// as one that says so.
pub fn show_once_read(webview: &Webview, load: &PageLoadPayload<'_>) {
    if load.event() == PageLoadEvent::Finished
        && let Err(error) = webview.window().show()
    {
        tracing::error!(%error, "the window could not be shown");
    }
}

/// Opens what was asked for. A failure is kept for the opening page to show.
pub fn open(desk: &Desk, asked: &Asked) {
    let opened = match asked {
        Asked::Nothing | Asked::EmptyPage => return,
        Asked::Sample => desk.open_sample(),
        Asked::File(path) => desk.open(path),
    };
    match opened {
        Ok(()) => read_ahead(desk),
        Err(error) => desk.keep_problem(told(error)),
    }
}

/// Asks what the first page will ask, while the web view is still starting: whatever has to come from the disk, or be
/// counted for a new day, is at hand by then.
fn read_ahead(desk: &Desk) {
    if let Ok(dossier) = desk.dossier() {
        std::thread::spawn(move || {
            // What fails here fails again where somebody sees it.
            let _ = dossier.first_page();
        });
    }
}
