// Filters of a list of commitments: as they stand in the page's address, and as the core is asked. Pure.
import {
  type CommitmentQuery,
  type Delivery,
  deliveryWords,
  type Exception,
  exceptionWords,
  type Freshness,
  freshnessWords,
  type Grouping,
  type Sort,
} from '$lib/bridge/generated/wire';
import { readColumns, writeColumns } from './columns';

/** What to read; where to begin and how much is added. */
export type ListQuery = Omit<CommitmentQuery, 'after' | 'limit'>;

/** Everything, in the order of refs: what a finder begins with. */
export const anyCommitment: ListQuery = {
  frame: null,
  open: null,
  tracks: [],
  delivery: [],
  freshness: [],
  exceptions: [],
  onCourse: null,
  decided: null,
  statuses: [],
  owner: null,
  party: null,
  meeting: null,
  dueBy: null,
  dialogue: null,
  dueBefore: null,
  words: '',
  sort: 'ref',
  descending: false,
  group: null,
};

/** The same as a whole question, from the beginning. */
export function emptyQuery(): CommitmentQuery {
  return { ...anyCommitment, after: null, limit: 100 };
}

/** What a finder hears, as a query: each word for itself, whatever signs of the search language stand in it. */
export function asWords(typed: string): string {
  const words = typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.map((word) => `"${word.replace(/[\\"]/g, '\\$&')}"`).join(' ');
}

export type Show = 'open' | 'closed' | 'all';

export interface Filters {
  words: string;
  show: Show;
  track: string | null;
  delivery: Delivery | null;
  freshness: Freshness | null;
  exception: Exception | null;
  owner: string | null;
  party: string | null;
  /** The meeting that they are due by. */
  dueBy: string | null;
  sort: Sort;
  /** Whether the order is turned round. */
  descending: boolean;
  group: Grouping | null;
  /** The columns chosen; null for the usual ones. */
  columns: readonly string[] | null;
}

export const noFilters: Filters = {
  words: '',
  show: 'open',
  track: null,
  delivery: null,
  freshness: null,
  exception: null,
  owner: null,
  party: null,
  dueBy: null,
  sort: 'review',
  descending: false,
  group: null,
  columns: null,
};

const SHOWS: readonly Show[] = ['open', 'closed', 'all'];
export const sortWords: Record<Sort, string> = {
  review: 'by track, exceptions first',
  due: 'by due date',
  ref: 'by reference',
  heard: 'longest unheard first',
  raised: 'longest not raised first',
  title: 'by title',
  made: 'by the day it was made',
  slips: 'by slips',
  track: 'by track',
  status: 'by status',
  bound: 'by who is bound',
  strength: 'by strength',
  owner: 'by owner',
};

export const groupingWords: Record<Grouping, string> = {
  track: 'by track',
  owner: 'by owner',
  body: 'by ministry or agency',
  meeting: 'by meeting',
  status: 'by status',
  due_month: 'by month it is due',
};

function among<T extends string>(words: Record<T, string>, given: string): T | null {
  return given in words ? (given as T) : null;
}

/** Reads the address. What it does not know counts as not given. */
export function readFilters(param: (name: string) => string): Filters {
  return {
    words: param('q'),
    show: SHOWS.find((s) => s === param('show')) ?? 'open',
    track: param('track') || null,
    delivery: among(deliveryWords, param('delivery')),
    freshness: among(freshnessWords, param('freshness')),
    exception: among(exceptionWords, param('exception')),
    owner: param('owner') || null,
    party: param('party') || null,
    dueBy: param('by') || null,
    sort: among(sortWords, param('sort')) ?? 'review',
    descending: param('desc') === '1',
    group: among(groupingWords, param('group')),
    columns: readColumns(param('cols')),
  };
}

/** Writes the address; what is as usual is left out. */
export function filterParams(filters: Filters): Record<string, string | undefined> {
  const unless = (value: string | null, usual: string) => (value && value !== usual ? value : undefined);
  return {
    q: filters.words || undefined,
    show: unless(filters.show, noFilters.show),
    track: filters.track ?? undefined,
    delivery: filters.delivery ?? undefined,
    freshness: filters.freshness ?? undefined,
    exception: filters.exception ?? undefined,
    owner: filters.owner ?? undefined,
    party: filters.party ?? undefined,
    by: filters.dueBy ?? undefined,
    sort: unless(filters.sort, noFilters.sort),
    desc: filters.descending && filters.sort !== 'review' ? '1' : undefined,
    group: filters.group ?? undefined,
    cols: writeColumns(filters.columns) || undefined,
  };
}

export function filterQuery(filters: Filters): ListQuery {
  return {
    ...anyCommitment,
    open: filters.show === 'all' ? null : filters.show === 'open',
    tracks: filters.track ? [filters.track] : [],
    delivery: filters.delivery ? [filters.delivery] : [],
    freshness: filters.freshness ? [filters.freshness] : [],
    exceptions: filters.exception ? [filters.exception] : [],
    owner: filters.owner,
    party: filters.party,
    dueBy: filters.dueBy,
    words: filters.words.trim(),
    sort: filters.sort,
    descending: filters.descending && filters.sort !== 'review',
    group: filters.group,
  };
}

/** What a press on the head of a column makes of the order: it comes first, and a second press turns it round. */
export function pressedHead(
  { sort, descending }: Pick<Filters, 'sort' | 'descending'>,
  pressed: Sort,
): Pick<Filters, 'sort' | 'descending'> {
  return { sort: pressed, descending: sort === pressed && !descending };
}

/** Whether anything is filtered out besides what the list always leaves out. */
export function isFiltered(filters: Filters): boolean {
  const { sort, descending, group, columns } = filters;
  const arranged = { sort, descending, group, columns };
  return JSON.stringify({ ...filters, ...arranged }) !== JSON.stringify({ ...noFilters, ...arranged });
}
