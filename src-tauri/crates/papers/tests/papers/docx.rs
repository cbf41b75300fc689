//! Papers as Word documents.

use rapporteur_core::{brief::Paper, vocabulary::PaperForm};
use rapporteur_papers::write;

use crate::{programs, samples};

fn docx(paper: &Paper) -> Vec<u8> {
    write(paper, PaperForm::Docx, &mut |_| true).expect("a document")
}

#[test]
fn look() {
    let folder = std::path::PathBuf::from("/tmp/office/out");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut files = Vec::new();
    for (name, paper) in [
        ("brief", samples::brief()),
        ("matrix", samples::matrix(120)),
        ("chaser", samples::chaser()),
        ("hindi", samples::hindi()),
        ("long", samples::long()),
        ("empty", samples::empty()),
        ("scripts", samples::scripts()),
    ] {
        let file = folder.join(format!("{name}.docx"));
        std::fs::write(&file, docx(&paper)).expect("written");
        files.push(file);
    }
    programs::libre_office(&folder, &files);
}
