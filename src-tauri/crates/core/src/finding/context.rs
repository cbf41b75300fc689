//! Where the words stand in a text, with some words around.

use crate::{
    store::{Sought, Term, folded, split},
    wire::SearchPart,
};

/// Words shown before the first that was found.
const BEFORE: usize = 8;
/// Words shown in all.
const SHOWN: usize = 28;

/// A stretch of bytes of a text.
type Stretch = std::ops::Range<usize>;

/// Whether words that are sought may stand in a text at all. Most texts that hang on what was found hold none of them, and
/// are not parted into words for that.
fn may_hold(text: &str, sought: &Sought) -> bool {
    !text.is_ascii() || sought.0.iter().any(|term| term.words.first().is_none_or(|word| stands_in(text, word)))
}

/// Whether a stretch of a plain text is a word, whatever its case.
fn stands_in(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text)
        .any(|at| text.get(at..at + word.len()).is_some_and(|stretch| stretch.eq_ignore_ascii_case(word)))
}

/// The words of a text that are among those sought, in order: at most `most`.
fn found(text: &str, sought: &Sought, most: usize) -> Vec<Stretch> {
    let mut found = Vec::new();
    if !may_hold(text, sought) {
        return found;
    }
    let mut words = split(text).peekable();
    // As many words as the longest phrase has are held, the newest last.
    let longest = sought.0.iter().map(|term| term.words.len()).max().unwrap_or(0);
    let mut held: std::collections::VecDeque<(usize, &str)> = std::collections::VecDeque::new();
    while found.len() < most
        && let Some((at, word)) = words.next()
    {
        held.push_back((at, word));
        if held.len() > longest {
            held.pop_front();
        }
        for term in &sought.0 {
            if let Some(begin) = held.len().checked_sub(term.words.len())
                && fits(term, held.iter().skip(begin).map(|(_, word)| *word))
            {
                let start = held[begin].0;
                let end = at + word.len();
                match found.last_mut() {
                    Some(Stretch { end: last, start: first }) if start < *last => {
                        *first = start.min(*first);
                        *last = end.max(*last);
                    }
                    _ => found.push(start..end),
                }
            }
        }
    }
    found
}

fn fits<'w>(term: &Term, words: impl Iterator<Item = &'w str>) -> bool {
    let last = term.words.len() - 1;
    words.zip(&term.words).enumerate().all(|(at, (word, wanted))| said(word, wanted, at == last && term.beginning))
}

/// Whether a word, as it is written, is the one wanted, which is folded; or begins with it.
fn said(word: &str, wanted: &str, beginning: bool) -> bool {
    if !word.is_ascii() {
        let word = folded(word);
        return if beginning { word.starts_with(wanted) } else { word == wanted };
    }
    // Every word of every hit is looked at, and most are plain: they are compared where they lie.
    let stretch = if beginning { word.get(..wanted.len()) } else { Some(word) };
    stretch.is_some_and(|stretch| stretch.eq_ignore_ascii_case(wanted))
}

/// The whole text, with the words that were found marked.
pub(super) fn marked(text: &str, sought: &Sought) -> Vec<SearchPart> {
    parts(text, 0..text.len(), &found(text, sought, usize::MAX))
}

/// The stretch of the text around the first word that was found, with what was found in it marked; none where nothing
/// is found in it.
pub(super) fn around(text: &str, sought: &Sought) -> Option<Vec<SearchPart>> {
    let first = found(text, sought, 1).into_iter().next()?;
    let start = split_back(&text[..first.start]).nth(BEFORE - 1).unwrap_or(0);
    let end = split(&text[start..]).nth(SHOWN - 1).map_or(text.len(), |(at, word)| start + at + word.len());
    let end = end.max(first.end);
    let shown = start..end;
    let marks: Vec<Stretch> = found(&text[shown.clone()], sought, usize::MAX)
        .into_iter()
        .map(|at| at.start + start..at.end + start)
        .collect();
    let mut parts = parts(text, shown, &marks);
    if start > 0 {
        parts.insert(0, SearchPart { text: "… ".into(), found: false });
    }
    if end < text.trim_end().len() {
        parts.push(SearchPart { text: " …".into(), found: false });
    }
    for part in &mut parts {
        // One line is shown: what parts lines is a blank there.
        part.text = part.text.replace(['\n', '\t', '\u{2029}', '\u{2028}'], " ");
    }
    Some(parts)
}

/// The bytes at which the words before the end of a text begin, the last word first.
fn split_back(text: &str) -> impl Iterator<Item = usize> {
    // Some two hundred letters back hold as many words as are shown; words are not parted from behind.
    let from = text.char_indices().rev().nth(240).map_or(0, |(at, _)| at);
    let begins: Vec<usize> = split(&text[from..]).map(|(at, _)| from + at).collect();
    begins.into_iter().rev()
}

fn parts(text: &str, shown: Stretch, marks: &[Stretch]) -> Vec<SearchPart> {
    let mut parts = Vec::new();
    let mut at = shown.start;
    let mut add = |stretch: Stretch, found: bool| {
        if !stretch.is_empty() {
            parts.push(SearchPart { text: text[stretch].to_owned(), found });
        }
    };
    for mark in marks {
        add(at..mark.start, false);
        add(mark.clone(), true);
        at = mark.end;
    }
    add(at..shown.end, false);
    parts
}

#[cfg(test)]
mod tests {
    use super::{around, marked};
    use crate::{finding::sought::sought, wire::SearchPart};

    fn shown(parts: &[SearchPart]) -> String {
        parts.iter().map(|part| if part.found { format!("[{}]", part.text) } else { part.text.clone() }).collect()
    }

    #[test]
    fn found_words_are_marked_as_they_are_written() {
        for (text, typed, expected) in [
            ("Share threat reports", "THREAT", "Share [threat] reports"),
            ("Résumé of Resume", "resume", "[Résumé] of [Resume]"),
            ("Data protection, data protected", "\"data prot\"*", "[Data protection], [data protected]"),
            ("Data and protection", "\"data protection\"", "Data and protection"),
            ("साइबर सुरक्षा रिपोर्ट", "सुरक्षा", "साइबर [सुरक्षा] रिपोर्ट"),
            ("CY-2015-03 Hotline", "cy-2015", "[CY-2015]-03 Hotline"),
            ("", "word", ""),
        ] {
            assert_eq!(shown(&marked(text, &sought(typed, false))), expected);
        }
    }

    #[test]
    fn some_words_around_are_shown() {
        let text: String = (0..100).map(|number| format!("word{number} ")).collect();
        let sought = sought("word50", false);
        let context = shown(&around(&text, &sought).unwrap());
        assert!(context.starts_with("… word42 word43"), "{context}");
        assert!(context.contains("word49 [word50] word51"), "{context}");
        assert!(context.ends_with("word69 …"), "{context}");
        assert_eq!(around("Nothing here", &sought), None);
        assert_eq!(shown(&around("line\nword50\tend", &sought).unwrap()), "line [word50] end");
    }
}
