//! From the bytes of a file to its words: what the register can keep, search and cut passages from.
//!
//! Pure functions: no file is opened, nothing is fetched, nothing in a document is ever executed or followed, and no clock
//! is asked. The same bytes give the same answer. Every reader is linear in what it reads and stays within [`Limits`]; a
//! file that cannot be read gives a [`Refusal`], which is a sentence for a person.
//!
//! | module | what it knows |
//! |---|---|
//! | `kind` | which kind a file is: by its content first, by its name second |
//! | `encoding` | how the bytes of a plain text become characters; stands here once, for every reader |
//! | `writing` | how words become a text: paragraphs, lines, cells, and the limit on its length |
//! | `archive`, `xml` | a packed file and its parts, opened within limits |
//! | `mark` | the numbers, letters and bullets of lists, written out |
//! | `plain`, `html`, `word`, `open_document`, `pdf`, `rtf`, `mail` | one kind of file each |
//!
//! What every reader keeps: the words in reading order; paragraphs parted by a blank line; every item of a list on a line
//! of its own, with its mark ("1.", "•", "(a)"), also where the mark is only counted by the word processor; headings on
//! their own; tables row by row, cells parted by a tab.

//!
//! | | kept | left out |
//! |---|---|---|
//! | DOCX | all of the above; notes after the text, at `[1]`; inserted words of tracked changes; text boxes where they are anchored | headers, footers, comments, deleted and hidden words, pictures, merged cells as such |
//! | ODT | the same | the same |
//! | PDF | lines joined into paragraphs, drawn bullets, table rows on one line each, words parted at line ends, replacement text, recognised text of scans | repeated headers and footers, what is marked as not belonging to the text, stamps set askew, notes of readers beyond what they draw |
//! | HTML | the main part where the page names one; lists with their numbers, preformatted lines | scripts, styles, navigation, site footers, forms, hidden parts, pictures and their descriptions |
//! | RTF | marks of lists as they stand in the file, notes, tables, fields as last computed | headers, footers, pictures, comments, hidden and deleted words, parts that may be passed over |
//! | TXT | everything, with line ends made alike | |
//! | EML | plain words, else the formatted ones; sender, subject, day | other header lines; attachments, which are named |

mod archive;
mod encoding;
mod html;
mod kind;
mod limits;
mod mail;
mod mark;
mod open_document;
mod pdf;
mod plain;
mod refusal;
mod rtf;
mod word;
mod writing;
mod xml;

use chrono::NaiveDate;

pub use kind::Kind;
pub use limits::Limits;
pub use refusal::Refusal;

/// The words of a file, and what the file itself says about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The words, as described at the top of this crate. Lines end in `\n`; there is no other control character than the
    /// tab between cells.
    pub text: String,
    /// What the file turned out to be.
    pub kind: Kind,
    /// The title it bears: that of a web page, the subject of an e-mail, the title set at the top of an office document.
    pub title: Option<String>,
    /// The day it bears: of an e-mail, the day it was sent, where it was sent. The dates that office programs keep with a
    /// file tell when it was last saved, which is not the day of the statement in it, and are not used.
    pub day: Option<NaiveDate>,
    /// BCP 47 tag of the language the file says it is in.
    pub language: Option<String>,
    /// Who sent an e-mail, as it says so.
    pub from: Option<String>,
}

/// Reads the words of a file. The name serves only where the content does not tell the kind.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    if bytes.len() > limits.bytes {
        return Err(Refusal::TooLarge { most: limits.bytes });
    }
    let document = match kind::recognise(name, bytes, limits)? {
        Kind::Docx => word::read(bytes, limits),
        Kind::Html => html::read(bytes, limits),
        Kind::Txt => plain::read(bytes, limits),
        Kind::Odt => open_document::read(bytes, limits),
        Kind::Rtf => rtf::read(bytes, limits),
        Kind::Eml => mail::read(bytes, limits),
        Kind::Pdf => pdf::read(bytes, limits),
    }?;
    if document.text.trim().is_empty() { Err(Refusal::NoWords { kind: document.kind }) } else { Ok(document) }
}

/// A language tag as a file states it, where it looks like one: `en`, `en-GB`, `hi-IN`.
pub(crate) fn language(stated: &str) -> Option<String> {
    let tag = stated.trim().replace('_', "-");
    let looks = (2..=35).contains(&tag.len())
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
        && tag
            .split('-')
            .next()
            .is_some_and(|first| first.len() >= 2 && first.chars().all(|c| c.is_ascii_alphabetic()));
    looks.then_some(tag)
}
