//! The core's errors as the window gets them.

use rapporteur_core::{Error, error::Code};
use serde::Serialize;

/// What went wrong: a code to branch on, a sentence for a person, and what stands behind it.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    code: Code,
    message: String,
    detail: Option<String>,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        tracing::debug!(?error, "refused");
        Self { code: error.code(), message: error.to_string(), detail: error.detail() }
    }
}

impl Problem {
    /// No dossier is open, though the act needs one.
    pub fn nothing_open() -> Self {
        Self { code: Code::Missing, message: "No dossier is open. Open one first.".into(), detail: None }
    }

    /// A fault of the program itself.
    pub fn fault(detail: String) -> Self {
        Self {
            code: Code::Store,
            message: "Something went wrong within the program. What was entered before is safe.".into(),
            detail: Some(detail),
        }
    }
}

/// The answer of a command.
pub type Answer<T> = Result<T, Problem>;
