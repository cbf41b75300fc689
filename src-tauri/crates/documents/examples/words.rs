//! Prints the words of a file, and on the other stream what it is and how fast it was read.
#![allow(clippy::print_stdout, reason = "that is what it is for")]

use std::{process::ExitCode, time::Instant};

use rapporteur_documents::{Limits, read};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("Which file? Name it: words FILE");
        return ExitCode::FAILURE;
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(cause) => {
            eprintln!("{path} cannot be read: {cause}");
            return ExitCode::FAILURE;
        }
    };
    let begun = Instant::now();
    let answer = read(&path, &bytes, &Limits::default());
    let seconds = begun.elapsed().as_secs_f64();
    match answer {
        Ok(document) => {
            println!("{}", document.text);
            let size = bytes.len() as f64 / 1e6;
            eprintln!(
                "{}, title {:?}, day {:?}, language {:?}, from {:?}",
                document.kind, document.title, document.day, document.language, document.from
            );
            eprintln!(
                "{size:.2} MB in {seconds:.3} s: {:.1} MB/s; {} characters",
                size / seconds,
                document.text.chars().count()
            );
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            eprintln!("{refusal}");
            ExitCode::FAILURE
        }
    }
}
