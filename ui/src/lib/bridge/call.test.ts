import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callWatched } from './call';
import type { Progress } from './generated/wire';

const shell = vi.hoisted(() => {
  class Channel {
    static last = 0;
    id = (Channel.last += 1);
    onmessage: ((message: unknown) => void) | undefined;
    constructor(onmessage?: (message: unknown) => void) {
      this.onmessage = onmessage;
    }
  }
  return { invoke: vi.fn(), Channel };
});
vi.mock('@tauri-apps/api/core', () => shell);

describe('what takes long', () => {
  let answer: (value: string) => void = () => undefined;
  const given = () => shell.invoke.mock.calls.filter(([command]) => command === 'give_up');

  beforeEach(() => {
    shell.invoke.mockReset();
    shell.invoke.mockImplementation((command: string) =>
      command === 'give_up' ? Promise.resolve(null) : new Promise((resolve) => (answer = resolve)),
    );
  });

  it('tells how far it is, and is given up by its own number', async () => {
    const told: Progress[] = [];
    const waiting = new AbortController();
    const done = callWatched<string>(
      'keep',
      { draft: 1 },
      { told: (now) => told.push(now), signal: waiting.signal },
    );
    const { progress, draft } = shell.invoke.mock.calls[0]?.[1] as {
      progress: InstanceType<typeof shell.Channel>;
      draft: number;
    };
    expect(draft).toBe(1);
    progress.onmessage?.({ doing: 'Keeping', done: 1, total: 2 });
    expect(told).toEqual([{ doing: 'Keeping', done: 1, total: 2 }]);
    waiting.abort();
    expect(given()).toEqual([['give_up', { channel: progress.id }]]);
    answer('kept');
    expect(await done).toBe('kept');
  });

  it('is not given up once it was answered, and at once where it was given up before', async () => {
    const waiting = new AbortController();
    const done = callWatched<string>('keep', {}, { signal: waiting.signal });
    answer('kept');
    await done;
    waiting.abort();
    expect(given()).toEqual([]);
    void callWatched<string>('keep', {}, { signal: waiting.signal });
    expect(given()).toHaveLength(1);
  });
});
