//! Papers as PDF.

use std::{fs, path::PathBuf, process::Command, time::Instant};

use rapporteur_core::{brief::Paper, vocabulary::PaperForm};
use rapporteur_papers::{Error, write};

use crate::samples;

fn pdf(paper: &Paper) -> Vec<u8> {
    write(paper, PaperForm::Pdf, &mut |_| true).expect("a PDF")
}

#[test]
fn look() {
    let folder = PathBuf::from("/tmp/pdfwork/out");
    fs::create_dir_all(&folder).expect("a folder");
    let only = std::env::var("ONLY").unwrap_or_default();
    for (name, paper) in [
        ("brief", samples::brief()),
        ("matrix", samples::matrix(120)),
        ("chaser", samples::chaser()),
        ("hindi", samples::hindi()),
        ("long", samples::long()),
        ("empty", samples::empty()),
        ("scripts", samples::scripts()),
    ] {
        if !name.contains(&only) {
            continue;
        }
        let from = Instant::now();
        match write(&paper, PaperForm::Pdf, &mut |_| true) {
            Ok(bytes) => {
                eprintln!("{name}: {} bytes, {:?}", bytes.len(), from.elapsed());
                fs::write(folder.join(format!("{name}.pdf")), bytes).expect("written");
            }
            Err(error) => eprintln!("{name}: {error}"),
        }
    }
}
