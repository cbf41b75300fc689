//! A running application with its window: started, driven by real keys, looked at, closed as a person closes it.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use fantoccini::Client;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::{Home, driver::Driver, keys, place, process};

/// How long to wait for what must come. Generous: machines that test are often busy, and a wait ends as soon as it can.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How the application is started.
#[derive(Debug, Clone, Default)]
pub struct Start {
    arguments: Vec<String>,
    dark: bool,
    size: Option<(u32, u32)>,
}

impl Start {
    /// With nothing: the page on which a dossier is opened.
    #[must_use]
    pub fn nothing() -> Self {
        Self::default()
    }

    /// On the user's own copy of the sample.
    #[must_use]
    pub fn sample() -> Self {
        Self { arguments: vec!["--sample".into()], ..Self::default() }
    }

    /// On a file.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        Self { arguments: vec![path.display().to_string()], ..Self::default() }
    }

    /// On a desktop that is set to dark.
    #[must_use]
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// In a window of this size.
    #[must_use]
    pub fn size(self, width: u32, height: u32) -> Self {
        Self { size: Some((width, height)), ..self }
    }
}

/// A running application with its window, in folders of its own.
pub struct Window {
    pub(crate) client: Client,
    pub(crate) runtime: Runtime,
    driver: Driver,
    home: Home,
    start: Start,
    ended: bool,
}

impl Window {
    /// Starts the application for a user who has never used it.
    #[must_use]
    pub fn start(start: Start) -> Self {
        Self::start_in(Home::new(), start)
    }

    /// Starts the application in these folders.
    #[must_use]
    pub fn start_in(home: Home, start: Start) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime for the driver's client");
        let theme = if start.dark { "Adwaita:dark" } else { "Adwaita" };
        let environment = [("GTK_THEME", theme)];
        let log = home.path("driver.log");
        let (driver, client) = runtime.block_on(Driver::start(&home, &start.arguments, &environment, &log));
        let window = Self { client, runtime, driver, home, start, ended: false };
        if let Some((width, height)) = window.start.size {
            window.resize(width, height);
        }
        window
    }

    /// Ends the application as a person does and starts it anew on what it is given, in the same folders.
    #[must_use]
    pub fn restart(self, start: Start) -> Self {
        Self::start_in(self.close(), start)
    }

    /// Closes the window with the window manager's own key and waits until the application has ended.
    #[must_use]
    pub fn close(mut self) -> Home {
        let application = self.driver.application();
        self.focus();
        self.desktop(&["key", "alt+F4"]);
        let until = Instant::now() + PATIENCE;
        while process::runs(application) {
            assert!(Instant::now() < until, "the application went on running after its window was closed");
            std::thread::sleep(Duration::from_millis(20));
        }
        self.ended = true;
        self.driver.end();
        std::mem::take(&mut self.home)
    }

    /// The folders it runs in.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The application's process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.driver.application()
    }

    /// The window's title, as the desktop shows it.
    #[must_use]
    pub fn desktop_title(&self) -> String {
        self.desktop(&["getwindowname", &self.number()])
    }

    /// Gives the window the focus.
    pub fn focus(&self) {
        self.desktop(&["windowactivate", "--sync", &self.number()]);
    }

    /// Presses keys outside the page, as in the system's own file chooser, in the words of xdotool.
    pub fn desktop_keys(&self, keys: &[&str]) {
        self.desktop(&[&["key", "--delay", "40"], keys].concat());
    }

    /// Types outside the page.
    pub fn desktop_type(&self, text: &str) {
        self.desktop(&["type", "--delay", "8", text]);
    }

    /// Waits until the desktop shows a window of the application with this title, and gives it the focus.
    pub fn desktop_window(&self, title: &str) {
        let found = self.until(|| self.try_desktop(&["search", "--onlyvisible", "--name", title]));
        let number = found.unwrap_or_else(|| panic!("no window named {title:?} came up"));
        let number = number.lines().last().unwrap_or_default().to_owned();
        self.desktop(&["windowactivate", "--sync", &number]);
    }

    /// Names the file in the system's own chooser of this title.
    pub fn name_file(&self, title: &str, path: &Path) {
        self.desktop_window(title);
        self.desktop_keys(&["ctrl+a"]);
        self.desktop_type(&path.display().to_string());
        self.desktop_keys(&["Return"]);
    }

    /// The same, and waits until the application says that it is written.
    pub fn save_to(&self, title: &str, path: &Path) {
        self.name_file(title, path);
        self.note(&format!("ritten to {}", path.display()));
    }

    fn number(&self) -> String {
        let process = self.process().to_string();
        let found = self.until(|| self.try_desktop(&["search", "--onlyvisible", "--pid", &process]));
        let found = found.unwrap_or_else(|| panic!("the application shows no window"));
        found.lines().next().unwrap_or_default().to_owned()
    }

    fn desktop(&self, arguments: &[&str]) -> String {
        self.try_desktop(arguments).unwrap_or_else(|| panic!("xdotool {} failed", arguments.join(" ")))
    }

    fn try_desktop(&self, arguments: &[&str]) -> Option<String> {
        let answer = Command::new("xdotool").args(arguments).output().expect("xdotool is installed by 'make packages'");
        let text = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
        answer.status.success().then_some(text)
    }

    /// Sets the window's size.
    pub fn resize(&self, width: u32, height: u32) {
        self.runtime.block_on(self.client.set_window_size(width, height)).expect("the window takes a size");
    }

    /// Presses a key or a chord, as a person would: `j`, `Mod+Enter`, `Shift+ArrowDown`.
    pub fn press(&self, chord: &str) {
        let done = self.runtime.block_on(self.client.perform_actions(keys::chord(chord)));
        done.unwrap_or_else(|error| panic!("{chord} could not be pressed: {error}"));
    }

    /// Types into whatever has the focus, key by key.
    pub fn type_words(&self, text: &str) {
        let done = self.runtime.block_on(self.client.perform_actions(keys::words(text)));
        done.unwrap_or_else(|error| panic!("{text:?} could not be typed: {error}"));
    }

    /// Runs a script in the page and gives what it returns.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.runtime.block_on(self.client.execute(script, arguments));
        answer.unwrap_or_else(|error| panic!("a script failed: {error}\n{script}"))
    }

    /// Runs a script in the page that hands its answer to its last argument.
    pub fn script_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.runtime.block_on(self.client.execute_async(script, arguments));
        answer.unwrap_or_else(|error| panic!("a script failed: {error}"))
    }

    /// Writes a picture of the page.
    pub fn screenshot(&self, path: &Path) {
        let picture = self.runtime.block_on(self.client.screenshot()).expect("a picture of the page");
        std::fs::write(path, picture).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Tries until there is an answer or the patience is at its end.
    pub fn until<T>(&self, attempt: impl Fn() -> Option<T>) -> Option<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(answer) = attempt() {
                return Some(answer);
            }
            if Instant::now() > end {
                return None;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// What a failed test leaves to look at: the page as it was, and what the application said.
    fn leave_behind(&self) {
        let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
        let path: PathBuf = place::pictures().join(format!("{name}.png"));
        if let Ok(picture) = self.runtime.block_on(self.client.screenshot())
            && std::fs::write(&path, picture).is_ok()
        {
            eprintln!("The page when the test failed: {}", path.display());
        }
        if let Ok(log) = std::fs::read_to_string(self.home.path("driver.log"))
            && !log.trim().is_empty()
        {
            eprintln!("What the application said:\n{log}");
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !self.ended {
            if std::thread::panicking() {
                self.leave_behind();
            }
            // A session that ended by itself needs no end.
            let _ = self.runtime.block_on(self.client.clone().close());
        }
        self.driver.end();
    }
}
