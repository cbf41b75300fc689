import { describe, expect, it } from 'vitest';
import type { SavedViewRow } from '$lib/bridge/generated/wire';
import { emptyQuery, filterQuery, noFilters, readFilters } from '$lib/commitment/query';
import { isChanged, moved, viewDraft, viewFilters, viewParams, viewQuery, viewRoute } from './params';

const row: SavedViewRow = {
  id: 'v1',
  revision: 3,
  name: 'Late in cyber',
  words: 'open track:CYB exception:overdue "threat report"',
  query: {
    ...emptyQuery(),
    open: true,
    tracks: ['t1'],
    exceptions: ['overdue'],
    words: '"threat report"',
    sort: 'due',
  },
  columns: [],
  pinned: true,
  rank: 1,
};

describe('a saved view', () => {
  it('is opened as the list with its filters', () => {
    const { params } = viewRoute(row);
    expect(params?.['view']).toBe('v1');
    const filters = readFilters((name) => params?.[name] ?? '');
    expect(filters).toEqual(viewFilters(row));
    expect(filters).toMatchObject({ show: 'open', track: 't1', exception: 'overdue', sort: 'due' });
    expect(isChanged(row, filterQuery(filters), [])).toBe(false);
  });

  it('is changed by each filter, the order and the columns', () => {
    const filters = viewFilters(row);
    expect(isChanged(row, filterQuery({ ...filters, track: null }), [])).toBe(true);
    expect(isChanged(row, filterQuery({ ...filters, words: 'threat' }), [])).toBe(true);
    expect(isChanged(row, filterQuery({ ...filters, show: 'all' }), [])).toBe(true);
    expect(isChanged(row, filterQuery({ ...filters, sort: 'ref' }), [])).toBe(true);
    expect(isChanged(row, filterQuery(filters), ['due'])).toBe(true);
  });

  it('clears what it does not say when one goes back to it', () => {
    expect(viewParams(row)).toMatchObject({ view: 'v1', party: undefined, q: '"threat report"' });
  });

  it('is saved from what the list asks', () => {
    const query = filterQuery({ ...noFilters, words: 'x' });
    expect(viewQuery(query)).toMatchObject({ words: 'x', open: true, after: null });
    expect(viewDraft(row, { pinned: false })).toMatchObject({ id: 'v1', revision: 3, pinned: false });
  });
});

it('a view moves among the others and not past the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toBeNull();
  expect(moved(['a', 'b'], 1, 2)).toBeNull();
});
