// Taking a stretch of one's own choice: what is proposed for the form by the words around it. It goes past the
// candidates and their lexicon, and teaches them nothing.
import type { Choices, TextView } from '$lib/bridge/generated/wire';
import type { Prefill } from '$lib/commitment/draft';
import { ownerKey } from '$lib/commitment/owners';
import { openDossier } from '$lib/dossier/open.svelte';
import type { Cursor } from '$lib/text/cursor.svelte';
import { bodiesNamed, boundBy, strengthOfPassage } from '$lib/text/guess';
import type { Taken } from '$lib/text/marks';

/** The track of what was taken last, else the first of the dialogue's. */
export function likelyTrack(
  taken: readonly Taken[],
  newest: string | null,
  ofDialogue: string | null,
): string | null {
  const last = taken.find((t) => t.commitment === newest) ?? taken.at(-1);
  const tracks = openDossier.view?.tracks ?? [];
  return tracks.find((t) => last?.ref.startsWith(`${t.code}-`))?.id ?? ofDialogue;
}

function leadsOf(track: string | null, known: Choices, home: string): { ours: string[]; theirs: string[] } {
  const leads = openDossier.view?.tracks.find((t) => t.id === track)?.leads.map((l) => l.id) ?? [];
  const ours = (id: string) => known.bodies.find((b) => b.id === id)?.party === home;
  return { ours: leads.filter(ours), theirs: leads.filter((id) => !ours(id)) };
}

/** What the form begins with for the stretch one holds; null where one holds none. */
export function prefillOf(
  cursor: Cursor,
  text: TextView,
  track: string | null,
  choices: Choices | undefined,
): Prefill | null {
  const { layout, range } = cursor;
  if (!range) return null;
  const sentence = cursor.sentence ?? range;
  const quote = layout.quote(range);
  const home = openDossier.view?.home.id ?? '';
  const prefill: Prefill = {
    passage: { text: text.row.id, ...layout.scalars(range), quote },
    track,
  };
  const strength = strengthOfPassage(layout.body, range, sentence);
  if (strength) prefill.strength = strength;
  if (!choices) return prefill;
  prefill.bound = boundBy(layout.body, range, sentence, choices, home);
  const named = bodiesNamed(quote, choices, home);
  // Where a side is named, the track's lead body stands in for the other; where none is, the form proposes both.
  if (named.ours.length + named.theirs.length > 0) {
    const leads = leadsOf(track, choices, home);
    const keys = (ids: string[], otherwise: string[]) =>
      (ids.length > 0 ? ids : otherwise).map((id) => ownerKey(id, null));
    prefill.lead = keys(named.ours, leads.ours);
    prefill.counterpart = keys(named.theirs, leads.theirs);
  }
  return prefill;
}
