//! How much of a text is looked at, in bytes: counted in tests alone, so that a time in proportion to the length is shown by
//! counting and by no clock. Whatever walks over a stretch whose length nothing bounds says how far it walked; all else looks at
//! a bounded number of words of a sentence that has a bounded number of them.

/// So many bytes were looked at.
#[cfg(not(test))]
#[inline]
pub fn walked(_bytes: usize) {}

#[cfg(test)]
pub use counting::walked;

#[cfg(test)]
mod counting {
    use crate::hostile::{TEXTS, text};
    use crate::{Lexicon, Party, Request, candidates};
    use std::cell::Cell;

    thread_local! {
        static WALKED: Cell<usize> = const { Cell::new(0) };
    }

    /// So many bytes were looked at.
    pub fn walked(bytes: usize) {
        WALKED.with(|walked| walked.set(walked.get() + bytes));
    }

    /// How much is looked at in a text.
    fn work(text: &str) -> usize {
        let parties = ["IN", "US"].map(|code| Party { code: code.to_owned(), names: Vec::new() });
        WALKED.with(|walked| walked.set(0));
        candidates(&Request { text, parties: &parties, day: None }, Lexicon::standard());
        WALKED.with(Cell::get)
    }

    #[test]
    fn a_text_twice_as_long_is_looked_at_twice_as_much() {
        for (name, parts) in TEXTS {
            let (short, long) = (text(parts, 40_000), text(parts, 80_000));
            let (once, twice) = (work(&short), work(&long));
            // A sentence more or less at the end, and the sample at the beginning, make no great difference.
            assert!(twice * 100 <= once * 210 + 2_000_000, "{name}: {once} bytes, and {twice} of a text twice as long");
            assert!(once >= short.len() && once <= short.len() * MOST, "{name}: {once} bytes of {}", short.len());
        }
    }

    /// How often a byte is looked at at the most.
    const MOST: usize = 24;
}
