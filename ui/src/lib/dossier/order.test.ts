import { describe, expect, it } from 'vitest';
import { moved } from './order';

const rows = (...ranks: number[]) => ranks.map((rank, i) => ({ id: 'abcdef'.charAt(i), rank }));
const changes = (ranks: number[], id: string, by: number) =>
  moved(rows(...ranks), id, by).map(({ row, rank }) => `${row.id}${rank}`);

describe('moved', () => {
  it('changes the two that trade places and nothing else', () => {
    expect(changes([1, 2, 3, 4], 'c', -1)).toEqual(['c2', 'b3']);
    expect(changes([1, 2, 3, 4], 'a', 1)).toEqual(['b1', 'a2']);
    expect(changes([10, 20, 30], 'b', 1)).toEqual(['c20', 'b30']);
  });

  it('does nothing at the ends', () => {
    expect(changes([1, 2], 'a', -1)).toEqual([]);
    expect(changes([1, 2], 'b', 1)).toEqual([]);
    expect(changes([1, 2], 'x', 1)).toEqual([]);
  });

  it('sets ranks apart that were the same', () => {
    expect(changes([1, 1, 1], 'b', -1)).toEqual(['a2', 'c3']);
  });
});
