//! An RTF cut into braces, control words and bytes.

/// A piece of an RTF.
pub(crate) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\*`: what follows may be passed over by whoever does not know it.
    Star,
    /// A control word or symbol, and its number.
    Word(&'a [u8], Option<i32>),
    /// A byte of words.
    Byte(u8),
}

/// Longest control word; a longer one is no control word of any version.
const WORD_MOST: usize = 64;

pub(crate) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Moves on while bytes are of a kind, and returns them.
    fn run(&mut self, most: usize, of: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take(most).take_while(|byte| of(**byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            let symbol = self.bytes.get(self.at..=self.at)?;
            self.at += 1;
            return Some(match first {
                b'*' => Token::Star,
                b'\'' => {
                    let digits = self.run(2, |byte| byte.is_ascii_hexdigit());
                    let value = std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
                    Token::Byte(value.unwrap_or(b' '))
                }
                b'\\' | b'{' | b'}' => Token::Byte(first),
                b'\n' | b'\r' => Token::Word(b"par", None),
                b'\t' => Token::Word(b"tab", None),
                _ => Token::Word(symbol, None),
            });
        }
        let word = self.run(WORD_MOST, |byte| byte.is_ascii_alphabetic());
        let sign = self.run(1, |byte| byte == b'-');
        let digits = self.run(10, |byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<i32>().ok());
        let number = number.map(|number| if sign.is_empty() { number } else { -number });
        self.run(1, |byte| byte == b' ');
        if word == b"bin" {
            // That many bytes follow that are no text at all.
            let length = number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default();
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\n' | b'\r' | 0 => continue,
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}
