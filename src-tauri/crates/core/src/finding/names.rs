//! Names that share threes of letters with what was typed, for those who mistype.

use std::collections::BTreeSet;

use super::search::described;
use crate::{
    dossier::Dossier,
    error::Result,
    store::{Session, folded},
    wire::NameHit,
};

/// How many names are looked at more closely for each that is answered.
const LOOKED_AT: usize = 8;
/// What share of their threes a name, or a word of it, has to have in common with what was typed.
const ALIKE: f64 = 0.34;

impl Dossier {
    /// Names of parties, bodies, persons, tracks, dialogues, meetings, texts and instruments that resemble the words, the most alike
    /// first.
    pub fn find_names(&self, words: &str, limit: u32) -> Result<Vec<NameHit>> {
        let typed = folded(words.trim());
        let asked: Vec<String> = threes(&typed).into_iter().collect();
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let limit = limit.clamp(1, 50) as usize;
        self.store().read(|session| alike(&session, &typed, &asked, limit))
    }
}

fn alike(session: &Session<'_>, typed: &str, asked: &[String], limit: usize) -> Result<Vec<NameHit>> {
    let mut found: Vec<(f64, NameHit)> = Vec::new();
    for number in session.names_like(asked, limit * LOOKED_AT)? {
        let Some((noun, id)) = session.page_numbered(number)? else { continue };
        let (name, hint) = described(session, noun, id)?;
        let likeness = likeness(typed, &folded(&name)).max(likeness(typed, &folded(&hint)));
        if likeness >= ALIKE {
            found.push((likeness, NameHit { noun, id, name, hint }));
        }
    }
    found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.name.cmp(&other.name)));
    found.truncate(limit);
    Ok(found.into_iter().map(|(_, hit)| hit).collect())
}

/// The threes of letters of a text.
pub(crate) fn threes(text: &str) -> BTreeSet<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(3).map(|three| three.iter().collect()).collect()
}

/// How alike a name is to what was typed, from 0 to 1: as a whole, or the stretch of its words that is most like it.
pub(crate) fn likeness(typed: &str, name: &str) -> f64 {
    let words: Vec<&str> = name.split_whitespace().collect();
    let many = typed.split_whitespace().count().clamp(1, words.len().max(1));
    let stretches = words.windows(many).map(|stretch| strsim::sorensen_dice(typed, &stretch.join(" ")));
    stretches.chain([strsim::sorensen_dice(typed, name)]).fold(0.0, f64::max)
}
