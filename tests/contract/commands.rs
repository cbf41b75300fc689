//! The list of commands, the capability of the window, and the TypeScript name the same commands.

use std::{collections::BTreeSet, fs, path::PathBuf};

include!("../../src-tauri/src/command/list.rs");

macro_rules! names {
    ($($module:ident::$name:ident)*) => { &[$((stringify!($module), stringify!($name))),*] };
}

/// Module and name of every command.
pub const COMMANDS: &[(&str, &str)] = commands!(names);

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn names() -> BTreeSet<String> {
    COMMANDS.iter().map(|(_, name)| (*name).to_owned()).collect()
}

#[test]
fn each_command_is_listed_once() {
    assert_eq!(names().len(), COMMANDS.len());
}

#[test]
fn the_window_may_give_each_command_and_no_other() {
    let text = fs::read_to_string(root().join("src-tauri/capabilities/main.json")).unwrap();
    let capability: serde_json::Value = serde_json::from_str(&text).unwrap();
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-").map(|name| name.replace('-', "_")))
        .collect();
    assert_eq!(granted, names());
}

#[test]
fn the_window_knows_each_command_and_no_other() {
    let text: String = ["call.ts", "commands.ts"]
        .map(|file| fs::read_to_string(root().join("ui/src/lib/bridge").join(file)).unwrap())
        .concat();
    let called: BTreeSet<String> = text
        .match_indices("call<")
        .chain(text.match_indices("callWatched<"))
        .filter_map(|(at, _)| {
            let rest = &text[at..];
            let open = rest.find(">('")?;
            rest[open + 3..].split('\'').next().map(str::to_owned)
        })
        .collect();
    assert_eq!(called, names());
}

/// With `RAPPORTEUR_WRITE_TYPES` set, the file is written anew instead: `make types`.
#[test]
fn the_typescript_is_that_of_the_wire() {
    let path = root().join("ui/src/lib/bridge/generated/wire.ts");
    let now = rapporteur_core::wire::typescript();
    if std::env::var_os("RAPPORTEUR_WRITE_TYPES").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    assert!(kept == now, "{} is not what the wire says; `make types` writes it anew", path.display());
}

#[test]
fn no_number_on_the_wire_is_wider_than_javascript_holds() {
    assert!(!rapporteur_core::wire::typescript().contains("bigint"));
}
