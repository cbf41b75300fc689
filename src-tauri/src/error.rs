//! The core's errors as the window gets them.

use rapporteur_core::{Error, error::Code, wire::Problem};

/// The answer of a command.
pub type Answer<T> = Result<T, Problem>;

/// An error of the core, unpacked for the window.
#[allow(clippy::needless_pass_by_value, reason = "it ends a chain: `map_err(told)`")]
pub fn told(error: Error) -> Problem {
    tracing::debug!(?error, "refused");
    Problem { code: error.code(), message: error.to_string(), detail: error.detail() }
}

/// No dossier is open, though the act needs one.
pub fn nothing_open() -> Problem {
    Problem { code: Code::Missing, message: "No dossier is open. Open one first.".into(), detail: None }
}

/// A fault of the program itself.
pub fn fault(detail: String) -> Problem {
    Problem {
        code: Code::Store,
        message: "Something went wrong within the program. What was entered before is safe.".into(),
        detail: Some(detail),
    }
}
