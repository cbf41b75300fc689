//! What stands behind a sign, looked up in the dossier; and what could stand there.

use super::line::{Part, Sign};
use crate::{
    body::Body,
    clock::Day,
    dossier::settings,
    error::Result,
    finding::likeness,
    id::Id,
    party::Party,
    person::Person,
    store::{Session, folded},
    vocabulary::{Bound, Noun, Strength},
    wire::QueryOffer,
};

/// How many names are offered, and how many an error names.
const OFFERED: usize = 8;
const NAMED: usize = 4;
/// How many words behind a sign may belong to one name without quotation marks.
const WORDS: usize = 6;
/// How alike a name has to be to what was typed to be meant by it, from 0 to 1.
const ALIKE: f64 = 0.34;
/// The same, letter by letter.
const NEAR: f64 = 0.7;
/// What is so much less alike than the nearest name is not named beside it.
const CLOSE: f64 = 0.8;

/// The words behind `!`.
pub(super) const WORDS_OF: [(&str, Said); 6] = [
    ("us", Said::Bound(Bound::Home)),
    ("them", Said::Bound(Bound::Partner)),
    ("both", Said::Bound(Bound::Both)),
    ("firm", Said::Strength(Strength::Firm)),
    ("intent", Said::Strength(Strength::Intent)),
    ("soft", Said::Strength(Strength::Soft)),
];

/// What a word behind `!` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Bound(Bound),
    Strength(Strength),
}

/// Somebody or something that the dossier knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) noun: Noun,
    pub(super) id: Id,
    /// The party of a body or person, or the party itself.
    pub(super) party: Option<Id>,
    /// What it is called, the shortest first.
    pub(super) names: Vec<String>,
    /// What tells it from others.
    pub(super) hint: String,
    /// No longer in office: found by its whole name alone.
    past: bool,
}

impl Known {
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

/// Everything that can be named in a line.
pub(super) struct Names {
    pub(super) home: Id,
    tracks: Vec<Known>,
    pub(super) people: Vec<Known>,
    pub(super) parties: Vec<Known>,
}

/// Why a name was not understood, or what it means with how far it reaches.
pub(super) type Meant<'n> = std::result::Result<(&'n Known, usize), String>;

impl Names {
    pub(super) fn read(session: &Session<'_>, today: Day) -> Result<Self> {
        let home = settings(session)?.home;
        let past = |on: Option<Day>| on.is_some_and(|on| on < today);
        let known = |noun, id, party, names: &[&str], hint: String, past| Known {
            noun,
            id,
            party,
            names: names.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect(),
            hint,
            past,
        };
        let parties = session.all::<Party>()?;
        let code = |id: Id| parties.iter().find(|party| party.id == id).map_or("", |party| party.code.as_str());
        let mut people: Vec<Known> = Vec::new();
        for row in session.all::<Body>()? {
            let hint = match row.short_name.as_str() {
                "" => code(row.party).to_owned(),
                _ => format!("{}, {}", row.name, code(row.party)),
            };
            let names = [row.short_name.as_str(), row.name.as_str()];
            people.push(known(Noun::Body, row.id, Some(row.party), &names, hint, past(row.retired_on)));
        }
        for row in session.all::<Person>()? {
            let hint = if row.post.is_empty() {
                code(row.party).to_owned()
            } else {
                format!("{}, {}", row.post, code(row.party))
            };
            people.push(known(Noun::Person, row.id, Some(row.party), &[row.name.as_str()], hint, past(row.active_to)));
        }
        let tracks = session.tracks()?;
        Ok(Self {
            home,
            tracks: tracks
                .iter()
                .map(|row| known(Noun::Track, row.id, None, &[&row.name, &row.code], row.code.clone(), false))
                .collect(),
            people,
            parties: parties
                .iter()
                .map(|row| known(Noun::Party, row.id, Some(row.id), &[&row.name, &row.code], row.code.clone(), false))
                .collect(),
        })
    }

    fn of(&self, sign: Sign) -> &[Known] {
        match sign {
            Sign::Track => &self.tracks,
            Sign::Owner | Sign::Counterpart => &self.people,
            Sign::Word => &[],
        }
    }

    /// What a part names, and where the name ends: it may go on over some words that follow.
    pub(super) fn meant(&self, chars: &[char], part: &Part, next: usize) -> Meant<'_> {
        let all = self.of(part.sign);
        if !part.quoted {
            for end in ends(chars, part.end, next) {
                let text: String = chars[part.start + 1..end].iter().collect();
                if let Some(known) = whole(all, &text) {
                    return Ok((known, end));
                }
            }
        }
        let wanted = folded(part.text.trim());
        if let Some(known) = whole(all, &part.text) {
            return Ok((known, part.end));
        }
        let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<&Known> {
            all.iter().filter(|known| !known.past && known.names.iter().any(|name| fits(&folded(name)))).collect()
        };
        let mut found = fitting(&|name| name.starts_with(&wanted));
        if found.is_empty() {
            found = fitting(&|name| name.contains(&wanted));
        }
        if let [only] = found.as_slice() {
            return Ok((only, part.end));
        }
        let what = if part.sign == Sign::Track { "track" } else { "body or person" };
        let text = &part.text;
        if text.is_empty() {
            return Err(format!("Which {what}? Its name stands behind {} without a blank.", part.sign.char()));
        }
        if !found.is_empty() {
            let list: Vec<&str> = found.iter().take(NAMED).map(|known| known.name()).collect();
            let more = if found.len() > NAMED { " and others" } else { "" };
            return Err(format!(
                "“{text}” fits more than one {what}: {}{more}. Say more of the name.",
                list.join("; ")
            ));
        }
        let near = self.near(part);
        let instead = if near.is_empty() {
            let list: Vec<&str> = all.iter().filter(|known| !known.past).take(NAMED).map(Known::name).collect();
            if list.is_empty() {
                format!(" This dossier has no {what} yet.")
            } else {
                format!(" There are: {}{}.", list.join("; "), if all.len() > NAMED { " and others" } else { "" })
            }
        } else {
            let list: Vec<&str> = near.iter().map(|known| known.name()).collect();
            format!(" Did you mean {}?", list.join(" or "))
        };
        Err(format!("No {what} is called “{text}”.{instead}"))
    }

    /// Names that resemble what was typed, the most alike first.
    fn near(&self, part: &Part) -> Vec<&Known> {
        let wanted = folded(part.text.trim());
        // A short name with two letters exchanged shares hardly a pair of letters with itself.
        let near =
            |name: &str| Some(strsim::normalized_damerau_levenshtein(&wanted, name)).filter(|near| *near >= NEAR);
        let alike = |known: &Known| {
            let names = known.names.iter().map(|name| folded(name));
            names.map(|name| likeness(&wanted, &name).max(near(&name).unwrap_or(0.0))).fold(0.0, f64::max)
        };
        let mut found: Vec<(f64, &Known)> =
            self.of(part.sign).iter().filter(|known| !known.past).map(|known| (alike(known), known)).collect();
        found.retain(|(likeness, _)| *likeness >= ALIKE);
        found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let best = found.first().map_or(0.0, |(likeness, _)| *likeness);
        found.retain(|(likeness, _)| *likeness >= best * CLOSE);
        found.into_iter().take(2).map(|(_, known)| known).collect()
    }

    /// What could stand at the cursor, in the part that holds it.
    pub(super) fn offers(&self, part: &Part) -> Vec<QueryOffer> {
        let sign = part.sign.char();
        let wanted = folded(part.text.trim());
        if part.sign == Sign::Word {
            let fits = WORDS_OF.iter().filter(|(word, _)| word.starts_with(&wanted));
            let offer = |(word, said): &(&str, Said)| QueryOffer {
                insert: format!("!{word} "),
                label: (*word).to_owned(),
                help: match said {
                    Said::Bound(bound) => format!("bound: {}", bound.label()),
                    Said::Strength(strength) => format!("strength: {}", strength.label()),
                },
            };
            return fits.map(offer).collect();
        }
        let holds = |known: &&Known| !known.past && known.names.iter().any(|name| folded(name).contains(&wanted));
        let mut found: Vec<&Known> = self.of(part.sign).iter().filter(holds).collect();
        // Owners are most often ours and counterparts theirs; what begins with the letters comes first.
        let ours = |known: &Known| known.party == Some(self.home);
        let begins = |known: &Known| known.names.iter().any(|name| folded(name).starts_with(&wanted));
        found.sort_by_key(|known| {
            (
                !begins(known),
                part.sign != Sign::Track && ours(known) != (part.sign == Sign::Owner),
                // Tracks stay in the order of the dossier.
                if part.sign == Sign::Track { String::new() } else { folded(known.name()) },
            )
        });
        if found.is_empty() {
            found = self.near(part);
        }
        found
            .into_iter()
            .take(OFFERED)
            .map(|known| QueryOffer {
                insert: format!(
                    "{sign}{} ",
                    written(if part.sign == Sign::Track { &known.hint } else { known.name() })
                ),
                label: known.name().to_owned(),
                help: known.hint.clone(),
            })
            .collect()
    }
}

/// Where a name that begins before `from` may end, the longest first.
fn ends(chars: &[char], from: usize, next: usize) -> Vec<usize> {
    let mut ends = vec![from];
    let mut at = from;
    while ends.len() < WORDS && at < next {
        while at < next && chars[at].is_whitespace() {
            at += 1;
        }
        let begun = at;
        while at < next && !chars[at].is_whitespace() {
            at += 1;
        }
        if at == begun {
            break;
        }
        let mut end = at;
        while end > begun && matches!(chars[end - 1], ',' | ';' | ')' | '.') {
            end -= 1;
        }
        ends.push(end);
    }
    ends.reverse();
    ends
}

/// The only one that is called just that.
pub(super) fn whole<'n>(all: &'n [Known], text: &str) -> Option<&'n Known> {
    let wanted = folded(text.trim());
    let mut found = all.iter().filter(|known| known.names.iter().any(|name| folded(name) == wanted));
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// A name as it is written behind a sign.
fn written(name: &str) -> String {
    let plain = name.starts_with(char::is_alphabetic)
        && !name.chars().any(|c| c.is_whitespace() || matches!(c, ',' | ';' | ')' | '"' | '“' | '”'));
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace(['"', '“', '”'], "")) }
}
