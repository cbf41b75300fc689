//! The sample dossier.

use std::{path::Path, sync::Arc};

use crate::{Dossier, Result, Surroundings, clock::SystemClock, id::RandomIds, wire::NewDossier};

/// Builds the sample at `path`, where no file may stand yet.
pub fn create(path: &Path) -> Result<()> {
    let around = Surroundings { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds), actor: "Sample".into() };
    let new = NewDossier {
        title: "India–United States".into(),
        home_code: "IN".into(),
        home_name: "India".into(),
        time_zone: "Asia/Kolkata".into(),
    };
    let dossier = Dossier::create(path, &new, around)?;
    dossier.seal()
}
