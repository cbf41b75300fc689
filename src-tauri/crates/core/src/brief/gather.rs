//! Gathering for one reader: everything a paper takes from the register passes here, with the marking it bears as reckoned.
//!
//! What bears no label of its own on an axis takes after what it hangs on: a follow-up after its commitment, a commitment
//! after the text that its passage was cut from, a decision after its commitment, an agenda point and a record after
//! their meeting; texts, meetings and instruments after the dossier. Each axis is reckoned by itself.
//!
//! What the reader may not see is left out here, and counted apart. So is what names it: see [`Names`].

use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeSet, HashMap},
    rc::Rc,
};

use super::{
    Watch,
    mark::Mark,
    names::Names,
    paper::{Block, Paragraph},
    sight::Sight,
};
use crate::{
    clock::Day,
    commitment::{Commitment, Showing},
    decision::Decision,
    dossier::settings,
    error::{Result, refused},
    follow_up::FollowUp,
    id::Id,
    instrument::Instrument,
    marking::Marking,
    meeting::Meeting,
    vocabulary::{Level, MeetingState, Noun},
    wire::Reader,
};

/// What was left out of a paper.
type LeftOut = BTreeSet<(Noun, Id)>;

/// What is gathered for one reader, and what was left out of it.
pub(super) struct Gathering<'s> {
    pub(super) showing: &'s Showing<'s>,
    /// Who makes the paper.
    pub(super) actor: String,
    pub(super) sight: Sight,
    /// The dossier's own marking, which what bears none takes after.
    pub(super) dossier: Mark,
    /// The dossier's title.
    pub(super) title: String,
    scheme: HashMap<Id, Marking>,
    meetings: RefCell<HashMap<Id, Rc<Met>>>,
    texts: RefCell<HashMap<Id, Option<Rc<Source>>>>,
    left_out: RefCell<LeftOut>,
    hidden: OnceCell<Names>,
    /// Who waits for it.
    pub(super) watch: Watch<'s>,
}

/// A meeting as papers name it.
pub(super) struct Met {
    pub(super) id: Id,
    pub(super) title: String,
    pub(super) when: String,
    pub(super) begins_on: Option<Day>,
    pub(super) place: String,
    pub(super) level: Level,
    pub(super) state: MeetingState,
    pub(super) mark: Mark,
}

/// A text as papers name it.
pub(super) struct Source {
    pub(super) id: Id,
    pub(super) title: String,
    pub(super) dated_on: Option<Day>,
    pub(super) source: String,
    pub(super) mark: Mark,
}

impl<'s> Gathering<'s> {
    /// Begins to gather; refused where the dossier as a whole stands above the reader.
    pub(super) fn begin(showing: &'s Showing<'s>, reader: &Reader, actor: String, watch: Watch<'s>) -> Result<Self> {
        let session = &showing.session;
        let sight = Sight::of(session, reader)?;
        let settings = settings(session)?;
        let scheme: HashMap<Id, Marking> =
            session.all::<Marking>()?.into_iter().map(|marking| (marking.id, marking)).collect();
        let mut gathering = Self {
            showing,
            actor,
            sight,
            dossier: Mark::default(),
            title: settings.title,
            scheme,
            meetings: RefCell::default(),
            texts: RefCell::default(),
            left_out: RefCell::default(),
            hidden: OnceCell::new(),
            watch,
        };
        gathering.dossier = gathering.own(&settings.marking);
        if !gathering.sight.sees(&gathering.dossier) {
            return refused(format!(
                "The dossier itself is marked {}, which stands above this reader ({}). Choose a reader who may see it.",
                gathering.dossier.words(),
                gathering.sight.words()
            ));
        }
        if gathering.sight.is_limited() {
            let sees = |own: &[Id], carrier: &[Id]| {
                let carrier = gathering.own(carrier).within(&gathering.dossier);
                gathering.sight.sees(&gathering.own(own).within(&carrier))
            };
            let names = Names::of_hidden(session, sees)?;
            let _ = gathering.hidden.set(names);
        }
        Ok(gathering)
    }

    /// The day everything is reckoned as of.
    pub(super) fn day(&self) -> Day {
        self.showing.day
    }

    /// The labels that these ids stand for.
    pub(super) fn own(&self, ids: &[Id]) -> Mark {
        let mut mark = Mark::default();
        for row in ids.iter().filter_map(|id| self.scheme.get(id)) {
            mark = mark.with(row.axis, &row.as_label());
        }
        mark
    }

    /// The names of what the reader may not see; none where they may see everything.
    pub(super) fn hidden(&self) -> Option<&Names> {
        self.hidden.get()
    }

    /// Whether something may be seen; what may not is counted once.
    pub(super) fn sees(&self, noun: Noun, id: Id, mark: &Mark) -> bool {
        let seen = self.sight.sees(mark);
        if !seen {
            self.leave_out(noun, id);
        }
        seen
    }

    /// Counts something as left out.
    pub(super) fn leave_out(&self, noun: Noun, id: Id) {
        self.left_out.borrow_mut().insert((noun, id));
    }

    /// Does something, and answers besides what was left out in doing so, which is not counted.
    pub(super) fn apart<T>(&self, act: impl FnOnce() -> Result<T>) -> Result<(T, LeftOut)> {
        let before = self.left_out.take();
        let done = act();
        let left_out = self.left_out.replace(before);
        Ok((done?, left_out))
    }

    /// Counts what was left out.
    pub(super) fn leave_out_all(&self, things: LeftOut) {
        self.left_out.borrow_mut().extend(things);
    }

    /// How many things were left out so far.
    pub(super) fn left_out(&self) -> u32 {
        u32::try_from(self.left_out.borrow().len()).unwrap_or(u32::MAX)
    }

    /// Whether words name something that the reader may not see.
    pub(super) fn tells(&self, words: &str) -> bool {
        self.hidden().is_some_and(|hidden| hidden.has(words))
    }

    /// Words that belong to something the reader sees; empty where they name what the reader may not see.
    pub(super) fn words<'w>(&self, noun: Noun, id: Id, words: &'w str) -> &'w str {
        if self.tells(words) {
            self.leave_out(noun, id);
            return "";
        }
        words
    }

    /// A meeting's marking.
    pub(super) fn mark_of_meeting(&self, meeting: &Meeting) -> Mark {
        self.own(&meeting.marking).within(&self.dossier)
    }

    /// An instrument's marking.
    pub(super) fn mark_of_instrument(&self, instrument: &Instrument) -> Mark {
        self.own(&instrument.marking).within(&self.dossier)
    }

    /// A commitment's marking.
    pub(super) fn mark_of(&self, commitment: &Commitment) -> Result<Mark> {
        let carrier = match commitment.passage {
            Some(passage) => self.text_of_passage(passage)?.map(|text| text.mark.clone()),
            None => None,
        };
        Ok(self.own(&commitment.marking).within(carrier.as_ref().unwrap_or(&self.dossier)))
    }

    /// A follow-up's marking, on something marked like `carrier`.
    pub(super) fn mark_of_follow_up(&self, row: &FollowUp, carrier: &Mark) -> Mark {
        self.own(&row.marking).within(carrier)
    }

    /// A meeting that the reader may see; where not, it is counted as left out.
    pub(super) fn meeting(&self, id: Id) -> Result<Option<Rc<Met>>> {
        let known = self.meetings.borrow().get(&id).cloned();
        let met = match known {
            Some(met) => met,
            None => {
                let row: Meeting = self.showing.session.require(id)?;
                let met = Rc::new(self.met(&row));
                self.meetings.borrow_mut().insert(id, Rc::clone(&met));
                met
            }
        };
        Ok(self.sees(Noun::Meeting, id, &met.mark).then_some(met))
    }

    /// A meeting as papers name it, whoever reads.
    pub(super) fn met(&self, row: &Meeting) -> Met {
        Met {
            id: row.id,
            title: row.title.clone(),
            when: row.when(),
            begins_on: row.begins_on,
            place: row.place.clone(),
            level: row.level,
            state: row.state,
            mark: self.mark_of_meeting(row),
        }
    }

    /// The text that a passage was cut from, whoever reads.
    fn text_of_passage(&self, passage: Id) -> Result<Option<Rc<Source>>> {
        match self.showing.session.text_of_passage(passage)? {
            Some(text) => self.source(text),
            None => Ok(None),
        }
    }

    fn source(&self, id: Id) -> Result<Option<Rc<Source>>> {
        if let Some(known) = self.texts.borrow().get(&id) {
            return Ok(known.clone());
        }
        let source = self.showing.session.text_head(id)?.map(|head| {
            Rc::new(Source {
                id,
                mark: self.own(&head.marking).within(&self.dossier),
                title: head.title,
                dated_on: head.dated_on,
                source: head.source,
            })
        });
        self.texts.borrow_mut().insert(id, source.clone());
        Ok(source)
    }

    /// A text that the reader may see.
    pub(super) fn text(&self, id: Id) -> Result<Option<Rc<Source>>> {
        Ok(self.source(id)?.filter(|text| self.sees(Noun::Text, id, &text.mark)))
    }

    /// The text that a commitment was taken from, where the reader may see it.
    pub(super) fn origin(&self, commitment: &Commitment) -> Result<Option<Rc<Source>>> {
        let Some(passage) = commitment.passage else { return Ok(None) };
        let text = self.text_of_passage(passage)?;
        Ok(text.filter(|text| self.sees(Noun::Text, text.id, &text.mark)))
    }

    /// The newest follow-up on a commitment that the reader may see. The ones left out before it are counted.
    pub(super) fn newest_heard(&self, commitment: Id, carrier: &Mark) -> Result<Option<(FollowUp, Mark)>> {
        self.newest_heard_where(commitment, carrier, |_| true)
    }

    /// The same, of those that `fits` says yes to.
    pub(super) fn newest_heard_where(
        &self,
        commitment: Id,
        carrier: &Mark,
        fits: impl Fn(&FollowUp) -> bool,
    ) -> Result<Option<(FollowUp, Mark)>> {
        let session = &self.showing.session;
        let Some(newest) = session.newest_follow_up(commitment)? else { return Ok(None) };
        let mut after = Some((newest.day, newest.id));
        if fits(&newest)
            && let Some(found) = self.heard(&newest, carrier)?
        {
            return Ok(Some((newest, found)));
        }
        loop {
            let page = session.follow_ups_after(commitment, after, 50)?;
            let Some(last) = page.last() else { return Ok(None) };
            after = Some((last.day, last.id));
            for row in page.into_iter().filter(|row| fits(row)) {
                if let Some(mark) = self.heard(&row, carrier)? {
                    return Ok(Some((row, mark)));
                }
            }
        }
    }

    /// All follow-ups on a commitment that the reader may see, newest first.
    pub(super) fn all_heard(&self, commitment: Id, carrier: &Mark) -> Result<Vec<(FollowUp, Mark)>> {
        let mut found = Vec::new();
        for row in self.showing.session.follow_ups_after(commitment, None, 100_000)? {
            if let Some(mark) = self.heard(&row, carrier)? {
                found.push((row, mark));
            }
        }
        Ok(found)
    }

    /// A follow-up's marking, where the reader may see it, the meeting it was entered at, and all that it names.
    pub(super) fn heard(&self, row: &FollowUp, carrier: &Mark) -> Result<Option<Mark>> {
        let mark = self.mark_of_follow_up(row, carrier);
        let telling = [&row.note, &row.next_step, &row.evidence, &row.reported_by];
        let seen = self.sight.sees(&mark) && !telling.iter().any(|words| self.tells(words));
        if !seen {
            self.leave_out(Noun::FollowUp, row.id);
        }
        Ok(seen.then_some(mark))
    }

    /// Whether a decision on something the reader sees may be shown: its remark may name what the reader may not see.
    pub(super) fn decision_seen(&self, row: &Decision) -> bool {
        let seen = !self.tells(row.remark()) && !self.tells(row.by());
        if !seen {
            self.leave_out(Noun::Decision, row.id);
        }
        seen
    }

    /// That there is nothing. A limited reader is not told that there is none of what they may not see.
    pub(super) fn nothing(&self, text: impl Into<String>) -> Block {
        let text = if self.sight.is_limited() { "Nothing that this reader may see.".into() } else { text.into() };
        Block::Nothing { text }
    }

    /// The same within a paragraph, where nothing at all is said to a limited reader.
    pub(super) fn of_none<'t>(&self, text: &'t str) -> &'t str {
        if self.sight.is_limited() { "" } else { text }
    }

    /// Plain words with the dossier's own marking.
    pub(super) fn line(&self, text: impl Into<String>) -> Paragraph {
        Paragraph::plain(self.dossier.clone(), text)
    }

    /// A heading within a section.
    pub(super) fn heading(&self, text: impl Into<String>) -> Block {
        Block::Heading(self.line(text))
    }
}
