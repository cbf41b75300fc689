//! The desk: the open dossier, the name changes are entered under, and the dossiers opened before.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use rapporteur_core::{
    Dossier, Error, Original, Result, Surroundings,
    clock::{Clock as _, Day, SystemClock, spoken, stamp},
    sample,
    wire::{NewDossier, Problem, RecentDossier},
};
use resvg::usvg::fontdb;
use serde::{Deserialize, Serialize};
use tauri::WebviewWindow;
use tempfile::TempDir;

use crate::{
    error::{Answer, nothing_open, told},
    work::Works,
};

/// How many dossiers are remembered.
const REMEMBERED: usize = 12;

/// The application's own settings, kept in its configuration folder.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    /// The name the user gave; none until then.
    name: Option<String>,
    /// Dossiers opened before, newest first.
    recent: Vec<Remembered>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Remembered {
    path: PathBuf,
    title: String,
    opened_at: String,
}

/// The open dossier, and the past day it is looked at as of.
struct OnDesk {
    dossier: Arc<Dossier>,
    /// The same dossier looking back; none while it is shown as it stands.
    past: Option<Arc<Dossier>>,
}

/// What the commands share.
pub struct Desk {
    open: Mutex<Option<OnDesk>>,
    settings: Mutex<Settings>,
    settings_file: PathBuf,
    samples: PathBuf,
    problem: Mutex<Option<Problem>>,
    /// Originals laid out to be looked at; taken away with the dossier.
    laid_out: Mutex<Vec<TempDir>>,
    /// What takes long.
    works: Works,
    /// The typefaces of pictures; read when the first one is saved.
    fonts: OnceLock<Arc<fontdb::Database>>,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// A desk with nothing open, whose settings lie in `configuration` and whose sample lies in `own`.
    pub fn new(configuration: &Path, own: &Path) -> Self {
        let settings_file = configuration.join("settings.json");
        let settings = match fs::read(&settings_file) {
            Ok(text) => serde_json::from_slice(&text).unwrap_or_else(|error| {
                tracing::warn!(%error, "the settings could not be read and start anew");
                Settings::default()
            }),
            Err(_) => Settings::default(),
        };
        Self {
            open: Mutex::new(None),
            settings: Mutex::new(settings),
            settings_file,
            samples: own.join("sample"),
            problem: Mutex::new(None),
            laid_out: Mutex::new(Vec::new()),
            works: Works::default(),
            fonts: OnceLock::new(),
        }
    }

    /// The open dossier, as of the past day that is looked at: whoever asks it or wants to change it need not know.
    pub fn dossier(&self) -> Answer<Arc<Dossier>> {
        let open = held(&self.open);
        let open = open.as_ref().ok_or_else(nothing_open)?;
        Ok(Arc::clone(open.past.as_ref().unwrap_or(&open.dossier)))
    }

    /// The open dossier as it stands, whichever day is looked at.
    pub fn present(&self) -> Answer<Arc<Dossier>> {
        held(&self.open).as_ref().map(|open| Arc::clone(&open.dossier)).ok_or_else(nothing_open)
    }

    /// Shows the open dossier as it stood at the end of `day`, or as it stands. Where that day cannot be looked at, what
    /// was shown is shown still.
    pub fn look_back(&self, day: Option<Day>) -> Answer<()> {
        let present = self.present()?;
        let past = day.map(|day| present.past(day)).transpose().map_err(told)?.map(Arc::new);
        if let Some(open) = held(&self.open).as_mut().filter(|open| Arc::ptr_eq(&open.dossier, &present)) {
            open.past = past;
        }
        Ok(())
    }

    /// The typefaces of pictures, read once.
    pub fn fonts(&self, read: impl FnOnce() -> Arc<fontdb::Database>) -> Arc<fontdb::Database> {
        Arc::clone(self.fonts.get_or_init(read))
    }

    /// The name changes are entered under: the user's, or the account's until one was given.
    pub fn name(&self) -> (String, bool) {
        match &held(&self.settings).name {
            Some(name) => (name.clone(), true),
            None => (account_name(), false),
        }
    }

    /// Enters later changes under this name.
    pub fn set_name(&self, name: &str) -> Result<()> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > rapporteur_core::TITLE_MOST {
            return Err(Error::Invalid("Give your name, in at most 300 characters.".into()));
        }
        if let Some(open) = &*held(&self.open) {
            open.dossier.set_actor(name)?;
            open.past.as_ref().map_or(Ok(()), |past| past.set_actor(name))?;
        }
        held(&self.settings).name = Some(name.to_owned());
        self.save_settings();
        Ok(())
    }

    fn surroundings(&self) -> Surroundings {
        Surroundings::real(self.name().0)
    }

    /// Makes a dossier and opens it.
    pub fn create(&self, path: &Path, new: &NewDossier) -> Result<()> {
        let dossier = Dossier::create(path, new, self.surroundings())?;
        self.take_up(dossier)
    }

    /// Opens a dossier in place of the one that is open. Where that fails, the open one stays open.
    pub fn open(&self, path: &Path) -> Result<()> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Some(open) = held(&self.open).as_mut().filter(|open| open.dossier.path() == path) {
            open.past = None;
            return Ok(());
        }
        let dossier = Dossier::open(&path, self.surroundings())?;
        self.take_up(dossier)
    }

    /// Opens the user's own copy of the sample, which is built the first time.
    pub fn open_sample(&self) -> Result<()> {
        let path = self.samples.join("india-united-states.dossier");
        if !path.exists() {
            fs::create_dir_all(&self.samples).map_err(|cause| Error::File {
                path: self.samples.clone(),
                doing: "created",
                cause,
            })?;
            sample::create(&path)?;
        }
        self.open(&path)
    }

    /// What takes long, and can be given up.
    pub fn works(&self) -> &Works {
        &self.works
    }

    /// Closes the open dossier, and takes away what was laid out of it.
    pub fn close(&self) {
        *held(&self.open) = None;
        held(&self.laid_out).clear();
    }

    /// Writes an original to a folder that only this account can look into, to be read and not changed: what is changed
    /// there would not be in the dossier.
    pub fn lay_out(&self, original: &Original) -> Result<PathBuf> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |cause| Error::File { path, doing: "written", cause }
        };
        let folder = private_folder().map_err(failed(&std::env::temp_dir()))?;
        let path = folder.path().join(&original.name);
        fs::write(&path, &original.content).map_err(failed(&path))?;
        let mut permissions = fs::metadata(&path).map_err(failed(&path))?.permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).map_err(failed(&path))?;
        held(&self.laid_out).push(folder);
        Ok(path)
    }

    fn take_up(&self, dossier: Dossier) -> Result<()> {
        let title = dossier.title()?;
        let path = dossier.path().canonicalize().unwrap_or_else(|_| dossier.path().to_owned());
        *held(&self.open) = Some(OnDesk { dossier: Arc::new(dossier), past: None });
        held(&self.laid_out).clear();
        let mut settings = held(&self.settings);
        settings.recent.retain(|one| one.path != path);
        settings.recent.insert(0, Remembered { path, title, opened_at: stamp(SystemClock.now()) });
        settings.recent.truncate(REMEMBERED);
        drop(settings);
        self.save_settings();
        Ok(())
    }

    /// Dossiers opened before, newest first.
    pub fn recent(&self) -> Vec<RecentDossier> {
        held(&self.settings)
            .recent
            .iter()
            .map(|one| RecentDossier {
                path: one.path.display().to_string(),
                title: one.title.clone(),
                opened_at: one.opened_at.clone(),
                present: one.path.exists(),
            })
            .collect()
    }

    /// Takes a dossier off that list; the file stays.
    pub fn forget(&self, path: &str) {
        held(&self.settings).recent.retain(|one| one.path.display().to_string() != path);
        self.save_settings();
    }

    /// Settings that cannot be saved are no reason to fail: the next start asks again.
    fn save_settings(&self) {
        let text = serde_json::to_vec_pretty(&*held(&self.settings));
        let folder = self.settings_file.parent().unwrap_or(Path::new("."));
        let saved = fs::create_dir_all(folder).and_then(|()| fs::write(&self.settings_file, text?));
        if let Err(error) = saved {
            tracing::warn!(%error, "the settings could not be saved");
        }
    }

    /// Keeps what went wrong at the start until the opening page asks.
    pub fn keep_problem(&self, problem: Problem) {
        *held(&self.problem) = Some(problem);
    }

    /// What went wrong at the start, once.
    pub fn take_problem(&self) -> Option<Problem> {
        held(&self.problem).take()
    }

    /// Lets the window's title name the dossier, and the past day that is looked at.
    pub fn name_window(&self, window: Option<&WebviewWindow>) {
        let title = match self.dossier().map(|dossier| (dossier.title(), dossier.past_day())) {
            Ok((Ok(title), None)) => format!("{title} – Rapporteur"),
            Ok((Ok(title), Some(day))) => format!("{title}, as it stood on {} – Rapporteur", spoken(day)),
            _ => "Rapporteur".to_owned(),
        };
        if let Some(Err(error)) = window.map(|window| window.set_title(&title)) {
            tracing::debug!(%error, "the window kept its title");
        }
    }
}

/// The account's name at the machine.
fn account_name() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|variable| std::env::var(variable).ok().filter(|name| !name.is_empty()))
        .unwrap_or_else(|| "unnamed".into())
}

/// A new folder that only this account can look into, whatever the account's habits are.
fn private_folder() -> std::io::Result<TempDir> {
    let mut folder = tempfile::Builder::new();
    folder.prefix("rapporteur-");
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    folder.tempdir()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::private_folder;

    #[test]
    fn nobody_else_looks_into_a_private_folder() -> std::io::Result<()> {
        let folder = private_folder()?;
        let mode = std::fs::metadata(folder.path())?.permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        Ok(())
    }
}
