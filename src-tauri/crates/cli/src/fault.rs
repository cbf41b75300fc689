//! What can go wrong here, and the exit code it ends with. The codes are part of what scripts rely on: they are listed
//! in `--help` and never change their meaning.

use std::{io, path::PathBuf, process::ExitCode};

use rapporteur_core::error::{Code, Error};

/// The input was refused: a rule of the register, or a name that fits nothing.
const REFUSED: u8 = 1;
/// The file is missing, no dossier, damaged, newer, in use, read-only, or its disk is full.
const FILE: u8 = 3;
/// `check` found something.
pub(crate) const FAULTS_FOUND: u8 = 4;

/// Why a command ended early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// The core's own sentence.
    #[error(transparent)]
    Core(#[from] Error),
    /// The input cannot be understood.
    #[error("{0}")]
    Input(String),
    /// A paper could not be made of what was gathered.
    #[error("{0}")]
    Paper(String),
    /// A file could not be put where it was to go.
    #[error("{} could not be written: {cause}. What stood there before is unchanged.", path.display())]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The answer could not be written.
    #[error("The answer could not be written: {0}.")]
    Output(#[from] io::Error),
}

impl Fault {
    /// What standard error says; nothing where whoever read the answer has seen enough of it (`| head`).
    pub(crate) fn sentence(&self) -> Option<String> {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            fault => Some(fault.to_string()),
        }
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Output(_) | Self::Unwritten { .. } => FILE,
            Self::Input(_) | Self::Paper(_) => REFUSED,
            Self::Core(error) => match error.code() {
                Code::Invalid | Code::NotFound | Code::Stale | Code::Refused | Code::Cancelled => REFUSED,
                Code::ReadOnly
                | Code::Missing
                | Code::Exists
                | Code::NotADossier
                | Code::Damaged
                | Code::Newer
                | Code::InUse
                | Code::NetworkDrive
                | Code::DiskFull
                | Code::File
                | Code::Store => FILE,
            },
        })
    }
}
