//! Texts made to be slow for a reader that looks back or ahead without bounds. The tests count how much of them is looked at,
//! and the measurements read them at up to fifty megabytes.

/// What each is about, and its parts: every part is repeated until it fills its share of the text.
pub const TEXTS: [(&str, &[&str]); 44] = [
    ("one letter", &["a"]),
    ("one capital after the other", &["A "]),
    ("a subject without end", &["The two sides will "]),
    ("one sentence of undertakings", &["the two sides will build a bridge and "]),
    ("and", &["and "]),
    ("abbreviations", &["U.S."]),
    ("abbreviations apart", &["No. Dr. U.S. "]),
    ("brackets that open", &["("]),
    ("brackets of all kinds", &["([{"]),
    ("brackets around an act", &["(agreed to ("]),
    ("brackets opened, then closed", &["(", ")"]),
    ("names with commas", &["India, the United States, "]),
    ("quotation marks", &["\""]),
    ("quotations in quotations", &["“‘\"'"]),
    ("quotations of undertakings", &["“We will build a bridge, "]),
    ("numbers of paragraphs", &["1. "]),
    ("bullets without words", &["- \n"]),
    ("bullets alone, then a sentence", &["•\n", "We will open an office. "]),
    ("a million bullets", &["- open an office\n"]),
    ("the lead-in again and again", &["The two sides will:\n- open an office;\n"]),
    ("a lead-in with a gap, and its items", &["The two sides will build", " ", ":\n", "- open an office;\n"]),
    ("a lead-in of long words, and its items", &["The two sides will ", ":\n- open an office;\n"]),
    ("empty lines", &["\n"]),
    ("lines of MS-DOS", &["We will open an office\r\n"]),
    ("carriage returns", &["\r"]),
    ("short lines", &["we will\n"]),
    ("spaces, then a word", &[" ", "We will open an office."]),
    ("non-breaking spaces", &["\u{a0}"]),
    ("clauses", &["that which will "]),
    ("agreed that", &["agreed that, "]),
    ("deadlines", &["by the end of the "]),
    ("dates", &["agreed in May 2019 at "]),
    ("agreements to agree", &["agreed to agree to "]),
    ("officials told", &["directs the A to "]),
    ("ministers of", &["Ministers of Energy and of Trade, "]),
    ("examples", &["including A, among them B, "]),
    ("digits", &["9"]),
    ("digits in groups", &["1,234,567.89.10 "]),
    ("soft hyphens", &["\u{ad}"]),
    ("hyphens", &["Aa-"]),
    ("lines cut by hyphens", &["commit-\n"]),
    ("no spaces", &["thetwosideswillagree"]),
    ("letters with accents apart", &["e\u{301}\u{302}"]),
    ("rows of a table", &["Action\tby May 2027\t|\n"]),
];

/// One of them, of about so many bytes.
pub fn text(parts: &[&str], bytes: usize) -> String {
    let share = bytes / parts.len();
    parts.iter().map(|part| part.repeat(share.div_ceil(part.len()))).collect()
}
