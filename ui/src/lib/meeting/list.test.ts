// Order, filters and heads of the list of meetings.
import { describe, expect, it } from 'vitest';
import type { MeetingRow, MeetingState } from '$lib/bridge/generated/wire';
import { filtered, headOf, inOrder } from './list';

const row = (
  title: string,
  beginsOn: string | null,
  state: MeetingState = 'held',
  dialogue = '',
): MeetingRow => ({
  id: title,
  revision: 1,
  title,
  dialogue: dialogue ? { id: dialogue, name: dialogue } : null,
  ordinal: null,
  level: 'ministerial',
  beginsOn,
  endsOn: beginsOn,
  precision: 'day',
  when: beginsOn ?? '',
  place: 'New Delhi',
  state,
  recordState: 'draft',
  commitments: 0,
  open: 0,
  days: null,
});

const rows = [
  row('Signing', '2011-07-19'),
  row('New York', '2015-09-25', 'planned'),
  row('Cyber 4', '2015-08-14', 'held', 'Cyber Dialogue'),
  row('Some day', null, 'postponed'),
  row('Called off', '2015-01-01', 'cancelled'),
  row('Next cyber', '2015-09-01', 'planned', 'Cyber Dialogue'),
];

describe('inOrder', () => {
  it('puts the soonest coming meeting on top and the past newest first', () => {
    expect(inOrder(rows).map((r) => r.title)).toEqual([
      'Next cyber',
      'New York',
      'Some day',
      'Cyber 4',
      'Called off',
      'Signing',
    ]);
  });
});

describe('filtered', () => {
  it('finds by words in any order, without accents', () => {
    const find = (words: string) =>
      filtered(rows, { words, dialogue: null, state: null, draft: false }).map((r) => r.title);
    expect(find('cyber')).toEqual(['Cyber 4', 'Next cyber']);
    expect(find('délhi 2011')).toEqual(['Signing']);
  });

  it('filters by dialogue and state together', () => {
    expect(
      filtered(rows, { words: '', dialogue: 'Cyber Dialogue', state: 'planned', draft: false }).map(
        (r) => r.title,
      ),
    ).toEqual(['Next cyber']);
  });

  it('keeps what was held and has no final record', () => {
    const open = { words: '', dialogue: null, state: null, draft: true };
    expect(filtered(rows, open).map((r) => r.title)).toEqual(['Signing', 'Cyber 4']);
  });
});

describe('headOf', () => {
  it('is the year for what is past', () => {
    expect(rows.map(headOf)).toEqual(['2011', 'Coming', '2015', 'Coming', '2015', 'Coming']);
    expect(headOf(row('x', null))).toBe('Without a day');
  });
});
