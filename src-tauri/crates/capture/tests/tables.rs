//! Tables of single questions: what a deadline means, what a title says, who is named, what a sentence inherits.

use chrono::NaiveDate;
use rapporteur_capture::{Candidate, DueMeaning, Lexicon, NamedKind, Party, Request, candidates};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

fn read(text: &str, on: Option<&str>) -> Vec<Candidate> {
    let parties = ["IN", "JP"].map(|code| Party { code: code.to_owned(), names: Vec::new() });
    candidates(&Request { text, parties: &parties, day: on.map(day) }, Lexicon::standard())
}

fn due(words: &str, on: Option<&str>) -> Option<(String, DueMeaning)> {
    let text = format!("The two sides will establish a joint fund {words}.");
    let found = read(&text, on).into_iter().next().unwrap_or_else(|| panic!("no candidate: {text}"));
    found.due.map(|due| (due.words, due.meaning))
}

#[test]
fn deadlines_mean_days_spans_occasions_and_rhythms() {
    let by = |to: &str| DueMeaning::Day(day(to));
    let span = |from: &str, to: &str| DueMeaning::Interval(day(from), day(to));
    let event = |words: &str| DueMeaning::Event(words.to_owned());
    // All against 15 October 2025.
    let table = [
        ("by 31 March 2026", by("2026-03-31")),
        ("by March 31, 2026", by("2026-03-31")),
        ("by 2026-03-31", by("2026-03-31")),
        ("on 5 May 2026", by("2026-05-05")),
        ("by the 5th of May 2026", by("2026-05-05")),
        ("by the end of 2025", by("2025-12-31")),
        ("by the end of the year", by("2025-12-31")),
        ("by 2030", by("2030-12-31")),
        ("by mid-2026", by("2026-08-31")),
        ("before 1 June 2026", by("2026-05-31")),
        ("no later than June 2026", by("2026-06-30")),
        ("within six months", by("2026-04-15")),
        ("within two years", by("2027-10-15")),
        ("within 90 days", by("2026-01-13")),
        ("within the year", by("2025-12-31")),
        ("by year's end", by("2025-12-31")),
        ("by Q3 2026", by("2026-09-30")),
        ("in the last quarter of 2026", span("2026-10-01", "2026-12-31")),
        ("as early as 2027", span("2027-01-01", "2027-12-31")),
        ("on an ongoing basis", DueMeaning::Ongoing),
        ("at all times", DueMeaning::Ongoing),
        ("in 2026", span("2026-01-01", "2026-12-31")),
        ("in May 2026", span("2026-05-01", "2026-05-31")),
        ("in early 2026", span("2026-01-01", "2026-04-30")),
        ("early next year", span("2026-01-01", "2026-04-30")),
        ("in the first half of 2026", span("2026-01-01", "2026-06-30")),
        ("in the third quarter of 2026", span("2026-07-01", "2026-09-30")),
        ("next year", span("2026-01-01", "2026-12-31")),
        ("later this year", span("2025-10-15", "2025-12-31")),
        ("in the coming weeks", span("2025-10-15", "2025-12-10")),
        ("in the months ahead", span("2025-10-15", "2026-04-15")),
        ("over the next five years", span("2025-10-15", "2030-10-15")),
        ("by the summer of 2026", by("2026-08-31")),
        ("before their next meeting", event("their next meeting")),
        ("ahead of COP31", event("COP31")),
        ("ahead of the Durban conference", event("the Durban conference")),
        ("at the next ministerial meeting", event("the next ministerial meeting")),
        ("before the 19th ministerial dialogue", event("the 19th ministerial dialogue")),
        ("every year", DueMeaning::Recurring(Some(12))),
        ("quarterly", DueMeaning::Recurring(Some(3))),
        ("twice a year", DueMeaning::Recurring(Some(6))),
    ];
    let mut wrong = Vec::new();
    for (words, meaning) in table {
        let found = due(words, Some("2025-10-15"));
        if found.as_ref().map(|(said, meant)| (said.as_str(), meant)) != Some((words, &meaning)) {
            wrong.push(format!("{words}: {found:?} and not {meaning:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn relative_deadlines_without_a_day_stay_unresolved() {
    for words in ["within six months", "next year", "later this year", "in the coming weeks", "by the end of the year"]
    {
        assert_eq!(due(words, None), Some((words.to_owned(), DueMeaning::Unresolved)));
    }
}

#[test]
fn words_that_are_no_deadline_are_none() {
    for words in [
        "as soon as possible",
        "in a timely manner",
        "signed in 2019",
        "under the 2030 Agenda",
        "in India",
        "at the highest level",
    ] {
        assert_eq!(due(words, Some("2025-10-15")), None, "{words}");
    }
}

#[test]
fn titles_are_short_and_in_the_imperative() {
    let table = [
        ("The two sides will share threat reports quarterly.", "Share threat reports quarterly"),
        ("The Ministers agreed to open a joint office in Osaka.", "Open a joint office in Osaka"),
        ("India is committed to launching a fund for ports.", "Launch a fund for ports"),
        ("The leaders directed their officials to conclude the tax treaty.", "Conclude the tax treaty"),
        (
            "We pledge our support (to) the Japanese government in protecting its cities and citizens from future harm.",
            "Support the Japanese government in protecting its cities and citizens from future harm",
        ),
        ("A joint task force will be established in Tokyo.", "Establish a joint task force in Tokyo"),
        ("The leaders looked forward to the launch of a shipping corridor.", "Launch a shipping corridor"),
        ("The two sides signed a memorandum on seed research.", "Sign a memorandum on seed research"),
        ("The leaders welcomed the establishment of a chair in Osaka.", "Establish a chair in Osaka"),
        // What will not be done is never told as if it would.
        ("The two sides will not impose new duties on steel.", "Do not impose new duties on steel"),
        ("Neither side will build any new post.", "Do not build any new post"),
        ("The two sides agreed that visa fees will not be raised.", "Do not raise visa fees"),
        ("It was agreed that direct flights would be resumed.", "Resume direct flights"),
        ("It was agreed not to raise the fees.", "Do not raise the fees"),
        ("The two sides will, without prejudice to their laws, share data on ships.", "Share data on ships"),
        (
            "The two sides will not only build a port but also train its pilots.",
            "Build a port but also train its pilots",
        ),
        ("The two sides agreed, without delay, to open a desk.", "Open a desk"),
        ("The delegations will meet no later than September 2026.", "Meet no later than September 2026"),
        ("The lists are to be exchanged by May 2027.", "Exchange the lists by May 2027"),
        ("The next forum will be hosted by Japan in 2027.", "Host the next forum in 2027"),
        ("There will be a working group on rovers.", "Set up a working group on rovers"),
        ("A grant of 2 billion yen was pledged by Japan.", "Provide a grant of 2 billion yen"),
        ("\"We will sign the accord in May,\" the minister said.", "Sign the accord in May"),
        // What a clause only adds is left out, and so is half a quotation mark.
        (
            "The two sides decided to open a joint ferry line that would not only help traders but also bring visitors.",
            "Open a joint ferry line",
        ),
        (
            "Officials of the two countries \"agreed to steady cooperation on ports\" to make trade easier.",
            "Steady cooperation on ports to make trade easier",
        ),
    ];
    for (text, title) in table {
        let found = read(text, None);
        assert_eq!(found.first().map(|candidate| candidate.title.as_str()), Some(title), "{text}");
    }
}

#[test]
fn bodies_and_people_are_named_where_they_stand() {
    let text =
        "The Ministry of Finance of Japan and the Reserve Bank will report to Prime Minister Sato within a month.";
    let found = read(text, None);
    let named = &found.first().unwrap_or_else(|| panic!("no candidate")).named;
    let bodies: Vec<&str> =
        named.iter().filter(|named| named.kind == NamedKind::Body).map(|named| named.words.as_str()).collect();
    let people: Vec<&str> =
        named.iter().filter(|named| named.kind == NamedKind::Person).map(|named| named.words.as_str()).collect();
    assert!(bodies.iter().any(|body| body.starts_with("Ministry of Finance")), "{bodies:?}");
    assert!(bodies.contains(&"Reserve Bank"), "{bodies:?}");
    assert_eq!(people, ["Prime Minister Sato"]);
    for named in named {
        let words: String = text.chars().skip(named.range.start).take(named.range.end - named.range.start).collect();
        assert_eq!(words, named.words);
    }
}

#[test]
fn items_know_their_lead_in_and_its_rule() {
    let text = "The two sides will:\n(a) establish a hotline; and\n(b) exchange officers.";
    let found = read(text, None);
    let items: Vec<&Candidate> = found.iter().filter(|candidate| candidate.lead_in.is_some()).collect();
    assert_eq!(items.len(), 2);
    for item in items {
        assert_eq!(item.cue.rule, "inherited.firm.will");
        assert_eq!(item.cue.words, "The two sides will:");
        assert_eq!(item.lead_in.map(|range| (range.start, range.end)), Some((0, 19)));
    }
}

#[test]
fn several_undertakings_are_told_apart() {
    let text = "The two sides will establish a joint committee, exchange liaison officers and publish a shared report.";
    let found = read(text, None);
    let acts: Vec<String> =
        found[0].acts.iter().map(|act| text.chars().skip(act.start).take(act.end - act.start).collect()).collect();
    assert_eq!(acts, ["establish a joint committee", "exchange liaison officers", "publish a shared report"]);
}

#[test]
fn rows_of_a_flattened_table_are_commitments() {
    let text = "Action plan\n\nNo.\tAction\tLead\tDeadline\n1\tEstablish a joint committee on ports\tIndia\tby June 2026\n2\tPublish a shared report\tJapan\tby 2027\n\nThe talks were cordial.";
    let found = read(text, None);
    let titles: Vec<&str> = found.iter().map(|candidate| candidate.title.as_str()).collect();
    assert_eq!(found.len(), 2, "{titles:?}");
    assert!(titles[0].starts_with("Establish a joint committee on ports"), "{titles:?}");
    assert_eq!(found[1].due.as_ref().map(|due| due.words.as_str()), Some("by 2027"));
}
