import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { RapporteurError, toError } from './call';
import { changed, changedAll } from './changes.svelte';
import { live, type Live } from './live.svelte';

/** A query whose answers are given by hand, in any order. */
function questions<T>() {
  const open: { resolve: (value: T) => void; reject: (why: unknown) => void }[] = [];
  const ask = vi.fn(() => new Promise<T>((resolve, reject) => open.push({ resolve, reject })));
  return { ask, open };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

function rooted(run: () => void): () => void {
  const stop = $effect.root(run);
  flushSync();
  return stop;
}

describe('live', () => {
  it('loads, and asks again when one of its nouns changes', async () => {
    const { ask, open } = questions<string>();
    let resource!: Live<string>;
    const stop = rooted(() => (resource = live(() => ask(), ['commitment'])));
    expect(ask).toHaveBeenCalledTimes(1);
    expect(resource.loading).toBe(true);
    open[0]?.resolve('first');
    await settled();
    expect([resource.value, resource.loading]).toEqual(['first', false]);

    changed([{ noun: 'meeting', id: '1', revision: 2 }]);
    flushSync();
    expect(ask).toHaveBeenCalledTimes(1);

    changed([
      { noun: 'commitment', id: '1', revision: 2 },
      { noun: 'commitment', id: '2', revision: 2 },
    ]);
    flushSync();
    expect(ask).toHaveBeenCalledTimes(2);
    // The old answer stands until the new one is there.
    expect([resource.value, resource.loading]).toEqual(['first', true]);
    open[1]?.resolve('second');
    await settled();
    expect(resource.value).toBe('second');

    changedAll();
    flushSync();
    expect(ask).toHaveBeenCalledTimes(3);

    // Of very many rows only the noun is told.
    changed([], ['commitment', 'follow_up']);
    flushSync();
    expect(ask).toHaveBeenCalledTimes(4);
    stop();
  });

  it('asks again when its arguments change, and drops answers that were overtaken', async () => {
    const { ask, open } = questions<string>();
    let track = $state('CYB');
    const asked: string[] = [];
    let resource!: Live<string>;
    const stop = rooted(() => {
      resource = live(() => {
        asked.push(track);
        return ask();
      }, []);
    });
    track = 'CLI';
    flushSync();
    expect(asked).toEqual(['CYB', 'CLI']);
    open[1]?.resolve('climate');
    await settled();
    open[0]?.resolve('cyber, too late');
    await settled();
    expect(resource.value).toBe('climate');
    expect(resource.loading).toBe(false);
    stop();
  });

  it('gives up what nobody waits for any more', async () => {
    const { ask, open } = questions<string>();
    let track = $state('CYB');
    const signals: AbortSignal[] = [];
    const stop = rooted(() =>
      live((signal) => {
        signals.push(signal);
        return track === '' ? null : ask();
      }, []),
    );
    track = 'CLI';
    flushSync();
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
    open[1]?.resolve('climate');
    await settled();
    track = '';
    flushSync();
    track = 'CT';
    flushSync();
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true, true, false]);
    stop();
    expect(signals.every((signal) => signal.aborted)).toBe(true);
  });

  it('keeps the last good answer beside an error', async () => {
    const { ask, open } = questions<string>();
    let resource!: Live<string>;
    const stop = rooted(() => (resource = live(() => ask(), ['text'])));
    open[0]?.resolve('good');
    await settled();
    changed([{ noun: 'text', id: '1', revision: 2 }]);
    flushSync();
    open[1]?.reject({ code: 'gone', message: 'The file is gone.', detail: null });
    await settled();
    expect(resource.value).toBe('good');
    expect(resource.error).toBeInstanceOf(RapporteurError);
    expect(resource.error?.message).toBe('The file is gone.');
    stop();
  });

  it('has nothing while there is nothing to ask, and nothing arrives after the end', async () => {
    const { ask, open } = questions<string>();
    let id = $state<string | null>(null);
    let resource!: Live<string>;
    const stop = rooted(() => (resource = live(() => (id === null ? null : ask()), [])));
    expect([resource.value, resource.loading]).toEqual([undefined, false]);
    id = '1';
    flushSync();
    expect(resource.loading).toBe(true);
    stop();
    open[0]?.resolve('late');
    await settled();
    expect(resource.value).toBeUndefined();
  });
});

describe('toError', () => {
  it('keeps the sentence of the core and never shows a technical one', () => {
    expect(toError({ code: 'stale', message: 'Someone else changed it.', detail: 'rev 3' })).toMatchObject({
      code: 'stale',
      message: 'Someone else changed it.',
      detail: 'rev 3',
    });
    const odd = toError(new TypeError('undefined is not an object'));
    expect(odd.code).toBe('unexpected');
    expect(odd.message).not.toContain('undefined');
    expect(odd.detail).toContain('undefined');
    expect(toError('plain').detail).toBe('plain');
  });
});
