//! Dossiers to measure with: synthetic ones of stated sizes, made by the companion when they are first asked for, and
//! kept for the next time, since a million commitments take a quarter of an hour.
//!
//! `RAPPORTEUR_BENCH_SIZES` says how many commitments they have (`10000,100000,1000000`), `RAPPORTEUR_BENCH_DIR` where
//! they lie (`target/bench`). The number of their format is part of their names: a newer format makes new ones.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use rapporteur_core::{Dossier, Surroundings, wire::NewDossier};
use rapporteur_tests::place;
use tempfile::TempDir;

use crate::{bare, machine};

/// What is measured where nothing else is asked for.
const USUAL: &[u32] = &[10_000, 100_000];

/// The sizes of a run.
pub struct Sizes {
    kept: PathBuf,
    scratch: TempDir,
    format: i64,
    all: Vec<u32>,
}

impl Sizes {
    /// As the environment says.
    pub fn new() -> Self {
        let asked = std::env::var("RAPPORTEUR_BENCH_SIZES").unwrap_or_default();
        let mut all: Vec<u32> = asked
            .split(',')
            .filter(|word| !word.trim().is_empty())
            .map(|word| word.trim().parse().expect("RAPPORTEUR_BENCH_SIZES holds numbers, parted by commas"))
            .collect();
        if all.is_empty() {
            all = USUAL.to_vec();
        }
        all.sort_unstable();
        all.dedup();
        let programs = place::program("rapporteur-cli");
        let beside = programs.ancestors().nth(2).expect("the folder of what is built").join("bench");
        let kept = std::env::var_os("RAPPORTEUR_BENCH_DIR").map_or(beside, PathBuf::from);
        std::fs::create_dir_all(&kept).expect("a folder for dossiers");
        // On the disk that the dossiers lie on, and not in memory as `/tmp` may be.
        let scratch = tempfile::Builder::new().prefix("run.").tempdir_in(&kept).expect("a folder for copies");
        let format = format(scratch.path());
        Self { kept, scratch, format, all }
    }

    /// Where they lie.
    pub fn folder(&self) -> &Path {
        &self.kept
    }

    /// Every size, the smallest first.
    pub fn all(&self) -> &[u32] {
        &self.all
    }

    /// A dossier of this size.
    pub fn path(&self, commitments: u32) -> PathBuf {
        let path = self.kept.join(format!("{commitments}.format-{}.dossier", self.format));
        if !path.exists() {
            let began = Instant::now();
            eprintln!("Making a dossier of {commitments} commitments …");
            let mut generate = Command::new(place::program("rapporteur-cli"));
            let made = generate.arg("generate").arg(&path).args(["--commitments", &commitments.to_string()]);
            let made = made.stdout(std::process::Stdio::null()).status().expect("the companion starts");
            assert!(made.success(), "the companion made no dossier of {commitments} commitments");
            // Kept beside it, so that it is known when the dossier is used again.
            let took = format!("made in {:.0} s; {}", began.elapsed().as_secs_f64(), machine::load());
            std::fs::write(path.with_extension("made"), &took).expect("room for a line");
            eprintln!("… {took}");
        }
        path
    }

    /// How large a dossier is, and how long it took to make it.
    pub fn said(&self, commitments: u32) -> String {
        let path = self.path(commitments);
        let took = std::fs::read_to_string(path.with_extension("made"));
        format!(
            "{commitments} commitments: {}, {}",
            size(&path),
            took.as_deref().unwrap_or("made elsewhere").trim_end()
        )
    }

    /// The same, opened.
    pub fn open(&self, commitments: u32) -> Dossier {
        open(&self.path(commitments))
    }

    /// A copy that may be written to, gone when the run ends.
    pub fn copy(&self, commitments: u32, name: &str) -> PathBuf {
        let copy = self.scratch.path().join(format!("{name}.dossier"));
        std::fs::copy(self.path(commitments), &copy).expect("room for a copy of the dossier");
        // What the copy left to be written must not be written while something is measured.
        File::open(&copy).and_then(|file| file.sync_all()).expect("the copy on the disk");
        copy
    }

    /// Lets the system forget what it holds of a dossier in memory, as far as it may.
    pub fn chill(&self, commitments: u32) {
        let file = File::open(self.path(commitments)).expect("the dossier");
        file.sync_all().expect("the dossier on the disk");
        rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed).expect("a system that takes the advice");
    }
}

/// Opens a dossier to work on it.
pub fn open(path: &Path) -> Dossier {
    Dossier::open(path, Surroundings::real("Measurement")).expect("the dossier opens")
}

/// How large a file is, for a person.
fn size(path: &Path) -> String {
    format!("{} MB", std::fs::metadata(path).map_or(0, |file| file.len()) / 1_000_000)
}

/// The number of the format that dossiers have now.
fn format(folder: &Path) -> i64 {
    let path = folder.join("new.dossier");
    let new =
        NewDossier { title: "New".into(), home_code: "IN".into(), home_name: String::new(), time_zone: String::new() };
    drop(Dossier::create(&path, &new, Surroundings::real("Measurement")).expect("a new dossier"));
    bare::connect(&path).query_row("PRAGMA user_version", [], |row| row.get(0)).expect("its format")
}
