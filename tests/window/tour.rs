//! The tour: what `make run` does where there is no display. It starts the application on the sample, logs a meeting
//! with one commitment taken from a text, reviews what is open before the meeting in New York, saves the brief for it, and
//! leaves the brief, three pictures and the review as text in `out/`. Everything is done in the real window, with the keys
//! a person would press.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a tour that cannot go on says where it stopped, and tells what it does"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use rapporteur_core::{
    Dossier, Surroundings,
    clock::spoken,
    wire::{CommitmentQuery, CommitmentRow, ReviewFrame, Tally},
};
use rapporteur_tests::{Start, Window, place};

/// What is pasted as the statement of the meeting. Nobody ever made it, and it says so.
const STATEMENT: &str = "\
Illustrative statement on the fifth Cyber Dialogue

The two delegations met by video on 18 August 2015. This statement is an illustration and was never issued.

Both sides will name a contact point for incidents in banking, to be reached at any hour, by 30 November 2015. They \
intend to hold a joint exercise in the coming year.";

/// The sentence that becomes a commitment.
const PROMISE: &str = "Both sides will name a contact point";
const TITLE: &str = "Contact point for incidents in banking";

fn main() {
    let began = Instant::now();
    let out = place::repository("out");
    fs::create_dir_all(&out).expect("the folder out/");
    let say = |what: &str| println!("{:>5.1} s  {what}", began.elapsed().as_secs_f32());

    let window = Window::start(Start::sample());
    window.heading("Today");
    say("The application stands open on the sample dossier, India–United States.");

    log_meeting(&window);
    say("The fifth round of the Cyber Dialogue is logged.");
    take_commitment(&window);
    say("Its statement is attached, and one commitment taken from it by key.");
    let logged = picture(&window, &out, "logged.png");

    review(&window);
    say("The review before the leaders' meeting in New York is open.");
    let reviewed = picture(&window, &out, "review.png");

    let brief = out.join("brief.pdf");
    save_brief(&window, &brief);
    say("The brief for it is set page by page, and saved as PDF.");
    let paged = picture(&window, &out, "brief.png");

    let dossier = window.home().path("data/org.rapporteur.desktop/sample/india-united-states.dossier");
    // The window is closed as a person closes it, and the review is read from the file it left.
    let home = window.close();
    let text = out.join("review.txt");
    fs::write(&text, review_as_text(&dossier)).expect("the review as text");
    drop(home);
    say("The window is closed.");

    println!("\nLeft behind:");
    for (path, what) in [
        (brief, "the brief for the leaders' meeting, marked and ready to be handed up"),
        (paged, "the brief in the window"),
        (reviewed, "the review"),
        (text, "the review as text"),
        (logged, "the meeting, as it was logged"),
    ] {
        println!("  {}  {what}", path.display());
    }
}

fn log_meeting(window: &Window) {
    window.find("link", "Log a meeting").click();
    window.heading("Log a meeting");
    window.pick("Dialogue", "Cyber Dialogue");
    window.sees("Becomes");
    window.fill("First day", "18 Aug 2015");
    window.press("Mod+Enter");
    window.sees("round 5");
}

fn take_commitment(window: &Window) {
    window.press("Alt+3");
    window.press("t");
    window.field("Words of the text");
    window.copy(STATEMENT);
    window.press("Mod+v");
    window.fill("Title", "Illustrative statement on the fifth Cyber Dialogue");
    window.press("Mod+Enter");
    window.heading("Illustrative statement");

    // The first promise stands ready; its words are those of the text.
    window.sees("2 of 2 remain");
    let held = window.selection();
    assert!(held.starts_with(PROMISE), "{held:?} is at hand, not {PROMISE:?}");
    window.press("e");
    window.find("form", "New commitment");
    window.fill("Title", TITLE);
    window.choose("Track", "Cyber");
    window.choose("Due", "On a date");
    window.fill("Date", "30 Nov 2015");
    window.press("Mod+Enter");
    window.note(TITLE);
    window.press("Escape");
    window.find("link", TITLE);
}

fn review(window: &Window) {
    window.find("link", "Review").click();
    window.heading("Review before");
    window.sees("New York");
    window.sees(TITLE);
    window.press("j");
}

fn save_brief(window: &Window, path: &Path) {
    window.press("b");
    window.heading("Brief");
    window.sees("Page 1 of");
    // The chooser would ask before it replaces the one of the last tour.
    let _ = fs::remove_file(path);
    window.press("Shift+e");
    window.find("dialog", "Export");
    window.sees("Brief New York");
    window.press("Mod+Enter");
    window.save_to("Save brief", path);
    let bytes = fs::read(path).expect("the brief");
    assert!(bytes.starts_with(b"%PDF-"), "{} is no PDF", path.display());
}

/// A picture without passing notes, of a page that has come to rest.
fn picture(window: &Window, out: &Path, name: &str) -> PathBuf {
    while window.has("button", "Dismiss") {
        window.find("button", "Dismiss").click();
    }
    window.settle();
    let path = out.join(name);
    window.screenshot(&path);
    path
}

/// The review before the dossier's next meeting: counts, then track by track, exceptions first.
fn review_as_text(path: &Path) -> String {
    let dossier = Dossier::open_to_read(path, Surroundings::real("tour")).expect("the dossier of the tour");
    let overview = dossier.overview().unwrap();
    let meeting = overview.next_meeting.expect("the sample has a meeting to come");
    let frame = ReviewFrame::Meeting { id: meeting.id };
    let head = dossier.review(frame).unwrap();
    let query = CommitmentQuery { frame: Some(frame), limit: 500, ..CommitmentQuery::open() };
    let rows = dossier.commitments(&query).unwrap().rows;

    let in_days = counted(head.days, "day");
    let mut text = format!("{}\n{}, in {in_days}; {}\n\n", head.title, spoken(head.on), head.who);
    for tally in &head.tracks {
        let track = overview.tracks.iter().find(|track| Some(track.id) == tally.track);
        text += &count(track.map_or("", |track| track.name.as_str()), tally);
    }
    text += &count("All tracks", &head.total);
    for track in &overview.tracks {
        let of_track: Vec<&CommitmentRow> = rows.iter().filter(|row| row.track == track.id).collect();
        if !of_track.is_empty() {
            text += &format!("\n{}\n", track.name.to_uppercase());
            text.extend(of_track.into_iter().map(line));
        }
    }
    text
}

fn count(name: &str, tally: &Tally) -> String {
    format!(
        "{name:<40}{:>3} open: {} overdue, {} blocked, {} due before then, {} stale, {} on course\n",
        tally.open, tally.overdue, tally.blocked, tally.due_before, tally.stale, tally.on_course
    )
}

/// Three lines: what it is; how it stands; who owes it to whom, by when, and how old that knowledge is.
fn line(row: &CommitmentRow) -> String {
    let exceptions: Vec<&str> = row.exceptions.iter().map(|exception| exception.label()).collect();
    let standing = if exceptions.is_empty() { "on course".to_owned() } else { exceptions.join(", ") };
    let heard =
        row.heard.days.map_or("never heard of".to_owned(), |days| format!("heard of {} ago", counted(days, "day")));
    let slips = match row.due.slips {
        0 => String::new(),
        slips => format!(", moved {}", counted(slips, "time")),
    };
    let owner = [&row.bound_label, &row.owner, &row.counterpart].map(String::as_str);
    let owner = owner.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
    format!(
        "  {:<14}{}\n{:16}{standing}; {}\n{:16}{owner}; {}{slips}; {heard}\n",
        row.r#ref,
        row.title,
        "",
        row.status.label(),
        "",
        row.due.label,
    )
}

fn counted(number: impl Into<i64>, what: &str) -> String {
    match number.into() {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    }
}
