//! The wire shape of each command: what the window sends, as JSON, and what it gets back, kept as text.
//!
//! A script goes through every command on a small dossier whose clock and ids are fixed. `$name` stands for the id that
//! an earlier step answered under that name. Each answer is a golden file in `snapshots/`; a shape that changes shows there.

use std::{collections::BTreeMap, sync::Arc};

use rapporteur_core::{
    Dossier, Result, Surroundings,
    clock::SetClock,
    error::Code,
    id::{Id, SeededIds},
    vocabulary::Noun,
    wire::{ActorName, KeptPaperDraft, NewDossier, Problem, RecentDossier},
};
use serde_json::{Value, json, to_value};

use crate::commands::COMMANDS;

/// One argument of a command, as the shell unpacks it.
fn taken<T: serde::de::DeserializeOwned>(input: &Value, name: &str) -> T {
    serde_json::from_value(input.get(name).cloned().unwrap_or(Value::Null))
        .unwrap_or_else(|e| panic!("{name} of {input}: {e}"))
}

/// What the shell answers to a command, as far as the open dossier does.
fn answer(dossier: &Dossier, command: &str, input: &Value) -> Result<Value> {
    let id = || taken::<Id>(input, "id");
    let join = || taken::<Option<Id>>(input, "joinAct");
    macro_rules! told {
        ($answer:expr) => {
            to_value($answer?).unwrap()
        };
    }
    Ok(match command {
        "dossier" => told!(dossier.overview()),
        "first_page" => told!(dossier.first_page()),
        "save_dossier" => told!(dossier.save_settings(&taken(input, "draft"))),
        "save_marking" => told!(dossier.save_marking(&taken(input, "draft"))),
        "schemes" => told!(dossier.schemes()),
        "use_scheme" => told!(dossier.use_scheme(&taken::<String>(input, "name"))),
        "check_dossier" => told!(dossier.check(|_| {})),
        "choices" => told!(dossier.choices()),
        "parties" => told!(dossier.parties()),
        "body" => told!(dossier.body(id())),
        "person" => told!(dossier.person(id())),
        "save_party" => told!(dossier.save_party(&taken(input, "draft"))),
        "save_body" => told!(dossier.save_body(&taken(input, "draft"))),
        "save_person" => told!(dossier.save_person(&taken(input, "draft"))),
        "handover" => told!(dossier.handover(id())),
        "hand_over" => told!(dossier.hand_over(&taken(input, "draft"))),
        "save_track" => told!(dossier.save_track(&taken(input, "draft"))),
        "dialogues" => told!(dossier.dialogues()),
        "dialogue" => told!(dossier.dialogue(id())),
        "save_dialogue" => told!(dossier.save_dialogue(&taken(input, "draft"))),
        "propose_round" => told!(dossier.propose_round(taken(input, "dialogue"))),
        "meetings" => told!(dossier.meetings()),
        "meeting" => told!(dossier.meeting(id())),
        "save_meeting" => told!(dossier.save_meeting(&taken(input, "draft"))),
        "move_meeting" => told!(dossier.move_meeting(&taken(input, "draft"))),
        "save_attendance" => told!(dossier.save_attendance(&taken(input, "draft"))),
        "save_agenda_item" => told!(dossier.save_agenda_item(&taken(input, "draft"), join())),
        "order_agenda" => {
            told!(dossier.order_agenda(taken(input, "meeting"), &taken::<Vec<Id>>(input, "items")))
        }
        "save_record" => {
            let text: String = taken(input, "text");
            told!(dossier.save_record(taken(input, "meeting"), taken(input, "revision"), &text, join()))
        }
        "finalise_record" => told!(dossier.finalise_record(taken(input, "meeting"))),
        "add_corrigendum" => {
            told!(dossier.add_corrigendum(taken(input, "meeting"), &taken::<String>(input, "text")))
        }
        "text" => told!(dossier.text(id())),
        "save_text" => told!(dossier.save_text(&taken(input, "draft"))),
        "commitments" => told!(dossier.commitments(&taken(input, "query"))),
        "count_commitments" => told!(dossier.count_commitments(&taken(input, "query"))),
        "list_places" => told!(dossier.list_places(&taken(input, "query"))),
        "bulk" => {
            let go_on = |_, _| std::ops::ControlFlow::Continue(());
            told!(dossier.bulk(&taken(input, "draft"), go_on))
        }
        "query_help" => told!(dossier.query_help(&taken::<String>(input, "text"), taken(input, "cursor"))),
        "commitment" => told!(dossier.commitment(id())),
        "save_commitment" => told!(dossier.save_commitment(&taken(input, "draft"))),
        "set_status" => told!(dossier.set_status(&taken(input, "draft"))),
        "set_due_date" => told!(dossier.set_due_date(&taken(input, "draft"))),
        "report_period" => told!(dossier.report_period(&taken(input, "draft"))),
        "set_owners" => told!(dossier.set_owners(&taken(input, "draft"))),
        "save_follow_up" => told!(dossier.save_follow_up(&taken(input, "draft"))),
        "follow_ups" => told!(dossier.follow_ups(&taken(input, "query"))),
        "follow_up_places" => told!(dossier.follow_up_places(taken(input, "commitment"))),
        "add_link" => told!(dossier.add_link(&taken(input, "draft"))),
        "capture" => told!(dossier.capture(taken(input, "text"))),
        "read_candidate" => told!(dossier.read_candidate(&taken(input, "at"))),
        "accept_candidates" => told!(dossier.accept_candidates(&taken::<Vec<_>>(input, "drafts"))),
        "judge_candidate" => told!(dossier.judge_candidate(&taken(input, "verdict"))),
        "verdicts" => told!(dossier.verdicts()),
        "add_mention" => told!(dossier.add_mention(&taken(input, "mention"))),
        "lexicon" => told!(dossier.lexicon()),
        "save_lexicon" => {
            let lexicon: String = taken(input, "lexicon");
            told!(dossier.save_lexicon(taken(input, "revision"), &lexicon))
        }
        "instruments" => told!(dossier.instruments(&taken(input, "query"))),
        "instrument" => told!(dossier.instrument(id())),
        "reckon_instrument" => told!(dossier.reckon_instrument(&taken(input, "draft"))),
        "save_instrument" => told!(dossier.save_instrument(&taken(input, "draft"))),
        "save_instrument_act" => told!(dossier.save_instrument_act(&taken(input, "draft"))),
        "set_origin" => told!(dossier.set_origin(&taken(input, "draft"))),
        "lineage" => told!(dossier.lineage(taken(input, "noun"), id())),
        "add_instrument_link" => told!(dossier.add_instrument_link(&taken(input, "draft"))),
        "add_delivered_by" => told!(dossier.add_delivered_by(&taken(input, "draft"))),
        "search" => told!(dossier.search(&taken(input, "query"))),
        "find_names" => told!(dossier.find_names(&taken::<String>(input, "words"), taken(input, "limit"))),
        "read_quick_entry" => {
            let text: String = taken(input, "text");
            told!(dossier.read_quick_entry(&text, taken(input, "cursor"), taken(input, "meeting")))
        }
        "enter_quick" => told!(dossier.enter_quick(&taken::<String>(input, "text"), taken(input, "meeting"))),
        "saved_views" => told!(dossier.saved_views()),
        "save_view" => told!(dossier.save_view(&taken(input, "draft"))),
        "order_views" => told!(dossier.order_views(&taken::<Vec<Id>>(input, "order"))),
        "review" => told!(dossier.review(taken(input, "frame"))),
        "decide" => told!(dossier.decide(&taken(input, "draft"))),
        "pass_unopposed" => told!(dossier.pass_unopposed(&taken(input, "draft"))),
        "clear_decisions" => {
            told!(dossier.clear_decisions(taken(input, "meeting"), &taken::<Vec<_>>(input, "commitments")))
        }
        "look_back" => told!(dossier.past(taken(input, "day")).and_then(|past| past.overview())),
        "past_days" => told!(dossier.past_days()),
        "compare" => told!(dossier.compare(&taken(input, "query"))),
        "ledger" => told!(dossier.ledger()),
        "time_line" => told!(dossier.time_line(&taken(input, "query"))),
        "trend" => told!(dossier.trend()),
        "reiteration" => told!(dossier.reiteration()),
        "today" => told!(dossier.today()),
        "paper_outline" => told!(dossier.paper_outline(&taken(input, "request"))),
        "save_brief_plan" => {
            told!(dossier.save_brief_plan(taken(input, "meeting"), &taken(input, "plan"), join()))
        }
        "keep_paper" => {
            let draft: KeptPaperDraft = taken(input, "draft");
            let paper = dossier.paper(&draft.request)?;
            told!(dossier.keep_paper(&draft, &paper, b"%PDF", b"# Brief\n\nNothing else.\n"))
        }
        "kept_papers" => told!(dossier.kept_papers(taken(input, "meeting"))),
        "compare_kept_paper" => {
            dossier.kept_paper_request(id())?;
            told!(dossier.compare_kept_paper(id(), "# Brief\n\nNothing more.\n"))
        }
        "read_replies" => told!(dossier.read_replies(&taken(input, "query"))),
        "enter_replies" => told!(dossier.enter_replies(&taken(input, "draft"))),
        "journal" => told!(dossier.journal(&taken(input, "query"))),
        "journal_places" => told!(dossier.journal_places(&taken(input, "query"))),
        "undo" => told!(dossier.undo()),
        "redo" => told!(dossier.redo()),
        "revert" => told!(dossier.revert(taken(input, "act"))),
        "bin" => told!(dossier.bin()),
        "remove" => told!(dossier.remove(taken::<Noun>(input, "noun"), id())),
        other => panic!("{other} has no step here"),
    })
}

/// A script with its memory.
struct Script {
    dossier: Dossier,
    clock: Arc<SetClock>,
    names: BTreeMap<String, Value>,
    done: Vec<&'static str>,
    _folder: tempfile::TempDir,
}

impl Script {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let noon = "2015-08-20T12:00:00Z".parse().unwrap();
        let clock = Arc::new(SetClock::at(noon));
        let around =
            Surroundings { clock: clock.clone(), ids: Arc::new(SeededIds::new(7)), actor: "A. Officer".into() };
        let new: NewDossier = serde_json::from_value(json!({
            "title": "Norland–Sudland", "homeCode": "NO", "homeName": "Norland", "timeZone": "UTC"
        }))
        .unwrap();
        let dossier = Dossier::create(&folder.path().join("a.dossier"), &new, around).unwrap();
        let home = to_value(dossier.overview().unwrap().home.id).unwrap();
        Self { dossier, clock, names: BTreeMap::from([("home".to_owned(), home)]), done: Vec::new(), _folder: folder }
    }

    /// The id that an earlier step answered.
    fn id(&self, name: &str) -> Id {
        serde_json::from_value(self.names[name].clone()).unwrap()
    }

    /// Replaces `$name` by what was kept under that name.
    fn filled(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => match text.strip_prefix('$') {
                Some(name) => self.names.get(name).unwrap_or_else(|| panic!("nothing is called {name}")).clone(),
                None => value.clone(),
            },
            Value::Array(items) => items.iter().map(|item| self.filled(item)).collect(),
            Value::Object(map) => {
                Value::Object(map.iter().map(|(key, item)| (key.clone(), self.filled(item))).collect())
            }
            other => other.clone(),
        }
    }

    /// Gives a command and keeps its answer as a golden file; the output is remembered as `name`.
    fn step(&mut self, command: &'static str, name: &str, input: &Value) {
        let answer = answer(&self.dossier, command, &self.filled(input)).unwrap_or_else(|e| panic!("{command}: {e}"));
        if let Some(output) = answer.get("output") {
            self.names.insert(name.to_owned(), output.clone());
        }
        if let Some(act) = answer.pointer("/act/id") {
            self.names.insert(format!("{name} act"), act.clone());
        }
        // Only the first answer of each command is kept; later steps of the same build the ground.
        if !self.done.contains(&command) {
            self.done.push(command);
            let mut shown = answer;
            for place in ["/path", "/dossier/path"] {
                if let Some(path) = shown.pointer_mut(place) {
                    *path = json!("/…/a.dossier");
                }
            }
            steady(&mut shown);
            // What the standard lexicon says is no matter of shape.
            if let Some(standard) = shown.get_mut("standard") {
                *standard = json!("…");
            }
            insta::assert_json_snapshot!(command, shown);
        }
    }
}

/// A text to find commitments in.
const LATER: &str =
    "They met in Suden in August. Sudland will open a centre for training.\nThey will share formats again.";

/// How sure a rule is changes with what it was trained on, and is no matter of shape.
fn steady(shown: &mut Value) {
    match shown {
        Value::Object(map) => {
            if let Some(confidence) = map.get_mut("confidence") {
                *confidence = json!(90);
            }
            map.values_mut().for_each(steady);
        }
        Value::Array(items) => items.iter_mut().for_each(steady),
        _ => {}
    }
}

/// Commands that the shell answers by itself: the dossier's file and what is remembered between starts.
const SHELL: &[&str] = &[
    "give_up",
    "new_dossier",
    "open_dossier",
    "open_sample",
    "close_dossier",
    "start_problem",
    "recent_dossiers",
    "forget_recent",
    "actor_name",
    "set_actor_name",
    "attach_file",
    "keep_original",
    "export_original",
    "open_original",
    "save_picture",
    "paper_preview",
    "save_paper",
    "open_paper",
    "save_kept_paper",
    "open_kept_paper",
];

#[test]
#[allow(clippy::too_many_lines, reason = "one step a command")]
fn every_command_answers_as_it_did() {
    let mut script = Script::begin();
    let query = json!({
        "frame": null, "open": true, "tracks": [], "delivery": [], "freshness": [], "exceptions": [], "onCourse": null, "decided": null,
        "statuses": [], "owner": null, "party": null, "meeting": null, "dialogue": null, "dueBy": null, "dueBefore": null, "words": "",
        "sort": "review", "descending": false, "group": null, "after": null, "limit": 100
    });
    let mut step = |command, name: &str, input: Value| script.step(command, name, &input);
    step(
        "save_party",
        "partner",
        json!({"draft": {
        "id": null, "revision": 0, "code": "SU", "name": "Sudland", "kind": "state", "retiredOn": null}}),
    );
    step(
        "save_body",
        "agency",
        json!({"draft": {
        "id": null, "revision": 0, "shortName": "CSA", "name": "Cyber Security Agency", "party": "$home",
        "parent": null, "note": "", "retiredOn": null}}),
    );
    step(
        "save_body",
        "team",
        json!({"draft": {
        "id": null, "revision": 0, "shortName": "SCERT", "name": "Sudland Response Team", "party": "$partner",
        "parent": null, "note": "", "retiredOn": null}}),
    );
    step(
        "save_person",
        "person",
        json!({"draft": {
        "id": null, "revision": 0, "name": "Ada Officer", "post": "Director", "party": "$home", "body": "$agency",
        "activeFrom": "2014-01-01", "activeTo": null, "note": ""}}),
    );
    step(
        "save_track",
        "track",
        json!({"draft": {
        "id": null, "revision": 0, "code": "CYB", "name": "Cyber", "colour": 1, "rank": 0, "leads": ["$agency"]}}),
    );
    step(
        "save_dialogue",
        "dialogue",
        json!({"draft": {
        "id": null, "revision": 0, "name": "Cyber Dialogue", "shortName": "", "parties": ["$home", "$partner"],
        "parent": null, "pillar": "", "tracks": ["$track"], "level": "senior_officials", "cadenceMonths": 12,
        "establishedOn": "2012-01-01", "coChairs": ["$person"], "state": "active", "note": ""}}),
    );
    step("propose_round", "", json!({"dialogue": "$dialogue"}));
    let meeting = |dialogue: Value, title: &str, on: &str, state: &str| {
        json!({"draft": {
        "id": null, "revision": 0, "dialogue": dialogue, "ordinal": null, "title": title, "level": "senior_officials",
        "beginsOn": on, "endsOn": null, "precision": "day", "place": "Suden", "mode": "in_person", "host": "$partner",
        "state": state, "parent": null, "note": "", "marking": [], "prefillAgenda": false}})
    };
    step("save_meeting", "round", meeting(json!("$dialogue"), "", "2015-08-14", "held"));
    step("save_meeting", "summit", meeting(Value::Null, "Leaders’ meeting", "2015-09-25", "planned"));
    step(
        "save_attendance",
        "seat",
        json!({"draft": {
        "id": null, "revision": 0, "meeting": "$round", "person": "$person", "body": null, "name": "", "party": null,
        "role": "head", "size": null}}),
    );
    step(
        "save_text",
        "text",
        json!({"draft": {
        "id": null, "revision": 0, "meeting": "$round", "instrument": null, "authentic": false, "sideLetter": false,
        "title": "Joint statement", "kind": "joint_statement",
        "language": "en", "datedOn": "2015-08-14", "source": "", "body": "They met.\nThey will share formats.", "marking": []}}),
    );
    let commitment = |title: &str, passage: Value, due: Value| {
        json!({"draft": {
        "id": null, "revision": 0, "title": title, "wording": "", "track": "$track", "bound": "both", "boundParties": [],
        "strength": "firm", "meeting": "$round", "instrument": null, "passage": passage, "madeOn": null,
        "owners": [{"role": "lead", "body": "$agency", "person": "$person"}, {"role": "counterpart", "body": "$team", "person": null}],
        "due": due, "status": "not_started", "score": null, "note": "", "marking": []}})
    };
    step(
        "save_commitment",
        "first",
        commitment(
            "Share formats",
            json!({"text": "$text", "start": 10, "end": 33}),
            json!({"kind": "day", "on": "2015-07-31"}),
        ),
    );
    step(
        "save_commitment",
        "second",
        commitment("Hold an exercise", Value::Null, json!({"kind": "meeting", "meeting": "$summit"})),
    );
    step("add_link", "link", json!({"draft": {"from": "$second", "kind": "depends_on", "to": "$first"}}));
    step(
        "save_agenda_item",
        "point",
        json!({"draft": {
        "id": null, "revision": 0, "meeting": "$round", "ordinal": 0, "title": "Formats", "track": "$track",
        "homeSaid": "Ready.", "partnerSaid": "", "commitments": ["$first"]}, "joinAct": null}),
    );
    step("order_agenda", "", json!({"meeting": "$round", "items": ["$point"]}));
    step(
        "save_follow_up",
        "heard",
        json!({"draft": {
        "id": null, "revision": 0, "commitments": ["$first"], "day": "2015-08-15", "reportedBy": "Ada Officer",
        "note": "Draft exchanged.", "ourStatus": "in_progress", "theirStatus": null, "nextStep": "Comments",
        "nextStepDue": "2015-09-01", "evidence": "", "instrument": null, "agendaItem": "$point", "marking": []}}),
    );
    step(
        "set_due_date",
        "",
        json!({"draft": {
        "commitments": [{"id": "$first", "revision": 2}], "due": {"kind": "day", "on": "2015-08-31"}, "reason": "Comments late",
        "withEvent": false}}),
    );
    step(
        "set_owners",
        "",
        json!({"draft": {
        "commitments": [{"id": "$second", "revision": 1}], "owners": [{"role": "lead", "body": null, "person": "$person"}],
        "roles": ["lead"]}}),
    );
    step(
        "set_status",
        "",
        json!({"draft": {
        "commitments": [{"id": "$second", "revision": 1}], "status": "in_progress", "theirStatus": "not_started", "blocked": true,
        "blockedReason": "No venue", "on": null, "evidence": "", "evidenceText": null, "evidenceFollowUp": null, "evidenceInstrument": null}}),
    );
    step("save_record", "", json!({"meeting": "$round", "revision": 1, "text": "They met.", "joinAct": null}));
    step("finalise_record", "", json!({"meeting": "$round"}));
    step("add_corrigendum", "", json!({"meeting": "$round", "text": "For “met” read “spoke”."}));
    step(
        "save_marking",
        "marking",
        json!({"draft": {"id": null, "revision": 0, "axis": "handling", "label": "Sample", "rank": 9}}),
    );
    step(
        "save_dossier",
        "",
        json!({"draft": {
        "revision": 1, "title": "Norland–Sudland", "home": "$home", "timeZone": "UTC", "day": "2015-08-20", "marking": ["$marking"]}}),
    );
    step(
        "save_text",
        "later text",
        json!({"draft": {
        "id": null, "revision": 0, "meeting": "$round", "instrument": null, "authentic": false, "sideLetter": false,
        "title": "Communiqué", "kind": "joint_statement",
        "language": "en", "datedOn": "2015-08-15", "source": "", "body": LATER, "marking": []}}),
    );
    step("capture", "", json!({"text": "$later text"}));
    step("read_candidate", "", json!({"at": {"text": "$later text", "start": 0, "end": 12}}));
    let mut taken =
        commitment("Open a centre", json!({"text": "$later text", "start": 29, "end": 69}), json!({"kind": "none"}));
    taken["draft"]["note"] = json!("Taken from the text");
    step("accept_candidates", "entered", json!({"drafts": [{"draft": taken["draft"], "supersedes": "$second"}]}));
    step(
        "judge_candidate",
        "aside",
        json!({"verdict": {"at": {"text": "$later text", "start": 0, "end": 12}, "judgement": "never"}}),
    );
    step("verdicts", "", json!({}));
    step(
        "add_mention",
        "mention",
        json!({"mention": {"commitment": "$first", "at": {"text": "$later text", "start": 70, "end": 100}, "note": ""}}),
    );
    step("save_lexicon", "", json!({"revision": 2, "lexicon": "# Nothing yet."}));
    step("lexicon", "", json!({}));
    let rule = json!({"clause": "on_notifications", "count": null, "on": null, "after": {"length": 30, "unit": "days"},
        "firstOfMonth": false});
    let term = json!({"kind": "period", "length": {"length": 5, "unit": "years"}, "from": "signature", "fromOn": null,
        "until": null, "renewal": "tacit", "renewalLength": null, "renewalMost": null,
        "notice": {"length": 6, "unit": "months"}, "noticeForm": "in writing", "denouncing": "after_notice"});
    let signed = |party: &str, person: Value, name: &str| {
        json!({"id": null, "revision": 0, "instrument": null, "kind": "signature", "party": party, "on": "2014-07-19",
        "dated": "day", "place": "Suden", "person": person, "name": name, "post": "Secretary", "meeting": null,
        "effectiveOn": null, "untilOn": null, "note": ""})
    };
    let instrument = json!({"draft": {
        "id": null, "revision": 0, "title": "Agreement on the sharing of formats", "shortTitle": "Formats Agreement",
        "kind": "agreement", "stage": null, "stageSince": null,
        "parties": [
            {"party": "$home", "effect": "binding", "body": "$agency", "implementing": ["$agency"]},
            {"party": "$partner", "effect": "not_binding", "body": "$team", "implementing": []}],
        "dialogue": "$dialogue", "tracks": ["$track"], "languages": ["en", "sv"], "authentic": ["en"], "prevailing": "en",
        "depositary": "", "holder": "$agency", "holderNote": "Treaty archive", "entry": rule, "term": term, "note": "",
        "marking": [], "acts": [signed("$home", json!("$person"), ""), signed("$partner", Value::Null, "B. Envoy")]}});
    step("reckon_instrument", "", instrument.clone());
    step("save_instrument", "agreement", instrument.clone());
    let mut protocol = instrument;
    (protocol["draft"]["title"], protocol["draft"]["kind"]) = (json!("Protocol"), json!("protocol"));
    protocol["draft"]["acts"] = json!([]);
    step("save_instrument", "protocol", protocol);
    let mut notified = signed("$partner", Value::Null, "");
    (notified["kind"], notified["instrument"]) = (json!("notification"), json!("$agreement"));
    (notified["on"], notified["meeting"]) = (Value::Null, json!("$round"));
    step("save_instrument_act", "notified", json!({"draft": notified}));
    step("add_instrument_link", "", json!({"draft": {"from": "$protocol", "kind": "implements", "to": "$agreement"}}));
    step("add_delivered_by", "", json!({"draft": {"commitment": "$second", "instrument": "$agreement"}}));
    step("lineage", "", json!({"noun": "instrument", "id": "$agreement"}));
    step(
        "save_follow_up",
        "",
        json!({"draft": {
        "id": null, "revision": 0, "commitments": [], "instrument": "$agreement", "day": "2015-08-16", "reportedBy": "",
        "note": "Ratification is before parliament.", "ourStatus": null, "theirStatus": null, "nextStep": "",
        "nextStepDue": null, "evidence": "", "agendaItem": null, "marking": []}}),
    );
    step(
        "save_text",
        "",
        json!({"draft": {
        "id": null, "revision": 0, "meeting": null, "instrument": "$agreement", "authentic": true, "sideLetter": false,
        "title": "Agreement, English text", "kind": "instrument_text", "language": "en", "datedOn": "2014-07-19",
        "source": "", "body": "The parties agree.", "marking": []}}),
    );
    let asked = json!({"words": "", "partner": "$partner", "tracks": [], "dialogue": null, "kinds": [], "stages": [],
        "ended": null, "noticeWithin": null, "concerns": [], "sort": "ref", "descending": false, "after": null, "limit": 1});
    step("instruments", "", json!({"query": asked}));
    step("instrument", "", json!({"id": "$agreement"}));
    step("remove", "gone", json!({"noun": "link", "id": "$link"}));
    step("bin", "", json!({}));
    step("revert", "", json!({"act": "$gone act"}));
    step("undo", "", json!({}));
    step("redo", "", json!({}));
    for command in
        ["dossier", "first_page", "check_dossier", "choices", "parties", "dialogues", "meetings", "today", "ledger"]
    {
        step(command, "", json!({}));
    }
    step(
        "save_person",
        "successor",
        json!({"draft": {
        "id": null, "revision": 0, "name": "Ben Successor", "post": "Director", "party": "$home", "body": "$agency",
        "activeFrom": null, "activeTo": null, "note": ""}}),
    );
    step("handover", "", json!({"id": "$person"}));
    step(
        "hand_over",
        "",
        json!({"draft": {"from": "$person", "to": "$successor", "day": "2015-09-01", "reason": "Posted abroad"}}),
    );
    for (command, name) in [
        ("body", "$agency"),
        ("person", "$person"),
        ("dialogue", "$dialogue"),
        ("meeting", "$round"),
        ("text", "$text"),
        ("commitment", "$first"),
    ] {
        step(command, "", json!({"id": name}));
    }
    step("commitments", "", json!({"query": query}));
    step("count_commitments", "", json!({"query": query}));
    let grouped = {
        let mut query = query.clone();
        query["group"] = json!("due_month");
        query
    };
    step("list_places", "", json!({"query": grouped}));
    let change = json!({"kind": "marking", "marking": []});
    step("bulk", "", json!({"draft": {"query": query, "except": [], "ids": null, "change": change}}));
    step("query_help", "", json!({"text": "open track:x sta", "cursor": 16}));
    step(
        "search",
        "",
        json!({"query": {"words": "cyber secu", "typing": true, "nouns": [], "after": null, "limit": 5}}),
    );
    step("find_names", "", json!({"words": "cyber dailogue", "limit": 3}));
    let mut viewed = query.clone();
    (viewed["tracks"], viewed["words"]) = (json!(["$track"]), json!("overdue"));
    step(
        "save_view",
        "view",
        json!({"draft": {
        "id": null, "revision": 0, "name": "Late in cyber", "query": viewed, "columns": ["what", "due"], "pinned": true, "rank": 0}}),
    );
    step("saved_views", "", json!({}));
    step("order_views", "", json!({"order": ["$view"]}));
    let decision = |commitment: &str, kind: &str| {
        json!({"draft": {
        "meeting": "$summit", "commitments": [{"id": commitment, "revision": 0}], "kind": kind, "remark": "Ready since May.",
        "level": null, "toMeeting": null}})
    };
    step("decide", "", decision("$first", "announce"));
    step("save_commitment", "third", commitment("Name a contact", Value::Null, json!({"kind": "ongoing"})));
    let origin =
        json!({"commitment": "$third", "revision": 1, "text": "$later text", "quote": "They met in Suden in August."});
    step("set_origin", "", json!({"draft": origin}));
    step(
        "save_follow_up",
        "",
        json!({"draft": {
        "id": null, "revision": 0, "commitments": ["$third"], "day": "2015-08-19", "reportedBy": "", "note": "Named.",
        "ourStatus": null, "theirStatus": null, "nextStep": "", "nextStepDue": null, "evidence": "", "agendaItem": null,
        "marking": []}}),
    );
    step("pass_unopposed", "", json!({"draft": {"meeting": "$summit", "tracks": []}}));
    step("clear_decisions", "", json!({"meeting": "$summit", "commitments": [{"id": "$first", "revision": 1}]}));
    step("decide", "", decision("$first", "escalate"));
    step("review", "", json!({"frame": {"kind": "meeting", "id": "$summit"}}));
    step(
        "time_line",
        "",
        json!({"query": {"from": "2013-01-01", "to": "2020-12-31", "track": null, "dialogue": null}}),
    );
    step("trend", "", json!({}));
    step("reiteration", "", json!({}));
    step("journal", "", json!({"query": {"noun": "commitment", "row": null, "before": null, "limit": 2}}));
    step("journal_places", "", json!({"query": {"noun": "commitment", "row": "$first", "before": null, "limit": 3}}));
    step("follow_ups", "", json!({"query": {"commitment": "$first", "after": null, "limit": 3}}));
    step("follow_up_places", "", json!({"commitment": "$first"}));
    let line = json!({
        "text": "We to name a contact by 31 Mar 2016 @CSA ~SCERT #nothing", "cursor": 40, "meeting": "$round"
    });
    step("read_quick_entry", "", line);
    step("enter_quick", "", json!({"text": "We to name a contact by 31 Mar 2016 @CSA ~SCERT", "meeting": null}));

    step(
        "move_meeting",
        "",
        json!({"draft": {
        "meeting": {"id": "$summit", "revision": 1}, "beginsOn": "2015-09-28", "endsOn": null, "precision": "day",
        "state": "planned", "reason": "Elections"}}),
    );
    step(
        "save_commitment",
        "each quarter",
        commitment("Report each quarter", Value::Null, json!({"kind": "recurring", "months": 3, "on": "2015-06-30"})),
    );
    step(
        "report_period",
        "",
        json!({"draft": {
        "commitment": {"id": "$each quarter", "revision": 1}, "period": null, "outcome": "kept", "day": null,
        "reportedBy": "SCERT", "note": "Twelve pages.", "evidence": "The report"}}),
    );
    // Two days later a commitment is put off and said otherwise.
    script.clock.set("2015-08-22T12:00:00Z".parse().unwrap());
    let revision = script.dossier.commitment(script.id("third")).unwrap().row.revision;
    let due = json!({"commitments": [{"id": "$third", "revision": revision}],
        "due": {"kind": "day", "on": "2015-12-01"}, "reason": "A day was named", "withEvent": false});
    script.step("set_due_date", "", &json!({"draft": due}));
    script.step("look_back", "", &json!({"day": "2015-08-20"}));
    script.step("past_days", "", &json!({}));
    let query = json!({"from": "2015-08-20", "to": null, "section": null, "skip": 0, "limit": 5});
    script.step("compare", "", &json!({"query": query}));
    papers(&mut script);

    for (_, name) in COMMANDS {
        assert!(script.done.contains(name) || SHELL.contains(name), "{name} has no step here");
    }
}

/// The brief for a meeting, planned and kept; and what comes back on a chaser sheet.
fn papers(script: &mut Script) {
    let request = json!({
        "kind": "brief", "meeting": "$summit", "body": null, "person": null, "track": null, "party": null,
        "commitment": null, "query": null, "only": [], "reader": {"ceilings": [], "toldOfGaps": true}, "plan": null});
    let free = |text: &str| json!({"text": text, "marking": []});
    let plan = json!({
        "revision": 0,
        "parts": [{"key": "summary", "heading": "", "shown": true}, {"key": "annex", "heading": "", "shown": false}],
        "ourObjectives": free("A date for the exchange."), "theirObjectives": free(""), "pressLine": free("Good talks."),
        "talkingPoints": free("")});
    script.step("save_brief_plan", "", &json!({"meeting": "$summit", "plan": plan, "joinAct": null}));
    script.step("paper_outline", "", &json!({"request": request}));
    let draft = json!({"request": request, "form": "pdf", "forWhom": "The delegation"});
    script.step("keep_paper", "copy", &json!({"draft": draft}));
    script.step("kept_papers", "", &json!({"meeting": "$summit"}));
    script.step("compare_kept_paper", "", &json!({"id": "$copy"}));
    let asked =
        json!({"body": "$agency", "person": null, "text": "Dear colleague,\n1. Sent on Monday.\nPara 70: nothing."});
    script.step("read_replies", "", &json!({"query": asked}));
    let replies = json!([{"commitment": "$first", "note": "Sent on Monday."}]);
    let draft = json!({"body": "$agency", "person": null, "day": null, "reportedBy": "CSA", "replies": replies});
    script.step("enter_replies", "", &json!({"draft": draft}));
    script.step("schemes", "", &json!({}));
    script.step("use_scheme", "", &json!({"name": "united-kingdom"}));
}

#[test]
fn what_the_shell_answers_by_itself() {
    insta::assert_json_snapshot!(
        "shell",
        json!({
            "actor_name": ActorName { name: "A. Officer".into(), given: true },
            "recent_dossiers": [RecentDossier {
                path: "/home/a/us.dossier".into(), title: "A–B".into(), opened_at: "2015-08-20T12:00:00.000Z".into(), present: true }],
            "start_problem": Problem { code: Code::NotADossier, message: "It is not a dossier.".into(), detail: None },
        })
    );
}
