//! Bodies and people named in a sentence, by capitals and known words. Which of them stand in the register is for the caller.

use crate::lexicon::is;
use crate::name::run;
use crate::scene::{Scene, bit};
use crate::text;
use crate::{Named, NamedKind, Range};

/// Most names of a sentence.
const MOST: usize = 24;

/// All of them; `place` gives range and words of a stretch of words.
pub fn all(scene: &Scene, place: impl Fn(usize, usize) -> (Range, String)) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, kind: NamedKind| {
        let (range, words) = place(from, to);
        found.push(Named { range, words, kind });
        found.len() < MOST
    };
    while at < scene.tokens.len() {
        let mark = &scene.marks[at];
        if mark.title != 0 && scene.looks(at, text::CAP) {
            let name = at + usize::from(mark.title_len);
            let mut end = name;
            while end < scene.tokens.len()
                && end < name + 6
                && scene.looks(end, text::CAP)
                && scene.marks[end].title == 0
            {
                end += 1;
                if scene.sign(end, '.') && scene.looks(end - 1, text::LETTER) {
                    end += 1;
                }
            }
            if end > name {
                if !push(at, end, NamedKind::Person) {
                    break;
                }
                at = end;
                continue;
            }
        }
        if scene.looks(at, text::CAP)
            && scene.tokens[at].word()
            && (at > 0 || !scene.has(at, is::DET | is::PREP | is::ADVERB))
        {
            let end = run(scene, at);
            let known = mark.known != 0 && mark.bits & bit::PARTY == 0;
            let body = (at..end).any(|n| scene.has(n, is::BODY) || scene.marks[n].bits & bit::PREFIX != 0);
            if (body && end - at > 1 || known) && !push(at, end, NamedKind::Body) {
                break;
            }
            at = end;
            continue;
        }
        at += 1;
    }
    found
}
