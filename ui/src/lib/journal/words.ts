// How entries of the journal read, and where a row of each noun is shown. Pure.
import { type ActView, type EntryView, type Noun, nounWords } from '$lib/bridge/generated/wire';
import type { Route } from '$lib/frame/route.svelte';

/** What happened to the row of an entry. */
export function deed(entry: Pick<EntryView, 'created' | 'removed'>): string {
  if (entry.removed) return 'removed';
  return entry.created ? 'entered' : 'changed';
}

const PAGE: Partial<Record<Noun, Route['page']>> = {
  party: 'party',
  body: 'body',
  person: 'person',
  dialogue: 'dialogue',
  meeting: 'meeting',
  text: 'text',
  commitment: 'commitment',
  instrument: 'instrument',
};

/** Where the row of an entry has a page of its own; null where it has none, or is gone. */
export function pageOf(entry: Pick<EntryView, 'noun' | 'id' | 'removed'>): Route | null {
  const page = PAGE[entry.noun];
  return page && !entry.removed ? { page, id: entry.id } : null;
}

/** `commitment, 2 × owner`: what kinds of rows an act changed; of a single row changed, also which fields. */
export function nounsOf(
  entries: readonly Pick<EntryView, 'noun' | 'created' | 'removed' | 'fields'>[],
  rows: number,
): string {
  const [only] = entries;
  if (only && rows === 1 && !only.created && !only.removed && only.fields.length > 0)
    return `${nounWords[only.noun]}: ${only.fields.map((f) => f.field).join(', ')}`;
  const counts = new Map<Noun, number>();
  for (const { noun } of entries) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  const words = [...counts].map(([noun, n]) => (n === 1 ? nounWords[noun] : `${n} × ${nounWords[noun]}`));
  const rest = rows - entries.length;
  if (rest > 0) words.push(`${rest} more`);
  return words.join(', ');
}

/** Whether this act itself can still be taken back. */
export function canTakeBack(act: Pick<ActView, 'undoable' | 'undone' | 'kind'>): boolean {
  return act.undoable && !act.undone && act.kind === 'done';
}

function partsOf(at: Date, timeZone: string): (type: string) => string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return (type) => parts.find((p) => p.type === type)?.value ?? '';
}

/** The calendar day of an instant in a time zone: what acts are gathered under. */
export function dayOf(instant: string, timeZone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const part = partsOf(at, timeZone);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The hour of an instant in a time zone: `14:05`. */
export function hourOf(instant: string, timeZone: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const part = partsOf(at, timeZone);
  return `${part('hour')}:${part('minute')}`;
}
