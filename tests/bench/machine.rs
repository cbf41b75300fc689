//! What was measured on: without it a time says nothing.

use std::{fs, path::Path, process::Command};

/// Processor, memory, system, file system and how busy it is.
pub fn described(folder: &Path) -> String {
    let processors = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!(
        "Measured on {processors} × {}, {} of memory, Linux {}, files on {}.\nAt the beginning the machine was this busy: {}\n\
         Each figure is a median of runs taken in turn. Ratios are what counts; times belong to this machine.",
        field("/proc/cpuinfo", "model name").unwrap_or_else(|| "an unnamed processor".into()),
        memory(),
        kernel.trim(),
        file_system(folder),
        load(),
    )
}

/// How many processes wanted to run during the last minute.
pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!("{} processes wanted to run during the last minute.", text.split_whitespace().next().unwrap_or("?"))
}

fn memory() -> String {
    let kib: u64 = field("/proc/meminfo", "MemTotal")
        .and_then(|value| value.split_whitespace().next()?.parse().ok())
        .unwrap_or_default();
    format!("{:.1} GiB", kib as f64 / 1024.0 / 1024.0)
}

fn file_system(folder: &Path) -> String {
    let answer = Command::new("stat").args(["--file-system", "--format=%T"]).arg(folder).output();
    let word = answer.map(|answer| String::from_utf8_lossy(&answer.stdout).trim().to_owned()).unwrap_or_default();
    if word.is_empty() { "an unknown file system".into() } else { word }
}

fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
