import { describe, expect, it } from 'vitest';
import type { Tally } from '$lib/bridge/generated/wire';
import {
  countOf,
  frameOf,
  isNarrowed,
  isPressed,
  type Narrowing,
  press,
  readNarrowing,
  reviewQuery,
  tallyWords,
} from './measure';

const all: Narrowing = { track: null, measure: null, words: '' };
const frame = { kind: 'meeting', id: 'm1' } as const;
const reader = (params: Record<string, string>) => (name: string) => params[name] ?? '';

describe('pressing a count', () => {
  it('narrows, and narrows no more when pressed again', () => {
    const once = press(all, 't1', 'overdue');
    expect(once).toMatchObject({ track: 't1', measure: 'overdue' });
    expect(isPressed(once, 't1', 'overdue')).toBe(true);
    expect(isPressed(once, null, 'overdue')).toBe(false);
    expect(press(once, 't1', 'overdue')).toEqual(all);
  });

  it('goes over to another count at once and keeps the words', () => {
    const words = { ...all, words: 'cyber' };
    expect(press(press(words, 't1', 'overdue'), null, 'stale')).toEqual({
      track: null,
      measure: 'stale',
      words: 'cyber',
    });
  });

  it('on "open" narrows to the track alone; for all tracks that is everything', () => {
    expect(press(all, 't1', 'open')).toEqual({ ...all, track: 't1' });
    expect(isPressed({ ...all, track: 't1' }, 't1', 'open')).toBe(true);
    expect(isNarrowed(press(all, null, 'open'))).toBe(false);
    expect(isPressed(all, null, 'open')).toBe(false);
  });
});

describe('the question for the list', () => {
  it('asks for the exception, for what is on course, or for a lamp', () => {
    expect(reviewQuery(frame, { ...all, measure: 'due_before' }).exceptions).toEqual(['due_before']);
    expect(reviewQuery(frame, { ...all, measure: 'on_course' })).toMatchObject({
      onCourse: true,
      exceptions: [],
    });
    expect(reviewQuery(frame, { ...all, measure: 'red', track: 't1' })).toMatchObject({
      delivery: ['red'],
      tracks: ['t1'],
      open: true,
      sort: 'review',
      descending: false,
      group: null,
      frame,
    });
  });

  it('reads the address and leaves out what it does not know', () => {
    expect(readNarrowing(reader({ track: 't1', only: 'stale', q: 'x' }))).toEqual({
      track: 't1',
      measure: 'stale',
      words: 'x',
    });
    expect(readNarrowing(reader({ only: 'late' })).measure).toBeNull();
  });
});

describe('what the review looks ahead to', () => {
  it('is the day or meeting of the address, else the next meeting, else thirty days', () => {
    const next = { id: 'm9' };
    expect(frameOf(reader({ on: '2015-09-25', meeting: 'm1' }), next, '2015-09-19')).toEqual({
      kind: 'day',
      on: '2015-09-25',
    });
    expect(frameOf(reader({ meeting: 'm1' }), next, '2015-09-19')).toEqual({ kind: 'meeting', id: 'm1' });
    expect(frameOf(reader({}), next, '2015-09-19')).toEqual({ kind: 'meeting', id: 'm9' });
    expect(frameOf(reader({ on: 'soon' }), null, '2015-09-19')).toEqual({ kind: 'day', on: '2015-09-19' });
  });
});

it('counts and words of a tally', () => {
  const tally: Tally = {
    track: 't1',
    overdue: 1,
    blocked: 0,
    dueBefore: 3,
    stale: 2,
    cancelled: 0,
    exceptions: 4,
    onCourse: 5,
    red: 1,
    amber: 7,
    green: 1,
    grey: 0,
    open: 9,
  };
  expect(countOf(tally, 'due_before')).toBe(3);
  expect(countOf(tally, 'on_course')).toBe(5);
  expect(tallyWords(tally)).toBe('4 exceptions, 5 on course');
  expect(tallyWords({ ...tally, exceptions: 1, onCourse: 0 })).toBe('1 exception');
});
