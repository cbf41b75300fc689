//! `views`: the lists that somebody saved, in their order.

use std::io::Write;

use rapporteur_core::{Dossier, wire::SavedViewRow};

use crate::{arguments::Read, desk, fault::Fault, table};

pub(super) fn run(read: &Read, out: &mut impl Write) -> Result<(), Fault> {
    let dossier = desk::to_read(&read.file)?;
    let views = dossier.saved_views()?;
    if read.json {
        return super::json(out, &views);
    }
    if views.is_empty() {
        return Ok(writeln!(out, "No view is saved yet. The window saves the list of commitments as one.")?);
    }
    table::with_headings(out, &["*View", "*Query", ">Found"], views.iter().map(|view| line(&dossier, view)))
}

fn line(dossier: &Dossier, view: &SavedViewRow) -> Vec<String> {
    // A name in the words may have changed since; the view is listed all the same.
    let found = dossier.count_commitments(&view.query).map_or_else(|_| "?".to_owned(), table::count);
    vec![view.name.clone(), view.words.clone(), found]
}
