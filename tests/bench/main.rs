//! Measurements, on synthetic dossiers of several sizes, beside what they should come to: `make bench`, or
//! `make bench-million`. A part alone: `bench review`, and so on.
//!
//! - `window`: from the start of the process to the data on the screen, and the memory held then, against an empty
//!   window of the same build.
//! - `review`: the first page of a review with its counts, against the statements behind it, run directly.
//! - `lists`: the first page under every filter and in every order; the other pages of the window.
//! - `search`: full-text search against the bare index; what each key press of the palette asks.
//! - `typing`: search in the window, from each key press to the painted answer.
//! - `writes`: durable writes, journal included, against the bare database.
//! - `past`: the list as of a year ago.
//! - `info`: the companion, from start to end.
//! - `pages`: briefs as PDF, of three sizes, and the memory held while they are written.
//! - `office`: a workbook of a hundred thousand commitments, a Word document of three hundred, and the memory for them.
//! - `capture`: how well the commitments of labelled texts are found, and how fast.
//!
//! What is compared runs in turn, so that whatever else the machine does falls on both. *Cold* means that the dossier
//! was opened anew and the system was told to forget what it holds of the file; *warm* is everything after a first time.
//! The ratios are what is promised; the times belong to the machine, which is stated. Nothing fails here: figures are
//! read.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that cannot be made says why, and prints what it found"
)]

mod bare;
mod capture;
mod goals;
mod info;
mod lists;
mod machine;
mod office;
mod pages;
mod past;
mod review;
mod screen;
mod search;
mod sizes;
mod subject;
mod table;
mod typing;
mod window;
mod writes;

use goals::Goals;
use sizes::Sizes;

/// What measures a part.
type Part = fn(&Sizes, &mut Goals);

const PARTS: &[(&str, Part)] = &[
    ("window", window::measure),
    ("review", review::measure),
    ("lists", lists::measure),
    ("search", search::measure),
    ("typing", typing::measure),
    ("writes", writes::measure),
    ("past", past::measure),
    ("info", info::measure),
    ("pages", pages::measure),
    ("office", office::measure),
    ("capture", |_, _| capture::measure()),
];

/// Parts that bring what they measure: no dossier is made for them.
const OF_THEIR_OWN: &[&str] = &["pages", "office", "capture"];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    // What is measured in a process of its own is asked of this program too.
    if let [what, size] = asked.as_slice()
        && what == "one-brief"
    {
        return pages::twice(size.parse().expect("how many commitments"));
    }
    if let [what, form, size] = asked.as_slice()
        && what == "one-office"
    {
        return office::once(form, size.parse().expect("how many commitments"));
    }
    if let Some(unknown) = asked.iter().find(|word| !PARTS.iter().any(|(name, _)| name == word)) {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        eprintln!("bench: there is no part named {unknown:?}; there are {}", names.join(", "));
        std::process::exit(2);
    }
    let sizes = Sizes::new();
    println!("{}", machine::described(sizes.folder()));
    let parts = || PARTS.iter().filter(|(name, _)| asked.is_empty() || asked.iter().any(|word| word == name));
    if parts().any(|(name, _)| !OF_THEIR_OWN.contains(name)) {
        for size in sizes.all() {
            println!("{}", sizes.said(*size));
        }
    }
    let mut goals = Goals::default();
    for (name, measure) in parts() {
        eprintln!("Measuring: {name} …");
        measure(&sizes, &mut goals);
    }
    goals.print();
    println!("\nAt the end the machine was this busy: {}", machine::load());
}
