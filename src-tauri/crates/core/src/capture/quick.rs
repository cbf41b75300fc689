//! What the capture proposes for a line of quick entry: the track, the meaning of a deadline, how strongly it binds.

use rapporteur_capture::{Due, Party as Side, Request, candidates, deadlines};

use super::{due::Calendar, track::Tracks, words::spelled};
use crate::{
    clock::Day,
    dialogue::Dialogue,
    dossier::Dossier,
    error::Result,
    id::Id,
    meeting::Meeting,
    party::Party,
    store::Session,
    vocabulary::{Noun, Strength},
    wire::DueDraft,
};

/// More commitments than these are not read through for the sake of a proposal while somebody types: the names of the
/// tracks and the dialogue that met speak then.
const READ_THROUGH: u32 = 50_000;

/// What is proposed for the words of a line.
pub(crate) struct Proposed {
    /// The track, with the reason; none where the dossier has none.
    pub(crate) track: Option<(Id, String)>,
    /// By when, where the words have a deadline that is no plain day: where it stands, what it is, how it reads.
    pub(crate) due: Option<(usize, usize, DueDraft, String)>,
    /// How strongly it binds, where a rule of the lexicon knows.
    pub(crate) strength: Option<Strength>,
}

impl Dossier {
    /// Proposals for a line: `words` as typed, `told` the same as a sentence that promises it.
    pub(crate) fn propose_for_line(
        &self,
        session: Session<'_>,
        words: &str,
        told: &str,
        meeting: Option<&Meeting>,
        today: Day,
        wants_track: bool,
    ) -> Result<Proposed> {
        let mut memory = self.memory();
        let (lexicon, _) = memory.lexicon(&session)?;
        let index = &mut memory.index;
        let parties = session.all::<Party>()?;
        let sides: Vec<Side> =
            parties.iter().map(|party| Side { code: party.code.clone(), names: vec![party.name.clone()] }).collect();
        let strength =
            candidates(&Request { text: told, parties: &sides, day: Some(today) }, &lexicon).first().map(|found| {
                match found.strength {
                    rapporteur_capture::Strength::Firm => Strength::Firm,
                    rapporteur_capture::Strength::Intent => Strength::Intent,
                    rapporteur_capture::Strength::Soft => Strength::Soft,
                }
            });
        let due = match deadlines(words, Some(today), &lexicon).into_iter().find(counts) {
            Some(found) => {
                let names: Vec<&str> = parties.iter().map(|party| party.name.as_str()).collect();
                let calendar = Calendar::read(&session, index, today, meeting, &names.join(" "))?;
                let (due, label) = calendar.resolve(index, Some(&found));
                Some((found.range.start, found.range.end, due, label)).filter(|(.., due, _)| *due != DueDraft::None)
            }
            None => None,
        };
        let track = if wants_track {
            if session.count(Noun::Commitment)? <= READ_THROUGH {
                index.refresh(&session)?;
            }
            let met = match meeting.and_then(|meeting| meeting.dialogue) {
                Some(id) => session.get::<Dialogue>(id)?.map(|dialogue| dialogue.tracks).unwrap_or_default(),
                None => Vec::new(),
            };
            let mut spoken = Vec::new();
            for form in spelled(words) {
                for word in index.vocabulary.meaning(form).into_iter().flatten() {
                    if !spoken.iter().any(|(known, _)| *known == word) {
                        spoken.push((word, form));
                    }
                }
            }
            let tracks = Tracks::read(&session, index, &met)?;
            tracks.propose(index, &spoken).map(|proposed| (proposed.track, proposed.reason))
        } else {
            None
        };
        Ok(Proposed { track, due, strength })
    }
}

/// Whether a deadline of somebody who types a line is meant: what lies behind is told, not due.
fn counts(due: &Due) -> bool {
    !matches!(due.meaning, rapporteur_capture::DueMeaning::Unresolved)
}
