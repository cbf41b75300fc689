// The list of instruments between the address and the core: what the address says, and what is asked for it. Pure.
import {
  type Concern,
  concernWords,
  type InstrumentQuery,
  type InstrumentSort,
  type InstrumentType,
  instrumentTypeWords,
  type Stage,
  stageWords,
} from '$lib/bridge/generated/wire';

/** Those that have not come to their end, those that have, or both. */
export type Show = 'current' | 'ended' | 'all';

export interface Filters {
  words: string;
  show: Show;
  partner: string | null;
  track: string | null;
  kind: InstrumentType | null;
  stage: Stage | null;
  concern: Concern | null;
  sort: InstrumentSort;
  descending: boolean;
}

export const noFilters: Filters = {
  words: '',
  show: 'current',
  partner: null,
  track: null,
  kind: null,
  stage: null,
  concern: null,
  sort: 'ref',
  descending: false,
};

const SHOWS: readonly Show[] = ['current', 'ended', 'all'];
const SORTS: Record<InstrumentSort, true> = {
  ref: true,
  title: true,
  partner: true,
  kind: true,
  stage: true,
  signed: true,
  ends: true,
  notice: true,
  progress: true,
};

function among<T extends string>(words: Record<T, unknown>, given: string): T | null {
  return given in words ? (given as T) : null;
}

/** Reads the address. What it does not know counts as not given. */
export function readFilters(param: (name: string) => string): Filters {
  return {
    words: param('q'),
    show: SHOWS.find((s) => s === param('show')) ?? 'current',
    partner: param('partner') || null,
    track: param('track') || null,
    kind: among(instrumentTypeWords, param('kind')),
    stage: among(stageWords, param('stage')),
    concern: among(concernWords, param('concern')),
    sort: among(SORTS, param('sort')) ?? 'ref',
    descending: param('desc') === '1',
  };
}

/** Writes the address; what is as usual is left out. */
export function filterParams(filters: Filters): Record<string, string | undefined> {
  return {
    q: filters.words || undefined,
    show: filters.show === 'current' ? undefined : filters.show,
    partner: filters.partner ?? undefined,
    track: filters.track ?? undefined,
    kind: filters.kind ?? undefined,
    stage: filters.stage ?? undefined,
    concern: filters.concern ?? undefined,
    sort: filters.sort === 'ref' ? undefined : filters.sort,
    desc: filters.descending ? '1' : undefined,
  };
}

export type ListQuery = Omit<InstrumentQuery, 'after' | 'limit'>;

export function filterQuery(filters: Filters): ListQuery {
  // Who asks for a stage that is an end wants those at their end.
  const ended = filters.show === 'all' || filters.stage ? null : filters.show === 'ended';
  return {
    words: filters.words.trim(),
    partner: filters.partner,
    tracks: filters.track ? [filters.track] : [],
    dialogue: null,
    kinds: filters.kind ? [filters.kind] : [],
    stages: filters.stage ? [filters.stage] : [],
    ended,
    noticeWithin: null,
    concerns: filters.concern ? [filters.concern] : [],
    sort: filters.sort,
    descending: filters.descending,
  };
}

/** What a press on the head of a column makes of the order: it comes first, and a second press turns it round. */
export function pressedHead(
  { sort, descending }: Pick<Filters, 'sort' | 'descending'>,
  pressed: InstrumentSort,
): Pick<Filters, 'sort' | 'descending'> {
  return { sort: pressed, descending: sort === pressed && !descending };
}

/** Whether anything is filtered out besides what the list always leaves out. */
export function isFiltered(filters: Filters): boolean {
  const arranged = { sort: filters.sort, descending: filters.descending };
  return JSON.stringify({ ...filters, ...arranged }) !== JSON.stringify({ ...noFilters, ...arranged });
}
