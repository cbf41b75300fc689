//! LibreOffice opens what was written, prints it to PDF, and the words of the paper are on its pages. All papers go through
//! it in one call, because its start takes longer than the rest.
//!
//! With `RAPPORTEUR_LOOK=folder` the files and their PDFs are left in that folder for a person to look at.

use std::{fs, ops::RangeInclusive, path::PathBuf, process::Command};

use rapporteur_core::{brief::Paper, vocabulary::PaperForm};
use rapporteur_papers::write;

use crate::{programs, samples};

/// What is written, in which form, how many pages it may have, and words that stand on them in that order.
type Printed = (&'static str, Paper, PaperForm, RangeInclusive<usize>, &'static [&'static str]);

fn papers() -> Vec<Printed> {
    use PaperForm::{Docx, Xlsx};
    vec![
        (
            "brief",
            samples::brief(),
            Docx,
            3..=4,
            &[
                "RESTRICTED · TLP:AMBER",
                "Brief for the leaders",
                "Summary",
                "Line for the press",
                "Cyber",
                "Ref",
                // At the foot of the first page.
                "A marking is a label",
                "(RESTRICTED · TLP:GREEN)",
                "Annex",
                "The two response teams will exchange",
            ],
        ),
        ("matrix", samples::matrix(300), Docx, 20..=40, &["Group 1", "Group 6"]),
        ("chaser", samples::chaser(), Docx, 2..=2, &["1.", "CYB-1", "Reply", "5.", "CYB-5", "Reply"]),
        (
            "hindi",
            samples::hindi(),
            Docx,
            1..=1,
            &["वचनबद्धताओं", "नई दिल्ली", "चर्चा के बिंदु", "The other side spoke in English"],
        ),
        ("long", samples::long(), Docx, 6..=10, &["two protocols", "REG-3"]),
        (
            "empty",
            samples::empty(),
            Docx,
            1..=1,
            &["Instruments with Japan", "No instrument with Japan stands in the register."],
        ),
        ("scripts", samples::scripts(), Docx, 1..=2, &["Talks in", "heading", "Emoji"]),
        (
            "brief-tables",
            samples::brief(),
            Xlsx,
            3..=5,
            &["RESTRICTED · TLP:AMBER", "Brief for the leaders", "Counter-terrorism", "Late", "CT-1"],
        ),
        ("matrix-tables", samples::matrix(500), Xlsx, 15..=60, &["Commitments matrix", "Group 1", "Group 10"]),
        ("hindi-tables", samples::hindi(), Xlsx, 2..=3, &["वचनबद्धताओं", "साइबर"]),
        ("long-tables", samples::long(), Xlsx, 2..=6, &["two protocols", "REG-3"]),
        ("empty-tables", samples::empty(), Xlsx, 1..=1, &["No instrument with Japan stands in the register."]),
    ]
}

#[test]
fn libre_office_opens_and_prints_every_paper() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = std::env::var_os("RAPPORTEUR_LOOK").map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    fs::create_dir_all(&folder).expect("a folder");
    let papers = papers();
    let mut files = Vec::new();
    for (name, paper, form, ..) in &papers {
        let file = folder.join(format!("{name}.{}", form.word()));
        fs::write(&file, write(paper, *form, &mut |_| true).expect("a paper")).expect("the file is written");
        files.push(file);
    }
    programs::libre_office(&folder, &files);
    for (name, paper, _, pages, words) in papers {
        let printed =
            Command::new("pdftotext").arg("-layout").arg(folder.join(format!("{name}.pdf"))).arg("-").output();
        let printed = printed.expect("pdftotext starts; `make packages` brings it");
        assert!(printed.status.success(), "{name}: LibreOffice did not print it");
        let text = String::from_utf8_lossy(&printed.stdout);
        let found: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(pages.contains(&found.len()), "{name} has {} pages", found.len());
        let mut from = 0;
        for word in words {
            let at = text[from..].find(word);
            from += at.unwrap_or_else(|| panic!("{name}: {word:?} is not where it should be")) + word.len();
        }
        let marking = paper.marking.words();
        for (number, page) in found.iter().enumerate() {
            let marked = page.matches(&marking).count();
            assert!(marking.is_empty() || marked >= 2, "{name}: page {} bears its marking {marked} times", number + 1);
        }
    }
}
