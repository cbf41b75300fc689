import { describe, expect, it } from 'vitest';
import type { ComparedField, ComparedRow, Comparison } from '$lib/bridge/generated/wire';
import { joined } from './comparison.svelte';
import { change, dayOf, pageOf, summary } from './words';

const row = (parts: Partial<ComparedRow> = {}): ComparedRow => ({
  noun: 'commitment',
  id: 'c1',
  ref: 'CYB-2015-001',
  title: 'Share reports',
  track: 't1',
  line: '',
  fields: [],
  on: '2015-08-14',
  by: 'A. Officer',
  there: true,
  ...parts,
});
const field = (before: string | null, after: string | null): ComparedField => ({
  field: 'due',
  before,
  after,
  difference: [],
  note: '',
});
const found = (parts: Partial<Comparison> = {}): Comparison => ({
  from: '2012-01-01',
  to: null,
  changes: 3,
  followUps: 0,
  sections: [],
  ...parts,
});

describe('a change', () => {
  it('says what was and what is, and which of them is nothing', () => {
    expect(change(field('30 Jun 2015', '31 Dec 2015'))).toBe('30 Jun 2015 → 31 Dec 2015');
    expect(change(field('CERT-In', null))).toBe('CERT-In → –');
    expect(change(field(null, 'MHA'))).toBe('MHA');
    expect(change(field(null, null))).toBe('');
  });
});

describe('a row', () => {
  it('leads to the page of its noun', () => {
    expect(pageOf(row())).toEqual({ page: 'commitment', id: 'c1' });
    expect(pageOf(row({ noun: 'meeting', id: 'm1' }))).toEqual({ page: 'meeting', id: 'm1' });
  });

  it('is opened as of a day on which it was there', () => {
    expect(dayOf(found(), row(), false)).toBeNull();
    expect(dayOf(found({ to: '2015-01-01' }), row(), false)).toBe('2015-01-01');
    expect(dayOf(found(), row({ there: false }), true)).toBe('2012-01-01');
    expect(dayOf(found({ to: '2015-01-01' }), row({ there: false }), true)).toBe('2012-01-01');
  });
});

describe('a comparison', () => {
  it('says its days and what was heard', () => {
    expect(summary(found({ followUps: 2 }))).toBe(
      'From the end of 1 Jan 2012 until now · 2 follow-ups entered',
    );
    const some = found({ to: '2015-01-01', sections: [{ kind: 'added', total: 1, rows: [row()] }] });
    expect(summary(some)).toBe('From the end of 1 Jan 2012 to the end of 1 Jan 2015');
  });

  it('goes on where more of a section is read', () => {
    const first = found({
      sections: [
        { kind: 'added', total: 2, rows: [row()] },
        { kind: 'closed', total: 1, rows: [row({ id: 'c9' })] },
      ],
    });
    const more = found({ sections: [{ kind: 'added', total: 2, rows: [row({ id: 'c2' })] }] });
    expect(joined(first, more).sections.map((s) => s.rows.map((r) => r.id))).toEqual([['c1', 'c2'], ['c9']]);
  });
});
