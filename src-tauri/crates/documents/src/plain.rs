//! Plain text: kept as it is, with line ends made alike.

use crate::{Document, Kind, Limits, Refusal, encoding};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let text = encoding::decoded(bytes, None);
    if !encoding::is_text(&text) {
        return Err(Refusal::Unknown);
    }
    let text = with_plain_line_ends(&text);
    if text.len() > limits.text && text.chars().count() > limits.text {
        return Err(Refusal::TooLong { most: limits.text });
    }
    Ok(Document { text, kind: Kind::Txt, title: None, day: None, language: None, from: None })
}

/// Every way to end a line, or a page, becomes `\n`.
pub(crate) fn with_plain_line_ends(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                characters.next_if_eq(&'\n');
                plain.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            _ => plain.push(c),
        }
    }
    plain
}
