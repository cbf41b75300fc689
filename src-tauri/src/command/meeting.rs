//! Meetings: header, attendance, agenda, record.

use rapporteur_core::{
    id::Id,
    wire::{AgendaItemDraft, AttendanceDraft, Changed, MeetingDraft, MeetingRow, MeetingView, MoveDraft},
};
use tauri::State;

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn meetings(desk: State<'_, Desk>) -> Answer<Vec<MeetingRow>> {
    ask(desk, |dossier| dossier.meetings()).await
}

#[tauri::command]
pub async fn meeting(desk: State<'_, Desk>, id: Id) -> Answer<MeetingView> {
    ask(desk, move |dossier| dossier.meeting(id)).await
}

#[tauri::command]
pub async fn save_meeting(desk: State<'_, Desk>, draft: MeetingDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_meeting(&draft)).await
}

#[tauri::command]
pub async fn move_meeting(desk: State<'_, Desk>, draft: MoveDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.move_meeting(&draft)).await
}

#[tauri::command]
pub async fn save_attendance(desk: State<'_, Desk>, draft: AttendanceDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_attendance(&draft)).await
}

#[tauri::command]
pub async fn save_agenda_item(
    desk: State<'_, Desk>,
    draft: AgendaItemDraft,
    join_act: Option<Id>,
) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_agenda_item(&draft, join_act)).await
}

#[tauri::command]
pub async fn order_agenda(desk: State<'_, Desk>, meeting: Id, items: Vec<Id>) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.order_agenda(meeting, &items)).await
}

#[tauri::command]
pub async fn save_record(
    desk: State<'_, Desk>,
    meeting: Id,
    revision: i32,
    text: String,
    join_act: Option<Id>,
) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.save_record(meeting, revision, &text, join_act)).await
}

#[tauri::command]
pub async fn finalise_record(desk: State<'_, Desk>, meeting: Id) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.finalise_record(meeting)).await
}

#[tauri::command]
pub async fn add_corrigendum(desk: State<'_, Desk>, meeting: Id, text: String) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.add_corrigendum(meeting, &text)).await
}
