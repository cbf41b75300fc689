//! Start and memory of the whole application against an empty window of the same build: the same program, started with
//! `--empty`, which opens no dossier and shows a page with one word and no script.
//!
//! The first paint of data is the moment from which the upper left of the window (bar, navigation, the first lines of
//! Today) looks as it goes on looking: it is read off the screen every few milliseconds until nothing has changed for a
//! while, and the last change counts. For the empty window that is its one word. Time runs from before the process is
//! started. The memory is what all its processes hold then (PSS): the application, and WebKit's for page and network.

use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use rapporteur_tests::{Home, place, process};

use crate::{
    screen::Screen,
    sizes::{LARGE, Sizes},
    table::{self, median, times},
};

const RUNS: usize = 9;
/// The picture is looked at this often.
const BETWEEN: Duration = Duration::from_millis(4);
/// A picture that has stayed so long will stay.
const STILL: Duration = Duration::from_millis(1500);
/// After that, this long until the memory is read: what start-up held and let go is gone.
const REST: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(60);

/// What is started.
struct Subject {
    name: String,
    arguments: Vec<String>,
    home: Home,
    painted: Vec<f64>,
    memory: Vec<f64>,
}

pub fn measure(sizes: &Sizes) {
    let screen = Screen::connect();
    let large: PathBuf = sizes.path(LARGE);
    let mut subjects = [
        subject("empty window", "--empty"),
        subject("sample", "--sample"),
        subject(&format!("{LARGE} commitments"), &large.display().to_string()),
    ];
    // The first run of each makes what is made once (the sample, WebKit's caches) and is not counted.
    for run in 0..=RUNS {
        for subject in &mut subjects {
            let (painted, memory) = start(&screen, subject);
            if run > 0 {
                subject.painted.push(painted);
                subject.memory.push(memory);
            }
        }
    }
    let medians: Vec<(String, f64, f64)> =
        subjects.into_iter().map(|subject| (subject.name, median(subject.painted), median(subject.memory))).collect();
    let (_, floor_painted, floor_memory) = medians[0].clone();
    let rows: Vec<Vec<String>> = medians
        .iter()
        .enumerate()
        .map(|(at, (name, painted, memory))| {
            let goal = |goal: &str| if at == 0 { String::new() } else { goal.to_owned() };
            vec![
                name.clone(),
                format!("{painted:.0} ms"),
                times(painted / floor_painted),
                goal("≤ 1.25×"),
                format!("{memory:.0} MiB"),
                times(memory / floor_memory),
                goal("≤ 1.30×"),
            ]
        })
        .collect();
    let heading = format!(
        "From the start of the process to the first paint of data, and the memory then ({RUNS} starts in turn)"
    );
    table::print(&heading, &["", "first paint", "ratio", "goal", "memory", "ratio", "goal"], &rows);
}

fn subject(name: &str, argument: &str) -> Subject {
    Subject {
        name: name.into(),
        arguments: vec![argument.into()],
        home: Home::new(),
        painted: Vec::new(),
        memory: Vec::new(),
    }
}

/// Starts the application, and gives milliseconds until its data is painted and MiB held after that.
fn start(screen: &Screen, subject: &Subject) -> (f64, f64) {
    let mut command = Command::new(place::program("rapporteur"));
    subject
        .home
        .lend(&mut command)
        .args(&subject.arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let began = Instant::now();
    let mut child = command.spawn().expect("the application starts");
    let painted = painted(screen, &child, began);
    sleep(REST);
    let held: u64 = process::family(child.id()).into_iter().map(process::proportional_kib).sum();
    close(screen, &mut child);
    (painted.as_secs_f64() * 1000.0, held as f64 / 1024.0)
}

fn painted(screen: &Screen, child: &Child, began: Instant) -> Duration {
    let mut window = None;
    let mut picture: Option<Vec<u8>> = None;
    let mut changed = Duration::ZERO;
    loop {
        let now = began.elapsed();
        assert!(now < PATIENCE, "the window did not come to rest within {PATIENCE:?}");
        window = window.or_else(|| screen.window_of(child.id()));
        let seen = window.and_then(|window| screen.picture(window));
        if seen.is_some() && seen != picture {
            picture = seen;
            changed = now;
        }
        if picture.is_some() && now - changed > STILL {
            return changed;
        }
        sleep(BETWEEN);
    }
}

fn close(screen: &Screen, child: &mut Child) {
    if let Some(window) = screen.window_of(child.id()) {
        screen.close(window);
    }
    let until = Instant::now() + Duration::from_secs(10);
    while child.try_wait().expect("the application's state").is_none() {
        if Instant::now() > until {
            // A window that does not close has been measured all the same.
            let _ = child.kill();
        }
        sleep(Duration::from_millis(20));
    }
}
