//! Words made ready for the page: normal forms, what no typeface can write, places to break, the language of a stretch.

use std::collections::BTreeSet;

use hypher::{Lang, hyphenate};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::typefaces::TYPEFACES;

/// What is printed for a character that the typefaces of the papers do not have. Archives and readers that speak forbid
/// the empty box of a typeface; this is the sign that Unicode has for the purpose.
pub(super) const UNKNOWN: char = '\u{FFFD}';

/// A stretch is parted where no hyphen can part it, so that an address does not run out of its column.
const BREAK: char = '\u{200B}';
const LONGEST: usize = 24;
const PARTED_AFTER: usize = 12;
const SIGNS: [char; 8] = ['/', '.', '_', '-', '?', '&', '=', '@'];

/// Words in one language.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Stretch {
    /// The words.
    pub(super) t: String,
    /// `hi` for Devanagari; the paper's own language where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<&'static str>,
    /// Whether it is a name that is not to be parted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    whole: bool,
    /// Whether a line may end before it, where nothing is seen. A character that says so would be found again in what is
    /// copied from the page.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    thin: bool,
    /// Whether it is a word that must be parted, at a hyphen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hyphens: bool,
}

impl Stretch {
    fn of(t: String, lang: Option<&'static str>) -> Self {
        Self { t, lang, whole: false, thin: false, hyphens: false }
    }

    /// Nothing but words.
    pub(super) fn plain(words: String) -> Self {
        Self::of(words, None)
    }

    /// The same, which may be parted.
    pub(super) fn loose(self) -> Self {
        Self { whole: false, ..self }
    }

    /// Whether it is nothing but its words.
    pub(super) const fn is_plain(&self) -> bool {
        self.lang.is_none() && !self.whole && !self.thin && !self.hyphens
    }

    /// Words that are not to be parted.
    pub(super) fn whole(words: &str) -> Self {
        Self { whole: true, ..Self::of(words.into(), words.chars().any(devanagari).then_some("hi")) }
    }
}

/// The words as they can be printed, with what is not seen but says where a line may end; what cannot be printed is put
/// among `unknown`.
pub(super) fn printable(words: &str, unknown: &mut BTreeSet<char>) -> String {
    parted(&written(words, unknown))
}

/// The words as they can be heard, and stand in the particulars of a file: all characters, but none that means nothing.
pub(super) fn heard(words: &str) -> String {
    words.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !silent(*c) && !private(*c)).collect()
}

/// The words with nothing in them that the typefaces do not have.
pub(super) fn written(words: &str, unknown: &mut BTreeSet<char>) -> String {
    if words.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
        return words.into();
    }
    let normal: String = words.nfc().collect();
    let mut printed = String::with_capacity(normal.len());
    for cluster in normal.graphemes(true) {
        match cluster {
            "\n" | "\r\n" | "\r" | "\u{2028}" | "\u{2029}" | "\u{85}" => printed.push('\n'),
            "\t" => printed.push(' '),
            _ if cluster.chars().all(silent) => {}
            _ if TYPEFACES.can_write(cluster) && !cluster.chars().any(private) => {
                printed.extend(cluster.chars().filter(|c| !silent(*c)));
            }
            _ => {
                unknown.extend(cluster.chars().filter(|c| !silent(*c)));
                printed.push(UNKNOWN);
            }
        }
    }
    printed
}

/// What leaves no trace on paper. The joiners of Devanagari and the hyphen that shows only where a line ends are kept.
fn silent(c: char) -> bool {
    !matches!(c, '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}')
        && (typst::text::is_default_ignorable(c) || c.is_control())
}

/// Means something only between those who agreed on it; an archive may not hold it.
fn private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// With a place to break, which is not seen, in every stretch that has none of its own for too long.
fn parted(words: &str) -> String {
    if !words.split([' ', '\n']).any(|word| word.len() > LONGEST && word.chars().count() > LONGEST) {
        return words.into();
    }
    let mut made = String::with_capacity(words.len() + words.len() / PARTED_AFTER);
    for piece in words.split_inclusive([' ', '\n']) {
        if piece.trim_end().chars().count() <= LONGEST {
            made.push_str(piece);
            continue;
        }
        let mut since = 0;
        for cluster in piece.graphemes(true) {
            let here = since >= PARTED_AFTER || (since > 2 && made.ends_with(SIGNS) && !cluster.starts_with(SIGNS));
            if here && !cluster.starts_with(char::is_whitespace) {
                made.push(BREAK);
                since = 0;
            }
            made.push_str(cluster);
            since += 1;
        }
    }
    made
}

/// Words cut where they would be wider than that many points, with a sign that they go on.
pub(super) fn shortened(words: &str, width: f64, size: f64) -> String {
    if TYPEFACES.width(words, false, size) <= width {
        return words.into();
    }
    let mut kept = String::new();
    for cluster in words.graphemes(true) {
        if TYPEFACES.width(&kept, false, size) + TYPEFACES.width(cluster, false, size) + size > width {
            break;
        }
        kept.push_str(cluster);
    }
    format!("{}…", kept.trim_end())
}

/// Parts words by their language, at the places where they may break, and around names that may not. What has no letters
/// of its own stays with what it follows.
pub(super) fn stretches(words: &str) -> Vec<Stretch> {
    let mut made: Vec<Stretch> = Vec::new();
    let mut thin = false;
    for piece in pieces(words) {
        let bare = piece.trim_end_matches([' ', '\n', BREAK]);
        if is_name(bare) || bare.contains(' ') {
            made.push(Stretch { thin, ..Stretch::whole(bare) });
            thin = false;
            if bare.len() < piece.len() && !piece.ends_with(BREAK) {
                made.push(Stretch::of(piece[bare.len()..].into(), None));
            }
        } else {
            for c in piece.chars().filter(|c| *c != BREAK) {
                let lang = match c {
                    c if devanagari(c) => Some("hi"),
                    c if c.is_alphabetic() => None,
                    _ => made.last().and_then(|stretch| stretch.lang),
                };
                match made.last_mut() {
                    Some(stretch) if stretch.lang == lang && !stretch.whole && !thin => stretch.t.push(c),
                    _ => made.push(Stretch { thin, ..Stretch::of(c.into(), lang) }),
                }
                thin = false;
            }
        }
        thin |= piece.ends_with(BREAK);
    }
    made
}

/// The same words, with those parted that are wider than so many points: at hyphens where that is enough, and else, as a
/// code or an address, after any letter.
pub(super) fn narrowed(words: Vec<Stretch>, width: f64, size: f64) -> Vec<Stretch> {
    let too_wide = |word: &str| TYPEFACES.width(word, true, size) > width;
    let is_wide = |words: &str| unparted(words).any(too_wide);
    if !words.iter().any(|stretch| is_wide(&stretch.t)) {
        return words;
    }
    let mut made: Vec<Stretch> = Vec::new();
    for stretch in words {
        if !is_wide(&stretch.t) {
            made.push(stretch);
            continue;
        }
        for (at, piece) in pieces(&stretch.t).into_iter().enumerate() {
            let whole = Stretch {
                t: piece.into(),
                lang: stretch.lang,
                whole: stretch.whole,
                thin: stretch.thin && at == 0,
                hyphens: false,
            };
            let hyphens = is_wide(piece);
            if hyphens && syllables(piece, stretch.lang).any(|syllable| too_wide(&format!("{syllable}-"))) {
                let letter = |(at, letter): (usize, &str)| Stretch {
                    t: letter.into(),
                    whole: false,
                    thin: whole.thin || (at > 0 && letter.trim() == letter),
                    ..whole
                };
                made.extend(piece.graphemes(true).enumerate().map(letter));
                continue;
            }
            match made.last_mut() {
                Some(last) if at > 0 && !last.thin && last.hyphens == hyphens => last.t.push_str(piece),
                _ => made.push(Stretch { whole: whole.whole && !hyphens, hyphens, ..whole }),
            }
        }
    }
    made
}

/// What hyphens part a word into.
fn syllables<'w>(word: &'w str, lang: Option<&str>) -> impl Iterator<Item = &'w str> {
    let lang = lang.and_then(|lang| Lang::from_iso(lang.as_bytes().try_into().ok()?)).unwrap_or(Lang::English);
    word.split([' ', '\n']).flat_map(unparted).flat_map(move |word| hyphenate(word, lang))
}

/// Words one by one, each with the space behind it; a day as people read it is one: `31 Oct 2015`.
fn pieces(words: &str) -> Vec<&str> {
    let mut made: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        if let Some(day) = day_at(&words[at..]) {
            end += day;
        }
        end += words[end..]
            .find([' ', '\n', BREAK])
            .map_or(words.len() - end, |space| space + words[end + space..].chars().next().map_or(0, char::len_utf8));
        made.push(&words[at..end]);
        at = end;
    }
    made
}

/// How many bytes the day takes that words begin with.
fn day_at(words: &str) -> Option<usize> {
    let mut parts = words.splitn(3, ' ');
    let (number, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_year = rest.len() >= 4 && rest.bytes().take(4).all(|b| b.is_ascii_digit());
    (is_number && MONTHS.contains(&month) && is_year).then(|| number.len() + month.len() + 6)
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The words that a line cannot part.
pub(super) fn unparted(words: &str) -> impl Iterator<Item = &str> {
    pieces(words).into_iter().flat_map(|piece| {
        let bare = piece.trim_end_matches([' ', '\n', BREAK]);
        let whole = is_name(bare) || bare.contains(' ');
        bare.split_inclusive(move |c| c == '-' && !whole)
    })
}

/// A name with a hyphen in it, which is not parted there: `US-CERT`, `CYB-4`.
fn is_name(words: &str) -> bool {
    let part = |part: &str| part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let bare = words.trim_start_matches(['(', '“', '"']).trim_end_matches([')', '”', '"', '.', ',', ';', ':']);
    bare.len() <= 14 && bare.contains('-') && bare.split('-').all(part)
}

fn devanagari(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{97F}' | '\u{A8E0}'..='\u{A8FF}' | '\u{1CD0}'..='\u{1CFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, printed: &str, not_known: &str) {
        let mut unknown = BTreeSet::new();
        assert_eq!(printable(words, &mut unknown), printed);
        assert_eq!(unknown.into_iter().collect::<String>(), not_known);
    }

    #[test]
    fn what_no_typeface_has_is_printed_as_a_sign() {
        check("Exchange of information", "Exchange of information", "");
        check("साइबर सुरक्षा", "साइबर सुरक्षा", "");
        check("agreed 👍🏽 there", "agreed \u{FFFD} there", "🏽👍");
        check("北京", "\u{FFFD}\u{FFFD}", "京北");
        check("one\u{FEFF}\u{0}two\tthree\r\nfour", "onetwo three\nfour", "");
        check("\u{E000}", "\u{FFFD}", "\u{E000}");
    }

    #[test]
    fn an_address_may_break_and_a_word_may_not() {
        check("internationalisation", "internationalisation", "");
        check("https://example.org/notes/2015", "https://\u{200B}example.\u{200B}org/\u{200B}notes/\u{200B}2015", "");
        check(&"x".repeat(30), &format!("{0}\u{200B}{0}\u{200B}xxxxxx", "x".repeat(12)), "");
    }

    #[test]
    fn a_word_that_no_hyphen_makes_fit_is_parted_after_any_letter() {
        let told = |words: &str, width| {
            let made = narrowed(stretches(words), width, 8.4);
            made.into_iter().map(|s| (s.t, s.thin, s.hyphens)).collect::<Vec<_>>()
        };
        assert_eq!(told("the internationalisation of it", 60.0)[1], ("internationalisation ".into(), false, true));
        let code = told("see ABCDEFGHIJKLMNOP today", 30.0);
        assert_eq!((code[0].0.as_str(), code[1].0.as_str(), code[2].0.as_str()), ("see ", "A", "B"));
        assert!(code[2].1 && !code[2].2, "{code:?}");
        assert_eq!(code.iter().map(|(t, ..)| t.as_str()).collect::<String>(), "see ABCDEFGHIJKLMNOP today");
        assert_eq!(told("short words", 60.0).len(), 1);
    }

    #[test]
    fn a_name_is_not_parted_at_its_hyphen() {
        let whole: Vec<_> = stretches("CERT-In; (US-CERT), well-known, CYB-4\u{200B}x")
            .into_iter()
            .map(|s| (s.t, s.whole, s.thin))
            .collect();
        let told: Vec<_> = whole.iter().map(|(t, whole, thin)| (t.as_str(), *whole, *thin)).collect();
        assert_eq!(
            told,
            [
                ("CERT-In;", true, false),
                (" ", false, false),
                ("(US-CERT),", true, false),
                (" well-known, ", false, false),
                ("CYB-4", true, false),
                ("x", false, true)
            ]
        );
    }

    #[test]
    fn what_is_too_long_for_the_foot_is_cut() {
        assert_eq!(shortened("India–United States", 200.0, 8.0), "India–United States");
        let cut = shortened(&"word ".repeat(60), 200.0, 8.0);
        assert!(cut.ends_with('…') && cut.chars().count() > 40);
        assert!(TYPEFACES.width(&cut, false, 8.0) <= 200.0);
    }

    #[test]
    fn languages_are_told_apart() {
        let made = stretches("MoU on साइबर सुरक्षा, 2011, signed");
        let told: Vec<_> = made.iter().map(|s| (s.t.as_str(), s.lang)).collect();
        assert_eq!(told, [("MoU on ", None), ("साइबर सुरक्षा, 2011, ", Some("hi")), ("signed", None)]);
    }

    #[test]
    fn a_day_stays_on_its_line() {
        let whole: Vec<String> = stretches("every 3 months, next 31 Oct 2015, or 3 May")
            .into_iter()
            .filter(|s| s.whole)
            .map(|s| s.t)
            .collect();
        assert_eq!(whole, ["31 Oct 2015,"]);
        assert_eq!(
            unparted("by 31 Oct 2015 well-known US-CERT (INS-2015-001).").collect::<Vec<_>>(),
            ["by", "31 Oct 2015", "well-", "known", "US-CERT", "(INS-2015-001)."]
        );
    }
}
