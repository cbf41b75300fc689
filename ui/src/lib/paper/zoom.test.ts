import { describe, expect, it } from 'vitest';
import { fitting, GAP, pageAt, tops, zoomed } from './zoom';

const a4 = { width: 595, height: 842 };

describe('zoom', () => {
  it('goes to the next step from between two', () => {
    expect(zoomed(1, 1)).toBe(1.1);
    expect(zoomed(1, -1)).toBe(0.9);
    expect(zoomed(0.84, 1)).toBe(0.9);
    expect(zoomed(4, 1)).toBe(4);
    expect(zoomed(0.25, -1)).toBe(0.25);
  });

  it('fits the widest page into the width', () => {
    const zoom = fitting([a4, { width: 842, height: 595 }], 842 * (96 / 72) + 2 * GAP);
    expect(zoom).toBeCloseTo(1);
    expect(fitting([a4], 3_000)).toBe(1.4);
  });
});

describe('pageAt', () => {
  it('is the page a third down', () => {
    const begins = tops([a4, a4, a4], 1);
    expect(begins[0]).toBe(GAP);
    expect(pageAt(begins, 0, 600)).toBe(0);
    expect(pageAt(begins, begins[1]! - 250, 600)).toBe(0);
    expect(pageAt(begins, begins[1]! - 150, 600)).toBe(1);
    expect(pageAt(begins, 99_999, 600)).toBe(2);
    expect(pageAt([], 0, 600)).toBe(0);
  });
});
