//! Texts, and the passages cut from them.

use std::{fs::File, io::Read as _, path::Path};

use rapporteur_documents::{Document, Limits};
use sha2::{Digest as _, Sha256};

use crate::{
    clock::Day,
    dossier::Dossier,
    error::{Error, Result, invalid, refused},
    field,
    id::Id,
    instrument::Instrument,
    journal::shortened,
    marking,
    meeting::Meeting,
    op::Op,
    row::row,
    transact::Act,
    vocabulary::TextKind,
    wire::{Changed, PassageDraft, TextDraft},
};

/// Largest original file that is kept, in bytes.
const ORIGINAL_MOST: u64 = 64 * 1024 * 1024;

/// Endings of the files that are opened with another application.
const OPENED: &[&str] = &["docx", "odt", "pdf", "rtf", "txt", "eml"];

/// An original file kept with a text.
#[derive(Debug, Clone)]
pub struct Original {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

row! {
    /// A statement, press release, minutes, note.
    Text as Text {
        /// The meeting it belongs to.
        meeting: Option<Id> = "meeting_id",
        /// Its title.
        title: String = "title",
        /// What kind of paper it is.
        kind: TextKind = "kind",
        /// BCP 47 language tag; may be empty.
        language: String = "language",
        /// Day it bears.
        dated_on: Option<Day> = "dated_on",
        /// Who published it, where.
        source: String = "source",
        /// Plain text.
        body: String = "body",
        /// Name of the original file.
        file_name: Option<String> = "file_name",
        /// SHA-256 of the original file, in hexadecimal.
        file_sha256: Option<String> = "file_sha256",
        /// At most one marking per axis.
        marking: Vec<Id> = "marking",
        /// The instrument whose text it is.
        instrument: Option<Id> = "instrument_id",
        /// Whether the instrument is authentic in this language.
        authentic: bool = "authentic",
        /// Whether it is a side letter to the instrument.
        side_letter: bool = "side_letter",
    }
}

row! {
    /// A stretch of a text.
    Passage as Passage {
        /// The text.
        text: Id = "text_id",
        /// First Unicode scalar value, from 0.
        start: i32 = "start_at",
        /// One past the last.
        end: i32 = "end_at",
        /// The words; always equal to the text at its range.
        quote: String = "quote",
    }
}

impl Dossier {
    /// Attaches a text or changes it. Where passages are cut from it, the words at their ranges have to stay.
    pub fn save_text(&self, draft: &TextDraft) -> Result<Changed<Id>> {
        self.transact(Op::SaveText, |act| save(act, draft, None))
    }

    /// Reads the words of a file (DOCX, ODT, PDF, HTML, RTF, plain text, e-mail) into a new text, and keeps the original.
    pub fn attach_file(&self, meeting: Option<Id>, instrument: Option<Id>, path: &Path) -> Result<Changed<Id>> {
        let (name, content) = read_original(path)?;
        let document = words(&name, &content)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        // A title that says nothing is worse than the file's name.
        let title = document.title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| stem.into_owned());
        self.transact(Op::SaveText, |act| {
            let held_on = match meeting {
                Some(id) => act.session.require::<Meeting>(id)?.ends_on,
                None => None,
            };
            let draft = TextDraft {
                id: None,
                revision: 0,
                meeting,
                title: shortened(&title, field::TITLE_MOST - 1),
                instrument,
                authentic: false,
                side_letter: false,
                kind: if instrument.is_some() { TextKind::InstrumentText } else { TextKind::Other },
                language: document.language.clone().unwrap_or_default(),
                dated_on: document.day.or(held_on),
                source: shortened(document.from.as_deref().unwrap_or_default(), field::TITLE_MOST - 1),
                body: document.text.clone(),
                marking: Vec::new(),
            };
            save(act, &draft, Some((name.clone(), &content)))
        })
    }

    /// Keeps a file of any kind with a text, as its original: the signed page, the scan, the word-processor's file.
    pub fn keep_original(&self, text: Id, revision: i32, path: &Path) -> Result<Changed<()>> {
        let (name, content) = read_original(path)?;
        self.transact(Op::SaveText, |act| {
            let mut row: Text = act.seen(text, revision)?;
            row.file_sha256 = Some(act.session.keep_original(&fingerprint(&content), &content)?);
            act.title(format!("Kept {name} with {}", row.title));
            row.file_name = Some(name);
            act.update(&row)
        })
    }

    /// The original file kept with a text, to be opened with another application. Refused for kinds of which a
    /// program could be one, or which would run scripts or fetch something when they are opened.
    pub fn original_to_open(&self, text: Id) -> Result<Original> {
        let original = self.original(text)?;
        let (stem, ending) = original.name.rsplit_once('.').unwrap_or((&original.name, ""));
        let ending = ending.to_lowercase();
        if !OPENED.contains(&ending.as_str()) {
            return refused(format!(
                "{} is of a kind that is not opened from here: it could run something. Save a copy of it, and open that if you trust it.",
                original.name
            ));
        }
        // What remains is a plain name, whatever system the file came from.
        let plain = |c: char| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')') { c } else { '_' };
        let stem: String = stem.chars().map(plain).take(80).collect();
        Ok(Original { name: format!("{}.{ending}", stem.trim()), ..original })
    }

    fn original(&self, text: Id) -> Result<Original> {
        self.store().read(|session| {
            let text: Text = session.require(text)?;
            let Some(sha256) = text.file_sha256 else {
                return Err(Error::NotFound(format!("No original file is kept with {}.", text.title)));
            };
            Ok(Original { name: text.file_name.unwrap_or_default(), content: session.original(&sha256)? })
        })
    }

    /// Writes the original file kept with a text to `path`, where no file may stand yet.
    pub fn export_original(&self, text: Id, path: &Path) -> Result<()> {
        let content = self.original(text)?.content;
        if path.exists() {
            return Err(Error::Exists { path: path.to_owned() });
        }
        std::fs::write(path, content).map_err(|cause| Error::File { path: path.to_owned(), doing: "written", cause })
    }
}

/// Attaches a text or changes it, within an act.
pub(crate) fn save(act: &mut Act<'_>, draft: &TextDraft, original: Option<(String, &[u8])>) -> Result<Id> {
    let stored = draft.id.map(|id| act.seen::<Text>(id, draft.revision)).transpose()?;
    if let Some(meeting) = draft.meeting {
        act.session.require::<Meeting>(meeting)?;
    }
    if let Some(instrument) = draft.instrument {
        act.session.require::<Instrument>(instrument)?;
    } else if draft.authentic || draft.side_letter {
        return invalid("Say whose text it is: only that of an instrument is authentic, or a side letter.");
    }
    let body = field::body("The text", &draft.body)?;
    if body.trim().is_empty() {
        return invalid("The text is still empty.");
    }
    let (file_name, file_sha256) = match original {
        Some((name, content)) => (Some(name), Some(act.session.keep_original(&fingerprint(content), content)?)),
        None => stored.as_ref().map_or((None, None), |row| (row.file_name.clone(), row.file_sha256.clone())),
    };
    let row = Text {
        id: act.id_or_new(draft.id),
        revision: draft.revision,
        meeting: draft.meeting,
        title: field::required("The text's title", &draft.title)?,
        kind: draft.kind,
        language: field::line("The language", &draft.language)?,
        dated_on: draft.dated_on,
        source: field::line("The source", &draft.source)?,
        body,
        file_name,
        file_sha256,
        marking: marking::checked(&act.session, &draft.marking)?,
        instrument: draft.instrument,
        authentic: draft.authentic,
        side_letter: draft.side_letter,
    };
    act.save(stored.is_none(), &row, &row.title)
}

/// Cuts a passage, within an act.
pub(crate) fn cut(act: &mut Act<'_>, draft: &PassageDraft) -> Result<Passage> {
    let text: Text = act.session.require(draft.text)?;
    let (start, end, quote) = stretch(&text, draft)?;
    let row = Passage { id: act.id(), revision: 0, text: text.id, start, end, quote: quote.to_owned() };
    act.insert(&row)?;
    Ok(row)
}

/// Where some words stand in a text, word for word, from its beginning; nowhere where there are none.
pub(crate) fn places<'t>(text: &'t Text, quote: &'t str) -> impl Iterator<Item = PassageDraft> + 't {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let length = quote.chars().count();
    text.body.match_indices(quote).filter(move |_| length > 0).map(move |(place, _)| {
        let start = text.body[..place].chars().count();
        PassageDraft { text: text.id, start: number(start), end: number(start + length) }
    })
}

/// A stretch of a text as stored, with its words; refused where it does not lie on the text or holds no words.
pub(crate) fn stretch<'t>(text: &'t Text, draft: &PassageDraft) -> Result<(i32, i32, &'t str)> {
    let quote = slice(&text.body, draft.start as usize, draft.end as usize)
        .filter(|quote| !quote.trim().is_empty())
        .ok_or_else(|| Error::Invalid(format!("The passage does not lie on {}.", text.title)))?;
    let number = |at: u32| i32::try_from(at).map_err(|_| Error::Invalid("The text is too long.".into()));
    Ok((number(draft.start)?, number(draft.end)?, quote))
}

impl Passage {
    /// Whether it lies exactly there.
    pub(crate) fn lies_at(&self, at: &PassageDraft) -> bool {
        self.text == at.text && u32::try_from(self.start) == Ok(at.start) && u32::try_from(self.end) == Ok(at.end)
    }
}

/// The stretch from one Unicode scalar value to another, where it lies on the text.
pub(crate) fn slice(text: &str, start: usize, end: usize) -> Option<&str> {
    if start >= end {
        return None;
    }
    let mut places = text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len()));
    let from = places.nth(start)?;
    let to = places.nth(end - start - 1)?;
    text.get(from..to)
}

/// Name and content of a file to keep.
fn read_original(path: &Path) -> Result<(String, Vec<u8>)> {
    let failed = |cause| Error::File { path: path.to_owned(), doing: "read", cause };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // Not asked beforehand how long it is: a pipe or a device does not know.
    let mut content = Vec::new();
    File::open(path).and_then(|file| file.take(ORIGINAL_MOST + 1).read_to_end(&mut content)).map_err(failed)?;
    if content.len() as u64 > ORIGINAL_MOST {
        return invalid(format!("{name} is larger than 64 MB and was not kept."));
    }
    Ok((name, content))
}

/// The words of a file; a sentence where they cannot be read.
fn words(name: &str, content: &[u8]) -> Result<Document> {
    let limits = Limits { text: field::TEXT_MOST, ..Limits::default() };
    rapporteur_documents::read(name, content, &limits)
        .map_err(|refusal| Error::Invalid(format!("{name} was not taken in. {refusal}")))
}

/// The words of a file that is only looked at: nothing is kept.
pub fn words_of(path: &Path) -> Result<String> {
    let (name, content) = read_original(path)?;
    words(&name, &content).map(|document| document.text)
}

/// The words of what was handed over without a file.
pub fn words_in(content: &[u8]) -> Result<String> {
    words("The text", content).map(|document| document.text)
}

/// SHA-256 in hexadecimal.
pub(crate) fn fingerprint(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
