//! Letters that the files of offices can hold.

use std::borrow::Cow;

/// Words as XML 1.0 can hold them (§ 2.2), with one kind of line break. What it cannot hold are control characters, which
/// mean nothing on paper: they are left out. A vertical tab or a page break within a paragraph, as pasted from Word, is a
/// line break.
pub(crate) fn legal(text: &str) -> Cow<'_, str> {
    let is_plain = |mark: char| {
        mark == '\n' || !mark.is_control() && !matches!(mark, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
    };
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let one = |mark: char| match mark {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\n' => Some(mark),
        '\u{fffe}' | '\u{ffff}' => None,
        _ if mark.is_control() => None,
        _ => Some(mark),
    };
    Cow::Owned(text.chars().filter_map(one).collect())
}

/// What stands at the foot of each page: which paper, of which dossier.
pub(crate) fn foot(title: &str, dossier: &str) -> String {
    let parts = [title, dossier].map(|words| words.trim().replace('\n', " "));
    parts.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Words, or their beginning with a sign that there is more.
pub(crate) fn beginning(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let kept: String = words.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(legal("a\u{0}b\u{1b}[1mc\u{fffe}\td\r\ne\rf\u{b}g"), "ab[1mc\td\ne\nf\ng");
    }

    #[test]
    fn a_beginning_says_that_there_is_more() {
        assert_eq!(beginning("seven letters", 13), "seven letters");
        assert_eq!(beginning("seven letters", 7), "seven…");
    }
}
