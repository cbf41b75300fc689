// Which act a key stands for, and that none stands for two at the same moment.
import { describe, expect, it, vi } from 'vitest';
import { type KeyActs, type KeyState, workbenchKeys } from './keys';

const calm: KeyState = {
  free: true,
  writable: true,
  some: true,
  atHand: true,
  deciding: true,
  aside: false,
  firm: 3,
  like: 0,
  splitting: false,
  holding: true,
  changed: false,
};

function keysIn(state: Partial<KeyState>) {
  const acts = new Proxy({} as Record<string, unknown>, {
    get: (known, name: string) => (known[name] ??= vi.fn()),
  }) as unknown as KeyActs;
  const active = workbenchKeys(() => ({ ...calm, ...state }), acts).filter((k) => k.when?.() ?? true);
  const press = (key: string, repeat = false) =>
    active.find((k) => k.key === key)?.run(new KeyboardEvent('keydown', { repeat }));
  return { acts, active: active.map((k) => k.key), press };
}

describe('workbenchKeys', () => {
  it.each<[string, keyof KeyActs]>([
    ['Enter', 'accept'],
    ['a', 'accept'],
    ['e', 'whole'],
    ['m', 'merge'],
    ['p', 'split'],
    ['x', 'skip'],
    ['n', 'never'],
    ['Shift+a', 'acceptFirm'],
    ['t', 'fields'],
    ['c', 'take'],
  ])('%s: %s', (key, act) => {
    const { acts, press } = keysIn({});
    press(key);
    expect(acts[act]).toHaveBeenCalledTimes(1);
  });

  it.each<[string, keyof KeyActs]>([
    ['Enter', 'accept'],
    ['a', 'accept'],
    ['x', 'skip'],
    ['n', 'never'],
    ['m', 'merge'],
    ['p', 'split'],
    ['r', 'reaffirm'],
    ['s', 'supersede'],
  ])('%s decides once, however long it is held', (key, act) => {
    const { acts, press } = keysIn({ like: 1 });
    press(key);
    press(key, true);
    expect(acts[act]).toHaveBeenCalledTimes(1);
  });

  it('j goes on as long as it is held', () => {
    const { acts, press } = keysIn({});
    press('j');
    press('j', true);
    expect(acts.move).toHaveBeenCalledTimes(2);
  });

  it('decide nothing in a dossier that can only be read', () => {
    const { active } = keysIn({ writable: false });
    expect(active).toEqual(['j', 'k', 'ArrowDown', 'ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowUp', 'Escape']);
  });

  it('reaffirm and supersede only beside a commitment that is like it', () => {
    expect(keysIn({}).active).not.toContain('r');
    expect(keysIn({ like: 1 }).active).toEqual(expect.arrayContaining(['r', 's']));
    expect(keysIn({ like: 1 }).active).not.toContain('l');
    expect(keysIn({ like: 2 }).active).toContain('l');
  });

  it('undo in place only what was done in place; else the journal has the key', () => {
    expect(keysIn({}).active).not.toContain('Mod+z');
    expect(keysIn({ changed: true }).active).toContain('Mod+z');
  });

  it('move the cut and nothing else while a candidate is being split', () => {
    const { acts, active, press } = keysIn({ splitting: true });
    expect(active).toEqual(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Enter', 'Escape']);
    press('ArrowRight');
    expect(acts.moveCut).toHaveBeenCalledWith(1, false);
    press('Enter');
    expect(acts.splitHere).toHaveBeenCalled();
    expect(acts.accept).not.toHaveBeenCalled();
  });

  it.each<Partial<KeyState>>([
    {},
    { like: 2, changed: true },
    { splitting: true },
    { deciding: false, aside: true },
  ])('claim each key once with %o', (state) => {
    const { active } = keysIn(state);
    expect(new Set(active).size).toBe(active.length);
  });
});
