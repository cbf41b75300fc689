//! What a text is read on: its parties and its day, and all that the dossier knows to propose something from.

use rapporteur_capture::Party as Side;

use super::{cast::Cast, due::Calendar, index::Index, track::Tracks};
use crate::{
    clock::Day,
    dialogue::Dialogue,
    dossier::settings,
    error::Result,
    id::Id,
    meeting::Meeting,
    party::{self, Party},
    store::Session,
};

/// A text to read, in the register or not.
pub(super) struct Source<'t> {
    /// The text in the register; none where it is only looked at.
    pub(super) id: Option<Id>,
    pub(super) body: &'t str,
    pub(super) dated_on: Option<Day>,
    pub(super) meeting: Option<Id>,
    /// Codes of the parties to it; where there are none, they follow from the meeting.
    pub(super) parties: &'t [String],
}

/// The ground that proposals stand on.
pub(super) struct Ground {
    pub(super) home: Id,
    /// The parties to the text that the register knows, in its order.
    pub(super) parties: Vec<Party>,
    /// The parties to the text, as the capture is told of them.
    pub(super) sides: Vec<Side>,
    /// The day of the text, or of its meeting.
    pub(super) day: Option<Day>,
    pub(super) meeting: Option<Id>,
    pub(super) tracks: Tracks,
    pub(super) cast: Cast,
    pub(super) calendar: Calendar,
    /// Words of the parties' names, in small letters, and their codes.
    called: Vec<String>,
}

impl Ground {
    pub(super) fn read(session: &Session<'_>, index: &mut Index, source: &Source<'_>, today: Day) -> Result<Self> {
        let home = settings(session)?.home;
        let meeting = source.meeting.map(|id| session.require::<Meeting>(id)).transpose()?;
        let dialogue = match meeting.as_ref().and_then(|meeting| meeting.dialogue) {
            Some(id) => session.get::<Dialogue>(id)?,
            None => None,
        };
        let all = session.all::<Party>()?;
        let parties = parties(session, &all, source, dialogue.as_ref())?;
        let mut sides: Vec<Side> = parties.iter().map(side).collect();
        // Whom the register does not know is a party to the text all the same.
        for code in source.parties {
            if !sides.iter().any(|side| side.code.eq_ignore_ascii_case(code)) {
                sides.push(Side { code: code.clone(), names: Vec::new() });
            }
        }
        let held = meeting.as_ref().and_then(|meeting| meeting.ends_on.or(meeting.begins_on));
        let day = source.dated_on.or(held);
        let met = dialogue.as_ref().map_or(&[][..], |dialogue| &dialogue.tracks);
        let ids: Vec<Id> = parties.iter().map(|party| party.id).collect();
        let names: Vec<&str> = all.iter().map(|party| party.name.as_str()).collect();
        Ok(Self {
            home,
            sides,
            day,
            meeting: source.meeting,
            tracks: Tracks::read(session, index, met)?,
            cast: Cast::read(session, source.body, day.unwrap_or(today), home, &ids)?,
            calendar: Calendar::read(session, index, day.unwrap_or(today), meeting.as_ref(), &names.join(" "))?,
            called: all
                .iter()
                .flat_map(|party| {
                    party.name.split_whitespace().map(str::to_lowercase).chain([party.code.to_lowercase()])
                })
                .filter(|word| word.chars().count() > 1)
                .collect(),
            parties,
        })
    }

    /// Whether a word is of a party's name, or made of it: India, Indian.
    pub(super) fn is_party(&self, form: &str) -> bool {
        form.starts_with(char::is_uppercase) && {
            let small = form.to_lowercase();
            self.called.iter().any(|name| small == *name || (name.len() > 3 && small.starts_with(name.as_str())))
        }
    }
}

/// The parties to a text: those said, or of the dialogue that met, or else all sides of the dossier.
fn parties(
    session: &Session<'_>,
    all: &[Party],
    source: &Source<'_>,
    dialogue: Option<&Dialogue>,
) -> Result<Vec<Party>> {
    if !source.parties.is_empty() {
        let known = |code: &String| all.iter().find(|party| party.code.eq_ignore_ascii_case(code)).cloned();
        return Ok(source.parties.iter().filter_map(known).collect());
    }
    if let Some(dialogue) = dialogue
        && dialogue.parties.len() > 1
    {
        return Ok(all.iter().filter(|party| dialogue.parties.contains(&party.id)).cloned().collect());
    }
    let mut sides = Vec::new();
    for party in all.iter().filter(|party| party.retired_on.is_none()) {
        if party::side(session, party.id)?.is_some() {
            sides.push(party.clone());
        }
    }
    Ok(sides)
}

fn side(party: &Party) -> Side {
    Side { code: party.code.clone(), names: vec![party.name.clone()] }
}
