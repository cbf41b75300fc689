//! Where things lie: programs beside the one that runs, files of this repository.

use std::path::{Path, PathBuf};

/// A program of this workspace, built by the same command as the one that runs: tests lie one folder below it.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("the path of this program");
    let found = own.ancestors().skip(1).take(2).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built beside {}; 'make program' builds it", own.display()))
}

/// A file of this repository.
#[must_use]
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder above the tests").join(path)
}

/// Where pictures of failed tests are left: beside what was built, so that `make clean` takes them away.
#[must_use]
pub fn pictures() -> PathBuf {
    let folder = program("rapporteur").with_file_name("window-failures");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}
