//! What to open at the start: `rapporteur [--sample | --empty] [FILE]`.

use std::{ffi::OsString, path::PathBuf};

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
            }
        }
    }
}

/// Opens what was asked for. A failure is kept for the opening page to show.
pub fn open(desk: &Desk, asked: &Asked) {
    let opened = match asked {
        Asked::Nothing | Asked::EmptyPage => return,
        Asked::Sample => desk.open_sample(),
        Asked::File(path) => desk.open(path),
    };
    if let Err(error) = opened {
        desk.keep_problem(told(error));
    }
}
