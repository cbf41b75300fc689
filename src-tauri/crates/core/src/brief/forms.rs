//! What each paper can be written as.

use crate::vocabulary::{PaperForm, PaperKind};

impl PaperKind {
    /// What it can be written as: whatever has a table, as a workbook too; a calendar, as a calendar file alone.
    #[must_use]
    pub const fn forms(self) -> &'static [PaperForm] {
        match self {
            Self::Brief | Self::Matrix | Self::Instruments | Self::Outcome | Self::Handover | Self::Track => {
                &[PaperForm::Pdf, PaperForm::Docx, PaperForm::Xlsx, PaperForm::Markdown]
            }
            Self::Record | Self::Chaser | Self::History => &[PaperForm::Pdf, PaperForm::Docx, PaperForm::Markdown],
            Self::Calendar => &[PaperForm::Ics],
        }
    }
}
