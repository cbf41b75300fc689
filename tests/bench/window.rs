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
    goals::{Figure, Goal, Goals, Spread},
    screen::Screen,
    sizes::Sizes,
};

const RUNS: usize = 9;
const COLD: usize = 3;
/// The picture is looked at this often.
const BETWEEN: Duration = Duration::from_millis(4);
/// A picture that has stayed so long will stay.
const STILL: Duration = Duration::from_millis(1500);
/// After that, this long until the memory is read: what start-up held and let go is gone.
const REST: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_secs(60);

/// What is started.
struct Subject {
    /// How many commitments; none in the empty window.
    size: u32,
    arguments: Vec<String>,
    home: Home,
    painted: Vec<f64>,
    memory: Vec<f64>,
}

pub fn measure(sizes: &Sizes, goals: &mut Goals) {
    let screen = Screen::connect();
    let mut subjects = vec![subject(0, "--empty")];
    let paths: Vec<(u32, PathBuf)> = sizes.all().iter().map(|size| (*size, sizes.path(*size))).collect();
    subjects.extend(paths.iter().map(|(size, path)| subject(*size, &path.display().to_string())));
    // The first run of each makes what is made once (settings, WebKit's caches) and is not counted.
    for run in 0..=RUNS {
        for subject in &mut subjects {
            let (painted, memory) = start(&screen, subject);
            if run > 0 {
                subject.painted.push(painted);
                subject.memory.push(memory);
            }
        }
    }
    let mut cold: Vec<Spread> = Vec::new();
    for subject in &subjects[1..] {
        let once = |_| {
            sizes.chill(subject.size);
            start(&screen, subject).0
        };
        cold.push(Spread::of((0..COLD).map(once).collect()));
    }
    let empty = subjects.remove(0);
    let figure = |size: u32, measured: &[f64], empty: &[f64], cold: Option<Spread>| Figure {
        size,
        warm: Spread::of(measured.to_vec()),
        cold,
        against: Some(Spread::of(empty.to_vec())),
    };
    let mut painted = Vec::new();
    let mut memory = Vec::new();
    for (subject, cold) in subjects.iter().zip(cold) {
        painted.push(figure(subject.size, &subject.painted, &empty.painted, Some(cold)));
        memory.push(figure(subject.size, &subject.memory, &empty.memory, None));
    }
    let goal = |ratio: f64| Goal { ratio: Some(ratio), growth: Some(2.0), ..Goal::default() };
    goals.take("Window: start to first painted data, against an empty one", goal(1.2), &painted);
    goals.take("Memory of all processes (MiB), against an empty window", goal(1.3), &memory);
}

fn subject(size: u32, argument: &str) -> Subject {
    Subject { size, arguments: vec![argument.into()], home: Home::new(), painted: Vec::new(), memory: Vec::new() }
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
