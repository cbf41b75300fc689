//! Every paper of the sample, as Markdown, kept: a change of a sentence is seen.

use rapporteur_core::{
    Dossier, Surroundings,
    clock::SetClock,
    id::SeededIds,
    sample,
    vocabulary::{Noun, PaperForm, PaperKind},
    wire::{CommitmentQuery, PaperRequest},
};
use std::sync::Arc;

use super::reader;
use crate::ground::noon;

/// The sample, on a clock that stands still.
fn opened() -> (tempfile::TempDir, Dossier) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.dossier");
    sample::create(&path).unwrap();
    let around = Surroundings {
        clock: Arc::new(SetClock::at(noon("2015-08-20"))),
        ids: Arc::new(SeededIds::new(7)),
        actor: "A. Officer".into(),
    };
    let dossier = Dossier::open_to_read(&path, around).unwrap();
    (folder, dossier)
}

fn kept(name: &str, dossier: &Dossier, request: &PaperRequest) {
    let paper = dossier.paper(request).unwrap();
    let text = rapporteur_papers::write(&paper, PaperForm::Markdown, &mut |_| true).unwrap();
    insta::with_settings!({ snapshot_path => "../../golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, String::from_utf8(text).unwrap());
    });
}

#[test]
fn every_paper_of_the_sample_reads_as_it_did() {
    let (_folder, dossier) = opened();
    let found = |noun: Noun, name: &str| Some(dossier.find(noun, name).unwrap());
    let of = PaperRequest::of;
    let new_york = PaperRequest { meeting: found(Noun::Meeting, "New York"), ..of(PaperKind::Brief) };
    kept("brief", &dossier, &new_york);
    let limited = PaperRequest { reader: reader(&dossier, &["Unclassified"]), ..new_york };
    let paper = dossier.paper(&limited).unwrap();
    let gap = paper.notices.iter().find(|notice| notice.contains("left out"));
    assert_eq!(gap, None, "nothing of the sample stands above that");
    let round = found(Noun::Meeting, "4th Cyber");
    kept("record", &dossier, &PaperRequest { meeting: round, ..of(PaperKind::Record) });
    kept("outcome", &dossier, &PaperRequest { meeting: round, ..of(PaperKind::Outcome) });
    let visit = found(Noun::Meeting, "Napolitano");
    kept("outcome-kept", &dossier, &PaperRequest { meeting: visit, ..of(PaperKind::Outcome) });
    let all = PaperRequest { query: Some(CommitmentQuery::all()), ..of(PaperKind::Matrix) };
    kept("matrix", &dossier, &all);
    let mha = found(Noun::Body, "MHA");
    kept("chaser", &dossier, &PaperRequest { body: mha, ..of(PaperKind::Chaser) });
    kept("instruments", &dossier, &PaperRequest { party: found(Noun::Party, "US"), ..of(PaperKind::Instruments) });
    let person = found(Noun::Person, "Arvind Gupta");
    kept("handover", &dossier, &PaperRequest { person, ..of(PaperKind::Handover) });
    kept("track", &dossier, &PaperRequest { track: found(Noun::Track, "CT"), ..of(PaperKind::Track) });
    let commitment = found(Noun::Commitment, "CT-2011-001");
    kept("history", &dossier, &PaperRequest { commitment, ..of(PaperKind::History) });
}

#[test]
fn the_same_paper_is_the_same_tree() {
    let (_folder, dossier) = opened();
    let meeting = Some(dossier.find(Noun::Meeting, "New York").unwrap());
    let request = PaperRequest { meeting, ..PaperRequest::of(PaperKind::Brief) };
    assert_eq!(dossier.paper(&request).unwrap(), dossier.paper(&request).unwrap());
}

#[test]
fn the_calendar_of_the_sample_holds_its_days() {
    let (_folder, dossier) = opened();
    let calendar = dossier.calendar(&PaperRequest::of(PaperKind::Calendar)).unwrap();
    let lines: Vec<String> = calendar
        .entries
        .iter()
        .map(|entry| {
            let kind = match &entry.what {
                rapporteur_core::brief::What::Event { .. } => "event",
                rapporteur_core::brief::What::ToDo { .. } => "to do",
            };
            format!("{kind}: {} ({})", entry.title, entry.sequence > 0)
        })
        .collect();
    insta::with_settings!({ snapshot_path => "../../golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("calendar", lines.join("\n"));
    });
    let mut uids: Vec<&str> = calendar.entries.iter().map(|entry| entry.uid.as_str()).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), calendar.entries.len(), "every entry has a uid of its own");
}
