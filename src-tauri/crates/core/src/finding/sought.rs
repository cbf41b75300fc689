//! What was typed into a search, as words that the index takes.

use crate::store::{Sought, Term};

/// Most words of one search; more are not looked for.
const WORDS: usize = 16;

/// Reads words, "phrases" and prefixes*. Where more may still be typed, the last word is taken for a beginning.
pub(crate) fn sought(text: &str, typing: bool) -> Sought {
    let mut terms = Vec::new();
    let mut rest = text;
    let mut open_end = false;
    while terms.len() < WORDS {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { break };
        if matches!(first, '"' | '“' | '”' | '„') {
            let inside = &rest[first.len_utf8()..];
            let end = inside.find(['"', '“', '”']);
            let (phrase, after) = match end {
                Some(at) => (&inside[..at], inside[at..].strip_prefix(['"', '“', '”']).unwrap_or_default()),
                None => (inside, ""),
            };
            let beginning = after.starts_with('*');
            terms.extend(Term::read(phrase, beginning));
            rest = after.strip_prefix('*').unwrap_or(after);
            open_end = false;
        } else {
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '„')).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            terms.extend(Term::read(word, word.ends_with('*')));
            open_end = after.is_empty();
            rest = after;
        }
    }
    if typing
        && open_end
        && let Some(last) = terms.last_mut()
    {
        // A single letter begins too much to be of use; it is looked for as it is until a second follows.
        last.beginning |= last.words.last().is_some_and(|word| word.chars().nth(1).is_some());
    }
    Sought(terms)
}

#[cfg(test)]
mod tests {
    use super::sought;

    fn read(text: &str, typing: bool) -> String {
        sought(text, typing).0.iter().map(crate::store::Term::expression).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_phrases_and_beginnings_are_told_apart() {
        for (typed, asked) in [
            ("", ""),
            ("   ", ""),
            ("threat", "\"threat\""),
            ("Threat Reports", "\"threat\" \"reports\""),
            ("Résumé", "\"resume\""),
            ("secur*", "\"secur\" *"),
            ("\"data protection\" cyber", "\"data protection\" \"cyber\""),
            ("“data protection", "\"data protection\""),
            ("\"data prot\"*", "\"data prot\" *"),
            ("CY-2015-03", "\"cy 2015 03\""),
            ("a-b:c OR (NOT d)", "\"a b c\" \"or\" \"not\" \"d\""),
            ("-- \" * +", ""),
            ("रिपोर्ट", "\"रिपोर्ट\""),
        ] {
            assert_eq!(read(typed, false), asked, "{typed}");
        }
    }

    #[test]
    fn the_last_word_may_still_grow() {
        for (typed, asked) in [
            ("thr", "\"thr\" *"),
            ("t", "\"t\""),
            ("thr ", "\"thr\""),
            ("data pro", "\"data\" \"pro\" *"),
            ("\"data pro\"", "\"data pro\""),
            ("CY-2015", "\"cy 2015\" *"),
        ] {
            assert_eq!(read(typed, true), asked, "{typed}");
        }
    }
}
