//! `instruments`, `notices`, `show` and `history` of instruments, and signing one by `log`.

use crate::support::{Desk, refs};

#[test]
fn instruments_are_listed_by_partner_track_stage_and_trouble() {
    let desk = Desk::with_sample();
    let list = |filters: &[&str]| {
        let mut arguments = vec!["instruments", "sample.dossier", "--json"];
        arguments.extend(filters);
        refs(&desk.run(&arguments).json()).into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(list(&[]), ["INS-2011-001", "INS-2011-002", "INS-2015-001"]);
    assert_eq!(list(&["--partner", "US", "--track", "ct"]), ["INS-2011-002"]);
    assert_eq!(list(&["--stage", "operative", "--type", "memorandum-of-understanding"]), ["INS-2011-001"]);
    assert_eq!(list(&["--stage", "in-force"]), [""; 0]);
    assert_eq!(list(&["--in-trouble"]), ["INS-2011-001"]);
    assert_eq!(list(&["--concern", "notice-due"]), ["INS-2011-001"]);
    assert_eq!(list(&["--dialogue", "Cyber Dialogue"]), ["INS-2015-001"]);
    assert_eq!(list(&["--sort", "title"]), ["INS-2011-002", "INS-2015-001", "INS-2011-001"]);
    assert_eq!(list(&["memorandum"]), ["INS-2011-001"]);
    let text = desk.run(&["instruments", "sample.dossier"]).done();
    assert!(text.contains("!  INS-2011-001  MoU on cyber security"), "{text}");
    assert!(text.contains("before 1 Jul 2011"), "{text}");
    assert!(text.ends_with("3 instruments, as of 20 Aug 2015.\n"), "{text}");
    let wrong = desk.run(&["instruments", "sample.dossier", "--stage", "ended"]);
    assert_eq!(wrong.exit, 2);
    assert!(wrong.err.contains("it is one of proposed, negotiating, ad-referendum"), "{}", wrong.err);
    let sentence = desk.run(&["instruments", "sample.dossier", "--partner", "XX"]).fault(1);
    assert_eq!(sentence, "No party fits “XX”.");
}

#[test]
fn notices_say_by_when_and_why() {
    let desk = Desk::with_sample();
    let text = desk.run(&["notices", "sample.dossier", "--within", "90d"]).done();
    assert!(text.contains("18 Oct 2015       59  INS-2011-001"), "{text}");
    assert!(text.contains("nine months before the term ends, 18 Jul 2016."), "{text}");
    let rows = desk.run(&["notices", "sample.dossier", "--json"]).json();
    assert_eq!((rows[0]["noticeOn"].as_str(), rows[0]["noticeDays"].as_i64()), (Some("2015-10-18"), Some(59)));
    let none = desk.run(&["notices", "sample.dossier", "--within", "58"]).done();
    assert_eq!(none, "Nothing is due within 58 days of 20 Aug 2015.\n");
    assert_eq!(desk.run(&["notices", "sample.dossier", "--within", "3m"]).exit, 2);
}

#[test]
fn an_instrument_is_shown_with_what_it_comes_to() {
    let desk = Desk::with_sample();
    let text = desk.run(&["show", "sample.dossier", "ins-2011-001"]).done();
    for line in [
        "INS-2011-001  Memorandum of understanding on cyber security, CERT-In and US-CERT",
        "Legal effect      Not binding",
        "Entry into force  Not stated",
        "Stage   operative. Operative since 19 Jul 2011: signed by all parties.",
        "Term    Term ends 18 Jul 2016: five years from signature.",
        "●  19 Jul 2011  Signature            United States  Jane Holl Lute, Deputy Secretary of Homeland Security, New Delhi",
        "○  18 Oct 2015  Last day for notice",
        "●  CYB-2011-001  Draw up a memorandum on cyber security",
        "CYB-2011-003  Closer cooperation and information in good time",
    ] {
        assert!(text.contains(line), "{line} is missing in\n{text}");
    }
    let json = desk.run(&["show", "sample.dossier", "Counter-Terrorism Cooperation Initiative", "--json"]).json();
    assert_eq!(json["row"]["ref"], "INS-2011-002");
    assert_eq!(json["row"]["signed"], "before 1 Jul 2011");
    assert_eq!(json["row"]["effect"], "not_stated");
    let commitment = desk.run(&["show", "sample.dossier", "CYB-2011-001"]).done();
    assert!(commitment.contains("is delivered by  INS-2011-001"), "{commitment}");
    let history = desk.run(&["history", "sample.dossier", "INS-2011-001"]).done();
    assert!(history.contains("renewal: not stated → tacit"), "{history}");
    assert!(history.contains("person: Jane Holl Lute"), "{history}");
}

#[test]
fn an_instrument_is_signed_at_a_meeting_and_one_that_stood_is_taken_further() {
    let desk = Desk::with_sample();
    let meeting = r#"{
        "title": "Signing in Washington", "begins_on": "2015-08-19", "place": "Washington", "dialogue": "Cyber Dialogue",
        "texts": [{"title": "Agreement", "kind": "instrument_text", "language": "en", "instrument": 1, "authentic": true,
                   "body": "Both sides will open a desk."},
                  {"title": "Letter", "body": "On costs.", "instrument": 1, "side_letter": true}],
        "instruments": [
            {"title": "Agreement on a joint desk", "type": "agreement", "languages": ["en"], "authentic": ["en"],
             "entry": {"clause": "on_notifications", "after": {"length": 30, "unit": "days"}},
             "term": {"length": {"length": 5, "unit": "years"}, "from": "entry_into_force", "renewal": "express"},
             "acts": [{"person": "Arvind Gupta"}, {"party": "US", "name": "A. Visitor"}]},
            {"instrument": "INS-2011-001", "acts": [{"kind": "denunciation", "party": "US"}], "delivers": ["CYB-2011-002"]}],
        "outcomes": [{"title": "Open a desk", "quote": "Both sides will open a desk", "text": 1},
                     {"title": "Name a head of it", "instrument": 1}]}"#;
    desk.run_with(&["log", "sample.dossier", "-"], meeting).done();
    let view = desk.run(&["show", "sample.dossier", "INS-2015-002", "--json"]).json();
    assert_eq!(view["row"]["stage"], "signed");
    assert_eq!(
        view["row"]["missing"],
        "notification of completion by India; notification of completion by United States"
    );
    assert_eq!(view["acts"][0]["place"], "Washington");
    assert_eq!(view["texts"][1]["sideLetter"], true);
    let made: Vec<&str> =
        view["commitments"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect();
    assert_eq!(made, ["Open a desk", "Name a head of it"]);
    let old = desk.run(&["show", "sample.dossier", "INS-2011-001", "--json"]).json();
    assert_eq!(old["reckoned"]["endsOn"], "2016-05-19");
    assert_eq!(old["delivers"][1]["commitment"]["ref"], "CYB-2011-002");
    assert!(desk.run(&["check", "sample.dossier"]).done().ends_with("Nothing is wrong.\n"));

    let before = desk.export("sample.dossier");
    for (part, sentence) in [
        (
            r#""instruments": [{"title": "A", "acts": [{"party": "US"}]}]"#,
            "Instrument 1: An instrument has at least two parties. Name both sides.",
        ),
        (r#""instruments": [{"instrument": "INS-1999-001"}]"#, "Instrument 1: No instrument fits “INS-1999-001”."),
        (
            r#""texts": [{"title": "T", "body": "B", "instrument": 1}]"#,
            "Text 1: There is no instrument 1; the entry has 0.",
        ),
        (r#""instruments": [{"title": "A", "stage": "signed"}]"#, "instruments[0].stage: unknown field `stage`"),
    ] {
        let meeting = format!(r#"{{"title": "Call", {part}}}"#);
        let said = desk.run_with(&["log", "sample.dossier", "-"], &meeting).fault(1);
        assert!(said.contains(sentence), "{sentence} is missing in: {said}");
        assert_eq!(desk.export("sample.dossier"), before);
    }
}

#[test]
fn the_text_of_an_instrument_is_attached_to_it() {
    let desk = Desk::with_sample();
    desk.write("protocol.txt", "Protocol\n\nBoth sides will meet each spring.\n");
    let said = desk.run(&["attach", "sample.dossier", "protocol.txt", "--instrument", "INS-2011-002"]).done();
    assert!(said.contains(" to INS-2011-002 Counter-Terrorism Cooperation Initiative: "), "{said}");
    let view = desk.run(&["show", "sample.dossier", "INS-2011-002", "--json"]).json();
    assert_eq!(view["texts"].as_array().unwrap().len(), 2);
}

#[test]
fn a_synthetic_dossier_has_instruments_of_every_kind() {
    let desk = Desk::empty();
    desk.run(&["generate", "g.dossier", "--commitments", "3000", "--follow-ups", "0"]).done();
    let rows = desk.run(&["instruments", "g.dossier", "--json"]).json();
    assert_eq!(rows.as_array().unwrap().len(), 6);
    let export = desk.export("g.dossier");
    for noun in ["instrument_act", "instrument_party", "delivered_by"] {
        assert!(export.lines().any(|line| line.starts_with(&format!("{noun} "))), "{noun}");
    }
    assert!(export.lines().any(|line| line.starts_with("text ") && line.contains("\"instrument_id\"")));
}
