//! Opening a dossier, and under whose name.

use std::path::Path;

use rapporteur_core::{Dossier, Result, Surroundings};

/// Opens to read, so that the window may have the dossier open at the same time.
pub(crate) fn to_read(file: &Path) -> Result<Dossier> {
    Dossier::open_to_read(file, Surroundings::real(account()))
}

/// Opens to enter something under `name`, or the account's.
pub(crate) fn to_write(file: &Path, name: Option<&str>) -> Result<Dossier> {
    Dossier::open(file, around(name)?)
}

/// The machine's clock and chance, and a name.
pub(crate) fn around(name: Option<&str>) -> Result<Surroundings> {
    Ok(Surroundings::real(match name.map(str::trim) {
        Some("") => return Err(rapporteur_core::Error::Invalid("The name after --as is still empty.".into())),
        Some(name) => name.to_owned(),
        None => account(),
    }))
}

/// The account's name at the machine.
fn account() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "unnamed".into())
}
