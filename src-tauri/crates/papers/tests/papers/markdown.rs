//! Papers as Markdown.

use rapporteur_core::vocabulary::PaperForm;
use rapporteur_papers::write;

use crate::samples;

fn markdown(paper: &rapporteur_core::brief::Paper) -> String {
    String::from_utf8(write(paper, PaperForm::Markdown, &mut |_| true).expect("Markdown")).expect("UTF-8")
}

#[test]
fn a_brief_reads_as_a_brief() {
    insta::assert_snapshot!(markdown(&samples::brief()));
}

#[test]
fn the_marking_is_the_first_line_and_the_last() {
    for paper in [samples::brief(), samples::chaser(), samples::hindi(), samples::long()] {
        let text = markdown(&paper);
        let marking = format!("**{}**", paper.marking.words());
        assert_eq!((text.lines().next(), text.lines().last()), (Some(marking.as_str()), Some(marking.as_str())));
        assert_eq!(text, markdown(&paper));
    }
    assert!(markdown(&samples::empty()).starts_with("# Instruments with Japan"));
}

#[test]
fn every_row_of_a_table_has_all_its_cells() {
    let text = markdown(&samples::matrix(60));
    for line in text.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(line.replace("\\|", "").matches('|').count(), 8, "{line}");
    }
}
