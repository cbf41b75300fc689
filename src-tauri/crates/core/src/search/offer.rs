//! Help while one types: what is wrong so far, and what could stand at the cursor.

use super::{
    ask::{Unasked, ask},
    field::{Field, Flag, Takes},
    names,
    parse::parse,
    write::quoted_where_needed,
};
use crate::{
    dossier::Dossier,
    error::Result,
    wire::{QueryHelp, QueryOffer, QueryProblem},
};

impl Dossier {
    /// What is wrong with a query, and what could stand at the cursor, given in Unicode scalar values.
    pub fn query_help(&self, text: &str, cursor: u32) -> Result<QueryHelp> {
        self.store().read(|session| {
            let chars: Vec<char> = text.chars().collect();
            let cursor = (cursor as usize).min(chars.len());
            let problem =
                match parse(text).map_err(Unasked::from).and_then(|tree| ask(&session, self.day_in(session)?, &tree)) {
                    Ok(_) => None,
                    Err(Unasked::Failed(error)) => return Err(error),
                    Err(Unasked::Wrong(wrong)) => Some(QueryProblem {
                        start: narrow(wrong.at.start),
                        end: narrow(wrong.at.end),
                        message: wrong.message,
                    }),
                };
            // What is being typed: from the last blank or bracket outside quotation marks to the cursor.
            let start = begins(&chars[..cursor]);
            let typed: String = chars[start..cursor].iter().collect();
            let minus = usize::from(typed.starts_with('-'));
            let typed = &typed[minus..];
            let (from, offers) = match typed.find([':', '<', '>', '=']) {
                Some(sign) => {
                    let field = Field::from_word(&typed[..sign].to_lowercase());
                    let rest = typed[sign..].trim_start_matches([':', '<', '>', '=']);
                    let from = start + minus + typed.chars().count() - rest.chars().count();
                    let offers = match field {
                        Some(field) => values(names::offered(&session, field, rest.trim_matches('"'))?),
                        None => Vec::new(),
                    };
                    (from, offers)
                }
                None => (start + minus, fields(&typed.to_lowercase())),
            };
            Ok(QueryHelp { problem, from: narrow(from), to: narrow(cursor), offers })
        })
    }
}

/// Where the part before the cursor begins.
fn begins(before: &[char]) -> usize {
    let mut start = 0;
    let mut within = false;
    for (at, c) in before.iter().enumerate() {
        match c {
            '"' => within = !within,
            '(' | ')' if !within => start = at + 1,
            c if c.is_whitespace() && !within => start = at + 1,
            _ => {}
        }
    }
    start
}

/// Fields and properties that begin with what was typed; all of them where nothing was.
fn fields(typed: &str) -> Vec<QueryOffer> {
    let fields = Field::ALL.iter().filter(|field| field.word().starts_with(typed)).map(|field| {
        let sign = if field.takes() == Takes::Number { ">" } else { ":" };
        QueryOffer {
            insert: format!("{}{sign}", field.word()),
            label: format!("{}{sign}", field.word()),
            help: field.help().into(),
        }
    });
    let flags = Flag::ALL.iter().filter(|flag| flag.word().starts_with(typed)).map(|flag| QueryOffer {
        insert: format!("{} ", flag.word()),
        label: flag.word().into(),
        help: flag.help().into(),
    });
    fields.chain(flags).collect()
}

fn values(words: Vec<String>) -> Vec<QueryOffer> {
    let offer = |word: String| QueryOffer {
        insert: format!("{} ", quoted_where_needed(&word)),
        label: word,
        help: String::new(),
    };
    words.into_iter().map(offer).collect()
}

/// A place in a query; it is never longer than a few thousand.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
