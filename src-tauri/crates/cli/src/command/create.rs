//! `new` and `sample`: dossiers that were not there before.

use std::{io::Write, path::Path};

use rapporteur_core::{Dossier, sample, wire::NewDossier};

use crate::{arguments::New, desk, fault::Fault};

pub(super) fn new(new: &New, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = NewDossier {
        title: new.title.clone(),
        home_code: new.home.clone(),
        home_name: new.home_name.clone(),
        time_zone: new.time_zone.clone(),
    };
    let title = Dossier::create(&new.file, &dossier, desk::around(name)?)?.title()?;
    Ok(writeln!(out, "Made {}: {title}.", new.file.display())?)
}

pub(super) fn sample(file: &Path, out: &mut impl Write) -> Result<(), Fault> {
    sample::create(file)?;
    Ok(writeln!(out, "Made {}: the sample dossier.", file.display())?)
}
