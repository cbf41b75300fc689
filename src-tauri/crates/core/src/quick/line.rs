//! From the text of a line to its parts: what stands behind a sign, and the words between.

/// The signs that open a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `#`
    Track,
    /// `@`
    Owner,
    /// `~`
    Counterpart,
    /// `!`
    Word,
}

impl Sign {
    pub(super) const fn from_char(c: char) -> Option<Self> {
        Some(match c {
            '#' => Self::Track,
            '@' => Self::Owner,
            '~' => Self::Counterpart,
            '!' => Self::Word,
            _ => return None,
        })
    }

    pub(super) const fn char(self) -> char {
        match self {
            Self::Track => '#',
            Self::Owner => '@',
            Self::Counterpart => '~',
            Self::Word => '!',
        }
    }
}

/// A part behind a sign. Places are in Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) sign: Sign,
    /// Where the sign stands.
    pub(super) start: usize,
    /// One past its last character, a closing quotation mark included.
    pub(super) end: usize,
    /// What stands behind the sign, without quotation marks.
    pub(super) text: String,
    /// Whether it stands in quotation marks, and so is whole.
    pub(super) quoted: bool,
}

/// The parts of a line, in their order.
pub(super) fn parts(chars: &[char]) -> Vec<Part> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match opens(chars, at) {
            Some(sign) => {
                let part = part(chars, sign, at);
                at = part.end;
                found.push(part);
            }
            None => at += 1,
        }
    }
    found
}

/// The sign that opens a part here: at the beginning of a word, and with something behind it that is no number, so that
/// "#1", "~30 experts" and "a@b" stay words.
fn opens(chars: &[char], at: usize) -> Option<Sign> {
    let sign = Sign::from_char(chars[at])?;
    let begins = at == 0 || chars[at - 1].is_whitespace() || matches!(chars[at - 1], '(' | ',' | ';');
    let follows = chars
        .get(at + 1)
        .is_none_or(|next| next.is_alphabetic() || matches!(next, '"' | '“' | '”') || next.is_whitespace());
    // A sign by itself is a part that is still being typed, but only at the end of the line.
    let alone = chars.get(at + 1).is_none_or(|next| next.is_whitespace());
    (begins && follows && (!alone || at + 1 == chars.len())).then_some(sign)
}

fn part(chars: &[char], sign: Sign, start: usize) -> Part {
    let first = start + 1;
    let quoted = chars.get(first).is_some_and(|c| is_quote(*c));
    let from = if quoted { first + 1 } else { first };
    let ends = |c: &char| if quoted { is_quote(*c) } else { c.is_whitespace() || matches!(c, ',' | ';' | ')') };
    let len = chars[from.min(chars.len())..].iter().position(ends).unwrap_or(chars.len() - from.min(chars.len()));
    let to = from.min(chars.len()) + len;
    let mut text: String = chars[from.min(chars.len())..to].iter().collect();
    let mut end = if quoted { (to + 1).min(chars.len()) } else { to };
    // A full stop ends the sentence, not the name.
    if !quoted && to == chars.len() && text.ends_with('.') {
        text.pop();
        end -= 1;
    }
    Part { sign, start, end, text: text.trim().to_owned(), quoted }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

/// The line with its parts blanked out: as long as before, so that places stay.
pub(super) fn plain(chars: &[char], taken: impl IntoIterator<Item = (usize, usize)>) -> Vec<char> {
    let mut rest = chars.to_vec();
    for (start, end) in taken {
        let end = end.min(rest.len());
        for c in &mut rest[start.min(end)..end] {
            *c = ' ';
        }
    }
    rest
}

/// Words with single blanks between them, without what a part left at the ends.
pub(super) fn tidy(words: &[char]) -> String {
    let text: String = words.iter().collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" )", ")")
        .replace("( ", "(")
        .replace("()", "")
        .replace(",,", ",");
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–')).to_owned()
}
