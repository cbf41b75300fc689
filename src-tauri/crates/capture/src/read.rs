//! From the lexicon's file to its tables. Standard file and a user's additions have the same shape and go the same way.

use crate::Strength;
use crate::lexicon::{Kind, LexiconError, Tables, Tag, form, is};
use toml::de::{DeTable, DeValue};

/// Classes of acts, in the order of their numbers.
pub const ACTS: [&str; 12] = [
    "create", "meet", "finish", "give", "trade", "deepen", "together", "continue", "explore", "seek", "value", "other",
];
/// Classes of opinions, in the order of their numbers.
pub const OPINIONS: [&str; 4] = ["praise", "view", "concern", "call"];

/// The groups there are, for the sentence that names them.
const GROUPS: &str = "modals, verbs, phrases, nouns, opinion, need, negation, condition, boilerplate, done, acts, effects, things, subjects, \
     own, outsiders, bodies, titles, due, abbreviations and parties";

/// Adds what `source` says to `tables`.
pub fn add(tables: &mut Tables, source: &str) -> Result<(), LexiconError> {
    // The words stay in the source, which is read once for every start of the program.
    let table = DeTable::parse(source).map_err(|error| {
        let line = error.span().map_or(0, |span| source[..span.start.min(source.len())].matches('\n').count() + 1);
        LexiconError { line, message: format!("this cannot be read: {}.", error.message().trim_end_matches('.')) }
    })?;
    for (group, value) in table.get_ref() {
        let group = group.get_ref().as_ref();
        let at = Place { source, group };
        match value.get_ref() {
            DeValue::Table(entries) => {
                for (key, value) in entries {
                    entry(tables, &at, key.get_ref(), value.get_ref())?;
                }
            }
            _ => return Err(at.wrong(group, &format!("`{group}` must be a group, written [{group}]."))),
        }
    }
    Ok(())
}

struct Place<'a> {
    source: &'a str,
    group: &'a str,
}

impl Place<'_> {
    /// The error at the line of `key` in this group.
    fn wrong(&self, key: &str, message: &str) -> LexiconError {
        let mut inside = false;
        let mut line = 0;
        for (number, text) in self.source.lines().enumerate() {
            let text = text.trim();
            if text.starts_with('[') {
                inside = text.trim_start_matches('[').starts_with(self.group);
                if inside && line == 0 {
                    line = number + 1;
                }
            }
            let bare = text.trim_start_matches('[').trim_start_matches(self.group).trim_start_matches('.');
            if inside && (text.trim_start_matches('"').starts_with(key) || bare.starts_with(key)) {
                line = number + 1;
                break;
            }
        }
        LexiconError { line, message: message.to_owned() }
    }

    fn list<'v>(&self, key: &str, value: &'v DeValue<'_>) -> Result<Vec<&'v str>, LexiconError> {
        let wrong = || {
            self.wrong(
                key,
                &format!("`{key}` must be a list of words in quotes, such as {key} = [\"commit\", \"agree\"]."),
            )
        };
        let list = value.as_array().ok_or_else(wrong)?;
        let words: Option<Vec<&str>> = list.iter().map(|word| word.get_ref().as_str()).collect();
        let words = words.ok_or_else(wrong)?;
        if words.iter().any(|word| word.trim().is_empty()) {
            return Err(self.wrong(key, &format!("`{key}` has an empty entry; leave it out.")));
        }
        Ok(words)
    }
}

fn strength(name: &str) -> Option<Strength> {
    match name {
        "firm" => Some(Strength::Firm),
        "intent" => Some(Strength::Intent),
        "soft" => Some(Strength::Soft),
        _ => None,
    }
}

fn entry(tables: &mut Tables, at: &Place<'_>, key: &str, value: &DeValue<'_>) -> Result<(), LexiconError> {
    match at.group {
        "verbs" | "phrases" | "nouns" => {
            let level = strength(key).ok_or_else(|| {
                at.wrong(
                    key,
                    &format!(
                        "`{}.{key}` is no strength; write {}.firm, {}.intent or {}.soft.",
                        at.group, at.group, at.group, at.group
                    ),
                )
            })?;
            let rules = value.as_table().ok_or_else(|| {
                at.wrong(key, &format!("`{}.{key}` must hold rules, such as agree = [\"agree\"].", at.group))
            })?;
            for (name, list) in rules {
                let name = name.get_ref();
                let words = at.list(name, list.get_ref())?;
                binding(tables, at.group, key, level, name, &words);
            }
            return Ok(());
        }
        "parties" => {
            let text = value.as_str().ok_or_else(|| {
                at.wrong(key, &format!("`{key}` must be text such as {key} = \"Names | Adjectives\"."))
            })?;
            let code = tables.code(key);
            let (names, adjectives) = text.split_once('|').unwrap_or((text, ""));
            for (list, tag) in [(names, Tag::Party(code)), (adjectives, Tag::Adjective(code))] {
                for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                    tables.phrase(name, tag);
                }
            }
            return Ok(());
        }
        "bodies" if key == "known" => {
            let known = value.as_table().ok_or_else(|| {
                at.wrong(key, "`known` must be a table of codes, such as known = { US = [\"nasa\"] }.")
            })?;
            for (code, list) in known {
                let code = code.get_ref();
                let words = at.list(code, list.get_ref())?;
                let code = tables.code(code);
                words.iter().for_each(|word| tables.phrase(word, Tag::Known(code)));
            }
            return Ok(());
        }
        "due" if key == "recurring" => {
            let wrong = || at.wrong(key, "`recurring` must give months, such as recurring = { quarterly = 3 }.");
            for (words, months) in value.as_table().ok_or_else(wrong)? {
                let months = months.get_ref().as_integer().and_then(|months| months.as_str().parse().ok());
                tables.phrase(words.get_ref(), Tag::Recurring(months.ok_or_else(wrong)?));
            }
            return Ok(());
        }
        _ => {}
    }
    let words = at.list(key, value)?;
    plain(tables, at, key, &words)
}

/// Verbs, phrases and nouns that fire a rule.
fn binding(tables: &mut Tables, group: &str, strength: &str, level: Strength, name: &str, words: &[&str]) {
    let kind = match group {
        "verbs" => Kind::Verb,
        "phrases" => Kind::Phrase,
        _ => Kind::Noun,
    };
    let suffix = if kind == Kind::Noun { "noun." } else { "" };
    let rule = tables.rule(&format!("{strength}.{suffix}{name}"), level, kind);
    for word in words {
        match kind {
            Kind::Verb => inflect(word, |form, bit| {
                let word = tables.at(form);
                word.verb = rule + 1;
                word.form |= bit;
            }),
            Kind::Phrase => tables.phrase(word, Tag::Head(rule)),
            _ => tables.phrase(word, Tag::Noun(rule)),
        }
    }
}

/// Groups that are plain lists.
fn plain(tables: &mut Tables, at: &Place<'_>, key: &str, words: &[&str]) -> Result<(), LexiconError> {
    let flag = |tables: &mut Tables, bit: u32| {
        for word in words {
            tables.at(word).is |= bit;
        }
    };
    let tag = |tables: &mut Tables, tag: Tag| words.iter().for_each(|word| tables.phrase(word, tag));
    match (at.group, key) {
        ("modals", "firm") => flag(tables, is::MODAL),
        ("modals", "reported") => flag(tables, is::WOULD),
        ("opinion", _) if OPINIONS.contains(&key) => {
            let class = number(&OPINIONS, key);
            for word in words {
                inflect(word, |form, bit| {
                    let word = tables.at(form);
                    word.opinion = class + 1;
                    word.form |= bit;
                });
            }
        }
        ("acts", _) if ACTS.contains(&key) => {
            let class = number(&ACTS, key);
            for entry in words {
                let base = tables.base_word(base_of(entry));
                inflect(entry, |form, bit| {
                    tables.based(form, base);
                    let word = tables.at(form);
                    // The first group that lists a verb has it.
                    if word.act == 0 {
                        word.act = class + 1;
                    }
                    word.form |= bit;
                });
            }
        }
        ("effects", "verbs") => {
            for entry in words {
                inflect(entry, |form, bit| {
                    let word = tables.at(form);
                    word.effect = true;
                    word.form |= bit;
                });
            }
        }
        ("need", "words") => flag(tables, is::NEED),
        ("need", "possible") => flag(tables, is::MAY),
        ("negation", "words") => flag(tables, is::NOT),
        ("condition", "words") => flag(tables, is::IF),
        ("boilerplate", "phrases") => tag(tables, Tag::Boilerplate),
        ("boilerplate", "clauses") => tag(tables, Tag::Legal),
        ("done", "words") => flag(tables, is::DONE),
        ("done", "nouns") => flag(tables, is::DONE_NOUN),
        ("done", "times") => flag(tables, is::PAST_TIME),
        ("things", "concrete") => tag(tables, Tag::Concrete),
        ("things", "meetings") => flag(tables, is::MEETING),
        ("things", "vague") => flag(tables, is::VAGUE),
        ("things", "general") => flag(tables, is::GENERAL),
        ("things", "values") => tag(tables, Tag::Value),
        ("things", "regions") => words.iter().for_each(|word| tables.at(word).region = true),
        ("subjects", "both") => tag(tables, Tag::Both),
        ("subjects", "they") => tag(tables, Tag::They),
        ("subjects", "each") => tag(tables, Tag::Each),
        ("subjects", "it") => tag(tables, Tag::It),
        ("subjects", "bodies") => tag(tables, Tag::Body),
        ("subjects", "things") => tag(tables, Tag::Thing),
        ("own", "phrases") => tag(tables, Tag::Own),
        ("outsiders", "suffixes") => flag(tables, is::OUTSIDER),
        ("outsiders", "words") => tag(tables, Tag::Outsider),
        ("bodies", "suffixes") => flag(tables, is::BODY),
        ("bodies", "prefixes") => tag(tables, Tag::BodyPrefix),
        ("titles", "words") => words.iter().for_each(|word| {
            title(tables, word);
        }),
        ("titles", _) => {
            let at = title(tables, key) as usize;
            for code in words {
                let code = tables.code(code);
                tables.holders[at].push(code);
            }
        }
        ("due", "months" | "short-months") => {
            for (n, word) in words.iter().enumerate() {
                tables.at(word).month = u8::try_from(n.min(if n == 12 { 8 } else { 11 }) + 1).unwrap_or(0);
            }
        }
        ("due", "numbers") => {
            for (n, word) in words.iter().enumerate() {
                let n = u16::try_from(n).unwrap_or(0);
                tables.at(word).number = match n {
                    20 => 30,
                    21 => 60,
                    22 => 90,
                    n => n + 1,
                };
            }
        }
        ("due", "ordinals") => {
            for (n, word) in words.iter().enumerate() {
                tables.at(word).ordinal = u8::try_from(n + 1).unwrap_or(0);
            }
        }
        ("due", "seasons") => flag(tables, is::SEASON),
        ("due", "openers") => {}
        ("due", "occasions") => flag(tables, is::OCCASION),
        ("due", "vague") => tag(tables, Tag::Vague),
        ("abbreviations", "words") => flag(tables, is::ABBREVIATION),
        ("abbreviations", "openers") => flag(tables, is::OPENER),
        (group, key) => {
            let known = GROUPS.replace(" and ", ", ").split(',').any(|name| name.trim() == group);
            return Err(at.wrong(
                key,
                &if known {
                    format!(
                        "the group `{group}` has nothing called `{key}`; look at the standard file for what it has."
                    )
                } else {
                    format!("there is no group `{group}`; the groups are {GROUPS}.")
                },
            ));
        }
    }
    Ok(())
}

fn title(tables: &mut Tables, words: &str) -> u16 {
    let found = tables.titles.iter().position(|known| known == words);
    let at = found.unwrap_or_else(|| {
        tables.titles.push(words.to_owned());
        tables.holders.push(Vec::new());
        tables.titles.len() - 1
    });
    let at = u16::try_from(at).unwrap_or(0);
    tables.phrase(words, Tag::Title(at));
    at
}

fn number(names: &[&str], key: &str) -> u8 {
    names.iter().position(|name| *name == key).and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
}

/// The base form of an entry.
fn base_of(entry: &str) -> &str {
    entry.split('/').next().unwrap_or(entry).trim_end_matches('+')
}

/// All forms of a verb written as the file's head says.
fn inflect(entry: &str, mut each: impl FnMut(&str, u8)) {
    let mut parts = entry.split('/');
    let head = parts.next().unwrap_or(entry);
    let (base, double) = head.strip_suffix('+').map_or((head, false), |base| (base, true));
    // Of several words the first one changes.
    let (base, rest) = base.split_once(' ').map_or((base, ""), |(first, rest)| (first, rest));
    if !rest.is_empty() {
        return;
    }
    let last = base.chars().last().unwrap_or('x');
    let consonant_y = last == 'y' && !base.ends_with("ay") && !base.ends_with("ey") && !base.ends_with("oy");
    let hisses = base.ends_with('s') || base.ends_with("sh") || base.ends_with("ch") || base.ends_with('x');
    let short = &base[..base.len() - last.len_utf8().min(base.len())];
    // One word is written after the other into the same place: there are thousands at every start.
    let mut written = String::with_capacity(24);
    let mut made = |parts: [&str; 3], bits: u8| {
        written.clear();
        parts.iter().for_each(|part| written.push_str(part));
        each(&written, bits);
    };
    let twice = if double { &base[short.len()..] } else { "" };
    made([base, "", ""], form::BASE);
    made(if consonant_y { [short, "ies", ""] } else { [base, if hisses { "es" } else { "s" }, ""] }, form::THIRD);
    made(if last == 'e' && !base.ends_with("ee") { [short, "ing", ""] } else { [base, twice, "ing"] }, form::ING);
    match (parts.next(), parts.next()) {
        (Some(told), Some(done)) => {
            made([told, "", ""], form::PAST);
            made([done, "", ""], form::PARTICIPLE);
        }
        _ => {
            let past = if last == 'e' {
                [base, "d", ""]
            } else if consonant_y {
                [short, "ied", ""]
            } else {
                [base, twice, "ed"]
            };
            made(past, form::PAST | form::PARTICIPLE);
        }
    }
}
