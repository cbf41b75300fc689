import { describe, expect, it } from 'vitest';
import { asWords, filterParams, filterQuery, isFiltered, noFilters, pressedHead, readFilters } from './query';

const reader = (params: Record<string, string | undefined>) => (name: string) => params[name] ?? '';

describe('filters of the list', () => {
  it('go into the address and come back the same', () => {
    const filters = {
      ...noFilters,
      words: 'cyber crime',
      show: 'all' as const,
      track: 't1',
      delivery: 'red' as const,
      freshness: 'stale' as const,
      exception: 'overdue' as const,
      owner: 'b1',
      party: 'p1',
      sort: 'due' as const,
      descending: true,
      group: 'due_month' as const,
      columns: ['ref', 'due'],
    };
    expect(readFilters(reader(filterParams(filters)))).toEqual(filters);
    expect(Object.values(filterParams(noFilters)).every((v) => v === undefined)).toBe(true);
  });

  it('that are not known count as not given', () => {
    const read = readFilters(reader({ show: 'some', delivery: 'blue', sort: 'luck' }));
    expect(read).toEqual(noFilters);
  });

  it('become the question to the core', () => {
    expect(filterQuery(noFilters)).toMatchObject({ open: true, tracks: [], sort: 'review' });
    expect(filterQuery({ ...noFilters, show: 'closed' }).open).toBe(false);
    expect(filterQuery({ ...noFilters, show: 'all', words: ' x ', track: 't1' })).toMatchObject({
      open: null,
      words: 'x',
      tracks: ['t1'],
    });
  });

  it('know whether anything is left out; the order is no filter', () => {
    expect(isFiltered({ ...noFilters, sort: 'due', descending: true })).toBe(false);
    expect(isFiltered({ ...noFilters, group: 'owner', columns: ['ref'] })).toBe(false);
    expect(isFiltered({ ...noFilters, words: 'x' })).toBe(true);
    expect(isFiltered({ ...noFilters, show: 'all' })).toBe(true);
  });
});

describe('the order of the list', () => {
  it('is that of the head pressed, and turned round when it is pressed again', () => {
    const once = pressedHead(noFilters, 'due');
    expect(once).toEqual({ sort: 'due', descending: false });
    const twice = pressedHead(once, 'due');
    expect(twice).toEqual({ sort: 'due', descending: true });
    expect(pressedHead(twice, 'due')).toEqual(once);
    expect(pressedHead(twice, 'title')).toEqual({ sort: 'title', descending: false });
  });

  it('of a review is never turned round', () => {
    expect(filterQuery({ ...noFilters, descending: true }).descending).toBe(false);
    expect(filterParams({ ...noFilters, descending: true }).desc).toBeUndefined();
  });
});

describe('what a finder hears', () => {
  it('is looked for word by word, whatever signs stand in it', () => {
    expect(asWords('  MoU: "cyber" -or ')).toBe('"MoU:" "\\"cyber\\"" "-or"');
    expect(asWords(' – … ')).toBe('');
    expect(asWords('साइबर सुरक्षा')).toBe('"साइबर" "सुरक्षा"');
  });
});
