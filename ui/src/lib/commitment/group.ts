// What a list of commitments is parted by, as far as its rows tell; the core tells the rest.
import { type CommitmentRow, type Grouping, statusWords } from '$lib/bridge/generated/wire';
import { openDossier } from '$lib/dossier/open.svelte';
import { formatMonth } from '$lib/widget/dates';
import { capital } from '$lib/widget/english';
import type { ListQuery } from './query';

/** What a list is parted by: a review is parted by track in any case. */
export function groupingOf({ group, sort }: Pick<ListQuery, 'group' | 'sort'>): Grouping | null {
  return group ?? (sort === 'review' ? 'track' : null);
}

/** The group of a row; undefined where the list has none or rows do not tell it. */
export function groupOf(
  query: Pick<ListQuery, 'group' | 'sort'>,
): ((row: CommitmentRow) => { key: string; label: string }) | undefined {
  switch (groupingOf(query)) {
    case 'track':
      return ({ track }) => ({ key: track, label: trackName(track) });
    case 'status':
      return ({ status }) => ({ key: status, label: capital(statusWords[status]) });
    case 'due_month':
      return ({ due }) => {
        const key = due.on?.slice(0, 7) ?? '';
        return { key, label: key ? formatMonth(key) : 'No day' };
      };
    default:
      return undefined;
  }
}

export function trackName(id: string): string {
  return openDossier.view?.tracks.find((t) => t.id === id)?.name ?? 'Another track';
}

/** Neighbours of one group together, in the order of the list; one group without a name where it has none. */
export function parted(
  rows: readonly CommitmentRow[],
  query: Pick<ListQuery, 'group' | 'sort'>,
): { key: string; name: string; rows: CommitmentRow[] }[] {
  const of = groupOf(query) ?? (() => ({ key: '', label: '' }));
  const groups: { key: string; name: string; rows: CommitmentRow[] }[] = [];
  for (const row of rows) {
    const { key, label } = of(row);
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(row);
    else groups.push({ key, name: label, rows: [row] });
  }
  return groups;
}
