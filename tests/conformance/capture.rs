//! Capture through the dossier: what stands of each candidate, what is proposed for it, and the acts that take it up.

use rapporteur_core::{
    id::Id,
    vocabulary::{
        Bound, CandidateState, Judgement, Likeness, LinkKind, MeetingState, Noun, OwnerRole, Status, Strength,
    },
    wire::{
        AcceptDraft, CandidateView, CaptureView, CommitmentDraft, CommitmentQuery, DueDraft, MeetingDraft,
        MentionDraft, PassageDraft, PersonDraft, TextDraft, TrackDraft, VerdictDraft,
    },
};

use crate::ground::{Ground, body, day, meeting, noon, nouns, person, refusal, text};

const STATEMENT: &str = "\
Joint statement

The talks on 14 August 2015 in Suden were warm.

The two sides will share reports on malware with each other every quarter.
The Cyber Security Agency and SCERT will hold a joint ransomware exercise before the next round of the Cyber Dialogue.
Sudland will open a training centre for judges by 31 December 2015.
Both sides intend to establish contact points on ransomware.";

/// What the sentences are about, by words that only one of them holds.
const MALWARE: &str = "malware";
const EXERCISE: &str = "exercise";
const JUDGES: &str = "judges";
const CONTACTS: &str = "contact points";

/// A round on 14 August 2015 with the statement.
fn stated(ground: &Ground) -> Id {
    let round = ground.round("2015-08-14");
    let draft = TextDraft { dated_on: Some(day("2015-08-14")), ..text(Some(round), "Joint statement", STATEMENT) };
    ground.dossier.save_text(&draft).unwrap().output
}

fn capture(ground: &Ground, text: Id) -> CaptureView {
    ground.dossier.capture(text).unwrap()
}

/// The candidate about something.
fn about<'v>(view: &'v CaptureView, words: &str) -> &'v CandidateView {
    let mut found = view.candidates.iter().filter(|candidate| candidate.quote.contains(words));
    let one = found.next().unwrap_or_else(|| panic!("nothing is about {words} in {:#?}", quotes(view)));
    assert!(found.next().is_none(), "more than one is about {words}");
    one
}

fn quotes(view: &CaptureView) -> Vec<&str> {
    view.candidates.iter().map(|candidate| candidate.quote.as_str()).collect()
}

fn state(ground: &Ground, text: Id, words: &str) -> CandidateState {
    about(&capture(ground, text), words).state
}

fn place(candidate: &CandidateView, text: Id) -> PassageDraft {
    PassageDraft { text, start: candidate.at.start, end: candidate.at.end }
}

fn accept(ground: &Ground, text: Id, words: &str) -> Id {
    let view = capture(ground, text);
    let draft = AcceptDraft { draft: about(&view, words).draft.clone(), supersedes: None };
    ground.dossier.accept_candidates(&[draft]).unwrap().output[0]
}

fn judge(ground: &Ground, text: Id, words: &str, judgement: Judgement) -> Id {
    let view = capture(ground, text);
    let draft = VerdictDraft { at: place(about(&view, words), text), judgement };
    ground.dossier.judge_candidate(&draft).unwrap().output
}

fn range(body: &str, words: &str, text: Id) -> PassageDraft {
    let start = body[..body.find(words).unwrap()].chars().count();
    let number = |at: usize| u32::try_from(at).unwrap();
    PassageDraft { text, start: number(start), end: number(start + words.chars().count()) }
}

#[test]
fn a_statement_is_proposed_as_it_can_be_entered() {
    let ground = Ground::new();
    let text = stated(&ground);
    let planned = MeetingDraft { state: MeetingState::Planned, ..meeting(Some(ground.dialogue), "", "2016-06-01") };
    let next = ground.dossier.save_meeting(&planned).unwrap().output;
    let view = capture(&ground, text);
    assert_eq!((view.candidates.len(), view.remaining), (4, 4), "{:#?}", quotes(&view));
    assert_eq!((view.remaining_firm, view.problem.as_deref()), (3, None));
    assert!(view.candidates.iter().all(|one| one.state == CandidateState::Waiting && one.entered.is_none()));
    for candidate in &view.candidates {
        let words: String = STATEMENT
            .chars()
            .skip(candidate.at.start as usize)
            .take((candidate.at.end - candidate.at.start) as usize)
            .collect();
        assert_eq!((&candidate.quote, &candidate.draft.wording), (&words, &words));
        assert_eq!(candidate.draft.passage, Some(place(candidate, text)));
        assert!(candidate.quote.contains(&candidate.cue_words) && !candidate.rule.is_empty());
        assert_eq!(candidate.draft.made_on, Some(day("2015-08-14")));
        assert_eq!(candidate.draft.track, ground.track);
        assert!(!candidate.draft.title.is_empty() && !candidate.track_reason.is_empty());
    }
    let exercise = about(&view, EXERCISE);
    assert_eq!(exercise.draft.due, DueDraft::Meeting { meeting: next }, "{}", exercise.due_label);
    assert_eq!(exercise.due_label, "by 2nd Cyber Dialogue");
    let owners: Vec<_> = exercise.draft.owners.iter().map(|owner| (owner.role, owner.body)).collect();
    assert_eq!(owners, [(OwnerRole::Lead, Some(ground.agency)), (OwnerRole::Counterpart, Some(ground.theirs))]);
    assert_eq!(exercise.owners_reason, "CSA and SCERT are named");
    assert_eq!(exercise.draft.bound, Bound::Both);
    let judges = about(&view, JUDGES);
    assert_eq!((judges.draft.bound, judges.bound_label.as_str()), (Bound::Partner, "Sudland"));
    assert_eq!(judges.draft.due, DueDraft::Day { on: day("2015-12-31") });
    assert_eq!(judges.due_label, "31 Dec 2015");
    assert_eq!(about(&view, CONTACTS).draft.strength, Strength::Intent);
    assert!(matches!(about(&view, MALWARE).draft.due, DueDraft::Recurring { months: 3, .. }));
}

#[test]
fn what_was_entered_is_marked_and_undone_as_one() {
    let ground = Ground::new();
    let text = stated(&ground);
    let before = ground.dossier.export().unwrap();
    let firm: Vec<AcceptDraft> = capture(&ground, text)
        .candidates
        .iter()
        .filter(|candidate| candidate.draft.strength == Strength::Firm)
        .map(|candidate| AcceptDraft { draft: candidate.draft.clone(), supersedes: None })
        .collect();
    let changed = ground.dossier.accept_candidates(&firm).unwrap();
    assert_eq!(changed.output.len(), 3);
    assert_eq!(changed.act.unwrap().title, "Added 3 commitments, from Joint statement");
    let view = capture(&ground, text);
    assert_eq!((view.remaining, view.remaining_firm), (1, 0));
    let taken = about(&view, JUDGES);
    assert_eq!(taken.state, CandidateState::Taken);
    let entered = taken.entered.as_ref().unwrap();
    assert_eq!(ground.row(entered.commitment).r#ref, entered.r#ref);
    assert!(taken.like.is_empty(), "what was taken from it is not like it");
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    assert_eq!(capture(&ground, text).remaining, 4);
    ground.dossier.redo().unwrap();

    let ground = ground.reopened();
    assert_eq!(capture(&ground, text).remaining, 1);
    let one = AcceptDraft { draft: about(&capture(&ground, text), CONTACTS).draft.clone(), supersedes: None };
    let changed = ground.dossier.accept_candidates(std::slice::from_ref(&one)).unwrap();
    let row = ground.row(changed.output[0]);
    assert_eq!(changed.act.unwrap().title, format!("Added {} {}, from Joint statement", row.r#ref, row.title));
    // The same words once more are entered, and said to be.
    let again = ground.dossier.accept_candidates(&[one]).unwrap();
    assert_eq!(again.warnings, [format!("These words were entered as {} already.", row.r#ref)]);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn what_cannot_be_entered_is_refused_whole() {
    let ground = Ground::new();
    let text = stated(&ground);
    let view = capture(&ground, text);
    let before = ground.dossier.export().unwrap();
    let good = AcceptDraft { draft: about(&view, MALWARE).draft.clone(), supersedes: None };
    let off = PassageDraft { text, start: 0, end: 100_000 };
    let bad = |draft: CommitmentDraft| {
        ground.dossier.accept_candidates(&[good.clone(), AcceptDraft { draft, supersedes: None }])
    };
    let off_the_text = CommitmentDraft { passage: Some(off.clone()), ..good.draft.clone() };
    assert!(refusal(bad(off_the_text)).contains("does not lie on Joint statement"));
    let untitled = CommitmentDraft { title: String::new(), ..good.draft.clone() };
    assert!(refusal(bad(untitled)).contains("title is still empty"));
    let old = CommitmentDraft { id: Some(ground.agency), ..good.draft.clone() };
    assert!(refusal(bad(old)).contains("a new commitment"));
    assert!(refusal(ground.dossier.accept_candidates(&[])).contains("Nothing was chosen"));
    assert!(refusal(ground.dossier.read_candidate(&off)).contains("does not lie on"));
    let verdict = VerdictDraft { at: off.clone(), judgement: Judgement::Skipped };
    assert!(refusal(ground.dossier.judge_candidate(&verdict)).contains("does not lie on"));
    let commitment = ground.commitment("Share reports");
    let mention = MentionDraft { commitment, at: off, note: String::new() };
    assert!(refusal(ground.dossier.add_mention(&mention)).contains("does not lie on"));
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
}

#[test]
fn a_candidate_takes_the_place_of_an_old_commitment_in_one_act() {
    let ground = Ground::new();
    let text = stated(&ground);
    let old = ground.commitment("Share reports on malware every year");
    let before = ground.dossier.export().unwrap();
    let draft = about(&capture(&ground, text), MALWARE).draft.clone();
    let changed = ground.dossier.accept_candidates(&[AcceptDraft { draft, supersedes: Some(old) }]).unwrap();
    let new = changed.output[0];
    assert_eq!(
        nouns(&changed),
        [Noun::Passage, Noun::Commitment, Noun::Commitment, Noun::Link, Noun::Owner][..4].to_vec()
    );
    let view = ground.dossier.commitment(old).unwrap();
    assert_eq!(view.row.status, Status::Superseded);
    assert_eq!(view.closing.unwrap().on, day("2015-08-14"));
    assert_eq!(
        (view.links[0].kind, view.links[0].outgoing, view.links[0].other.id),
        (LinkKind::Supersedes, false, new)
    );
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);

    // What was closed keeps the way it was closed.
    ground.dossier.set_status(&ground.status(old, Status::Dropped)).unwrap();
    let draft = about(&capture(&ground, text), MALWARE).draft.clone();
    let changed = ground.dossier.accept_candidates(&[AcceptDraft { draft, supersedes: Some(old) }]).unwrap();
    assert_eq!(ground.row(old).status, Status::Dropped);
    assert!(changed.warnings[0].ends_with("was dropped by agreement before, and stays so."), "{:?}", changed.warnings);
}

#[test]
fn a_mention_is_dated_undone_and_goes_and_comes_with_what_it_hangs_on() {
    let ground = Ground::new();
    let text = stated(&ground);
    let commitment = ground.commitment("Establish contact points on ransomware");
    let lamps = |ground: &Ground| (ground.row(commitment).heard, ground.row(commitment).delivery);
    let unmentioned = lamps(&ground);
    let before = ground.dossier.export().unwrap();
    let at = place(about(&capture(&ground, text), CONTACTS), text);
    let draft = MentionDraft { commitment, at: at.clone(), note: "Word for word".into() };
    let changed = ground.dossier.add_mention(&draft).unwrap();
    let mention = changed.output;
    assert_eq!(nouns(&changed), [Noun::Passage, Noun::Mention]);
    let reference = ground.row(commitment).r#ref;
    assert_eq!(changed.act.unwrap().title, format!("{reference} is reaffirmed in Joint statement"));
    assert!(refusal(ground.dossier.add_mention(&draft)).contains("entered already"));

    let view = capture(&ground, text);
    let mentioned = about(&view, CONTACTS);
    assert_eq!((mentioned.state, view.remaining), (CandidateState::Mentioned, 3));
    assert_eq!(mentioned.entered.as_ref().unwrap().r#ref, reference);
    let shown = ground.dossier.commitment(commitment).unwrap().mentions.remove(0);
    assert_eq!((shown.id, shown.on, shown.note.as_str()), (mention, Some(day("2015-08-14")), "Word for word"));
    assert_eq!((shown.passage.start, shown.passage.end), (at.start, at.end));
    assert_eq!(shown.meeting.unwrap().name, "1st Cyber Dialogue");
    // That it was said again does not tell whether it is being done.
    assert_eq!(lamps(&ground), unmentioned);
    let entry = &ground.dossier.history(Noun::Mention, mention).unwrap()[0];
    assert!(entry.name.contains(&reference) && entry.name.contains("contact points"), "{}", entry.name);

    // Its words stay where they are, like those of a commitment.
    let revision = ground.dossier.text(text).unwrap().row.revision;
    let mended = TextDraft {
        id: Some(text),
        revision,
        ..self::text(None, "Joint statement", &STATEMENT.replace("contact points", "officers"))
    };
    assert!(refusal(ground.dossier.save_text(&mended)).contains("left as it is"));

    let ground = ground.reopened();
    let with = ground.dossier.export().unwrap();
    for (noun, id) in [(Noun::Mention, mention), (Noun::Commitment, commitment), (Noun::Text, text)] {
        let act = ground.dossier.remove(noun, id).unwrap().act.unwrap();
        let gone = ground.dossier.export().unwrap();
        assert!(!gone.contains("\nmention ") && !gone.contains("\npassage "), "{gone}");
        assert!(ground.dossier.check(|_| {}).unwrap().sound);
        ground.dossier.revert(act.id).unwrap();
        assert_eq!(ground.dossier.export().unwrap(), with);
    }
    ground.dossier.remove(Noun::Mention, mention).unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Waiting);
    ground.clock.set(noon("2015-09-01"));
    assert_eq!(ground.dossier.commitments_as_of(day("2015-08-20"), &CommitmentQuery::all()).unwrap().rows.len(), 1);
}

#[test]
fn what_was_entered_whole_is_shown_whole() {
    let ground = Ground::new();
    let statement = "Both sides will publish lists and share best practices for prosecuting traffickers of wildlife across their borders.";
    let text = ground.dossier.save_text(&crate::ground::text(None, "Statement", statement)).unwrap().output;
    let before = capture(&ground, text);
    assert!(before.candidates[0].acts.len() > 1, "{:?}", before.candidates);
    accept(&ground, text, "best practices");
    let after = capture(&ground, text);
    assert_eq!(quotes(&after), quotes(&before));
    assert_eq!(after.candidates[0].state, CandidateState::Taken);
}

#[test]
fn a_skipped_candidate_is_skipped_in_its_text_only() {
    let ground = Ground::new();
    let text = stated(&ground);
    let before = ground.dossier.export().unwrap();
    let verdict = judge(&ground, text, CONTACTS, Judgement::Skipped);
    let view = capture(&ground, text);
    assert_eq!((about(&view, CONTACTS).state, view.remaining), (CandidateState::Skipped, 3));
    assert_eq!(about(&view, CONTACTS).verdict, Some(verdict));
    assert!(ground.dossier.verdicts().unwrap().is_empty());
    let other = ground.dossier.save_text(&self::text(None, "Another", STATEMENT)).unwrap().output;
    assert_eq!(state(&ground, other, CONTACTS), CandidateState::Waiting);
    ground.dossier.remove(Noun::Text, other).unwrap();

    // The words are what counts: the text stays free to change around them.
    let row = ground.dossier.text(text).unwrap().row;
    let longer = TextDraft {
        id: Some(text),
        revision: row.revision,
        ..self::text(row.meeting.map(|meeting| meeting.id), "Joint statement", &format!("A heading\n\n{STATEMENT}"))
    };
    ground.dossier.save_text(&longer).unwrap();
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Skipped);
    assert_eq!(state(&ground, text, MALWARE), CandidateState::Waiting);
    ground.dossier.undo().unwrap();

    // What is entered after all counts more than that it was skipped.
    let commitment = accept(&ground, text, CONTACTS);
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Taken);
    ground.dossier.remove(Noun::Commitment, commitment).unwrap();
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Skipped);
    ground.dossier.remove(Noun::Verdict, verdict).unwrap();
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Waiting);
    assert_eq!(ground.dossier.export().unwrap(), before);
}

#[test]
fn a_skipped_candidate_leaves_one_like_it_waiting() {
    let ground = Ground::new();
    let body = "The two sides will share reports on malware with each other every quarter.\n\n\
        Both sides will share reports on malware each quarter with each other.\n\n\
        Both sides will open a training centre for judges.";
    let text = ground.dossier.save_text(&self::text(None, "Joint statement", body)).unwrap().output;
    let (first, second) = ("The two sides will share", "Both sides will share");
    let verdict = judge(&ground, text, first, Judgement::Skipped);
    assert_eq!(state(&ground, text, first), CandidateState::Skipped);
    assert_eq!(state(&ground, text, second), CandidateState::Waiting);

    // Where it was mended and moved, its words are still the ones that were skipped.
    let row = ground.dossier.text(text).unwrap().row;
    let moved =
        format!("A heading\n\n{}", body.replace("share reports on malware with", "share reports about malware with"));
    let draft = TextDraft { id: Some(text), revision: row.revision, ..self::text(None, "Joint statement", &moved) };
    ground.dossier.save_text(&draft).unwrap();
    assert_eq!(about(&capture(&ground, text), first).verdict, Some(verdict));
}

#[test]
fn two_candidates_skipped_as_one_are_both_skipped() {
    let ground = Ground::new();
    let text = stated(&ground);
    let both = range(STATEMENT, &STATEMENT[STATEMENT.find("Sudland will").unwrap()..], text);
    let draft = VerdictDraft { at: both, judgement: Judgement::Skipped };
    ground.dossier.judge_candidate(&draft).unwrap();
    let view = capture(&ground, text);
    assert_eq!(
        (about(&view, JUDGES).state, about(&view, CONTACTS).state),
        (CandidateState::Skipped, CandidateState::Skipped)
    );
    assert_eq!(view.remaining, 2);
}

#[test]
fn never_again_speaks_for_what_is_like_it_in_every_text() {
    let ground = Ground::new();
    let text = stated(&ground);
    let verdict = judge(&ground, text, CONTACTS, Judgement::Skipped);
    // A second verdict on the same words takes the place of the first.
    assert_eq!(judge(&ground, text, CONTACTS, Judgement::Never), verdict);
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Never);
    let row = ground.dossier.verdicts().unwrap().remove(0);
    assert_eq!((row.id, row.text, row.text_title.as_str()), (verdict, text, "Joint statement"));

    let like = "The delegations met. The two governments intend to establish ransomware contact points. They will share reports on malware.";
    let other = ground.dossier.save_text(&self::text(None, "A later one", like)).unwrap().output;
    let ground = ground.reopened();
    let view = capture(&ground, other);
    let never = about(&view, CONTACTS);
    assert_eq!((never.state, never.verdict), (CandidateState::Never, Some(verdict)));
    assert_eq!(never.rule, "never again like “Both sides intend to establish contact points on ransomware.”");
    assert_eq!(about(&view, MALWARE).state, CandidateState::Waiting);
    ground.dossier.undo().unwrap();
    ground.dossier.undo().unwrap();
    assert!(ground.dossier.verdicts().unwrap().is_empty());
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Skipped);
    ground.dossier.redo().unwrap();
    let act = ground.dossier.remove(Noun::Verdict, verdict).unwrap().act.unwrap();
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Waiting);
    let gone = ground.dossier.bin().unwrap().remove(0);
    assert_eq!(gone.name, "Both sides intend to establish contact points on ransomware.");
    ground.dossier.revert(act.id).unwrap();

    // Verdicts go with their text, and come back with it.
    let act = ground.dossier.remove(Noun::Text, text).unwrap().act.unwrap();
    assert!(ground.dossier.verdicts().unwrap().is_empty());
    ground.dossier.revert(act.id).unwrap();
    assert_eq!(state(&ground, text, CONTACTS), CandidateState::Never);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_stretch_chosen_by_hand_is_read_anew_and_found_again() {
    let ground = Ground::new();
    let text = stated(&ground);
    // Longer, shorter, two in one, and what no rule finds.
    let longer = range(STATEMENT, "on 14 August 2015 in Suden were warm", text);
    let candidate = ground.dossier.read_candidate(&longer).unwrap();
    assert_eq!(candidate.state, CandidateState::Waiting);
    assert_eq!(candidate.quote, "on 14 August 2015 in Suden were warm");
    assert_eq!(candidate.draft.passage, Some(longer));
    assert_eq!(candidate.draft.track, ground.track);
    let shorter =
        range(STATEMENT, "will hold a joint ransomware exercise before the next round of the Cyber Dialogue", text);
    let candidate = ground.dossier.read_candidate(&shorter).unwrap();
    assert!(!candidate.due_words.is_empty() && candidate.draft.strength == Strength::Firm);
    let both = range(STATEMENT, &STATEMENT[STATEMENT.find("Sudland will").unwrap()..], text);
    let candidate = ground.dossier.read_candidate(&both).unwrap();
    assert_eq!((candidate.draft.strength, candidate.draft.bound), (Strength::Firm, Bound::Both));

    let by_hand = range(STATEMENT, "talks on 14 August", text);
    let draft = ground.dossier.read_candidate(&by_hand).unwrap().draft;
    assert_eq!(draft.title, "Talks on 14 August");
    ground.dossier.accept_candidates(&[AcceptDraft { draft, supersedes: None }]).unwrap();
    let view = capture(&ground, text);
    assert_eq!(about(&view, "talks on").state, CandidateState::Taken);
    assert_eq!((view.candidates.len(), view.remaining), (5, 4));
    assert!(view.candidates.is_sorted_by_key(|candidate| candidate.at.start));
}

#[test]
fn the_track_follows_what_its_commitments_talk_about() {
    let ground = Ground::new();
    let climate = TrackDraft { leads: vec![ground.ministry], ..crate::ground::track("CLI", "Climate") };
    let climate = ground.dossier.save_track(&climate).unwrap().output;
    for title in
        ["Cut methane from rice fields", "Publish inventories of emissions", "Protect the glaciers of the north"]
    {
        ground.dossier.save_commitment(&CommitmentDraft { track: climate, ..ground.promise(title) }).unwrap();
    }
    for title in ["Share reports on malware", "Answer incidents together", "Train responders"] {
        ground.commitment(title);
    }
    let statement = "The two sides will publish their inventories of methane. The two sides will train responders to malware. \
        The two sides will cooperate on climate questions. The two sides will open a consulate.";
    let alone = ground.dossier.save_text(&text(None, "Alone", statement)).unwrap().output;
    let view = capture(&ground, alone);
    assert_eq!(about(&view, "methane").draft.track, climate, "{}", about(&view, "methane").track_reason);
    assert!(about(&view, "methane").track_reason.contains("its commitments speak of"));
    assert_eq!(about(&view, "methane").draft.owners, [crate::ground::lead(ground.ministry)]);
    assert_eq!(about(&view, "methane").owners_reason, "lead bodies of the track");
    assert_eq!(about(&view, "malware").draft.track, ground.track);
    assert_eq!(about(&view, "climate").track_reason, "“climate” is in its name");
    // Where nothing speaks for one, the dialogue that met decides.
    let round = ground.round("2015-08-14");
    let met = ground.dossier.save_text(&text(Some(round), "Round", statement)).unwrap().output;
    let view = capture(&ground, met);
    assert_eq!((about(&view, "consulate").draft.track, about(&view, "methane").draft.track), (ground.track, climate));
    assert_eq!(about(&view, "consulate").track_reason, "the track of the dialogue");

    // Nothing is made up: without a track, there is none to propose.
    let folder = tempfile::tempdir().unwrap();
    let bare = rapporteur_core::Dossier::create(
        &folder.path().join("bare.dossier"),
        &crate::ground::new_dossier(),
        crate::ground::around(&ground.clock, 9),
    )
    .unwrap();
    let id = bare.save_text(&text(None, "Alone", statement)).unwrap().output;
    let candidate = bare.capture(id).unwrap().candidates.remove(0);
    assert_eq!((candidate.draft.track, candidate.track_reason.as_str()), (Id::NIL, "the dossier has no track yet"));
    assert!(candidate.draft.owners.is_empty());
}

#[test]
fn owners_are_those_named_however_they_are_called() {
    let ground = Ground::new();
    ground.dossier.save_body(&body(ground.home, None, "", "The Office of the National Envoy")).unwrap();
    let statement = "\
        The Ministry of Foreign\u{a0}Affairs will publish the list. Sudland Response Team and Director Officer will meet in May. \
        The two sides will watch over ANTI-CSA groups and the csa. The Office of the National Envoy will visit Suden.";
    let id = ground.dossier.save_text(&text(None, "Named", statement)).unwrap().output;
    let view = capture(&ground, id);
    let bodies = |words: &str| -> Vec<_> {
        about(&view, words).draft.owners.iter().map(|owner| (owner.role, owner.body, owner.person)).collect()
    };
    assert_eq!(bodies("publish the list"), [(OwnerRole::Lead, Some(ground.ministry), None)]);
    assert_eq!(
        bodies("Response Team"),
        [
            (OwnerRole::Lead, Some(ground.agency), Some(ground.person)),
            (OwnerRole::Counterpart, Some(ground.theirs), None)
        ]
    );
    assert_eq!(bodies("watch over"), []);
    assert_eq!(bodies("visit Suden").len(), 1);
}

#[test]
fn who_came_into_office_later_owns_nothing_said_before() {
    let ground = Ground::new();
    let in_office = |name: &str, from: Option<&str>, to: Option<&str>| {
        let draft = PersonDraft {
            active_from: from.map(day),
            active_to: to.map(day),
            ..person(ground.home, Some(ground.agency), name)
        };
        ground.dossier.save_person(&draft).unwrap().output
    };
    let then = in_office("Asha Rao", None, Some("2015-05-31"));
    let now = in_office("Vikram Rao", Some("2015-06-01"), None);
    let statement = "Director Rao will publish the list of contacts.";
    let owners = |on: &str| {
        let draft = TextDraft { dated_on: Some(day(on)), ..text(None, "Statement", statement) };
        let id = ground.dossier.save_text(&draft).unwrap().output;
        let owners = capture(&ground, id).candidates.remove(0).draft.owners;
        owners.into_iter().filter_map(|owner| owner.person).collect::<Vec<_>>()
    };
    assert_eq!((owners("2015-05-31"), owners("2015-06-01")), (vec![then], vec![now]));
}

#[test]
fn a_candidate_close_to_an_old_commitment_is_shown_beside_it() {
    let ground = Ground::new();
    let earlier = TextDraft {
        dated_on: Some(day("2014-03-01")),
        ..text(None, "Statement of 2014", "Both sides will share reports on malware with each other every year.")
    };
    let earlier = ground.dossier.save_text(&earlier).unwrap().output;
    let old = accept(&ground, earlier, MALWARE);
    for title in ["Answer incidents together", "Train responders", "Open a consulate in Suden"] {
        ground.commitment(title);
    }
    let text = stated(&ground);
    let view = capture(&ground, text);
    let like = &about(&view, MALWARE).like;
    assert_eq!(like.len(), 1);
    assert_eq!((like[0].commitment, like[0].open), (old, true));
    assert_eq!(like[0].origin, "Statement of 2014, 1 Mar 2014");
    assert!(like[0].percent > 60, "{}", like[0].percent);
    let said = |kind: Likeness| {
        let parts = like[0].difference.iter().filter(|part| part.kind == kind);
        parts.map(|part| part.words.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((said(Likeness::Old), said(Likeness::New)), (vec!["Both", "year."], vec!["The two", "quarter."]));
    assert!(about(&view, JUDGES).like.is_empty());
}

#[test]
fn a_later_report_reaffirms_in_other_words() {
    let ground = Ground::new();
    let of_2011 = "Norland and Sudland on Tuesday decided to promote closer cooperation and timely exchange of information to fight cyber crimes. \
        Both sides agreed that the dialogue on climate change would be continued at the ministerial level.";
    let earlier = ground.dossier.save_text(&text(None, "Report of 2011", of_2011)).unwrap().output;
    let crime = accept(&ground, earlier, "cyber crimes");
    accept(&ground, earlier, "climate change");
    let of_2015 = "Facing common threats from overseas, Norland and Sudland on Friday decided to join hands in combating cybercrime, \
        which would advance the ambitious goal of a digital Norland.";
    let later = ground.dossier.save_text(&text(None, "Report of 2015", of_2015)).unwrap().output;
    let view = capture(&ground, later);
    let like: Vec<_> = about(&view, "cybercrime").like.iter().map(|like| like.commitment).collect();
    assert_eq!(like, [crime]);
}

#[test]
fn the_lexicon_is_part_of_the_dossier() {
    let ground = Ground::new();
    let empty = ground.dossier.lexicon().unwrap();
    assert!(empty.lexicon.is_empty() && !empty.standard.is_empty());
    let before = ground.dossier.export().unwrap();
    let words = "# Nothing is added yet.\n";
    let act = ground.dossier.save_lexicon(empty.revision, words).unwrap().act.unwrap();
    assert_eq!(act.title, "Changed the lexicon of the capture");
    assert!(refusal(ground.dossier.save_lexicon(empty.revision, words)).contains("changed"));
    let ground = ground.reopened();
    let kept = ground.dossier.lexicon().unwrap();
    assert_eq!(kept.lexicon, words.trim_end());
    let sentence = refusal(ground.dossier.save_lexicon(kept.revision, "[[[ this is no lexicon"));
    assert!(sentence.contains("1"), "{sentence}");
    assert_eq!(ground.dossier.lexicon().unwrap(), kept);
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
}
