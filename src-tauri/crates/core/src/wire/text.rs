//! Texts and the passages cut from them.

use super::{MarkingView, Named, wire};
use crate::{clock::Day, id::Id, vocabulary::TextKind};

wire! {
    /// A text in a list.
    pub struct TextRow {
        /// Its id.
        pub id: Id,
        /// Revision read.
        pub revision: i32,
        /// Its title.
        pub title: String,
        /// What kind of paper it is.
        pub kind: TextKind,
        /// BCP 47 language tag; may be empty.
        pub language: String,
        /// Day it bears.
        pub dated_on: Option<Day>,
        /// Who published it, where.
        pub source: String,
        /// The meeting it belongs to.
        pub meeting: Option<Named>,
        /// The instrument whose text it is.
        pub instrument: Option<Named>,
        /// Whether the instrument is authentic in this language.
        pub authentic: bool,
        /// Whether it is a side letter to the instrument.
        pub side_letter: bool,
        /// Length in Unicode scalar values.
        pub length: u32,
        /// Commitments taken from it.
        pub commitments: u32,
        /// Name of the original file kept with it.
        pub file_name: Option<String>,
    }
}

wire! {
    /// A text to create or change. Once passages are cut from it, its body can change only where they still match.
    pub struct TextDraft {
        /// None to create.
        pub id: Option<Id>,
        /// Revision read; 0 to create.
        pub revision: i32,
        /// The meeting it belongs to.
        pub meeting: Option<Id>,
        /// The instrument whose text it is.
        pub instrument: Option<Id>,
        /// Whether the instrument is authentic in this language; only with an instrument.
        pub authentic: bool,
        /// Whether it is a side letter to the instrument; only with an instrument.
        pub side_letter: bool,
        /// Its title.
        pub title: String,
        /// What kind of paper it is.
        pub kind: TextKind,
        /// BCP 47 language tag; may be empty.
        pub language: String,
        /// Day it bears.
        pub dated_on: Option<Day>,
        /// Who published it, where.
        pub source: String,
        /// Plain text; paragraphs are separated by line breaks.
        pub body: String,
        /// At most one marking per axis.
        pub marking: Vec<Id>,
    }
}

wire! {
    /// One text with what was taken from it.
    pub struct TextView {
        /// The text.
        pub row: TextRow,
        /// Plain text.
        pub body: String,
        /// SHA-256 of the original file, in hexadecimal.
        pub file_sha256: Option<String>,
        /// Its marking.
        pub marking: Vec<MarkingView>,
        /// Commitments taken from it, in the order of the text.
        pub taken: Vec<TakenPassage>,
    }
}

wire! {
    /// A stretch of a text that a commitment was taken from.
    pub struct TakenPassage {
        /// The commitment.
        pub commitment: Id,
        /// Its ref.
        pub r#ref: String,
        /// Its title.
        pub title: String,
        /// First Unicode scalar value of the passage, from 0.
        pub start: u32,
        /// One past the last.
        pub end: u32,
    }
}

wire! {
    /// A passage, beside the words around it.
    pub struct PassageView {
        /// The text it is cut from.
        pub text: Id,
        /// Title of that text.
        pub text_title: String,
        /// First Unicode scalar value, from 0.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// The words.
        pub quote: String,
        /// Number of the paragraph it begins in, from 1.
        pub paragraph: u32,
        /// The paragraph's words before it, at most 600 characters.
        pub before: String,
        /// The paragraph's words after it, at most 600 characters.
        pub after: String,
    }
}

wire! {
    /// A stretch of a text, by its range.
    pub struct PassageDraft {
        /// The text.
        pub text: Id,
        /// First Unicode scalar value, from 0.
        pub start: u32,
        /// One past the last.
        pub end: u32,
    }
}
