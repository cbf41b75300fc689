//! Lists that do not end: to the last of a hundred thousand, sorted by a head, parted, all of it changed and undone.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use rapporteur_core::{
    Dossier, Surroundings,
    clock::Day,
    sample,
    vocabulary::{DayPrecision, Level, MeetingState, Mode, Noun},
    wire::{MeetingDraft, TrackDraft, log::MeetingLog},
};
use rapporteur_tests::{Home, Start, Window, place};
use serde_json::json;

use crate::long_dossier;

/// How many commitments the long list has. A machine with little time may try fewer: `RAPPORTEUR_LIST_ROWS`.
fn many() -> usize {
    std::env::var("RAPPORTEUR_LIST_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000)
}

/// A dossier of so many commitments. It is generated once and kept beside what is built, for that takes minutes.
fn generated(rows: usize) -> PathBuf {
    let kept = place::program("rapporteur-cli").with_file_name(format!("list-{rows}.dossier"));
    if !kept.exists() {
        let unfinished = kept.with_extension("unfinished");
        let _ = std::fs::remove_file(&unfinished);
        let made = Command::new(place::program("rapporteur-cli"))
            .arg("generate")
            .arg(&unfinished)
            .args(["--commitments", &rows.to_string(), "--follow-ups", "0"])
            .status()
            .expect("the companion runs");
        assert!(made.success(), "no dossier of {rows} commitments was generated");
        std::fs::rename(&unfinished, &kept).unwrap();
    }
    kept
}

/// The list of all commitments of such a dossier, in a copy of it.
fn list(rows: usize) -> Window {
    let home = Home::new();
    let path = home.path("documents").join("long.dossier");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::copy(generated(rows), &path).unwrap();
    let window = Window::start_in(home, Start::file(&path));
    window.heading("Today");
    window.go("#/commitments?show=all&sort=ref");
    window.heading("Commitments");
    window.sees(&format!("{} commitments", grouped(rows)));
    window.find("grid", "Commitments").focus();
    window.settle();
    window
}

/// `100000` → `100,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// What the list draws: how many rows, and whether one of them is still being read.
fn drawn(window: &Window) -> (usize, bool) {
    let script = "const rows = [...document.querySelectorAll('[role=grid] [role=row][aria-rowindex]')];
        return [rows.length, rows.some((r) => r.textContent.includes('is being read'))];";
    serde_json::from_value(window.script(script, vec![])).unwrap()
}

/// Waits until all rows that are drawn have been read.
fn read(window: &Window) {
    let until = Instant::now() + Duration::from_secs(30);
    window.settle();
    while drawn(window).1 {
        assert!(Instant::now() < until, "rows in sight are not read");
        std::thread::sleep(Duration::from_millis(50));
    }
    window.settle();
}

/// The place of the active row, counted from one, and whether it is in sight.
fn active(window: &Window) -> (usize, bool) {
    read(window);
    let script = "const grid = document.querySelector('[role=grid]');
        const row = document.getElementById(grid.getAttribute('aria-activedescendant'));
        if (!row) return [0, false];
        const [inner, outer] = [row.getBoundingClientRect(), grid.getBoundingClientRect()];
        return [Number(row.getAttribute('aria-rowindex')), inner.top >= outer.top && inner.bottom <= outer.bottom + 1];";
    serde_json::from_value(window.script(script, vec![])).unwrap()
}

/// Waits until this holds.
#[track_caller]
fn comes_about(what: &str, mut holds: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !holds() {
        assert!(Instant::now() < until, "{what} did not come about");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Waits until the active row is this one, and in sight.
#[track_caller]
fn stands(window: &Window, place: usize) {
    let until = Instant::now() + Duration::from_secs(30);
    while active(window) != (place, true) {
        assert!(Instant::now() < until, "row {place} is to be active and in sight, not {:?}", active(window));
    }
}

/// Fourteen meetings whose records are drafts, and one to come.
fn meetings(path: &Path) {
    let dossier = long_dossier::empty(path, "India–Norway");
    for ordinal in 1..=15 {
        let planned = ordinal == 15;
        let draft = MeetingDraft {
            id: None,
            revision: 0,
            dialogue: None,
            ordinal: None,
            title: format!("Consultations {ordinal}"),
            level: Level::SeniorOfficials,
            begins_on: Day::from_ymd_opt(if planned { 2090 } else { 2020 }, 3, ordinal),
            ends_on: None,
            precision: DayPrecision::Day,
            place: String::new(),
            mode: Mode::InPerson,
            host: None,
            state: if planned { MeetingState::Planned } else { MeetingState::Held },
            parent: None,
            note: String::new(),
            marking: Vec::new(),
            prefill_agenda: false,
        };
        dossier.save_meeting(&draft).unwrap();
    }
    let track = TrackDraft {
        id: None,
        revision: 0,
        code: "CYB".into(),
        name: "Cyber".into(),
        colour: 1,
        rank: 0,
        leads: Vec::new(),
    };
    dossier.save_track(&track).unwrap();
}

#[test]
fn today_shows_the_first_records_and_leads_to_all_of_them() {
    let home = Home::new();
    let path = home.path("documents").join("many-records.dossier");
    meetings(&path);
    let window = Window::start_in(home, Start::file(&path));
    window.heading("Today");
    window.sees("Consultations 14");
    assert!(!window.shows("Consultations 6"), "eight of the fourteen are shown:\n{}", window.text());
    window.find("link", "All 14 …").click();
    window.heading("Meetings");
    window.sees("15 meetings, 14 shown");
    window.find("button", "Show all").click();
    window.sees_no_more("14 shown");
}

#[test]
fn the_last_of_a_hundred_thousand_is_one_key_away() {
    let rows = many();
    let window = list(rows);
    assert_eq!(window.find("grid", "Commitments").attribute("aria-rowcount"), rows.to_string());
    window.press("End");
    stands(&window, rows);
    window.press("k");
    window.press("PageUp");
    let (place, seen) = active(&window);
    assert!(seen && place < rows - 3, "{place}");
    window.press("j");
    stands(&window, place + 1);
    let (drawn, reading) = drawn(&window);
    assert!(drawn < 60 && !reading, "{drawn} rows are drawn, and reading is {reading}");
    window.press("Home");
    stands(&window, 1);
}

#[test]
fn the_bar_leads_to_its_place_in_the_list() {
    let rows = many();
    let window = list(rows);
    for (share, low, high) in [(50, 48, 52), (90, 88, 92), (10, 8, 12), (100, 98, 100)] {
        let script = "const grid = document.querySelector('[role=grid]');
            grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * arguments[0] / 100;";
        window.script(script, vec![serde_json::json!(share)]);
        read(&window);
        let script = "const grid = document.querySelector('[role=grid]');
            const middle = grid.getBoundingClientRect().top + grid.clientHeight / 2;
            const row = [...grid.querySelectorAll('[aria-rowindex]')].find((r) => {
                const { top, bottom } = r.getBoundingClientRect();
                return top <= middle && bottom > middle;
            });
            return row ? Number(row.getAttribute('aria-rowindex')) : 0;";
        let until = Instant::now() + Duration::from_secs(30);
        let (mut place, mut at) = (0, usize::MAX);
        while !(low..=high).contains(&at) && Instant::now() < until {
            read(&window);
            place = serde_json::from_value(window.script(script, vec![])).unwrap();
            at = place * 100 / rows;
        }
        assert!((low..=high).contains(&at), "at {share} per cent of the bar stands row {place} of {rows}");
    }
}

#[test]
fn a_press_on_a_head_sorts_and_another_turns_it_round() {
    let window = list(2000);
    let titles = || {
        window.settle();
        let script = "return [...document.querySelectorAll('[role=grid] [aria-rowindex]')]
            .sort((a, b) => a.getAttribute('aria-rowindex') - b.getAttribute('aria-rowindex'))
            .slice(0, 5).map((r) => r.innerText);";
        window.script(script, vec![])
    };
    let before = titles();
    window.find("button", "Due").click();
    comes_about("another order", || titles() != before);
    let once = titles();
    assert!(window.address().contains("sort=due"), "{}", window.address());
    assert_eq!(window.find("columnheader", "Due").attribute("aria-sort"), "ascending");
    window.find("button", "Due").click();
    comes_about("the order turned round", || titles() != once);
    assert_eq!(window.find("columnheader", "Due").attribute("aria-sort"), "descending");
}

#[test]
fn a_list_is_parted_under_heads_with_their_counts() {
    let window = list(2000);
    window.choose("Parted", "By status");
    window.settle();
    let script = "return [...document.querySelectorAll('[role=grid] [role=row]:not([aria-rowindex])')]
        .map((r) => r.innerText).join(' ');";
    let heads = || window.script(script, vec![]).as_str().unwrap_or_default().to_owned();
    comes_about("a head", || heads().contains("Not started"));
    let heads = heads();
    assert!(heads.chars().any(|c| c.is_ascii_digit()), "no head says how many: {heads}");
    assert!(window.address().contains("group=status"));
}

#[test]
fn all_that_a_list_holds_is_changed_in_one_act_and_undone_in_one() {
    let rows = 2000;
    let window = list(rows);
    window.press("Mod+a");
    window.sees("All 2,000 commitments of this list");
    window.press("x");
    window.sees("1,999 commitments marked");
    window.press("u");
    window.fill("What was heard", "Asked of everybody by circular.");
    window.press("Mod+Enter");
    comes_about("the act", || window.shows("Follow-up on 1999 commitments"));
    window.settle();
    window.press("Mod+z");
    comes_about("the undo", || window.shows("Undone: "));
}

#[test]
fn a_long_change_can_be_broken_off_and_leaves_nothing_behind() {
    let rows = many().min(20_000);
    let window = list(rows);
    window.press("Mod+a");
    window.press("Delete");
    window.find("button", "Cancel").click();
    comes_about("the breaking off", || window.shows("Nothing was changed"));
    window.settle();
    window.sees(&format!("{} commitments", grouped(rows)));
    assert_eq!(window.find("grid", "Commitments").attribute("aria-rowcount"), rows.to_string());
}

#[test]
fn a_long_export_says_how_far_it_is_and_leaves_no_file_when_it_is_given_up() {
    let window = list(many().min(20_000));
    window.press("Shift+e");
    window.find("dialog", "Export");
    window.sees("Gathering the commitments");
    comes_about("what the paper will be", || !window.shows("Gathering the commitments"));
    window.find("radio", "PDF").click();
    window.settle();
    window.press("Mod+Enter");
    let folder = window.home().path("handed-over");
    std::fs::create_dir_all(&folder).unwrap();
    window.name_file("Save commitments matrix", &folder.join("given-up.pdf"));
    window.find("button", "Give up").click();
    comes_about("the giving up", || !window.shows("Giving it up") && !window.shows("Give up"));
    window.find("dialog", "Export");
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert!(left.is_empty(), "nothing of it is left: {left:?}");
}

#[test]
fn words_are_found_as_they_are_typed() {
    let window = Window::start(Start::sample());
    window.heading("Today");
    window.go("#/commitments");
    window.heading("Commitments");
    window.press("/");
    let all = window.find("grid", "Commitments").attribute("aria-rowcount");
    window.type_words("clim");
    comes_about("a shorter list", || window.find("grid", "Commitments").attribute("aria-rowcount") != all);
    window.settle();
    let found = window.find("grid", "Commitments").attribute("aria-rowcount");
    assert_ne!(found, "0");
    window.press("Enter");
    window.settle();
    assert_eq!(window.find("grid", "Commitments").attribute("aria-rowcount"), found, "the list stays what it was");
}

/// The sample, in which one commitment was heard of five thousand times.
fn much_heard_of() -> (Window, String) {
    let home = Home::new();
    let path = home.path("documents").join("heard.dossier");
    sample::create(&path).unwrap();
    let dossier = Dossier::open(&path, Surroundings::real("A. Officer")).unwrap();
    let entries: Vec<_> = (0..5_000)
        .map(|number| json!({ "commitment": "CT-2011-001", "day": format!("2015-0{}-01", 1 + number % 8), "note": format!("Heard {number}") }))
        .collect();
    let log: MeetingLog = serde_json::from_value(json!({ "title": "Calls", "follow_ups": entries })).unwrap();
    dossier.log_meeting(&log).unwrap();
    let commitment = dossier.find(Noun::Commitment, "CT-2011-001").unwrap().to_string();
    drop(dossier);
    let window = Window::start_in(home, Start::file(&path));
    window.heading("Today");
    (window, commitment)
}

#[test]
fn five_thousand_follow_ups_are_a_list_to_its_last() {
    let (window, commitment) = much_heard_of();
    window.go(&format!("#/commitment/{commitment}"));
    window.find("link", "All 5,0").click();
    window.heading("Follow-ups");
    window.find("grid", "Follow-ups").focus();
    comes_about("the count", || window.find("grid", "Follow-ups").attribute("aria-rowcount").starts_with("500"));
    let all: usize = window.find("grid", "Follow-ups").attribute("aria-rowcount").parse().unwrap();
    window.press("End");
    stands(&window, all);
    assert!(drawn(&window).0 < 60, "{} rows are drawn", drawn(&window).0);
    window.is_accessible("the list of follow-ups");

    // One is mended and one removed by key; both are undone.
    window.press("Home");
    stands(&window, 1);
    window.press("e");
    window.fill("What was heard", "Heard at last");
    window.press("Mod+Enter");
    window.note("Changed follow-up");
    window.settle();
    window.find("grid", "Follow-ups").focus();
    window.press("Delete");
    window.note("Removed follow-up");
    comes_about("one less", || window.find("grid", "Follow-ups").attribute("aria-rowcount") == (all - 1).to_string());
    window.press("Mod+z");
    comes_about("all again", || window.find("grid", "Follow-ups").attribute("aria-rowcount") == all.to_string());
    window.press("Mod+z");
    window.sees_no_more("Heard at last");
}

#[test]
fn the_journal_knows_how_long_it_is_and_tells_the_acts_of_one_row() {
    let (window, commitment) = much_heard_of();
    window.go("#/journal");
    window.find("grid", "Acts").focus();
    window.sees(" acts.");
    let all: usize = window.find("grid", "Acts").attribute("aria-rowcount").parse().unwrap();
    window.press("End");
    stands(&window, all);
    window.sees("Created the dossier");
    window.go(&format!("#/journal?noun=commitment&row={commitment}&name=CT-2011-001"));
    window.sees("and what hangs on it");
    comes_about("a shorter list", || {
        let rows: usize = window.find("grid", "Acts").attribute("aria-rowcount").parse().unwrap();
        rows > 1 && rows < all
    });
    window.sees("Logged Calls");
    window.press("Escape");
    comes_about("all acts", || window.find("grid", "Acts").attribute("aria-rowcount") == all.to_string());
}
