//! Papers: what one will be, its pages to look at, its file; the plan of a brief, copies of what was handed over, and what
//! came back on a chaser sheet.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use rapporteur_core::{
    Dossier, Error, Original,
    brief::Paper,
    error::Code,
    id::Id,
    vocabulary::{PaperForm, PaperKind},
    wire::{
        BriefPlan, Changed, KeptPaperDraft, KeptPaperView, PaperComparison, PaperOutline, PaperRequest, Problem,
        Progress, RepliesDraft, RepliesQuery, RepliesView,
    },
};
use tauri::{
    AppHandle, Manager as _, State,
    async_runtime::spawn_blocking,
    ipc::{self, Channel},
};

use super::ask;
use crate::{
    desk::Desk,
    error::{Answer, fault, told},
    file,
    opening::open_file,
    work::Work,
};

/// What a paper will be. Given up, refused with `cancelled`, as are all that follow.
#[tauri::command]
pub async fn paper_outline(
    desk: State<'_, Desk>,
    request: PaperRequest,
    progress: Channel<Progress>,
) -> Answer<PaperOutline> {
    let work = desk.works().begin(progress);
    ask(desk, move |dossier| dossier.paper_outline_watched(&request, &gathering(&work))).await
}

/// The pages of a paper as a PDF, as bytes.
#[tauri::command]
pub async fn paper_preview(
    desk: State<'_, Desk>,
    request: PaperRequest,
    progress: Channel<Progress>,
) -> Answer<ipc::Response> {
    let work = desk.works().begin(progress);
    let dossier = desk.dossier()?;
    let bytes = working(move || written(&dossier, &request, PaperForm::Pdf, &work)).await?;
    Ok(ipc::Response::new(bytes))
}

/// Writes a paper to a file, whole or not at all.
#[tauri::command]
pub async fn save_paper(
    desk: State<'_, Desk>,
    request: PaperRequest,
    form: PaperForm,
    path: PathBuf,
    progress: Channel<Progress>,
) -> Answer<PathBuf> {
    let work = desk.works().begin(progress);
    let dossier = desk.dossier()?;
    working(move || {
        let bytes = written(&dossier, &request, form, &work)?;
        file::write(path, form.word(), &bytes, "paper")
    })
    .await
}

/// Opens a paper as a PDF with the system's application, from which the very pages are printed.
#[tauri::command]
pub async fn open_paper(app: AppHandle, request: PaperRequest, progress: Channel<Progress>) -> Answer<()> {
    working(move || {
        let desk = app.state::<Desk>();
        let work = desk.works().begin(progress);
        let dossier = desk.dossier()?;
        let paper = gathered(&dossier, &request, &work)?;
        let content = set(&paper, PaperForm::Pdf, &work)?;
        open_file(&desk, &Original { name: format!("{}.pdf", paper.file_name), content }, "paper")
    })
    .await
}

#[tauri::command]
pub async fn save_brief_plan(
    desk: State<'_, Desk>,
    meeting: Id,
    plan: BriefPlan,
    join_act: Option<Id>,
) -> Answer<Changed<Id>> {
    ask(desk, move |dossier| dossier.save_brief_plan(meeting, &plan, join_act)).await
}

/// Keeps a copy of a paper with its meeting, as it would be handed over now.
#[tauri::command]
pub async fn keep_paper(
    desk: State<'_, Desk>,
    draft: KeptPaperDraft,
    progress: Channel<Progress>,
) -> Answer<Changed<Id>> {
    let work = desk.works().begin(progress);
    let dossier = desk.dossier()?;
    working(move || {
        let paper = gathered(&dossier, &draft.request, &work)?;
        let file = set(&paper, draft.form, &work)?;
        let words = set(&paper, PaperForm::Markdown, &work)?;
        dossier.keep_paper(&draft, &paper, &file, &words).map_err(told)
    })
    .await
}

#[tauri::command]
pub async fn kept_papers(desk: State<'_, Desk>, meeting: Id) -> Answer<Vec<KeptPaperView>> {
    ask(desk, move |dossier| dossier.kept_papers(meeting)).await
}

/// Writes a copy that is kept to a file, byte for byte.
#[tauri::command]
pub async fn save_kept_paper(desk: State<'_, Desk>, id: Id, path: PathBuf) -> Answer<PathBuf> {
    let dossier = desk.dossier()?;
    working(move || {
        let kept = dossier.kept_paper_file(id).map_err(told)?;
        let ending = Path::new(&kept.name).extension().unwrap_or_default().to_string_lossy().into_owned();
        file::write(path, &ending, &kept.content, "copy")
    })
    .await
}

#[tauri::command]
pub async fn open_kept_paper(app: AppHandle, id: Id) -> Answer<()> {
    working(move || {
        let desk = app.state::<Desk>();
        let kept = desk.dossier()?.kept_paper_file(id).map_err(told)?;
        open_file(&desk, &kept, "copy")
    })
    .await
}

/// A copy that is kept beside the same paper as it stands now.
#[tauri::command]
pub async fn compare_kept_paper(desk: State<'_, Desk>, id: Id, progress: Channel<Progress>) -> Answer<PaperComparison> {
    let work = desk.works().begin(progress);
    let dossier = desk.dossier()?;
    working(move || {
        let request = dossier.kept_paper_request(id).map_err(told)?;
        let now = written(&dossier, &request, PaperForm::Markdown, &work)?;
        let now = String::from_utf8(now).map_err(|error| fault(error.to_string()))?;
        dossier.compare_kept_paper(id, &now).map_err(told)
    })
    .await
}

#[tauri::command]
pub async fn read_replies(desk: State<'_, Desk>, query: RepliesQuery) -> Answer<RepliesView> {
    ask(desk, move |dossier| dossier.read_replies(&query)).await
}

#[tauri::command]
pub async fn enter_replies(desk: State<'_, Desk>, draft: RepliesDraft) -> Answer<Changed<u32>> {
    ask(desk, move |dossier| dossier.enter_replies(&draft)).await
}

/// Works on a thread on which the window does not wait.
async fn working<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    spawn_blocking(work).await.map_err(|error| fault(error.to_string()))?
}

/// The bytes of a paper as it stands, or of the calendar.
fn written(dossier: &Dossier, request: &PaperRequest, form: PaperForm, work: &Work) -> Answer<Vec<u8>> {
    if form == PaperForm::Ics || request.kind == PaperKind::Calendar {
        let calendar = dossier.calendar_watched(request, &gathering(work)).map_err(told)?;
        return Ok(rapporteur_papers::write_calendar(&calendar));
    }
    set(&gathered(dossier, request, work)?, form, work)
}

/// A paper as it stands, before it is written.
fn gathered(dossier: &Dossier, request: &PaperRequest, work: &Work) -> Answer<Paper> {
    dossier.paper_watched(request, &gathering(work)).map_err(told)
}

fn gathering(work: &Work) -> impl Fn(u32, u32) -> ControlFlow<()> {
    |done, total| work.tell("Gathering the commitments", done, total)
}

fn set(paper: &Paper, form: PaperForm, work: &Work) -> Answer<Vec<u8>> {
    if work.is_given_up() {
        return Err(told(Error::Cancelled));
    }
    let mut go_on =
        |rapporteur_papers::Progress { done, total }| work.tell("Writing the paper", done, total).is_continue();
    rapporteur_papers::write(paper, form, &mut go_on).map_err(|error| unwritten(&error))
}

fn unwritten(error: &rapporteur_papers::Error) -> Problem {
    let code = if matches!(error, rapporteur_papers::Error::Stopped) { Code::Cancelled } else { Code::Invalid };
    Problem { code, message: error.to_string(), detail: None }
}
