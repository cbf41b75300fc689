//! The first sheet: what the workbook is, how it is marked, and what stands on the other sheets.

use rapporteur_core::{
    brief::{Block, Paper},
    clock::spoken,
};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{
    formats::Formats,
    height::Height,
    sheet::{A4, printed},
};
use crate::{letters::legal, marks::Portions};

/// Its name.
pub(super) const NAME: &str = "About";

/// The widths of its two columns, in digits.
const NAMES: u16 = 34;
const VALUES: u16 = 84;
/// How large letters are, beside the usual.
const PLAIN: f64 = 1.0;
const LARGE: f64 = 1.45;
/// The highest row that Excel knows, in points.
const HIGHEST: f64 = 409.0;

/// A sheet of the workbook, for the list of them.
pub(super) struct Listed {
    /// Its name.
    pub(super) name: String,
    /// What it lists, whole.
    pub(super) caption: String,
    /// How many rows it has.
    pub(super) rows: usize,
    /// What its columns are called.
    pub(super) columns: String,
}

/// Writes it. `cut` is how many cells were longer than Excel takes.
pub(super) fn write(
    sheet: &mut Worksheet,
    paper: &Paper,
    formats: &Formats,
    sheets: &[Listed],
    cut: usize,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, NAMES)?;
    sheet.set_column_width(1, VALUES)?;
    sheet.set_screen_gridlines(false);
    printed(sheet, paper, A4);
    let mut page = Page { sheet, formats, at: 0 };
    let marking = paper.marking.words();
    let portions = Portions::of(paper);
    page.across(marking, &formats.marking, PLAIN)?;
    page.across(&paper.title, &formats.title, LARGE)?;
    page.across(&paper.subtitle, &formats.quiet, PLAIN)?;
    page.gap();
    for fact in &paper.facts {
        let mut value = fact.value.text();
        if let Some(prefix) = portions.before_heading(&fact.value.mark) {
            value = format!("{prefix} {value}");
        }
        page.line(&fact.name, &value)?;
    }
    page.line("Dossier", &paper.dossier)?;
    let day = spoken(paper.day);
    if !paper.facts.iter().any(|fact| fact.value.text() == day) {
        page.line("Reckoned as of", &day)?;
    }
    page.line("Marking", if marking.is_empty() { "none" } else { marking })?;
    page.gap();
    let says_more = |block: &Block| !matches!(block, Block::Table(_) | Block::Nothing { .. });
    if paper.sections.iter().flat_map(|section| &section.blocks).any(says_more) {
        let words = "The tables of the paper stand here, each on a sheet of its own. Its text stands in the PDF and the Word \
                     document.";
        page.line("This workbook", words)?;
    }
    if !sheets.is_empty() {
        page.line("Sheets", &sheets.len().to_string())?;
    }
    for Listed { name, caption, rows, columns } in sheets {
        let count = if *rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
        let about = if caption == name || caption.is_empty() { String::new() } else { format!("{caption}: ") };
        page.line(name, &format!("{about}{count} with {columns}"))?;
    }
    // Sentences instead of what is not there, each under its heading.
    for section in &paper.sections {
        for block in &section.blocks {
            if let Block::Nothing { text } = block {
                page.line(&section.heading, text)?;
            }
        }
    }
    page.gap();
    if cut > 0 {
        let many = if cut == 1 { "1 cell was".to_owned() } else { format!("{cut} cells were") };
        let words = format!(
            "{many} longer than the 32,767 characters that Excel takes in one; each says at its end where it was cut. \
             The Word document has all of them."
        );
        page.across(&words, &formats.marking, PLAIN)?;
    }
    for notice in &paper.notices {
        page.across(notice, &formats.quiet, PLAIN)?;
    }
    page.across(marking, &formats.marking, PLAIN)
}

/// Line after line.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a Formats,
    at: u32,
}

impl Page<'_> {
    /// Words beside a name.
    fn line(&mut self, name: &str, words: &str) -> Result<(), XlsxError> {
        if words.is_empty() {
            return Ok(());
        }
        let (name, words) = (legal(name), legal(words));
        let mut height = Height::one();
        height.hold(&name, NAMES);
        height.hold(&words, VALUES);
        self.sheet.set_row_height(self.at, height.points())?;
        self.sheet.write_string_with_format(self.at, 0, name, &self.formats.quiet)?;
        self.sheet.write_string_with_format(self.at, 1, words, &self.formats.plain)?;
        self.at += 1;
        Ok(())
    }

    /// Words across both columns, so many times as large as others.
    fn across(&mut self, words: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let words = legal(words);
        if words.is_empty() {
            return Ok(());
        }
        let mut height = Height::one();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some dozen")]
        height.hold(&words, (f64::from(NAMES + VALUES) / size) as u16);
        self.sheet.merge_range(self.at, 0, self.at, 1, "", format)?;
        self.sheet.set_row_height(self.at, (height.points() * size).min(HIGHEST))?;
        self.sheet.write_string_with_format(self.at, 0, words, format)?;
        self.at += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.at += 1;
    }
}
