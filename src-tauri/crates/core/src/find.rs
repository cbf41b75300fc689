//! Finding a row by what people call it: an id, a code, a ref, or any text that fits only one.

use crate::{
    body::Body,
    commitment::Commitment,
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Error, Result},
    id::Id,
    instrument::Instrument,
    meeting::Meeting,
    party::Party,
    person::Person,
    row::Row,
    saved_view::SavedView,
    store::{Session, folded},
    track::Track,
    vocabulary::Noun,
};

/// How many candidates an error names.
const NAMED: usize = 5;

impl Dossier {
    /// The row that `text` means. More than one that fits, or none, is an error that names the candidates.
    pub fn find(&self, noun: Noun, text: &str) -> Result<Id> {
        self.store().read(|session| find(&session, noun, text))
    }
}

/// The row that `text` means.
pub(crate) fn find(session: &Session<'_>, noun: Noun, text: &str) -> Result<Id> {
    let text = text.trim();
    if let Ok(id) = text.parse::<Id>()
        && session.exists(noun, id)?
    {
        return Ok(id);
    }
    match noun {
        Noun::Party => one::<Party>(&session.all()?, text, |row| vec![&row.code, &row.name]),
        Noun::Body => one::<Body>(&session.all()?, text, |row| vec![&row.short_name, &row.name]),
        Noun::Person => one::<Person>(&session.all()?, text, |row| vec![&row.name]),
        Noun::Track => one::<Track>(&session.all()?, text, |row| vec![&row.code, &row.name]),
        Noun::Dialogue => one::<Dialogue>(&session.all()?, text, |row| vec![&row.short_name, &row.name]),
        Noun::Meeting => one::<Meeting>(&session.all()?, text, |row| vec![&row.title, &row.place]),
        Noun::Instrument => match session.instrument_by_reference(&text.to_uppercase())? {
            Some(row) => Ok(row.id),
            None => one::<Instrument>(&session.instruments()?, text, |row| vec![&row.short_title, &row.title]),
        },
        Noun::SavedView => one::<SavedView>(&session.all()?, text, |row| vec![&row.name]),
        Noun::Commitment => match session.by_reference(&text.to_uppercase())? {
            Some(row) => Ok(row.id),
            None => one::<Commitment>(&session.commitments_titled(text)?, text, |row| vec![&row.title]),
        },
        other => Err(Error::Invalid(format!("A {} is not looked up by name.", other.label()))),
    }
}

/// The only row one of whose names is the text, or else the only one with a name that holds it, or that holds each of
/// its words.
fn one<R: Row>(rows: &[R], text: &str, names: impl Fn(&R) -> Vec<&String>) -> Result<Id> {
    let wanted = folded(text);
    let label = R::NOUN.label();
    if wanted.is_empty() {
        return Err(Error::Invalid(format!("The name of a {label} is still empty.")));
    }
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<&R> {
        rows.iter().filter(|row| names(row).iter().any(|name| !name.is_empty() && fits(&folded(name)))).collect()
    };
    let mut found = fitting(&|name| name == wanted);
    if found.is_empty() {
        found = fitting(&|name| name.contains(&wanted));
    }
    if found.is_empty() {
        let words: Vec<&str> = wanted.split_whitespace().collect();
        found = fitting(&|name| words.iter().all(|word| name.contains(word)));
    }
    match found.as_slice() {
        [only] => Ok(only.id()),
        [] => Err(Error::NotFound(format!("No {label} fits “{text}”."))),
        many => {
            let list: Vec<&str> = many
                .iter()
                .take(NAMED)
                .filter_map(|row| names(row).into_iter().find(|name| !name.is_empty()))
                .map(String::as_str)
                .collect();
            let more = if many.len() > NAMED { " and others" } else { "" };
            Err(Error::Invalid(format!(
                "“{text}” fits more than one {label}: {}{more}. Say more of the name, or give its id.",
                list.join("; ")
            )))
        }
    }
}
