//! Processes seen from outside, through `/proc`: who started whom, and how much memory a family holds.

use std::{
    collections::{HashMap, HashSet},
    fs,
};

/// The processes that descend from `root`, and `root` itself.
#[must_use]
pub fn family(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for (process, parent) in parents() {
        children.entry(parent).or_default().push(process);
    }
    let mut found = vec![root];
    let mut seen = HashSet::from([root]);
    let mut at = 0;
    while at < found.len() {
        for child in children.get(&found[at]).into_iter().flatten() {
            if seen.insert(*child) {
                found.push(*child);
            }
        }
        at += 1;
    }
    found
}

/// Every process with the one that started it.
fn parents() -> Vec<(u32, u32)> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    entries
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            Some((process, parent(process)?))
        })
        .collect()
}

/// The name stands in brackets and may hold anything; the parent is the second word after them.
fn parent(process: u32) -> Option<u32> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    line.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()
}

/// The name of a process's program, as the kernel keeps it: at most 15 characters.
#[must_use]
pub fn name(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}

/// Whether a process is still there and not merely waiting to be noticed as ended.
#[must_use]
pub fn runs(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/stat"))
        .is_ok_and(|line| line.rsplit(')').next().is_some_and(|rest| !rest.trim_start().starts_with('Z')))
}

/// Proportional set size of a process in KiB: its own memory, and its share of what it has in common with others.
#[must_use]
pub fn proportional_kib(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Ends one process that this program started, at once.
pub fn end(process: u32) {
    // A process that is gone already is what was wanted.
    let _ = std::process::Command::new("kill")
        .args(["-KILL", &process.to_string()])
        .stderr(std::process::Stdio::null())
        .status();
}
