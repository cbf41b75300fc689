//! The commands, by noun: each unpacks what the window asks, calls the core on a blocking thread, and packs the answer.

pub mod capture;
pub mod commitment;
pub mod dialogue;
pub mod dossier;
pub mod instrument;
pub mod journal;
pub mod meeting;
pub mod paper;
pub mod past;
pub mod people;
pub mod picture;
pub mod review;
pub mod search;
pub mod text;

use std::sync::Arc;

use rapporteur_core::{Dossier, Result};
use tauri::{State, async_runtime::spawn_blocking};

use crate::{
    desk::Desk,
    error::{Answer, fault, told},
};

/// Asks the open dossier on a blocking thread, so that the window never waits.
async fn ask<T: Send + 'static>(
    desk: State<'_, Desk>,
    question: impl FnOnce(&Dossier) -> Result<T> + Send + 'static,
) -> Answer<T> {
    answered(desk.dossier()?, question).await
}

/// Asks the open dossier as it stands, also where a past day is looked at.
async fn ask_present<T: Send + 'static>(
    desk: State<'_, Desk>,
    question: impl FnOnce(&Dossier) -> Result<T> + Send + 'static,
) -> Answer<T> {
    answered(desk.present()?, question).await
}

async fn answered<T: Send + 'static>(
    dossier: Arc<Dossier>,
    question: impl FnOnce(&Dossier) -> Result<T> + Send + 'static,
) -> Answer<T> {
    spawn_blocking(move || question(&dossier)).await.map_err(|error| fault(error.to_string()))?.map_err(told)
}
