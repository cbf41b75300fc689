//! Measurements, as ratios within one run: `make bench`, or `bench writes`, `bench review`, `bench window` for a part.
//!
//! - `writes`: durable writes a second, journal included, against the bare database.
//! - `review`: the first page of a review and its counts, at three sizes, against the same SQL run directly.
//! - `capture`: how well the commitments of labelled texts are found, and how fast.
//! - `window`: from the start of the process to the data on the screen, and the memory held then, against an empty
//!   window of the same build.
//!
//! What is compared runs in turn, so that whatever else the machine does falls on both; each figure is a median. The
//! ratios are what is promised. The times belong to the machine, which is stated. Nothing fails here: figures are read.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that cannot be made says why, and prints what it found"
)]

mod bare;
mod capture;
mod direct;
mod machine;
mod review;
mod screen;
mod sizes;
mod table;
mod window;
mod writes;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |part: &str| asked.is_empty() || asked.iter().any(|word| word == part);
    if let Some(unknown) = asked.iter().find(|word| !["writes", "review", "window", "capture"].contains(&word.as_str()))
    {
        eprintln!("bench: there is no part named {unknown:?}; there are writes, review, window and capture");
        std::process::exit(2);
    }
    let sizes = sizes::Sizes::new();
    println!("{}", machine::described(sizes.folder()));
    if wanted("writes") {
        writes::measure(&sizes);
    }
    if wanted("review") {
        review::measure(&sizes);
    }
    if wanted("window") {
        window::measure(&sizes);
    }
    if wanted("capture") {
        capture::measure();
    }
    println!("\nAt the end the machine was this busy: {}", machine::load());
}
