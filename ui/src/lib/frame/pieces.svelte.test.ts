import { describe, expect, it, vi } from 'vitest';
import { Pieces } from './pieces.svelte';

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('pieces of the window', () => {
  it('are loaded once, when they are first asked for', async () => {
    const load = vi.fn(() => Promise.resolve('a page'));
    const pieces = new Pieces({ 'Page.svelte': load });
    expect(load).not.toHaveBeenCalled();
    expect(pieces.of('Page.svelte')).toBeUndefined();
    expect(pieces.of('Page.svelte')).toBeUndefined();
    await settled();
    expect(pieces.of('Page.svelte')).toBe('a page');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('that are there need no loading, and those without a file never come', async () => {
    const pieces = new Pieces<string>({}, { 'Today.svelte': 'today' });
    expect(pieces.of('Today.svelte')).toBe('today');
    expect(pieces.of('Nowhere.svelte')).toBeUndefined();
    await settled();
    expect(pieces.of('Nowhere.svelte')).toBeUndefined();
  });

  it('that failed to come are asked for again the next time', async () => {
    const load = vi.fn(() => Promise.resolve('a page'));
    load.mockImplementationOnce(() => Promise.reject(new Error('gone')));
    const pieces = new Pieces({ 'Page.svelte': load });
    pieces.of('Page.svelte');
    await settled();
    expect(pieces.of('Page.svelte')).toBeUndefined();
    await settled();
    expect(pieces.of('Page.svelte')).toBe('a page');
  });
});
