//! Dossiers to measure with: synthetic ones of stated sizes, made by the companion, and gone when the run ends.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use rapporteur_core::{Dossier, Surroundings};
use rapporteur_tests::place;
use tempfile::TempDir;

/// The sizes: how many commitments.
pub const SMALL: u32 = 1_000;
/// See [`SMALL`].
pub const MIDDLE: u32 = 10_000;
/// See [`SMALL`].
pub const LARGE: u32 = 100_000;

/// Makes each size when it is first asked for.
pub struct Sizes {
    folder: TempDir,
}

impl Sizes {
    /// A folder beside the programs: on the disk that is built on, and not in memory as `/tmp` may be.
    pub fn new() -> Self {
        let beside = place::program("rapporteur-cli");
        let beside = beside.parent().expect("the folder of the programs");
        let folder = tempfile::Builder::new().prefix("bench.").tempdir_in(beside).expect("a folder for dossiers");
        Self { folder }
    }

    /// Where they lie.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A dossier of this size.
    pub fn path(&self, commitments: u32) -> PathBuf {
        let path = self.folder.path().join(format!("{commitments}.dossier"));
        if !path.exists() {
            let began = Instant::now();
            eprintln!("Making a dossier of {commitments} commitments …");
            let mut generate = Command::new(place::program("rapporteur-cli"));
            let made =
                generate.arg("generate").arg(&path).args(["--commitments", &commitments.to_string(), "--seed", "1"]);
            let made = made.stdout(std::process::Stdio::null()).status().expect("the companion starts");
            assert!(made.success(), "the companion made no dossier of {commitments} commitments");
            eprintln!("… in {:.0} s", began.elapsed().as_secs_f64());
        }
        path
    }

    /// The same, opened.
    pub fn open(&self, commitments: u32) -> Dossier {
        Dossier::open(&self.path(commitments), Surroundings::real("Measurement")).expect("the dossier opens")
    }
}
