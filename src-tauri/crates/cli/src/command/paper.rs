//! `paper`: a paper of the register as a file, for one reader.

use std::{
    io::{IsTerminal as _, Write},
    path::Path,
};

use rapporteur_core::{
    Dossier,
    clock::spoken,
    file::replace,
    id::Id,
    vocabulary::{MarkingAxis, Noun, PaperForm, PaperKind},
    wire::{CommitmentQuery, PaperRequest, Reader},
};

use crate::{arguments::Paper, desk, fault::Fault, progress::Progress};

pub(super) fn run(asked: &Paper, name: Option<&str>, out: &mut impl Write) -> Result<(), Fault> {
    let form = form(asked.kind.into(), &asked.out)?;
    let dossier = desk::to_read(&asked.file)?;
    if let Some(name) = name {
        dossier.set_actor(name)?;
    }
    let request = request(&dossier, asked)?;
    let (bytes, marking) = if form == PaperForm::Ics {
        let calendar = dossier.calendar(&request)?;
        (rapporteur_papers::write_calendar(&calendar), calendar.marking.words().to_owned())
    } else {
        let paper = dossier.paper(&request)?;
        // Only what is waited for is told, and only to somebody who waits.
        let mut shown: Option<Progress> = None;
        let waits = std::io::stderr().is_terminal();
        let bytes = rapporteur_papers::write(&paper, form, &mut |going| {
            if waits {
                shown.get_or_insert_with(|| Progress::of(going.total, "steps")).at(going.done);
            }
            true
        });
        if let Some(shown) = shown {
            shown.done();
        }
        (bytes.map_err(|error| Fault::Paper(error.to_string()))?, paper.marking.words().to_owned())
    };
    replace(&asked.out, &bytes).map_err(|cause| Fault::Unwritten { path: asked.out.clone(), cause })?;
    let marked = if marking.is_empty() { "without a marking".into() } else { format!("marked {marking}") };
    let day = spoken(dossier.day()?);
    Ok(writeln!(out, "{} was written, {marked}, as of {day}.", asked.out.display())?)
}

/// What the ending of the file's name asks for; refused where there is no such paper.
fn form(kind: PaperKind, path: &Path) -> Result<PaperForm, Fault> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let known = |form: &&PaperForm| form.word() == ending;
    if let Some(form) = kind.forms().iter().find(known) {
        return Ok(*form);
    }
    let had: Vec<&str> = kind.forms().iter().map(|form| form.word()).collect();
    let ending = if ending.is_empty() { "no ending".into() } else { format!("the ending .{ending}") };
    Err(Fault::Input(format!(
        "The name after --out has {ending}; the {} can be had as {}. Nothing was written.",
        kind.label(),
        had.iter().map(|form| format!(".{form}")).collect::<Vec<_>>().join(", ")
    )))
}

fn request(dossier: &Dossier, asked: &Paper) -> Result<PaperRequest, Fault> {
    let found = |noun: Noun, name: &Option<String>| name.as_ref().map(|name| dossier.find(noun, name)).transpose();
    let query = asked.query.as_ref().map(|words| CommitmentQuery { words: words.clone(), ..CommitmentQuery::all() });
    Ok(PaperRequest {
        meeting: found(Noun::Meeting, &asked.meeting)?,
        body: found(Noun::Body, &asked.body)?,
        person: found(Noun::Person, &asked.person)?,
        track: found(Noun::Track, &asked.track)?,
        party: found(Noun::Party, &asked.party)?,
        commitment: found(Noun::Commitment, &asked.commitment)?,
        query,
        reply_by: asked.reply_by,
        reader: Reader { ceilings: ceilings(dossier, &asked.levels)?, told_of_gaps: asked.gaps },
        ..PaperRequest::of(asked.kind.into())
    })
}

/// The labels of the dossier's scheme that are named, one on an axis.
fn ceilings(dossier: &Dossier, levels: &[String]) -> Result<Vec<Id>, Fault> {
    let scheme = dossier.overview()?.markings;
    let mut axes: Vec<MarkingAxis> = Vec::new();
    let mut ids = Vec::new();
    for level in levels {
        let found = scheme.iter().find(|label| label.label.to_lowercase() == level.trim().to_lowercase());
        let Some(label) = found else {
            let labels: Vec<&str> = scheme.iter().map(|label| label.label.as_str()).collect();
            return Err(Fault::Input(format!(
                "No marking of this dossier is called “{}”. There are: {}.",
                level.trim(),
                labels.join(", ")
            )));
        };
        if axes.contains(&label.axis) {
            return Err(Fault::Input(format!(
                "Only one {} can be the reader’s level. Give --for once for each axis.",
                label.axis.label()
            )));
        }
        axes.push(label.axis);
        ids.push(label.id);
    }
    Ok(ids)
}
