import { describe, expect, it } from 'vitest';
import { listOf, shareInTime } from './ledger';

const cell = { open: 1, overdue: 0, kept: 2, notKept: 1, dated: 3, inTime: 2 };

describe('the ledger', () => {
  it('leads each number to the list of what it counts', () => {
    expect(listOf('t', 'home', 'open')).toEqual({ track: 't', q: 'bound:us' });
    expect(listOf(null, 'partner', 'overdue')).toEqual({ track: undefined, q: 'bound:them overdue' });
    expect(listOf('t', 'named', 'notKept')).toEqual({
      track: 't',
      show: 'closed',
      q: 'bound:named status:not-fulfilled',
    });
  });

  it('never rounds a share up: all in time means all', () => {
    expect(shareInTime(cell)).toBe('66 %');
    expect(shareInTime({ ...cell, dated: 1000, inTime: 999 })).toBe('99 %');
    expect(shareInTime({ ...cell, dated: 0, inTime: 0 })).toBeNull();
  });
});
