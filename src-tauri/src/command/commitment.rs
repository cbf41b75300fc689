//! Commitments: lists, one of them, and the acts on them.

use rapporteur_core::{
    Dossier,
    id::Id,
    vocabulary::Noun,
    wire::{
        BulkDraft, Changed, CommitmentDraft, CommitmentPage, CommitmentQuery, CommitmentView, DueDateDraft,
        FollowUpDraft, FollowUpPage, FollowUpQuery, Lineage, LinkDraft, ListPlaces, OriginDraft, OwnersDraft,
        PeriodDraft, Progress, QueryHelp, QuickView, SavedViewDraft, SavedViewRow, StatusDraft,
    },
};
use tauri::{State, ipc::Channel};

use super::ask;
use crate::{desk::Desk, error::Answer};

#[tauri::command]
pub async fn commitments(desk: State<'_, Desk>, query: CommitmentQuery) -> Answer<CommitmentPage> {
    ask(desk, move |dossier| dossier.commitments(&query)).await
}

#[tauri::command]
pub async fn count_commitments(desk: State<'_, Desk>, query: CommitmentQuery) -> Answer<u32> {
    ask(desk, move |dossier| dossier.count_commitments(&query)).await
}

#[tauri::command]
pub async fn list_places(desk: State<'_, Desk>, query: CommitmentQuery) -> Answer<ListPlaces> {
    ask(desk, move |dossier| dossier.list_places(&query)).await
}

#[tauri::command]
pub async fn query_help(desk: State<'_, Desk>, text: String, cursor: u32) -> Answer<QueryHelp> {
    ask(desk, move |dossier| dossier.query_help(&text, cursor)).await
}

#[tauri::command]
pub async fn commitment(desk: State<'_, Desk>, id: Id) -> Answer<CommitmentView> {
    ask(desk, move |dossier| dossier.commitment(id)).await
}

#[tauri::command]
pub async fn save_commitment(desk: State<'_, Desk>, draft: CommitmentDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_commitment(&draft)).await
}

#[tauri::command]
pub async fn set_status(desk: State<'_, Desk>, draft: StatusDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.set_status(&draft)).await
}

#[tauri::command]
pub async fn set_due_date(desk: State<'_, Desk>, draft: DueDateDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.set_due_date(&draft)).await
}

#[tauri::command]
pub async fn report_period(desk: State<'_, Desk>, draft: PeriodDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.report_period(&draft)).await
}

#[tauri::command]
pub async fn set_owners(desk: State<'_, Desk>, draft: OwnersDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.set_owners(&draft)).await
}

#[tauri::command]
pub async fn save_follow_up(desk: State<'_, Desk>, draft: FollowUpDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.save_follow_up(&draft)).await
}

#[tauri::command]
pub async fn follow_ups(desk: State<'_, Desk>, query: FollowUpQuery) -> Answer<FollowUpPage> {
    ask(desk, move |dossier| dossier.follow_ups(&query)).await
}

#[tauri::command]
pub async fn follow_up_places(desk: State<'_, Desk>, commitment: Id) -> Answer<ListPlaces> {
    ask(desk, move |dossier| dossier.follow_up_places(commitment)).await
}

#[tauri::command]
pub async fn set_origin(desk: State<'_, Desk>, draft: OriginDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.set_origin(&draft)).await
}

#[tauri::command]
pub async fn lineage(desk: State<'_, Desk>, noun: Noun, id: Id) -> Answer<Lineage> {
    ask(desk, move |dossier| dossier.lineage(noun, id)).await
}

#[tauri::command]
pub async fn add_link(desk: State<'_, Desk>, draft: LinkDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.add_link(&draft)).await
}

#[tauri::command]
pub async fn saved_views(desk: State<'_, Desk>) -> Answer<Vec<SavedViewRow>> {
    ask(desk, Dossier::saved_views).await
}

#[tauri::command]
pub async fn save_view(desk: State<'_, Desk>, draft: SavedViewDraft) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_view(&draft)).await
}

#[tauri::command]
pub async fn order_views(desk: State<'_, Desk>, order: Vec<Id>) -> Answer<Changed<()>> {
    ask(desk, move |dossier| dossier.order_views(&order)).await
}

/// Changes many commitments in one act; says how far it is. Given up, nothing of it is entered.
#[tauri::command]
pub async fn bulk(desk: State<'_, Desk>, draft: BulkDraft, progress: Channel<Progress>) -> Answer<Changed<u32>> {
    let work = desk.works().begin(progress);
    ask(desk, move |dossier| dossier.bulk(&draft, |done, total| work.tell("Changing the commitments", done, total)))
        .await
}

#[tauri::command]
pub async fn read_quick_entry(
    desk: State<'_, Desk>,
    text: String,
    cursor: u32,
    meeting: Option<Id>,
) -> Answer<QuickView> {
    ask(desk, move |dossier| dossier.read_quick_entry(&text, cursor, meeting)).await
}

#[tauri::command]
pub async fn enter_quick(desk: State<'_, Desk>, text: String, meeting: Option<Id>) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.enter_quick(&text, meeting)).await
}
