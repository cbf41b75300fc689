//! The search language against a plain evaluation of the same question on what each commitment shows.

use std::sync::Arc;

use rapporteur_core::{
    Dossier,
    clock::SetClock,
    sample,
    vocabulary::{Bound, Delivery, Exception, Freshness, Noun, OwnerRole, Status, Strength},
    wire::{CommitmentQuery, CommitmentView, LinkDraft, MentionDraft, PassageDraft},
};

use crate::ground::{Ground, around, day, noon, refusal};

/// Every commitment of the sample, and the sample.
fn sample() -> (tempfile::TempDir, Dossier, Vec<CommitmentView>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.dossier");
    sample::create(&path).unwrap();
    let clock = Arc::new(SetClock::at(noon("2015-08-20")));
    let dossier = Dossier::open(&path, around(&clock, 3)).unwrap();
    let rows = dossier.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::all() }).unwrap().rows;
    let mut views: Vec<CommitmentView> = rows.iter().map(|row| dossier.commitment(row.id).unwrap()).collect();
    for owner in views.iter_mut().flat_map(|view| &mut view.owners) {
        // A view shows the short name; words are looked for in the full one too.
        if let Some(body) = &owner.body {
            owner.label = dossier.body(body.id).unwrap().row.name;
        }
    }
    (folder, dossier, views)
}

fn found(dossier: &Dossier, words: &str) -> Vec<String> {
    let query = CommitmentQuery { words: words.into(), limit: 500, ..CommitmentQuery::all() };
    let mut refs: Vec<String> = dossier
        .commitments(&query)
        .unwrap_or_else(|e| panic!("{words}: {e}"))
        .rows
        .into_iter()
        .map(|row| row.r#ref)
        .collect();
    assert_eq!(dossier.count_commitments(&query).unwrap() as usize, refs.len(), "{words}");
    refs.sort();
    refs
}

/// Whether a part of the owners on one side is called that.
fn owned(view: &CommitmentView, counterpart: bool, name: &str) -> bool {
    view.owners.iter().any(|owner| {
        (owner.role == OwnerRole::Counterpart) == counterpart
            && [&owner.body, &owner.person].into_iter().flatten().any(|part| part.name.contains(name))
    })
}

/// Words as a reader tells them apart.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The texts of a commitment, each by itself.
fn texts(view: &CommitmentView) -> Vec<String> {
    let row = &view.row;
    let mut all = vec![format!("{} {}", row.r#ref, row.title), row.wording.clone(), view.note.clone()];
    all.extend(row.blocked.clone());
    all.extend(row.due.event.clone());
    all.extend(view.closing.as_ref().map(|closing| closing.evidence.clone()));
    for heard in &view.follow_ups {
        all.extend([&heard.note, &heard.next_step, &heard.reported_by, &heard.evidence].map(String::clone));
    }
    for owner in &view.owners {
        all.push(owner.label.clone());
        all.extend([&owner.body, &owner.person].into_iter().flatten().map(|part| part.name.clone()));
    }
    all
}

/// Whether these words stand in a text one after the other, the last of them perhaps going on.
fn stands(view: &CommitmentView, phrase: &str, beginning: bool) -> bool {
    let phrase = words_of(phrase);
    texts(view).iter().any(|text| {
        words_of(text).windows(phrase.len()).any(|window| {
            let (last, first) = (&window[phrase.len() - 1], &window[..phrase.len() - 1]);
            first == &phrase[..phrase.len() - 1]
                && (*last == phrase[phrase.len() - 1] || (beginning && last.starts_with(&phrase[phrase.len() - 1])))
        })
    })
}

fn holds(view: &CommitmentView, word: &str) -> bool {
    stands(view, word, false)
}

type Plain = fn(&CommitmentView) -> bool;

#[test]
fn every_field_finds_what_a_plain_look_finds() {
    let (_folder, dossier, views) = sample();
    let cases: &[(&str, Plain)] = &[
        ("", |_| true),
        ("open", |v| v.row.status.is_open()),
        ("closed", |v| !v.row.status.is_open()),
        ("status:open -overdue", |v| v.row.status.is_open() && !v.row.due.overdue),
        ("overdue", |v| v.row.due.overdue),
        ("blocked", |v| v.row.blocked.is_some()),
        ("track:cyber", |v| v.track_name == "Cyber"),
        ("track:CLI", |v| v.track_name == "Climate"),
        ("-track:cyber", |v| v.track_name != "Cyber"),
        ("track:cyber or track:climate", |v| ["Cyber", "Climate"].contains(&v.track_name.as_str())),
        ("status:in-progress", |v| v.row.status == Status::InProgress),
        ("status:\"not started\"", |v| v.row.status == Status::NotStarted),
        ("theirs:closed", |v| v.row.their_status.is_some_and(|s| !s.is_open())),
        ("lamp:red", |v| v.row.delivery == Delivery::Red),
        ("lamp:amber", |v| v.row.delivery == Delivery::Amber),
        ("lamp:green", |v| v.row.delivery == Delivery::Green),
        ("lamp:stale", |v| v.row.heard.lamp == Freshness::Stale),
        ("lamp:fresh", |v| v.row.heard.lamp == Freshness::Fresh),
        ("bound:both", |v| v.row.bound == Bound::Both),
        ("bound:us", |v| v.row.bound == Bound::Home),
        ("bound:them", |v| v.row.bound == Bound::Partner),
        ("bound:India", |v| matches!(v.row.bound, Bound::Both | Bound::Home)),
        ("bound:US", |v| matches!(v.row.bound, Bound::Both | Bound::Partner)),
        ("exception:overdue", |v| v.row.exceptions.contains(&Exception::Overdue)),
        ("exception:blocked or exception:due-before", |v| {
            v.row.exceptions.iter().any(|what| matches!(what, Exception::Blocked | Exception::DueBefore))
        }),
        ("strength:firm", |v| v.row.strength == Strength::Firm),
        ("strength:intent or strength:soft", |v| v.row.strength != Strength::Firm),
        ("due:none", |v| v.row.due.on.is_none()),
        ("-due:none", |v| v.row.due.on.is_some()),
        ("due<2015-01-01", |v| v.row.due.on.is_some_and(|on| on < day("2015-01-01"))),
        ("due>=2015-09", |v| v.row.due.on.is_some_and(|on| on >= day("2015-09-01"))),
        ("due>2015-09", |v| v.row.due.on.is_some_and(|on| on > day("2015-09-30"))),
        ("due<=today", |v| v.row.due.on.is_some_and(|on| on <= day("2015-08-20"))),
        ("due:next-month", |v| v.row.due.on.is_some_and(|on| on >= day("2015-09-01") && on <= day("2015-09-30"))),
        ("heard:never", |v| v.row.heard.on.is_none()),
        ("heard>-30", |v| v.row.heard.on.is_some_and(|on| on > day("2015-07-21"))),
        ("made:2011", |v| v.row.made_on.is_some_and(|on| on.to_string().starts_with("2011"))),
        ("made:none", |v| v.row.made_on.is_none()),
        ("slips>0", |v| v.row.due.slips > 0),
        ("slips:0", |v| v.row.due.slips == 0),
        ("slips>=2", |v| v.row.due.slips >= 2),
        ("owner:CERT-In", |v| owned(v, false, "CERT-In")),
        ("counterpart:DHS", |v| owned(v, true, "DHS")),
        ("owner:MHA counterpart:DHS", |v| owned(v, false, "MHA") && owned(v, true, "DHS")),
        ("partner:US", |v| v.owners.iter().any(|owner| owner.party.name.contains("United States"))),
        ("meeting:\"4th\"", |v| {
            v.meeting.as_ref().is_some_and(|m| m.name.contains("4th"))
                || v.row.due.meeting.as_ref().is_some_and(|m| m.name.contains("4th"))
        }),
        ("ref:cyb-2015", |v| v.row.r#ref.starts_with("CYB-2015")),
        ("title:cyber title:security", |v| {
            ["cyber", "security"].iter().all(|w| words_of(&v.row.title).iter().any(|word| word.starts_with(w)))
        }),
        ("cyber", |v| holds(v, "cyber")),
        ("\"cyber security\"", |v| holds(v, "cyber security")),
        ("cyber -crime", |v| holds(v, "cyber") && !holds(v, "crime")),
        ("secur*", |v| stands(v, "secur", true)),
        ("\"cyber secur\"*", |v| stands(v, "cyber secur", true)),
        ("cyber or crime", |v| holds(v, "cyber") || holds(v, "crime")),
        ("agreed cyber", |v| holds(v, "agreed") && holds(v, "cyber")),
        ("-(overdue or track:cyber) open", |v| v.row.status.is_open() && !v.row.due.overdue && v.track_name != "Cyber"),
        ("created:1999", |_| false),
    ];
    let mut some = 0;
    for (query, plain) in cases {
        let mut wanted: Vec<String> =
            views.iter().filter(|view| plain(view)).map(|view| view.row.r#ref.clone()).collect();
        wanted.sort();
        some += usize::from(!wanted.is_empty() && wanted.len() < views.len());
        assert_eq!(found(&dossier, query), wanted, "{query}");
    }
    // Most cases part the commitments in two: a filter that let all or none through would show.
    assert!(some * 4 >= cases.len() * 3, "only {some} of {} cases part the commitments", cases.len());
}

#[test]
fn the_register_knows_when_a_row_was_entered_and_changed() {
    let ground = Ground::new();
    let old = ground.commitment("Old");
    ground.clock.set(noon("2015-09-10"));
    let new = ground.commitment("New");
    ground.heard(new, "2015-09-09", "Begun");
    let found = |words: &str| found(&ground.dossier, words);
    let named = |id| vec![ground.row(id).r#ref];
    assert_eq!(found("created:2015-08-20"), named(old));
    assert_eq!(found("created>2015-08"), named(new));
    assert_eq!(found("changed:2015-08"), named(old));
    ground.put_off(old, "2016-01-01", "Later").unwrap();
    assert_eq!(found("changed:2015-08"), Vec::<String>::new());
    assert_eq!(found("changed>=2015-09-10").len(), 2);
}

#[test]
fn what_comes_back_was_entered_when_it_first_was() {
    let ground = Ground::new();
    let old = ground.commitment("Old");
    ground.clock.set(noon("2015-09-10"));
    let act = ground.dossier.remove(Noun::Commitment, old).unwrap().act.unwrap();
    ground.dossier.revert(act.id).unwrap();
    assert_eq!(found(&ground.dossier, "created:2015-08-20"), [ground.row(old).r#ref]);
    assert_eq!(found(&ground.dossier, "created:2015-09"), Vec::<String>::new());
}

#[test]
fn what_was_changed_since_is_not_part_of_the_past() {
    let ground = Ground::new();
    let old = ground.commitment("Old");
    ground.clock.set(noon("2015-09-10"));
    ground.put_off(old, "2016-01-01", "Later").unwrap();
    let query = CommitmentQuery { words: "changed:2015-08".into(), ..CommitmentQuery::all() };
    assert_eq!(ground.dossier.commitments_as_of(day("2015-08-31"), &query).unwrap().rows.len(), 1);
    assert_eq!(ground.dossier.commitments(&query).unwrap().rows.len(), 0);
}

#[test]
fn what_contradicts_itself_finds_and_counts_nothing() {
    let ground = Ground::new();
    ground.commitment("Share");
    for words in ["open closed", "open reaffirmed<1 closed", "open status:closed -blocked", "track:cyb open closed"] {
        let query = CommitmentQuery { words: words.into(), ..CommitmentQuery::all() };
        assert!(ground.dossier.commitments(&query).unwrap().rows.is_empty(), "{words}");
        assert_eq!(ground.dossier.count_commitments(&query).unwrap(), 0, "{words}");
        assert_eq!(ground.dossier.list_places(&query).unwrap().total, 0, "{words}");
    }
}

#[test]
fn the_longest_query_is_answered() {
    let ground = Ground::new();
    ground.commitment("A");
    for query in ["a ".repeat(1_000), "a or ".repeat(399) + "a", "-".repeat(25) + "a", "meeting:a ".repeat(199)] {
        let query = CommitmentQuery { words: query, ..CommitmentQuery::all() };
        if let Err(error) = ground.dossier.commitments(&query) {
            assert!(matches!(error, rapporteur_core::Error::Invalid(_)), "{error:?}");
        }
    }
}

#[test]
fn reaffirmations_are_counted() {
    let ground = Ground::new();
    let (old, new) = (ground.commitment("Old"), ground.due("New", "2015-12-01"));
    let kind = rapporteur_core::vocabulary::LinkKind::Reaffirms;
    ground.dossier.add_link(&LinkDraft { from: new, kind, to: old }).unwrap();
    assert_eq!(found(&ground.dossier, "reaffirmed>0"), [ground.row(old).r#ref]);
    assert_eq!(found(&ground.dossier, "reaffirmed:0"), [ground.row(new).r#ref]);
    let statement = "Both sides will share formats for reports.";
    let text = ground.dossier.save_text(&crate::ground::text(None, "Statement", statement)).unwrap().output;
    let at = PassageDraft { text, start: 0, end: u32::try_from(statement.len()).unwrap() };
    ground.dossier.add_mention(&MentionDraft { commitment: old, at, note: String::new() }).unwrap();
    assert_eq!(found(&ground.dossier, "reaffirmed:2"), [ground.row(old).r#ref]);
}

#[test]
fn what_cannot_be_asked_is_said_with_what_there_is() {
    let ground = Ground::new();
    let refused = |words: &str| {
        refusal(ground.dossier.commitments(&CommitmentQuery { words: words.into(), ..CommitmentQuery::all() }))
    };
    ground.round("2015-08-14");
    assert!(refused("owner:Ada-Oficer").ends_with("Did you mean Ada Officer?"), "{}", refused("owner:Ada-Oficer"));
    assert!(refused("meeting:\"cyber dialouge\"").contains("Did you mean 1st Cyber Dialogue?"));
    assert_eq!(refused("meeting:zzz"), "No meeting is called anything like “zzz”.");
    assert_eq!(refused("track:climate"), "Nothing that “track” can mean is called “climate”. There are: CYB.");
    assert_eq!(
        refused("owner:SCERT"),
        "Nothing that “owner” can mean is called “SCERT”. There are: MFA; CSA; Ada Officer."
    );
    assert!(refused("created:none").contains("name a day"));
    assert!(refused("(open").contains("not closed"));
    assert_eq!(found(&ground.dossier, "counterpart:SCERT"), Vec::<String>::new());
}

#[test]
fn help_names_the_spot_and_offers_what_fits() {
    let ground = Ground::new();
    let help = |text: &str, at: u32| ground.dossier.query_help(text, at).unwrap();
    let labels = |text: &str| -> Vec<String> {
        help(text, u32::try_from(text.chars().count()).unwrap()).offers.into_iter().map(|offer| offer.label).collect()
    };
    assert_eq!(labels("tr"), ["track:"]);
    assert_eq!(labels("open -st"), ["status:", "strength:", "stale"]);
    assert_eq!(labels("track:c"), ["CYB"]);
    assert_eq!(labels("owner:\"ministry of"), ["MFA"]);
    assert_eq!(labels("bound:t"), ["them", "both"]);
    assert_eq!(labels("status:not"), ["not-started", "not-fulfilled"]);
    assert!(labels("").len() > 20);
    // What two meetings are called is offered once.
    for (title, on) in [("Talks", "2015-03-01"), ("More talks", "2015-04-01"), ("Talks", "2015-05-01")] {
        ground.dossier.save_meeting(&crate::ground::meeting(None, title, on)).unwrap();
    }
    assert_eq!(labels("meeting:talks"), ["Talks", "More talks"]);
    assert!(labels("cybersecurity").is_empty());
    let offered = help("open (counterpart:sc", 20);
    assert_eq!((offered.from, offered.to, offered.offers[0].insert.as_str()), (18, 20, "SCERT "));
    let problem = help("open track:x", 12).problem.unwrap();
    assert_eq!((problem.start, problem.end), (11, 12));
    assert_eq!(help("open", 4).problem, None);
}

#[test]
fn a_query_reads_the_past_and_goes_on_page_by_page() {
    let ground = Ground::new();
    for number in 0..25 {
        ground.due(&format!("Promise {number}"), &format!("2015-10-{:02}", number + 1));
    }
    ground.clock.set(noon("2016-01-10"));
    ground.commitment("Promise of the new year");
    let query = CommitmentQuery { words: "promise due<=2015-10-20".into(), limit: 7, ..CommitmentQuery::all() };
    let mut titles = Vec::new();
    let mut after = None;
    loop {
        let page = ground.dossier.commitments(&CommitmentQuery { after, ..query.clone() }).unwrap();
        titles.extend(page.rows.into_iter().map(|row| row.title));
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(titles.len(), 20);
    let then = CommitmentQuery { words: "promise".into(), ..CommitmentQuery::all() };
    assert_eq!(ground.dossier.commitments_as_of(day("2015-12-31"), &then).unwrap().rows.len(), 25);
}
