//! `generate`: sound, plausible, and the same for the same seed.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::support::Desk;

#[test]
fn the_same_seed_gives_the_same_dossier_and_another_another() {
    let desk = Desk::empty();
    for (file, seed) in [("one.dossier", "7"), ("two.dossier", "7"), ("three.dossier", "8")] {
        desk.run(&["generate", file, "--commitments", "60", "--seed", seed]).done();
    }
    let export = desk.export("one.dossier");
    assert_eq!(desk.export("two.dossier"), export);
    assert_ne!(desk.export("three.dossier"), export);
}

#[test]
fn follow_ups_are_as_many_as_asked_for() {
    let desk = Desk::empty();
    desk.run(&["generate", "none.dossier", "--commitments", "40", "--follow-ups", "0"]).done();
    assert!(!desk.export("none.dossier").lines().any(|line| line.starts_with("follow_up ")));
    assert!(desk.run(&["check", "none.dossier"]).done().ends_with("Nothing is wrong.\n"));
}

#[test]
fn nothing_is_made_where_a_file_stands_and_nothing_is_left_beside() {
    let desk = Desk::empty();
    desk.run(&["generate", "g.dossier", "--commitments", "10"]).done();
    let before = desk.export("g.dossier");
    desk.run(&["generate", "g.dossier", "--commitments", "20"]).fault(3);
    assert_eq!(desk.export("g.dossier"), before);
    let files = std::fs::read_dir(desk.path(".")).unwrap();
    assert_eq!(files.map(|file| file.unwrap().file_name()).collect::<Vec<_>>(), ["g.dossier"]);
}

#[test]
fn a_try_that_is_broken_off_is_begun_anew_and_a_dossier_of_its_name_is_left() {
    let desk = Desk::empty();
    let left = desk.path("g.unfinished.dossier");
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur-cli"))
        .args(["generate", "g.dossier", "--commitments", "200000"])
        .current_dir(desk.path("."))
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let marked = || std::fs::read(&left).is_ok_and(|file| file.get(68..72) == Some(b"RPTU"));
    while !marked() {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing is being filled");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(left.exists());
    // Nothing takes it for a dossier.
    assert!(desk.run(&["info", "g.unfinished.dossier"]).fault(3).contains("is not a dossier"));

    let made = desk.run(&["generate", "g.dossier", "--commitments", "10"]);
    assert!(made.err.contains("An earlier try was broken off"), "{}", made.err);
    made.done();
    assert!(desk.run(&["check", "g.dossier"]).done().ends_with("Nothing is wrong.\n"));
    assert!(!left.exists());

    desk.run(&["sample", "h.unfinished.dossier"]).done();
    desk.run(&["generate", "h.dossier", "--commitments", "10"]).fault(3);
    assert!(desk.run(&["check", "h.unfinished.dossier"]).done().ends_with("Nothing is wrong.\n"));
}

#[test]
fn a_synthetic_dossier_is_sound_and_has_something_of_everything() {
    let desk = Desk::empty();
    let made = desk.run(&["generate", "g.dossier", "--commitments", "300", "--seed", "3"]);
    assert!(made.err.contains("300 of 300 commitments"), "{}", made.err);
    made.done();
    assert!(desk.run(&["check", "g.dossier"]).done().ends_with("Nothing is wrong.\n"));
    let info = desk.run(&["info", "g.dossier", "--json"]).json();
    assert_eq!(info["marking"][0]["label"], "Synthetic");
    assert_eq!(info["dayFixed"], true);
    assert_eq!(info["undo"], serde_json::Value::Null);

    let rows = desk.run(&["list", "g.dossier", "--json"]).json();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 300);
    let open = desk.run(&["list", "g.dossier", "--open", "--json"]).json();
    assert!((60..220).contains(&open.as_array().unwrap().len()));
    for lamp in ["red", "amber", "green", "grey"] {
        assert!(rows.iter().any(|row| row["delivery"] == lamp), "{lamp}");
    }
    for lamp in ["fresh", "ageing", "stale"] {
        assert!(rows.iter().any(|row| row["heard"]["lamp"] == lamp), "{lamp}");
    }
    for kind in ["none", "day", "meeting", "event", "recurring", "ongoing"] {
        assert!(rows.iter().any(|row| row["due"]["kind"] == kind), "{kind}");
    }
    assert!(rows.iter().any(|row| row["due"]["slips"].as_u64() > Some(0)));
    assert!(rows.iter().any(|row| row["blocked"].is_string()));

    let export = desk.export("g.dossier");
    let count = |noun: &str| export.lines().filter(|line| line.starts_with(&format!("{noun} "))).count();
    assert!((1200..1800).contains(&count("follow_up")), "{} follow-ups", count("follow_up"));
    assert!((60..180).contains(&count("passage")), "{} passages", count("passage"));
}
