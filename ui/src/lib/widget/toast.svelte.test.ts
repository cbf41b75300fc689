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

  it('shows two at most: of notes the newest, of errors each once', () => {
    const toasts = new Toasts();
    toasts.error('broken');
    toasts.error('broken');
    toasts.error('torn');
    for (const n of [1, 2, 3]) toasts.show(`act ${n}`);
    expect(toasts.list.map((t) => t.message)).toEqual(['broken', 'torn', 'act 3']);
    expect(toasts.shown.map((t) => t.message)).toEqual(['torn', 'act 3']);
    vi.advanceTimersByTime(20_000);
    expect(toasts.shown.map((t) => t.message)).toEqual(['broken', 'torn']);
  });

  it('takes away what no longer holds, and what was read', () => {
    const toasts = new Toasts();
    toasts.show('Saved, but the day lies in the past', { stays: true, about: ['a1'] });
    toasts.error('Give the name', null, ['save_person p1']);
    toasts.withdraw('a1');
    expect(toasts.list.map((t) => t.message)).toEqual(['Give the name']);
    toasts.show('Saved');
    toasts.withdraw('save_person p1');
    toasts.error('Not saved');
    toasts.clear();
    expect(toasts.list.map((t) => t.message)).toEqual(['Saved']);
  });
});
