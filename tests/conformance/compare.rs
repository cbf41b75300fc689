//! What two days differ in, told from the journal's entries between them alone.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rapporteur_core::{
    Dossier,
    clock::Day,
    error::Code,
    id::Id,
    vocabulary::{ComparedAs, InstrumentActKind, Likeness, MeetingState, Noun, OwnerRole, Status},
    wire::{
        CommitmentDraft, CompareQuery, ComparedRow, Comparison, DueDraft, MeetingDraft, OwnersDraft, ReviewFrame,
        StatusDraft,
    },
};
use serde_json::{Map, Value};

use crate::{
    ground::{Ground, day, lead, meeting, noon, refusal},
    random::{Deed, carry_out, deed},
};

fn asked(from: Day, to: Option<Day>) -> CompareQuery {
    CompareQuery { from, to, section: None, skip: 0, limit: u32::MAX }
}

fn between(dossier: &Dossier, from: &str, to: Option<&str>) -> Comparison {
    dossier.compare(&asked(day(from), to.map(day))).unwrap()
}

/// The rows of a section.
fn of(found: &Comparison, kind: ComparedAs) -> Vec<ComparedRow> {
    found.sections.iter().find(|section| section.kind == kind).map(|section| section.rows.clone()).unwrap_or_default()
}

fn titles(found: &Comparison, kind: ComparedAs) -> Vec<String> {
    of(found, kind).into_iter().map(|row| row.title).collect()
}

/// Changes what a commitment says.
fn say(ground: &Ground, id: Id, title: &str, wording: &str) -> rapporteur_core::Result<()> {
    let view = ground.dossier.commitment(id)?;
    let draft = CommitmentDraft {
        id: Some(id),
        revision: view.row.revision,
        wording: wording.into(),
        track: view.row.track,
        owners: view
            .owners
            .iter()
            .map(|owner| rapporteur_core::wire::OwnerDraft {
                role: owner.role,
                body: owner.body.as_ref().map(|body| body.id),
                person: owner.person.as_ref().map(|person| person.id),
            })
            .collect(),
        meeting: view.meeting.as_ref().map(|meeting| meeting.id),
        instrument: view.instrument.as_ref().map(|instrument| instrument.id),
        made_on: view.row.made_on,
        ..ground.promise(title)
    };
    ground.dossier.save_commitment(&draft).map(|_| ())
}

fn own(ground: &Ground, id: Id, body: Id) -> rapporteur_core::Result<()> {
    let draft =
        OwnersDraft { commitments: vec![ground.seen(id)], roles: vec![OwnerRole::Lead], owners: vec![lead(body)] };
    ground.dossier.set_owners(&draft).map(|_| ())
}

/// Puts a meeting on another day.
fn put(ground: &Ground, id: Id, on: Day) -> rapporteur_core::Result<()> {
    let row = ground.dossier.meeting(id)?.row;
    let draft = MeetingDraft {
        id: Some(id),
        revision: row.revision,
        ordinal: row.ordinal,
        state: MeetingState::Planned,
        begins_on: Some(on),
        ..meeting(row.dialogue.map(|dialogue| dialogue.id), &row.title, "2015-01-01")
    };
    ground.dossier.save_meeting(&draft).map(|_| ())
}

#[test]
fn each_kind_of_change_is_told_once_with_both_its_states() {
    let ground = Ground::new();
    let planned = MeetingDraft { state: MeetingState::Planned, ..meeting(Some(ground.dialogue), "", "2015-12-01") };
    let round = ground.dossier.save_meeting(&planned).unwrap().output;
    let [closed, opened, slipped, reworded, restated, reowned, gone] =
        ["Close", "Open", "Slip", "Reword", "Restate", "Reown", "Go"].map(|title| ground.commitment(title));
    ground.put_off(slipped, "2015-10-01", "").unwrap();
    let close = |id| StatusDraft { evidence: "Seen.".into(), ..ground.status(id, Status::Fulfilled) };
    ground.dossier.set_status(&close(opened)).unwrap();
    own(&ground, reowned, ground.agency).unwrap();
    let follows = CommitmentDraft { due: DueDraft::Meeting { meeting: round }, ..ground.promise("Follow") };
    ground.dossier.save_commitment(&follows).unwrap();
    let pact = ground.dossier.save_instrument(&ground.agreement("Agreement")).unwrap().output;
    let untouched = ground.commitment("Rest");

    ground.clock.set(noon("2015-09-01"));
    ground.dossier.set_status(&close(closed)).unwrap();
    ground.dossier.set_status(&ground.status(opened, Status::InProgress)).unwrap();
    ground.put_off(slipped, "2015-11-01", "The other side asked").unwrap();
    ground.put_off(slipped, "2015-12-24", "And again").unwrap();
    say(&ground, reworded, "Reword it", "Both will share.").unwrap();
    ground.dossier.set_status(&ground.status(restated, Status::InProgress)).unwrap();
    own(&ground, reowned, ground.ministry).unwrap();
    ground.dossier.remove(Noun::Commitment, gone).unwrap();
    let added = ground.commitment("Added");
    say(&ground, added, "Added and reworded", "").unwrap();
    let passing = ground.commitment("Came and went");
    ground.dossier.remove(Noun::Commitment, passing).unwrap();
    put(&ground, round, day("2016-02-02")).unwrap();
    let signed = ground.act(pact, InstrumentActKind::Signature, Some(ground.home), "2015-09-01");
    ground.dossier.save_instrument_act(&signed).unwrap();
    ground.heard(untouched, "2015-09-01", "Heard");
    // What is changed and changed back is no change.
    say(&ground, untouched, "Rest otherwise", "").unwrap();
    say(&ground, untouched, "Rest", "").unwrap();
    ground.clock.set(noon("2015-09-20"));
    ground.dossier.set_status(&ground.status(untouched, Status::Suspended)).unwrap();

    let before = ground.dossier.export().unwrap();
    let found = between(&ground.dossier, "2015-08-25", Some("2015-09-10"));
    let kinds: Vec<ComparedAs> = found.sections.iter().map(|section| section.kind).collect();
    let all_but = |not: &[ComparedAs]| -> Vec<ComparedAs> {
        ComparedAs::ALL.iter().copied().filter(|kind| !not.contains(kind)).collect()
    };
    assert_eq!(kinds, all_but(&[ComparedAs::Redated, ComparedAs::Otherwise]));
    assert_eq!(titles(&found, ComparedAs::Added), ["Added and reworded"]);
    assert_eq!(titles(&found, ComparedAs::Closed), ["Close"]);
    assert_eq!(titles(&found, ComparedAs::Reopened), ["Open"]);
    assert_eq!(titles(&found, ComparedAs::Slipped), ["Slip", "Follow"]);
    assert_eq!(titles(&found, ComparedAs::Reworded), ["Reword it"]);
    assert_eq!(titles(&found, ComparedAs::Restated), ["Restate"]);
    assert_eq!(titles(&found, ComparedAs::Reowned), ["Reown"]);
    assert_eq!(titles(&found, ComparedAs::Removed), ["Go"]);
    assert_eq!(found.follow_ups, 1);

    let closed = &of(&found, ComparedAs::Closed)[0];
    assert_eq!(closed.fields[0].after.as_deref(), Some("closed, fulfilled"));
    assert_eq!(closed.fields[0].note, "On 1 Sep 2015. Shown by: Seen.");
    let slips = of(&found, ComparedAs::Slipped);
    assert_eq!(slips[0].fields[0].before.as_deref(), Some("1 Oct 2015"));
    assert_eq!(slips[0].fields[0].after.as_deref(), Some("24 Dec 2015"));
    assert_eq!(slips[0].fields[0].note, "Put off 2 times. The other side asked; And again");
    assert_eq!(slips[1].fields[0].before.as_deref(), Some("by 1st Cyber Dialogue (1 Dec 2015)"));
    assert_eq!(slips[1].fields[0].note, "The meeting was moved.");
    let words = &of(&found, ComparedAs::Reworded)[0].fields;
    assert_eq!(words.len(), 2);
    assert_eq!(words[0].difference.iter().map(|part| part.kind).collect::<Vec<_>>(), [Likeness::Kept, Likeness::New]);
    let owners = &of(&found, ComparedAs::Reowned)[0].fields[0];
    assert_eq!((owners.before.as_deref(), owners.after.as_deref()), (Some("CSA"), Some("MFA")));
    assert!(!of(&found, ComparedAs::Removed)[0].there);
    let acts = &of(&found, ComparedAs::Instruments)[0].fields;
    assert_eq!((acts[0].field.as_str(), acts[0].after.as_deref()), ("signature", Some("Norland, 1 Sep 2015")));
    assert_eq!(of(&found, ComparedAs::Meetings)[0].fields[0].after.as_deref(), Some("2 Feb 2016"));

    // As it stands now, what came later is told too; and nothing is entered by looking.
    let now = between(&ground.dossier, "2015-08-25", None);
    assert_eq!(titles(&now, ComparedAs::Restated), ["Restate", "Rest"]);
    let looking = ground.dossier.past(day("2015-08-25")).unwrap();
    assert_eq!(looking.compare(&asked(day("2015-08-25"), None)).unwrap(), now);
    assert_eq!(ground.dossier.export().unwrap(), before);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn what_was_removed_and_brought_back_in_between_is_no_change() {
    let ground = Ground::new();
    let id = ground.commitment("Stay");
    ground.clock.set(noon("2015-09-01"));
    ground.dossier.remove(Noun::Commitment, id).unwrap();
    ground.dossier.undo().unwrap();
    assert_eq!(between(&ground.dossier, "2015-08-25", None).sections, []);
    // Removed before and brought back after, it was brought back.
    ground.dossier.remove(Noun::Commitment, id).unwrap();
    ground.clock.set(noon("2015-10-01"));
    ground.dossier.undo().unwrap();
    let row = of(&between(&ground.dossier, "2015-09-10", None), ComparedAs::Added).remove(0);
    assert_eq!(row.line, "brought back from the bin · not started");
}

#[test]
fn a_long_answer_is_told_in_stretches_with_its_whole_number() {
    let ground = Ground::new();
    ground.clock.set(noon("2015-09-01"));
    for number in 0..5 {
        ground.commitment(&format!("Promise {number}"));
    }
    let query = CompareQuery { skip: 3, limit: 1, section: Some(ComparedAs::Added), ..asked(day("2015-08-25"), None) };
    let found = ground.dossier.compare(&query).unwrap();
    assert_eq!((found.sections.len(), found.sections[0].total), (1, 5));
    assert_eq!(titles(&found, ComparedAs::Added), ["Promise 3"]);
}

#[test]
fn days_that_cannot_be_compared_are_refused_in_a_sentence() {
    let ground = Ground::new();
    ground.clock.set(noon("2015-09-01"));
    let compared = |from: &str, to: &str| ground.dossier.compare(&asked(day(from), Some(day(to))));
    assert!(refusal(compared("2015-08-26", "2015-08-25")).contains("25 Aug 2015 comes before 26 Aug 2015"));
    assert!(refusal(compared("2015-08-25", "2015-08-25")).contains("Both days are 25 Aug 2015"));
    assert!(refusal(compared("2015-08-19", "2015-08-25")).contains("begun on 20 Aug 2015"));
    assert!(refusal(ground.dossier.past(day("2015-09-02")).map(|_| ())).contains("has not come yet"));
}

#[test]
fn the_past_is_read_and_not_changed() {
    let ground = Ground::new();
    let early = ground.commitment("Early");
    ground.clock.set(noon("2015-09-01"));
    let late = ground.commitment("Late");
    ground.clock.set(noon("2015-09-05"));
    let before = ground.dossier.export().unwrap();
    let past = ground.dossier.past(day("2015-08-25")).unwrap();
    let view = past.overview().unwrap();
    let looking = view.past.unwrap();
    assert_eq!((view.day, looking.day), (day("2015-08-25"), day("2015-08-25")));
    assert_eq!((looking.previous, looking.next), (Some(day("2015-08-20")), Some(day("2015-09-01"))));
    assert!(view.undo.is_none() && view.redo.is_none());
    // What was not there yet is told as that.
    assert_eq!(refusal(past.commitment(late)), "This commitment was not in the dossier on 25 Aug 2015.");
    assert!(past.commitment(early).is_ok());
    for refused in [
        past.set_status(&ground.status(early, Status::InProgress)).map(|_| ()),
        past.save_commitment(&ground.promise("Never")).map(|_| ()),
        past.remove(Noun::Commitment, early).map(|_| ()),
        past.undo().map(|_| ()),
    ] {
        let error = refused.unwrap_err();
        assert_eq!(error.code(), Code::ReadOnly);
        assert!(error.to_string().contains("shown as it stood on 25 Aug 2015"), "{error}");
        assert!(error.to_string().contains("return to today"), "{error}");
    }
    past.review(ReviewFrame::Day { on: day("2015-12-01") }).unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    let days = past.past_days().unwrap();
    assert_eq!((days.began, days.last), (day("2015-08-20"), day("2015-09-01")));
    assert_eq!(days, ground.dossier.past_days().unwrap());
    assert!(days.proposals.iter().any(|proposal| proposal.day == day("2015-08-31")));
}

/// What a random hand does besides.
#[derive(Debug, Clone)]
enum Step {
    Do(Deed),
    Say { on: usize, words: u8 },
    Own { on: usize, ministry: bool },
    Put { on: usize, days: u8 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => deed().prop_map(Step::Do),
        2 => (any::<usize>(), 0..4u8).prop_map(|(on, words)| Step::Say { on, words }),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(on, ministry)| Step::Own { on, ministry }),
        2 => (any::<usize>(), any::<u8>()).prop_map(|(on, days)| Step::Put { on, days }),
    ]
}

fn take(ground: &Ground, step: &Step) {
    let pick = |noun: &str, number: usize| -> Option<Id> {
        let rows = rows(&ground.dossier);
        let ids: Vec<&String> = rows.keys().filter(|(of, _)| of == noun).map(|(_, id)| id).collect();
        (!ids.is_empty()).then(|| ids[number % ids.len()].parse().unwrap())
    };
    // A refusal is an answer too.
    let _ = match step {
        Step::Do(deed) => return carry_out(ground, deed),
        Step::Say { on, words } => {
            pick("commitment", *on).map(|id| say(ground, id, &format!("Promise {words}"), "Said."))
        }
        Step::Own { on, ministry } => {
            pick("commitment", *on).map(|id| own(ground, id, if *ministry { ground.ministry } else { ground.agency }))
        }
        Step::Put { on, days } => {
            let to = day("2015-06-01").iter_days().nth(usize::from(*days)).unwrap();
            pick("meeting", *on).map(|id| put(ground, id, to))
        }
    };
}

type Rows = BTreeMap<(String, String), Map<String, Value>>;

/// Every row of a dossier, by noun and id.
fn rows(dossier: &Dossier) -> Rows {
    let export = dossier.export().unwrap();
    let mut rows = Rows::new();
    for line in export.lines() {
        let (noun, rest) = line.split_once(' ').unwrap();
        let (id, record) = rest.split_once(' ').unwrap();
        rows.insert((noun.into(), id.into()), serde_json::from_str(record).unwrap());
    }
    rows
}

/// Who owns what, without the rows that say so.
fn owners(rows: &Rows, commitment: &str) -> Vec<String> {
    let owners = rows.iter().filter(|((noun, _), row)| noun == "owner" && row["commitment_id"] == *commitment);
    let mut owners: Vec<String> = owners.map(|(_, row)| serde_json::to_string(row).unwrap()).collect();
    owners.sort();
    owners
}

/// The day a due date comes to.
fn due(rows: &Rows, row: &Map<String, Value>) -> Option<String> {
    let text = |row: &Map<String, Value>, column: &str| row.get(column).map(|value| value.as_str().unwrap().to_owned());
    match text(row, "due_meeting_id") {
        Some(meeting) => rows.get(&("meeting".into(), meeting)).and_then(|meeting| text(meeting, "begins_on")),
        None => text(row, "due_on"),
    }
}

/// What two readings differ in, found by comparing them row by row.
fn by_hand(then: &Rows, now: &Rows) -> BTreeSet<(String, &'static str)> {
    let mut found = BTreeSet::new();
    let both: BTreeSet<&(String, String)> = then.keys().chain(now.keys()).collect();
    for key @ (noun, id) in both {
        let (before, after) = (then.get(key), now.get(key));
        let mut tell = |kind: ComparedAs| found.insert((id.clone(), kind.word()));
        match noun.as_str() {
            "meeting" if before != after => {
                tell(ComparedAs::Meetings);
            }
            "instrument" => {
                let hanging = |rows: &Rows| -> Vec<(String, String)> {
                    let of = rows.iter().filter(|((noun, _), row)| {
                        noun.starts_with("instrument_") && row.get("instrument_id").is_some_and(|of| of == id)
                    });
                    of.map(|((_, id), row)| (id.clone(), serde_json::to_string(row).unwrap())).collect()
                };
                if before != after || hanging(then) != hanging(now) {
                    tell(ComparedAs::Instruments);
                }
            }
            "commitment" => match (before, after) {
                (None, _) => {
                    tell(ComparedAs::Added);
                }
                (_, None) => {
                    tell(ComparedAs::Removed);
                }
                (Some(before), Some(after)) => {
                    let differs =
                        |columns: &[&str]| columns.iter().any(|column| before.get(*column) != after.get(*column));
                    let open = |row: &Map<String, Value>| {
                        Status::from_word(row["status"].as_str().unwrap()).unwrap().is_open()
                    };
                    let status = ["status", "their_status", "blocked", "blocked_reason"];
                    match (open(before), open(after)) {
                        (true, false) => drop(tell(ComparedAs::Closed)),
                        (false, true) => drop(tell(ComparedAs::Reopened)),
                        _ if differs(&status) => drop(tell(ComparedAs::Restated)),
                        _ => {}
                    }
                    let date = ["due_kind", "due_on", "due_meeting_id", "due_event", "due_months"];
                    let days = (due(then, before), due(now, after));
                    if differs(&date) || days.0 != days.1 {
                        let later = days.0.is_some() && (days.1.is_none() || days.1 > days.0);
                        tell(if later { ComparedAs::Slipped } else { ComparedAs::Redated });
                    }
                    if differs(&["title", "wording"]) {
                        tell(ComparedAs::Reworded);
                    }
                    if owners(then, id) != owners(now, id) {
                        tell(ComparedAs::Reowned);
                    }
                    let mut known = [&status[..], &date[..], &["title", "wording"]].concat();
                    if open(before) != open(after) {
                        known.extend(["closed_on", "evidence", "closed_by_only_owner"]);
                        known.extend(["evidence_text_id", "evidence_follow_up_id", "evidence_instrument_id"]);
                    }
                    if differs(&date) {
                        known.push("first_due_on");
                    }
                    let columns = before.keys().chain(after.keys());
                    let mut others = columns.filter(|column| !known.contains(&column.as_str()));
                    if others.any(|column| before.get(column) != after.get(column)) {
                        tell(ComparedAs::Otherwise);
                    }
                }
            },
            _ => {}
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is told of any two days is what their readings differ in.
    #[test]
    fn any_two_days_differ_in_what_their_readings_do(
        days in prop::collection::vec(prop::collection::vec(step(), 1..10), 2..6)
    ) {
        let ground = Ground::new();
        ground.round("2015-03-01");
        let mut read: Vec<(Day, Rows)> = Vec::new();
        let mut on = day("2015-08-20");
        for steps in &days {
            on = on.iter_days().nth(9).unwrap();
            ground.clock.set(on.and_hms_opt(12, 0, 0).unwrap().and_utc());
            steps.iter().for_each(|step| take(&ground, step));
            read.push((on, rows(&ground.dossier)));
        }
        let before = ground.dossier.export().unwrap();
        for (at, (from, then)) in read.iter().enumerate() {
            let later = read[at + 1..].iter().map(|(to, rows)| (Some(*to), rows.clone()));
            for (to, now) in later.chain([(None, rows(&ground.dossier))]) {
                let told = ground.dossier.compare(&asked(*from, to)).unwrap();
                for section in &told.sections {
                    prop_assert_eq!(section.total as usize, section.rows.len());
                }
                let told: BTreeSet<(String, &str)> = told
                    .sections
                    .iter()
                    .flat_map(|section| section.rows.iter().map(|row| (row.id.to_string(), section.kind.word())))
                    .collect();
                prop_assert_eq!(told, by_hand(then, &now), "from {} to {:?}", from, to);
            }
        }
        prop_assert_eq!(ground.dossier.export().unwrap(), before);
    }
}
