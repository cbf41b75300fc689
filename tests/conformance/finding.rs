//! Finding anything by its words: what is found, in which order, and that the index follows every change.

use rapporteur_core::{
    clock::Day,
    id::Id,
    vocabulary::Noun,
    wire::{CommitmentDraft, SearchHit, SearchPage, SearchPart, SearchQuery},
};

use crate::ground::{Ground, day, text};

fn query(words: &str) -> SearchQuery {
    SearchQuery { words: words.into(), typing: false, nouns: Vec::new(), after: None, limit: 50 }
}

fn search(ground: &Ground, words: &str) -> SearchPage {
    ground.dossier.search(&query(words)).unwrap()
}

fn plain(parts: &[SearchPart]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

fn titles(page: &SearchPage) -> Vec<String> {
    page.hits.iter().map(|hit| plain(&hit.title)).collect()
}

fn found(ground: &Ground, words: &str) -> Vec<String> {
    titles(&search(ground, words))
}

fn shown(parts: &[SearchPart]) -> String {
    parts.iter().map(|part| if part.found { format!("[{}]", part.text) } else { part.text.clone() }).collect()
}

fn promise(ground: &Ground, title: &str, wording: &str, note: &str) -> Id {
    let draft = CommitmentDraft { wording: wording.into(), note: note.into(), ..ground.promise(title) };
    ground.dossier.save_commitment(&draft).unwrap().output
}

#[test]
fn title_goes_before_wording_and_wording_before_the_rest_the_newest_first() {
    let ground = Ground::new();
    promise(&ground, "In a note", "They will meet.", "about malware");
    promise(&ground, "In the wording", "They will share malware samples.", "");
    promise(&ground, "Older malware title", "They will meet.", "");
    promise(&ground, "Newer malware title", "They will meet.", "");
    let follow = promise(&ground, "In a follow-up", "They will meet.", "");
    ground.heard(follow, "2015-08-01", "A malware sample came.");
    let page = search(&ground, "malware");
    assert_eq!(
        titles(&page),
        ["Newer malware title", "Older malware title", "In the wording", "In a follow-up", "In a note"]
    );
    let source = |hit: &SearchHit| hit.source.clone();
    let sources: Vec<String> = page.hits.iter().map(source).collect();
    assert_eq!(sources, ["", "", "Wording", "Follow-up of 1 Aug 2015", "Note"]);
    assert_eq!(shown(&page.hits[0].title), "Newer [malware] title");
    assert_eq!(shown(&page.hits[2].context), "They will share [malware] samples.");
    assert_eq!(shown(&page.hits[3].context), "A [malware] sample came.");
    assert!(page.hits.iter().all(|hit| hit.noun == Noun::Commitment && hit.place == "Cyber"));
}

#[test]
fn every_kind_of_page_is_found_by_its_words() {
    let ground = Ground::new();
    let meeting = ground.round("2015-08-14");
    let text =
        ground.dossier.save_text(&text(Some(meeting), "Joint statement", "Both sides praised zephyrs.")).unwrap();
    for (words, noun) in [
        ("Sudland", Noun::Party),
        ("SCERT", Noun::Body),
        ("\"Sudland Response Team\"", Noun::Body),
        ("Ada", Noun::Person),
        ("cyb", Noun::Track),
        ("dialogue", Noun::Dialogue),
        ("dialogue", Noun::Meeting),
        ("zephyrs", Noun::Text),
    ] {
        let page = search(&ground, words);
        assert!(page.hits.iter().any(|hit| hit.noun == noun), "{words}: {:?}", titles(&page));
        let only = ground.dossier.search(&SearchQuery { nouns: vec![noun], ..query(words) }).unwrap();
        assert!(!only.hits.is_empty() && only.hits.iter().all(|hit| hit.noun == noun), "{words}");
    }
    let hit = search(&ground, "zephyrs").hits.remove(0);
    assert_eq!((hit.id, hit.source.as_str()), (text.output, "Text"));
    assert_eq!(shown(&hit.context), "Both sides praised [zephyrs].");
}

#[test]
fn a_ref_leads_to_its_commitment_first() {
    let ground = Ground::new();
    promise(&ground, "Share", "", "");
    let second = promise(&ground, "Meet", "", "see CYB-2015-001");
    let page = search(&ground, "cyb-2015-001");
    assert_eq!(titles(&page), ["Share", "Meet"]);
    assert_eq!(page.hits[1].id, second);
}

#[test]
fn case_accents_and_scripts_are_one() {
    let ground = Ground::new();
    promise(&ground, "Résumé of São Tomé", "", "");
    promise(&ground, "साइबर सुरक्षा रिपोर्ट", "", "");
    for (words, hits) in [
        ("resume", 1),
        ("RÉSUMÉ sao", 1),
        ("re\u{301}sume\u{301}", 1),
        ("सुरक्षा", 1),
        ("सुर*", 1),
        ("सु", 0),
        ("सर", 0),
        ("sum", 0),
        ("resu*", 1),
        ("\"tome sao\"", 0),
        ("\"sao tome\"", 1),
        ("\"", 0),
        ("NOT AND (", 0),
    ] {
        assert_eq!(found(&ground, words).len(), hits, "{words}");
    }
    let typing = SearchQuery { typing: true, ..query("resume of sa") };
    assert_eq!(ground.dossier.search(&typing).unwrap().hits.len(), 1);
}

#[test]
fn the_index_follows_every_change_undo_and_the_bin() {
    let ground = Ground::new();
    let id = promise(&ground, "Exchange rosters", "They will exchange rosters.", "");
    assert_eq!(found(&ground, "rosters").len(), 1);
    ground.heard(id, "2015-08-01", "Quorum was missing.");
    assert_eq!(found(&ground, "quorum"), ["Exchange rosters"]);
    ground.dossier.undo().unwrap();
    assert!(found(&ground, "quorum").is_empty());
    ground.dossier.redo().unwrap();
    assert_eq!(found(&ground, "rosters quorum"), ["Exchange rosters"]);
    ground.dossier.remove(Noun::Commitment, id).unwrap();
    assert!(found(&ground, "rosters").is_empty() && found(&ground, "quorum").is_empty());
    ground.dossier.undo().unwrap();
    assert_eq!(found(&ground, "quorum"), ["Exchange rosters"]);
    let body = ground.dossier.save_text(&text(None, "Draft", "With obelisks.")).unwrap().output;
    assert_eq!(found(&ground, "obelisks"), ["Draft"]);
    ground.dossier.remove(Noun::Text, body).unwrap();
    assert!(found(&ground, "obelisks").is_empty());
    let report = ground.dossier.check(|_| {}).unwrap();
    assert!(report.sound, "{:?}", report.faults);
}

#[test]
fn pages_join_without_gap_or_repeat() {
    let ground = Ground::new();
    for number in 0..23 {
        let (title, wording) = match number % 3 {
            0 => (format!("Gather {number}"), String::new()),
            1 => (format!("Promise {number}"), "They will gather.".to_owned()),
            _ => (format!("Note {number}"), String::new()),
        };
        promise(&ground, &title, &wording, if number % 3 == 2 { "gather" } else { "" });
    }
    ground.dossier.save_text(&text(None, "They gather", "Nothing.")).unwrap();
    ground.dossier.save_text(&text(None, "Other", "They gather.")).unwrap();
    let whole = search(&ground, "gather");
    assert_eq!((whole.hits.len(), whole.next), (25, None));
    for limit in [1, 2, 5, 24, 25] {
        let mut joined = Vec::new();
        let mut after = None;
        loop {
            let page = ground.dossier.search(&SearchQuery { after, limit, ..query("gather") }).unwrap();
            assert!(page.hits.len() <= limit as usize);
            joined.extend(page.hits);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(joined, whole.hits, "{limit} at a time");
    }
    let stray = ground.dossier.search(&SearchQuery { after: Some("nonsense".into()), ..query("gather") });
    assert!(stray.unwrap_err().to_string().contains("ask it anew"));
}

#[test]
fn names_are_found_by_those_who_mistype() {
    let ground = Ground::new();
    ground.round("2015-08-14");
    let names = |typed: &str| -> Vec<(Noun, String)> {
        ground.dossier.find_names(typed, 5).unwrap().into_iter().map(|hit| (hit.noun, hit.name)).collect()
    };
    for (typed, noun, name) in [
        ("Sudlnad", Noun::Party, "Sudland"),
        ("ada oficer", Noun::Person, "Ada Officer"),
        ("cyber securty agency", Noun::Body, "CSA"),
        ("cyber dialgue", Noun::Dialogue, "Cyber Dialogue"),
    ] {
        assert!(names(typed).contains(&(noun, name.to_owned())), "{typed}: {:?}", names(typed));
    }
    assert!(names("xq").is_empty() && names("").is_empty() && names("zzzzzz").is_empty());
}

#[test]
fn the_past_is_not_searched_but_left_as_it_is() {
    let ground = Ground::new();
    promise(&ground, "Share", "", "");
    let before: Day = day("2015-08-20");
    ground.dossier.commitments_as_of(before, &rapporteur_core::wire::CommitmentQuery::all()).unwrap();
    assert_eq!(found(&ground, "share"), ["Share"]);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_check_is_not_misled_by_what_was_read_before() {
    let ground = Ground::new();
    let first = ground.commitment("Share formats");
    // The index of words is read, and then written to until its pieces are put together: those that were read are gone.
    for number in 0..12 {
        assert_eq!(search(&ground, "formats").hits.len(), 1);
        for _ in 0..number % 9 {
            ground.heard(first, "2015-08-01", &format!("Heard {number}"));
        }
        let report = ground.dossier.check(|_| {}).unwrap();
        assert!(report.sound, "{number}: {:?}", report.faults);
    }
}

#[test]
fn a_beginning_finds_every_word_that_begins_so_be_they_few_or_many() {
    let ground = Ground::new();
    let typed = |words: &str| {
        let query = SearchQuery { typing: true, ..query(words) };
        let mut found = titles(&ground.dossier.search(&query).unwrap());
        found.sort();
        found
    };
    promise(&ground, "Résumés of experts", "They will share them.", "");
    promise(&ground, "Resumption of talks", "They will meet.", "");
    promise(&ground, "Result of talks", "They will meet.", "");
    promise(&ground, "सुरक्षा समूह", "They will meet.", "");
    assert_eq!(typed("resum"), ["Resumption of talks", "Résumés of experts"]);
    assert_eq!(typed("talks resum"), ["Resumption of talks"]);
    assert_eq!(typed("resumptions"), Vec::<String>::new());
    assert_eq!(typed("सुरक"), ["सुरक्षा समूह"]);
    assert_eq!(typed("\"of talk\""), Vec::<String>::new());
    // More of them than are asked for one by one, some in titles, some elsewhere.
    let letters: Vec<char> = ('a'..='z').collect();
    let many: Vec<String> = letters.iter().map(|letter| format!("Quartet{letter}s")).collect();
    for (number, word) in many.iter().enumerate() {
        let _ = match number % 3 {
            0 => promise(&ground, &format!("{word} meet"), "They will meet.", ""),
            1 => promise(&ground, &format!("Number {number}"), &format!("Of {word}."), ""),
            _ => promise(&ground, &format!("Number {number}"), "They will meet.", &format!("About {word}.")),
        };
    }
    assert_eq!(typed("quartet").len(), many.len());
    assert_eq!(typed("quartetb"), ["Number 1"]);
    assert_eq!(typed("quartets"), ["Quartetss meet"]);
}
