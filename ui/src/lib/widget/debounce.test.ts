import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Autosave, flushAll } from './debounce';

describe('Autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('saves the last value once, after a pause', async () => {
    const save = vi.fn();
    const autosave = new Autosave<string>(save, 500);
    autosave.push('a');
    await vi.advanceTimersByTimeAsync(400);
    autosave.push('ab');
    await vi.advanceTimersByTimeAsync(400);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(save.mock.calls).toEqual([['ab']]);
    expect(autosave.pending).toBe(false);
  });

  it('never has two saves under way, and the newest wins', async () => {
    const done: (() => void)[] = [];
    const save = vi.fn(() => new Promise<void>((resolve) => done.push(resolve)));
    const autosave = new Autosave<string>(save, 10);
    autosave.push('a');
    void autosave.flush();
    autosave.push('b');
    autosave.push('c');
    void autosave.flush();
    expect(save.mock.calls).toEqual([['a']]);
    expect(autosave.pending).toBe(true);
    done[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([['a'], ['c']]);
    done[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.pending).toBe(false);
  });

  it('saves at once when the window is left, and when it is disposed of', async () => {
    const save = vi.fn();
    const autosave = new Autosave<string>(save);
    autosave.push('left');
    window.dispatchEvent(new Event('pagehide'));
    expect(save).toHaveBeenCalledWith('left');
    await autosave.flush();
    autosave.push('gone');
    await autosave.dispose();
    expect(save).toHaveBeenLastCalledWith('gone');
  });

  it('saves what is typed after an untouched field was left', async () => {
    const save = vi.fn();
    const autosave = new Autosave<string>(save, 500);
    await autosave.flush();
    expect(autosave.pending).toBe(false);
    autosave.push('typed later');
    await vi.advanceTimersByTimeAsync(500);
    expect(save.mock.calls).toEqual([['typed later']]);
  });

  it('saves everything in the window when asked to', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const fields = [new Autosave<string>(first), new Autosave<string>(second)];
    fields[0]?.push('a');
    fields[1]?.push('b');
    await flushAll();
    expect([first.mock.calls, second.mock.calls]).toEqual([[['a']], [['b']]]);
    for (const field of fields) await field.dispose();
  });

  it('goes on after a save that threw before it began', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const save = vi.fn().mockImplementationOnce(() => {
      throw new Error('no such row');
    });
    const autosave = new Autosave<string>(save, 10);
    autosave.push('a');
    await autosave.flush();
    autosave.push('b');
    await autosave.flush();
    expect(save).toHaveBeenLastCalledWith('b');
  });

  it('goes on after a save that failed', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const save = vi.fn().mockRejectedValueOnce(new Error('disk full')).mockResolvedValue(undefined);
    const autosave = new Autosave<string>(save, 10);
    autosave.push('a');
    await autosave.flush();
    autosave.push('b');
    await autosave.flush();
    expect(save).toHaveBeenCalledTimes(2);
  });
});
