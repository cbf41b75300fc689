// What was read of the settings, tracks and markings, as the drafts that save them again. Pure.
import type {
  DossierDraft,
  DossierView,
  MarkingDraft,
  MarkingView,
  TrackDraft,
  TrackView,
} from '$lib/bridge/generated/wire';

export function dossierDraft(view: DossierView): DossierDraft {
  return {
    revision: view.revision,
    title: view.title,
    home: view.home.id,
    timeZone: view.timeZone,
    day: view.dayFixed ? view.day : null,
    marking: view.marking.map((m) => m.id),
  };
}

export function trackDraft(track: TrackView): TrackDraft {
  return {
    id: track.id,
    revision: track.revision,
    code: track.code,
    name: track.name,
    colour: track.colour,
    rank: track.rank,
    leads: track.leads.map((l) => l.id),
  };
}

export function markingDraft(marking: MarkingView): MarkingDraft {
  return {
    id: marking.id,
    revision: marking.revision,
    axis: marking.axis,
    label: marking.label,
    rank: marking.rank,
  };
}

/** The first of the eight colours that no track has yet; they begin anew when all are taken. */
export function freeColour(tracks: readonly Pick<TrackView, 'colour'>[]): number {
  const taken = new Set(tracks.map((t) => t.colour));
  for (let colour = 1; colour <= 8; colour++) if (!taken.has(colour)) return colour;
  return (tracks.length % 8) + 1;
}
