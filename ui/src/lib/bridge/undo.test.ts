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
const { Autosave } = await import('$lib/widget/debounce');

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

  it('keeps first what was typed last, and takes that back', async () => {
    const field = new Autosave((words: string) => Promise.resolve().then(() => calls.push(words)));
    field.push('typed');
    await Promise.all([undo(() => undefined), undo(() => undefined), undo(() => undefined)]);
    expect(calls).toEqual(['typed', 'undo', 'undo', 'undo']);
    await field.dispose();
  });
});
