import { describe, expect, it } from 'vitest';
import { Geometry, HIGHEST } from './geometry';

const small = new Geometry({ rows: 10, heads: [0, 4], rowHeight: 50, headHeight: 33 });

describe('where rows stand', () => {
  it('is below the heads before them', () => {
    expect(small.height).toBe(566);
    expect([0, 3, 4, 9].map((i) => small.top(i))).toEqual([33, 183, 266, 516]);
    expect([0, 3, 4].map((i) => small.upper(i))).toEqual([0, 183, 233]);
    expect([0, 3, 4].map((i) => small.headOf(i))).toEqual([0, 0, 1]);
  });

  it('is found again from any height', () => {
    for (let y = 0; y < small.height; y += 1) {
      const row = small.rowAt(y);
      expect(small.upper(row)).toBeLessThanOrEqual(y);
      expect(small.top(row) + 50).toBeGreaterThan(y);
    }
  });

  it('gives heads with their rows, and no more than is in sight', () => {
    const pieces = small.between(200, 300, 0);
    expect(pieces.map((p) => (p.isHead ? `head ${p.index}` : p.index))).toEqual([3, 'head 4', 4]);
    expect(new Geometry({ rows: 0, heads: [], rowHeight: 50, headHeight: 33 }).between(0, 500, 8)).toEqual(
      [],
    );
  });
});

describe('a list higher than an element can be', () => {
  const heads = Array.from({ length: 12 }, (_, i) => i * 80_000);
  const view = 700;

  for (const rows of [79_000, 100_000, 1_000_000, 10_000_000]) {
    const list = new Geometry({ rows, heads: heads.filter((h) => h < rows), rowHeight: 50, headHeight: 33 });
    const longest = list.physical - view;

    it(`of ${rows.toLocaleString('en')} rows never makes one`, () => {
      expect(list.physical).toBeLessThanOrEqual(HIGHEST);
    });

    it(`of ${rows.toLocaleString('en')} rows is reached to its last row`, () => {
      expect(list.toList(0, view)).toBe(0);
      expect(list.toList(longest, view)).toBeCloseTo(list.height - view, 6);
      expect(list.rowAt(list.toList(longest, view) + view - 1)).toBe(rows - 1);
    });

    it(`of ${rows.toLocaleString('en')} rows moves on whenever the bar does, and back to the same place`, () => {
      let last = -1;
      for (let bar = 0; bar <= longest; bar += longest / 997) {
        const y = list.toList(bar, view);
        expect(y).toBeGreaterThan(last);
        expect(list.toBar(y, view)).toBeCloseTo(bar, 3);
        last = y;
      }
    });

    it(`of ${rows.toLocaleString('en')} rows scrolls pixel by pixel at its ends`, () => {
      expect(list.toList(1234, view)).toBe(1234);
      const fromEnd = list.height - view - list.toList(longest - 1234, view);
      expect(fromEnd).toBeCloseTo(1234, 3);
    });
  }
});
