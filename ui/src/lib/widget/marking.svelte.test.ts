import { describe, expect, it } from 'vitest';
import { Marking } from './marking.svelte';

const pairs = (...keys: string[]) => keys.map((key) => [key, key.toUpperCase()] as const);

describe('marked rows', () => {
  it('are marked one by one and in stretches, and held', () => {
    const marking = new Marking<string>();
    marking.toggle('a', 'A');
    marking.add(pairs('b', 'c', 'b'));
    marking.toggle('b', 'B');
    expect(['a', 'b', 'c', 'd'].filter((k) => marking.has(k))).toEqual(['a', 'c']);
    expect([...marking.rows.values()]).toEqual(['A', 'C']);
    expect(marking.count(1000)).toBe(2);
  });

  it('may be all of a list that nobody has read, but some', () => {
    const marking = new Marking<string>();
    marking.toggle('a', 'A');
    marking.everything();
    expect(marking.count(100_000)).toBe(100_000);
    marking.toggle('b', 'B');
    expect(marking.has('a')).toBe(true);
    expect(marking.has('b')).toBe(false);
    expect(marking.count(100_000)).toBe(99_999);
    marking.add(pairs('b'));
    expect(marking.count(100_000)).toBe(100_000);
    marking.clear();
    expect(marking.any).toBe(false);
  });
});
