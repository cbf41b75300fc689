//! How words become a text: what parts them is remembered and written only when more words come, so that no text begins
//! or ends in emptiness and nothing stands between two paragraphs but one blank line.

use crate::Refusal;

/// What parts two stretches of words, from the weakest to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
    Blank,
}

/// A text as it comes to be.
pub(crate) struct Writing {
    text: String,
    length: usize,
    most: usize,
    gap: Gap,
    tabs: usize,
    /// Where the current line began, in bytes.
    line: usize,
    /// Cells and lists that are open around what is written; in them paragraphs are parted by a line end only.
    tight: usize,
    row_has_words: bool,
    /// The mark of a list item that has not said anything yet.
    mark: Option<String>,
}

impl Writing {
    /// An empty text that may grow to `most` characters.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            text: String::new(),
            length: 0,
            most,
            gap: Gap::None,
            tabs: 0,
            line: 0,
            tight: 0,
            row_has_words: false,
            mark: None,
        }
    }

    /// Words, with any run of white space taken as one space.
    pub(crate) fn words(&mut self, words: &str) -> Result<(), Refusal> {
        for c in words.chars() {
            // A no-break space is a character of its own: it keeps "No. 3" together.
            if c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' {
                self.gap = self.gap.max(Gap::Space);
            } else {
                self.character(c)?;
            }
        }
        Ok(())
    }

    /// Words whose line ends are meant: preformatted.
    pub(crate) fn lines(&mut self, words: &str) -> Result<(), Refusal> {
        let mut lines = words.split('\n');
        if let Some(first) = lines.next() {
            self.words(first)?;
        }
        for line in lines {
            self.line_break();
            self.words(line)?;
        }
        Ok(())
    }

    /// One character of a word.
    fn character(&mut self, c: char) -> Result<(), Refusal> {
        // A soft hyphen and a byte order mark are no part of a word, and control characters of no text.
        if c.is_control() || matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{fffe}' | '\u{ffff}') {
            return Ok(());
        }
        if !self.text.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space if self.tabs > 0 || self.text.ends_with(['\n', '\t']) => {}
                Gap::Space => self.push(' ')?,
                Gap::Line => self.push('\n')?,
                Gap::Blank => {
                    self.push('\n')?;
                    self.push('\n')?;
                }
            }
        }
        self.gap = Gap::None;
        if self.tabs > 0 {
            for _ in 0..std::mem::take(&mut self.tabs) {
                self.push('\t')?;
            }
        }
        self.row_has_words = true;
        if let Some(mark) = self.mark.take() {
            for c in mark.chars().filter(|c| !c.is_control()).chain([' ']) {
                self.push(c)?;
            }
        }
        self.push(c)
    }

    fn push(&mut self, c: char) -> Result<(), Refusal> {
        if self.length == self.most {
            return Err(Refusal::TooLong { most: self.most });
        }
        self.length += 1;
        self.text.push(c);
        if c == '\n' {
            self.line = self.text.len();
        }
        Ok(())
    }

    /// The next words stand on a line of their own.
    pub(crate) fn line(&mut self) {
        self.part(Gap::Line);
    }

    /// The next words stand in a paragraph of their own.
    pub(crate) fn paragraph(&mut self) {
        self.part(if self.tight > 0 { Gap::Line } else { Gap::Blank });
    }

    fn part(&mut self, gap: Gap) {
        // The first paragraph of a cell stands right after the tab that parts it from the cell before.
        if self.tight == 0 || self.tabs == 0 {
            self.tabs = 0;
            self.gap = self.gap.max(gap);
        }
    }

    /// A tab as typed. After a mark at the beginning of a line it is only the space before the words.
    pub(crate) fn tab(&mut self) {
        let so_far = self.text.get(self.line..).unwrap_or_default();
        if self.mark.is_some()
            || self.tight > 0
            || self.gap > Gap::Space
            || so_far.is_empty()
            || so_far.len() <= 8 && !so_far.contains([' ', '\t'])
        {
            self.gap = self.gap.max(Gap::Space);
        } else {
            self.tabs = 1;
        }
    }

    /// A row of a table begins, or ends.
    pub(crate) fn row(&mut self) {
        self.tabs = 0;
        self.row_has_words = false;
        self.gap = self.gap.max(Gap::Line);
    }

    /// A cell begins; `first` is whether it is the first of its row.
    pub(crate) fn open_cell(&mut self, first: bool) {
        self.tight += 1;
        if !first {
            if self.row_has_words {
                // The end of the last paragraph in the cell before does not part it from this one.
                self.gap = Gap::None;
            }
            self.tabs += 1;
        }
    }

    /// A cell ends.
    pub(crate) fn close_cell(&mut self) {
        self.tight = self.tight.saturating_sub(1);
    }

    /// A list begins: its items follow line upon line.
    pub(crate) fn open_list(&mut self) {
        self.paragraph();
        self.tight += 1;
    }

    /// A list ends.
    pub(crate) fn close_list(&mut self) {
        self.tight = self.tight.saturating_sub(1);
        self.mark = None;
        self.paragraph();
    }

    /// An item begins, on a line of its own; its mark is written when it says something.
    pub(crate) fn item(&mut self, mark: String) {
        self.line();
        self.mark = (!mark.is_empty()).then_some(mark);
    }

    /// A line end as typed; a second one makes a paragraph.
    pub(crate) fn line_break(&mut self) {
        if self.gap == Gap::Line && self.mark.is_none() { self.part(Gap::Blank) } else { self.line() }
    }

    /// Number of bytes written so far, to look back at later.
    pub(crate) fn place(&self) -> usize {
        self.text.len()
    }

    /// What was written since a place.
    pub(crate) fn since(&self, place: usize) -> &str {
        self.text.get(place..).unwrap_or_default().trim()
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}
