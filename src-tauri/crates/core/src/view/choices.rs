//! What finders offer.

use std::collections::HashMap;

use crate::{
    body::Body,
    clock::Day,
    dialogue::Dialogue,
    dossier::{Dossier, settings},
    error::Result,
    id::Id,
    marking::Marking,
    meeting::when,
    party::Party,
    person::Person,
    vocabulary::DialogueState,
    wire::{Choice, Choices, EventChoice},
};

/// How many outside events are offered.
const EVENTS: usize = 200;

impl Dossier {
    /// Everything that finders offer, the likeliest first.
    pub fn choices(&self) -> Result<Choices> {
        self.store().read(|session| {
            let day = self.day_in(session)?;
            let home = settings(&session)?.home;
            let past = |on: Option<Day>| on.is_some_and(|on| on < day);
            let mut parties = session.all::<Party>()?;
            parties.sort_by(|a, b| (a.id != home, &a.name).cmp(&(b.id != home, &b.name)));
            let bodies = session.all::<Body>()?;
            // There may be tens of thousands of meetings and texts.
            let meetings = session.meeting_titles()?;
            let titles: HashMap<Id, &str> = meetings.iter().map(|row| (row.id, row.title.as_str())).collect();
            let texts = session.text_titles()?.into_iter().map(|text| {
                let meeting = text.meeting.and_then(|id| titles.get(&id)).copied().unwrap_or_default();
                Choice { id: text.id, label: text.title, hint: meeting.to_owned(), party: None, retired: false }
            });
            let texts = texts.collect();
            let code = |id: Id| parties.iter().find(|party| party.id == id).map_or("", |party| party.code.as_str());
            let body_name = |id: Option<Id>| bodies.iter().find(|body| Some(body.id) == id).map_or("", Body::short);
            Ok(Choices {
                parties: parties
                    .iter()
                    .map(|party| choice(party.id, &party.name, &party.code, Some(party.id), past(party.retired_on)))
                    .collect(),
                bodies: listed(bodies.iter().map(|body| {
                    let hint = if body.short_name.is_empty() { String::new() } else { format!("{}, ", body.name) };
                    let hint = format!("{hint}{}", code(body.party));
                    choice(body.id, body.short(), &hint, Some(body.party), past(body.retired_on))
                })),
                persons: listed(session.all::<Person>()?.iter().map(|person| {
                    let hint: Vec<&str> = [person.post.as_str(), body_name(person.body), code(person.party)]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect();
                    choice(person.id, &person.name, &hint.join(", "), Some(person.party), past(person.active_to))
                })),
                tracks: session
                    .tracks()?
                    .iter()
                    .map(|track| choice(track.id, &track.name, &track.code, None, false))
                    .collect(),
                dialogues: listed(session.all::<Dialogue>()?.iter().map(|dialogue| {
                    let hint = if dialogue.short_name.is_empty() { "" } else { dialogue.name.as_str() };
                    choice(dialogue.id, dialogue.short(), hint, None, dialogue.state == DialogueState::Concluded)
                })),
                meetings: meetings
                    .into_iter()
                    .map(|meeting| {
                        let hint = when(meeting.begins_on, meeting.ends_on, meeting.precision);
                        Choice { id: meeting.id, label: meeting.title, hint, party: None, retired: false }
                    })
                    .collect(),
                texts,
                instruments: session
                    .instrument_titles()?
                    .into_iter()
                    .map(|(id, label, kind)| choice(id, &label, kind.label(), None, false))
                    .collect(),
                markings: session
                    .all::<Marking>()?
                    .iter()
                    .map(|marking| choice(marking.id, &marking.label, marking.axis.label(), None, false))
                    .collect(),
                events: session
                    .events()?
                    .into_iter()
                    .take(EVENTS)
                    .map(|name| {
                        let (on, open) = (session.day_of_event(&name)?, session.open_due_by(&name)?);
                        Ok(EventChoice { name, on, open })
                    })
                    .collect::<Result<_>>()?,
            })
        })
    }
}

fn choice(id: Id, label: &str, hint: &str, party: Option<Id>, retired: bool) -> Choice {
    Choice { id, label: label.to_owned(), hint: hint.to_owned(), party, retired }
}

/// By name, those retired last.
fn listed(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by_key(|choice| (choice.retired, choice.label.to_lowercase()));
    choices
}
