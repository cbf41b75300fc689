//! From text to tree. What cannot be read is named with its spot and with what would be right.

use super::{
    day::DayValue,
    field::{Field, Flag, Takes},
    tree::{Node, Op, Span, Value},
};

/// Longest query, in Unicode scalar values.
const LONGEST: usize = 2_000;
/// How deep brackets and minus signs may stand in each other; keeps the reading, and the database, from running deep.
const DEEPEST: usize = 30;

/// What is wrong with a query, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// Where.
    pub(crate) at: Span,
    /// A sentence for a person.
    pub(crate) message: String,
}

/// Reads a query. Nothing but blanks asks for everything.
pub(crate) fn parse(text: &str) -> Result<Node, Wrong> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > LONGEST {
        let at = Span { start: LONGEST, end: chars.len() };
        return Err(Wrong { at, message: format!("A query has at most {LONGEST} characters.") });
    }
    let mut reader = Reader { chars, at: 0, depth: 0 };
    let tree = reader.any()?;
    match reader.peek() {
        None => Ok(tree),
        // Only a bracket that was never opened ends the reading early.
        Some(_) => Err(reader.wrong(
            reader.at,
            reader.at + 1,
            "This bracket closes none. Leave it out, or put it in quotation marks.",
        )),
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    #[allow(clippy::unused_self, reason = "reads as a sentence where it is called")]
    fn wrong(&self, start: usize, end: usize, message: impl Into<String>) -> Wrong {
        Wrong { at: Span { start, end }, message: message.into() }
    }

    /// Parts with `or` between them.
    fn any(&mut self) -> Result<Node, Wrong> {
        let mut parts = vec![self.all()?];
        while let Some(end) = self.or_ends() {
            let start = self.at;
            if parts.last() == Some(&Node::All(Vec::new())) {
                return Err(self.wrong(start, end, "“or” stands between two things; there is nothing before it."));
            }
            self.at = end;
            let part = self.all()?;
            if part == Node::All(Vec::new()) {
                return Err(self.wrong(start, end, "“or” stands between two things; there is nothing after it."));
            }
            parts.push(part);
        }
        Ok(together(parts, Node::Any))
    }

    /// Where the word `or` ends, if it stands here.
    fn or_ends(&self) -> Option<usize> {
        let next = |at: usize| self.chars.get(self.at + at).map(char::to_ascii_lowercase);
        let ends = self.chars.get(self.at + 2).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')' | '"'));
        (next(0) == Some('o') && next(1) == Some('r') && ends).then_some(self.at + 2)
    }

    /// Parts one after the other.
    fn all(&mut self) -> Result<Node, Wrong> {
        let mut parts = Vec::new();
        loop {
            self.skip_blanks();
            if self.peek().is_none_or(|c| c == ')') || self.or_ends().is_some() {
                return Ok(together(parts, Node::All));
            }
            parts.push(self.term()?);
        }
    }

    fn term(&mut self) -> Result<Node, Wrong> {
        let start = self.at;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong(start, start + 1, "Brackets stand too deep in each other here."));
        }
        let term = match self.peek() {
            Some('-') => {
                self.at += 1;
                if self.peek().is_none_or(|c| c.is_whitespace() || c == ')') {
                    return Err(self.wrong(
                        start,
                        self.at,
                        "A minus says “not”; what it denies follows it without a blank.",
                    ));
                }
                Node::Not(Box::new(self.term()?))
            }
            Some('(') => self.brackets()?,
            Some('"') => {
                let text = self.quoted()?;
                self.words(text, start)?
            }
            _ => self.bare()?,
        };
        self.depth -= 1;
        Ok(term)
    }

    fn brackets(&mut self) -> Result<Node, Wrong> {
        let start = self.at;
        self.at += 1;
        let inner = self.any()?;
        if self.peek() != Some(')') {
            return Err(self.wrong(start, start + 1, "This bracket is not closed."));
        }
        self.at += 1;
        if inner == Node::All(Vec::new()) {
            return Err(self.wrong(start, self.at, "There is nothing between these brackets."));
        }
        Ok(inner)
    }

    /// The text between quotation marks; the reader stands behind the second.
    fn quoted(&mut self) -> Result<String, Wrong> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.peek() {
                None => return Err(self.wrong(start, start + 1, "This quotation mark is not closed.")),
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') if matches!(self.chars.get(self.at + 1), Some('"' | '\\')) => {
                    text.push(self.chars[self.at + 1]);
                    self.at += 2;
                }
                Some(c) => {
                    text.push(c);
                    self.at += 1;
                }
            }
        }
    }

    /// Words of the full text, with the star that may follow them.
    fn words(&mut self, text: String, start: usize) -> Result<Node, Wrong> {
        let beginning = self.peek() == Some('*');
        if beginning {
            self.at += 1;
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(self.wrong(start, self.at, "There is no word here to look for."));
        }
        Ok(Node::Words { text, beginning })
    }

    /// A word, a property, or a field with its value.
    fn bare(&mut self) -> Result<Node, Wrong> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|c| !c.is_whitespace() && !matches!(c, '"' | '(' | ')' | ':' | '<' | '>' | '=' | '*'))
        {
            self.at += 1;
        }
        let word: String = self.chars[start..self.at].iter().collect();
        match self.peek() {
            Some(':' | '<' | '>' | '=') => self.field(&word, start),
            _ => match Flag::from_word(&word.to_lowercase()) {
                Some(flag) if self.peek() != Some('*') => Ok(Node::Flag(flag)),
                _ => self.words(word, start),
            },
        }
    }

    fn field(&mut self, word: &str, start: usize) -> Result<Node, Wrong> {
        let Some(field) = Field::from_word(&word.to_lowercase()) else {
            let like = nearest(word).map_or_else(String::new, |near| format!(" Did you mean “{near}”?"));
            return Err(self.wrong(
                start,
                self.at.max(start + 1),
                format!("There is no field “{word}”.{like} To look for these very words, put them in quotation marks."),
            ));
        };
        let sign = self.at;
        let op = self.op();
        if op != Op::Is && !matches!(field.takes(), Takes::Number | Takes::Day) {
            let word = field.word();
            return Err(self.wrong(
                sign,
                self.at,
                format!("“{word}” has no more and less; write {word}: and what it is."),
            ));
        }
        let value_at = self.at;
        let text = if self.peek() == Some('"') { self.quoted()? } else { self.value() };
        let at = Span { start: value_at, end: self.at };
        if text.trim().is_empty() {
            let message = format!("What “{}” is compared with is missing: {}.", field.word(), field.help());
            return Err(Wrong { at: Span { start, end: self.at }, message });
        }
        let value = value(field, op, &text).map_err(|message| Wrong { at, message })?;
        Ok(Node::Field { field, op, value, at })
    }

    fn op(&mut self) -> Op {
        let sign = self.peek();
        self.at += 1;
        let or_equal = matches!(sign, Some('<' | '>')) && self.peek() == Some('=');
        if or_equal {
            self.at += 1;
        }
        match (sign, or_equal) {
            (Some('<'), false) => Op::Below,
            (Some('<'), true) => Op::AtMost,
            (Some('>'), false) => Op::Above,
            (Some('>'), true) => Op::AtLeast,
            _ => Op::Is,
        }
    }

    /// A value without quotation marks goes on to the next blank or closing bracket.
    fn value(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '"')) {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }
}

/// One part as it is; several under their heading, with those of the same heading taken in.
fn together(parts: Vec<Node>, heading: fn(Vec<Node>) -> Node) -> Node {
    if parts.len() == 1 {
        return parts.into_iter().next().unwrap_or_else(|| Node::All(Vec::new()));
    }
    let of_all = matches!(heading(Vec::new()), Node::All(_));
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Node::All(inner) if of_all => flat.extend(inner),
            Node::Any(inner) if !of_all => flat.extend(inner),
            other => flat.push(other),
        }
    }
    heading(flat)
}

fn value(field: Field, op: Op, text: &str) -> Result<Value, String> {
    let word = field.word();
    match field.takes() {
        Takes::Name | Takes::Text => Ok(Value::Text(text.to_owned())),
        Takes::OneOf(words) => {
            let wanted = text.to_lowercase().replace([' ', '_'], "-");
            if words.contains(&wanted.as_str()) {
                Ok(Value::Text(wanted))
            } else {
                Err(format!("“{word}” takes one of these: {}.", words.join(", ")))
            }
        }
        Takes::Number => {
            text.parse().map(Value::Number).map_err(|_| format!("“{word}” takes a whole number: {word}>2."))
        }
        Takes::Day => match DayValue::parse(&text.to_lowercase()) {
            Some(DayValue::None) if op != Op::Is => {
                Err(format!("Nothing comes before or after “none”; write {word}:none."))
            }
            Some(day) => Ok(Value::Day(day)),
            None => Err(format!(
                "“{text}” is no day. Write {word}:2026-06-01, {word}:2026-06, {word}<today, {word}<+30, {word}:this-month or {word}:none."
            )),
        },
    }
}

/// The field whose word is nearest to what was typed, if one is near at all.
fn nearest(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let near = |field: &&Field| {
        let known = field.word();
        let same = known.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        same >= 3 || (same >= 1 && known.len().abs_diff(word.len()) <= 1 && differing(known, &word) <= 2)
    };
    Field::ALL.iter().find(near).map(|field| field.word())
}

fn differing(one: &str, other: &str) -> usize {
    one.chars().filter(|c| !other.contains(*c)).count() + other.chars().filter(|c| !one.contains(*c)).count()
}
