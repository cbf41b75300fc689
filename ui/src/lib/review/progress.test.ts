import { describe, expect, it } from 'vitest';
import type { Tally } from '$lib/bridge/generated/wire';
import { progressOf } from './progress';

const total = { exceptions: 9, onCourse: 8, open: 17 } as Tally;

describe('how far a review has come', () => {
  it('counts exceptions that are decided, and what would pass', () => {
    const counts = { decided: 5, exceptions: 3, toConfirm: 0, opposed: 0 };
    expect(progressOf(counts, total)).toEqual({ exceptions: 9, decided: 3, left: 6, unopposed: 6 });
  });

  it('lets what another proposed pass too', () => {
    const counts = { decided: 17, exceptions: 9, toConfirm: 4, opposed: 1 };
    expect(progressOf(counts, total)).toEqual({ exceptions: 9, decided: 9, left: 0, unopposed: 4 });
  });
});
