import { describe, expect, it } from 'vitest';
import { breakIntoSheets, type Piece } from './sheets';

const row = (height = 10, table = 1): Piece => ({ height, binds: false, table, head: 5 });
const heading: Piece = { height: 10, binds: true, table: null, head: 0 };

describe('breaking a paper into sheets', () => {
  it('fills each sheet, and counts the head of the table on every one', () => {
    // 5 + 3 × 10 fit into 35; a fourth row does not.
    expect(breakIntoSheets([row(), row(), row(), row(), row()], 35, 25)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it('never leaves a heading alone at the foot of a sheet', () => {
    expect(breakIntoSheets([row(), row(), heading, row(10, 2)], 40, 100)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('counts a head anew where another table begins', () => {
    expect(breakIntoSheets([row(10, 1), row(10, 2)], 30, 30)).toEqual([[0, 1]]);
    expect(breakIntoSheets([row(10, 1), row(10, 2)], 29, 30)).toEqual([[0], [1]]);
  });

  it('puts what is too high on a sheet of its own', () => {
    expect(breakIntoSheets([row(), row(500), row()], 50, 50)).toEqual([[0], [1], [2]]);
  });

  it('makes no sheet of nothing', () => {
    expect(breakIntoSheets([], 50, 50)).toEqual([]);
  });
});
