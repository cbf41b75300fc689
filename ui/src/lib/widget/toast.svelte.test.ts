import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from './toast.svelte';

describe('Toasts', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('lets notes go and errors stay', () => {
    const toasts = new Toasts();
    toasts.show('Done');
    toasts.error('Not done', 'why');
    vi.advanceTimersByTime(20_000);
    expect(toasts.list.map((t) => t.message)).toEqual(['Not done']);
  });

  it('stops the clock while someone reads', () => {
    const toasts = new Toasts();
    toasts.show('Done');
    toasts.hold();
    vi.advanceTimersByTime(60_000);
    expect(toasts.list).toHaveLength(1);
    toasts.release();
    vi.advanceTimersByTime(20_000);
    expect(toasts.list).toHaveLength(0);
  });

  it('keeps the newest notes, never drops an error, and says nothing twice', () => {
    const toasts = new Toasts();
    toasts.error('broken');
    toasts.error('broken');
    for (const n of [1, 2, 3, 4, 5]) toasts.show(`act ${n}`);
    expect(toasts.list.map((t) => t.message)).toEqual(['broken', 'act 3', 'act 4', 'act 5']);
  });
});
