import { describe, expect, it, vi } from 'vitest';
import { Commands } from './commands.svelte';
import { Keymap } from './shortcut.svelte';

const brief = (commands: Commands) =>
  commands.now().map((c) => [c.group, c.label, ...c.keys].filter(Boolean).join(' · '));

describe('Commands', () => {
  it('has what the keymap has, where it is possible, by its full name', () => {
    const keys = new Keymap();
    let can = true;
    keys.register([
      { key: 'u', label: 'follow-up', run: () => {}, when: () => can, group: 'Commitment' },
      { key: 'j', label: 'move', name: 'next row', run: () => {}, group: 'List' },
      { key: 'Mod+z', label: 'undo', run: () => {}, group: 'Everywhere' },
    ]);
    const commands = new Commands(keys);
    expect(brief(commands)).toEqual(['Commitment · Follow-up · u', 'Undo · Mod+z', 'List · Next row · j']);
    can = false;
    expect(brief(commands)).toEqual(['Undo · Mod+z', 'List · Next row · j']);
    keys.setSingleKeys(false);
    expect(brief(commands)).toContain('List · Next row · j');
    keys.setSingleKeys(true);
  });

  it('puts several keys of one act together', () => {
    const keys = new Keymap();
    keys.register([
      { key: 'Mod+Shift+z', label: 'redo', run: () => {}, group: 'Everywhere' },
      { key: 'Mod+y', label: 'redo', run: () => {}, group: 'Everywhere' },
    ]);
    expect(brief(new Commands(keys))).toEqual(['Redo · Mod+Shift+z · Mod+y']);
  });

  it('offers what has no key until it is taken away, and a page’s own before the same from everywhere', () => {
    const keys = new Keymap();
    const commands = new Commands(keys);
    const fromAnywhere = vi.fn();
    const here = vi.fn();
    commands.register(() => [
      { label: 'Journal', place: true, run: () => {} },
      { label: 'Log a meeting', run: fromAnywhere },
    ]);
    const off = keys.register([{ key: 'n', label: 'log a meeting', run: here, group: 'Meetings' }]);
    expect(brief(commands)).toEqual(['Journal', 'Meetings · Log a meeting · n']);
    commands.now()[1]?.run();
    off();
    expect(brief(commands)).toEqual(['Journal', 'Log a meeting']);
    commands.now()[1]?.run();
    expect([here.mock.calls.length, fromAnywhere.mock.calls.length]).toEqual([1, 1]);
  });

  it('keeps acts of the same name on different things apart', () => {
    const commands = new Commands(new Keymap());
    const off = commands.register(() => [{ label: 'Remove', group: 'Body', run: () => {} }]);
    commands.register(() => [{ label: 'Remove', group: 'Text', run: () => {} }]);
    expect(brief(commands)).toEqual(['Text · Remove', 'Body · Remove']);
    off();
    expect(brief(commands)).toEqual(['Text · Remove']);
  });

  it('does nothing that has become impossible meanwhile', () => {
    const commands = new Commands(new Keymap());
    let can = true;
    const run = vi.fn();
    commands.register(() => [{ label: 'Check', run, when: () => can }]);
    const [check] = commands.now();
    can = false;
    check?.run();
    expect(run).not.toHaveBeenCalled();
  });
});
