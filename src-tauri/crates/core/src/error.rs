//! What can go wrong, each with a sentence for a person.
//!
//! A [`Code`] exists where somebody branches on it: the window, the companion's exit code, a test. The message says
//! what happened, what was not lost and what to do; technical detail stands behind it.

use std::path::{Path, PathBuf};

use crate::clock::{Day, spoken};

/// The answer of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input breaks a rule of the register; the sentence says which and how to mend it.
    #[error("{0}")]
    Invalid(String),
    /// There is no such row, or none that fits.
    #[error("{0}")]
    NotFound(String),
    /// The row has changed since it was read.
    #[error("{0} has been changed in the meantime. Nothing was overwritten; look at it again and repeat the change.")]
    Stale(String),
    /// The act is against the state of what it acts on: a final record, something that others hang on.
    #[error("{0}")]
    Refused(String),
    /// The person broke the act off.
    #[error("The act was broken off. Nothing was changed.")]
    Cancelled,
    /// The dossier can only be read.
    #[error(
        "{} can be read but not changed: {reason}. Nothing was entered; save a copy elsewhere to work on it.",
        name(path)
    )]
    ReadOnly {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A past day is looked at, and that cannot be changed.
    #[error(
        "The dossier is shown as it stood on {}, and the past cannot be changed. Nothing was entered; return to today to change anything.",
        spoken(*day)
    )]
    Past {
        /// The day that is looked at.
        day: Day,
    },
    /// There is no file.
    #[error("There is no file at {}. It may have been moved or renamed; open it from where it lies now.", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A file stands where a new one was to be made.
    #[error("{} exists already and was left as it is. Choose another name.", name(path))]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a dossier. It was left as it is.", name(path))]
    NotADossier {
        /// The file.
        path: PathBuf,
    },
    /// The file is a dossier, but not whole.
    #[error(
        "{} is damaged: part of it is missing or unreadable. It was left as it is; open a back-up copy, and keep this file for rescue.",
        name(path)
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the store says.
        detail: String,
    },
    /// A newer version of the application wrote the file.
    #[error(
        "{} was written by a newer version of Rapporteur (format {found}; this version knows up to {known}). It was left as it is; install the newer version to open it.",
        name(path)
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// Another window holds the file.
    #[error("{} is open in another window. Close it there first; nothing was changed.", name(path))]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file lies on a network drive.
    #[error(
        "{} lies on a network drive ({kind}), where two machines could damage it. Copy it to a local disk and open it there.",
        name(path)
    )]
    NetworkDrive {
        /// The file.
        path: PathBuf,
        /// The file system.
        kind: String,
    },
    /// No room is left.
    #[error("The disk is full. This last change was not entered; all earlier ones are safe. Make room and repeat it.")]
    DiskFull,
    /// The file could not be read or written.
    #[error("{} could not be {doing}: {cause}.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// `read`, `written`, …
        doing: &'static str,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The store failed in a way that no rule foresees.
    #[error("The dossier could not be {doing}. Nothing of this act was entered.")]
    Store {
        /// `read`, `changed`, …
        doing: &'static str,
        /// What the store says.
        detail: String,
    },
}

/// What callers branch on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Mend the input.
    Invalid,
    /// Look elsewhere.
    NotFound,
    /// Read again, then repeat.
    Stale,
    /// Not possible in this state.
    Refused,
    /// Broken off by the person.
    Cancelled,
    /// The file can only be read, or a past day is looked at.
    ReadOnly,
    /// No such file.
    Missing,
    /// A file is in the way.
    Exists,
    /// Some other kind of file.
    NotADossier,
    /// Damaged file.
    Damaged,
    /// Made by a newer version.
    Newer,
    /// Open elsewhere.
    InUse,
    /// On a network drive.
    NetworkDrive,
    /// No room.
    DiskFull,
    /// The system refused a file.
    File,
    /// A fault of ours or of the store.
    Store,
}

impl Error {
    /// What callers branch on.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Invalid(_) => Code::Invalid,
            Self::NotFound(_) => Code::NotFound,
            Self::Stale(_) => Code::Stale,
            Self::Refused(_) => Code::Refused,
            Self::Cancelled => Code::Cancelled,
            Self::ReadOnly { .. } | Self::Past { .. } => Code::ReadOnly,
            Self::Missing { .. } => Code::Missing,
            Self::Exists { .. } => Code::Exists,
            Self::NotADossier { .. } => Code::NotADossier,
            Self::Damaged { .. } => Code::Damaged,
            Self::Newer { .. } => Code::Newer,
            Self::InUse { .. } => Code::InUse,
            Self::NetworkDrive { .. } => Code::NetworkDrive,
            Self::DiskFull => Code::DiskFull,
            Self::File { .. } => Code::File,
            Self::Store { .. } => Code::Store,
        }
    }

    /// What the technician wants to know, where there is more than the message says.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Damaged { detail, .. } | Self::Store { detail, .. } => Some(detail.clone()),
            _ => None,
        }
    }
}

/// A broken rule, in a sentence.
pub(crate) fn invalid<T>(sentence: impl Into<String>) -> Result<T> {
    Err(Error::Invalid(sentence.into()))
}

/// An act that the state of things does not allow, in a sentence.
pub(crate) fn refused<T>(sentence: impl Into<String>) -> Result<T> {
    Err(Error::Refused(sentence.into()))
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
