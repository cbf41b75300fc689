//! All that the typesetter can see: the templates and typefaces inside the program, and the sheet to set. There is no
//! disk, no network, no package and no clock in it.

use std::sync::{
    LazyLock,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use super::typefaces::TYPEFACES;

/// The templates, the first of which is the paper itself.
const TEMPLATES: [(&str, &str); 5] = [
    ("paper.typ", include_str!("../../templates/paper.typ")),
    ("look.typ", include_str!("../../templates/look.typ")),
    ("words.typ", include_str!("../../templates/words.typ")),
    ("blocks.typ", include_str!("../../templates/blocks.typ")),
    ("table.typ", include_str!("../../templates/table.typ")),
];

/// The sheet, as the templates read it.
const SHEET: &str = "paper.json";
/// A file in this folder is read where the pages come past a mark: the number of the mark. It is empty.
const MARKS: &str = "reached/";

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    TEMPLATES.iter().filter_map(|(name, text)| Some(Source::new(id(name)?, (*text).into()))).collect()
});

/// The language of the templates. A paper may say what a table is about to those who hear it, which Typst still counts
/// among the features to be asked for.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

fn id(name: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)))
}

/// The world of one paper.
pub(super) struct Desk {
    sheet: Bytes,
    reached: AtomicU32,
    stopped: AtomicBool,
}

impl Desk {
    /// With a sheet, which is JSON.
    pub(super) fn with(sheet: String) -> Self {
        Self { sheet: Bytes::from_string(sheet), reached: AtomicU32::new(0), stopped: AtomicBool::new(false) }
    }

    /// The highest mark that the pages have come past.
    pub(super) fn reached(&self) -> u32 {
        self.reached.load(Ordering::Relaxed)
    }

    /// Ends the setting at the next mark.
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was ended.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &TYPEFACES.book
    }

    fn main(&self) -> FileId {
        SOURCES[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.get().vpath().get_without_slash();
        if name == SHEET {
            return Ok(self.sheet.clone());
        }
        let mark = name.strip_prefix(MARKS).and_then(|mark| mark.parse().ok()).ok_or(FileError::AccessDenied)?;
        if self.is_stopped() {
            return Err(FileError::Other(None));
        }
        self.reached.fetch_max(mark, Ordering::Relaxed);
        Ok(Bytes::new([]))
    }

    fn font(&self, index: usize) -> Option<Font> {
        TYPEFACES.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
