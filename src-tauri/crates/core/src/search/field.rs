//! The fields and properties of the language: their words, and what they take.

/// What a field takes as its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A name that is looked up in the dossier: a track, a body, a meeting.
    Name,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number, compared by size.
    Number,
    /// A day or a stretch of days.
    Day,
    /// Any text.
    Text,
}

macro_rules! fields {
    ($($(#[$meta:meta])* $name:ident = $word:literal, $takes:expr, $help:literal;)+) => {
        /// Something that can be asked of a commitment.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Field { $($(#[$meta])* $name,)+ }

        impl Field {
            /// Every field, in the order in which they are offered.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word before the colon.
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What it takes.
            pub(crate) const fn takes(self) -> Takes {
                match self { $(Self::$name => $takes,)+ }
            }

            /// What it asks, for a person.
            pub(crate) const fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)+ }
            }
        }
    };
}

const STATUSES: &[&str] = &[
    "open",
    "closed",
    "not-started",
    "in-progress",
    "delivered",
    "fulfilled",
    "not-fulfilled",
    "dropped",
    "superseded",
    "suspended",
];

fields! {
    Track = "track", Takes::Name, "the track, by code or name";
    Status = "status", Takes::OneOf(STATUSES), "where it stands as we see it";
    Theirs = "theirs", Takes::OneOf(STATUSES), "where it stands as they see it";
    /// Delivery and freshness together: no word stands in both.
    Lamp = "lamp", Takes::OneOf(&["red", "amber", "green", "grey", "fresh", "ageing", "stale"]), "delivery or freshness";
    Exception = "exception", Takes::OneOf(&["overdue", "blocked", "due-before", "stale", "cancelled"]), "why a review brings it up";
    /// Sides, or a party.
    Bound = "bound", Takes::Name, "who owes it: us, them, both, named parties, or one party";
    Strength = "strength", Takes::OneOf(&["firm", "intent", "soft"]), "how strongly the verb binds";
    Due = "due", Takes::Day, "when it is due; none where it has no day";
    Slips = "slips", Takes::Number, "how often it was put off";
    Owner = "owner", Takes::Name, "a body or person with a part on our side";
    Counterpart = "counterpart", Takes::Name, "a body or person with a part on their side";
    Partner = "partner", Takes::Name, "a party other than ours that has a part";
    Meeting = "meeting", Takes::Name, "made at this meeting, or due by it";
    By = "by", Takes::Name, "due by this meeting, or by this outside event";
    Dialogue = "dialogue", Takes::Name, "made at a meeting of this dialogue";
    Instrument = "instrument", Takes::Name, "made in this instrument, or delivered by it";
    Made = "made", Takes::Day, "when it was made";
    Heard = "heard", Takes::Day, "when it was last heard of; none where it never was";
    Created = "created", Takes::Day, "when it was entered in the register";
    Changed = "changed", Takes::Day, "when it was last changed in the register";
    Reaffirmed = "reaffirmed", Takes::Number, "how often later texts said it again";
    Marking = "marking", Takes::Name, "a marking it bears";
    Ref = "ref", Takes::Text, "the beginning of its reference";
    Title = "title", Takes::Text, "words of its title, or their beginnings";
}

macro_rules! flags {
    ($($name:ident = $word:literal, $help:literal;)+) => {
        /// A property with a word of its own. To look for the word itself, put it in quotation marks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Flag {
            $(#[doc = $help] $name,)+
        }

        impl Flag {
            /// Every property, in the order in which they are offered.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its word.
            pub(crate) const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What it asks, for a person.
            pub(crate) const fn help(self) -> &'static str {
                match self { $(Self::$name => $help,)+ }
            }
        }
    };
}

flags! {
    Open = "open", "neither closed, nor dropped, nor superseded";
    Closed = "closed", "closed, dropped or superseded";
    Overdue = "overdue", "past its day and not delivered";
    WasOverdue = "was-overdue", "put off while it was overdue";
    Blocked = "blocked", "flagged as blocked";
    Stale = "stale", "not heard of for 90 days, or never";
}

impl Field {
    /// The field with this word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.word() == word)
    }
}

impl Flag {
    /// The property with this word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|flag| flag.word() == word)
    }
}
