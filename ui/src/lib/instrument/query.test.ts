import { expect, it } from 'vitest';
import {
  filterParams,
  filterQuery,
  type Filters,
  isFiltered,
  noFilters,
  pressedHead,
  readFilters,
} from './query';

const read = (params: Record<string, string | undefined>) => readFilters((name) => params[name] ?? '');

it('the address says all of the filters, and nothing of what is as usual', () => {
  const filters: Filters = {
    words: 'cyber',
    show: 'all',
    partner: 'us',
    track: 't1',
    kind: 'memorandum_of_understanding',
    stage: 'in_force',
    concern: 'notice_due',
    sort: 'notice',
    descending: true,
  };
  expect(read(filterParams(filters))).toEqual(filters);
  expect(Object.values(filterParams(noFilters)).filter(Boolean)).toEqual([]);
  expect(read({ stage: 'nonsense', sort: 'nonsense', show: 'x' })).toEqual(noFilters);
});

it('what has ended is left out unless it is asked for', () => {
  expect(filterQuery(noFilters).ended).toBe(false);
  expect(filterQuery({ ...noFilters, show: 'ended' }).ended).toBe(true);
  expect(filterQuery({ ...noFilters, show: 'all' }).ended).toBeNull();
  expect(filterQuery({ ...noFilters, stage: 'expired' }).ended).toBeNull();
});

it('order is no filter, and a second press turns it round', () => {
  expect(isFiltered({ ...noFilters, sort: 'ends', descending: true })).toBe(false);
  expect(isFiltered({ ...noFilters, concern: 'disputed' })).toBe(true);
  expect(pressedHead({ sort: 'ref', descending: false }, 'ends')).toEqual({
    sort: 'ends',
    descending: false,
  });
  expect(pressedHead({ sort: 'ends', descending: false }, 'ends')).toEqual({
    sort: 'ends',
    descending: true,
  });
});
