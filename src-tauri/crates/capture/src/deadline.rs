//! The deadlines of a line of words by themselves, whether or not a sentence promises anything: for what is typed in
//! haste.

use crate::{Due, DueMeaning, Lexicon, Range, due, place::Places, scene::Scene, segment::Blocks, title};
use chrono::NaiveDate;

/// Every deadline of the text, in its order; words such as "next year" are reckoned from `day`.
#[must_use]
pub fn deadlines(text: &str, day: Option<NaiveDate>, lexicon: &Lexicon) -> Vec<Due> {
    let tables = &*lexicon.0;
    let places = Places::new(text);
    let mut scene = Scene::default();
    let mut found = Vec::new();
    for block in Blocks::new(text) {
        let mut at = block.lo;
        while let Some(end) = scene.read(tables, text, at, block.hi) {
            at = end;
            scene.mark(tables);
            for one in due::all(&scene, text, day) {
                let (first, last) = (one.start, one.end.max(one.start + 1).min(scene.tokens.len()) - 1);
                let (lo, hi) = (scene.tokens[first].lo, scene.tokens[last].hi);
                let words = title::smooth(&text[lo..hi]);
                let meaning = match one.meaning {
                    DueMeaning::Event(_) => DueMeaning::Event(title::occasion(&words)),
                    other => other,
                };
                found.push(Due { range: Range { start: places.at(lo), end: places.at(hi) }, words, meaning });
            }
        }
    }
    found
}
