// When a text is read again while one decides on its candidates.
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { changed } from '$lib/bridge/changes.svelte';
import type { CaptureView } from '$lib/bridge/generated/wire';
import type { Live } from '$lib/bridge/live.svelte';
import { liveReading } from './reading.svelte';
import { candidate, reading, WORDS } from './sample';

const asked = vi.hoisted(() => [] as ((view: unknown) => void)[]);

vi.mock('$lib/bridge/commands', () => ({
  capture: () => new Promise((resolve) => asked.push(resolve)),
}));

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('liveReading', () => {
  it('drops an answer that a decision overtook, also while it waits to ask again', async () => {
    let live!: Live<CaptureView>;
    const stop = $effect.root(() => void (live = liveReading('text')));
    flushSync();
    const many = { ...reading(), candidates: Array.from({ length: 400 }, () => candidate(WORDS.DESK)) };
    asked[0]?.(many);
    await settled();
    expect(live.value).toBe(many);

    void live.reload();
    changed([{ noun: 'commitment', id: '1', revision: 1 }]);
    flushSync();
    asked[1]?.({ ...many });
    await settled();
    expect(live.value).toBe(many);
    stop();
  });
});
