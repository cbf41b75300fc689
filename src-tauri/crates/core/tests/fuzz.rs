//! Puts queries together from pieces of the search language by a seeded stream of numbers and asks the sample for them:
//! each is answered, with as many rows as are counted, or refused in a sentence. RAPPORTEUR_FUZZ_SECONDS says for how
//! long; two seconds where it says nothing.

#![allow(clippy::unwrap_used, reason = "a test says by failing what went wrong")]

use std::time::{Duration, Instant};

use rapporteur_core::{
    Dossier, Error, Surroundings, sample,
    wire::{CommitmentQuery, Grouping, Sort},
};

const PIECES: &[&str] = &[
    " ",
    "  ",
    "\t",
    "(",
    ")",
    "\"",
    "*",
    "-",
    "--",
    ":",
    "<",
    "<=",
    ">",
    "=",
    " or ",
    " OR ",
    "or",
    "\u{a0}",
    "\u{301}",
    "é",
    "योजना",
    "𝔘",
    "'",
    "''",
    ";",
    "?1",
    "{",
    "}",
    "^",
    "NEAR",
    "AND",
    "NOT",
    "cyber",
    "secur*",
    "\"joint statement\"",
    "CYB-2015-001",
    "track:",
    "track:cyber",
    "status:",
    "open",
    "closed",
    "overdue",
    "blocked",
    "stale",
    "lamp:red",
    "lamp:fresh",
    "bound:",
    "bound:us",
    "bound:US",
    "strength:firm",
    "due",
    "due:none",
    "due<2015-01-01",
    "due:2015-13",
    "due:this-month",
    "due>-99999999",
    "slips>1",
    "slips:4294967296",
    "owner:CERT-In",
    "owner:\"\"",
    "counterpart:DHS",
    "partner:US",
    "meeting:4th",
    "dialogue:cyber",
    "made:2011",
    "heard:never",
    "created:2015",
    "changed>-30",
    "reaffirmed>0",
    "reaffirmed<=0",
    "marking:",
    "ref:cyb",
    "title:cyb",
    "title:\"cyber secur\"",
    "2015",
    "0",
];

struct Stream(u64);

impl Stream {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

#[test]
fn any_query_is_answered_or_refused_in_a_sentence() {
    let seconds = std::env::var("RAPPORTEUR_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(2);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.dossier");
    sample::create(&path).unwrap();
    let dossier = Dossier::open(&path, Surroundings::real("A. Officer")).unwrap();
    let groups = [None, Some(Grouping::Track), Some(Grouping::Meeting), Some(Grouping::DueMonth)];
    let mut stream = Stream(20_151_101);
    let (begun, mut answered, mut refused) = (Instant::now(), 0, 0);
    while begun.elapsed() < Duration::from_secs(seconds) || answered < 20 {
        let words: String = (0..=stream.below(9))
            .flat_map(|_| [PIECES[stream.below(PIECES.len())], [" ", ""][stream.below(2)]])
            .collect();
        let query = CommitmentQuery {
            words: words.clone(),
            sort: Sort::ALL[stream.below(Sort::ALL.len())],
            descending: stream.below(2) == 1,
            group: groups[stream.below(groups.len())],
            limit: 500,
            ..CommitmentQuery::all()
        };
        let length = u32::try_from(words.chars().count()).unwrap();
        let help = dossier.query_help(&words, length).unwrap();
        match dossier.commitments(&query) {
            Ok(page) => {
                answered += 1;
                assert!(help.problem.is_none(), "{words:?}: {help:?}");
                let count = dossier.count_commitments(&query).unwrap_or_else(|error| panic!("{words:?}: {error:?}"));
                let places = dossier.list_places(&query).unwrap_or_else(|error| panic!("{words:?}: {error:?}"));
                assert_eq!((page.rows.len(), places.total), (count as usize, count), "{words:?}");
            }
            Err(Error::Invalid(sentence)) => {
                refused += 1;
                assert!(!sentence.is_empty());
                let problem = help.problem.unwrap_or_else(|| panic!("no problem is named in {words:?}: {sentence}"));
                assert!(problem.start <= problem.end && problem.end <= length.max(1), "{words:?}: {problem:?}");
            }
            Err(other) => panic!("{words:?}: {other:?}"),
        }
    }
    assert!(refused > 0 && answered > 0);
}
