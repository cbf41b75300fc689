//! Files that are written where the user chose: whole, or not at all.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use rapporteur_core::{error::Code, file::replace, wire::Problem};

use crate::error::Answer;

/// Writes a file where the user chose, and answers where it stands. `what` names it in a sentence: `picture`.
///
/// The chooser has asked before a file is replaced. A name without the `ending` gets it, and then nobody was asked: a file
/// of that name stays.
pub fn write(path: PathBuf, ending: &str, bytes: &[u8], what: &str) -> Answer<PathBuf> {
    let ends = path.extension().is_some_and(|end| end.eq_ignore_ascii_case(ending));
    let target = if ends {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".");
        name.push(ending);
        PathBuf::from(name)
    };
    if !ends && target.exists() {
        let message = format!("{} exists already. Choose another name.", target.display());
        return Err(Problem { code: Code::Invalid, message, detail: None });
    }
    replace(&target, bytes).map_err(|cause| unwritten(&target, what, &cause))?;
    Ok(target)
}

fn unwritten(target: &Path, what: &str, cause: &std::io::Error) -> Problem {
    let code = if cause.kind() == ErrorKind::StorageFull { Code::DiskFull } else { Code::File };
    let message = format!(
        "The {what} could not be written to {}. What stood there before is unchanged. Choose another folder.",
        target.display()
    );
    Problem { code, message, detail: Some(cause.to_string()) }
}
