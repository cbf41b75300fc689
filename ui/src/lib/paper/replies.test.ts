import { describe, expect, it } from 'vitest';
import type { ReplyPoint } from '$lib/bridge/generated/wire';
import { entered, givenTo, type Reply } from './replies';

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
