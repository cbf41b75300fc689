//! What holds the words, ranked: title and ref first, then wording, then the rest; in each, the newest first.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

use super::{
    context::{around, marked},
    sought::sought,
};
use crate::{
    agenda::AgendaItem,
    body::Body,
    clock::spoken,
    dialogue::Dialogue,
    dossier::Dossier,
    error::{Error, Result},
    id::Id,
    instrument::{Instrument, InstrumentAct},
    meeting::{Corrigendum, Meeting},
    party::Party,
    person::Person,
    rules::capital,
    store::{Expressions, Found, Place, Session, Sought, Words},
    text::Text,
    track::Track,
    vocabulary::Noun,
    wire::{SearchHit, SearchPage, SearchPart, SearchQuery},
};

/// What is looked through, in the order of ranks. Pages have no wording of their own.
const RANKS: [(Words, Place); 5] = [
    (Words::Pages, Place::Title),
    (Words::Commitments, Place::Title),
    (Words::Commitments, Place::Wording),
    (Words::Commitments, Place::Rest),
    (Words::Pages, Place::Rest),
];

/// How many documents are read at once where some of them may not be asked for.
const STRETCH: usize = 200;

impl Dossier {
    /// A stretch of what holds all the words. The ref itself, where it is typed, comes first.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchPage> {
        self.store().read(|session| {
            let sought = sought(&query.words, query.typing);
            let asked = session.expressions(&sought)?;
            Search { session, query, sought, asked, tracks: RefCell::default() }.page()
        })
    }
}

struct Search<'q> {
    session: Session<'q>,
    query: &'q SearchQuery,
    sought: Sought,
    /// What is sought, as the indexes are asked for it.
    asked: Expressions,
    tracks: RefCell<HashMap<Id, String>>,
}

impl Search<'_> {
    fn page(&self) -> Result<SearchPage> {
        let mut page = SearchPage { hits: Vec::new(), next: None };
        if self.sought.0.is_empty() {
            return Ok(page);
        }
        let limit = self.query.limit.clamp(1, 200) as usize;
        let named = self.named()?;
        let instrument = self.named_instrument()?;
        let (first, mut before) = match &self.query.after {
            Some(after) => self::cursor(after)?,
            None => (0, None),
        };
        if self.query.after.is_none()
            && let Some(commitment) = &named
        {
            page.hits.push(self.commitment(commitment, Place::Title)?);
        }
        if self.query.after.is_none()
            && let Some(id) = instrument
        {
            page.hits.push(self.a_page(Noun::Instrument, id, Place::Title)?);
        }
        // What holds the words nearer was found in a rank before: on the first page, a moment ago.
        let mut seen = HashSet::new();
        let goes_on = self.query.after.is_some();
        for (rank, (index, place)) in RANKS.iter().copied().enumerate().skip(first) {
            if index == Words::Commitments && !self.asked(Noun::Commitment) {
                continue;
            }
            loop {
                let wanted = limit + 1 - page.hits.len();
                let stretch = if self.query.nouns.is_empty() { wanted + seen.len() } else { STRETCH };
                let numbers = self.session.documents_with(index, &self.asked, place, goes_on, before, stretch)?;
                let through = numbers.len() < stretch;
                for number in numbers {
                    if index == Words::Commitments && !seen.insert(number) {
                        before = Some(number);
                        continue;
                    }
                    if page.hits.len() == limit {
                        page.next = Some(format!("{rank} {}", before.unwrap_or(i64::MAX)));
                        return Ok(page);
                    }
                    before = Some(number);
                    page.hits.extend(self.hit(index, number, place, named.as_ref(), instrument)?);
                }
                if through {
                    break;
                }
            }
            before = None;
        }
        Ok(page)
    }

    /// The commitment whose ref was typed.
    fn named(&self) -> Result<Option<Found>> {
        if !self.asked(Noun::Commitment) {
            return Ok(None);
        }
        self.session.found_by_reference(&self.query.words.trim().to_uppercase())
    }

    /// The instrument whose ref was typed.
    fn named_instrument(&self) -> Result<Option<Id>> {
        if !self.asked(Noun::Instrument) {
            return Ok(None);
        }
        let found = self.session.instrument_by_reference(&self.query.words.trim().to_uppercase())?;
        Ok(found.map(|row| row.id))
    }

    fn asked(&self, noun: Noun) -> bool {
        self.query.nouns.is_empty() || self.query.nouns.contains(&noun)
    }

    /// What a document leads to; none where it was not asked for, or stands in front already.
    fn hit(
        &self,
        index: Words,
        number: i64,
        place: Place,
        named: Option<&Found>,
        instrument: Option<Id>,
    ) -> Result<Option<SearchHit>> {
        match index {
            Words::Commitments => {
                let Some(found) = self.session.found(number, place != Place::Title)? else { return Ok(None) };
                if named.is_some_and(|named| named.id == found.id) {
                    return Ok(None);
                }
                self.commitment(&found, place).map(Some)
            }
            Words::Pages => match self.session.page_numbered(number)? {
                Some((noun, id)) if self.asked(noun) && instrument != Some(id) => {
                    self.a_page(noun, id, place).map(Some)
                }
                _ => Ok(None),
            },
        }
    }

    fn commitment(&self, row: &Found, place: Place) -> Result<SearchHit> {
        let (context, source) = match place {
            Place::Title => (Vec::new(), String::new()),
            Place::Wording => self.first([("Wording".to_owned(), row.wording.as_str())]),
            Place::Rest => self.aside(row)?,
        };
        Ok(SearchHit {
            noun: Noun::Commitment,
            id: row.id,
            reference: row.reference.clone(),
            title: marked(&row.title, &self.sought),
            context,
            place: self.put_off(row)?,
            source,
        })
    }

    /// The track, and before it how often the commitment was put off where that is more than twice.
    fn put_off(&self, row: &Found) -> Result<String> {
        let (track, slips) = (self.track(row.track)?, row.slips);
        Ok(if slips > 2 { format!("put off {slips}×, {track}") } else { track })
    }

    /// The name of a track: all are read at the first, since they stand on row after row.
    fn track(&self, id: Id) -> Result<String> {
        if self.tracks.borrow().is_empty() {
            *self.tracks.borrow_mut() =
                self.session.all::<Track>()?.into_iter().map(|track| (track.id, track.name)).collect();
        }
        Ok(self.tracks.borrow().get(&id).cloned().unwrap_or_default())
    }

    /// What stands beside title and wording of a commitment: the newest follow-up that holds a word goes first.
    fn aside(&self, row: &Found) -> Result<(Vec<SearchPart>, String)> {
        let own = [
            ("Note", row.note.as_str()),
            ("Due", row.due_event.as_str()),
            ("Blocked", row.blocked_reason.as_str()),
            ("Evidence", row.evidence.as_str()),
        ];
        let found = self.first(own.map(|(source, text)| (source.to_owned(), text)));
        if !found.0.is_empty() {
            return Ok(found);
        }
        let heard = self.session.look_through_follow_ups(row.id, |day, texts| {
            let context = texts.iter().find_map(|text| around(text, &self.sought))?;
            Some((context, format!("Follow-up of {}", spoken(day))))
        })?;
        Ok(heard.unwrap_or_else(|| self.first([("Wording".to_owned(), row.wording.as_str())])))
    }

    /// The first of some texts that a word is found in, around the word, with its name.
    fn first<'t>(&self, texts: impl IntoIterator<Item = (String, &'t str)>) -> (Vec<SearchPart>, String) {
        texts.into_iter().find_map(|(source, text)| Some((around(text, &self.sought)?, source))).unwrap_or_default()
    }

    fn a_page(&self, noun: Noun, id: Id, place: Place) -> Result<SearchHit> {
        let session = self.session;
        let (mut title, mut described) = described(&session, noun, id)?;
        if noun == Noun::Body {
            // Either name may be the one that holds the words.
            let body: Body = session.require(id)?;
            described = session.require::<Party>(body.party)?.name;
            if title != body.name {
                title = format!("{title}, {}", body.name);
            }
        }
        let mut texts: Vec<(String, String)> = Vec::new();
        if place != Place::Title {
            match noun {
                Noun::Body => texts.push(("Note".into(), session.require::<Body>(id)?.note)),
                Noun::Dialogue => texts.push(("Note".into(), session.require::<Dialogue>(id)?.note)),
                Noun::Person => {
                    let person: Person = session.require(id)?;
                    texts.extend([("Post".into(), person.post), ("Note".into(), person.note)]);
                }
                Noun::Text => {
                    let text: Text = session.require(id)?;
                    texts.extend([("Text".into(), text.body), ("Source".into(), text.source)]);
                }
                Noun::Meeting => {
                    let meeting: Meeting = session.require(id)?;
                    texts.push(("Record".into(), meeting.record));
                    for item in session.with::<AgendaItem>("meeting_id", id)? {
                        texts.push(("Agenda".into(), item.title));
                        texts.extend([
                            ("Said by us".into(), item.home_said),
                            ("Said by them".into(), item.partner_said),
                        ]);
                    }
                    for corrigendum in session.with::<Corrigendum>("meeting_id", id)? {
                        texts.push(("Corrigendum".into(), corrigendum.body));
                    }
                    texts.extend([("Note".into(), meeting.note), ("Place".into(), meeting.place)]);
                }
                Noun::Instrument => {
                    let row: Instrument = session.require(id)?;
                    for follow_up in session.follow_ups_on_instrument(id)? {
                        let source = format!("Follow-up of {}", spoken(follow_up.day));
                        let said = [follow_up.note, follow_up.next_step, follow_up.evidence, follow_up.reported_by];
                        texts.extend(said.map(|text| (source.clone(), text)));
                    }
                    for act in session.with::<InstrumentAct>("instrument_id", id)? {
                        let source = capital(act.kind.label());
                        texts.extend([act.name, act.post, act.place, act.note].map(|text| (source.clone(), text)));
                    }
                    texts.extend([
                        ("Note".into(), row.note),
                        ("Depositary".into(), row.depositary),
                        ("Original".into(), row.holder_note),
                        ("Notice".into(), row.notice_form),
                    ]);
                }
                _ => {}
            }
        }
        let mut reference = String::new();
        if noun == Noun::Instrument {
            // The ref stands by itself.
            let row: Instrument = session.require(id)?;
            row.kind.label().clone_into(&mut described);
            reference = row.reference;
        }
        let (context, source) = self.first(texts.iter().map(|(source, text)| (source.clone(), text.as_str())));
        Ok(SearchHit { noun, id, reference, title: marked(&title, &self.sought), context, place: described, source })
    }
}

/// The name of a page, and what tells it apart from others of that name.
pub(super) fn described(session: &Session<'_>, noun: Noun, id: Id) -> Result<(String, String)> {
    let party = |id: Id| Ok::<_, Error>(session.require::<Party>(id)?.name);
    Ok(match noun {
        Noun::Body => {
            let row: Body = session.require(id)?;
            let hint = party(row.party)?;
            let hint = if row.short_name.is_empty() { hint } else { format!("{}, {hint}", row.name) };
            (row.short().to_owned(), hint)
        }
        Noun::Person => {
            let row: Person = session.require(id)?;
            let hint = if row.post.is_empty() { party(row.party)? } else { row.post };
            (row.name, hint)
        }
        Noun::Track => {
            let row: Track = session.require(id)?;
            (row.name, row.code)
        }
        Noun::Dialogue => {
            let row: Dialogue = session.require(id)?;
            (row.name, row.level.label().to_owned())
        }
        Noun::Meeting => {
            let (title, begins_on, state) = session.meeting_told(id)?;
            (title, begins_on.map_or_else(|| state.label().to_owned(), spoken))
        }
        Noun::Text => {
            let (title, kind, dated_on) = session.text_told(id)?;
            let kind = kind.label();
            (title, dated_on.map_or_else(|| kind.to_owned(), |day| format!("{kind}, {}", spoken(day))))
        }
        Noun::Instrument => {
            let row: Instrument = session.require(id)?;
            let kind = row.kind.label();
            let title =
                if row.short_title.is_empty() { row.title } else { format!("{}, {}", row.short_title, row.title) };
            (title, format!("{}, {kind}", row.reference))
        }
        _ => {
            let row: Party = session.require(id)?;
            (row.name, row.code)
        }
    })
}

/// Where a page goes on: in which rank, and before which document.
fn cursor(text: &str) -> Result<(usize, Option<i64>)> {
    let read = || {
        let (rank, number) = text.split_once(' ')?;
        Some((rank.parse().ok().filter(|rank| *rank < RANKS.len())?, Some(number.parse().ok()?)))
    };
    read().ok_or_else(|| Error::Invalid("This search cannot be gone on with; ask it anew.".into()))
}
