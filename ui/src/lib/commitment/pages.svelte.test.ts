import { describe, expect, it } from 'vitest';
import type { CommitmentQuery } from '$lib/bridge/generated/wire';
import { Pages } from './pages.svelte';
import { anyCommitment } from './query';
import { commitment } from './sample';

/** A register of so many commitments, read by position. */
function register(size: number) {
  const asked: CommitmentQuery[] = [];
  const read = async (query: CommitmentQuery) => {
    asked.push(query);
    const from = Number(query.after ?? 0);
    const to = Math.min(size, from + query.limit);
    const rows = Array.from({ length: to - from }, (_, i) => commitment({ id: `c${from + i}` }));
    return { rows, next: to < size ? String(to) : null };
  };
  return { read, asked };
}

describe('a list read page by page', () => {
  it('reads one page, then the next, each row once', async () => {
    const { read } = register(250);
    const pages = new Pages(read);
    await pages.load(anyCommitment);
    expect(pages.rows).toHaveLength(100);
    await Promise.all([pages.more(), pages.more()]);
    expect(pages.rows).toHaveLength(200);
    await pages.more();
    await pages.more();
    expect(new Set(pages.rows.map((r) => r.id)).size).toBe(250);
    expect(pages.complete).toBe(true);
  });

  it('reads as much again when the register changed, and begins anew for another question', async () => {
    const { read, asked } = register(700);
    const pages = new Pages(read);
    await pages.load(anyCommitment);
    await pages.all();
    expect(pages.rows).toHaveLength(700);
    await pages.load(anyCommitment);
    expect(pages.rows).toHaveLength(700);
    expect(Math.max(...asked.map((q) => q.limit))).toBeLessThanOrEqual(500);
    await pages.load({ ...anyCommitment, words: 'x' });
    expect(pages.rows).toHaveLength(100);
  });

  it('drops an answer that was overtaken', async () => {
    let slow: (() => void) | undefined;
    const pages = new Pages(async (query) => {
      if (query.words === 'slow') await new Promise<void>((done) => (slow = done));
      return { rows: [commitment({ id: query.words })], next: null };
    });
    const first = pages.load({ ...anyCommitment, words: 'slow' });
    await pages.load({ ...anyCommitment, words: 'quick' });
    slow?.();
    await first;
    expect(pages.rows.map((r) => r.id)).toEqual(['quick']);
  });

  it('keeps the rows it has when reading fails, and says why', async () => {
    let broken = false;
    const pages = new Pages(async () => {
      if (broken) throw new Error('no disk');
      return { rows: [commitment()], next: null };
    });
    await pages.load(anyCommitment);
    broken = true;
    await pages.load(anyCommitment);
    expect(pages.rows).toHaveLength(1);
    expect(pages.error).not.toBeNull();
  });
});
