//! `capture`: the commitments in a text, as JSON. The shape stands in the help of the command.

use std::{
    io::{Read as _, Write},
    path::Path,
};

use rapporteur_capture::{Bound, Candidate, Class, Lexicon, Party, Request, Strength};
use rapporteur_core::{
    Error,
    clock::Day,
    id::Id,
    vocabulary::{self, CandidateClass},
    wire::{CandidateView, Choice},
    words_in, words_of,
};
use serde_json::{Value, json};

use crate::{arguments::Capture, desk, fault::Fault};

pub(super) fn run(capture: &Capture, out: &mut impl Write) -> Result<(), Fault> {
    let parties: Vec<String> = capture.parties.iter().map(|code| code.trim().to_uppercase()).collect();
    if parties.iter().any(String::is_empty) {
        return Err(Fault::Input("A code after --parties is still empty: write them as IN,US.".into()));
    }
    let text = read(&capture.text)?;
    let found = match &capture.dossier {
        Some(file) => in_dossier(file, &text, &parties, capture.date)?,
        None => by_itself(&text, &parties, capture.date),
    };
    let wanted = |candidate: &Value| capture.all || candidate["class"] == CandidateClass::Commitment.word();
    let found: Vec<Value> = found.into_iter().filter(wanted).collect();
    super::json(out, &found)
}

fn read(text: &Path) -> Result<String, Fault> {
    if text == Path::new("-") {
        let mut content = Vec::new();
        let failed = |cause| Error::File { path: text.to_owned(), doing: "read", cause };
        std::io::stdin().lock().read_to_end(&mut content).map_err(failed)?;
        return Ok(words_in(&content)?);
    }
    words_of(text).map_err(|error| match error {
        Error::File { path, cause, .. } if cause.kind() == std::io::ErrorKind::NotFound => {
            Error::Missing { path }.into()
        }
        error => error.into(),
    })
}

/// What the text alone tells.
fn by_itself(text: &str, parties: &[String], day: Option<Day>) -> Vec<Value> {
    let parties: Vec<Party> = parties.iter().map(|code| Party { code: code.clone(), names: Vec::new() }).collect();
    let found = rapporteur_capture::candidates(&Request { text, parties: &parties, day }, Lexicon::standard());
    let characters: Vec<char> = text.chars().collect();
    found.iter().map(|candidate| plain(candidate, &characters)).collect()
}

fn plain(candidate: &Candidate, text: &[char]) -> Value {
    let quote: String = text.get(candidate.range.start..candidate.range.end).unwrap_or_default().iter().collect();
    json!({
        "start": candidate.range.start,
        "end": candidate.range.end,
        "quote": quote,
        "title": candidate.title,
        "class": match candidate.class {
            Class::Commitment => CandidateClass::Commitment,
            Class::ThirdParty => CandidateClass::ThirdParty,
            Class::Delivered => CandidateClass::Delivered,
        },
        "bound": match &candidate.bound {
            Bound::Both => json!("both"),
            Bound::Parties(codes) => json!(codes),
            Bound::Other(who) => json!(who),
        },
        "strength": match candidate.strength {
            Strength::Firm => vocabulary::Strength::Firm,
            Strength::Intent => vocabulary::Strength::Intent,
            Strength::Soft => vocabulary::Strength::Soft,
        },
        "due": candidate.due.as_ref().map(|due| due.words.as_str()),
        "cue": candidate.cue.words,
        "rule": candidate.cue.rule,
        "confidence": candidate.confidence,
    })
}

/// What the text tells, and what the dossier proposes.
fn in_dossier(file: &Path, text: &str, parties: &[String], day: Option<Day>) -> Result<Vec<Value>, Fault> {
    let dossier = desk::to_read(file)?;
    let view = dossier.look_through(text, parties, day)?;
    if let Some(problem) = &view.problem {
        eprintln!("{problem}");
    }
    let (overview, choices) = (dossier.overview()?, dossier.choices()?);
    let label = |choices: &[Choice], id: Option<Id>| {
        choices.iter().find(|choice| Some(choice.id) == id).map(|choice| choice.label.clone())
    };
    let code = |id: Id| choices.parties.iter().find(|party| party.id == id).map(|party| party.hint.clone());
    let home = code(overview.home.id).unwrap_or_default();
    let track = |id: Id| overview.tracks.iter().find(|track| track.id == id).map(|track| track.code.clone());
    let proposed = |candidate: &CandidateView| {
        let owners: Vec<Value> = candidate
            .draft
            .owners
            .iter()
            .map(|owner| {
                json!({
                    "role": owner.role,
                    "body": label(&choices.bodies, owner.body),
                    "person": label(&choices.persons, owner.person),
                })
            })
            .collect();
        let like: Vec<Value> = candidate
            .like
            .iter()
            .map(|like| json!({"ref": like.r#ref, "title": like.title, "percent": like.percent}))
            .collect();
        let bound = match candidate.draft.bound {
            _ if candidate.class == CandidateClass::ThirdParty => json!(candidate.bound_label),
            vocabulary::Bound::Both => json!("both"),
            vocabulary::Bound::Home => json!([home]),
            vocabulary::Bound::Partner => {
                let sides = view.parties.iter().filter_map(|party| code(party.id));
                json!(sides.filter(|code| *code != home).collect::<Vec<_>>())
            }
            vocabulary::Bound::Named => {
                json!(candidate.draft.bound_parties.iter().filter_map(|id| code(*id)).collect::<Vec<_>>())
            }
        };
        json!({
            "start": candidate.at.start,
            "end": candidate.at.end,
            "quote": candidate.quote,
            "title": candidate.draft.title,
            "class": candidate.class,
            "bound": bound,
            "strength": candidate.draft.strength,
            "due": candidate.due_at.as_ref().map(|_| candidate.due_words.as_str()),
            "cue": candidate.cue_words,
            "rule": candidate.rule,
            "confidence": f64::from(candidate.confidence) / 100.0,
            "state": candidate.state,
            "track": track(candidate.draft.track),
            "track_reason": candidate.track_reason,
            "owners": owners,
            "owners_reason": candidate.owners_reason,
            "due_label": candidate.due_label,
            "like": like,
        })
    };
    Ok(view.candidates.iter().map(proposed).collect())
}
