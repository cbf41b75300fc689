//! The marks of lists that a word processor counts by itself: numbers, letters and bullets made visible.

/// How the number of an item is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// 1, 2, 3
    Decimal,
    /// 01, 02, 03
    DecimalZero,
    /// a, b, c
    LowerLetter,
    /// A, B, C
    UpperLetter,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
    /// १, २, ३
    Devanagari,
    /// A sign instead of a number.
    Bullet,
    /// Nothing.
    None,
}

/// A number, written in a style.
pub(crate) fn numbered(number: usize, style: Style) -> String {
    match style {
        Style::Decimal => number.to_string(),
        Style::DecimalZero => format!("{number:02}"),
        Style::LowerLetter => letters(number),
        Style::UpperLetter => letters(number).to_ascii_uppercase(),
        Style::LowerRoman => roman(number),
        Style::UpperRoman => roman(number).to_ascii_uppercase(),
        Style::Devanagari => number
            .to_string()
            .chars()
            .map(|digit| digit.to_digit(10).and_then(|digit| char::from_u32(0x966 + digit)).unwrap_or(digit))
            .collect(),
        Style::Bullet | Style::None => String::new(),
    }
}

/// The sign of a bullet. Symbol fonts put their own pictures on letters and private characters, which say nothing without
/// the font; only a dash is kept as what it is.
pub(crate) fn bullet(sign: &str) -> &'static str {
    match sign.trim() {
        "-" | "\u{2010}" | "\u{2011}" => "-",
        "–" | "—" => "–",
        _ => "•",
    }
}

/// a … z, then aa … zz, as word processors go on.
fn letters(number: usize) -> String {
    let Some(from_zero) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + u8::try_from(from_zero % 26).unwrap_or_default());
    // The length is bounded, because the number may come from the file.
    std::iter::repeat_n(letter, (from_zero / 26 + 1).min(8)).collect()
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number > 4999 {
        return number.to_string();
    }
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            number -= value;
            written.push_str(sign);
        }
    }
    written
}
