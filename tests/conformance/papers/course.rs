//! What a paper tells of a commitment's course by its order and its days, to those who may see all of it and to those who
//! may not.

use std::{cell::RefCell, ops::ControlFlow};

use rapporteur_core::{
    Error,
    brief::{Block, Cell, Paper},
    vocabulary::{PaperKind, Status},
    wire::{CommitmentQuery, FollowUpDraft, PaperRequest, Reader, Sort},
};

use super::reader;
use crate::ground::{Ground, follow_up};

/// The first column of the tables of a paper.
fn first_column(paper: &Paper) -> Vec<String> {
    let tables = paper.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let first = |cells: &Vec<Cell>| match cells.first() {
        Some(Cell::Words { lines }) => lines[0].text(),
        Some(Cell::Day { words, .. }) => words.clone(),
        _ => String::new(),
    };
    tables.flat_map(|table| &table.rows).filter(|row| !row.head).map(|row| first(&row.cells)).collect()
}

#[test]
fn the_order_of_a_list_tells_a_limited_reader_of_no_report_that_is_hidden() {
    let ground = Ground::new();
    let d = &ground.dossier;
    let (one, other) = (ground.commitment("Heard of in secret"), ground.commitment("Heard of in the open"));
    ground.heard(one, "2015-05-01", "An old report.");
    ground.heard(other, "2015-06-01", "A newer one.");
    let secret = d.overview().unwrap().markings.into_iter().find(|label| label.label == "Secret").unwrap();
    let hidden =
        FollowUpDraft { marking: vec![secret.id], ..follow_up(vec![one], "2015-07-01", "The newest, in secret.") };
    d.save_follow_up(&hidden).unwrap();
    let list = |reader: Reader| {
        let query = CommitmentQuery { sort: Sort::Heard, ..CommitmentQuery::open() };
        let paper = d.paper(&PaperRequest { query: Some(query), reader, ..PaperRequest::of(PaperKind::Matrix) });
        first_column(&paper.unwrap())
    };
    let [first, second] = [one, other].map(|id| ground.row(id).r#ref);
    assert_eq!(list(Reader::default()), [second.clone(), first.clone()], "longest ago first");
    assert_eq!(list(reader(d, &["Restricted"])), [first, second], "as if there were no report in secret");
}

#[test]
fn who_waits_for_a_long_list_hears_how_far_it_is_and_may_break_it_off() {
    let ground = Ground::new();
    for number in 0..130 {
        ground.commitment(&format!("Promise {number}"));
    }
    let request = PaperRequest { query: Some(CommitmentQuery::open()), ..PaperRequest::of(PaperKind::Matrix) };
    let told = RefCell::new(Vec::new());
    let go_on = |done, total| {
        told.borrow_mut().push((done, total));
        ControlFlow::Continue(())
    };
    let paper = ground.dossier.paper_watched(&request, &go_on).unwrap();
    assert_eq!(paper, ground.dossier.paper(&request).unwrap());
    assert_eq!(*told.borrow(), [(0, 130), (64, 130), (128, 130)]);
    let stop = |done, _| if done < 64 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
    let refused = ground.dossier.paper_watched(&request, &stop).unwrap_err();
    assert!(matches!(refused, Error::Cancelled), "{refused}");
}

#[test]
fn a_history_tells_how_it_stood_where_no_report_says_so() {
    let ground = Ground::new();
    let d = &ground.dossier;
    let id = ground.commitment("Dropped and taken up again");
    d.set_status(&ground.status(id, Status::InProgress)).unwrap();
    d.set_status(&ground.status(id, Status::Suspended)).unwrap();
    d.undo().unwrap();
    let request = PaperRequest { commitment: Some(id), ..PaperRequest::of(PaperKind::History) };
    let words = serde_json::to_string(&d.paper(&request).unwrap()).unwrap();
    assert!(words.contains("From not started to in progress."), "{words}");
    assert!(!words.contains("suspended"), "what was taken back never stood: {words}");
}

#[test]
fn what_a_list_is_searched_for_tells_a_limited_reader_of_no_report_that_is_hidden() {
    let ground = Ground::new();
    let d = &ground.dossier;
    let (one, other) = (ground.commitment("Heard of in secret"), ground.commitment("Heard of in the open"));
    ground.heard(one, "2015-05-01", "An old report.");
    ground.heard(other, "2015-07-02", "A satellite was agreed on.");
    let secret = d.overview().unwrap().markings.into_iter().find(|label| label.label == "Secret").unwrap();
    let hidden =
        FollowUpDraft { marking: vec![secret.id], ..follow_up(vec![one], "2015-07-01", "A satellite was bought.") };
    d.save_follow_up(&hidden).unwrap();
    let [first, second] = [one, other].map(|id| ground.row(id).r#ref);
    let list = |words: &str, reader: Reader| {
        let query = CommitmentQuery { words: words.into(), sort: Sort::Ref, ..CommitmentQuery::open() };
        let request = PaperRequest { query: Some(query), reader, ..PaperRequest::of(PaperKind::Matrix) };
        let left_out = d.paper_outline(&request).unwrap().left_out;
        (first_column(&d.paper(&request).unwrap()), left_out)
    };
    let both = vec![first.clone(), second.clone()];
    for (words, seen, left_out) in [
        ("satellite", vec![&second], 0),
        ("satel*", vec![&second], 0),
        ("\"satellite was bought\"", vec![], 0),
        ("-satellite", vec![&first], 1),
        ("heard>2015-06-01", vec![&second], 0),
        ("heard<2015-06-01", vec![&first], 1),
        ("-heard:none", vec![&first, &second], 1),
        ("secret or (satellite heard>2015-06-01)", vec![&first, &second], 1),
        ("(strength:soft or heard<2015-06-01) report", vec![&first], 1),
        ("secret -satellite", vec![&first], 1),
    ] {
        let seen: Vec<String> = seen.into_iter().cloned().collect();
        assert_eq!(list(words, reader(d, &["Restricted"])), (seen, left_out), "{words}");
    }
    assert_eq!(list("satellite", Reader::default()), (both, 0));
    assert_eq!(list("\"satellite was bought\"", Reader::default()), (vec![first], 0));
}
