//! A folder to work in, and the program to run in it.

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use rapporteur_core::{Dossier, Surroundings};

/// A folder of one test.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

/// What a run answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) exit: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with `sample.dossier` in it.
    pub(crate) fn with_sample() -> Self {
        let desk = Self::empty();
        desk.run(&["sample", "sample.dossier"]).done();
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &str) {
        std::fs::write(self.path(name), content).unwrap();
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(arguments, "")
    }

    /// Runs with `input` on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Answer {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur-cli"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("USER", "desk")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that reads no input may be gone before it is written.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Answer {
            exit: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Every row of a dossier as text.
    pub(crate) fn export(&self, name: &str) -> String {
        self.open(name).export().unwrap()
    }

    /// The dossier, to read.
    pub(crate) fn open(&self, name: &str) -> Dossier {
        Dossier::open_to_read(&self.path(name), Surroundings::real("Reader")).unwrap()
    }
}

impl Answer {
    /// The answer of a run that went well.
    pub(crate) fn done(self) -> String {
        assert_eq!(self.exit, 0, "{self:?}");
        self.out
    }

    /// The answer as JSON.
    pub(crate) fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.done()).unwrap()
    }

    /// The one sentence of a run that ended with this exit code and answered nothing.
    pub(crate) fn fault(self, exit: i32) -> String {
        assert_eq!((self.exit, self.out.as_str()), (exit, ""), "{self:?}");
        assert!(self.err.ends_with('\n') && self.err.lines().count() == 1, "one sentence: {:?}", self.err);
        self.err.trim_end().to_owned()
    }
}

/// The refs of a list's answer.
pub(crate) fn refs(list: &serde_json::Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|row| row["ref"].as_str().unwrap()).collect()
}
