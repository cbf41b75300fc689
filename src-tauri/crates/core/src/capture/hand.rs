//! A stretch that the user chose by hand, or a part of a candidate: what the capture found there, put together anew.

use rapporteur_capture::{Bound, Candidate, Class, Cue, Due, Range, Strength};

use super::{places::overlap, read::Reading};

/// The rule of a stretch where no rule fired.
const BY_HAND: &str = "chosen by hand";
/// Longest title made of the words themselves, in words.
const TITLE_WORDS: usize = 12;

/// A stretch as a candidate. It keeps what the sentences it means were found to be, and is titled anew.
pub(super) fn candidate(reading: &Reading<'_>, range: Range) -> Candidate {
    let meant = reading.meant_by(range);
    if let Some(whole) = meant.iter().find(|candidate| candidate.range == range) {
        return (*whole).clone();
    }
    let main = meant.first().copied();
    let alone = reading.alone(reading.places.words(range));
    let own =
        alone.iter().max_by_key(|found| found.range.end - found.range.start).map(|found| moved(found, range.start));
    let within = |other: Range| range.start <= other.start && other.end <= range.end;
    let dues = || meant.iter().filter_map(|candidate| candidate.due.as_ref()).filter(|due| within(due.range));
    let title = match (&own, main) {
        (Some(own), _) => own.title.clone(),
        // Made shorter or longer by a word or two, it is still about the same.
        (None, Some(main)) if overlap(main.range, range) * 4 >= 3 * (main.range.end - main.range.start) => {
            main.title.clone()
        }
        (None, _) => title(reading.places.words(range)),
    };
    let cue =
        meant.iter().map(|candidate| &candidate.cue).find(|cue| within(cue.range)).or(own.as_ref().map(|own| &own.cue));
    let known = main.or(own.as_ref());
    Candidate {
        range,
        lead_in: main.and_then(|main| main.lead_in),
        class: known.map_or(Class::Commitment, |known| known.class),
        cue: cue.or(main.map(|main| &main.cue)).cloned().unwrap_or_else(|| Cue {
            range: Range { start: range.start, end: range.start },
            words: String::new(),
            rule: BY_HAND.into(),
        }),
        bound: bound(&meant).or(own.as_ref().map(|own| own.bound.clone())).unwrap_or(Bound::Both),
        strength: strongest(meant.iter().copied().chain(main.is_none().then_some(own.as_ref()).flatten())),
        due: dues().next().cloned().or(own.as_ref().and_then(|own| own.due.clone())),
        named: Vec::new(),
        acts: several(meant.iter().flat_map(|candidate| &candidate.acts).copied().filter(|act| within(*act)).collect()),
        title,
        confidence: known.map_or(1.0, |known| known.confidence),
    }
}

/// One undertaking of several in a sentence, as a candidate of its own.
pub(super) fn part(reading: &Reading<'_>, whole: &Candidate, act: Range) -> Candidate {
    let words = reading.places.words(act);
    let alone = reading.alone(words);
    let own = alone.iter().max_by_key(|found| found.range.end - found.range.start).map(|found| moved(found, act.start));
    let within = |due: &Due| act.start <= due.range.start && due.range.end <= act.end;
    Candidate {
        range: act,
        title: own.map_or_else(|| title(words), |own| own.title),
        due: whole.due.clone().filter(within),
        acts: Vec::new(),
        ..whole.clone()
    }
}

/// A candidate found in a stretch by itself, with its places counted in the whole text.
fn moved(found: &Candidate, by: usize) -> Candidate {
    let on = |range: Range| Range { start: range.start + by, end: range.end + by };
    let mut moved = found.clone();
    moved.range = on(found.range);
    moved.lead_in = found.lead_in.map(on);
    moved.cue.range = on(found.cue.range);
    if let Some(due) = &mut moved.due {
        due.range = on(due.range);
    }
    moved.acts = found.acts.iter().copied().map(on).collect();
    moved
}

/// Who is bound by several sentences put together: whoever each binds, or all where they differ.
fn bound(meant: &[&Candidate]) -> Option<Bound> {
    let first = &meant.first()?.bound;
    Some(if meant.iter().all(|candidate| candidate.bound == *first) { first.clone() } else { Bound::Both })
}

fn strongest<'c>(candidates: impl Iterator<Item = &'c Candidate>) -> Strength {
    let mut strongest = None;
    for candidate in candidates {
        strongest = match (strongest, candidate.strength) {
            (Some(Strength::Firm), _) | (_, Strength::Firm) => Some(Strength::Firm),
            (Some(Strength::Intent), _) | (_, Strength::Intent) => Some(Strength::Intent),
            _ => Some(Strength::Soft),
        };
    }
    strongest.unwrap_or(Strength::Firm)
}

/// Undertakings of their own are at least two.
fn several(acts: Vec<Range>) -> Vec<Range> {
    if acts.len() > 1 { acts } else { Vec::new() }
}

/// A title of the words themselves, where no rule makes one.
fn title(words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let mut title = all.iter().take(TITLE_WORDS).copied().collect::<Vec<_>>().join(" ");
    let end = title.trim_end_matches(['.', ',', ';', ':']).len();
    title.truncate(end);
    if all.len() > TITLE_WORDS {
        title.push('…');
    }
    crate::rules::capital(&title)
}
