// Which rows exist while a list of any length is scrolled, with one row that is higher.
import { describe, expect, it } from 'vitest';
import { rowAt, rowsInSight, scrollFor, type Shape, topOf, totalOf } from './window';

const shape: Shape = { count: 2000, row: 48, tall: 10, height: 300 };

describe('rows', () => {
  it('lie below each other, those after the tall one further down', () => {
    expect(topOf(shape, 10)).toBe(480);
    expect(topOf(shape, 11)).toBe(780);
    expect(totalOf(shape)).toBe(1999 * 48 + 300);
    expect(totalOf({ ...shape, tall: -1 })).toBe(2000 * 48);
  });

  it('are found again by their distance from the top', () => {
    for (const row of [0, 9, 10, 11, 12, 1999]) expect(rowAt(shape, topOf(shape, row))).toBe(row);
    expect(rowAt(shape, 779)).toBe(10);
    expect(rowAt(shape, 1e9)).toBe(1999);
  });

  it('exist in sight only, and the tall one always', () => {
    const rows = rowsInSight(shape, topOf(shape, 1000), 600, 2);
    expect(rows[0]).toBe(10);
    expect(rows.slice(1)).toEqual(Array.from({ length: 17 }, (_, i) => 998 + i));
    expect(rowsInSight({ ...shape, count: 0, tall: -1 }, 0, 600)).toEqual([]);
  });
});

describe('scrollFor', () => {
  it('stays where the row is in sight, and moves as little as is needed', () => {
    expect(scrollFor(shape, 10, 300, 600)).toBe(300);
    expect(scrollFor(shape, 10, 600, 600)).toBe(480 - 72);
    expect(scrollFor(shape, 10, 0, 600)).toBe(480 + 300 + 72 - 600);
  });

  it('shows the top of a row that is higher than the list', () => {
    expect(scrollFor({ ...shape, height: 900 }, 10, 0, 600)).toBe(480);
  });
});
