//! RTF: encodings, marks, and what a reader does not see.

mod support;

use support::words;

const FILES: &[(&str, &str)] = &[
    (r"{\rtf1\ansi One.\par Two.\par}", "One.\n\nTwo."),
    (r"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}", "При"),
    (r"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f0 \'e9{\f1\'cf}\'e9}", "éПé"),
    (r"{\rtf1\ansi{\fonttbl{\f3\fcharset128 M;}}\f3 \'93\'fa\'96\'7b}", "日本"),
    (r"{\rtf1\uc1 \u2361?\u2367?\u-3 x \u55357?\u56832?}", "हि\u{fffd} 😀"),
    (r"{\rtf1\uc2\u8211\'96\'96 to\uc0\u8212 x}", "– to—x"),
    (r"{\rtf1 shown{\v hidden}\v0{\deleted gone} end{\*\unknown not}{\info{\title T}}{\header H\par}}", "shown end"),
    (r"{\rtf1 a\~b c\_d \{x\}\line next\tab cell}", "a\u{a0}b c\u{2011}d {x}\nnext cell"),
    (
        r"{\rtf1 \pard before\par\trowd\pard\intbl A\cell\pard\intbl\cell C\cell\row\trowd\intbl D\par E\cell F\cell\row\pard after\par}",
        "before\n\nA\t\tC\nD\nE\tF\n\nafter",
    ),
    (r"{\rtf1{\pntext\f1\'b7\tab}one\par{\pntext\f1\'b7\tab}two\par\pard three}", "• one\n• two\n\nthree"),
    // A sign that no text has is no part of a mark either.
    (r"{\rtf1{\pntext 1\'0d\'00.\tab}one\par}", "1. one"),
    (r"{\rtf1 See{\footnote\pard A note.\par}.\par Next}", "See[1].\n\nNext\n\n[1] A note."),
    (r#"{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}} {\pict\bin3 }}}} end}"#, "link end"),
];

#[test]
fn the_words_of_an_rtf_come_out_in_order() {
    for (file, text) in FILES {
        assert_eq!(words("a.rtf", file.as_bytes()), *text, "{file}");
    }
}
