//! A paper as data: plain, ordered, already filtered to its reader. How it looks is the business of `rapporteur-papers`,
//! which draws the same tree as PDF, DOCX, XLSX and Markdown.

use serde::Serialize;

use super::mark::Mark;
use crate::{
    clock::{Day, Instant},
    vocabulary::{Delivery, Freshness, PaperKind},
};

/// One paper, whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    /// Which of the papers it is.
    pub kind: PaperKind,
    /// Its title: `Brief for the leaders' meeting, New York`.
    pub title: String,
    /// What it is about, in a line beneath the title; may be empty.
    pub subtitle: String,
    /// The particulars at its head: `Meeting`, `For`, `As of`.
    pub facts: Vec<Fact>,
    /// The dossier's title, for the foot of every page.
    pub dossier: String,
    /// The day that everything in it is reckoned as of.
    pub day: Day,
    /// When it was made; the creation time in the file, so that the same paper is the same bytes.
    pub made_at: Instant,
    /// By whom.
    pub made_by: String,
    /// The highest of its parts, on each axis.
    pub marking: Mark,
    /// Sentences about the marking, which close the paper: that it is a label and no accreditation; how many things were
    /// left out, where that may be said.
    pub notices: Vec<String>,
    /// The name proposed for its file, without an ending; it says the marking.
    pub file_name: String,
    /// What it says, in order.
    pub sections: Vec<Section>,
}

/// A part of a paper under a heading of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// What the user chooses it by: `summary`, `annex`; a track's has its code behind it, `track:CYB`.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// How deep it stands: 1 for a part of the paper, 2 for a part of that.
    pub level: u8,
    /// Whether it begins on a page of its own.
    pub on_new_page: bool,
    /// The highest of its parts.
    pub mark: Mark,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// What stands in a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Block {
    /// A heading within the section, below its own.
    Heading(Paragraph),
    /// Prose.
    Prose(Paragraph),
    /// Points, each a paragraph; numbered through where they are asked one by one.
    Points {
        /// Whether they bear numbers.
        numbered: bool,
        /// The points.
        items: Vec<Paragraph>,
    },
    /// Names and what they stand for: particulars.
    Facts {
        /// Line by line.
        facts: Vec<Fact>,
    },
    /// A table.
    Table(Table),
    /// Verbatim words of a text, set as such; blank lines part its paragraphs.
    Quote {
        /// The words.
        text: String,
        /// Whence: the text's title and day; may be empty.
        source: String,
        /// Their marking.
        mark: Mark,
    },
    /// A picture.
    Picture {
        /// The drawing, in the typefaces of the papers.
        svg: String,
        /// What it shows, in words, for whoever cannot see it.
        alternative: String,
        /// The line beneath it.
        caption: String,
        /// Its marking.
        mark: Mark,
    },
    /// Space to write in: a reply to the point before it.
    Space {
        /// What goes there: `Reply`.
        label: String,
        /// How many lines high.
        lines: u8,
    },
    /// A sentence instead of what is not there: `No commitment is open.`
    Nothing {
        /// The sentence.
        text: String,
    },
}

/// A line of particulars.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// `Place`.
    pub name: String,
    /// `New York`; never empty.
    pub value: Paragraph,
}

/// Words with one marking.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paragraph {
    /// Its own marking, as reckoned; it is printed where it differs from the paper's.
    pub mark: Mark,
    /// The words, in stretches of one kind.
    pub runs: Vec<Run>,
}

/// A stretch of words of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The words. A line break in them is one on paper.
    pub text: String,
    /// How they are meant.
    pub tone: Tone,
}

/// How words are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// As any.
    Plain,
    /// The ones to see first.
    Strong,
    /// A title, or a foreign word.
    Emphasis,
    /// The very words of a text.
    Verbatim,
    /// A ref.
    Ref,
    /// Beside the point: a source, a day.
    Quiet,
}

/// A table. Rows are never parted in their middle where they fit on a page; the head is repeated on each.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What it lists, for a reader who hears it; also the name of its sheet in a workbook.
    pub caption: String,
    /// Its columns; never empty.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its head; may not be empty.
    pub heading: String,
    /// What it holds.
    pub holds: Holds,
    /// Its share of the width, beside those of the others.
    pub width: u8,
    /// Where on a page it stands.
    pub stands: Stands,
}

/// Where a column stands on a page, which has no room for many beside each other. A workbook and a table in plain text show
/// each by itself, whatever is said here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Stands {
    /// By itself.
    Alone,
    /// Beneath what the column of that place says, which stands alone.
    Beneath(usize),
    /// The same, with its head before it, so that it is not taken for what stands above: `Notice by 18 Oct 2015`.
    Named(usize),
    /// Nowhere: another column says it there too.
    Nowhere,
}

/// What a column holds, which says how it is aligned, and typed in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Holds {
    /// Words.
    Words,
    /// Refs, which are never parted.
    Ref,
    /// Days.
    Day,
    /// Whole numbers.
    Number,
    /// Shares of 1, printed as percent.
    Share,
    /// Lamps.
    Lamps,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its marking.
    pub mark: Mark,
    /// A head over the rows beneath: one cell, as wide as the table.
    pub head: bool,
    /// A cell for each column; for a head just one.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words, in paragraphs.
    Words {
        /// One beneath the other; their marks count only where they differ from the row's.
        lines: Vec<Paragraph>,
    },
    /// A day, and what is to be said of it.
    Day {
        /// The day; none where there are words alone: `ongoing`.
        day: Option<Day>,
        /// As people read it: `31 Oct 2015`, `by COP 21`, `every 3 months, next 31 Oct 2015`.
        words: String,
        /// What stands beneath: `put off 2×`; may be empty.
        note: String,
        /// Whether it is past and still open.
        late: bool,
    },
    /// A whole number.
    Number {
        /// The number.
        number: i64,
    },
    /// A share of 1; none where there is nothing to share.
    Share {
        /// The share.
        share: Option<f64>,
    },
    /// The two lamps, which are never mixed. Each is printed with its word.
    Lamps {
        /// Is it being done?
        delivery: Delivery,
        /// How it stands, which is said by that lamp on a page: `in progress`, `late`; empty for what the lamp means.
        stands: String,
        /// How old is our knowledge?
        freshness: Freshness,
    },
}

impl Column {
    /// A column that stands alone.
    pub fn new(heading: impl Into<String>, holds: Holds, width: u8) -> Self {
        Self { heading: heading.into(), holds, width, stands: Stands::Alone }
    }

    /// The same, beneath another on a page.
    #[must_use]
    pub fn beneath(self, place: usize) -> Self {
        Self { stands: Stands::Beneath(place), ..self }
    }

    /// The same, beneath another on a page with its head before it.
    #[must_use]
    pub fn named_beneath(self, place: usize) -> Self {
        Self { stands: Stands::Named(place), ..self }
    }

    /// The same, where there are no pages alone.
    #[must_use]
    pub fn off_pages(self) -> Self {
        Self { stands: Stands::Nowhere, ..self }
    }
}

impl Run {
    /// Words of a kind.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { text: text.into(), tone }
    }
}

impl Paragraph {
    /// Words of one kind alone.
    pub fn new(mark: Mark, tone: Tone, text: impl Into<String>) -> Self {
        Self { mark, runs: vec![Run::new(tone, text)] }
    }

    /// Plain words.
    pub fn plain(mark: Mark, text: impl Into<String>) -> Self {
        Self::new(mark, Tone::Plain, text)
    }

    /// Its words alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
