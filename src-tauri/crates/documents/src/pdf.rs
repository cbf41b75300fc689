//! PDF: pages of glyphs in their places, put together again into words, lines and paragraphs.
//!
//! A PDF knows neither paragraphs nor reading order. What is found here rests on the order in which the page was drawn, on
//! distances, indents and marks, and can be wrong where a page is set like a poster. Headers and footers are left out where
//! they are clearly repeated, or marked as such; so are stamps set askew.

mod furniture;
mod guard;
mod line;
mod page;
mod paragraph;

use std::panic::resume_unwind;

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt as _,
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf, object::Dict},
    interpret_page,
    kurbo::Rect,
};

use crate::{Document, Kind, Limits, Refusal, encoding, writing::Writing};

use line::Line;
use page::{Reading, Sheet};

/// Room for what a PDF nests, which its interpreter bounds to a few hundred levels.
const STACK: usize = 64 * 1024 * 1024;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    guard::check(bytes, limits)?;
    // The interpreter has a thread of its own: what it might overlook ends that thread and nothing else.
    let reading = std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || pages(bytes, limits))
            .map(|thread| thread.join())
    });
    match reading {
        Ok(Ok(document)) => document,
        Ok(Err(payload)) => {
            Err(payload.downcast::<Refusal>().map_or(Refusal::Broken { kind: Kind::Pdf }, |refusal| *refusal))
        }
        Err(_) => Err(Refusal::Broken { kind: Kind::Pdf }),
    }
}

/// Ends the reading from within the interpreter, which offers no way to be stopped.
fn stop(refusal: Refusal) -> ! {
    resume_unwind(Box::new(refusal))
}

fn pages(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Refusal::Locked { kind: Kind::Pdf }
        }
        _ => Refusal::Broken { kind: Kind::Pdf },
    })?;
    let pages = pdf.pages();
    if pages.len() > limits.pages {
        return Err(Refusal::TooManyPages { most: limits.pages });
    }
    let cache = InterpreterCache::new();
    let mut reading = Reading::new(limits);
    let mut sheets = Vec::new();
    for page in pages.iter() {
        let (width, height) = page.render_dimensions();
        let around = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(page.initial_transform(true).to_kurbo(), around, &cache, pdf.xref(), settings);
        interpret_page(page, &mut context, &mut reading);
        sheets.push(reading.turn());
    }
    judged(&sheets)?;
    let mut lines: Vec<Vec<Line>> = sheets.into_iter().map(line::lines).collect();
    furniture::remove(&mut lines);
    let mut writing = Writing::new(limits.text);
    paragraph::write(&lines, &mut writing)?;
    let text = writing.finish();
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let language = catalog
        .and_then(|catalog| catalog.get::<hayro_interpret::hayro_syntax::object::String<'_>>(b"Lang"))
        .and_then(|tag| crate::language(&string(tag.as_bytes())));
    let title = pdf.metadata().title.as_deref().and_then(|title| stated_title(&string(title), &text));
    Ok(Document { text, kind: Kind::Pdf, title, day: None, language, from: None })
}

/// Whether what was found are words at all.
fn judged(sheets: &[Sheet]) -> Result<(), Refusal> {
    let sum = |of: fn(&Sheet) -> usize| sheets.iter().map(of).sum::<usize>();
    let (known, unknown, pictures) =
        (sum(|sheet| sheet.known), sum(|sheet| sheet.unknown), sum(|sheet| sheet.pictures));
    // A scan may bear a stamp, or the number of each page, in letters.
    if pictures >= sheets.len() && known < sheets.len().saturating_mul(12) {
        return Err(Refusal::Scanned);
    }
    if unknown > known {
        return Err(Refusal::NoLetters);
    }
    if known == 0 {
        return Err(Refusal::NoWords { kind: Kind::Pdf });
    }
    Ok(())
}

/// The title that the file states, where the text begins with it. Programs leave there the name of a template, of a file,
/// or of the statement before.
fn stated_title(stated: &str, text: &str) -> Option<String> {
    let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let title = stated.split_whitespace().collect::<Vec<_>>().join(" ");
    let head: String = text.chars().take(1000).collect();
    let fits = (4..=300).contains(&title.chars().count()) && plain(&head).contains(&plain(&title));
    fits.then_some(title)
}

/// A string of a PDF: UTF-16 or UTF-8 with a mark, else its own encoding, which Windows-1252 is close to.
fn string(bytes: &[u8]) -> String {
    encoding::decoded(bytes, None).chars().filter(|c| !c.is_control()).collect()
}
