//! What a person types, made fit for the register: Unicode in NFC, bounded, with a sentence for what is too long or missing.

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::error::{Result, invalid};

/// Longest title or name, in Unicode scalar values.
pub const TITLE_MOST: usize = 300;
/// Longest note, wording or record of one side's words.
pub const NOTE_MOST: usize = 100_000;
/// Longest text.
pub const TEXT_MOST: usize = 5_000_000;

/// A line: trimmed, without line breaks, at most [`TITLE_MOST`]. May be empty.
pub(crate) fn line(what: &str, text: &str) -> Result<String> {
    let text = nfc(text);
    bounded(what, text.split_whitespace().collect::<Vec<_>>().join(" "), TITLE_MOST)
}

/// A line that has to be there.
pub(crate) fn required(what: &str, text: &str) -> Result<String> {
    let text = line(what, text)?;
    if text.is_empty() { invalid(format!("{what} is still empty.")) } else { Ok(text) }
}

/// Several lines, at most [`NOTE_MOST`]; trailing blanks are dropped. May be empty.
pub(crate) fn note(what: &str, text: &str) -> Result<String> {
    bounded(what, nfc(text).trim_end().to_owned(), NOTE_MOST)
}

/// A text as it is, with line breaks made alike, at most [`TEXT_MOST`].
pub(crate) fn body(what: &str, text: &str) -> Result<String> {
    bounded(what, nfc(text).replace("\r\n", "\n").replace('\r', "\n"), TEXT_MOST)
}

/// A text in Unicode normalisation form C: the same word typed on two keyboards is one word.
pub(crate) fn nfc(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

fn bounded(what: &str, text: String, most: usize) -> Result<String> {
    // A text cannot have more characters than bytes, so most are never counted.
    if text.contains('\0') {
        return invalid(format!("{what} holds a character that no text has (code 0). Nothing was entered."));
    }
    if text.len() > most {
        let length = text.chars().count();
        if length > most {
            return invalid(format!(
                "{what} has {} characters; at most {} fit. Nothing was entered; shorten it and enter it again.",
                grouped(length),
                grouped(most)
            ));
        }
    }
    Ok(text)
}

/// A number with thin groups of three: 100 000.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}
