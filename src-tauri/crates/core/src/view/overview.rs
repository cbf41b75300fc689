//! The open dossier as the window's frame shows it.

use chrono::Days;

use crate::{
    body::Body,
    clock::Day,
    commitment::HORIZON,
    dossier::{Dossier, settings},
    error::Result,
    id::Id,
    instrument, journal,
    marking::{self, Marking},
    party::Party,
    store::Session,
    vocabulary::Noun,
    wire::{DossierView, FirstPage, Named, NavigationCounts, TrackView},
};

impl Dossier {
    /// What the window opens with.
    pub fn first_page(&self) -> Result<FirstPage> {
        Ok(FirstPage { dossier: self.overview()?, today: self.today()?, saved_views: self.saved_views()? })
    }

    /// The open dossier: settings, counts, what undo would take back.
    pub fn overview(&self) -> Result<DossierView> {
        self.store().read(|session| {
            let settings = settings(&session)?;
            let day = self.day_in(session)?;
            let mut markings: Vec<Marking> = session.all()?;
            markings.sort_by_key(|row| (row.axis, row.rank));
            let looking = self.store().past();
            let path = self.path();
            let tracks = tracks(&session)?;
            Ok(DossierView {
                path: path.display().to_string(),
                file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                revision: settings.revision,
                home: Named { id: settings.home, name: session.require::<Party>(settings.home)?.name },
                title: settings.title,
                time_zone: settings.time_zone,
                day,
                day_fixed: settings.fixed_day.is_some(),
                marking: marking::views(&session, &settings.marking)?,
                read_only: self.read_only().map(str::to_owned),
                actor: self.actor(),
                past: looking.map(|day| journal::past_view(&session, day)).transpose()?,
                undo: if looking.is_none() { Self::next_undo(session)?.map(|act| act.view()) } else { None },
                redo: if looking.is_none() { Self::next_redo(session)?.map(|act| act.view()) } else { None },
                counts: counts(self, &session, day, &tracks)?,
                next_meeting: super::review::next(&session, day)?,
                tracks,
                markings: markings.iter().map(Marking::view).collect(),
            })
        })
    }
}

fn counts(dossier: &Dossier, session: &Session<'_>, day: Day, tracks: &[TrackView]) -> Result<NavigationCounts> {
    let soon = day + Days::new(HORIZON);
    let number = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let instruments = instrument::Brought::of(dossier, session, day)?;
    Ok(NavigationCounts {
        today: session.count_due_by(soon)?
            + session.count_adrift()?
            + number(session.coming(day, soon)?.len())
            + session.count_draft_records()?
            + number(instruments.notices.len() + instruments.not_in_force.len()),
        commitments: tracks.iter().map(|track| track.open).sum(),
        meetings: session.count(Noun::Meeting)?,
        dialogues: session.count(Noun::Dialogue)?,
        instruments: number(instruments.live),
        people: session.count(Noun::Party)? + session.count(Noun::Body)? + session.count(Noun::Person)?,
        bin: number(session.removals(journal::BIN_SHOWN)?.len()),
    })
}

fn tracks(session: &Session<'_>) -> Result<Vec<TrackView>> {
    let counts = session.counts_by_track()?;
    let mut views = Vec::new();
    for track in session.tracks()? {
        let (open, commitments) =
            counts.iter().find(|(id, ..)| *id == track.id).map_or((0, 0), |(_, open, all)| (*open, *all));
        let leads: Vec<Id> = track.leads;
        let leads = leads
            .into_iter()
            .map(|id| Ok(Named { id, name: session.require::<Body>(id)?.short().to_owned() }))
            .collect::<Result<_>>()?;
        views.push(TrackView {
            id: track.id,
            revision: track.revision,
            code: track.code,
            name: track.name,
            colour: track.colour,
            rank: track.rank,
            leads,
            open,
            commitments,
        });
    }
    Ok(views)
}
