//! How the bytes of a plain text become characters. The rule stands here once, for texts, web pages and the parts of
//! packed files.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The characters of a text. A byte order mark tells the encoding (UTF-8, UTF-16); without one it is what the file states,
/// where it does; else UTF-8, and where it cannot be that, Windows-1252, which older office software writes.
pub(crate) fn decoded<'a>(bytes: &'a [u8], stated: Option<&'static Encoding>) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    match (stated, std::str::from_utf8(bytes)) {
        // Pages say Windows-1252 by habit and are UTF-8 all the same; longer texts are never valid UTF-8 by accident.
        (_, Ok(text)) if stated.is_none_or(|encoding| encoding == UTF_8 || encoding.is_ascii_compatible()) => {
            match stated {
                // These are made of ASCII bytes alone, so that valid UTF-8 proves nothing.
                Some(encoding) if encoding == encoding_rs::ISO_2022_JP => encoding.decode_without_bom_handling(bytes).0,
                _ => Cow::Borrowed(text),
            }
        }
        (Some(encoding), _) => encoding.decode_without_bom_handling(bytes).0,
        (None, _) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The characters at the beginning of a text, as [`decoded`] would read the whole. Cutting bytes may cut a character; its
/// remains would make another encoding of it.
pub(crate) fn beginning(bytes: &[u8], length: usize) -> Cow<'_, str> {
    let head = bytes.get(..length).unwrap_or(bytes);
    match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_none() && head.len() < bytes.len() => {
            decoded(head.get(..error.valid_up_to()).unwrap_or_default(), None)
        }
        _ => decoded(head, None),
    }
}

/// Whether these are characters that a text has: a file of another kind shows by its control characters.
pub(crate) fn is_text(text: &str) -> bool {
    text.chars().all(belongs)
}

/// Whether a character belongs in a text.
pub(crate) fn belongs(c: char) -> bool {
    !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
}
