// A saved view as an address of the page of commitments, and whether what the page shows is still the view. Pure.
import type { CommitmentQuery, SavedViewDraft, SavedViewRow } from '$lib/bridge/generated/wire';
import { filterParams, type Filters, filterQuery, type ListQuery, noFilters } from '$lib/commitment/query';
import type { Route } from '$lib/frame/route.svelte';

/** The filters that a view stands for. */
export function viewFilters({ query, columns }: SavedViewRow): Filters {
  return {
    ...noFilters,
    words: query.words,
    show: query.open === null ? 'all' : query.open ? 'open' : 'closed',
    track: query.tracks[0] ?? null,
    delivery: query.delivery[0] ?? null,
    freshness: query.freshness[0] ?? null,
    exception: query.exceptions[0] ?? null,
    owner: query.owner,
    party: query.party,
    sort: query.sort,
    descending: query.descending,
    group: query.group,
    columns: columns.length > 0 ? columns : null,
  };
}

/** Where a view is opened. */
export function viewRoute(row: SavedViewRow): Route {
  return { page: 'commitments', params: { view: row.id, ...filterParams(viewFilters(row)) } };
}

/** Every parameter of a view's address, those that it leaves as usual too: for going back to it as it was saved. */
export function viewParams(row: SavedViewRow): Record<string, string | undefined> {
  return { view: row.id, ...filterParams(viewFilters(row)) };
}

function key(query: ListQuery, columns: readonly string[]): string {
  const sorted = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted, columns]);
}

/** Whether the list asks or shows something else than the view it was opened as. */
export function isChanged(row: SavedViewRow, query: ListQuery, columns: readonly string[]): boolean {
  return key(filterQuery(viewFilters(row)), row.columns) !== key(query, columns);
}

/** A query as a view keeps it. */
export function viewQuery(query: ListQuery): CommitmentQuery {
  return { ...query, frame: null, after: null, limit: 1 };
}

/** The view as it was read, to be changed in a part. */
export function viewDraft(row: SavedViewRow, part: Partial<SavedViewDraft> = {}): SavedViewDraft {
  const { id, revision, name, query, columns, pinned, rank } = row;
  return { id, revision, name, query, columns, pinned, rank, ...part };
}

/** The ids with the one at `from` moved to `to`; null where it cannot go there. */
export function moved(ids: readonly string[], from: number, to: number): string[] | null {
  const id = ids[from];
  if (id === undefined || to < 0 || to >= ids.length) return null;
  return [...ids.slice(0, from), ...ids.slice(from + 1)].toSpliced(to, 0, id);
}
