//! Web pages: the words of the page, without what surrounds them (scripts, styles, navigation, forms).
//!
//! The page is cut into tags and words as browsers do it, and the words are written as they come; no tree is built. What
//! style sheets hide or move is not known here.

mod page;

use encoding_rs::Encoding;
use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};

use crate::{Document, Limits, Refusal, encoding};

/// How far into a page its encoding is looked for; the standard says 1,024 bytes, some pages need more.
const HEAD: usize = 4096;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    read_text(&encoding::decoded(bytes, stated(bytes)), limits)
}

/// A page that has been decoded already.
pub(crate) fn read_text(page: &str, limits: &Limits) -> Result<Document, Refusal> {
    let mut reading = page::Page::new(limits);
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| reading.take(&event).err());
    emitter.naively_switch_states(true);
    // Whatever the page holds, a refusal is the only thing that the tokenizer hands out.
    if let Some(Ok(refusal)) = Tokenizer::new_with_emitter(page, emitter).next() {
        return Err(refusal);
    }
    Ok(reading.finish())
}

/// The encoding that a page states in its head.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let mut rest = head.as_slice();
    for word in [b"charset=".as_slice(), b"encoding="] {
        if let Some(at) = crate::kind::find(&head, word) {
            rest = head.get(at + word.len()..).unwrap_or_default();
            break;
        }
    }
    if rest.len() == head.len() {
        return None;
    }
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let label = rest.split(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte)).next()?;
    // A page that could be read this far is not in UTF-16, whatever it says.
    Encoding::for_label(label).map(|encoding| encoding.output_encoding())
}
