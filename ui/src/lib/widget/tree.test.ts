import { describe, expect, it } from 'vitest';
import { branches, withBeneath } from './tree';

const node = (id: string, parent: string | null = null) => ({ id, parent: parent ? { id: parent } : null });
const drawn = (rows: ReturnType<typeof node>[]) =>
  branches(rows).map((b) => `${'-'.repeat(b.depth)}${b.row.id}`);

describe('branches', () => {
  it('puts what stands beneath a row right after it, siblings as they were given', () => {
    expect(drawn([node('b'), node('a'), node('b2', 'b'), node('b1', 'b'), node('b2x', 'b2')])).toEqual([
      'b',
      '-b2',
      '--b2x',
      '-b1',
      'a',
    ]);
  });

  it('takes children that come before their parents', () => {
    expect(drawn([node('child', 'parent'), node('parent')])).toEqual(['parent', '-child']);
  });

  it('shows a row whose parent is not there, and rows that stand in a circle', () => {
    expect(drawn([node('lost', 'gone')])).toEqual(['lost']);
    expect(drawn([node('a', 'b'), node('b', 'a')])).toEqual(['a', '-b']);
  });
});

describe('withBeneath', () => {
  it('finds the row and everything under it, however the rows are ordered', () => {
    const rows = [node('x', 'child'), node('child', 'top'), node('top'), node('other')];
    expect([...withBeneath(rows, 'top')].sort()).toEqual(['child', 'top', 'x']);
    expect([...withBeneath(rows, 'other')]).toEqual(['other']);
  });
});
