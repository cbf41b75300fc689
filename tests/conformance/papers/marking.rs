//! How papers are marked: each part by the rule, the whole as the highest of its parts, and nothing above the reader.

use proptest::prelude::*;
use rapporteur_core::{
    error::Code,
    id::Id,
    vocabulary::{MarkingAxis, Noun, PaperKind},
    wire::{CommitmentQuery, PaperRequest, Reader, RepliesQuery},
};

use super::{
    label, line,
    marked::{Level2, Marked, Thing, labels},
    marks, rank, reader, requests,
};
use crate::ground::{Ground, refusal};

const NONE: Level2 = (0, 0);

/// Where the dossier stands, what is marked in it besides, words of a part of the brief, and where that part stands.
type Line = (Level2, &'static [(Thing, Level2)], &'static str, Level2);

/// Markings for things, the others without one.
fn given(list: &[(Thing, Level2)]) -> Vec<Level2> {
    let of = |thing: &Thing| list.iter().find(|(marked, _)| marked == thing).map_or(NONE, |(_, level)| *level);
    Thing::ALL.iter().map(of).collect()
}

#[test]
fn each_part_bears_its_own_label_or_that_of_what_it_hangs_on() {
    let table: &[Line] = &[
        ((2, 0), &[], "Quagga herds", (2, 0)),
        ((2, 0), &[(Thing::Plain, (4, 0))], "Quagga herds", (4, 0)),
        ((2, 0), &[(Thing::Plain, (1, 0))], "Quagga herds", (1, 0)),
        ((2, 0), &[(Thing::Text, (3, 0))], "Exchange of xylophone", (3, 0)),
        ((2, 0), &[(Thing::Text, (3, 0)), (Thing::Taken, (1, 0))], "Exchange of xylophone", (1, 0)),
        ((2, 0), &[(Thing::Text, (3, 0)), (Thing::Taken, (0, 4))], "Exchange of xylophone", (3, 4)),
        ((2, 1), &[(Thing::Taken, (3, 0))], "– MARMOTREPORT", (3, 1)),
        ((2, 1), &[(Thing::Text, (4, 3)), (Thing::OnTaken, (1, 0))], "– MARMOTREPORT", (1, 3)),
        ((0, 0), &[(Thing::Instrument, (3, 2))], "Ibex memorandum on high pastures (INS", (3, 2)),
        ((2, 0), &[(Thing::Plain, (3, 0))], "QUAGGAREMARK", (3, 0)),
        ((0, 0), &[(Thing::Round, (3, 0))], "OKAPIRECORD", (3, 0)),
        ((1, 0), &[(Thing::Round, (0, 2))], "OKAPISAID", (1, 2)),
    ];
    for (dossier, things, words, expected) in table {
        let marked = Marked::new(*dossier, &given(things));
        let request = PaperRequest { meeting: Some(marked.summit), ..PaperRequest::of(PaperKind::Brief) };
        let paper = marked.ground.dossier.paper(&request).unwrap();
        let found = line(&paper, words).unwrap_or_else(|| panic!("{words} stands nowhere"));
        let level = (rank(&found.mark, MarkingAxis::Classification), rank(&found.mark, MarkingAxis::Tlp));
        assert_eq!(level, *expected, "{words}, with {things:?} in a dossier of {dossier:?}");
    }
}

#[test]
fn the_file_is_called_after_the_marking_and_a_notice_says_what_it_is() {
    let marked = Marked::new((2, 3), &given(&[]));
    let request = PaperRequest { meeting: Some(marked.summit), ..PaperRequest::of(PaperKind::Brief) };
    let paper = marked.ground.dossier.paper(&request).unwrap();
    assert_eq!(paper.file_name, "Brief Capital 2015-09-25 RESTRICTED TLP-AMBER");
    assert!(paper.notices[0].contains("not an accreditation"), "{:?}", paper.notices);
    let outline = marked.ground.dossier.paper_outline(&request).unwrap();
    assert_eq!((outline.marking.as_str(), outline.left_out), ("RESTRICTED · TLP:AMBER", 0));
}

#[test]
fn what_stands_above_the_reader_is_left_out_and_counted_only_where_that_may_be_said() {
    let marked = Marked::new(NONE, &given(&[(Thing::Plain, (4, 0)), (Thing::OnTaken, (3, 0))]));
    let dossier = &marked.ground.dossier;
    let told = reader(dossier, &["Restricted"]);
    let untold = Reader { told_of_gaps: false, ..told.clone() };
    let brief = |reader: Reader| {
        let request = PaperRequest { meeting: Some(marked.summit), reader, ..PaperRequest::of(PaperKind::Brief) };
        (dossier.paper(&request).unwrap(), dossier.paper_outline(&request).unwrap().left_out)
    };
    let (paper, left_out) = brief(told);
    assert!(left_out >= 2);
    let notice = paper.notices.last().unwrap();
    assert!(notice.ends_with("marked above the reader’s level were left out."), "{notice}");
    let summary = serde_json::to_string(&paper.sections[0]).unwrap();
    assert!(summary.contains("Two commitments between Norland and Sudland are open"), "{summary}");
    let notices = brief(untold).0.notices;
    assert_eq!(notices.len(), 2, "what it is, and that it says what its readers may see: {notices:?}");
    assert!(!notices.iter().any(|notice| notice.contains("left out")), "{notices:?}");
    let (all, none) = brief(Reader::default());
    assert_eq!(none, 0);
    assert!(serde_json::to_string(&all.sections[0]).unwrap().contains("Three commitments"));
}

#[test]
fn a_paper_about_what_its_reader_may_not_see_is_refused() {
    let marked = Marked::new(NONE, &given(&[(Thing::Round, (4, 0)), (Thing::Plain, (4, 0))]));
    let dossier = &marked.ground.dossier;
    let reader = reader(dossier, &["Restricted"]);
    let of = |kind: PaperKind| PaperRequest { reader: reader.clone(), ..PaperRequest::of(kind) };
    let record = PaperRequest { meeting: Some(marked.round), ..of(PaperKind::Record) };
    let said = refusal(dossier.paper(&record));
    assert!(said.starts_with("The meeting is marked SECRET"), "{said}");
    assert!(!said.contains("Okapi"), "{said}");
    let history = PaperRequest { commitment: Some(marked.commitments[1]), ..of(PaperKind::History) };
    assert_eq!(dossier.paper(&history).unwrap_err().code(), Code::Refused);
    let whole = Marked::new((3, 0), &given(&[]));
    let reader = super::reader(&whole.ground.dossier, &["Restricted"]);
    let said = refusal(whole.ground.dossier.paper(&PaperRequest { reader, ..PaperRequest::of(PaperKind::Matrix) }));
    assert!(said.starts_with("The dossier itself is marked CONFIDENTIAL"), "{said}");
}

#[test]
fn a_list_is_written_but_for_those_that_are_taken_out() {
    let marked = Marked::new(NONE, &given(&[]));
    let dossier = &marked.ground.dossier;
    let refs = |except: &[Id], only: &[Id]| -> Vec<String> {
        let (except, only) = (except.to_vec(), only.to_vec());
        let query = Some(CommitmentQuery::all());
        let paper =
            dossier.paper(&PaperRequest { query, except, only, ..PaperRequest::of(PaperKind::Matrix) }).unwrap();
        let rows = marked.commitments.iter().map(|id| marked.ground.row(*id).r#ref);
        rows.filter(|reference| line(&paper, reference).is_some()).collect()
    };
    let whole = refs(&[], &[]);
    assert_eq!(whole.len(), 3);
    let taken_out = marked.commitments[1];
    let gone = marked.ground.row(taken_out).r#ref;
    let rest: Vec<String> = whole.iter().filter(|reference| **reference != gone).cloned().collect();
    assert_eq!(refs(&[taken_out], &[]), rest);
    assert_eq!(refs(&[], &[taken_out]), [gone]);
}

#[test]
fn replies_are_numbered_as_on_the_sheet_that_was_handed_out() {
    // What stands first on the whole sheet is above the reader, and on their sheet the second is the first.
    let whole = Marked::new(NONE, &given(&[]));
    let points = |marked: &Marked, levels: &[&str], text: &str| {
        let dossier = &marked.ground.dossier;
        let body = Some(marked.ground.agency);
        let query = RepliesQuery { body, person: None, text: text.into(), reader: reader(dossier, levels) };
        dossier.read_replies(&query).unwrap().points
    };
    let all = points(&whole, &[], "Point 1: sent.");
    assert!(all.len() > 1, "{all:?}");
    assert_eq!((all[0].number, all[0].reply.as_str()), (Some(1), "sent."));
    let first = whole.commitments.iter().position(|id| *id == all[0].commitment).unwrap();
    let thing = [Thing::Taken, Thing::Plain, Thing::Due][first];
    let marked = Marked::new(NONE, &given(&[(thing, (4, 0))]));
    let hidden = marked.ground.row(marked.commitments[first]).r#ref;
    let text = format!("Point 1: sent.\n\n{hidden}: seen by others.");
    let fewer = points(&marked, &["Restricted"], &text);
    assert_eq!((fewer[0].r#ref.as_str(), fewer[0].number), (all[1].r#ref.as_str(), Some(1)));
    assert_eq!((fewer[0].reply.as_str(), fewer[0].matched.as_str()), ("sent.", "by its number"));
    let last = fewer.last().unwrap();
    assert_eq!((last.r#ref.as_str(), last.number, last.reply.as_str()), (hidden.as_str(), None, "seen by others."));
}

#[test]
fn two_labels_of_one_axis_are_no_reader() {
    let ground = Ground::new();
    let ceilings = vec![label(&ground.dossier, "Secret"), label(&ground.dossier, "Restricted")];
    let reader = Reader { ceilings, told_of_gaps: false };
    let said = refusal(ground.dossier.paper(&PaperRequest { reader, ..PaperRequest::of(PaperKind::Matrix) }));
    assert_eq!(said, "Only one classification can be given at a time.");
}

#[test]
fn the_labels_of_a_scheme_are_taken_in_once_and_undone_as_one_act() {
    let ground = Ground::new();
    let count = |ground: &Ground| ground.dossier.overview().unwrap().markings.len();
    let before = count(&ground);
    assert_eq!(ground.dossier.use_scheme("united-kingdom").unwrap().output, 6);
    assert_eq!(count(&ground), before + 6);
    let scheme = ground.dossier.schemes().unwrap().into_iter().find(|scheme| scheme.name == "united-kingdom").unwrap();
    assert!(scheme.labels.iter().all(|label| label.held));
    let said = refusal(ground.dossier.use_scheme("united-kingdom"));
    assert_eq!(said, "The dossier has all markings of the scheme United Kingdom already.");
    ground.dossier.undo().unwrap();
    assert_eq!(count(&ground), before);
    assert_eq!(refusal(ground.dossier.use_scheme("atlantis")), "No marking scheme is called “atlantis”.");
    // Labels of one rank are alike to a reader, whatever scheme they are of.
    ground.dossier.use_scheme("european-union").unwrap();
    let labels = ground.dossier.overview().unwrap().markings;
    let rank = |words: &str| labels.iter().find(|label| label.label == words).unwrap().rank;
    assert_eq!(rank("SECRET UE/EU SECRET"), rank("Secret"));
}

#[test]
fn a_meeting_keeps_its_marking() {
    let ground = Ground::new();
    let marking = vec![label(&ground.dossier, "Confidential")];
    let draft = rapporteur_core::wire::MeetingDraft {
        marking: marking.clone(),
        ..crate::ground::meeting(None, "Talks", "2015-05-01")
    };
    let id = ground.dossier.save_meeting(&draft).unwrap().output;
    let ground = ground.reopened();
    let shown = ground.dossier.meeting(id).unwrap().marking;
    assert_eq!(shown.iter().map(|label| label.id).collect::<Vec<_>>(), marking);
    let said = refusal(ground.dossier.remove(Noun::Marking, marking[0]));
    assert!(said.contains("Confidential") || said.contains("marking"), "{said}");
}

fn level() -> impl Strategy<Value = Level2> {
    (prop_oneof![3 => Just(0), 2 => 1..=5i32], prop_oneof![4 => Just(0), 1 => 1..=5i32])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is marked how, and whoever reads: a paper's marking is the highest of what is in it, nothing in it stands
    /// above the reader, and no word of what does can be found in it.
    #[test]
    fn papers_are_marked_by_their_parts_and_hold_nothing_above_their_reader(
        dossier in level(), own in prop::collection::vec(level(), Thing::ALL.len()), ceiling in level(),
    ) {
        let marked = Marked::new(dossier, &own);
        let core = &marked.ground.dossier;
        let reader = Reader { ceilings: labels(&marked.ground, ceiling), told_of_gaps: true };
        let above = |level: Level2| {
            (ceiling.0 > 0 && level.0 > ceiling.0) || (ceiling.1 > 0 && level.1 > ceiling.1)
        };
        let hidden: Vec<Thing> =
            Thing::ALL.into_iter().filter(|thing| above(marked.effective(*thing))).collect();
        for request in requests(&marked, &reader) {
            let paper = match core.paper(&request) {
                Ok(paper) => paper,
                Err(error) => {
                    prop_assert_eq!(error.code(), Code::Refused, "{}: {}", request.kind, error);
                    continue;
                }
            };
            for axis in MarkingAxis::ALL {
                let parts = marks(&paper).iter().map(|mark| rank(mark, *axis)).max().unwrap_or(0);
                let own = match axis {
                    MarkingAxis::Classification => dossier.0,
                    MarkingAxis::Tlp => dossier.1,
                    MarkingAxis::Handling => 0,
                };
                prop_assert_eq!(rank(&paper.marking, *axis), parts.max(own), "{} on {}", request.kind, axis);
            }
            for mark in marks(&paper) {
                let level = (rank(&mark, MarkingAxis::Classification), rank(&mark, MarkingAxis::Tlp));
                prop_assert!(!above(level), "{}: {:?}", request.kind, mark);
            }
            let text = serde_json::to_string(&paper).unwrap();
            for thing in &hidden {
                for words in thing.words() {
                    prop_assert!(!text.contains(words), "{}: {words} of {thing:?}", request.kind);
                }
            }
            if request.kind == PaperKind::Matrix {
                for (thing, words) in [(Thing::Plain, "QUAGGAWORDING"), (Thing::Due, "NARWHALWORDING")] {
                    prop_assert_eq!(text.contains(words), !above(marked.effective(thing)), "{:?}", thing);
                }
            }
        }
        if let Ok(calendar) = core.calendar(&PaperRequest { reader, ..PaperRequest::of(PaperKind::Calendar) }) {
            let text = serde_json::to_string(&calendar).unwrap();
            for thing in &hidden {
                for words in thing.words() {
                    prop_assert!(!text.contains(words), "calendar: {words} of {thing:?}");
                }
            }
        }
    }
}
