//! Why a file was not read: each a sentence for a person that says what is wrong and what to do.

use crate::kind::Kind;

/// Why a file was not read. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None of the kinds that are read.
    #[error(
        "This is not a kind of file that words are read from. Save it as DOCX, ODT, PDF, RTF, HTML or plain text, or copy its words and paste them."
    )]
    Unknown,
    /// The format of Word before 2007.
    #[error(
        "This is in the format of Word before 2007, which is not read. Open it in a word processor and save it as DOCX."
    )]
    OldOffice,
    /// No byte at all.
    #[error("This file is empty. It may not have been copied to the end; fetch it again.")]
    Empty,
    /// Whole, but without a word.
    #[error("There are no words in this {kind}. If it shows any when opened, copy them and paste them.")]
    NoWords {
        /// What the file is.
        kind: Kind,
    },
    /// Pages that are pictures.
    #[error(
        "This PDF holds pictures of pages, no words: it was scanned. Run it through text recognition and choose the result, or type the passages that matter; the file itself can be kept with the text."
    )]
    Scanned,
    /// Glyphs without letters.
    #[error(
        "This PDF shows words but does not say which letters they are made of, so that they cannot be read. Make a new PDF from the original document, or run this one through text recognition."
    )]
    NoLetters,
    /// Not what its format asks for.
    #[error(
        "This {kind} is broken: part of it is missing or unreadable. Fetch it again, or open it elsewhere and copy its words."
    )]
    Broken {
        /// What the file is.
        kind: Kind,
    },
    /// Opens with a password only.
    #[error("This {kind} is locked with a password. Open it, save a copy without a password and choose that.")]
    Locked {
        /// What the file is.
        kind: Kind,
    },
    /// More bytes than are kept.
    #[error("This file is larger than {} MB and was not read. Take out its pictures, or copy its words and paste them.", most / (1024 * 1024))]
    TooLarge {
        /// The limit, in bytes.
        most: usize,
    },
    /// More words than a text of the register can hold.
    #[error(
        "The text of this file has more than {most} characters and does not fit. Divide it and take the parts in one by one."
    )]
    TooLong {
        /// The limit, in Unicode scalar values.
        most: usize,
    },
    /// Unpacks to far more than it holds.
    #[error("This file unpacks to far more than a document holds, as files made to do harm do. It was not read.")]
    Bomb,
    /// Nested beyond reason.
    #[error(
        "The parts of this file stand more than {most} deep within each other, which no document needs. It was not read."
    )]
    TooDeep {
        /// The limit.
        most: usize,
    },
    /// More pages than are read.
    #[error("This PDF has more than {most} pages. Divide it and take the parts in one by one.")]
    TooManyPages {
        /// The limit.
        most: usize,
    },
}
