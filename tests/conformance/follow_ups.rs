//! The follow-ups on one commitment as a list that does not end: by keyset, with places that are true.

use rapporteur_core::{id::Id, vocabulary::Noun, wire::FollowUpQuery};

use crate::ground::{Ground, follow_up, refusal};

/// The notes of a stretch after another, from a place on.
fn paged(ground: &Ground, commitment: Id, after: Option<String>, limit: u32) -> Vec<String> {
    let mut query = FollowUpQuery { commitment, after, limit };
    let mut notes = Vec::new();
    loop {
        let page = ground.dossier.follow_ups(&query).unwrap();
        assert!(page.rows.len() <= limit as usize);
        notes.extend(page.rows.into_iter().map(|row| row.note));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return notes,
        }
    }
}

#[test]
fn stretches_join_without_gap_or_repeat_and_marks_stand_where_they_say() {
    let ground = Ground::new();
    let one = ground.commitment("One");
    let other = ground.commitment("Another");
    let mut entered = Vec::new();
    for number in 0..1_201_u32 {
        // Many are of the same day, and they are not entered in the order of their days.
        let on = format!("2015-{:02}-{:02}", 1 + number * 7 % 8, 1 + number % 3);
        ground.heard(one, &on, &format!("Note {number}"));
        entered.push((on.clone(), number));
        if number % 100 == 0 {
            ground.heard(other, &on, "Of another");
        }
    }
    // Newest day first; of one day, the one that was entered last.
    entered.sort_by(|a, b| b.cmp(a));
    let plain: Vec<String> = entered.iter().map(|(_, number)| format!("Note {number}")).collect();
    for limit in [200, 7] {
        assert_eq!(paged(&ground, one, None, limit), plain);
    }
    let places = ground.dossier.follow_up_places(one).unwrap();
    assert_eq!(places.total, 1_201);
    assert_eq!(places.marks.iter().map(|mark| mark.at).collect::<Vec<_>>(), [500, 1000]);
    for mark in places.marks {
        assert_eq!(paged(&ground, one, Some(mark.after), 200), plain[mark.at as usize..]);
    }
    // The page of the commitment holds the newest, and says how many there are.
    let view = ground.dossier.commitment(one).unwrap();
    assert_eq!((view.follow_ups.len(), view.follow_up_count), (20, 1_201));
    assert_eq!(view.follow_ups[19].note, plain[19]);
}

#[test]
fn a_list_is_read_on_although_the_row_it_stopped_at_is_gone() {
    let ground = Ground::new();
    let one = ground.commitment("One");
    for number in 1..=4 {
        ground.heard(one, &format!("2015-08-0{number}"), &format!("Note {number}"));
    }
    let first = ground.dossier.follow_ups(&FollowUpQuery { commitment: one, after: None, limit: 2 }).unwrap();
    ground.dossier.remove(Noun::FollowUp, first.rows[1].id).unwrap();
    assert_eq!(paged(&ground, one, first.next, 2), ["Note 2", "Note 1"]);
    let lost = FollowUpQuery { commitment: one, after: Some("yesterday".into()), limit: 2 };
    assert_eq!(refusal(ground.dossier.follow_ups(&lost)), "The list cannot be read on from there. Open it again.");
    assert_eq!(ground.dossier.follow_up_places(one).unwrap().total, 3);
}

#[test]
fn what_an_act_changed_of_very_many_is_told_by_noun() {
    let ground = Ground::new();
    let ids: Vec<Id> = (0..1_001).map(|number| ground.commitment(&format!("Promise {number}"))).collect();
    let few = ground.dossier.save_follow_up(&follow_up(ids[..20].to_vec(), "2015-08-01", "Heard")).unwrap();
    assert_eq!((few.changes.len(), few.many.len()), (20, 0));
    let many = ground.dossier.save_follow_up(&follow_up(ids, "2015-08-01", "Heard")).unwrap();
    assert_eq!((many.output, many.changes.len()), (1_001, 0));
    assert_eq!(many.many, [Noun::FollowUp]);
    // Taking it back answers in the same way.
    assert_eq!(ground.dossier.undo().unwrap().many, many.many);
}
