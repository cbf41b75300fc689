// What a comparison says, in words. Pure.
import type { ComparedField, ComparedRow, Comparison } from '$lib/bridge/generated/wire';
import type { Page, Route } from '$lib/frame/route.svelte';
import { formatDay } from '$lib/widget/dates';
import { plural } from '$lib/widget/english';

const PAGE: Partial<Record<ComparedRow['noun'], Page>> = {
  commitment: 'commitment',
  instrument: 'instrument',
  meeting: 'meeting',
};

/** The page of a row. */
export function pageOf(row: ComparedRow): Route {
  return { page: PAGE[row.noun] ?? 'commitments', id: row.id };
}

/** The day as of which a row is opened: the later one; what was gone by then, the earlier. Null for as it stands. */
export function dayOf(found: Comparison, row: ComparedRow, removed: boolean): string | null {
  if (removed) return found.from;
  return row.there || found.to !== null ? found.to : found.from;
}

/** `30 Jun 2015 → 31 Dec 2015`; a dash where one of them is nothing. Empty where the field says all. */
export function change({ before, after }: ComparedField): string {
  if (before === null) return after ?? '';
  return `${before} → ${after ?? '–'}`;
}

/** `From the end of 1 Jan 2012 until now · 11 follow-ups entered`. */
export function summary(found: Comparison): string {
  const until = found.to === null ? 'until now' : `to the end of ${formatDay(found.to)}`;
  const heard = found.followUps > 0 ? ` · ${plural(found.followUps, 'follow-up')} entered` : '';
  return `From the end of ${formatDay(found.from)} ${until}${heard}`;
}
