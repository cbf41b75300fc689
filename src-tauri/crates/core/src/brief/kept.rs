//! Copies of papers that were handed over: the very bytes, with their fingerprint, and the words as Markdown, so that what
//! was said then can be laid beside what would be said today. They do not change; they go into the bin and come back.

use super::{Paper, compare::compared};
use crate::{
    clock::stamp,
    dossier::Dossier,
    error::{Result, refused},
    field,
    id::Id,
    marking,
    meeting::Meeting,
    op::Op,
    row::{row, unreadable},
    text::{Original, fingerprint},
    vocabulary::{PaperForm, PaperKind},
    wire::{Changed, KeptPaperDraft, KeptPaperView, PaperComparison, PaperRequest, Reader},
};

row! {
    /// A copy of a paper that was handed over.
    KeptPaper as KeptPaper {
        /// The meeting it was made for.
        meeting: Id = "meeting_id",
        /// Which of the papers.
        kind: PaperKind = "kind",
        /// What it was written as.
        form: PaperForm = "form",
        /// Its title.
        title: String = "title",
        /// For whom, in words; may be empty.
        for_whom: String = "for_whom",
        /// The highest markings its reader might see, at most one per axis.
        ceilings: Vec<Id> = "ceilings",
        /// Whether it said how many things were left out.
        told_of_gaps: bool = "told_of_gaps",
        /// Its marking, as printed; may be empty.
        marked: String = "marked",
        /// When it was made, RFC 3339 in UTC.
        made_at: String = "made_at",
        /// By whom.
        made_by: String = "made_by",
        /// The name of its file.
        file_name: String = "file_name",
        /// SHA-256 of the file, in hexadecimal.
        file_sha256: String = "file_sha256",
        /// SHA-256 of its words as Markdown.
        words_sha256: String = "words_sha256",
    }
}

impl Dossier {
    /// Keeps a copy of a paper with its meeting: `file` is what it was written to, `words` the same paper as Markdown.
    pub fn keep_paper(&self, draft: &KeptPaperDraft, paper: &Paper, file: &[u8], words: &[u8]) -> Result<Changed<Id>> {
        let of_meeting = matches!(paper.kind, PaperKind::Brief | PaperKind::Record | PaperKind::Outcome);
        let Some(meeting) = draft.request.meeting.filter(|_| of_meeting) else {
            return refused("Copies are kept with a meeting: of its brief, its record and its outcome.");
        };
        self.transact(Op::KeepPaper, |act| {
            act.session.require::<Meeting>(meeting)?;
            let row = KeptPaper {
                id: act.id(),
                revision: 0,
                meeting,
                kind: paper.kind,
                form: draft.form,
                title: paper.title.clone(),
                for_whom: field::line("For whom it is", &draft.for_whom)?,
                ceilings: marking::checked(&act.session, &draft.request.reader.ceilings)?,
                told_of_gaps: draft.request.reader.told_of_gaps,
                marked: paper.marking.words().to_owned(),
                made_at: stamp(paper.made_at),
                made_by: paper.made_by.clone(),
                file_name: format!("{}.{}", paper.file_name, draft.form.word()),
                file_sha256: act.session.keep_original(&fingerprint(file), file)?,
                words_sha256: act.session.keep_original(&fingerprint(words), words)?,
            };
            act.title(format!("Kept a copy of {}", row.title));
            act.insert(&row)?;
            Ok(row.id)
        })
    }

    /// The copies kept with a meeting, the newest first.
    pub fn kept_papers(&self, meeting: Id) -> Result<Vec<KeptPaperView>> {
        self.store().read(|session| {
            let mut rows: Vec<KeptPaper> = session.with("meeting_id", meeting)?;
            rows.sort_by(|one, other| (&other.made_at, other.id).cmp(&(&one.made_at, one.id)));
            Ok(rows.into_iter().map(KeptPaper::view).collect())
        })
    }

    /// The file of a copy, byte for byte.
    pub fn kept_paper_file(&self, id: Id) -> Result<Original> {
        self.store().read(|session| {
            let row: KeptPaper = session.require(id)?;
            Ok(Original { content: session.original(&row.file_sha256)?, name: row.file_name })
        })
    }

    /// What would have to be asked for today, to get the same paper as it stands now.
    pub fn kept_paper_request(&self, id: Id) -> Result<PaperRequest> {
        self.store().read(|session| {
            let row: KeptPaper = session.require(id)?;
            let reader = Reader { ceilings: row.ceilings, told_of_gaps: row.told_of_gaps };
            Ok(PaperRequest { meeting: Some(row.meeting), reader, ..PaperRequest::of(row.kind) })
        })
    }

    /// The words of a copy beside those of `now`, the same paper as Markdown as it stands today.
    pub fn compare_kept_paper(&self, id: Id, now: &str) -> Result<PaperComparison> {
        self.store().read(|session| {
            let row: KeptPaper = session.require(id)?;
            let then = String::from_utf8(session.original(&row.words_sha256)?)
                .map_err(|error| unreadable("a copy that was kept", &error.to_string()))?;
            Ok(PaperComparison { paper: row.view(), rows: compared(&then, now) })
        })
    }
}

impl KeptPaper {
    fn view(self) -> KeptPaperView {
        KeptPaperView {
            id: self.id,
            revision: self.revision,
            kind: self.kind,
            form: self.form,
            title: self.title,
            for_whom: self.for_whom,
            marking: self.marked,
            made_at: self.made_at,
            made_by: self.made_by,
            file_name: self.file_name,
            sha256: self.file_sha256,
        }
    }
}
