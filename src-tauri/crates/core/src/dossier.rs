//! [`Dossier`]: the open register, the one object callers hold. Its methods stand beside the nouns they are about.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    capture::Memory,
    clock::{Clock, Day, SystemClock},
    error::{Error, Result},
    field,
    id::{Id, IdSource, RandomIds},
    instrument::Brought,
    marking,
    op::Op,
    party::{self, Party},
    row::row,
    store::{Session, Store, left_behind, unfinished},
    transact::Act,
    vocabulary::{Noun, PartyKind},
    wire::{Changed, DossierDraft, NewDossier},
};

row! {
    /// The settings of a dossier: one row.
    Settings as Dossier {
        /// Its title.
        title: String = "title",
        /// The home party.
        home: Id = "home_id",
        /// IANA name of the default time zone.
        time_zone: String = "time_zone",
        /// The day everything is computed as of; none for the real one.
        fixed_day: Option<Day> = "fixed_day",
        /// The dossier's own marking, at most one per axis.
        marking: Vec<Id> = "marking",
        /// What the user adds to the lexicon of the capture, as TOML.
        lexicon: String = "lexicon",
    }
}

/// What the register takes from the world around it: time, chance, and a name to enter changes under.
pub struct Surroundings {
    /// Where "now" comes from.
    pub clock: Arc<dyn Clock>,
    /// Where new ids come from.
    pub ids: Arc<dyn IdSource>,
    /// Under whose name changes are entered.
    pub actor: String,
}

impl Surroundings {
    /// The machine's clock and chance.
    #[must_use]
    pub fn real(actor: impl Into<String>) -> Self {
        Self { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds), actor: actor.into() }
    }
}

/// An open dossier.
pub struct Dossier {
    store: Store,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn IdSource>,
    actor: Mutex<String>,
    memory: Mutex<Memory>,
    instruments: Mutex<Option<Brought>>,
}

impl Dossier {
    /// Makes a new dossier at `path`, where no file may stand yet, with the home party and a marking scheme.
    pub fn create(path: &Path, new: &NewDossier, around: Surroundings) -> Result<Self> {
        let first = First::checked(new)?;
        let dossier = Self::around(Store::create(path)?, around);
        dossier.begin(first)?;
        Ok(dossier)
    }

    /// Makes a new dossier at `path` and fills it at once: many times faster than act by act, since nothing waits for
    /// the disk. There is either the whole dossier in the end, on the disk, or none.
    pub fn filled<E: From<Error>>(
        path: &Path,
        new: &NewDossier,
        around: Surroundings,
        fill: impl FnOnce(&Self) -> Result<(), E>,
    ) -> Result<(), E> {
        let first = First::checked(new)?;
        if path.exists() {
            return Err(Error::Exists { path: path.to_owned() }.into());
        }
        let unfinished = unfinished(path);
        let dossier = Self::around(Store::create_to_fill(&unfinished)?, around);
        let made = dossier.begin(first).map_err(E::from).and_then(|()| fill(&dossier));
        let made = match made {
            Ok(()) => dossier.store.finish().map_err(E::from),
            Err(error) => {
                drop(dossier);
                Err(error)
            }
        };
        let named = made.and_then(|()| {
            let failed = |cause| Error::File { path: path.to_owned(), doing: "created", cause };
            std::fs::rename(&unfinished, path).map_err(|cause| failed(cause).into())
        });
        if named.is_err() {
            // Only what was made here is taken away again.
            let _ = std::fs::remove_file(&unfinished);
        }
        named
    }

    /// Whether an earlier try to fill a dossier at `path` was broken off and left its file behind; the next try takes it
    /// away.
    #[must_use]
    pub fn broken_off(path: &Path) -> bool {
        left_behind(&unfinished(path))
    }

    /// Enters what every dossier begins with.
    fn begin(&self, first: First) -> Result<()> {
        self.transact(Op::CreateDossier, |act| {
            act.title(format!("Created the dossier {}", first.title));
            let home = Party {
                id: act.id(),
                revision: 0,
                name: first.home_name,
                code: first.code,
                kind: PartyKind::State,
                retired_on: None,
            };
            act.insert(&home)?;
            marking::seed(act)?;
            act.insert(&Settings {
                id: act.id(),
                revision: 0,
                title: first.title,
                home: home.id,
                time_zone: first.time_zone,
                fixed_day: None,
                marking: Vec::new(),
                lexicon: String::new(),
            })
        })
        .map(|_| ())
    }

    /// Opens the dossier at `path` to work on it; where it cannot be written, to read it.
    pub fn open(path: &Path, around: Surroundings) -> Result<Self> {
        Ok(Self::around(Store::open(path)?, around))
    }

    /// Opens the dossier at `path` only to read it, even while another window works on it.
    pub fn open_to_read(path: &Path, around: Surroundings) -> Result<Self> {
        Ok(Self::around(Store::open_to_read(path, "it was opened for reading only".into())?, around))
    }

    /// The same dossier, read as it stood at the end of `day`.
    pub(crate) fn looking_back(&self, day: Day) -> Self {
        Self {
            store: self.store.as_of(day),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            actor: Mutex::new(self.actor()),
            memory: Mutex::default(),
            instruments: Mutex::default(),
        }
    }

    fn around(store: Store, around: Surroundings) -> Self {
        Self {
            store,
            clock: around.clock,
            ids: around.ids,
            actor: Mutex::new(around.actor),
            memory: Mutex::default(),
            instruments: Mutex::default(),
        }
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Its title, which costs one row; the whole head is [`Dossier::overview`].
    pub fn title(&self) -> Result<String> {
        self.store.read(|session| Ok(settings(&session)?.title))
    }

    /// Why the file can only be read; none when it can be written.
    #[must_use]
    pub fn read_only(&self) -> Option<&str> {
        self.store.read_only()
    }

    /// The past day at whose end it is read; none where it is read as it stands.
    #[must_use]
    pub fn past_day(&self) -> Option<Day> {
        self.store.past()
    }

    /// Under whose name changes are entered.
    #[must_use]
    pub fn actor(&self) -> String {
        self.actor.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Enters later changes under this name.
    pub fn set_actor(&self, name: &str) -> Result<()> {
        let name = field::required("The name", name)?;
        *self.actor.lock().unwrap_or_else(PoisonError::into_inner) = name;
        Ok(())
    }

    /// The day that every lamp, list and brief is computed as of; of a dossier of the past, that day.
    pub fn day(&self) -> Result<Day> {
        self.store.read(|session| self.day_in(session))
    }

    pub(crate) fn day_in(&self, session: Session<'_>) -> Result<Day> {
        if let Some(day) = self.store.past() {
            return Ok(day);
        }
        self.present_day(session)
    }

    /// The day of the dossier as it stands, also where a past day is read.
    pub(crate) fn present_day(&self, session: Session<'_>) -> Result<Day> {
        // While the dossier is being made it has no settings yet.
        let settings = session.all::<Settings>()?.pop();
        Ok(settings.and_then(|settings| settings.fixed_day).unwrap_or_else(|| self.clock.today()))
    }

    /// Changes the settings.
    pub fn save_settings(&self, draft: &DossierDraft) -> Result<Changed<()>> {
        self.transact(Op::EditDossier, |act| {
            act.title("Changed the dossier's settings");
            let stored = settings(&act.session)?;
            act.session.require::<Party>(draft.home)?;
            let row = Settings {
                id: stored.id,
                revision: draft.revision,
                title: field::required("The dossier's title", &draft.title)?,
                home: draft.home,
                time_zone: field::required("The time zone", &draft.time_zone)?,
                fixed_day: draft.day,
                marking: marking::checked(&act.session, &draft.marking)?,
                lexicon: stored.lexicon,
            };
            act.update(&row)
        })
    }

    /// Makes what has been entered so far the ground that undo does not go behind: for a dossier that was built, not
    /// kept, such as the sample.
    pub fn seal(&self) -> Result<()> {
        self.store.write(|session| session.seal_acts())
    }

    /// Runs `act`, and answers the statements that the database ran for it, in order, with their values in place: for
    /// measuring them directly, and for looking at their plans. Whatever another thread asks meanwhile is among them.
    pub fn overhear<T>(&self, act: impl FnOnce(&Self) -> T) -> Result<(T, Vec<String>)> {
        self.store.overhear(|| act(self))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// What the capture keeps from one time to the next.
    pub(crate) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the instruments bring up, kept from one time to the next.
    pub(crate) fn instruments_brought(&self) -> MutexGuard<'_, Option<Brought>> {
        self.instruments.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    pub(crate) fn ids(&self) -> &dyn IdSource {
        &*self.ids
    }
}

/// What is known of a dossier before it is made, fit for the register.
struct First {
    title: String,
    code: String,
    home_name: String,
    time_zone: String,
}

impl First {
    fn checked(new: &NewDossier) -> Result<Self> {
        let title = field::required("The dossier's title", &new.title)?;
        let code = party::code(&new.home_code)?;
        let home_name = field::line("The name of the home party", &new.home_name)?;
        let time_zone = field::line("The time zone", &new.time_zone)?;
        Ok(Self {
            title,
            home_name: if home_name.is_empty() { code.clone() } else { home_name },
            code,
            time_zone: if time_zone.is_empty() { "UTC".into() } else { time_zone },
        })
    }
}

/// The settings, which every dossier has.
pub(crate) fn settings(session: &Session<'_>) -> Result<Settings> {
    session
        .all::<Settings>()?
        .pop()
        .ok_or_else(|| Error::Store { doing: "read", detail: "the dossier has no settings".into() })
}

impl Act<'_> {
    /// Enters a row when it is new, or changes it when it is as it was read; says which in the act's title.
    pub(crate) fn save<R: crate::row::Row>(&mut self, new: bool, row: &R, name: &str) -> Result<Id> {
        self.title(format!("{} {} {name}", if new { "Added" } else { "Changed" }, R::NOUN.label()));
        if new {
            self.insert(row)?
        } else {
            self.update(row)?
        }
        Ok(row.id())
    }

    /// The id of a draft: its own, or a new one.
    pub(crate) fn id_or_new(&self, id: Option<Id>) -> Id {
        id.unwrap_or_else(|| self.id())
    }

    /// Refuses a list of ids that are not all rows of `noun`, or not all different.
    pub(crate) fn existing(&self, noun: Noun, ids: &[Id]) -> Result<Vec<Id>> {
        let mut seen = Vec::new();
        for id in ids {
            if !self.session.exists(noun, *id)? {
                return Err(Error::NotFound(format!("This {} is no longer in the dossier.", noun.label())));
            }
            if !seen.contains(id) {
                seen.push(*id);
            }
        }
        Ok(seen)
    }
}
