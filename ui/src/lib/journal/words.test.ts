import { describe, expect, it } from 'vitest';
import type { Noun } from '$lib/bridge/generated/wire';
import { canTakeBack, dayOf, hourOf, nounsOf, pageOf } from './words';

const entry = (noun: Noun, created = false, fields: string[] = []) => ({
  noun,
  created,
  removed: false,
  fields: fields.map((field) => ({ field, before: null, after: null })),
});

describe('nounsOf', () => {
  it('gathers rows of one kind and says how many are not listed', () => {
    expect(nounsOf([entry('commitment', true)], 1)).toBe('commitment');
    expect(nounsOf([entry('commitment'), entry('owner'), entry('owner')], 3)).toBe('commitment, 2 × owner');
    expect(nounsOf([entry('follow_up')], 40)).toBe('follow-up, 39 more');
  });

  it('names the fields of a single row that was changed', () => {
    expect(nounsOf([entry('person', false, ['post', 'body'])], 1)).toBe('person: post, body');
    expect(nounsOf([entry('person', true, ['post', 'body'])], 1)).toBe('person');
  });
});

describe('pageOf', () => {
  it('leads to rows that have a page and are still there', () => {
    expect(pageOf({ noun: 'body', id: 'b', removed: false })).toEqual({ page: 'body', id: 'b' });
    expect(pageOf({ noun: 'body', id: 'b', removed: true })).toBeNull();
    expect(pageOf({ noun: 'owner', id: 'o', removed: false })).toBeNull();
  });
});

describe('canTakeBack', () => {
  it('is for what was done and still stands', () => {
    expect(canTakeBack({ undoable: true, undone: false, kind: 'done' })).toBe(true);
    expect(canTakeBack({ undoable: true, undone: true, kind: 'done' })).toBe(false);
    expect(canTakeBack({ undoable: true, undone: false, kind: 'undo' })).toBe(false);
    expect(canTakeBack({ undoable: false, undone: false, kind: 'done' })).toBe(false);
  });
});

describe('dayOf and hourOf', () => {
  it('go by the zone of the dossier, not of the machine', () => {
    expect(dayOf('2026-11-21T20:10:00Z', 'Asia/Kolkata')).toBe('2026-11-22');
    expect(hourOf('2026-11-21T20:10:00Z', 'Asia/Kolkata')).toBe('01:40');
    expect(dayOf('2026-11-21T20:10:00Z', 'UTC')).toBe('2026-11-21');
  });

  it('shows what is no instant as it came', () => {
    expect(dayOf('some day', 'UTC')).toBe('some day');
  });
});
