import { describe, expect, it, vi } from 'vitest';
import { RapporteurError } from '$lib/bridge/call';
import { toasts } from '$lib/widget/toast.svelte';
import { Writing } from './writing.svelte';

describe('Writing', () => {
  it('tells how far it is, only after a moment', async () => {
    vi.useFakeTimers();
    const writing = new Writing();
    let finish: (words: string) => void = () => undefined;
    const done = writing.run(({ told }) => {
      told?.({ doing: '', done: 1, total: 4 });
      return new Promise<string>((resolve) => (finish = resolve));
    });
    expect(writing.shown).toBe(false);
    vi.advanceTimersByTime(150);
    expect([writing.shown, writing.share]).toEqual([true, 0.25]);
    finish('written');
    expect(await done).toBe('written');
    expect([writing.running, writing.shown]).toEqual([false, false]);
    vi.useRealTimers();
  });

  it('is given up without a word, and says what else went wrong', async () => {
    const cancel = vi.fn();
    const writing = new Writing();
    let fail: (error: unknown) => void = () => undefined;
    const under = writing.run(({ signal }) => {
      signal?.addEventListener('abort', cancel);
      return new Promise((_, reject) => (fail = reject));
    });
    writing.cancel();
    writing.cancel();
    expect(cancel).toHaveBeenCalledTimes(1);
    fail(new RapporteurError('cancelled', 'Given up.'));
    expect(await under).toBeUndefined();
    expect(toasts.list).toHaveLength(0);
    await writing.run(() => Promise.reject(new RapporteurError('file', 'The disk is full.')));
    expect(toasts.list.map((toast) => toast.message)).toEqual(['The disk is full.']);
  });
});
