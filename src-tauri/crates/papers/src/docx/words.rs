//! Paragraphs and the runs in them: tones as character styles, scripts of their own with the settings that Word reads for
//! them, breaks and tabs as elements.

use rapporteur_core::brief::{Paragraph, Run, Tone};

use super::xml::Xml;
use crate::{
    letters::legal,
    places::{Place, Places},
};

/// The character style of a tone; none for plain words.
const fn style(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("Strong"),
        Tone::Emphasis => Some("Emphasis"),
        Tone::Verbatim => Some("Verbatim"),
        Tone::Ref => Some("Ref"),
        Tone::Quiet => Some("Quiet"),
    }
}

/// Scripts that Word calls complex: it sets them from a typeface, size and weight of their own, and asks for the language
/// of their spelling apart. Which of the languages of a script it is the register does not know; these are the ones that
/// most write in it.
struct Script {
    first: char,
    last: char,
    language: &'static str,
    from_the_right: bool,
}

const SCRIPTS: &[Script] = &[
    script('\u{590}', '\u{5ff}', "he-IL", true),
    script('\u{600}', '\u{6ff}', "ar-SA", true),
    script('\u{750}', '\u{77f}', "ar-SA", true),
    script('\u{8a0}', '\u{8ff}', "ar-SA", true),
    script('\u{900}', '\u{97f}', "hi-IN", false),
    script('\u{980}', '\u{9ff}', "bn-IN", false),
    script('\u{a00}', '\u{a7f}', "pa-IN", false),
    script('\u{a80}', '\u{aff}', "gu-IN", false),
    script('\u{b00}', '\u{b7f}', "or-IN", false),
    script('\u{b80}', '\u{bff}', "ta-IN", false),
    script('\u{c00}', '\u{c7f}', "te-IN", false),
    script('\u{c80}', '\u{cff}', "kn-IN", false),
    script('\u{d00}', '\u{d7f}', "ml-IN", false),
    script('\u{d80}', '\u{dff}', "si-LK", false),
    script('\u{e00}', '\u{e7f}', "th-TH", false),
    script('\u{e80}', '\u{eff}', "lo-LA", false),
    script('\u{f00}', '\u{fff}', "bo-CN", false),
    script('\u{1000}', '\u{109f}', "my-MM", false),
    script('\u{1780}', '\u{17ff}', "km-KH", false),
    script('\u{1cd0}', '\u{1cff}', "hi-IN", false),
    script('\u{a8e0}', '\u{a8ff}', "hi-IN", false),
    script('\u{fb1d}', '\u{fb4f}', "he-IL", true),
    script('\u{fb50}', '\u{fdff}', "ar-SA", true),
    script('\u{fe70}', '\u{fefc}', "ar-SA", true),
];

const fn script(first: char, last: char, language: &'static str, from_the_right: bool) -> Script {
    Script { first, last, language, from_the_right }
}

/// The complex script that a letter belongs to.
fn script_of(letter: char) -> Option<&'static Script> {
    SCRIPTS.iter().find(|script| (script.first..=script.last).contains(&letter))
}

/// Cuts words where the script changes. What belongs to no script (spaces, points, figures, joiners) goes with the complex
/// letters before it only where more of them follow, so that a Latin word keeps its own brackets.
fn stretches(text: &str) -> Vec<(&str, Option<&'static Script>)> {
    let mut found: Vec<(usize, Option<&'static Script>)> = Vec::new();
    let mut neutral = None;
    for (at, letter) in text.char_indices() {
        let script = script_of(letter);
        if script.is_none() && !letter.is_alphabetic() {
            neutral.get_or_insert(at);
            continue;
        }
        let same = found
            .last()
            .is_some_and(|(_, last)| last.map(|last| last.language) == script.map(|script| script.language));
        if !same {
            // Joiners shape the letters before them.
            let begins = match neutral {
                Some(from) if script.is_none() => from + joiners(&text[from..at]),
                _ => at,
            };
            found.push((if found.is_empty() { 0 } else { begins }, script));
        }
        neutral = None;
    }
    if let (Some(from), Some((_, Some(_)))) = (neutral, found.last()) {
        let from = from + joiners(&text[from..]);
        if from < text.len() {
            found.push((from, None));
        }
    }
    if found.is_empty() && !text.is_empty() {
        found.push((0, None));
    }
    let ends = found.iter().skip(1).map(|(begins, _)| *begins).chain([text.len()]);
    found.iter().zip(ends).map(|((begins, script), end)| (&text[*begins..end], *script)).collect()
}

/// How many bytes of joiners a text begins with.
fn joiners(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\u{200c}', '\u{200d}']).len()
}

/// Words in a character style.
pub(super) fn run(xml: &mut Xml, style: Option<&str>, text: &str) {
    run_with(xml, style, text, letters);
}

/// Words in a character style, written by `write`.
fn run_with(xml: &mut Xml, style: Option<&str>, text: &str, write: fn(&mut Xml, &str)) {
    for (words, script) in stretches(&legal(text)) {
        if words.is_empty() {
            continue;
        }
        xml.element("w:r", &[], |xml| {
            if style.is_some() || script.is_some() {
                xml.element("w:rPr", &[], |xml| {
                    if let Some(style) = style {
                        xml.value("w:rStyle", style);
                    }
                    if let Some(script) = script {
                        if script.from_the_right {
                            xml.empty("w:rtl", &[]);
                        } else {
                            xml.empty("w:cs", &[]);
                        }
                        xml.empty("w:lang", &[("w:bidi", script.language)]);
                    }
                });
            }
            write(xml, words);
        });
    }
}

/// The letters of words that are read line by line: no line ends within a ref. What stands in a cell of its own or in a
/// heading keeps its plain hyphens, so that whoever searches for it finds it.
fn letters_of_lines(xml: &mut Xml, words: &str) {
    let mut rest = words;
    while let Some((from, to)) = ref_in(rest) {
        if from > 0 {
            letters(xml, &rest[..from]);
        }
        for (place, part) in rest[from..to].split('-').enumerate() {
            if place > 0 {
                xml.empty("w:noBreakHyphen", &[]);
            }
            letters(xml, part);
        }
        rest = &rest[to..];
    }
    if !rest.is_empty() {
        letters(xml, rest);
    }
}

/// Where the first ref among words stands: capitals and figures, parted by hyphens, `INS-2015-001`.
fn ref_in(words: &str) -> Option<(usize, usize)> {
    let is_of_ref = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let mut at = 0;
    for word in words.split_inclusive(|c: char| !is_of_ref(c)) {
        let bare = word.trim_end_matches(|c: char| !is_of_ref(c));
        let parts: Vec<&str> = bare.split('-').collect();
        let has_figures = bare.bytes().any(|byte| byte.is_ascii_digit());
        // A letter before it is the end of another word.
        let begins = !words[..at].ends_with(char::is_alphanumeric);
        let first = parts[0].bytes().all(|byte| byte.is_ascii_uppercase());
        if begins && first && has_figures && parts.len() > 1 && parts.iter().all(|part| !part.is_empty()) {
            return Some((at, at + bare.len()));
        }
        at += word.len();
    }
    None
}

/// The letters of a run, with its line breaks and tabs.
fn letters(xml: &mut Xml, words: &str) {
    for (place, line) in words.split('\n').enumerate() {
        if place > 0 {
            xml.empty("w:br", &[]);
        }
        for (place, part) in line.split('\t').enumerate() {
            if place > 0 {
                xml.empty("w:tab", &[]);
            }
            if !part.is_empty() {
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(part));
            }
        }
    }
}

/// A line break.
pub(super) fn line_break(xml: &mut Xml) {
    xml.element("w:r", &[], |xml| xml.empty("w:br", &[]));
}

/// The runs of a paragraph, behind its marking.
pub(super) fn runs(xml: &mut Xml, paragraph: &Paragraph, before: Option<String>, places: &mut Places) {
    marking(xml, before);
    for Run { text, tone } in &paragraph.runs {
        if *tone == Tone::Ref {
            reference(xml, text, places);
        } else {
            run_with(xml, style(*tone), text, letters_of_lines);
        }
    }
}

/// A ref among other words, which no line parts.
fn reference(xml: &mut Xml, text: &str, places: &mut Places) {
    let whole = !places.stand_here();
    let write = if whole { letters_of_lines } else { letters };
    placed(xml, text, places, |xml| run_with(xml, style(Tone::Ref), text, write));
}

/// A ref in a cell that has room for it: its hyphens are plain, so that whoever searches for it finds it.
pub(super) fn alone(xml: &mut Xml, text: &str, places: &mut Places) {
    placed(xml, text, places, |xml| run(xml, style(Tone::Ref), text));
}

/// A ref as what leads to where it stands in the annex, or as that place.
fn placed(xml: &mut Xml, text: &str, places: &mut Places, words: impl FnOnce(&mut Xml)) {
    match places.next(text) {
        Place::To(place) => {
            let anchor = format!("ref_{place}");
            xml.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], words);
        }
        Place::At(place) => {
            let (id, name) = (place.to_string(), format!("ref_{place}"));
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            words(xml);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        }
        Place::None => words(xml),
    }
}

/// The marking of a part, before its words.
pub(super) fn marking(xml: &mut Xml, before: Option<String>) {
    if let Some(words) = before {
        run(xml, Some("PartMarking"), &words);
        run(xml, None, " ");
    }
}

/// A paragraph of a style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, inner: impl FnOnce(&mut Xml)) {
    paragraph_with(xml, style, |_| {}, inner);
}

/// A paragraph of a style, with further properties of its own.
pub(super) fn paragraph_with(
    xml: &mut Xml,
    style: &str,
    properties: impl FnOnce(&mut Xml),
    inner: impl FnOnce(&mut Xml),
) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style);
            properties(xml);
        });
        inner(xml);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, &str)> {
        stretches(text)
            .into_iter()
            .map(|(words, script)| (words, script.map_or("", |script| script.language)))
            .collect()
    }

    #[test]
    fn words_are_cut_where_the_script_changes() {
        assert_eq!(cut("plain (words), 12"), [("plain (words), 12", "")]);
        assert_eq!(cut("साइबर सुरक्षा"), [("साइबर सुरक्षा", "hi-IN")]);
        assert_eq!(cut("MoU (समझौता ज्ञापन) of 2011"), [("MoU (", ""), ("समझौता ज्ञापन", "hi-IN"), (") of 2011", "")]);
        assert_eq!(cut("वाणिज्य।"), [("वाणिज्य।", "hi-IN")]);
        assert_eq!(cut("19 जुलाई 2011 को"), [("19 जुलाई 2011 को", "hi-IN")]);
        assert_eq!(cut("12 %"), [("12 %", "")]);
        assert_eq!(cut(""), []);
    }

    #[test]
    fn refs_are_found_among_words() {
        let found = |words: &'static str| ref_in(words).map(|(from, to)| &words[from..to]);
        assert_eq!(found("the Initiative (INS-2011-002) and others"), Some("INS-2011-002"));
        assert_eq!(found("CYB-4."), Some("CYB-4"));
        for words in ["well-known", "US-CERT", "2014-15", "COP 21", "xCYB-4", "- none", ""] {
            assert_eq!(found(words), None, "{words}");
        }
    }

    #[test]
    fn joiners_stay_with_the_letters_they_shape() {
        assert_eq!(cut("क्\u{200d} x"), [("क्\u{200d}", "hi-IN"), (" x", "")]);
    }
}
