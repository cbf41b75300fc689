//! Papers: what one will be, its pages to look at, its file; the plan of a brief, copies of what was handed over, and what
//! came back on a chaser sheet.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use rapporteur_core::{
    Dossier, Error, Original,
    brief::Paper,
    error::Code,
    id::Id,
    vocabulary::{PaperForm, PaperKind},
    wire::{
        BriefPlan, Changed, KeptPaperDraft, KeptPaperView, PaperComparison, PaperOutline, PaperProgress, PaperRequest,
        Problem, RepliesDraft, RepliesQuery, RepliesView,
    },
};
use rapporteur_papers::Progress;
use tauri::{AppHandle, Manager as _, State, async_runtime::spawn_blocking, ipc};

use super::ask;
use crate::{
    desk::Desk,
    error::{Answer, fault, told},
    file,
    opening::open_file,
};

#[tauri::command]
pub async fn paper_outline(desk: State<'_, Desk>, request: PaperRequest) -> Answer<PaperOutline> {
    ask(desk, move |dossier| dossier.paper_outline(&request)).await
}

/// The pages of a paper as a PDF, as bytes. Says how far it is; a later call gives this one up, and so does
/// [`cancel_preview`]: it is then refused with `cancelled`.
#[tauri::command]
pub async fn paper_preview(
    desk: State<'_, Desk>,
    request: PaperRequest,
    progress: ipc::Channel<PaperProgress>,
) -> Answer<ipc::Response> {
    let given_up = desk.preview_begins();
    let dossier = desk.dossier()?;
    let bytes = working(move || written(&dossier, &request, PaperForm::Pdf, &given_up, &told_to(progress))).await?;
    Ok(ipc::Response::new(bytes))
}

/// Gives up the pages that are being set to be looked at.
#[tauri::command]
pub async fn cancel_preview(desk: State<'_, Desk>) -> Answer<()> {
    desk.cancel_preview();
    Ok(())
}

/// Writes a paper to a file, whole or not at all; says how far it is, and is given up where [`cancel_paper`] is called.
#[tauri::command]
pub async fn save_paper(
    desk: State<'_, Desk>,
    request: PaperRequest,
    form: PaperForm,
    path: PathBuf,
    progress: ipc::Channel<PaperProgress>,
) -> Answer<PathBuf> {
    let given_up = desk.paper_begins();
    let dossier = desk.dossier()?;
    working(move || {
        let bytes = written(&dossier, &request, form, &given_up, &told_to(progress))?;
        file::write(path, form.word(), &bytes, "paper")
    })
    .await
}

/// Opens a paper as a PDF with the system's application, from which the very pages are printed.
#[tauri::command]
pub async fn open_paper(app: AppHandle, request: PaperRequest, progress: ipc::Channel<PaperProgress>) -> Answer<()> {
    working(move || {
        let desk = app.state::<Desk>();
        let given_up = desk.paper_begins();
        let dossier = desk.dossier()?;
        let tell = told_to(progress);
        let paper = gathered(&dossier, &request, &given_up, &tell)?;
        let content = set(&paper, PaperForm::Pdf, &given_up, &tell)?;
        open_file(&desk, &Original { name: format!("{}.pdf", paper.file_name), content }, "paper")
    })
    .await
}

/// Gives up the paper that is being written; nothing of it is left.
#[tauri::command]
pub async fn cancel_paper(desk: State<'_, Desk>) -> Answer<()> {
    desk.cancel_paper();
    Ok(())
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
    progress: ipc::Channel<PaperProgress>,
) -> Answer<Changed<Id>> {
    let given_up = desk.paper_begins();
    let dossier = desk.dossier()?;
    working(move || {
        let tell = told_to(progress);
        let paper = gathered(&dossier, &draft.request, &given_up, &tell)?;
        let file = set(&paper, draft.form, &given_up, &tell)?;
        let words = set(&paper, PaperForm::Markdown, &given_up, &|_| {})?;
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
pub async fn compare_kept_paper(desk: State<'_, Desk>, id: Id) -> Answer<PaperComparison> {
    let given_up = desk.paper_begins();
    let dossier = desk.dossier()?;
    working(move || {
        let request = dossier.kept_paper_request(id).map_err(told)?;
        let now = written(&dossier, &request, PaperForm::Markdown, &given_up, &|_| {})?;
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
fn written(
    dossier: &Arc<Dossier>,
    request: &PaperRequest,
    form: PaperForm,
    given_up: &AtomicBool,
    tell: &dyn Fn(PaperProgress),
) -> Answer<Vec<u8>> {
    if form == PaperForm::Ics || request.kind == PaperKind::Calendar {
        let watch = |done, total| watched(given_up, tell, done, total);
        let calendar = dossier.calendar_watched(request, &watch).map_err(told)?;
        return Ok(rapporteur_papers::write_calendar(&calendar));
    }
    set(&gathered(dossier, request, given_up, tell)?, form, given_up, tell)
}

/// A paper as it stands, before it is written.
fn gathered(
    dossier: &Arc<Dossier>,
    request: &PaperRequest,
    given_up: &AtomicBool,
    tell: &dyn Fn(PaperProgress),
) -> Answer<Paper> {
    dossier.paper_watched(request, &|done, total| watched(given_up, tell, done, total)).map_err(told)
}

fn watched(given_up: &AtomicBool, tell: &dyn Fn(PaperProgress), done: u32, total: u32) -> ControlFlow<()> {
    tell(PaperProgress { doing: "Gathering the commitments".into(), done, total });
    if given_up.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

fn set(paper: &Paper, form: PaperForm, given_up: &AtomicBool, tell: &dyn Fn(PaperProgress)) -> Answer<Vec<u8>> {
    let mut go_on = |Progress { done, total }| {
        tell(PaperProgress { doing: "Writing the paper".into(), done, total });
        !given_up.load(Ordering::Relaxed)
    };
    if given_up.load(Ordering::Relaxed) {
        return Err(told(Error::Cancelled));
    }
    rapporteur_papers::write(paper, form, &mut go_on).map_err(|error| unwritten(&error))
}

fn unwritten(error: &rapporteur_papers::Error) -> Problem {
    let code = if matches!(error, rapporteur_papers::Error::Stopped) { Code::Cancelled } else { Code::Invalid };
    Problem { code, message: error.to_string(), detail: None }
}

/// Tells the window how far a paper is. One that no longer listens does not hold the paper up.
fn told_to(window: ipc::Channel<PaperProgress>) -> impl Fn(PaperProgress) {
    move |progressed| {
        let _ = window.send(progressed);
    }
}
