//! That no page of the application goes through a table from end to end, however large the register is: every statement
//! that its pages prepare is put to the database, which says how it would carry it out.

use std::collections::BTreeSet;

use crate::{
    Dossier, Surroundings, Ways,
    clock::Day,
    id::Id,
    sample,
    vocabulary::{Delivery, Exception, Freshness, MeetingState, Noun, PaperKind, Status},
    wire::{
        CommitmentQuery, CompareQuery, DueDateDraft, DueDraft, FollowUpQuery, Grouping, InstrumentQuery, JournalQuery,
        MentionDraft, PaperRequest, PassageDraft, Reader, ReviewFrame, SearchQuery, Seen, Sort, TimeLineQuery,
    },
};

/// What is small whatever the register holds: there are as many as a ministry has partners, subjects and offices; and
/// some thousand instruments, of which one row each is read.
const SMALL: &[&str] = &[
    "dossier",
    "marking",
    "party",
    "track",
    "dialogue",
    "body",
    "person",
    "tally",
    "saved_view",
    "brief_plan",
    "kept_paper",
    "instrument",
    "instrument_standing",
];

/// What is gone through whole on purpose, by what stands in the statement, with the reason.
const WHOLE: &[(&str, &str)] = &[
    ("FROM meeting ORDER BY begins_on", "grouping by meeting shows the meetings; there are some ten thousand"),
    ("FROM meeting m ", "the list of meetings shows them"),
    ("state, record_state FROM meeting", "the list of meetings shows them, from an index alone"),
    ("state, begins_on FROM meeting WHERE", "the list of dialogues counts their rounds, from an index alone"),
    ("day_precision FROM meeting", "finders offer the meetings, from an index alone"),
    ("count(*) FROM meeting", "the navigation counts them"),
    ("FROM act WHERE kind = 'done' AND undone = false ORDER BY seq", "undo begins with the newest, and stops there"),
    ("FROM act WHERE undone = true AND forgotten = false", "in an index of what was undone, which stops at the first"),
    ("FROM act WHERE op = 'remove'", "in an index of the bin alone, as far as it is shown"),
    ("FROM act ORDER BY seq DESC LIMIT 1", "the newest"),
    ("GROUP BY track_id, bound", "the ledger counts all that is open and all that came to an end, from an index alone"),
    ("FROM journal ORDER BY seq DESC LIMIT 1", "the newest"),
    ("FROM verdict", "verdicts are shown whole"),
    ("FROM temp.word_terms", "begins at a word of the index, and stops at the next"),
];

/// How a statement begins that goes along the order of a list, which an index has to give.
const WALKING: &str = concat!("SEL", "ECT s.");
/// How every statement begins that reads.
const SELECT: &str = concat!("SEL", "ECT ");

/// The table that a step of a plan names, by the name or by what the statement calls it.
fn table_of(sql: &str, called: &str) -> String {
    let words: Vec<&str> =
        sql.split(|c: char| c.is_whitespace() || "(),".contains(c)).filter(|word| !word.is_empty()).collect();
    words
        .windows(3)
        .find(|three| matches!(three[0], "FROM" | "JOIN") && three[2] == called)
        .map_or_else(|| called.to_owned(), |three| three[1].to_owned())
}

/// Whether a step goes through a table that may be large.
fn goes_through(sql: &str, step: &str) -> bool {
    let Some(called) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
    let table = table_of(sql, called);
    // What was put together by the statement itself, and the index of words asked for words, are no tables.
    let no_table = matches!(called, "CONSTANT" | "counted" | "bounded" | "made" | "t") || called.starts_with('(');
    // Indexes that hold few rows by themselves: what is blocked, what is marked, who leads alone.
    let few = ["standing_blocked", "standing_lead_alone", "commitment_marking", "follow_up_marking"];
    let no_table = no_table || few.iter().any(|index| step.contains(index));
    let asked = step.contains("VIRTUAL TABLE INDEX") && step.contains('M');
    !(no_table || asked || SMALL.contains(&table.as_str()) || WHOLE.iter().any(|(words, _)| sql.contains(words)))
}

fn queries() -> Vec<CommitmentQuery> {
    let words = [
        "",
        "cyber",
        "secur* -\"joint statement\"",
        "cyber or climate",
        "title:cyber",
        "open",
        "closed",
        "overdue",
        "blocked",
        "stale",
        "track:CYB",
        "status:in-progress",
        "theirs:open",
        "lamp:red",
        "lamp:amber",
        "lamp:green",
        "lamp:grey",
        "lamp:fresh",
        "lamp:ageing",
        "lamp:stale",
        "bound:us",
        "bound:US",
        "strength:firm",
        "due:none",
        "due:2015",
        "due<2015-01-01",
        "slips>1",
        "slips:0",
        "owner:CERT-In",
        "counterpart:DHS",
        "partner:US",
        "meeting:4th",
        "dialogue:cyber",
        "made:2011",
        "made:none",
        "heard>-30",
        "heard:never",
        "created:this-year",
        "changed>-30",
        "reaffirmed>0",
        "reaffirmed:0",
        "ref:CYB",
        "instrument:INS-2011-001",
        "mha cyber",
        "-open -track:CYB",
    ];
    let mut all: Vec<CommitmentQuery> =
        words.iter().map(|words| CommitmentQuery { words: (*words).into(), ..CommitmentQuery::all() }).collect();
    let plain = CommitmentQuery::all;
    all.extend(Status::ALL.iter().map(|status| CommitmentQuery { statuses: vec![*status], ..plain() }));
    all.extend(Delivery::ALL.iter().map(|lamp| CommitmentQuery { delivery: vec![*lamp], ..plain() }));
    all.extend(Freshness::ALL.iter().map(|lamp| CommitmentQuery { freshness: vec![*lamp], ..plain() }));
    all.extend(Exception::ALL.iter().map(|what| CommitmentQuery { exceptions: vec![*what], ..plain() }));
    all.extend([true, false].map(|on_course| CommitmentQuery { on_course: Some(on_course), ..plain() }));
    all.extend([true, false].map(|open| CommitmentQuery { open: Some(open), ..plain() }));
    all.push(CommitmentQuery { due_before: Day::from_ymd_opt(2015, 1, 1), ..plain() });
    all
}

fn lists(dossier: &Dossier) {
    let groups = [
        None,
        Some(Grouping::Track),
        Some(Grouping::Owner),
        Some(Grouping::Body),
        Some(Grouping::Meeting),
        Some(Grouping::Status),
        Some(Grouping::DueMonth),
    ];
    let walking = Ways { small: 0, large: 0, long: u64::MAX };
    for ways in [Ways::MEASURED, walking] {
        ways.take();
        for query in queries() {
            for sort in Sort::ALL {
                for descending in [false, true] {
                    let query = CommitmentQuery { sort: *sort, descending, limit: 2, ..query.clone() };
                    let page = dossier.commitments(&query).unwrap();
                    dossier.commitments(&CommitmentQuery { after: page.next, ..query }).unwrap();
                }
            }
            dossier.count_commitments(&query).unwrap();
        }
        for group in groups {
            for sort in Sort::ALL {
                let query = CommitmentQuery { group, sort: *sort, limit: 3, ..CommitmentQuery::all() };
                let page = dossier.commitments(&query).unwrap();
                dossier.commitments(&CommitmentQuery { after: page.next, ..query.clone() }).unwrap();
                dossier.list_places(&query).unwrap();
                dossier.list_places(&CommitmentQuery { words: "cyber".into(), ..query }).unwrap();
            }
        }
    }
    Ways::MEASURED.take();
}

/// Every paper, for one who may see everything and for one who may not.
fn papers(dossier: &Dossier) {
    let restricted =
        dossier.overview().unwrap().markings.iter().find(|label| label.label == "Secret").map(|label| label.id);
    let readers = [Reader::default(), Reader { ceilings: restricted.into_iter().collect(), told_of_gaps: true }];
    for reader in readers {
        let of = |kind| PaperRequest { reader: reader.clone(), ..PaperRequest::of(kind) };
        for row in dossier.meetings().unwrap().iter().take(5) {
            // What has not taken place has no outcome.
            let outcome = (row.state == MeetingState::Held).then_some(PaperKind::Outcome);
            for kind in [PaperKind::Brief, PaperKind::Record].into_iter().chain(outcome) {
                dossier.paper(&PaperRequest { meeting: Some(row.id), ..of(kind) }).unwrap();
            }
        }
        for kind in [PaperKind::Outcome, PaperKind::Matrix, PaperKind::Instruments] {
            dossier.paper(&of(kind)).unwrap();
        }
        dossier.calendar(&of(PaperKind::Calendar)).unwrap();
        for track in dossier.overview().unwrap().tracks {
            dossier.paper(&PaperRequest { track: Some(track.id), ..of(PaperKind::Track) }).unwrap();
        }
        let rows = dossier.commitments(&CommitmentQuery { limit: 5, ..CommitmentQuery::all() }).unwrap().rows;
        for row in rows {
            dossier.paper(&PaperRequest { commitment: Some(row.id), ..of(PaperKind::History) }).unwrap();
        }
        for party in dossier.parties().unwrap() {
            for body in party.bodies.iter().take(2) {
                dossier.paper(&PaperRequest { body: Some(body.id), ..of(PaperKind::Chaser) }).unwrap();
            }
            for person in party.persons.iter().take(2) {
                dossier.paper(&PaperRequest { person: Some(person.id), ..of(PaperKind::Handover) }).unwrap();
            }
        }
    }
}

fn pages(dossier: &Dossier) {
    let view = dossier.overview().unwrap();
    let frame = ReviewFrame::Day { on: view.day };
    dossier.review(frame).unwrap();
    dossier.today().unwrap();
    dossier.ledger().unwrap();
    dossier.trend().unwrap();
    dossier.reiteration().unwrap();
    let tracks: Vec<Id> = view.tracks.iter().map(|track| track.id).collect();
    let dialogues: Vec<Id> = dossier.dialogues().unwrap().iter().map(|row| row.id).collect();
    for (track, dialogue) in
        [(None, None), (tracks.first(), None), (None, dialogues.first()), (tracks.first(), dialogues.first())]
    {
        let (from, to) = (Day::from_ymd_opt(2005, 1, 1).unwrap(), Day::from_ymd_opt(2024, 12, 31).unwrap());
        dossier.time_line(&TimeLineQuery { from, to, track: track.copied(), dialogue: dialogue.copied() }).unwrap();
    }
    let mut nouns: Vec<(Noun, Id)> = Vec::new();
    for dialogue in dossier.dialogues().unwrap() {
        dossier.dialogue(dialogue.id).unwrap();
        dossier.propose_round(dialogue.id).unwrap();
        nouns.push((Noun::Dialogue, dialogue.id));
    }
    for meeting in dossier.meetings().unwrap() {
        let page = dossier.meeting(meeting.id).unwrap();
        let frame = Some(ReviewFrame::Meeting { id: meeting.id });
        dossier.review(ReviewFrame::Meeting { id: meeting.id }).unwrap();
        let undecided =
            CommitmentQuery { frame, on_course: Some(true), decided: Some(false), ..CommitmentQuery::open() };
        dossier.commitments(&undecided).unwrap();
        dossier.count_commitments(&undecided).unwrap();
        nouns.push((Noun::Meeting, meeting.id));
        for text in page.texts {
            dossier.text(text.id).unwrap();
            nouns.push((Noun::Text, text.id));
        }
    }
    for party in dossier.parties().unwrap() {
        for body in party.bodies {
            dossier.body(body.id).unwrap();
            nouns.push((Noun::Body, body.id));
        }
        for person in party.persons {
            dossier.person(person.id).unwrap();
            dossier.handover(person.id).unwrap();
            nouns.push((Noun::Person, person.id));
        }
    }
    let query = InstrumentQuery { words: "cyber".into(), limit: 1, ..InstrumentQuery::all() };
    dossier.instruments(&query).unwrap();
    for row in dossier.instruments(&InstrumentQuery::all()).unwrap().rows {
        dossier.instrument(row.id).unwrap();
        dossier.lineage(Noun::Instrument, row.id).unwrap();
        nouns.push((Noun::Instrument, row.id));
    }
    let rows = dossier.commitments(&CommitmentQuery { limit: 500, ..CommitmentQuery::all() }).unwrap().rows;
    for row in &rows {
        dossier.commitment(row.id).unwrap();
        dossier.lineage(Noun::Commitment, row.id).unwrap();
        dossier.follow_up_places(row.id).unwrap();
        let query = FollowUpQuery { commitment: row.id, after: None, limit: 1 };
        let after = dossier.follow_ups(&query).unwrap().next;
        dossier.follow_ups(&FollowUpQuery { after, ..query }).unwrap();
        nouns.push((Noun::Commitment, row.id));
    }
    papers(dossier);
    let journal = |noun, row| {
        let query = JournalQuery { noun, row, before: None, limit: 20 };
        dossier.journal(&query).unwrap();
        dossier.journal_places(&query).unwrap();
    };
    journal(None, None);
    Noun::ALL.iter().for_each(|noun| journal(Some(*noun), None));
    for (noun, id) in nouns {
        journal(Some(noun), Some(id));
        dossier.history(noun, id).unwrap();
    }
    dossier.bin().unwrap();
    dossier.past_days().unwrap();
    // Two days between which everything was entered that the sample holds, and meetings were moved.
    let query = CompareQuery {
        from: Day::from_ymd_opt(2009, 7, 31).unwrap(),
        to: Day::from_ymd_opt(2015, 8, 19),
        section: None,
        skip: 0,
        limit: 500,
    };
    dossier.compare(&query).unwrap();
    dossier.compare(&CompareQuery { to: None, ..query }).unwrap();
    for typing in [true, false] {
        let query = SearchQuery { words: "cyber secur".into(), typing, nouns: Vec::new(), after: None, limit: 3 };
        let page = dossier.search(&query).unwrap();
        dossier.search(&SearchQuery { after: page.next, ..query }).unwrap();
    }
    dossier.find_names("cert in", 10).unwrap();
    dossier.query_help("owner:ce", 8).unwrap();
    dossier.query_help("meeting:4", 9).unwrap();
}

/// Whether a step of a plan of the past goes through a table, or gathers more than it was asked for to search it.
fn goes_through_the_past(sql: &str, steps: &[String], step: &str) -> bool {
    if step.contains("AUTOMATIC") {
        return true;
    }
    let Some(called) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
    // A view is gone through as far as it was asked for, which other steps say how.
    let table = table_of(sql, called);
    // What was touched since then is what the past costs.
    if called == "x" {
        return false;
    }
    let view = steps.iter().any(|step| {
        step.strip_prefix("CO-ROUTINE ").or_else(|| step.strip_prefix("MATERIALIZE ")).is_some_and(|of| of == table)
    });
    if view {
        return false;
    }
    let bare = called.trim_start_matches("temp.");
    let table = bare.strip_suffix("_now").or_else(|| bare.strip_suffix("_then")).unwrap_or(bare);
    goes_through(sql, &step.replacen(called, table, 1))
}

/// Whether a step of putting back goes through a large table of the register, and not only through what was touched.
fn goes_through_the_register(sql: &str, step: &str) -> bool {
    let Some(called) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
    let table = table_of(sql, called);
    let large = table.strip_prefix("main.").or_else(|| table.strip_suffix("_now"));
    large.is_some_and(|table| !SMALL.contains(&table))
}

#[test]
fn no_page_goes_through_a_large_table() {
    let (_folder, dossier) = opened();
    let _ = dossier.store().recorded_plans().unwrap();
    lists(&dossier);
    pages(&dossier);
    let plans = dossier.store().recorded_plans().unwrap();
    assert!(plans.len() > 300, "only {} statements were recorded", plans.len());
    let found: BTreeSet<String> = plans
        .iter()
        .filter_map(|(sql, steps)| {
            let words: Vec<&str> = sql.split_whitespace().collect();
            let along = sql.starts_with(WALKING) && sql.contains(" FROM standing s WHERE ");
            let step = steps
                .iter()
                .find(|step| goes_through(sql, step) || (along && step.contains("TEMP B-TREE FOR ORDER BY")))?;
            Some(format!("{step}\n    {}", words.join(" ")))
        })
        .collect();
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{} statements go through a table:\n{}", found.len(), found.join("\n"));
}

fn opened() -> (tempfile::TempDir, Dossier) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.dossier");
    sample::create(&path).unwrap();
    let dossier = Dossier::open(&path, Surroundings::real("A. Officer")).unwrap();
    (folder, dossier)
}

/// A meeting with all that can come of one, so that there is no large table of which nothing has to be put back.
fn enter_something_of_everything(dossier: &Dossier) {
    let query = CommitmentQuery { limit: 1, ..CommitmentQuery::open() };
    let known = dossier.commitments(&query).unwrap().rows.remove(0);
    let log = serde_json::json!({
        "dialogue": "Cyber Dialogue", "begins_on": "2015-08-19", "record": "All was gone through.", "final": true,
        "attendance": [{ "name": "Secretary", "party": "IN" }],
        "agenda": [{ "title": "Reports", "commitments": [known.r#ref] }],
        "texts": [{ "title": "Minutes", "body": "Both sides will share reports each month." }],
        "outcomes": [{
            "title": "Share reports", "quote": "will share reports", "track": "CYB",
            "owners": [{ "role": "lead", "body": "CERT-In" }],
            "links": [{ "kind": "reaffirms", "commitment": known.r#ref }]
        }],
        "follow_ups": [{ "commitment": known.r#ref, "note": "Under way." }]
    });
    let meeting = dossier.log_meeting(&serde_json::from_value(log).unwrap()).unwrap().output;
    dossier.add_corrigendum(meeting, "Each quarter, not each month.").unwrap();
    let text = dossier.meeting(meeting).unwrap().texts[0].id;
    let at = PassageDraft { text, start: 0, end: 4 };
    dossier.add_mention(&MentionDraft { commitment: known.id, at, note: String::new() }).unwrap();
    let revision = dossier.commitment(known.id).unwrap().row.revision;
    let due = DueDraft::Day { on: Day::from_ymd_opt(2016, 1, 1).unwrap() };
    let commitments = vec![Seen { id: known.id, revision }];
    dossier.set_due_date(&DueDateDraft { commitments, due, reason: "Asked for".into(), with_event: false }).unwrap();
}

/// What was changed since lies beside the tables, and is looked up as they are.
#[test]
fn no_page_of_the_past_goes_through_a_large_table() {
    let (_folder, dossier) = opened();
    enter_something_of_everything(&dossier);
    let past = dossier.past(Day::from_ymd_opt(2020, 1, 1).unwrap()).unwrap();
    past.find_names("cyber", 3).unwrap();
    let _ = past.store().recorded_plans().unwrap();
    lists(&past);
    pages(&past);
    let plans = past.store().recorded_plans().unwrap();
    assert!(plans.len() > 300, "only {} statements were recorded", plans.len());
    let found: BTreeSet<String> = plans
        .iter()
        .filter_map(|(sql, steps)| {
            // What counts the whole register goes through it.
            let counts =
                ["coalesce(sum(", "track_id, status"].iter().any(|what| sql.starts_with(&format!("{SELECT}{what}")));
            if counts || sql.contains("pragma_table_info") {
                return None;
            }
            let words: Vec<&str> = sql.split_whitespace().collect();
            let step = if sql.contains("temp.") {
                steps.iter().find(|step| goes_through_the_register(sql, step))?
            } else {
                steps.iter().find(|step| goes_through_the_past(sql, steps, step))?
            };
            Some(format!("{step}\n    {}", words.join(" ")))
        })
        .collect();
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{} statements go through a table:\n{}", found.len(), found.join("\n"));
}
