import { describe, expect, it, vi } from 'vitest';
import type { SearchQuery } from '$lib/bridge/generated/wire';
import { Results } from './results.svelte';
import { hit, name } from './sample';

/** A register of so many rows that all hold the words. */
function register(size: number) {
  const asked: SearchQuery[] = [];
  const search = async (query: SearchQuery) => {
    asked.push(query);
    const from = Number(query.after ?? 0);
    const to = Math.min(size, from + query.limit);
    const hits = Array.from({ length: to - from }, (_, i) => hit({ id: `${query.words} ${from + i}` }));
    return { hits, next: to < size ? String(to) : null };
  };
  return { asked, search };
}
const none = async () => [];

describe('results', () => {
  it('are read page by page, each once', async () => {
    const { search } = register(150);
    const results = new Results(search, none);
    results.ask({ words: 'x', nouns: [] });
    await results.settled();
    expect(results.hits).toHaveLength(60);
    expect(results.complete).toBe(false);
    await Promise.all([results.more(), results.more()]);
    await results.more();
    await results.more();
    expect(new Set(results.hits.map((h) => h.id)).size).toBe(150);
    expect(results.complete).toBe(true);
  });

  it('begin anew for another question, and stay where they were when only asked again', async () => {
    const { search, asked } = register(150);
    const results = new Results(search, none);
    results.ask({ words: 'x', nouns: [] });
    await results.settled();
    await results.more();
    const best = results.best;
    results.ask({ words: 'x', nouns: [] });
    await results.settled();
    expect(results.hits).toHaveLength(120);
    expect(results.best).toBe(best);
    results.ask({ words: 'x', nouns: ['meeting'] });
    await results.settled();
    expect(results.hits).toHaveLength(60);
    expect(results.best).not.toBe(best);
    expect(asked.at(-1)?.nouns).toEqual(['meeting']);
  });

  it('drop a page that belongs to words overtaken meanwhile', async () => {
    const { search } = register(150);
    const results = new Results(search, none);
    results.ask({ words: 'x', nouns: [] });
    await results.settled();
    const more = results.more();
    results.ask({ words: 'y', nouns: [] });
    await Promise.all([more, results.settled()]);
    expect(results.hits.every((h) => h.id.startsWith('y'))).toBe(true);
  });

  it('offer names where nothing holds the words, and nothing for no words', async () => {
    const names = vi.fn(async () => [name({ id: 'CERT-In' })]);
    const results = new Results(async () => ({ hits: [], next: null }), names);
    results.ask({ words: 'certn', nouns: [] });
    await results.settled();
    expect(results.names.map((n) => n.id)).toEqual(['CERT-In']);
    expect(results.answered).toBe('certn');
    results.ask({ words: ' ', nouns: [] });
    expect([results.answered, results.names.length]).toEqual([null, 0]);
  });

  it('say why they could not be read', async () => {
    const results = new Results(() => Promise.reject(new Error('no disk')), none);
    results.ask({ words: 'x', nouns: [] });
    await results.settled();
    expect(results.error).not.toBeNull();
  });
});
