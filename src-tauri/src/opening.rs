//! Files that are laid out and opened with the system's own application for their kind.

use std::time::Duration;

use rapporteur_core::{Original, error::Code, wire::Problem};

use crate::{
    desk::Desk,
    error::{Answer, told},
};

/// How long the system's opener is watched for saying that it knows no application. On a busy machine its scripts take a
/// second or two; one that still runs then has become the application itself.
const WATCHED: Duration = Duration::from_secs(3);

/// Lays a file out where only this account can look, and opens it there. `what` names it in a sentence: `copy`.
///
/// Where nothing opens it, the file stays where it was laid out until the dossier is closed, and the refusal says so.
pub fn open_file(desk: &Desk, file: &Original, what: &str) -> Answer<()> {
    let path = desk.lay_out(file).map_err(told)?;
    open::that_detached_with_timeout(&path, WATCHED).map_err(|cause| {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_uppercase();
        let message = format!(
            "No application for {ending} files was found on this machine, so the {what} was not opened. It lies in {} \
             until this dossier is closed. To keep it, save it to a folder of your own, and open it there or on a machine \
             that has such an application.",
            path.display()
        );
        Problem { code: Code::File, message, detail: Some(cause.to_string()) }
    })
}
