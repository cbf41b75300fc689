//! Progress of long work, on standard error: one line that is written over on a terminal, a line every tenth elsewhere.

use std::io::{IsTerminal as _, Write as _};

/// How far some work has come.
pub(crate) struct Progress {
    what: &'static str,
    of: u32,
    shown: u32,
    terminal: bool,
}

impl Progress {
    /// Work on `of` things: `commitments`.
    pub(crate) fn of(of: u32, what: &'static str) -> Self {
        Self { what, of, shown: 0, terminal: std::io::stderr().is_terminal() }
    }

    /// So many are done.
    pub(crate) fn at(&mut self, done: u32) {
        let step = if self.terminal { self.of / 100 } else { self.of / 10 };
        if done < self.of && done < self.shown + step.max(1) {
            return;
        }
        self.shown = done;
        let line = format!("{done} of {} {}", self.of, self.what);
        if self.terminal { self.over(&line) } else { eprintln!("{line}") }
    }

    /// Leaves the line that was written over.
    pub(crate) fn done(self) {
        if self.terminal {
            eprintln!();
        }
    }

    fn over(&self, line: &str) {
        let mut err = std::io::stderr().lock();
        let _ = write!(err, "\r{line}");
        let _ = err.flush();
    }
}

/// Says what is being done now.
pub(crate) fn say(what: &str) {
    eprintln!("{what} …");
}
