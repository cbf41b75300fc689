//! The folders of one user: where the application keeps its settings, its sample, its caches.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// Folders of their own, empty at first and gone when this goes.
pub struct Home {
    folder: TempDir,
}

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

impl Home {
    /// A user who has never started the application.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("rapporteur-home.").tempdir().expect("a folder for a user");
        let home = Self { folder };
        for name in ["data", "config", "cache", "documents"] {
            std::fs::create_dir(home.path(name)).expect("a folder of a user");
        }
        home
    }

    /// A file or folder of this user.
    #[must_use]
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lets a command work in these folders.
    pub fn lend<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .current_dir(self.path("documents"))
    }
}
