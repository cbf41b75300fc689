//! Saved views: what is filtered becomes words, and the words find the same again.

use rapporteur_core::{
    Dossier,
    id::Id,
    sample,
    vocabulary::{Delivery, Exception, Freshness, Noun, Status},
    wire::{CommitmentQuery, Grouping, SavedViewDraft, SavedViewRow, Sort, TrackDraft},
};

use crate::ground::{Ground, around, day, noon, refusal, track};

fn draft(name: &str, query: CommitmentQuery) -> SavedViewDraft {
    SavedViewDraft { id: None, revision: 0, name: name.into(), query, columns: Vec::new(), pinned: true, rank: 0 }
}

/// The draft that changes a view as it was read.
fn again(row: &SavedViewRow) -> SavedViewDraft {
    SavedViewDraft {
        id: Some(row.id),
        revision: row.revision,
        name: row.name.clone(),
        query: row.query.clone(),
        columns: row.columns.clone(),
        pinned: row.pinned,
        rank: row.rank,
    }
}

fn worded(words: &str) -> CommitmentQuery {
    CommitmentQuery { words: words.into(), ..CommitmentQuery::all() }
}

fn refs(dossier: &Dossier, query: &CommitmentQuery) -> Vec<String> {
    let query = CommitmentQuery { limit: 500, ..query.clone() };
    dossier.commitments(&query).unwrap().rows.into_iter().map(|row| row.r#ref).collect()
}

#[test]
fn every_filter_becomes_words_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.dossier");
    sample::create(&path).unwrap();
    let clock = std::sync::Arc::new(rapporteur_core::clock::SetClock::at(noon("2015-08-20")));
    let dossier = Dossier::open(&path, around(&clock, 3)).unwrap();
    let choices = dossier.choices().unwrap();
    let id = |at: usize, of: &[rapporteur_core::wire::Choice]| of[at % of.len()].id;
    let mut filters: Vec<CommitmentQuery> = Vec::new();
    let all = CommitmentQuery::all();
    filters.extend([None, Some(true), Some(false)].map(|open| CommitmentQuery { open, ..all.clone() }));
    filters.extend(choices.tracks.iter().map(|c| CommitmentQuery { tracks: vec![c.id], ..all.clone() }));
    filters.extend(Delivery::ALL.iter().map(|lamp| CommitmentQuery { delivery: vec![*lamp], ..all.clone() }));
    filters.extend(Freshness::ALL.iter().map(|lamp| CommitmentQuery { freshness: vec![*lamp], ..all.clone() }));
    filters.extend(Exception::ALL.iter().map(|what| CommitmentQuery { exceptions: vec![*what], ..all.clone() }));
    filters.extend(Status::ALL.iter().map(|status| CommitmentQuery { statuses: vec![*status], ..all.clone() }));
    filters.extend(choices.bodies.iter().map(|c| CommitmentQuery { owner: Some(c.id), ..all.clone() }));
    filters.extend(choices.persons.iter().map(|c| CommitmentQuery { owner: Some(c.id), ..all.clone() }));
    filters.extend(choices.parties.iter().map(|c| CommitmentQuery { party: Some(c.id), ..all.clone() }));
    let summit = dossier.find(rapporteur_core::vocabulary::Noun::Meeting, "New York").unwrap();
    filters.push(CommitmentQuery { due_by: Some(summit), ..all.clone() });
    filters.push(CommitmentQuery { due_before: Some(day("2015-09-30")), ..all.clone() });
    filters.push(CommitmentQuery { tracks: choices.tracks.iter().take(2).map(|c| c.id).collect(), ..all.clone() });
    for (at, words) in ["cyber or climate", "-overdue", "open or closed", "\"due:none\" slips>0", "status:closed open"]
        .into_iter()
        .enumerate()
    {
        filters.push(worded(words));
        filters.push(CommitmentQuery {
            open: Some(at % 2 == 0),
            tracks: vec![id(at, &choices.tracks)],
            delivery: vec![Delivery::Red],
            exceptions: vec![Exception::ALL[at % Exception::ALL.len()]],
            owner: Some(id(at, &choices.bodies)),
            ..worded(words)
        });
    }
    for (at, query) in filters.iter().enumerate() {
        let saved = dossier.save_view(&draft(&format!("View {at}"), query.clone())).unwrap().output;
        let row = dossier.saved_view(saved).unwrap();
        let wanted = refs(&dossier, query);
        assert_eq!(refs(&dossier, &row.query), wanted, "{query:?} as {row:?}");
        assert_eq!(refs(&dossier, &CommitmentQuery { words: row.words.clone(), ..CommitmentQuery::all() }), wanted);
        // Saved as it was read, it says the same words.
        let changed = dossier.save_view(&again(&row)).unwrap();
        assert!(changed.changes.is_empty(), "{row:?}");
    }
    // A filter that the window has a control for comes back as that.
    let row = dossier.saved_views().unwrap().remove(3);
    assert_eq!((row.query.tracks.len(), row.query.words.as_str()), (1, ""));
}

#[test]
fn a_view_keeps_its_order_grouping_and_columns() {
    let ground = Ground::new();
    let query = CommitmentQuery {
        sort: Sort::Heard,
        descending: true,
        group: Some(Grouping::DueMonth),
        open: Some(true),
        ..worded("overdue track:cyb")
    };
    let mut wanted = draft(" Late in   cyber ", query);
    wanted.columns = vec!["what".into(), "due".into()];
    let saved = ground.dossier.save_view(&wanted).unwrap();
    assert_eq!(saved.act.unwrap().title, "Added saved view Late in cyber");
    let row = ground.dossier.saved_view(saved.output).unwrap();
    assert_eq!(row.words, "open track:CYB overdue");
    assert_eq!((row.query.sort, row.query.descending), (Sort::Heard, true));
    assert_eq!(row.query.group, Some(Grouping::DueMonth));
    assert_eq!(
        (row.query.open, row.query.tracks.as_slice(), row.query.words.as_str()),
        (Some(true), &[ground.track][..], "overdue")
    );
    assert_eq!(row.columns, ["what", "due"]);
    assert!(row.pinned && row.rank == 1);
}

#[test]
fn a_view_that_cannot_be_asked_or_told_apart_is_refused() {
    let ground = Ground::new();
    let save = |name: &str, words: &str| ground.dossier.save_view(&draft(name, worded(words)));
    assert!(refusal(save("  ", "open")).contains("still empty"));
    let sentence = refusal(save("Late", "open trak:cyber"));
    assert!(sentence.starts_with("At “trak”") && sentence.contains("Did you mean “track”?"), "{sentence}");
    let sentence = refusal(save("Late", "owner:Nobody"));
    assert!(sentence.starts_with("At “Nobody”") && sentence.contains("There are: "), "{sentence}");
    save("Résumé", "open").unwrap();
    assert!(refusal(save("resume", "closed")).contains("“Résumé” is there already"));
    let mut odd = draft("Odd", worded("open"));
    odd.columns = vec!["no such; column".into()];
    assert!(refusal(ground.dossier.save_view(&odd)).contains("no column has"));
    assert_eq!(ground.dossier.saved_views().unwrap().len(), 1);
}

#[test]
fn views_are_renamed_moved_unpinned_binned_and_brought_back() {
    let ground = Ground::new();
    let dossier = &ground.dossier;
    let ids: Vec<Id> =
        ["A", "B", "C"].map(|name| dossier.save_view(&draft(name, worded("open"))).unwrap().output).into();
    let names = || dossier.saved_views().unwrap().into_iter().map(|row| row.name).collect::<Vec<_>>();
    dossier.order_views(&[ids[2], ids[0], ids[1]]).unwrap();
    assert_eq!(names(), ["C", "A", "B"]);
    assert!(refusal(dossier.order_views(&ids[..2])).contains("in the meantime"));
    dossier.undo().unwrap();
    assert_eq!(names(), ["A", "B", "C"]);
    let row = dossier.saved_view(ids[0]).unwrap();
    let stale = again(&row);
    dossier.save_view(&SavedViewDraft { name: "First".into(), pinned: false, ..again(&row) }).unwrap();
    assert!(refusal(dossier.save_view(&stale)).contains("in the meantime"));
    let removed = dossier.remove(Noun::SavedView, ids[0]).unwrap();
    assert_eq!(removed.act.as_ref().unwrap().title, "Removed saved view First");
    assert_eq!(names(), ["B", "C"]);
    assert_eq!(dossier.bin().unwrap()[0].noun, Noun::SavedView);
    dossier.revert(removed.act.unwrap().id).unwrap();
    assert_eq!(names(), ["First", "B", "C"]);
    let history = dossier.history(Noun::SavedView, ids[0]).unwrap();
    assert!(history.iter().any(|entry| entry.fields.iter().any(|field| field.field == "name")));
    assert!(dossier.check(|_| {}).unwrap().faults.is_empty());
}

#[test]
fn a_view_whose_words_have_come_to_mean_nothing_can_still_be_renamed() {
    let ground = Ground::new();
    let dossier = &ground.dossier;
    let id = dossier.save_view(&draft("Cyber", worded("open track:CYB"))).unwrap().output;
    let renamed = TrackDraft { id: Some(ground.track), revision: 1, ..track("NET", "Networks") };
    dossier.save_track(&renamed).unwrap();
    let row = dossier.saved_view(id).unwrap();
    assert_eq!(row.query.words, "track:CYB");
    assert!(refusal(dossier.count_commitments(&row.query)).contains("track"));
    dossier.save_view(&SavedViewDraft { name: "Networks".into(), ..again(&row) }).unwrap();
    assert_eq!(dossier.saved_view(id).unwrap().words, "open track:CYB");
}
