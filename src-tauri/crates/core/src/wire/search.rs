//! Finding anything by its words.

use super::wire;
use crate::{id::Id, vocabulary::Noun};

wire! {
    /// What is searched for.
    pub struct SearchQuery {
        /// Words, "phrases" and prefixes*; every one has to be found. The last word is taken for a beginning where
        /// `typing` says that more of it may come.
        pub words: String,
        /// Whether the last word is still being typed.
        pub typing: bool,
        /// Only these nouns; all where empty.
        pub nouns: Vec<Noun>,
        /// From a page's `next`; none for the beginning.
        pub after: Option<String>,
        /// At most 200.
        pub limit: u32,
    }
}

wire! {
    /// A stretch of what was found: title and ref first, then wording, then the rest; in each, the newest first.
    pub struct SearchPage {
        /// What was found.
        pub hits: Vec<SearchHit>,
        /// Where the next page begins; none at the end.
        pub next: Option<String>,
    }
}

wire! {
    /// Something found.
    pub struct SearchHit {
        /// What it is.
        pub noun: Noun,
        /// Which one.
        pub id: Id,
        /// Its ref; empty where it has none.
        pub reference: String,
        /// Its title or name.
        pub title: Vec<SearchPart>,
        /// Where the words stand, with some words around; empty where they stand in the title.
        pub context: Vec<SearchPart>,
        /// What it belongs to, in a few words: the track, the party, the day.
        pub place: String,
        /// Where the context is from: `Wording`, `Follow-up of 3 Mar 2015`, `Record`; empty without context.
        pub source: String,
    }
}

wire! {
    /// A piece of text.
    pub struct SearchPart {
        /// The text.
        pub text: String,
        /// Whether it is one of the words searched for.
        pub found: bool,
    }
}

wire! {
    /// A name that resembles what was typed.
    pub struct NameHit {
        /// What it is: a party, body, person, track, dialogue, meeting, text or instrument.
        pub noun: Noun,
        /// Which one.
        pub id: Id,
        /// Its name.
        pub name: String,
        /// What tells it apart from others of that name: the party, the post, the day.
        pub hint: String,
    }
}
