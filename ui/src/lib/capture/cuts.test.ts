// Where a candidate can be split, in words and clauses, and the parts in scalar values.
import { describe, expect, it } from 'vitest';
import { Layout } from '$lib/text/layout';
import { StepsOf } from '$lib/text/sentence';
import { cutsIn, firstCut, partsAt, stepCut } from './cuts';

const BODY = '🤝 They will train officers, and will exchange them.\nThey left.';
const layout = new Layout(BODY);
const steps = new StepsOf(layout);
const whole = { start: 3, end: BODY.indexOf('\n') };

describe('cuts', () => {
  it('lie before every word but the first, and before clauses', () => {
    const next = (cut: number) => BODY.slice(cut).split(/\W/)[0];
    expect(cutsIn(steps, whole, false).map(next)).toEqual([
      'will',
      'train',
      'officers',
      'and',
      'will',
      'exchange',
      'them',
    ]);
    expect(cutsIn(steps, whole, true).map(next)).toContain('and');
    expect(BODY.slice(firstCut(steps, whole)!)).toMatch(/^and/);
    expect(firstCut(steps, { start: 3, end: 7 })).toBeNull();
  });

  it('are gone through in both directions and end at both ends', () => {
    expect(stepCut([5, 9, 12], 9, 1)).toBe(12);
    expect(stepCut([5, 9, 12], 12, 1)).toBe(12);
    expect(stepCut([5, 9, 12], 9, -1)).toBe(5);
  });

  it('give parts counted in scalar values, without white space at their ends', () => {
    const [first, second] = partsAt(layout, whole, BODY.indexOf('and'));
    const scalars = [...BODY];
    expect(scalars.slice(first!.start, first!.end).join('')).toBe('They will train officers,');
    expect(scalars.slice(second!.start, second!.end).join('')).toBe('and will exchange them.');
  });
});
