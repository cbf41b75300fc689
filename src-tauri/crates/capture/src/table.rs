//! Tables that became lines: cells between tabs or bars, under a header that says what the rows are.

use crate::text;
use crate::work;

/// Words of a header over actions to be taken.
const HEADERS: [u64; 12] = text::hashes([
    "action",
    "actions",
    "activity",
    "activities",
    "commitment",
    "commitments",
    "deliverable",
    "deliverables",
    "measure",
    "measures",
    "undertaking",
    "undertakings",
]);

/// Whether a line has cells.
pub fn row(line: &str) -> bool {
    work::walked(line.len());
    // A tab, or a bar with space around it; both are rare, so one quick look settles most lines.
    memchr::memchr2(b'\t', b'|', line.as_bytes()).is_some() && (line.contains('\t') || line.contains(" | "))
}

/// Whether it is the header of a table of actions: cells, few words, one of which says so.
pub fn header(line: &str) -> bool {
    if !row(line) || line.len() > 200 {
        return false;
    }
    let (mut at, mut found) = (0, false);
    while let Some((token, next)) = text::next(line, at, line.len()) {
        at = next;
        found |= HEADERS.contains(&token.hash);
    }
    found
}
