//! Who may know whom, read from the sources: the store alone names the driver, the nouns never hand SQL about, and the
//! shell is the only code that knows Tauri. Crates are held apart by `cargo deny`; this holds apart modules.

use std::{fs, path::Path};

use crate::commands::root;

/// Every Rust file under a folder, with its path from there.
fn sources(under: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn core() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(&root().join("src-tauri/crates/core/src"), &mut found);
    assert!(found.len() > 40);
    found
}

#[test]
fn only_the_store_names_the_driver() {
    for (path, text) in core() {
        assert!(path.contains("/store/") || !text.contains("rusqlite"), "{path} names the driver");
    }
}

#[test]
fn only_the_store_says_sql() {
    for (path, text) in core() {
        for words in ["SELECT ", "INSERT INTO", "DELETE FROM", " SET "] {
            assert!(path.contains("/store/") || !text.contains(words), "{path} says {words}");
        }
    }
}

#[test]
fn the_store_never_knows_the_dossier() {
    for (path, text) in core() {
        assert!(!path.contains("/store/") || !text.contains("dossier::"), "{path} knows the dossier");
    }
}

#[test]
fn sql_stays_in_the_subset_of_two_databases() {
    for (path, text) in core().into_iter().filter(|(path, _)| path.contains("/store/")) {
        for words in ["rowid", "INSERT OR", "strftime", "NOCASE", " LIKE ", " OFFSET "] {
            // Full-text search is where dialects differ, and it has a folder to itself.
            let allowed = words == "rowid" && path.contains("/store/words/");
            assert!(allowed || !text.contains(words), "{path} says {words}");
        }
    }
}

#[test]
fn the_core_reaches_no_network_and_no_window() {
    for (path, text) in core() {
        for words in ["tauri", "std::net", "tokio", "async fn"] {
            assert!(!text.contains(words), "{path} knows {words}");
        }
    }
}
