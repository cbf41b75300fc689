// Undo and acts that are on their way.
import { beforeEach, describe, expect, it, vi } from 'vitest';

const calls: string[] = [];
vi.mock('./commands', () => ({
  undo: () => {
    calls.push('undo');
    return Promise.resolve({ output: null, act: null, changes: [], warnings: [] });
  },
}));

const { onTheWay, undo } = await import('./act.svelte');

describe('undo', () => {
  beforeEach(() => {
    calls.length = 0;
  });

  it('waits for acts on their way and then asks which is the newest', async () => {
    let arrive = () => {};
    onTheWay(
      new Promise<void>((done) => {
        arrive = done;
      }).then(() => calls.push('accepted')),
    );
    const undone = undo(() => {
      calls.push('newest');
      return undefined;
    });
    await Promise.resolve();
    expect(calls).toEqual([]);
    arrive();
    await undone;
    expect(calls).toEqual(['accepted', 'newest', 'undo']);
  });
});
