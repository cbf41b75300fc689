//! Meetings: rounds proposed, days, agenda, attendance, the record that freezes.

use rapporteur_core::{
    vocabulary::{AttendanceRole, DayPrecision, MeetingState, Noun, RecordState},
    wire::{AgendaItemDraft, AttendanceDraft, CommitmentDraft, MeetingDraft},
};

use crate::ground::{Ground, day, meeting, refusal};

fn point(meeting: rapporteur_core::id::Id, title: &str) -> AgendaItemDraft {
    AgendaItemDraft {
        id: None,
        revision: 0,
        meeting,
        ordinal: 0,
        title: title.into(),
        track: None,
        home_said: String::new(),
        partner_said: String::new(),
        commitments: Vec::new(),
    }
}

fn attending(ground: &Ground, meeting: rapporteur_core::id::Id) -> AttendanceDraft {
    AttendanceDraft {
        id: None,
        revision: 0,
        meeting,
        person: Some(ground.person),
        body: None,
        name: String::new(),
        party: None,
        role: AttendanceRole::Head,
        size: None,
    }
}

#[test]
fn a_round_is_proposed_from_its_dialogue() {
    let ground = Ground::new();
    let first = ground.dossier.meeting(ground.round("2014-08-10")).unwrap();
    assert_eq!((first.row.title.as_str(), first.row.ordinal), ("1st Cyber Dialogue", Some(1)));
    ground.round("2015-08-14");
    let next = ground.dossier.propose_round(ground.dialogue).unwrap();
    assert_eq!((next.ordinal, next.title.as_str()), (3, "3rd Cyber Dialogue"));
    let mut eleventh = meeting(Some(ground.dialogue), "", "2015-08-19");
    eleventh.ordinal = Some(11);
    let id = ground.dossier.save_meeting(&eleventh).unwrap().output;
    assert_eq!(ground.dossier.meeting(id).unwrap().row.title, "11th Cyber Dialogue");
    let row = &ground.dossier.dialogues().unwrap()[0];
    assert_eq!((row.rounds, row.expected_on), (3, Some(day("2016-08-19"))));
}

#[test]
fn open_commitments_come_up_again() {
    let ground = Ground::new();
    let open = ground.commitment("Share formats");
    let mut draft = meeting(Some(ground.dialogue), "", "2015-08-14");
    draft.prefill_agenda = true;
    let changed = ground.dossier.save_meeting(&draft).unwrap();
    let view = ground.dossier.meeting(changed.output).unwrap();
    assert_eq!(view.agenda.len(), 1);
    assert_eq!(view.agenda[0].commitments[0].id, open);
    assert_eq!(ground.row(open).raised.unwrap().meeting.id, changed.output);
    // Meeting, agenda point and mention are one step.
    ground.dossier.undo().unwrap();
    assert_eq!(ground.row(open).raised, None);
}

#[test]
fn days_are_told_apart_and_spoken() {
    let ground = Ground::new();
    let when = |draft: &MeetingDraft| {
        let id = ground.dossier.save_meeting(draft).unwrap().output;
        ground.dossier.meeting(id).unwrap().row.when
    };
    let mut draft = meeting(None, "Visit", "2011-05-23");
    assert_eq!(when(&draft), "23 May 2011");
    draft.ends_on = Some(day("2011-05-27"));
    assert_eq!(when(&draft), "23–27 May 2011");
    draft.ends_on = Some(day("2011-06-02"));
    assert_eq!(when(&draft), "23 May – 2 Jun 2011");
    draft.precision = DayPrecision::Month;
    assert_eq!(when(&draft), "May 2011");
    draft.ends_on = Some(day("2011-05-01"));
    assert!(refusal(ground.dossier.save_meeting(&draft)).contains("before it begins"));
}

#[test]
fn a_final_record_does_not_change() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let item = ground.dossier.save_agenda_item(&point(round, "Norms"), None).unwrap().output;
    ground.dossier.save_attendance(&attending(&ground, round)).unwrap();
    let revision = || ground.dossier.meeting(round).unwrap().row.revision;
    ground.dossier.save_record(round, revision(), "They met.", None).unwrap();
    assert!(refusal(ground.dossier.add_corrigendum(round, "x")).contains("still a draft"));
    ground.dossier.finalise_record(round).unwrap();
    let before = ground.dossier.export().unwrap();

    let view = ground.dossier.meeting(round).unwrap();
    assert_eq!((view.row.record_state, view.final_on), (RecordState::Final, Some(day("2015-08-20"))));
    let final_sentence = |sentence: String| assert!(sentence.contains("is final"), "{sentence}");
    final_sentence(refusal(ground.dossier.save_record(round, revision(), "They did not.", None)));
    final_sentence(refusal(ground.dossier.save_agenda_item(&point(round, "Another"), None)));
    final_sentence(refusal(ground.dossier.remove(Noun::AgendaItem, item)));
    final_sentence(refusal(ground.dossier.remove(Noun::Meeting, round)));
    final_sentence(refusal(ground.dossier.finalise_record(round)));
    let mut renamed = meeting(Some(ground.dialogue), "Renamed", "2015-08-14");
    (renamed.id, renamed.revision) = (Some(round), revision());
    final_sentence(refusal(ground.dossier.save_meeting(&renamed)));
    assert_eq!(ground.dossier.export().unwrap(), before);

    ground.dossier.add_corrigendum(round, "For “met” read “spoke”.").unwrap();
    let corrigenda = ground.dossier.meeting(round).unwrap().corrigenda;
    assert_eq!((corrigenda[0].day, corrigenda[0].by.as_str()), (day("2015-08-20"), "A. Officer"));
    // What came of the meeting can still be entered and followed.
    ground.dossier.save_commitment(&CommitmentDraft { meeting: Some(round), ..ground.promise("Share") }).unwrap();
    // And making it final can be undone, as every act.
    ground.dossier.undo().unwrap();
    ground.dossier.undo().unwrap();
    ground.dossier.undo().unwrap();
    assert_eq!(ground.dossier.meeting(round).unwrap().row.record_state, RecordState::Draft);
}

#[test]
fn only_a_held_meeting_has_a_final_record() {
    let ground = Ground::new();
    let mut planned = meeting(None, "Summit", "2015-09-25");
    planned.state = MeetingState::Planned;
    let id = ground.dossier.save_meeting(&planned).unwrap().output;
    assert!(refusal(ground.dossier.finalise_record(id)).contains("has not been held"));
}

#[test]
fn attendance_is_a_person_a_name_or_a_number() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let known = attending(&ground, round);
    ground.dossier.save_attendance(&known).unwrap();
    assert!(refusal(ground.dossier.save_attendance(&known)).contains("on the list already"));
    let number = AttendanceDraft { person: None, party: Some(ground.partner), size: Some(25), ..known.clone() };
    ground.dossier.save_attendance(&number).unwrap();
    let nobody = AttendanceDraft { size: None, ..number.clone() };
    assert!(refusal(ground.dossier.save_attendance(&nobody)).contains("Say who took part"));
    let nowhere = AttendanceDraft { party: None, name: "B. Envoy".into(), ..nobody };
    assert!(refusal(ground.dossier.save_attendance(&nowhere)).contains("for which party"));
    let sizes: Vec<_> = ground.dossier.meeting(round).unwrap().attendance.iter().map(|row| row.size).collect();
    assert_eq!(sizes, [None, Some(25)]);
}

#[test]
fn an_agenda_is_put_in_order() {
    let ground = Ground::new();
    let round = ground.round("2015-08-14");
    let items: Vec<_> = ["One", "Two", "Three"]
        .iter()
        .map(|title| ground.dossier.save_agenda_item(&point(round, title), None).unwrap().output)
        .collect();
    ground.dossier.order_agenda(round, &[items[2], items[0], items[1]]).unwrap();
    let titles: Vec<String> =
        ground.dossier.meeting(round).unwrap().agenda.into_iter().map(|item| item.title).collect();
    assert_eq!(titles, ["Three", "One", "Two"]);
    assert!(refusal(ground.dossier.order_agenda(round, &items[..2])).contains("has changed"));
}

#[test]
fn a_meeting_is_not_in_its_own_margins() {
    let ground = Ground::new();
    let outer = ground.dossier.save_meeting(&meeting(None, "Outer", "2015-08-14")).unwrap().output;
    let inner = MeetingDraft { parent: Some(outer), ..meeting(None, "Inner", "2015-08-14") };
    let inner = ground.dossier.save_meeting(&inner).unwrap().output;
    let revision = ground.dossier.meeting(outer).unwrap().row.revision;
    let circle =
        MeetingDraft { id: Some(outer), revision, parent: Some(inner), ..meeting(None, "Outer", "2015-08-14") };
    assert!(refusal(ground.dossier.save_meeting(&circle)).contains("its own margins"));
    assert_eq!(ground.dossier.meeting(outer).unwrap().margins.len(), 1);
}

#[test]
fn today_shows_the_first_of_many_meetings_and_tells_how_many_there_are() {
    let ground = Ground::new();
    let before = ground.dossier.today().unwrap();
    for ordinal in 1..=14 {
        let held = meeting(None, &format!("Held {ordinal}"), &format!("2015-07-{ordinal:02}"));
        let planned = MeetingDraft {
            state: MeetingState::Planned,
            ..meeting(None, &format!("Planned {ordinal}"), &format!("2015-09-{ordinal:02}"))
        };
        ground.dossier.save_meeting(&held).unwrap();
        ground.dossier.save_meeting(&planned).unwrap();
    }
    let today = ground.dossier.today().unwrap();
    assert_eq!(today.draft_count, before.draft_count + 14);
    assert_eq!(today.meeting_count, before.meeting_count + 14);
    assert_eq!((today.drafts.len(), today.meetings.len()), (12, 12));
    let drafts: Vec<_> = ground
        .dossier
        .meetings()
        .unwrap()
        .into_iter()
        .filter(|row| row.state == MeetingState::Held && row.record_state == RecordState::Draft)
        .collect();
    assert_eq!(drafts.len(), today.draft_count as usize);
}
