//! From tree to text, in one form: parsed again it is the same tree.

use std::fmt;

use super::{
    field::Flag,
    tree::{Node, Value},
};

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(parts) => joined(f, parts, " ", |part| matches!(part, Self::Any(_) | Self::All(_))),
            Self::Any(parts) => joined(f, parts, " or ", |part| matches!(part, Self::Any(_))),
            Self::Not(part) if matches!(**part, Self::All(_) | Self::Any(_)) => write!(f, "-({part})"),
            Self::Not(part) => write!(f, "-{part}"),
            Self::Words { text, beginning } => {
                let words = if needs_quotes(text) || is_taken(text) { quoted(text) } else { text.clone() };
                write!(f, "{words}{}", if *beginning { "*" } else { "" })
            }
            Self::Flag(flag) => write!(f, "{}", flag.word()),
            Self::Field { field, op, value, .. } => {
                write!(f, "{}{}", field.word(), op.sign())?;
                match value {
                    Value::Text(text) => f.write_str(&quoted_where_needed(text)),
                    Value::Number(number) => write!(f, "{number}"),
                    Value::Day(day) => write!(f, "{}", day.write()),
                }
            }
        }
    }
}

fn joined(
    f: &mut fmt::Formatter<'_>,
    parts: &[Node],
    between: &str,
    in_brackets: impl Fn(&Node) -> bool,
) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(between)?;
        }
        if in_brackets(part) {
            write!(f, "({part})")?;
        } else {
            write!(f, "{part}")?;
        }
    }
    Ok(())
}

/// Whether a bare word would be read as something else.
fn is_taken(text: &str) -> bool {
    text == "or" || Flag::from_word(text).is_some()
}

/// A value as it is written behind a field.
pub(super) fn quoted_where_needed(text: &str) -> String {
    if needs_quotes(text) { quoted(text) } else { text.to_owned() }
}

fn needs_quotes(text: &str) -> bool {
    text.is_empty()
        || text.starts_with('-')
        || text.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '(' | ')' | ':' | '<' | '>' | '=' | '*' | '\\'))
}

/// In quotation marks; a quotation mark inside is written `\"`, a backslash `\\`.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
