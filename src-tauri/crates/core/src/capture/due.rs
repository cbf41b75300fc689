//! By when: from what the words mean to a due date of the register. An occasion is a meeting that the register knows, or
//! else an outside event; no meeting is made up.

use chrono::{Datelike as _, Months};
use rapporteur_capture::{Due, DueMeaning};

use super::{
    index::Index,
    words::{Word, common},
};
use crate::{
    clock::{Day, spoken},
    commitment::due_words,
    dialogue::{self, Dialogue},
    error::Result,
    id::Id,
    meeting::Meeting,
    store::{Session, folded},
    vocabulary::{DueKind, Level, MeetingState},
    wire::DueDraft,
};

/// Words that name an occasion and tell none from another.
const OCCASIONS: &str =
    "meeting round session summit ministerial conference talks dialogue visit gathering plenary occasion";

/// What a level is called in texts, the more exact first.
const LEVELS: &[(&str, Level)] = &[
    ("summit", Level::Summit),
    ("leaders", Level::Summit),
    ("heads of state", Level::Summit),
    ("ministerial", Level::Ministerial),
    ("ministers", Level::Ministerial),
    ("senior official", Level::SeniorOfficials),
    ("joint working group", Level::JointWorkingGroup),
    ("working group", Level::WorkingGroup),
    ("technical level", Level::WorkingGroup),
];

/// A meeting that something can be due by.
struct Occasion {
    id: Id,
    title: String,
    dialogue: Option<Id>,
    level: Level,
    on: Option<Day>,
    words: Vec<Word>,
    place: Vec<Word>,
}

/// A dialogue, by the words that tell it from others.
struct Mechanism {
    id: Id,
    name: String,
    words: Vec<Word>,
    /// When its next round is to be expected.
    expected: Option<Day>,
}

/// The meetings to come after a text, and the dialogues that have them.
pub(super) struct Calendar {
    /// The day of the text.
    day: Day,
    /// The dialogue that met.
    met: Option<Id>,
    occasions: Vec<Occasion>,
    mechanisms: Vec<Mechanism>,
    /// Words that tell no occasion from another.
    general: Vec<Word>,
}

impl Calendar {
    /// The meetings that begin after `day`; those without a day come last.
    pub(super) fn read(
        session: &Session<'_>,
        index: &mut Index,
        day: Day,
        meeting: Option<&Meeting>,
        parties: &str,
    ) -> Result<Self> {
        let mut general = index.vocabulary.words(&format!("{OCCASIONS} {parties}"));
        general.sort_unstable();
        let mut occasions: Vec<Occasion> = Vec::new();
        for row in session.meetings()? {
            let open = matches!(row.state, MeetingState::Planned | MeetingState::Postponed);
            let after = row.begins_on.map_or(open, |on| on > day);
            if row.state == MeetingState::Cancelled || !after || meeting.is_some_and(|own| own.id == row.id) {
                continue;
            }
            let mut words = index.vocabulary.words(&row.title);
            words.retain(|word| !general.contains(word));
            occasions.push(Occasion {
                id: row.id,
                dialogue: row.dialogue,
                level: row.level,
                on: row.begins_on,
                words,
                place: index.vocabulary.words(&row.place),
                title: row.title,
            });
        }
        occasions.sort_by_key(|occasion| (occasion.on.is_none(), occasion.on));
        let mut mechanisms = Vec::new();
        for row in session.all::<Dialogue>()? {
            let mut words = index.vocabulary.words(row.short());
            words.retain(|word| !general.contains(word));
            let expected = dialogue::expected(&row, session.last_held_of(row.id)?).filter(|on| *on > day);
            mechanisms.push(Mechanism { id: row.id, name: row.short().to_owned(), words, expected });
        }
        Ok(Self { day, met: meeting.and_then(|meeting| meeting.dialogue), occasions, mechanisms, general })
    }

    /// A due date of the register, and how it reads.
    pub(super) fn resolve(&self, index: &mut Index, due: Option<&Due>) -> (DueDraft, String) {
        let Some(due) = due else { return (DueDraft::None, String::new()) };
        match &due.meaning {
            DueMeaning::Day(on) => (DueDraft::Day { on: *on }, spoken(*on)),
            DueMeaning::Interval(_, to) => (DueDraft::Day { on: *to }, spoken(*to)),
            DueMeaning::Ongoing => (DueDraft::Ongoing, DueKind::Ongoing.label().into()),
            DueMeaning::Recurring(months) => self.recurring(*months),
            DueMeaning::Event(event) => self.event(index, event),
            DueMeaning::Unresolved => (DueDraft::None, "not clear without the day of the text".into()),
        }
    }

    fn recurring(&self, months: Option<u32>) -> (DueDraft, String) {
        let next = months
            .filter(|months| (1..=120).contains(months))
            .and_then(|months| Some((i32::try_from(months).ok()?, self.day.checked_add_months(Months::new(months))?)));
        match next {
            Some((months, on)) => {
                (DueDraft::Recurring { months, on }, due_words(DueKind::Recurring, None, None, "", Some(months)))
            }
            // Again and again, without saying how often: it is kept all the time.
            None => (DueDraft::Ongoing, DueKind::Ongoing.label().into()),
        }
    }

    fn event(&self, index: &mut Index, event: &str) -> (DueDraft, String) {
        let event = event.trim();
        let event = event.strip_prefix("the ").or_else(|| event.strip_prefix("The ")).unwrap_or(event);
        let plain = folded(event);
        let mut words = index.vocabulary.words(event);
        words.retain(|word| !self.general.contains(word));
        let level = LEVELS.iter().find(|(name, _)| plain.contains(name)).map(|(_, level)| *level);
        let named = self
            .mechanisms
            .iter()
            .filter(|dialogue| !dialogue.words.is_empty() && common(&dialogue.words, &words) == dialogue.words.len())
            .max_by_key(|dialogue| dialogue.words.len());
        // "Their next meeting" is that of the dialogue that meets.
        let own = self.met.filter(|_| named.is_none() && words.is_empty() && level.is_none());
        let dialogue = named.map(|dialogue| dialogue.id).or(own);
        let year = plain
            .split(|c: char| !c.is_ascii_digit())
            .find(|digits| digits.len() == 4)
            .and_then(|year| year.parse().ok());
        let mut best: Option<(i32, &Occasion)> = None;
        for occasion in &self.occasions {
            if year.is_some_and(|year: i32| occasion.on.is_some_and(|on| on.year() != year)) {
                continue;
            }
            let fit = self.fit(occasion, dialogue, level, &words);
            // The earliest of those that fit best.
            if fit >= 3 && best.is_none_or(|(best, _)| fit > best) {
                best = Some((fit, occasion));
            }
        }
        if let Some((_, occasion)) = best {
            let label = due_words(DueKind::Meeting, None, Some(&occasion.title), "", None);
            return (DueDraft::Meeting { meeting: occasion.id }, label);
        }
        let expected = dialogue.and_then(|id| self.mechanisms.iter().find(|dialogue| dialogue.id == id));
        let (event, on) = match expected {
            Some(dialogue) => (format!("next round of the {}", dialogue.name), dialogue.expected),
            None => (event.to_owned(), None),
        };
        let label = due_words(DueKind::Event, None, None, &event, None);
        (DueDraft::Event { event, on }, label)
    }

    /// How well a meeting fits what the words say; from 3 on it is meant.
    fn fit(&self, occasion: &Occasion, dialogue: Option<Id>, level: Option<Level>, words: &[Word]) -> i32 {
        let shared = |own: &[Word]| i32::try_from(common(own, words)).unwrap_or(i32::MAX).min(4);
        let mut fit = shared(&occasion.place) * 3 + shared(&occasion.words);
        if dialogue.is_some() {
            fit += if occasion.dialogue == dialogue { 4 } else { -4 };
        }
        if let Some(level) = level {
            // "The next ministerial", without a word more, is the next at that level.
            fit += match (occasion.level == level, words.is_empty()) {
                (true, true) => 3,
                (true, false) => 1,
                (false, _) => -2,
            };
            fit += i32::from(occasion.dialogue.is_some() && occasion.dialogue == self.met);
        }
        fit
    }
}
