//! Papers as workbooks.

use rapporteur_core::{brief::Paper, vocabulary::PaperForm};
use rapporteur_papers::write;

use crate::{programs, samples};

fn xlsx(paper: &Paper) -> Vec<u8> {
    write(paper, PaperForm::Xlsx, &mut |_| true).expect("a workbook")
}

#[test]
fn look() {
    let folder = std::path::PathBuf::from("/tmp/office/out");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut files = Vec::new();
    for (name, paper) in [
        ("x-brief", samples::brief()),
        ("x-matrix", samples::matrix(120)),
        ("x-hindi", samples::hindi()),
        ("x-long", samples::long()),
        ("x-empty", samples::empty()),
        ("x-scripts", samples::scripts()),
    ] {
        let file = folder.join(format!("{name}.xlsx"));
        std::fs::write(&file, xlsx(&paper)).expect("written");
        files.push(file);
    }
    programs::libre_office(&folder, &files);
}
