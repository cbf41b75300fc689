//! One way to write, undo and redo, revisions, history, the bin.

use rapporteur_core::{
    error::Code,
    vocabulary::{Noun, Status},
    wire::{CommitmentDraft, JournalQuery},
};

use crate::ground::{Ground, follow_up, lead, nouns, refusal};

#[test]
fn an_act_answers_what_it_changed_and_how_it_is_called() {
    let ground = Ground::new();
    let draft = CommitmentDraft { owners: vec![lead(ground.agency)], ..ground.promise("Share formats") };
    let changed = ground.dossier.save_commitment(&draft).unwrap();
    assert_eq!(nouns(&changed), [Noun::Commitment, Noun::Owner]);
    let act = changed.act.unwrap();
    assert_eq!(act.title, "Added CYB-2015-001 Share formats");
    assert_eq!(act.actor, "A. Officer");
    assert!(act.undoable);
}

#[test]
fn what_changes_nothing_is_no_act() {
    let ground = Ground::new();
    let id = ground.commitment("Share formats");
    let before = ground.dossier.journal(&all()).unwrap().acts.len();
    let row = ground.row(id);
    let same = CommitmentDraft { id: Some(id), revision: row.revision, ..ground.promise("Share formats") };
    let changed = ground.dossier.save_commitment(&same).unwrap();
    assert_eq!((changed.act, changed.changes.len()), (None, 0));
    assert_eq!(ground.dossier.journal(&all()).unwrap().acts.len(), before);
}

#[test]
fn a_stale_change_is_refused_and_overwrites_nothing() {
    let ground = Ground::new();
    let id = ground.commitment("Share formats");
    let read = ground.row(id).revision;
    let change = |title: &str, revision| {
        ground.dossier.save_commitment(&CommitmentDraft { id: Some(id), revision, ..ground.promise(title) })
    };
    change("Share formats of indicators", read).unwrap();
    let error = change("Something else", read).unwrap_err();
    assert_eq!(error.code(), Code::Stale);
    assert_eq!(ground.row(id).title, "Share formats of indicators");
}

#[test]
fn undo_and_redo_take_whole_acts_and_survive_a_restart() {
    let ground = Ground::new();
    let before = ground.dossier.export().unwrap();
    let ids = [ground.commitment("One"), ground.commitment("Two")];
    let entered = ground.dossier.export().unwrap();
    // One follow-up on two commitments is one step.
    ground.dossier.save_follow_up(&follow_up(ids.to_vec(), "2015-08-01", "Heard")).unwrap();
    let all_of_it = ground.dossier.export().unwrap();
    let ground = ground.reopened();
    assert_eq!(ground.dossier.overview().unwrap().undo.unwrap().title, "Follow-up on 2 commitments");
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), entered);
    ground.dossier.undo().unwrap();
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    let ground = ground.reopened();
    for _ in 0..3 {
        ground.dossier.redo().unwrap();
    }
    assert_eq!(ground.dossier.export().unwrap(), all_of_it);
    assert_eq!(refusal(ground.dossier.redo()), "There is nothing to redo.");
}

#[test]
fn a_new_act_ends_what_could_be_redone() {
    let ground = Ground::new();
    ground.commitment("One");
    ground.dossier.undo().unwrap();
    assert!(ground.dossier.overview().unwrap().redo.is_some());
    ground.commitment("Two");
    assert!(ground.dossier.overview().unwrap().redo.is_none());
    // Taking that back does not bring the first one up again.
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.overview().unwrap().redo.unwrap().title, "Added CYB-2015-002 Two");
}

#[test]
fn undo_ends_at_what_made_the_dossier() {
    let ground = Ground::new();
    while ground.dossier.overview().unwrap().undo.is_some() {
        ground.dossier.undo().unwrap();
    }
    assert_eq!(refusal(ground.dossier.undo()), "There is nothing to undo.");
    assert_eq!(ground.dossier.overview().unwrap().title, "Norland–Sudland");
}

#[test]
fn an_act_of_the_past_is_taken_back_by_itself_unless_changed_since() {
    let ground = Ground::new();
    let one = ground.commitment("One");
    let first = ground.heard(one, "2015-08-01", "Heard").act.unwrap();
    ground.commitment("Two");
    ground.dossier.revert(first.id).unwrap();
    assert!(ground.dossier.commitment(one).unwrap().follow_ups.is_empty());
    assert_eq!(refusal(ground.dossier.revert(first.id)), "This act has been taken back already.");
    // Taking back is an act itself.
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.commitment(one).unwrap().follow_ups.len(), 1);

    let status = ground.dossier.set_status(&ground.status(one, Status::InProgress)).unwrap().act.unwrap();
    ground.dossier.set_status(&ground.status(one, Status::Delivered)).unwrap();
    let sentence = refusal(ground.dossier.revert(status.id));
    assert!(sentence.contains("changed since"), "{sentence}");
    assert_eq!(ground.row(one).status, Status::Delivered);
}

#[test]
fn a_removed_row_comes_back_whole() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let draft =
        CommitmentDraft { owners: vec![lead(ground.agency)], meeting: Some(round), ..ground.promise("Share formats") };
    let id = ground.dossier.save_commitment(&draft).unwrap().output;
    ground.heard(id, "2015-08-15", "Sent");
    ground.put_off(id, "2015-12-01", "").unwrap();
    let before = ground.dossier.export().unwrap();
    ground.dossier.remove(Noun::Commitment, id).unwrap();
    assert!(ground.dossier.commitment(id).is_err());
    ground.commitment("Something later");
    let bin = ground.dossier.bin().unwrap();
    assert_eq!(bin.len(), 1);
    assert_eq!((bin[0].name.as_str(), bin[0].along), ("CYB-2015-001 Share formats", 3));
    ground.dossier.revert(bin[0].act.id).unwrap();
    assert!(ground.dossier.bin().unwrap().is_empty());
    let after = ground.dossier.export().unwrap();
    assert!(before.lines().all(|line| after.contains(line)));
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

#[test]
fn a_meeting_goes_to_the_bin_with_all_that_came_of_it() {
    let ground = Ground::new();
    let before = ground.dossier.export().unwrap();
    let round = ground.round("2015-08-14");
    let draft = CommitmentDraft { meeting: Some(round), ..ground.promise("Share formats") };
    ground.dossier.save_commitment(&draft).unwrap();
    let whole = ground.dossier.export().unwrap();
    ground.dossier.remove(Noun::Meeting, round).unwrap();
    assert_eq!(ground.dossier.export().unwrap(), before);
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.export().unwrap(), whole);
}

#[test]
fn a_ref_is_never_given_twice() {
    let ground = Ground::new();
    let one = ground.commitment("One");
    ground.dossier.undo().unwrap();
    let two = ground.commitment("Two");
    assert_eq!(ground.row(two).r#ref, "CYB-2015-002");
    ground.dossier.remove(Noun::Commitment, two).unwrap();
    let three = ground.commitment("Three");
    assert_eq!(ground.row(three).r#ref, "CYB-2015-003");
    assert!(ground.dossier.commitment(one).is_err());
}

#[test]
fn history_names_what_changed_for_people() {
    let ground = Ground::new();
    let id = ground.commitment("Share formats");
    ground.dossier.set_status(&ground.status(id, Status::InProgress)).unwrap();
    let history = ground.dossier.history(Noun::Commitment, id).unwrap();
    assert_eq!(history.len(), 2);
    assert!(history[1].created);
    let change = &history[0].fields[0];
    assert_eq!(
        (change.field.as_str(), change.before.as_deref(), change.after.as_deref()),
        ("status", Some("not started"), Some("in progress"))
    );
}

#[test]
fn the_journal_pages_and_filters() {
    let ground = Ground::new();
    let id = ground.commitment("Share formats");
    for number in 0..5 {
        ground.heard(id, "2015-08-01", &format!("Note {number}"));
    }
    let query = JournalQuery { noun: Some(Noun::FollowUp), limit: 2, ..all() };
    let first = ground.dossier.journal(&query).unwrap();
    assert_eq!(first.acts.len(), 2);
    let next = JournalQuery { before: first.next, ..query };
    let second = ground.dossier.journal(&next).unwrap();
    let third = ground.dossier.journal(&JournalQuery { before: second.next, ..next }).unwrap();
    assert_eq!((second.acts.len(), third.acts.len(), third.next), (2, 1, None));
    assert!(first.acts[0].entries.iter().any(|entry| entry.name.contains("Note 4")));
}

#[test]
fn typing_that_is_gone_on_with_is_one_step() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let revision = |ground: &Ground| ground.dossier.meeting(round).unwrap().row.revision;
    let first = ground.dossier.save_record(round, revision(&ground), "The del", None).unwrap().act.unwrap();
    let second = ground
        .dossier
        .save_record(round, revision(&ground), "The delegations met.", Some(first.id))
        .unwrap()
        .act
        .unwrap();
    assert_eq!(first.id, second.id);
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.meeting(round).unwrap().record, "");
    ground.dossier.redo().unwrap();
    assert_eq!(ground.dossier.meeting(round).unwrap().record, "The delegations met.");
    // After another act, the next stretch of typing is a step of its own.
    ground.commitment("One");
    let third = ground.dossier.save_record(round, revision(&ground), "They met.", Some(first.id)).unwrap().act.unwrap();
    assert_ne!(third.id, first.id);
    assert!(ground.dossier.check(|_| {}).unwrap().sound);
}

fn all() -> JournalQuery {
    JournalQuery { noun: None, row: None, before: None, limit: 200 }
}

#[test]
fn the_bin_names_what_was_removed_whatever_it_is_called() {
    let ground = Ground::new();
    let id = ground.commitment("Removed 12 commitments");
    ground.heard(id, "2015-08-01", "Heard of.");
    ground.dossier.remove(Noun::Commitment, id).unwrap();
    let bin = ground.dossier.bin().unwrap();
    assert_eq!(bin[0].name, "CYB-2015-001 Removed 12 commitments");
    assert_eq!((bin[0].noun, bin[0].along), (Noun::Commitment, 1));
}

/// The titles of a stretch of the journal after another, for as long as there are any.
fn paged(ground: &Ground, query: &JournalQuery) -> Vec<String> {
    let mut titles = Vec::new();
    let mut before = query.before;
    loop {
        let page = ground.dossier.journal(&JournalQuery { before, ..query.clone() }).unwrap();
        titles.extend(page.acts.into_iter().map(|page| page.act.title));
        match page.next {
            Some(next) => before = Some(next),
            None => return titles,
        }
    }
}

#[test]
fn the_places_of_the_journal_are_those_of_its_acts() {
    let ground = Ground::new();
    let ids = [ground.commitment("One"), ground.commitment("Two")];
    for number in 0..1_100 {
        let status = if number % 2 == 0 { Status::InProgress } else { Status::NotStarted };
        ground.dossier.set_status(&ground.status(ids[number % 2], status)).unwrap();
        if number % 5 == 0 {
            ground.heard(ids[0], "2015-08-01", &format!("Note {number}"));
        }
        if number % 50 == 0 {
            ground.dossier.undo().unwrap();
        }
    }
    let rows = [
        (None, None),
        (Some(Noun::FollowUp), None),
        (Some(Noun::Commitment), None),
        (Some(Noun::Commitment), Some(ids[0])),
        (Some(Noun::Person), None),
    ];
    for (noun, row) in rows {
        let query = JournalQuery { noun, row, before: None, limit: 200 };
        let titles = paged(&ground, &query);
        let places = ground.dossier.journal_places(&query).unwrap().unwrap();
        assert_eq!(places.total as usize, titles.len(), "{query:?}");
        assert_eq!(places.marks.len(), titles.len().saturating_sub(1) / 500, "{query:?}");
        for mark in places.marks {
            let rest = JournalQuery { before: mark.after.parse().ok(), ..query.clone() };
            assert_eq!(paged(&ground, &rest), titles[mark.at as usize..], "{query:?} from {}", mark.at);
        }
        assert_eq!(paged(&ground, &JournalQuery { limit: 7, ..query.clone() }), titles, "{query:?}");
    }
}

#[test]
fn the_journal_of_a_row_tells_what_hung_on_it_and_nothing_else_of_the_same_acts() {
    let ground = Ground::new();
    let ids = [ground.commitment("One"), ground.commitment("Two")];
    ground.dossier.save_follow_up(&follow_up(ids.to_vec(), "2015-08-01", "Heard of both")).unwrap();
    ground.dossier.set_status(&ground.status(ids[1], Status::InProgress)).unwrap();
    let query = JournalQuery { noun: Some(Noun::Commitment), row: Some(ids[0]), before: None, limit: 20 };
    let acts = ground.dossier.journal(&query).unwrap().acts;
    let titles: Vec<&str> = acts.iter().map(|page| page.act.title.as_str()).collect();
    assert_eq!(titles, ["Follow-up on 2 commitments", "Added CYB-2015-001 One"]);
    // The act entered two follow-ups; one of them is of this commitment.
    assert_eq!((acts[0].act.rows, acts[0].entries.len()), (2, 1));
    assert_eq!(acts[0].entries[0].noun, Noun::FollowUp);
}
