//! What holds for every text whatever it is.

use proptest::prelude::*;
use rapporteur_capture::{Lexicon, Party, Request, candidates};

fn request<'a>(text: &'a str, parties: &'a [Party]) -> Request<'a> {
    Request { text, parties, day: chrono::NaiveDate::from_ymd_opt(2024, 2, 29) }
}

fn parties(codes: &[&str]) -> Vec<Party> {
    codes.iter().map(|code| Party { code: (*code).to_owned(), names: Vec::new() }).collect()
}

/// Words and marks that make sentences now and then.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "The two sides",
        "India",
        "U.S.",
        "will",
        "agreed to",
        "establish",
        "a joint working group",
        "by 2030",
        "within six months",
        ".",
        ",",
        ";",
        ":",
        "\n",
        "\n- ",
        "1. ",
        "“",
        "”",
        "President Rao",
        "and",
        "that",
        "which",
        "their officials",
        "annually",
        "not",
        "committed",
        "to",
        "the",
        "COP30",
        "31 February 2026",
        "2026-13-45",
        "in May",
        "mid-2026",
        "do not",
        "refrain from",
        "é",
        "Énergie",
        "öffnen",
        "ﬁnalise",
        "İş",
        "ǆ",
        "अ",
        "🤝",
        "e\u{301}",
        "\u{ad}",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn ranges_lie_on_the_text_in_order(text in prop_oneof![".{0,400}", words()]) {
        let parties = parties(&["IN", "US"]);
        let length = text.chars().count();
        let mut last = 0;
        for candidate in candidates(&request(&text, &parties), Lexicon::standard()) {
            prop_assert!(candidate.range.start >= last && candidate.range.start < candidate.range.end && candidate.range.end <= length);
            last = candidate.range.end;
            for range in candidate.acts.iter().chain(candidate.named.iter().map(|named| &named.range)) {
                prop_assert!(range.start >= candidate.range.start && range.end <= candidate.range.end && range.start < range.end);
            }
            if let Some(due) = &candidate.due {
                prop_assert!(due.range.start >= candidate.range.start && due.range.end <= candidate.range.end);
                prop_assert!(!due.words.is_empty());
            }
            prop_assert!(!candidate.title.is_empty() && candidate.title.chars().count() <= 90);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_answer(text in words()) {
        let parties = parties(&["DE", "FR"]);
        let request = request(&text, &parties);
        prop_assert_eq!(candidates(&request, Lexicon::standard()), candidates(&request, Lexicon::standard()));
    }
}

#[test]
fn a_title_begins_with_a_letter_of_any_width() {
    let found =
        candidates(&request("The two sides will not évaluer the list.", &parties(&["FR", "US"])), Lexicon::standard());
    let titles: Vec<&str> = found.iter().map(|candidate| candidate.title.as_str()).collect();
    assert_eq!(titles, ["Do not évaluer the list"]);
}

#[test]
fn a_text_without_words_has_no_candidates() {
    for text in ["", " ", "\n\n", "***", "…", "\u{ad}", "-", "1.", "•\n•\n"] {
        assert!(candidates(&request(text, &[]), Lexicon::standard()).is_empty(), "{text:?}");
    }
}

#[test]
fn additions_are_used_and_faults_are_told_with_their_line() {
    let text = "The Ministers covenanted to build a bridge.";
    let parties = parties(&["IN", "US"]);
    assert!(candidates(&request(text, &parties), Lexicon::standard()).is_empty());
    let more = Lexicon::extended("[verbs.firm]\nagree = [\"covenant\"]\n").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(candidates(&request(text, &parties), &more).len(), 1);
    let wrong = [
        ("[verbs.strong]\nagree = [\"covenant\"]\n", 1),
        ("[verbs.firm]\nagree = \"covenant\"\n", 2),
        ("# a note\n[colours]\nred = [\"crimson\"]\n", 3),
        ("[negation]\nwords = [\"nay\", 3]\n", 2),
        ("[negation]\nwords = [\"nay\"\n", 2),
    ];
    for (source, line) in wrong {
        let error = Lexicon::extended(source).expect_err(source);
        assert!(error.line >= line && error.line <= line + 1, "{source}: {error}");
        assert!(error.message.ends_with('.') && error.message.len() > 20, "{error}");
    }
}
