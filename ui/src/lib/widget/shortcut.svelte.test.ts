import { afterEach, describe, expect, it, vi } from 'vitest';
import { Keymap, isTyping, keyParts } from './shortcut.svelte';

function press(keymap: Keymap, init: KeyboardEventInit, on: Element = document.body): boolean {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  let handled = false;
  const listen = (e: Event) => (handled = keymap.handle(e as KeyboardEvent));
  document.addEventListener('keydown', listen, { once: true });
  on.dispatchEvent(event);
  return handled;
}

function add<K extends keyof HTMLElementTagNameMap>(tag: K, type?: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (type) element.setAttribute('type', type);
  document.body.append(element);
  return element;
}

afterEach(() => document.body.replaceChildren());

describe('Keymap', () => {
  it('runs what was registered, until it is taken away', () => {
    const keymap = new Keymap();
    const run = vi.fn();
    const off = keymap.register([{ key: 'j', label: 'move', run }]);
    expect(press(keymap, { key: 'j' })).toBe(true);
    expect(press(keymap, { key: 'j', shiftKey: true })).toBe(false);
    expect(press(keymap, { key: 'j', ctrlKey: true })).toBe(false);
    off();
    expect(press(keymap, { key: 'j' })).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('leaves single keys to the field one types in, and gives it modified ones', () => {
    const keymap = new Keymap();
    const single = vi.fn();
    const modified = vi.fn();
    const undo = vi.fn();
    keymap.register([
      { key: 'c', label: 'take', run: single },
      { key: 'Mod+Enter', label: 'save', run: modified },
      { key: 'Mod+z', label: 'undo', run: undo, inFields: false },
    ]);
    const field = add('textarea');
    expect(isTyping(field)).toBe(true);
    expect(press(keymap, { key: 'c' }, field)).toBe(false);
    expect(press(keymap, { key: 'Enter', ctrlKey: true }, field)).toBe(true);
    expect(press(keymap, { key: 'z', ctrlKey: true }, field)).toBe(false);
    expect(press(keymap, { key: 'z', ctrlKey: true })).toBe(true);
    expect(press(keymap, { key: 'c' }, add('input', 'checkbox'))).toBe(true);
    expect(single).toHaveBeenCalledTimes(1);
  });

  it('leaves Enter to a focused button', () => {
    const keymap = new Keymap();
    keymap.register([{ key: 'Enter', label: 'open', run: () => {} }]);
    expect(press(keymap, { key: 'Enter' }, add('button'))).toBe(false);
    expect(press(keymap, { key: 'Enter' }, add('div'))).toBe(true);
  });

  it('takes signs however they are written, and letters on any layout', () => {
    const keymap = new Keymap();
    const run = vi.fn();
    keymap.register([
      { key: '?', label: 'keys', run },
      { key: 'k', label: 'up', run },
    ]);
    expect(press(keymap, { key: '?', shiftKey: true })).toBe(true);
    expect(press(keymap, { key: 'क', code: 'KeyK' })).toBe(true);
    expect(press(keymap, { key: 'K', code: 'KeyK' })).toBe(true);
    expect(press(keymap, { key: 'k', isComposing: true })).toBe(false);
  });

  it('lets the newest scope win, and asks when()', () => {
    const keymap = new Keymap();
    const outer = vi.fn();
    const inner = vi.fn();
    let on = true;
    keymap.register([{ key: 'd', label: 'outer', run: outer }]);
    keymap.register([{ key: 'd', label: 'inner', run: inner, when: () => on }]);
    press(keymap, { key: 'd' });
    on = false;
    press(keymap, { key: 'd' });
    expect([inner.mock.calls.length, outer.mock.calls.length]).toEqual([1, 1]);
  });

  it('shows what works: keys of one meaning together', () => {
    const keymap = new Keymap();
    const run = () => {};
    keymap.register([
      { key: 'j', label: 'move', run },
      { key: 'k', label: 'move', run },
      { key: 'x', label: 'mark', run, foot: false },
    ]);
    expect(keymap.foot).toEqual([{ keys: ['j', 'k'], label: 'move', group: '' }]);
    expect(keymap.all).toHaveLength(2);
  });

  it('can do without single keys', () => {
    const keymap = new Keymap();
    keymap.register([
      { key: 'j', label: 'move', run: () => {} },
      { key: 'Mod+p', label: 'print', run: () => {} },
    ]);
    keymap.setSingleKeys(false);
    expect(press(keymap, { key: 'j' })).toBe(false);
    expect(keymap.foot.map((h) => h.label)).toEqual(['print']);
    keymap.setSingleKeys(true);
  });

  it('prints keycaps', () => {
    expect(keyParts('Mod+Shift+z')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyParts('j')).toEqual(['j']);
    expect(keyParts('Mod++')).toEqual(['Ctrl', '+']);
  });
});
