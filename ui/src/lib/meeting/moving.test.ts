import { describe, expect, it } from 'vitest';
import { isMove, type Moved, movedWords } from './moving';

const stood: Moved = { beginsOn: '2015-09-12', endsOn: null, state: 'planned' };

describe('a move', () => {
  it('is another day, a postponement or a cancellation, and not that it was held', () => {
    expect(isMove(stood, {})).toBe(false);
    expect(isMove(stood, { state: 'held' })).toBe(false);
    expect(isMove(stood, { beginsOn: '2015-10-03' })).toBe(true);
    expect(isMove(stood, { beginsOn: null })).toBe(true);
    expect(isMove(stood, { state: 'cancelled' })).toBe(true);
  });

  it('says how many commitments follow, and how', () => {
    expect(movedWords(stood, { ...stood, beginsOn: '2015-10-03' }, 7, 0)).toBe(
      '7 open commitments will move with it, to 3 Oct 2015.',
    );
    expect(movedWords(stood, { ...stood, beginsOn: null, state: 'postponed' }, 1, 1)).toBe(
      '1 open commitment will have no date until it has one again. That 1 of them is overdue is kept.',
    );
    expect(movedWords(stood, { ...stood, state: 'cancelled' }, 2, 0)).toBe(
      '2 open commitments were due by it and come up in Today and Review until given another date.',
    );
    expect(movedWords(stood, stood, 2, 0)).toBe('2 open commitments are due by it.');
    expect(movedWords(stood, { ...stood, beginsOn: '2015-10-03' }, 0, 0)).toBe(
      'No open commitment is due by it.',
    );
  });
});
