//! A line understood: its parts with what they mean, what is missing or wrong, and the draft of what would be entered.

use super::{
    date,
    line::{Sign, parts, plain, tidy},
    names::{Known, Names, Said, WORDS_OF, whole},
};
use crate::{
    clock::{Day, spoken},
    commitment,
    dossier::Dossier,
    error::{Result, invalid},
    id::Id,
    meeting::Meeting,
    op::Op,
    party,
    rules::capital,
    store::Session,
    track::Track,
    vocabulary::{Bound, Noun, OwnerRole, QuickKind, Status, Strength},
    wire::{Changed, CommitmentDraft, DueDraft, OwnerDraft, QueryProblem, QuickPart, QuickView},
};

/// Longest line, in Unicode scalar values.
const LONGEST: usize = 2_000;
/// Words at the beginning that say who is bound.
const SUBJECTS: [(&str, Bound); 15] = [
    ("both sides", Bound::Both),
    ("the two sides", Bound::Both),
    ("the sides", Bound::Both),
    ("both", Bound::Both),
    ("the other side", Bound::Partner),
    ("their side", Bound::Partner),
    ("they", Bound::Partner),
    ("them", Bound::Partner),
    ("our side", Bound::Home),
    ("we", Bound::Home),
    ("us", Bound::Home),
    ("हम", Bound::Home),
    ("वे", Bound::Partner),
    ("दोनों पक्ष", Bound::Both),
    ("दोनों", Bound::Both),
];
/// Words between who is bound and what is to be done.
const LINKS: [&str; 8] = ["to", "will", "shall", "should", "must", "is to", "are to", "has to"];

/// What stands before what is to be done.
struct Subject {
    bound: Option<(Bound, Vec<Id>)>,
    /// One past its last character.
    end: usize,
    /// Where what is to be done begins.
    rest: usize,
}

impl Dossier {
    /// What is understood of a line of quick entry, with what could stand at the cursor, in Unicode scalar values.
    /// `meeting` is the one it was made at.
    pub fn read_quick_entry(&self, text: &str, cursor: u32, meeting: Option<Id>) -> Result<QuickView> {
        self.store().read(|session| {
            let meeting = meeting.map(|id| session.require::<Meeting>(id)).transpose()?;
            let day = self.day_in(session)?;
            Reading::new(self, session, day, text, meeting)?.view(cursor as usize)
        })
    }

    /// Enters what a line says, as one act. Refused, with the sentence, where something of it is not understood.
    pub fn enter_quick(&self, text: &str, meeting: Option<Id>) -> Result<Changed<Id>> {
        let view = self.read_quick_entry(text, 0, meeting)?;
        let Some(draft) = view.draft else {
            return match view.problems.into_iter().next() {
                Some(problem) => invalid(problem.message),
                None => invalid("There is nothing to enter yet: write what is to be done."),
            };
        };
        self.transact(Op::AddCommitment, |act| commitment::save(act, &draft))
    }
}

struct Reading<'r> {
    dossier: &'r Dossier,
    session: Session<'r>,
    day: Day,
    chars: Vec<char>,
    names: Names,
    meeting: Option<Meeting>,
    parts: Vec<QuickPart>,
    problems: Vec<QueryProblem>,
}

impl<'r> Reading<'r> {
    fn new(dossier: &'r Dossier, session: Session<'r>, day: Day, text: &str, meeting: Option<Meeting>) -> Result<Self> {
        // A line: what is pasted from two is one.
        let chars = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let names = Names::read(&session, day)?;
        Ok(Self { dossier, session, day, chars, names, meeting, parts: Vec::new(), problems: Vec::new() })
    }

    fn view(mut self, cursor: usize) -> Result<QuickView> {
        let cursor = cursor.min(self.chars.len());
        if self.chars.len() > LONGEST {
            self.wrong(LONGEST, self.chars.len(), format!("A line has at most {LONGEST} characters."));
            return Ok(self.done(None, (cursor, cursor, Vec::new())));
        }
        let found = parts(&self.chars);
        let at_cursor = found.iter().find(|part| part.start < cursor && cursor <= part.end);
        let offers = match at_cursor {
            Some(part) => (part.start, part.end, self.names.offers(part)),
            None => (cursor, cursor, Vec::new()),
        };
        let mut taken: Vec<(usize, usize)> = Vec::new();
        let (mut tracks, mut owners, mut said) = (Vec::new(), Vec::new(), Vec::new());
        for (n, part) in found.iter().enumerate() {
            let next = found.get(n + 1).map_or(self.chars.len(), |next| next.start);
            if part.sign == Sign::Word {
                taken.push((part.start, part.end));
                match WORDS_OF.iter().find(|(word, _)| *word == part.text.to_lowercase()) {
                    Some((_, meaning)) => said.push((*meaning, part.start, part.end)),
                    None => {
                        let words: Vec<String> = WORDS_OF.iter().map(|(word, _)| format!("!{word}")).collect();
                        self.wrong(
                            part.start,
                            part.end,
                            format!("“!{}” says nothing here. There are: {}.", part.text, words.join(", ")),
                        );
                    }
                }
                continue;
            }
            match self.names.meant(&self.chars, part, next) {
                Ok((known, end)) => {
                    let known = known.clone();
                    taken.push((part.start, end));
                    match part.sign {
                        Sign::Track => tracks.push((known, part.start, end)),
                        _ => owners.push((part.sign, known, part.start, end)),
                    }
                }
                Err(sentence) => {
                    taken.push((part.start, part.end));
                    self.wrong(part.start, part.end, sentence);
                }
            }
        }
        let rest = plain(&self.chars, taken.iter().copied());
        let wording = tidy(&rest);
        let subject = self.subject(&rest)?;
        let told = told(&rest, subject.as_ref());
        let day_found = date::find(&rest, self.day);
        let proposed = self.dossier.propose_for_line(
            self.session,
            &rest.iter().collect::<String>(),
            &told,
            self.meeting.as_ref(),
            self.day,
            tracks.is_empty() && !wording.is_empty(),
        )?;
        let (due, due_at) = self.due(day_found, proposed.due);
        // What only says when is no part of what is to be done; "quarterly" and "continue" are.
        let cut =
            due_at.filter(|_| matches!(due, DueDraft::Day { .. } | DueDraft::Meeting { .. } | DueDraft::Event { .. }));
        let act = plain(&rest, cut);
        let begins = subject.as_ref().map_or(0, |subject| subject.rest);
        let title = capital(&tidy(&act[begins.min(act.len())..]));
        self.show_first(QuickKind::Title, &title, None);
        let bound = self.bound(&said, subject.as_ref(), &owners)?;
        let due_shown = self.due_label(&due)?;
        if let Some((start, end)) = due_at {
            self.show(QuickKind::Due, &due_shown.1, Some((start, end)), false, "");
        }
        let track = self.track(tracks, proposed.track)?;
        let owners = self.owners(owners);
        let strength = self.strength(&said, proposed.strength);
        let meeting = self.meeting.as_ref().map(|meeting| meeting.id);
        if let Some(title) = self.meeting.as_ref().map(|meeting| meeting.title.clone()) {
            self.show(QuickKind::Meeting, &title, None, false, "");
        }
        if wording.is_empty() {
            self.parts.clear();
            self.problems.retain(|problem| problem.end > problem.start);
            if !found.is_empty() {
                self.wrong(0, 0, "Write what is to be done, beside who and by when.".into());
            }
            return Ok(self.done(None, offers));
        }
        if title.is_empty() {
            self.wrong(0, 0, "Write what is to be done, beside who and by when.".into());
        }
        if title.chars().count() > crate::field::TITLE_MOST {
            let sentence = format!(
                "What is to be done has at most {} characters; say the rest in the note.",
                crate::field::TITLE_MOST
            );
            self.wrong(0, self.chars.len(), sentence);
        }
        let draft = track.map(|track| CommitmentDraft {
            id: None,
            revision: 0,
            title,
            wording,
            track,
            bound: bound.0,
            bound_parties: bound.1,
            strength,
            meeting,
            instrument: None,
            passage: None,
            made_on: meeting.is_none().then_some(self.day),
            owners,
            due,
            status: Status::NotStarted,
            score: None,
            note: String::new(),
            marking: Vec::new(),
        });
        Ok(self.done(draft, offers))
    }

    fn done(
        mut self,
        draft: Option<CommitmentDraft>,
        (from, to, offers): (usize, usize, Vec<crate::wire::QueryOffer>),
    ) -> QuickView {
        self.parts.sort_by_key(|part| part.kind);
        self.problems.sort_by_key(|problem| (problem.start, problem.end));
        QuickView {
            draft: draft.filter(|_| self.problems.is_empty()),
            parts: self.parts,
            problems: self.problems,
            from: narrow(from),
            to: narrow(to),
            offers,
        }
    }

    fn wrong(&mut self, start: usize, end: usize, message: String) {
        self.problems.push(QueryProblem { start: narrow(start), end: narrow(end), message });
    }

    fn show(&mut self, kind: QuickKind, value: &str, at: Option<(usize, usize)>, proposed: bool, hint: &str) {
        let (start, end) = at.map(|(start, end)| (narrow(start), narrow(end))).unzip();
        self.parts.push(QuickPart { kind, value: value.to_owned(), start, end, proposed, hint: hint.to_owned() });
    }

    fn show_first(&mut self, kind: QuickKind, value: &str, at: Option<(usize, usize)>) {
        if !value.is_empty() {
            self.show(kind, value, at, false, "");
        }
    }

    /// Who stands at the beginning: a pronoun, or somebody the dossier knows, with a word that binds.
    fn subject(&self, rest: &[char]) -> Result<Option<Subject>> {
        let start = rest.iter().position(|c| !c.is_whitespace()).unwrap_or(rest.len());
        let text: String = rest[start..].iter().collect();
        for (words, bound) in SUBJECTS {
            // "US" in capitals is the country.
            if let Some(len) = begins_with(&text, words).filter(|_| !text.starts_with("US")) {
                let rest = start + len + link(&text, len).unwrap_or(0);
                return Ok(Some(Subject { bound: Some((bound, Vec::new())), end: start + len, rest }));
            }
        }
        // A name at the beginning counts only where a word that binds follows: "US visas" speaks of something else.
        for (at, _) in text.char_indices().filter(|(_, c)| c.is_whitespace()).take(8) {
            let len = text[..at].chars().count();
            let Some(past) = link(&text, len) else { continue };
            let name = text[..at].trim_start_matches("the ").trim_start_matches("The ");
            let known = whole(&self.names.parties, name).or_else(|| whole(&self.names.people, name));
            let bound = match known.and_then(|known| known.party) {
                Some(id) => Some(self.side(&[id])?),
                None => None,
            };
            return Ok(Some(Subject {
                bound,
                end: start + len,
                rest: if known.is_some() { start + len + past } else { 0 },
            }));
        }
        Ok(None)
    }

    /// Who is bound when these parties are.
    fn side(&self, parties: &[Id]) -> Result<(Bound, Vec<Id>)> {
        let mut sides = Vec::new();
        for id in parties {
            sides.push(party::side(&self.session, *id)?);
        }
        let home = sides.contains(&Some(Bound::Home));
        Ok(match (home, sides.contains(&Some(Bound::Partner)), sides.contains(&None)) {
            (true, true, false) => (Bound::Both, Vec::new()),
            (true, false, false) => (Bound::Home, Vec::new()),
            (false, true, false) => (Bound::Partner, Vec::new()),
            _ => (Bound::Named, parties.to_vec()),
        })
    }

    fn bound(
        &mut self,
        said: &[(Said, usize, usize)],
        subject: Option<&Subject>,
        owners: &[(Sign, Known, usize, usize)],
    ) -> Result<(Bound, Vec<Id>)> {
        let word = said.iter().find_map(|(said, start, end)| match said {
            Said::Bound(bound) => Some((*bound, *start, *end)),
            Said::Strength(_) => None,
        });
        let mut parties: Vec<Id> =
            owners.iter().filter(|(sign, ..)| *sign == Sign::Owner).filter_map(|(_, known, ..)| known.party).collect();
        parties.sort_unstable();
        parties.dedup();
        let (bound, at, hint) = if let Some((bound, start, end)) = word {
            ((bound, Vec::new()), Some((start, end)), "")
        } else if let Some((subject, bound)) = subject.and_then(|subject| Some((subject, subject.bound.clone()?))) {
            let start = self.chars.iter().position(|c| !c.is_whitespace()).unwrap_or(0);
            (bound, Some((start, subject.end)), "")
        } else if parties.is_empty() {
            ((Bound::Both, Vec::new()), None, "nothing says who")
        } else {
            (self.side(&parties)?, None, "the side of the owner")
        };
        let names: Vec<&str> =
            self.names.parties.iter().filter(|known| bound.1.contains(&known.id)).map(Known::name).collect();
        let value = if names.is_empty() { bound.0.label().to_owned() } else { names.join(", ") };
        self.show(QuickKind::Bound, &value, at, at.is_none(), hint);
        Ok(bound)
    }

    /// The deadline, and where its words stand.
    fn due(
        &mut self,
        dated: Option<date::Dated>,
        proposed: Option<(usize, usize, DueDraft, String)>,
    ) -> (DueDraft, Option<(usize, usize)>) {
        match (dated, proposed) {
            (Some(dated), _) => match dated.day {
                Ok(on) => (DueDraft::Day { on }, Some((dated.start, dated.end))),
                Err(sentence) => {
                    self.wrong(dated.start, dated.end, sentence);
                    (DueDraft::None, None)
                }
            },
            (None, Some((start, end, due, _))) => (due, Some((start, end))),
            (None, None) => (DueDraft::None, None),
        }
    }

    /// How a deadline reads, with the day it comes to.
    fn due_label(&self, due: &DueDraft) -> Result<(Option<Day>, String)> {
        Ok(match due {
            DueDraft::None => (None, String::new()),
            DueDraft::Ongoing => (None, "ongoing".into()),
            DueDraft::Day { on } => (Some(*on), spoken(*on)),
            DueDraft::Meeting { meeting } => {
                let row = self.session.get::<Meeting>(*meeting)?;
                let on = row.as_ref().and_then(|row| row.begins_on);
                let title = row.map_or_else(String::new, |row| row.title);
                (on, format!("by {title}{}", on.map(|on| format!(", {}", spoken(on))).unwrap_or_default()))
            }
            DueDraft::Event { event, on } => {
                (*on, format!("by {event}{}", on.map(|on| format!(", {}", spoken(on))).unwrap_or_default()))
            }
            DueDraft::Recurring { months, on } => (
                Some(*on),
                format!(
                    "every {}, next {}",
                    if *months == 1 { "month".into() } else { format!("{months} months") },
                    spoken(*on)
                ),
            ),
        })
    }

    fn track(&mut self, said: Vec<(Known, usize, usize)>, proposed: Option<(Id, String)>) -> Result<Option<Id>> {
        let mut said = said.into_iter();
        let first = said.next();
        for (_, start, end) in said {
            self.wrong(start, end, "A commitment belongs to one track; a second one is named here.".into());
        }
        if let Some((known, start, end)) = first {
            self.show(QuickKind::Track, known.name(), Some((start, end)), false, &known.hint);
            return Ok(Some(known.id));
        }
        Ok(match proposed {
            Some((id, reason)) => {
                let name = self.session.require::<Track>(id)?.name;
                self.show(QuickKind::Track, &name, None, true, &reason);
                Some(id)
            }
            None => {
                self.wrong(0, 0, "This dossier has no track yet. Enter one first, on the page of the dossier.".into());
                None
            }
        })
    }

    /// The owners: of our side the first leads and the others support; those of another side are counterparts.
    fn owners(&mut self, said: Vec<(Sign, Known, usize, usize)>) -> Vec<OwnerDraft> {
        let mut owners: Vec<OwnerDraft> = Vec::new();
        for (_, known, start, end) in said {
            let ours = known.party == Some(self.names.home);
            let leads = owners.iter().any(|owner| owner.role == OwnerRole::Lead);
            let role = match (ours, leads) {
                (true, false) => OwnerRole::Lead,
                (true, true) => OwnerRole::Supporting,
                (false, _) => OwnerRole::Counterpart,
            };
            let (body, person) =
                if known.noun == Noun::Person { (None, Some(known.id)) } else { (Some(known.id), None) };
            if owners.iter().any(|owner| (owner.body, owner.person) == (body, person)) {
                continue;
            }
            let kind = if ours { QuickKind::Owner } else { QuickKind::Counterpart };
            let hint =
                if role == OwnerRole::Supporting { format!("supporting; {}", known.hint) } else { known.hint.clone() };
            self.show(kind, known.name(), Some((start, end)), false, &hint);
            owners.push(OwnerDraft { role, body, person });
        }
        owners
    }

    fn strength(&mut self, said: &[(Said, usize, usize)], proposed: Option<Strength>) -> Strength {
        let word = said.iter().find_map(|(said, start, end)| match said {
            Said::Strength(strength) => Some((*strength, *start, *end)),
            Said::Bound(_) => None,
        });
        let (strength, at) = match (word, proposed) {
            (Some((strength, start, end)), _) => (strength, Some((start, end))),
            (None, Some(strength)) => (strength, None),
            (None, None) => (Strength::Firm, None),
        };
        let hint = if at.is_some() {
            ""
        } else if proposed.is_some() {
            "by its verb"
        } else {
            "as is usual"
        };
        self.show(QuickKind::Strength, strength.label(), at, at.is_none(), hint);
        strength
    }
}

/// How far a text begins with these words, as whole words in any case, in Unicode scalar values.
fn begins_with(text: &str, words: &str) -> Option<usize> {
    let len = words.chars().count();
    let head: String = text.chars().take(len).collect();
    let ends = text.chars().nth(len).is_none_or(char::is_whitespace);
    (head.to_lowercase() == words && ends).then_some(len)
}

/// How long the word that binds is which follows after so many characters, with the blanks around it.
fn link(text: &str, after: usize) -> Option<usize> {
    let rest: String = text.chars().skip(after).collect();
    let blanks = rest.chars().take_while(|c| c.is_whitespace()).count();
    let words: String = rest.chars().skip(blanks).collect();
    LINKS.iter().find_map(|word| begins_with(&words, word).map(|len| blanks + len))
}

/// The line as a sentence that promises it, for rules that know sentences: "CERT-In to share" is "Both sides will share".
fn told(rest: &[char], subject: Option<&Subject>) -> String {
    let text = tidy(rest);
    match subject {
        Some(subject) if subject.rest > subject.end => {
            format!("Both sides will {}.", tidy(&rest[subject.rest.min(rest.len())..]))
        }
        // "We intend to explore": the pronoun is no name of a party.
        Some(subject) => format!("Both sides {}.", tidy(&rest[subject.end.min(rest.len())..])),
        None => format!("Both sides will {}.", lower(&text)),
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A place in a line; it is never longer than a few thousand.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
