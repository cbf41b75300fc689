//! From what a paper says to the bytes of its file. Pure functions: no clock, no file, no network; the same paper is the
//! same bytes.
//!
//! One module for each form. [`marks`] is what they share: when a part bears a marking of its own in print.

mod docx;
mod error;
mod folded;
mod ics;
mod lamps;
mod letters;
mod markdown;
mod marks;
mod pdf;
mod places;
mod xlsx;

pub use error::Error;
pub use ics::write_calendar;

use rapporteur_core::{
    brief::{Paper, Section},
    vocabulary::PaperForm,
};

/// Whether a section begins on a page of its own, whatever room there is: what follows a summary, which is one page by
/// itself. Others that would like to do so only where they would begin at the foot of a page: a page that is left half empty
/// serves nobody.
fn begins_a_page(section: &Section, before: Option<&Section>) -> bool {
    section.on_new_page && before.is_some_and(|before| before.key == "summary")
}

/// How far the writing of a paper has come, in steps that take about the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done.
    pub done: u32,
    /// Steps that there are; never 0.
    pub total: u32,
}

/// Writes a paper as a file of that form, whole. `going` hears how far it has come, several times a second while there is
/// something to wait for, and says whether to go on.
///
/// # Errors
/// [`Error::Stopped`] where `going` said so, [`Error::Form`] where there is no such paper in that form.
pub fn write(paper: &Paper, form: PaperForm, going: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<u8>, Error> {
    match form {
        PaperForm::Pdf => pdf::write(paper, going),
        PaperForm::Docx => docx::write(paper, going),
        PaperForm::Markdown => Ok(markdown::write(paper).into_bytes()),
        PaperForm::Xlsx => xlsx::write(paper, going),
        PaperForm::Ics => Err(Error::Form { kind: paper.kind, form }),
    }
}
