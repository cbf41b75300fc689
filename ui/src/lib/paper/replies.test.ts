import { describe, expect, it } from 'vitest';
import type { ReplyPoint } from '$lib/bridge/generated/wire';
import { entered, givenTo, numbered, type Reply } from './replies';

const point = (commitment: string): ReplyPoint => ({
  commitment,
  ref: commitment.toUpperCase(),
  title: '',
  number: 1,
  reply: '',
  matched: '',
});
const points = ['a', 'b', 'c'].map(point);
const reply = (commitment: string, note: string, enter = true): Reply => ({
  commitment,
  note,
  enter,
  by: '',
});

describe('replies', () => {
  it('calls a point by its number, or says that it has none', () => {
    expect(numbered({ ...point('a'), number: 3, title: 'Reports' })).toBe('3. A Reports');
    expect(numbered({ ...point('a'), number: null, title: 'Reports' })).toBe('(not on that sheet) A Reports');
  });

  it('enters what is chosen and not empty', () => {
    expect(entered([reply('a', 'Sent.'), reply('b', ' '), reply('c', 'No.', false)])).toEqual([
      { commitment: 'a', note: 'Sent.' },
    ]);
  });

  it('gives words to a point by hand, in the order of the sheet', () => {
    const given = givenTo([reply('c', 'Third.')], points, 'a', 'First.');
    expect(given.map((r) => [r.commitment, r.by])).toEqual([
      ['a', 'by hand'],
      ['c', ''],
    ]);
    expect(givenTo(given, points, 'c', 'More.')[1]?.note).toBe('Third.\n\nMore.');
  });
});
